//! Placing the lines exactly for given heads, by the solver: slower than [`crate::packing`], but it finds the last
//! minutes of room where there is any, and knows where there is none.

use crate::mip::{Decision, Mip};
use crate::solver::{Observer, Options, solve_reduced};

/// Nodes that it may take.
const NODES: usize = 150;

/// A decision with exactly these heads, or nothing if there is none or it isn't found.
pub fn place(mip: &Mip, heads: &[u32], observer: &mut dyn Observer) -> Option<Decision> {
    let mut model = mip.model.clone();
    for (column, n) in mip.heads.iter().zip(heads) {
        model.set_bounds(*column, f64::from(*n), f64::from(*n));
    }
    // Any placing will do: neighbourhoods save its courses afterwards.
    let options = Options { gap: 1.0, nodes: Some(NODES), ..Options::default() };
    let (_, solution) = solve_reduced(&model, &options, observer)?;
    solution.map(|s| mip.read(&s))
}

//! The solver behind plain words: the one file that names HiGHS, and the only one with `unsafe`.
//!
//! A [`Model`] is columns and rows; [`Model::solve`] runs HiGHS on one thread and gives an [`Outcome`]. The search
//! can be followed and stopped through [`Observer`]. Work is counted in LP iterations, which repeat exactly for the
//! same model and options.

#![allow(unsafe_code)]

use std::ffi::{CString, c_char, c_int, c_void};
use std::sync::{Mutex, PoisonError};

use highs_sys as h;

/// Infinity in bounds.
pub const INF: f64 = f64::INFINITY;

/// A column of a [`Model`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Col(pub usize);

/// A linear model to be minimised; some columns are whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    cost: Vec<f64>,
    lower: Vec<f64>,
    upper: Vec<f64>,
    whole: Vec<bool>,
    row_lower: Vec<f64>,
    row_upper: Vec<f64>,
    starts: Vec<h::HighsInt>,
    columns: Vec<h::HighsInt>,
    values: Vec<f64>,
}

/// What a solve may use, and where it starts.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// Relative gap at which it ends.
    pub gap: f64,
    /// Most nodes.
    pub nodes: Option<usize>,
    /// A plan to start from: a value for every column.
    pub start: Option<&'a [f64]>,
    /// Solutions that aren't better than this value are of no interest.
    pub cutoff: Option<f64>,
    /// Random seed.
    pub seed: i32,
    /// Share of the effort that may go into finding plans, 0 … 1.
    pub heuristics: f64,
    /// Whether a plan is sought by jumping from value to value first, before anything is known of the bound. It takes longer than
    /// the rest of a model whose relaxation is as good as whole.
    pub jump: bool,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Options { gap: 0.0, nodes: None, start: None, cutoff: None, seed: 0, heuristics: 0.05, jump: true }
    }
}

/// How a solve ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Optimal within the gap.
    Optimal,
    /// Proven: no solution.
    Infeasible,
    /// Stopped by a limit, the cutoff or the observer.
    Stopped,
}

/// What a solve found.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// How it ended.
    pub end: End,
    /// The best solution, a value for every column.
    pub solution: Option<Vec<f64>>,
    /// Its value.
    pub value: f64,
    /// Proven lower bound.
    pub bound: f64,
    /// LP iterations.
    pub work: u64,
    /// Reduced costs of the columns, after an LP.
    pub reduced: Vec<f64>,
}

/// The state of a running solve.
#[derive(Clone, Copy, Debug)]
pub struct State {
    /// Value of the best solution, infinite if none.
    pub value: f64,
    /// Proven lower bound.
    pub bound: f64,
    /// LP iterations so far.
    pub work: u64,
}

/// Someone who follows a solve from within.
pub trait Observer {
    /// Called often; true stops the solve.
    fn step(&mut self, state: &State) -> bool;
    /// Seconds until the solve must end, where the clock ends it: some of the solver's work asks nobody for long.
    fn seconds_left(&self) -> Option<f64> {
        None
    }
    /// Called when the solve has ended and no step stopped it.
    fn ended(&mut self, _state: &State) {}
    /// Called with each better solution.
    fn improved(&mut self, _state: &State, _solution: &[f64]) {}
    /// A solution to hand to the search, if there is a new one.
    fn offer(&mut self, _state: &State) -> Option<Vec<f64>> {
        None
    }
}

impl Default for State {
    /// Nothing found and nothing proven.
    fn default() -> Self {
        State { value: INF, bound: -INF, work: 0 }
    }
}

impl Model {
    /// An empty model.
    pub fn new() -> Model {
        Model { starts: vec![0], ..Model::default() }
    }
    /// Adds a column.
    pub fn column(&mut self, cost: f64, lower: f64, upper: f64, whole: bool) -> Col {
        self.cost.push(cost);
        self.lower.push(lower);
        self.upper.push(upper);
        self.whole.push(whole);
        Col(self.cost.len() - 1)
    }
    /// Adds a row `lower ≤ Σ value × column ≤ upper`. Entries on the same column are summed.
    pub fn row(&mut self, lower: f64, upper: f64, entries: impl IntoIterator<Item = (Col, f64)>) -> usize {
        let mut entries: Vec<(Col, f64)> = entries.into_iter().collect();
        entries.sort_by_key(|e| e.0);
        entries.dedup_by(|later, first| {
            let same = later.0 == first.0;
            if same {
                first.1 += later.1;
            }
            same
        });
        for (column, value) in entries {
            if value != 0.0 {
                self.columns.push(column.0 as h::HighsInt);
                self.values.push(value);
            }
        }
        self.starts.push(self.columns.len() as h::HighsInt);
        self.row_lower.push(lower);
        self.row_upper.push(upper);
        self.row_lower.len() - 1
    }
    /// Number of columns.
    pub fn columns(&self) -> usize {
        self.cost.len()
    }
    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.row_lower.len()
    }
    /// Sets a column's cost.
    pub fn set_cost(&mut self, column: Col, cost: f64) {
        self.cost[column.0] = cost;
    }
    /// A column's cost.
    pub fn cost(&self, column: Col) -> f64 {
        self.cost[column.0]
    }
    /// A column's bounds.
    pub fn bounds(&self, column: Col) -> (f64, f64) {
        (self.lower[column.0], self.upper[column.0])
    }
    /// Sets a column's bounds.
    pub fn set_bounds(&mut self, column: Col, lower: f64, upper: f64) {
        self.lower[column.0] = lower;
        self.upper[column.0] = upper;
    }
    /// Sets whether a column is whole.
    pub fn set_whole(&mut self, column: Col, whole: bool) {
        self.whole[column.0] = whole;
    }
    /// Sets a row's bounds.
    pub fn set_row_bounds(&mut self, row: usize, lower: f64, upper: f64) {
        self.row_lower[row] = lower;
        self.row_upper[row] = upper;
    }
    /// The entries of a row.
    pub fn row_entries(&self, row: usize) -> impl Iterator<Item = (Col, f64)> + '_ {
        let range = self.starts[row] as usize..self.starts[row + 1] as usize;
        range.map(|k| (Col(self.columns[k] as usize), self.values[k]))
    }
    /// A row's bounds.
    pub fn row_bounds(&self, row: usize) -> (f64, f64) {
        (self.row_lower[row], self.row_upper[row])
    }
    /// Value of a solution.
    pub fn value(&self, solution: &[f64]) -> f64 {
        self.cost.iter().zip(solution).map(|(c, x)| c * x).sum()
    }

    /// The model with each column that can't move taken as given, and the rows that no longer hold a free column
    /// left out: what remains to be solved. Gives the smaller model and its columns' indices here, or nothing if a
    /// row without free columns is broken.
    pub fn reduced(&self) -> Option<(Model, Vec<Col>)> {
        let mut small = Model::new();
        let mut index = vec![usize::MAX; self.columns()];
        let mut kept = Vec::new();
        for (c, index) in index.iter_mut().enumerate() {
            if self.lower[c] < self.upper[c] {
                *index = kept.len();
                kept.push(Col(c));
                small.column(self.cost[c], self.lower[c], self.upper[c], self.whole[c]);
            }
        }
        for row in 0..self.rows() {
            let mut given = 0.0;
            let mut free = Vec::new();
            for (column, value) in self.row_entries(row) {
                match index[column.0] {
                    usize::MAX => given += value * self.lower[column.0],
                    k => free.push((Col(k), value)),
                }
            }
            let (lower, upper) = (self.row_lower[row] - given, self.row_upper[row] - given);
            if free.is_empty() {
                let slack = 1e-6 * (1.0 + given.abs());
                if lower > slack || upper < -slack {
                    return None;
                }
            } else {
                small.row(lower, upper, free);
            }
        }
        Some((small, kept))
    }

    /// Writes the model as an MPS file, for other solvers.
    ///
    /// # Errors
    /// If the file can't be written.
    pub fn write_mps(&self, path: &std::path::Path) -> std::io::Result<()> {
        let name = CString::new(path.to_string_lossy().as_bytes())?;
        let highs = Highs::load(self, &Options::default(), None);
        // SAFETY: the model is loaded, the name is a C string that outlives the call.
        let status = unsafe { h::Highs_writeModel(highs.0, name.as_ptr()) };
        if status == h::kHighsStatusError {
            Err(std::io::Error::other("the model could not be written"))
        } else {
            Ok(())
        }
    }

    /// Minimises the model on one thread.
    pub fn solve(&self, options: &Options, observer: Option<&mut dyn Observer>) -> Outcome {
        if self.columns() == 0 {
            let holds = (0..self.rows()).all(|r| self.row_lower[r] <= 1e-9 && self.row_upper[r] >= -1e-9);
            return Outcome {
                end: if holds { End::Optimal } else { End::Infeasible },
                solution: holds.then(Vec::new),
                value: 0.0,
                bound: if holds { 0.0 } else { INF },
                work: 0,
                reduced: Vec::new(),
            };
        }
        let highs = Highs::load(self, options, observer.as_ref().and_then(|o| o.seconds_left()));
        highs.run(self, options, observer)
    }
}

/// Solves what the columns that can't move leave open: how it ended, and a solution of the whole model, if one is found.
/// Nothing if what can't move breaks a row.
pub fn solve_reduced(model: &Model, options: &Options, observer: &mut dyn Observer) -> Option<(End, Option<Vec<f64>>)> {
    let (small, kept) = model.reduced()?;
    let start = options.start.map(|start| kept.iter().map(|c| start[c.0]).collect::<Vec<f64>>());
    let outcome = small.solve(&Options { start: start.as_deref(), ..options.clone() }, Some(observer));
    let whole = outcome.solution.map(|solution| {
        let mut whole = model.lower.clone();
        kept.iter().zip(&solution).for_each(|(c, value)| whole[c.0] = *value);
        whole
    });
    Some((outcome.end, whole))
}

/// A HiGHS instance. Destroying one resets a scheduler that running ones share, so instances are never destroyed:
/// one that is done is cleared and kept for the next solve.
struct Highs(*mut c_void);

/// Instances that no solve uses, as addresses.
static FREE: Mutex<Vec<usize>> = Mutex::new(Vec::new());

impl Highs {
    fn new() -> Highs {
        let free = FREE.lock().unwrap_or_else(PoisonError::into_inner).pop();
        // SAFETY: a kept address is that of a live instance which nobody else has.
        Highs(free.map_or_else(|| unsafe { h::Highs_create() }, |address| address as *mut c_void))
    }
}

impl Drop for Highs {
    fn drop(&mut self) {
        // SAFETY: the instance is live and only this value has it; clearing forgets model, options and results. The clock
        // that a time limit is held against goes on from solve to solve unless it is set back too.
        unsafe {
            h::Highs_setCallback(self.0, None, std::ptr::null_mut());
            h::Highs_clear(self.0);
            h::Highs_zeroAllClocks(self.0);
        }
        FREE.lock().unwrap_or_else(PoisonError::into_inner).push(self.0 as usize);
    }
}

/// The callbacks that a followed solve listens to.
const KINDS: [h::HighsInt; 4] = [
    h::kHighsCallbackSimplexInterrupt,
    h::kHighsCallbackMipImprovingSolution,
    h::kHighsCallbackMipInterrupt,
    h::kHighsCallbackCallbackMipUserSolution,
];

struct Callback<'a> {
    observer: Option<&'a mut dyn Observer>,
    columns: usize,
    last: State,
    stopped: bool,
}

impl Highs {
    fn load(model: &Model, options: &Options, seconds: Option<f64>) -> Highs {
        let mip = model.whole.iter().any(|w| *w);
        let integrality: Vec<h::HighsInt> = model.whole.iter().map(|w| h::HighsInt::from(*w)).collect();
        // SAFETY: every array has the length that its count says and lives through the calls, which copy them.
        unsafe {
            let highs = Highs::new();
            let text = |name: &str| CString::new(name).expect("option names hold no zero byte");
            let set_bool =
                |name: &str, value: bool| h::Highs_setBoolOptionValue(highs.0, text(name).as_ptr(), value.into());
            let set_int = |name: &str, value: i32| h::Highs_setIntOptionValue(highs.0, text(name).as_ptr(), value);
            let set_double =
                |name: &str, value: f64| h::Highs_setDoubleOptionValue(highs.0, text(name).as_ptr(), value);
            set_bool("output_flag", false);
            set_int("threads", 1);
            set_int("random_seed", options.seed);
            set_double("mip_rel_gap", options.gap);
            set_double("mip_abs_gap", 1e-6);
            set_double("mip_feasibility_tolerance", 1e-7);
            set_double("primal_feasibility_tolerance", 1e-8);
            set_double("mip_heuristic_effort", options.heuristics);
            set_bool("mip_heuristic_run_feasibility_jump", options.jump);
            if let Some(nodes) = options.nodes {
                set_int("mip_max_nodes", i32::try_from(nodes).unwrap_or(i32::MAX));
            }
            if let Some(seconds) = seconds {
                // A little later than the clock, so that whoever asks the clock afterwards finds it out.
                set_double("time_limit", seconds.max(0.0) + 0.05);
            }
            if let Some(cutoff) = options.cutoff {
                set_double("objective_bound", cutoff);
            }
            let (columns, rows) = (model.columns() as h::HighsInt, model.rows() as h::HighsInt);
            let entries = model.columns.len() as h::HighsInt;
            h::Highs_passMip(
                highs.0,
                columns,
                rows,
                entries,
                h::kHighsMatrixFormatRowwise,
                h::kHighsObjSenseMinimize,
                0.0,
                model.cost.as_ptr(),
                model.lower.as_ptr(),
                model.upper.as_ptr(),
                model.row_lower.as_ptr(),
                model.row_upper.as_ptr(),
                model.starts.as_ptr(),
                model.columns.as_ptr(),
                model.values.as_ptr(),
                if mip { integrality.as_ptr() } else { std::ptr::null() },
            );
            if let Some(start) = options.start {
                h::Highs_setSolution(highs.0, start.as_ptr(), std::ptr::null(), std::ptr::null(), std::ptr::null());
            }
            highs
        }
    }

    fn run(&self, model: &Model, options: &Options, observer: Option<&mut dyn Observer>) -> Outcome {
        let mip = model.whole.iter().any(|w| *w);
        let cutoff = options.cutoff.unwrap_or(INF);
        let mut callback = Callback { observer, columns: model.columns(), last: State::default(), stopped: false };
        // SAFETY: the callback's data outlives the run; the solution arrays have one entry a column and a row.
        unsafe {
            if callback.observer.is_some() {
                let data = std::ptr::from_mut(&mut callback).cast::<c_void>();
                h::Highs_setCallback(self.0, Some(on_callback), data);
                for kind in KINDS {
                    h::Highs_startCallback(self.0, kind as c_int);
                }
            }
            h::Highs_run(self.0);
            for kind in KINDS {
                h::Highs_stopCallback(self.0, kind as c_int);
            }
            if !callback.stopped
                && let Some(observer) = callback.observer.as_deref_mut()
            {
                observer.ended(&callback.last);
            }
            let status = h::Highs_getModelStatus(self.0);
            let mut solution = vec![0.0; model.columns()];
            let mut reduced = vec![0.0; model.columns()];
            let mut rows = vec![0.0; model.rows()];
            let mut duals = vec![0.0; model.rows()];
            h::Highs_getSolution(
                self.0,
                solution.as_mut_ptr(),
                reduced.as_mut_ptr(),
                rows.as_mut_ptr(),
                duals.as_mut_ptr(),
            );
            let double = |name: &str| {
                let mut value = 0.0;
                let name = CString::new(name).expect("info names hold no zero byte");
                h::Highs_getDoubleInfoValue(self.0, name.as_ptr(), &raw mut value);
                value
            };
            let int = |name: &str| {
                let mut value: h::HighsInt = 0;
                let name = CString::new(name).expect("info names hold no zero byte");
                h::Highs_getIntInfoValue(self.0, name.as_ptr(), &raw mut value);
                value
            };
            let feasible = int("primal_solution_status") == h::kHighsSolutionStatusFeasible as h::HighsInt;
            let value = double("objective_function_value");
            let iterations = u64::try_from(int("simplex_iteration_count")).unwrap_or(0);
            let end = if status == h::kHighsModelStatusOptimal {
                End::Optimal
            } else if status == h::kHighsModelStatusInfeasible && !cutoff.is_finite() {
                End::Infeasible
            } else {
                End::Stopped
            };
            // With a cutoff, "infeasible" and "bound reached" mean: nothing better than the cutoff exists.
            let exhausted = cutoff.is_finite()
                && (status == h::kHighsModelStatusInfeasible || status == h::kHighsModelStatusObjectiveBound);
            let bound = match end {
                End::Infeasible => INF,
                // What is within the gap of the cutoff was left out too.
                _ if exhausted => cutoff - options.gap * cutoff.abs() - 1e-6,
                End::Optimal if !mip => value,
                _ if mip => double("mip_dual_bound").max(callback.last.bound),
                _ => -INF,
            };
            Outcome {
                end,
                solution: (feasible && value.is_finite()).then_some(solution),
                value: if feasible { value } else { INF },
                bound,
                work: iterations.max(callback.last.work),
                reduced: if mip { Vec::new() } else { reduced },
            }
        }
    }
}

/// # Safety
/// Called by HiGHS with `user` as given to `Highs_setCallback`: a [`Callback`] that lives through the run.
unsafe extern "C" fn on_callback(
    kind: c_int,
    _message: *const c_char,
    out: *const h::HighsCallbackDataOut,
    answer: *mut h::HighsCallbackDataIn,
    user: *mut c_void,
) {
    // SAFETY: HiGHS hands valid pointers for the time of the call; see above for `user`.
    let (callback, out) = unsafe { (&mut *user.cast::<Callback>(), &*out) };
    let Some(observer) = callback.observer.as_deref_mut() else { return };
    let finite = |value: f64| if value.abs() < 1e29 { value } else { value.signum() * INF };
    let iterations =
        u64::try_from(out.mip_total_lp_iterations.max(i64::from(out.simplex_iteration_count))).unwrap_or(0);
    let last = &mut callback.last;
    if kind != h::kHighsCallbackSimplexInterrupt as c_int {
        last.value = last.value.min(finite(out.mip_primal_bound));
        last.bound = last.bound.max(finite(out.mip_dual_bound));
        last.work = last.work.max(iterations);
    }
    if kind == h::kHighsCallbackMipImprovingSolution as c_int && !out.mip_solution.is_null() {
        // SAFETY: an improving solution has one value a column.
        let solution = unsafe { std::slice::from_raw_parts(out.mip_solution, callback.columns) };
        last.value = last.value.min(finite(out.objective_function_value));
        observer.improved(last, solution);
    } else if kind == h::kHighsCallbackCallbackMipUserSolution as c_int {
        if let Some(solution) = observer.offer(last)
            && solution.len() == callback.columns
        {
            // SAFETY: HiGHS asks with an array of one value a column, allocated by setCallbackSolution.
            unsafe {
                h::Highs_setCallbackSolution(answer, solution.len() as h::HighsInt, solution.as_ptr());
            }
        }
    } else if !answer.is_null() && (callback.stopped || observer.step(last)) {
        callback.stopped = true;
        // SAFETY: `answer` is valid for the time of the call.
        unsafe { (*answer).user_interrupt = 1 };
    }
}

//! Axes with round ticks.

use serde::Serialize;

/// A number axis from `min` to `max`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Axis {
    /// What it measures, with unit.
    pub title: String,
    /// Lower end.
    pub min: f64,
    /// Upper end.
    pub max: f64,
    /// Marks along it.
    pub ticks: Vec<Tick>,
}

/// A mark on an axis.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tick {
    /// Where.
    pub at: f64,
    /// As it is written.
    pub label: String,
}

impl Axis {
    /// An axis that holds zero and all `values`, with about `count` round ticks written by `label`.
    pub fn around(
        title: &str,
        values: impl IntoIterator<Item = f64>,
        count: u32,
        label: impl Fn(f64) -> String,
    ) -> Axis {
        let (low, high) = values
            .into_iter()
            .filter(|v| v.is_finite())
            .fold((0.0f64, 0.0f64), |(low, high), v| (low.min(v), high.max(v)));
        let high = if high > low { high } else { 1.0 };
        let step = round_step((high - low) / f64::from(count.max(1)));
        let (first, last) = ((low / step + 1e-9).floor(), (high / step - 1e-9).ceil());
        let ticks = (0..=(last - first) as u32)
            .map(|i| (first + f64::from(i)) * step)
            .map(|at| Tick { at, label: label(at) })
            .collect();
        Axis { title: title.into(), min: first * step, max: last * step, ticks }
    }

    /// Where a value lies, 0 at `min` to 1 at `max`.
    pub fn share(&self, value: f64) -> f64 {
        ((value - self.min) / (self.max - self.min)).clamp(0.0, 1.0)
    }
}

/// The next of 1, 2, 5 × a power of ten.
fn round_step(raw: f64) -> f64 {
    let power = 10f64.powf(raw.log10().floor());
    [1.0, 2.0, 5.0, 10.0]
        .map(|m| m * power)
        .into_iter()
        .find(|step| *step >= raw * (1.0 - 1e-9))
        .unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(values: &[f64]) -> (f64, f64, usize) {
        let axis = Axis::around("", values.iter().copied(), 5, |v| v.to_string());
        (axis.min, axis.max, axis.ticks.len())
    }

    #[test]
    fn ticks_are_round_and_hold_all_values_and_zero() {
        assert_eq!(ends(&[0.0, 87.0]), (0.0, 100.0, 6));
        assert_eq!(ends(&[-120.0, 430.0]), (-200.0, 600.0, 5));
        assert_eq!(ends(&[]), (0.0, 1.0, 6));
        assert_eq!(ends(&[f64::NAN, 3.0]), (0.0, 3.0, 4));
        assert_eq!(ends(&[-5.0]), (-5.0, 0.0, 6));
    }
}

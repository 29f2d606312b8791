//! Draws that repeat: the same seed gives the same numbers on every machine.
//!
//! Each draw has a key of its own (the week, what is drawn, whose it is), so that another head or another source of
//! variation changes nothing but itself. Keys become streams of [`crate::random`].

use crate::random::{Random, STEP, mixed};

/// A stream of numbers.
#[derive(Clone, Debug)]
pub struct Stream(Random);

/// What a draw is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The illness of a week.
    Illness,
    /// Whether a head comes.
    Head,
    /// A driver's number on a day.
    Activity,
    /// How often a line's work comes on a day.
    Count,
    /// How long it takes.
    Minutes,
}

/// The key of a week, from which the keys of its draws are made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Key(u64);

impl Key {
    /// The week's key.
    pub fn of_week(seed: u64, week: u32) -> Key {
        Key(mixed(seed.wrapping_add(STEP)).wrapping_add(mixed(u64::from(week).wrapping_mul(STEP))))
    }
    /// The stream of a draw of that week.
    pub fn stream(self, about: About, whose: usize) -> Stream {
        Stream(Random::new(mixed(self.0 ^ ((about as u64 + 1) << 56) ^ (whose as u64).wrapping_mul(STEP))))
    }
}

impl Stream {
    /// A number from 0 to 1, both left out.
    pub fn share(&mut self) -> f64 {
        ((self.0.next() >> 11) as f64 + 0.5) / (1u64 << 53) as f64
    }

    /// Standard normal (Box and Muller 1958).
    pub fn normal(&mut self) -> f64 {
        (-2.0 * self.share().ln()).sqrt() * (std::f64::consts::TAU * self.share()).cos()
    }

    /// Gamma with mean 1 and the given spread (standard deviation), above 0 (Marsaglia and Tsang 2000).
    pub fn gamma(&mut self, spread: f64) -> f64 {
        let shape = 1.0 / (spread * spread);
        // Below 1 a larger shape is drawn and brought down by a power of a uniform number.
        let (larger, power) = if shape < 1.0 { (shape + 1.0, self.share().powf(1.0 / shape)) } else { (shape, 1.0) };
        let d = larger - 1.0 / 3.0;
        let c = 1.0 / (9.0 * d).sqrt();
        loop {
            let x = self.normal();
            let v = 1.0 + c * x;
            if v <= 0.0 {
                continue;
            }
            let v = v * v * v;
            if self.share().ln() < 0.5 * x * x + d - d * v + d * v.ln() {
                return d * v * power / shape;
            }
        }
    }

    /// Poisson with this mean: by its sums below 10, else by transformed rejection (Hörmann 1993, PTRS).
    pub fn poisson(&mut self, mean: f64) -> f64 {
        if mean < 10.0 {
            let u = self.share();
            let (mut k, mut p) = (0.0, (-mean).exp());
            let mut sum = p;
            while u > sum && k < 200.0 {
                k += 1.0;
                p *= mean / k;
                sum += p;
            }
            return k;
        }
        let b = 0.931 + 2.53 * mean.sqrt();
        let a = -0.059 + 0.024_83 * b;
        let inverse_alpha = 1.123_9 + 1.132_8 / (b - 3.4);
        let v_r = 0.927_7 - 3.622_4 / (b - 2.0);
        loop {
            let u = self.share() - 0.5;
            let v = self.share();
            let us = 0.5 - u.abs();
            let k = ((2.0 * a / us + b) * u + mean + 0.43).floor();
            if us >= 0.07 && v <= v_r {
                return k;
            }
            if k < 0.0 || (us < 0.013 && v > us) {
                continue;
            }
            if (v * inverse_alpha / (a / (us * us) + b)).ln() <= k * mean.ln() - mean - ln_factorial(k) {
                return k;
            }
        }
    }
}

/// The logarithm of k!, by Stirling's series from 10 on.
fn ln_factorial(k: f64) -> f64 {
    if k < 10.0 {
        return (1..=k as u32).map(|i| f64::from(i).ln()).sum();
    }
    let x = k + 1.0;
    (x - 0.5) * x.ln() - x + 0.5 * std::f64::consts::TAU.ln() + 1.0 / (12.0 * x) - 1.0 / (360.0 * x * x * x)
}

/// A PERT distribution: a beta over a range, drawn by a table of its quantiles.
#[derive(Clone, Debug, PartialEq)]
pub struct Pert {
    low: f64,
    high: f64,
    /// Mean and variance by the distribution's own formulas.
    mean: f64,
    variance: f64,
    /// The quantile at every 1024th, from 0 to 1.
    quantiles: Vec<f64>,
}

const STEPS: usize = 1024;

impl Pert {
    /// With the least, the likely and the most: the mean is `(least + 4 × likely + most) ÷ 6`. Nothing for no range.
    pub fn new(low: f64, likely: f64, high: f64) -> Option<Pert> {
        let (low, high) = (low.min(likely).max(0.0), high.max(likely));
        let width = high - low;
        if width.is_nan() || width <= 0.0 || !width.is_finite() {
            return None;
        }
        let mean = (low + 4.0 * likely + high) / 6.0;
        let (a, b) = (4.0 * (likely - low) / width, 4.0 * (high - likely) / width);
        // The density's sums over small steps, and where they pass each 1024th.
        const FINE: usize = 4096;
        let density = |x: f64| x.powf(a) * (1.0 - x).powf(b);
        let mut sums = vec![0.0];
        for i in 0..FINE {
            sums.push(sums[i] + density((i as f64 + 0.5) / FINE as f64));
        }
        let total = sums[FINE];
        let mut at = 0;
        let quantile = |q: usize| {
            let target = total * q as f64 / STEPS as f64;
            while at + 1 < FINE && sums[at + 1] < target {
                at += 1;
            }
            let part = sums[at + 1] - sums[at];
            let within = if part > 0.0 { ((target - sums[at]) / part).clamp(0.0, 1.0) } else { 0.0 };
            low + width * (at as f64 + within) / FINE as f64
        };
        let quantiles = (0..=STEPS).map(quantile).collect();
        Some(Pert { low, high, mean, variance: (mean - low) * (high - mean) / 7.0, quantiles })
    }

    /// The mean.
    pub fn mean(&self) -> f64 {
        self.mean
    }

    fn one(&self, stream: &mut Stream) -> f64 {
        let x = stream.share() * STEPS as f64;
        let at = (x as usize).min(STEPS - 1);
        self.quantiles[at] + (self.quantiles[at + 1] - self.quantiles[at]) * (x - at as f64)
    }

    /// The sum of so many draws: one by one up to four, from there by the normal with their mean and variance, kept within
    /// what they can be.
    pub fn sum(&self, times: f64, stream: &mut Stream) -> f64 {
        if times <= 4.0 {
            return (0..times as u32).map(|_| self.one(stream)).sum();
        }
        let sum = times * self.mean + (times * self.variance).sqrt() * stream.normal();
        sum.clamp(times * self.low, times * self.high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWS: usize = 200_000;

    /// Mean and variance of many draws.
    fn moments(mut draw: impl FnMut(&mut Stream) -> f64) -> (f64, f64) {
        let key = Key::of_week(7, 3);
        let draws: Vec<f64> = (0..DRAWS).map(|i| draw(&mut key.stream(About::Count, i))).collect();
        let mean = draws.iter().sum::<f64>() / DRAWS as f64;
        (mean, draws.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / DRAWS as f64)
    }

    fn near(found: f64, expected: f64, share: f64) {
        assert!((found - expected).abs() <= share * expected.abs().max(1e-9), "{found} is not {expected}");
    }

    #[test]
    fn mean_and_variance_are_those_of_the_distribution() {
        for mean in [0.05, 0.8, 4.0, 9.9, 10.0, 23.0, 60.0, 400.0] {
            let (m, v) = moments(|s| s.poisson(mean));
            near(m, mean, 0.02);
            near(v, mean, 0.03);
        }
        for spread in [0.1, 0.3, 1.0, 1.6] {
            let (m, v) = moments(|s| s.gamma(spread));
            near(m, 1.0, 0.02);
            near(v, spread * spread, 0.06);
        }
        for (low, likely, high) in [(4.0, 6.0, 9.0), (10.0, 25.0, 60.0), (3.0, 3.0, 8.0), (40.0, 90.0, 90.0)] {
            let pert = Pert::new(low, likely, high).expect("a range");
            for times in [1.0, 3.0, 20.0] {
                let (m, v) = moments(|s| pert.sum(times, s));
                near(m, times * (low + 4.0 * likely + high) / 6.0, 0.01);
                near(v, times * pert.variance, 0.03);
            }
        }
        assert_eq!(Pert::new(6.0, 6.0, 6.0), None);
        assert_eq!(Pert::new(f64::NAN, 6.0, f64::INFINITY), None);
    }

    /// The tail of a Poisson number, by its own sum, within four standard errors.
    #[test]
    fn tails_of_poisson_are_as_summed() {
        for (mean, least) in [(3.0, 7.0), (9.5, 15.0), (23.0, 33.0), (60.0, 80.0)] {
            let term = |k: u32| (f64::from(k) * f64::ln(mean) - mean - ln_factorial(f64::from(k))).exp();
            let tail = 1.0 - (0..least as u32).map(term).sum::<f64>();
            let key = Key::of_week(11, 1);
            let hits = (0..DRAWS).filter(|i| key.stream(About::Count, *i).poisson(mean) >= least).count();
            let error = (tail * (1.0 - tail) / DRAWS as f64).sqrt();
            assert!((hits as f64 / DRAWS as f64 - tail).abs() < 4.0 * error, "{mean}: {hits} hits, tail {tail}");
        }
    }
}

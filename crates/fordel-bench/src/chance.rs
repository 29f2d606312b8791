//! Draws for random wards, from the engine's generator: the same on every machine.

use fordel_core::random::Random;

/// The generator, with the draws that a ward needs.
#[derive(Clone, Debug)]
pub(crate) struct Chance(Random);

impl Chance {
    /// Starts from a seed.
    pub fn new(seed: u64) -> Chance {
        Chance(Random::new(seed))
    }

    /// Evenly in 0 … 1, 1 not included.
    pub fn share(&mut self) -> f64 {
        self.0.share()
    }

    /// Evenly between two numbers.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + self.share() * (high - low)
    }

    /// True with this probability.
    pub fn happens(&mut self, probability: f64) -> bool {
        self.share() < probability
    }

    /// One of these, each with its weight.
    ///
    /// # Panics
    /// If there is nothing to choose from.
    pub fn choose<T: Copy>(&mut self, weighted: &[(T, f64)]) -> T {
        let total: f64 = weighted.iter().map(|(_, weight)| weight).sum();
        let mut left = self.share() * total;
        for (item, weight) in weighted {
            left -= weight;
            if left < 0.0 {
                return *item;
            }
        }
        weighted[weighted.len() - 1].0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_even_and_weights_are_kept() {
        let mut chance = Chance::new(1);
        let mean = (0..10_000).map(|_| chance.share()).sum::<f64>() / 10_000.0;
        assert!((mean - 0.5).abs() < 0.02, "{mean}");
        let rare = (0..10_000).filter(|_| chance.choose(&[(true, 1.0), (false, 9.0)])).count();
        assert!((800..1_200).contains(&rare), "{rare}");
    }
}

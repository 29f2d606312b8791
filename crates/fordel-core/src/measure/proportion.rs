//! How sure a share is that was counted in few cases.

/// The standard normal quantile of a two-sided interval of 95 %.
pub const Z_95: f64 = 1.959_963_984_540_054;

/// Wilson's score interval for a share: `hits` of `cases`, at the quantile `z`; shares 0 … 1. Without a case it is all of it.
///
/// E. B. Wilson: Probable inference, the law of succession, and statistical inference. JASA 22 (1927), 209–212.
pub fn wilson(hits: u64, cases: u64, z: f64) -> (f64, f64) {
    if cases == 0 {
        return (0.0, 1.0);
    }
    let (n, share) = (cases as f64, hits as f64 / cases as f64);
    let square = z * z / n;
    let middle = share + square / 2.0;
    let half = z * (share * (1.0 - share) / n + square / (4.0 * n)).sqrt();
    let end = |end: f64| (end / (1.0 + square)).clamp(0.0, 1.0);
    (end(middle - half), end(middle + half))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_interval_that_is_published() {
        // R. G. Newcombe: Two-sided confidence intervals for the single proportion. Statistics in Medicine 17 (1998), table I,
        // method 3.
        for (hits, cases, low, high) in
            [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]
        {
            let (a, b) = wilson(hits, cases, Z_95);
            assert!((a - low).abs() < 5e-5 && (b - high).abs() < 5e-5, "{hits} of {cases}: {a} – {b}");
        }
    }

    #[test]
    fn it_holds_the_share_and_narrows_with_more_cases() {
        assert_eq!(wilson(0, 0, Z_95), (0.0, 1.0));
        let width = |n: u64| {
            let (low, high) = wilson(n / 2, n, Z_95);
            assert!(low <= 0.5 && 0.5 <= high);
            high - low
        };
        assert!(width(10) > width(100) && width(100) > width(1000));
        assert!((wilson(7, 7, Z_95).1 - 1.0).abs() < 1e-12);
    }
}

//! What was measured of a unit's drivers: kept until it is measured anew, told in no chain, erased with the unit.

use fordel_store::{Failure, MeasuredSpread};

use crate::ground::Ground;

#[test]
fn a_drivers_spread_is_kept_until_it_is_measured_anew() {
    let ground = Ground::new();
    let of = |driver: &str, spread: f64| MeasuredSpread {
        driver: driver.to_owned(),
        spread,
        first: "2026-01-01".to_owned(),
        last: "2026-06-30".to_owned(),
        days: 170,
    };
    let keep =
        |measured: &[MeasuredSpread]| ground.write(ground.ola, |w| w.keep_measured_spreads(ground.unit, measured));
    let before = ground.read(|r| r.head());
    keep(&[of("Pasienter", 0.1), of("Innleggelser", 0.25)]).expect("kept");
    keep(&[of("Pasienter", 0.14)]).expect("measured anew");
    let kept = ground.read(|r| r.measured_spreads(ground.unit));
    assert_eq!(kept, [of("Innleggelser", 0.25), of("Pasienter", 0.14)]);
    assert_eq!(ground.read(|r| r.measured_spreads(ground.other_unit)), []);
    assert_eq!(ground.read(|r| r.head()), before, "nothing rests on it yet");
    let nowhere = ground.write(ground.ola, |w| w.keep_measured_spreads(ground.organisation, &[of("x", 0.1)]));
    assert_eq!(nowhere, Err(Failure::NotFound));
    ground.write(ground.kari, |w| w.erase_branch(ground.unit)).expect("erased");
    let left = ground.raw().query_row("SELECT count(*) FROM measured_spread", [], |row| row.get::<_, i64>(0));
    assert_eq!(left.expect("counted"), 0);
}

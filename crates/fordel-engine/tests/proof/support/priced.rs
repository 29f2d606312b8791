//! The small ward with two courses, of which the price is chosen. The engine's own tests take it in by its path.

use fordel_core::ward::{Course, CourseId, Ward};

/// The small ward, where care in the morning and meals may leave the nurses only for assistants and helpers who have taken a
/// course each; with these fees.
pub fn priced(care_kr: f64, meals_kr: f64) -> Ward {
    let mut ward: Ward = serde_json::from_str(include_str!("../../data/liten.json")).expect("a ward");
    let course = |name: &str, fee_kr| Course { name: name.into(), hours: 3.0, fee_kr, valid_months: None };
    ward.courses = vec![course("stell", care_kr), course("servering", meals_kr)];
    let helpers = ward.group_by_code("HFA").expect("helpers");
    let order = ward.order();
    for line in &mut ward.lines {
        let course = CourseId(usize::from(line.name != "Stell"));
        let groups = order.qualified(line).into_iter().filter(|g| *g >= helpers);
        line.training = groups.map(|group| (group, course)).collect();
        line.today = None;
    }
    ward
}

//! The sheet `Tilstedeværelse`: how many must be present when.

use fordel_core::time::DaySet;
use fordel_core::ward::{GroupId, Part, Presence};

use super::bounds::Bounds;
use super::courses::Courses;
use super::groups::Groups;
use super::kinds;
use super::listing::{Listing, Record};
use super::places::Places;
use super::shifts;
use super::told::Told;
use super::values::{self, list};
use crate::columns::{self, presence as column};
use crate::table::Sheet;

/// More rules of presence than any ward has.
const MOST_RULES: usize = 1_000;

/// Reads the sheet.
pub fn read(sheet: &Sheet, groups: &Groups, courses: &Courses, places: &mut Places, told: &mut Told) -> Vec<Presence> {
    let needed = [column::GROUPS, column::FROM, column::TO, column::COUNT];
    let listing = Listing::new(sheet, columns::PRESENCE.columns, &needed, MOST_RULES, told);
    let mut rules = Vec::new();
    for record in listing.records() {
        let label = record.text(&column::GROUPS, told);
        let label = record.require(&column::GROUPS, label, told);
        let resolved = label.as_deref().and_then(|label| resolve(&record, label, groups, told));
        let window = shifts::window(&record, &column::FROM, &column::TO, told);
        let days = record.read(&column::DAYS, kinds::NOT_DAYS, values::days, told);
        let days = record.or_assume(&column::DAYS, days, DaySet::ALL, "alle");
        let count = record.whole_within(&column::COUNT, Bounds(0.0, 999.0), told);
        let count = record.require(&column::COUNT, count, told);
        let course = record.text(&column::COURSE, told).value();
        let course = course.and_then(|name| courses.named(&record, &column::COURSE, &name, told));
        if course.is_some() && resolved.as_ref().is_some_and(|groups| groups.len() > 1) {
            let complaint = record.complain(kinds::COURSE_OF_SEVERAL, &column::COURSE);
            told.add(complaint.with("groups", label.clone().unwrap_or_default()));
        }
        if let (Some(groups), Some(label), Some(window), Some(count)) = (resolved, label, window, count) {
            places.set(Part::Presence(rules.len()), record.place(&column::COUNT));
            rules.push(Presence { groups, label, window, days, count, course });
        }
    }
    listing.tell_assumptions(told);
    rules
}

/// The groups that a label such as `SPL+;HFA` stands for; `+` adds all that cover the group. None if a code is unknown
/// or the order isn't one, which has been told.
fn resolve(record: &Record<'_, '_>, label: &str, groups: &Groups, told: &mut Told) -> Option<Vec<GroupId>> {
    let mut resolved = Vec::new();
    let mut is_good = true;
    for part in list(label) {
        let (code, with_covering) = match part.strip_suffix('+') {
            Some(code) => (code.trim_end(), true),
            None => (part, false),
        };
        let Some(group) = groups.named(record, &column::GROUPS, code, told) else {
            is_good = false;
            continue;
        };
        resolved.push(group);
        if with_covering {
            let order = groups.order.as_ref()?;
            resolved.extend((0..groups.list.len()).map(GroupId).filter(|above| order.covers(*above, group)));
        }
    }
    resolved.sort_unstable();
    resolved.dedup();
    is_good.then_some(resolved)
}

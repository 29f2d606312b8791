//! The rule of presence with a course: the group has as many people as must hold it.

use crate::plan::Broken;
use crate::rule::Rule;
use crate::ward::Part;

use super::super::required::required;
use super::{Case, broken, place};

/// Enough people in the group for as many holders as a roster needs to have those on whom the rules ask for.
pub(super) fn competence(case: &Case) -> Vec<Broken> {
    let impossible = required(case.ward).into_iter().filter(|one| !one.is_possible());
    impossible
        .map(|one| {
            let group = case.ward.group(one.group);
            let at = place(case.ward, Part::Presence(one.rule), &case.ward.presence[one.rule].label);
            Broken {
                group: Some(group.code.clone()),
                what: Some(case.ward.courses[one.course.0].name.clone()),
                ..broken(Rule::Competence, at, f64::from(one.whole()), one.people.unwrap_or_default().floor())
            }
        })
        .collect()
}

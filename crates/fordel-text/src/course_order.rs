//! The order of courses in words: what there is before them, and what each sets free and saves.

use fordel_core::measure::course_order::{CourseOrder, CourseStep, Freed, Reached};

use crate::Texts;

impl Texts {
    /// What is possible before the courses, and whether that is proven.
    pub fn before_courses(&self, before: &Reached) -> String {
        let (Some(cost), Some(hours)) = (before.year_cost, before.nurse_hours) else {
            return self.get("courses-before-none");
        };
        let key = if before.proven { "courses-before" } else { "courses-before-found" };
        self.with(key, &[("cost", self.about_kroner(cost).into()), ("hours", self.fixed(hours, 0).into())])
    }

    /// A course's place in the order: `3.`, or about so where nothing of the order is proven.
    pub fn course_place(&self, order: &CourseOrder, step: &CourseStep) -> String {
        let place = format!("{}.", step.rank);
        if order.is_rough() { self.with("courses-about", &[("place", place.into())]) } else { place }
    }

    /// Hours a week that a course sets nurses free; a dash where they can't be told from none.
    pub fn course_frees(&self, before: &Reached, reached: &Reached) -> String {
        match (before.year_cost, reached.freed(before)) {
            (None, _) if reached.year_cost.is_some() => self.get("courses-opens"),
            (_, Some(Freed::Proven(hours))) => self.signed(-hours, 1),
            (_, Some(Freed::AtLeast(hours))) => {
                self.with("courses-frees-least", &[("hours", self.fixed(hours, 1).into())])
            }
            (_, Some(Freed::Untold)) => "–".to_owned(),
            (_, None) => self.get("courses-unknown"),
        }
    }

    /// Kroner a year that a course saves, as an interval.
    pub fn course_saves(&self, before: &Reached, reached: &Reached) -> String {
        match reached.saves(before) {
            Some((low, high)) if high - low < 0.5 => self.kroner(low),
            Some((low, high)) => {
                let args = [("low", self.fixed(low, 0).into()), ("high", self.kroner(high).into())];
                self.with("courses-between", &args)
            }
            None => self.get("courses-unknown"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    #[test]
    fn hours_that_are_not_proven_are_told_as_the_least_or_not_at_all() {
        let texts = Texts::new(Lang::Nb);
        let reached =
            |hours, proven| Reached { year_cost: Some(1e6), nurse_hours: Some(hours), proven, ..Reached::default() };
        let before = reached(20.0, false);
        assert_eq!(texts.course_frees(&before, &reached(7.5, false)), "minst 12,5 færre");
        assert_eq!(texts.course_frees(&before, &reached(20.0, false)), "–");
        assert_eq!(texts.course_frees(&reached(20.0, true), &reached(7.5, true)), "−12,5");
        assert_eq!(texts.course_frees(&Reached::default(), &before), "gjør en plan mulig");
        let step = |proven: bool| CourseStep {
            rank: 3,
            group: "HFA".into(),
            course: "sårstell".into(),
            people: 1,
            hours: 4.0,
            outlay_kr: 0.0,
            reached: reached(7.5, proven),
        };
        let place = |proven: bool| {
            let before = reached(20.0, true);
            let order = CourseOrder { first: Vec::new(), before, steps: vec![step(proven)] };
            texts.course_place(&order, &order.steps[0])
        };
        assert_eq!([true, false].map(place), ["3.", "omtrent 3."]);
        assert!(texts.before_courses(&before).contains("ikke bevist"));
        assert!(!texts.before_courses(&reached(20.0, true)).contains("ikke bevist"));
    }
}

//! What stands beside the heads of a plan: a group's day as a picture, and what binds.

use fordel_core::time::Day;
use fordel_core::ward::GroupId;
use fordel_reports::Bound;
use fordel_text::Texts;

use super::proposals::OpenedProposal;
use super::shown::Picture;

impl OpenedProposal {
    /// A group on one day of the plan's week, under a title; none where it has neither work nor people.
    pub fn day_of_group_on(&self, group: GroupId, day: Day, title: String, texts: &Texts) -> Option<Picture> {
        let plan = self.plan.as_ref()?;
        fordel_reports::group_on_day(&self.ward, plan, group, day, title, texts).map(Picture::from)
    }

    /// What binds the plan and what a step of it is worth, the most valuable first.
    pub fn bounds(&self, texts: &Texts) -> Vec<Bound> {
        self.plan.as_ref().map(|plan| fordel_reports::bounds(&self.ward, plan, texts)).unwrap_or_default()
    }
}

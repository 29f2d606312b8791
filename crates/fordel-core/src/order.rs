//! Who covers whom, who qualifies for a line, and, for each group that doesn't, the rule that forbids it.

use crate::ward::{Covers, Group, GroupId, TaskLine, Ward};

/// The partial order of groups, transitively closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupOrder {
    covers: Vec<Vec<bool>>,
}

/// Why a group may not have a line. One reason is told: the first that applies, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forbidden {
    /// The line is pinned to another group.
    PinnedElsewhere(GroupId),
    /// The line's `only` doesn't name the group.
    NotInOnly,
    /// The group neither is the line's lowest group nor covers it.
    BelowLowest(GroupId),
}

impl GroupOrder {
    /// Closes the order over the groups' own rows.
    ///
    /// # Errors
    /// A group that would cover itself through a circle.
    pub fn new(groups: &[Group]) -> Result<GroupOrder, GroupId> {
        let n = groups.len();
        let mut covers = vec![vec![false; n]; n];
        for (g, group) in groups.iter().enumerate() {
            match &group.covers {
                Covers::Named(named) => named.iter().for_each(|h| covers[g][h.0] = true),
                Covers::Below if !group.beside => {
                    for h in g + 1..n {
                        covers[g][h] = !groups[h].beside;
                    }
                }
                Covers::Below => {}
            }
        }
        for k in 0..n {
            for i in 0..n {
                if covers[i][k] {
                    let through = covers[k].clone();
                    covers[i].iter_mut().zip(through).for_each(|(own, more)| *own |= more);
                }
            }
        }
        match (0..n).find(|&g| covers[g][g]) {
            Some(g) => Err(GroupId(g)),
            None => Ok(GroupOrder { covers }),
        }
    }

    /// Whether `left` covers `right` (not itself).
    pub fn covers(&self, left: GroupId, right: GroupId) -> bool {
        self.covers[left.0][right.0]
    }

    /// The rule that keeps `group` from the line, or nothing if it qualifies.
    pub fn forbids(&self, line: &TaskLine, group: GroupId) -> Option<Forbidden> {
        if let Some(pinned) = line.pinned.filter(|p| *p != group) {
            return Some(Forbidden::PinnedElsewhere(pinned));
        }
        if !line.only.is_empty() && !line.only.contains(&group) {
            return Some(Forbidden::NotInOnly);
        }
        (group != line.lowest && !self.covers(group, line.lowest)).then_some(Forbidden::BelowLowest(line.lowest))
    }

    /// The groups that qualify for the line, left to right.
    pub fn qualified(&self, line: &TaskLine) -> Vec<GroupId> {
        (0..self.covers.len()).map(GroupId).filter(|g| self.forbids(line, *g).is_none()).collect()
    }

    /// The line's lowest qualifying group: the one named in `lowest` if it qualifies, else the rightmost in the
    /// sheet that does; nothing if nobody qualifies.
    pub fn lowest_qualified(&self, line: &TaskLine) -> Option<GroupId> {
        let qualified = self.qualified(line);
        if qualified.contains(&line.lowest) { Some(line.lowest) } else { qualified.last().copied() }
    }
}

impl Ward {
    /// The ward's order of groups.
    ///
    /// # Panics
    /// If the groups cover each other in a circle, which no reader lets through.
    pub fn order(&self) -> GroupOrder {
        GroupOrder::new(&self.groups).expect("a ward's groups hold no circle")
    }
}

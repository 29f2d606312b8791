//! Those who hold a course, in the year: how many may be away, and whether summer and single weeks leave enough of them.

use fordel_core::ward::Ward;
use fordel_core::year::certified::Certified;

use crate::Texts;
use crate::year::runs;

impl Texts {
    /// What the columns of [`Texts::certified_row`] are.
    pub fn certified_columns(&self) -> Vec<String> {
        let keys = ["group", "course", "holders", "needed", "most-away", "in-a-pool"];
        let mut columns = keys.map(|key| self.get(&format!("year-column-{key}"))).to_vec();
        columns.extend(["year-certified-word", "year-certified-weeks"].map(|key| self.get(key)));
        columns
    }

    /// The year of those who hold a course: group, course, how many they are, how many must be there, how many may be away,
    /// how many the fullest pool has, a word on the summer, and one on the single weeks.
    pub fn certified_row(&self, ward: &Ward, of: &Certified) -> Vec<String> {
        let further = of.further().map(|further| self.with("year-certified-further", &[("count", further.into())]));
        let word = match of.further() {
            Some(0) => self.get("year-certified-holds"),
            _ => further.unwrap_or_else(|| self.get("year-certified-never")),
        };
        let mut row = vec![ward.group(of.group).code.clone(), ward.courses[of.course.0].name.clone()];
        row.extend([of.holders, of.needed, of.most_away(), of.in_a_pool()].map(|count| count.to_string()));
        row.extend([word, self.certified_weeks(of)]);
        row
    }

    /// Whether the single weeks leave enough holders; where they don't, in which weeks and years, and what mends it.
    fn certified_weeks(&self, of: &Certified) -> String {
        if of.singles.iter().all(|year| year.away.is_empty()) {
            return self.get("year-singles-none");
        }
        let mends = match of.further_for_weeks() {
            Some(0) => return self.with("year-weeks-hold", &[("most", of.most_away().into())]),
            Some(further) => self.with("year-weeks-further", &[("count", further.into())]),
            None => self.with("year-weeks-never", &[("most", of.most_of_group().into())]),
        };
        let thin = of.thin_weeks();
        let args = [("count", thin.len().into()), ("weeks", runs(&thin).into())];
        let thin = (!thin.is_empty()).then(|| self.with("year-weeks-thin", &args));
        let crowded = of.crowded_years().into_iter();
        let crowded = crowded.map(|year| self.with("year-weeks-crowded", &[("year", year.to_string().into())]));
        let said: Vec<String> = thin.into_iter().chain(crowded).chain(std::iter::once(mends)).collect();
        said.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use fordel_core::calendar::Week;
    use fordel_core::ward::{CourseId, GroupId};
    use fordel_core::year::certified::SingleWeeks;

    use super::*;
    use crate::Lang;

    fn said(holders: u32, needed: u32, away: &[(i8, u32)]) -> String {
        let week = |(number, away): &(i8, u32)| (Week { year: 2027, number: *number }, *away);
        let singles = vec![SingleWeeks { year: 2027, away: away.iter().map(week).collect() }];
        let (group, course) = (GroupId(0), CourseId(0));
        let of = Certified { group, course, people: 6, holders, needed, pools: 3, singles };
        Texts::new(Lang::Nb).certified_weeks(&of)
    }

    #[test]
    fn weeks_that_leave_too_few_are_named_with_what_mends_them() {
        assert_eq!(said(5, 4, &[]), "ingen");
        assert_eq!(said(5, 4, &[(1, 1), (2, 1)]), "holder når høyst 1 av dem som har kurset, er borte samme uke");
        let thin = said(5, 4, &[(10, 3), (11, 3), (13, 3), (14, 1)]);
        assert!(thin.starts_with("Uke 10–11, 13 (2027): så mange er borte"), "{thin}");
        assert!(thin.ends_with("Høyst 2 av gruppa kan være borte i en uke."), "{thin}");
        let crowded = said(4, 4, &[(1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (6, 1)]);
        assert!(crowded.contains("I 2027 får ikke alle som har kurset, enkeltukene sine."), "{crowded}");
        assert!(crowded.ends_with("Én til må ha kurset."), "{crowded}");
    }
}

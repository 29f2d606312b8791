//! The outlook: week by week what the work asks against what the ward's own people give, and what it costs.

use std::collections::BTreeMap;

use crate::calendar::Week;
use crate::plan::{Heads, Plan};
use crate::shortage::asked::heads;
use crate::shortage::rules::Relief;
use crate::ward::{Group, GroupId, Ward};

use super::certified::{Certified, certified};
use super::dates::Dated;
use super::holiday::{Question, Rules, Shared};
use super::list::{HolidayList, OnHoliday, holiday_list};
use super::night::{Night, nights};
use super::own::{Own, apprentices_by_calendar, away_by_calendar, hours_of_positions};

/// What an hour from an agency costs as a share of the group's own hourly cost, where the ward's order of relief has none.
const AGENCY: f64 = 2.5;
/// Hours below which nothing has to be hired in.
const HIRED: f64 = 0.5;
/// Hours that are none: sums of the same hours in another order differ by less.
pub(super) const NOTHING: f64 = 1e-6;

/// What the work of a week asks.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Its dates.
    pub dates: [Dated; 7],
    /// The fewest heads that carry it.
    pub staffing: Vec<Heads>,
    /// Paid hours by group, an hour more or fewer for each head at work when the hours change.
    pub hours: Vec<f64>,
    /// Those of them that belong to shifts that start on a public holiday, by group.
    pub holiday_hours: Vec<f64>,
    /// Kroner for those heads, supplements included.
    pub kr: f64,
    /// How far from the least the heads may be: (found − proven bound) ÷ found.
    pub gap: f64,
    /// Where the hours change in the week.
    pub nights: Vec<Night>,
}

impl Asked {
    /// What is asked of these dates: the heads that were found for the week. `of_week` is the ward of that week
    /// ([`super::week::ward_of`]).
    pub fn of(of_week: &Ward, found: &Plan, dates: [Dated; 7]) -> Asked {
        let mut hours = vec![0.0; of_week.groups.len()];
        let mut holiday_hours = hours.clone();
        for (shift, starting) in of_week.shifts.iter().zip(heads(of_week, &found.staffing)) {
            for (dated, count) in dates.iter().zip(starting) {
                let paid = f64::from(count) * shift.paid_hours;
                hours[shift.group.0] += paid;
                if !dated.holidays.is_empty() {
                    holiday_hours[shift.group.0] += paid;
                }
            }
        }
        let nights = nights(of_week, found, &dates);
        let mut kr = found.week_cost.unwrap_or(0.0);
        for night in &nights {
            hours[night.group.0] += night.hours;
            kr += night.kr(of_week);
        }
        Asked {
            hours,
            holiday_hours,
            staffing: found.staffing.clone(),
            kr,
            gap: found.gap.unwrap_or(0.0),
            nights,
            dates,
        }
    }
}

/// A group in a week.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupWeek {
    /// Paid hours that the work asks.
    pub asked: f64,
    /// People on holiday, those of the calendar and those of the distribution.
    pub on_holiday: f64,
    /// People away for something else.
    pub absent: f64,
    /// Positions that its apprentices fill.
    pub apprentices: f64,
    /// Paid hours that the group's own people give, apprentices among them.
    pub own: f64,
}

impl GroupWeek {
    /// Paid hours that its own people can't give.
    pub fn short(&self) -> f64 {
        (self.asked - self.own).max(0.0)
    }
}

/// A week of the outlook.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlookWeek {
    /// Which.
    pub week: Week,
    /// What its work asks.
    pub asked: Asked,
    /// Group by group, left to right.
    pub groups: Vec<GroupWeek>,
}

impl OutlookWeek {
    /// Paid hours that the groups' own people can't give.
    pub fn short(&self) -> f64 {
        self.groups.iter().map(GroupWeek::short).sum()
    }

    /// Whether anything has to be hired in.
    pub fn lacks(&self) -> bool {
        self.short() >= HIRED
    }

    /// The same people with other heads.
    pub fn with_heads(&self, other: Asked) -> OutlookWeek {
        let asked = |(of, hours): (&GroupWeek, &f64)| GroupWeek { asked: *hours, ..of.clone() };
        OutlookWeek { week: self.week, groups: self.groups.iter().zip(&other.hours).map(asked).collect(), asked: other }
    }
}

/// How a group's holiday of a year is shared out.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupHoliday {
    /// The year.
    pub year: i16,
    /// The group.
    pub group: GroupId,
    /// What was asked.
    pub question: Question,
    /// The best answer.
    pub shared: Shared,
}

/// Sums over the weeks that are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sums {
    /// Heads that start a shift.
    pub heads: f64,
    /// Paid hours that the work asks.
    pub hours: f64,
    /// Those hours as årsverk, as the plan counts them.
    pub fte: f64,
    /// Kroner for those heads, supplements included, as if one's own people did all; that of public holidays too.
    pub kr: f64,
    /// Hours that have to be hired in.
    pub hire_hours: f64,
    /// What those cost from an agency.
    pub hire_kr: f64,
    /// Paid hours on public holidays.
    pub holiday_hours: f64,
    /// The supplement for them, kroner.
    pub holiday_kr: f64,
}

impl Sums {
    /// Whether anything has to be hired in.
    pub fn hires(&self) -> bool {
        self.hire_hours >= HIRED
    }
}

/// The outlook of a ward.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// The weeks that are shown.
    pub weeks: Vec<OutlookWeek>,
    /// The groups' own people, left to right.
    pub own: Vec<Own>,
    /// How holiday is shared out, by year and group.
    pub holidays: Vec<GroupHoliday>,
    /// The same laid on the people who are known.
    pub lists: Vec<HolidayList>,
    /// Those who hold a course that a shift can't do without, and their summer.
    pub certified: Vec<Certified>,
    /// Sums over the weeks that are shown.
    pub sums: Sums,
}

impl Outlook {
    /// Everybody's holiday on the lists, with the list that it stands on and how holidays are shared out there.
    pub fn on_holiday(&self) -> impl Iterator<Item = (&HolidayList, Rules, &OnHoliday)> {
        self.lists.iter().flat_map(|list| {
            let of = self.holidays.iter().find(|of| of.year == list.year && of.group == list.group);
            let rules = of.map_or_else(Rules::default, |of| of.question.rules);
            list.people.iter().map(move |one| (list, rules, one))
        })
    }

    /// The same people and the same holidays, with other heads in some weeks; `other` holds one for each week, or none. A week
    /// keeps its own heads unless fewer hours are short with the others; its gap is that of the search for those.
    pub fn with_other_heads(&self, ward: &Ward, other: Vec<Option<Asked>>) -> Outlook {
        let mut with = self.clone();
        for (week, other) in with.weeks.iter_mut().zip(other) {
            let Some(other) = other else { continue };
            let other = week.with_heads(other);
            if other.short() < week.short() - NOTHING {
                *week = other;
            } else {
                week.asked.gap = other.asked.gap;
            }
        }
        with.sums = sums(ward, &with.weeks);
        with
    }
}

/// All weeks that must be known for some shown ones: those of their whole years, since a year's holiday is shared out over
/// all of it.
pub fn weeks_needed(first: Week, count: u32) -> Vec<Week> {
    let last = first.after(count.max(1) - 1);
    (first.year..=last.year).flat_map(|year| (1..=Week::count(year)).map(move |number| Week { year, number })).collect()
}

/// The outlook of some weeks; `asked` holds every week of [`weeks_needed`], in that order, and `own_away` the groups of which
/// another share than that of the rules may be away at once.
pub fn outlook(
    ward: &Ward,
    plan: &Plan,
    asked: Vec<(Week, Asked)>,
    rules: Rules,
    own_away: &BTreeMap<GroupId, f64>,
    shown: (Week, u32),
) -> Outlook {
    let own: Vec<Own> = ward.group_ids().map(|group| Own::of(ward, plan, group)).collect();
    let mut holidays = Vec::new();
    let mut years: Vec<i16> = asked.iter().map(|(week, _)| week.year).collect();
    years.dedup();
    for year in years {
        let of_year: Vec<&(Week, Asked)> = asked.iter().filter(|(week, _)| week.year == year).collect();
        for group in ward.group_ids() {
            let most_away = own_away.get(&group).copied().unwrap_or(rules.most_away);
            let question = question(ward, own[group.0], group, &of_year, Rules { most_away, ..rules });
            holidays.push(GroupHoliday { year, group, shared: question.best(), question });
        }
    }
    let mut away: BTreeMap<(Week, GroupId), u32> = BTreeMap::new();
    for of in &holidays {
        for (week, people) in of.question.weeks.iter().zip(&of.shared.away) {
            away.insert((*week, of.group), *people);
        }
    }
    let (first, count) = shown;
    let last = first.after(count.max(1) - 1);
    let mut weeks = Vec::new();
    for (week, asked) in asked.into_iter().filter(|(week, _)| first <= *week && *week <= last) {
        let of_group = |group: GroupId| {
            let (holiday, absent) = away_by_calendar(ward, group, week);
            let on_holiday = holiday + f64::from(away.get(&(week, group)).copied().unwrap_or(0));
            let apprentices = apprentices_by_calendar(ward, group, week);
            let own = own[group.0].hours(on_holiday + absent) + hours_of_positions(ward, group, apprentices);
            GroupWeek { asked: asked.hours[group.0], on_holiday, absent, apprentices, own }
        };
        let groups = ward.group_ids().map(of_group).collect();
        weeks.push(OutlookWeek { week, asked, groups });
    }
    let sums = sums(ward, &weeks);
    let certified = certified(ward, plan, rules, &holidays);
    let list = |of: &GroupHoliday| {
        let people = own[of.group.0].people.round().clamp(0.0, 1e6) as u32;
        holiday_list(ward, of, people, &certified)
    };
    let lists = holidays.iter().filter_map(list).collect();
    Outlook { certified, weeks, own, holidays, lists, sums }
}

/// What a group faces in a year before its holiday is shared out. Hours become whole minutes.
fn question(ward: &Ward, own: Own, group: GroupId, weeks: &[&(Week, Asked)], rules: Rules) -> Question {
    let minutes = |hours: f64| (hours * 60.0).round() as i64;
    let (mut told, mut told_in_summer) = (0.0, 0.0);
    let mut short = Vec::new();
    for (week, asked) in weeks {
        let (holiday, absent) = away_by_calendar(ward, group, *week);
        told += holiday;
        told_in_summer += if rules.is_summer(*week) { holiday } else { 0.0 };
        let apprentices = hours_of_positions(ward, group, apprentices_by_calendar(ward, group, *week));
        short.push(minutes(asked.hours[group.0]) - minutes(own.hours(holiday + absent) + apprentices));
    }
    let whole = |number: f64| number.round().clamp(0.0, 1e6) as u32;
    let people = whole(own.people);
    // Holiday that the calendar has already is not given twice.
    let weeks_each = ward.group(group).holiday_weeks;
    let pool_weeks = f64::from(rules.pool_weeks).min(weeks_each);
    let in_pools = if pool_weeks < f64::from(rules.pool_weeks) {
        0
    } else {
        whole(own.people - told_in_summer / f64::from(rules.pool_weeks)).min(people)
    };
    let rest = own.people * weeks_each - told - f64::from(in_pools * rules.pool_weeks);
    Question {
        weeks: weeks.iter().map(|(week, _)| *week).collect(),
        short,
        person: minutes(own.hours_a_person),
        in_pools,
        single_weeks: whole(rest),
        most: whole((own.people * rules.most_away).floor()).max(u32::from(people > 0)),
        rules,
    }
}

fn sums(ward: &Ward, weeks: &[OutlookWeek]) -> Sums {
    let agency = ward.settings.shortage.relief.iter().find(|step| step.relief == Relief::Agency);
    let factor = agency.map_or(AGENCY, |step| step.factor);
    let count = (weeks.len() as f64).max(1.0);
    let mut sums = Sums::default();
    for week in weeks {
        sums.heads += week.asked.staffing.iter().map(|heads| f64::from(heads.heads)).sum::<f64>();
        sums.kr += week.asked.kr;
        for (group, hours) in ward.groups.iter().zip(&week.asked.holiday_hours) {
            let kr = hours * group.hourly_kr * ward.settings.holiday_rate;
            sums.kr += kr;
            sums.holiday_hours += hours;
            sums.holiday_kr += kr;
        }
        for (group, of) in ward.groups.iter().zip(&week.groups) {
            sums.hours += of.asked;
            sums.fte += fte(group, of.asked / count);
            sums.hire_hours += of.short();
            sums.hire_kr += of.short() * group.hourly_kr * factor;
        }
    }
    sums
}

/// Årsverk for so many paid hours a week, as the plan counts them.
pub(super) fn fte(group: &Group, hours: f64) -> f64 {
    hours / group.weekly_hours / (1.0 - group.absence) * 52.0 / (52.0 - group.holiday_weeks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::holiday::flaws;
    use crate::measure::sample;
    use crate::year::dates::of_week;
    use crate::year::week::ward_of;
    use crate::year::{Entry, What};
    use proptest::prelude::*;

    /// One nurse on each shift, all year; four of them, and hours to spare.
    fn case() -> (Ward, Plan) {
        let mut ward = sample::ward();
        (ward.groups[0].positions, ward.groups[0].people) = (Some(6.0), Some(6.0));
        (ward.groups[0].weekly_hours, ward.groups[0].absence, ward.groups[0].holiday_weeks) = (35.5, 0.0, 5.0);
        (ward, Plan::default())
    }

    fn asked(ward: &Ward, week: Week) -> Asked {
        let dates = of_week(ward, week);
        let heads = |shift: &str, day| Heads { group: "SPL".into(), shift: shift.into(), day, heads: 1 };
        let staffing: Vec<Heads> = (1..=7).flat_map(|day| ["D", "A", "N"].map(|shift| heads(shift, day))).collect();
        let found = Plan { staffing, week_cost: Some(1000.0), ..Plan::default() };
        Asked::of(&ward_of(ward, &found, &dates), &found, dates)
    }

    fn outlook_of(ward: &Ward, plan: &Plan, shown: (Week, u32)) -> Outlook {
        let weeks = weeks_needed(shown.0, shown.1);
        let asked = weeks.into_iter().map(|week| (week, asked(ward, week))).collect();
        outlook(ward, plan, asked, Rules::default(), &BTreeMap::new(), shown)
    }

    #[test]
    fn whole_years_are_looked_at() {
        let first = Week { year: 2026, number: 40 };
        assert_eq!(weeks_needed(first, 26).len(), 53 + 52);
        assert_eq!(weeks_needed(Week { year: 2027, number: 1 }, 26).len(), 52);
        assert_eq!(weeks_needed(Week { year: 2026, number: 53 }, 0).len(), 53);
    }

    #[test]
    fn hours_balance_over_the_year_and_everybody_gets_their_weeks() {
        let (ward, plan) = case();
        let outlook = outlook_of(&ward, &plan, (Week { year: 2027, number: 1 }, 52));
        // 7.5 + 7 + 9 hours on seven days; six nurses at 35.5 hours, 47 weeks each.
        let asked = (7.5 + 7.0 + 9.0) * 7.0;
        // The night to 28 March is an hour shorter, that to 31 October an hour longer.
        let of_night = |number: i8| f64::from(i8::from(number == 43) - i8::from(number == 12));
        assert!(outlook.weeks.iter().all(|w| (w.groups[0].asked - asked - of_night(w.week.number)).abs() < 1e-9));
        let own: f64 = outlook.weeks.iter().map(|w| w.groups[0].own).sum();
        assert!((own - 6.0 * 35.5 * 47.0).abs() < 1e-6, "{own}");
        let away: f64 = outlook.weeks.iter().map(|w| w.groups[0].on_holiday).sum();
        assert_eq!(away, 30.0);
        for of in &outlook.holidays {
            assert_eq!(flaws(&of.question, &of.shared), Vec::<String>::new());
        }
        let short: f64 = outlook.weeks.iter().map(|w| w.groups[0].short()).sum();
        assert!((outlook.sums.hire_hours - short).abs() < 1e-9);
        assert!((outlook.sums.hire_kr - short * ward.groups[0].hourly_kr * 2.5).abs() < 1e-6);
        assert_eq!(outlook.sums.heads, 21.0 * 52.0);
        // Maundy Thursday, Good Friday, Easter Sunday and Monday, 1 May, Ascension, Whit Sunday, Whit Monday on 17 May,
        // Christmas Day and Boxing Day, and 1 January 2028, which lies in week 52 of 2027.
        assert!((outlook.sums.holiday_hours - 11.0 * 23.5).abs() < 1e-9, "{}", outlook.sums.holiday_hours / 23.5);
        let supplement = 11.0 * 23.5 * ward.groups[0].hourly_kr * ward.settings.holiday_rate;
        assert!((outlook.sums.holiday_kr - supplement).abs() < 1e-6);
        assert!((outlook.sums.kr - 52_000.0 - supplement).abs() < 1e-6, "1 000 a week, and the supplement");
    }

    #[test]
    fn a_night_on_which_the_hours_change_is_paid_for_as_long_as_it_is() {
        let (ward, _) = case();
        let of = |number| asked(&ward, Week { year: 2027, number });
        let hour = ward.groups[0].hourly_kr * (1.0 + ward.settings.evening_night_rate + ward.settings.weekend_rate);
        assert!(hour > 0.0);
        let usual = of(5);
        for (week, hours) in [(of(12), -1.0), (of(43), 1.0)] {
            assert!((week.hours[0] - usual.hours[0] - hours).abs() < 1e-9, "{:?}", week.nights);
            assert!((week.kr - usual.kr - hours * hour).abs() < 1e-6, "{}", week.kr);
        }
    }

    #[test]
    fn apprentices_give_hours_in_their_weeks_and_the_holiday_follows() {
        let (mut ward, plan) = case();
        let shown = (Week { year: 2027, number: 1 }, 52);
        let without = outlook_of(&ward, &plan, shown);
        let (from, to) = (Week { year: 2027, number: 20 }, Week { year: 2027, number: 30 });
        let what = What::Apprentices { group: GroupId(0), positions: 1.5 };
        ward.calendar = vec![Entry { from: from.monday(), to: to.dates()[6], what, note: None }];
        let with = outlook_of(&ward, &plan, shown);
        let own = |outlook: &Outlook| outlook.weeks.iter().map(|w| w.groups[0].own).sum::<f64>();
        assert!((own(&with) - own(&without) - 11.0 * 1.5 * 35.5).abs() < 1e-6);
        assert!(with.sums.hire_hours <= without.sums.hire_hours, "more hours never ask for more hired ones");
        for of in &with.holidays {
            assert_eq!(flaws(&of.question, &of.shared), Vec::<String>::new());
        }
        assert_eq!(with.weeks[20].groups[0].apprentices, 1.5);
    }

    #[test]
    fn a_group_may_have_a_share_of_its_own_away_at_once() {
        let (mut ward, plan) = case();
        (ward.groups[1].positions, ward.groups[1].people) = (Some(10.0), Some(10.0));
        let shown = (Week { year: 2027, number: 1 }, 4);
        let most = |own: &[(GroupId, f64)]| {
            let asked = weeks_needed(shown.0, shown.1).into_iter().map(|week| (week, asked(&ward, week))).collect();
            let own = own.iter().copied().collect();
            let outlook = outlook(&ward, &plan, asked, Rules::default(), &own, shown);
            [0, 1].map(|group: usize| outlook.holidays[group].question.most)
        };
        assert_eq!(most(&[]), [2, 4], "two fifths of six, and of ten");
        assert_eq!(most(&[(GroupId(0), 0.5)]), [3, 4]);
        assert_eq!(most(&[(GroupId(1), 0.25)]), [2, 2]);
    }

    #[test]
    fn what_the_calendar_tells_is_not_given_twice() {
        let (mut ward, plan) = case();
        let summer = Week { year: 2027, number: 29 };
        ward.calendar = vec![Entry {
            from: summer.monday(),
            to: summer.after(2).dates()[6],
            what: What::Holiday { group: GroupId(0), people: 2.0 },
            note: None,
        }];
        let outlook = outlook_of(&ward, &plan, (Week { year: 2027, number: 1 }, 52));
        let of = &outlook.holidays[0];
        assert_eq!((of.question.in_pools, of.question.single_weeks), (4, 12));
        let away: f64 = outlook.weeks.iter().map(|w| w.groups[0].on_holiday).sum();
        assert!((away - 30.0).abs() < 1e-9, "{away}");
    }

    #[test]
    fn six_months_are_a_part_of_the_year() {
        let (ward, plan) = case();
        let outlook = outlook_of(&ward, &plan, (Week { year: 2026, number: 50 }, 26));
        assert_eq!(outlook.weeks.len(), 26);
        assert_eq!(outlook.weeks[0].week.to_string(), "2026-W50");
        assert_eq!(outlook.weeks[25].week.to_string(), "2027-W22");
        assert_eq!(outlook.holidays.len(), 2 * ward.groups.len());
    }

    proptest! {
        /// Whatever other heads a search finds, no week lacks more hours with them, and people and holidays are the same.
        #[test]
        fn other_heads_never_lack_more_hours(
            factors in prop::collection::vec(prop::option::of(prop::array::uniform3(0.0..2.0_f64)), 8),
            positions in 3.0..8.0_f64,
        ) {
            let (mut ward, plan) = case();
            (ward.groups[0].positions, ward.groups[1].positions) = (Some(positions), Some(positions / 2.0));
            let planned = outlook_of(&ward, &plan, (Week { year: 2027, number: 20 }, 8));
            let other = |(week, factors): (&OutlookWeek, &Option<[f64; 3]>)| {
                let asked = |factors: &[f64; 3]| Asked {
                    hours: factors.iter().map(|factor| factor * week.asked.hours[0]).collect(),
                    ..week.asked.clone()
                };
                factors.as_ref().map(asked)
            };
            let found: Vec<Option<Asked>> = planned.weeks.iter().zip(&factors).map(other).collect();
            let with = planned.with_other_heads(&ward, found.clone());
            let short = |week: &OutlookWeek| week.groups.iter().map(GroupWeek::short).sum::<f64>();
            prop_assert!(with.sums.hire_hours <= planned.sums.hire_hours + 1e-9);
            for ((week, before), found) in with.weeks.iter().zip(&planned.weeks).zip(found) {
                let least = found.map_or(f64::INFINITY, |found| {
                    let own = before.groups.iter().zip(&found.hours);
                    own.map(|(of, hours)| (hours - of.own).max(0.0)).sum()
                });
                prop_assert!((short(week) - short(before).min(least)).abs() < 1e-5);
                prop_assert!(week.groups.iter().zip(&before.groups).all(|(a, b)| a.own == b.own));
            }
            prop_assert_eq!(with.holidays, planned.holidays.clone());
            let none = planned.weeks.iter().map(|_| None).collect();
            prop_assert_eq!(planned.with_other_heads(&ward, none), planned);
        }
    }
}

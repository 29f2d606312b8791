//! A group's people from year to year, by single years of age: who leaves, who retires, who joins.

use crate::ward::GroupId;

use super::What;
use super::drawn::Drawn;

/// The oldest age at work.
const LAST: usize = 85;

/// What is known of a group beside the assumptions' rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Staff {
    /// The group.
    pub group: GroupId,
    /// Its people, where no row tells them by age.
    pub people: f64,
}

/// A group at the end of a year's changes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SupplyYear {
    /// Its people, apprentices left out.
    pub people: f64,
    /// Those who left since the year before for another reason than retirement.
    pub left: f64,
    /// Those who retired.
    pub retired: f64,
    /// Those who joined: taken on, or apprentices who stayed.
    pub joined: f64,
    /// Positions that its apprentices do.
    pub apprentices: f64,
}

/// A group's people in the first year and `years` after it. Each year: a share leaves, who stays becomes a year older and
/// retires at the age of retirement, and the new ones join. So `people[t] = people[t−1] − left − retired + joined`.
pub fn supply(drawn: &Drawn, staff: Staff, first: i16, years: u32) -> Vec<SupplyYear> {
    let group = Some(staff.group);
    let mut ages = start(drawn, staff, first);
    let mut list = vec![SupplyYear {
        people: ages.iter().sum(),
        apprentices: apprentices(drawn, group, first),
        ..SupplyYear::default()
    }];
    for t in 1..=years {
        let year = first.saturating_add(i16::try_from(t).unwrap_or(i16::MAX));
        let leave = drawn.or_usual(What::Leave, group, year).clamp(0.0, 1.0);
        let retire = drawn.or_usual(What::Retire, group, year);
        let (mut left, mut retired) = (0.0, 0.0);
        let mut older = [0.0; LAST + 1];
        for (age, people) in ages.iter().enumerate() {
            left += people * leave;
            let stay = people * (1.0 - leave);
            let now = age + 1;
            let going = if now > LAST { 1.0 } else { goes(now, retire) };
            retired += stay * going;
            if now <= LAST {
                older[now] += stay * (1.0 - going);
            }
        }
        let joined = joined(drawn, group, year);
        older[age(drawn.or_usual(What::RecruitAge, group, year))] += joined;
        ages = older;
        let people = ages.iter().sum();
        list.push(SupplyYear { people, left, retired, joined, apprentices: apprentices(drawn, group, year) });
    }
    list
}

fn age(years: f64) -> usize {
    (years.max(0.0) as usize).min(LAST)
}

/// The share of those who become `age` that retires then, so that the mean age of retirement is `retire`: at 64.5 half go at
/// 64 and half at 65.
fn goes(age: usize, retire: f64) -> f64 {
    let age = age as f64;
    if age >= retire {
        1.0
    } else if age > retire - 1.0 {
        1.0 - (retire - retire.floor())
    } else {
        0.0
    }
}

/// People by age in the first year: those of each row spread evenly over its ages; without rows all of them evenly from the
/// age at which people join to the one at which they retire.
fn start(drawn: &Drawn, staff: Staff, first: i16) -> [f64; LAST + 1] {
    let mut ages = [0.0; LAST + 1];
    let retire = drawn.or_usual(What::Retire, Some(staff.group), first);
    let last = |from: usize| age((retire.ceil() - 1.0).max(from as f64));
    let mut is_told = false;
    for (row, people) in drawn.rows(What::People).filter(|(row, _)| row.group == Some(staff.group)) {
        is_told = true;
        let from = row.ages.map_or(age(0.0), |ages| age(f64::from(ages.from)));
        let to = row.ages.and_then(|ages| ages.to).map_or_else(|| last(from), |to| age(f64::from(to))).max(from);
        spread(&mut ages, from, to, people);
    }
    if !is_told {
        let from = age(drawn.or_usual(What::RecruitAge, Some(staff.group), first));
        spread(&mut ages, from, last(from), staff.people);
    }
    ages
}

fn spread(ages: &mut [f64; LAST + 1], from: usize, to: usize, people: f64) {
    let each = people / (to - from + 1) as f64;
    ages[from..=to].iter_mut().for_each(|of| *of += each);
}

fn length(drawn: &Drawn, group: Option<GroupId>, year: i16) -> i16 {
    drawn.or_usual(What::ApprenticeYears, group, year).round().clamp(1.0, 10.0) as i16
}

/// Those who join in a year: taken on, and apprentices of as many years before as an apprenticeship lasts, who stay.
fn joined(drawn: &Drawn, group: Option<GroupId>, year: i16) -> f64 {
    let began = year.saturating_sub(length(drawn, group, year));
    let ready = drawn.or_usual(What::Apprentices, group, began) * drawn.or_usual(What::ApprenticesStay, group, year);
    drawn.or_usual(What::Recruits, group, year) + ready
}

/// Positions that the apprentices do who are in their apprenticeship in a year.
pub(crate) fn apprentices(drawn: &Drawn, group: Option<GroupId>, year: i16) -> f64 {
    let taken: f64 = (0..length(drawn, group, year))
        .map(|ago| drawn.or_usual(What::Apprentices, group, year.saturating_sub(ago)))
        .sum();
    taken * drawn.or_usual(What::ApprenticeShare, group, year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::projection::ages::Ages;
    use crate::projection::{Assumptions, Entry, Range};
    use crate::random::Random;

    const GROUP: GroupId = GroupId(0);

    fn row(what: What, value: f64) -> Entry {
        Entry { what, group: Some(GROUP), ages: None, from: None, value: Range::sure(value), source: None }
    }

    fn people(from: u8, to: Option<u8>, number: f64) -> Entry {
        Entry { ages: Some(Ages { from, to }), ..row(What::People, number) }
    }

    fn told(entries: Vec<Entry>, years: u32) -> Vec<SupplyYear> {
        let of = Assumptions { residents: Vec::new(), entries };
        supply(&Drawn::written(&of), Staff { group: GROUP, people: 10.0 }, 2026, years)
    }

    #[test]
    fn nobody_leaves_and_nobody_is_old_enough_so_all_stay() {
        let list = told(vec![people(30, Some(39), 12.0), row(What::Leave, 0.0), row(What::Retire, 67.0)], 15);
        assert!(list.iter().all(|of| (of.people - 12.0).abs() < 1e-12 && of.retired == 0.0));
    }

    #[test]
    fn those_who_leave_go_by_a_constant_share() {
        let list = told(vec![people(25, Some(25), 100.0), row(What::Leave, 0.1), row(What::Retire, 70.0)], 15);
        for (t, of) in list.iter().enumerate() {
            assert!((of.people - 100.0 * 0.9_f64.powi(t as i32)).abs() < 1e-9);
        }
    }

    #[test]
    fn as_many_who_join_as_who_retire_keeps_an_even_cohort_as_it_is() {
        // 40 ages from 25 to 64 with one each: every year one retires at 65, and one joins at 25.
        let entries = vec![
            people(25, Some(64), 40.0),
            row(What::Leave, 0.0),
            row(What::Recruits, 1.0),
            row(What::RecruitAge, 25.0),
        ];
        let list = told(entries, 30);
        assert!(list.iter().all(|of| (of.people - 40.0).abs() < 1e-9));
        assert!(list[1..].iter().all(|of| (of.retired - 1.0).abs() < 1e-9 && of.joined == 1.0));
    }

    #[test]
    fn people_counted_one_by_one_are_as_many() {
        let mut random = Random::new(7);
        for _ in 0..200 {
            let retire = 60 + random.below(8);
            let (recruits, at) = (random.below(4), 22 + random.below(20));
            let mut alive: Vec<usize> = Vec::new();
            let mut entries = vec![
                row(What::Leave, 0.0),
                row(What::Retire, retire as f64),
                row(What::Recruits, recruits as f64),
                row(What::RecruitAge, at as f64),
            ];
            for _ in 0..1 + random.below(6) {
                let (from, wide, each) = (20 + random.below(45), 1 + random.below(8), 1 + random.below(3));
                entries.push(people(from as u8, Some((from + wide - 1) as u8), (wide * each) as f64));
                alive.extend((0..wide).flat_map(|more| std::iter::repeat_n(from + more, each)));
            }
            let list = told(entries, 20);
            for (t, of) in list.iter().enumerate() {
                assert!((of.people - alive.len() as f64).abs() < 1e-9, "year {t}");
                let before = alive.len();
                alive = alive.into_iter().map(|age| age + 1).filter(|age| *age < retire).collect();
                if let Some(next) = list.get(t + 1) {
                    assert!((next.retired - (before - alive.len()) as f64).abs() < 1e-9);
                }
                alive.extend(std::iter::repeat_n(at, recruits));
            }
        }
    }

    #[test]
    fn the_stock_is_last_years_less_those_who_went_and_with_those_who_came() {
        let mut random = Random::new(11);
        for _ in 0..200 {
            let entries = vec![
                people(20 + random.below(40) as u8, None, 30.0 * random.share()),
                row(What::Leave, random.share() * 0.3),
                row(What::Retire, 60.0 + 8.0 * random.share()),
                row(What::Recruits, 5.0 * random.share()),
                row(What::Apprentices, 3.0 * random.share()),
                row(What::ApprenticesStay, random.share()),
            ];
            let list = told(entries, 25);
            for pair in list.windows(2) {
                let due = pair[0].people - pair[1].left - pair[1].retired + pair[1].joined;
                assert!((pair[1].people - due).abs() < 1e-9);
                assert!(pair[1].people >= -1e-12 && pair[1].left >= 0.0 && pair[1].retired >= -1e-12);
            }
        }
    }

    #[test]
    fn the_mean_age_of_retirement_is_the_one_that_is_written() {
        for retire in [62.0, 63.25, 64.5, 66.9] {
            let list = told(vec![people(50, Some(50), 1.0), row(What::Leave, 0.0), row(What::Retire, retire)], 30);
            let mean: f64 = list.iter().enumerate().map(|(t, of)| (50 + t) as f64 * of.retired).sum();
            assert!((mean - retire).abs() < 1e-9, "{mean} for {retire}");
        }
    }

    #[test]
    fn apprentices_count_in_their_years_and_stay_after_them() {
        let taken = Entry { from: Some(2027), ..row(What::Apprentices, 4.0) };
        let list = told(
            vec![
                people(30, Some(30), 1.0),
                row(What::Leave, 0.0),
                taken,
                row(What::ApprenticeYears, 2.0),
                row(What::ApprenticeShare, 0.25),
                row(What::ApprenticesStay, 0.5),
            ],
            4,
        );
        let doing: Vec<f64> = list.iter().map(|of| of.apprentices).collect();
        let joined: Vec<f64> = list.iter().map(|of| of.joined).collect();
        assert_eq!((doing, joined), (vec![0.0, 1.0, 2.0, 2.0, 2.0], vec![0.0, 0.0, 0.0, 2.0, 2.0]));
    }

    #[test]
    fn without_rows_by_age_the_people_are_spread_evenly() {
        let list = told(vec![row(What::Leave, 0.0), row(What::Retire, 65.0), row(What::RecruitAge, 25.0)], 1);
        // Ten people over 40 ages: a quarter of a person retires.
        assert!((list[0].people - 10.0).abs() < 1e-9 && (list[1].retired - 0.25).abs() < 1e-9);
    }
}

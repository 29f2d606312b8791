//! The year as JSON, for other programs: weeks with demand, own people and heads; holidays; scenarios.

use fordel_core::ward::Ward;
use fordel_core::year::certified::Certified;
use fordel_core::year::closed::Closed;
use fordel_core::year::list::HolidayList;
use fordel_core::year::outlook::{GroupHoliday, Outlook, OutlookWeek, Sums};
use fordel_core::year::scenario::Scenario;
use serde_json::{Value, json};

use crate::YearTold;

impl YearTold {
    /// `{"unit", "weeks": [{"week", "from", "groups", "heads", "nights"}], "holidays", "lists", "certified", "scenarios"}`. Hours are paid hours, money
    /// is kroner, both unrounded.
    pub fn to_json(&self) -> String {
        let planned = self.planned();
        let scenarios = self.scenarios.iter().map(|(scenario, outlook)| {
            let mut told = sums(&outlook.sums);
            told["scenario"] = json!(scenario.name());
            match scenario {
                Scenario::Fewer { share } | Scenario::Moved { share } | Scenario::OtherMix { share } => {
                    told["share"] = json!(share);
                }
                Scenario::Overlap { minutes } => told["minutes"] = json!(minutes),
                Scenario::Closed(closed) => {
                    let weeks = planned.weeks.iter().filter(|of| of.lacks()).map(|of| of.week.to_string());
                    told["weeks"] = json!(weeks.collect::<Vec<_>>());
                    match closed {
                        Closed::Units { driver, units, of } => {
                            let name = self.ward.drivers.get(driver.0).map(|driver| &driver.name);
                            (told["driver"], told["units"], told["of"]) = (json!(name), json!(units), json!(of));
                        }
                        Closed::Percent(percent) => told["share"] = json!(1.0 - f64::from(*percent) / 100.0),
                    }
                }
                Scenario::AsPlanned | Scenario::OnePoolMore | Scenario::OtherPlan => {}
            }
            told["short_by_week"] = short_by_week(outlook);
            told
        });
        format!(
            "{:#}",
            json!({
                "unit": self.ward.unit,
                "from": self.question.from.to_string(),
                "weeks": planned.weeks.iter().map(|of| week(&self.ward, of)).collect::<Vec<_>>(),
                "holidays": planned.holidays.iter().map(|of| holiday(&self.ward, of)).collect::<Vec<_>>(),
                "lists": planned.lists.iter().map(|of| list(&self.ward, of)).collect::<Vec<_>>(),
                "certified": planned.certified.iter().map(|of| certified(&self.ward, of)).collect::<Vec<_>>(),
                "scenarios": scenarios.collect::<Vec<_>>(),
            })
        )
    }
}

fn week(ward: &Ward, of: &OutlookWeek) -> Value {
    let groups = ward.groups.iter().zip(&of.groups).map(|(group, told)| {
        json!({
            "group": group.code, "asked_hours": told.asked, "own_hours": told.own, "short_hours": told.short(),
            "on_holiday": told.on_holiday, "absent": told.absent, "apprentices": told.apprentices,
        })
    });
    let dates = of.asked.dates.iter().map(|dated| {
        let units = ward.drivers.iter().zip(&dated.units).map(|(driver, units)| (driver.name.clone(), json!(units)));
        json!({
            "date": dated.date.to_string(), "staffed_as": dated.as_day.number(),
            "holidays": dated.holidays.iter().map(|holiday| holiday.name()).collect::<Vec<_>>(),
            "activity": units.collect::<serde_json::Map<_, _>>(),
        })
    });
    let nights = of.asked.nights.iter().map(|night| {
        json!({
            "date": night.date.to_string(), "change": night.change.name(), "group": ward.group(night.group).code,
            "heads": night.heads, "hours": night.hours, "minutes": night.minutes, "short_minutes": night.short,
        })
    });
    json!({
        "week": of.week.to_string(),
        "from": of.week.monday().to_string(),
        "groups": groups.collect::<Vec<_>>(),
        "dates": dates.collect::<Vec<_>>(),
        "heads": of.asked.staffing,
        "cost": of.asked.kr,
        "gap": of.asked.gap,
        "nights": nights.collect::<Vec<_>>(),
    })
}

fn holiday(ward: &Ward, of: &GroupHoliday) -> Value {
    let away = of.question.weeks.iter().zip(&of.shared.away).filter(|(_, people)| **people > 0);
    json!({
        "group": ward.group(of.group).code,
        "year": of.year,
        "pools": of.shared.pools,
        "most_away": of.shared.most,
        "away_share": of.question.rules.most_away,
        "away": away.map(|(week, people)| json!({"week": week.to_string(), "people": people})).collect::<Vec<_>>(),
    })
}

fn list(ward: &Ward, of: &HolidayList) -> Value {
    let people = of.people.iter().map(|one| {
        let weeks: Vec<String> = one.weeks.iter().map(ToString::to_string).collect();
        json!({"employee": one.employee, "pool": one.pool.map(|pool| pool + 1), "weeks": weeks})
    });
    json!({
        "group": ward.group(of.group).code, "year": of.year, "people": people.collect::<Vec<_>>(), "unnamed": of.unnamed,
        "thin": of.thin.iter().map(|thin| json!({
            "course": ward.courses[thin.course.0].name, "pool": thin.pool + 1, "away": thin.away, "most_away": thin.most,
        })).collect::<Vec<_>>(),
    })
}

fn certified(ward: &Ward, of: &Certified) -> Value {
    json!({
        "group": ward.group(of.group).code, "course": ward.courses[of.course.0].name, "people": of.people,
        "holders": of.holders, "needed": of.needed, "most_away": of.most_away(), "in_a_pool": of.in_a_pool(),
        "further": of.further(),
        "thin_weeks": of.thin_weeks().iter().map(ToString::to_string).collect::<Vec<_>>(),
        "crowded_years": of.crowded_years(), "further_for_weeks": of.further_for_weeks(),
    })
}

fn short_by_week(outlook: &Outlook) -> Value {
    let short = outlook.weeks.iter().map(|of| {
        let hours: f64 = of.groups.iter().map(|group| group.short()).sum();
        json!({"week": of.week.to_string(), "hours": hours})
    });
    json!(short.collect::<Vec<_>>())
}

fn sums(sums: &Sums) -> Value {
    json!({
        "shifts": sums.heads, "hours": sums.hours, "fte": sums.fte, "cost": sums.kr, "hire_hours": sums.hire_hours,
        "hire_cost": sums.hire_kr, "public_holiday_hours": sums.holiday_hours,
        "public_holiday_cost": sums.holiday_kr,
    })
}

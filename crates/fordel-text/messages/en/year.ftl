# The year: demand against own people week by week, holidays, scenarios.

holiday-new-year = New Year's Day
holiday-maundy-thursday = Maundy Thursday
holiday-good-friday = Good Friday
holiday-easter-sunday = Easter Sunday
holiday-easter-monday = Easter Monday
holiday-labour-day = 1 May
holiday-constitution-day = Constitution Day
holiday-ascension = Ascension Day
holiday-whit-sunday = Whit Sunday
holiday-whit-monday = Whit Monday
holiday-christmas-day = Christmas Day
holiday-boxing-day = Boxing Day

year-title = The year
year-head = { $unit }: { $weeks-n ->
    [one] 1 week, week { $first }.
   *[other] { $weeks } weeks, from week { $first } to week { $last }.
}
year-sum-covered = Own people cover everything: no week is short of hours.
year-sum-short =
    { $short-weeks-n ->
        [one] One week is short
       *[other] { $short-weeks } weeks are short
    } of hours, { $hours } hours in all. Hired in from an agency they cost { $kr }.
year-worst =
    { $count-n ->
        [one] Most is lacking in week { $week }: { $hours } hours.
       *[other] Most is lacking in { $count } weeks: { $hours } hours in each. The first is week { $week }.
    }
year-week-short = week { $number }
year-column-week = Week
year-column-from = From
year-column-asked = Demand, hours
year-column-own = Own, hours
year-column-on-holiday = On holiday
year-column-absent = Other absence
year-column-short = Short, hours
year-column-short-of = Short of
year-column-days = Public holidays
year-column-group = Group
year-column-date = Date
year-column-weekday = Day
year-column-as-day = Staffed as
year-column-heads = People on duty
year-column-units = { $driver }
year-column-note = Note
year-short-of = { $group } { $hours }

year-scenarios = What could make it easier?
year-scenario = Scenario
year-scenario-as-planned = As planned
year-scenario-closed-units = { $units } of { $of } closed in the weeks short of hours
year-scenario-closed-share = { $share } less activity in the weeks short of hours
year-closed-units = With { $units } fewer { $driver } each day, of { $of } at most, in { $count-n ->
    [one] week
   *[other] weeks
} { $weeks } nothing has to be hired in. It is the least that is enough.
year-closed-share = With { $share } less activity in { $count-n ->
    [one] week
   *[other] weeks
} { $weeks } nothing has to be hired in. It is the least that is enough, in whole per cent.
year-closed-never = Even without activity in { $count-n ->
    [one] week
   *[other] weeks
} { $weeks } something has to be hired in: the work that follows no activity, and the rules of how many must be present, decide.
year-scenario-fewer = { $share } activity in the summer pools
year-scenario-moved = { $share } activity in the summer pools, the rest made up for in the rest of the year
year-scenario-one-pool-more = One more pool, a longer summer
year-scenario-overlap-shorter = Overlap between shifts { $minutes } minutes shorter
year-scenario-overlap-longer = Overlap between shifts { $minutes } minutes longer
year-scenario-other-mix = Other groups help with { $share } of the hours that they have to spare
year-scenario-other-plan = The other plan
year-easier-none = { $scenario }: nothing has to be hired in, { $hours } hours and { $kr } less.
year-easier = { $scenario }: { $hours } hours and { $kr } less to hire in.
year-easier-shifts =
    { $shifts-n ->
        [one] It takes one more shift in the weeks shown.
       *[other] It takes { $shifts } more shifts in the weeks shown.
    }
year-moved-dearer = { $scenario }: { $hours } hours more have to be hired in than planned. What is made up for in the rest of the year takes more hiring in than the pools spare.
year-moved-shifts = { $scenario }: { $shifts-n ->
    [one] one shift
   *[other] { $shifts } shifts
} and { $kr } more in wages than planned, for as much activity. Those on a shift are whole people, and never fewer than the demands say: so less activity in the pools spares fewer shifts than more activity in the rest of the year takes.
year-alike = { $scenario }: as many shifts and as much hired in as planned.
year-alike-activity = { $scenario }: as many shifts and as much hired in as planned. So the changed activity doesn't change how many shifts these weeks take. Likely the rules of how many must be present, and the fewest on the shifts, decide, and not the amount of work.
year-alike-not-shown = { $scenario }: activity is as planned in all weeks that are shown, so the shifts are the same.
year-alike-overlap = { $scenario }: all shifts are as planned. The overlap is the time from when somebody of the same group who takes over begins until the shift ends, two hours at most. It never becomes less than nought.
year-alike-mix = { $scenario }: as much hired in as planned. Either no group is short of hours, or none that may do the work has hours to spare, or as many of the groups that are short must be on duty all the same.
year-mix = { $scenario }: { $groups }. No other distribution of the tasks in these weeks gives the groups that are short fewer hours on shift ({ $gap }).
year-mix-more = { $group } { $hours } hours more
year-mix-fewer = { $group } { $hours } hours less
year-column-shifts = Shifts
year-column-fte = Positions
year-column-kr = Pay, NOK
year-column-hire-hours = Hired in, hours
year-column-hire-kr = Hired in, NOK
year-column-holiday-hours = Hours on public holidays
year-column-in-all = In all

year-holidays = Holidays
year-pools = { $group } in { $year }: { $pools }. Single weeks: { $singles }.
year-pool = pool { $pool } (weeks { $first }–{ $last }): { $people }
year-singles-none = none
year-single = week { $week }: { $people }
year-most = At most { $most } of { $people } can be on holiday at once.
year-most-raised = More must be away at once than was asked: { $most } in { $group }. Otherwise not everybody gets their holiday.
year-column-pool = Pool
year-column-weeks = Weeks
year-column-people = People

year-nights = Nights on which the hours change
year-night-forward = Night before { $date }: the clock goes forward, the night is an hour shorter. { $group }: { $heads } on duty, { $hours } { $paid-n ->
    [one] paid hour
   *[other] paid hours
}, counted in the week's, and { $minutes } minutes for tasks.
year-night-back = Night before { $date }: the clock goes back, the night is an hour longer. { $group }: { $heads } on duty, { $hours } { $paid-n ->
    [one] paid hour
   *[other] paid hours
}, counted in the week's, and { $minutes } minutes for tasks.
year-night-short = Then { $minutes } minutes of work don't fit.
year-night-holds = The work fits all the same.
year-column-night = Night before

year-rests = What this rests on
year-rests-method = The shifts of each week are the cheapest that carry the work, with the plan's distribution of tasks and the activity of that week. No other shifts cost less ({ $gap }), and an independent check found that they keep every demand.
year-rests-proven = proven
year-rests-gap = proven within { $gap }
year-rests-holidays = Holidays are shared out so that the fewest hours are short, and then as evenly as possible. No distribution is better; an independent check has tried.
year-rests-positions = { $group }: positions and people aren't in the sheet. The plan's own figures are used: positions { $positions }, people { $people }.
year-rests-absence = Own hours are positions × weekly hours, without expected sick leave, holidays and other known absence.
year-rests-apprentices = Apprentices in { $group } give hours as own people do in the weeks that the calendar has them in { $years }: { $positions } positions at most.
year-rests-apprentices-ahead = Apprentices in { $group } are those of the sheet Projection in { $years }, since the calendar has none then: { $positions } positions at most, as much in all weeks of a year. Write them in the calendar with dates, and only their weeks count; 0 there leaves them out.
year-rests-holidays-as = Public holidays are staffed as Sundays. Write otherwise in the sheet Calendar.
year-rests-cost = Pay is as in the plan, with { $rate } of the hourly cost added on public holidays: { $holiday }. Hiring in is hours × hourly cost × { $factor }, without supplements.
year-rests-no-drivers = No task follows activity: demand is the same all year, public holidays apart. Write drivers in the sheet Activity and in the column Per.
year-rests-vary = Each day is staffed on its own, also where the plan has the same shifts on all weekdays.
year-saved = Saved: { $path }.
year-chart = Demand and own people week by week
year-chart-hours = Hours a week
year-chart-asked = Demand
year-chart-own = Own people
year-chart-short = Short
year-chart-alternative = Demand is from { $least } to { $most } hours a week. Own people give from { $own-least } to { $own-most }. { $short-weeks-n ->
    [0] No week is short of hours.
    [one] One week is short of hours.
   *[other] { $short-weeks } weeks are short of hours.
}
year-chart-caption = Hours a week: what the work asks, and what own people give once holidays are shared out.
year-by-group = Group by group
year-chart-table = Week by week
year-week-impossible = In week { $week } no staffing can carry the work with these shifts. See in the sheet Calendar what holds that week, and whether the shifts run on the weekdays that its days are staffed as.
year-week-unknown = For week { $week } no staffing was found in time. Try again when the machine has less to do.
year-sheet-weeks = Week by week
year-sheet-days = Day by day
year-sheet-holidays = Holidays
year-sheet-scenarios = Scenarios
year-sheet-notes = Assumptions

usage-fordel-year = fordel year [OPTIONS] WARD.xlsx PLAN [--from DATE] [--weeks COUNT]
cmd-year = The year: demand against own people week by week, holidays, scenarios
    .long =
        The year ahead: for each week the shifts that the plan's work asks under the activity then, against what own people give once holidays are shared out as well as can be. Public holidays, closed beds, holidays and absence stand in the sheet Calendar. Ends with 1 when hours have to be hired in.
arg-year-from = First date, e.g. 2027-01-04 or 4.1.2027. Without it: today
arg-year-weeks = How many weeks are shown. Without it: 26
arg-year-summer = The week in which the first summer pool starts. Without it: 26
arg-year-pools = How many summer pools. Without it: 3
arg-year-pool-weeks = How many weeks a pool has. Without it: 3
arg-year-away = How large a share of a group may have holiday at once; once more for each group with a share of its own, e.g. --away 40% --away SPL=30%. Without it: 40%
arg-year-activity = Activity in the summer pools of the scenarios with fewer beds. Without it: 80%
arg-year-overlap = A scenario with overlap between shifts so many minutes longer, e.g. 15, or shorter, e.g. -15. Without it both are tried where something has to be hired in; 0: none
arg-year-mix = A scenario in which other groups help those short of hours, with this share of the hours that they have to spare, e.g. 50%. Without it all of them are tried where something has to be hired in; 0: none
arg-year-without-apprentices = Leave out the apprentices of the sheet Projection. Otherwise they count in years in which the calendar has none
arg-year-other = One more plan, to set beside it
arg-year-out = Write the year to a workbook
arg-year-print = Write the year to a page for printing on A3 (.pdf or .html)
wrong-date = "{ $value }" isn't a date. Write e.g. 2027-01-04 or 4.1.2027.
wrong-year-weeks = "{ $value }" isn't a number of weeks. Write a whole number from 1 to 104.
wrong-pools = "{ $value }" can't be used. The pools must lie within the year: write e.g. --summer 26 --pools 3 --pool-weeks 3.
wrong-away = "{ $value }" isn't a share. Write e.g. 40%.
wrong-group-away = "{ $value }" isn't a group and its share. Write e.g. SPL=30%.
wrong-activity = "{ $value }" isn't a share of usual activity. Write e.g. 80%.
wrong-overlap = "{ $value }" can't be used. Write whole minutes from -120 to 120, e.g. -15.

# The page

year-no-plan = The year rests on a plan, and the unit has none yet.
year-no-plan-do = Ask for a proposal first.
year-to-calendar = The calendar
year-to-year = The year
year-ask = Choose other weeks and scenarios
year-lead = Week by week: the hours that the plan's work asks, against the hours that own people give once holidays are shared out as well as can be. Public holidays are computed. Closed beds, holidays, absence, apprentices and days staffed as others stand in the calendar.
year-take-out = Download:
year-a3 = PDF on A3
year-a3-page = Web page for A3
year-first = This stretch hasn't been computed, or the plan or the sheets were changed since. Press "Compute the year" below.
year-outdated = The plan or the mapping has changed since this was computed. Press "Compute the year" to compute it again.
year-solve = Compute the year
year-takes = It takes from a second to a couple of minutes, by how many different weeks the year has. The answer stays.
year-without-apprentices = Leave out the apprentices of the sheet Projection
year-field-fra = From date
year-field-uker = Number of weeks
year-field-sommer = First summer pool, week
year-field-puljer = Number of summer pools
year-field-lengde = Weeks in a pool
year-field-borte = On holiday at once at most, percent
year-away-groups = A share of its own for a group
year-away-groups-lead = Empty: the group has the share that holds for all.
year-field-group-away = { $group }: on holiday at once at most, percent
year-field-aktivitet = Activity in the pools of the scenarios, percent
year-field-overlapp = Overlap between shifts, minutes
year-hint-overlapp = A scenario: −15 is a quarter of an hour shorter, 15 a quarter longer. Empty: both are tried where something has to be hired in. 0: neither.
year-field-tilovers = Share of the hours to spare that goes to other groups, percent
year-hint-tilovers = A scenario: in weeks in which a group is short of hours, others do what they may of its work. Empty: with all the hours that they have to spare, where something has to be hired in. 0: not tried. It takes longest to compute.
year-wrong-overlap = Write whole minutes from −120 to 120.
year-wrong-date = Write a date.
year-wrong-weeks = Write a whole number from 1 to 104.
year-wrong-pools = The pools must lie within the year: week, number and length are whole numbers.
year-wrong-share = Write a percentage above 0 and at most 100.
year-wrong-part = Write a percentage from 0 to 100.
year-field-mot = Set another proposal beside it
year-other-none = none
year-wrong-other = Choose a proposal that is done.
year-wrong-activity = Write a percentage above 0.

# Holidays of those who hold a course.
year-certified = Holidays of those who hold a course
year-certified-lead = Work that takes a course must have somebody who holds it on every shift, and the sheet Presence may demand it. So many of those who hold it may be on holiday at once:
year-column-course = Course
year-column-holders = Hold it
year-column-needed = Must be there
year-column-most-away = May be away
year-column-in-a-pool = In the fullest pool
year-certified-word = The summer
year-certified-holds = holds, if the pools are shared evenly among those who hold it
year-certified-further = { $count-n ->
    [one] doesn't hold: one more must take the course before the summer
   *[other] doesn't hold: { $count } more must take the course before the summer
}
year-certified-never = doesn't hold even if all of the group take the course: more pools or help from outside is needed
year-certified-weeks = The single weeks
year-weeks-hold = hold when at most { $most } of those who hold the course are away in the same week
year-weeks-thin = In { $count-n ->
    [one] week
   *[other] weeks
} { $weeks } so many are away that too few who hold the course can stay.
year-weeks-crowded = In { $year } not all who hold the course get their single weeks.
year-weeks-further = { $count-n ->
    [one] One more must hold the course.
   *[other] { $count } more must hold the course.
}
year-weeks-never = At most { $most } of the group may be away in a week.
year-sheet-certified = Courses and holidays

year-list = Holiday list
year-list-lead = A proposal of who has holiday when, for those who are in the sheet Certificates. Those who hold the same course are spread over the pools. Exchange freely, for instance when wishes have come in.
year-list-unnamed = { $group } in { $year }: { $count-n ->
    [one] one employee isn't in the sheet Certificates, and has the place that is left.
   *[other] { $count } employees aren't in the sheet Certificates, and have the places that are left.
}
year-list-thin = { $group } in { $year }, pool { $pool }: { $away } of those who hold { $course } are away at once. At most { $most } may be.
year-column-employee = Employee
year-column-year = Year
year-column-summer = Summer, weeks
year-column-singles = Single weeks
year-sheet-list = Holiday list

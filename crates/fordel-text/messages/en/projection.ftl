# The projection: need for and supply of personnel years ahead.

projection-title = Years ahead
projection-head = { $unit }{ $more-n ->
        [0] { "" }
        [one] { " and one more unit" }
       *[other]  and { $more } more units
    }: from { $first } to { $last }, with the work shared out as today.
projection-need = The need goes from { $now } to { $then } positions ({ $growth }). The people fill { $filled-now } positions now and { $filled } then.
projection-empty = The sheets Population and Projection are empty. The figures below therefore only tell what happens if nobody is taken on and the need doesn't change.
projection-figure = { $positions } positions short
projection-figure-need = Need in { $year }: { $need } positions
projection-takes = All figures are assumptions. Change them in the sheets, and the page changes.
projection-covered = No group is short of people in the last year.
projection-short = In the last year { $positions } positions ({ $people-n ->
    [one] one person
   *[other] { $people } people
}) are lacking in the groups that are short.
projection-lacks = { $group }: { $positions } positions short in { $last }. The shortage begins in { $from }.
projection-lacks-now = { $group }: { $positions } positions short in { $last }, and short already in { $from }.
projection-likely = In eight of ten draws within what the assumptions may be, { $band } positions are lacking.
projection-band = { $low } to { $high }

projection-scenario-as-today = As today
projection-scenario-sharing = With the plan's task sharing
projection-scenario-more-percent = Larger positions
projection-scenario-less-absence = Less absence
projection-scenario-together = All measures together
projection-scenario-other-growth = Other growth

projection-what-use = Use per 1000 residents
projection-what-use-change = Change of use a year
projection-what-follows = Share of the need that follows the use
projection-what-people = People today
projection-what-retire = Retirement age
projection-what-leave = Leave for other reasons a year
projection-what-percent = Percent of a position
projection-what-absence = Absence
projection-what-recruits = Recruits a year
projection-what-recruit-age = Age of recruits
projection-what-apprentices = Apprentices taken in a year
projection-what-apprentice-years = Apprenticeship, years
projection-what-apprentice-share = Share of a position an apprentice does
projection-what-apprentices-stay = Apprentices who stay
projection-what-more-percent = Target percent of a position
projection-what-less-absence = Target absence
projection-what-other-growth = Other growth a year
projection-what-phase-in = Measures phased in over, years

projection-column-year = Year
projection-column-need = Need, positions
projection-column-growth = Growth
projection-column-people = People
projection-column-retired = Retire
projection-column-left = Leave
projection-column-joined = New
projection-column-positions = Filled, positions
projection-column-short = Short, positions
projection-column-band = Eight of ten draws
projection-column-short-people = Short, people
projection-column-gap = Need above filled, positions
projection-column-gap-people = Need above filled, people
projection-column-scenario = Scenario
projection-column-group = Group
projection-column-unit = Unit
projection-column-what = Assumption
projection-column-ages = Age
projection-column-from = From year
projection-column-value = Value
projection-column-range = Low to high
projection-column-low = Low
projection-column-high = High
projection-column-source = Source
projection-column-residents = Residents aged { $ages }
projection-column-per-1000 = Use per 1000
projection-column-change = Change a year
projection-column-use = Use in all
projection-column-index = Index
projection-column-follows = Follows use
projection-column-now = Need today, positions
projection-column-absence-now = Absence today
projection-column-absence = Absence
projection-column-leave = Leave, share
projection-column-percent = Percent of a position
projection-column-apprentices = Apprentices, positions

projection-answer = In short
projection-scenarios = What can be done?
projection-scenarios-caption = The last year in each scenario. What one group has too many doesn't cover what another lacks.
projection-years = Year by year
projection-groups = Group by group
projection-groups-picture = Need and supply of the groups that lack most
projection-groups-caption = The last year, with the work shared out as today. Below zero: more than the need.
projection-gaps = What the groups lack, scenario by scenario
projection-gaps-caption = Need above filled, positions. Below zero: more than the need.
projection-assumptions = The assumptions
projection-residents = The residents
projection-rests = What this rests on
projection-chart = Need and supply year by year
projection-chart-axis = Positions
projection-chart-need = Need as today
projection-chart-need-sharing = Need with task sharing
projection-chart-positions = Filled by own people
projection-chart-caption = Positions year by year: the need with the work shared out as today and as in the plan, and what the people fill.
projection-chart-caption-band = Positions year by year: the need with the work shared out as today and as in the plan, and what the people fill. In the light fields lie eight of ten draws.
projection-chart-alternative = The need goes from { $now } to { $then } positions. The people fill { $filled-now } now and { $filled } in the last year.
projection-chart-alternative-sharing = The need goes from { $now } to { $then } positions as today, and to { $sharing } with the plan's task sharing. The people fill { $filled-now } now and { $filled } in the last year.
projection-sheet-scenarios = Scenarios
projection-sheet-demand = Demand
projection-sheet-groups = Groups
projection-sheet-all = All figures
projection-sheet-assumptions = Assumptions
projection-sheet-notes = Notes

projection-rests-demand = Need: today's positions of each group × growth of use. The use is residents of each age × use per 1000, against the first year. Years that the population lacks lie on the straight line between those that are there.
projection-rests-supply = Supply: each group's people by age, year by year. A share leaves, the rest become a year older, those who reach the age of retirement go, and new ones come. Positions filled are people × percent, and what apprentices do.
projection-rests-gap = Positions are counted as in the plan, with absence and holidays covered. Less absence therefore means less need. People who lack are counted at the group's percent of a position, and part of a person counts as one. In the first year the measures haven't begun.
projection-rests-band = The band: each assumption with low and high is drawn { $draws } times from a triangle with its top at the value (seed { $seed }). The population is drawn low or high for all ages and years at once. A tenth of the draws lies below the band and a tenth above.
projection-rests-sure = No assumption has low and high. Therefore no band is computed. Write Low and High in the sheets to get one.
projection-rests-basis-carried = { $unit }: today's need is the cheapest staffing that carries the work with today's groups, from the plan.
projection-rests-basis-today = { $unit }: today's need is today's staffing.
projection-rests-basis-plan = { $unit }: today's need is the plan's staffing, since the plan doesn't tell what today's distribution takes.
projection-rests-basis-positions = { $unit }: today's need is the positions in the sheet Groups, since today's staffing isn't given.
projection-rests-no-demand = { $unit }: population or use is missing. The need is computed without growth. Fill in the sheets Population and Projection.
projection-rests-last-year = { $unit }: the population goes to { $year }. After that it is taken as then.
projection-rests-without-use = { $unit }: ages { $ages } stand among the residents and have no use. They are reckoned as 0.
projection-rests-usual-people = { $unit }: ages aren't given for { $groups }. The people are spread evenly from the age of recruits to the age of retirement.
projection-rests-usual-retire = { $unit }: the age of retirement isn't given for { $groups }. Taken as { $usual }.
projection-rests-usual-leave = { $unit }: how many leave isn't given for { $groups }. Taken as { $usual } a year.
projection-rests-usual-recruits = { $unit }: recruits a year aren't given for { $groups }. Computed without any.
projection-rests-where = All figures are assumptions. They stand with their sources in the sheets Population and Projection, and can be changed there.
projection-rests-where-file = All figures are assumptions. { $count-n ->
        [0] The residents of { $unit } are from the file { $file }.
       *[other] The residents of { $unit } are from the file { $file } ({ $regions }).
    } The rest stands with its sources in the sheets, and can be changed there.
projection-saved = Saved: { $path }.

usage-fordel-projection = fordel projection [OPTIONS] WARD.xlsx [PLAN] [--years COUNT] [--population FILE]
cmd-projection = Years ahead: need for and supply of personnel, scenarios
    .long =
        The need for and supply of personnel years ahead, group by group: population × use against people by age, retirement, how many leave, and recruits. The assumptions stand in the sheets Population and Projection. With a plan it also shows what the task sharing gives. Ends with 1 when some group lacks positions in the last year.
arg-projection-plan = The plan (plan.json) by which the work is to be shared out
arg-projection-from = The first year, e.g. 2027. Without it: this year
arg-projection-years = How many years ahead. Without it: 15
arg-projection-population = Projected population from the statistics bank (CSV or Excel), in place of the sheet Population
arg-projection-region = The region in the file, where it has several: its name, part of it or its number; may be given several times, and is summed
arg-projection-also = One more unit, summed with the first, with its plan if it has one. Can be repeated
arg-projection-draws = How many times the assumptions are drawn to find the band. Without it: 400
arg-projection-seed = Seed of the draws. Without it: 1
arg-projection-out = Write the projection to a workbook
arg-projection-print = Write the projection to a page for printing (.html)
arg-projection-chart = Write the picture to a file (.svg)
wrong-projection-years = "{ $value }" isn't a number of years. Write a whole number from 1 to 40.
wrong-projection-draws = "{ $value }" isn't a number of draws. Write a whole number from 1 to 10000.
wrong-projection-seed = "{ $value }" isn't a seed. Write a whole number.

# The page

projection-no-plan = The years ahead rest on a plan, and the unit has none yet.
projection-to-population = The population
projection-to-assumptions = The assumptions
projection-to = Years ahead
projection-lead = Year by year: the positions that the work will ask as the population changes, against those that the people will fill as some leave, some retire and new ones come. The assumptions stand in the sheets Population and Projection.
projection-paper = Page for printing on A4
projection-ask = Choose other years
projection-branch-ask = Choose other units and years
projection-solve = Show the years ahead
projection-field-fra = First year
projection-field-ar = Number of years ahead
projection-field-gren = The units in
projection-wrong-from = Write a year.
projection-wrong-years = Write a whole number from 1 to 40.
projection-branch-lead = The sum of the units that you see, group by group by their codes. Each unit is worked out with its own assumptions, and with the plan that was decided last. Where none is decided, the newest plan is used.
projection-plans = The plans that this rests on
projection-plan-decided = { $unit }: decided plan, version { $number } of { $date }
projection-plan-proposed = { $unit }: no plan is decided, so this rests on proposal { $number }, { $name }
projection-plan-none = { $unit }: no plan, only today's sharing
projection-none-decided = No plan is decided. The years ahead rest on this proposal.
projection-is-decided = This is the decided plan, version { $number } of { $date }.
projection-other-decided = This proposal isn't what is decided. Decided is version { $number } of { $date }.
projection-no-units = No unit has a mapping that can be used.
projection-no-units-do = Fill in a unit's tasks first.
projection-left-out = Left out, since the mapping is empty or has faults: { $units }.
projection-front = Need and supply years ahead for all the units

# How sure a plan is: many weeks that vary.

simulate-head = { $unit }: { $weeks } weeks with absence, numbers and minutes that vary (seed { $seed }).
simulate-week-green = { $share } of the weeks are green from end to end.
simulate-week-yellow = { $share } have something put off or left out, but nothing red.
simulate-week-red = { $share } have at least one interval in which something that must be done isn't covered.
simulate-table-red = Share of weeks that are RED:
simulate-table-yellow = Share of weeks that are YELLOW:
simulate-share = { $share } ({ $low }–{ $high })
simulate-mean = { $mean } ± { $error }
simulate-hours = Hiring in that is justified: { $hours } hours a year. Of these:
simulate-relief = If all is covered by
simulate-relief-step = { $step }: { $cost } a year (± { $error })
simulate-drivers = What it comes from. Hours a year in which hiring in is justified, against { $hours }:
simulate-held-absence = no absence
simulate-held-illness = no weeks in which many are ill at once
simulate-held-counts = always the usual number
simulate-held-minutes = always the usual minutes
simulate-absence-down = absence of { $group } { $percent } lower
simulate-absence-up = absence of { $group } { $percent } higher
simulate-driver = { $hours } hours; { $cells } red intervals a week
simulate-under-already = Each interval is already red in less than { $under } of the weeks.
simulate-under-reached = For each interval to be red in less than { $under } of the weeks it costs { $cost } more a year ({ $share }). The worst today is { $cell }: { $red }. More on duty, one step at a time:
simulate-under-not = With the most that the shifts allow not every interval comes to be red in less than { $under } of the weeks. The plan's worst is { $cell }: { $red }. So far one comes for { $cost } more a year ({ $share }):
simulate-step = { $cost } a year; worst { $cell }: { $red }; { $hours } hours hired in
simulate-under-broken = This breaks the ward's own limits:
simulate-rests = Rests on these assumptions: the pressure of illness goes up and down by { $illness } from week to week for all together; { $covered } of the absence is covered before the shift; activity goes up and down by { $activity } from day to day. Set your own on the sheet Innstillinger.
simulate-ranges = { $ranges } of { $lines } lines have a range for their minutes. For the other { $without } the range is ± { $range }.
simulate-more-work = The ranges make it { $more } more work on average than the plan reckons with.
simulate-by-the-minute = Hours hired in are counted by the minute. Whole shifts come to more. All of a day's work is taken as known from its morning.

usage-fordel-simulate = fordel simulate [OPTIONS] WARD.xlsx PLAN [--weeks 10000] [--red-under 1%]
cmd-simulate = How sure the plan is: thousands of weeks with absence and work that vary
    .long =
        How sure the plan is: thousands of weeks with absence, numbers and minutes that vary. For each interval how often it is green, yellow and red, with its uncertainty; hours and kroner a year in which hiring in is justified; what that comes from. With --red-under also the staffing that keeps red under a share, and what it costs. Ends with 1 when that can't be done.
arg-weeks = How many weeks (10,000 if nothing is said)
arg-seed = The seed: the same seed gives the same weeks
arg-red-under = Find the staffing with which each interval is red in less than this share of the weeks, e.g. 1%
wrong-weeks = “{ $value }” is not a number of weeks. Write a whole number from 1 to 1,000,000.
wrong-seed = “{ $value }” can't be a seed. Write a whole number.
wrong-red-under = “{ $value }” is not a share. Write a percentage above 0 and below 100, e.g. --red-under 1%.

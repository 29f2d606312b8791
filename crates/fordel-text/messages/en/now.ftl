# Vakten nå: people are missing on a shift, what now; and the rules for it.

now-title = The shift now
now-tabs = The shift now
now-tab = The answer
now-no-plan = Here you see what to do when people are missing on a shift: what to hand over, put off and leave out, and whether hiring in is justified.
now-no-plan-do = The answer rests on a plan. Ask for a proposal first.
now-no-plan-action = To proposals and decisions
now-decided = Decided plan, version { $number } of { $date }
now-proposed = No plan is decided. The answer rests on a proposal:
now-faulty = The sheets have faults, so colours, rules and certificates are as when the plan was made.
now-faulty-see = See the faults
now-gone = { $count-n ->
    [one] One task of the plan was changed or removed since: it has the colour that it had in the plan.
   *[other] { $count } tasks of the plan were changed or removed since: they have the colours that they had in the plan.
}
now-new = { $count-n ->
    [one] One task has come since and isn't in the plan.
   *[other] { $count } tasks have come since and aren't in the plan.
}
now-recoloured = { $count-n ->
    [one] One task got another colour after the plan was made. Today's colour counts.
   *[other] { $count } tasks got another colour after the plan was made. Today's colours count.
}
now-wrong-date = “{ $typed }” can't be used as a date. Write it as 28.11.2026, in a year from { $first } to { $last }.
now-wrong-heads = For { $group } it says “{ $typed }”. A whole number is needed here: how many are missing, from 0 to as many as the plan has on the shift.
now-date = Day
now-shift = Shift
now-show = Show
now-missing = Who is missing?
now-none-missing = Nobody is missing
now-of = of { $planned }
now-fewer = One { $group } fewer missing (now { $heads })
now-more = One more { $group } missing (now { $heads })
now-nobody-on-duty = The plan has nobody on duty on this day.
now-red-minutes = { $minutes } min uncovered
now-red-work = { $minutes } min of work uncovered
now-red-presence = too few present for { $minutes } min
now-over = is over
now-log-whole = The log is about the whole shift.
now-clock-forward = The clock is put forward this night, so the shift is an hour shorter. The hour is reckoned with.
now-clock-back = The clock is put back this night, so the shift is an hour longer. The hour is reckoned with.
now-past = The shift is over: the answer looks back on all of it.
now-holiday-as = The day is staffed as a { $day }: it is { $holiday }.
now-day-as = The calendar says that the day is staffed as a { $day }.
now-holiday-rate = The supplement on public holidays is counted in.
now-crumbs-only = { $count-n ->
    [one] one part under { $least } minutes
   *[other] { $count } parts under { $least } minutes
}
now-crumbs = { $count-n ->
    [one] and one part under { $least } minutes
   *[other] and { $count } parts under { $least } minutes
}
now-without = { $here-n ->
    [0] { $all-n ->
        [one] One task in the plan lacks a colour and counts as red, but nothing of what is to come here.
       *[other] { $all } tasks in the plan lack a colour and count as red, but nothing of what is to come here.
    }
    [one] One of the tasks here lacks a colour and counts as red ({ $all } in the whole plan).
   *[other] { $here } of the tasks here lack a colour and count as red ({ $all } in the whole plan).
}
now-without-do = Set colours
now-relief-assumed = The order and the prices are defaults.
now-cards = Cards for the wall, for the usual cases:
now-cards-html = web page

pool-title = Who can spare somebody?
pool-back = Back to the answer
pool-spare-green = one { $group } on { $shift } ({ $time }). All the work is still done there. Covers { $covers }.
pool-spare-yellow = one { $group } on { $shift } ({ $time }). Nothing turns red there, but { $put } minutes are put off or left out. Covers { $covers }.
pool-spare-missing = Counted with { $missing } missing there already.
pool-none = { $count-n ->
    [one] The unit that was asked can't spare anybody without something being red there.
   *[other] None of the { $count } units that were asked can spare anybody without something being red there.
}
pool-still = { $count-n ->
    [one] One is still missing, with those named here counted.
   *[other] { $count } are still missing, with those named here counted.
}
pool-alone = You have no role in other units that have decided a plan and have the pool in their order of relief, so none is computed here. Ask by telephone.
pool-unused = The pool isn't in your order of relief.
pool-basis = { $count-n ->
    [one] Computed for one other unit in which you have a role, and which has decided a plan and has the pool in its order of relief.
   *[other] Computed for { $count } other units in which you have a role, and which have decided a plan and have the pool in their order of relief.
} A unit can spare one when its traffic light doesn't turn red with one fewer on that shift, once those who are missing already are taken off: those whom the unit itself has logged for the shift, and planned absence in its calendar. Whether more are missing isn't known to Fordel: agree on it by telephone.
pool-left = { $count-n ->
    [one] One more unit wasn't asked.
   *[other] { $count } more units weren't asked.
}

now-rules-title = Rules when people are missing
now-rules-tab = Rules
now-rules-see = See the rules
now-rules-lead = What yellow and green tasks may do when people are missing, and where you find more hands. What you choose here stands in the sheet Settings and holds from now on, also for a plan that is decided.
now-rules-saved = The rules are saved.
now-rules-stale = Not saved: somebody else has changed the same as you meanwhile.
now-rules-both = { $field }: you chose “{ $mine }”, but now it says “{ $theirs }”.
now-rules-stale-do = The fields here hold your changes, and otherwise what holds now. What stands in the fields is what is saved next.
now-rules-unsaved = Not saved: the faults in the sheets must be mended first.
now-rules-faulty = The sheets have faults, so the rules there can't be read. The defaults are shown here.
now-rules-leader = A leader can change the rules.
now-rules-yellow = Yellow tasks
now-rules-yellow-from = Hospitals differ: in some, yellow tasks may be left out on professional judgement, in others they may only be put off. Default: they are put off.
now-rules-green = Green tasks
now-rules-green-from = Default: they are left out. That is how the traffic light is usually read: where there is too little time, green goes first.
now-rules-yields-waits = Put off: to later that day, else to the next days
now-rules-yields-left-out = Left out: they aren't done
now-rules-within = How far may something be put off on the same day?
now-rules-within-from = Default: within its own interval. If it goes beyond the shift, the next shift must know of it.
now-rules-within-timing = Within the task's own interval
now-rules-within-shift = As long as the shift lasts
now-rules-within-day = Until the day is over
now-rules-relief = Relief, in order
now-rules-relief-from = The answer shows the steps in this order, each with its price for the hours in which hiring in is justified. The price is a share of the group's hourly cost: 1.5 is half as much again. A step that isn't used has no price, so it must be written when the step is used again. Supplements for evening, night and weekend come on top.
now-rules-step-extra-shift = An extra shift of your own part-timers
now-rules-step-extra-shift-from = Ordinary pay up to a full position: 1.
now-rules-step-pool = From another unit in the pool
now-rules-step-pool-from = Ordinary pay: 1. The unit that lends has the same cost as before.
now-rules-step-overtime = Overtime
now-rules-step-overtime-from = The Working Environment Act § 10-6 gives at least 40 per cent extra; collective agreements usually give 50 or 100. The default 1.5 is an estimate: set what your agreement gives.
now-rules-step-agency = Agency
now-rules-step-agency-from = The default 2.5 is an estimate, not an agreed price. Set the price of your framework agreement. Hiring from an agency needs a ground in the Working Environment Act § 14-12.
now-rules-place = number { $at }
now-rules-unused = not used
now-rules-price = Price of an hour, { $relief }
now-rules-dropped = When is a task that is left out or put off a finding?
now-rules-dropped-from = If the same task is left out or put off again and again, that is a finding: perhaps it isn't needed, or stands on the wrong shift. Default: in at least 4 of 5 logged uses in which it was to be done.
now-rules-dropped-told = in at least { $least } of { $of } logged uses
now-rules-least = In at least
now-rules-of = of so many logged uses
now-rules-save = Save the rules
now-rules-choose = Choose one of the answers.
now-rules-price-wrong = Write a number over 0 and at most 20, such as 1.5.
now-rules-twice = Two steps can't have the same number.
now-rules-dropped-wrong = Write two whole numbers, the first not greater than the second, at most 1000.

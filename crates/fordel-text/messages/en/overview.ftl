# A unit's front page.

overview-most = What matters most
overview-from-decided = From the decided plan, version { $number } of { $date }.
overview-from-proposal = From proposal { $number }: { $name }.
overview-freed = The proposal sets free { $hours } nurse hours a week against today ({ $parts }; rounded).
overview-freed-decided = The decision sets free { $hours } nurse hours a week against how it was ({ $parts }; rounded).
overview-added = The nurses get { $hours } hours more a week than today ({ $parts }; rounded).
overview-freed-nothing = The nurses' hours don't change. No change is a finding too.
overview-freed-untold = The sheets don't say who does the tasks today, so the hours set free can't be given.
overview-part-day = day { $hours }
overview-part-evening = evening { $hours }
overview-part-night = night { $hours }
overview-part-weekend = weekend { $hours }
overview-takes-courses = It takes { $courses-n ->
    [one] one course
   *[other] { $courses } courses
} for { $groups }: { $seats-n ->
    [one] one seat
   *[other] { $seats } seats
}, { $cost } a year.
overview-takes-no-courses = It takes no courses.
overview-fte = Against today's distribution, staffed so that it holds: { $groups }.
overview-fte-more = { $fte } full-time { $group } more
overview-fte-less = { $fte } full-time { $group } fewer
overview-fte-same = No group needs more or fewer positions than today's distribution takes.
overview-fte-never = No staffing carries today's distribution, so there is nothing to hold the positions against.
overview-fte-not-found = What today's distribution would take wasn't computed for this proposal, so there is nothing to hold the positions against.
overview-fte-untold = No line says who does it today, so there is nothing to hold the positions against.
overview-money-saved = It costs { $amount } less a year than today's distribution, staffed so that it holds.
overview-money-dearer = It costs { $amount } more a year than today's distribution, staffed so that it holds.
overview-nothing-day = Daytime gives nothing: { $why }.
overview-nothing-evening = Evenings give nothing: { $why }.
overview-nothing-night = Nights give nothing: { $why }.
overview-nothing-weekend = Weekends give nothing: { $why }.
overview-more-day = By day the nurses get { $hours } hours more a week than today.
overview-more-evening = In the evening the nurses get { $hours } hours more a week than today.
overview-more-night = At night the nurses get { $hours } hours more a week than today.
overview-more-weekend = At weekends the nurses get { $hours } hours more a week than today.
overview-why-they-alone = nobody else may do what the nurses do then
overview-why-must-be-there = { $count-n ->
    [one] one nurse must be there anyway
   *[other] { $count } nurses must be there anyway
}
overview-why-nobody-else = no other group is on duty then
overview-why-not-worth = others could do some of it, but in the plan it isn't worth it
overview-see-why = See why
overview-broken = { $count-n ->
    [one] One demand is broken in this proposal. The page on staffing has it.
   *[other] { $count } demands are broken in this proposal. The page on staffing has them.
}
overview-no-plan = The demands can't all hold: no plan is possible as they stand.
overview-no-plan-see = See which demands stand against each other
overview-unknown = The search ended before it found a plan. Ask for a new proposal with more time.
overview-day = The day
overview-see-findings = Read the whole report
overview-see-board = See the distribution
overview-stands = How far the unit has come
overview-mapped = Mapping
overview-mapped-lines = { $lines } lines, { $missing } without minutes
overview-agreed = Agreement
overview-agreed-of = { $agreed } agreed, { $disputed } disputed, { $parked } parked of { $lines }
overview-proposals = Proposals
overview-proposals-count = { $count-n ->
    [0] none yet
    [one] one
   *[other] { $count }
}
overview-proposals-running = { $count-n ->
    [0] none is being made now
    [one] one is being made now
   *[other] { $count } are being made now
}
overview-decided = Decided
overview-decided-version = version { $number }
overview-decided-on = { $date } (discussed { $held })
overview-decided-none = not yet
overview-decided-none-do = decided from a proposal
overview-waits = Waits
overview-waits-nothing = Nothing waits.
overview-waits-faults = { $count-n ->
    [one] One fault in the sheets must be corrected before anything can be planned.
   *[other] { $count } faults in the sheets must be corrected before anything can be planned.
}
overview-waits-minutes = { $count-n ->
    [one] One line has no minutes, and weighs nothing in the plan.
   *[other] { $count } lines have no minutes, and weigh nothing in the plan.
}
overview-waits-today = { $count-n ->
    [one] One line doesn't say who does the task today.
   *[other] { $count } lines don't say who does the task today.
}
overview-waits-objections = { $count-n ->
    [one] One objection without an answer.
   *[other] { $count } objections without an answer.
}
overview-waits-disputed = { $count-n ->
    [one] One line is disputed.
   *[other] { $count } lines are disputed.
}
overview-waits-ending = { $count-n ->
    [one] One course runs out within { $days } days.
   *[other] { $count } courses run out within { $days } days.
}
overview-waits-newer = The mapping has changed since the plan was made. Ask for a new proposal to have the changes in it.
overview-waits-newer-decided = The mapping has changed since the decided plan was made. See whether a new proposal is needed.
overview-empty = What matters most will stand here in a few words, when the unit is mapped and a proposal is made.
overview-empty-do = Begin with the mapping: write the tasks, paste them from Excel or upload a workbook.
overview-empty-action = Map the tasks
overview-mapped-do = The tasks are mapped. Ask for a proposal: the first plan comes within seconds, a good one within a minute or the time you give.
overview-mapped-action = Ask for a proposal
overview-faults-do = Correct the faults in the sheets, then a proposal can be made. Each fault stands at its cell.
overview-faults-action = Correct the faults
overview-running-do = A proposal is being made now. You can leave the page and come back.
overview-running-action = Follow it
overview-documents = Documents
overview-pinned-note = The figures are for the week as it is mapped; the minutes are estimates, not measurements.
overview-now = The shift now: people are missing
overview-waits-priority = { $count-n ->
    [one] one line lacks a colour
   *[other] { $count } lines lack a colour
}
overview-against-today = Against the staffing that you have today: { $fte } positions and { $cost } a year{ $red-n ->
    [0] .
    [one] . It is too small for today's work in one interval of the week.
   *[other] . It is too small for today's work in { $red } intervals of the week.
}

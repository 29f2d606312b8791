# Why so many?: what a number of heads rests on. What does it take?: what mends what is red.

heads-title = Why { $heads } on { $group } { $shift }?
heads-link = Why?
heads-link-long = Why { $heads }? { $cell }
heads-hint = Press ? in a field to see why the number is what it is.
heads-lead = { $group }, { $day } { $time }.
heads-to-picture = The day as a picture
heads-to-staffing = To the staffing
heads-days = The same shift on other days
heads-nobody = Nobody starts this shift on this day, so there can’t be fewer.
heads-fewer = What if there were one fewer?
heads-fewer-fits = One fewer ({ $days }) would do with the tasks where they are: no demand is broken. It saves { $kroner } a year and { $fte } positions.
heads-fewer-no-worse = One fewer ({ $days }) breaks no more demands with the tasks where they are. It saves { $kroner } a year and { $fte } positions. But the plan still doesn’t hold.
heads-fewer-breaks = One fewer ({ $days }) would save { $kroner } a year and { $fte } positions, but then this doesn’t hold:
heads-on-days = { $days }, worst: { $sentence }
heads-alike = { $day } alone could have one fewer without breaking more. But the days are to be alike, and { $binding } needs them all.
heads-least = The shift must also have at least { $least }: it says so in the sheet Shifts.
heads-room-decides = What decides is { $when }: with one fewer on this day { $work } minutes of work must be done then. Each on { $shift } gives { $one } minutes in that interval, so there is room for { $room }, and { $missing } minutes are missing.
heads-course-alone = Nothing else would be broken with one fewer: only the demand for a course on the shift keeps the number up.
heads-course-binds = The demand for a course on the shift: at least { $least } { $what } must be there { $days } { $time }. With one fewer there aren’t that many on duty, whoever they are.
heads-rooms = The intervals of the shift, { $day }: minutes
heads-interval = Interval
heads-work = Work
heads-room = Room for
heads-work-without = Work with one fewer
heads-room-without = Room with one fewer
heads-missing = Then missing
heads-heaviest = Heaviest
heads-rooms-lead = The room is what all of the group who are there can do when breaks, handover and walking are taken out. Minutes that may be done at any time lie where there is room, the earliest intervals first. With one fewer on this day there is less room while the shift lasts, and some of this must be done in other intervals: so the work there can be more than now. The list of what doesn't fit has the worst of all the days.
heads-watches = Demands on presence
heads-watch-just = { $what } { $time }: at least { $least } must be there. Fewest are there { $when }: just that many, so one fewer breaks the demand.
heads-watch-room = { $what } { $time }: at least { $least } must be there. Fewest are there { $when }: { $fewest }.
heads-watch-broken = { $what } { $time }: at least { $least } must be there, but only { $fewest } are there { $when }.
heads-more = What if there were one more?
heads-more-costs = One more ({ $days }) costs { $kroner } a year, takes { $fte } positions and gives room for { $minutes } minutes more a week.
heads-mends = Then this holds:
heads-leaves = This still doesn’t hold:
heads-more-breaks = But then this doesn’t hold:
heads-moved = If tasks may move too
heads-ask = Compute whether one fewer will do
heads-ask-lead = The whole plan is computed again with one fewer here, and everything else may move. It takes about { $seconds } seconds.
heads-working = Computing a plan with one fewer. It takes about { $seconds } seconds.
heads-solved-impossible = No plan is possible with one fewer here, whoever does what.
heads-solved-unknown = Neither a plan with one fewer was found, nor a proof that there is none.
heads-solved = One fewer here can be done. Against this proposal such a plan costs: { $cost }
heads-solved-moved = { $count-n ->
    [one] Then one task moves:
   *[other] Then { $count } tasks move:
}
heads-solved-heads = Shifts a week that change:

cure-link = What does it take?
cure-of = { $what } { $sentence }
cure-cell-title = What does it take? { $group } { $when }
cure-over = { $minutes } minutes of work, but room for { $capacity }: { $over } minutes too many.
cure-fits = The work fits: { $minutes } minutes, and room for { $capacity }. { $free } minutes are free.
cure-bound = Bound work needs { $asked } present, but at times there are { $there }.
cure-heads-title = More on duty
cure-heads = { $heads-n ->
    [one] One more
   *[other] { $heads } more
} on { $group } { $shift } ({ $time }), { $days }: { $kroner } a year and { $fte } positions.
cure-heads-break = But then this doesn’t hold:
cure-no-heads = No shift of the group alone can give room here. Look at the tasks below.
cure-presence-no-heads = No single shift covers the whole time: it takes several.
cure-tasks = The tasks here
cure-tasks-of = { $group }, { $when }
cure-no-tasks = No tasks lie here.
cure-task = Task
cure-when = When
cure-minutes = Minutes here
cure-flexible = may be done in other intervals
cure-takers = Who could take it?
cure-taker-fits = { $group }: it fits ({ $free } minutes free here)
cure-taker-not = { $group }: may have it, but it doesn’t fit ({ $free } minutes free here)
cure-nobody-else = no other group may have it
cure-takers-lead = “It fits” means that the whole task, on all the days on which it stands here, holds with the group without more on duty.
cure-list-fits = Finds room with
cure-list-no-room = May have it, but lacks room
cure-presence-title = What does it take? { $what }, { $day } { $time }
cure-presence-holds = The demand is kept: at least { $least } are there all the time.
cure-presence-lacks = { $time }: { $there } present, { $least } are required.
cure-of-today = As it is today: today’s distribution and today’s staffing.
cure-to-today = To today’s staffing
cure-today-title = Where today’s staffing isn’t enough
cure-today-lead = Today’s distribution and today’s staffing, measured by the same rules as the proposals.
cure-today-link = Where today’s staffing isn’t enough
cure-today-untold = Today’s staffing isn’t given.
cure-today-tell = Fill in Staffing today
cure-today-holds = Today’s staffing carries today’s work.
cure-today-count = { $count-n ->
    [one] It doesn’t hold in one place:
   *[other] It doesn’t hold in { $count } places:
}

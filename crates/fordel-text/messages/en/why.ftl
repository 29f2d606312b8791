# Why?: why a line stands where it does.

why-title = Why?
why-stands = { $task } → { $group }
why-when = { $timing }, { $days } · { $minutes } min a week
why-timing-all = around the clock, untimed
why-timing-daytime = daytime on weekdays
why-today = today: { $group }
why-today-untold = who does it today isn’t given
why-because-pinned = The line is pinned to { $group } in the sheet.
why-because-alone = No other group may have the task.
why-because-lowest = { $group } is the lowest group that may have the task.
why-because-above = The plan as a whole became best this way, by the proposal’s goals.
why-because-by-hand = Somebody moved it here by hand.
why-because-room = { $group } is there anyway, and has { $minutes-n ->
    [one] one free minute
   *[other] at least { $minutes } free minutes
} left in the interval on the tightest day.
why-because-full = { $group } has no free minutes left in the interval on the tightest day.
why-others = The other groups
why-group = Group
why-now = With the plan as it is
why-cost = If the whole plan is computed again
why-list-least = At least, NOK a year
why-list-most = At most, NOK a year
why-list-note = Note
why-not = May not have the task: { $why }.
why-not-cost = –
why-not-known = not examined
why-now-broken = The proposal doesn’t hold as it stands, so what stands in the way on other groups may be because of that.
why-ask = Compute what it would cost
why-ask-lead = The whole plan is computed again with the task on each group that may have it. It takes about { $seconds } seconds.
why-working = Computing what other groups would cost. It takes about { $seconds } seconds.
why-failed = It wasn’t computed. Try again.
why-cost-lead = Least cost a year with the task there, minus least cost with it here, when all the rest may move. An interval, since both are proven within a margin.
why-impossible = no plan is possible with the task there
why-unknown = not settled in { $seconds } seconds
why-heads-fixed = Computed with the same staffing as in the plan.
why-busy = Many wait for such answers now. Try again in a while.
why-do = Do something about it
why-move-lead = Moves the card in this proposal (or in a copy of your own).
why-pin-lead = The pin stands in the sheet, and holds from the next proposal on. What somebody has pinned, the program never moves.
why-pinned-now = Pinned to { $group } in the sheet.
why-not-in-sheet = The line is no longer in the sheet.
why-to-board = To the board
why-to-line = The line in the mapping

# Staffing: heads by shift and weekday, what no longer holds, what binds.

staffing-title = Staffing
staffing-lead-computed = How many start each shift. The computed proposal stays as it is: change a number, and a proposal of your own is made from it.
staffing-lead-own = How many start each shift. Changes are saved at once, and what no longer holds is marked.
staffing-lead-reader = How many start each shift.
staffing-table = { $group }: how many start the shift
staffing-shift = Shift
staffing-who = Plan
staffing-today = today
staffing-base = proposal { $number }
staffing-proposed = the proposal
staffing-own = own
staffing-sum = Sum, { $plan }
staffing-week = Week
staffing-cell = { $group } { $shift }, { $day }: number
staffing-cell-red = { $group } { $shift }, { $day }: number. Doesn’t hold
staffing-runs-not = doesn’t run
staffing-alike = The same number on all weekdays, and on Saturday and Sunday
staffing-alike-hint = The setting “Same staffing” says that they must be the same.
staffing-save = Compute and save
staffing-wrong = { $cell } must be a whole number from 0 to 999.
staffing-wrong-title = The numbers aren’t saved
staffing-red = doesn’t hold
staffing-holds = Everything holds: the work fits, and the demands on presence and shifts are kept.
staffing-say-saving = Saving …
staffing-say-saved = Saved.
staffing-say-stale = Somebody else changed the proposal meanwhile. The page shows it as it is now. Your change isn’t done.
staffing-say-failed = Not saved: the connection is lost, or the server doesn’t answer. The number you wrote still stands there. Try again.
staffing-say-number = Write a whole number from 0 to 999.

staffing-picture = The day
staffing-picture-of = { $group }, { $day }: the work against those present
staffing-picture-lead = Measured in people: so many must be present to get through the work of the interval, with breaks, reports and walking taken out.
staffing-picture-none = No tasks and nobody on duty for { $group } on this day.
staffing-day = Weekday
staffing-group = Group
staffing-show = Show

staffing-sums = FTE, people and weekends
staffing-sums-carried = Compared with today’s distribution and the cheapest staffing that carries it.
staffing-sums-relaxed = No staffing within the limits carries today’s distribution. It is compared with what that would take with no ceiling on positions, shifts and weekends.
staffing-fte = FTE
staffing-fte-change = Change
staffing-people = People
staffing-weekend = On duty Sat + Sun
staffing-weekend-most = { $heads }, can be { $most }
staffing-all = All
staffing-cost = Cost a year
staffing-cost-compared = { $change } against today’s distribution, staffed ({ $before })
staffing-fte-all = FTE in all
staffing-fte-compared = { $change } against today’s distribution, staffed ({ $before })
staffing-not-told = not given

staffing-binding-of = Computed for proposal { $number }.
staffing-binding-none = Not computed for this proposal.
staffing-binding-line = { $step }: worth { $worth } a year
staffing-binding-nothing = { $step }: worth nothing

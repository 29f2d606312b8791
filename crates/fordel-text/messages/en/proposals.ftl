# Proposals and decisions.

proposals-title = Proposals and decisions
proposals-faults = { $faults-n ->
    [one] One fault in the sheets must be put right before a new proposal can be made.
   *[other] { $faults } faults in the sheets must be put right before a new proposal can be made.
}
proposals-see-faults = See the faults
proposals-none = The proposals come here, side by side.
proposals-none-do = When the tasks are mapped without faults, you ask for a proposal here. The first plan comes within seconds, a good one within a minute or the time you give.
proposals-failed = Proposals that came to nothing
proposals-out-of-time = { $seconds-n ->
    [one] No plan was found in one second.
   *[other] No plan was found in { $seconds } seconds.
} There may be one all the same.
proposals-out-of-time-do = Let the search go on for longer. More moves or a larger budget also make it easier to find one.
proposals-no-tasks = The ward had no tasks to share out.
proposals-no-tasks-do = Write the tasks, and ask for a new proposal.
proposals-stopped = The search was stopped before it had found a plan.
proposals-stopped-with-plan = { $seconds-n ->
    [one] The search was stopped after one second. The plan is the best that it had by then.
   *[other] The search was stopped after { $seconds } seconds. The plan is the best that it had by then.
} It can be searched for again.
proposals-stopped-do = Ask for the same again, and let the search run to its end.
proposals-fault = The program made a mistake, so nothing came of the proposal. All that you have written is saved.
proposals-fault-do = Ask for the same again. If it happens again, send the technical description and the sheets to those who run Fordel.
proposals-fault-detail = Technical description
proposals-again = Ask for the same again
proposals-again-longer = Search again with more time
proposals-impossible-do = Put one of the demands right, or ask for a proposal with less strict wishes.
proposals-being-made = Proposal { $number } is being made
proposals-progress = Progress
proposals-cancel = Stop, and keep the best
proposals-leave = You can go and come back.
proposals-waits = Waits for its turn.
proposals-is-done = The proposal is done.
proposals-is-cancelled = The search was stopped.
proposals-so-far =
    { $seconds-n ->
        [one] After one second
       *[other] After { $seconds } seconds
    }: { $best } a year, proven to within { $gap } of the best for this goal ({ $phase }).
proposals-so-far-phase =
    { $seconds-n ->
        [one] After one second
       *[other] After { $seconds } seconds
    }: { $phase }.
proposals-hours = { $hours } h/week
proposals-fact = What
proposals-freed-day = Nurse hours set free, day
proposals-freed-evening = Nurse hours set free, evening
proposals-freed-night = Nurse hours set free, night
proposals-freed-weekend = Nurse hours set free, weekend
proposals-saved = Saved a year against today's distribution with fitting staff
proposals-cost = Cost a year
proposals-fte = Positions (FTE)
proposals-courses = Courses needed
proposals-moved = Placements moved
proposals-red = Broken rules and red cells
proposals-best = best
proposals-best-of = ★ is the best in the row of what holds. What doesn’t hold isn’t counted when the best is pointed out.
proposals-state = State
proposals-open = Open
proposals-beside = Proposals side by side
proposals-today = Today
proposals-carried = Today's distribution, fitting staff
proposals-rightmost = All on the lowest group
proposals-fte-of = FTE { $group }
proposals-own = Own
proposals-own-red = Own, doesn't hold
proposals-decided-as = Decided as version { $number }
proposals-older-sheets = Computed on older sheets than proposal { $number }: what is saved is against today's sharing as the sheets were then.
proposals-newer-sheets = Computed on newer sheets than proposal { $number }: what is saved is against today's sharing as the sheets are here.
proposals-baseline-of = From proposal { $number }
proposals-proven = Proven best
proposals-good = Good plan
proposals-impossible = Impossible
proposals-cut-off = Stopped – best plan so far
proposals-all = All proposals
proposals-choose = Compare proposal { $number }, { $name }
proposals-compare-chosen = Compare those chosen
proposals-compare-newest = Show the newest side by side
proposals-chosen-many = At most { $most } proposals can stand side by side. Take some away in the list, and compare again.
proposals-chosen-unknown = “{ $named }” is not the number of a finished proposal in this unit. Choose in the list what is to stand side by side.
proposals-listed-waiting = Waiting
proposals-listed-running = Being made
proposals-listed-nothing = Came to nothing
proposals-listed-no-plan = No plan
proposals-listed-plan = Has a plan
proposals-outdated = The mapping has changed since the plan was made.
proposals-outdated-see = See what has changed
proposals-decisions = Decided versions
proposals-decision = Version { $number }, meeting { $date }
proposals-number-wrong = Write a number from { $least } to { $most }, or leave the field empty.
proposals-whole-wrong = Write a whole number from { $least } to { $most }, or leave the field empty.
proposals-budget-needed = Write what the plan may cost a year. Without a limit in kroner it can replace the scarce groups with any number of others, when their hours come first.
proposals-new = New proposal
proposals-new-lead = Fordel looks for the cheapest distribution that covers all the work, then places tasks as low as possible within the tolerance, and avoids needless changes.
proposals-name = Name of the proposal
proposals-small = Start small
proposals-small-hint = Fills in the form with { $moves } placements at most.
proposals-max-moves = Move at most so many placements
proposals-max-moves-hint = To start small, for instance 10. A task line with both weekdays and weekend has two placements. Empty: as many as pay off.
proposals-seconds = Seconds to search
proposals-seconds-hint = From 1 to 3600. Empty: { $usual }. The comparisons beside it get as long again.
proposals-alike = The staffing
proposals-alike-weekdays = is the same on all weekdays, and the same on Saturday and Sunday
proposals-alike-no = may differ from day to day
proposals-budget = At most so many kroner a year
proposals-ask = Make a proposal
proposals-conflict = No plan can keep all of this at once:
proposals-decide = Decide …
proposals-copy = Make a proposal of your own from this
proposals-copy-of = { $name } – own
proposals-against = Compare with
proposals-compare = Show the differences
differences-title = Differences between proposals
differences-none = There is no other proposal to compare with yet.
differences-none-do = Ask for a new proposal, or make one of your own from this, and then see what differs.
proposals-certainty = The cheapest plan found is proven to within { $gap } of the lowest cost, after { $seconds } seconds.
proposals-certainty-first = Proven to within { $gap } of the best on the goal “{ $goal }”, which goes before the cost, after { $seconds } seconds.
proposals-broken = { $count-n ->
    [one] One thing does not hold:
   *[other] { $count } things do not hold:
}
proposals-more = And { $more } more.
proposals-task = Task
proposals-when = When
proposals-from-to = From → to
proposals-minutes = Minutes a week
proposals-takes = Courses required
proposals-none-moved = No placements move.
proposals-moved-lines = { $count-n ->
    [one] One placement moves
   *[other] { $count } placements move
}

decide-title = Decide “{ $name }”
decide-lead = A lasting distribution is the enterprise's own decision (specialist health services act § 2‑2, health personnel act § 16). Once decided, it is locked with a version number.
decide-outdated = The plan was decided after the mapping had changed, and rests on the sheets as they were when it was made.
decide-stale = The proposal has been changed since you opened the page, and is not decided. See what it moves now before you decide it. What you have written is here.
decide-heard = Discussed with
decide-held-on = Date of the meeting
decide-union = Union representatives
decide-union-hint = Union and role, no names of patients.
decide-safety = Safety representative
decide-offered = { $name } ({ $represents }) was heard
decide-others = Others
decide-disagreement = Disagreement
decide-disagreement-hint = What somebody disagrees with, in their own words.
decide-minutes = Minutes
decide-in-spite = Why is it decided even though something does not hold?
decide-assessments = { $placements-n ->
    [one] One placement needs an assessment
   *[other] { $placements } placements on { $lines-n ->
        [one] one line
       *[other] { $lines } lines
    } need an assessment
}
decide-holds = This plan is already decided as version { $number }, and no other has been decided after it.
decide-before = This plan was decided before, as version { $number }. If you decide it now, it becomes a new version.
decide-assessments-lead = A group that gets health work has the competence either by its own education or by a qualification with follow-up. The first needs nothing here. The second needs an assessment of the task's nature and risk, the qualification and the follow-up (health personnel act § 5). Medicines need the leader's own assessment. Serving meals and other work that is not health work needs none.
decide-for-all = Holds for all that have none of their own
decide-for-all-hint = Needed unless each placement has its own assessment below.
decide-each = A separate assessment for some placements
decide-each-hint = Needed unless something stands for all above.
decide-nature = Nature and risk of the task
decide-qualification = Qualification required
decide-follow-up = Follow-up
decide-medicines = The leader's assessment of the handling of medicines
decide-do = Decide and lock
decide-what-moves = This moves
decide-version = Decided version { $number }, discussed { $date }
decide-version-unheard = Decided version { $number }, meeting { $date }
decide-nobody-heard = Nobody is named as heard.
decide-broken = { $count-n ->
    [one] One thing didn't hold when the plan was decided:
   *[other] { $count } things didn't hold when the plan was decided:
}
decide-broken-figures = Hours, positions and money below are those of the plan as it is, with this broken.
decide-unanswered = { $count-n ->
    [one] One objection isn't answered. The plan can be decided all the same; the objection stays in the decision as it is now.
   *[other] { $count } objections aren't answered. The plan can be decided all the same; the objections stay in the decision as they are now.
}
decide-objection-open = Not answered.
decide-by = Decided by { $name } { $at }.
decide-report = The report
decide-plan-book = The plan in Excel
decide-report-pdf = The report as PDF
decide-moved-csv = The lines that move (CSV)
decide-nothing = Nothing is written.
decide-since = Differences from version { $number }
decide-assessment = Assessment
decide-not-due = Not required
decide-doubtful = { $task } moves to { $group } without any demand for a course, though a group above it and a group below it in the order need one for it: confirm that the column “Training” is right.
decide-list = decision { $number }
decide-all = decisions
decide-number = Version
decide-at = Decided
decide-who = Decided by
decide-differences = Differences from proposal { $a } to proposal { $b }
decide-from = From
decide-to = To
decide-group = Group
decide-groups = Positions (FTE)
decide-fte-a = Before
decide-fte-b = After
decide-change = Change
decide-cost = Cost a year: { $a } before, { $b } after, change { $change }.
proposals-beyond-limits = only without the limits on positions, shifts and weekends
proposals-not-computed = not computed
proposals-goals = What comes first
proposals-goals-hint = The first decides most. The next chooses among plans that are nearly as good.
proposals-goals-usual = Lowest cost, then the lowest possible group, then the fewest moves
proposals-goals-scarce = Fewest hours of scarce groups, then lowest cost (needs a limit in kroner)
proposals-goals-lowest = Tasks at the lowest possible group, then lowest cost
proposals-goals-changes = Fewest changes from today, then lowest cost

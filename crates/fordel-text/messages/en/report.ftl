# The report: report.html and report.pdf.

# Frame
report-title = Proposal for task sharing and staffing
report-title-infeasible = No plan is possible as the demands stand
report-title-unknown = No answer was found in time
report-byline = { $date } · made with Fordel { $version }
report-contents = Contents
report-show-as-table = Show as table
report-behind-pictures = The figures behind the pictures
report-page = Page
report-of = of
report-skip = Skip to content

# Words used all over
report-today = Today
report-carried = Today’s distribution, staffed
report-proposed = Proposal
report-rightmost = All to the lowest group
report-group = Group
report-task = Task
report-days = Days
report-category = Category
report-interval-column = Time
report-around-the-clock = around the clock
report-whole-day = all day and night
report-daytime = daytime, weekdays
report-weekday = Weekday
report-weekend-day = Weekend day
report-group-and-interval = Group and time
report-hours-week-column = Hours a week
report-hours-week = { $hours } hours a week
report-lowest = Lowest
report-lines = Lines
report-place = Place in the workbook
report-from = From
report-to = To
report-sum = Sum
report-shift = Shift
report-not-told = not given
report-not-known = not known
report-no-change = no change
report-kr-year = NOK a year
report-paid-hours = Paid hours a week
report-fte = { $fte } FTE
report-fte-of = { $fte } FTE { $group }
report-minutes-needed = Minutes of work
report-minutes-capacity = Room for minutes
report-minutes-lacking = Minutes lacking
report-interval = between { $low } and { $high }
report-interval-up-to = up to { $high }
report-interval-nothing = nothing

# The letter
report-letter = The proposal on one page
report-looked-lead = What we looked at.
report-looked = One week in { $unit }, around the clock: { $tasks } tasks in { $lines } lines, in all { $hours } hours of work a week for { $groups } professional groups. Each task is given to one group that can do it, and the staffing is set so that the work, the demands for presence and the weekends all hold.
report-nurses-are = Nurses here means { $nurses }.
report-nurse = nurse
report-propose-lead = What we propose.
report-propose = { $moves-n ->
        [one] One
       *[other] { $moves }
    } of { $placements } placements (weekdays and weekend counted apart) { $moves-n ->
        [one] changes
       *[other] change
    } hands, in all { $hours } hours a week. The largest: { $flows }.
report-propose-one = { $moves-n ->
        [one] One
       *[other] { $moves }
    } of { $placements } placements (weekdays and weekend counted apart) { $moves-n ->
        [one] changes
       *[other] change
    } hands: { $flows } a week.
report-flow = { $hours } hours from { $from } to { $to }
report-propose-corrected = { $corrected-n ->
        [one] One of them lies
       *[other] { $corrected } of them lie
    } today with a group that shouldn’t have the task.
report-propose-none = No task should change hands: today’s distribution is already the best of those possible. No change is a finding too.
report-propose-untold = The workbook doesn’t say who does the tasks today. The proposal is therefore made from nothing, without a comparison with today’s distribution.
report-key-hours = Nurse hours set free
report-key-hours-added = Hours added for nurses
report-key-hours-compared = against today: { $parts }
report-part-day = day { $hours }
report-part-evening = evening { $hours }
report-part-night = night { $hours }
report-part-weekend = weekend { $hours }
report-key-cost = Money a year
report-key-saved = Saved a year
report-key-dearer = More a year
report-key-cost-compared = { $after } against { $before } for today’s distribution, staffed so that it holds
report-key-cost-compared-relaxed = { $after } against { $before } for today’s distribution, with no ceiling on positions, shifts and weekends
report-alone-never = no staffing carries today’s distribution to compare with
report-alone-not-found = what today’s distribution would take wasn’t computed for this proposal
report-alone-untold = no line says who does it today, so there is nothing to compare with
report-key-fte = FTE in all
report-key-fte-compared = { $after } against { $before } for today’s distribution, staffed so that it holds
report-key-fte-compared-relaxed = { $after } against { $before } for today’s distribution, with no ceiling on positions, shifts and weekends
report-key-courses = Training
report-courses = { $courses-n ->
        [0] no courses
        [one] 1 course
       *[other] { $courses } courses
    }
report-key-courses-compared = { $seats-n ->
        [one] one course seat
       *[other] { $seats } course seats
    }, { $cost } a year against { $before } for today’s distribution
report-key-courses-none = today’s distribution: { $before } a year
report-gives-lead = What it gives.
report-saved = Against today’s distribution with the cheapest staffing that carries it, { $amount } a year is saved ({ $percent }).
report-saved-relaxed = No staffing within the limits carries today’s distribution. Against what it would cost with no ceiling on positions, shifts and weekends, { $amount } a year is saved ({ $percent }).
report-saved-at-least = At least { $least } of this is proven.
report-saved-unproven = The computation wasn’t carried far enough to prove a saving.
report-saved-nothing = In money there is no change against today’s distribution with the cheapest staffing that carries it.
report-saved-unknown = The gain in money can’t be given, since no staffing that carries today’s distribution was found.
report-dearer = Against today’s distribution with the cheapest staffing that carries it, the proposal costs { $amount } more a year ({ $percent }).
report-dearer-relaxed = No staffing within the limits carries today’s distribution. The proposal costs { $amount } more a year ({ $percent }) than it would cost with no ceiling on positions, shifts and weekends.
report-freed = { $hours } hours a week, { $percent } of what nurses do today, go to groups that can do it too.
report-freed-and-taken = Nurses give { $given } hours a week to groups that can do the work too, and take { $taken } hours from other groups where they have time to spare on their shifts. That sets { $hours } hours free, { $percent } of what they do today.
report-freed-less = { $hours } hours more a week ({ $percent } more) are given to the nurses.
report-freed-nothing = The nurses’ hours are unchanged.
report-freed-not-night = The nights give nothing.
report-freed-but = It goes the other way { $parts }.
report-but-day = by day ({ $hours } hours more)
report-but-evening = in the evening ({ $hours } hours more)
report-but-night = at night ({ $hours } hours more)
report-but-weekend = at weekends ({ $hours } hours more)
report-corrected-to = They also get { $corrected } hours that other groups do today though they shouldn’t. { $net }
report-corrected-from = They are also spared { $corrected } hours that they do today though they shouldn’t. { $net }
report-net-freed = Net, { $net } hours are set free.
report-net-added = Net, they get { $net } hours more.
report-falls-away = Against today’s staffing { $groups } fall away as people leave of their own accord; the proposal builds on no dismissals.
report-tolerance = The very cheapest plan costs { $price } less a year, but leaves { $before } hours a week higher than they need be, against { $after } in the proposal (scarce groups count double).
report-tolerance-other = The very cheapest plan costs { $price } less a year; the amount is spent on the other goals.
report-tolerance-nothing = No cheaper plan was found.
report-takes-lead = What it takes.
report-takes-courses = { $courses-n ->
        [one] 1 course
       *[other] { $courses } courses
    } with { $seats-n ->
        [one] one seat
       *[other] { $seats } seats
    }, { $hours } hours in all and { $cost } a year.
report-takes-no-courses = No new courses.
report-takes-fte = Against today’s staffing { $groups } are needed.
report-takes-no-fte = No group needs more FTE than today’s staffing.
report-takes-today-untold = Today’s staffing isn’t given, so we can’t say what is needed beyond it.
report-takes-overloaded = Today’s staffing doesn’t suffice for today’s work at { $cells-n ->
        [one] one time
       *[other] { $cells } times
    } of the week; part of the increase only puts that right.
report-takes-dearer = Today’s staffing costs { $today } a year, { $more } less than the proposal.
report-rests-lead = What it rests on.
report-rests = Counts, minutes and who can do what are the unit’s own information.
report-rests-nothing-assumed = No value had to be assumed.
report-rests-assumed = { $assumed-n ->
        [one] One value wasn’t given and had to be assumed; it stands
       *[other] { $assumed } values weren’t given and had to be assumed; they stand
    } last in the report.
report-rests-unknown = Values that the unit hasn’t entered are default values.
report-rests-checked = The plan has been tried against every demand by a check of its own, independent of what made it.
report-unknown-lead = What we don’t know.
report-unknown-minutes = The minutes are estimates, not measurements.
report-unknown-proven = It is proven that no plan that keeps the demands is cheaper than the cheapest we found.
report-unknown-gap = The cheapest plan we found may lie up to { $gap } ({ $open } a year) above the cheapest possible; more is proven impossible.
report-unknown-no-cost-goal = Cost isn’t the first goal of this plan, and it isn’t proven how low it could be.
report-unknown-first-proven = The first goal is “{ $goal }”: there it is proven that no plan is better.
report-unknown-first-gap = The first goal is “{ $goal }”: there it is proven that no plan is more than { $gap } better than the best we found.
report-unknown-time = The search was stopped by the time limit after { $seconds } seconds, and a better plan may exist.
report-unknown-work = The search was stopped by the limit on computing work after { $seconds } seconds, and a better plan may exist.
report-unknown-cancelled = The search was broken off after { $seconds } seconds, and a better plan may exist.
report-unknown-untold = { $lines-n ->
        [one] One line doesn’t say who does the task today, and is
       *[other] { $lines } lines don’t say who does the task today, and are
    } left out of the hours above.
report-unknown-no-minutes = { $lines-n ->
        [one] One line lacks
       *[other] { $lines } lines lack
    } minutes or counts and weigh nothing in the plan.

# Pictures
report-pictures = Pictures of the day and the staffing
report-day-read = In the pictures work and staffing are measured in people: so many must be present to manage the work of the interval, when breaks, reports and walking are taken out. Where the line is higher than the column, there is time to spare.
report-day-axis = People
report-there = Present
report-needed = Needed
report-needed-all = Needed in all
report-work = Work
report-bound = Bound work
report-day-ward = The whole unit: the proposal’s work stacked by group, and all who are present.
report-day-ward-table = People needed and present, by time
report-day-groups = Each group: the proposal’s work against those present, as the mean of weekdays and of weekend days.
report-day-groups-table = Work and staffing for each group, by time
report-day-alt = Tightest at { $interval }: { $needed } people are needed, { $there } are present.
report-day-alt-nothing = No tasks.
report-shares = Who does the work? Each group’s share of the minutes, today and in the proposal.
report-shares-proposed = Who does the work? Each group’s share of the minutes in the proposal.
report-shares-title = Share of the work by group
report-shares-alt = { $name }: { $before } today, { $after } in the proposal.
report-shares-alt-proposed = { $name }: { $after } in the proposal.
report-hours-today = Hours a week today
report-hours-proposed = Hours a week in the proposal
report-share-today = Share today
report-share-proposed = Share in the proposal
report-staffing-picture = How many are on each shift? Today, what today’s distribution would take, and the proposal.
report-staffing-title = People on shift
report-staffing-alt = { $rows } shifts shown; { $changed } have another staffing in the proposal than today. The figures stand in the table.
report-heads-axis = People on shift, on average

# Findings
report-findings = Findings of the mapping
report-findings-intro = The findings concern the tasks as the unit has described them, whatever one thinks of the proposal. The tables show the largest; everything stands in the plan’s workbook.
report-and-more = And { $lines-n ->
        [one] one more, with { $hours } hours a week.
       *[other] { $lines } more, with { $hours } hours a week.
    }
report-today-untold = The workbook doesn’t say who does the tasks today, so this can’t be shown.
report-delegable = What nurses do that others can do
report-delegable-none = Nothing: all that nurses do today only they can do. No change is a finding too.
report-delegable-sum = { $hours } of { $all } hours a week ({ $percent }) that nurses do today other groups can do. The proposal moves { $moved } of them. The rest stays where it is: in the plan moving it doesn’t pay, often since the nurses are on duty anyway.
report-delegable-table = Work with nurses today that others can do
report-by-category = The nurses’ work today by category
report-by-interval = The nurses’ work today by time
report-nurse-hours = Hours with nurses today
report-nurse-only-hours = Only they can
report-delegable-hours = Others can
report-delegable-share = Share others can
report-nurse-only = What only nurses can do
report-nurse-only-none = No task is reserved for nurses.
report-nurse-only-sum = { $hours } hours a week only nurses can do, as the unit has set the demands.
report-nurse-only-table = Work reserved for nurses
report-not-health = Tasks that aren’t health work
report-not-health-none = No task whose doer is known is marked as anything but health work.
report-not-health-sum = { $hours } hours a week aren’t health work; nurses do { $nurses } of them today.
report-not-health-table = Tasks that aren’t health work
report-untimed = Tasks without a time
report-untimed-none = All tasks have a time.
report-untimed-sum = { $hours } hours a week ({ $percent } of the work) stand without a time. Such tasks fall on whoever is on duty; a time would make them easier to share.
report-untimed-table = Work with and without a time
report-untimed-clock = No set time, around the clock
report-untimed-daytime = Daytime on weekdays
report-untimed-all = All work
report-timing = When
report-share-of-work = Share of the work
report-unqualified = Who does today what they should not
report-unqualified-none = Nobody: every task whose doer is known lies with a group that can do it.
report-unqualified-sum = { $lines-n ->
        [one] One task ({ $hours } hours a week) is
       *[other] { $lines } tasks ({ $hours } hours a week) are
    } done today by a group that doesn’t meet the demand. The proposal puts that right.
report-unqualified-table = Work with a group that doesn’t meet the demand
report-overload = Where today’s staffing can’t carry today’s work
report-overload-untold = Today’s staffing isn’t given, so this can’t be shown.
report-overload-none = Nowhere: today’s staffing suffices for today’s work, and the demands for presence are kept.
report-overload-sum = At { $cells-n ->
        [one] one time
       *[other] { $cells } times
    } of the week there is more work than the group can manage, in all { $minutes } minutes. The work is then not done, done by others or done on overtime.
report-overload-group = { $group }: { $cells-n ->
        [one] one time
       *[other] { $cells } times
    }, { $minutes } minutes a week more than there is room for.
report-overload-table = The tightest times today
report-overload-more = And { $cells } more, with { $minutes } minutes.
report-overload-broken = Today’s staffing also breaks these demands:
report-gaps = Gaps in the mapping
report-gaps-none = None: all lines have minutes, doer and priority.
report-gaps-minutes = { $n } of { $all } lines { $n-n ->
        [one] lacks minutes or a count. It weighs nothing in the plan.
       *[other] lack minutes or counts. They weigh nothing in the plan.
    }
report-gaps-today = { $n } of { $all } lines { $n-n ->
        [one] doesn’t
       *[other] don’t
    } say who does the task today.
report-gaps-priority = { $n } of { $all } lines { $n-n ->
        [one] lacks a priority and counts
       *[other] lack a priority and count
    } as red when someone is missing.
report-gaps-hours = { $n-n ->
        [one] One course that is needed lacks hours and is
       *[other] { $n } courses that are needed lack hours and are
    } counted as free.

# Safety
report-safety = The nurses’ share
report-safety-table = The nurses’ share of the paid hours
report-safety-staffing = Staffing
report-safety-nurse-hours = Nurse hours a week
report-safety-hours = All hours a week
report-safety-share = Share
report-safety-title = The nurses’ share goes down
report-safety-short = The nurses’ share of the hours goes from { $before } to { $after }. In a study of 243 hospitals a share lower by 10 percentage points went with an odds ratio of { $odds } for dying in hospital. That is an association, not a proven cause, but it must be weighed before deciding (see “The nurses’ share”).
report-safety-aiken = Aiken and others (BMJ Quality & Safety 2017; 243 hospitals in six countries, 275,519 patients): a share of nurses higher by 10 percentage points went with 11 per cent lower odds of dying in hospital.
report-safety-griffiths = Griffiths and others (BMJ Quality & Safety 2019; 138,133 patients): each day with fewer nurses than the ward’s mean went with 3 per cent higher mortality. Both few and many assistants went with higher mortality.
report-safety-association = The studies show associations, not causes, and were made in other hospitals. They don’t say what will happen here, but are reason to weigh safety by itself before deciding and to follow it afterwards.
report-safety-not-lower = The nurses’ share of the hours doesn’t go down.

# What binds
report-binding = What binds, and what it is worth
report-binding-intro = Each of these demands has been eased by one step, alone, and the whole plan solved again. The worth is what is then saved a year.
report-binding-table = The worth of one step
report-binding-step = Step
report-binding-worth = Worth a year
report-binding-note = The worth is an interval since both computations are proven within a margin. The worths can’t be added up.
report-step-positions = One more FTE: { $group }
report-step-positions_least = One FTE less demanded: { $group }
report-step-people = One more employee: { $group }
report-step-weekends-more = Weekends more often: { $group } every { $to } instead of every { $from }
report-step-weekends-fewer = Weekends less often: { $group } every { $to } instead of every { $from }
report-step-presence = One fewer present: { $what }
report-step-bound_present = One fewer in bound work: { $what }
report-step-shift_min = One fewer as least staffing: { $group }{ "\u00A0" }{ $what }
report-step-shift_max = One more as most staffing: { $group }{ "\u00A0" }{ $what }
report-step-alike = Different staffing on different days
report-step-pinned = Without the pin: { $what }
report-step-qualified = Without the demand for competence: { $what }
report-step-same_all_week = Another group at weekends: { $what }
report-step-budget = A larger budget
report-step-max_moves = More moves
report-step-other = { $rule } { $group } { $what }

# The curve
report-curve = Starting small
report-curve-intro = What do the best 5, 10, 20 and 40 moves give, and what do all? Each plan is solved by itself, with the cost as its only goal, and held against today’s distribution with the cheapest staffing that carries it.
report-curve-relaxed = No staffing within the limits carries today’s distribution; it is therefore taken with no ceiling on positions, shifts and weekends.
report-curve-half = With { $moves-n ->
        [one] one move
       *[other] { $moves } moves
    } { $gain } a year is saved, { $percent } of the { $all } that all give.
report-curve-late = None of the plans with few moves gives half of what { $moves } moves give: { $gain } saved a year.
report-curve-only = There is no more to gain than { $moves-n ->
        [one] one move gives
       *[other] { $moves } moves give
    }: { $gain } a year.
report-curve-nothing = No move saves money. No change is a finding too.
report-curve-picture = Saving a year by the number of tasks moved.
report-curve-title = Saving by number of moves
report-curve-alt = { $moves-n ->
        [one] One move
       *[other] { $moves } moves
    }: { $gain }.
report-curve-found = Best plan found
report-curve-open = Proven between the bars
report-curve-x = So many moves are allowed
report-curve-y = NOK saved a year
report-curve-limit = Limit
report-curve-at-most = At most { $moves }
report-curve-all = No limit
report-curve-moves = Moves
report-curve-gain = NOK saved a year
report-curve-interval = Proven

# Comparisons
report-comparison = Four pictures side by side
report-comparison-table = Today, today’s distribution, the proposal and all to the lowest group
report-today-lead = Today:
report-today-meaning = today’s distribution and today’s staffing, also where it doesn’t suffice.
report-carried-lead = Today’s distribution, staffed:
report-carried-meaning = today’s distribution with the cheapest staffing that carries it. The gain of task sharing is measured against this, since an understaffed ward would hide it.
report-proposed-lead = The proposal:
report-proposed-meaning = distribution and staffing chosen together.
report-rightmost-lead = All to the lowest group:
report-rightmost-meaning = every task with the lowest group that can do it, as a spreadsheet would have it, with the cheapest staffing for that.
report-measure = What is measured
report-cost-year = NOK a year
report-training-year = Of this training
report-fte-group = FTE, { $group }
report-fte-all = FTE in all
report-red-cells = Times where the staffing doesn’t suffice
report-relaxed-note = * No staffing within the limits carries this distribution. The figure is its cost with no ceiling on positions, shifts and weekends.
report-comparison-feasible = “{ $name }” isn’t fully solved: the staffing holds, but a cheaper one may exist.
report-comparison-infeasible = “{ $name }” has no staffing that keeps the demands:
report-comparison-unknown = For “{ $name }” no staffing was found in time, nor is it proven that none exists.
report-demands-more = And { $demands } more demands, most of them tasks that must be done.

# WISN
report-wisn = WISN
report-wisn-intro = For those who report by the World Health Organization’s method (Workload Indicators of Staffing Need): the FTE that the proposal’s work requires, against those there are.
report-wisn-table = Staffing need by WISN
report-wisn-available = Available hours a year
report-wisn-factor = Factor for other work
report-wisn-required = FTE required
report-wisn-existing = FTE existing
report-wisn-difference = Difference
report-wisn-ratio = Ratio
report-wisn-note = Below 1 the workload is larger than the staff. WISN counts the year’s work, not people on duty: what presence demands doesn’t show here, and the need is often lower than the proposal’s FTE.

# Lists
report-placements = Who does what
report-placements-intro = Each group’s tasks in the proposal. Rows with colour and “from” are new to the group. The number before the name is the task’s number, which stands in the activity plan too.
report-placements-table = Tasks with { $group }
report-group-nothing = The group has no tasks in the proposal.
report-whence = Today
report-whence-moved = from { $group }
report-whence-corrected =
    from { $group }
    (doesn’t meet the demand)
report-whence-kept = same
report-new-count = { $new-n ->
        [0] none new
        [one] 1 new
       *[other] { $new } new
    }
report-courses-column = Courses
report-activity = Activity plan
report-activity-intro = One page for each group: categories down, times across. The tasks’ names stand in the lists before.
report-activity-group = Activity plan for { $group }
report-activity-note = Minutes on a weekday, and after the slash on a weekend day where that differs; below stand the tasks’ numbers. * is new to the group. Tasks that span several times stand in each of them with their part of the minutes.
report-staffing-plan = Staffing plan
report-staffing-intro = How many start each shift in the proposal, with today’s number in brackets where it is another.
report-staffing-intro-untold = How many start each shift in the proposal. Today’s staffing isn’t given.
report-staffing-table = People on shift
report-staffing-note = 4 (5) means four in the proposal and five today.
report-proposed-week = A week
report-today-week = Today
report-carried-week = Today’s distribution
report-sums-table = FTE, people and cost
report-fte-today = FTE today
report-fte-carried = FTE, today’s distribution
report-fte-proposed = FTE in the proposal
report-positions = Positions
report-people = People
report-week-cost = NOK a week
report-training = Training plan
report-training-none = The proposal takes no courses. No change is a finding too.
report-training-intro = The courses that the proposal takes, for those who lack them. The cost is spread over the years that a course lasts.
report-training-table = Courses
report-course = Course
report-participants = Participants
report-course-hours = Hours in all
report-course-opens = Opens for
report-assumptions = Assumptions
report-assumed = { $n-n ->
        [one] One value wasn’t given and had to be assumed:
       *[other] { $n } values weren’t given and had to be assumed:
    }
report-noticed = { $n-n ->
        [one] One piece of information was read in a way one should know of:
       *[other] { $n } pieces of information were read in a way one should know of:
    }
report-setting = Setting
report-value = Value
report-rates-table = Rates and limits
report-set-evening = Supplement evening and night (17–06), share of the hourly cost
report-set-weekend = Supplement Saturday and Sunday, share of the hourly cost
report-set-training = Training is spread over (years)
report-set-refund = Refund of absence
report-set-alike = Staffing
report-set-gap = Gap that counts as proven
report-set-date = Date for certificates
report-set-budget = Budget a year
report-set-moves = At most so many moves
report-set-pin = The line in row { $row } held on
report-alike-weekdays = alike on weekdays, alike at weekends
report-alike-no = each day on its own
report-groups-table = The professional groups
report-hourly = NOK an hour
report-weekly-hours = Weekly hours
report-absence = Absence
report-holiday = Holiday weeks
report-task-time = Time for tasks
report-weekend-every = Weekend every
report-goals-table = Goals, in order
report-goal = Goal
report-goal-value = In the proposal
report-goal-best = Best found
report-goal-bound = Proven bound
report-goal-tolerance = Tolerance
report-goals-note = Each goal is made as good as possible before the next; the tolerance is how much later goals may worsen it. Each bound is proven among plans in which no goal before is worse than the best that was found, with its tolerance. The cost comes last where it isn’t among the goals asked for.
report-goals-note-open = “{ $goal }” isn’t proven best. If it gets better, the goals after it may get worse.

# No plan
report-conflict = Why it can’t be done
report-conflict-intro = It is proven that no distribution and staffing in { $unit } keeps all demands at once.
report-conflict-set = { $demands-n ->
        [one] This demand can’t be kept:
       *[other] These { $demands } demands can’t hold together. Without any one of them the others can:
    }
report-conflict-choose = The changes are the least that help while the other demands stand. Choose one of them, mend the workbook and plan again.
report-conflict-several = No demand can be changed alone so that a plan becomes possible; at least two must give way.
report-conflict-unnamed = Which demands stand against each other wasn’t found in time.
report-conflict-nothing-title = The report stops here
report-conflict-nothing = Without a plan there are no figures for staffing, cost or gain, and the report doesn’t pretend that there are.
report-no-answer = Neither a plan nor a proof
report-no-answer-time = The search was stopped after { $seconds } seconds without finding a plan, and without proving that none exists.
report-no-answer-cancelled = The search was broken off after { $seconds } seconds without finding a plan, and without proving that none exists.
report-no-answer-next = Give it more time, or ease a demand.

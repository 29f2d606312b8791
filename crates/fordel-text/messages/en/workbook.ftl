# workbook

# ---- The ward's workbook: instructions, comments on columns, checks ----
workbook-footer = &L&F – &A&RPage &P of &N
guide-title = How to fill in the workbook
guide-intro = The workbook describes one ward in one ordinary week: which tasks are done, who can do them, which shifts there are and who is at work today. Fordel reads it and proposes which professional group should do what, and how many are needed on each shift. Only the sheet Tasks must be filled in. Where another sheet is missing, the values of a standard ward are used, and the plan says so.
guide-sheets = The sheets
guide-sheet = Sheet
guide-holds = What it holds
guide-needed = Must be filled in
guide-needed-yes = yes
guide-needed-no = no
guide-tasks = One row for each task in each time interval: how often, how long, who must do it at least, and who does it today.
guide-groups = The professional groups, the most qualified first. A group can do the tasks of those below it, not the other way round. Hourly cost, positions and people stand here too.
guide-shifts = The shifts each group can work: when they start and end, paid hours, and the fewest and most on the shift.
guide-staffing-today = How many work each shift today, day by day. Without this sheet the plan can't say whether today's staffing carries today's work.
guide-presence = How many must always be present, and when.
guide-activity = Figures that the work follows, day by day: patients, admissions, discharges.
guide-calendar = What is known of the year: holiday weeks, closed beds, campaigns, absence, and days staffed as others. Public holidays are computed.
guide-courses = The courses that tasks require: hours, fee and how long they are valid.
guide-certificates = Who has taken which courses, and when. Use a code or a serial number, not names.
guide-settings = The unit's name, the time intervals, the supplements and other choices for the whole ward.
guide-colours = Colours
guide-colour-needed = Dark header
    .meaning = The column must be filled in on every row in use.
guide-colour-optional = Light header
    .meaning = May stay empty. The comment on the header says what is used then.
guide-colour-missing = Yellow cell
    .meaning = Must be filled in or confirmed. The yellow goes by itself where something was missing. Cells with the comment "Fill in" you can turn white once you have looked at them.
guide-advice = Good advice
guide-advice-headers = What does the column mean?
    .advice = Hold the mouse over the header. The comment explains the column, how to write it and what is used when it stays empty.
guide-advice-lines = One task, several times
    .advice = If a task is done both in the morning and in the evening, write one row for each time and give the rows the same number. They may go to different groups.
guide-advice-counts = How often?
    .advice = Write how many times a day, or how many per patient, admission or another figure from the sheet Activity. 0.9 per patients with 24 patients is 21.6 times that day. Rare tasks can be written per week or month.
guide-advice-night = Evening, night and weekend
    .advice = Include everything that is done around the clock, all week. Work that holds a person, such as constant watch, is written as bound.
guide-advice-lists = Drop-down lists
    .advice = The lists follow what you write in Groups, Courses and Activity. Paste as values, so that lists and checks stay in place.
guide-advice-privacy = Privacy
    .advice = No patient data and no names of employees. The workbook stays on your own machine.
guide-advice-next = When you are done
    .advice = Run "fordel validate" with this file: everything that is missing or wrong comes at once, with sheet and cell. Then "fordel plan" makes the proposal. The sheet Instructions isn't read.

help-task-number = The task's number. Rows with the same number are the same task at different times. Without numbers the name decides.
help-task-name = What is done, in few words.
help-task-category = One of the ward's categories. Choose from the list.
help-task-interval =
    When the task is done: one of the ward's time intervals (07-09) or several neighbouring ones (07-15).
    around the clock: all day and night without a fixed time.
    daytime: at any time in daytime, Monday to Friday.
help-task-days =
    all, weekdays, weekend, or a list: mon,wed,fri or mon-thu.
    Empty: all days.
help-task-count = How many times a day, or per what stands in the column Per unit. Empty for bound work.
help-task-per =
    Empty: the count is per day.
    A name from the sheet Activity, such as patients: the count is per patient on that day.
    week or month: the count is per week or month.
help-task-minutes = Minutes for one occurrence, with preparation, clearing away and walking. Empty for bound work.
help-task-minutes-by-group =
    Where another group takes more or less time.
    Write: HFA: 20; ASS: 25
help-task-minutes-low = The shortest time the task usually takes. Used to show how sure the plan is.
help-task-minutes-high = The longest time the task usually takes. Used to show how sure the plan is.
help-task-people = How many are needed at once. Empty: 1.
help-task-bound = yes for work that holds a person for as long as it lasts, such as constant watch. Count and minutes aren't used then.
help-task-flexible =
    yes: the day's minutes may be placed where it suits within the time.
    no: they fall by themselves over the whole time.
    Empty: yes for daytime and for several intervals, no around the clock.
help-task-lowest = Code of the least qualified group that may do the task. All who cover that group may do it too.
help-task-only = If only certain groups may do the task: their codes. Empty: the lowest group decides.
help-task-today = Code of the group that does the task today, also where it shouldn't. Empty: unknown or not done.
help-task-pinned = Code of the group on which the task must stay, by law, agreement or decision. Write the reason in Note.
help-task-same-all-week = yes: the same group on weekdays and in the weekend. Empty: they may differ.
help-task-training =
    The course each group needs to do the task. Courses stand in the sheet Courses.
    Write: HFA: wound care; ASS: hygiene
help-task-priority =
    red: must be done on time.
    yellow: can be put off.
    green: can be left out when someone is missing.
    Empty: counts as red.
help-task-health = yes for health work, no for other work. Empty: no for orders, cleaning/order/tidying and administrative tasks, else yes.
help-task-note = Free text, for instance why the task is pinned.

help-group-code = Short code used in the other sheets, such as SPL. No two alike.
help-group-name = The group's name.
help-group-covers =
    Whose tasks the group can do.
    Empty: all rows below. none: only its own. Else codes: HFA, ASS
help-group-beside = yes for groups beside the chain, such as pharmacist or porter. They cover and are covered only where Covers names them.
help-group-hourly = Kroner per paid hour with holiday pay, pension and employer's tax, without evening, night and weekend supplements.
help-group-weekly-hours = Weekly hours of a full position. Empty: 35.5.
help-group-absence = Sick and other paid leave that is covered, holiday not included. Write 8 %. Empty: 0.
help-group-holiday = Holiday weeks a year. Empty: 5.
help-group-task-time = How much of the time at work can go to the tasks in the sheet Tasks. The rest is breaks, report and walking. Empty: 80 %.
help-group-positions = Positions (FTE) there are. The plan uses no more. Empty: no limit.
help-group-positions-least = Positions (FTE) that must be used. Empty: 0.
help-group-people = Number of employees. With Weekend every it gives how many can work each weekend. Empty: the plan tells how many are needed.
help-group-weekend = How often they work weekends. 3: every third weekend. Empty: 3.
help-group-scarce = yes for groups that are hard to find. The plan spares them first.

help-shift-group = Code of the group the shift belongs to.
help-shift-name = Short name, such as D, A or N. Several groups may use the same name.
help-shift-start = Time of day, such as 07:30.
help-shift-end = Time of day. If it isn't later than the start, the shift ends on the next day.
help-shift-paid = Paid hours. Empty: the whole length.
help-shift-days = Days on which the shift can start: all, weekdays, weekend or a list. Empty: all.
help-shift-min = Fewest on the shift. Empty: 0.
help-shift-max = Most on the shift. Empty: 99.

help-today-group = The group's code.
help-today-shift = The shift's name, as in the sheet Shifts.
help-today-day = How many start the shift on this day. Empty: none.

help-presence-groups =
    Whose heads count. SPL+ is SPL and all that cover it.
    Several are separated by semicolons: SPL+;HFA
help-presence-from = From this time, such as 22:00.
help-presence-to = To this time. If it isn't later than from, the demand ends on the next day. Around the clock: 00:00 to 24:00.
help-presence-days = Days on which the demand starts. Empty: all.
help-presence-count = So many must be present all the time.
help-presence-course = The course that they must hold, such as at least one with wound care on each shift. There is then one group in Groups. Empty: no course asked.

help-driver = A name used in the column Per unit, such as patients or admissions.
help-driver-day = The usual number on this day.

help-calendar-from = First date.
help-calendar-to = Last date. Empty: the first alone.
help-calendar-kind =
    What holds: "as day" (staffed as Saturday, Sunday or ordinary), "activity" (percent of the usual), "closed beds" (so many fewer), "holiday" or "absence" (so many people away).
help-calendar-of = The group's code for holiday and absence. The driver's name for activity and closed beds; empty for activity: all drivers.
help-calendar-value = Saturday, Sunday or ordinary; 80 %; number of beds; number of people.
help-calendar-note = What it is about, for those who read.

help-course-name = The course's name, as written in the column Training.
help-course-hours = Hours one employee spends on the course.
help-course-fee = Kroner in fee and travel for one employee. Empty: 0.
help-course-valid = For how many months the course is valid. Empty: taken once, spread over the years in Settings.

help-certificate-employee = A code or serial number for the employee. Not a name.
help-certificate-group = Code of the employee's group.
help-certificate-percent = Percent of a full position, such as 80.
help-certificate-course = The course's name, as in the sheet Courses.
help-certificate-date = The date on which the course was taken.
help-certificate-until = The last day on which the certificate counts, if it is known. Empty: as the course says.
help-certificate-weekends = Which weekends the employee works: 3 is every third, 0 is none. Empty: as the group.

help-setting-name = The setting. The comment on each row explains it.
help-setting-value = The value. Where it stays empty, the default is used.
help-setting-unit = The unit's name. It stands on all documents.
help-setting-intervals = How the day is cut. The intervals must cover 24 hours without overlap. If they change, they must be rewritten in Tasks too.
help-setting-evening-night = Supplement per hour between 17 and 06, as a share of the hourly cost. Empty: 28 %.
help-setting-weekend = Supplement per hour on Saturday and Sunday, as a share of the hourly cost. Empty: 22 %.
help-setting-training-years = Over how many years training is spread. Empty: 3.
help-setting-refund = Share of paid absence that the state refunds. Empty: 0.
help-setting-plan-date = The date on which certificates must be valid. Empty: the newest date in Certificates.
help-setting-tolerance = How much the year's cost may grow so that tasks stand where they naturally belong. Empty: 1 %.
help-setting-profile =
    How work without a fixed time spreads over the day: a weight for each interval.
    07-09=2; 09-12=4; …
    Empty: by the length of the intervals.
help-setting-alike =
    weekdays: the same heads on all weekdays, and the same on Saturday and Sunday.
    no: each day on its own.
help-setting-budget = Highest cost a year, kroner. Empty: no limit.
help-setting-categories = The ward's categories, separated by semicolons, in the order in which they stand in the activity plan.
help-setting-yellow =
    What becomes of yellow tasks when people are missing on a shift.
    put off: to later that day, else to the next days.
    left out: they aren't done.
    Empty: put off.
help-setting-green = The same for green tasks. Empty: left out.
help-setting-within =
    How far a task may be put off on its day: within its own interval, while the shift lasts, or until the day is over.
    Empty: interval.
help-setting-relief =
    The order when more hands are needed, with the price of an hour as a share of the hourly cost.
    Empty: extra shift=1; pool=1; overtime=1.5; agency=2.5
help-setting-illness-spread =
    How much illness goes up and down from week to week for all together, as a share of its mean. For simulating weeks.
    Empty: 30%, an assumption
help-setting-covered =
    The share of absence that is covered before the shift starts, and so isn't felt. For simulating weeks.
    Empty: 0%
help-setting-activity-spread =
    How much each activity goes up and down from day to day, as a share of its mean, beyond chance. For simulating weeks.
    Empty: 10%, an assumption
help-setting-minutes-range =
    How far below and above the minutes go for lines without a range of their own. For simulating weeks.
    Empty: 0%
help-setting-dropped =
    When a task that is left out again and again is a finding: in so many of so many logged uses of the traffic light.
    Empty: 4 of 5.

check-title = Check the cell
check-group = Choose a code from the sheet Groups. If the group is missing, add it there first.
check-yes-no = Write yes or no, or leave the cell empty.
check-days = Write all, weekdays, weekend or a list such as mon,wed,fri. If that is what you wrote, answer Yes.
    .prompt = all, weekdays, weekend or a list: mon,wed,fri
check-interval = Choose a time interval from the list. If you have other intervals in Settings, answer Yes.
check-category = Choose a category from the list. If you have your own categories in Settings, answer Yes.
check-per = Choose a name from the sheet Activity, week or month. Empty means per day.
check-priority = Write red, yellow or green, or leave the cell empty.
check-course = The course isn't in the sheet Courses. Add it there, or choose another.
check-yields = Write put off or left out.
check-within = Write interval, shift or day.
check-alike = Write weekdays or no.
check-calendar-kind = Write as day, activity, closed beds, holiday or absence.
check-amount = Write a number from 0 upwards.
check-positive = Write a number greater than 0.
check-share = Write a share between 0 and 100 %, such as 8 %.
check-heads = Write a whole number, 0 or more.
check-whole = Write a whole number, 1 or more.
check-clock = Write a time of day, such as 07:30 or 22:15.
    .prompt = Time of day, such as 07:30
check-date = Write a date, such as 2026-12-31.
check-shift = The group has no shift of this name in the sheet Shifts. Add it there first, or mend the name.
prompt-minutes-by-group = HFA: 20; ASS: 25
prompt-groups = Codes separated by commas: SPL, HFA
prompt-covers = Empty: all below. none: only its own. Else codes: HFA, ASS
prompt-training = HFA: wound care; ASS: hygiene
prompt-calendar-value = As day: Sunday. Activity: 80 %. Closed beds, holiday and absence: a number.
prompt-presence = SPL+ is SPL and all that cover it. Several: SPL+;HFA
fill-in-lowest = Fill in: the least qualified group that may do the task. The form has only the group that was marked, and that one stands here.
fill-in-count = Fill in: how often the task is done. The form has no number, so once a day stands here.
fill-in-minutes = Fill in: minutes for one occurrence. The form has no time here, so 10 stands here.
fill-in-today = Fill in: code of the group that does the task today. Empty means unknown.
fill-in-category = Fill in: the category. In the form none stood above the task.
fill-in-timing = Fill in: when the task is done. In the form no time stood above the task.
fill-in-course-hours = Fill in: hours one employee spends on the course. 0 till then.
fill-in-hourly = Fill in: the group's hourly cost.

## The plan's workbook
book-sheet-distribution = Distribution
book-sheet-activity = Activity plan
book-sheet-names = Tasks by time
book-sheet-staffing = Staffing
book-sheet-workload = Workload
book-sheet-training = Training
book-sheet-findings = Findings
book-sheet-assumptions = Assumptions

book-distribution-legend = ● moved from a group that may also do it · ▲ moved from a group that may not do it · ? not told who does it today. Yellow cells can be changed; minutes and marks follow. “fordel check” tests a changed plan.
book-hours-proposed = Hours a week, proposed
book-hours-today = Hours a week, today
book-row = Row
book-number = No
book-task = Task
book-category = Category
book-time = Time
book-days = Days
book-today = Today
book-group-proposed = Proposed
book-change = Change
book-lowest = Lowest
book-courses = Courses needed
book-why = Why
book-day-numbers = Day nos
book-choose-group-title = Unknown group
book-choose-group = Choose one of the groups on the sheet Assumptions.
book-why-pinned = Pinned to { $group }.
book-why-pinned-note = Pinned to { $group }: { $note }
book-why-only = Only { $group } may do it.
book-why-lowest = { $group } is the lowest group that may do it.
book-why-above = Could also stand on { $others }; as a whole the plan came out best with { $group } here.

# What stands in the way of a line on another group, with the plan's staffing and everything else where it is. Part of book-why-others.
book-why-others = With this staffing: { $others }.
elsewhere-no-room = { $group } lacks { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
 } { $day } { $interval }
elsewhere-no-room-in-the-day = { $group } has no room for it during the day
elsewhere-not-present = { $group } has too few present
elsewhere-limit = { $group } would break the limit on moves or cost
elsewhere-courses = { $group } has room, but would have to take courses for { $kroner } a year
elsewhere-overqualified = { $group } has room, but then more work is done by people above its need
elsewhere-changes = { $group } has room, but it is a larger change from today
elsewhere-as-good = { $group } has room and is as good by the goals

book-activity-title = Activity plan for { $group } ({ $code })
book-activity-remark = { $hours } hours of tasks a week, { $fte } FTE. First minutes on a weekday, then on a weekend day, then the tasks’ numbers; * is new to the group. The names stand on the sheet “Tasks by time”.
book-sum-minutes = Sum
book-weekday = weekday
book-weekend-day = weekend day
book-task-numbers = tasks
book-around-the-clock = Untimed
book-daytime = Daytime
book-names-title = Tasks { $slot }
book-group = Group
book-minutes-week = Minutes a week
book-new = New
book-nothing-here = No tasks here.

book-staffing-legend = Number of people who start the shift. Yellow cells can be changed: hours, FTE, people, cost and capacity (Workload) are computed again.
book-staffing-legend-more = Highlighted: another number than today. Grey: the shift doesn’t run that day.
book-shift = Shift
book-clock = Clock
book-hours-week = Hours a week
book-fte = FTE
book-people = People
book-kroner-year = NOK a year
book-block-proposal = Proposed
book-block-today = Today
book-block-today-untold = Today (not told)
book-block-carried = Today’s distribution with the cheapest staffing
book-block-carried-relaxed = Today’s distribution, limits lifted
book-block-carried-none = Today’s distribution (no staffing found)
book-difference = The proposal against
book-shifts-against-today = today, shifts a week
book-shifts-against-carried = today’s distribution, shifts a week
book-fte-against-carried = today’s distribution, FTE
book-kroner-against-carried = today’s distribution, NOK a year
book-sum-of-group = Sum { $group }
book-sum-shifts = Sum of shifts
book-courses-year = Training a year
book-year-cost = Cost a year
book-year-cost-told = As the plan was computed
book-year-cost-off = Changed since
book-carried-costs = Today’s distribution with the cheapest staffing that carries it costs { $cost } a year. The gain is counted against this, not against today’s staffing.
book-carried-impossible = No staffing within the demands carries today’s distribution. Without the limits on FTE, shifts, people and weekends it would cost { $cost } a year.
book-carried-unknown = What today’s distribution would take wasn’t found in the time given.
book-carried-never = No staffing carries today’s distribution.
book-rightmost-costs = With every task on its lowest group the cheapest staffing costs { $cost } a year.
book-rightmost-impossible = With every task on its lowest group there is no staffing within the demands. Without the limits it would cost { $cost } a year.
book-rightmost-unknown = What it would take to put every task on its lowest group wasn’t found in the time given.
book-rightmost-never = With every task on its lowest group there is no staffing.
book-whole-heads-title = Whole people
book-whole-heads = Write a whole number of people, 0 or more.

book-workload-legend = Minutes of tasks against minutes that can go to them. Capacity follows the shifts on the sheet Staffing. ▲: more than there is capacity for.
book-load-minutes = Minutes, proposed
book-load-capacity = Capacity, proposed
book-load-use = Use, proposed
book-load-today = Use, today
book-load-week = Whole week, proposed
book-minutes = Minutes
book-capacity = Capacity
book-use = Use

book-training-legend = Courses that the groups need for the tasks they get. 1 in the columns to the right: the course belongs there. Yellow cells can be changed.
book-sum-proposal = The proposal
book-sum-today = Today
book-sum-carried = Today’s distribution
book-course = Course
book-people-lacking = Lack the course
book-hours-each = Hours a person
book-fee-each = Fee a person
book-valid-months = Valid, months
book-spread-years = Spread over years
book-cost-once = NOK once
book-cost-yearly = NOK a year
book-in-proposal = Proposed
book-in-today = Today
book-in-carried = Today’s distribution
book-opens = Tasks that the course opens
book-no-courses = No courses are needed.

book-assumptions-legend = Everything that was given or assumed, with its source. Yellow cells feed the formulas of the other sheets. The distribution is best for the values as they stood when the plan was made: plan again when something changes much.
book-settings = Rates and choices
book-setting = Setting
book-value = Value
book-source = Source
book-source-settings = Settings, else default value
book-source-model = the planning model
book-source-default = default value
book-source-plan-date = Settings, else the newest date in Certificates
book-evening-night-rate = Evening/night supplement (17–06)
book-weekend-rate = Weekend supplement (Saturday and Sunday)
book-refund = Refund of absence
book-training-years = Training is spread over years
book-weeks-a-year = Weeks in a year
book-cost-tolerance = Cost tolerance
book-alike = Same staffing
book-alike-weekdays = weekdays
book-alike-no = no
book-budget = Budget
book-day-profile = Day profile
book-by-length = by the intervals’ length
book-plan-date = Plan date
book-none = none
book-yes = yes
book-groups = Groups
book-code = Code
book-name = Name
book-hourly = NOK a paid hour
book-weekly-hours = Hours a week
book-absence = Absence
book-holiday-weeks = Holiday weeks
book-task-time = Task time
book-positions = Positions
book-positions-least = Positions least
book-people-given = People
book-weekend-every = Weekend every
book-scarce = Scarce
book-covers = Covers
book-shifts = Shifts
book-start = Start
book-end = End
book-paid-hours = Paid hours
book-length = Length, hours
book-hours-late = Hours 17–06
book-weekend-friday = Weekend hours, starts Friday
book-weekend-saturday = Weekend hours, starts Saturday
book-weekend-sunday = Weekend hours, starts Sunday
book-least-heads = Least
book-most-heads = Most
book-presence = Presence
book-heads = Count
book-drivers = Activity a day
book-driver = Activity
book-told = The plan as it was computed
book-about = About
book-figure = Figure
book-key = Key in plan.json
book-goal-short-cost = cost
book-goal-short-overqualified = above lowest
book-goal-short-scarce_hours = scarce hours
book-goal-short-changes = changes
book-goal-short-spread = spread
book-status-optimal = proven best
book-status-feasible = not proven best
book-status-infeasible = impossible
book-status-unknown = no answer
book-told-unit = Unit
book-told-status = Status
book-told-alike = Same staffing
book-told-year-cost = Cost a year, NOK
book-told-week-cost = Shifts a week, NOK
book-told-bound = Proven least cost a year, NOK
book-told-gap = Gap
book-told-version = Program version
book-told-work = Units of work in the search
book-told-goals-value = Goal: value
book-told-goals-best = Goal: best found
book-told-goals-bound = Goal: proven least
book-told-goals-tolerance = Goal: tolerance
book-told-groups-fte = FTE
book-told-groups-people = People
book-told-groups-paid-hours-week = Paid hours a week
book-told-groups-minutes-week = Minutes of tasks a week
book-told-groups-week-cost = Shifts a week, NOK
book-told-limits-gap = Gap that counts as proven
book-told-limits-budget = Budget, NOK a year
book-told-limits-max-moves = At most so many moves
book-told-limits-pins = Pinned row
book-assumed = Assumed since it wasn’t given
book-noticed = Worth knowing of how it was read

book-findings-legend = What the mapping and the plan show. Hours and minutes are of one week.
book-part-day = Day, weekdays
book-part-evening = Evening, weekdays
book-part-night = Night, weekdays
book-part-weekend = Weekend
book-part-total = Sum
book-unit = Unit
book-found-nurse-time = Nurse time set free
book-found-nurse-time-basis = Nurse time is the time of { $groups }. Compared are { $compared } placements where it is told who does the task today, and that group may do it; { $left-out } are left out. Day is 07–15, evening 15–22, night 22–07; Saturday and Sunday are weekend.
book-found-tasks-today = Tasks with nurses today
book-found-tasks-proposed = The same tasks in the proposal
book-found-tasks-freed = Task time set free
book-found-tasks-corrected = Added, since today’s group may not do it
book-found-paid-before = Paid hours, today’s distribution with the cheapest staffing
book-found-paid-after = Paid hours, the proposal
book-found-paid-freed = Fewer paid hours
book-found-fte = FTE
book-found-fte-basis = The change is counted against today’s distribution with the cheapest staffing that carries it. “Falls away” is FTE filled today that the proposal doesn’t use; they fall away by natural turnover.
book-fte-today = Today
book-fte-carried = Today’s distribution
book-fte-proposed = Proposed
book-falls-away = Falls away
book-to-fill = To be filled
book-found-money = Money and courses
book-found-saved = The proposal costs { $after } a year against { $before } for today’s distribution with the cheapest staffing: { $saved } less.
book-found-costs-more = The proposal costs { $after } a year against { $before } for today’s distribution with the cheapest staffing: { $saved } more.
book-found-saved-relaxed = Today’s distribution can’t be carried within the demands. Without the limits it would cost { $before } a year against the proposal’s { $after }: a difference of { $saved }.
book-found-saved-sure = At least { $saved } of the difference is proven.
book-found-no-comparison = Today’s distribution couldn’t be priced, so the gain in money isn’t known.
book-found-courses = Training: { $courses } courses, { $seats } seats, { $hours } hours in all, { $cost } a year.
book-found-tolerance = What the tolerance bought
book-found-tolerance-price = The plan costs { $price } more a year than the very cheapest. For that one gets:
book-in-cheapest = In the cheapest
book-in-this = Proposed
book-fte-of = FTE { $group }
book-found-safety = Share of nurses
book-found-share-today = Nurses have { $before } of the paid hours with today’s staffing and { $after } in the proposal.
book-found-share-carried = Nurses have { $before } of the paid hours when today’s distribution is carried, and { $after } in the proposal.
book-found-safety-note = The share falls by up to { $points } percentage points. In a study of 243 hospitals (Aiken and others, BMJ Quality & Safety 2017) a share that much lower went together with { $odds } higher odds of dying in hospital. That is an association, not a cause, and says nothing of this unit in particular; watch quality and safety when the distribution changes.
book-found-delegable = What nurses do that others could
book-found-delegable-sum = { $lines } placements, { $hours } hours a week: { $share } of their task time today.
book-found-nurse-only = What only nurses may do
book-found-nurse-only-sum = { $lines } placements, { $hours } hours a week: { $share } of all tasks of the unit.
book-group-now = Group
book-found-by-category = Nurse time today by category (minutes a week)
book-found-by-slot = Nurse time today by time (minutes a week)
book-all-minutes = All groups
book-nurse-minutes = Nurses
book-nurse-only-minutes = Only nurses may
book-delegable-minutes = Others could
book-delegable-share = Share others could
book-found-not-health = Tasks that aren’t health work
book-found-not-health-sum = { $lines } placements, { $hours } hours a week.
book-found-unqualified = Done today by a group that may not do it
book-found-unqualified-sum = { $lines } placements, { $hours } hours a week.
book-found-untimed = Tasks without a time
book-found-untimed-basis = What stands without a time falls on whoever is on duty, around the clock.
book-all-work = All tasks
book-lines = Lines
book-share = Share
book-found-overload = Where today’s staffing can’t carry today’s tasks
book-found-overload-untold = Today’s staffing isn’t told.
book-found-overload-none = Today’s staffing carries today’s tasks at all times.
book-found-overload-sum = { $cells } times a week there is more work than time: { $hours } hours in all.
book-beyond = Too much
book-found-gaps = What the mapping lacks
book-found-no-gaps = Nothing is missing.
book-gap-minutes = { $count } lines lack minutes or counts and weigh nothing: { $names }.
book-gap-today = { $count } lines don’t tell who does it today: { $names }.
book-gap-priority = { $count } lines lack a priority and count as red: { $names }.
book-gap-hours = { $count } courses lack hours: { $names }.
book-found-worths = What binds
book-found-worths-basis = What one step is worth a year when the plan is made again with it. The least is proven; more than the most is ruled out.
book-demand = Demand
book-worth-from = From
book-worth-to = To
book-worth-low = Saved at least, NOK
book-worth-high = Saved at most, NOK
book-place = Place
book-worth-positions = FTE { $about }
book-worth-positions-least = FTE least { $about }
book-worth-people = People { $about }
book-worth-weekends = Weekend every, { $about }
book-worth-presence = Present, { $about }
book-worth-shift-min = Least on the shift, { $about }
book-worth-shift-max = Most on the shift, { $about }
book-worth-other = { $rule } { $about }
book-found-curve = What the first moves give
book-found-curve-basis = The cheapest plan with at most so many moves.
book-most-moves = At most moves
book-moves = Moves
book-bound-year = Proven least, NOK
book-saved-against-carried = Saved against today’s distribution, NOK
book-all-moves = all
book-found-wisn = WISN
book-found-wisn-basis = The World Health Organization’s indicator of staffing need, computed from the proposal’s tasks. It counts a year’s workload, not how many must be present; a ratio below 1 is pressure.
book-wisn-available = Available hours
book-wisn-service = FTE for tasks
book-wisn-factor = Allowance factor
book-wisn-required = FTE required
book-wisn-existing = FTE there are
book-wisn-ratio = Ratio
book-found-wisn-refused = { $group }: task time is 0, so WISN can’t be computed.
book-found-infeasible = No plan is possible
book-found-infeasible-basis = These demands can’t hold together; without any one of them a plan exists.
book-found-no-plan = No plan was found in the time given

book-fte-change = Change
book-off = Difference
book-sum = Sum
book-seats = Seats
book-hours-all = Hours in all
book-found-none = None.
book-goal-cost = Cost, NOK a year
book-goal-overqualified = Above the lowest qualified group, minutes a week (scarce counted double)
book-goal-scarce_hours = Scarce groups, paid hours a week
book-goal-changes = With another group than today, minutes a week
book-goal-spread = Pairs of task and group
book-found-comparisons = The comparisons
book-found-no-today = No line tells who does the task today in a way that can be compared. Fill in the column “Today”, and the gain can be computed.
book-no-placements = No plan: see the sheet { book-sheet-findings }.
book-block-carried-untold = Today’s distribution (not told)

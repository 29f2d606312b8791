# The ward's workbook: instructions, comments on columns, checks.
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
guide-population = Residents of the catchment area by age, now and in years ahead. Paste from Statistics Norway's projection. Years missing in between are computed.
guide-projection = What is assumed of the years ahead: how much each age uses the ward, and for each group ages, retirement, how many leave, and how many are new. Write the source beside each figure.
guide-courses = The courses that tasks require: hours, fee and how long they are valid.
guide-certificates = Who has taken which courses, and when. Someone without any course yet gets a row without a course and a date. Use a code or a serial number, not names.
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
    .advice = Write how many times a day, or how many per patient, admission or another figure from the sheet Activity. 0.9 per patient with 24 patients is 21.6 times that day. Rare tasks can be written per week or month.
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
    Past midnight (22-07) it runs from that day's evening to the next morning.
    around the clock: all day and night without a fixed time.
    daytime: at any time in daytime, Monday to Friday.
help-task-days =
    all, weekdays, weekend, or a list: mon,wed,fri or mon-thu.
    Empty: all days.
help-task-count = How many times a day, or per what is in the column Per. Empty for bound work.
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
help-group-absence = Sick and other paid leave that is covered, holiday not included. Write 8%. Empty: 0.
help-group-holiday = Holiday weeks a year. Empty: 5.
help-group-task-time = How much of the time at work can go to the tasks in the sheet Tasks. The rest is breaks, report and walking. Empty: 80%.
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
help-presence-course = The course that they must hold, such as at least one with wound care on each shift. Groups then names one group. Empty: no course required.

help-driver = A name used in the column Per, such as patients or admissions.
help-driver-day = The usual number on this day.

help-calendar-from = First date.
help-calendar-to = Last date. Empty: the first alone.
help-calendar-kind =
    What holds: "as day" (staffed as Saturday, Sunday or ordinary), "activity" (percent of the usual), "closed beds" (so many fewer), "holiday" or "absence" (so many people away), "apprentices" (so many positions that they fill).
help-calendar-of = The group's code for holiday, absence and apprentices. The driver's name for activity and closed beds; empty for activity: all drivers.
help-calendar-value = Saturday, Sunday or ordinary; 80%; number of beds; number of people; positions.
help-calendar-note = What it is about, for those who read.

help-population-year = The year of the figure.
help-population-ages = The ages of the figure: 67–79, 80+ or a single age.
help-population-number = Residents of the catchment area.
help-population-low = The projection's low alternative. Empty: the figure is sure.
help-population-high = The projection's high alternative. Empty: the figure is sure.
help-projection-kind =
    What is assumed.
    "use per 1000": how much 1000 residents of an age use the ward in a year, for example bed days. "change of use": a year. "follows use": how much of the group's need follows the use.
    "people": so many of an age today. "retirement age", "leave" (for other reasons, a year), "percent", "absence", "recruits" (taken on a year), "age of recruits".
    "apprentices" (taken in a year), "apprenticeship years", "apprentice does" (share of a position), "apprentices stay" (share).
    Measures: "target percent", "target absence", "other growth" (a year), "phased in over" (years).
help-projection-group = The group's code. Empty: all groups without a row of their own.
help-projection-ages = The ages of the row: 30–39, 60+. For use, change of use and people alone.
help-projection-from = The first year in which the row holds. Empty: always.
help-projection-value = A number, an age, or percent: 8%.
help-projection-low = The lowest that it can be. Empty: the figure is sure.
help-projection-high = The highest that it can be. Empty: the figure is sure.
help-projection-source = Where the figure is from, or that it is an assumption.

help-course-name = The course's name, as written in the column Training.
help-course-hours = Hours one employee spends on the course.
help-course-fee = Kroner in fee and travel for one employee. Empty: 0.
help-course-valid = For how many months the course is valid. Empty: taken once, spread over the years in Settings.

help-certificate-employee = A code or serial number for the employee. Not a name.
help-certificate-group = Code of the employee's group.
help-certificate-percent = Percent of a full position, such as 80. It tells how often the employee is on duty. Empty: as the others in the group.
help-certificate-course = The course's name, as in the sheet Courses. Empty, together with Date: the employee has no course yet.
help-certificate-date = The date on which the course was taken. Needed where Course is filled in.
help-certificate-until = The last day on which the certificate counts, if it is known. Empty: as the course says.
help-certificate-weekends = Which weekends the employee works: 3 is every third, 0 is none. Empty: as the group.

help-setting-name = The setting. The comment on each row explains it.
help-setting-value = The value. Where it stays empty, the default is used.
help-setting-unit = The unit's name. It stands on all documents.
help-setting-intervals = How the day is cut. The intervals must cover 24 hours without overlap. If they change, they must be rewritten in Tasks too.
help-setting-evening-night = Supplement per hour between 17 and 06, as a share of the hourly cost. Empty: 28%.
help-setting-weekend = Supplement per hour on Saturday and Sunday, as a share of the hourly cost. Empty: 22%.
help-setting-holiday =
    Supplement per hour on public holidays, as a share of the hourly cost, on top of the others. Used in the cost of the year.
    Empty: 133%, from an older agreement. Check your own.
help-setting-training-years = Over how many years training is spread. Empty: 3.
help-setting-refund = Share of paid absence that the state refunds. Empty: 0.
help-setting-plan-date = The date on which certificates must be valid. Empty: the newest date in Certificates.
help-setting-tolerance = How much the year's cost may grow so that tasks stand where they naturally belong. Empty: 1%.
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
    The share of absence that is known and covered before the shift starts (long sick leave, leave), and so isn't felt. For simulating weeks.
    Empty: 70%, an assumption
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
check-calendar-kind = Write as day, activity, closed beds, holiday, absence or apprentices.
check-projection-kind = Choose a kind from the list.
check-amount = Write a number from 0 upwards.
check-positive = Write a number greater than 0.
check-share = Write a share between 0 and 100%, such as 8%.
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
prompt-calendar-value = As day: Sunday. Activity: 80%. Closed beds, holiday and absence: a number. Apprentices: positions that they fill, 0.5.
prompt-ages = 67–79 or 80+
prompt-projection-value = A number, an age, or percent: 8%
prompt-presence = SPL+ is SPL and all that cover it. Several: SPL+;HFA
fill-in-lowest = Fill in: the least qualified group that may do the task. The form has only the group that was marked, and that one stands here.
fill-in-count = Fill in: how often the task is done. The form has no number, so once a day stands here.
fill-in-minutes = Fill in: minutes for one occurrence. The form has no time here, so 10 stands here.
fill-in-today = Fill in: code of the group that does the task today. Empty means unknown.
fill-in-category = Fill in: the category. In the form none stood above the task.
fill-in-timing = Fill in: when the task is done. In the form no time stood above the task.
fill-in-course-hours = Fill in: hours one employee spends on the course. 0 till then.
fill-in-hourly = Fill in: the group's hourly cost.

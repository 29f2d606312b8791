# Days and lists
days-all = every day
list-and = { $first } and { $last }

# Broken rules. $scope: group, weekday and time, as far as they are known; $about: the same in brackets, or nothing.
broken-one_group = { $what }{ $about }: stands on { $actual-n ->
        [0] no group
        [one] one group
       *[other] { $actual } groups
    }; the line must stand on exactly one.
broken-unknown-placement = { $what }{ $about }: the workbook doesn't have this task with that row, group and day.
broken-qualified = { $what }{ $about }: the group isn't qualified for the task.
broken-pinned = { $what }{ $about }: doesn't stand on the group to which it is pinned.
broken-same_all_week = { $what }{ $about }: weekdays and weekend stand on different groups, but the task must keep the same group all week.
broken-work_fits = { $scope }: { $actual } minutes of work, but there is room for only { $limit }.
broken-bound_present = { $what }{ $about }: { $actual } present, but bound work needs { $limit }.
broken-presence = { $what }{ $about }: { $actual } present, { $limit-n ->
        [one] one is
       *[other] { $limit } are
    } required.
broken-competence = { $what }{ $about }: { $limit } must hold the course for a roster to have as many on as the demand says, but { $actual-n ->
        [0] there are none
        [one] there is one person
       *[other] there are { $actual } people
    }.
broken-shift_min = { $scope }, shift { $what }: { $actual-n ->
        [one] one head
       *[other] { $actual } heads
    }, at least { $limit-n ->
        [one] one is
       *[other] { $limit } are
    } required.
broken-shift_max = { $scope }, shift { $what }: { $actual-n ->
        [one] one head
       *[other] { $actual } heads
    }, at most { $limit-n ->
        [0] none is
        [one] one is
       *[other] { $limit } are
    } allowed.
broken-positions = { $scope }: the plan uses { $actual } FTE, there are { $limit }.
broken-positions_least = { $scope }: the plan uses { $actual } FTE, at least { $limit } must be used.
broken-people = { $scope }: the plan uses { $actual } FTE, { $limit-n ->
        [one] there is one person
       *[other] there are { $limit } people
    }.
broken-weekends = { $scope }: { $actual-n ->
        [one] one head
       *[other] { $actual } heads
    }, the weekends of the people there are allow { $limit }.
broken-alike = { $scope }, shift { $what }: { $actual-n ->
        [one] one head
       *[other] { $actual } heads
    }, but { $limit } on the days that must be the same.
broken-budget = The plan costs NOK { $actual } a year, the budget is NOK { $limit }.
broken-max_moves = The plan moves { $actual-n ->
        [one] one placement
       *[other] { $actual } placements
    }, at most { $limit-n ->
        [0] none is
        [one] one is
       *[other] { $limit } are
    } allowed.
broken-figure = The plan says { $actual } for { $what } ({ $about }); recomputed it is { $limit }.
broken-told = What the plan says of { $what } ({ $about }) doesn't agree with the rest of it.
broken-untold = The plan doesn't tell { $what } ({ $about }).
broken-beside = In { $part } ({ $key }): { $sentence }
broken-other = { $scope }: the rule { $rule } is broken ({ $actual }, the limit is { $limit }).

# What stands under the keys of plan.json, in the middle of a sentence.
told-unit = the unit's name
told-status = how sure it is
told-goals = the goals
told-value = the value
told-best = the best found
told-tolerance = the tolerance
told-alike = same staffing
told-year-cost = NOK a year
told-week-cost = NOK a week
told-relaxed-cost = NOK a year without the limits
told-bound = the proven least cost
told-gap = the gap to what is proven
told-seconds = the seconds it took
told-work = the work of the search
told-repeat = how the search is repeated
told-ended = what ended the search
told-version = the version of the program
told-limits = the limits it was made under
told-budget = the budget
told-max-moves = the most moves
told-pins = the pinned rows
told-placements = the placements
told-timing = when the task falls
told-group = the group
told-staffing = the staffing
told-workload = the workload
told-minutes = minutes
told-capacity = room, minutes
told-groups = the sums by group
told-fte = FTE
told-people = people
told-paid-hours-week = paid hours a week
told-minutes-week = task minutes a week
told-training = the courses
told-hours = hours
told-cost = NOK a year
told-tasks = the tasks that the course is for
told-today = today
told-overloaded = where there is no room
told-untold = rows without a group today
told-unqualified = rows on a wrong group today
told-broken = demands broken today
told-carried = today's distribution with its cheapest staffing
told-rightmost = everything as far to the right as it may be
told-reasons = the reasons
told-conflict = the demands that can't hold together
told-worths = what the demands are worth
told-low = at least
told-high = at most
told-curve = the gain of moves
told-moves = moves
told-rows = the rows moved
told-cheapest = the cheapest plan
told-values = the values of the goals

# Demands that can't hold together, and what change to one of them alone would do.
demand-positions = { $scope } has { $value } FTE.
    .change = With { $change } FTE more there is a plan.
demand-positions_least = { $scope } must use at least { $value } FTE.
    .change = With { $change } FTE less required there is a plan.
demand-people = { $scope } has { $value-n ->
        [one] one person
       *[other] { $value } people
    }.
    .change = With { $change } more there is a plan.
demand-weekends = The weekends of { $value-n ->
        [one] one person
       *[other] { $value } people
    } in { $scope } allow no more heads on Saturday and Sunday.
    .change = With { $change-n ->
            [one] one more person
           *[other] { $change } more people
        } in the weekends there is a plan.
demand-presence = { $what }: { $value } must be present.
    .change = With { $change } fewer present there is a plan.
demand-competence = { $scope }: at least { $value } on shift must hold { $what }, and the group has not people enough for a roster to have that.
    .change = With { $change } fewer in the demand there is a plan.
demand-bound_present = { $what }: bound work holds { $value } all the time.
    .change = With { $change } fewer there is a plan.
demand-shift_min = { $scope }: at least { $value-n ->
        [one] one head
       *[other] { $value } heads
    } on shift { $what }.
    .change = With { $change } fewer required there is a plan.
demand-shift_max = { $scope }: { $value-n ->
        [0] no heads
        [one] at most one head
       *[other] at most { $value } heads
    } on shift { $what }.
    .change = With { $change } more allowed there is a plan.
demand-alike = Staffing must be the same on weekdays and the same in the weekend.
    .change = With days that may differ there is a plan.
demand-budget = The budget is NOK { $value } a year.
    .change = With NOK { $change } more there is a plan.
demand-max_moves = { $value-n ->
        [0] No placements
        [one] At most one placement
       *[other] At most { $value } placements
    } may be moved.
    .change = With { $change-n ->
            [one] one more move
           *[other] { $change } more moves
        } there is a plan.
demand-pinned = { $what } is pinned to { $scope }.
    .change = Without the pin there is a plan.
demand-only = { $what } names its own groups in “Only”.
    .change = Without “Only” there is a plan.
demand-qualified = { $what } requires { $scope }.
    .change = Without the requirement there is a plan.
demand-same_all_week = { $what } must keep the same group all week.
    .change = Without the requirement there is a plan.
demand-work_fits = { $scope }: { $value } minutes of work a week must fit.
    .change = With { $change } minutes less there is a plan.
demand-work = { $what }{ $about }: { $value } minutes of work a week must be done.
    .change = With { $change } minutes less there is a plan.
demand-other = { $scope }: the demand { $rule } ({ $value }).
    .change = With a change of { $change } there is a plan.
demand-no-change = No change to this demand alone makes a plan possible.

# What can go wrong, and what to do.
failure-missing = Can't find “{ $path }”. See that the name is spelt right and that the file is there.
failure-folder = “{ $path }” is a folder. Name a file.
failure-denied = You may not read “{ $path }”. Ask for access, or copy the file to a place you can read.
failure-unreadable = “{ $path }” can't be read ({ $why }). See that the file is whole, and try again.
failure-too-large = “{ $path }” is larger than { $limit } MB. A ward needs far less: see that it is the right file, and delete sheets that don't belong.
failure-faulty =
    { $count-n ->
        [one] “{ $path }” has one fault that must be corrected:
       *[other] “{ $path }” has { $count } faults that must be corrected:
    }
failure-not-a-plan = “{ $path }” isn't a plan. Name the plan.json or plan.xlsx that “fordel plan” made.
failure-not-a-plan-at = “{ $path }” isn't a plan: it can't be read from line { $line }, character { $column } on. Name the plan.json or plan.xlsx that “fordel plan” made.
failure-not-a-plan-lacks = “{ $path }” isn't a plan: the part “{ $part }” is missing. Name the plan.json or plan.xlsx that “fordel plan” made.
failure-plan-broken = The plan in “{ $path }” was probably made for another ward, or the workbook was changed after the plan was made, so it can't be explained. Make the plan again with “fordel plan”, or use the workbook that it was made from. { $count-n ->
    [one] One rule or figure doesn't hold:
   *[other] { $count } rules and figures don't hold:
}
failure-more-rules = { $count-n ->
    [one] One isn't shown here. “fordel check” shows them all.
   *[other] { $count } aren't shown here. “fordel check” shows them all.
}
failure-plan-empty = “{ $path }” says that no plan exists, so there is nothing to go by. See what it would take with “fordel plan”.
assumed-unit = The workbook gives the unit no name: the file's name, “{ $unit }”, is used.
    .cure = Enter “Unit” in the sheet “Settings”.
failure-no-tasks = “{ $path }” has no tasks yet. Write one task on each row of the sheet of tasks, and try again.
failure-unwritable-denied = Can't write to “{ $path }”: you aren't allowed to, or the file is open in Excel. Close it, or choose another place.
failure-unwritable-file = Can't write to “{ $path }”: there is a file where a folder should be. Choose another place.
failure-unwritable-folder = Can't write to “{ $path }”: it is a folder. Name a file.
failure-unwritable-full = Can't write to “{ $path }”: the disk is full. Make room, or choose another place.
failure-unwritable = Can't write to “{ $path }” ({ $why }). Close the file if it is open in Excel, or choose another place.
failure-check = The plan didn't pass the independent check and is therefore not shown. This is a mistake in the program: report it with the workbook and what stands here.
failure-document = The plan is good, but “{ $name }” couldn't be made ({ $why }). This is a mistake in the program: report it with the workbook.

# Wishes that can't be followed.
refusal-row = No task stands in row { $row }. The tasks stand in rows { $first } to { $last } of the sheet Oppgaver (Tasks).
refusal-group = The ward has no group “{ $code }”. Use one of { $codes }.
refusal-pinned = Row { $row } ({ $task }) can't stand on { $group }: the workbook pins it to { $by }. Change “Pinned” there, or drop the wish.
refusal-only = Row { $row } ({ $task }) can't stand on { $group }: “Only” doesn't name that group. Change “Only” there, or choose another group.
refusal-lowest = Row { $row } ({ $task }) can't stand on { $group }: the lowest group is { $by }. Choose { $by } or a group that covers it.
refusal-pinned-twice = Row { $row } is pinned more than once. Keep one of them.
refusal-goal-twice = The goal { $goal } is listed twice. Keep one of them.
refusal-scarce-hours = The goal scarce_hours needs cost before it or a budget, or else it is free to replace them with everybody else. Write for instance “cost:1%,scarce_hours”, or give --budget.
refusal-work-parts = --work has { $parts } numbers, but the plan has { $goals } goals. Write one number, or what the plan says that it can be repeated with.

# The program's frame.
cli-about = Fordel places a ward's tasks on professional groups, staffs the ward, proves how good the plan is, and explains it.
cli-start =
    Fordel distributes tasks and staffs a ward – with proof and reasons.

    Try this first:
      fordel demo                     makes an example ward with a finished plan to look at
      fordel template my-ward.xlsx    makes a workbook to fill in with Excel
      fordel plan my-ward.xlsx        makes the plan and puts it beside the workbook

    All commands: fordel --help
cli-after =
    Ends with 0 when the answer is yes, 1 when it is no (broken rules, no plan possible), 2 on wrong use, 3 when input is faulty or unreadable, 4 when time ended with neither a plan nor a proof.
cli-heading-usage = Usage:
cli-heading-commands = Commands:
cli-heading-arguments = Arguments:
cli-heading-options = Options:
cli-error = Error: { $sentence }
cli-output-failed = Error: The answer can't be written ({ $why }). See that there is room on the disk.

usage-fordel = fordel [OPTIONS] COMMAND
usage-fordel-demo = fordel demo [OPTIONS]
usage-fordel-template = fordel template [OPTIONS] OUT.xlsx
usage-fordel-validate = fordel validate [OPTIONS] WARD.xlsx
usage-fordel-convert = fordel convert [OPTIONS] WIDE.xlsx OUT.xlsx
usage-fordel-plan = fordel plan [OPTIONS] WARD.xlsx
usage-fordel-check = fordel check [OPTIONS] WARD.xlsx PLAN
usage-fordel-explain = fordel explain [OPTIONS] WARD.xlsx PLAN ROW
usage-fordel-courses = fordel courses [OPTIONS] WARD.xlsx PLAN
usage-fordel-compare = fordel compare [OPTIONS] A B

cmd-demo = Plan the example ward, and say what to look at
    .long =
        Plan the example ward, and say what to look at.

        The workbook and all documents are put in the folder DIR. It takes about a minute.
cmd-template = Make a workbook to fill in with Excel
    .long =
        Make a workbook to fill in with Excel, with drop-down lists, checks and instructions.

        A file that is already there is kept under another name.
cmd-validate = Look through a workbook: all that is wrong, and all that is assumed
    .long =
        Look through a workbook and tell everything at once: sheet, cell, what is wrong, what would be right, and what is assumed.
cmd-convert = Turn the wide form into the list of tasks
    .long =
        Turn the wide form, as wards fill it in, into the list of tasks. What is missing is marked.

        A file that is already there is kept under another name.
cmd-plan = Make the plan: distribution, staffing, training and report
    .long =
        Make the plan: distribution, staffing, training and report, as plan.json, plan.xlsx, report.html and report.pdf.

        Ctrl-C ends the search and keeps the best plan found. Options here take precedence over the sheet Innstillinger (Settings).
cmd-check = Check a plan, also one that was changed by hand
    .long =
        Check a plan independently of what made it, also when it was changed by hand in Excel. Each broken rule gets its place, and all figures are recomputed.
cmd-explain = Explain why a task stands where it does
    .long =
        Explain why a task stands where it does: what each other qualifying group would cost a year, in FTE and in courses, and the rule that keeps the others out.
cmd-courses = Find the order in which courses are best taken: which sets most time free for the kroner
    .long =
        Takes a plan's courses one by one. Of those left, the one comes first that sets most nurse
        hours free for each krone it costs, found by solving the plan again with the courses so far
        and no others. Courses that the work takes today already are there from the start.
cmd-compare = Compare two plans: what moved, heads, FTE and money
    .long =
        Compare two plans: what moved, heads on shift, FTE and money.

arg-help = Show this help
arg-version = Show the version
arg-quiet = Say no more than is needed
arg-lang = Language: nb or en (else by the environment, else nb)
arg-json = Give the answer as JSON
arg-ward = The ward's workbook
arg-wide = The form as the ward filled it in
arg-plan-file = The plan: plan.json or plan.xlsx
arg-row = The task's row number in the sheet Oppgaver (Tasks), or in the plan where the form stands on several sheets
arg-hours-a-month = Hours a month that can be taken out of the work for courses; then each course gets its months
arg-a = The first plan: plan.json or plan.xlsx
arg-b = The second plan
arg-template-out = The file to make
arg-convert-out = The file to make
arg-example = Fill the workbook with an example ward
arg-demo-out = The folder for the documents (else { $folder })
arg-plan-out = The folder for the documents (else beside the workbook, by its name, ending in .plan)
arg-time-limit = Seconds that the search for the plan may take (else { $seconds }); the comparisons get as long again
arg-time-limit-alone = Seconds that the calculation may take (else { $seconds })
arg-work = Amount of work that the search may do; the same number gives the same plan
arg-gap = The gap that counts as proven, e.g. 0.1% (else 0.01%)
arg-goals = The goals in order, each with what the next may worsen it by, e.g. cost:1%,overqualified,changes. Other goals: scarce_hours, spread. Where cost isn't among them, it comes last
arg-budget = The most that the plan may cost, kroner a year
arg-max-moves = The highest number of placements that may change group; a task line with both weekdays and weekend has two
arg-pin = Hold the task in the row on the group, e.g. 12=HFA; may be repeated
arg-alike = The same staffing on weekdays and in the weekend (weekdays), or each day on its own (no)

# Wrong use.
misuse-unknown = Don't know “{ $argument }”.
misuse-extra = “{ $argument }” is one word too many. Put names with spaces in quotes: "my ward.xlsx".
misuse-command = Don't know the command “{ $command }”.
misuse-missing = Something is missing: { $argument }.
misuse-no-value = { $argument } needs a value after it.
misuse-lang = “{ $value }” isn't a language here. Write --lang nb or --lang en.
misuse-value = “{ $value }” doesn't suit { $argument }.
misuse-too-many = “{ $value }” is one too many for { $argument }.
misuse-twice = { $argument } can be given only once.
misuse-together = { $argument } and { $other } can't stand together. Use only one of them.
misuse-letters = One of the words has characters that can't be read. Write it again.
misuse-other = The command can't be read ({ $detail }).
misuse-suggestion = Did you mean { $suggested }?
misuse-more = Read more with: { $page }
wrong-book = “{ $value }” isn't the name of a workbook, which is what is written here. Let the name end in .xlsx.
wrong-page = “{ $value }” isn't the name of a web page, which is what is written here. Let the name end in .html.
wrong-picture = “{ $value }” isn't the name of a picture of the kind written here. Let the name end in .svg.

wrong-gap = “{ $value }” isn't a gap. Write for instance --gap 0.1% (or 0.001); it must be below 100%.
wrong-time-limit = “{ $value }” isn't a time. Write seconds, for instance --time-limit 60, or minutes: 5m.
wrong-work = “{ $value }” isn't an amount of work. Write a whole number, for instance --work 20000, or what a plan says that it can be repeated with.
wrong-goal = “{ $value }” isn't a goal. The goals are cost, overqualified, scarce_hours, changes and spread, for instance --goals cost:1%,overqualified.
wrong-tolerance = “{ $value }” has a tolerance that can't be read. Write percent after the colon, for instance cost:1% or cost:0.5%.
wrong-budget = “{ $value }” isn't an amount. Write kroner so that the thousands are beyond doubt, for instance --budget "40 000 000".
wrong-max-moves = “{ $value }” isn't a number of placements. Write a whole number, for instance --max-moves 10.
wrong-pin = “{ $value }” can't be read. Write the row and the group, for instance --pin 12=HFA.
wrong-alike = “{ $value }” can't be read. Write --alike weekdays or --alike no.
wrong-row = “{ $value }” isn't a row number. Write the number of the row in the sheet Oppgaver (Tasks), for instance 12.
wrong-hours = “{ $value }” isn't a number of hours. Write a number above 0, for instance --hours-a-month 40.

# Progress.
progress-first-plan = first plan
progress-best = best { $value }
progress-bound = at least { $value }
progress-gap = gap { $value }
progress-ending = Ending, and keeping the best found. Ctrl-C again stops at once.
phase-carried = Today's distribution, staffed at least cost
phase-rightmost = Everything on its lowest group
phase-worths = What binds
phase-curve = Gain against number of moves
phase-conflict = Why it can't be done
phase-why = What other groups would cost
phase-course-order = The order of the courses

# The answer of `plan`.
plan-cost = { $unit }: the plan costs { $cost } a year.
plan-saves = That is { $kroner } less than today's distribution of the tasks, staffed at least cost.
plan-adds = That is { $kroner } more than today's distribution of the tasks, staffed at least cost.
plan-saves-nothing = That is the same as today's distribution of the tasks, staffed at least cost.
plan-saves-relaxed = That is { $kroner } less than today's distribution, which no staffing within the limits can carry: that is worked out without a ceiling on positions, shifts and weekends.
plan-adds-relaxed = That is { $kroner } more than today's distribution, which no staffing within the limits can carry: that is worked out without a ceiling on positions, shifts and weekends.
plan-fte = FTE against that: { $groups }.
plan-today-overloaded =
    { $count-n ->
        [one] Today there is more work than people in one interval of the week for one group: see the sheet { book-sheet-findings } in plan.xlsx.
       *[other] Today there is more work than people in { $count } intervals of the week, counted for each group: see the sheet { book-sheet-findings } in plan.xlsx.
    }
plan-frees = Tasks of { $total } nurse hours a week go to others (day { $day }, evening { $evening }, night { $night }, weekend { $weekend }).
plan-takes = Nurses get tasks of { $total } hours a week more than today (day { $day }, evening { $evening }, night { $night }, weekend { $weekend }).
plan-frees-nothing = Nurses have as many hours of tasks as today.
plan-courses =
    { $courses-n ->
        [one] It takes one course
       *[other] It takes { $courses } courses
    }, { $seats-n ->
        [one] one seat
       *[other] { $seats } seats
    } and { $hours } hours ({ $cost } a year).
plan-no-courses = It takes no courses.
plan-proven = Proven: no plan is more than { $kroner } ({ $gap }) cheaper than the cheapest one found.
plan-proven-exact = Proven: no plan is cheaper than the cheapest one found.
plan-proven-first = Proven: no plan is more than { $gap } better on the goal “{ $goal }” than the best one found.
plan-proven-first-exact = Proven: no plan is better on the goal “{ $goal }” than the best one found.
plan-proven-later = The goals after it are proven each in its turn within { $gap }, among plans in which no goal before is worse than its best by more than the tolerance.
plan-goals-before-cost = The cheapest plan found costs { $kroner } less. That is the price of the other goals: { $goals }.
plan-tolerance = { $kroner } of the cost is spent on the goals after it: { $goals }.
plan-goal-change = { $goal } { $from } → { $to } { $unit }
plan-unproven = The plan holds, but isn't proven best.
plan-unproven-goal = { $goal }: the best found is { $best }, proven at least { $bound } { $unit } (gap { $gap }).
plan-unproven-later = If “{ $goal }” gets better, the goals after it may get worse: they are worked out for the best found of the goals before alone, with the tolerance.
plan-least-proven = Other goals go before the cost. Without them the cheapest plan costs { $least } a year; that is proven.
plan-least = Other goals go before the cost. Without them the cheapest plan found costs { $least } a year, and it is proven that none costs less than { $bound }.
plan-least-unknown = Other goals go before the cost, and how low it could be without them isn't proven.
plan-ended-time = The clock ended the search after { $seconds } s. With --work { $work } it can be repeated exactly; with a longer --time-limit it may get better.
plan-ended-work = The search ended after the agreed work ({ $work }).
plan-ended-cancelled = The search was ended after { $seconds } s. With --work { $work } it can be repeated exactly.
plan-time-ended = Time ended before a plan was found, or a proof that none exists. Give it more time, for instance --time-limit 300.
plan-impossible = There is no plan. These demands can't be kept together; without any one of them the others can:
plan-impossible-bare = There is no plan, and that is proven. Which demands can't be kept together wasn't found in time: give it more time, for instance --time-limit 300.
plan-assumed =
    { $count-n ->
        [one] One value is assumed, since it didn't stand in the workbook: see it with “fordel validate”.
       *[other] { $count } values are assumed, since they didn't stand in the workbook: see them with “fordel validate”.
    }
plan-saved = Saved in { $folder }: { $files }.
plan-look = Look first at report.html (opens in the browser) and the sheet { book-sheet-distribution } in plan.xlsx.
saved-kept = The file that was there before is kept as { $path }.
demo-workbook = The example ward is in { $path }: open it in Excel, change something and plan again with “fordel plan { $path }”.

# Other answers.
template-saved = Saved { $path }. Fill in the sheet of tasks with Excel, and look it through with “fordel validate { $path }”.
convert-saved =
    { $count-n ->
        [0] Saved { $path } with { $lines-n ->
            [one] one task line
           *[other] { $lines } task lines
        }. Nothing is assumed.
        [one] Saved { $path } with { $lines-n ->
            [one] one task line
           *[other] { $lines } task lines
        }. One thing is assumed and should be filled in:
       *[other] Saved { $path } with { $lines-n ->
            [one] one task line
           *[other] { $lines } task lines
        }. { $count } things are assumed and should be filled in:
    }
convert-left =
    { $count-n ->
        [one] This sheet isn't read and doesn't go along: { $sheets }.
       *[other] These sheets aren't read and don't go along: { $sheets }.
    }
convert-next = Fill in the marked cells with Excel, and go on with “fordel plan { $path }”.
convert-ready = Go on with “fordel plan { $path }”.
validate-faults =
    { $count-n ->
        [one] One fault must be corrected:
       *[other] { $count } faults must be corrected:
    }
validate-notices =
    { $count-n ->
        [one] One thing to know:
       *[other] { $count } things to know:
    }
validate-assumed =
    { $count-n ->
        [one] One value is assumed:
       *[other] { $count } values are assumed:
    }
validate-mend = Correct the faults in Excel, and try again.
validate-good = { $unit }: the workbook can be used. { $lines-n ->
        [one] One task line
       *[other] { $lines } task lines
    }, { $groups-n ->
        [one] one group
       *[other] { $groups } groups
    }, { $shifts-n ->
        [one] one shift
       *[other] { $shifts } shifts
    }.
check-good = The plan holds: all rules are kept, and all figures agree.
check-good-as-told = The plan holds: all rules are kept, and the figures that it tells agree. It doesn't tell this, which isn't checked: { $untold }.
check-broken =
    { $count-n ->
        [one] The plan doesn't hold: one rule is broken.
       *[other] The plan doesn't hold: { $count } rules are broken.
    }
check-lacking = What the plan tells agrees, but some of what the program always tells is missing. If the plan is of an earlier version of the program, make it anew with “fordel plan”.
check-of-another = The plan was made for “{ $plan }”, and the workbook is for “{ $ward }”.
check-more =
    { $count-n ->
        [one] There is one more; all stand in the answer with --json.
       *[other] There are { $count } more; all stand in the answer with --json.
    }
check-figures = Recomputed:
course-line = { $group }: the course { $course } for { $people } ({ $cost } a year)
explain-stands = { $task } ({ $timing }, { $days }, row { $row }) stands on { $group }.
explain-costs = { $group }: { $cost }
explain-costs-fixed = { $group }: { $cost } (*)
explain-heads-fixed = (*) With the same heads on shift as in the plan.
explain-course = the course { $course } for { $group }
explain-impossible = { $group }: no plan is possible with the task there.
explain-unknown = { $group }: not computed.
explain-forbidden = { $group }: not qualified.
explain-forbidden-pinned = { $group }: the task is pinned to { $by }.
explain-forbidden-only = { $group }: “Only” doesn't name the group.
explain-forbidden-lowest = { $group }: not qualified, the lowest group is { $by }.
cost-same = costs the same
cost-exact = { $cost } a year
cost-between = between { $low } and { $high } a year
cost-indistinct = between { $low } and { $high } a year: can't be told apart from this
cost-at-most = at most { $high } a year
cost-at-least = at least { $low } a year
cost-unknown = not settled in time; try a longer --time-limit
compare-same = The plans place the same tasks on the same groups, with the same heads.
compare-units = The plans are for different wards: rows with the same number may be different tasks.
compare-moved =
    { $count-n ->
        [one] One line has moved:
       *[other] { $count } lines have moved:
    }
compare-nowhere = (missing)
compare-heads = Heads that differ (A→B):
compare-no-cost = One of the plans doesn't say what it costs.
compare-changed = { $plan } was changed by hand after it was made: kroner are as the workbook computes them now, FTE as when the plan was made. See everything recomputed with “fordel check”.
column-row = Row
column-task = Task
column-timing = Time
column-days = Days
column-from-to = From → to
column-group = Group
column-shift = Shift
column-figure = Figure
column-a = A
column-b = B
column-difference = Difference
column-fte = FTE
column-people = People
column-paid-hours = Paid hours a week
column-task-minutes = Task minutes a week
figure-year-cost = NOK a year
figure-training-cost = Of this for courses, NOK a year
figure-moves = Placements moved from today

# The date in reports.
date = { $day } { $month } { $year }
date-month-1 = January
date-month-2 = February
date-month-3 = March
date-month-4 = April
date-month-5 = May
date-month-6 = June
date-month-7 = July
date-month-8 = August
date-month-9 = September
date-month-10 = October
date-month-11 = November
date-month-12 = December

# fordel serve
usage-fordel-serve = fordel serve [OPTIONS]
cmd-serve = Start Fordel in the browser
    .long =
        Start Fordel in the browser, for all who are to map, distribute and decide together.

        Everything is kept in one database file. The first time, a link for the first administrator is shown.
        With --demo and without --database, a database is used that is thrown away when the program stops.
arg-listen = The address to answer at (else { $default }); a port number alone means this machine
arg-database = The database file, with or without sqlite: before it (else { $default }); it is made if it is not there
arg-origin = The address that people use, e.g. https://fordel.hospital.no, where a proxy stands before it
arg-plans = How many plans are made at the same time, at most as many as there are cores (else half of them)
arg-inside-providers = Let sign-in with the organisation's accounts ask a service in the internal network (e.g. ADFS)
arg-keep-look-ups = How many days look-ups of The shift now are kept (else { $default }); older ones are erased
arg-settings = A file of settings, a line each: name = value, where the names are { $names }. Flags and the environment take precedence over it
arg-serve-demo = Fill an empty database with the example hospital, and show a link right into it
serve-address = Fordel answers at { $address }
serve-example = Open the example here: { $link }
serve-not-empty = The database isn’t empty, so the example was not put in. Log in at the address above as before, or choose a new file with --database.
serve-first = Make the organisation and its first administrator here (the link works once): { $link }
serve-throw-away = This is an example to play with. All of it is thrown away when the program stops.
serve-database = The database is { $path }. Take care of that file.
serve-stop = Stop with Ctrl-C.
serve-stopping = Stopping. What is under way is finished first.
serve-no-listen = Can't answer at { $listen }: { $why }. If it is taken, choose another with --listen.
serve-corrupt = The database { $path } is damaged ({ $why }). Nothing was changed. Bring back a backup: fordel restore COPY { $path } --replace
serve-damaged = Fordel stops: the database { $path } is damaged ({ $why }). What was done last may have no answer. Look for faults of the disk, and bring back a backup: fordel restore COPY { $path } --replace
serve-foreign = The file { $path } is another program's database. Choose another with --database.
serve-newer = The database { $path } was written by a newer Fordel (schema { $why }). Use that version.
serve-busy = The database { $path } is in use by another Fordel. Stop it, or choose another file with --database.
serve-no-database = The database { $path } can't be opened: { $why }.
serve-no-system = Fordel can't start: { $why }.
wrong-listen = --listen must be an address with a port, such as 127.0.0.1:8080, or a port alone; "{ $value }" is not.
wrong-origin = --origin must be the address that people use: http:// or https:// and a name, with nothing behind it, such as https://fordel.hospital.no; "{ $value }" is not.
wrong-database = "{ $value }" is not a database file. Write the file, with or without sqlite: before it, such as /var/lib/fordel/fordel.db.
wrong-settings-file = The settings file can't be read: { $value }. Choose another with --settings.
wrong-settings = Some lines of the settings file can't be used: { $value }. Write name = value, each name once. The names are listen, database, origin, plans, inside-providers and keep-look-ups.
wrong-plans = --plans must be a number from 1 to 64; "{ $value }" is not.
wrong-keep-look-ups = --keep-look-ups must be a number of days from 1 to 3650; "{ $value }" is not.

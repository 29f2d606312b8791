# The traffic light: what now, with people missing on a shift.

light-green = green
light-yellow = yellow
light-red = red

relief-extra-shift = an extra shift of your own
relief-pool = from another unit in the pool
relief-overtime = overtime
relief-agency = from an agency

shortage-head = { $shift } { $day } { $time }. Missing: { $missing }.
shortage-day-as = { $date }, staffed as a { $day },
shortage-head-nobody = { $shift } { $day } { $time }. Nobody is missing.
shortage-absent = { $heads } of { $planned } { $group } ({ $shift })
shortage-running = The shift is running: the answer holds from { $time }. What the plan had time for before then counts as done.
shortage-light-green = GREEN: all that is to be done is done.
shortage-light-yellow =
    { $put-n ->
        [one] YELLOW: one minute is put off or left out. What must be done is done.
       *[other] YELLOW: { $put } minutes are put off or left out. What must be done is done.
    }
shortage-light-red = RED: { $red }.
shortage-red-work =
    { $minutes-n ->
        [one] one minute of work that must be done isn't covered
       *[other] { $minutes } minutes of work that must be done aren't covered
    }
shortage-red-presence =
    { $minutes-n ->
        [one] too few are present for one minute
       *[other] too few are present for { $minutes } minutes
    }

shortage-list-uncovered = Not covered:
shortage-list-courses = Rules of courses:
shortage-list-handed = Hand over:
shortage-list-put-off = Put off:
shortage-list-left-out = Leave out:
shortage-uncovered = { $task } ({ $cells }, { $from }): { $minutes }. { $why }
shortage-handed = { $task } ({ $cells }): { $minutes } from { $from } to { $to }.
shortage-put-off = { $task } ({ $cells }, { $from }): { $minutes } to { $until }.
shortage-left-out = { $task } ({ $cells }, { $from }): { $minutes }.
shortage-minutes = { $minutes } min
shortage-minutes-of = { $minutes } of { $of } min
shortage-next-days = the next days
shortage-why-nobody-present = Nobody who may do it is on duty.
shortage-why-no-certificate = Nobody on duty holds the course.
shortage-why-no-time = Those who may do it are taken by other work that must be done.
shortage-by = { $group } does it then.
shortage-by-then = { $group } does it { $cells }.
shortage-holders =
    { $holders-n ->
        [one] One of { $group } holds the course: find out whether they are on duty.
       *[other] { $holders } of { $group } hold the course: find out whether one of them is on duty.
    }
shortage-holders-named = The course is held in { $group } by { $names }. Find out whether any of them is on duty.
shortage-watch-uncovered = { $task } { $time }: { $heads } lacking.
shortage-watch-handed = { $task } { $time }: { $heads } of { $to } in place of { $from }.
shortage-gap = Presence { $groups } { $time }: { $heads } too few.
shortage-course-named = The rule of at least { $count } { $groups } { $time } may not be kept: those who are missing may be those who hold the course. { $names } are known to hold it.
shortage-course-many = The rule of at least { $count } { $groups } { $time } may not be kept: those who are missing may be those who hold the course. { $holders } of the group hold it.
shortage-course-nobody = The rule of at least { $count } { $groups } { $time } may not be kept: nobody in the group is known to hold the course.
presence-or-higher = { $group } or higher
presence-or = { $first } or { $last }
presence-or-apart = { $first }, or { $last }
presence-with-course = { $groups } holding the course { $course }
shortage-no-hire = Hiring in isn't justified.
shortage-hire = Hiring in is justified: { $stretches }. In all { $hours } hours.
shortage-hire-stretch =
    { $heads-n ->
        [one] { $group } { $time }
       *[other] { $heads } { $group } { $time }
    }
shortage-relief = Relief in this order:
shortage-relief-step = { $number }. { $step }: { $cost }
shortage-relief-assumed = The order and the prices of relief are defaults. Write your own in "Relief" on the sheet Settings.
shortage-without =
    { $here-n ->
        [one] One of the lines here has no priority and counts as red ({ $all } in the whole workbook). Fill in "Priority" on the sheet Tasks.
       *[other] { $here } of the lines here have no priority and count as red ({ $all } in the whole workbook). Fill in "Priority" on the sheet Tasks.
    }

shortage-no-shifts = No shifts run on { $day }. Choose another day.
shortage-no-such-shift = The ward has no shift "{ $shift }". Use one of { $names }.
shortage-not-that-day = The shift "{ $shift }" doesn't run on { $day }. Use one of { $names }, or another day.
shortage-ambiguous = "{ $shift }" is several shifts at different times on { $day }. Write the group too: { $choices }.
shortage-too-many =
    { $planned-n ->
        [0] { $group } can't be missing on { $day }: the plan has no { $group } on that shift. Choose another group or shift.
       *[other] { $missing } { $group } can't be missing on { $day }: the plan has { $planned } on that shift. Write a smaller number.
    }
shortage-outside = { $from } isn't within the shift, which runs { $time } on { $day }. Write a time at which the shift is running.
shortage-plan-of-another = The plan in "{ $path }" was probably made for another ward than { $unit }, or the workbook was changed after the plan was made. Make the plan again with "fordel plan", or use the workbook that it was made from. { $count-n ->
    [one] One rule or figure doesn't hold:
   *[other] { $count } rules and figures don't hold:
}
shortage-check = The answer didn't pass the independent check and so isn't shown. That is a mistake in the program: report it with the workbook, the plan and what stands here.

usage-fordel-shortage = fordel shortage [OPTIONS] WARD.xlsx PLAN --day DAY --shift SHIFT [--missing SPL=1,HFA=1]
cmd-shortage = The traffic light: what now, with people missing on a shift
    .long =
        The traffic light: what now, with people missing on a shift. The colour of each interval, and in all what is handed over, put off and left out, what isn't covered, and whether hiring in is justified and for which hours. Ends with 1 where something isn't covered.
arg-day = The day on which the shift starts: 1–7 (1 is Monday) or its name, such as saturday
arg-shift = The shift's name, such as A, or ASS:K where groups use the name for different times
arg-missing = How many of each group are missing
arg-shortage-from = Answer from this time on, while the shift is running, such as 16:20. Without it: the whole shift
arg-cards = Make cards for the wall of the usual cases instead (.pdf or .html)
wrong-day = "{ $value }" isn't a day. Write 1–7, where 1 is Monday, or the day's name.
wrong-missing = "{ $value }" can't be read. Write how many of each group are missing, such as --missing SPL=1,HFA=1.
wrong-missing-twice = "{ $value }" stands twice in --missing. Write the group once, with how many are missing in all.
wrong-clock = "{ $value }" isn't a time. Write hours and minutes, such as 16:20.

# Cards for the wall
cards-title = When somebody is missing
cards-lead = The colour tells what becomes of the tasks when so many are missing on the shift. A card holds for the worst day, computed from the plan. What takes less than five minutes is only counted.
cards-lead-without =
    { $without-n ->
        [one] The colour tells what becomes of the tasks when so many are missing on the shift. A card holds for the worst day, computed from the plan. What takes less than five minutes is only counted. One task line has no priority and counts as red.
       *[other] The colour tells what becomes of the tasks when so many are missing on the shift. A card holds for the worst day, computed from the plan. What takes less than five minutes is only counted. { $without } task lines have no priority and count as red.
    }
cards-heading = Shift { $shift }, { $days }
cards-of-day = Shows { $day }
cards-other-days = other days may be different, but no worse
cards-missing = { $heads } { $group } missing
cards-green = GREEN
cards-yellow = YELLOW
cards-red = RED
cards-gap = presence { $groups } { $time } ({ $heads } too few)
cards-hire = Hire in
cards-give = Give from { $from } to { $group }
cards-put-off = Put off to { $until }
cards-besides = Besides
cards-crumbs =
    { $count-n ->
        [one] one part under { $least } minutes
       *[other] { $count } parts under { $least } minutes
    }
cards-taken = done { $cells }
cards-next-days = Put off to the next days
cards-nothing = All is done as usual
cards-day-after = the next day
shortage-cards-saved =
    { $count-n ->
        [one] One card lies in "{ $path }".
       *[other] { $count } cards lie in "{ $path }".
    }
shortage-cards-none = The plan has nobody on duty, so there are no cards to make.
wrong-form = "{ $value }" is neither a PDF nor a web page. Let the name end in .pdf or .html.

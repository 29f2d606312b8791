# Training: courses, who holds them, who lacks them.

training-title = Training
training-lead = { $courses-n ->
    [0] The proposal takes no courses. No change is a finding too.
    [one] The proposal takes one course: { $seats-n ->
        [one] one seat
       *[other] { $seats } seats
    }, { $hours } hours in all, { $cost } a year.
   *[other] The proposal takes { $courses } courses: { $seats } seats, { $hours } hours in all, { $cost } a year.
}
training-against = Today's distribution takes courses for { $cost } a year.
training-courses = Courses of the proposal
training-course = Course
training-group = Group
training-people = Must take it
training-hours = Hours in all
training-cost = NOK a year
training-valid = Lasts
training-months = { $months } months
training-no-end = without end
training-opens = Opens
training-sum = Sum
training-no-hours = The course has no hours in the sheet Courses, and counts as free.
training-needs = What the tasks take of each group
training-needs-lead = Tasks that take a course in one of the groups. ● is where the proposal puts the task. “Needs no course”: the group can do the task without. “May not”: Lowest or Only in the sheet Tasks keeps the group out.
training-task = Task
training-needs-nothing = needs no course
training-needs-cannot = may not
training-needs-none = No task takes a course in any group.
training-placed = ● { $courses }
training-placed-none = ● no course
training-placed-note = here the task stands in the proposal
training-certificates = Who holds, and who lacks
training-certificates-lead = People stand by their pseudonym, as the sheet Certificates has them now. Who holds and who lacks the plan's courses is counted on the plan's date, { $date }. How many must take a course is as it was when the proposal was made.
training-certificates-none = The sheet Certificates is empty. Fill it in, then only those who lack a course count in the cost.
training-certificates-fill = Fill in certificates
training-has = Hold it
training-lacks = Lack it, or it has expired
training-unknown = { $count-n ->
    [0] –
    [one] one person
   *[other] { $count } people
}
training-not-listed = Not in the sheet
training-until = { $name } (until { $date })
training-without = { $group }, none of the courses: { $people }.
training-holds = { $name }
training-expired = { $name } (expired { $date })
training-nobody = nobody
training-endings = When certificates expire
training-endings-from = Counted from today, { $date }.
training-endings-none = No certificate expires.
training-employee = Employee
training-last-day = Last day
training-state = State
training-over = Expired
training-counts = Valid

# Competence on the shift.
competence-title = Competence on the shift
competence-none = Neither the tasks of the proposal nor the sheet Presence demand a course, so no shift can lack somebody who has it.
competence-lead = Until all have taken the course, it matters who is on the shift. This is the chance that nobody there may do the task, with the certificates that hold on the plan's date. “Always somebody” is where somebody who may do it is always there, often of a group that needs no course. Where the sheet Presence demands that some on the shift hold the course, it is the chance that fewer hold it than demanded. Times at which nobody of the group is there are left out. Weekends stand first.
competence-holders = Hold the course
competence-of = { $holders } of { $people }
competence-weakest = Weakest
competence-weekend = Weakest at the weekend
competence-covered = always somebody
competence-rare = Must hold it, for that to be rare
competence-every = Must hold it, for the roster to have one on every shift
competence-too-few = more than the staff
competence-under-one = under 1 of 100 shifts
competence-of-hundred = { $count-n ->
    [one] 1 of 100 shifts
   *[other] { $count } of 100 shifts
}
competence-how = The chance is computed as if the roster put people on shifts without looking at their courses: those who are there are drawn from the group's staff. Where the sheet Certificates tells percents, someone with half a position is on duty half as often as someone with a whole one; where it tells which weekends an employee works, those count at weekends. “Rare” is at most 5 of 100 shifts. A roster that looks at the courses needs fewer: the last figure is the least that adds up with the working hours and weekends of those who hold it.
competence-cells = { $course } with { $group }: when nobody can, or too few hold the course
competence-when = When
competence-heads = On the shift in the group
competence-chance = Nobody can, or too few hold the course
competence-rule = Presence: at least { $count } with the course { $window }, { $days }
training-by-rule = the demand for a course on the shift
training-soon = { $days-n ->
    [0] Expires today
    [one] Expires tomorrow
   *[other] Expires in { $days } days
}
training-ahead = Days of notice
training-ahead-show = Show
training-endings-sum = { $over-n ->
    [0] None has expired
    [one] One has expired
   *[other] { $over } have expired
}, and { $soon-n ->
    [0] none
    [one] one
   *[other] { $soon }
} will expire within { $days } days.
training-endings-later = { $count-n ->
    [one] One that expires later
   *[other] { $count } that expire later
}

# Rules that so many on the shift hold a course.
required-title = Courses demanded on the shift
required-lead = The sheet Presence demands that some on the shift hold a course. So many must hold it at least for a roster to have that: their hours must cover the time, and those who work every third weekend must cover the weekends. The plan includes the training. Whether a roster works out with just so many is for the roster to show.
required-moves-nothing = Courses demanded on the shift change the training, not who does what or how many are on the shift, beyond that so many must be there. Only where a task takes the same course can the demand make it cheaper to put it with the group.
required-when = The demand
required-rule = at least { $count } { $window }, { $days }
required-least = Must hold it
required-train = Must take it

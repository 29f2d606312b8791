# `fordel courses`: in which order courses are best taken.

courses-none = { $unit }: the plan takes no new courses.
courses-head = { $unit }: the order in which courses are best taken.
courses-before = Without new courses the best plan costs { $cost } a year, and nurses have { $hours } hours of tasks a week.
courses-before-found = Without new courses the best plan that was found costs { $cost } a year, and nurses have { $hours } hours of tasks a week. It is not proven to be the best. The courses below are measured against it.
courses-before-none = Without new courses no plan was found.
courses-course = Course
courses-group = Group
courses-people = People
courses-hours = Hours
courses-outlay = Costs once
courses-frees = Nurse hours a week
courses-saves = Saves a year
courses-months = Month
courses-opens = makes a plan possible
courses-unknown = not computed
courses-between = { $low } to { $high }
courses-frees-least = at least { $hours } fewer
courses-at-least = at least { $hours }
courses-least = The hours are the least that a course sets free: a plan was found in which so many hours of tasks leave the nurses once the course is taken. The order goes by that, and may be another with more time. A dash means that the course wasn't told from no change in this time.
courses-alike = Courses with the same number can't be told apart in this time: the difference between them is less than the uncertainty that is left in the search.
courses-how =
    Each row is computed with the courses above it and the course itself. Hours are work that leaves the nurses. A range of kroner means that
    the search couldn't prove more in its time: give it more with --time-limit.

# The same on a page.
courses-because-rule = a rule asks for it
courses-because-today = today's sharing takes it
courses-because-needed = a task can't be done without it
courses-only-first = The courses below are taken in any case, so there is no order to find among them.
courses-title = The order in which courses are best taken
courses-open = Which course should be taken first?
courses-back = To the training
courses-lead = This works out, course by course, which one sets most nurse time free for the kroner it costs. For each course a new plan is made with the courses so far. Certificates are those that the sheets have now. All else is as when the proposal was made.
courses-seconds = How long it may take
courses-seconds-choice = { $seconds } seconds
courses-seconds-hint = More time gives narrower ranges of kroner. You may leave the page meanwhile.
courses-ask = Find the order
courses-not-yet = Nobody has asked for the order of this proposal yet. Those who may map can ask for it here.
courses-no-new = The proposal takes no new courses, so that there is no order to find.
courses-making = The order is being worked out
courses-so-far = { $seconds } of at most { $limit } seconds.
courses-stop = Stop
courses-again = See whether it is done
courses-leave = You may leave the page and come back. If you stop it, nothing is kept.
courses-over = Done.
courses-first-frees = Take { $course } for { $group } first: { $people-n ->
    [one] one person
   *[other] { $people } people
}, { $outlay } once, and { $hours } hours of tasks a week leave the nurses.
courses-about = about { $place }
courses-shared = (shared place)
courses-alike-do = Work it out again with more time, or choose among them by what suits you best.
courses-first-all = None of the { $count } courses can be said to come first.
courses-first-shared = { $count } courses share the first place: { $courses }.
courses-first = Take { $course } for { $group } first: { $people-n ->
    [one] one person
   *[other] { $people } people
}, { $outlay } once.
courses-hours-a-month = Hours a month that can be taken out for courses
courses-hours-hint = The courses are then spread over months, in this order.
courses-hours-wrong = Write a number from 0.5, such as 40.
courses-spread = Spread over months
courses-spread-how = Month 1 is the first. With { $hours } hours a month the courses are taken one after the other.
courses-how-page = Each row is worked out with the courses above it and the course itself. Hours are work that leaves the nurses. A range of kroner means that the search had no time to prove more: give it longer. The order is remembered until the proposal changes or the server restarts. Certificates are those that the sheets had when the order was worked out; all else is as when the proposal was made.
courses-list-number = No
courses-list-course = Course
courses-list-group = Group
courses-list-people = People
courses-list-hours = Hours
courses-list-outlay = NOK once
courses-list-frees = Hours a week from nurses
courses-list-frees-least = Hours a week from nurses, at least
courses-list-saves-low = Saves at least a year
courses-list-saves-high = Saves at most a year
courses-list-first-month = First month
courses-list-last-month = Last month
courses-anew = Solve again
courses-outdated = The certificates have been changed since the order was worked out. If it is worked out again, it counts the certificates that the sheets have now.

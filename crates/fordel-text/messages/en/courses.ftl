# `fordel courses`: in which order courses are best taken.

courses-none = { $unit }: the plan takes no new courses.
courses-head = { $unit }: the order in which courses are best taken.
courses-before = Without new courses the best plan costs { $cost } a year, and nurses have { $hours } hours of tasks a week.
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
courses-how =
    Each row is computed with the courses above it and the course itself. Hours are work that leaves the nurses (minus) or comes to them (plus). A
    range of kroner means that the search couldn't prove more in its time: give it more with --time-limit.

# A list of people and courses from a competence portal, taken in.

portal-title = Import courses and certificates
portal-lead = Export a list from the competence portal: one row for each course that an employee has taken. An employee without any course yet may stand in a row without course and date. First you see how it is read and what it would change. Nothing is saved before you confirm.
portal-privacy = Names and employee numbers are not kept. Each employee becomes a pseudonym, such as SPL-07. You download the table of who is who and keep it yourself. The list stays in memory until you are done, and never longer than a day. Lists with national identity numbers are refused.
portal-file = List (.csv or .xlsx)
portal-file-hint = Columns such as Employee no, Position, Course, Completed date, Valid until and Status. Other names will do too.
portal-pasted = Or paste from Excel
portal-pasted-hint = Include the row of headers.
portal-pasted-name = pasted
portal-who-file = Who is who, from the last import
portal-who-hint = The table that you downloaded last. With it the same employees get the same pseudonyms. Leave it empty the first time.
portal-read = Read the list
portal-nothing = Choose a file, or paste the list.
portal-empty = The list is empty. It must have a row of headers and at least one row below.
portal-long = The list has more than { $most } rows. Export a list for this unit only.
portal-identity-numbers = The column "{ $column }" has what looks like national identity numbers ({ $count-n ->
    [one] row { $rows }
   *[other] { $count } rows: { $rows }
}). The list is refused, and nothing of it is kept. Remove the identity numbers, and use employee numbers or names.
portal-who-wrong = The table of who is who can't be read:
portal-faulty = The mapping's sheets have faults that must be corrected before a list can be held against them.
portal-gone = The list isn't here any more: it stays in memory for a day, and goes when you cancel. Choose it again. Nothing has changed.
portal-preview = How the list is read
portal-summary = { $rows-n ->
    [one] One row
   *[other] { $rows } rows
}, { $used } can be used. { $people-n ->
    [one] One employee
   *[other] { $people } employees
}, { $new-n ->
    [0] none new
    [one] one new
   *[other] { $new } new
}. { $changes-n ->
    [0] Nothing changes
    [one] One change
   *[other] { $changes } changes
}; { $same } already stand as in the list. Nothing is saved yet.
portal-twice = The unit has employees already, and you haven't handed in the table of who is who. The same employees may then come twice, under two pseudonyms. Cancel and hand it in, or tick that the list replaces all that stands in the sheet.
portal-reading = Columns and values
portal-reading-lead = Suggestions are as last time, else guessed by the names. Change what is wrong, and look again.
portal-columns = Which column is what
portal-no-column = (not in the list)
portal-column-person = Employee (number or name)
portal-column-group = Group or position
portal-column-course = Course
portal-column-taken = Date on which it was taken
portal-column-until = Valid until
portal-column-percent = Percent of a position
portal-column-weekends = Weekend every
portal-column-status = Status
portal-column-needed = Choose a column.
portal-values-group = Which group each position is
portal-values-course = Which course each name is
portal-values-status = Which statuses count
portal-value = { $value } ({ $rows-n ->
    [one] one row
   *[other] { $rows } rows
})
portal-counts = Counts: the course is taken
portal-leave-out = Left out
portal-more-values = … and { $count } more values, which are left out.
portal-replace = The list replaces all that stands in the sheet Certificates
portal-map = Look again
portal-remembered = When you confirm, the choices are remembered for this unit until the next time.
portal-faults = { $count-n ->
    [one] One row can't be used, and is left out. Correct it in the list and choose it again, or go on without.
   *[other] { $count } things are wrong, and their rows are left out. Correct them in the list and choose it again, or go on without.
}
portal-ungrouped = Row { $row }: no group is given, and the employee isn't known.
portal-left-out = These rows are left out, since the value is none of the unit's. Choose what it is under "Columns and values" if they should come in:
portal-left-group = The position "{ $value }": { $rows-n ->
    [one] one row
   *[other] { $rows } rows
}
portal-left-course = The course "{ $value }": { $rows-n ->
    [one] one row
   *[other] { $rows } rows
}
portal-untaught = Employees who have no other courses in the list than these come in without a course.
portal-left-status = The status "{ $value }": { $rows-n ->
    [one] one row
   *[other] { $rows } rows
}
portal-changes = What the import would change
portal-same = The sheet Certificates says the same as the list.
portal-new-person = new employee
portal-new-certificate = new certificate
portal-renewed = renewed
portal-changed-cell = changes
portal-removed = goes
portal-older = stays: the sheet has a later date
portal-before-saving = Download who is who, and keep the table until the next time:
portal-who = Who is who
portal-who-xlsx = Excel
portal-who-csv = CSV
portal-who-pseudonym = Pseudonym
portal-who-person = Employee
portal-confirm = { $count-n ->
    [one] Save the change
   *[other] Save { $count } changes
}
portal-cancel = Cancel, and forget the list
portal-changed = Somebody has changed the sheets while you looked. Nothing is saved. Look through what the list would change now, and confirm again.
portal-saved = The list is saved
portal-saved-lead = { $new-n ->
    [0] No new employees
    [one] One new employee
   *[other] { $new } new employees
}; the table of who is who has { $people }. All of it is one step, and can be undone in the table with Undo.
portal-saved-who = The table of who is who stays here until tomorrow, for you alone:
portal-to-sheet = See the sheet Certificates
portal-forget = I have the table: forget it here
portal-open = Import from a competence portal

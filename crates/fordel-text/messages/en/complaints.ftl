# What is wrong with a workbook, or was assumed about it. The key is the complaint's code; `.cure` says what to do.
# Arguments that are numbers can be chosen by as `$<name>-n`.

## The file

file-missing = The file "{ $path }" doesn't exist or can't be opened.
    .cure = Check that the name is right and that you may read the file.
file-empty = The file is empty.
    .cure = Save the workbook again in Excel and try once more.
file-large = The file is larger than { $limit } MB.
    .cure = A ward needs no more than a few hundred kB: remove pictures and sheets that don't belong to it.
file-unpacked = The file unpacks to more than { $limit } MB.
    .cure = Copy the cells to a new workbook and save it as .xlsx.
file-parts = The file has more than { $limit } parts.
    .cure = Copy the cells to a new workbook and save it as .xlsx.
file-names = The file has parts with duplicate or illegal names and isn't read.
    .cure = Save the workbook again in Excel.
file-dtd = The file holds XML with type definitions (DTD) and isn't read.
    .cure = Save the workbook again in Excel.
file-encrypted = The file is locked with a password.
    .cure = Open it in Excel, remove the password (File › Info › Protect Workbook) and save.
file-old = The file is in Excel's old format (.xls).
    .cure = Open it in Excel and save it as "Excel Workbook (.xlsx)".
file-binary = The file is in Excel's binary format (.xlsb).
    .cure = Open it in Excel and save it as "Excel Workbook (.xlsx)".
file-opendocument = The file is in OpenDocument format (.ods).
    .cure = Open it and save it as "Excel (.xlsx)".
file-text = The file is text (CSV, HTML or the like), not a workbook.
    .cure = Open it in Excel and save it as "Excel Workbook (.xlsx)".
file-foreign = The file isn't an Excel workbook.
    .cure = Choose a file that was saved as "Excel Workbook (.xlsx)".
file-damaged = The file is damaged and can't be read.
    .cure = Open it in Excel, which may repair it, and save it again.
sheet-damaged = The sheet is damaged and can't be read.
    .cure = Open the workbook in Excel, which may repair it, and save it again.
too-many-sheets = The workbook has more than { $limit } sheets.
    .cure = Remove sheets that don't belong to the ward.
too-many-cells = The workbook has more than { $limit } filled cells, or more text than is read.
    .cure = Remove what doesn't belong to the ward.
file-slow = Reading the file took more than { $seconds } seconds.
    .cure = Copy the cells to a new workbook and save it as .xlsx.

## Sheets

no-task-sheet = No sheet of tasks was found. The sheets are: { $sheets }.
    .cure = Name the sheet of tasks "Tasks", or use the form whose first header is "Task".
is-a-plan = This is the workbook of a plan, not the ward's own.
    .cure = Choose the workbook that the plan was made from.
sheet-twice = The sheet is the same as "{ $first }".
    .cure = Join the two sheets, or give one another name.
sheet-unknown = The sheet isn't one of those that are read and was skipped.
    .cure =
        { $near-n ->
            [0] If it is a sheet of your own, it can stay.
           *[other] Did you mean "{ $nearest }"? If it is a sheet of your own, it can stay.
        }
wide-ignored = The sheet looks like the form, but was skipped because the sheet of tasks exists.
    .cure = If the form is what counts, remove the sheet of tasks.
sheet-missing = The sheet "{ $english }" is missing: the default ward's values are used.
    .cure = Add the sheet if anything differs in your ward.
sheet-absent = The sheet "{ $english }" is missing: nothing is given there.
    .cure = Add the sheet if you have something to enter.
sheet-empty = The sheet has no rows: the default ward's values are used.
    .cure = Fill in the sheet if anything differs in your ward.
no-tasks = The sheet has no tasks.
    .cure = Write one task on each row below the headers.

## Columns

column-missing = The column "{ $english }" is missing.
    .cure = Write "{ $english }" as the header of the column that holds this.
column-twice = "{ $column }" is the same column as "{ $other }" ({ $first }).
    .cure = Keep one of them.
column-unknown = The column "{ $column }" is unknown and wasn't used.
    .cure =
        { $near-n ->
            [0] If it is a column of your own, it can stay.
           *[other] Did you mean "{ $nearest }"? If it is a column of your own, it can stay.
        }
too-many-rows = The sheet has more than { $limit } rows; those from this one on weren't read.
    .cure = Remove rows that don't belong to the ward.
assumed-value = "{ $english }" isn't filled in on { $rows } { $rows-n ->
        [one] row
       *[other] rows
    }: { $value ->
        [alle] all
       *[other] { $value }
    } is used.
    .cure = Fill it in where it differs.

## Cells

value-missing = "{ $column }" is missing.
    .cure = Fill in the cell.
cell-error = "{ $column }" has the error { $value }.
    .cure = Correct the formula or write the value.
formula-without-value = "{ $column }" holds a formula without a stored value.
    .cure = Open the workbook in Excel or LibreOffice and save it, or write the value yourself.
not-a-number = "{ $value }" isn't a number.
    .cure = Write "{ $column }" as a number, such as 12 or 7.5.
not-whole = { $value } isn't a whole number.
    .cure = Write "{ $column }" as a whole number.
out-of-bounds = { $value } is too { $low-n ->
        [1] little
       *[other] much
    } for "{ $column }".
    .cure = Write a number from { $least } to { $most }.
not-a-share = "{ $value }" isn't a share.
    .cure = Write "{ $column }" in percent or as a part of 1, such as 8% or 0.08.
share-out-of-bounds = { $value }% is too { $low-n ->
        [1] little
       *[other] much
    } for "{ $column }".
    .cure = Write a share from { $least }% to { $most }%, such as 8% or 0.08.
not-yes-or-no = "{ $value }" is neither yes nor no.
    .cure = Write yes or no in "{ $column }", or leave the cell empty.
not-a-time = "{ $value }" isn't a time of day.
    .cure = Write "{ $column }" as 07:30.
one-as-time = The number 1 in "{ $column }" was read as 01:00.
    .cure = Write 24:00 if it is midnight.
not-a-date = "{ $value }" isn't a date.
    .cure = Write the date as 2026-06-01.
not-days = "{ $value }" isn't a list of weekdays.
    .cure = Write all, weekdays, weekend, or a list such as mon,wed,fri or mon-thu.
not-a-priority = "{ $value }" isn't a priority.
    .cure = Write red, yellow or green, or leave the cell empty.
not-a-pair = "{ $value }" in "{ $column }" doesn't say which group it is for.
    .cure = Write the group's code and a colon first, such as { $example }.
least-above-most = "{ $column }" ({ $least }) is more than "{ $other }" ({ $most }).
    .cure = Correct one of the numbers.
row-twice = "{ $value }" is also on a row further up.
    .cure = Join the two rows.

## Names that refer to something

unknown-group = There is no group "{ $value }".
    .cure =
        { $near-n ->
            [0] The groups are: { $known }.
           *[other] Did you mean { $nearest }? The groups are: { $known }.
        }
unknown-category = There is no category "{ $value }".
    .cure =
        { $near-n ->
            [0] The categories are: { $known-english }.
           *[other] Did you mean "{ $nearest-english }"? The categories are: { $known-english }.
        }
unknown-driver = "{ $value }" in "{ $column }" isn't in the sheet "Activity".
    .cure =
        { $count-n ->
            [0] Write week or month, leave the cell empty, or enter "{ $value }" in the sheet "Activity".
           *[other]
                { $near-n ->
                    [0] Write one of { $known }, week or month, or leave the cell empty.
                   *[other] Did you mean "{ $nearest }"? Otherwise: one of { $known }, week, month or empty.
                }
        }
driver-is-a-time = A driver can't be called "{ $value }": in "Per" that means a stretch of time.
    .cure = Give the driver another name.
unknown-course = The course "{ $value }" has no row in the sheet "Courses".
    .cure =
        { $count-n ->
            [0] Enter the course with its hours in the sheet "Courses".
           *[other]
                { $near-n ->
                    [0] Enter the course with its hours in the sheet "Courses", which now has: { $known }.
                   *[other] Did you mean "{ $nearest }"? Otherwise enter the course with its hours in the sheet "Courses".
                }
        }
unknown-shift = { $group } has no shift "{ $value }".
    .cure =
        { $count-n ->
            [0] Enter the shift in the sheet "Shifts".
           *[other]
                { $near-n ->
                    [0] The shifts of { $group } are: { $known }.
                   *[other] Did you mean { $nearest }? The shifts of { $group } are: { $known }.
                }
        }
unknown-interval = "{ $value }" isn't one of the ward's intervals.
    .cure =
        { $near-n ->
            [0] Write { $known }, a span of them (such as 07-15), around the clock or daytime.
           *[other] Did you mean { $nearest-english }? Write { $known }, a span of them (such as 07-15), around the clock or daytime.
        }

## Groups

group-twice = The code { $value } is also in { $first }.
    .cure = Give each group a code of its own.
covers-in-circle = The groups cover each other in a circle: { $circle }.
    .cure = Remove one of the groups in "{ $column }" of { $group }, or write none there.
hourly-missing = { $group } has no hourly cost, and no default group has this code ({ $known }).
    .cure = Write kroner per paid hour, with holiday pay, pension and employer's tax.
assumed-hourly = { $group } has no hourly cost: the default group's NOK { $value } is used.
    .cure = Write kroner per paid hour, with holiday pay, pension and employer's tax.
group-without-shifts = { $group } has no shifts and can't be given tasks.
    .cure = Enter the shifts of { $group } in the sheet "Shifts" if the group is to have tasks.

## Shifts

shift-twice = { $group } already has a shift { $value } on some of these days ({ $first }).
    .cure = Give the shift another name, or let the days differ.
assumed-paid = Paid hours aren't filled in: the shift's length, { $hours } hours, is used.
    .cure = Write the hours if the break isn't paid.
shift-not-that-day = { $group } doesn't have shift { $shift } on this day, but { $count } stands here.
    .cure = Leave the cell empty, or widen the shift's days in the sheet "Shifts".

## Task lines

span-passes-start = "{ $value }" passes { $start }, where the day begins.
    .cure = Make two lines of the task: one until { $start } and one from { $start }.
date-as-interval = The date { $value } was read as { $interval }: Excel turns such numbers into dates.
    .cure = Write an apostrophe first ('{ $interval }), or format the column as text.
date-not-interval = The cell is a date ({ $value }), not an interval: Excel has probably changed "{ $typed }".
    .cure = Write an apostrophe first, such as '{ $typed }. The intervals are { $known }.
daytime-in-weekend = Daytime is Monday to Friday, but the days are in the weekend only.
    .cure = Choose other days, or write an interval instead of daytime.
daytime-without-interval = The ward has no interval between 07 and 15, so daytime has no time.
    .cure = Write one of the ward's intervals instead.
nobody-qualifies = Nobody may have the task: none of the groups in "{ $column }" is { $lowest } or covers { $lowest }.
    .cure = Add a group that can have it ({ $known }), or choose another lowest group.
pinned-not-qualified = The task is pinned to { $group }, which may not have it.
    .cure = Pin it to a group that can have it ({ $known }), or change the lowest group ({ $lowest }).
minutes-outside-range = "{ $column }" ({ $value }) is less than "{ $other }" ({ $least }).
    .cure = Correct the numbers so that low ≤ minutes ≤ high.
number-with-two-names = Number { $number } is "{ $first }" on row { $row } but "{ $value }" here; they count as one task.
    .cure = Give the task a number of its own if it is another.
assumed-health = Health work isn't given on { $rows } { $rows-n ->
        [one] line
       *[other] lines
    }: it follows the category (no for orders, cleaning and administration).
    .cure = Write yes or no in "Health work" where it differs.

## Settings

setting-unknown = The setting "{ $value }" is unknown and wasn't used.
    .cure =
        { $near-n ->
            [0] The instructions list the names.
           *[other] Did you mean "{ $nearest }"?
        }
setting-twice = The setting "{ $value }" is also in { $first }.
    .cure = Keep one of them.
assumed-setting = "{ $english }" isn't given: { $value } is used.
    .cure = Enter it in the sheet "Settings" if it differs in your ward.
not-a-stretch = "{ $value }" isn't a stretch of the day.
    .cure = Write the intervals as 07-09, 09-12, 12-15 …
intervals-not-a-day = The intervals don't cover the day once: it goes wrong at { $at }.
    .cure = Let each interval begin where the one before it ends, 24 hours in all.
category-twice = The category "{ $value }" is listed twice.
    .cure = Remove one of them.
not-a-calendar-kind = "{ $value }" isn't anything that the calendar knows.
    .cure = Write as day, activity, closed beds, holiday, absence or apprentices.
not-as-day = "{ $value }" doesn't say what the day is to be staffed as.
    .cure = Write Saturday, Sunday or ordinary.
dates-backwards = The last date, { $to }, is before the first, { $from }.
    .cure = Swap them, or leave the last one empty where it is about a single day.
more-away-than-people = { $value } is more than the { $most } people of { $group }.
    .cure = Write a number from 0 to { $most }, or correct "People" for { $group }.
more-closed-than-counted = { $value } is more than "{ $driver }" has on the busiest weekday ({ $most }). It is reckoned as 0 then.
    .cure = Correct the number unless all is to be closed.
more-away-together = Together with row { $rows }, { $sum } are away on { $date }, more than the { $most } people of { $group }.
    .cure = Correct the number or the dates, or remove the row if it stands twice.
more-closed-together = Together with row { $rows }, { $sum } of "{ $driver }" are closed on { $date }, more than on the busiest weekday ({ $most }). They are reckoned as 0 then.
    .cure = Correct the number or the dates, or remove the row if it stands twice.
more-apprentices-than-people = { $value } positions of apprentices are more than the { $most } people of { $group }.
    .cure = Correct the number if a point is missing, for example 1.5.
until-before = The last valid day, { $until }, is before the day on which the course was taken, { $taken }.
    .cure = Correct the date that is wrong.
course-of-several = A demand for a course is about one group, but this one names "{ $groups }".
    .cure = Write a row for each group, or remove the course.
not-weekends = "{ $value }" doesn't say which weekends the employee works.
    .cure = Write a number from 1 to 52 (3 is every third weekend), or 0 for none.
pseudonym-is-a-name = This looks like a person's name.
    .cure = Use a role or a pseudonym, such as HFA-01.
pseudonym-in-two-groups = The same pseudonym is also in { $group }, in { $first }.
    .cure = If they are two employees, give each a pseudonym of their own. If it is one, write the same group in all the rows.
more-known-than-people = The sheet "Certificates" has more people of { $group } ({ $known }) than the group has ({ $people }).
    .cure = Correct "People" of { $group }, or remove those from the sheet who have left.
counts-empty = The file has no counts.
    .cure = Export a file with the columns Date, Hour, Driver and Count; Hour and Driver may be missing.
not-an-hour = "{ $value }" isn't an hour.
    .cure = Write 0 to 23, for example 7 or 07:00.
counted-twice = The same date, hour and driver are also in row { $row }, with { $first } there and { $value } here.
    .cure = Keep one of the rows.
hour-never-comes = The hour from 02 doesn't exist on { $date }: the clock goes forward. The number is counted all the same.
    .cure = Correct the hour in the file if the number belongs to another, and import it again.
identity-number = This looks like a national identity number.
    .cure = Remove it, and export the file again: the name of what is counted, and numbers alone.
too-many-drivers = The file has more than { $limit } drivers.
    .cure = Export a file with only those that the ward uses.
total-ignored = "{ $value }" is a sum of the other counts and was left out.
    .cure = If it is counted by itself, give it another name.
not-ages = "{ $value }" isn't an age.
    .cure = Write for example 67–79, 80+ or 45. If Excel makes it a date, make the column text.
not-a-projection-kind = "{ $value }" isn't anything that the projection knows.
    .cure = Choose a kind from the list, for example people, leave or retirement age.
range-crossed = The lowest is above the value, or the highest is below it.
    .cure = Low, value and high must stand in rising order.
told-twice = This, or some of the same ages, is also in row { $row }.
    .cure = Keep one of the rows, or write ages that don't overlap.
ages-cross = The residents aged { $ages } don't have the same use: { $use } is some of them only.
    .cure = Part the population where the use changes, or write the use for the same ages.
ages-without-residents = There are no residents aged { $ages } in { $years }, though these ages have a use.
    .cure = Write the residents of these ages for the same years as the others, or 0 where nobody lives. If they aren't to count, remove the use.
ages-without-use = Ages { $ages } stand among the residents and have no use. They are reckoned as 0.
    .cure = Write "use per 1000" for them if they use the ward.
not-about = The kind "{ $kind }" has no { $column }.
    .cure = Leave the cell empty.
population-empty = The file has no residents by age and year.
    .cure = Download projected population from the statistics bank with region, age and year, as CSV or Excel.
population-regions = { $fit-n ->
        [0] The file has several regions: { $regions }.
        [1] The file has no region called "{ $region }". It has { $regions }.
       *[other] "{ $region }" fits several of the file's regions: { $regions }.
    }
    .cure = Choose one or more of them (on the command line with --region), or export a file with one.
population-gap = { $sign-n ->
        [0] The cell for ages { $ages } in { $year } is empty.
        [1] Here stands "." for ages { $ages } in { $year }. It means that there can be no number, for instance because the municipality didn't exist then.
        [2] Here stands ".." for ages { $ages } in { $year }. It means that the number is missing.
        [3] Here stands "..." for ages { $ages } in { $year }. It means that the number isn't ready yet.
       *[other] Here stands ":" for ages { $ages } in { $year }. It means that the number can't be published.
    }
    .cure = Export years and areas that have numbers, or write the number. If there are no residents, write 0.
population-one-sex = { $men-n ->
        [0] The men are missing
       *[other] The women are missing
    } for { $count-n ->
        [one] ages { $first }
       *[other] { $count } age groups ({ $first } to { $last })
    } in { $years }.
    .cure = Export the table with both sexes.
population-uneven = The region "{ $region }" has no number for ages { $ages } in { $year }, as the others have.
    .cure = Export the regions for the same years, ages and alternatives, or choose only regions that have them.
not-alike = "{ $value }" doesn't answer whether days are staffed the same.
    .cure = Write weekdays (the same Monday–Friday, and the same Saturday–Sunday) or no (each day on its own).
not-yielding = "{ $value }" doesn't say what tasks may do when people are missing.
    .cure = Write put off or left out.
not-within = "{ $value }" doesn't say how far a task may be put off.
    .cure = Write interval, shift or day.
not-relief = "{ $value }" isn't an order of relief.
    .cure = Write the steps in the order in which you use them, each with its price as a share of the hourly cost: extra shift=1; pool=1; overtime=1.5; agency=2.5.
not-dropped = "{ $value }" doesn't say when a left-out task is a finding.
    .cure = Write two whole numbers, the first not greater than the second: 4 of 5.
profile-interval = The day profile names "{ $value }", which isn't one of the ward's intervals.
    .cure = Write one number for each of { $known }, such as 07-09=2; 09-12=3.
profile-weight = "{ $value }" isn't a weight for { $interval }.
    .cure = Write a number that is 0 or more, such as { $interval }=2.
profile-missing = The day profile lacks { $missing }.
    .cure = Write one number for each of the ward's intervals.
profile-zero = The day profile has zeros only.
    .cure = Write at least one number above 0, or remove the setting.

## The wide form

wide-title = "{ $value }" was read as a title.
    .cure = If it is a task, put a mark under the group that is to do it.
wide-unknown-heading = "{ $value }" is neither a category, a time of day nor a task with a mark.
    .cure =
        { $near-n ->
            [0] The categories are: { $known-english }. If it is a task, put a mark under the group that is to do it.
           *[other] Did you mean "{ $nearest-english }"? If it is a task, put a mark under the group that is to do it.
        }
wide-unknown-interval = "{ $value }" isn't one of the ward's intervals.
    .cure = Write one of { $known }, or set "Intervals" in the sheet "Settings".
wide-no-mark = The task "{ $value }" has no mark.
    .cure = Put an x, or a count a day, under the group that is to do it.
wide-two-marks = The task "{ $value }" has marks under both { $one } ({ $first }) and { $two }, but must stand on one group.
    .cure = Keep one mark, or make two rows of the task.
wide-not-a-mark = "{ $value }" is neither a mark nor a count.
    .cure = Write x, or a count a day.
wide-rows-go-on = The form stands on several sheets: row { $own } here is row { $row } in the plan, and so on.
    .cure = Use the plan's row number when you ask about a task or pin it.
wide-group-matched = "{ $name }" was taken as the default ward's { $group }.
    .cure = Enter the groups in the sheet "Groups" if that is wrong.
wide-group-made = "{ $name }" isn't one of the default ward's groups; it was given the code { $group } and NOK { $hourly } an hour until somebody fills it in.
    .cure = Fill in the group and its shifts in the sheets "Groups" and "Shifts".
wide-assumed-lowest = Lowest: the marked group is used for { $count } { $count-n ->
        [one] task
       *[other] tasks
    } (row { $rows }).
    .cure = Fill in the least qualified group that may do each task.
wide-assumed-count = Count: once a day is used for { $count } { $count-n ->
        [one] task
       *[other] tasks
    } (row { $rows }).
    .cure = Fill in how many times.
wide-assumed-minutes = Minutes: 10 is used for { $count } { $count-n ->
        [one] task
       *[other] tasks
    } (row { $rows }).
    .cure = Fill in how long it takes.
wide-assumed-today = Today: it isn't given who does { $count } { $count-n ->
        [one] task
       *[other] tasks
    } (row { $rows }).
    .cure = Fill in who does them today.
wide-assumed-category = { $count } { $count-n ->
        [one] task stands
       *[other] tasks stand
    } under no category (row { $rows }): the first is used.
    .cure = Write the category on a row above.
wide-assumed-timing = { $count } { $count-n ->
        [one] task stands
       *[other] tasks stand
    } under no time of day (row { $rows }): around the clock is used.
    .cure = Write the time on a row above.
wide-course-hours = { $count } { $count-n ->
        [one] course has
       *[other] courses have
    } no hours yet: { $courses }.
    .cure = Fill in hours and fee in the sheet "Courses".

plan-book-sheet = The sheet "{ $english }" is missing.
    .cure = Use the workbook that "fordel plan" made, and let the sheet keep its name.
plan-book-columns = These columns weren't found: { $english }.
    .cure = Leave the headings as they were.
plan-book-row = "{ $value }" is not a row number.
    .cure = Write the number of the row in the sheet Tasks.
plan-book-days = "{ $value }" is not a list of days.
    .cure = Write a digit for each day, Monday is 1: 12345 or 67.
plan-book-group = "{ $task }" stands on no group.
    .cure = Write the group's code.
plan-book-heads = "{ $value }" is not a number of people.
    .cure = Write a whole number, 0 or more.

more-complaints = There { $count-n ->
        [one] is one more message
       *[other] are { $count } more messages
    }.
    .cure = Correct these first.

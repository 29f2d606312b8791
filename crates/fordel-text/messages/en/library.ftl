# The library of tasks: usual tasks with their usual minutes, and where these come from.

library-title = Task library
library-lead = Usual tasks by kind of unit, and from the units you have access to. Tick and add: they become lines at the end of Tasks. The minutes of a kind of unit are Fordel's estimates, not measurements: check them in your own unit.
library-filter = Selection
library-kind = Kind of unit
library-kind-all = All kinds and all units
library-kind-medisinsk-sengepost = Medical ward
library-kind-kirurgisk-sengepost = Surgical ward
library-kind-poliklinikk = Outpatient clinic and day treatment
library-kind-sykehjem = Nursing home
library-kind-hjemmetjeneste = Home care
library-kind-units = Other units you have access to
library-search = Search for a task
library-category = Category
library-all = All categories
library-uncategorised = Without category
library-show = Show
library-shown = { $count-n ->
    [0] No tasks
    [one] One task
   *[other] { $count } tasks
} in the selection. { $here-n ->
    [0] None is here already.
    [one] One is here already.
   *[other] { $here } are here already.
}
library-task = Task
library-minutes = Minutes each time
library-range = { $median } ({ $low }–{ $high })
library-unknown = not given
library-lines = When and how often
library-often = { $count } per { $per }
library-day = day
library-line-minutes = { $minutes } min
library-bound = bound
library-lowest = Lowest group
library-courses = Training
library-source = Source
library-source-medisinsk-sengepost = the example ward
library-source-kirurgisk-sengepost = estimate for a surgical ward
library-source-poliklinikk = estimate for an outpatient clinic
library-source-sykehjem = estimate for a nursing home
library-source-hjemmetjeneste = estimate for home care
library-source-units = { $count-n ->
    [one] one unit: { $names }
   *[other] { $count } units: { $names }
}
library-here = already here
library-list-low = Lowest
library-list-high = Highest
library-hidden = { $count-n ->
    [one] One chosen task is not shown in this selection, but is still chosen.
   *[other] { $count } chosen tasks are not shown in this selection, but are still chosen.
}
library-add = Add the chosen tasks
library-add-how = All that you add at once is one step, and can be undone in the table with Undo.
library-none-chosen = Nothing was added: tick at least one task that isn't here already.
library-empty = No task fits the selection
library-empty-do = Try another word, or show all categories.
library-added = { $tasks-n ->
    [one] One task was added
   *[other] { $tasks } tasks were added
} as { $rows-n ->
    [one] one line
   *[other] { $rows } lines
} at the end of Tasks. Check the minutes.
library-added-left = { $count-n ->
    [one] One cell was left empty, since its value is not known in this unit. The note tells what stood there.
   *[other] { $count } cells were left empty, since their values are not known in this unit. The notes tell what stood there.
}
library-added-see = See them in the table
library-note = Usual minutes from { $source }, to be checked.
library-note-left = Not known here: { $cells }.
library-note-units = { $count-n ->
    [one] one other unit
   *[other] { $count } other units
}
library-brings = Brings along: { $rows }. Check the numbers.
library-added-brought = { $count-n ->
    [one] One row of activity or courses came along, since the tasks need it. Check the numbers.
   *[other] { $count } rows of activity and courses came along, since the tasks need them. Check the numbers.
}

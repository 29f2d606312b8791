# Distribution: the board, moves by hand, pins, objections.

board-title = Distribution
board-of = Proposal { $number }: { $name }
board-own = Changed by hand
board-lead-computed = Each card is a task with the group that is to have it. The computed proposal stays as it is: move a card, and a proposal of your own is made from it, where the move is done.
board-lead-own = Each card is a task with the group that is to have it. Moves are saved at once; staffing stays where it is.
board-lead-decided = Each card is a task with the group that is to have it. The decided proposal stays: if you move a card, an own proposal is made of it, and the move is made there.
board-lead-reader = Each card is a task with the group that is to have it. Open a card to see why, and to object.
board-region = The board: a column for each group
board-arrow = can do tasks to the right
board-beside = outside the row
board-to-staffing = To staffing

# Where there is nothing to show
board-waiting = The proposal is being computed.
board-waiting-do = The first plan usually comes within seconds. You can leave and come back.

# Filters
board-filters = Show cards
board-interval = Interval
board-category = Category
board-any = All
board-moved-only = Only what moves from today
board-show = Show
board-all = Show all
board-shown = Showing { $shown } of { $all } cards. The sums are of all.
board-shown-all = { $all } cards.
board-none-shown = No card fits the filters.

# A column
board-minutes-week = { $minutes } min a week
board-fte = { $fte } FTE
board-fte-today = { $change } from today
board-fte-carried = { $change } from today’s distribution
board-cost = { $cost } a year
board-bars = Minutes a week: day { $day }, evening { $evening }, night { $night }, weekend { $weekend }
board-bar-day = day
board-bar-evening = eve
board-bar-night = night
board-bar-weekend = wknd
board-cards = { $count-n ->
    [one] one card
   *[other] { $count } cards
}
board-column-empty = No tasks
board-over = { $count-n ->
    [one] One interval without enough people
   *[other] { $count } intervals without enough people
}

# A card
board-minutes = { $minutes } min/week
board-from = ← { $group }
board-from-long = Done today by { $group }
board-pinned = pinned
board-pinned-to = pinned to { $group }
board-course = needs a course
board-course-long = Needs { $courses }
board-objected = objection
board-move-to = Move to { $group }
board-send-back = Send back to { $group }
board-pin = Pin to { $group }
board-pin-whole = Pin the whole task, { $days } too, to { $group }
board-unpin = Unpin
board-why = Why here?
board-object = Objection

# Why a group may not have a task
board-no-lowest = needs { $group } or somebody who covers it
board-no-only = “Only” in the sheet doesn’t name { $group }
board-no-pinned = pinned to { $group } in the sheet
board-refused = “{ $task }” can’t be moved to { $group }: { $why }.
board-refused-gone = The task isn’t in this proposal. Load the page again.
board-refused-shift = The shift doesn’t run on that day. Load the page again.
board-refused-heads = Write a whole number from 0 to { $most }.
board-refused-decided = The proposal was decided as version { $number } and is no longer changed. If you move a card or change a number in it, an own proposal is made of it.
board-refused-title = The move isn’t done
board-back = Back

# The strip: what changes by hand give
board-strip = What the changes give
board-last-move = “{ $task }”: { $from } → { $to }
board-last-heads = Staffing was changed
board-unchanged = No change yet
board-against-base = Against proposal { $number }:
board-against-before = Last change:
board-sum = { $fte } FTE · { $cost } a year · { $courses }
board-courses = { $n-n ->
    [one] { $count } course
   *[other] { $count } courses
}
board-holds = Everything holds
board-broken = { $count-n ->
    [one] One thing doesn’t hold
   *[other] { $count } things don’t hold
}
board-broken-lead = The proposal can be changed further and even be decided like this, but then it must say why.
board-undo = Undo
board-copy-name = Our proposal, from no. { $number }

# Said by the script; %words% are put in there
board-say-choose = Move “%task%”: choose a group by digit, letter or arrows and Enter. Esc cancels.
board-say-target = %group%: Enter moves it here.
board-say-refused = %group%: %why%.
board-say-moved = “%task%” was moved from %from% to %to%.
board-say-nothing = Nothing to undo.
board-say-cancelled = Not moved.
board-say-saving = Saving …
board-say-copying = Making a proposal of your own …
board-moved-out = Download the moved tasks:
board-say-stale = Somebody else changed the proposal meanwhile. The board shows it as it is now. Your move isn’t done.
board-say-live = %who% has changed the proposal. The page shows it as it is now.
board-say-failed = Not saved: the connection is lost, or the server doesn’t answer. The card stands where it stood. Try again.
board-say-login = Not saved: you are signed out. Sign in in another tab, and try again.
board-keys = Choose a card with Tab and the arrow keys. M moves it: a digit, a letter or the arrows choose the group, Enter moves, Esc cancels. Ctrl+Z undoes.

# Pins and objections
board-objections = Objections
board-objections-open = { $count-n ->
    [one] One objection waits for an answer
   *[other] { $count } objections wait for an answer
}
board-objection-lead = Anybody can object, to a task or to the whole plan. The one who leads the unit answers.
board-objection-text = What is the objection?
board-objection-whole = Objection or remark to the whole plan
board-whole-plan = The whole plan
board-whole-plan-named = The whole plan (proposal { $number }: { $name })
board-whole-plan-of = The whole plan (proposal { $number })
board-objection-send = Send the objection
board-objection-of = { $name }
board-somebody = Somebody who no longer has access
board-answer = Answer
board-answer-send = Send the answer
board-answered = Answer from { $name }
board-unanswered = waits for an answer
board-objections-none = No objections yet.
board-objections-none-do = Open a task in the workshop or on the board, and choose “Objection”. If it is about the whole plan, you can write it here.
board-objections-all = All objections
board-objections-out = Download all objections:
board-objection-column = Objection
board-objection-answered-by = Answered by
board-objection-answered-at = Answered

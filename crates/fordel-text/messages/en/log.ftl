# The log of the traffic light: what was chosen, and what the log shows.

log-tab = Log
log-title = Log of The shift now
log-lead = Each time you logged a choice, the last first. Whoever logged it can correct their own for { $days } days; what stood before stays in the history.
log-empty = Here are the choices that you log when people are missing on a shift.
log-empty-do = Open The shift now, choose who is missing, and press "Log the choice" below the answer.
log-saved = Saved in the log.
log-do = Log the choice
log-save = Save in the log
log-choose = Choose
log-choice = What was chosen?
log-choice-managed = Managed with the measures above
log-choice-extra-shift = An extra shift of our own
log-choice-pool = From another unit in the pool
log-choice-overtime = Overtime
log-choice-agency = Agency
log-choice-other = Something else
log-cause = Why were people missing?
log-cause-sickness = Sickness
log-cause-vacancy = Vacant position
log-cause-holiday = Holiday or leave
log-cause-activity = High activity
log-cause-other = Something else
log-hours = Hours covered
log-hours-hint = Of all who came together, such as 3.5. Must be filled in if somebody came, and is empty otherwise.
log-cost = Cost in kroner
log-cost-hint = Empty: calculated from the hours.
log-cost-hint-again = Empty: calculated from the hours at the same price as before, where it is known.
log-prices = An hour costs here: { $prices }.
log-an-hour = { $step } { $cost }
log-reason = Reason
log-reason-hint = Short. Needed only when you brought somebody in and the answer doesn't justify it. Don't write names of staff or anything about patients.
log-no-choice = Choose what you did.
log-no-cause = Choose why people were missing.
log-hours-wrong = Write hours as a number from 0 to 500, such as 3.5.
log-hours-missing = Write how many hours those who came covered.
log-hours-managed = You managed without more people: leave the hours empty, or choose who came.
log-cost-wrong = Write kroner as a number from 0 to 10 million.
log-reason-missing = The answer doesn't justify hiring in. Write shortly why you brought somebody in all the same.
log-reason-long = Write at most 500 characters.
log-reason-person = This contains what looks like a national identity number. Remove it: nobody must be recognisable in the log.
log-day-far = The shift must begin within the last three months or the next one.
log-before = This shift has been logged before:
log-before-told = { $who }, { $when }
log-again = Log the shift once more
log-again-missing = The shift has been logged before. Tick the box if it is to be logged once more. Then both count in the statistics.
log-correct = Correct
log-correct-title = Correct the log: { $when }
log-correct-lead = What was answered then stays. You can correct what you wrote yourself.
log-withdraw-head = Logged by mistake?
log-withdraw-lead = Then it can be taken out. It stays in the log but doesn't count in the statistics.
log-withdraw = Take it out of the statistics
log-count-again = Count it again
log-withdrawn = doesn't count
log-not-justified = not justified by the answer
log-reckoned = calculated

log-look-ups = Look-ups
log-look-ups-lead = Each answer of The shift now with somebody missing is noted by itself: the shift, who was missing, the colour, when and by whom. The same question by the same person within a quarter of an hour is one look-up. A look-up is no choice: it doesn't count in what you have logged. Look-ups are erased after { $days-n ->
    [one] one day
   *[other] { $days } days
}.
log-look-ups-count = { $count-n ->
    [one] Looked up once
   *[other] Looked up { $count } times
} with somebody missing: { $red-n ->
    [one] one red
   *[other] { $red } red
}, { $yellow-n ->
    [one] one yellow
   *[other] { $yellow } yellow
}.
log-look-ups-see = { $count-n ->
    [one] Show the last look-up
   *[other] Show the last { $count } look-ups
}

log-column-looked-up = Last looked up
log-column-looked-up-first = First looked up
log-column-looked-up-by = Looked up by
log-column-when = Shift
log-column-date = Date
log-column-day = Weekday
log-column-shift = Shift
log-column-missing = Missing
log-column-light = Colour
log-column-choice = Chosen
log-column-cause = Cause
log-column-hours = Hours covered
log-column-kr = Kroner
log-column-tasks = Not done in its time
log-column-reason = Reason
log-column-by = Logged by
log-column-withdrawn = Doesn't count
log-column-reckoned = Kroner calculated
log-column-left-out = Left out
log-column-put-off = Put off
log-column-red = Red
log-column-red-minutes = Minutes not covered
log-column-yellow = Yellow
log-column-justified = Hours of hiring in justified
log-column-part = By
log-column-what = What
log-column-uses = Times
log-column-hired = With hiring in
log-column-hired-justified = Hiring in justified
log-column-minutes = Minutes
log-column-task-uses = Was to be done
log-column-times-left-out = Times left out
log-column-times-put-off = Times put off

log-list-uses = The shift now log
log-list-statistics = The shift now statistics
log-statistics-tab = Statistics
log-statistics-title = Statistics of The shift now
log-by-all = All
log-by-weekday = Weekday
log-by-shift = Shift
log-by-cause = Cause
log-by-month = Month
log-by-task = Task
log-table-weekday = By weekday
log-table-shift = By shift
log-table-cause = By cause
log-table-month = By month
log-table-task = Tasks that were left out or put off most often
log-no-tasks = No task was left out or put off in what is logged.
log-uses = Logged
log-uses-count = { $count-n ->
    [one] once
   *[other] { $count } times
}
log-uses-colours = { $red } red, { $yellow } yellow
log-hours-hired = Covered by others
log-hours-of = { $hours } hours
log-hired-times = { $count-n ->
    [one] once
   *[other] { $count } times
}
log-kr-hired = Cost
log-kr-known = of the hours covered
log-kr-unknown = { $count-n ->
    [one] one time without a known cost comes on top
   *[other] { $count } times without a known cost come on top
}
log-kr-none-known = { $count-n ->
    [one] once, and the cost isn't known
   *[other] { $count } times, and the cost isn't known
}
log-justified = Hiring in that the answer justified
log-justified-between = { $hits } of { $cases }; with 95% confidence between { $low } and { $high }
log-justified-none = –
log-justified-none-do = nobody was brought in yet
log-few = { $cases-n ->
    [one] The share rests on one case of hiring in and says little: the interval beside it shows how little.
   *[other] The share rests on only { $cases } cases of hiring in and says little: the interval beside it shows how little.
}
log-finding = The same task is left out again and again
log-finding-task = { $task }: left out in { $left } of { $uses } logged uses in which it was to be done
log-finding-put-off = The same task is put off again and again
log-finding-put-off-task = { $task }: put off in { $put-off } of { $uses } logged uses in which it was to be done
log-finding-do = Is the task needed? Does it stand on the wrong shift, or on the wrong group? Talk about it at the next workshop. The limit is { $least } of { $of } and can be changed under Rules.
log-front = The shift now this month
log-front-uses = { $count-n ->
    [one] once, { $red } red
   *[other] { $count } times, { $red } red
}

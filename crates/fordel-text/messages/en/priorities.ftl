# The ward's colours for the traffic light, set for many lines at once.

priorities-title = Colours of the tasks
priorities-title-missing = Tasks without a colour
priorities-lead = Red must be done in its time, yellow may be put off, green may be left out when people are missing. A task without a colour counts as red. This is the ward's own judgement: set the colours together, for instance at a workshop.
priorities-count = { $missing } of { $lines } lines lack a colour.
priorities-how = Choose a colour for a whole category, and the exceptions line by line. Nothing is set before you save, and all of it can be undone in the grid.
priorities-all = Show all lines
priorities-missing-only = Show only lines without a colour
priorities-back = To The shift now
priorities-none = All lines have a colour.
priorities-none-do = If you want to look them over, show all lines.
priorities-empty = There are no tasks to colour yet.
priorities-empty-do = Map the tasks first.
priorities-no-category = Without a category
priorities-lines = { $count-n ->
    [one] one line
   *[other] { $count } lines
}
priorities-usual = Suggestion: { $colour }.
priorities-whole = { $count-n ->
    [one] The one line without a colour in the category
   *[other] All { $count } lines without a colour in the category
}
priorities-as-is = as it is
priorities-choice-red = red – must be done
priorities-choice-yellow = yellow – may be put off
priorities-choice-green = green – may be left out
priorities-choice-none = remove the colour
priorities-now = Now: { $colour }.
priorities-bound = Bound: always counts as red.
priorities-without = without a colour
priorities-save = Save the colours
priorities-saved = { $count-n ->
    [0] No colours were chosen.
    [one] Saved: one line.
   *[other] Saved: { $count } lines.
}
priorities-not-saved = Not saved, because others have changed the same meanwhile:
priorities-conflict = { $line }: you chose “{ $mine }”, but { $who } wrote “{ $theirs }”.
priorities-why-1 = What the patient needs there and then. Mouth care, mobilisation and skin care can often be yellow or green.
priorities-why-2 = Wounds, catheters and measurements have their time. What isn't urgent may be yellow.
priorities-why-3 = Must be done but can wait until it is calm. What the next shift needs in order to help safely is red.
priorities-why-4 = Medicines in their time are red. Tidying and ordering in the medicine room may be yellow.
priorities-why-5 = Talks can often be moved to a calmer hour. Urgent messages are red.
priorities-why-6 = Samples have their time, and the results steer the treatment.
priorities-why-7 = Food and drink are red.
priorities-why-8 = Can often wait until later in the shift. Checks of emergency equipment are red.
priorities-why-9 = Training and teaching can be done another day.
priorities-why-10 = Can usually wait some hours. What is lacking now is red.
priorities-why-11 = Tidiness can wait. Cleaning against infection is red.
priorities-why-12 = Can usually be done another day.

# Who changed what, and what was there before.

history-title = History
history-lead = All that was changed in the unit, the newest first. What was removed or written over can be brought back.
history-when = When
history-who = Who
history-what = What
history-from = From
history-to = To
history-number = Change number
history-back = Bring back
history-nobody = Fordel
history-at-start = Fordel, at start
history-filter = Selection
history-person = Person
history-kind = Kind
history-all = All
history-kind-mapping = Mapping
history-kind-talk = Discussion and objections
history-kind-proposals = Proposals
history-kind-decisions = Decisions
history-kind-shortages = The shift now
history-kind-unit = The unit itself
history-show = Show
history-of-row = Changes to { $row }
history-of-batch = Changes that were made in one go.
history-every-row = Show all changes
history-singly = Show all { $count } one by one
history-told = { $what }, from { $from } to { $to }
history-older = Older
history-newest = Newest
history-list-more = Older changes are left out. Go to older ones on the page, and download from there.
history-empty = What is changed will stand here.
history-empty-do = There are no changes in this selection.
history-row-gone = removed row
history-restore-row = Bring the row back
history-restore-cell = Set back to “{ $value }”
history-restore-blank = Empty the cell again
history-conflict = Not changed: { $who } has written “{ $theirs }” there meanwhile.
history-conflict-row = Not changed: the row is removed. Bring it back first.
# Putting back all that was done in one go.
history-back-all = Put all of it back
history-back-lead = { $who } did this in one go, { $when }. Look it over before anything is put back.
history-back-do = { $count-n ->
    [one] Put one change back
   *[other] Put { $count } changes back
}
history-back-one-step = It is saved as one step, and can be put back in the same way.
history-back-nothing = There is nothing to put back.
history-back-gone = { $count-n ->
    [one] One change is put back already.
   *[other] { $count } changes are put back already.
}
history-back-stale = Something was changed since the list was shown, so nothing has been put back. Look it over once more.
history-back-goes = Goes back
history-back-more = { $count-n ->
    [one] And one more change.
   *[other] And { $count } more changes.
}
history-back-stays = Stays
history-back-stays-why = This has been changed since, and stays as it is now.
history-back-before = Was before
history-back-made = Was changed to
history-back-now = Is now
history-back-to = Is put back to
history-back-by = Changed by
history-back-outcome = What becomes of it
history-back-is-gone = Put back already
history-back-is-removed = (the row is removed)
history-back-is-moved = (moved again)
history-back-is-filled = filled in since, among other things with “{ $text }”
history-back-is-unknown = (is no longer there, or can't be read)
# What a change is put back to, where it isn't a text.
history-back-row-added = (the row is removed again)
history-back-row-restored = (the row is removed again)
history-back-row-moved = (the place it had)
history-back-column-added = (the column is removed again)
history-back-column-removed = (the column comes back)
history-unreadable-proposals = { $count-n ->
    [one] Proposal
   *[other] Proposals
} { $numbers } can't be read, since what is kept is damaged. The rest of the history is here. What was changed in { $count-n ->
    [one] that proposal
   *[other] those proposals
} can't be put back, and moves may be missing where one row is shown by itself. Tell those who run Fordel.
history-unreadable-decisions = { $count-n ->
    [one] Decision
   *[other] Decisions
} { $numbers } can't be read, since what is kept is damaged. The rest of the history is here, but moves in { $count-n ->
    [one] that decision
   *[other] those decisions
} are missing where one row is shown by itself. Tell those who run Fordel.
history-blank = (blank)
history-what-branch-added = the unit was made
history-what-branch-renamed = the unit was renamed
history-what-branch-moved = the unit was moved
history-what-cell-changed = { $row }: { $field }
history-what-row-added = new row: { $row }
history-what-row-removed = removed: { $row }
history-what-row-restored = brought back: { $row }
history-what-row-moved = moved: { $row }
history-what-column-added = own column: { $field }
history-what-column-removed = removed own column: { $field }
history-what-undone = undid the last step
history-what-redone = did it again
history-what-put-back = put back what was done in one go
history-what-plan-put-back = put back what was changed in a plan in one go
history-what-reviewed = { $row }: { $field ->
    [state] discussed
   *[note] note
}
history-whole-plan = the whole plan
history-what-objected = objection to { $row }
history-what-objection-answered = answer to an objection to { $row }
history-what-proposal-added = asked for a proposal
history-what-proposal-renamed = proposal renamed
history-what-proposal-state = proposal
history-what-proposal-plan = plan changed
history-what-proposal-removed = proposal removed
# The same of a proposal that is still there, with its number, and its name where that doesn't stand beside it.
history-numbered-proposal-added = asked for proposal { $number }
history-numbered-proposal-renamed = proposal { $number } renamed
history-numbered-proposal-state = proposal { $number }: { $name }
history-numbered-proposal-plan = plan changed in proposal { $number }: { $name }
history-numbered-objected = objection to the whole plan (proposal { $number }: { $name })
history-numbered-objection-answered = answer to an objection to the whole plan (proposal { $number }: { $name })
history-copied = made own proposal { $number }
history-copied-from = made own proposal { $number } from proposal { $from }
# What was changed by hand in a plan.
history-line-moved = proposal { $proposal }, moved: { $task } (row { $row }), { $when }
history-line-decided = decision { $decision }, moved: { $task } (row { $row }), { $when }
history-heads-changed = proposal { $proposal }, heads on shift: { $group } { $shift }, { $day }
# How many of what were changed in one go.
history-many-cell-changed = { $count-n ->
    [one] one cell changed in { $sheet }
   *[other] { $count } cells changed in { $sheet }
}
history-many-row-added = { $count-n ->
    [one] one row added to { $sheet }
   *[other] { $count } rows added to { $sheet }
}
history-many-row-removed = { $count-n ->
    [one] one row removed from { $sheet }
   *[other] { $count } rows removed from { $sheet }
}
history-many-row-restored = { $count-n ->
    [one] one row brought back in { $sheet }
   *[other] { $count } rows brought back in { $sheet }
}
history-many-row-moved = { $count-n ->
    [one] one row moved in { $sheet }
   *[other] { $count } rows moved in { $sheet }
}
history-many-column-added = { $count-n ->
    [one] one own column added to { $sheet }
   *[other] { $count } own columns added to { $sheet }
}
history-many-column-removed = { $count-n ->
    [one] one own column removed from { $sheet }
   *[other] { $count } own columns removed from { $sheet }
}
history-many-line-moved = { $count-n ->
    [one] one task moved in proposal { $proposal }
   *[other] { $count } tasks moved in proposal { $proposal }
}
history-many-heads-changed = { $count-n ->
    [one] heads on shift changed in one place in proposal { $proposal }
   *[other] heads on shift changed in { $count } places in proposal { $proposal }
}
history-many-other = { $count-n ->
    [one] one other change
   *[other] { $count } other changes
}
history-what-decided = decision
history-what-shortage-logged = The shift now, logged
history-what-shortage-corrected = The shift now, corrected
# A field of what was logged, before what stood in it.
history-use-field = { $field ->
    [day] day
    [shift] shift
    [missing] missing
    [light] colour
    [red_minutes] red minutes
    [justified_minutes] hours of hiring in justified
    [tasks] the tasks
    [choice] choice
    [cause] cause
    [hired_minutes] hours covered
    [hired_kr] kroner
    [kr_reckoned] kroner calculated
    [withdrawn] doesn't count
   *[other] reason
}
history-yes = yes
history-no = no
history-fingerprint = fingerprint { $start }…
history-what-list-mapped = how a list is read was kept
history-what-representative-changed = function
history-what-role-changed = role
history-what-invited = invited
history-what-invitation-used = invitation accepted
history-what-invitation-withdrawn = invitation withdrawn
history-what-other = { $what }
history-state-waiting = waits for its turn
history-state-running = being made
history-state-done = done
history-state-cancelled = cancelled
history-state-failed = no plan found
history-check = Is the history untouched?
history-check-lead = Every change is locked to all before it. If anything in the history was corrected, exchanged or removed, the check shows it. It also shows decisions and objections of the unit that aren't as the history tells.
history-check-do = Check now
history-check-whole = Checked: all { $count } changes in the database hang together.
history-check-head = Receipt
history-check-keep = Keep the receipt elsewhere. With it “fordel audit verify” can show whether anything up to today is changed or cut off later.
history-check-deviating = The history hangs together, but decisions or objections were changed beside it. Tell those who run Fordel, and find a backup.
history-check-broken = Change number { $seq } isn't as it was written. The database was changed outside Fordel, or is damaged. Tell those who run Fordel, and find a backup.
history-decided = decision { $number }: proposal { $proposal }, { $name }
history-decided-held = meeting { $date }

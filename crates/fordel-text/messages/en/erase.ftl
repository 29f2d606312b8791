# Taking a branch away with all that is in it; adding an organisation.

erase-link = Delete with everything in it …
erase-link-lead = If there is something here, it must be deleted with everything in it. That can’t be undone.
erase-title = Delete { $name } with everything in it
erase-gone = This will be gone:
erase-units = { $count-n ->
    [one] one unit with its sheets
   *[other] { $count } units with their sheets
}
erase-rows = { $count-n ->
    [one] one row (also if it is deleted in the sheet)
   *[other] { $count } rows (also those deleted in the sheets)
}
erase-proposals = { $count-n ->
    [one] one proposal
   *[other] { $count } proposals
}
erase-decided = { $count-n ->
    [one] one decided plan
   *[other] { $count } decided plans
}
erase-objections = { $count-n ->
    [one] one objection
   *[other] { $count } objections
}
erase-shortages = { $count-n ->
    [one] one logged choice of The shift now
   *[other] { $count } logged choices of The shift now
}
erase-roles = roles and invitations that hold only here
erase-no-way-back = It can’t be undone. Only a backup can bring it back.
erase-decisions = Decided plans
erase-decisions-lead = Decisions belong in your archive. Print them or save them as PDF first.
erase-decision = { $unit }: version { $number }, { $date }
erase-stays = This stays
erase-stays-lead = The history keeps who changed what and when, also what stood in the cells, so that it can still be checked. People and their roles elsewhere are untouched.
erase-type = Type the name to confirm: { $name }
erase-name-wrong = Type the name exactly as it stands. Nothing is deleted.
erase-do = Delete for good

arg-organisation-action = what to do: add puts an organisation into the database
arg-organisation-name = the organisation’s name
arg-organisation-origin = the address at which people reach the server, for the link
wrong-organisation = “{ $value }” can’t be done with organisations. Write: fordel organisation add NAME
wrong-organisation-name = The organisation must have a name of at most 120 characters.
organisation-there = There is an organisation called { $name } already.
organisation-added = { $name } is added.
organisation-link = The first administrator comes in by this link. It works once, for { $days } days: { $link }
usage-fordel-organisation = fordel organisation [OPTIONS] add NAME
cmd-organisation = Add another organisation on the same server

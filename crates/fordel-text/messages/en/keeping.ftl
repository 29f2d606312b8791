# fordel backup, restore, audit

usage-fordel-backup = fordel backup [OPTIONS] DATABASE OUT
usage-fordel-restore = fordel restore [OPTIONS] BACKUP DATABASE
usage-fordel-audit = fordel audit [OPTIONS] verify DATABASE
cmd-backup = Back up the database, also while it is in use
    .long =
        Back up the database, also while it is in use. The copy is checked before it counts as made.

        If there is a file of that name already, it isn't touched. Keep the copy elsewhere than the database.
cmd-restore = Bring the database back from a backup
    .long =
        Bring the database back from a backup. The copy is checked first. A database in use is never replaced.

        Everybody who was signed in must sign in again. Passwords and roles become as they were when the copy was made: look them over afterwards.
cmd-audit = Check that the history in the database is untouched
    .long =
        Check that the history in the database is untouched, also while it is in use. Every change is locked to all before it. Decisions, objections and answers are compared with it; other tables, such as people and roles, are not.

        With --head it is also checked that nothing up to that receipt was changed or cut off.
arg-backup-database = The database file, with or without sqlite: before it
arg-backup-out = The file to write the copy to
arg-restore-backup = The backup
arg-restore-database = The database file to be made, with or without sqlite: before it
arg-restore-replace = Replace the database that is there
arg-audit-action = What to do: verify
arg-audit-head = An earlier receipt, e.g. 17-9f86d0…
backup-saved = The backup lies in { $path } ({ $megabytes } MB). It is checked and whole.
backup-restored = The database { $path } is brought back ({ $megabytes } MB). It is checked and whole.
backup-sha256 = SHA-256: { $sha256 }
backup-head = Receipt of the history: { $head }
backup-sessions = { $count-n ->
    [0] Nobody was signed in when the copy was made.
    [one] One session is ended.
   *[other] { $count } sessions are ended.
}
audit-whole = The history is whole: { $count-n ->
    [one] one change hangs together.
   *[other] { $count } changes hang together.
}
audit-upto = Nothing was changed or cut off since the receipt { $head }.
audit-as-told = Decisions and objections are as the history tells. Other tables, such as people and roles, are not compared with it.
audit-deviations = The history hangs together, but the database was changed beside it: { $count-n ->
    [one] one decision or objection isn't as the history tells.
   *[other] { $count } decisions and objections aren't as the history tells.
}
audit-decision-differs = Decision { $number } in { $unit } was changed: { $columns }.
audit-decision-missing = Decision { $number } in { $unit } is missing.
audit-decision-untold = Decision { $number } in { $unit } isn't in the history.
audit-objection-differs = Objection number { $number } in { $unit } was changed: { $columns }.
audit-objection-missing = Objection number { $number } in { $unit } is missing.
audit-objection-untold = Objection number { $number } in { $unit } isn't in the history.
audit-column = { $column ->
    [unit] the unit
    [number] the number
    [proposal] the proposal
    [held_on] the day of the discussion
    [heard] who was heard
    [minutes] the minutes
    [ward] the mapping
    [plan] the plan
    [moved] what moves
    [person] who wrote it
    [at] when it was written
    [row] the row
    [text] the text
    [answer] the answer
    [answered_by] who answered
    [answered_at] when it was answered
   *[other] { $column }
}
audit-broken = The history isn't whole: change number { $seq } isn't as it was written, or is missing.
keeping-missing = Can't find “{ $path }”.
keeping-there = There is a file in “{ $path }” already. Choose another name.
keeping-there-replace = There is a database in “{ $path }” already. Choose another name, or replace it with --replace.
keeping-busy = The database “{ $path }” is in use. Stop Fordel first.
keeping-corrupt = “{ $path }” is damaged ({ $why }). Nothing is written.
keeping-foreign = “{ $path }” is a database of another program.
keeping-newer = “{ $path }” was written by a newer version of Fordel (schema { $why }). Use that version.
keeping-older = “{ $path }” was written by an older version of Fordel. Start “fordel serve” on it once first.
keeping-full = There is no room on the disk, or it can't be written to. Nothing is changed.
keeping-other = That failed ({ $why }). Nothing is changed.
wrong-audit = “{ $value }” can't be done. Write: fordel audit verify DATABASE.
wrong-head = “{ $value }” isn't a receipt. It is a number, a dash and 64 characters.

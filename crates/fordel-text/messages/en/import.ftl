# A workbook taken in, and given out.

import-title = Import a workbook
import-lead = Choose the workbook. First you see what it would change. Nothing is saved until you confirm.
import-file = Workbook (.xlsx)
import-file-hint = Up to 64 MB. The sheets are called Tasks, Groups, Shifts and so on, as in the template.
import-read = See what changes
import-none = Choose a file first.
import-empty = The file is empty. Choose a file that has something in it.
import-not-xlsx = The file must be a workbook: its name ends in .xlsx.
import-get = Get a workbook to fill in
import-get-template = Empty template
import-get-example = Template with an example ward
import-get-now = The unit as it is saved now
import-result = This is what the import would change
import-from = From { $file }
import-cannot = The workbook can't be imported as it is. Correct this in Excel, and choose it again. Nothing is changed.
import-noted = { $count-n ->
    [one] One thing is assumed or should be looked at
   *[other] { $count } things are assumed or should be looked at
}
import-same = The workbook says the same as what is saved. There is nothing to import.
import-summary = { $added-n ->
    [0] No new rows
    [one] One new row
   *[other] { $added } new rows
}, { $removed-n ->
    [0] no rows removed
    [one] one row removed
   *[other] { $removed } rows removed
}, { $changed-n ->
    [0] no cells changed.
    [one] one cell changed.
   *[other] { $changed } cells changed.
} Nothing is saved yet.
import-kind = Change
import-row = Row
import-column = Column
import-was = Is now
import-now = Becomes
import-added = new row
import-removed = removed
import-changed = changed
import-more = { $count-n ->
    [one] … and one more change in this sheet.
   *[other] … and { $count } more changes in this sheet.
}
import-confirm = Confirm the import
import-cancel = Cancel, save nothing
import-one-step = The whole import is one step, and can be undone in the table.
import-gone = The preview is no longer here: it lasts a day, and only until it is confirmed. Nothing is changed. Choose the file again.
import-conflicts = Somebody changed the same while you looked. Nothing is imported.
import-conflict-cell = { $row }, { $column }: the import would put “{ $mine }”, but { $who } wrote “{ $theirs }”.
import-conflict-row = { $row }: the import would remove or change the row, but it was changed meanwhile.
import-conflicts-cure = Choose the file again to see what it would change now.
import-busy = Several workbooks are being read right now. Wait a moment, and try again.
import-faulty = The unit can't be downloaded as Excel yet
import-faulty-lead = These faults must be corrected in the mapping first. All that was written is saved.
import-faulty-do = To the mapping

# Files of figures: counts of activity, projected population.
handed-faulty = The file can't be used as it is.
handed-cannot = Correct this and choose the file again. Nothing is changed.
handed-gone = The counts aren't here any more. They stay for a day. Choose the file again.
handed-take = See what changes in the sheets
handed-other-file = Choose another file

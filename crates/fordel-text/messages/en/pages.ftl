# The site's pages.

page-example-organisation = The example hospital
page-example-clinic = Medical clinic
page-example-person = Eva Example
page-proposal-optimum = Best distribution

# What can't be used in a form.
page-name-empty = Write a name.
page-name-long = The name is too long. Write at most 120 characters.
page-name-there = Something in the same place has this name already. Write another name.
page-email-wrong = Write an e-mail address, such as kari@hospital.no.
page-email-taken = Somebody has this e-mail address here already. Sign in with it, or use another.
page-password-short = The password needs at least 12 characters. A few words in a row are easy to remember.
page-password-long = The password can have at most 200 characters.
page-password-common = The password is too easy to guess. Use a few words that don't belong together.
page-password-wrong = The password is not right.
page-password-later = The password was wrong too many times. Wait a minute and try again.
page-code-wrong = The code is not right. Use the one that the phone shows now.
page-role-own = You can't remove your own role. Ask another administrator.
page-objection-empty = Write what the objection is.
page-answer-empty = Write an answer.
page-decide-rule-broken = The proposal breaks the rule of distribution and can't be decided.
page-decide-unassessed = Some placements lack the assessment that is required. Fill it in for all, or for each of them.
page-decide-holds = Nothing was decided now: the plan was decided before.
page-decide-no-date = Write the date of the meeting.
page-decide-bad-date = Write the date as year-month-day, such as 2026-11-20.
page-decide-future = The meeting can't have been held after today.
page-decide-in-spite = Something in the proposal does not hold. Write why it is decided all the same.

# What is being solved.
page-phase-cost = looking for the lowest cost
page-phase-overqualified = placing tasks as low as possible
page-phase-scarce-hours = freeing scarce hours
page-phase-changes = avoiding needless changes
page-phase-spread = gathering tasks on one group
page-phase-compared = working out today's distribution for comparison
page-phase-worths = working out what binds
page-phase-curve = working out the gain of moving few tasks
page-phase-conflict = finding out why it can't be done
page-phase-why = working out what other placements cost
page-phase-course-order = working out the order of the courses

# Coming in.
page-enter = Sign in
page-email = E-mail
page-password = Password
page-password-hint = At least 12 characters. A few words in a row are easy to remember and hard to guess.
page-code = One-time code
page-code-hint = Six digits from the phone, or one of your recovery codes.
page-enter-code = Code
page-enter-code-lead = The password is right. Write the code for { $email }.
page-enter-code-wrong = The code is wrong or used. Wait for the next, and write that.
page-enter-late = The code came too late after the password. Sign in again.
page-enter-again = Sign in as somebody else
page-enter-wrong = The e-mail or the password is not right.
page-enter-wait = Many have tried to sign in here. Wait { $seconds-n ->
    [one] one second
   *[other] { $seconds } seconds
    }, and try again.
page-start = Welcome to Fordel
page-start-lead = Write what the organisation is called, and who you are. You become the first administrator, and can invite others afterwards.
page-start-do = Get started
page-start-example = Put in an example ward to try
page-organisation = Organisation
page-organisation-hint = The health trust or the municipality.
page-invited = You are invited to Fordel
page-invited-lead = Write who you are, and choose a password. Then you get the role that you are invited to.
page-invited-as = You come in as a { $represents }.
page-invited-do = Accept the invitation
page-your-name = Your name
page-role-reader = Reader: sees, comments and objects
page-role-contributor = Contributor: maps tasks and makes proposals
page-role-leader = Leader: decides
page-role-adviser = Adviser: works across units
page-role-administrator = Administrator: looks after access and units

# The organisation.
page-me = My page
page-people = People and access
page-units = Units
page-unit = Unit
page-step-now = How far
page-mapping-state = Mapping
page-proposals-count = Proposals
page-decided = Decided
page-waits = Waits
page-list-unit = Unit
page-list-above = Belongs to
page-list-stands = How far
page-list-lines = Task lines
page-list-minutes = Without minutes
page-list-today = Without “Today”
page-list-faults = Faults in the sheets
page-list-proposals = Proposals
page-list-version = Decided version
page-list-decided-on = Decided on
page-list-held-on = Discussed
page-list-newer = Newer proposals
page-list-uses = The shift now, logged this month
page-list-red = Of these red
page-list-objections = Objections without an answer
page-list-outdated = The mapping has changed since the decided plan was made
page-no-units = The units that you may see come here.
page-no-units-do = Try an example ward, or add your own unit below.
page-no-units-ask = Ask an administrator for a role in a unit.
page-no-units-add = Add a unit
page-added = Added: { $name }
page-removed = Removed: { $name }
page-try-example = Try an example
page-units-lead = { $units-n ->
    [one] One unit.
   *[other] { $units } units.
} { $waiting-n ->
    [0] Nothing waits for you.
    [one] One thing waits for you.
   *[other] { $waiting } things wait for you.
}
page-stands-decided = Decided
page-stands-proposed = Has proposals
page-stands-empty = Not begun
page-stands-mapped = Mapped
page-stands-mapping = Mapping
page-mapped = { $lines } lines, { $missing } without minutes
page-version-of = v{ $number }, { $date }
page-newer = { $count-n ->
    [one] One newer proposal
   *[other] { $count } newer proposals
}
page-version = v{ $number }
page-outdated = The mapping has changed since the decided plan was made
page-faults = { $count-n ->
    [one] One fault in the sheets
   *[other] { $count } faults in the sheets
}
page-objections = { $count-n ->
    [one] One objection without an answer
   *[other] { $count } objections without an answer
}
page-outdated-proposal = The mapping has changed since the plan was made
page-waits-minutes = { $count-n ->
    [one] One line without minutes
   *[other] { $count } lines without minutes
}
page-waits-today = { $count-n ->
    [one] One line without “Today”
   *[other] { $count } lines without “Today”
}
page-waits-priority = { $count-n ->
    [one] One line without a colour
   *[other] { $count } lines without a colour
}
page-waits-disputed = { $count-n ->
    [one] One line that people disagree about
   *[other] { $count } lines that people disagree about
}
page-waits-ending = { $count-n ->
    [one] One course runs out within { $days } days
   *[other] { $count } courses run out within { $days } days
}
page-add-branch = Add a unit, department or clinic
page-name = Name
page-kind = What it is
page-kind-unit = Unit (ward, outpatient clinic, home care area …)
page-kind-department = Department
page-kind-clinic = Clinic
page-below = Belongs to
page-add = Add
page-missing = { $missing } without minutes

# The mapping.
page-mapping = Mapping
page-workshop = Workshop
page-import = Import
page-export = Download as Excel
page-count-lines = lines
page-count-minutes = without minutes
page-count-today = without “Today”
page-count-faults = faults
page-sheets = Sheets
mapping-no-lines = No tasks are mapped yet.
    .cure = Write them here, paste them from Excel, fetch usual tasks in the task library, or import a workbook.
page-sheet-out = Download the sheet as it stands:
page-assumed = { $count-n ->
    [one] One thing is assumed or worth a look
   *[other] { $count } things are assumed or worth a look
}
page-review = Status
mapping-row-note = Note and discussion
mapping-row-all = All about the row
mapping-row-title = About the row: { $row }
mapping-row-gone = The row was removed from the sheet. The history shows who removed it, and can bring it back.
mapping-row-by = { $who }, { $when }
mapping-row-untalked = Not discussed yet.
mapping-row-minutes = Where the minutes come from
mapping-row-minutes-none = No minutes are written.
mapping-row-minutes-stand = { $minutes } min each time
mapping-row-minutes-came = Came with the row: { $by }
mapping-row-minutes-written = Written by { $by }
mapping-row-minutes-usual = Usual in the task library: { $minutes } min ({ $source })
mapping-row-changes = The last changes
mapping-row-history = The whole history
mapping-row-no-objections = No objections.
mapping-row-object = Write an objection or an answer

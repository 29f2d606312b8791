# The site's pages.

page-example-organisation = The example hospital
page-example-clinic = Medical clinic
page-example-person = Eva Example
page-proposal-optimum = Best distribution

# What can't be used in a form.
page-name-empty = Write a name.
page-email-wrong = Write an e-mail address, such as kari@hospital.no.
page-email-taken = Somebody has this e-mail address here already. Sign in with it, or use another.
page-password-short = The password needs at least 12 characters. A few words in a row are easy to remember.
page-password-long = The password can have at most 200 characters.
page-password-common = The password is too easy to guess. Use a few words that don't belong together.
page-password-wrong = The password is not right.
page-code-wrong = The code is not right. Use the one that the phone shows now.
page-role-own = You can't take a role from yourself. Ask another administrator.
page-objection-empty = Write what the objection is.
page-answer-empty = Write an answer.
page-decide-rule-broken = The proposal breaks the rule of distribution and can't be decided.
page-decide-no-date = Write the date of the meeting.
page-decide-in-spite = Something in the proposal does not add up. Write why it is decided all the same.

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

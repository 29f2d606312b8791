# The way back for somebody who has forgotten their password.

back-open = New password
back-of = New password for { $name }
back-lead = You get a link that works once, for a day, as long as the program is not restarted. Give it to the person themselves, when you are sure who they are. Whoever opens the link chooses a new password, and is signed out everywhere.
back-codes-lead = The person uses one-time codes, and must still type one when they sign in.
back-codes = The phone is gone: turn one-time codes off now
back-do = Make a link
back-link = The link to a new password
back-link-lead = Copy it now. It is shown this once only.
back-choose = Choose a new password
back-choose-lead = For { $email }. Sign in with it afterwards.

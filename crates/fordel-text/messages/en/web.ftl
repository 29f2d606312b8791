# The frame around every page in the browser, and the pages that tell that something is wrong.

web-skip = Skip to the content
web-place = Place
web-language = English
web-sign-out = Sign out
web-footer = Fordel { $version }. No patient data, and nothing of the ward is sent out of the machine.
web-wrong-title = Error: { $title }
web-to-front-page = To the front page
web-show-as-table = Show as a table
web-close = Close
web-cancel = Cancel
web-optional = optional
web-fault = Error
web-errors-head = { $count-n ->
    [one] One field must be corrected
   *[other] { $count } fields must be corrected
}

# The method's steps
web-steps = Steps of the method
web-step-mapping = Mapping
web-step-distribution = Distribution
web-step-rhythm = Activity plan
web-step-staffing = Staffing
web-step-training = Training
web-step-findings = Findings
web-step-proposals = Proposals and decision
web-step-history = History
web-step-now = The shift now
web-progress-begun = begun
web-progress-done = done
web-progress-closed = waits for an earlier step

# Kinds of notices, said where colour and sign can't be seen
web-notice-info = For information:
web-notice-success = Done:
web-notice-warning = Note:
web-notice-danger = Error:

# What happened, what is kept, what to do
web-trouble-number = Error number { $number }. Give it to those who run Fordel.
web-trouble-400 = What was sent could not be understood
    .kept = Nothing has changed.
    .cure = Go back, load the page again and try once more.
web-trouble-401 = You must sign in
    .kept = Nothing has changed. What you have written in other tabs still stands there.
    .cure = Sign in, and open the page again.
web-trouble-403 = You have no access to this
    .kept = Nothing has changed.
    .cure = Ask whoever looks after access where you work for a role that gives it.
web-trouble-foreign = Fordel did not accept this, because it came from another site
    .kept = Nothing has changed.
    .cure = Open Fordel in the browser and do it from there. If you did come from there, load the page again and try once more.
web-trouble-anothers = The page was opened by somebody else than you who are signed in now
    .kept = What was sent is not saved, and nothing has changed.
    .cure = If it is somebody else's, whoever wrote it must sign in and send it. If it is yours, you can send it in your name below. If it isn't there, open the page again.
web-trouble-404 = There is no such page
    .kept = All that is saved is where it was.
    .cure = Look for a misspelling in the address. The page may have been moved or removed, or you have no access to it.
web-trouble-api-404 = There is no such thing, or the key gives no access to it
    .kept = Nothing has changed.
    .cure = Look for a misspelling in the address. A key sees the same as the person who made it.
web-trouble-key-none = No key was sent
    .kept = Nothing has changed.
    .cure = Send “Authorization: Bearer” and the key. A key is made in Fordel, on the page about yourself (/me), under “Keys for other programs”.
web-trouble-key-wrong = The key is unknown or ended
    .kept = Nothing has changed.
    .cure = See that the whole key was sent. A new one is made in Fordel, on the page about yourself (/me), under “Keys for other programs”.
web-trouble-link = The link has been used, is too old or isn't whole
    .kept = Such a link works once, and only for a time.
    .cure = If you already have an account, sign in with it. Otherwise ask whoever gave you the link for a new one.
web-trouble-405 = This can't be done at this address
    .kept = Nothing has changed.
    .cure = Go back to the page you came from, and try from there.
web-trouble-408 = It took too long to receive what you sent
    .kept = None of it is saved. What was saved before is as it was.
    .cure = See that the network connection is good, and try again.
web-trouble-409 = Somebody else has changed the same meanwhile
    .kept = What they saved stands. What you tried to change is not saved.
    .cure = Go back, load the page again, see what has changed, and make your change again if it is still needed.
web-trouble-413 = What you sent is too large
    .kept = None of it is saved. What was saved before is as it was.
    .cure = A workbook can have up to 64 MB. Remove pictures and sheets that aren't needed, and try again.
web-trouble-422 = Something in what was sent can't be used
    .kept = Nothing has changed.
    .cure = Go back, correct it, and try again.
web-trouble-429 = There were too many attempts in a short time
    .kept = Nothing has changed.
    .cure = Wait a minute, and try again.
web-trouble-500 = Fordel made a mistake
    .kept = All that was saved is saved. The last thing you did may not be.
    .cure = Go back, see whether the last thing you did is there, and try again.
web-trouble-503 = Fordel can't answer just now
    .kept = All that was saved is saved.
    .cure = Wait a minute, and load the page again.
web-trouble-507 = There is no room to save more
    .kept = All that was saved is saved and can be read. The last thing you did is not saved.
    .cure = Tell those who run Fordel. Leave the page open, and what you wrote is still there.
web-typed = What you sent
web-typed-lead = It isn't saved, but is here as long as the page is open.
web-typed-enter-first = Sign in in a new tab. Then come back here and send it again.
web-typed-enter = Sign in (new tab)
web-typed-bound = If somebody else is signed in when it is sent, they are asked first whether it is theirs.
web-typed-mine = I wrote this: show it
web-typed-again = Send it again
web-typed-as-mine = Send it in my name

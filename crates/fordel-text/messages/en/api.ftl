# The description of the API for other programs.

api-about = Fordel for other programs. The same rules and permissions as in the browser: a key may do what its person may. Send it as “Authorization: Bearer …”. Keys are made on My page.
api-units = The units that the key gives access to, with how far each has come.
api-unit = A unit.
api-sheets = The unit's sheets: rows of cells as they were typed.
api-sheet = One sheet.
api-edits = Change cells, add and remove rows. One batch is one step to undo. A cell is changed only if it still holds “was”; otherwise it is a conflict. An answer 200 means that the changes are on disk.
api-complaints = All that is wrong or assumed in the sheets, with row and column.
api-proposals = The proposals, the newest last.
api-propose = Ask for a proposal from the unit as it is now.
api-proposal = A proposal with its plan, once it is made.
api-cancel = Cancel a proposal that waits or is being made. The best plan so far is kept.
api-staffing = The staffing plan of a proposal: heads by group, shift and weekday, with times.
api-staffing-file = The staffing plan of a proposal as a file.
api-demand = The demand hour by hour for each group in a proposal, for systems that make rosters.
api-decisions = The decisions, the newest first, with the lines that each moved.
api-decision = A decision with the plan that was decided.
api-openapi = This description.
api-answer-ok = The answer
api-answer-created = Made
api-answer-wrong = Wrong: status, what happened, what is kept, what to do
api-parameter-unit = The unit's number
api-parameter-sheet = The sheet's Norwegian name, e.g. Oppgaver
api-parameter-number = The number in the unit
api-shortages = Logged uses of the traffic light in the unit, the last day first: who was missing, the colour, what was chosen, hours and kroner.

-- Answers of the traffic light that somebody looked up with people missing, whether or not they logged a choice: a note of access, no change.
CREATE TABLE look_up (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    unit INTEGER NOT NULL REFERENCES branch (id),
    -- The day on which the shift starts, as 2026-11-22, and its name.
    day TEXT NOT NULL,
    shift TEXT NOT NULL,
    -- How many of each group, as JSON.
    missing TEXT NOT NULL,
    -- The colour that was answered last.
    light TEXT NOT NULL CHECK (light IN ('green', 'yellow', 'red')),
    person INTEGER REFERENCES person (id),
    -- When it was looked up first, and last.
    at INTEGER NOT NULL,
    last INTEGER NOT NULL
) STRICT;
CREATE INDEX look_up_unit ON look_up (unit, last);

-- Uses of the traffic light that were logged: who was missing on a shift, what the plan answered, what was chosen then.
CREATE TABLE shortage (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    unit INTEGER NOT NULL REFERENCES branch (id),
    -- The day on which the shift starts, as 2026-11-22, and its name.
    day TEXT NOT NULL,
    shift TEXT NOT NULL,
    -- How many of each group, as JSON.
    missing TEXT NOT NULL,
    light TEXT NOT NULL CHECK (light IN ('green', 'yellow', 'red')),
    red_minutes INTEGER NOT NULL,
    -- Minutes for which hiring in was justified.
    justified_minutes INTEGER NOT NULL,
    -- What became of each task that wasn't done as usual, and which could have been, as JSON.
    tasks TEXT NOT NULL,
    choice TEXT NOT NULL CHECK (choice IN ('managed', 'extra-shift', 'pool', 'overtime', 'agency', 'other')),
    cause TEXT NOT NULL CHECK (cause IN ('sickness', 'vacancy', 'holiday', 'activity', 'other')),
    hired_minutes INTEGER NOT NULL,
    hired_kr INTEGER,
    -- Whether the kroner were reckoned from the hours and not told by a person.
    kr_reckoned INTEGER NOT NULL CHECK (kr_reckoned IN (0, 1)),
    reason TEXT NOT NULL,
    person INTEGER REFERENCES person (id),
    at INTEGER NOT NULL,
    -- Taken out of all counts by its author; none: it counts.
    withdrawn INTEGER
) STRICT;
CREATE INDEX shortage_unit ON shortage (unit, day);

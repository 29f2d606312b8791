-- How far each unit's mapping had come when it was last counted, at which revision of its book and by which version of the program: what a
-- front page would else count from all books after each start.
CREATE TABLE counted (
    unit INTEGER PRIMARY KEY REFERENCES branch (id),
    revision INTEGER NOT NULL,
    program TEXT NOT NULL,
    counts TEXT NOT NULL
) STRICT;

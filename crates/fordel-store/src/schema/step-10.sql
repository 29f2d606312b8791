-- How much a unit's drivers go up and down from day to day, by the counts that were put into its sheets last. Nothing of the counts.
CREATE TABLE measured_spread (
    unit INTEGER NOT NULL REFERENCES branch (id),
    driver TEXT NOT NULL,
    spread REAL NOT NULL,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    days INTEGER NOT NULL,
    PRIMARY KEY (unit, driver)
) STRICT;

-- How a unit read a kind of list last: which of the list's columns and values are what of ours, as JSON. Nothing of its rows.
CREATE TABLE list_mapping (
    unit INTEGER NOT NULL REFERENCES branch (id),
    list TEXT NOT NULL,
    mapping TEXT NOT NULL,
    PRIMARY KEY (unit, list)
) STRICT;

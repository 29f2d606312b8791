-- Codes that each let a person past the second step once, when the phone is gone: kept as their hashes.
CREATE TABLE recovery_code (
    person INTEGER NOT NULL REFERENCES person (id),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (person, hash)
) STRICT, WITHOUT ROWID;

-- For whom a person speaks on a branch where others are to be heard; none: for nobody but themselves.
ALTER TABLE role ADD COLUMN represents TEXT CHECK (represents IN ('union', 'safety'));

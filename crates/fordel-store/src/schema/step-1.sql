-- Organisations and what is in them. `organisation` is the top above a branch, its own id for the top itself.
CREATE TABLE branch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    parent INTEGER REFERENCES branch (id),
    organisation INTEGER NOT NULL REFERENCES branch (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('organisation', 'clinic', 'department', 'unit')),
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    -- Grows with each change to the unit's book.
    revision INTEGER NOT NULL DEFAULT 0,
    -- The number last given, so that none is given twice.
    last_proposal INTEGER NOT NULL DEFAULT 0,
    CHECK ((kind = 'organisation') = (parent IS NULL)),
    CHECK ((kind = 'organisation') = (organisation = id))
) STRICT;
CREATE INDEX branch_parent ON branch (parent, position);
CREATE INDEX branch_organisation ON branch (organisation);

CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    organisation INTEGER NOT NULL REFERENCES branch (id),
    name TEXT NOT NULL,
    -- In small letters, so that it is unique whatever the case.
    email TEXT NOT NULL UNIQUE,
    password TEXT,
    totp TEXT,
    -- The last step of a one-time code that was used: none is taken twice.
    totp_at INTEGER,
    language TEXT NOT NULL,
    created INTEGER NOT NULL,
    ended INTEGER
) STRICT;
CREATE INDEX person_organisation ON person (organisation);

CREATE TABLE role (
    person INTEGER NOT NULL REFERENCES person (id),
    branch INTEGER NOT NULL REFERENCES branch (id),
    role TEXT NOT NULL CHECK (role IN ('reader', 'contributor', 'leader', 'adviser', 'administrator')),
    PRIMARY KEY (person, branch)
) STRICT, WITHOUT ROWID;
CREATE INDEX role_branch ON role (branch);

CREATE TABLE session (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    person INTEGER NOT NULL REFERENCES person (id),
    created INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    agent TEXT NOT NULL,
    second_step_done INTEGER NOT NULL CHECK (second_step_done IN (0, 1))
) STRICT;
CREATE INDEX session_person ON session (person);

CREATE TABLE invitation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    branch INTEGER NOT NULL REFERENCES branch (id),
    role TEXT NOT NULL CHECK (role IN ('reader', 'contributor', 'leader', 'adviser', 'administrator')),
    email TEXT,
    by INTEGER REFERENCES person (id),
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    used_at INTEGER
) STRICT;
CREATE INDEX invitation_branch ON invitation (branch);

CREATE TABLE token (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    person INTEGER NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    created INTEGER NOT NULL,
    seen INTEGER,
    ended INTEGER
) STRICT;
CREATE INDEX token_person ON token (person);

-- A ward's book: its workbook as rows of text. A row that is removed stays, and keeps its place.
CREATE TABLE row (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    unit INTEGER NOT NULL REFERENCES branch (id),
    sheet TEXT NOT NULL,
    position INTEGER NOT NULL,
    version INTEGER NOT NULL,
    cells TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX row_place ON row (unit, sheet, position);

CREATE TABLE own_column (
    unit INTEGER NOT NULL REFERENCES branch (id),
    sheet TEXT NOT NULL,
    header TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (unit, sheet, header)
) STRICT, WITHOUT ROWID;

-- What a person can undo in a unit, oldest first: the batch whose changes are turned round next, by undo while it is
-- done, by redo while it is undone, from the change `since` on.
CREATE TABLE step (
    unit INTEGER NOT NULL REFERENCES branch (id),
    person INTEGER NOT NULL REFERENCES person (id),
    number INTEGER NOT NULL,
    batch TEXT NOT NULL,
    since INTEGER NOT NULL,
    undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
    PRIMARY KEY (unit, person, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE review (
    row INTEGER PRIMARY KEY REFERENCES row (id),
    state TEXT NOT NULL CHECK (state IN ('open', 'agreed', 'disputed', 'parked')),
    note TEXT NOT NULL,
    person INTEGER REFERENCES person (id),
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE objection (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    unit INTEGER NOT NULL REFERENCES branch (id),
    row INTEGER REFERENCES row (id),
    text TEXT NOT NULL,
    person INTEGER REFERENCES person (id),
    at INTEGER NOT NULL,
    answer TEXT,
    answered_by INTEGER REFERENCES person (id),
    answered_at INTEGER
) STRICT;
CREATE INDEX objection_unit ON objection (unit);

CREATE TABLE proposal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    unit INTEGER NOT NULL REFERENCES branch (id),
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('computed', 'own')),
    wishes TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'cancelled', 'failed')),
    -- The book's revision that it was made from, and grows with each change of its plan.
    revision INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    ward TEXT NOT NULL,
    rows TEXT NOT NULL,
    plan TEXT,
    progress TEXT,
    failure TEXT,
    person INTEGER REFERENCES person (id),
    created INTEGER NOT NULL,
    started INTEGER,
    ended INTEGER,
    UNIQUE (unit, number)
) STRICT;
CREATE INDEX proposal_state ON proposal (state);

CREATE TABLE decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    unit INTEGER NOT NULL REFERENCES branch (id),
    number INTEGER NOT NULL,
    proposal INTEGER NOT NULL REFERENCES proposal (id),
    held_on TEXT NOT NULL,
    heard TEXT NOT NULL,
    minutes TEXT NOT NULL,
    ward TEXT NOT NULL,
    plan TEXT NOT NULL,
    moved TEXT NOT NULL,
    person INTEGER REFERENCES person (id),
    at INTEGER NOT NULL,
    UNIQUE (unit, number)
) STRICT;
CREATE INDEX decision_proposal ON decision (proposal);
CREATE TRIGGER decision_is_locked BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'a decision is locked'); END;
CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'a decision is kept'); END;

-- Who changed what: appended to, never changed. `agent` says who acted where no person did.
CREATE TABLE change (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    organisation INTEGER NOT NULL,
    unit INTEGER,
    person INTEGER,
    agent TEXT,
    batch TEXT NOT NULL,
    what TEXT NOT NULL,
    subject TEXT NOT NULL,
    field TEXT,
    before TEXT,
    after TEXT,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX change_subject ON change (subject, seq);
CREATE INDEX change_unit ON change (unit, seq);
CREATE INDEX change_organisation ON change (organisation, seq);
CREATE INDEX change_batch ON change (batch, seq);
CREATE TRIGGER change_is_locked BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'a change is locked'); END;
CREATE TRIGGER change_is_kept BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'a change is kept'); END;

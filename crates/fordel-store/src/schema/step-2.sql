-- Signing in with an organisation's own accounts. The entrance is the organisation's own address for that: nobody guesses it, so that
-- nobody learns by trying which organisations are here.
ALTER TABLE branch ADD COLUMN entrance TEXT;
UPDATE branch SET entrance = lower(hex(randomblob(8))) WHERE parent IS NULL;
CREATE UNIQUE INDEX branch_entrance ON branch (entrance);

CREATE TABLE provider (
    organisation INTEGER PRIMARY KEY REFERENCES branch (id),
    issuer TEXT NOT NULL,
    client TEXT NOT NULL,
    secret TEXT,
    scopes TEXT NOT NULL,
    button TEXT NOT NULL,
    -- By which of the provider's statements a person is known the first time.
    claim TEXT NOT NULL CHECK (claim IN ('email', 'preferred_username', 'upn')),
    trusted INTEGER NOT NULL CHECK (trusted IN (0, 1)),
    passwords INTEGER NOT NULL CHECK (passwords IN (0, 1)),
    domains TEXT NOT NULL,
    levels TEXT NOT NULL
) STRICT;

-- Who a person is to a provider. The subject is the provider's own name of the person, and means nothing without the issuer.
CREATE TABLE identity (
    organisation INTEGER NOT NULL REFERENCES branch (id),
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person (id),
    created INTEGER NOT NULL,
    PRIMARY KEY (organisation, issuer, subject),
    UNIQUE (person, issuer)
) STRICT, WITHOUT ROWID;

-- By which provider a session's person came in; none for a password.
ALTER TABLE session ADD COLUMN issuer TEXT;

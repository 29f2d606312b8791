-- A key of this program's own by which it shows a provider who it is, in place of a secret that both hold; and the key that follows it.
ALTER TABLE provider ADD COLUMN key TEXT;
ALTER TABLE provider ADD COLUMN next_key TEXT;

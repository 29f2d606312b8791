-- For whom the person who takes an invitation will speak; none: for nobody but themselves.
ALTER TABLE invitation ADD COLUMN represents TEXT CHECK (represents IN ('union', 'safety'));

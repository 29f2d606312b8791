-- The number of the proposal in the unit that an objection to the whole plan was raised from; none: no proposal was named. It stands
-- also when that proposal is removed.
ALTER TABLE objection ADD COLUMN proposal INTEGER;

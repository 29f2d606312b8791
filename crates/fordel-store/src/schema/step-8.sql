-- Look-ups are kept for a time: those that are older are found by when they were asked last, whichever unit they are of.
CREATE INDEX look_up_last ON look_up (last);

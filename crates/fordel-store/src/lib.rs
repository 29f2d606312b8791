//! What is kept: organisations, people, wards as they are typed, proposals, decisions, and who changed what.

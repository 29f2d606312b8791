//! The independent checker: a plan against its ward, minute by minute, sharing no code with the engine.

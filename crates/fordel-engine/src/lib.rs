//! From a ward to a proven plan: model, bounds, search. One file names the solver

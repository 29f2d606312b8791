//! What people can do: plan, check, explain, compare, convert

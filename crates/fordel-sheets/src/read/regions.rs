//! The regions of a file of population that somebody means: by their names, with or without the number before them, by the
//! number alone, or by part of the name where one region alone has it.

use std::collections::HashMap;

use super::words::name_key;

/// Regions that are listed by name.
const MOST_LISTED: usize = 12;
/// Fewest letters of a part of a name.
const PART: usize = 3;

/// A name that isn't that of one region.
#[derive(Debug)]
pub(super) struct NotOne<'r, 'w> {
    /// As it was written; empty where none was named.
    pub name: &'w str,
    /// The regions that it can mean; where it fits none, or none was named, all.
    pub candidates: Vec<&'r str>,
    /// 0 where none was named, 1 where it fits none, 2 where it fits several.
    pub fit: u32,
}

/// The regions that are asked for; where none is, the only one.
///
/// # Errors
/// The first name that isn't that of one region.
pub(super) fn chosen<'r, 'w>(regions: &[&'r str], wanted: &'w [String]) -> Result<Vec<&'r str>, NotOne<'r, 'w>> {
    if wanted.is_empty() {
        return match regions {
            [one] => Ok(vec![*one]),
            _ => Err(NotOne { name: "", candidates: regions.to_vec(), fit: 0 }),
        };
    }
    let mut by_key: HashMap<String, Vec<&'r str>> = HashMap::new();
    for region in regions {
        let key = name_key(region);
        let plain = key.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned();
        if plain != key {
            by_key.entry(plain).or_default().push(*region);
        }
        by_key.entry(key).or_default().push(*region);
    }
    let mut chosen = Vec::new();
    for name in wanted {
        let fit = by_key.get(&name_key(name)).cloned().unwrap_or_else(|| in_part(regions, name));
        let [one] = fit.as_slice() else {
            let (candidates, fit) = if fit.is_empty() { (regions.to_vec(), 1) } else { (fit, 2) };
            return Err(NotOne { name, candidates, fit });
        };
        if !chosen.contains(one) {
            chosen.push(*one);
        }
    }
    Ok(chosen)
}

/// The regions of a number, or with these letters in the name: a number isn't meant by some of its digits.
fn in_part<'r>(regions: &[&'r str], name: &str) -> Vec<&'r str> {
    let part = name_key(name);
    let is_number = part.chars().all(|c| c.is_ascii_digit());
    let fits = |region: &&&str| {
        if is_number {
            region.split(|c: char| !c.is_ascii_digit()).any(|number| !part.is_empty() && number == part)
        } else {
            part.chars().count() >= PART && name_key(region).contains(&part)
        }
    };
    regions.iter().filter(fits).copied().collect()
}

/// Some names, and how many more there are.
pub(super) fn listed(names: &[&str]) -> String {
    let mut listed = names.iter().take(MOST_LISTED).copied().collect::<Vec<_>>().join(", ");
    if names.len() > MOST_LISTED {
        listed.push_str(&format!(" … (+{})", names.len() - MOST_LISTED));
    }
    listed
}

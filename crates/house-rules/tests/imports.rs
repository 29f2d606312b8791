//! Which crate may use which, and who owns each outside library. These two tables are the law; ARCHITECTURE.md tells
//! the reasons, docs/decisions/dependencies.md why each library is here at all.

use house_rules::workspace::{Member, compiled, members, read};

/// A crate and the crates of ours that it may use.
const DIRECTIONS: [(&str, &[&str]); 11] = [
    ("fordel-core", &[]),
    ("fordel-text", &["fordel-core"]),
    ("fordel-engine", &["fordel-core"]),
    ("fordel-sheets", &["fordel-core", "fordel-text"]),
    ("fordel-reports", &["fordel-core", "fordel-text"]),
    ("fordel-store", &["fordel-core"]),
    ("fordel-app", &["fordel-core", "fordel-text", "fordel-engine", "fordel-sheets", "fordel-reports", "fordel-store"]),
    ("fordel-web", &["fordel-core", "fordel-text", "fordel-app"]),
    ("fordel-cli", &["fordel-core", "fordel-text", "fordel-app", "fordel-web"]),
    ("fordel-bench", &["fordel-core", "fordel-text", "fordel-engine", "fordel-sheets", "fordel-app"]),
    ("house-rules", &[]),
];

/// An outside library and its owner: the one crate that may name it.
const OWNERS: [(&str, &str); 33] = [
    ("argon2", "fordel-app"),
    ("axum", "fordel-web"),
    ("base64", "fordel-web"),
    ("calamine", "fordel-sheets"),
    ("ctrlc", "fordel-cli"),
    ("fixed_decimal", "fordel-text"),
    ("fluent-bundle", "fordel-text"),
    ("getrandom", "fordel-app"),
    ("highs-sys", "fordel-engine"),
    ("http-body-util", "fordel-web"),
    ("hyper", "fordel-web"),
    ("hyper-util", "fordel-web"),
    ("icu_decimal", "fordel-text"),
    ("icu_locale_core", "fordel-text"),
    ("maud", "fordel-web"),
    ("qrcodegen", "fordel-web"),
    ("ring", "fordel-web"),
    ("rusqlite", "fordel-store"),
    ("rust_xlsxwriter", "fordel-sheets"),
    ("rustix", "fordel-app"),
    ("rustls", "fordel-web"),
    ("rustls-native-certs", "fordel-web"),
    ("tokio", "fordel-web"),
    ("tokio-rustls", "fordel-web"),
    ("tokio-stream", "fordel-web"),
    ("totp-rs", "fordel-app"),
    ("tower", "fordel-web"),
    ("tower-http", "fordel-web"),
    ("typst", "fordel-reports"),
    ("typst-layout", "fordel-reports"),
    ("typst-pdf", "fordel-reports"),
    ("unic-langid", "fordel-text"),
    ("zip", "fordel-sheets"),
];

/// Libraries that more than one crate must name, and why that can't be one.
const SHARED: [(&str, &[&str], &str); 6] = [
    ("clap", &["fordel-cli", "fordel-bench"], "two programs that read arguments"),
    (
        "jiff",
        &["fordel-core", "fordel-text", "fordel-engine", "fordel-sheets", "fordel-cli"],
        "cli dates reports where the machine is; text writes days as each language does; sheets makes dates from cells; the checker and the engine each reckon how long a certificate is valid",
    ),
    (
        "serde",
        &["fordel-core", "fordel-reports", "fordel-store", "fordel-app", "fordel-web", "fordel-bench"],
        "what is written out derives it where it stands: plan.json, a report's data, what is kept, what the browser sends, a race's results",
    ),
    (
        "serde_json",
        &["fordel-app", "fordel-reports", "fordel-store", "fordel-web", "fordel-bench", "house-rules"],
        "app: plan.json; reports: the typesetter's data; store: cells of a row; web: the browser's messages; bench: a race's results; house-rules: cargo metadata",
    ),
    (
        "mimalloc",
        &["fordel-cli", "fordel-bench"],
        "a program chooses how it finds room, and the benchmark as the program",
    ),
    ("sha2", &["fordel-store", "fordel-app"], "store: the chain of changes; app: keys are kept as their hashes"),
];

/// Libraries that `house-rules` names for their features alone, so that the tests' choice is the program's too.
const KEPT_ALIKE: [&str; 2] = ["bitflags", "getrandom"];

/// Libraries that the tests and benchmarks of any crate may use.
const TEST_TOOLS: [&str; 5] = ["insta", "proptest", "roxmltree", "serde_json", "zip"];

/// What is wrong with a crate's imports, one sentence each.
fn broken(member: &Member) -> Vec<String> {
    let name = member.name.as_str();
    let Some((_, may)) = DIRECTIONS.iter().find(|(crate_name, _)| *crate_name == name) else {
        return vec![format!("{name} is not in the table DIRECTIONS: say there which crates it may use")];
    };
    let wrong = |import: &&house_rules::workspace::Import| {
        let used = import.name.as_str();
        let ours = DIRECTIONS.iter().any(|(crate_name, _)| *crate_name == used);
        let allowed = if ours {
            may.contains(&used)
        } else {
            OWNERS.contains(&(used, name))
                || SHARED.iter().any(|(library, crates, _)| *library == used && crates.contains(&name))
                || name == "house-rules" && KEPT_ALIKE.contains(&used)
                || import.for_tests && TEST_TOOLS.contains(&used)
        };
        !allowed
    };
    member.imports.iter().filter(wrong).map(|import| format!("{name} may not use {}", import.name)).collect()
}

#[test]
fn every_import_goes_the_one_way_and_every_library_has_its_owner() {
    let members = members();
    let broken: Vec<String> = members.iter().flat_map(broken).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn the_tables_name_only_what_exists() {
    let members = members();
    let uses = |name: &str, library: &str| {
        members.iter().any(|m| m.name == name && m.imports.iter().any(|i| i.name == library))
    };
    for (name, _) in DIRECTIONS {
        assert!(members.iter().any(|m| m.name == name), "there is no crate {name}");
    }
    for (library, owner) in OWNERS {
        assert!(uses(owner, library), "{owner} no longer uses {library}: take it out of OWNERS");
    }
    for (library, crates, _) in SHARED {
        for owner in crates {
            assert!(uses(owner, library), "{owner} no longer uses {library}: take it out of SHARED");
        }
    }
}

#[test]
fn a_forbidden_import_is_found() {
    let import = |name: &str, for_tests| house_rules::workspace::Import { name: name.into(), for_tests };
    let member = |name: &str, imports| Member { name: name.into(), imports };
    assert_eq!(broken(&member("fordel-core", vec![import("fordel-engine", false)])).len(), 1, "upwards");
    assert_eq!(
        broken(&member("fordel-engine", vec![import("fordel-sheets", true)])).len(),
        1,
        "a sibling, even in tests"
    );
    assert_eq!(broken(&member("fordel-app", vec![import("highs-sys", false)])).len(), 1, "another's library");
    assert_eq!(
        broken(&member("fordel-engine", vec![import("proptest", false)])).len(),
        1,
        "a test tool in the program"
    );
    assert_eq!(broken(&member("fordel-new", vec![])).len(), 1, "a crate without a row");
    assert!(broken(&member("fordel-app", vec![import("fordel-engine", false), import("insta", true)])).is_empty());
}

#[test]
fn every_library_has_an_exact_version_and_a_reason() {
    let manifest = read("Cargo.toml");
    let (_, rest) = manifest.split_once("[workspace.dependencies]").expect("the table of versions");
    let table = rest.split("\n[").next().unwrap_or_default();
    let reasons = read("docs/decisions/dependencies.md");
    let rows =
        table.lines().filter_map(|line| line.split_once(" = ")).filter(|(name, _)| !name.starts_with(['#', ' ']));
    let outside: Vec<(&str, &str)> = rows.filter(|(_, version)| !version.contains("path = ")).collect();
    assert!(outside.len() > 10, "the table of versions is read: {outside:?}");
    for (name, version) in outside {
        assert!(version.contains("\"="), "{name}: an exact version is written \"=1.2.3\"");
        assert!(
            reasons.contains(&format!("`{name}`")),
            "docs/decisions/dependencies.md doesn't say why {name} is here"
        );
    }
}

#[test]
fn nothing_is_compiled_twice_for_the_program_and_the_tests() {
    let with_tests = compiled(true);
    let twice: Vec<String> = compiled(false).into_iter().filter(|library| !with_tests.contains(library)).collect();
    assert!(with_tests.len() > 50, "the tree is read: {with_tests:?}");
    assert!(
        twice.is_empty(),
        "the tests ask for other features; name them in house-rules/Cargo.toml:\n{}",
        twice.join("\n")
    );
}

//! The description of the API, made from its table: OpenAPI 3.1.

use std::collections::BTreeMap;

use axum::Json;
use axum::http::HeaderMap;
use fordel_app::service::{Asked, NoPlan, PHASES};
use fordel_core::ward::Goal;
use fordel_text::Texts;
use serde_json::{Map, Value, json};

use super::{BASE, ENTRIES, Entry, JSON};
use crate::shell::{language_of, texts};
use crate::unit::proposal_form::SECONDS;

/// `GET /openapi.json`, in the reader's language.
pub async fn show(headers: HeaderMap) -> Json<Value> {
    Json(description(texts(language_of(&headers))))
}

/// The whole description.
fn description(t: &Texts) -> Value {
    let mut paths: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    for entry in &ENTRIES {
        let told = operation(t, entry);
        paths.entry(entry.path).or_default().insert(entry.method.to_owned(), told);
    }
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Fordel", "version": env!("CARGO_PKG_VERSION"), "description": t.get("api-about") },
        "servers": [{ "url": BASE }],
        "security": [{ "key": [] }],
        "paths": paths,
        "components": {
            "securitySchemes": { "key": { "type": "http", "scheme": "bearer" } },
            "schemas": { "Wrong": wrong(t), "NoPlan": no_plan(t), "Goal": goal(t), "Progress": progress(t) },
        },
    })
}

/// What every refusal looks like.
fn wrong(t: &Texts) -> Value {
    json!({
        "type": "object",
        "description": t.get("api-wrong"),
        "required": ["status", "what", "kept", "do", "number", "detail", "wrong"],
        "properties": {
            "status": { "type": "integer" },
            "what": { "type": "string" },
            "kept": { "type": "string" },
            "do": { "type": "string" },
            "number": { "type": ["string", "null"] },
            "detail": { "type": ["string", "null"], "description": t.get("api-wrong-said") },
            "wrong": { "type": "array", "description": t.get("api-wrong-parts"), "items": {
                "type": "object",
                "properties": { "field": { "type": ["string", "null"] }, "sentence": { "type": "string" } },
            } },
        },
    })
}

/// Why a proposal has no plan.
fn no_plan(t: &Texts) -> Value {
    json!({
        "type": ["object", "null"],
        "description": t.get("api-no-plan"),
        "required": ["code", "what", "do", "detail"],
        "properties": {
            "code": { "type": "string", "enum": NoPlan::OVER, "description": t.get("api-no-plan-code") },
            "what": { "type": "string" },
            "do": { "type": "string" },
            "detail": { "type": ["string", "null"], "description": t.get("api-wrong-detail") },
        },
    })
}

/// How far a search is.
fn progress(t: &Texts) -> Value {
    json!({
        "type": ["object", "null"],
        "description": t.get("api-progress"),
        "properties": {
            "number": { "type": "integer" },
            "state": { "type": "string" },
            "phase": { "type": ["string", "null"], "enum": phases(), "description": t.get("api-progress-phase") },
            "seconds": { "type": "number" },
            "best": { "type": ["number", "null"] },
            "bound": { "type": ["number", "null"] },
            "gap": { "type": ["number", "null"] },
        },
    })
}

/// What can be being solved; nothing before a search has begun and after it.
fn phases() -> Vec<Option<&'static str>> {
    PHASES.into_iter().map(Some).chain([None]).collect()
}

/// What a plan can be asked to aim at.
fn goal(t: &Texts) -> Value {
    json!({ "type": "string", "enum": Goal::ALL.map(Goal::name), "description": t.get("api-goal") })
}

fn operation(t: &Texts, entry: &Entry) -> Value {
    let good = if entry.status == 201 { "api-answer-created" } else { "api-answer-ok" };
    let mut answer = json!({ "description": t.get(good) });
    if let Some(example) = entry.answer.filter(|example| *example != "{}") {
        answer["content"] = content(example);
    } else if entry.kind != JSON {
        answer["content"] = json!({ entry.kind: { "schema": { "type": "string", "format": "binary" } } });
    }
    let refusal = json!({
        "description": t.get("api-answer-wrong"),
        "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Wrong" } } },
    });
    let mut told = json!({
        "operationId": identifier(entry),
        "summary": t.get(entry.about),
        "responses": { entry.status.to_string(): answer, "default": refusal },
    });
    let parameters: Vec<Value> = names(entry.path).map(|name| parameter(t, name)).collect();
    if !parameters.is_empty() {
        told["parameters"] = json!(parameters);
    }
    if let Some(example) = entry.sent {
        let mut content = content(example);
        demand(entry.path, &mut content["application/json"]["schema"]);
        bound(entry.path, &mut content["application/json"]["schema"]);
        told["requestBody"] = json!({ "required": true, "content": content });
    }
    if entry.open {
        told["security"] = json!([]);
    }
    told
}

/// What must be there of what is sent to a path, and of its parts, by their places in the schema: one of several sets of fields.
const DEMANDED: [(&str, &str, &[&[&str]]); 4] = [
    ("/units/{unit}/edits", "", &[&["batch"]]),
    (
        "/units/{unit}/edits",
        "/properties/edits/items",
        &[&["row", "column", "was", "now"], &["row", "remove"], &["temp", "sheet"]],
    ),
    ("/units/{unit}/proposals", "", &[&["name"]]),
    ("/units/{unit}/proposals", "/properties/goals/items", &[&["goal"]]),
];

/// Adds to the schema of what is sent what must be there, and that nothing else may.
fn demand(path: &str, schema: &mut Value) {
    for (_, place, sets) in DEMANDED.iter().filter(|(of, ..)| *of == path) {
        let Some(part) = schema.pointer_mut(place) else { continue };
        part["additionalProperties"] = json!(false);
        match sets {
            [one] => part["required"] = json!(one),
            several => part["oneOf"] = several.iter().map(|set| json!({ "required": set })).collect(),
        }
    }
}

/// Adds to the schema of what is sent which seconds can be asked for, and how many it is where none are.
fn bound(path: &str, schema: &mut Value) {
    let Some(seconds) = schema.pointer_mut("/properties/seconds").filter(|_| path == "/units/{unit}/proposals") else {
        return;
    };
    let (_, least, most) = SECONDS;
    seconds["minimum"] = json!(least as u32);
    seconds["maximum"] = json!(most as u32);
    seconds["default"] = json!(Asked::default().search_seconds());
}

/// An example with the schema that it follows.
fn content(example: &str) -> Value {
    let example: Value = serde_json::from_str(example).unwrap_or(Value::Null);
    json!({ "application/json": { "schema": schema(&example), "example": example } })
}

/// The schema that an example follows: what is there, and of which kind. What is nothing in it may be anything.
fn schema(example: &Value) -> Value {
    match example {
        Value::Null => json!({}),
        Value::Bool(_) => json!({ "type": "boolean" }),
        Value::Number(number) if number.is_f64() => json!({ "type": "number" }),
        Value::Number(_) => json!({ "type": "integer" }),
        Value::String(_) => json!({ "type": "string" }),
        Value::Array(items) => {
            let one = items.iter().map(schema).reduce(either).unwrap_or_else(|| json!({}));
            json!({ "type": "array", "items": one })
        }
        Value::Object(fields) => {
            let field = |(name, value): (&String, &Value)| match name.as_str() {
                "no_plan" => (name.clone(), json!({ "$ref": "#/components/schemas/NoPlan" })),
                "progress" => (name.clone(), json!({ "$ref": "#/components/schemas/Progress" })),
                "goal" => (name.clone(), json!({ "$ref": "#/components/schemas/Goal" })),
                _ => (name.clone(), schema(value)),
            };
            json!({ "type": "object", "properties": fields.iter().map(field).collect::<Map<String, Value>>() })
        }
    }
}

/// The schema of what follows one of two: all their fields; where their kinds differ, both kinds.
fn either(one: Value, other: Value) -> Value {
    match (one, other) {
        (Value::Object(mut one), Value::Object(other)) => {
            if one.is_empty() || other.is_empty() {
                return json!({});
            }
            for (name, theirs) in other {
                let both = match one.remove(&name) {
                    None => theirs,
                    Some(ours) if name == "type" => kinds(ours, theirs),
                    Some(ours) => either(ours, theirs),
                };
                one.insert(name, both);
            }
            Value::Object(one)
        }
        (one, _) => one,
    }
}

/// The kinds of two schemas: one where they are the same.
fn kinds(one: Value, other: Value) -> Value {
    let list = |kinds: Value| match kinds {
        Value::Array(kinds) => kinds,
        kind => vec![kind],
    };
    let mut all = list(one);
    for kind in list(other) {
        if !all.contains(&kind) {
            all.push(kind);
        }
    }
    if all.len() == 1 { all.remove(0) } else { Value::Array(all) }
}

/// The names in the braces of a path.
fn names(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
}

fn parameter(t: &Texts, name: &str) -> Value {
    let kind = if name == "sheet" { "string" } else { "integer" };
    let about = t.get(&format!("api-parameter-{name}"));
    json!({ "name": name, "in": "path", "required": true, "description": about, "schema": { "type": kind } })
}

/// `getUnitsUnitSheets`.
fn identifier(entry: &Entry) -> String {
    let words = entry.path.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let large = |word: &str| word[..1].to_uppercase() + &word[1..];
    words.fold(entry.method.to_owned(), |name, word| name + &large(word))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fordel_text::Lang;

    use super::*;
    use crate::unit::proposals::phase_key;

    #[test]
    fn every_example_is_json_and_every_operation_has_its_name() {
        let mut identifiers = BTreeSet::new();
        for entry in &ENTRIES {
            for example in [entry.sent, entry.answer].into_iter().flatten() {
                serde_json::from_str::<Value>(example).unwrap_or_else(|why| panic!("{}: {why}", entry.path));
            }
            assert!(identifiers.insert(identifier(entry)), "{} twice", identifier(entry));
        }
    }

    #[test]
    fn why_there_is_no_plan_is_described_once_and_its_example_follows_it() {
        let told = description(texts(Lang::Nb));
        let codes = told["components"]["schemas"]["NoPlan"]["properties"]["code"]["enum"].as_array();
        let answer = |path: &str| &told["paths"][path]["get"]["responses"]["200"]["content"]["application/json"];
        let (one, all) = (answer("/units/{unit}/proposals/{number}"), answer("/units/{unit}/proposals"));
        let of_all = &all["schema"]["properties"]["proposals"]["items"];
        for schema in [&one["schema"], of_all] {
            assert_eq!(schema["properties"]["no_plan"]["$ref"], "#/components/schemas/NoPlan", "{schema}");
        }
        let examples = all["example"]["proposals"].as_array().expect("a list");
        let shown: Vec<&Value> = examples.iter().map(|one| &one["no_plan"]).filter(|why| why.is_object()).collect();
        assert!(codes.is_some_and(|codes| shown.iter().all(|why| codes.contains(&why["code"]))), "{shown:?}");
        assert!(!shown.is_empty() && shown.iter().all(|why| why["what"].is_string() && why["do"].is_string()));
    }

    #[test]
    fn what_is_being_solved_is_described_by_words_that_have_their_sentences() {
        let told = description(texts(Lang::Nb));
        let phases = &told["components"]["schemas"]["Progress"]["properties"]["phase"]["enum"];
        assert!(phases[0] == "cost" && phases.as_array().is_some_and(|all| all.contains(&Value::Null)), "{phases}");
        let answer = &told["paths"]["/units/{unit}/proposals/{number}"]["get"]["responses"]["200"]["content"];
        let progress = &answer["application/json"]["schema"]["properties"]["progress"];
        assert_eq!(progress["$ref"], "#/components/schemas/Progress");
        for phase in PHASES {
            assert!(texts(Lang::Nb).has(&phase_key(phase)), "{phase}");
        }
    }

    #[test]
    fn every_kind_of_edit_is_described() {
        let told = description(texts(Lang::Nb));
        let sent = &told["paths"]["/units/{unit}/edits"]["post"]["requestBody"]["content"]["application/json"];
        let edit = &sent["schema"]["properties"]["edits"]["items"]["properties"];
        for field in ["row", "column", "was", "now", "temp", "sheet", "after", "cells", "remove"] {
            assert!(edit[field].is_object(), "{field} in {edit}");
        }
        assert_eq!(edit["after"]["type"], json!(["integer", "string"]), "a row, or one that is new in the batch");
        assert_eq!(edit["row"]["type"], "integer");
        let staffing = |of: &str| &told["paths"][format!("/units/{{unit}}/{of}/{{number}}/staffing")]["get"]["summary"];
        assert_ne!(staffing("decisions"), staffing("proposals"));
    }

    #[test]
    fn the_description_holds_every_route_with_its_parameters_in_both_languages() {
        for lang in [Lang::Nb, Lang::En] {
            let told = description(texts(lang));
            for entry in &ENTRIES {
                let operation = &told["paths"][entry.path][entry.method];
                assert!(operation["summary"].as_str().is_some_and(|summary| !summary.is_empty()), "{}", entry.path);
                let parameters = operation["parameters"].as_array().map_or(0, Vec::len);
                assert_eq!(parameters, names(entry.path).count(), "{}", entry.path);
                assert!(operation["responses"][entry.status.to_string()].is_object());
            }
        }
    }
}

//! Rust sources without what the compiler doesn't run: comments, texts and the tests at a file's end.

/// The code of a file: comments and the insides of texts are blanked, line numbers are kept.
pub fn code(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let skipped = match c {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => block_comment(rest),
            'r' if !ends_in_name(&out) && raw_text(rest).is_some() => raw_text(rest).unwrap_or(rest.len()),
            '"' => plain_text(rest),
            '\'' => character(rest),
            _ => 0,
        };
        if skipped == 0 {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        } else {
            out.push(' ');
            out.extend(rest[..skipped].chars().filter(|c| *c == '\n'));
            rest = &rest[skipped..];
        }
    }
    out
}

/// The code of a file without the module of tests at its end.
pub fn without_tests(code: &str) -> &str {
    let start = code.match_indices("#[cfg(test)]").map(|(at, _)| at).find(|at| {
        let after = code[at + "#[cfg(test)]".len()..].trim_start();
        after.starts_with("mod ") && after.find('{').is_some_and(|brace| !after[..brace].contains(';'))
    });
    start.map_or(code, |at| &code[..at])
}

/// Lines of the code (from 1) on which the path, macro or keyword stands as a whole word.
pub fn lines_with(code: &str, word: &str) -> Vec<usize> {
    let whole = |line: &str| {
        line.match_indices(word).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            let after = line[at + word.len()..].chars().next();
            !(before.is_some_and(is_name) || word.ends_with(is_name) && after.is_some_and(is_name))
        })
    };
    code.lines().enumerate().filter(|(_, line)| whole(line)).map(|(i, _)| i + 1).collect()
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn ends_in_name(out: &str) -> bool {
    out.chars().next_back().is_some_and(is_name)
}

fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

fn raw_text(rest: &str) -> Option<usize> {
    let hashes = rest[1..].chars().take_while(|c| *c == '#').count();
    let body = rest[1 + hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(body.find(&end).map_or(rest.len(), |at| 2 + hashes + at + end.len()))
}

fn plain_text(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// Length of a character in quotes; 0 where the quote opens a lifetime.
fn character(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match chars.next() {
        Some((_, '\\')) => {
            chars.next();
            chars.find(|(_, c)| *c == '\'').map_or(0, |(at, _)| at + 1)
        }
        Some(_) => match chars.next() {
            Some((at, '\'')) => at + 1,
            _ => 0,
        },
        None => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_texts_are_blanked_and_code_is_kept() {
        let source = "let a = \"unsafe \\\" x\"; // unsafe\nlet b = r#\"unsafe \" x\"#; /* unsafe /* y */\n */ let c = '\"'; let d: &'static str = f(b'\\'');\nunsafe { g() }";
        let code = code(source);
        assert_eq!(lines_with(&code, "unsafe"), [4], "{code}");
        assert!(code.contains("let c =") && code.contains("&'static str") && code.contains("let b ="), "{code}");
    }

    #[test]
    fn words_are_found_whole() {
        assert_eq!(lines_with("eprintln!(x)", "println!"), [0usize; 0]);
        assert_eq!(lines_with("a\nstd::println!(x)", "println!"), [2]);
        assert_eq!(lines_with("unsafely\nunsafe_code", "unsafe"), [0usize; 0]);
        assert_eq!(lines_with("Instant::now()", "Instant::now"), [1]);
    }

    #[test]
    fn tests_at_the_end_of_a_file_are_left_out_but_not_test_only_modules_in_other_files() {
        assert_eq!(without_tests("fn a() {}\n#[cfg(test)]\nmod tests {\n}"), "fn a() {}\n");
        assert_eq!(without_tests("#[cfg(test)]\nmod cases;\nfn a() {}"), "#[cfg(test)]\nmod cases;\nfn a() {}");
    }
}

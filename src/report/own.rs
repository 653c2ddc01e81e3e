//! Telling a report that letterlint wrote, which may be written anew, from any other file.

use serde_json::Value;

/// Whether `text` is a report in one of the formats. A file without text counts as one: nothing is lost with it.
pub fn is_report(text: &str) -> bool {
    let text = text.trim();
    match text.as_bytes().first() {
        None => true,
        Some(b'{' | b'[') => serde_json::from_str(text).map_or_else(|_| is_json_lines(text), |value| is_json(&value)),
        Some(b'<') => text.contains("<testsuites name=\"letterlint\""),
        _ if text.starts_with("## letterlint") || text.starts_with("::stop-commands::") => true,
        _ => text.contains("title=letterlint") || text.lines().any(|line| is_finding(line) || is_total(line)),
    }
}

/// JSON, reviewdog's JSON, SARIF, or GitLab's list; or the one line of a JSON Lines report that holds nothing else.
fn is_json(value: &Value) -> bool {
    let is_ours = |pointer: &str| value.pointer(pointer).and_then(Value::as_str) == Some("letterlint");
    if let Value::Array(list) = value {
        return list
            .iter()
            .all(|one| ["check_name", "fingerprint", "location"].iter().all(|key| one.get(key).is_some()));
    }
    let is_document = ["version", "letters", "summary"].iter().all(|key| value.get(key).is_some());
    is_document || is_ours("/source/name") || is_ours("/runs/0/tool/driver/name") || is_line(value)
}

fn is_json_lines(text: &str) -> bool {
    text.lines().all(|line| serde_json::from_str(line).is_ok_and(|value| is_line(&value)))
}

fn is_line(value: &Value) -> bool {
    const TYPES: [&str; 6] = ["letter", "diagnostic", "suppressed", "error", "skipped", "summary"];
    value.get("type").and_then(Value::as_str).is_some_and(|kind| TYPES.contains(&kind))
}

/// Whether a line for people names a finding: `error[rule-id]`.
fn is_finding(line: &str) -> bool {
    ["error[", "warning[", "note[", "info["].iter().any(|severity| {
        let Some((_, rest)) = line.split_once(severity) else { return false };
        let is_id = |id: &str| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        rest.split_once(']').is_some_and(|(id, _)| is_id(id))
    })
}

/// Whether a line says how much was found: `2 errors, 1 note`, alone or after `2 letters:`, or that it was nothing.
fn is_total(line: &str) -> bool {
    let counts = |text: &str| {
        let mut words = text.trim().split(' ');
        let is_number = words.next().is_some_and(|word| word.parse::<u32>().is_ok());
        let kind = words.next().unwrap_or_default().trim_end_matches(',');
        is_number && ["error", "errors", "warning", "warnings", "note", "notes", "info"].contains(&kind)
    };
    let after_letters = line.split_once(" letters: ").or_else(|| line.split_once(" letter: ")).map(|(_, rest)| rest);
    let is_well = ["· nothing to ", ": nothing to "].iter().any(|end| line.contains(end));
    let without_sign = line.trim_start_matches(['✗', '●', '○', ' ']);
    counts(without_sign) || after_letters.is_some_and(counts) || is_well
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;
    use crate::report::sample::{finding, letter};
    use crate::report::{Emitter, Palette, Report, concise, emit, full, gitlab, grouped, json, json_lines};
    use crate::report::{junit, markdown, rdjson, sarif};

    #[test]
    fn each_format_is_told_and_also_where_nothing_was_found() {
        let text = "Dear Ana,\n\nfun\n\nBest,\nEva\n";
        let findings = vec![finding(text, Severity::Error, "worn", "fun")];
        for found in [findings, Vec::new()] {
            let view = full::View { width: 80, show: Severity::Info, palette: Palette::new(false), is_quiet: false };
            let (show, palette) = (Severity::Info, Palette::new(false));
            let formats: Vec<(&str, Box<dyn Emitter>)> = vec![
                ("full", Box::new(full::Full::new(&view))),
                ("concise", Box::new(concise::Concise { show, palette, has_help: false })),
                ("grouped", Box::new(grouped::Grouped::new(show, palette))),
                ("json", Box::new(json::Json::default())),
                ("json-lines", Box::new(json_lines::JsonLines)),
                ("gitlab", Box::new(gitlab::Gitlab::default())),
                ("junit", Box::new(junit::Junit::new(Some(Severity::Error)))),
                ("sarif", Box::new(sarif::Sarif::new(Vec::new()))),
                ("rdjson", Box::new(rdjson::Rdjson::default())),
                ("markdown", Box::new(markdown::Markdown::new(show))),
            ];
            for (name, mut format) in formats {
                let report = Report { files: vec![letter("a.md", text, found.clone())], errors: Vec::new() };
                let mut out = Vec::new();
                emit(&report, &mut *format, &mut out).unwrap();
                let out = String::from_utf8(out).unwrap();
                assert!(is_report(&out), "{name}: {out}");
            }
        }
    }

    #[test]
    fn a_letter_and_other_peoples_files_are_no_reports() {
        let others = [
            "Dear Ana,\n\nI cut 3 errors a day to none.\n\nBest,\nEva\n",
            "{\"version\": 1, \"letters\": {}}",
            "[1]",
            "{}",
            "{\"name\": \"x\", \"version\": \"1.0.0\"}",
            "<?xml version=\"1.0\"?>\n<testsuites name=\"others\"/>",
            "tier = \"short\"\n",
            "# Notes\n\n- call Ana\n",
        ];
        for text in others {
            assert!(!is_report(text), "{text}");
        }
        assert!(is_report("") && is_report("\n"));
    }
}

//! Each format by its name.

use super::full::{Full, View};
use super::{Emitter, FormatName, Palette, RuleText};
use super::{concise, github, gitlab, grouped, json, json_lines, junit, markdown, rdjson, sarif};
use crate::diagnostic::Severity;

/// How reports look.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Columns of a line that people read.
    pub width: usize,
    /// The lowest severity that people are shown.
    pub show: Severity,
    /// Colours, where there are any.
    pub palette: Palette,
    /// Whether there is no summary.
    pub is_quiet: bool,
    /// Whether the formats of a line for each finding say what to do too.
    pub has_help: bool,
    /// The lowest severity that fails; `None` where nothing does.
    pub threshold: Option<Severity>,
}

/// Returns what writes `format`; `rules` is asked for the text of all rules by a format that lists them.
pub fn emitter(format: FormatName, style: Style, rules: impl FnOnce() -> Vec<RuleText>) -> Box<dyn Emitter> {
    let Style { width, show, palette, is_quiet, has_help, threshold } = style;
    let full = || Full::new(&View { width, show, palette, is_quiet });
    match format {
        FormatName::Full => Box::new(full()),
        FormatName::Concise => Box::new(concise::Concise { show, palette, has_help }),
        FormatName::Grouped => Box::new(grouped::Grouped::new(show, palette).with_help(has_help)),
        FormatName::Json => Box::new(json::Json::default()),
        FormatName::JsonLines => Box::new(json_lines::JsonLines),
        FormatName::Github => Box::new(github::Github::new(full())),
        FormatName::Gitlab => Box::new(gitlab::Gitlab::default()),
        FormatName::Junit => Box::new(junit::Junit::new(threshold)),
        FormatName::Sarif => Box::new(sarif::Sarif::new(rules())),
        FormatName::Rdjson => Box::new(rdjson::Rdjson::default()),
        FormatName::Markdown => Box::new(markdown::Markdown::new(show)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity::Error;
    use crate::report::sample::{finding, letter};
    use crate::report::visible::is_steering;
    use crate::report::{Counts, Ending, FileError};

    #[test]
    fn no_format_writes_what_steers_a_terminal_or_a_workflow() {
        let text = "a\u{1b}]0;x\u{7} \u{9b}2J \u{202e}b\n\u{1b}[2J and the end\n";
        let mut found = finding(text, Error, "ru\u{1b}le", "b\n");
        found.message = "\u{9b}2J\u{202e}\r\n::error::x\u{2028}".into();
        found.help = "\u{1b}c\u{8}\u{7f}".into();
        let file = letter("p\u{1b}\n\u{202e}\u{85}.md", text, vec![found]);
        let errors = [FileError { path: "\u{1b}\n".into(), message: "\u{7}\n::error::x".into() }];
        let (width, show, palette) = (80, Severity::Info, Palette::new(false));
        let style = Style { width, show, palette, is_quiet: false, has_help: true, threshold: Some(Error) };
        for format in FormatName::ALL {
            let (mut out, mut counts) = (Vec::new(), Counts::default());
            counts.add(&file);
            let mut emitter = emitter(format, style, Vec::new);
            emitter.file(&file, &mut out).unwrap();
            emitter.end(&Ending { errors: &errors, counts, skipped: &[] }, &mut out).unwrap();
            let out = String::from_utf8(out).unwrap();
            assert_eq!(out.find(|next| is_steering(next) && next != '\n'), None, "{format:?}: {out:?}");
            assert!(out.lines().all(|line| line.trim_start() != "::error::x"), "{format:?}: {out:?}");
        }
    }
}

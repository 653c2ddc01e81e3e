//! What was counted: three lines a letter, one for a letter that is well, one for all of them.

use super::visible::visible;
use super::{View, wrap};
use crate::check::{Facts, RoleOrigin};
use crate::diagnostic::Severity;
use crate::report::{Counts, FileReport, Palette};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Stands between two facts.
const JOINT: &str = " · ";

/// Writes the summary of `letter` below a rule that bears its path.
pub(super) fn write(letter: &FileReport, facts: &Facts, view: &View, out: &mut dyn Write) -> io::Result<()> {
    rule(&letter.path, view, out)?;
    let read = format!("{} to read", time(facts.seconds));
    list(&[words(facts), read, room_left(facts)], view, out)?;
    list(&[figures(facts), role(facts)], view, out)?;
    if let Some(language) = &facts.language {
        let told = format!("written in {language}: only the language-independent checks ran");
        list(&[told], view, out)?;
    }
    let told = counts(|severity| letter.count(severity), view.show, view.palette);
    writeln!(out, "{told}{}", suppressed(letter.suppressed.len(), view.palette))
}

/// Writes the line for a letter in which nothing at all was found.
pub(super) fn write_well(letter: &FileReport, facts: &Facts, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let told = [words(facts), time(facts.seconds), facts.tier.tier.name().to_owned()].join(JOINT);
    let path = view.palette.strong(&visible(&letter.path));
    let language = facts
        .language
        .as_ref()
        .map_or_else(String::new, |language| format!(" ({language}: only the language-independent checks ran)"));
    let suppressed = suppressed(letter.suppressed.len(), view.palette);
    writeln!(out, "{path}   {told} · {}{language}{suppressed}", view.palette.good("nothing to mend"))
}

/// Returns the line for all letters together, of which findings below `show` were not printed.
pub(in crate::report) fn total(total: Counts, show: Severity, palette: Palette) -> String {
    let letters = palette.strong(&counted(total.letters, "letter"));
    let told = counts(|severity| total.of(severity), show, palette);
    format!("{letters}: {told}{}", suppressed(total.suppressed, palette))
}

/// Writes `── path ─────`.
fn rule(path: &str, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let shown = shortened(&visible(path), view.width.saturating_sub(6));
    let rest = "─".repeat(view.width.saturating_sub(shown.width() + 4));
    let palette = view.palette;
    writeln!(out, "{} {} {}", palette.quiet("──"), palette.strong(&shown), palette.quiet(&rest))
}

/// The end of `path` that fits into `width` columns, from a folder on if there is one.
fn shortened(path: &str, width: usize) -> String {
    if path.width() <= width {
        return path.to_owned();
    }
    let ends = || path.char_indices().map(|(at, _)| &path[at..]).filter(|end| end.width() < width);
    let end = ends().find(|end| end.starts_with(['/', '\\'])).or_else(|| ends().next());
    format!("…{}", end.unwrap_or_default())
}

/// Writes `parts` on one line, or on as many as they need.
fn list(parts: &[String], view: &View, out: &mut dyn Write) -> io::Result<()> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        match lines.last_mut() {
            Some(line) if line.width() + JOINT.width() + part.width() <= view.width => {
                line.push_str(JOINT);
                line.push_str(part);
            }
            _ => lines.push(part.clone()),
        }
    }
    for line in lines.iter().flat_map(|line| wrap::lines("", line, 0, view.width)) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn words(facts: &Facts) -> String {
    counted(facts.words, "word")
}

/// Returns `53 s` or `1 min 41 s`.
pub(in crate::report) fn time(seconds: usize) -> String {
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, 0) => format!("{minutes} min"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

fn room_left(facts: &Facts) -> String {
    let tier = facts.tier.tier.name();
    match facts.tier_words.checked_sub(facts.words) {
        Some(left) => format!("{tier} letter, {} to spare", counted(left, "word")),
        // Nobody asked for the tier, and its limit has some give: nothing to worry about.
        None if !facts.tier.is_asked && facts.words * 100 <= facts.tier_words.saturating_mul(115) => {
            format!("about a {tier} letter ({})", counted(facts.tier_words, "word"))
        }
        None => format!("{tier} letter, {} over", counted(facts.words - facts.tier_words, "word")),
    }
}

fn figures(facts: &Facts) -> String {
    format!("figures in {} of {}", facts.paragraphs_with_figure, counted(facts.paragraphs, "paragraph"))
}

fn role(facts: &Facts) -> String {
    match &facts.role {
        Some(role) if facts.role_origin == RoleOrigin::Found => {
            format!("role: {} (found in the letter)", visible(role))
        }
        Some(role) if facts.role_origin == RoleOrigin::Position => {
            format!("role: {} (from the position)", visible(role))
        }
        Some(role) if facts.role_origin == RoleOrigin::Posting => {
            format!("role: {} (from the posting)", visible(role))
        }
        Some(role) => format!("role: {}", visible(role)),
        None if facts.role_origin == RoleOrigin::Given => "no role".to_owned(),
        None => "no role pack (name one with --role backend)".to_owned(),
    }
}

/// `1 error, 2 warnings, 4 notes (--show info prints them)`
fn counts(count: impl Fn(Severity) -> usize, show: Severity, palette: Palette) -> String {
    let nouns = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Info, "note")];
    let found = nouns.map(|(severity, noun)| (severity, count(severity), noun));
    let found = found.iter().filter(|(_, count, _)| *count > 0);
    let paint = |&(severity, count, noun)| palette.severity(severity, &counted(count, noun));
    let mut parts: Vec<String> = found.clone().map(paint).collect();
    if count(Severity::Error) + count(Severity::Warning) == 0 {
        parts.insert(0, palette.good("nothing to mend"));
    }
    let mut hidden = found.filter(|(severity, _, _)| *severity < show);
    let them = if hidden.clone().map(|(_, count, _)| count).sum::<usize>() == 1 { "it" } else { "them" };
    let hint = hidden.next_back().map(|(severity, _, _)| format!(" (--show {severity} prints {them})"));
    parts.join(", ") + &palette.quiet(&hint.unwrap_or_default())
}

/// `, 3 suppressed`, so that nobody takes a quiet letter for a good one.
fn suppressed(count: usize, palette: Palette) -> String {
    if count == 0 { String::new() } else { palette.quiet(&format!(", {count} suppressed")) }
}

/// Returns `1 word` or `2 words`.
pub(in crate::report) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::super::sample::{facts, finding, full, letter, view};
    use super::*;
    use Severity::{Error, Info, Warning};

    const TEXT: &str = "I am really glad.\n";

    fn note() -> FileReport {
        letter("a.md", TEXT, vec![finding(TEXT, Info, "filler-word", "really")])
    }

    #[test]
    fn a_letter_in_which_nothing_was_found_is_one_line() {
        let line = full(vec![letter("draft.md", TEXT, Vec::new())], &view(80));
        assert_eq!(line, "draft.md   212 words · 53 s · standard · nothing to mend\n");
    }

    #[test]
    fn a_letter_with_notes_alone_has_nothing_to_mend() {
        let expected = "\
── a.md ────────────────────────────────────────────────────────────────────────
212 words · 53 s to read · standard letter, 38 words to spare
figures in 2 of 4 paragraphs · no role pack (name one with --role backend)
nothing to mend, 1 note (--show info prints it)
";
        assert_eq!(full(vec![note()], &view(80)), expected);
    }

    #[test]
    fn a_letter_past_its_tier_is_told_by_how_much() {
        assert_eq!(room_left(&facts(250)), "standard letter, 0 words to spare");
        assert_eq!(room_left(&facts(251)), "about a standard letter (250 words)");
        let mut asked = facts(251);
        asked.tier.is_asked = true;
        assert_eq!(room_left(&asked), "standard letter, 1 word over");
        assert_eq!(room_left(&facts(461)), "expanded letter, 61 words over");
    }

    #[test]
    fn a_role_says_where_it_comes_from() {
        let found = Facts { role: Some("backend".into()), role_origin: RoleOrigin::Found, ..facts(9) };
        assert_eq!(role(&found), "role: backend (found in the letter)");
        assert_eq!(role(&Facts { role_origin: RoleOrigin::Given, ..found }), "role: backend");
    }

    #[test]
    fn reading_time_past_a_minute_is_in_minutes() {
        assert_eq!([time(59), time(60), time(101)], ["59 s", "1 min", "1 min 41 s"]);
    }

    #[test]
    fn what_is_not_printed_is_counted_with_how_to_print_it() {
        let count = |severity| if severity == Error { 1 } else { 2 };
        let told = |show| counts(count, show, Palette::new(false));
        assert_eq!(told(Error), "1 error, 2 warnings, 2 notes (--show info prints them)");
        assert_eq!(told(Warning), told(Error));
        assert_eq!(told(Info), "1 error, 2 warnings, 2 notes");
    }

    #[test]
    fn several_letters_are_parted_by_a_line_and_summed_up() {
        let well = |path| letter(path, TEXT, Vec::new());
        let expected = "\
a.md   212 words · 53 s · standard · nothing to mend

b.md   212 words · 53 s · standard · nothing to mend

2 letters: nothing to mend
";
        assert_eq!(full(vec![well("a.md"), well("b.md")], &view(80)), expected);
    }

    #[test]
    fn a_long_path_without_a_folder_is_cut_anywhere() {
        assert_eq!(shortened("northwind.md", 9), "…hwind.md");
        assert_eq!(shortened("応募手紙", 6), "…手紙");
    }

    #[test]
    fn a_long_path_is_cut_in_front_and_the_rest_is_broken_between_facts() {
        let expected = "\
── …/letters/a.md ──
212 words
53 s to read
standard letter, 38
words to spare
figures in 2 of
4 paragraphs
no role pack
(name one with
--role backend)
nothing to mend, 1 note (--show info prints it)
";
        let long = FileReport { path: "a/folder/of/many/letters/a.md".into(), ..note() };
        assert_eq!(full(vec![long], &view(7)), expected);
    }
}

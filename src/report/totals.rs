//! How much was found, in words.

use super::{Counts, Palette};
use crate::diagnostic::Severity;

/// Returns `1 word` or `2 words`.
pub(super) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// Returns `53 s` or `1 min 41 s`.
pub(super) fn time(seconds: usize) -> String {
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, 0) => format!("{minutes} min"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

/// Returns the line for all letters together, of which findings below `show` were not printed.
pub(super) fn total(total: Counts, show: Severity, palette: Palette) -> String {
    let letters = palette.strong(&counted(total.letters, "letter"));
    let told = counts(|severity| total.of(severity), show, palette, false);
    format!("{letters}: {told}{}", suppressed(total.suppressed, palette))
}

/// Returns `1 error, 2 warnings, 4 notes (--show note prints them)`, with the sign of each where `has_signs`.
pub(super) fn counts(
    count: impl Fn(Severity) -> usize,
    show: Severity,
    palette: Palette,
    has_signs: bool,
) -> String {
    let found = Severity::ALL.map(|severity| (severity, count(severity)));
    let found = found.iter().filter(|(_, count)| *count > 0);
    let paint = |&(severity, count): &(Severity, usize)| {
        let sign = if has_signs { format!("{} ", sign(severity)) } else { String::new() };
        palette.severity(severity, &format!("{sign}{}", counted(count, severity.label())))
    };
    let mut parts: Vec<String> = found.clone().map(paint).collect();
    if count(Severity::Error) + count(Severity::Warning) == 0 {
        parts.insert(0, palette.good("nothing to fix"));
    }
    let mut hidden = found.filter(|(severity, _)| *severity < show);
    let them = if hidden.clone().map(|(_, count)| count).sum::<usize>() == 1 { "it" } else { "them" };
    let hint = hidden.next_back().map(|(severity, _)| format!(" (--show {} prints {them})", severity.label()));
    parts.join(", ") + &palette.quiet(&hint.unwrap_or_default())
}

/// Returns `, 3 suppressed`, so that nobody takes a quiet letter for a good one.
pub(super) fn suppressed(count: usize, palette: Palette) -> String {
    if count == 0 { String::new() } else { palette.quiet(&format!(", {count} suppressed")) }
}

/// Returns the sign of a severity, which says it without colour too.
pub(super) fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "✗",
        Severity::Warning => "●",
        Severity::Info => "○",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Severity::{Error, Info, Warning};

    #[test]
    fn reading_time_past_a_minute_is_in_minutes() {
        assert_eq!([time(59), time(60), time(101)], ["59 s", "1 min", "1 min 41 s"]);
    }

    #[test]
    fn what_is_not_printed_is_counted_with_how_to_print_it() {
        let count = |severity| if severity == Error { 1 } else { 2 };
        let told = |show| counts(count, show, Palette::new(false), false);
        assert_eq!(told(Error), "1 error, 2 warnings, 2 notes (--show note prints them)");
        assert_eq!(told(Warning), told(Error));
        assert_eq!(told(Info), "1 error, 2 warnings, 2 notes");
        assert_eq!(counts(count, Info, Palette::new(false), true), "✗ 1 error, ● 2 warnings, ○ 2 notes");
    }

    #[test]
    fn notes_alone_leave_nothing_to_fix() {
        let count = |severity| usize::from(severity == Info);
        assert_eq!(
            counts(count, Warning, Palette::new(false), false),
            "nothing to fix, 1 note (--show note prints it)"
        );
    }
}

//! How much was found, in words.

use super::{Address, Counts, Palette, wrap};
use crate::diagnostic::Severity;
use unicode_width::UnicodeWidthStr;

/// Returns `1 word` or `2 words`.
pub fn counted(count: usize, noun: &str) -> String {
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

/// A piece of a line, with what joins it to the piece before.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) joint: &'static str,
    pub(super) plain: String,
    pub(super) painted: String,
}

impl Piece {
    /// Returns a piece that has no colour.
    pub(super) fn plain(joint: &'static str, text: String) -> Self {
        Piece { joint, painted: text.clone(), plain: text }
    }
}

/// Returns `pieces` on one line, or on as many of `width` columns as they need.
pub(super) fn fill(pieces: &[Piece], width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut column = 0;
    for piece in pieces {
        let own = piece.plain.width();
        match lines.last_mut() {
            Some(line) if column + piece.joint.width() + own <= width => {
                line.extend([piece.joint, &piece.painted]);
                column += piece.joint.width() + own;
            }
            _ if own <= width => {
                lines.push(piece.painted.clone());
                column = own;
            }
            _ => {
                lines.extend(wrap(&piece.plain, 0, 0, width, Address::Broken));
                column = width;
            }
        }
    }
    lines
}

/// Returns the line for all letters together, of which findings below `show` were not printed.
pub(super) fn total(total: Counts, show: Severity, palette: Palette) -> String {
    fill(&total_pieces(total, show, palette), usize::MAX).concat()
}

/// Returns what [`total`] is made of.
pub(super) fn total_pieces(total: Counts, show: Severity, palette: Palette) -> Vec<Piece> {
    let letters = counted(total.letters, "letter") + ":";
    let mut pieces = vec![Piece { joint: "", painted: palette.strong(&letters), plain: letters }];
    let found = counts(|severity| total.of(severity), total.suppressed, show, palette, false);
    pieces.extend(found);
    pieces[1].joint = " ";
    pieces
}

/// Returns `1 error, 2 warnings, 4 notes (--show note), 3 suppressed`, with the sign of each where `has_signs`.
pub(super) fn counts(
    count: impl Fn(Severity) -> usize,
    suppressed: usize,
    show: Severity,
    palette: Palette,
    has_signs: bool,
) -> Vec<Piece> {
    let mut pieces = Vec::new();
    if count(Severity::Error) + count(Severity::Warning) == 0 {
        let plain = "nothing to fix".to_owned();
        pieces.push(Piece { joint: ", ", painted: palette.good(&plain), plain });
    }
    let mut hidden = None;
    for severity in Severity::ALL.into_iter().filter(|&severity| count(severity) > 0) {
        let sign = if has_signs { format!("{} ", sign(severity)) } else { String::new() };
        let plain = format!("{sign}{}", counted(count(severity), severity.label()));
        pieces.push(Piece { joint: ", ", painted: palette.severity(severity, &plain), plain });
        hidden = Some(severity).filter(|_| severity < show);
    }
    if let Some(least) = hidden {
        pieces.push(Piece::plain(" ", format!("(--show {})", least.label())));
    }
    if suppressed > 0 {
        // So that nobody takes a quiet letter for a good one.
        pieces.push(Piece::plain(", ", format!("{suppressed} suppressed")));
    }
    pieces
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

    fn told(count: impl Fn(Severity) -> usize, show: Severity) -> String {
        fill(&counts(count, 0, show, Palette::new(false), true), 80).join("\n")
    }

    #[test]
    fn what_is_not_printed_is_counted_with_how_to_print_it() {
        let count = |severity| if severity == Error { 1 } else { 2 };
        assert_eq!(told(count, Error), "✗ 1 error, ● 2 warnings, ○ 2 notes (--show note)");
        assert_eq!(told(count, Warning), told(count, Error));
        assert_eq!(told(count, Info), "✗ 1 error, ● 2 warnings, ○ 2 notes");
    }

    #[test]
    fn notes_alone_leave_nothing_to_fix() {
        assert_eq!(told(|severity| usize::from(severity == Info), Warning), "nothing to fix, ○ 1 note (--show note)");
    }

    #[test]
    fn a_line_is_broken_between_its_pieces() {
        let pieces = counts(|_| 12, 3, Error, Palette::new(false), true);
        let expected = ["✗ 12 errors, ● 12 warnings, ○ 12 notes", "(--show note), 3 suppressed"];
        assert_eq!(fill(&pieces, 40), expected);
    }
}

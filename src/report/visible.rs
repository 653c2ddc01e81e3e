//! Makes text from outside safe to print: nothing in it can steer a terminal.

use crate::letter::invisible::Kind;
use std::borrow::Cow;

/// Stands in for a character that may not be printed.
const SUBSTITUTE: char = '\u{fffd}';

/// Returns `text` with a visible substitute for each control character and each that turns the reading direction.
///
/// See <https://trojansource.codes> for what the latter can hide.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.contains(is_steering) { text.replace(is_steering, "\u{fffd}").into() } else { text.into() }
}

/// Returns `text` with its line breaks, and visible otherwise.
pub fn visible_lines(text: &str) -> String {
    text.split('\n').map(visible).collect::<Vec<_>>().join("\n")
}

/// Returns `text` on one line: visible, and with every run of white space as one space.
pub fn on_one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    visible(&words.join(" ")).into_owned()
}

/// Returns a grapheme cluster as an excerpt shows it.
///
/// A tab is four spaces, because an excerpt that starts in mid-line has no tab stops. What has no width but on some
/// terminals (soft hyphen, zero-width space, word joiner, byte order mark) is dropped, so that none is off by one, and
/// so are tags that make no flag.
pub(super) fn visible_cluster(cluster: &str) -> Cow<'_, str> {
    if cluster == "\t" {
        return "    ".into();
    }
    if !cluster.contains(|c| is_steering(c) || is_unseen(c)) {
        return cluster.into();
    }
    let is_flag = cluster.starts_with('\u{1f3f4}');
    let kept = cluster.chars().filter(|&c| !is_unseen(c) || (is_flag && is_tag(c)));
    kept.map(|c| if is_steering(c) { SUBSTITUTE } else { c }).collect::<String>().into()
}

/// C0, delete, C1, line and paragraph separators, the bidirectional controls and their deprecated kin.
pub(in crate::report) fn is_steering(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{206a}'..='\u{206f}')
        || Kind::of(c) == Some(Kind::BidiControl)
}

fn is_unseen(c: char) -> bool {
    // Joiners are what makes one emoji of several.
    matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
        || matches!(Kind::of(c), Some(Kind::SoftHyphen | Kind::InvisibleOperator | Kind::Tag))
}

fn is_tag(c: char) -> bool {
    Kind::of(c) == Some(Kind::Tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_lose_their_escape() {
        assert_eq!(visible("a\u{1b}[31mb\u{9b}2J\u{7f}"), "a\u{fffd}[31mb\u{fffd}2J\u{fffd}");
    }

    #[test]
    fn direction_controls_are_shown() {
        assert_eq!(visible("\u{202e}cod.exe\u{2066}\u{200f}"), "\u{fffd}cod.exe\u{fffd}\u{fffd}");
    }

    #[test]
    fn a_message_over_several_lines_becomes_one() {
        assert_eq!(on_one_line(" Name it,\r\n\tor cut it.\n"), "Name it, or cut it.");
    }

    #[test]
    fn line_breaks_can_be_kept() {
        assert_eq!(visible_lines("a\u{1b}b\nc\r\n"), "a\u{fffd}b\nc\u{fffd}\n");
    }

    #[test]
    fn joined_emoji_keep_their_joiner() {
        assert_eq!(visible_cluster("👩\u{200d}💻"), "👩\u{200d}💻");
        assert_eq!(visible_cluster("\u{200b}"), "");
    }

    #[test]
    fn flags_keep_their_tags_and_nothing_else_does() {
        let flag = "🏴\u{e0067}\u{e0062}\u{e007f}";
        assert_eq!(visible_cluster(flag), flag);
        assert_eq!(visible_cluster("a\u{e0067}"), "a");
    }
}

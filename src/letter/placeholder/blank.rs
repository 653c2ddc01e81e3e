//! Blanks to write on: `_____`, `_ _ _`, `.....`, `....value....`.

use super::line::Line;
use super::words::is_word_char;
use super::{Certainty, Placeholder, Style, slot};

/// Shortest line of underscores, and of dots that are no ellipsis.
const UNDERSCORES: usize = 3;
const DOTS: usize = 5;

/// Dots on each side of a value, and the longest value between them.
const FENCE: usize = 4;
const LONGEST: usize = 80;

/// The blank that starts with the underscore at `at`: one line, or pieces of it with one space,
/// hyphen or slash between.
pub(super) fn underscores(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let mut count = line.run(at, b'_');
    let mut end = at + count;
    while let Some(' ' | '/' | '-') = line.after(end) {
        let more = line.run(end + 1, b'_');
        if more == 0 {
            break;
        }
        count += more;
        end += 1 + more;
    }
    let is_identifier = line.before(at).is_some_and(is_word_char) && line.after(end).is_some_and(is_word_char);
    (count >= UNDERSCORES && !is_identifier).then(|| slot(at..end, Certainty::Certain, Style::Blank))
}

/// The blank that starts with the dot at `at`. An ellipsis, also a spaced one, is none.
pub(super) fn dots(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let (count, end) = dot_run(line, at);
    let is_attached = line.before(at).is_some_and(is_word_char);
    if count >= FENCE
        && !is_attached
        && let Some(end) = fenced(line, end)
    {
        return Some(slot(at..end, Certainty::Certain, Style::Blank));
    }
    let certainty =
        if is_attached || line.rest(at).starts_with('…') { Certainty::Likely } else { Certainty::Certain };
    (count >= DOTS).then(|| slot(at..end, certainty, Style::Blank))
}

/// Dots in a row from `at` on, and where they end; `…` counts for three.
fn dot_run(line: &Line<'_>, at: usize) -> (usize, usize) {
    let mut count = 0;
    let mut end = at;
    for c in line.rest(at).chars() {
        count += match c {
            '.' => 1,
            '…' => 3,
            _ => break,
        };
        end += c.len_utf8();
    }
    (count, end)
}

/// Where the dots end that follow a short value at `start`.
fn fenced(line: &Line<'_>, start: usize) -> Option<usize> {
    let value = line.inside(start, '.', '…', LONGEST)?;
    let (count, end) = dot_run(line, start + value.len());
    let is_tight = value.starts_with(is_word_char) && value.ends_with(is_word_char);
    (count >= FENCE && is_tight).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{certain, likely, silent_each};

    #[test]
    fn underscores_are_certain() {
        certain("Dear _____:", &["_____"]);
        certain("I apply as ___ at ______.", &["___", "______"]);
        certain("Dear _ _ _ _,", &["_ _ _ _"]);
        certain("On __/__/____ I start.", &["__/__/____"]);
        certain("Name:_______", &["_______"]);
        certain("I apply as [____] there.", &["[____]"]);
    }

    #[test]
    fn dots_to_fill_are_found() {
        certain("I write about the ....night shift...... position.", &["....night shift......"]);
        certain("Dear ........,", &["........"]);
        likely("I would like that.....", &["....."]);
    }

    #[test]
    fn ellipses_are_silent() {
        silent_each(
            "
            I waited ... and it came.
            I waited. . . . It came.
            I waited.... and then it came.
            I waited…
            He said .... nothing.
            Hello.... I write.... again.
            ",
        );
    }

    #[test]
    fn identifiers_and_emphasis_are_silent() {
        silent_each(
            "
            the a___b case
            an _italic_ word
            a _ b
            snake_case and _private
            __ a
            ",
        );
    }
}

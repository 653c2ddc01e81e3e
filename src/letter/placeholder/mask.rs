//! Letters in place of a figure or a name: `XX%`, `Xms`, `X years`, `N+`, `XXXX`, "from X to Y".

use super::super::word_set::WordSet;
use super::empty::{is_greeted, is_slot_position};
use super::gap;
use super::letters::{self, AXES};
use super::line::Line;
use super::unit;
use super::words::{first_word, is_capitalised};
use super::{Certainty, Placeholder, Style, slot};

/// Most groups of a figure: "X,XXX,XXX".
const GROUPS: usize = 4;

/// Words that give a letter another meaning: "Generation X", "the X axis", "XX century".
#[rustfmt::skip]
static NAMES: WordSet = WordSet::new(&[
    "axis", "bowl", "chapter", "class", "factor", "gen", "generation", "generations", "iphone",
    "mac", "macos", "malcolm", "model", "olympiad", "os", "part", "pope", "project", "series",
    "space", "super", "volume", "windows",
]);
/// The masked figure or name that is the word at `at`.
pub(super) fn at(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let letters = mask_len(word)?;
    let before = line.word_before(at);
    if line.before(at).is_some_and(|c| matches!(c, '-' | '/' | '.' | '@' | '#' | '\'' | ':')) {
        return None;
    }
    let end = mask_end(line, at, word, letters);
    let after = line.word_after(end);
    if NAMES.holds(before) || AXES.holds(after) && !(letters > 1 && after == "Corp") {
        return None;
    }
    let found = |end, certainty| Some(slot(at..end, certainty, Style::Masked));
    if let Some(end) = unit::end(line, at, end, word, letters) {
        return found(end, Certainty::Certain);
    }
    let is_figure = end > at + word.len();
    if is_figure && !word.starts_with('N') {
        return found(end, Certainty::Certain);
    }
    if letters < word.len() {
        return None;
    }
    if unit::THINGS.holds(after) && word.starts_with('X') && !is_capitalised(before) {
        return found(end, Certainty::Certain);
    }
    match letters {
        1 => letters::row(line, at).or_else(|| letters::name(line, at, end, before)),
        2 if word == "xx" => is_slot_position(line, at, end).then(|| slot(at..end, Certainty::Likely, Style::Masked)),
        2 | 3 if !word.starts_with(['N', 'Z']) => {
            let is_name = is_greeted(before) || !is_capitalised(before);
            let is_named = !before.is_empty() || word == "XXX";
            let is_sure = word == "XXX" || is_greeted(before) || gap::fills_surely(line, at, end);
            let certainty = if is_sure { Certainty::Certain } else { Certainty::Likely };
            (is_name && is_named).then(|| slot(at..end, certainty, Style::Masked))
        }
        4.. => found(end, Certainty::Certain),
        _ => None,
    }
}

/// "a team of # cooks": the number sign at `at` in place of a number.
pub(super) fn number_sign(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let before = line.word_before(at);
    let after = line.word_after(at + 1);
    let is_number =
        !before.is_empty() && !is_capitalised(before) && (unit::THINGS.holds(after) || unit::UNITS.holds(after));
    is_number.then(|| slot(at..at + 1, Certainty::Likely, Style::Masked))
}

/// How many equal letters of a mask `word` starts with; the rest must be a unit. "Xxx" is one too.
fn mask_len(word: &str) -> Option<usize> {
    let first = *word.as_bytes().first()?;
    if word.len() > 2 && word.bytes().all(|byte| matches!(byte, b'X' | b'x')) {
        return Some(word.len());
    }
    let count = word.bytes().take_while(|byte| *byte == first).count();
    let tail = &word[count..];
    let is_mask = match first {
        b'X' => unit::JOINED.contains(&tail),
        b'x' | b'N' | b'Z' => matches!(tail, "" | "ms"),
        b'Y' => matches!(tail, "" | "ms" | "s"),
        _ => false,
    };
    (is_mask && count <= 3).then_some(count)
}

/// Where the mask ends that starts with `word`: "X.X" and "X,XXX" go on behind it.
fn mask_end(line: &Line<'_>, at: usize, word: &str, letters: usize) -> usize {
    let mut end = at + word.len();
    if letters < word.len() {
        return end;
    }
    for _ in 0..GROUPS {
        if !matches!(line.after(end), Some('.' | ',')) {
            break;
        }
        let more = first_word(line.rest(end + 1));
        let same = more.bytes().take_while(|byte| *byte == word.as_bytes()[0]).count();
        let is_more = same > 0 && matches!(&more[same..], "" | "k" | "K" | "M" | "B" | "ms" | "s");
        if !is_more {
            break;
        }
        end += 1 + more.len();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::super::testing::{certain, certain_each, likely, silent_each};

    #[test]
    fn letters_with_a_unit_are_certain() {
        certain_each(
            "
            XX%
            X%
            Y%
            N%
            Xms
            X years
            XX years
            N+
            X+
            X million
            XX+
            X.X%
            X,XXX
            x%
            xx%
            x years
            XXk
            X percent
            NN%
            N years
            X,XXX+
            ",
        );
        certain("I cut it from Xms to Yms, by $XM.", &["Xms", "Yms", "XM"]);
        certain("I cut it from Xs to Ys.", &["Xs", "Ys"]);
        certain("An X-year career, Xx faster, for $XXX.", &["X-year", "Xx", "XXX"]);
    }

    #[test]
    fn letters_before_a_counted_thing_are_certain() {
        certain("I led X engineers.", &["X"]);
        certain("It took X requests and XX users.", &["X", "XX"]);
    }

    #[test]
    fn longer_masks_are_names() {
        certain("I worked at XXXX Studio.", &["XXXX"]);
        certain("I worked at xxxx there.", &["xxxx"]);
        certain("Dear XXX,", &["XXX"]);
        certain("I saved XXX there.", &["XXX"]);
        certain("Dear Xxxx,", &["Xxxx"]);
        certain("I worked at Xxx Corp then.", &["Xxx"]);
        likely("Dear xx, I cooked.", &["xx"]);
        certain("I worked for xxx.", &["xxx"]);
        likely("I led # engineers.", &["#"]);
        certain("I apply to XX as a cook.", &["XX"]);
        likely("I know YYY well.", &["YYY"]);
    }

    #[test]
    fn letters_of_names_are_silent() {
        silent_each(
            "
            An x-ray of Generation X.
            X (formerly Twitter)
            10x faster
            Size XXL
            The XX century.
            Space X and SpaceX
            macOS X and OS X 10
            N/A
            N+1 queries
            XML, XP and X11 and X.509
            Albuquerque, NM
            Super Bowl XXX was
            an XX chromosome
            I post on X.
            Chapter XX
            Y Combinator
            the X factor
            plan B, n times
            Xbox and Xerox
            2x to 3x
            the x axis and y
            Zs and Ns
            I wrote C # users.
            # People
            Retry after N seconds and N days.
            ",
        );
    }
}

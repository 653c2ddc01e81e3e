//! Letters in place of a figure or a name: `XX%`, `Xms`, `X years`, `N+`, `XXXX`, "from X to Y".

use super::empty::{ROLES, is_greeted};
use super::line::Line;
use super::words::{first_word, is_capitalised, is_one_of, is_word_char};
use super::{Certainty, Placeholder, Style, slot};

/// Units that make a letter a figure.
const UNITS: &[&str] = &[
    "year", "years", "yr", "yrs", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute",
    "minutes", "second", "seconds", "ms", "percent", "million", "billion", "thousand",
];

/// Things that are counted; before them only an upper-case letter is a figure.
const THINGS: &[&str] = &[
    "users",
    "customers",
    "clients",
    "people",
    "engineers",
    "developers",
    "employees",
    "members",
    "requests",
    "rps",
    "records",
    "projects",
    "companies",
    "countries",
    "teams",
    "services",
    "hires",
    "reports",
    "transactions",
    "students",
    "stores",
    "downloads",
    "articles",
    "applications",
    "apps",
    "apis",
    "servers",
    "nodes",
    "incidents",
    "tickets",
    "dollars",
    "euros",
    "times",
    "production",
    "direct",
    "daily",
    "monthly",
    "active",
];

/// Words that give a letter another meaning: "Generation X", "the X axis", "XX century".
const NAMES: &[&str] = &[
    "generation",
    "generations",
    "gen",
    "os",
    "macos",
    "mac",
    "space",
    "project",
    "malcolm",
    "windows",
    "iphone",
    "model",
    "series",
    "class",
    "axis",
    "factor",
    "super",
    "bowl",
    "volume",
    "chapter",
    "part",
    "olympiad",
    "pope",
];
const AXES: &[&str] = &[
    "axis",
    "axes",
    "coordinate",
    "coordinates",
    "chromosome",
    "chromosomes",
    "century",
    "window",
    "windows",
    "server",
    "corp",
    "direction",
    "file",
    "files",
    "rated",
    "games",
    "factor",
];

/// The masked figure or name that is the word at `at`.
pub(super) fn at(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let letters = letters(word)?;
    let before = line.word_before(at);
    if line.before(at).is_some_and(|c| matches!(c, '-' | '/' | '.' | '@' | '#' | '\'' | ':')) {
        return None;
    }
    let end = mask_end(line, at, word, letters);
    let after = line.word_after(end);
    if is_one_of(before, NAMES) || is_one_of(after, AXES) {
        return None;
    }
    let found = |end, certainty| Some(slot(at..end, certainty, Style::Masked));
    if let Some(end) = with_unit(line, at, end, word, letters) {
        return found(end, Certainty::Certain);
    }
    let is_figure = end > at + word.len();
    if is_figure && !word.starts_with(['N', 'n']) {
        return found(end, Certainty::Certain);
    }
    if letters < word.len() {
        return None;
    }
    if is_one_of(after, THINGS) && word.starts_with('X') && !is_capitalised(before) {
        return found(end, Certainty::Likely);
    }
    match letters {
        1 => pair(line, at).or_else(|| named(line, at, end, before)),
        2 | 3 if word.starts_with(['X', 'Y']) => {
            let is_name = is_greeted(before) || !is_capitalised(before) && !(letters == 2 && before.is_empty());
            is_name.then(|| slot(at..end, Certainty::Likely, Style::Masked))
        }
        4.. if !word.starts_with(['N', 'n', 'Y', 'y']) => found(end, Certainty::Certain),
        _ => None,
    }
}

/// How many equal letters of a mask `word` starts with; the rest must be a unit.
fn letters(word: &str) -> Option<usize> {
    let first = *word.as_bytes().first()?;
    if !b"XxYNZ".contains(&first) {
        return None;
    }
    let count = word.bytes().take_while(|byte| *byte == first).count();
    let unit = &word[count..];
    let is_mask = match first {
        b'X' => matches!(unit, "" | "ms" | "s" | "k" | "K" | "M" | "B" | "GB" | "TB" | "MB" | "hrs" | "h"),
        b'x' => matches!(unit, "" | "ms"),
        _ => matches!(unit, "" | "ms") || unit == "s" && first == b'Y',
    };
    (is_mask && (count <= 3 || matches!(first, b'X' | b'x'))).then_some(count)
}

/// Where the mask ends that starts with `word`: "X.X" and "X,XXX" go on behind it.
fn mask_end(line: &Line<'_>, at: usize, word: &str, letters: usize) -> usize {
    let mut end = at + word.len();
    if letters < word.len() {
        return end;
    }
    while let Some('.' | ',') = line.after(end) {
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

/// Where the mask ends together with its unit; `None` when it has none.
fn with_unit(line: &Line<'_>, at: usize, end: usize, word: &str, letters: usize) -> Option<usize> {
    let before = line.word_before(at);
    let has_money = matches!(line.before(at), Some('$' | '€' | '£'));
    let has_plus =
        line.after(end) == Some('+') && line.after(end + 1).is_none_or(|c| matches!(c, ' ' | '%' | ',' | '.'));
    let end = end + usize::from(has_plus);
    if line.after(end) == Some('%') {
        return Some(end + 1);
    }
    let unit = line.word_after(end);
    let is_unit = is_one_of(unit, UNITS) && !(word == "Y" && is_capitalised(unit));
    let is_joined_unit = match &word[letters..] {
        "" => false,
        "s" => letters == 1 && is_one_of(before, &["from", "to", "by", "under", "below", "than"]),
        "k" | "K" | "M" | "B" => letters > 1 && !word.ends_with('B') || is_one_of(unit, THINGS),
        "h" => false,
        _ => true,
    };
    if is_unit && letters == word.len() {
        return Some(end + 1 + unit.len());
    }
    (has_plus || has_money && word.starts_with('X') || is_joined_unit).then_some(end)
}

/// "X and Y", "X, Y and Z", "X to Y", of which X stands at `at`.
fn pair(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let rest = line.rest(at).strip_prefix('X')?;
    let joint = [", and ", ", or ", ", ", " and ", " or ", " to ", " & "]
        .iter()
        .find(|joint| rest.strip_prefix(**joint).is_some_and(|rest| first_word(rest) == "Y"))?;
    let mut end = at + 1 + joint.len() + 1;
    for joint in [", and Z", ", or Z", ", Z", " and Z", " or Z", " & Z"] {
        let is_whole = line.rest(end).strip_prefix(joint).is_some_and(|rest| !rest.starts_with(is_word_char));
        if is_whole {
            end += joint.len();
            break;
        }
    }
    (!is_one_of(line.word_after(end), AXES)).then(|| slot(at..end, Certainty::Likely, Style::Masked))
}

/// "Dear X,", "the X role": one letter in place of a name.
fn named(line: &Line<'_>, at: usize, end: usize, before: &str) -> Option<Placeholder> {
    let is_name = matches!(line.rest(at).as_bytes().first(), Some(b'X' | b'N' | b'Y'));
    let is_whole = line.after(end).is_none_or(|c| matches!(c, ',' | ':' | '!'));
    let is_role = is_one_of(before, &["the", "a", "an"]) && is_one_of(line.word_after(end), ROLES);
    (is_name && (is_whole && is_greeted(before) || is_role)).then(|| slot(at..end, Certainty::Likely, Style::Masked))
}

#[cfg(test)]
mod tests {
    use crate::letter::placeholder::testing::{certain, finds, likely, silent};

    #[test]
    fn letters_with_a_unit_are_certain() {
        for slot in [
            "XX%",
            "X%",
            "Y%",
            "N%",
            "Xms",
            "X years",
            "XX years",
            "N+",
            "X+",
            "X million",
            "XX+",
            "X.X%",
            "X,XXX",
            "x%",
            "xx%",
            "x years",
            "XXk",
            "X percent",
            "NN%",
            "N years",
            "X,XXX+",
        ] {
            certain(&format!("I served {slot} there."), &[slot]);
        }
        certain("I cut it from Xms to Yms, by $XM.", &["Xms", "Yms", "XM"]);
        certain("I cut it from Xs to Ys.", &["Xs", "Ys"]);
    }

    #[test]
    fn letters_before_a_counted_thing_are_likely() {
        likely("I led X engineers.", &["X"]);
        likely("It took X requests and XX users.", &["X", "XX"]);
    }

    #[test]
    fn longer_masks_are_names() {
        certain("I worked at XXXX Studio.", &["XXXX"]);
        certain("I worked at xxxx there.", &["xxxx"]);
        likely("Dear XXX,", &["XXX"]);
        likely("I apply to XX as a cook.", &["XX"]);
        likely("I know YYY well.", &["YYY"]);
        likely("Dear Mr. X,", &["X"]);
        likely("I apply for the X role.", &["X"]);
    }

    #[test]
    fn letters_in_a_row_are_likely() {
        finds("I use X, Y, and Z daily.", &["X, Y, and Z"]);
        finds("I moved it from X to Y.", &["X to Y"]);
        silent("The X and Y axes are labelled.");
        silent("Generations X, Y and Z read it.");
    }

    #[test]
    fn letters_of_names_are_silent() {
        for text in [
            "An x-ray of Generation X.",
            "X (formerly Twitter)",
            "10x faster",
            "Size XXL",
            "The XX century.",
            "Space X and SpaceX",
            "macOS X and OS X 10",
            "N/A",
            "N+1 queries",
            "XML, XP and X11 and X.509",
            "Albuquerque, NM",
            "Super Bowl XXX was",
            "an XX chromosome",
            "I post on X.",
            "Chapter XX",
            "Y Combinator",
            "the X factor",
            "plan B, n times",
            "Xbox and Xerox",
            "2x to 3x",
            "the x axis and y",
            "Zs and Ns",
        ] {
            silent(text);
        }
    }
}

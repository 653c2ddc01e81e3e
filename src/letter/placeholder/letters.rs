//! Single letters in place of names: "from X to Y", "Dear X,", "the X role".

use super::super::word_set::WordSet;
use super::empty::{ROLES, is_greeted};
use super::line::Line;
use super::words::{first_word, is_one_of, is_word_char};
use super::{Certainty, Placeholder, Style, slot};

/// Words that give the letter before them another meaning: "the X axis", "XX century".
#[rustfmt::skip]
pub(super) static AXES: WordSet = WordSet::new(&[
    "axes", "axis", "century", "chromosome", "chromosomes", "coordinate", "coordinates", "corp",
    "direction", "factor", "file", "files", "games", "rated", "server", "window", "windows",
]);

/// "X and Y", "X, Y and Z", "X to Y", of which X stands at `at`.
pub(super) fn row(line: &Line<'_>, at: usize) -> Option<Placeholder> {
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
    (!AXES.holds(line.word_after(end))).then(|| slot(at..end, Certainty::Likely, Style::Masked))
}

/// "Dear X,", "the X role": one letter in place of a name.
pub(super) fn name(line: &Line<'_>, at: usize, end: usize, before: &str) -> Option<Placeholder> {
    let is_name = matches!(line.rest(at).as_bytes().first(), Some(b'X' | b'N' | b'Y'));
    let is_whole = line.after(end).is_none_or(|c| matches!(c, ',' | ':' | '!'));
    let is_role = is_one_of(before, &["the", "a", "an"]) && is_one_of(line.word_after(end), ROLES);
    (is_name && (is_whole && is_greeted(before) || is_role)).then(|| slot(at..end, Certainty::Likely, Style::Masked))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{finds, likely, silent};

    #[test]
    fn letters_in_a_row_are_likely() {
        finds("I use X, Y, and Z daily.", &["X, Y, and Z"]);
        finds("I moved it from X to Y.", &["X to Y"]);
        silent("The X and Y axes are labelled.");
        silent("Generations X, Y and Z read it.");
    }

    #[test]
    fn a_letter_where_a_name_must_stand_is_likely() {
        likely("Dear Mr. X,", &["X"]);
        likely("I apply for the X role.", &["X"]);
        silent("I met Mr. Xu in the X wing.");
    }
}

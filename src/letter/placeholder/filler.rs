//! Text that only fills the page: "Lorem ipsum …", `#lorem(100)`, `\lipsum`.

use super::line::Line;
use super::words::{head, is_word_char};
use super::{Certainty, Placeholder, Style, slot};

/// Longest sentence that one finding covers.
const LONGEST: usize = 400;

/// How the usual filler starts, and words by which a later sentence of it is known.
const STARTS: &[&str] = &["lorem ipsum", "dolor sit amet", "sit amet", "consectetur adipiscing", "sed ut perspiciatis"];

/// The filler that starts with the word at `at`: up to the end of its sentence.
///
/// `is_filled` says that the last slot of the block was filler: one finding is enough for both.
pub(super) fn at(line: &Line<'_>, at: usize, is_filled: bool) -> Option<Placeholder> {
    let start = STARTS.iter().position(|start| starts_with(line.rest(at), start))?;
    let is_later = start > 0 && is_filled;
    let near = head(line.rest(at), LONGEST);
    let len = near.find(['.', '!', '?']).map_or(STARTS[start].len(), |end| end + 1);
    (!is_later).then(|| slot(at..at + len, Certainty::Certain, Style::Filler))
}

fn starts_with(text: &str, start: &str) -> bool {
    let Some((head, rest)) = text.split_at_checked(start.len()) else {
        return false;
    };
    head.eq_ignore_ascii_case(start) && !rest.starts_with(is_word_char)
}

/// The call for filler at `at`: `#lorem(100)`, `\lipsum[1-3]`, `\blindtext`.
pub(super) fn call(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let rest = line.rest(at);
    let calls = ["#lorem(", "\\lipsum", "\\blindtext", "\\Blindtext"];
    let call = calls.iter().find(|call| rest.starts_with(**call))?;
    let start = at + call.len();
    let arguments = match (call.ends_with('('), line.after(start)) {
        (true, _) => line.inside(start, ')', '(', 20)?.len() + 1,
        (false, Some('[')) => line.inside(start + 1, ']', '[', 20)?.len() + 2,
        (false, _) => 0,
    };
    Some(slot(at..start + arguments, Certainty::Certain, Style::Filler))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{certain, silent};

    #[test]
    fn filler_is_found_up_to_the_end_of_its_sentence() {
        certain("Lorem ipsum dolor sit amet. I build tools.", &["Lorem ipsum dolor sit amet."]);
        certain("I wrote lorem ipsum", &["lorem ipsum"]);
    }

    #[test]
    fn a_block_of_filler_is_one_finding() {
        certain("Lorem ipsum dolor sit amet. Duis sit amet neque. Nunc sit amet.", &["Lorem ipsum dolor sit amet."]);
        certain("Duis sit amet neque.\nNunc sit amet.", &["sit amet neque.", "sit amet."]);
    }

    #[test]
    fn calls_for_filler_are_certain() {
        certain("#lorem(100)", &["#lorem(100)"]);
        certain("\\lipsum[1-3] and \\blindtext", &["\\lipsum[1-3]", "\\blindtext"]);
    }

    #[test]
    fn other_words_are_silent() {
        silent("I sit at metal tables and read of Loremville.");
        silent("#lorem and #lorem(");
    }
}

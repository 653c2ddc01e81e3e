//! A bracket that was opened and never closed: "Dear [Hiring Manager,".

use super::label::Label;
use super::line::Line;
use super::vocabulary::Keyword;
use super::words::{is_capitalised, is_word_char};
use super::{Certainty, Placeholder, Style, slot};

/// Most words that are taken for the label.
const LONGEST: usize = 5;

/// The slot whose bracket opens at `at` and has no end: the bracket and the capitalised words
/// behind it, with a closing bracket of another kind.
pub(super) fn at(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let opens_word = line.rest(at + 1).starts_with(char::is_uppercase);
    if !opens_word || line.before(at).is_some_and(is_word_char) || line.close_of(at).is_some() {
        return None;
    }
    let mut end = at + 1 + line.first_word(at + 1).len();
    for _ in 1..LONGEST {
        let word = line.word_after(end);
        if word.is_empty() || !is_capitalised(word) {
            break;
        }
        end += 1 + word.len();
    }
    let label = Label::read(&line.text[at + 1..end]);
    let is_closed = matches!(line.after(end), Some(')' | '}' | '>'));
    let range = at..end + usize::from(is_closed);
    (label.keyword == Keyword::Core).then(|| slot(range, Certainty::Certain, Style::Bracket))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{certain, silent};

    #[test]
    fn a_bracket_left_open_is_certain() {
        certain("Dear [Hiring Manager,", &["[Hiring Manager"]);
        certain("I write to [Company Name} today.", &["[Company Name}"]);
        silent("I open [ and (Ana Ruiz [she writes");
    }
}

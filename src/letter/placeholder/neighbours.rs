//! What stands beside a square bracket when it belongs to a link, an index or a task box.

use super::label::Label;
use super::line::Line;
use super::vocabulary::Keyword;
use super::words::{head, is_one_of, is_word_char};

/// Whether the bracket from `at` to `end` is neither part of a link, an index nor a task box.
pub(super) fn stands_free(line: &Line<'_>, at: usize, end: usize, label: &Label<'_>) -> bool {
    let is_strong = label.keyword == Keyword::Core && label.words > 1;
    let is_free_before = match line.before(at) {
        Some('!' | '[') => false,
        Some(']') => is_neighbour(line, at, label),
        Some('#' | '\\' | '&') => label.keyword == Keyword::Core,
        Some(c) => is_strong || !is_word_char(c),
        None => true,
    };
    is_free_before
        && !line.definitions.contain(label.text)
        && match line.after(end) {
            Some('(') => is_strong && is_remark(line.rest(end + 1)),
            Some('[') => starts_slot(line, end, label),
            Some(' ') | None => !(line.opens_item(at) && is_box(label.text)),
            _ => true,
        }
}

/// Whether the bracket before the one at `at` was a slot too, as in `[First Name][Last Name]`.
fn is_neighbour(line: &Line<'_>, at: usize, label: &Label<'_>) -> bool {
    line.covered == at && label.is_capitalised && label.keyword == Keyword::Core
}

/// Whether the bracket that opens at `at` holds a label of its own and no reference.
fn starts_slot(line: &Line<'_>, at: usize, before: &Label<'_>) -> bool {
    let Some(close) = line.close_of(at) else {
        return true;
    };
    let label = Label::read(head(&line.text[at + 1..close], 100));
    let both = [before, &label];
    both.iter().all(|label| label.is_capitalised && label.keyword == Keyword::Core)
        && !line.definitions.contain(label.text)
}

/// Whether a parenthesis opens with words about a slot and not with the target of a link.
fn is_remark(inside: &str) -> bool {
    let first = inside.split([' ', ')', ',', '.']).next().unwrap_or_default();
    is_one_of(first, &["if", "or", "e", "eg", "as", "when", "optional", "insert", "such"])
}

fn is_box(text: &str) -> bool {
    matches!(text, "x" | "X" | "-")
}

/// Whether the bracket changes one letter of a quoted word, as in "[T]he".
pub(super) fn is_inflection(line: &Line<'_>, end: usize, label: &Label<'_>) -> bool {
    label.text.chars().count() == 1 && line.after(end).is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{finds, silent, silent_each};

    #[test]
    fn neighbours_may_touch() {
        finds(
            "I have [X] years, [Y]M records, $[amount], [Name]: and [Name]'s.",
            &["[X]", "[Y]", "[amount]", "[Name]", "[Name]"],
        );
        finds("Dear [First Name][Last Name],", &["[First Name]", "[Last Name]"]);
        finds("Ana at[Company Name] and [Company Name](if known)", &["[Company Name]", "[Company Name]"]);
    }

    #[test]
    fn links_are_silent() {
        silent_each(
            "
            [my site](\u{FFFC})
            [Harbour Kitchens](\u{FFFC} \"title\")
            [my site][ref]
            ![Company Logo](\u{FFFC})
            [^1] [^note]
            [Site]: \u{FFFC}
            [\u{FFFC}](\u{FFFC})
            [Resume](My Resume.pdf)
            ",
        );
        silent("See [Site] now.\n[Site]: \u{FFFC}");
    }

    #[test]
    fn task_boxes_are_silent_at_the_start_of_an_item() {
        silent("- [ ] call\n- [x] write\n* [X] send\n1. [-] wait\n[x] done\n[ ] open");
        finds("I shipped [X] things and [x] more.", &["[X]", "[x]"]);
    }
}

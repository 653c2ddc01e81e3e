//! `[Company]`: the commonest slot, and the one with the most innocent neighbours.

use super::aside::is_aside;
use super::empty::is_slot_position;
use super::label::{Label, SENTENCE};
use super::line::Line;
use super::vocabulary::Keyword;
use super::words::{is_capitalised, is_one_of, is_word_char};
use super::{Certainty, Placeholder, Style, slot};

/// Longest bracket that is read: a paragraph left as an alternative.
const LONGEST: usize = 1200;

/// The slot whose bracket opens at `at`.
pub(super) fn at(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let close = line.nesting.close_of(at)?;
    if close - at > LONGEST {
        return None;
    }
    let inside = &line.text[at + 1..close];
    let wiki = inside.strip_prefix('[').and_then(|inside| inside.strip_suffix(']'));
    let label = Label::read(wiki.unwrap_or(inside));
    let end = close + 1;
    if label.text.is_empty() {
        return is_slot_position(line, at, end).then(|| slot(at..end, Certainty::Likely, Style::Bracket));
    }
    if !stands_free(line, at, end, &label) || is_aside(&label) || is_inflection(line, end, &label) {
        return None;
    }
    let certainty = certainty(&label)?;
    let is_note = wiki.is_some() && label.keyword == Keyword::None;
    (!is_note).then(|| slot(at..end, certainty, Style::Bracket))
}

/// How surely the brackets around `label` are a slot; `None` when it reads as a plain remark.
fn certainty(label: &Label<'_>) -> Option<Certainty> {
    use Certainty::{Certain, Likely};
    if label.is_mask() {
        return Some(if label.text == "x" { Likely } else { Certain });
    }
    if label.words >= SENTENCE || label.text == "object Object" {
        return Some(Certain);
    }
    if label.is_inserted() {
        return Some(Likely);
    }
    match label.keyword {
        Keyword::Core => Some(Certain),
        Keyword::Plain if label.words > 1 || label.is_compound => Some(Certain),
        Keyword::Plain => Some(Likely),
        Keyword::None if label.is_capitalised && (label.words > 1 || label.is_compound) => Some(Certain),
        Keyword::None if label.is_capitalised || label.words > 1 => Some(Likely),
        Keyword::None if label.text.contains(['%', '$']) => Some(Likely),
        Keyword::None => None,
    }
}

/// Whether the bracket from `at` to `end` is neither part of a link, an index nor a task box.
fn stands_free(line: &Line<'_>, at: usize, end: usize, label: &Label<'_>) -> bool {
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
    let Some(close) = line.nesting.close_of(at) else {
        return true;
    };
    let label = Label::read(super::words::head(&line.text[at + 1..close], 100));
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
fn is_inflection(line: &Line<'_>, end: usize, label: &Label<'_>) -> bool {
    label.text.chars().count() == 1 && line.after(end).is_some_and(char::is_lowercase)
}

/// The slot that opens at `at` and was never closed: "Dear [Hiring Manager,".
///
/// Covers the capitalised words after the bracket, and a closing bracket of another kind.
pub(super) fn unclosed(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    if line.nesting.close_of(at).is_some() || line.before(at).is_some_and(is_word_char) {
        return None;
    }
    let mut end = at + 1;
    for _ in 0..SENTENCE - 1 {
        let start = end + usize::from(end > at + 1);
        let word = line.text.get(start..).map(super::words::first_word).unwrap_or_default();
        let is_next = start == end || line.after(end) == Some(' ');
        if word.is_empty() || !is_next || !is_capitalised(word) {
            break;
        }
        end = start + word.len();
    }
    let label = Label::read(&line.text[at + 1..end]);
    if let Some(')' | '}' | '>') = line.after(end) {
        end += 1;
    }
    (label.keyword == Keyword::Core).then(|| slot(at..end, Certainty::Likely, Style::Bracket))
}

#[cfg(test)]
mod tests {
    use crate::letter::placeholder::testing::{certain, finds, likely, silent};

    #[test]
    fn keywords_and_phrases_are_certain() {
        for slot in [
            "[Hiring Manager]",
            "[company]",
            "[Your City, State/Province]",
            "[date]",
            "[X]",
            "[XX%]",
            "[X years]",
            "[TBD]",
            "[link]",
            "[need a sentence on leadership]",
            "[Harbour Works]",
            "[job_title]",
            "[jobTitle]",
            "[5 years]",
            "[2025 date]",
            "[exact phrase from the JD]",
            "[one more thing that I did there]",
            "[object Object]",
        ] {
            certain(&format!("I write {slot} today."), &[slot]);
        }
    }

    #[test]
    fn other_capitalised_words_are_likely() {
        for slot in ["[Harbour ]", "[KITCHEN]", "[team]", "[some other thing]", "[30%]", "[the company]"] {
            likely(&format!("I write {slot} today."), &[slot]);
        }
    }

    #[test]
    fn a_bracket_is_one_slot_whatever_it_holds() {
        for slot in [
            "[one reason, e.g. \"your calm, slow kitchens\", or (if none) the town]",
            "[Opening: name the [Job Title] and the [Company Name]. Then greet.]",
            "[I ran two kitchens. Last year I ran a third, and it is open still.]",
        ] {
            certain(&format!("I write {slot} today."), &[slot]);
        }
    }

    #[test]
    fn a_long_bracket_is_an_alternative_paragraph() {
        let slot = format!("[{}end]", "I cook. ".repeat(120));
        certain(&slot, &[slot.as_str()]);
        let text = format!("[{}[Company Name]]", "I cook. ".repeat(200));
        certain(&text, &["[Company Name]"]);
    }

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
    fn a_wiki_link_is_a_slot_only_with_a_keyword() {
        certain("I write to [[Company Name]] today.", &["[[Company Name]]"]);
        silent("See [[my note]] and [[Kitchen Notes]].");
    }

    #[test]
    fn a_bracket_left_open_is_likely() {
        likely("Dear [Hiring Manager,", &["[Hiring Manager"]);
        likely("I write to [Company Name} today.", &["[Company Name}"]);
        silent("I open [ and (Ana Ruiz [she writes");
    }

    #[test]
    fn links_are_silent() {
        for text in [
            "[my site](\u{FFFC})",
            "[Harbour Kitchens](\u{FFFC} \"title\")",
            "[my site][ref]",
            "![Company Logo](\u{FFFC})",
            "[^1] [^note]",
            "[Site]: \u{FFFC}",
            "See [Site] now.\n[Site]: \u{FFFC}",
            "[\u{FFFC}](\u{FFFC})",
            "[Resume](My Resume.pdf)",
        ] {
            silent(text);
        }
    }

    #[test]
    fn task_boxes_are_silent_at_the_start_of_an_item() {
        silent("- [ ] call\n- [x] write\n* [X] send\n1. [-] wait\n[x] done\n[ ] open");
        finds("I shipped [X] things and [x] more.", &["[X]", "[x]"]);
    }

    #[test]
    fn remarks_are_silent() {
        for text in [
            "It was [sic] there [...] and [\u{2026}] so [emphasis added].",
            "He wrote [my translation].",
            "\"[T]he team\" and [w]e",
            "work[ed], skill[s], a[i], x[0]",
            "see [1], [12, 13], [Smith 2020]",
            "ask [@ana], [she/her]",
            "in [0, 1] or (0,1] or [u8; 4]",
            "an [ERROR] and [INFO]",
            "at [::1]",
            "#[derive(Debug)] #![allow(x)]",
            "[we] said [our] thing",
        ] {
            silent(text);
        }
    }
}

//! What a posting asks for.

use super::forms::Forms;
use super::reference::Reference;
use super::words::{Words, folded};
use crate::words::List;
use std::ops::Range;

/// Bytes of a word that says enough alone.
const LONG: usize = 11;

/// Something that the posting says an applicant must have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// Bytes of the posting's source.
    pub range: Range<usize>,
    /// As it stands there, without its list mark.
    pub text: String,
}

impl Reference {
    /// Returns what an applicant must have, in order; a list within an item is a part of it.
    pub fn requirements(&self) -> Vec<Requirement> {
        let mut reading = Reading::default();
        let mut start = 0;
        for line in self.letter().source().text().split_inclusive('\n') {
            reading.read(line, start..start + line.trim_end().len());
            start += line.len();
        }
        reading.found
    }
}

/// What was read of a posting so far.
#[derive(Default)]
struct Reading {
    found: Vec<Requirement>,
    /// Whether items are what an applicant must have.
    is_must: bool,
    /// Whether one of the items that follow is enough.
    is_choice: bool,
    /// Columns before the last item of a list that is not at its end, where that item is a requirement.
    open: Option<usize>,
}

impl Reading {
    /// Reads `line`, which stands at `range`.
    fn read(&mut self, line: &str, range: Range<usize>) {
        let text = line.trim();
        let indent = line.len() - line.trim_start().len();
        let (is_item, bare) = item(text);
        let lower = bare.to_lowercase();
        let is_wrapped = !is_item && indent > 0 && !text.is_empty();
        let goes_on = self.open.is_some_and(|column| {
            let is_or = ["or ", "and/or ", "oder "].iter().any(|word| lower.starts_with(word));
            is_wrapped || (is_item && (indent > column || is_or || self.is_choice || self.ends_with_or()))
        });
        if goes_on {
            self.go_on(bare, is_item, range.end);
        } else if !is_item && is_heading(text) {
            let need_not = List::NeedNotHeading.is_within(&lower) && !lower.contains("about you");
            self.is_must = List::MustHeading.is_within(&lower) && !need_not;
            self.is_choice = List::ChoiceHeading.is_within(&lower);
            self.open = None;
        } else if !bare.is_empty() {
            let is_said = is_item && self.is_must || lower.contains("required:") || List::Required.is_within(&lower);
            let is_wanted = is_said && !List::NotRequired.is_within(&lower);
            let is_new = self.found.iter().all(|one| !one.text.eq_ignore_ascii_case(bare));
            if is_wanted && is_new {
                let start = range.start + (bare.as_ptr() as usize - line.as_ptr() as usize);
                self.found.push(Requirement { range: start..range.end, text: bare.to_owned() });
            }
            self.open = (is_wanted && is_new && is_item).then_some(indent);
        }
    }

    fn ends_with_or(&self) -> bool {
        let last = self.found.last().map(|last| last.text.to_lowercase()).unwrap_or_default();
        [" or", " oder"].iter().any(|word| last.trim_end_matches(',').ends_with(word))
    }

    /// Adds what belongs to the last requirement: a line of it, or an item of a list within it.
    fn go_on(&mut self, text: &str, is_item: bool, end: usize) {
        let Some(last) = self.found.last_mut() else { return };
        let is_open = last.text.ends_with([':', ',', ';']) || last.text.ends_with(" or");
        last.text += if is_item && !is_open { ", " } else { " " };
        last.text += text;
        last.range.end = end;
    }
}

impl Requirement {
    /// Returns it without what of `source` lies in one of these ranges.
    #[must_use]
    pub fn without(&self, source: &str, ranges: &[Range<usize>]) -> Requirement {
        let mut text = String::new();
        let mut at = self.range.start;
        for range in ranges.iter().filter(|range| range.start < self.range.end && self.range.start < range.end) {
            text += source.get(at..range.start).unwrap_or_default();
            text.push(' ');
            at = at.max(range.end);
        }
        text += source.get(at..self.range.end).unwrap_or_default();
        Requirement { range: self.range.clone(), text }
    }

    /// Whether nothing in it can be looked for in a letter.
    pub fn is_soft(&self) -> bool {
        let own = Words::of(&self.text);
        own.ranges.into_iter().all(|range| !is_telling(&self.text[range]))
    }

    /// Whether the words of a letter answer it: one of the things that it names, or half of what it is about.
    pub fn is_answered(&self, letter: &Forms) -> bool {
        let own = Words::of(&self.text);
        let telling = own.ranges.iter().map(|range| &self.text[range.clone()]).filter(|word| is_telling(word));
        let is_named = |word: &&str| word.chars().any(|c| c.is_uppercase() || c.is_ascii_digit());
        let (named, small): (Vec<&str>, Vec<&str>) = telling.partition(is_named);
        // "On-call" is no calling: a piece of a compound has one form.
        let is_piece = |word: &str| self.text.contains(&format!("-{word}")) || self.text.contains(&format!("{word}-"));
        let holds = |word: &&&str| if is_piece(word) { letter.hold_exactly(word) } else { letter.hold(word) };
        // One of the things that it names, or a long word, which is about one thing only.
        let is_long = |word: &&&str| word.len() >= LONG;
        if named.iter().any(|word| holds(&word)) || small.iter().filter(is_long).any(|word| holds(&word)) {
            return true;
        }
        let (held, all) = (small.iter().filter(holds).count(), small.len());
        (named.is_empty() && 2 * held >= all) || (all > 1 && held == all)
    }
}

fn is_telling(word: &str) -> bool {
    let plain = folded(word);
    let is_number = plain.bytes().all(|byte| byte.is_ascii_digit());
    !is_number && !List::GenericRequirement.holds(&plain)
}

/// Whether `line` is an item of a list, and what it says.
fn item(line: &str) -> (bool, &str) {
    for mark in ["- ", "* ", "+ ", "\u{2022} ", "\u{2013} ", "\u{b7} "] {
        if let Some(rest) = line.strip_prefix(mark) {
            return (true, rest.trim());
        }
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line[digits..].strip_prefix(['.', ')']) {
        Some(rest) if (1..=2).contains(&digits) && rest.starts_with(' ') => (true, rest.trim()),
        _ => (false, line),
    }
}

/// Whether `line` may stand above a list: a heading, a line in bold, a short line that ends with a colon or no mark.
fn is_heading(line: &str) -> bool {
    let is_short = line.split(' ').nth(8).is_none();
    let is_bold = line.starts_with("**") && line.trim_end_matches(':').ends_with("**");
    line.starts_with('#') || (is_short && !line.is_empty() && (is_bold || !line.ends_with(['.', '!', '?', ',', ';'])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::Format;
    use crate::source::Source;

    fn requirements(text: &str) -> Vec<String> {
        let posting = Reference::read("job.md", Source::new(text), Format::Markdown);
        posting.requirements().into_iter().map(|one| one.text).collect()
    }

    #[test]
    fn requirements_are_the_items_below_their_heading() {
        let text = "# Engineer\n\n## You must have\n\n- Go or Rust\n- PostgreSQL\n\n## Nice to have\n\n- Kafka\n";
        assert_eq!(requirements(text), ["Go or Rust", "PostgreSQL"]);
        assert_eq!(requirements("Requirements:\n* Go\n\nWhat we offer:\n* Fruit\n"), ["Go"]);
    }

    #[test]
    fn a_sentence_may_say_what_is_required() {
        assert_eq!(requirements("We are ten people. \nFluent German is required.\n"), ["Fluent German is required."]);
    }

    fn is_answered(requirement: &str, letter: &str) -> bool {
        let requirement = Requirement { range: 0..0, text: requirement.to_owned() };
        requirement.is_answered(&Forms::of(letter, &Words::of(letter)))
    }

    #[test]
    fn a_list_within_an_item_is_a_part_of_it() {
        let text = "You have\n\n- Experience with one of:\n  - Go\n  - Rust\n- Kafka in\n  production\n- PostgreSQL or\n- MySQL\n";
        assert_eq!(
            requirements(text),
            ["Experience with one of: Go, Rust", "Kafka in production", "PostgreSQL or MySQL"]
        );
        assert_eq!(
            requirements("You must have one of\n\n- Go\n- Rust\n\nYou must have\n\n- Kafka\n"),
            ["Go, Rust", "Kafka"]
        );
    }

    #[test]
    fn what_need_not_be_and_what_is_to_be_sent_is_no_requirement() {
        let text =
            "Requirements\n- Boat licence (nice to have)\n- Ideally a crane licence\n- Go\n\nYou must send a CV.\n";
        assert_eq!(requirements(text), ["Go"]);
    }

    #[test]
    fn one_of_the_things_named_is_an_answer() {
        assert!(is_answered("Go or Rust in production", "I write Go."));
        assert!(!is_answered("Go or Rust in production", "I write Java."));
        assert!(is_answered("5 years of experience with PostgreSQL", "a PostgreSQL table"));
    }

    #[test]
    fn half_of_what_it_is_about_is_an_answer() {
        assert!(is_answered("experience mentoring engineers", "I mentored two of them."));
        assert!(!is_answered("on-call experience", "I wrote tests."));
        assert!(is_answered("on-call experience", "I was on call."));
        for (asked, letter) in [
            ("closing the books", "I closed the books"),
            ("moving merchants", "I moved merchants"),
            ("teaching physics", "I taught physics"),
            ("ability to lead a team", "I led five people"),
            ("reconciliations", "I reconciled them"),
            ("willingness to travel", "I travelled"),
        ] {
            assert!(is_answered(asked, letter), "{asked}: {letter}");
        }
    }
}

//! What a posting asks for.

use super::forms::Forms;
use super::reference::Reference;
use super::words::{Words, folded};
use std::ops::Range;

/// Words of a heading below which stands what an applicant must have.
const MUST: [&str; 26] = [
    "must",
    "require",
    "essential",
    "minimum",
    "what you bring",
    "what you need",
    "you have",
    "you need",
    "who you are",
    "your profile",
    "qualifications",
    "looking for",
    "you should",
    "you will need",
    "skills",
    "what we expect",
    "about you",
    "you'll need",
    "you’ll need",
    "will have",
    "will hold",
    "your experience",
    "ihr profil",
    "anforderungen",
    "person specification",
    "who we need",
];

/// Words of a heading below which nothing is that an applicant must have.
const NEED_NOT: [&str; 12] = [
    "nice",
    "plus",
    "bonus",
    "prefer",
    "desirable",
    "ideal",
    "offer",
    "benefit",
    "what you will do",
    "about",
    "not required",
    "responsib",
];

/// Words of an item or sentence that need not be met, or is about the application and not the applicant.
const NO_MUST: [&str; 20] = [
    "nice to have",
    "ideally",
    "a plus",
    "preferred",
    "preferably",
    "bonus",
    "desirable",
    "optional",
    "an advantage",
    "send",
    "submit",
    "apply by",
    "apply before",
    "applicants",
    "background check",
    "closing date",
    "cover letter",
    "right to work",
    "work permit",
    "interview",
];

/// Words in a sentence that says what an applicant must have.
const SAID: [&str; 9] = [
    "must have",
    "must know",
    "you must",
    "is required",
    "are required",
    "required:",
    "is a must",
    "is essential",
    "mandatory",
];

/// Words that any requirement may hold, folded.
const GENERIC: &str = " a an the and or of in on with for to at by as from into you your our we us is are be have has had will would can \
    must should need needs required require requirement requirements essential mandatory minimum least \
    experience experienced expertise knowledge knowing know understanding familiarity familiar proficiency proficient fluency fluent \
    ability able skill skills skilled strong solid good great excellent deep proven demonstrated hands working work worked practical \
    professional commercial relevant similar equivalent including such like eg etc any some their its them only also not both either each first second half one two three four five six seven eight nine ten \
    year years month months using use used building build built writing write written running run running production prod plus more \
    other another than that this these those who what where when how very well level background degree field related \
    communication communicator attention detail positive attitude organised organized organisational motivated reliable flexible \
    enthusiasm enthusiastic passion passionate willingness willing analytical interpersonal written verbal spoken english language native \
    independently independent initiative player driven proactive hands-on mindset systems system tools tool technologies technology environment environments team teams least comfortable confident ";

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

/// Words of a heading above things of which one is enough.
const CHOICE: [&str; 7] = ["one of", "one or more", "any of", "some of", "either", "at least one", "mindestens eine"];

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
            let need_not = NEED_NOT.iter().any(|word| lower.contains(word)) && !lower.contains("about you");
            self.is_must = MUST.iter().any(|word| lower.contains(word)) && !need_not;
            self.is_choice = CHOICE.iter().any(|word| lower.contains(word));
            self.open = None;
        } else if !bare.is_empty() {
            let is_said = is_item && self.is_must || SAID.iter().any(|word| lower.contains(word));
            let is_wanted = is_said && !NO_MUST.iter().any(|word| lower.contains(word));
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
    !is_number && !GENERIC.contains(&format!(" {plain} "))
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

//! Any letter is held against any application: a posting, a CV, another letter and names are bytes as they come.

use super::reading::{Case, RULES, are_in_order, json_quotes_what_it_points_at};
use letterlint::application::{
    Application, Day, Kept, Name, Names, Reference, Requirement, Reuse, Words, reuse, shared_paragraphs,
};
use letterlint::check::{Options, check_against};
use letterlint::letter::{Format, Letter};
use letterlint::source::Source;
use std::sync::Arc;

/// A line that parts the letter from the posting, that from the CV, that from another letter, that from names.
const CUT: &[u8] = b"%%";

/// Blanks that only a message about an application has.
const BLANKS: [&str; 6] = ["{company}", "{place}", "{other}", "{differs}", "{position}", "{recipient}"];

/// Findings lie in the letter, in order; a second run finds the same; JSON quotes the bytes that it points at; no blank of
/// a message stays, and none is told of with the letter's words left out either.
pub fn holds(bytes: &[u8]) {
    let Some((&choice, bytes)) = bytes.split_last() else { return };
    let mut pieces = pieces(bytes);
    let Some(case) = Case::of(&[pieces.next().unwrap_or_default(), &[choice]].concat()) else { return };
    let given = Given::of(pieces);
    let application = given.application(&case);
    let checked = check_against(&case.letter, &RULES, &case.options, &application);
    are_in_order(&checked.diagnostics, case.text());
    let again = check_against(&case.letter, &RULES, &case.options, &given.application(&case));
    assert_eq!(checked, again, "a second run finds something else");
    let has_own_braces = bytes.iter().any(|byte| matches!(byte, b'{' | b'&'));
    let redacted = Options { is_redacted: true, ..case.options.clone() };
    let untold = check_against(&case.letter, &RULES, &redacted, &application);
    assert_eq!(checked.diagnostics.len(), untold.diagnostics.len(), "what is left out is words, no findings");
    for one in checked.diagnostics.iter().chain(&untold.diagnostics).filter(|_| !has_own_braces) {
        let left = BLANKS.iter().find(|blank| one.message.contains(**blank) || one.help.contains(**blank));
        assert_eq!(left, None, "a blank that is not filled: {one:?}");
    }
    json_quotes_what_it_points_at(&case, checked);
    for reference in [&application.job, &application.cv].into_iter().flatten() {
        lies_where_it_says(reference, &case.letter);
    }
    if let Some(other) = &given.other {
        pairs_are_of_both(&case.letter, other, given.company.as_ref());
    }
}

/// The bytes between lines that are a cut and nothing else.
fn pieces(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(bytes);
    std::iter::from_fn(move || {
        let all = rest.take()?;
        let mut start = 0;
        for line in all.split_inclusive(|&byte| byte == b'\n') {
            let end = start + line.len();
            if line.strip_suffix(b"\n").unwrap_or(line) == CUT {
                rest = Some(&all[end..]);
                return Some(&all[..start]);
            }
            start = end;
        }
        Some(all)
    })
}

/// What an input says beside the letter.
#[derive(Default)]
struct Given {
    job: Option<Source>,
    cv: Option<Source>,
    other: Option<Letter>,
    company: Option<Name>,
    recipient: Option<String>,
    position: Option<String>,
    day: Option<Day>,
    others: Vec<Name>,
}

impl Given {
    /// Takes what pieces there are; the last is one line: company / recipient / position / day / other companies.
    fn of<'a>(mut pieces: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut source = || pieces.next().and_then(|piece| Source::decode(piece.to_vec()).ok());
        let (job, cv, other, names) = (source(), source(), source(), source());
        let line = names.as_ref().and_then(|names| names.text().lines().next()).unwrap_or_default();
        let mut names = line.split('/').map(str::trim);
        let mut text = || names.next().filter(|text| !text.is_empty());
        let company = text().and_then(name);
        let (recipient, position) = (text().map(str::to_owned), text().map(str::to_owned));
        let day = text().and_then(Day::of_iso);
        let others = names.filter_map(name).collect();
        let other = other.map(|other| Letter::read(other, Format::Markdown));
        Given { job, cv, other, company, recipient, position, day, others }
    }

    fn application(&self, case: &Case) -> Application {
        let company = self.company.clone();
        Application {
            alias: None,
            others: Arc::new(Names::of(self.others.iter().cloned())),
            position: self.position.clone(),
            recipient: self.recipient.clone(),
            job: self.job.as_ref().map(|job| Arc::new(reference("job", job))),
            cv: self.cv.as_ref().map(|cv| Arc::new(reference("cv", cv))),
            day: self.day,
            reuse: self.reuse(case),
            company,
        }
    }

    /// What the letter has from the other one, which was sent before it.
    fn reuse(&self, case: &Case) -> Vec<Reuse> {
        let Some(other) = &self.other else { return Vec::new() };
        let before = Kept::of("other.md", other, self.others.first(), Day::of_seconds(0));
        let mut found = reuse(&[before, Kept::of("letter.md", &case.letter, self.company.as_ref(), None)]);
        let own = found.pop().unwrap();
        assert!(found.pop().unwrap().is_empty(), "the letter that was sent before is told");
        for one in &own {
            for range in one.differs(&case.letter, self.company.as_ref()) {
                assert!(case.letter.prose().text().get(range.clone()).is_some(), "{range:?} of {one:?}");
            }
        }
        own
    }
}

/// A name that starts small is that of a folder, as folders are written.
fn name(text: &str) -> Option<Name> {
    if text.starts_with(char::is_lowercase) { Name::of_folder(text) } else { Name::new(text) }
}

/// A text that starts with a tag is a saved page.
fn reference(name: &str, source: &Source) -> Reference {
    if source.text().starts_with('<') {
        return Reference::read_html(&format!("{name}.html"), source.text());
    }
    Reference::read(&format!("{name}.md"), source.clone(), Format::Markdown)
}

/// What a posting asks for, and what of it is in the letter, lies in both.
fn lies_where_it_says(reference: &Reference, letter: &Letter) {
    let source = reference.letter().source().text();
    let mut end = 0;
    for Requirement { range, text } in reference.requirements() {
        // Lines of one item, and items of a list within it, are joined. A mark that joins what is before it has a blank
        // there that the item has not.
        let lines = source.get(range.clone()).unwrap_or_default().lines().map(str::trim);
        let there: Vec<u64> = lines.flat_map(|line| Words::of(line).keys).collect();
        let own = Words::of(&text).keys;
        assert!(end <= range.start && own.iter().all(|key| there.contains(key)), "{range:?}");
        end = range.end;
    }
    let words = Words::of(letter.prose().text());
    let mut end = 0;
    for (run, at) in reference.shared(&words, 5) {
        assert!(end <= run.start && run.len() >= 5 && run.end <= words.len(), "{run:?} of {}", words.len());
        assert!(reference.text().is_char_boundary(at) && reference.holds(&words.keys[run.clone()]), "{run:?}");
        end = run.end;
    }
    if let Some((at, sentence)) = reference.nearest(letter.prose().text()) {
        assert!(reference.text()[at..].contains(sentence), "{at}");
    }
}

/// No paragraph is shared twice, those that share most stand first, and a letter shares all with itself.
fn pairs_are_of_both(one: &Letter, other: &Letter, company: Option<&Name>) {
    let shared = shared_paragraphs((one, company), (other, None), 30);
    assert!(shared.is_sorted_by_key(|pair| 100 - pair.percent), "{shared:?}");
    for (index, pair) in shared.iter().enumerate() {
        assert!(pair.one < one.paragraphs().len() && pair.other < other.paragraphs().len(), "{pair:?}");
        assert!((30..=100).contains(&pair.percent), "{pair:?}");
        let is_again = |before: &letterlint::application::Shared| before.one == pair.one || before.other == pair.other;
        assert!(!shared[..index].iter().any(is_again), "{shared:?}");
    }
}

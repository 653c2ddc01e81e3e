//! The company that a letter is for, where nobody said it: from its folder, its greeting, its posting.

use super::files::applications_beside;
use super::name::{Name, Spelling, is_department, is_generic_folder};
use super::person::opens_greeting;
use super::reference::Reference;
use super::words::{Words, folded};
use crate::letter::{Letter, PartKind};
use crate::words::List;
use regex_lite::Regex;
use std::path::Path;
use std::sync::OnceLock;

/// What a company's name was inferred from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inferred {
    /// The name of the letter's folder.
    Folder,
    /// The letter's greeting.
    Greeting,
    /// The posting's text.
    Posting,
}

/// A company that nobody named.
#[derive(Clone, Debug)]
pub struct Inference {
    /// Its name, spelt as the posting spells it, else as the letter does.
    pub name: Name,
    /// What it was inferred from.
    pub from: Inferred,
    /// Whether folders such as the letter's are called after companies.
    pub is_by_folder: bool,
}

/// Longest name that is taken from a greeting or a posting, in words.
const MOST_WORDS: usize = 4;

/// Fewest signs in a posting that a name is its company's.
const FEWEST_SIGNS: usize = 2;

/// Infers the company of the letter at `path`, an absolute path: from the folder's name where several folders beside each
/// other, below `top`, hold a letter or where another source names the same, else from the greeting, else from the posting.
///
/// Where a posting says another name than the greeting, the greeting may name a department: the posting's counts.
pub fn infer_company(path: &Path, top: &Path, letter: &Letter, posting: Option<&Reference>) -> Option<Inference> {
    let greeted = greeted_company(letter);
    let posted = posting.and_then(posted_company);
    let folder = path.parent().and_then(Path::file_name).map(|name| name.to_string_lossy());
    let folder = folder.filter(|name| !is_generic_folder(name));
    if let Some(folder) = folder.as_deref() {
        let spelling = spelling(folder, letter, posting);
        let name = Name::of_folder_as(folder, spelling.as_ref());
        let is_named = |other: &Name| name.as_ref().is_some_and(|name| name.is_same(other) || name.is_short_for(other));
        let is_company = greeted.iter().chain(&posted).any(is_named);
        let is_posted = posted.is_none() || spelling.as_ref().is_some_and(|one| one.is_of_posting);
        let is_placed = (is_below(path, top) || spelling.is_some()) && !applications_beside(path).is_empty();
        if (is_company || is_posted && is_placed)
            && let Some(name) = name
        {
            return Some(Inference { name, from: Inferred::Folder, is_by_folder: true });
        }
    }
    let is_by_folder = folder.is_some() && is_below(path, top) && !applications_beside(path).is_empty();
    let found = |name: Name, from| Some(Inference { name, from, is_by_folder });
    match (greeted, posted) {
        (Some(greeted), Some(posted)) if !posted.is_same(&greeted) && !greeted.is_short_for(&posted) => {
            found(posted, Inferred::Posting)
        }
        (Some(greeted), _) => found(greeted, Inferred::Greeting),
        (None, Some(posted)) => found(posted, Inferred::Posting),
        (None, None) => None,
    }
}

/// Whether the folder of the letter at `path` lies below `top`: what lies beside `top` itself may have nothing to do with it.
fn is_below(path: &Path, top: &Path) -> bool {
    path.parent().is_some_and(|folder| folder != top && folder.starts_with(top))
}

/// Returns how the company that `folder` is called after is spelt in the posting, else in the letter.
pub fn spelling(folder: &str, letter: &Letter, posting: Option<&Reference>) -> Option<Spelling> {
    let in_posting = posting.and_then(|posting| Spelling::of_folder(folder, posting.text(), posting.words()));
    let text = letter.prose().text();
    let in_letter =
        || Spelling::of_folder(folder, text, &Words::of(text)).map(|one| Spelling { is_only: false, ..one });
    in_posting.map(|one| Spelling { is_of_posting: true, ..one }).or_else(in_letter)
}

/// The company that the greeting names: "Dear Tidepool team", "Dear hiring team at Tidepool".
fn greeted_company(letter: &Letter) -> Option<Name> {
    let text = letter.prose().text();
    let greetings = letter.parts().iter().filter(|part| part.kind == PartKind::Greeting);
    greetings.filter_map(|part| company_in_greeting(&text[part.text.clone()])).find_map(|name| Name::new(&name))
}

fn company_in_greeting(greeting: &str) -> Option<String> {
    let ranges = Words::of(greeting).ranges;
    let words: Vec<&str> = ranges.iter().map(|range| &greeting[range.clone()]).collect();
    let is_opener = |word: &str| opens_greeting(word) || List::GreetingArticle.holds(word);
    let first = words.iter().position(|word| !is_opener(word))?;
    let behind_at = words.iter().position(|word| matches!(*word, "at" | "bei" | "@")).map(|at| at + 1);
    let (from, to) = match behind_at {
        Some(from) => (from, words.len()),
        None => (first, words.iter().rposition(|word| !is_department(word))? + 1),
    };
    // Without a team behind it a name may be a person's.
    if behind_at.is_none() && to == words.len() {
        return None;
    }
    let own = words.get(from..to).filter(|own| (1..=MOST_WORDS).contains(&own.len()))?;
    let is_name = |word: &&str| {
        word.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit())
            || word.contains('.')
            || List::SmallInName.holds(word)
    };
    let is_telling = own.iter().any(|word| !is_department(word)) && own.iter().all(is_name);
    is_telling.then(|| greeting[ranges[from].start..ranges[to - 1].end].to_owned())
}

/// A name of a company within a sentence of a posting.
const NAME: &str = r"([A-Z0-9][\w&+.-]*\w(?: (?:& |and |of )?[A-Z0-9][\w&+-]*){0,3})";

/// Where a posting names its company, each with how many signs of that it is.
fn signs() -> &'static [(Regex, usize)] {
    static SIGNS: OnceLock<Vec<(Regex, usize)>> = OnceLock::new();
    SIGNS.get_or_init(|| {
        [
            (r"(?m)^\W*(?:Company|Employer|Organi[sz]ation|Firma|Unternehmen|Arbeitgeber)\W*: *\W*{name}", 3),
            (r"^[^\n]{0,80} (?:at|bei) {name}\W*(?:\n|$)", 3),
            (r"{name} (?:is|are) (?:hiring|looking for|seeking|searching|recruiting)\b", 2),
            (r"{name} (?:sucht|stellt ein)\b", 2),
            (r"(?m)^\W*(?:About|Join|Why|Working at|Work at|Life at|Who is|What is|\u{dc}ber) {name}\W*$", 2),
            (r"\b[Aa]t {name},? (?:we|you|our|everyone)\b", 2),
            (r"\b[Jj]oin(?:ing)? {name}(?: as\b|[.,!?]|'s|\n|$)", 2),
            (r"\b{name},? (?:GmbH|AG|SE|KG|Ltd|Limited|Inc|LLC|plc|PLC|Corp|AS|AB|BV|Oy|SAS|Pty)\b", 2),
            (r"(?m)^{name} (?:is|builds|makes|runs|sells|helps|ships|develops|designs|operates|provides|was founded)\b", 1),
            (r"\b(?:works?|working|[Cc]areers?|[Jj]obs?|roles?|position) (?:at|for|with) {name}", 1),
        ]
        .into_iter()
        .map(|(source, weight)| {
            (Regex::new(&source.replace("{name}", NAME)).expect("a test compiles each expression"), weight)
        })
        .collect()
    })
}

/// The company whose posting this is, where enough in it says so.
fn posted_company(posting: &Reference) -> Option<Name> {
    let text = posting.text();
    // By the words that they share, in order of their first sign.
    let mut found: Vec<(Name, usize)> = Vec::new();
    for (regex, weight) in signs() {
        for name in regex.captures_iter(text).filter_map(|one| one.get(1)).filter_map(|name| name_of(name.as_str())) {
            match found.iter_mut().find(|(known, _)| known.is_same(&name)) {
                Some((_, signs)) => *signs += weight,
                None => found.push((name, *weight)),
            }
        }
    }
    let most = found.iter().map(|(_, signs)| *signs).max().filter(|most| *most >= FEWEST_SIGNS)?;
    found.into_iter().find(|(_, signs)| *signs == most).map(|(name, _)| name)
}

fn name_of(written: &str) -> Option<Name> {
    let ranges = Words::of(written).ranges;
    let is_no_name = |word: &str| List::NotACompany.holds(&folded(word)) || is_department(word);
    // "Tidepool Engineering" is a part of Tidepool; "Our Team" is nobody.
    let first = ranges.first().filter(|first| !is_no_name(&written[(*first).clone()]))?;
    let last = ranges.iter().rfind(|range| !is_no_name(&written[(*range).clone()]))?;
    let name = Name::new(&written[first.start..last.end])?;
    let has_letter = name.text().contains(char::is_alphabetic);
    (has_letter && name.text().chars().count() > 1).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::Format;
    use crate::source::Source;

    #[test]
    fn a_greeting_may_name_the_company() {
        for (greeting, name) in [
            ("Dear Tidepool team,", "Tidepool"),
            ("Dear Tidepool Hiring Team,", "Tidepool"),
            ("Dear Tidepool Payments team,", "Tidepool"),
            ("Hello Hale & Quill folks,", "Hale & Quill"),
            ("To the Tidepool recruiting team:", "Tidepool"),
            ("Dear hiring team at Tidepool,", "Tidepool"),
            ("Dear hiring manager at 3M,", "3M"),
            ("Liebes Tidepool-Team,", "Tidepool"),
        ] {
            assert_eq!(company_in_greeting(greeting).as_deref(), Some(name), "{greeting}");
        }
    }

    #[test]
    fn a_department_or_a_person_is_no_company() {
        for greeting in [
            "Dear Payments team,",
            "Dear Hiring Team,",
            "Dear Ms Okafor,",
            "Dear Ana,",
            "Dear Data Platform team,",
            "Hi,",
        ] {
            assert_eq!(company_in_greeting(greeting), None, "{greeting}");
        }
    }

    fn posted(text: &str) -> Option<String> {
        let posting = Reference::read("job.md", Source::new(text), Format::Markdown);
        posted_company(&posting).map(|name| name.text().to_owned())
    }

    #[test]
    fn a_posting_names_its_company() {
        for (text, name) in [
            ("# Backend Engineer at Tidepool\n\nYou will own the ledger.\n", "Tidepool"),
            ("# Backend Engineer\n\nHale & Quill is looking for an engineer.\n", "Hale & Quill"),
            ("# Backend Engineer\n\n## About Tidepool\n\nWe are ten people.\n", "Tidepool"),
            ("Backend Engineer\n\nCompany: Tidepool\n", "Tidepool"),
            ("# Engineer\n\nAt 7-Eleven, we open early.\n", "7-Eleven"),
            ("# Engineer\n\nTidepool Energy GmbH, Hamburg\n", "Tidepool Energy"),
        ] {
            assert_eq!(posted(text).as_deref(), Some(name), "{text}");
        }
    }

    #[test]
    fn a_posting_that_names_nobody_says_no_company() {
        for text in [
            "# Backend Engineer\n\nYou will own the ledger end to end and keep it honest.\n\n## You must have\n\n- Go\n",
            "# Engineer\n\n## About us\n\nJoin our team.\n\n## About the role\n\nThe team is looking for help.\n",
            "# Engineer\n\n## Why Us\n\nWe work with Kafka in Berlin.\n\nWe are hiring. What We Offer: Fruit.\n",
        ] {
            assert_eq!(posted(text), None, "{text}");
        }
    }
}

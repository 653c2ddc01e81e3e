//! Fills the blanks of a rule's message.

use super::facts::Facts;
use super::found::{Elsewhere, Match};
use crate::application::{Application, Name};
use crate::letter::{HOLE, Letter, invisible};
use crate::span::Span;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

/// Longest piece of a letter that a message quotes, in scalar values.
const LONGEST_QUOTE: usize = 60;

/// Most scalar values of a line that are quoted on either side of what was found.
const FAR: usize = 24;

/// Longest piece of another text that a message quotes, in scalar values.
const LONGEST_OTHER: usize = 120;

/// Most names that a message lists.
const MOST_NAMES: usize = 6;

/// One thing that a rule found, still in folded text.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    pub(super) range: Range<usize>,
    pub(super) unit: Range<usize>,
    /// What made the rule look.
    pub(super) trigger: Option<Range<usize>>,
    pub(super) is_letter: bool,
    pub(super) count: usize,
    pub(super) limit: usize,
    pub(super) names: Vec<String>,
    pub(super) instead: Option<String>,
    pub(super) replacement: Option<String>,
    /// Its bytes in the letter, where the folded text has none of them.
    pub(super) span: Option<Span>,
    /// What it is called, where it cannot be quoted.
    pub(super) name: Option<String>,
    /// What of another text it is about.
    pub(super) elsewhere: Option<Box<Elsewhere>>,
}

impl Finding {
    pub(super) fn at(range: Range<usize>, count: usize) -> Self {
        Finding {
            unit: range.clone(),
            range,
            trigger: None,
            is_letter: false,
            count,
            limit: 0,
            names: Vec::new(),
            instead: None,
            replacement: None,
            span: None,
            name: None,
            elsewhere: None,
        }
    }

    pub(super) fn with(mut self, found: &Match<'_>) -> Self {
        self.instead = found.instead.as_deref().map(str::to_owned);
        self.replacement = found.replacement.as_deref().map(str::to_owned);
        self.span = found.unfolded;
        self.name = found.unfolded.map(|_| found.name.clone().into_owned()).filter(|name| !name.is_empty());
        self.elsewhere.clone_from(&found.elsewhere);
        if found.elsewhere.is_some() && !found.name.is_empty() {
            self.names = vec![found.name.clone().into_owned()];
        }
        self
    }
}

/// Fills blanks with what is known of a letter.
pub(super) struct Wording<'a> {
    pub(super) letter: &'a Letter,
    facts: &'a Facts,
    application: &'a Application,
    /// Whether the letter's own words are left out.
    is_redacted: bool,
    /// Whether the letter holds a text; a long letter is asked for the same few again and again.
    held: RefCell<BTreeMap<String, bool>>,
}

impl<'a> Wording<'a> {
    pub(super) fn new(letter: &'a Letter, facts: &'a Facts, application: &'a Application, is_redacted: bool) -> Self {
        Wording { letter, facts, application, is_redacted, held: RefCell::default() }
    }

    fn holds(&self, text: &str) -> bool {
        if let Some(&is_held) = self.held.borrow().get(text) {
            return is_held;
        }
        let is_held = self.letter.prose().text().contains(text);
        self.held.borrow_mut().insert(text.to_owned(), is_held);
        is_held
    }

    /// Returns the help for `finding`: what the phrase itself says to do instead, else what the rule says.
    pub(super) fn help(&self, template: &str, finding: &Finding) -> String {
        match &finding.instead {
            // Advice is the rule's own words, but for a spelling that the letter itself has elsewhere.
            Some(instead) if self.is_redacted && self.holds(instead) => self.fill(template, finding),
            Some(instead) if !template.contains("{instead}") => instead.clone(),
            _ => self.fill(template, finding),
        }
    }

    /// The letter's own words that another letter does not have; that there are none is worth saying too.
    fn differs(&self, finding: &Finding) -> String {
        let ranges = finding.elsewhere.iter().flat_map(|other| &other.differs);
        let words: Vec<String> = ranges.map(|range| quote(self.letter, range)).collect();
        if words.is_empty() { "nothing but names".to_owned() } else { list(&words) }
    }

    /// Fills `{count}`, and `{count|word|words}` with the noun that goes with the number; no other blanks.
    fn number(&self, blank: &str, finding: &Finding) -> Option<String> {
        let (name, nouns) = blank.split_once('|').map_or((blank, None), |(name, nouns)| (name, nouns.split_once('|')));
        let number = match name {
            "count" => finding.count,
            "limit" => finding.limit,
            "over" => finding.count.abs_diff(finding.limit),
            "words" => {
                let unit = if finding.is_letter { self.letter.body() } else { finding.unit.clone() };
                self.letter.words_in(&unit)
            }
            "seconds" => self.facts.seconds,
            _ => return None,
        };
        Some(match nouns {
            Some((one, _)) if number == 1 => format!("1 {one}"),
            Some((_, many)) => format!("{number} {many}"),
            None => number.to_string(),
        })
    }

    /// Returns `template` with its blanks filled.
    pub(super) fn fill(&self, template: &str, finding: &Finding) -> String {
        let mut out = String::with_capacity(template.len() + 32);
        let mut rest = template;
        while let Some((before, behind)) = rest.split_once('{') {
            out.push_str(before);
            let Some((blank, behind)) = behind.split_once('}') else {
                out.push('{');
                rest = behind;
                continue;
            };
            match blank {
                "match" if finding.name.is_some() => out.extend(finding.name.as_deref()),
                // What follows may be the letter's own words.
                "match" | "around" | "when" | "matches" | "instead" | "company" | "position" | "recipient"
                | "other" | "differs"
                    if self.is_redacted =>
                {
                    out.push('…');
                }
                "match" => out.push_str(&match finding.span {
                    Some(span) => shortened(self.letter.source().slice(span)),
                    None => quote(self.letter, &finding.range),
                }),
                "around" => out.push_str(&around(self.letter, finding)),
                "when" => out.push_str(&quote(self.letter, finding.trigger.as_ref().unwrap_or(&finding.range))),
                "matches" => out.push_str(&list(&finding.names)),
                "tier" => out.push_str(self.facts.tier.tier.name()),
                "instead" => out.push_str(finding.instead.as_deref().unwrap_or_default()),
                "company" => out.extend(self.application.company.as_ref().map(Name::text)),
                "position" => out.extend(self.application.positions().next()),
                "recipient" => out.extend(self.application.recipient.as_deref()),
                "place" => out.extend(finding.elsewhere.as_ref().map(|other| other.place.as_str())),
                "other" => out.push_str(&other(finding)),
                "differs" => out.push_str(&self.differs(finding)),
                blank => match self.number(blank, finding) {
                    Some(number) => out.push_str(&number),
                    None => out.extend(["{", blank, "}"]),
                },
            }
            rest = behind;
        }
        out.push_str(rest);
        out
    }
}

/// What is in the other text, on one line, cut where it is long.
fn other(finding: &Finding) -> String {
    let text = finding.elsewhere.as_ref().and_then(|other| other.text.as_deref()).unwrap_or_default();
    let words: Vec<&str> = text.split_whitespace().collect();
    let shown = words.join(" ");
    match shown.char_indices().nth(LONGEST_OTHER) {
        Some((end, _)) => format!("{}…", shown[..end].rsplit_once(' ').map_or(&shown[..end], |(head, _)| head)),
        None => shown,
    }
}

/// The letter's own words in `range`, on one line, cut in the middle where they are many.
fn quote(letter: &Letter, range: &Range<usize>) -> String {
    shortened(letter.source().slice(letter.prose().span(range.clone())))
}

/// `text` on one line, cut in the middle where it is long.
fn shortened(text: &str) -> String {
    let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ").replace(HOLE, "…");
    if text.chars().count() <= LONGEST_QUOTE {
        return text;
    }
    let words: Vec<&str> = text.split(' ').collect();
    let mut head = String::new();
    for word in &words {
        if head.chars().count() + word.chars().count() + 1 > LONGEST_QUOTE {
            break;
        }
        if !head.is_empty() {
            head.push(' ');
        }
        head.push_str(word);
    }
    if head.is_empty() {
        head = text.chars().take(LONGEST_QUOTE).collect();
    }
    head.push('…');
    head
}

/// The words on either side of `finding` with what was found between them; what is invisible by its code.
fn around(letter: &Letter, finding: &Finding) -> String {
    let text = letter.source().text();
    let span = finding.span.unwrap_or_else(|| letter.prose().span(finding.range.clone()));
    let found = match text[span.range()].chars().next() {
        Some(first) if finding.name.is_some() => format!("[{}]", invisible::code(first)),
        _ => quote(letter, &finding.range),
    };
    let mut before = near(text[..span.start].chars().rev());
    before.reverse();
    let around = before.into_iter().chain(found.chars()).chain(near(text[span.end..].chars()));
    around.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The next of `characters` on their line, whole words where there are some; only what is seen.
fn near(characters: impl Iterator<Item = char>) -> Vec<char> {
    let mut near: Vec<char> = characters.take_while(|c| !matches!(c, '\n' | '\r')).take(FAR).collect();
    if let Some(blank) = near.iter().rposition(|c| c.is_whitespace()).filter(|_| near.len() == FAR) {
        near.truncate(blank);
    }
    near.retain(|&c| invisible::Kind::of(c).is_none());
    near
}

fn list(names: &[String]) -> String {
    let shown = names.iter().take(MOST_NAMES).map(String::as_str).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(MOST_NAMES) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

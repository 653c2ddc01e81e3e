//! The person a letter greets, and the one it is for.

use super::{Elsewhere, Match};
use crate::application::{Name, Words, folded, greeted, is_same_person};
use crate::check::context::Context;
use crate::letter::PartKind;
use crate::words::List;
use std::collections::BTreeSet;
use std::ops::Range;

impl<'a> Context<'a> {
    /// Adds the name in a greeting within `area` where it is not that of the recipient.
    pub(super) fn find_other_recipient(&self, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let text = self.letter.prose().text();
        let greetings = self.letter.parts().iter().filter(|part| part.kind == PartKind::Greeting);
        for part in greetings.filter(|part| area.start <= part.text.start && part.text.end <= area.end) {
            let greeting = &text[part.text.clone()];
            let Some(name) = greeted(greeting).filter(|name| !self.is_company(name)) else { continue };
            let Some(other) = self.other_recipient(&name) else { continue };
            let start = greeting.find(name[0]).map_or(part.text.start, |at| part.text.start + at);
            let end = greeting.rfind(name[name.len() - 1]).map(|at| part.text.start + at + name[name.len() - 1].len());
            let elsewhere = Elsewhere { text: Some(other), ..Elsewhere::default() };
            let range = start..end.unwrap_or(part.text.end);
            found.push(Match { elsewhere: Some(Box::new(elsewhere)), ..Match::at(range) });
        }
    }

    fn is_company(&self, name: &[&str]) -> bool {
        let joined: String = name.iter().map(|word| folded(word)).collect();
        self.known.application.company.as_ref().is_some_and(|company| company.joined() == joined)
    }

    /// The person that the letter is for, where it is not the one that is greeted.
    fn other_recipient(&self, greeted: &[&str]) -> Option<String> {
        if let Some(recipient) = &self.known.application.recipient {
            // A team is nobody whose name could be wrong.
            let is_somebody = names_somebody(recipient);
            return (is_somebody && !is_same_person(greeted, recipient)).then(|| recipient.clone());
        }
        let text = self.letter.prose().text();
        let part = |wanted: PartKind| self.letter.parts().iter().filter(move |part| part.kind == wanted);
        let header: Vec<&str> = part(PartKind::Header).flat_map(|part| self.lines(&part.text)).collect();
        let signed = part(PartKind::Signature).flat_map(|part| Words::of(&text[part.text.clone()]).keys);
        let signed: BTreeSet<u64> = signed.collect();
        let stands_there =
            |line: &&str| greeted.last().is_some_and(|last| is_same_person(&[last], line) && has_word(line, last));
        if header.iter().any(stands_there) {
            return None;
        }
        let is_writer = |line: &str| Words::of(line).keys.iter().any(|key| signed.contains(key));
        let company = self.known.application.company.as_ref();
        let is_company = |line: &str| company.zip(Name::new(line)).is_some_and(|(own, name)| own.is_same(&name));
        let titled = header.iter().filter_map(|line| addressed(line));
        // Without a title a name is recognised by what is below it: what the person does, or the company.
        let untitled = header.windows(2).filter(|pair| names_person(pair[0]) && !is_company(pair[0]));
        let untitled = untitled.filter(|pair| names_work(pair[1]) || is_company(pair[1])).map(|pair| pair[0]);
        let mut persons = titled.chain(untitled).filter(|name| !is_writer(name));
        persons.next().map(str::to_owned)
    }

    /// The lines of the letter in the folded `range`.
    fn lines(&self, range: &Range<usize>) -> Vec<&'a str> {
        let prose = self.letter.prose();
        let first = prose.breaks().partition_point(|at| *at < range.start);
        let breaks = prose.breaks()[first..].iter().copied().take_while(|at| *at < range.end);
        let mut start = range.start;
        let mut lines = Vec::new();
        for end in breaks.chain([range.end]) {
            lines.extend(Some(prose.text()[start..end].trim()).filter(|line| !line.is_empty()));
            start = end;
        }
        lines
    }
}

/// Whether `recipient` is a person, and not a team or an office.
fn names_somebody(recipient: &str) -> bool {
    greeted(recipient).is_some()
}

fn has_word(line: &str, word: &str) -> bool {
    let wanted = folded(word);
    Words::of(line).ranges.iter().any(|range| folded(&line[range.clone()]) == wanted)
}

/// Whether `line` may be a person's name: two or three words with capitals, none of them of a place or a position.
fn names_person(line: &str) -> bool {
    let words: Vec<&str> = line.split(' ').collect();
    (2..=3).contains(&words.len())
        && words.iter().all(|word| {
            word.starts_with(char::is_uppercase)
                && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '.'))
                && !is_no_name(word)
        })
}

/// Whether `word` is of a place or a position.
fn is_no_name(word: &str) -> bool {
    let word = folded(word);
    List::PlaceWord.holds(&word) || List::PositionWord.holds(&word)
}

/// Whether `line` says what somebody does.
fn names_work(line: &str) -> bool {
    let words = Words::of(line).ranges;
    words.into_iter().any(|range| List::PositionWord.holds(&folded(&line[range])))
}

/// The person that a line of an address names with a title: "Attn: Jana Roth", "Ms Ngozi Okafor".
fn addressed(line: &str) -> Option<&str> {
    let words = Words::of(line).ranges;
    let first = words.first()?;
    let opener = folded(&line[first.clone()]).replace('.', "");
    let is_open = List::PersonTitle.holds(&opener) || ["attn", "attention"].contains(&opener.as_str());
    let rest: Vec<&str> = words[1..].iter().map(|range| &line[range.clone()]).collect();
    let is_name = !rest.is_empty()
        && rest.len() <= 4
        && rest.iter().all(|word| word.starts_with(char::is_uppercase) && !is_no_name(word));
    (is_open && is_name).then(|| line[words[1].start..].trim_end_matches([',', ' ']))
}

//! Companies in a letter: its own, those of other letters, and its own misspelt.

use super::Match;
use crate::application::{Mention, Name, Names, Words, greeted};
use crate::check::context::Context;
use crate::letter::PartKind;
use crate::rule::Text;
use crate::span::Span;
use crate::words::List;
use std::collections::BTreeSet;
use std::ops::Range;

impl<'a> Context<'a> {
    /// Adds where the company that the letter is for is in `area`.
    pub(super) fn find_own_company(&self, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let Some(own) = &self.known.application.company else { return };
        let mentions = self.mentions(&Names::of([own.clone()]), area);
        // "target" of "Target" is a word like others; "github" of "GitHub" is a slip.
        let text = self.letter.prose().text();
        let is_name = |range: &Range<usize>| {
            !text[range.clone()].starts_with(char::is_lowercase) || own.text().starts_with(char::is_lowercase)
        };
        let named = mentions.into_iter().map(|one| one.range).filter(is_name);
        found.extend(named.map(Match::at));
        // "Mr Quill" is a person, not Hale & Quill.
        let is_person = |range: &Range<usize>| self.greets_person(range);
        let short = own.short_forms(text, self.known.words()).into_iter();
        let short = short.filter(|range| area.start <= range.start && range.end <= area.end);
        found.extend(short.filter(|range| !is_person(range)).map(Match::at));
    }

    /// Whether `range` lies in a greeting of a person.
    fn greets_person(&self, range: &Range<usize>) -> bool {
        let text = self.letter.prose().text();
        let mut parts = self.letter.parts().iter().filter(|part| part.kind == PartKind::Greeting);
        parts.any(|part| part.text.contains(&range.start) && greeted(&text[part.text.clone()]).is_some())
    }

    fn mentions(&self, names: &Names, area: &Range<usize>) -> Vec<Mention> {
        let text = self.letter.prose().text();
        let words = self.known.words();
        let inside = words.inside(area);
        let words = Words { ranges: words.ranges[inside.clone()].to_vec(), keys: words.keys[inside].to_vec() };
        names.find(text, &words)
    }

    /// Adds where companies that other letters are for stand in `area`.
    pub(super) fn find_other_companies(&self, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let own = self.known.application.company.as_ref();
        let others = &self.known.application.others;
        if area.start == 0 && area.end >= self.letter.body().end {
            self.find_others_in_front_matter(own, found);
        }
        let own_places = own.map_or_else(Vec::new, |own| self.mentions(&Names::of([own.clone()]), area));
        let is_within_own = |range: &Range<usize>| holding(&own_places, range).is_some();
        let employers = self.employers_of_cv(others);
        let is_named_in_full = own_places.iter().any(|own| self.letter.body().contains(&own.range.start));
        for mention in self.mentions(others, area) {
            let name = others.get(mention.name);
            let alias = self.known.application.alias.as_ref();
            let is_own = own.is_some_and(|own| own.is_same(name) || (is_named_in_full && name.is_short_for(own)))
                || (own.is_some() && alias.is_some_and(|alias| alias.is_same(name)));
            if employers.contains(&mention.name) && self.letter.body().contains(&mention.range.start) {
                continue;
            }
            if name.is_ordinary() && self.is_word_here(&mention.range) {
                continue;
            }
            let is_small = self.letter.prose().text()[mention.range.clone()].starts_with(char::is_lowercase);
            if !is_own && !is_within_own(&mention.range) && (mention.is_right || !is_small) {
                found.push(Match::at(mention.range));
            }
        }
    }

    /// Names of other companies in the front matter, which is no text of the letter and goes along with the file.
    fn find_others_in_front_matter(&self, own: Option<&Name>, found: &mut Vec<Match<'a>>) {
        let Some(front) = self.letter.front_matter() else { return };
        let others = &self.known.application.others;
        let text = self.letter.source().slice(front);
        for mention in others.find(text, &Words::of(text)) {
            let name = others.get(mention.name);
            let is_own = own.is_some_and(|own| own.is_same(name) || name.is_short_for(own) || own.is_short_for(name));
            // Paths are written small, and so are words that are names too.
            let is_small = text[mention.range.clone()].starts_with(char::is_lowercase);
            if !is_own && !is_small {
                let (start, end) = (front.start + mention.range.start, front.start + mention.range.end);
                found.push(Match { unfolded: Some(Span::new(start, end)), ..Match::at(0..0) });
            }
        }
    }

    /// Whether the word of `len` bytes before `at` opens a sentence, or the text.
    fn opens_with(&self, len: usize, at: usize) -> bool {
        let start = at.saturating_sub(len + 1);
        self.letter.opens_sentence(start) || !self.letter.body().contains(&start)
    }

    /// Indices of the names that the CV holds as names of companies, not of their products: whoever worked there, or for
    /// them, may say so.
    fn employers_of_cv(&self, names: &Names) -> BTreeSet<usize> {
        let Some(cv) = self.known.text(Text::Cv) else { return BTreeSet::new() };
        let text = cv.text();
        let goes_on = |end: usize| {
            let mut rest = text[end..].chars();
            rest.next() == Some(' ') && rest.next().is_some_and(char::is_uppercase)
        };
        let found = names.find(text, cv.words()).into_iter();
        found.filter(|one| one.is_right && !goes_on(one.range.end)).map(|one| one.name).collect()
    }

    /// Whether the word at `range` only has a capital because it opens a sentence: "Target latency is …".
    fn is_word_here(&self, range: &Range<usize>) -> bool {
        let text = self.letter.prose().text();
        let is_heading =
            self.letter.parts().iter().any(|part| part.kind == PartKind::Heading && part.text.contains(&range.start));
        // "Times Square", "Box Brothers": another name.
        let capital = |word: Option<&str>| word.is_some_and(|word| word.starts_with(char::is_uppercase));
        let behind = text[range.end..]
            .strip_prefix(' ')
            .map(|rest| rest.split([' ', ',', '.', '\n']).next().unwrap_or_default());
        let before = text[..range.start].strip_suffix(' ').and_then(|rest| rest.rsplit([' ', '\n']).next());
        let is_part = capital(behind.filter(|word| word.len() > 1))
            || (capital(before.filter(|word| word.len() > 1 && word.chars().all(char::is_alphabetic)))
                && !self.opens_with(before.map_or(0, str::len), range.start));
        if is_heading || is_part || (self.letter.opens_sentence(range.start) && text[range.end..].starts_with(':')) {
            return true;
        }
        let rest = &self.letter.prose().text()[range.end..];
        let next = rest.strip_prefix(' ').and_then(|rest| rest.split([' ', ',', '.']).next()).unwrap_or_default();
        let goes_on = next.starts_with(char::is_lowercase) && !List::AfterCompany.holds(next);
        self.letter.opens_sentence(range.start) && goes_on
    }

    /// Adds where the company that the letter is for is in `area` in another case, or one letter off.
    pub(super) fn find_misspelt_company(&self, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let Some(own) = &self.known.application.company else { return };
        let (text, words) = (self.letter.prose().text(), self.known.words());
        let mentions = self.mentions(&Names::of([own.clone()]), area);
        let right =
            |range: &Range<usize>| holding(&mentions, range).is_some_and(|one| one.range == *range && one.is_right);
        let near =
            own.misspelt(text, words).into_iter().filter(|range| area.start <= range.start && range.end <= area.end);
        let others = self.known.application.others.find(text, words);
        let is_other = |range: &Range<usize>| holding(&others, range).is_some();
        let is_free = |range: &Range<usize>| !right(range) && !is_other(range);
        let near: Vec<Range<usize>> = near.filter(is_free).collect();
        // "gitlab.com" and "gitlab-ci" are names of other things.
        let goes_on = |range: &Range<usize>| {
            let rest = text[range.end..]
                .strip_prefix(['.', '-', '/', '@'])
                .or_else(|| text[..range.start].strip_suffix(['/', '@', '-']));
            rest.is_some_and(|rest| rest.starts_with(char::is_alphanumeric) || rest.ends_with(char::is_alphanumeric))
                && (text[range.end..].starts_with(['.', '-', '/', '@'])
                    || text[..range.start].ends_with(['/', '@', '-']))
        };
        let is_slip = |range: &Range<usize>| {
            let written = &text[range.clone()];
            // "über" is a word, and "Uber" a company.
            !goes_on(range) && (written.is_ascii() || !written.starts_with(char::is_lowercase))
        };
        let cased = mentions.iter().filter(|one| !one.is_right).map(|one| one.range.clone()).filter(is_slip);
        let instead = || Some(own.text().to_owned().into());
        let slips = cased.chain(near);
        found.extend(slips.map(|range| Match { instead: instead(), replacement: instead(), ..Match::at(range) }));
    }
}

/// The mention that `range` lies in, of `mentions` in order.
fn holding<'m>(mentions: &'m [Mention], range: &Range<usize>) -> Option<&'m Mention> {
    let at = mentions.partition_point(|one| one.range.end < range.end);
    mentions.get(at).filter(|one| one.range.start <= range.start)
}

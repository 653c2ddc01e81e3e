//! From a written matcher to what it looks for.

use super::Builder;
use crate::letter::figure;
use crate::letter::placeholder::Certainty;
use crate::nearest::did_you_mean;
use crate::rule::error::{RuleError, RuleErrorKind};
use crate::rule::file::{self, ApplyingFile, InvisibleFile, MatcherFile, PhraseFile, Spanned};
use crate::rule::{Applying, Beyond, Likeness, Matcher, Pattern, Phrase, Phrases, Within};

impl Builder<'_> {
    pub(super) fn matcher(&self, file: MatcherFile, table: &str) -> Result<Matcher, RuleError> {
        let mut phrases = self.phrases(file.phrases, "phrases")?;
        if let Some(terms) = file.terms {
            self.filled("terms", terms.get_ref().0.len(), &terms)?;
            for name in &terms.get_ref().0 {
                phrases.extend(&self.vocabulary(name, terms.span().start)?);
            }
        }
        let mut beyond = Beyond {
            needs: 0,
            of: file.of,
            names: file.names.0,
            copied: file.copied,
            dates: file.dates.0,
            reused: file.reused,
            requirements: file.requirements,
            key_phrases: file.key_phrases,
            contradicts_cv: file.contradicts_cv,
            found_in: file.found_in.0,
            not_in: file.not_in.0,
            nothing_near: file.nothing_near,
            stressed: file.stressed,
            unanswered: file.unanswered,
        };
        beyond.settle_needs(&file.given.0);
        if (beyond.unanswered || beyond.requirements || beyond.stressed) && beyond.of.is_none() {
            return Err(self.sense(format!("[{table}] looks for something in another text; add of = \"job\"")));
        }
        let is_given = beyond.needs != 0;
        let beyond = (!beyond.is_silent()).then(|| Box::new(beyond));
        let matcher = Matcher {
            slot: 0,
            phrases,
            patterns: self.patterns(file.patterns)?,
            quantities: self.quantities(file.quantities)?,
            weak: file.weak,
            placeholders: self.certainties(file.placeholders)?,
            quotes: file.quotes.map(|quotes| quotes.words),
            long_sentences: file.long_sentences.map(|long| long.over_words),
            links: match file.links {
                Some(links) => {
                    self.filled("links", links.get_ref().0.len(), &links)?;
                    links
                        .into_inner()
                        .0
                        .into_iter()
                        .map(|link| if link == "any" { String::new() } else { link })
                        .collect()
                }
                None => Vec::new(),
            },
            invisible: match file.invisible {
                Some(kinds) => {
                    self.filled("invisible", kinds.get_ref().0.len(), &kinds)?;
                    kinds.into_inner().0.into_iter().flat_map(InvisibleFile::kinds).collect()
                }
                None => Vec::new(),
            },
            repeats: file.repeats,
            spelling: file.spelling,
            suppressions: file.suppressions,
            front_matter: file.front_matter,
            respell: match file.respell {
                Some(name) => self.vocabulary(name.get_ref(), name.span().start)?,
                None => Phrases::default(),
            },
            parts: match file.parts {
                Some(parts) => {
                    self.filled("parts", parts.get_ref().0.len(), &parts)?;
                    parts.into_inner().0
                }
                None => Vec::new(),
            },
            measure: file.measure,
            within: file.within.map(Within::from),
            at_start: file.at.is_some(),
            by_sentence: file.each.is_some(),
            percent: file.percent,
            in_a_row: file.in_a_row,
            distinct: file.distinct,
            per_100_words: file.per_100_words,
            by_word: file.by_word,
            at_least: file.at_least.map(|value| self.bound(value, file.slack)).transpose()?,
            at_most: file.at_most.map(|value| self.bound(value, file.slack)).transpose()?,
            quoted: file.quoted,
            except: self.phrases(file.except, "except")?,
            like: self.likenesses(file.like, "like")?,
            not_like: self.likenesses(file.not_like, "not_like")?,
            beyond,
            beside: file.beside.map(|beside| self.matcher(*beside, "beside").map(Box::new)).transpose()?,
        };
        if !matcher.has_finders() && matcher.parts.is_empty() && matcher.measure.is_none() && !is_given {
            return Err(self.sense(format!("[{table}] looks for nothing; add phrases, patterns, terms or quantities")));
        }
        if (matcher.percent || matcher.in_a_row) && !matcher.by_sentence {
            return Err(
                self.sense(format!("[{table}] counts sentences in a row or in percent; add each = \"sentence\""))
            );
        }
        Ok(matcher)
    }

    fn phrases(&self, list: Option<Spanned<Vec<PhraseFile>>>, key: &str) -> Result<Phrases, RuleError> {
        let Some(list) = list else { return Ok(Phrases::default()) };
        self.filled(key, list.get_ref().len(), &list)?;
        let span = list.span();
        let read = |file: PhraseFile| {
            let mut phrase = Phrase::new(&file.phrase);
            phrase.instead = file.instead.map(Into::into);
            if phrase.folded.trim().is_empty() {
                return Err(
                    self.at(span.start, RuleErrorKind::Sense(format!("`{key}` contains an empty phrase; remove it")))
                );
            }
            Ok(phrase)
        };
        list.into_inner().into_iter().map(read).collect()
    }

    fn patterns(&self, list: Option<Spanned<Vec<Spanned<String>>>>) -> Result<Vec<Pattern>, RuleError> {
        let Some(list) = list else { return Ok(Vec::new()) };
        self.filled("patterns", list.get_ref().len(), &list)?;
        let read = |source: Spanned<String>| {
            let fail = |message| self.at(source.span().start, RuleErrorKind::Pattern(message));
            let pattern = Pattern::new(source.get_ref()).map_err(fail)?;
            // A user's pattern that is too large must be an error now, not silence later; a test compiles the shipped.
            if !self.is_shipped {
                pattern.compile().map_err(fail)?;
            }
            Ok(pattern)
        };
        list.into_inner().into_iter().map(read).collect()
    }

    pub(super) fn applying(&self, file: ApplyingFile) -> Result<Applying, RuleError> {
        Ok(Applying {
            grades: file.grades.iter().map(|grade| grade.to_lowercase()).collect(),
            like: self.likenesses(file.like, "applying.like")?,
            not_like: self.likenesses(file.not_like, "applying.not_like")?,
            own: self.likenesses(file.own, "applying.own")?,
            not_own: self.likenesses(file.not_own, "applying.not_own")?,
        })
    }

    fn likenesses(
        &self,
        list: Option<Spanned<file::OneOrMany<String>>>,
        key: &str,
    ) -> Result<Vec<Likeness>, RuleError> {
        let Some(list) = list else { return Ok(Vec::new()) };
        self.filled(key, list.get_ref().0.len(), &list)?;
        let fail = |message| self.at(list.span().start, RuleErrorKind::Pattern(message));
        list.get_ref().0.iter().map(|source| Likeness::new(source).map_err(fail)).collect()
    }

    fn vocabulary(&self, name: &str, at: usize) -> Result<Phrases, RuleError> {
        self.vocabularies.get(name).ok_or_else(|| {
            let hint = did_you_mean(name, self.vocabularies.names().iter().map(String::as_str));
            self.at(at, RuleErrorKind::Sense(format!("there is no vocabulary `{name}`{hint}")))
        })
    }

    fn quantities(&self, list: Option<Spanned<file::OneOrMany<String>>>) -> Result<Vec<figure::Kind>, RuleError> {
        let Some(list) = list else { return Ok(Vec::new()) };
        self.filled("quantities", list.get_ref().0.len(), &list)?;
        let mut kinds = Vec::new();
        for name in &list.get_ref().0 {
            match (name.as_str(), figure::Kind::from_name(name)) {
                ("any", _) => kinds.extend(figure::Kind::ALL),
                (_, Some(kind)) => kinds.push(kind),
                (unknown, None) => {
                    let known = figure::Kind::ALL.into_iter().map(figure::Kind::name).chain(["any"]);
                    let text = format!("no kind of number is called `{unknown}`{}", did_you_mean(unknown, known));
                    return Err(self.at(list.span().start, RuleErrorKind::Sense(text)));
                }
            }
        }
        Ok(kinds)
    }

    fn certainties(&self, list: Option<Spanned<file::OneOrMany<String>>>) -> Result<Vec<Certainty>, RuleError> {
        let Some(list) = list else { return Ok(Vec::new()) };
        self.filled("placeholders", list.get_ref().0.len(), &list)?;
        let mut found = Vec::new();
        for name in &list.get_ref().0 {
            match name.as_str() {
                "any" => found.extend([Certainty::Likely, Certainty::Certain]),
                "certain" => found.push(Certainty::Certain),
                "likely" => found.push(Certainty::Likely),
                other => {
                    let text = format!("`{other}` is not a kind of placeholder; known are any, certain, likely");
                    return Err(self.at(list.span().start, RuleErrorKind::Sense(text)));
                }
            }
        }
        Ok(found)
    }
}

//! From written phrases to what is looked for.

use super::Builder;
use crate::nearest::did_you_mean;
use crate::rule::error::{RuleError, RuleErrorKind};
use crate::rule::file::{PhraseFile, Spanned};
use crate::rule::language::{Fault, Piece, Spelling, Written, parse};
use crate::rule::{Element, Given, Joint, Phrase, PhraseSet, Sequence};

/// Most sequences that one phrase may become.
const MOST_SEQUENCES: usize = 100;

/// Names in braces that no words file may have.
const GIVEN: [(&str, Element); 5] = [
    ("number", Element::Number),
    ("name", Element::Name),
    ("company", Element::Given(Given::Company)),
    ("position", Element::Given(Given::Position)),
    ("recipient", Element::Given(Given::Recipient)),
];

/// Elements that follow each other, and what is between them.
#[derive(Default)]
struct Chain {
    elements: Vec<Element>,
    joints: Vec<Joint>,
}

impl Builder<'_> {
    /// Reads a list of phrases; an empty set where there is none.
    pub(super) fn phrases(
        &self,
        list: Option<Spanned<Vec<Spanned<PhraseFile>>>>,
        key: &str,
    ) -> Result<PhraseSet, RuleError> {
        let mut set = PhraseSet::default();
        let Some(list) = list else { return Ok(set) };
        self.filled(key, list.get_ref().len(), &list)?;
        for file in list.into_inner() {
            let start = file.span().start;
            let PhraseFile { phrase, instead } = file.into_inner();
            let fail = |Fault { column, text }| {
                let text = format!("`{key}`, \"{phrase}\", character {column}: {text}");
                self.at(start, RuleErrorKind::Sense(text))
            };
            let written = parse(&phrase).map_err(fail)?;
            let instead = instead.unwrap_or_default();
            self.add(&mut set, &written, &instead).map_err(fail)?;
        }
        Ok(set)
    }

    fn add(&self, set: &mut PhraseSet, written: &Written, instead: &str) -> Result<(), Fault> {
        if let [spellings] = written.segments.as_slice()
            && !written.opens_sentence
            && let Some(phrases) = self.literals(spellings)?
            && (instead.is_empty() || phrases.vocabularies.is_empty())
        {
            let own = phrases.own.into_iter().map(|phrase| Phrase { instead: instead.to_owned().into(), ..phrase });
            set.own.extend(own);
            set.vocabularies.extend(phrases.vocabularies);
            return Ok(());
        }
        let mut ways: Vec<Vec<usize>> = vec![Vec::new()];
        let mut count = 1;
        for spellings in &written.segments {
            // A segment of fixed words is one element, whatever its spellings.
            let segment_ways = if self.literals(spellings)?.is_some() { 1 } else { spellings.len() };
            count *= segment_ways;
            if count > MOST_SEQUENCES {
                let text = "too many alternatives hold a name in braces; write two phrases".to_owned();
                return Err(Fault { column: 1, text });
            }
            let longer =
                ways.iter().flat_map(|way| (0..segment_ways).map(move |next| [way.as_slice(), &[next]].concat()));
            ways = longer.collect();
        }
        for way in ways {
            let mut all = Chain::default();
            for (index, spellings) in written.segments.iter().enumerate() {
                let chain = match self.literals(spellings)? {
                    Some(phrases) => Chain { elements: vec![Element::Phrases(phrases)], joints: Vec::new() },
                    None => self.chain(&spellings[way[index]])?,
                };
                if index > 0 {
                    all.joints.push(Joint::Gap(written.gaps[index - 1]));
                }
                all.joints.extend(chain.joints);
                all.elements.extend(chain.elements);
            }
            set.sequences.push(Sequence {
                opens_sentence: written.opens_sentence,
                elements: all.elements,
                joints: all.joints,
                instead: instead.to_owned().into(),
            });
        }
        Ok(())
    }

    /// The phrases of `spellings` where each is one piece of fixed words, or an entry of a words file.
    fn literals(&self, spellings: &[Spelling]) -> Result<Option<PhraseSet>, Fault> {
        let mut set = PhraseSet::default();
        for spelling in spellings {
            let [piece] = spelling.as_slice() else { return Ok(None) };
            match self.element(piece)? {
                Element::Phrases(phrases) => {
                    set.own.extend(phrases.own);
                    set.vocabularies.extend(phrases.vocabularies);
                }
                _ => return Ok(None),
            }
        }
        Ok(Some(set))
    }

    /// The elements of one spelling.
    fn chain(&self, spelling: &Spelling) -> Result<Chain, Fault> {
        let mut chain = Chain::default();
        let mut is_apart = false;
        for piece in spelling {
            let text = match piece {
                Piece::Text(text) | Piece::Stem(text) | Piece::Exact(text) => text.as_str(),
                Piece::Named(_) => "-",
            };
            is_apart |= text.starts_with(char::is_whitespace);
            if text.trim().is_empty() {
                continue;
            }
            if !chain.elements.is_empty() {
                chain.joints.push(if is_apart { Joint::Blank } else { Joint::Nothing });
            }
            chain.elements.push(self.element(piece)?);
            is_apart = text.ends_with(char::is_whitespace);
        }
        Ok(chain)
    }

    fn element(&self, piece: &Piece) -> Result<Element, Fault> {
        let one = |phrase| Element::Phrases(PhraseSet { own: vec![phrase], ..PhraseSet::default() });
        match piece {
            Piece::Text(text) => Ok(one(Phrase::new(text.trim()))),
            Piece::Stem(text) => Ok(one(Phrase::stem(text.trim()))),
            Piece::Exact(text) => Ok(one(Phrase { is_exact: true, ..Phrase::new(text.trim()) })),
            Piece::Named(name) => {
                if let Some((_, element)) = GIVEN.into_iter().find(|(given, _)| given == name) {
                    return Ok(element);
                }
                let Some(number) = self.vocabularies.number(name) else {
                    let known = GIVEN.iter().map(|(name, _)| *name).chain(self.vocabularies.names());
                    let text = format!("there is no words file `{name}`{}", did_you_mean(name, known));
                    return Err(Fault { column: 1, text });
                };
                Ok(Element::Phrases(PhraseSet { vocabularies: vec![number], ..PhraseSet::default() }))
            }
        }
    }
}

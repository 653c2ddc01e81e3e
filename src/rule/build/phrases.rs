//! From written phrases to what is looked for.

use super::Builder;
use crate::nearest::did_you_mean;
use crate::rule::error::{RuleError, RuleErrorKind};
use crate::rule::file::{PhraseFile, Placed, Spanned};
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

/// Pieces that follow each other, each one of several, and what is between them.
#[derive(Clone, Default)]
struct Chain {
    pieces: Vec<Vec<Piece>>,
    joints: Vec<Joint>,
}

impl Chain {
    fn joined(&self, gap: Option<Joint>, next: &Chain) -> Chain {
        let mut all = self.clone();
        all.joints.extend(gap);
        all.joints.extend_from_slice(&next.joints);
        all.pieces.extend_from_slice(&next.pieces);
        all
    }
}

impl Builder<'_> {
    /// Reads a list of phrases; an empty set where there is none.
    pub(super) fn phrases(&self, list: Option<Spanned<Placed<PhraseFile>>>, key: &str) -> Result<PhraseSet, RuleError> {
        let mut set = PhraseSet::default();
        let Some(list) = list else { return Ok(set) };
        self.filled(key, list.get_ref().0.len(), &list)?;
        let whole = list.span().start;
        for (start, PhraseFile { phrase, instead }) in list.into_inner().0 {
            let start = start.unwrap_or(whole);
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

    pub(super) fn add(&self, set: &mut PhraseSet, written: &Written, instead: &str) -> Result<(), Fault> {
        let mut ways: Vec<Chain> = vec![Chain::default()];
        for (index, spellings) in written.segments.iter().enumerate() {
            let chains = self.chains(spellings);
            if ways.len() * chains.len() > MOST_SEQUENCES {
                let text = "too many alternatives contain a name in braces; write two phrases".to_owned();
                return Err(Fault { column: 1, text });
            }
            let gap = index.checked_sub(1).map(|before| Joint::Gap(written.gaps[before]));
            ways = ways.iter().flat_map(|way| chains.iter().map(move |next| way.joined(gap, next))).collect();
        }
        for Chain { pieces, joints } in ways {
            let elements: Result<Vec<Element>, Fault> = pieces.iter().map(|column| self.element(column)).collect();
            let mut elements = elements?;
            if let [Element::Phrases(phrases)] = elements.as_mut_slice()
                && !written.opens_sentence
                && (instead.is_empty() || phrases.vocabularies.is_empty())
            {
                let own = phrases.own.drain(..).map(|phrase| Phrase { instead: instead.to_owned().into(), ..phrase });
                set.own.extend(own);
                set.vocabularies.append(&mut phrases.vocabularies);
                continue;
            }
            let opens_sentence = written.opens_sentence;
            set.sequences.push(Sequence { opens_sentence, elements, joints, instead: instead.to_owned().into() });
        }
        Ok(())
    }

    /// The chains of `spellings`: those that differ in words only are one, where each goes with each.
    fn chains(&self, spellings: &[Spelling]) -> Vec<Chain> {
        let mut groups: Vec<Vec<Chain>> = Vec::new();
        for spelling in spellings {
            let chain = chain(spelling);
            let is_alike = |group: &Vec<Chain>| self.is_alike(&group[0], &chain);
            match groups.iter_mut().find(|group| is_alike(group)) {
                Some(group) => group.push(chain),
                None => groups.push(vec![chain]),
            }
        }
        groups.into_iter().flat_map(merged).collect()
    }

    /// Whether two chains are the same but for their words.
    fn is_alike(&self, one: &Chain, other: &Chain) -> bool {
        let special = |column: &Vec<Piece>| match column.as_slice() {
            [Piece::Named(name)] if self.vocabularies.number(name).is_none() => Some(name.clone()),
            _ => None,
        };
        one.joints == other.joints
            && one.pieces.len() == other.pieces.len()
            && one.pieces.iter().zip(&other.pieces).all(|(one, other)| special(one) == special(other))
    }

    /// The element that is one of `pieces`.
    fn element(&self, pieces: &[Piece]) -> Result<Element, Fault> {
        let mut set = PhraseSet::default();
        for piece in pieces {
            match self.one(piece)? {
                Element::Phrases(phrases) => {
                    set.own.extend(phrases.own);
                    set.vocabularies.extend(phrases.vocabularies);
                }
                other => return Ok(other),
            }
        }
        Ok(Element::Phrases(set))
    }

    fn one(&self, piece: &Piece) -> Result<Element, Fault> {
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

/// The chain of one spelling.
fn chain(spelling: &Spelling) -> Chain {
    let mut chain = Chain::default();
    let mut is_apart = false;
    for piece in spelling {
        let (text, trimmed) = match piece {
            Piece::Text(text) => (text.as_str(), Piece::Text(text.trim().to_owned())),
            Piece::Stem(text) => (text.as_str(), Piece::Stem(text.trim().to_owned())),
            Piece::Exact(text) => (text.as_str(), Piece::Exact(text.trim().to_owned())),
            Piece::Named(name) => (name.as_str(), piece.clone()),
        };
        is_apart |= text.starts_with(char::is_whitespace);
        if text.trim().is_empty() {
            continue;
        }
        if !chain.pieces.is_empty() {
            chain.joints.push(if is_apart { Joint::Blank } else { Joint::Nothing });
        }
        chain.pieces.push(vec![trimmed]);
        is_apart = text.ends_with(char::is_whitespace);
    }
    chain
}

/// Chains that are alike as one, where each of their words goes with each; as they are otherwise.
fn merged(chains: Vec<Chain>) -> Vec<Chain> {
    let mut all = Chain { pieces: vec![Vec::new(); chains[0].pieces.len()], joints: chains[0].joints.clone() };
    for (column, piece) in chains.iter().flat_map(|chain| chain.pieces.iter().flatten().enumerate()) {
        if !all.pieces[column].contains(piece) {
            all.pieces[column].push(piece.clone());
        }
    }
    let count: usize = all.pieces.iter().map(Vec::len).product();
    if count == chains.len() { vec![all] } else { chains }
}

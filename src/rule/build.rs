//! From the written shapes to rules: names resolved, sense checked.

use super::error::{RuleError, RuleErrorKind};
use super::file::{self, AdjustFile, AdjustedFile, BoundFile, MatcherFile, OptionFile, RuleFile, Spanned};
use super::file::{InvisibleFile, PackFile, PhraseFile, SignalFile};
use super::vocabulary::Vocabularies;
use super::{
    Adjust, Bound, BoundValue, Demand, Docs, Example, Later, Matcher, Pack, Pattern, Phrase, Phrases, Rule, RuleOption,
    Signal, Within,
};
use crate::diagnostic::Severity;
use crate::letter::placeholder::Certainty;
use crate::letter::quantity;
use crate::nearest::did_you_mean;
use std::cell::RefCell;

/// What may stand in braces in a message.
const BLANKS: [&str; 11] =
    ["match", "around", "matches", "when", "count", "limit", "over", "words", "seconds", "tier", "instead"];

/// Reads one rule file.
pub(super) fn rule(
    pack: &str,
    id: &str,
    path: &str,
    text: &str,
    vocabularies: &Vocabularies,
    is_shipped: bool,
) -> Result<Rule, RuleError> {
    let file: RuleFile = file::read(path, text)?;
    let builder = Builder { path, text, vocabularies, is_shipped, options: RefCell::default() };
    builder.rule(pack, id, file)
}

/// Reads the `pack.toml` of folder `name`.
pub(super) fn pack(
    name: &str,
    path: &str,
    text: &str,
    vocabularies: &Vocabularies,
    is_shipped: bool,
) -> Result<Pack, RuleError> {
    let file: PackFile = file::read(path, text)?;
    let builder = Builder { path, text, vocabularies, is_shipped, options: RefCell::default() };
    let signal = |file: SignalFile| {
        let SignalFile { name, title, missing, find } = file;
        Ok(Signal { name, title, missing, find: builder.matcher(find, "signal.find")? })
    };
    Ok(Pack {
        name: name.to_owned(),
        title: file.title,
        about: file.about,
        is_always: file.always,
        roles: file.roles,
        levels: file.levels,
        extends: file.extends,
        off: file.off,
        severity: file.severity,
        tiers: file.tiers,
        signals: Later::now(file.signal.into_iter().map(signal).collect::<Result<_, _>>()?),
        select: file.select.iter().map(|phrase| Phrase::new(phrase)).collect(),
    })
}

struct Builder<'a> {
    path: &'a str,
    text: &'a str,
    vocabularies: &'a Vocabularies,
    is_shipped: bool,
    /// Options declared so far.
    options: RefCell<Vec<RuleOption>>,
}

impl Builder<'_> {
    fn rule(&self, pack: &str, id: &str, file: RuleFile) -> Result<Rule, RuleError> {
        if !is_kebab(id) {
            return Err(self.sense(format!("`{id}` is no rule id; name the file in small letters with hyphens")));
        }
        if file.scope.0.is_empty() {
            return Err(self.sense("`scope` is empty; name where to look, such as \"body\"".to_owned()));
        }
        self.blanks(&file.message)?;
        self.blanks(&file.help)?;
        let demand = match (file.forbid, file.require, file.limit) {
            (Some(matcher), None, None) => Demand::Forbid(self.matcher(matcher, "forbid")?),
            (None, Some(matcher), None) => Demand::Require(self.matcher(matcher, "require")?),
            (None, None, Some(matcher)) => Demand::Limit(self.matcher(matcher, "limit")?),
            (None, None, None) => {
                return Err(self.sense("the rule asks for nothing; add [forbid], [require] or [limit]".to_owned()));
            }
            _ => {
                return Err(
                    self.sense("a rule has one of [forbid], [require] and [limit]; make two rules of it".to_owned())
                );
            }
        };
        self.check_demand(&demand)?;
        for (examples, name) in [(&file.bad, "bad"), (&file.good, "good")] {
            if examples.is_empty() {
                return Err(self.sense(format!("no [[{name}]] example; add one bad and one good")));
            }
        }
        let all = |files: Vec<MatcherFile>, name| -> Result<Vec<Matcher>, RuleError> {
            files.into_iter().map(|file| self.matcher(file, name)).collect()
        };
        let rule = Rule {
            id: id.to_owned(),
            is_shipped: self.is_shipped,
            pack: pack.to_owned(),
            severity: file.severity,
            scopes: file.scope.0,
            once: file.once,
            any_language: file.any_language,
            message: Later::now(file.message.into_inner()),
            help: Later::now(file.help.into_inner()),
            demand,
            when: Later::now(all(file.when.0, "when")?),
            unless: Later::now(all(file.unless.0, "unless")?),
            adjust: Later::now(file.adjust.into_iter().map(|adjust| self.adjust(adjust)).collect::<Result<_, _>>()?),
            options: self.options.take(),
            docs: Docs {
                why: file.why.trim().to_owned(),
                source: file.source.0,
                bad: file.bad.into_iter().map(Example::from).collect(),
                good: file.good.into_iter().map(Example::from).collect(),
            },
        };
        Ok(rule)
    }

    fn matcher(&self, file: MatcherFile, table: &str) -> Result<Matcher, RuleError> {
        let mut phrases = self.phrases(file.phrases, "phrases")?;
        if let Some(terms) = file.terms {
            self.filled("terms", terms.get_ref().0.len(), &terms)?;
            for name in &terms.get_ref().0 {
                phrases.extend(&self.vocabulary(name, terms.span().start)?);
            }
        }
        let matcher = Matcher {
            slot: 0,
            shared: None,
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
            beside: file.beside.map(|beside| self.matcher(*beside, "beside").map(Box::new)).transpose()?,
        };
        if !matcher.has_finders() && matcher.parts.is_empty() && matcher.measure.is_none() {
            return Err(self.sense(format!("[{table}] looks for nothing; add phrases, patterns, terms or quantities")));
        }
        if (matcher.percent || matcher.in_a_row) && !matcher.by_sentence {
            return Err(
                self.sense(format!("[{table}] counts sentences in a row or in percent; add each = \"sentence\""))
            );
        }
        Ok(matcher)
    }

    fn check_demand(&self, demand: &Demand) -> Result<(), RuleError> {
        let matcher = demand.matcher();
        match demand {
            Demand::Forbid(_) if !matcher.has_finders() && matcher.measure.is_some() => {
                Err(self.sense("[forbid] cannot forbid a measure; use [limit]".to_owned()))
            }
            Demand::Forbid(_) if matcher.at_least.is_some() || matcher.at_most.is_some() => {
                Err(self.sense("[forbid] allows none; to allow some use [limit]".to_owned()))
            }
            Demand::Limit(_) if matcher.at_least.is_none() && matcher.at_most.is_none() => {
                Err(self.sense("[limit] has no limit; add at_most or at_least".to_owned()))
            }
            Demand::Require(_) if matcher.at_most.is_some() => {
                Err(self.sense("[require] has no at_most; use [limit]".to_owned()))
            }
            _ => Ok(()),
        }
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
                    self.at(span.start, RuleErrorKind::Sense(format!("`{key}` holds an empty phrase; take it out")))
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

    fn vocabulary(&self, name: &str, at: usize) -> Result<Phrases, RuleError> {
        self.vocabularies.get(name).ok_or_else(|| {
            let hint = did_you_mean(name, self.vocabularies.names().iter().map(String::as_str));
            self.at(at, RuleErrorKind::Sense(format!("no vocabulary `{name}` is there{hint}")))
        })
    }

    fn quantities(&self, list: Option<Spanned<file::OneOrMany<String>>>) -> Result<Vec<quantity::Kind>, RuleError> {
        let Some(list) = list else { return Ok(Vec::new()) };
        self.filled("quantities", list.get_ref().0.len(), &list)?;
        let mut kinds = Vec::new();
        for name in &list.get_ref().0 {
            match (name.as_str(), quantity::Kind::from_name(name)) {
                ("any", _) => kinds.extend(quantity::Kind::ALL),
                (_, Some(kind)) => kinds.push(kind),
                (unknown, None) => {
                    let known = quantity::Kind::ALL.into_iter().map(quantity::Kind::name).chain(["any"]);
                    let text = format!("no kind of figure is called `{unknown}`{}", did_you_mean(unknown, known));
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
                    let text = format!("`{other}` is no kind of placeholder; known are any, certain, likely");
                    return Err(self.at(list.span().start, RuleErrorKind::Sense(text)));
                }
            }
        }
        Ok(found)
    }

    fn adjust(&self, file: AdjustFile) -> Result<Adjust, RuleError> {
        Ok(Adjust {
            severity: match file.severity {
                AdjustedFile::Error => Some(Severity::Error),
                AdjustedFile::Warning => Some(Severity::Warning),
                AdjustedFile::Info => Some(Severity::Info),
                AdjustedFile::Off => None,
            },
            over: file.over.map(|value| self.bound(value, file.slack)).transpose()?,
            tiers: file.tier.0,
            asked: file.asked,
            levels: file.level.0,
            roles: file.role.0,
            when: file.when.map(|matcher| self.matcher(matcher, "adjust.when")).transpose()?,
        })
    }

    fn bound(&self, file: BoundFile, slack: usize) -> Result<Bound, RuleError> {
        let value = match file {
            BoundFile::Number(number) => BoundValue::Number(number),
            BoundFile::Tier => BoundValue::TierWords,
            BoundFile::WordsOf(tier) => BoundValue::WordsOf(tier),
            BoundFile::ByTier(numbers) => BoundValue::ByTier(numbers),
            BoundFile::Option(option) => BoundValue::Option(self.option(option)?),
        };
        Ok(Bound { value, slack })
    }

    /// Declares an option; its index.
    fn option(&self, file: OptionFile) -> Result<usize, RuleError> {
        let OptionFile { option: name, default, about } = file;
        if !is_kebab(&name) || ["severity", "off"].contains(&name.as_str()) {
            return Err(self.sense(format!("`{name}` is no name for an option; use small letters and hyphens")));
        }
        let mut options = self.options.borrow_mut();
        if options.iter().any(|other| other.name == name) {
            return Err(self.sense(format!("the option `{name}` is declared twice; name the second otherwise")));
        }
        options.push(RuleOption { name, default, about });
        Ok(options.len() - 1)
    }

    /// Refuses blanks in a message that nothing fills.
    fn blanks(&self, message: &Spanned<String>) -> Result<(), RuleError> {
        let start = message.span().start;
        let text = message.get_ref();
        if text.trim().is_empty() {
            return Err(self.at(start, RuleErrorKind::Sense("the text is empty; say it in one sentence".to_owned())));
        }
        for blank in text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(blank, _)| blank) {
            if !BLANKS.contains(&blank) {
                let text = format!("nothing fills `{{{blank}}}`{}", did_you_mean(blank, BLANKS));
                return Err(self.at(start, RuleErrorKind::Sense(text)));
            }
        }
        Ok(())
    }

    fn filled<T>(&self, key: &str, len: usize, value: &Spanned<T>) -> Result<(), RuleError> {
        if len > 0 {
            return Ok(());
        }
        let text = format!("`{key}` is empty, so the rule can never speak; fill it or take it out");
        Err(self.at(value.span().start, RuleErrorKind::Sense(text)))
    }

    fn at(&self, byte: usize, kind: RuleErrorKind) -> RuleError {
        RuleError::at(self.path, self.text, byte, kind)
    }

    fn sense(&self, text: String) -> RuleError {
        RuleError::new(self.path, RuleErrorKind::Sense(text))
    }
}

fn is_kebab(id: &str) -> bool {
    !id.is_empty()
        && id
            .split('-')
            .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

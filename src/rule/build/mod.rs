//! From the written shapes to rules: names resolved, sense checked.

mod amend;
mod employment;
mod matcher;
mod phrases;

pub(super) use amend::amend;

use super::error::{RuleError, RuleErrorKind};
use super::file::{self, AdjustFile, AdjustedFile, BoundFile, MatcherFile, OptionFile, RuleFile, Spanned};
use super::file::{PackFile, SignalFile};
use super::vocabulary::Vocabularies;
use super::{Adjust, Bound, BoundValue, Demand, Docs, Example, Matcher, Pack, Phrase, Rule, RuleOption, Scope, Signal};
use crate::diagnostic::Severity;
use crate::nearest::did_you_mean;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// What may be in braces in a message.
const BLANKS: [&str; 17] = [
    "match",
    "around",
    "matches",
    "when",
    "count",
    "limit",
    "over",
    "words",
    "seconds",
    "tier",
    "instead",
    "company",
    "position",
    "recipient",
    "place",
    "other",
    "differs",
];

/// Blanks that are filled with a number, and so may give its noun: `{count|word|words}`.
const NUMBERS: [&str; 5] = ["count", "limit", "over", "words", "seconds"];

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
    let mut help = BTreeMap::new();
    for (id, text) in file.help {
        builder.blanks(&text)?;
        if file.off.contains(&id) {
            return Err(builder.sense(format!("`{id}` is turned off here, so its help is never shown; remove one")));
        }
        help.insert(id, text.into_inner());
    }
    let signal = |file: SignalFile| {
        let SignalFile { name, title, missing, find } = file;
        Ok(Signal { name, title, missing, find: builder.matcher(find, "signal.find")? })
    };
    let applying = builder.applying(file.applying)?;
    if !file.always && !applying.is_silent() {
        let text = "[applying] is for titles of all packs; it belongs in a pack with `always = true`";
        return Err(builder.sense(text.to_owned()));
    }
    let employment = file.employment.map(|employment| builder.employment(employment)).transpose()?.unwrap_or_default();
    if !file.always && !employment.is_empty() {
        return Err(
            builder.sense("[employment] is for all packs; it belongs in a pack with `always = true`".to_owned())
        );
    }
    let titles = |titles: &[String]| titles.iter().map(|title| Phrase::new(title)).collect();
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
        help,
        tiers: file.tiers,
        signals: file.signal.into_iter().map(signal).collect::<Result<_, _>>()?,
        checklist: file.checklist,
        select: titles(&file.select),
        titles: titles(&file.titles),
        short_titles: titles(&file.short_titles),
        not_titles: titles(&file.not_titles),
        applying,
        employment,
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
            return Err(
                self.sense(format!("`{id}` is not a rule id; name the file in lower-case letters with hyphens"))
            );
        }
        if file.scope.0.is_empty() {
            return Err(self.sense("`scope` is empty; name where to look, such as \"body\"".to_owned()));
        }
        let yields_to = self.list(file.yields_to, "yields_to")?;
        if yields_to.iter().any(|other| other == id) {
            return Err(
                self.sense("`yields_to` names the rule itself; name the rules that report the same words".to_owned())
            );
        }
        self.blanks(&file.message)?;
        self.blanks(&file.help)?;
        let mut demand = match (file.forbid, file.require, file.limit) {
            (Some(matcher), None, None) => Demand::Forbid(self.matcher(matcher, "forbid")?),
            (None, Some(matcher), None) => Demand::Require(self.matcher(matcher, "require")?),
            (None, None, Some(matcher)) => Demand::Limit(self.matcher(matcher, "limit")?),
            (None, None, None) => {
                return Err(self.sense("the rule asks for nothing; add [forbid], [require] or [limit]".to_owned()));
            }
            _ => {
                return Err(
                    self.sense("a rule has only one of [forbid], [require] and [limit]; split it in two".to_owned())
                );
            }
        };
        if let Demand::Require(matcher) | Demand::Limit(matcher) = &mut demand {
            matcher.need_given();
        }
        self.check_demand(&demand)?;
        self.check_scopes(&demand, &file.scope.0)?;
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
            yields_to,
            message: file.message.into_inner(),
            help: file.help.into_inner(),
            demand,
            when: all(file.when.0, "when")?,
            unless: all(file.unless.0, "unless")?,
            adjust: file.adjust.into_iter().map(|adjust| self.adjust(adjust)).collect::<Result<_, _>>()?,
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

    /// Refuses to count sentences where there are none.
    fn check_scopes(&self, demand: &Demand, scopes: &[Scope]) -> Result<(), RuleError> {
        let Some(measure) = demand.matcher().count.measure.filter(|measure| measure.is_of_body()) else {
            return Ok(());
        };
        let Some(scope) = scopes.iter().find_map(|scope| scope.outside_body()) else { return Ok(()) };
        let measure = measure.name();
        Err(self.sense(format!(
            "`measure = \"{measure}\"` counts in the body only, not in scope \"{scope}\"; measure \"words\" or \"characters\" there"
        )))
    }

    fn check_demand(&self, demand: &Demand) -> Result<(), RuleError> {
        let matcher = demand.matcher();
        match demand {
            Demand::Forbid(_) if !matcher.has_finders() && matcher.count.measure.is_some() => {
                Err(self.sense("[forbid] cannot forbid a measure; use [limit]".to_owned()))
            }
            Demand::Forbid(_) if matcher.count.at_least.is_some() || matcher.count.at_most.is_some() => {
                Err(self.sense("[forbid] allows no match; use [limit] to allow some".to_owned()))
            }
            Demand::Limit(_) if matcher.count.at_least.is_none() && matcher.count.at_most.is_none() => {
                Err(self.sense("[limit] has no limit; add at_most or at_least".to_owned()))
            }
            Demand::Require(_) if matcher.count.at_most.is_some() => {
                Err(self.sense("[require] has no at_most; use [limit]".to_owned()))
            }
            _ => Ok(()),
        }
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
            return Err(self.sense(format!("`{name}` is not an option name; use lower-case letters and hyphens")));
        }
        let mut options = self.options.borrow_mut();
        if options.iter().any(|other| other.name == name) {
            return Err(self.sense(format!("the option `{name}` is declared twice; rename one of them")));
        }
        options.push(RuleOption { name, default, about });
        Ok(options.len() - 1)
    }

    /// Refuses blanks in a message that nothing fills.
    fn blanks(&self, message: &Spanned<String>) -> Result<(), RuleError> {
        let start = message.span().start;
        let text = message.get_ref();
        if text.trim().is_empty() {
            return Err(self.at(start, RuleErrorKind::Sense("the text is empty; write one sentence".to_owned())));
        }
        for blank in text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(blank, _)| blank) {
            if let Some(text) = wrong_blank(blank) {
                return Err(self.at(start, RuleErrorKind::Sense(text)));
            }
        }
        Ok(())
    }

    fn filled<T>(&self, key: &str, len: usize, value: &Spanned<T>) -> Result<(), RuleError> {
        if len > 0 {
            return Ok(());
        }
        let text = format!("`{key}` is empty, so the rule never finds anything; fill it or remove it");
        Err(self.at(value.span().start, RuleErrorKind::Sense(text)))
    }

    fn at(&self, byte: usize, kind: RuleErrorKind) -> RuleError {
        RuleError::at(self.path, self.text, byte, kind)
    }

    fn sense(&self, text: String) -> RuleError {
        RuleError::new(self.path, RuleErrorKind::Sense(text))
    }
}

/// What is wrong with a blank, if anything.
fn wrong_blank(blank: &str) -> Option<String> {
    let pieces: Vec<&str> = blank.split('|').collect();
    if !BLANKS.contains(&pieces[0]) {
        return Some(format!("nothing fills `{{{blank}}}`{}", did_you_mean(pieces[0], BLANKS)));
    }
    let is_number = NUMBERS.contains(&pieces[0]);
    match pieces[1..] {
        [] => None,
        _ if !is_number => Some(format!("`{{{}}}` is not a number, so it has no singular and plural", pieces[0])),
        [one, many] if !one.trim().is_empty() && !many.trim().is_empty() => None,
        _ => Some(format!("`{{{blank}}}` needs a singular and a plural: `{{{}|word|words}}`", pieces[0])),
    }
}

fn is_kebab(id: &str) -> bool {
    !id.is_empty()
        && id
            .split('-')
            .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

//! The one evaluator: a letter and rules in, diagnostics out, in a fixed order.
//!
//! All literals of all rules are found in one pass; a rule is looked at only as far as its demand can speak.

mod beyond;
mod choice;
mod count;
mod fact;
mod find;
mod hits;
mod judge;
mod outside;
mod pattern;
mod role;
mod signal;
mod spell;
mod unit;
mod wording;

pub use choice::{Choice, Choices};
pub(crate) use outside::{Outside, outside};
pub use signal::{FoundSignal, SignalPlace, signals};

use crate::application::Application;
use crate::diagnostic::{Applicability, Diagnostic, Fix, Severity, settle};
use crate::letter::figure::Figure;
use crate::letter::{Format, Letter, Paragraph};
use crate::rule::{Adjust, Demand, Kinds, Level, NameKind, Rule, RuleSet, Tier, TierInForce, TierWords};
use crate::source::Source;
use beyond::{Known, figures};
use find::Finder;
use hits::Hits;
use judge::findings;
use role::Chosen;
use wording::{Finding, Wording};

/// What the user said about a letter; what is left open is found in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// How long it is meant to be.
    pub tier: Option<Tier>,
    /// The role applied for, as `--role` takes it; `none` for no role.
    pub role: Option<String>,
    /// The position applied for; where no role is given, its title says which.
    pub position: Option<String>,
    /// How far the writer has come.
    pub level: Option<Level>,
    /// Packs to use besides those that the letter is for.
    pub packs: Vec<String>,
    /// Words of body by tier, where they are not what the packs say.
    pub tiers: Option<TierWords>,
    /// What is said of single rules.
    pub choices: Choices,
    /// Whether messages leave the letter's own words out.
    pub is_redacted: bool,
}

/// What checking one letter yields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Findings, ordered by place, then by rule.
    pub diagnostics: Vec<Diagnostic>,
    /// What was counted on the way.
    pub facts: Facts,
}

/// What is known of a letter, faults aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Words of the body.
    pub words: usize,
    /// Sentences of the body.
    pub sentences: usize,
    /// Seconds that reading the body takes.
    pub seconds: usize,
    /// The tier it is held against.
    pub tier: TierInForce,
    /// Words of body that the tier holds.
    pub tier_words: usize,
    /// The pack chosen for the role, where there is one.
    pub role: Option<String>,
    /// Where the role is known from.
    pub role_origin: RoleOrigin,
    /// The language, by its English name, where it is not English: most rules were not tried then.
    pub language: Option<String>,
    /// Paragraphs of the body.
    pub paragraphs: usize,
    /// Paragraphs of the body that hold a figure.
    pub paragraphs_with_figure: usize,
}

/// Where a letter's role is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleOrigin {
    /// The user named it, or said that there is none.
    Given,
    /// The title of the position that the user named says it.
    Position,
    /// The title of the posting says it.
    Posting,
    /// The letter says which job it applies for.
    Found,
    /// Nothing names it.
    Unknown,
}

/// Reads `text` as a letter and checks it.
///
/// The shortest way through the library; see [`check`] for a letter that is at hand.
pub fn lint(text: &str, format: Format, rules: &RuleSet, options: &Options) -> Checked {
    check(&Letter::read(Source::new(text), format), rules, options)
}

/// Checks `letter` against the rules of the packs that are for it.
///
/// Nothing is known of the application that it is part of; see [`check_against`].
pub fn check(letter: &Letter, rules: &RuleSet, options: &Options) -> Checked {
    check_against(letter, rules, options, &Application::default())
}

/// Checks `letter` against the rules of the packs that are for it, and against the rest of its application.
pub fn check_against(letter: &Letter, rules: &RuleSet, options: &Options, application: &Application) -> Checked {
    let hits = Hits::of(letter, rules);
    let chosen = Chosen::of(letter, rules, &hits, options, application);
    let figures = figures(letter, application);
    let facts = facts(letter, &figures, &chosen, options);
    let kinds = kinds(letter, &figures, application);
    let awake = rules.awake(kinds, |slot| hits.is_seen(slot));
    let active = awake.filter(|&index| is_tried(index, letter, rules, &chosen, options));
    let finder = Finder::with(letter, rules, &hits, facts.tier, Known::new(letter, application, figures, kinds));
    let diagnostics = run(finder, active.map(|index| rules.numbered(index)), options, &facts, &chosen);
    Checked { diagnostics, facts }
}

/// Returns the ids of the rules that were tried on `letter`, in order; `facts` are what checking it yielded.
pub fn in_force<'a>(letter: &Letter, rules: &'a RuleSet, options: &Options, facts: &Facts) -> Vec<&'a str> {
    let chosen = Chosen::of_facts(rules, facts, options);
    let tried = (0..rules.len()).filter(|&index| is_tried(index, letter, rules, &chosen, options));
    let mut ids: Vec<&str> = tried.map(|index| rules.id(index)).collect();
    ids.sort_unstable();
    ids
}

/// Whether the rule with number `index` is in force and makes sense in the letter's language.
fn is_tried(index: usize, letter: &Letter, rules: &RuleSet, chosen: &Chosen<'_>, options: &Options) -> bool {
    let is_understood = || letter.foreign_language().is_none() || rules.index().heads.is_for_any_language(index);
    chosen.has(index, options) && is_understood()
}

/// Whether a rule that `options` leave in force holds letters against each other.
pub fn looks_at_others(rules: &RuleSet, options: &Options) -> bool {
    let looks = |rule: &&Rule| {
        let beyond = rule.demand.matcher().beyond.as_ref();
        beyond.is_some_and(|beyond| beyond.reused.is_some() || beyond.names.contains(&NameKind::OtherCompany))
    };
    rules.rules().filter(looks).any(|rule| options.choices.is_in_force(&rule.id, &rule.pack) != Some(false))
}

/// Checks `letter` against `rule` alone, whatever its pack.
pub(crate) fn check_one(
    letter: &Letter,
    rules: &RuleSet,
    rule: &Rule,
    options: &Options,
    application: &Application,
) -> Vec<Diagnostic> {
    let hits = Hits::of(letter, rules);
    let chosen = Chosen::of(letter, rules, &hits, options, application);
    let figures = figures(letter, application);
    let facts = facts(letter, &figures, &chosen, options);
    let kinds = kinds(letter, &figures, application);
    let known = Known::new(letter, application, figures, kinds);
    let finder = Finder::with(letter, rules, &hits, facts.tier, known);
    run(finder, std::iter::once(rule), options, &facts, &chosen)
}

/// What a letter holds that some rules cannot speak without.
fn kinds(letter: &Letter, figures: &[Figure], application: &Application) -> Kinds {
    let kind = |is_empty: bool, kind: u32| if is_empty { 0 } else { kind };
    Kinds(
        kind(letter.placeholders().is_empty(), Kinds::PLACEHOLDERS)
            | kind(figures.is_empty(), Kinds::FIGURES)
            | kind(letter.quotations().is_empty(), Kinds::QUOTATIONS)
            | kind(letter.links().is_empty(), Kinds::LINKS)
            | kind(letter.invisibles().is_empty(), Kinds::INVISIBLES)
            | kind(!letter.is_english(), Kinds::ENGLISH)
            | beyond::kinds(application, letter),
    )
}

fn facts(letter: &Letter, figures: &[Figure], chosen: &Chosen<'_>, options: &Options) -> Facts {
    let words = letter.words().len();
    let tier_words = options.tiers.unwrap_or_else(|| chosen.tier_words());
    let tier = TierInForce {
        tier: options.tier.unwrap_or_else(|| tier_words.tier_holding(words)),
        is_asked: options.tier.is_some(),
        words: tier_words,
    };
    let has_figure = |paragraph: &&Paragraph| {
        let first = figures.partition_point(|quantity| quantity.range.start < paragraph.text.start);
        figures.get(first).is_some_and(|quantity| quantity.range.start < paragraph.text.end)
    };
    Facts {
        words,
        sentences: letter.sentences().len(),
        seconds: letter.seconds(),
        tier,
        tier_words: tier_words.of(tier.tier),
        role: chosen.role.map(|pack| pack.name.clone()),
        role_origin: chosen.origin,
        language: letter.foreign_language().map(str::to_owned),
        paragraphs: letter.paragraphs().len(),
        paragraphs_with_figure: letter.paragraphs().iter().filter(has_figure).count(),
    }
}

fn run<'a>(
    mut finder: Finder<'a>,
    rules: impl Iterator<Item = &'a Rule>,
    options: &Options,
    facts: &Facts,
    chosen: &Chosen<'_>,
) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let wording = Wording::new(finder.letter, facts, finder.known.application, options.is_redacted);
    for rule in rules {
        finder.turn_to(options.choices.numbers(rule));
        let mut found = findings(rule, &finder);
        if rule.once {
            found.truncate(1);
        }
        if found.is_empty() {
            continue;
        }
        let total = found.len();
        let (most, wanted) = (chosen.severity(rule), options.choices.severity(&rule.id));
        for finding in found {
            let Some(severity) = severity(rule, &finding, total, &finder, options, facts) else { continue };
            // A pack softens what the rule says of itself, never the other way.
            let severity = wanted.unwrap_or(most.map_or(severity, |most| severity.min(most)));
            let help = chosen.help(rule).unwrap_or(&rule.help);
            diagnostics.push(diagnostic(rule, severity, help, &finding, &wording));
        }
    }
    settle(&mut diagnostics);
    diagnostics
}

fn severity<'a>(
    rule: &'a Rule,
    finding: &Finding,
    total: usize,
    finder: &Finder<'a>,
    options: &Options,
    facts: &Facts,
) -> Option<Severity> {
    let count = if matches!(rule.demand, Demand::Forbid(_)) { total } else { finding.count };
    let holds = |adjust: &'a Adjust| {
        adjust.over.as_ref().is_none_or(|bound| count > finder.number(bound))
            && (adjust.tiers.is_empty() || adjust.tiers.contains(&facts.tier.tier))
            && adjust.asked.is_none_or(|asked| asked == facts.tier.is_asked)
            && (adjust.levels.is_empty() || options.level.is_some_and(|level| adjust.levels.contains(&level)))
            && (adjust.roles.is_empty() || facts.role.as_ref().is_some_and(|role| adjust.roles.contains(role)))
            && adjust.when.as_ref().is_none_or(|condition| finder.holds(condition, &finding.range).is_some())
    };
    rule.adjust.items().rev().find(|adjust| holds(adjust)).map_or(Some(rule.severity), |adjust| adjust.severity)
}

fn diagnostic(rule: &Rule, severity: Severity, help: &str, finding: &Finding, wording: &Wording<'_>) -> Diagnostic {
    let span = finding.span.unwrap_or_else(|| wording.letter.prose().span(finding.range.clone()));
    let fix = finding.replacement.as_ref().map(|replacement| Fix {
        span,
        replacement: replacement.clone(),
        applicability: Applicability::Safe,
    });
    Diagnostic {
        rule: rule.id.clone(),
        severity,
        message: wording.fill(&rule.message, finding),
        help: wording.help(help, finding),
        span,
        fix,
    }
}

//! Layers: what one source says, and what is left when they lie upon each other.

use super::job::JobLayer;
use super::{ColorChoice, FailOn, Sourced};
use crate::check::{Choice, Choices, Options};
use crate::diagnostic::Severity;
use crate::report::FormatName;
use crate::rule::{Level, Tier, TierWords};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What one source of settings says; what it is silent about is `None`.
#[derive(Clone, Debug, Default)]
pub struct Layer {
    /// How long letters are meant to be; `None` within: the smallest tier that holds them.
    pub tier: Option<Sourced<Option<Tier>>>,
    /// The role applied for; `none` for no role.
    pub role: Option<Sourced<String>>,
    /// How far the writer has come.
    pub level: Option<Sourced<Level>>,
    /// Packs to use besides those that a letter is for.
    pub packs: Option<Sourced<Vec<String>>>,
    /// Words of body by tier: short, standard, expanded.
    pub tiers: [Option<Sourced<usize>>; 3],
    /// What is said of single rules, by id.
    pub rules: BTreeMap<String, RuleLayer>,
    /// The user's own rule files and folders.
    pub rule_paths: Option<Sourced<Vec<PathBuf>>>,
    /// Which findings make the exit code 1.
    pub fail_on: Option<Sourced<FailOn>>,
    /// How many warnings a run may find.
    pub max_warnings: Option<Sourced<usize>>,
    /// Whether a suppression without a reason is a finding.
    pub require_reason: Option<Sourced<bool>>,
    /// The baseline file.
    pub baseline: Option<Sourced<PathBuf>>,
    /// What is said of the application.
    pub job: JobLayer,
    /// How a run prints what it found.
    pub output: OutputLayer,
}

/// What one source says of one rule.
#[derive(Clone, Debug, Default)]
pub struct RuleLayer {
    /// How much its findings matter.
    pub severity: Option<Sourced<Severity>>,
    /// Whether it is off.
    pub is_off: Option<Sourced<bool>>,
    /// Values of its options, by name.
    pub numbers: BTreeMap<String, Sourced<usize>>,
}

/// What one source says of the output.
#[derive(Clone, Debug, Default)]
pub struct OutputLayer {
    /// The format of standard output.
    pub format: Option<Sourced<FormatName>>,
    /// The least severity that is printed.
    pub show: Option<Sourced<Severity>>,
    /// Whether to colour.
    pub color: Option<Sourced<ColorChoice>>,
    /// Whether no word of a letter may be printed.
    pub redact: Option<Sourced<bool>>,
}

impl Layer {
    /// Returns this layer upon `base`: what both say, this one has the last word on.
    #[must_use]
    pub fn over(self, base: &Layer) -> Layer {
        let mut rules = base.rules.clone();
        for (id, upper) in self.rules {
            let lower = rules.entry(id).or_default();
            *lower = upper.over(lower);
        }
        let [short, standard, expanded] = self.tiers;
        let [base_short, base_standard, base_expanded] = &base.tiers;
        Layer {
            tier: self.tier.or_else(|| base.tier.clone()),
            role: self.role.or_else(|| base.role.clone()),
            level: self.level.or_else(|| base.level.clone()),
            packs: self.packs.or_else(|| base.packs.clone()),
            tiers: [
                short.or_else(|| base_short.clone()),
                standard.or_else(|| base_standard.clone()),
                expanded.or_else(|| base_expanded.clone()),
            ],
            rules,
            rule_paths: self.rule_paths.or_else(|| base.rule_paths.clone()),
            fail_on: self.fail_on.or_else(|| base.fail_on.clone()),
            max_warnings: self.max_warnings.or_else(|| base.max_warnings.clone()),
            require_reason: self.require_reason.or_else(|| base.require_reason.clone()),
            baseline: self.baseline.or_else(|| base.baseline.clone()),
            job: self.job.over(&base.job),
            output: self.output.over(&base.output),
        }
    }

    /// Returns how a letter is checked under these settings.
    pub fn options(&self) -> Options {
        let rules = self.rules.iter().map(|(id, rule)| (id.clone(), rule.choice()));
        Options {
            tier: self.tier.as_ref().and_then(|tier| tier.value),
            role: self.role.as_ref().map(|role| role.value.clone()),
            position: self.job.position.as_ref().map(|position| position.value.clone()),
            level: self.level.as_ref().map(|level| level.value),
            packs: self.packs.as_ref().map_or_else(Vec::new, |packs| packs.value.clone()),
            tiers: self.tier_words(),
            choices: Choices { rules: rules.collect(), ..Choices::default() },
            is_redacted: self.output.redact.as_ref().is_some_and(|redact| redact.value),
        }
    }

    /// Words by tier where anything is said of them, the usual ones where a tier is not named.
    fn tier_words(&self) -> Option<TierWords> {
        let usual = TierWords::default();
        let [short, standard, expanded] = self.tiers.each_ref().map(|words| words.as_ref().map(|words| words.value));
        self.tiers.iter().any(Option::is_some).then(|| TierWords {
            short: short.unwrap_or(usual.short),
            standard: standard.unwrap_or(usual.standard),
            expanded: expanded.unwrap_or(usual.expanded),
        })
    }

    /// Returns each value that is said, as TOML writes it, with where it comes from; keys in a fixed order.
    pub fn rows(&self) -> Vec<(String, String, String)> {
        let mut rows = Vec::new();
        let mut push = |key: &str, value: Option<(String, String)>| {
            rows.extend(value.map(|(value, origin)| (key.to_owned(), value, origin)));
        };
        let tier_name = |tier: &Option<Tier>| quoted(tier.map_or("auto", Tier::name));
        push("tier", row(self.tier.as_ref(), tier_name));
        push("role", row(self.role.as_ref(), |role| quoted(role)));
        push("level", row(self.level.as_ref(), |level| quoted(level.name())));
        push("packs", row(self.packs.as_ref(), |packs| list(packs.iter().map(String::as_str))));
        for (name, words) in ["tiers.short", "tiers.standard", "tiers.expanded"].iter().zip(&self.tiers) {
            push(name, row(words.as_ref(), usize::to_string));
        }
        push("fail-on", row(self.fail_on.as_ref(), |fail_on| quoted(fail_on.name())));
        push("max-warnings", row(self.max_warnings.as_ref(), usize::to_string));
        push("require-reason", row(self.require_reason.as_ref(), bool::to_string));
        push("baseline", row(self.baseline.as_ref(), |path| quoted(&path.to_string_lossy())));
        for (name, text) in
            [("company", &self.job.company), ("position", &self.job.position), ("recipient", &self.job.recipient)]
        {
            push(&format!("job.{name}"), row(text.as_ref(), |text| quoted(text)));
        }
        for (name, file) in [("job", &self.job.job), ("cv", &self.job.cv)] {
            push(&format!("job.{name}"), row(file.as_ref(), |file| quoted(file.text())));
        }
        push("job.sent", row(self.job.sent.as_ref(), |day| quoted(&day.to_string())));
        let paths = |paths: &Vec<PathBuf>| {
            let shown: Vec<String> = paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
            list(shown.iter().map(String::as_str))
        };
        push("rules.paths", row(self.rule_paths.as_ref(), paths));
        push("output.format", row(self.output.format.as_ref(), |format| quoted(format.name())));
        push("output.show", row(self.output.show.as_ref(), |show| quoted(show.label())));
        push("output.color", row(self.output.color.as_ref(), |color| quoted(color.name())));
        push("output.redact", row(self.output.redact.as_ref(), bool::to_string));
        for (id, rule) in &self.rules {
            let key = |name: &str| format!("rules.{id}.{name}");
            push(&key("severity"), row(rule.severity.as_ref(), |severity| quoted(severity.label())));
            push(&key("on"), row(rule.is_off.as_ref(), |is_off| (!is_off).to_string()));
            for (name, number) in &rule.numbers {
                push(&key(name), row(Some(number), usize::to_string));
            }
        }
        rows
    }
}

fn row<T>(value: Option<&Sourced<T>>, write: impl Fn(&T) -> String) -> Option<(String, String)> {
    value.map(|sourced| (write(&sourced.value), sourced.origin.to_string()))
}

fn quoted(text: &str) -> String {
    format!("{text:?}")
}

fn list<'a>(items: impl Iterator<Item = &'a str>) -> String {
    format!("[{}]", items.map(quoted).collect::<Vec<_>>().join(", "))
}

impl RuleLayer {
    fn over(self, base: &RuleLayer) -> RuleLayer {
        let mut numbers = base.numbers.clone();
        numbers.extend(self.numbers);
        RuleLayer {
            severity: self.severity.or_else(|| base.severity.clone()),
            is_off: self.is_off.or_else(|| base.is_off.clone()),
            numbers,
        }
    }

    fn choice(&self) -> Choice {
        Choice {
            severity: self.severity.as_ref().map(|severity| severity.value),
            is_off: self.is_off.as_ref().map(|is_off| is_off.value),
            numbers: self.numbers.iter().map(|(name, number)| (name.clone(), number.value)).collect(),
        }
    }
}

impl OutputLayer {
    fn over(self, base: &OutputLayer) -> OutputLayer {
        OutputLayer {
            format: self.format.or_else(|| base.format.clone()),
            show: self.show.or_else(|| base.show.clone()),
            color: self.color.or_else(|| base.color.clone()),
            redact: self.redact.or_else(|| base.redact.clone()),
        }
    }
}

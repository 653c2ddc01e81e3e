//! All settings: each key once, with what it means, its type and its default.
//!
//! A layer is what one source says. A key that is added here is in the settings file, in its schema, in `--set`, and in
//! what `letterlint settings` prints.

use super::choice::{ColorChoice, FailOn, TierName};
use super::declare::{self, FromFile, Part, Row, Setting, table};
use super::error::SettingsError;
use super::file::{IgnoreFile, TableOfRules};
use super::job::{self, FilePattern};
use super::reader::{Reader, Written};
use crate::application::Day;
use crate::check::{Choice, Choices, Options};
use crate::diagnostic::Severity;
use crate::report::FormatName;
use crate::rule::{Amendment, Level, Phrases, TierWords};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Declares the top of a settings file. An `[[override]]` may hold what is for letters, and not what is for a run.
macro_rules! settings {
    (
        $(letters { $($(#[$doc:meta])* $key:ident: $part:ty $(= $default:expr)? $(=> $check:ident)?;)* }
        run { $($run:tt)* })*
    ) => {
        table! {
            /// letterlint's settings, for all letters in a folder and below it.
            Layer, in a file SettingsFile "letterlint.toml" {
                $($($(#[$doc])* $key: $part $(= $default)? $(=> $check)?;)* $($run)*)*
            }
            besides {}
            also {
                /// Settings files to start from; later ones win, and this file wins over all of them.
                pub(super) extends: Vec<Written<String>>,
                /// Files that are always letters, as .gitignore patterns.
                pub(super) files: Option<Vec<Written<String>>>,
                /// Files that are not checked, as .gitignore patterns.
                pub(super) exclude: Option<Vec<Written<String>>>,
                /// Findings that are not shown, for letters that cannot have comments.
                pub(super) ignore: Vec<Written<IgnoreFile>>,
                /// Other settings for some of the letters; later ones win.
                #[serde(rename = "override")]
                pub(super) overrides: Vec<OverrideFile>,
            }
        }

        /// Other settings for some of the letters.
        #[derive(Debug, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        #[cfg_attr(test, schemars(rename = "Override"))]
        pub(super) struct OverrideFile {
            /// Which letters, as .gitignore patterns.
            pub(super) files: Vec<Written<String>>,
            /// Settings of single rules.
            #[serde(default)]
            #[cfg_attr(test, schemars(with = "BTreeMap<String, super::file::RuleTable>"))]
            pub(super) rules: TableOfRules,
            $($($(#[$doc])* #[serde(default)] $key: <$part as FromFile>::File,)*)*
        }

        impl OverrideFile {
            /// Returns the file of the same keys, with nothing else in it.
            pub(super) fn as_settings(&mut self) -> SettingsFile {
                SettingsFile { $($($key: std::mem::take(&mut self.$key),)*)* ..SettingsFile::default() }
            }
        }
    };
}

settings! {
    letters {
        /// How long letters should be.
        tier: Setting<TierName> = TierName::Auto;
        /// The role applied for, such as backend; `none` for no role.
        role: Setting<String> => role;
        /// Your career level.
        level: Setting<Level>;
        /// Words of body that letters of each tier may hold.
        tiers: TiersLayer;
        /// Packs to use in addition to those for a letter's role.
        packs: Setting<Vec<String>> = Vec::new() => packs;
        /// Which findings make the exit code 1.
        fail_on: Setting<FailOn> = FailOn::Error;
    }
    run {
        /// Settings of single rules, and where your own rules are.
        rules: Rules;
        /// More warnings than this in a run make the exit code 1; by default any number is allowed.
        max_warnings: Setting<usize>;
        /// Whether a suppression without a reason is a finding.
        require_reason: Setting<bool> = false;
        /// The file of accepted findings that --write-baseline wrote.
        baseline: Setting<PathBuf>;
    }
    letters {
        /// What letters are for: company, position, posting, CV.
        job: JobLayer;
    }
    run {
        /// How findings are printed.
        output: OutputLayer;
    }
}

table! {
    /// Words of body that letters of each tier may hold.
    TiersLayer, in a file TiersFile "Tiers" {
        /// Of a short letter; 150 by default.
        short: Setting<usize> = TierWords::default().short;
        /// Of a standard letter; 250 by default.
        standard: Setting<usize> = TierWords::default().standard;
        /// Of an expanded letter; 400 by default.
        expanded: Setting<usize> = TierWords::default().expanded;
    }
    besides {}
    also {}
}

table! {
    /// What letters are for; `{dir}` is the letter's folder: its name in a name, its path in a path.
    JobLayer, in a file JobFile "Job" {
        /// The company, such as "{dir}".
        company: Setting<String> => slots;
        /// The position applied for; by default the first line of the posting.
        position: Setting<String> => no_slots;
        /// The person that letters are for.
        recipient: Setting<String> => no_slots;
        /// The posting, such as "{dir}/job.md": text, Markdown or a saved page; a job.md, job.txt or job.html beside the
        /// letter by default.
        job: Setting<FilePattern>;
        /// The CV; by default a cv.md or resume.md at the root of the run or the repository.
        cv: Setting<FilePattern>;
    }
    besides {
        /// The day on which the letter is sent; only the letter itself can say it.
        sent: Setting<Day>;
    }
    also {}
}

table! {
    /// How findings are printed.
    OutputLayer, in a file OutputFile "Output" {
        /// The format of standard output.
        format: Setting<FormatName> = FormatName::Full;
        /// The lowest severity to print.
        show: Setting<Severity> = Severity::Warning;
        /// When to use colour.
        color: Setting<ColorChoice>;
        /// Whether to print no words of a letter.
        redact: Setting<bool>;
    }
    besides {}
    also {}
}

/// What one source says of rules.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// The user's own rule files and folders.
    pub paths: Setting<Vec<PathBuf>>,
    /// What is said of single rules, by id.
    pub by_id: BTreeMap<String, RuleLayer>,
}

/// What one source says of one rule.
#[derive(Clone, Debug, Default)]
pub struct RuleLayer {
    /// How much its findings matter.
    pub severity: Setting<Severity>,
    /// Whether it is on.
    pub on: Setting<bool>,
    /// Phrases that it finds too.
    pub also: Setting<Vec<String>>,
    /// Longer phrases in which its matches mean something else.
    pub except: Setting<Vec<String>>,
    /// Values of its options, by name.
    pub numbers: BTreeMap<String, Setting<usize>>,
}

impl Part for Rules {
    type Value = Self;

    fn over(self, base: &Self) -> Self {
        Rules { paths: self.paths.over(&base.paths), by_id: self.by_id.over(&base.by_id) }
    }

    fn rows(&self, key: &str, _: Option<String>, rows: &mut Vec<Row>) {
        self.paths.rows(&declare::key(key, "paths"), None, rows);
        self.by_id.rows(key, None, rows);
    }
}

impl Part for RuleLayer {
    type Value = Self;

    fn over(self, base: &Self) -> Self {
        RuleLayer {
            severity: self.severity.over(&base.severity),
            on: self.on.over(&base.on),
            also: self.also.over(&base.also),
            except: self.except.over(&base.except),
            numbers: self.numbers.over(&base.numbers),
        }
    }

    fn rows(&self, key: &str, _: Option<String>, rows: &mut Vec<Row>) {
        self.severity.rows(&declare::key(key, "severity"), None, rows);
        self.on.rows(&declare::key(key, "on"), None, rows);
        self.also.rows(&declare::key(key, "also"), None, rows);
        self.except.rows(&declare::key(key, "except"), None, rows);
        self.numbers.rows(key, None, rows);
    }
}

/// Things by name, each laid upon the one of the same name.
impl<P: Part> Part for BTreeMap<String, P> {
    type Value = Self;

    fn over(self, base: &Self) -> Self {
        let mut all = base.clone();
        for (name, upper) in self {
            let upper = match all.get(&name) {
                Some(lower) => upper.over(lower),
                None => upper,
            };
            all.insert(name, upper);
        }
        all
    }

    fn rows(&self, key: &str, _: Option<String>, rows: &mut Vec<Row>) {
        for (name, part) in self {
            part.rows(&format!("{key}.{name}"), None, rows);
        }
    }
}

impl RuleLayer {
    fn choice(&self) -> Choice {
        let number = |(name, number): (&String, &Setting<usize>)| Some((name.clone(), number.as_ref()?.value));
        Choice {
            severity: self.severity.as_ref().map(|severity| severity.value),
            is_off: self.on.as_ref().map(|on| !on.value),
            numbers: self.numbers.iter().filter_map(number).collect(),
        }
    }
}

impl TiersLayer {
    /// Words by tier where anything is said of them, the usual ones where a tier is not named.
    fn words(&self) -> Option<TierWords> {
        let is_said = [&self.short, &self.standard, &self.expanded].into_iter().any(Option::is_some);
        is_said.then(|| TierWords { short: self.short(), standard: self.standard(), expanded: self.expanded() })
    }
}

impl JobLayer {
    /// Returns the company of a letter in `folder`, and whether it is the folder's own name.
    pub fn company_in(&self, folder: &Path) -> Option<(String, bool)> {
        Some(job::named_in(&self.company.as_ref()?.value, folder))
    }
}

impl Layer {
    /// Returns this layer upon `base`: what both say, this one has the last word on.
    #[must_use]
    pub fn over(self, base: &Layer) -> Layer {
        Part::over(self, base)
    }

    /// Returns what is added to rules, by id.
    pub fn amendments(&self) -> BTreeMap<String, Amendment> {
        let phrases = |said: &Setting<Vec<String>>| {
            said.as_ref().map_or_else(Phrases::default, |said| Phrases {
                origin: said.origin.to_string(),
                phrases: said.value.clone(),
            })
        };
        let all = self.rules.by_id.iter().filter(|(_, rule)| rule.also.is_some() || rule.except.is_some());
        let amendment = |rule: &RuleLayer| Amendment { also: phrases(&rule.also), except: phrases(&rule.except) };
        all.map(|(id, rule)| (id.clone(), amendment(rule))).collect()
    }

    /// Returns how a letter is checked under these settings.
    pub fn options(&self) -> Options {
        let rules = self.rules.by_id.iter().map(|(id, rule)| (id.clone(), rule.choice()));
        Options {
            tier: self.tier().tier(),
            role: self.role.as_ref().map(|role| role.value.clone()),
            position: self.job.position.as_ref().map(|position| position.value.clone()),
            level: self.level.as_ref().map(|level| level.value),
            packs: self.packs(),
            tiers: self.tiers.words(),
            choices: Choices { rules: rules.collect(), ..Choices::default() },
            is_redacted: self.output.redact.as_ref().is_some_and(|redact| redact.value),
        }
    }
}

//! The shape of a settings file. The schema that editors complete by is made from these types.

use super::{ColorChoice, FailOn};
use crate::diagnostic::Severity;
use crate::report::FormatName;
use crate::rule::{Level, Tier};
use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;
use toml::{Spanned, Value};

/// letterlint's settings, for all letters in a folder and below it.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
#[cfg_attr(test, schemars(title = "letterlint.toml", rename = "Settings"))]
pub(super) struct SettingsFile {
    /// Settings files to start from; later ones win, and this file wins over all of them.
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub(super) extends: Vec<Spanned<String>>,
    /// How long letters should be.
    #[cfg_attr(test, schemars(with = "Option<TierName>"))]
    pub(super) tier: Option<Spanned<TierName>>,
    /// The role applied for, such as backend; `none` for no role.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub(super) role: Option<Spanned<String>>,
    /// Your career level.
    #[cfg_attr(test, schemars(with = "Option<Level>"))]
    pub(super) level: Option<Spanned<Level>>,
    /// Packs to use in addition to those for a letter's role.
    #[cfg_attr(test, schemars(with = "Option<Vec<String>>"))]
    pub(super) packs: Option<Spanned<Vec<String>>>,
    /// Words of body that letters of each tier may hold.
    pub(super) tiers: TiersFile,
    /// Settings of single rules, and where your own rules are.
    pub(super) rules: RulesFile,
    /// Files that are always letters, as .gitignore patterns.
    #[cfg_attr(test, schemars(with = "Option<Vec<String>>"))]
    pub(super) files: Option<Vec<Spanned<String>>>,
    /// Files that are not checked, as .gitignore patterns.
    #[cfg_attr(test, schemars(with = "Option<Vec<String>>"))]
    pub(super) exclude: Option<Vec<Spanned<String>>>,
    /// Which findings make the exit code 1.
    #[cfg_attr(test, schemars(with = "Option<FailOn>"))]
    pub(super) fail_on: Option<Spanned<FailOn>>,
    /// More warnings than this in a run make the exit code 1; by default any number is allowed.
    #[cfg_attr(test, schemars(with = "Option<usize>"))]
    pub(super) max_warnings: Option<Spanned<usize>>,
    /// Whether a suppression without a reason is a finding.
    #[cfg_attr(test, schemars(with = "Option<bool>"))]
    pub(super) require_reason: Option<Spanned<bool>>,
    /// The file of accepted findings that --write-baseline wrote.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub(super) baseline: Option<Spanned<String>>,
    /// What letters are for: company, position, posting, CV.
    pub(super) job: JobFile,
    /// How findings are printed.
    pub(super) output: OutputFile,
    /// Findings that are not shown, for letters that cannot have comments.
    #[cfg_attr(test, schemars(with = "Vec<IgnoreFile>"))]
    pub(super) ignore: Vec<Spanned<IgnoreFile>>,
    /// Other settings for some of the letters; later ones win.
    #[serde(rename = "override")]
    pub(super) overrides: Vec<OverrideFile>,
}

/// Other settings for some of the letters.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[cfg_attr(test, schemars(rename = "Override"))]
pub(super) struct OverrideFile {
    /// Which letters, as .gitignore patterns.
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub(super) files: Vec<Spanned<String>>,
    /// How long these letters should be.
    #[cfg_attr(test, schemars(with = "Option<TierName>"))]
    pub(super) tier: Option<Spanned<TierName>>,
    /// The role applied for; `none` for no role.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub(super) role: Option<Spanned<String>>,
    /// Your career level.
    #[cfg_attr(test, schemars(with = "Option<Level>"))]
    pub(super) level: Option<Spanned<Level>>,
    /// Packs to use in addition to those for a letter's role.
    #[cfg_attr(test, schemars(with = "Option<Vec<String>>"))]
    pub(super) packs: Option<Spanned<Vec<String>>>,
    /// Words of body that letters of each tier may hold.
    #[serde(default)]
    pub(super) tiers: TiersFile,
    /// What these letters are for.
    #[serde(default)]
    pub(super) job: JobFile,
    /// Settings of single rules.
    #[serde(default)]
    #[cfg_attr(test, schemars(with = "BTreeMap<String, RuleTable>"))]
    pub(super) rules: BTreeMap<Spanned<String>, RuleEntries>,
    /// Which findings make the exit code 1.
    #[cfg_attr(test, schemars(with = "Option<FailOn>"))]
    pub(super) fail_on: Option<Spanned<FailOn>>,
}

/// How long a letter should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, schemars(rename = "Tier"))]
pub(super) enum TierName {
    /// The shortest that fits the letter.
    Auto,
    /// One text box: 150 words.
    Short,
    /// The usual letter: 250 words.
    Standard,
    /// Staff and top-choice roles: 400 words.
    Expanded,
}

impl TierName {
    pub(super) fn tier(self) -> Option<Tier> {
        match self {
            TierName::Auto => None,
            TierName::Short => Some(Tier::Short),
            TierName::Standard => Some(Tier::Standard),
            TierName::Expanded => Some(Tier::Expanded),
        }
    }
}

/// Words of body that letters of each tier may hold.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(test, schemars(rename = "Tiers"))]
pub(super) struct TiersFile {
    /// Of a short letter; 150 by default.
    #[cfg_attr(test, schemars(with = "Option<usize>"))]
    pub(super) short: Option<Spanned<usize>>,
    /// Of a standard letter; 250 by default.
    #[cfg_attr(test, schemars(with = "Option<usize>"))]
    pub(super) standard: Option<Spanned<usize>>,
    /// Of an expanded letter; 400 by default.
    #[cfg_attr(test, schemars(with = "Option<usize>"))]
    pub(super) expanded: Option<Spanned<usize>>,
}

/// What letters are for; `{dir}` is the letter's folder: its name in a name, its path in a path.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(test, schemars(rename = "Job"))]
pub(super) struct JobFile {
    /// The company, such as "{dir}".
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub(super) company: Option<Spanned<String>>,
    /// The position applied for; by default the first line of the posting.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub(super) position: Option<Spanned<String>>,
    /// The person that letters are for.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub(super) recipient: Option<Spanned<String>>,
    /// The posting, such as "{dir}/job.md": text, Markdown or a saved page; a job.md, job.txt or job.html beside the
    /// letter by default.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub(super) job: Option<Spanned<String>>,
    /// The CV; by default a cv.md or resume.md at the root of the run or the repository.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub(super) cv: Option<Spanned<String>>,
}

/// How findings are printed.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(test, schemars(rename = "Output"))]
pub(super) struct OutputFile {
    /// The format of standard output.
    #[cfg_attr(test, schemars(with = "Option<FormatName>"))]
    pub(super) format: Option<Spanned<FormatName>>,
    /// The lowest severity to print.
    #[cfg_attr(test, schemars(with = "Option<Severity>"))]
    pub(super) show: Option<Spanned<Severity>>,
    /// When to use colour.
    #[cfg_attr(test, schemars(with = "Option<ColorChoice>"))]
    pub(super) color: Option<Spanned<ColorChoice>>,
    /// Whether to print no words of a letter.
    #[cfg_attr(test, schemars(with = "Option<bool>"))]
    pub(super) redact: Option<Spanned<bool>>,
}

/// A finding that is not shown.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(test, schemars(rename = "Ignore"))]
pub(super) struct IgnoreFile {
    /// Which letters, as .gitignore patterns; all of them by default.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub(super) path: Option<Spanned<String>>,
    /// Id of the rule.
    #[cfg_attr(test, schemars(with = "String"))]
    pub(super) rule: Spanned<String>,
    /// Words of the finding, exactly as in the letter.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub(super) text: Option<Spanned<String>>,
    /// Why.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub(super) reason: Option<Spanned<String>>,
}

/// What is said of one rule, entry by entry: which there are is the rule's business.
pub(super) type RuleEntries = BTreeMap<Spanned<String>, Spanned<Value>>;

/// Settings of one rule, in addition to its own options.
#[cfg(test)]
#[derive(schemars::JsonSchema)]
#[allow(dead_code, reason = "the schema's view of `RuleEntries`")]
#[schemars(rename = "Rule")]
pub(super) struct RuleTable {
    /// How much its findings matter, instead of the rule's own severity.
    severity: Option<Severity>,
    /// Whether the rule is on; `true` turns it on even if its pack is not used.
    on: Option<bool>,
    /// The opposite of `on`; set only one of the two.
    off: Option<bool>,
}

/// `rules = ["my-rules/"]`, or a table of rules that may hold `paths` too.
#[derive(Debug, Default)]
pub(super) struct RulesFile {
    pub(super) paths: Option<Vec<Spanned<String>>>,
    pub(super) rules: BTreeMap<Spanned<String>, RuleEntries>,
}

impl<'de> Deserialize<'de> for RulesFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = RulesFile;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of rule files and folders, or a table of rules")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<RulesFile, A::Error> {
                let mut paths = Vec::new();
                while let Some(path) = list.next_element()? {
                    paths.push(path);
                }
                Ok(RulesFile { paths: Some(paths), rules: BTreeMap::new() })
            }

            fn visit_map<A: MapAccess<'de>>(self, mut table: A) -> Result<RulesFile, A::Error> {
                let mut file = RulesFile::default();
                while let Some(key) = table.next_key::<Spanned<String>>()? {
                    if key.get_ref() == "paths" {
                        file.paths = Some(table.next_value()?);
                    } else if file.rules.insert(key.clone(), table.next_value()?).is_some() {
                        return Err(de::Error::custom(format!("rule `{}` appears twice", key.get_ref())));
                    }
                }
                Ok(file)
            }
        }
        deserializer.deserialize_any(Either)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for RulesFile {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Rules".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let table = generator.subschema_for::<RuleTable>();
        schemars::json_schema!({
            "description": "Settings of single rules, and where your own rules are.",
            "anyOf": [
                { "type": "array", "items": { "type": "string" } },
                {
                    "type": "object",
                    "properties": {
                        "paths": {
                            "description": "Your own rule files and folders.",
                            "type": "array",
                            "items": { "type": "string" }
                        }
                    },
                    "additionalProperties": table
                }
            ]
        })
    }
}

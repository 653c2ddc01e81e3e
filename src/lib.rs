//! letterlint reads a cover letter before a hiring manager does.
//!
//! ```text
//! bytes ─ Source ─ Letter ─────────────────────────┐
//! posting, CV, names, other letters ─ Application ─┼─ check ─ Vec<Diagnostic> ─ suppress ─ FileReport ─ format ─ bytes
//! rules/**/*.toml ─ RuleSet ───────────────────────┘
//! letterlint.toml + options ─ Profile (rules, severities, tier, role, files)
//! ```
//!
//! Data goes left to right once: [`span`] > [`source`] > [`letter`] > [`application`] > [`diagnostic`] > [`rule`] > [`check`] >
//! [`suppress`] > [`proof`], [`skim`] > [`report`] > [`settings`] > [`collect`]. Places are byte spans; only formats turn
//! them into lines and columns. The library never prints, never exits and parses no command line.
//!
//! ```
//! use letterlint::check::{Options, lint};
//! use letterlint::letter::Format;
//! use letterlint::rule::RuleSet;
//!
//! let rules = RuleSet::shipped();
//! let text = "Dear Ms Okafor,\n\nI run the order queue at [Company].\n\nBest,\nAna\n";
//! let checked = lint(text, Format::Markdown, &rules, &Options::default());
//!
//! let slot = checked.diagnostics.iter().find(|found| found.rule == "leftover-placeholder").unwrap();
//! assert_eq!(&text[slot.span.range()], "[Company]");
//! ```

pub mod application;
pub mod cause;
pub mod check;
pub mod collect;
pub mod diagnostic;
pub mod front_matter;
pub mod letter;
pub mod nearest;
pub mod proof;
pub mod report;
pub mod rule;
#[cfg(test)]
mod schema_file;
pub mod settings;
mod shipped;
pub mod skim;
pub mod source;
pub mod span;
mod spelling;
pub mod suppress;
mod toml_file;
mod words;

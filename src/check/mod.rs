//! The one evaluator: a letter and rules in, diagnostics out, in a fixed order.
//!
//! All literals of all rules are found in one pass; a rule is looked at only where its demand can find anything.

mod choice;
mod condition;
mod context;
mod count;
mod cv_work;
mod diagnose;
mod evaluate;
mod except;
mod facts;
mod find;
mod found;
mod known;
mod literal_hits;
mod message;
mod options;
mod position;
mod prepared;
mod profile;
mod readability;
mod ready;
mod run;
mod signal;
mod unit;

pub use choice::{Choice, Choices};
pub(crate) use diagnose::{Outside, outside};
pub use facts::{Facts, RoleOrigin};
pub use options::Options;
pub use position::names_position;
pub use prepared::Prepared;
pub use ready::{Answered, Tried, tried};
pub(crate) use run::check_one;
pub use run::{Checked, check_against, in_force, looks_at_others};
pub use signal::{FoundSignal, SignalPlace};

use crate::application::Application;
use crate::letter::{Format, Letter};
use crate::rule::RuleSet;
use crate::source::Source;

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

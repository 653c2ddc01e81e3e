//! What may be said of a letter before it is sent: which rules were tried, and what they counted.

use super::facts::Facts;
use super::options::Options;
use super::prepared::Prepared;
use super::profile::Chosen;
use super::run::{Checked, run};
use crate::diagnostic::settle;
use crate::letter::Letter;
use crate::rule::{Rule, RuleSet};

/// Whether a rule was tried on a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tried {
    /// It was.
    Yes,
    /// The user turned it off.
    Off,
    /// A pack that the letter is for leaves it out.
    NotForRole,
    /// It understands English only, and the letter is in another language.
    NotInLanguage,
}

/// How much of what another text asks for a letter answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answered {
    /// What is asked for.
    pub required: usize,
    /// How much of it the letter answers.
    pub answered: usize,
}

/// Says whether the rule named `id` was tried on `letter`; `facts` are what checking it yielded.
pub fn tried(id: &str, letter: &Letter, rules: &RuleSet, options: &Options, facts: &Facts) -> Tried {
    let Some(index) = rules.number_of(id) else { return Tried::Off };
    if !Chosen::of_facts(rules, facts, options).has(index, options) {
        let pack = rules.pack_name(rules.pack_of(index));
        let is_turned_off = options.choices.is_in_force(id, pack) == Some(false);
        return if is_turned_off { Tried::Off } else { Tried::NotForRole };
    }
    let is_understood = letter.foreign_language().is_none() || rules.is_for_any_language(index);
    if is_understood { Tried::Yes } else { Tried::NotInLanguage }
}

impl Prepared<'_> {
    /// Adds to `checked`, which a check of the letter returned, the findings of the rules that are tried before sending
    /// whatever their conditions, as far as these were tried and found nothing.
    pub fn add_demanded(&self, checked: &mut Checked) {
        let always = self.rules.packs().filter(|pack| pack.is_always).flat_map(|pack| pack.checklist.iter());
        let silent = always.flat_map(|line| &line.always).filter(|id| {
            tried(id, self.letter, self.rules, self.options, &checked.facts) == Tried::Yes
                && checked.diagnostics.iter().all(|found| found.rule != **id)
        });
        let silent: Vec<&Rule> = silent.filter_map(|id| self.rules.rule(id)).collect();
        if silent.is_empty() {
            return;
        }
        let mut context = self.context();
        context.is_unconditional = true;
        checked.diagnostics.extend(run(context, silent.into_iter(), self));
        settle(&mut checked.diagnostics);
    }

    /// Returns how much the letter answers of what the rule named `id` looks for in another text, where that is known.
    pub fn answered(&self, id: &str) -> Option<Answered> {
        let matcher = self.rules.rule(id)?.demand.matcher();
        let of = matcher.place.of?;
        let context = self.context();
        if !context.knows(matcher) {
            return None;
        }
        let count = |open_only: bool| context.find_elsewhere(matcher, of, open_only, &self.letter.body()).len();
        let required = count(false);
        Some(Answered { required, answered: required.saturating_sub(count(matcher.except.unanswered)) })
    }
}

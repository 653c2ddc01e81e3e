//! What may be said of a letter before it is sent: which rules were tried at all, and what they counted.

use super::beyond::Known;
use super::find::Finder;
use super::hits::Hits;
use super::role::Chosen;
use super::{Checked, Facts, Options, facts, figures, kinds, run};
use crate::application::Application;
use crate::diagnostic::settle;
use crate::letter::Letter;
use crate::rule::{Beyond, Rule, RuleSet};

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
    let heads = &rules.index().heads;
    if !Chosen::of_facts(rules, facts, options).has(index, options) {
        let pack = rules.index().pack_name(heads.pack(index));
        let is_turned_off = options.choices.is_in_force(id, pack) == Some(false);
        return if is_turned_off { Tried::Off } else { Tried::NotForRole };
    }
    let is_understood = letter.foreign_language().is_none() || heads.is_for_any_language(index);
    if is_understood { Tried::Yes } else { Tried::NotInLanguage }
}

/// Adds to what checking `letter` yielded the findings of the rules that are tried before sending whatever their
/// conditions, as far as these were tried and found nothing.
pub fn add_demanded(
    checked: &mut Checked,
    letter: &Letter,
    rules: &RuleSet,
    options: &Options,
    application: &Application,
) {
    let always = rules.packs().filter(|pack| pack.is_always).flat_map(|pack| pack.checklist.iter());
    let silent = always.flat_map(|line| &line.always).filter(|id| {
        tried(id, letter, rules, options, &checked.facts) == Tried::Yes
            && checked.diagnostics.iter().all(|found| found.rule != **id)
    });
    let silent: Vec<&Rule> = silent.filter_map(|id| rules.rule(id)).collect();
    if silent.is_empty() {
        return;
    }
    let tested = Tested::of(letter, rules, options, application);
    let mut finder = tested.finder();
    finder.is_unconditional = true;
    checked.diagnostics.extend(run(finder, silent.into_iter(), options, &tested.facts, &tested.chosen));
    settle(&mut checked.diagnostics);
}

/// Says how much `letter` answers of what the rule named `id` looks for in another text, where that is known.
pub fn answered(
    id: &str,
    letter: &Letter,
    rules: &RuleSet,
    options: &Options,
    application: &Application,
) -> Option<Answered> {
    let matcher = rules.rule(id)?.demand.matcher();
    let beyond = matcher.beyond.as_deref()?;
    let of = beyond.of?;
    let all = Beyond { unanswered: false, ..beyond.clone() };
    let tested = Tested::of(letter, rules, options, application);
    let finder = tested.finder();
    if !finder.knows(matcher) {
        return None;
    }
    let count = |beyond: &Beyond| finder.find_elsewhere(matcher, beyond, of, &letter.body()).len();
    let required = count(&all);
    Some(Answered { required, answered: required.saturating_sub(count(beyond)) })
}

/// A letter and what its rules are tried with.
struct Tested<'a> {
    letter: &'a Letter,
    rules: &'a RuleSet,
    application: &'a Application,
    hits: Hits,
    chosen: Chosen<'a>,
    facts: Facts,
}

impl<'a> Tested<'a> {
    fn of(letter: &'a Letter, rules: &'a RuleSet, options: &Options, application: &'a Application) -> Self {
        let hits = Hits::of(letter, rules);
        let chosen = Chosen::of(letter, rules, &hits, options, application);
        let facts = facts(letter, &figures(letter, application), &chosen, options);
        Tested { letter, rules, application, hits, chosen, facts }
    }

    fn finder(&self) -> Finder<'_> {
        let figures = figures(self.letter, self.application);
        let kinds = kinds(self.letter, &figures, self.application);
        let known = Known::new(self.letter, self.application, figures, kinds);
        Finder::with(self.letter, self.rules, &self.hits, self.facts.tier, known)
    }
}

//! Builds what a user adds to a rule.

use super::Builder;
use crate::rule::amend::{Amendment, Phrases};
use crate::rule::error::{RuleError, RuleErrorKind};
use crate::rule::language::{Fault, parse};
use crate::rule::vocabulary::Vocabularies;
use crate::rule::{Find, PhraseSet, Rule};
use std::cell::RefCell;

/// Adds `amendment` to what `rule` looks for.
pub(in crate::rule) fn amend(
    rule: &mut Rule,
    amendment: &Amendment,
    vocabularies: &Vocabularies,
) -> Result<(), RuleError> {
    let options = RefCell::default();
    let builder = Builder { path: "", text: "", vocabularies, is_shipped: false, options };
    let also = builder.amendment(&amendment.also, &rule.id, "also")?;
    let except = builder.amendment(&amendment.except, &rule.id, "except")?;
    let matcher = rule.demand.matcher_mut();
    if !matcher.has_finders() || rule.is_built_in() {
        let Phrases { origin, .. } = [&amendment.also, &amendment.except].into_iter().max().expect("there are two");
        let text = format!("the rule `{}` looks for no words, so nothing can be added to them", rule.id);
        return Err(RuleError::new(origin, RuleErrorKind::Sense(text)));
    }
    let matcher = rule.demand.matcher_mut();
    let own = matcher.find.iter_mut().find_map(|find| if let Find::Phrases(own) = find { Some(own) } else { None });
    match own {
        Some(own) => own.append(also),
        None if also.is_empty() => {}
        None => matcher.find.push(Find::Phrases(also)),
    }
    matcher.except.phrases.append(except);
    Ok(())
}

impl Builder<'_> {
    fn amendment(&self, amendment: &Phrases, id: &str, key: &str) -> Result<PhraseSet, RuleError> {
        let mut set = PhraseSet::default();
        for phrase in &amendment.phrases {
            let fail = |Fault { column, text }| {
                let text = format!("`rules.{id}.{key}`, \"{phrase}\", character {column}: {text}");
                RuleError::new(&amendment.origin, RuleErrorKind::Sense(text))
            };
            let written = parse(phrase).map_err(fail)?;
            self.add(&mut set, &written, "").map_err(fail)?;
        }
        Ok(set)
    }
}

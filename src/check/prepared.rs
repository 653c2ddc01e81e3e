//! A letter with all that is worked out before any rule is tried on it.

use super::context::Context;
use super::facts::Facts;
use super::known::Known;
use super::literal_hits::Hits;
use super::options::Options;
use super::profile::Chosen;
use crate::application::Application;
use crate::letter::figure::Figure;
use crate::letter::{Letter, Paragraph};
use crate::rule::{RuleSet, TierInForce};

/// A letter with where literals stand in it, the packs that are for it and what was counted.
pub(super) struct Prepared<'a> {
    letter: &'a Letter,
    rules: &'a RuleSet,
    application: &'a Application,
    pub(super) hits: Hits,
    pub(super) chosen: Chosen<'a>,
    pub(super) facts: Facts,
}

impl<'a> Prepared<'a> {
    pub(super) fn of(letter: &'a Letter, rules: &'a RuleSet, options: &Options, application: &'a Application) -> Self {
        let hits = Hits::of(letter, rules);
        let chosen = Chosen::of(letter, rules, &hits, options, application);
        let facts = facts(letter, Known::new(letter, application).figures(), &chosen, options);
        Prepared { letter, rules, application, hits, chosen, facts }
    }

    /// Returns what matchers look into.
    pub(super) fn context(&self) -> Context<'_> {
        let known = Known::new(self.letter, self.application);
        Context::new(self.letter, self.rules, &self.hits, self.facts.tier, known)
    }
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

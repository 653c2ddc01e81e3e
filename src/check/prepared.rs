//! A letter with everything that is worked out before a rule is tried on it.

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

/// A letter whose text has been searched for the literals of all rules, with the packs that are for it and what was
/// counted. Whatever is asked of a letter is asked of this, so that nothing is searched twice.
pub struct Prepared<'a> {
    pub(super) letter: &'a Letter,
    pub(super) rules: &'a RuleSet,
    pub(super) options: &'a Options,
    pub(super) hits: Hits,
    pub(super) known: Known<'a>,
    pub(super) chosen: Chosen<'a>,
    pub(super) facts: Facts,
}

impl<'a> Prepared<'a> {
    /// Prepares `letter`, which is part of `application`.
    pub fn of(letter: &'a Letter, rules: &'a RuleSet, options: &'a Options, application: &'a Application) -> Self {
        let hits = Hits::of(letter, rules);
        let chosen = Chosen::of(letter, rules, &hits, options, application);
        let known = Known::new(letter, application);
        let facts = facts(letter, known.figures(), &chosen, options);
        Prepared { letter, rules, options, hits, known, chosen, facts }
    }

    /// Returns what was counted in the letter.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Returns what matchers look into.
    pub(super) fn context(&self) -> Context<'_> {
        Context::new(self.letter, self.rules, &self.hits, self.facts.tier, &self.known)
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

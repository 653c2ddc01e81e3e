//! Numbers the literals of matchers and packs, for the one search that finds them all.

use super::find::Find;
use super::literals::Collector;
use super::matcher::Matcher;
use super::pack::Pack;
use super::phrase::{Element, PhraseSet};
use super::vocabulary::Vocabularies;

impl PhraseSet {
    /// Adds its literals to `collector`.
    pub(super) fn collect(&mut self, vocabularies: &Vocabularies, collector: &mut Collector) {
        if self.has_literals() {
            self.list = collector.phrases(vocabularies.phrases(self));
        }
        for element in self.sequences.iter_mut().flat_map(|sequence| &mut sequence.elements) {
            if let Element::Phrases(phrases) = element {
                phrases.collect(vocabularies, collector);
            }
        }
    }
}

impl Matcher {
    /// Adds its literals, and those of what is beside it, to `collector`.
    pub(super) fn collect(&mut self, vocabularies: &Vocabularies, collector: &mut Collector) {
        self.with_nested(&mut |matcher| {
            for find in &mut matcher.find {
                match find {
                    Find::Phrases(phrases) | Find::Respelt(phrases) => phrases.collect(vocabularies, collector),
                    Find::Patterns(patterns) => {
                        for pattern in patterns {
                            pattern.list = collector.needles(pattern.first_needles());
                        }
                    }
                    _ => {}
                }
            }
            matcher.except.phrases.collect(vocabularies, collector);
        });
    }
}

impl Pack {
    /// Adds the literals of its signals to `collector`, and returns the list of the phrases that select it.
    pub(super) fn collect(&mut self, vocabularies: &Vocabularies, collector: &mut Collector) -> usize {
        self.signals.iter_mut().for_each(|signal| signal.find.collect(vocabularies, collector));
        let titles = self.titles.iter().chain(&self.short_titles).chain(&self.not_titles);
        collector.phrases(self.select.iter().chain(titles))
    }
}

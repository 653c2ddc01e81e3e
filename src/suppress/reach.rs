//! Where comments take findings away: for each rule and each byte the narrowest one.

use super::directive::Directive;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// A comment and a name in it, by their indices.
type Place = (usize, usize);

/// From each byte on, up to the next: the narrowest comment there.
type Steps = Vec<(usize, Option<Place>)>;

/// The narrowest comment by rule and byte.
#[derive(Debug, Default)]
pub(super) struct Reach(HashMap<String, Steps>);

impl Reach {
    /// Returns the reach of `all`, whose regions are known.
    pub(super) fn of(all: &[Directive]) -> Self {
        let mut regions: HashMap<&str, Vec<(Range<usize>, Place)>> = HashMap::new();
        for (index, directive) in all.iter().enumerate() {
            for (name, rule) in directive.rules.iter().enumerate().filter(|(_, rule)| !rule.region.is_empty()) {
                regions.entry(&rule.id).or_default().push((rule.region.clone(), (index, name)));
            }
        }
        Reach(regions.drain().map(|(id, regions)| (id.to_owned(), steps(&regions))).collect())
    }

    /// Returns the narrowest comment that silences `rule` at byte `at`; of two alike the first.
    pub(super) fn narrowest(&self, rule: &str, at: usize) -> Option<Place> {
        let steps = self.0.get(rule)?;
        steps[..steps.partition_point(|(start, _)| *start <= at)].last()?.1
    }
}

fn steps(regions: &[(Range<usize>, Place)]) -> Steps {
    let mut edges = Vec::with_capacity(regions.len() * 2);
    for (region, place) in regions {
        let key = (region.len(), *place);
        edges.extend([(region.start, true, key), (region.end, false, key)]);
    }
    edges.sort_unstable();
    let mut open = BTreeSet::new();
    let mut steps: Steps = Vec::new();
    for (at, opens, key) in edges {
        if opens {
            open.insert(key);
        } else {
            open.remove(&key);
        }
        let narrowest = open.first().map(|(_, place)| *place);
        match steps.last_mut() {
            Some(last) if last.0 == at => last.1 = narrowest,
            _ => steps.push((at, narrowest)),
        }
    }
    steps
}

//! Which comment suppresses findings where: the narrowest one for each rule and byte.

use super::directive::Directive;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// Indices of a comment and of a name in it.
type Place = (usize, usize);

/// The narrowest comment from each byte up to the next entry.
type Steps = Vec<(usize, Option<Place>)>;

/// The narrowest comments by rule and byte.
#[derive(Debug, Default)]
pub(super) struct Reach(HashMap<String, Steps>);

impl Reach {
    /// Computes the reach of `all`, whose regions must be known.
    pub(super) fn of(all: &[Directive]) -> Self {
        let mut regions: HashMap<&str, Vec<(Range<usize>, Place)>> = HashMap::new();
        for (index, directive) in all.iter().enumerate() {
            for (name, rule) in directive.rules.iter().enumerate().filter(|(_, rule)| !rule.region.is_empty()) {
                regions.entry(&rule.id).or_default().push((rule.region.clone(), (index, name)));
            }
        }
        Reach(regions.drain().map(|(id, regions)| (id.to_owned(), steps(&regions))).collect())
    }

    /// Returns the narrowest comment that suppresses `rule` at byte `at`; of two equally narrow ones, the first.
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

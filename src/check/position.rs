//! Whether a letter names the position it is for.

use crate::application::{Application, Core, spelt_alike};
use crate::letter::{Letter, PartKind};
use crate::rule::{RuleSet, marked};

/// Whether `letter` names the position of `application`: its title in the subject, the greeting or a heading, or in a
/// sentence that is about neither a past job nor somebody else's.
///
/// A grade may be left out, what somebody is may not: "data platform" is no "Head of Data Platform".
pub fn names_position(letter: &Letter, rules: &RuleSet, application: &Application) -> bool {
    let cores: Vec<Core> =
        application.positions().filter_map(|title| Core::of(title, |word| rules.is_grade_only(word))).collect();
    if cores.is_empty() {
        return false;
    }
    let text = letter.prose().text();
    let is_title = |kind: &PartKind| matches!(kind, PartKind::Subject | PartKind::Greeting | PartKind::Heading);
    let titles = letter.parts().iter().filter(|part| is_title(&part.kind) || is_heading(letter, part.span.start));
    let mut lines = titles.map(|part| spelt_alike(&text[part.text.clone()]));
    let is_named = |line: &str| cores.iter().any(|core| !core.named_in(line).is_empty());
    if lines.any(|line| is_named(&line)) {
        return true;
    }
    let mut sentences = letter.sentences().iter().map(|sentence| spelt_alike(&text[sentence.clone()]));
    sentences.any(|sentence| {
        let mut places = cores.iter().flat_map(|core| core.named_in(&sentence));
        places.any(|place| rules.is_applied_for(&marked(&sentence, &place)))
    })
}

/// Whether what starts at byte `at` of the source is a heading, also above the greeting.
fn is_heading(letter: &Letter, at: usize) -> bool {
    letter.source().text()[..at].trim_end_matches([' ', '*', '_']).ends_with('#')
}

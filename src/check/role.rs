//! Which role a letter is for.

use crate::letter::{Letter, PartKind};
use crate::rule::{Pack, RuleSet};

/// Returns the pack for the letter's role and whether it was found in the letter.
///
/// A role that was given decides, `none` for no pack. Otherwise the first words in subject, greeting or opening that
/// select a pack do.
pub(super) fn of(letter: &Letter, rules: &RuleSet, given: Option<&str>) -> (Option<String>, bool) {
    if let Some(given) = given {
        let named = |pack: &&Pack| pack.roles.iter().any(|role| role.eq_ignore_ascii_case(given));
        return (rules.packs().iter().find(named).map(|pack| pack.name.clone()), false);
    }
    let lower = letter.prose().lower();
    let named = letter.parts().iter().filter(|part| matches!(part.kind, PartKind::Subject | PartKind::Greeting));
    let opening = letter.opening().map(|paragraph| paragraph.text.clone());
    for range in named.map(|part| part.text.clone()).chain(opening) {
        let text = &lower[range];
        let first = |pack: &Pack| pack.select.iter().filter_map(|phrase| word_at(text, &phrase.folded)).min();
        let found = rules.packs().iter().filter_map(|pack| first(pack).map(|at| (at, &pack.name))).min();
        if let Some((_, name)) = found {
            return (Some(name.clone()), true);
        }
    }
    (None, false)
}

/// Where `phrase` stands in `text` as whole words.
fn word_at(text: &str, phrase: &str) -> Option<usize> {
    let is_free = |at: &usize| {
        let before = text[..*at].chars().next_back();
        let after = text[*at + phrase.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    };
    text.match_indices(phrase).map(|(at, _)| at).find(is_free)
}

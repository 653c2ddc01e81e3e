//! Suggestions for mistyped names.

/// Largest number of edits between a typo and the name that was meant.
const MOST_EDITS: usize = 2;

/// Returns the name in `known` that is most similar to `typed`, or `None` if none is similar enough.
///
/// Case is ignored. Of equally similar names the first is returned.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for name in known {
        let similarity = strsim::jaro_winkler(&typed, &name.to_lowercase());
        if similarity >= 0.8 && best.is_none_or(|(before, _)| similarity > before) {
            best = Some((similarity, name));
        }
    }
    best.map(|(_, name)| name)
}

/// Returns the name in `known` that is at most two edits away from `typed`, or that starts with it
/// (from three bytes on).
///
/// Stricter than [`nearest`], for options, commands and keys: among short names, shared letters alone mislead.
pub fn slip<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    let most = (typed.chars().count() / 3).min(MOST_EDITS);
    let edits = |name: &str| {
        let name = name.to_lowercase();
        let is_prefix = typed.len() > 2 && name.starts_with(&typed);
        if is_prefix { 1 } else { strsim::damerau_levenshtein(&typed, &name) }
    };
    let near = known.into_iter().map(|name| (edits(name), name)).filter(|(edits, _)| *edits <= most);
    near.min_by_key(|(edits, _)| *edits).map(|(_, name)| name)
}

/// Returns `; did you mean …?` for the nearest name, or nothing.
pub(crate) fn did_you_mean<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    nearest(typed, known).map_or_else(String::new, |name| format!("; did you mean `{name}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typo_finds_its_name_and_nonsense_finds_none() {
        assert_eq!(nearest("sevrity", ["scope", "severity"]), Some("severity"));
        assert_eq!(nearest("zzz", ["scope", "severity"]), None);
    }

    #[test]
    fn a_typo_is_near_and_a_word_with_the_same_letters_is_not() {
        let options = ["baseline", "tier", "format", "exclude", "exit-zero"];
        assert_eq!(slip("tierr", options), Some("tier"));
        assert_eq!(slip("fromat", options), Some("format"));
        assert_eq!(slip("excl", options), Some("exclude"));
        assert_eq!(slip("explain", options), None);
        assert_eq!(slip("line", options), None);
    }
}

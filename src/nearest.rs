//! The right name for a mistyped one.

/// Most edits that lead from a slip to the name that was meant.
const MOST_EDITS: usize = 2;

/// Returns the name of `known` that is most like `typed`, where one is like it at all.
///
/// Of names equally alike the first wins.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for name in known {
        let likeness = strsim::jaro_winkler(&typed, &name.to_lowercase());
        if likeness >= 0.8 && best.is_none_or(|(before, _)| likeness > before) {
            best = Some((likeness, name));
        }
    }
    best.map(|(_, name)| name)
}

/// Returns the name of `known` that somebody who typed `typed` meant, where it is one slip or two away, or longer.
///
/// Options, commands and keys are short: names that merely share letters mislead.
pub fn slip<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    let most = (typed.chars().count() / 3).min(MOST_EDITS);
    let edits = |name: &str| {
        let name = name.to_lowercase();
        let is_begun = typed.len() > 2 && name.starts_with(&typed);
        if is_begun { 1 } else { strsim::damerau_levenshtein(&typed, &name) }
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
    fn a_slip_finds_its_name_and_nonsense_finds_none() {
        assert_eq!(nearest("sevrity", ["scope", "severity"]), Some("severity"));
        assert_eq!(nearest("zzz", ["scope", "severity"]), None);
    }

    #[test]
    fn a_slip_is_near_and_a_word_with_the_same_letters_is_not() {
        let options = ["baseline", "tier", "format", "exclude", "exit-zero"];
        assert_eq!(slip("tierr", options), Some("tier"));
        assert_eq!(slip("fromat", options), Some("format"));
        assert_eq!(slip("excl", options), Some("exclude"));
        assert_eq!(slip("explain", options), None);
        assert_eq!(slip("line", options), None);
    }
}

//! The right name for a mistyped one.

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
}

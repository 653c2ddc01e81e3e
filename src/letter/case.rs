//! Lower case and hyphens folded without moving a byte.

/// Appends `text` in lower case to `lower`, byte for byte as long as it was.
pub(crate) fn lower_into(text: &str, lower: &mut String) {
    if text.is_ascii() {
        let from = lower.len();
        lower.push_str(text);
        lower[from..].make_ascii_lowercase();
        return;
    }
    for character in text.chars() {
        let mut folded = character.to_lowercase();
        match (folded.next(), folded.next()) {
            (Some(only), None) if only.len_utf8() == character.len_utf8() => lower.push(only),
            _ => lower.push(character),
        }
    }
}

/// Makes a blank of each hyphen between two words: "fast-paced" and "fast paced" are one phrase.
pub(crate) fn join_hyphens(text: &mut String) {
    if !text.contains('-') {
        return;
    }
    let mut bytes = std::mem::take(text).into_bytes();
    for at in 1..bytes.len().saturating_sub(1) {
        let joins = |byte: u8| byte.is_ascii_alphanumeric() || byte >= 0x80;
        if bytes[at] == b'-' && joins(bytes[at - 1]) && joins(bytes[at + 1]) {
            bytes[at] = b' ';
        }
    }
    *text = String::from_utf8(bytes).expect("one ASCII byte took the place of another");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lower_case_takes_as_many_bytes_as_before() {
        let mut lower = String::new();
        lower_into("ÄRGER İstanbul Straẞe", &mut lower);
        assert_eq!(lower.len(), "ÄRGER İstanbul Straẞe".len());
        assert!(lower.starts_with("ärger"));
    }

    #[test]
    fn hyphens_between_words_are_blanks_and_others_stay() {
        let mut text = String::from("fast-paced - -x y- caf\u{e9}-bar");
        join_hyphens(&mut text);
        assert_eq!(text, "fast paced - -x y- caf\u{e9} bar");
    }
}

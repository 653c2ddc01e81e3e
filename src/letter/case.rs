//! Capitals and small letters; lower case and hyphens folded without moving a byte.

use memchr::memchr;

/// Appends `text` in lower case to `lower`, byte for byte as long as it was.
pub(crate) fn lower_into(text: &str, lower: &mut String) {
    let mut rest = text;
    while !rest.is_empty() {
        let (ascii, behind) = rest.split_at(ascii_len(rest.as_bytes()));
        let from = lower.len();
        lower.push_str(ascii);
        lower[from..].make_ascii_lowercase();
        let wide = behind.find(|character: char| character.is_ascii()).unwrap_or(behind.len());
        lower.extend(behind[..wide].chars().map(lower_of));
        rest = &behind[wide..];
    }
}

/// Whether a name may start with it: a capital, or a letter of a script without case.
pub(super) fn is_capital(character: char) -> bool {
    character.is_alphabetic() && !character.is_lowercase()
}

/// `text` without `prefix`, which is ASCII in lower case; the case of `text` does not matter.
pub(super) fn strip_lower<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

/// How many letters of ASCII `bytes` start with.
#[inline]
pub(super) fn letters(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count()
}

/// How many letters of ASCII `bytes` start with of which none but the first is a capital.
#[inline]
pub(super) fn small_letters(bytes: &[u8]) -> usize {
    match bytes.split_first() {
        Some((first, rest)) if first.is_ascii_alphabetic() => {
            1 + rest.iter().take_while(|byte| byte.is_ascii_lowercase()).count()
        }
        _ => 0,
    }
}

/// How many bytes of ASCII `bytes` start with.
fn ascii_len(bytes: &[u8]) -> usize {
    const STEP: usize = 32;
    let whole = bytes.chunks_exact(STEP).take_while(|chunk| chunk.is_ascii()).count() * STEP;
    whole + bytes[whole..].iter().take_while(|byte| byte.is_ascii()).count()
}

fn lower_of(character: char) -> char {
    // Punctuation and holes are common, and the tables are slow.
    if matches!(character, '\u{2000}'..='\u{206f}' | '\u{fffc}') {
        return character;
    }
    let mut folded = character.to_lowercase();
    match (folded.next(), folded.next()) {
        (Some(only), None) if only.len_utf8() == character.len_utf8() => only,
        _ => character,
    }
}

/// Makes a blank of each hyphen between two words: "fast-paced" and "fast paced" are one phrase.
pub(crate) fn join_hyphens(text: &mut String) {
    let Some(first) = text.find('-') else { return };
    let mut bytes = std::mem::take(text).into_bytes();
    let joins = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80);
    let mut next = Some(first);
    while let Some(at) = next {
        if joins(at.checked_sub(1).and_then(|before| bytes.get(before))) && joins(bytes.get(at + 1)) {
            bytes[at] = b' ';
        }
        next = memchr(b'-', &bytes[at + 1..]).map(|step| at + 1 + step);
    }
    *text = String::from_utf8(bytes).expect("one ASCII byte took the place of another");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn each_character_is_lowered_where_its_length_stays(text in "([A-Za-z .-]{0,40}[İKÉ—ÄẞΩ\u{fffc}\\PC]?){0,4}") {
            let mut lower = String::new();
            lower_into(&text, &mut lower);

            let same_len = |character: &char| character.to_lowercase().map(char::len_utf8).sum::<usize>() == character.len_utf8();
            let one = |character: char| character.to_lowercase().next().filter(|_| character.to_lowercase().count() == 1);
            let defined = text.chars().map(|character| one(character).filter(|_| same_len(&character)).unwrap_or(character));
            prop_assert_eq!(lower, defined.collect::<String>());
        }
    }

    #[test]
    fn punctuation_beyond_ascii_has_no_case() {
        for character in ('\u{2000}'..='\u{206f}').chain(['\u{fffc}']) {
            assert!(character.to_lowercase().eq([character]), "{character:?}");
        }
    }

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

//! How far runs of letters go, eight bytes at a time: most of a letter is letters, and each pass skips them.

const EACH: u64 = 0x0101_0101_0101_0101;

/// The bit that parts the cases of a letter, in each byte.
const CASE: u64 = 0x20 * EACH;

/// The highest bit of each byte.
const HIGH: u64 = 0x80 * EACH;

/// How many letters of ASCII `bytes` start with.
#[inline]
pub(super) fn letters(bytes: &[u8]) -> usize {
    run(bytes, CASE, CASE)
}

/// How many letters of ASCII `bytes` start with of which none but the first is a capital.
#[inline]
pub(super) fn small_letters(bytes: &[u8]) -> usize {
    run(bytes, CASE & 0xff, 0)
}

/// How many small letters `bytes` start with when the bits of `first` are set in the first eight bytes, and those of
/// `later` in all others.
#[inline]
fn run(bytes: &[u8], first: u64, later: u64) -> usize {
    let mut fold = first;
    let mut len = 0;
    while let Some(chunk) = bytes[len..].first_chunk::<8>() {
        let others = others(u64::from_le_bytes(*chunk) | fold);
        if others != 0 {
            return len + others.trailing_zeros() as usize / 8;
        }
        len += 8;
        fold = later;
    }
    let rest = &bytes[len..];
    let mut chunk = [0; 8];
    chunk[..rest.len()].copy_from_slice(rest);
    len + others(u64::from_le_bytes(chunk) | fold).trailing_zeros() as usize / 8
}

/// The highest bit of each byte that is no small letter.
#[inline]
fn others(chunk: u64) -> u64 {
    let low = chunk & !HIGH;
    let from_a = low + (0x80 - 0x61) * EACH;
    let behind_z = low + (0x80 - 0x7b) * EACH;
    (!from_a | behind_z | chunk) & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_run_ends_where_the_first_other_byte_stands(text in "[a-zA-Z]{0,20}[@`\\[{ 0é_]?[a-zA-Z\\PC]{0,10}") {
            let bytes = text.as_bytes();
            let all = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
            let first = usize::from(bytes.first().is_some_and(u8::is_ascii_alphabetic));
            let small = first + bytes[first..].iter().take_while(|byte| first > 0 && byte.is_ascii_lowercase()).count();

            prop_assert_eq!(letters(bytes), all);
            prop_assert_eq!(small_letters(bytes), small);
        }
    }

    #[test]
    fn every_byte_is_told() {
        for byte in 0..=u8::MAX {
            assert_eq!(letters(&[byte, b' ']), usize::from(byte.is_ascii_alphabetic()), "{byte}");
            assert_eq!(small_letters(&[b'A', byte, b' ']), 1 + usize::from(byte.is_ascii_lowercase()), "{byte}");
        }
    }
}

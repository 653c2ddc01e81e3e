//! What a terminal or a log makes more of than text.

/// Whether `text` holds no control character but line breaks, and none that turns the direction of reading.
pub(super) fn is_inert(text: &str) -> bool {
    let turns =
        |c: char| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !text.contains(|c: char| (c.is_control() && c != '\n') || turns(c))
}

//! What invisible characters are called.

use std::fmt::Write;

/// Most different characters that are named.
const MOST_NAMED: usize = 2;

/// Returns `character` as the standard writes it: `U+202E`.
pub(crate) fn code(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// Returns what stands in `run` in words: `U+202E RIGHT-TO-LEFT OVERRIDE`, and how many of it.
pub(crate) fn described(run: &str) -> String {
    let mut kinds: Vec<(char, usize)> = Vec::new();
    let mut others = 0;
    for character in run.chars() {
        match kinds.iter().position(|(known, _)| *known == character) {
            Some(index) => kinds[index].1 += 1,
            None if kinds.len() < MOST_NAMED => kinds.push((character, 1)),
            None => others += 1,
        }
    }
    let named = kinds.iter().map(|&(character, count)| {
        let times = if count > 1 { format!(" ({count} times)") } else { String::new() };
        format!("{} {}{times}", code(character), name(character))
    });
    let mut text = named.collect::<Vec<_>>().join(", ");
    if others > 0 {
        write!(text, " and {others} more").expect("a string takes all");
    }
    text
}

/// The character's name in the Unicode Standard; of many that differ by a number, that of their block.
fn name(character: char) -> String {
    let name = match character {
        '\u{ad}' => "SOFT HYPHEN",
        '\u{34f}' => "COMBINING GRAPHEME JOINER",
        '\u{61c}' => "ARABIC LETTER MARK",
        '\u{115f}' => "HANGUL CHOSEONG FILLER",
        '\u{1160}' => "HANGUL JUNGSEONG FILLER",
        '\u{17b4}' => "KHMER VOWEL INHERENT AQ",
        '\u{17b5}' => "KHMER VOWEL INHERENT AA",
        '\u{180b}'..='\u{180d}' | '\u{180f}' => "MONGOLIAN FREE VARIATION SELECTOR",
        '\u{180e}' => "MONGOLIAN VOWEL SEPARATOR",
        '\u{200b}' => "ZERO WIDTH SPACE",
        '\u{200c}' => "ZERO WIDTH NON-JOINER",
        '\u{200d}' => "ZERO WIDTH JOINER",
        '\u{200e}' => "LEFT-TO-RIGHT MARK",
        '\u{200f}' => "RIGHT-TO-LEFT MARK",
        '\u{202a}' => "LEFT-TO-RIGHT EMBEDDING",
        '\u{202b}' => "RIGHT-TO-LEFT EMBEDDING",
        '\u{202c}' => "POP DIRECTIONAL FORMATTING",
        '\u{202d}' => "LEFT-TO-RIGHT OVERRIDE",
        '\u{202e}' => "RIGHT-TO-LEFT OVERRIDE",
        '\u{2060}' => "WORD JOINER",
        '\u{2061}' => "FUNCTION APPLICATION",
        '\u{2062}' => "INVISIBLE TIMES",
        '\u{2063}' => "INVISIBLE SEPARATOR",
        '\u{2064}' => "INVISIBLE PLUS",
        '\u{2066}' => "LEFT-TO-RIGHT ISOLATE",
        '\u{2067}' => "RIGHT-TO-LEFT ISOLATE",
        '\u{2068}' => "FIRST STRONG ISOLATE",
        '\u{2069}' => "POP DIRECTIONAL ISOLATE",
        '\u{206a}' => "INHIBIT SYMMETRIC SWAPPING",
        '\u{206b}' => "ACTIVATE SYMMETRIC SWAPPING",
        '\u{206c}' => "INHIBIT ARABIC FORM SHAPING",
        '\u{206d}' => "ACTIVATE ARABIC FORM SHAPING",
        '\u{206e}' => "NATIONAL DIGIT SHAPES",
        '\u{206f}' => "NOMINAL DIGIT SHAPES",
        '\u{2800}' => "BRAILLE PATTERN BLANK",
        '\u{3164}' => "HANGUL FILLER",
        '\u{feff}' => "ZERO WIDTH NO-BREAK SPACE",
        '\u{ffa0}' => "HALFWIDTH HANGUL FILLER",
        '\u{fff9}' => "INTERLINEAR ANNOTATION ANCHOR",
        '\u{fffa}' => "INTERLINEAR ANNOTATION SEPARATOR",
        '\u{fffb}' => "INTERLINEAR ANNOTATION TERMINATOR",
        '\u{1bca0}'..='\u{1bca3}' => "SHORTHAND FORMAT CONTROL",
        '\u{1d173}'..='\u{1d17a}' => "MUSICAL SYMBOL FORMAT CONTROL",
        '\u{fe00}'..='\u{fe0f}' => return format!("VARIATION SELECTOR-{}", u32::from(character) - 0xfe00 + 1),
        '\u{e0100}'..='\u{e01ef}' => return format!("VARIATION SELECTOR-{}", u32::from(character) - 0xe0100 + 17),
        '\u{e0061}'..='\u{e007a}' => return format!("TAG LATIN SMALL LETTER {}", ascii(character)),
        '\u{e0041}'..='\u{e005a}' => return format!("TAG LATIN CAPITAL LETTER {}", ascii(character)),
        '\u{e007f}' => "CANCEL TAG",
        '\u{e0000}'..='\u{e007e}' => "TAG CHARACTER",
        _ => "INVISIBLE CHARACTER",
    };
    name.to_owned()
}

/// The capital that a tag stands for.
fn ascii(tag: char) -> char {
    char::from_u32(u32::from(tag) - 0xe0000).unwrap_or('?').to_ascii_uppercase()
}

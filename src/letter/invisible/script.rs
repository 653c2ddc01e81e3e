//! Where an invisible character does its work: within emoji, and in scripts that need it.

use super::Kind;

/// Longest name of a region in a flag: `gbeng` and its like have five letters.
const LONGEST_REGION: usize = 6;

/// The line that was looked at last, and whether it holds letters that run from right to left.
#[derive(Debug, Default)]
pub(super) struct Line {
    end: usize,
    is_from_right: bool,
}

impl Line {
    fn is_from_right(&mut self, text: &str, at: usize) -> bool {
        if at >= self.end {
            let start = text[..at].rfind(['\n', '\r']).map_or(0, |before| before + 1);
            self.end = text[at..].find(['\n', '\r']).map_or(text.len(), |len| at + len + 1);
            self.is_from_right = text[start..self.end].contains(is_from_right);
        }
        self.is_from_right
    }
}

/// Returns where the invisible `character` at byte `at` ends, and whether it does its work there.
///
/// Tags are taken together: they spell one flag, or none.
pub(super) fn judged(text: &str, at: usize, character: char, kind: Kind, line: &mut Line) -> (usize, bool) {
    let end = at + character.len_utf8();
    let before = text[..at].chars().next_back();
    let behind = || text[end..].chars().next();
    let beside = |is_meant: fn(char) -> bool| before.is_some_and(is_meant) || behind().is_some_and(is_meant);
    let is_at_work = match kind {
        Kind::Tag => return tags(text, at),
        Kind::BidiControl => !matches!(character, '\u{202d}' | '\u{202e}') && line.is_from_right(text, at),
        Kind::ZeroWidth if character == '\u{200d}' && before.is_some_and(is_emoji) => behind().is_some_and(is_emoji),
        Kind::ZeroWidth => match character {
            '\u{200b}' => beside(is_written_without_blanks),
            '\u{200c}' | '\u{200d}' | '\u{34f}' => beside(has_joined_letters),
            '\u{180e}' => beside(is_mongolian),
            _ => false,
        },
        Kind::VariationSelector => match character {
            '\u{180b}'..='\u{180f}' => before.is_some_and(is_mongolian),
            '\u{fe0e}' | '\u{fe0f}' if before.is_some_and(|c| matches!(c, '0'..='9' | '#' | '*')) => {
                behind() == Some('\u{20e3}')
            }
            '\u{fe00}'..='\u{fe0f}' => before.is_some_and(has_looks),
            _ => before.is_some_and(is_ideograph),
        },
        Kind::Filler => match character {
            '\u{115f}' | '\u{1160}' => beside(is_jamo),
            '\u{17b4}' | '\u{17b5}' => before.is_some_and(|c| matches!(c, '\u{1780}'..='\u{17b3}')),
            '\u{2800}' => beside(|c| matches!(c, '\u{2801}'..='\u{28ff}')),
            _ => false,
        },
        Kind::FormatControl => match character {
            '\u{1d173}'..='\u{1d17a}' => beside(|c| matches!(c, '\u{1d100}'..='\u{1d172}' | '\u{1d17b}'..='\u{1d1ff}')),
            '\u{1bca0}'..='\u{1bca3}' => beside(|c| matches!(c, '\u{1bc00}'..='\u{1bc9f}')),
            _ => false,
        },
        Kind::SoftHyphen | Kind::InvisibleOperator => false,
    };
    (end, is_at_work)
}

/// Where the tags at byte `at` end, and whether they spell the region of a flag.
fn tags(text: &str, at: usize) -> (usize, bool) {
    let len = text[at..].find(|c| Kind::of(c) != Some(Kind::Tag)).unwrap_or(text.len() - at);
    let spelt = &text[at..at + len];
    let region = spelt.strip_suffix('\u{e007f}').unwrap_or_default();
    let is_region = !region.is_empty()
        && region.chars().count() <= LONGEST_REGION
        && region.chars().all(|c| matches!(c, '\u{e0030}'..='\u{e0039}' | '\u{e0061}'..='\u{e007a}'));
    (at + len, is_region && text[..at].ends_with('\u{1f3f4}'))
}

/// Whether it may be a piece of an emoji, its selectors and skin tones included.
fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{fe0f}' | '\u{20e3}' | '\u{e007f}') || has_looks_of_emoji(c)
}

fn has_looks_of_emoji(c: char) -> bool {
    matches!(
        c,
        '©' | '®'
            | '‼'
            | '⁉'
            | '™'
            | 'ℹ'
            | '\u{2190}'..='\u{21ff}'
            | '\u{2300}'..='\u{27bf}'
            | '\u{2900}'..='\u{297f}'
            | '\u{2b00}'..='\u{2bff}'
            | '\u{3030}'
            | '\u{303d}'
            | '\u{3297}'
            | '\u{3299}'
    )
}

/// Whether a variation selector behind it chooses between its looks.
fn has_looks(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2200}'..='\u{22ff}' | '\u{2a00}'..='\u{2aff}' | '\u{1000}'..='\u{109f}')
        || has_looks_of_emoji(c)
        || is_ideograph(c)
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

fn is_mongolian(c: char) -> bool {
    matches!(c, '\u{1800}'..='\u{180a}' | '\u{1810}'..='\u{18af}')
}

fn is_jamo(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115e}' | '\u{1161}'..='\u{11ff}' | '\u{a960}'..='\u{a97f}' | '\u{d7b0}'..='\u{d7ff}')
}

/// Letters that run from right to left.
fn is_from_right(c: char) -> bool {
    matches!(c, '\u{5be}'..='\u{61b}' | '\u{61d}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Scripts in which a joiner changes how letters are written: Arabic and its kin, Mongolian, those of India.
fn has_joined_letters(c: char) -> bool {
    is_from_right(c)
        || is_mongolian(c)
        || matches!(c, '\u{900}'..='\u{109f}' | '\u{1700}'..='\u{17ff}' | '\u{1a20}'..='\u{1aaf}' | '\u{1b00}'..='\u{1c4f}' | '\u{a800}'..='\u{a95f}' | '\u{a980}'..='\u{aadf}' | '\u{abc0}'..='\u{abff}' | '\u{11000}'..='\u{11fff}')
}

/// Scripts that part words by a zero-width space: Thai, Lao, Tibetan, Burmese, Khmer, and those near them.
fn is_written_without_blanks(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{1950}'..='\u{1aaf}' | '\u{a9e0}'..='\u{a9ff}' | '\u{aa60}'..='\u{aadf}')
}

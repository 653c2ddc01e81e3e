//! Characters that nobody sees: they hide text, turn its direction, or came along with what was copied.
//!
//! Where such a character does its work it is none of these: a joiner within an emoji or a Persian word, a variation
//! selector behind an emoji, tags that make a flag, marks of direction beside Hebrew.

mod name;
mod script;
#[cfg(test)]
mod tests;

use crate::span::Span;
pub(crate) use name::{code, described};
use script::Line;

/// Bytes that are looked at together for one beyond ASCII.
const WINDOW: usize = 64;

/// What kind of invisible character one is, by the words of the Unicode Standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// It turns or marks the direction of text (the property `Bidi_Control`).
    BidiControl,
    /// It has no width: space, joiner, non-joiner, word joiner, byte order mark.
    ZeroWidth,
    /// It shows where a word may be parted.
    SoftHyphen,
    /// A letter or digit that is never shown, but in flags.
    Tag,
    /// It chooses the look of the character before it.
    VariationSelector,
    /// It stands for a multiplication or a comma that is not written.
    InvisibleOperator,
    /// It holds the place of a letter or a Braille cell, and is blank.
    Filler,
    /// It steers layout in ways of its own: annotations, musical beams, what Unicode has deprecated.
    FormatControl,
}

impl Kind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Kind; 8] = [
        Kind::BidiControl,
        Kind::ZeroWidth,
        Kind::SoftHyphen,
        Kind::Tag,
        Kind::VariationSelector,
        Kind::InvisibleOperator,
        Kind::Filler,
        Kind::FormatControl,
    ];

    /// Returns the kind of `character`, wherever it stands; `None` for one that is seen.
    pub fn of(character: char) -> Option<Kind> {
        Some(match character {
            '\u{ad}' => Kind::SoftHyphen,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                Kind::BidiControl
            }
            '\u{34f}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => Kind::ZeroWidth,
            '\u{e0000}'..='\u{e007f}' => Kind::Tag,
            '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => {
                Kind::VariationSelector
            }
            '\u{2061}'..='\u{2064}' => Kind::InvisibleOperator,
            '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}' => Kind::Filler,
            '\u{206a}'..='\u{206f}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' => Kind::FormatControl,
            _ => return None,
        })
    }

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// Invisible characters that stand side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Their bytes in the letter.
    pub span: Span,
    /// A bit for each kind among them.
    kinds: u8,
    /// Whether the rest looks the same without them.
    pub(crate) can_go: bool,
}

impl Run {
    /// Whether one of them is of this kind.
    pub fn has(&self, kind: Kind) -> bool {
        self.kinds & kind.bit() != 0
    }
}

/// Returns the invisible characters of `text` behind byte `start` that do no work there, in order.
pub(super) fn runs(text: &str, start: usize) -> Vec<Run> {
    if text.is_ascii() {
        return Vec::new();
    }
    let mut runs: Vec<Run> = Vec::new();
    let mut line = Line::default();
    let mut at = next(text, start);
    while let Some(character) = text[at..].chars().next() {
        let end = match Kind::of(character) {
            None => at + character.len_utf8(),
            Some(kind) => {
                let (end, is_at_work) = script::judged(text, at, character, kind, &mut line);
                if !is_at_work {
                    add(&mut runs, Span::new(at, end), kind, looks_the_same_without(character, kind));
                }
                end
            }
        };
        at = next(text, end);
    }
    if text.contains(turns) {
        // Taking away what ends a turn would let it reach further.
        runs.iter_mut().filter(|run| run.has(Kind::BidiControl)).for_each(|run| run.can_go = false);
    }
    runs
}

fn add(runs: &mut Vec<Run>, span: Span, kind: Kind, can_go: bool) {
    match runs.last_mut().filter(|last| last.span.end == span.start) {
        Some(last) => {
            *last = Run { span: last.span.join(span), kinds: last.kinds | kind.bit(), can_go: last.can_go && can_go };
        }
        None => runs.push(Run { span, kinds: kind.bit(), can_go }),
    }
}

/// Where the first character beyond ASCII at or behind byte `at` starts; the text's end where none does.
fn next(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    while let Some(window) = bytes.get(at..at + WINDOW) {
        if !window.is_ascii() {
            break;
        }
        at += WINDOW;
    }
    bytes[at..].iter().position(|byte| !byte.is_ascii()).map_or(bytes.len(), |found| at + found)
}

fn looks_the_same_without(character: char, kind: Kind) -> bool {
    match kind {
        Kind::BidiControl => !turns(character),
        Kind::ZeroWidth | Kind::Tag | Kind::VariationSelector | Kind::InvisibleOperator => true,
        // A word may break there, a blank may be what parts two words.
        Kind::SoftHyphen | Kind::Filler | Kind::FormatControl => false,
    }
}

/// Whether it changes the order in which what follows is shown.
fn turns(character: char) -> bool {
    matches!(character, '\u{202b}' | '\u{202d}' | '\u{202e}' | '\u{2067}')
}

//! The text of a letter: decoding, byte order mark, lines.

use crate::span::Span;
use memchr::memchr2_iter;
use serde::Serialize;
use std::fmt;
use std::sync::OnceLock;

/// How the bytes of a file were encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, little endian, recognized by its byte order mark.
    Utf16Le,
    /// UTF-16, big endian, recognized by its byte order mark.
    Utf16Be,
}

impl Encoding {
    /// Returns the name used in the JSON output.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
        }
    }
}

/// Why bytes could not be read as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError {
    /// Offset of the first invalid byte in the file as stored.
    pub offset: usize,
    /// The encoding that was expected.
    pub expected: Encoding,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.expected {
            Encoding::Utf8 => write!(f, "byte {} is not UTF-8 text; save the letter as UTF-8", self.offset),
            _ => write!(f, "byte {} is not UTF-16 text; save the letter as UTF-8", self.offset),
        }
    }
}

impl std::error::Error for DecodeError {}

/// A place in a letter. Lines and columns count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Position {
    /// Offset in bytes, from 0.
    pub byte: usize,
    /// Line, from 1.
    pub line: usize,
    /// Column in Unicode scalar values, from 1; a byte order mark has no column.
    pub column: usize,
    /// Column in bytes of UTF-8, from 1; not in JSON.
    #[serde(skip)]
    pub byte_column: usize,
}

const BOM: char = '\u{feff}';

/// Estimated bytes per line, used only to reserve memory.
const SHORT_LINE: usize = 64;

/// Size in bytes of the blocks whose characters are counted once.
const BLOCK: usize = 1024;

/// The text of one letter and where its lines start.
///
/// Offsets count bytes of the file as stored, byte order mark included. UTF-16 is turned into UTF-8 without its
/// mark first, and offsets count bytes of that.
#[derive(Clone, Debug)]
pub struct Source {
    text: String,
    encoding: Encoding,
    line_starts: Vec<usize>,
    /// Number of characters before each [`BLOCK`]; computed on the first look-up in a long line.
    counts: OnceLock<Vec<usize>>,
}

impl Source {
    /// Decodes `bytes` as UTF-8, or as UTF-16 if they begin with its byte order mark.
    ///
    /// # Errors
    /// If the bytes are not valid in that encoding; the error has the offset of the first invalid byte.
    pub fn decode(bytes: Vec<u8>) -> Result<Self, DecodeError> {
        match bytes.get(..2) {
            Some([0xff, 0xfe]) => decode_utf16(&bytes[2..], Encoding::Utf16Le, u16::from_le_bytes),
            Some([0xfe, 0xff]) => decode_utf16(&bytes[2..], Encoding::Utf16Be, u16::from_be_bytes),
            _ => match String::from_utf8(bytes) {
                Ok(text) => Ok(Source::with_encoding(text, Encoding::Utf8)),
                Err(error) => Err(DecodeError { offset: error.utf8_error().valid_up_to(), expected: Encoding::Utf8 }),
            },
        }
    }

    /// Wraps text that is already decoded.
    pub fn new(text: impl Into<String>) -> Self {
        Source::with_encoding(text.into(), Encoding::Utf8)
    }

    fn with_encoding(text: String, encoding: Encoding) -> Self {
        let line_starts = line_starts(&text);
        Source { text, encoding, line_starts, counts: OnceLock::new() }
    }

    /// Returns the whole text, byte order mark included.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the length in bytes of the byte order mark at the start: 0 or 3.
    pub fn bom_len(&self) -> usize {
        if self.text.starts_with(BOM) { BOM.len_utf8() } else { 0 }
    }

    /// Returns the encoding of the file.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Returns the text of `span`.
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// Whether `span` is at least half of the text, and longer than a paragraph.
    pub(crate) fn is_sweeping(&self, span: Span) -> bool {
        let text = self.slice(span);
        let is_half = text.len() * 2 >= self.text.trim().len();
        is_half && text.trim().lines().any(|line| line.trim().is_empty())
    }

    /// Returns the number of lines; a line break at the very end does not start another one.
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }

    /// Returns the line and column of byte `at`. An offset past the end of the text counts as its end.
    pub fn position(&self, at: usize) -> Position {
        let at = at.min(self.text.len());
        let line = self.line_starts.partition_point(|&start| start <= at).max(1);
        let mut start = self.line_starts[line - 1];
        if line == 1 {
            start = self.bom_len().min(at);
        }
        let before = self.text.get(start..at).unwrap_or_default();
        // Counting a long line from its start for each place would take quadratic time.
        let characters = if before.len() <= 2 * BLOCK {
            characters(before.as_bytes())
        } else {
            self.characters_before(at) - self.characters_before(start)
        };
        Position { byte: at, line, column: characters + 1, byte_column: before.len() + 1 }
    }

    /// How many characters start before byte `at`.
    fn characters_before(&self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let counts = self.counts.get_or_init(|| {
            let counted = bytes.chunks(BLOCK).scan(0, |sum, block| {
                let before = *sum;
                *sum += characters(block);
                Some(before)
            });
            counted.collect()
        });
        let block = (at / BLOCK).min(counts.len().saturating_sub(1));
        counts.get(block).map_or(0, |before| before + characters(&bytes[block * BLOCK..at]))
    }

    /// Returns the span of line `line` (from 1) without its line break and byte order mark.
    ///
    /// Empty for a line after the last one.
    pub fn line(&self, line: usize) -> Span {
        let Some(&start) = line.checked_sub(1).and_then(|index| self.line_starts.get(index)) else {
            return Span::new(self.text.len(), self.text.len());
        };
        let end = self.line_starts.get(line).copied().unwrap_or(self.text.len());
        let start = if line == 1 { self.bom_len() } else { start };
        let kept = self.text[start..end].trim_end_matches(['\n', '\r']);
        Span::new(start, start + kept.len())
    }
}

fn decode_utf16(bytes: &[u8], encoding: Encoding, unit: fn([u8; 2]) -> u16) -> Result<Source, DecodeError> {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let mut text = String::with_capacity(bytes.len());
    let mut offset = 2;
    for decoded in char::decode_utf16(units) {
        let Ok(decoded) = decoded else {
            return Err(DecodeError { offset, expected: encoding });
        };
        text.push(decoded);
        offset += 2 * decoded.len_utf16();
    }
    if bytes.len() % 2 == 1 {
        return Err(DecodeError { offset: bytes.len() + 1, expected: encoding });
    }
    Ok(Source::with_encoding(text, encoding))
}

/// The number of UTF-8 characters that start in `bytes`.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count()
}

/// Byte offsets at which lines start; LF, CRLF and a lone CR each end one.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut starts = Vec::with_capacity(1 + bytes.len() / SHORT_LINE);
    starts.push(0);
    for at in memchr2_iter(b'\n', b'\r', bytes) {
        let ends = bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n');
        if ends && at + 1 < bytes.len() {
            starts.push(at + 1);
        }
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, byte: usize) -> (usize, usize) {
        let position = Source::new(text).position(byte);
        (position.line, position.column)
    }

    #[test]
    fn lines_end_at_lf_crlf_and_lone_cr() {
        for text in ["a\nb\nc", "a\r\nb\r\nc", "a\rb\rc"] {
            let source = Source::new(text);
            assert_eq!(source.line_count(), 3, "{text:?}");
            assert_eq!(source.slice(source.line(2)), "b");
            assert_eq!(source.position(text.len()).line, 3);
        }
    }

    #[test]
    fn columns_count_scalar_values_not_bytes() {
        assert_eq!(at("it’s 🎉 ok", "it’s 🎉 ".len()), (1, 8));
    }

    #[test]
    fn columns_in_long_lines_are_counted_like_those_in_short_lines() {
        let text = format!("\u{feff}line\n{}\n{}", "é’x ".repeat(2000), "aé".repeat(3000));
        let source = Source::new(text.as_str());
        for (at, _) in text.char_indices().skip(1).step_by(97) {
            let start = text[..at].rfind('\n').map_or(3, |before| before + 1);
            assert_eq!(source.position(at).column, text[start..at].chars().count() + 1, "{at}");
        }
    }

    #[test]
    fn byte_order_mark_takes_bytes_and_no_column() {
        let source = Source::decode(b"\xef\xbb\xbfDear".to_vec()).unwrap();
        assert_eq!((source.bom_len(), source.position(3).column), (3, 1));
        assert_eq!(source.slice(source.line(1)), "Dear");
    }

    #[test]
    fn utf16_becomes_utf8_without_its_mark() {
        let bytes: Vec<u8> = "\u{feff}Höhe 🎉".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let source = Source::decode(bytes).unwrap();
        assert_eq!((source.text(), source.encoding()), ("Höhe 🎉", Encoding::Utf16Be));
    }

    #[test]
    fn a_lone_surrogate_is_an_error_at_its_offset() {
        let error = Source::decode(vec![0xff, 0xfe, b'a', 0, 0x00, 0xd8, b'b', 0]).unwrap_err();
        assert_eq!(error.offset, 4);
    }

    #[test]
    fn half_a_utf16_unit_is_an_error_at_its_offset() {
        let error = Source::decode(vec![0xff, 0xfe, b'a', 0, b'b']).unwrap_err();
        assert_eq!(error.offset, 4);
    }

    #[test]
    fn an_invalid_byte_is_an_error_at_its_offset() {
        let error = Source::decode(b"Dear \xff".to_vec()).unwrap_err();
        assert_eq!((error.offset, error.to_string().contains("byte 5")), (5, true));
    }

    #[test]
    fn a_line_break_at_the_end_starts_no_line() {
        assert_eq!(Source::new("a\n").line_count(), 1);
    }
}

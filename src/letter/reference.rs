//! Character references: `&rsquo;`, `&#8217;`, `&#x2019;`.

use pulldown_cmark::{Event, Parser};

/// Bytes of the longest reference that Markdown knows, and some more.
const LONGEST: usize = 40;

/// Returns the byte length of the reference that `text` opens with, and what it stands for.
///
/// The names are those of the Markdown parser, which has HTML's whole list.
pub(super) fn reference(text: &str) -> Option<(usize, String)> {
    let bytes = text.as_bytes();
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
    let end = 1 + bytes.iter().skip(1).take(LONGEST).take_while(|byte| is_name(byte)).count();
    if bytes.first() != Some(&b'&') || end < 3 || bytes.get(end) != Some(&b';') {
        return None;
    }
    let written = &text[..=end];
    let decoded: String = Parser::new(written)
        .filter_map(|event| match event {
            Event::Text(text) => Some(text.into_string()),
            _ => None,
        })
        .collect();
    (decoded != written && !decoded.is_empty()).then_some((written.len(), decoded))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_decoded_by_name_and_by_number() {
        for (written, character) in [
            ("&nbsp;", "\u{a0}"),
            ("&rsquo;", "’"),
            ("&#8217;", "’"),
            ("&#x2019;", "’"),
            ("&#160;player", "\u{a0}"),
            ("&hellip;", "…"),
            ("&CounterClockwiseContourIntegral;", "∳"),
        ] {
            let len = written.find(';').unwrap() + 1;
            assert_eq!(reference(written), Some((len, character.to_owned())), "{written}");
        }
    }

    #[test]
    fn an_ampersand_alone_is_none() {
        for text in ["&", "& Co;", "&;", "&nosuchname;", "&nbsp", "&D;", "&#;", "&#xZ;"] {
            assert_eq!(reference(text), None, "{text}");
        }
    }
}

//! Text as it may stand in XML 1.0.

use super::visible::on_one_line;

/// Returns `text` on one line, safe within an element and between double quotes.
///
/// What [XML 1.0 has no way to write](https://www.w3.org/TR/xml/#charsets) becomes a substitute, and so does what could
/// steer a terminal, because reports are read there too.
pub(super) fn escaped(text: &str) -> String {
    let text = on_one_line(text);
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_text() {
        assert_eq!(escaped("<a b=\"c\">&amp; ]]>"), "&lt;a b=&quot;c&quot;&gt;&amp;amp; ]]&gt;");
    }

    #[test]
    fn characters_that_xml_forbids_are_substituted() {
        assert_eq!(
            escaped("a\0b\u{1b}\u{b}c\u{fffe}\u{ffff}d\u{7f}🎉"),
            "a\u{fffd}b\u{fffd} c\u{fffd}\u{fffd}d\u{fffd}🎉"
        );
    }

    #[test]
    fn breaks_are_spaces() {
        assert_eq!(escaped(" a\r\n\tb\u{2028}c "), "a b c");
    }
}

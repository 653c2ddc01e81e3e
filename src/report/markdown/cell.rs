//! Text as one cell of a table in GitHub's Markdown.

use crate::report::visible::on_one_line;

/// Longest text of a cell, in Unicode scalar values: GitHub refuses a summary past 1 MiB.
const LONGEST: usize = 200;

/// Returns `text` as a cell that says it and nothing else: no markup, link, mention, formula or further cell.
///
/// The end of a long text is cut off.
pub(super) fn cell(text: &str) -> String {
    let mut line = on_one_line(text);
    if let Some((end, _)) = line.char_indices().nth(LONGEST) {
        line.truncate(end);
        line.push('…');
    }
    let mut out = String::with_capacity(line.len());
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '!' | '|' | '~' => {
                out.push('\\');
                out.push(character);
            }
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // A backslash does not keep GitHub from setting what stands between two of them as a formula.
            '$' => out.push_str("&#36;"),
            // Bare addresses are links in GitHub's Markdown.
            ':' if characters.peek() == Some(&'/') => out.push_str("\\:"),
            '.' if out.ends_with("www") => out.push_str("\\."),
            _ => out.push(character),
        }
        // GitHub looks for mentions and references in the text as rendered, so that no escape keeps them from it.
        if matches!(character, '@' | '#') && characters.peek().is_some_and(|next| next.is_alphanumeric()) {
            out.push_str("&#8203;");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_escaped() {
        assert_eq!(
            cell("a|b `c` *d* _e_ [f](g) !h \\ ~i~ #"),
            "a\\|b \\`c\\` \\*d\\* \\_e\\_ \\[f\\](g) \\!h \\\\ \\~i\\~ \\#"
        );
        assert_eq!(cell("<b>&amp;</b> $1 to $2"), "&lt;b&gt;&amp;amp;&lt;/b&gt; &#36;1 to &#36;2");
    }

    #[test]
    fn mentions_and_references_reach_nobody() {
        assert_eq!(cell("@octo a@b.com #12 C# @"), "@&#8203;octo a@&#8203;b.com \\#&#8203;12 C\\# @");
    }

    #[test]
    fn addresses_are_no_links() {
        assert_eq!(cell("https://a.b www.a.b"), "https\\://a.b www\\.a.b");
    }

    #[test]
    fn breaks_are_spaces_and_controls_are_seen() {
        assert_eq!(cell(" a\r\n\n# b\u{1b}\u{202e} "), "a \\# b\u{fffd}\u{fffd}");
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        let text = cell(&"é|".repeat(500));
        assert_eq!((text.matches('|').count(), text.ends_with("é\\|…")), (100, true));
    }
}

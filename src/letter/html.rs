//! HTML inside a letter: markup goes, text stays, and what is no HTML tag stays too.
//!
//! `<Company>` is a slot that a tag stripper would delete unseen, so only the names that HTML knows are markup.

use super::fold::Folder;
use crate::span::Span;
use crate::words::{List, Listed};
use std::ops::Range;

/// Folds `range` of `source`: comments, scripts and tags go, other text stays.
pub(super) fn push(folder: &mut Folder<'_>, source: &str, range: Range<usize>) {
    let mut at = range.start;
    // The next `>`, looked for once however many `<` stand before it.
    let mut close = at;
    while at < range.end {
        let rest = &source[at..range.end];
        let Some(open) = rest.find('<') else {
            return folder.push(at..range.end);
        };
        folder.push(at..at + open);
        at += open;
        let rest = &source[at..range.end];
        if close <= at {
            close = rest.find('>').map_or(range.end, |len| at + len);
        }
        match markup(folder, rest, Some(close - at).filter(|_| close < range.end)) {
            Markup::Hidden(len) => {
                if is_comment(rest) {
                    folder.add_comment(Span::new(at, at + len));
                }
                at += len;
            }
            Markup::Break(len) => {
                folder.push_line_break(at..at + len);
                at += len;
            }
            Markup::Text(len) => {
                folder.push(at..at + len);
                at += len;
            }
        }
    }
}

/// Returns whether `html` is a line break (`<br>`), as inline markup.
pub(super) fn is_break(folder: &mut Folder<'_>, html: &str) -> bool {
    matches!(markup(folder, html, html.find('>')), Markup::Break(len) if len == html.len())
}

/// Returns whether `html`, one inline piece, is markup that shows nothing.
pub(super) fn is_hidden(folder: &mut Folder<'_>, html: &str) -> bool {
    matches!(markup(folder, html, html.find('>')), Markup::Hidden(_))
}

/// Returns whether `html` opens with a comment.
pub(super) fn is_comment(html: &str) -> bool {
    html.starts_with("<!--")
}

enum Markup {
    Hidden(usize),
    Break(usize),
    Text(usize),
}

/// Says what opens `text`, which starts with `<`, and how many bytes it takes; `close` is its first `>`.
fn markup(folder: &mut Folder<'_>, text: &str, close: Option<usize>) -> Markup {
    if is_comment(text) {
        return Markup::Hidden(text.find("-->").map_or(text.len(), |end| end + 3));
    }
    if text.starts_with("<!") || text.starts_with("<?") {
        return Markup::Hidden(close.map_or(text.len(), |end| end + 1));
    }
    let name_start = if text.starts_with("</") { 2 } else { 1 };
    let name_len = text[name_start..].bytes().take_while(u8::is_ascii_alphanumeric).count();
    let name = &text[name_start..name_start + name_len];
    let Some(end) = close.map(|end| end + 1) else {
        return Markup::Text(text.len().min(name_start));
    };
    if !is_tag(name) || is_label(folder, &text[..end], name) {
        return Markup::Text(name_start + name_len);
    }
    let lower = name.to_ascii_lowercase();
    match lower.as_str() {
        name if List::LineBreakElement.holds(name) => Markup::Break(end),
        "script" | "style" if name_start == 1 => {
            let close = format!("</{lower}");
            let hidden = text.find(&close).and_then(|at| text[at..].find('>').map(|len| at + len + 1));
            Markup::Hidden(hidden.unwrap_or(text.len()))
        }
        _ => Markup::Hidden(end),
    }
}

/// Whether `tag` is nothing but such a name and never ends in the letter: a slot and no element.
fn is_label(folder: &mut Folder<'_>, tag: &str, name: &str) -> bool {
    if tag.len() != name.len() + 2 {
        return false;
    }
    List::LabelElement.holds(name) && !folder.has_end_tag(&name.to_ascii_lowercase())
}

/// Whether `name` is that of an HTML element, in any case; a capital and small letters after it (`<Title>`) are how people
/// write a slot.
fn is_tag(name: &str) -> bool {
    let mut bytes = name.bytes();
    let looks_like_a_word = name.len() > 2
        && bytes.next().is_some_and(|first| first.is_ascii_uppercase())
        && bytes.all(|byte| byte.is_ascii_lowercase());
    !looks_like_a_word && {
        let listed = Listed::of(name);
        listed.is_in(List::MarkupElement) || listed.is_in(List::LabelElement)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(source: &str) -> String {
        let mut folder = Folder::new(source);
        push(&mut folder, source, 0..source.len());
        folder.finish().0.text().to_owned()
    }

    #[test]
    fn tags_and_comments_go_and_text_stays() {
        assert_eq!(shown("<p align=\"right\">Ana <!-- note\nto self --><b>Ruiz</b></p>"), "Ana Ruiz ");
    }

    #[test]
    fn what_html_does_not_know_stays() {
        assert_eq!(shown("<Company> and <job description>"), "<Company> and <job description>");
        assert_eq!(shown("<Title>"), "<Title>");
    }

    #[test]
    fn a_name_of_html_without_an_end_is_a_label() {
        assert_eq!(shown("the <title> role near <address>"), "the <title> role near <address>");
        assert_eq!(shown("<address>Harbour 3</address>"), "Harbour 3");
        assert_eq!(shown("<link rel=\"x\"> and <br> and <section id=\"a\">"), "and and ");
    }

    #[test]
    fn styles_and_scripts_show_nothing() {
        assert_eq!(shown("<style>p { x }</style>Dear"), "Dear");
    }

    #[test]
    fn a_comparison_is_text() {
        assert_eq!(shown("p99 < 20 ms"), "p99 < 20 ms");
    }
}

//! A saved page as Markdown: its headings, list items, paragraphs and lines, without menus, scripts and controls.
//!
//! Tags are read one after the other, as often closed as pages close them; no tree is built.

use crate::words::List;
use encoding_rs::WINDOWS_1252;
use pulldown_cmark::{Event, Parser};
use std::borrow::Cow;

/// List items within each other that are indented; what lies deeper is shown at this depth.
const DEEPEST: usize = 8;

/// Most bytes of a character reference such as `&CounterClockwiseContourIntegral;`.
const LONGEST_REFERENCE: usize = 40;

/// Returns the text of `html` as Markdown.
pub(super) fn markdown(html: &str) -> String {
    let mut page = Page { out: String::with_capacity(html.len() / 2), ..Page::default() };
    // Elements that hide their text and that nothing ends from here on.
    let mut endless = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        page.push_text(&rest[..at]);
        rest = &rest[at..];
        let Some((name, closes)) = tag(rest) else {
            let len = markup_len(rest);
            page.push_text(if len == 1 { "<" } else { "" });
            rest = &rest[len..];
            continue;
        };
        rest = &rest[tag_end(rest)..];
        if !List::PageHidden.holds(&name) {
            page.read_tag(&name, closes);
        } else if !closes && !endless.contains(&name) {
            page.gap(Gap::Space);
            match after_element(rest, &name) {
                Some(after) => rest = after,
                None if matches!(name.as_str(), "script" | "style") => rest = "",
                None => endless.push(name),
            }
        }
    }
    page.push_text(rest);
    page.end_line();
    page.out
}

/// The Markdown written so far, and what is open.
#[derive(Default)]
struct Page {
    out: String,
    open: Vec<Open>,
    /// Items in `open` whose mark was written.
    items: usize,
    /// Lists in `open`.
    lists: usize,
    /// What comes before the next word.
    gap: Gap,
    /// Level of the heading that is open, or 0.
    heading: usize,
    /// Bold elements that are open in this block.
    bold: usize,
    /// Preformatted elements that are open.
    preformatted: usize,
    line: Option<Line>,
}

enum Open {
    List,
    Item { is_marked: bool },
}

/// What lies between two words, least first.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Cell,
    Line,
    Block,
}

/// The line that is being written.
struct Line {
    /// Byte at which its text starts.
    start: usize,
    /// Whether all its words are bold; `None` before the first. No heading and no item is.
    is_bold: Option<bool>,
}

impl Page {
    fn read_tag(&mut self, name: &str, closes: bool) {
        let level = name.strip_prefix('h').and_then(|level| level.parse().ok()).filter(|level| (1..=6).contains(level));
        match name {
            "br" => self.gap(Gap::Line),
            "td" | "th" => self.gap(Gap::Cell),
            "b" | "strong" => self.bold = if closes { self.bold.saturating_sub(1) } else { self.bold + 1 },
            "ul" | "ol" => self.read_list(closes),
            "li" => {
                self.block();
                self.end_item();
                if !closes {
                    self.open.push(Open::Item { is_marked: false });
                }
            }
            "pre" => {
                self.block();
                self.preformatted = if closes { self.preformatted.saturating_sub(1) } else { self.preformatted + 1 };
            }
            _ if level.is_some() => {
                self.block();
                self.heading = level.filter(|_| !closes).unwrap_or_default();
            }
            _ if List::PageBlock.holds(name) => self.block(),
            _ => {}
        }
    }

    /// What follows is another block.
    fn block(&mut self) {
        self.gap(Gap::Block);
        self.heading = 0;
        self.bold = 0;
    }

    fn gap(&mut self, gap: Gap) {
        // An empty line is the end of a paragraph.
        let is_empty_line = gap == Gap::Line && self.gap == Gap::Line;
        self.gap = if is_empty_line { Gap::Block } else { self.gap.max(gap) };
    }

    fn read_list(&mut self, closes: bool) {
        self.block();
        if !closes {
            self.lists += 1;
            self.open.push(Open::List);
        } else if self.lists > 0 {
            self.lists -= 1;
            self.end_item();
            self.open.pop();
        }
    }

    /// Ends the item that is open in the innermost list.
    fn end_item(&mut self) {
        if let Some(Open::Item { is_marked }) = self.open.last() {
            self.items -= usize::from(*is_marked);
            self.open.pop();
        }
    }

    fn push_text(&mut self, text: &str) {
        let text = decoded(text);
        let has_lines = self.preformatted > 0;
        for (index, line) in text.split(|c| has_lines && c == '\n').enumerate() {
            if index > 0 {
                self.gap(Gap::Line);
            }
            for (index, word) in line.split([' ', '\t', '\n', '\r', '\x0c']).enumerate() {
                if index > 0 {
                    self.gap(Gap::Space);
                }
                if !word.is_empty() {
                    self.push_word(word);
                }
            }
        }
    }

    fn push_word(&mut self, word: &str) {
        // A heading is one line.
        let gap = if self.gap == Gap::Line && self.heading > 0 { Gap::Space } else { self.gap };
        self.gap = Gap::None;
        if self.line.is_some() {
            match gap {
                Gap::None => {}
                Gap::Space => self.out.push(' '),
                Gap::Cell => self.out.push_str(" | "),
                Gap::Line => {
                    self.end_line();
                    self.out.push_str("  \n");
                }
                Gap::Block => {
                    self.end_line();
                    self.out.push_str("\n\n");
                }
            }
        }
        let is_first = self.line.is_none();
        let line = self.line.take().unwrap_or_else(|| self.start_line());
        let is_bold = if word.contains(char::is_alphanumeric) {
            Some(line.is_bold.unwrap_or(true) && self.bold > 0)
        } else {
            line.is_bold
        };
        self.line = Some(Line { is_bold, ..line });
        self.push_escaped(word, is_first);
    }

    fn start_line(&mut self) -> Line {
        let indent = |items: usize| "  ".repeat(items.min(DEEPEST));
        self.out += &indent(self.items);
        let mut is_item = false;
        if let Some(Open::Item { is_marked }) = self.open.last_mut()
            && !*is_marked
        {
            (*is_marked, is_item) = (true, true);
            self.items += 1;
            self.out.push_str("- ");
        }
        if self.heading > 0 {
            self.out += &"#".repeat(self.heading);
            self.out.push(' ');
        }
        Line { start: self.out.len(), is_bold: (is_item || self.heading > 0).then_some(false) }
    }

    fn end_line(&mut self) {
        if let Some(line) = self.line.take().filter(|line| line.is_bold == Some(true)) {
            self.out.insert_str(line.start, "**");
            self.out.push_str("**");
        }
    }

    /// Writes `word` so that Markdown reads it as it is; list marks that are typed at the start of a line stay.
    fn push_escaped(&mut self, word: &str, is_first: bool) {
        let is_mark = is_first && matches!(word, "-" | "*" | "+");
        let is_structure = is_first && !is_mark && word.starts_with(['#', '>', '=', '-', '+', '|', ':']);
        if is_structure {
            self.out.push('\\');
        }
        for (at, c) in word.char_indices() {
            let is_reference =
                c == '&' && word[at + 1..].starts_with(|next: char| next.is_ascii_alphanumeric() || next == '#');
            let is_special = matches!(c, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '~') && !is_mark;
            if is_reference || is_special {
                self.out.push('\\');
            }
            self.out.push(c);
        }
    }
}

/// `text` with its character references decoded.
fn decoded(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find('&') else { return Cow::Borrowed(text) };
    let mut out = text[..first].to_owned();
    let mut rest = &text[first..];
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let name = rest.bytes().take(LONGEST_REFERENCE).skip(1);
        let len = name.take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count() + 2;
        if let Some(text) = rest.get(..len).filter(|reference| reference.ends_with(';')).and_then(character) {
            out.push_str(&text);
            rest = &rest[len..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What the character reference stands for, by Markdown's table, which is HTML's.
fn character(reference: &str) -> Option<String> {
    let texts = Parser::new(reference).filter_map(|event| match event {
        Event::Text(text) => Some(text),
        _ => None,
    });
    let text: String = texts.flat_map(|text| text.chars().map(windows).collect::<Vec<_>>()).collect();
    (text != reference).then_some(text)
}

/// `&#150;` is a dash: HTML reads the numbers of control characters as those of Windows.
fn windows(c: char) -> char {
    let byte = u8::try_from(u32::from(c)).ok().filter(|byte| (0x80..0xa0).contains(byte));
    let decode = |byte| WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next();
    byte.and_then(decode).unwrap_or(c)
}

/// The name of the tag that `rest` opens with, in lower case, and whether it closes an element.
fn tag(rest: &str) -> Option<(String, bool)> {
    let inner = rest.strip_prefix('<')?;
    let (inner, closes) = inner.strip_prefix('/').map_or((inner, false), |inner| (inner, true));
    let len = inner.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
    inner.starts_with(|first: char| first.is_ascii_alphabetic()).then(|| (inner[..len].to_ascii_lowercase(), closes))
}

/// Bytes of the comment or declaration that `rest` opens with; 1 where its `<` is text.
fn markup_len(rest: &str) -> usize {
    let up_to = |end: &str| rest.find(end).map_or(rest.len(), |at| at + end.len());
    if rest.starts_with("<!--") {
        up_to("-->")
    } else if rest.starts_with("<!") || rest.starts_with("<?") || rest.starts_with("</") {
        up_to(">")
    } else {
        1
    }
}

/// Where the tag ends that `rest` opens with; a quoted value may hold `>`.
fn tag_end(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 0;
    while let Some(step) = rest[at..].find(['>', '=']) {
        at += step + 1;
        if bytes[at - 1] == b'>' {
            return at;
        }
        at += rest[at..].len() - rest[at..].trim_start().len();
        if let Some(mark @ (b'"' | b'\'')) = bytes.get(at)
            && let Some(end) = rest[at + 1..].find(char::from(*mark))
        {
            at += end + 2;
        }
    }
    rest.len()
}

/// What comes after the element `name`, inside which `rest` starts; `None` where nothing ends it.
fn after_element<'a>(rest: &'a str, name: &str) -> Option<&'a str> {
    let mut ends = rest.match_indices("</").map(|(at, _)| &rest[at..]);
    let end = ends.find(|end| tag(end).is_some_and(|(other, _)| other == name))?;
    Some(&end[tag_end(end)..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Instant;

    #[test]
    fn headings_items_paragraphs_and_lines_stay() {
        let page = "<!DOCTYPE html><!-- <p> --><DIV class='a>b'><H1 id=x>A &lt; <a href=\"/>\">B</a>\n</H1><p>One\n two<br>three\
            <script>if (a<b) {'</p>'}</script><svg><g/></svg><ul><li>1 < 2<li>C<br/></ul>D</div>";
        assert_eq!(markdown(page), "# A \\< B\n\nOne two  \nthree\n\n- 1 \\< 2\n\n- C\n\nD");
    }

    #[test]
    fn lists_within_items_are_indented() {
        let page = "<ul><li>One of<ul><li>Go<li><p>Rust</p><p>or C</p></ul><li>Kafka</ul>after<ol><li>first</ol>";
        assert_eq!(markdown(page), "- One of\n\n  - Go\n\n  - Rust\n\n    or C\n\n- Kafka\n\nafter\n\n- first");
        // Lists that hold nothing but lists add no depth.
        assert_eq!(markdown("<ul><li><ul><li><ul><li>Go"), "- Go");
        assert_eq!(markdown("</ul></li></p>Go<li>Rust"), "Go\n\n- Rust");
    }

    #[test]
    fn a_row_of_a_table_is_a_line_with_its_cells_and_a_layout_table_is_its_paragraphs() {
        let page = "<table><thead><tr><th>Pay<th>Hours<tbody><tr><td>50,000</td>\n<td>38</td></tr></table>";
        assert_eq!(markdown(page), "Pay | Hours\n\n50,000 | 38");
        assert_eq!(markdown("<table><tr><td><h1>Nurse</h1><p>Nights</p></td><td><p>Days"), "# Nurse\n\nNights\n\nDays");
    }

    #[test]
    fn a_line_that_is_bold_all_over_is_marked_and_no_other() {
        for (page, line) in [
            ("<p><b>Must have</b></p>", "**Must have**"),
            ("<p><strong><span>You have</span></strong>:<br>Go", "**You have:**  \nGo"),
            ("<p>You <b>must</b> have", "You must have"),
            ("<li><b>Rust</b>", "- Rust"),
            ("<h2><b>Must</b></h2>", "## Must"),
            ("<p><b>Must<p>You will", "**Must**\n\nYou will"),
        ] {
            assert_eq!(markdown(page), line, "{page}");
        }
    }

    #[test]
    fn menus_controls_and_scripts_are_left_out_and_a_form_around_the_page_is_not() {
        let page = "<form id=aspnetForm><nav><a>Jobs</a></nav><label>Name</label><select><option>UK</select><p>Cook\
            <button>Apply</button><noscript>Turn on</noscript></form><style>a{}";
        assert_eq!(markdown(page), "Cook");
        assert_eq!(markdown("<nav>Home<p>Cook"), "Home\n\nCook", "nothing ends the menu");
    }

    #[test]
    fn character_references_are_read_as_browsers_read_them() {
        assert_eq!(
            markdown("R&amp;D &#150; Z&uuml;rich &copy; &amp;lt; A&B &nope; &"),
            "R\\&D – Zürich © \\&lt; A\\&B \\&nope; &"
        );
        assert_eq!(markdown("from&nbsp;to"), "from\u{a0}to");
    }

    #[test]
    fn typed_lists_are_lists_and_other_marks_are_text() {
        assert_eq!(
            markdown("You have<br>- Go<br>* Rust<br>#1<br>--<br><br>a_b*"),
            "You have  \n- Go  \n* Rust  \n\\#1  \n\\--\n\na\\_b\\*"
        );
    }

    #[test]
    fn preformatted_text_keeps_its_lines() {
        assert_eq!(markdown("<pre>Cook\nNights\n\nCall us</pre>\nnow\nor"), "Cook  \nNights\n\nCall us\n\nnow or");
    }

    #[test]
    fn a_megabyte_of_one_tag_is_read_in_seconds_not_minutes() {
        for unit in ["<div>", "<ul><li>a", "<nav>", "<b><p>a", "<a b='"] {
            let started = Instant::now();
            let text = markdown(&unit.repeat((1 << 20) / unit.len()));
            assert!(text.len() <= 8 << 20, "{unit}: {} bytes", text.len());
            assert!(started.elapsed().as_secs() < 20, "{unit}: {:?}", started.elapsed());
        }
    }
}

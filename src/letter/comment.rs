//! Where HTML comments end, also those that nobody closed.

use super::greeting::greeting;
use super::lines;
use memchr::{memchr, memmem};

/// Where comments end; each stretch of the text is searched once, however many comments open in it.
#[derive(Debug, Default)]
pub(super) struct Comments {
    open: usize,
    close: usize,
    /// Byte up to which the last comment hides the text.
    pub(super) hidden_until: usize,
    /// Where the last line that ends a sentence starts; looked for once.
    last_prose: Option<usize>,
}

impl Comments {
    /// Returns the end of the comment at `at`; none where no mark closes it before another line opens a comment.
    pub(super) fn end(&mut self, text: &str, at: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let line_end = memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |len| at + len);
        if self.open <= line_end {
            self.open = memmem::find(&bytes[line_end..], b"<!--").map_or(usize::MAX, |len| line_end + len);
        }
        let open = self.open;
        self.close(text, at).filter(|end| *end <= open)
    }

    /// Whether a line that ends a sentence starts at or after byte `at`.
    pub(super) fn is_followed(&mut self, text: &str, at: usize) -> bool {
        let last = || {
            let line = text.lines().rev().find(|line| lines::ends_sentence(line.trim_end()));
            line.map_or(0, |line| line.as_ptr() as usize - text.as_ptr() as usize)
        };
        *self.last_prose.get_or_insert_with(last) >= at
    }

    /// Returns where the first mark after the comment's opening one at `at` ends that closes a comment.
    pub(super) fn close(&mut self, text: &str, at: usize) -> Option<usize> {
        if self.close < at + 2 {
            self.close = memmem::find(&text.as_bytes()[at + 2..], b"-->").map_or(usize::MAX, |len| at + 2 + len);
        }
        (self.close != usize::MAX).then(|| self.close + 3)
    }
}

/// One line of a block, without the blanks around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'t> {
    pub(super) text: &'t str,
    /// Columns of blanks before it.
    pub(super) indent: usize,
}

/// What people type who mean `-->`.
const MISTYPED: [&str; 6] = ["->", "—>", "–>", "-- >", "- ->", "--!>"];

/// How many of `rows` belong to the comment that opens the first of them and is never closed.
///
/// It ends with its block at the latest, since a letter lost in a comment is worse than a note read as the letter. A
/// line goes on with it that is indented below it, goes on with its sentence, or belongs to its list; so do all lines
/// below a lone `<!--` where `is_followed` says that prose follows below the block. `before` is the block's line before
/// the comment.
pub(super) fn unclosed(rows: &[Row<'_>], before: Option<&str>, is_followed: bool) -> usize {
    let most = rows.iter().skip(1).position(|row| opens_letter(row.text)).map_or(rows.len(), |at| at + 1);
    let rows = &rows[..most];
    let is_closed = |row: &Row<'_>| MISTYPED.iter().any(|mark| row.text.ends_with(mark));
    if let Some(last) = rows.iter().position(is_closed) {
        return last + 1;
    }
    if rows[0].text == "<!--" && before.is_none() && is_followed {
        return rows.len();
    }
    // Between two halves of a sentence the second one goes on with the first.
    let may_run_on = before.is_none_or(|before| lines::ends_sentence(before) || before.ends_with([':', ',']));
    let goes_on = |pair: &[Row<'_>]| {
        let (last, next) = (pair[0], pair[1]);
        let runs_on = may_run_on && next.text.starts_with(char::is_lowercase) && !lines::ends_sentence(last.text);
        next.indent > rows[0].indent
            || runs_on
            || is_item(next.text) && (last.text.ends_with(':') || is_item(last.text))
    };
    1 + rows.windows(2).take_while(|pair| goes_on(pair)).count()
}

/// Whether `line` is no part of a note, whatever stands above it.
fn opens_letter(line: &str) -> bool {
    line.starts_with("<!--")
        || greeting(line).is_some()
        || lines::signoff(line).is_some()
        || lines::is_postscript(line)
        || lines::is_subject(line)
}

fn is_item(line: &str) -> bool {
    ["- ", "* ", "+ "].iter().any(|mark| line.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use crate::letter::{Format, Letter};
    use crate::source::Source;

    fn markdown(text: &str) -> Letter {
        Letter::read(Source::new(text), Format::Markdown)
    }

    fn paragraphs(letter: &Letter) -> Vec<&str> {
        letter.paragraphs().iter().map(|paragraph| &letter.prose().text()[paragraph.text.clone()]).collect()
    }

    #[test]
    fn a_comment_that_is_never_closed_hides_its_line_and_no_more() {
        for (text, unclosed) in [
            ("<!-- note to self\n\nDear Ana,\n\nI own a queue.\n\nBest,\nIna\n", "<!-- note to self"),
            ("Dear Ana,\n\n<!-- note —>\nI own a queue.\n\nBest,\nIna <!-- x -->\n", "<!-- note —>"),
            ("Dear Ana,\n\nI own a queue.\n<!-- note\n\nBest,\nIna\n", "<!-- note"),
        ] {
            let letter = markdown(text);
            assert_eq!(paragraphs(&letter), ["I own a queue."], "{text}");
            let spans: Vec<_> = letter.unclosed_comments().iter().map(|span| letter.source().slice(*span)).collect();
            assert_eq!(spans, [unclosed], "{text}");
        }
        let letter = markdown("<!-- one\n\ntwo --> three\n\nDear Ana,\n\nI own a queue. <!-- four\nfive -->\n");
        assert_eq!((paragraphs(&letter), letter.unclosed_comments().len()), (vec!["I own a queue."], 0));
    }

    #[test]
    fn a_note_of_several_lines_that_is_never_closed_is_hidden_up_to_its_last_line() {
        let body = "I own a queue.\n\nI would run yours.\n";
        for note in [
            "<!-- ask Jana about the date\nand about the award",
            "<!-- TODO:\n- award\n* date",
            "<!-- ask Jana\n     About the date",
            "<!-- Ask Jana\nAbout the date —>",
            "<!--\nAsk Jana.\nAbout the date.\n",
            "<!-- letterlint-disable-next-line cliche --\ntheir own words",
            "<!-- letterlint-disable-next-line cliche -- their own\n     words",
        ] {
            let letter = markdown(&format!("Dear Ana,\n\n{note}\n{body}\nBest,\nIna\n"));
            assert_eq!(paragraphs(&letter), ["I own a queue.", "I would run yours."], "{note}");
            let spans: Vec<_> = letter.unclosed_comments().iter().map(|span| letter.source().slice(*span)).collect();
            assert_eq!(spans, [note.trim_end()], "{note}");
        }
        let letter =
            markdown("Dear Ana,\n\nI own the queue that prints all\n<!-- note\nthe labels we sell.\n\nBest,\nIna\n");
        assert_eq!(paragraphs(&letter), ["I own the queue that prints all", "the labels we sell."]);
    }

    #[test]
    fn no_line_of_the_letter_is_lost_below_a_comment_that_is_never_closed() {
        for text in [
            "<!--\nDear Ana,\n\nI own a queue.\n\nBest,\nIna\n",
            "<!-- note\nDear Ana,\n\nI own a queue.\n\nBest,\nIna\n",
            "<!--\nI own a queue.\n",
            "<!--\nI own a queue.\n\nBest,\nIna\n",
            "Dear Ana,\n\n<!-- letterlint-disable-next-line cliche -- theirs\nI own a queue.\n\nBest,\nIna\n",
            "Dear Ana,\n\nI own a queue.\n<!-- the end\nBest,\nIna\n",
            "Dear Ana,\n\n<!-- one\n<!-- two\nI own a queue.\n",
        ] {
            let letter = markdown(text);
            assert_eq!(paragraphs(&letter).join(" "), "I own a queue.", "{text}");
            assert!(!letter.unclosed_comments().is_empty(), "{text}");
        }
    }
}

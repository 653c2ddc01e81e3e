//! Fields of mail merges: `«FirstName»`, `<<Name>>`, `%NAME%`, `@@NAME@@`, `*|FNAME|*`, `--name--`.

use super::gap;
use super::label::Label;
use super::line::Line;
use super::vocabulary::Keyword;
use super::words::{is_capitalised, is_upper, is_word_char};
use super::{Certainty, Placeholder, Style, slot};

/// Longest field.
const LONGEST: usize = 80;

/// The field that the mark at `at` opens: one of `%`, `@`, `#`, `~`, `*`, `|` or `-`.
pub(super) fn at(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    if line.before(at).is_some_and(is_word_char) {
        return None;
    }
    match line.after(at)? {
        '%' => between(line, at, b'%', 1..=2),
        '@' => between(line, at, b'@', 1..=2),
        '#' => between(line, at, b'#', 1..=2),
        '~' => between(line, at, b'~', 1..=2),
        '-' => between(line, at, b'-', 2..=2),
        '*' if line.rest(at).starts_with("*|") => pipes(line, at + 1),
        '|' => pipes(line, at),
        _ => None,
    }
}

/// `%name%`, `%%name%%` and the like: the same mark, as often, on both sides.
fn between(line: &Line<'_>, at: usize, mark: u8, counts: std::ops::RangeInclusive<usize>) -> Option<Placeholder> {
    let count = line.run(at, mark);
    let close = char::from(mark);
    let inside = line.inside(at + count, close, '\u{FFFC}', LONGEST)?;
    let end = at + count + inside.len() + count;
    let is_closed = counts.contains(&count)
        && line.run(end - count, mark) == count
        && line.after(end).is_none_or(|c| !is_word_char(c));
    let is_tight = inside.starts_with(char::is_alphabetic) && inside.ends_with(is_word_char);
    if !is_closed || !is_tight {
        return None;
    }
    let label = Label::read(inside);
    let is_plain = label.words == 1 && inside.chars().all(|c| is_word_char(c) || c == '.');
    let is_named =
        label.keyword == Keyword::Core || label.keyword == Keyword::Plain && (label.is_compound || is_upper(inside));
    let is_field = match mark {
        b'%' | b'@' if count == 2 => is_plain,
        b'%' => is_plain && (is_upper(inside) || label.is_compound || is_named) || is_named && is_capitalised(inside),
        b'-' => is_plain && (label.is_compound || is_named),
        _ => is_plain && is_named,
    };
    is_field.then(|| slot(at..end, Certainty::Certain, Style::Merge))
}

/// `|FNAME|`, with the stars if they are still there.
fn pipes(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let inside = line.inside(at + 1, '|', ' ', LONGEST)?;
    let end = at + 1 + inside.len() + 1;
    let has_stars = line.before(at) == Some('*') && line.after(end) == Some('*');
    let is_tag = inside.starts_with(|c: char| c.is_ascii_uppercase())
        && inside.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || b"_:-".contains(&byte));
    let range = if has_stars { at - 1..end + 1 } else { at..end };
    let is_known = has_stars || Label::read(inside).keyword == Keyword::Core;
    (is_tag && is_known).then(|| slot(range, Certainty::Certain, Style::Merge))
}

/// `«FirstName»`, `«company»`. Words in French quotation marks are none: it takes one joined or known word.
pub(super) fn guillemets(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let start = at + '«'.len_utf8();
    let inside = line.inside(start, '»', '«', LONGEST)?;
    let end = start + inside.len() + '»'.len_utf8();
    let label = Label::read(inside);
    let certainty = if label.is_compound && label.words == 1 {
        Certainty::Certain
    } else if label.keyword == Keyword::Core && label.words <= 3 && !inside.starts_with([' ', '\u{A0}']) {
        // A quotation in French marks may be the same word.
        if gap::fills_surely(line, at, end) { Certainty::Certain } else { Certainty::Likely }
    } else {
        return None;
    };
    Some(slot(at..end, certainty, Style::Merge))
}

/// `<<FirstName>>`, `<<[FieldName]>>`.
pub(super) fn chevrons(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let inside = line.inside(at + 2, '>', '<', LONGEST)?;
    let end = at + 2 + inside.len() + 2;
    let label = Label::read(inside);
    let is_tight = !inside.starts_with(' ') || label.keyword != Keyword::None;
    let is_name = inside.contains(char::is_alphabetic)
        && inside.chars().all(|c| is_word_char(c) || matches!(c, ' ' | '[' | ']' | '\'' | '-' | '.' | '/'));
    let is_closed = line.rest(end - 2).starts_with(">>");
    (is_closed && is_tight && is_name).then(|| slot(at..end, Certainty::Certain, Style::Merge))
}

/// `MERGEFIELD Name`, of which `MERGEFIELD` is the word at `at`.
pub(super) fn field_code(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    let is_code = matches!(word, "MERGEFIELD" | "GREETINGLINE" | "ADDRESSBLOCK");
    let name = line.word_after(at + word.len());
    let len = word.len() + if name.is_empty() { 0 } else { 1 + name.len() };
    is_code.then(|| slot(at..at + len, Certainty::Certain, Style::Merge))
}

/// `__NAME__`, whose two underscores stand at `at`.
pub(super) fn dunder(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let word = super::words::first_word(line.rest(at));
    let name = word.strip_prefix("__")?.strip_suffix("__")?;
    let label = Label::read(name);
    let certainty = match label.keyword {
        Keyword::Core | Keyword::Plain if is_upper(name) => Certainty::Certain,
        Keyword::Core if name != "name" => Certainty::Certain,
        _ if is_upper(name) || label.is_compound => Certainty::Likely,
        _ => return None,
    };
    Some(slot(at..at + word.len(), certainty, Style::Merge))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{certain, certain_each, finds, likely, silent, silent_each};

    #[test]
    fn fields_between_marks_are_certain() {
        certain_each(
            "
            %FIRSTNAME%
            %%name%%
            %Company Name%
            @@NAME@@
            @COMPANY@
            #COMPANY#
            ##NAME##
            --companyName--
            *|FNAME|*
            |FNAME|
            ~COMPANY~
            ",
        );
    }

    #[test]
    fn word_processor_fields_are_found() {
        certain("Dear «FirstName» «Last_Name»,", &["«FirstName»", "«Last_Name»"]);
        certain("Dear «Company», I write to «company» now.", &["«Company»", "«company»"]);
        likely("Ihr «Manager» kocht.", &["«Manager»"]);
        silent("Il a dit « position » puis « date ».");
        certain_each(
            "
            <<FirstName>>
            <<[FieldName]>>
            <<_TITLE0_>>
            << Company Name >>
            MERGEFIELD Name
            ",
        );
    }

    #[test]
    fn underscored_names_are_found() {
        certain("Dear __NAME__,", &["__NAME__"]);
        certain("Dear __company__,", &["__company__"]);
        silent("The methods __init__ and __name__ are special.");
    }

    #[test]
    fn a_field_may_touch_punctuation() {
        finds("(%COMPANY%)", &["%COMPANY%"]);
    }

    #[test]
    fn other_uses_of_the_marks_are_silent() {
        silent_each(
            "
            Between 5% and 10% of calls.
            I cut cost by 5%, errors by 3%.
            50%off%
            Ask @ana or @bo@example.
            I like C# and F# and #rust #go.
            I ran it with --name --verbose.
            - a -- b -- c
            |AWS|GCP|Azure|
            Go | Rust | C
            «Le Monde» a écrit
            «Bonjour»
            cout << x >> y
            a << 2 >> 1
            |a|
            *emphasis*
            @@ -1 +1 @@
            ",
        );
    }
}

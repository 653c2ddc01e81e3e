//! `<Company>`, `<your name>`, `<job description>`.

use super::super::word_set::WordSet;
use super::empty::is_slot_position;
use super::label::Label;
use super::line::Line;
use super::vocabulary::Keyword;
use super::words::{is_upper, is_word_char};
use super::{Certainty, Placeholder, Style, slot};

/// Longest slot in angle brackets.
const LONGEST: usize = 120;

/// Names of HTML elements; in lower case they are markup.
#[rustfmt::skip]
static ELEMENTS: WordSet = WordSet::new(&[
    "a", "abbr", "address", "article", "aside", "audio", "b", "big", "blockquote", "body", "br",
    "button", "canvas", "caption", "center", "cite", "code", "col", "data", "datalist", "dd", "del",
    "details", "dialog", "div", "dl", "dt", "em", "embed", "fieldset", "figcaption", "figure",
    "font", "footer", "form", "frame", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr",
    "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "legend", "li", "link", "main",
    "map", "mark", "menu", "meta", "meter", "nav", "object", "ol", "option", "output", "p", "param",
    "picture", "pre", "progress", "q", "s", "samp", "script", "section", "select", "small",
    "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody",
    "td", "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt", "u",
    "ul", "var", "video",
]);

/// The slot whose angle bracket stands at `at`; the last one of a run opens it.
pub(super) fn at(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let count = line.run(at, b'<');
    if count > 2 || line.before(at).is_some_and(|c| matches!(c, '-' | '=' | '/')) {
        return None;
    }
    if count == 2
        && let Some(field) = super::merge::chevrons(line, at)
    {
        return Some(field);
    }
    let open = at + count - 1;
    if matches!(line.after(open + 1), Some('%' | '?')) {
        return tag(line, open);
    }
    let inside = line.inside(open + 1, '>', '<', LONGEST)?;
    if inside.trim().is_empty() {
        let range = open..open + inside.len() + 2;
        let is_slot = is_slot_position(line, range.start, range.end);
        return is_slot.then(|| slot(range, Certainty::Likely, Style::Angle));
    }
    let label = Label::read(inside);
    let is_generic = line.before(at).is_some_and(is_word_char);
    if is_generic && (label.words < 2 || label.keyword == Keyword::None) || is_markup(inside, &label) {
        return None;
    }
    let certainty = certainty(inside, &label)?;
    Some(slot(open..open + inside.len() + 2, certainty, Style::Angle))
}

/// `<%= company %>`, `<?= $company ?>`.
fn tag(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let mark = line.after(at + 1)?;
    let inside = line.inside(at + 2, '>', '<', LONGEST)?;
    let end = at + 2 + inside.len() + 1;
    let is_closed = inside.len() > 1 && inside.ends_with(mark);
    is_closed.then(|| slot(at..end, Certainty::Certain, Style::Template))
}

/// Whether `inside` is a tag, an address, a comparison or part of a program.
fn is_markup(inside: &str, label: &Label<'_>) -> bool {
    let is_spaced = inside.starts_with(' ');
    let is_count =
        inside.starts_with(|c: char| c.is_ascii_digit()) && label.keyword != Keyword::None && label.words > 1;
    let is_label = (is_count || inside.trim_start().starts_with(char::is_alphabetic))
        && is_spaced == inside.ends_with(' ')
        && (!is_spaced || label.keyword == Keyword::Core && label.words <= 3);
    let first = inside.split(' ').next().unwrap_or_default();
    let is_element = ELEMENTS.holds(first) && first.chars().all(|c| !c.is_uppercase());
    let has_label = label.words > 1 && Label::read(&inside[first.len()..]).keyword == Keyword::Core;
    !is_label
        || inside.ends_with('/')
        || inside.contains(['=', '@', '\u{FFFC}', '{', '(', ';', '*', '&'])
        || inside.contains("://")
        || is_element && !has_label
}

fn certainty(inside: &str, label: &Label<'_>) -> Option<Certainty> {
    use Certainty::{Certain, Likely};
    if label.is_mask() {
        return (label.text != "x").then_some(Certain);
    }
    if label.words == 1 && inside.chars().count() == 1 {
        return None;
    }
    let is_short = inside.split([' ', ',']).all(|word| word.chars().count() < 2);
    match label.keyword {
        Keyword::Core => Some(Certain),
        Keyword::Plain if label.words > 1 || label.is_compound => Some(Certain),
        Keyword::Plain => Some(Likely),
        Keyword::None if is_short => None,
        Keyword::None if label.words > 1 && label.is_capitalised => Some(Certain),
        Keyword::None if label.words > 1 => Some(Likely),
        Keyword::None if label.is_capitalised => (!is_upper(inside) || inside.len() > 4).then_some(Likely),
        Keyword::None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{certain_each, finds, likely, silent_each};

    #[test]
    fn labels_in_angle_brackets_are_certain() {
        certain_each(
            "
            <Company>
            <Your Name>
            <company>
            <job description>
            <the company's name>
            <company-name>
            <INSERT_USER_NAME>
            <CANDIDATE NAME>
            <Skill A>
            <Title>
            <Mr./Ms. Last Name>
            <title of position>
            <outcome, e.g., faster releases>
            <Three Words Here>
            <X>
            < company name >
            ",
        );
    }

    #[test]
    fn other_words_are_likely() {
        likely("I improved <impact with proof> there.", &["<impact with proof>"]);
        likely("I improved <Northwind> there.", &["<Northwind>"]);
    }

    #[test]
    fn tags_of_template_languages_are_certain() {
        certain_each("<%= company %>\n<? name ?>\n<2-3 sentences>");
        finds("Dear <>,", &["<>"]);
    }

    #[test]
    fn the_inner_bracket_of_a_torn_pair_is_the_slot() {
        finds("Dear <<Company>, hello.", &["<Company>"]);
    }

    #[test]
    fn markup_and_programs_are_silent() {
        silent_each(
            "
            A <b>bold</b> <br/> <BR> claim
            <a href=\"x\">me</a>
            <input disabled>
            <https://a.example>
            <\u{FFFC}>
            <me@a.example>
            Vec<String> and Map<K, V>
            x < y and z > w
            I <3 Rust
            a <- b -> c
            <!-- note -->
            </section>
            <Foo />
            std <vector> <iostream>
            <T> or <K, V>
            <EOF>
            <title>
            <my-element>
            <<<<<<< HEAD
            a<b>c
            ",
        );
    }
}

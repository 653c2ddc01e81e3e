//! `<Company>`, `<your name>`, `<job description>`.

use super::super::word_set::WordSet;
use super::empty::is_slot_position;
use super::gap;
use super::label::Label;
use super::line::Line;
use super::vocabulary::Keyword;
use super::words::{head, is_one_of, is_upper, is_word_char};
use super::{Certainty, Placeholder, Style, slot};

/// Longest slot in angle brackets.
const LONGEST: usize = 120;

/// Names of HTML elements that are markup in lower case; those that templates use for labels are not among them.
#[rustfmt::skip]
static ELEMENTS: WordSet = WordSet::new(&[
    "a", "abbr", "aside", "audio", "b", "big", "blockquote", "body", "br", "button", "canvas",
    "center", "cite", "code", "col", "datalist", "dd", "del", "dialog", "div", "dl", "dt", "em",
    "embed", "fieldset", "figcaption", "font", "footer", "form", "frame", "h1", "h2", "h3", "h4",
    "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "li",
    "main", "map", "mark", "menu", "meta", "meter", "nav", "ol", "p", "param", "picture", "pre",
    "progress", "q", "s", "samp", "script", "select", "small", "span", "strike", "strong", "style",
    "sub", "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead",
    "track", "tr", "tt", "u", "ul", "var", "video",
]);

/// Words behind a tag that is spoken of: `the <title> tag`.
const SPOKEN_OF: &[&str] =
    &["tag", "tags", "element", "elements", "attribute", "attributes", "header", "headers", "key"];

/// Keys of a keyboard.
const KEYS: &[&str] = &["enter", "esc", "tab", "ctrl", "alt", "shift", "space", "del", "return"];

/// How far the end of an element is looked for.
const FAR: usize = 400;

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
    let end = open + inside.len() + 2;
    let is_code = line.before(open) == Some('`') && line.after(end) == Some('`');
    if is_code
        || is_generic && (label.words < 2 || label.keyword == Keyword::None)
        || is_markup(inside, &label)
        || is_spoken_of(line, end, &label)
    {
        return None;
    }
    let fills = gap::fills(line, open, end) && inside.chars().filter(|c| c.is_alphabetic()).count() > 1;
    // An acronym or the name of a component: "until <EOF>", "a <my-element>".
    let is_code = label.keyword == Keyword::None && (is_upper(inside) && inside.len() <= 4 || inside.contains('-'));
    let certainty = if fills && !is_code { Certainty::Certain } else { certainty(inside, &label)? };
    Some(slot(open..end, certainty, Style::Angle))
}

/// Whether the tag that ends at `end` is the subject of its sentence, the start of an element or a key.
fn is_spoken_of(line: &Line<'_>, end: usize, label: &Label<'_>) -> bool {
    label.words == 1
        && (is_one_of(line.word_after(end), SPOKEN_OF)
            || is_one_of(label.text, KEYS)
            || head(line.rest(end), FAR).split("</").skip(1).any(|rest| rest.starts_with(label.text)))
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
        Keyword::Core | Keyword::Plain => Some(Certain),
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
    fn a_label_is_certain_where_a_word_is_missing_whatever_it_is() {
        certain_each(
            "
            <platform>
            <title>
            <source>
            <address>
            <Northwind>
            <hobby>
            ",
        );
        finds("I read of the <title> opening.", &["<title>"]);
    }

    #[test]
    fn tags_that_are_spoken_of_are_silent() {
        silent_each(
            "
            I set the <title> tag and the <address> element.
            I press <Enter> and <Tab> with <Esc>.
            I put it in <address>Harbour 3</address> there.
            ",
        );
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
            I put a <div> in a <span>.
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
            <my-element>
            <<<<<<< HEAD
            a<b>c
            ",
        );
    }
}

//! Braces: `{{first_name}}`, `{company}`, `{!Contact.Name}`, `{% if %}`, `{Hi|Hello}`.

use super::empty::is_slot_position;
use super::gap;
use super::label::Label;
use super::line::Line;
use super::vocabulary::Keyword;
use super::words::{is_word_char, last_word};
use super::{Certainty, Placeholder, Style, slot};

/// Longest slot in braces, and longest tag of a template language.
const LONGEST: usize = 120;
const LONGEST_TAG: usize = 300;

/// The slot whose braces open at `at`.
pub(super) fn at(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    if is_argument(line, at) {
        return None;
    }
    match line.run(at, b'{') {
        1 => tag(line, at).or_else(|| single(line, at)),
        count @ (2 | 3) => double(line, at, count),
        _ => None,
    }
}

/// Whether the brace belongs to a command, as in `\cmd{x}`, or to a word, as in `f{x}`.
fn is_argument(line: &Line<'_>, at: usize) -> bool {
    match line.before(at) {
        Some(']' | '\\' | '=') => true,
        Some('}') => line.covered != at,
        Some(' ') => {
            let text = &line.text[..at - 1];
            let is_command = text[..text.len() - last_word(text).len()].ends_with('\\');
            is_command || text.ends_with('}') && line.covered + 1 != at
        }
        Some(c) if is_word_char(c) => {
            let word = last_word(&line.text[..at]);
            let is_command = line.text[..at - word.len()].ends_with('\\');
            is_command || line.run(at, b'{') == 1
        }
        _ => false,
    }
}

/// `{{name}}`, `{{{name}}}`; one closing brace is enough.
fn double(line: &Line<'_>, at: usize, count: usize) -> Option<Placeholder> {
    let inside = line.inside(at + count, '}', '{', LONGEST)?;
    let close = at + count + inside.len();
    let end = close + line.run(close, b'}').min(count);
    let start = if line.before(at) == Some('$') { at - 1 } else { at };
    let certainty = if inside.contains(char::is_alphanumeric) { Certainty::Certain } else { Certainty::Likely };
    Some(slot(start..end, certainty, Style::Braces))
}

/// `{% if %}` and `{# note #}`.
fn tag(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let mark = line.after(at + 1).filter(|mark| matches!(mark, '%' | '#'))?;
    let inside = line.inside(at + 2, '}', '{', LONGEST_TAG)?;
    let end = at + 2 + inside.len() + 1;
    (inside.len() > 1 && inside.ends_with(mark)).then(|| slot(at..end, Certainty::Certain, Style::Template))
}

fn single(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let inside = line.inside(at + 1, '}', '{', LONGEST)?;
    let end = at + 1 + inside.len() + 1;
    let found = |certainty| Some(slot(at..end, certainty, Style::Braces));
    if let Some(field) = inside.strip_prefix('!') {
        return field.starts_with(char::is_alphabetic).then(|| slot(at..end, Certainty::Certain, Style::Merge));
    }
    if inside.trim().is_empty() || inside.bytes().all(|byte| byte.is_ascii_digit()) {
        return is_slot_position(line, at, end).then(|| slot(at..end, Certainty::Likely, Style::Braces));
    }
    if inside.trim_start().starts_with("MERGEFIELD ") {
        return Some(slot(at..end, Certainty::Certain, Style::Merge));
    }
    if !inside.starts_with(|c: char| c.is_alphabetic() || c == '_' || c == ' ')
        || inside.contains(['=', '\\', ';', ':', '"'])
    {
        return None;
    }
    if inside.contains('|') {
        return found(Certainty::Likely);
    }
    let label = Label::read(inside);
    let is_word = label.words == 1 && inside.chars().count() > 2 && inside.chars().all(char::is_alphabetic);
    match label.keyword {
        _ if label.is_mask() && label.text != "x" => found(Certainty::Certain),
        _ if label.is_compound => found(Certainty::Certain),
        Keyword::Core | Keyword::Plain => found(Certainty::Certain),
        Keyword::None if is_word && gap::fills(line, at, end) => {
            found(if gap::fills_surely(line, at, end) { Certainty::Certain } else { Certainty::Likely })
        }
        Keyword::None if label.is_capitalised && label.words > 1 && !inside.contains(',') => found(Certainty::Likely),
        Keyword::None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{certain, certain_each, finds, likely, silent_each};

    #[test]
    fn double_and_triple_braces_are_certain() {
        certain_each(
            "
            {{first_name}}
            {{companyName}}
            {{ job.title }}
            {{{x}}}
            {{cf.company}}
            {{#if date}}
            ${{ name }}
            ",
        );
    }

    #[test]
    fn a_possessive_stays_outside() {
        finds("I admire {{companyName}}'s work.", &["{{companyName}}"]);
    }

    #[test]
    fn a_missing_brace_still_leaves_a_slot() {
        finds("Dear {{name}, hello.", &["{{name}"]);
    }

    #[test]
    fn single_braces_need_a_known_or_joined_word() {
        certain_each(
            "
            {company}
            {jobTitle}
            {hiring_manager}
            {Company Name}
            {your strongest skill}
            {COMPANY}
            ",
        );
        certain("My tools are {details} and more.", &["{details}"]);
        certain("I love {hobby} and cook at {Harbour}.", &["{hobby}", "{Harbour}"]);
        likely("I read the {garden} pages.", &["{garden}"]);
    }

    #[test]
    fn template_tags_are_certain() {
        certain("{% if company %} I like it {% endif %}", &["{% if company %}", "{% endif %}"]);
        certain("{# add a hook #} I like it", &["{# add a hook #}"]);
    }

    #[test]
    fn merge_fields_in_braces_are_certain() {
        certain("Dear {!Contact.Name},", &["{!Contact.Name}"]);
        certain("Dear { MERGEFIELD Name },", &["{ MERGEFIELD Name }"]);
    }

    #[test]
    fn alternatives_are_likely() {
        likely("{Hi|Hello} Ana,", &["{Hi|Hello}"]);
    }

    #[test]
    fn adjacent_slots_are_both_found() {
        finds("Dear {firstName}{lastName},", &["{firstName}", "{lastName}"]);
    }

    #[test]
    fn code_and_sets_are_silent() {
        silent_each(
            "
            \\cmd{company} and \\cmd[a]{name}{title}
            \\cmd {your company} and a={Ana Ruiz}
            the set {a, b}
            a block {} in Rust
            use x{name}
            span {.class}
            section {#title}
            { \"name\": \"Ana\" }
            {{
            {{{{name}}}}
            {x}
            ",
        );
    }
}

//! `[Company]`: the commonest slot, and the one with the most innocent neighbours.

use super::aside::is_aside;
use super::empty::is_slot_position;
use super::gap;
use super::label::{Label, SENTENCE};
use super::line::Line;
use super::neighbours::{is_inflection, stands_free};
use super::vocabulary::Keyword;
use super::{Certainty, Placeholder, Style, slot};

/// Longest bracket that is read: a paragraph left as an alternative.
const LONGEST: usize = 1200;

/// The slot whose bracket opens at `at`.
pub(super) fn at(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    let close = line.close_of(at)?;
    if close - at > LONGEST {
        return None;
    }
    let inside = &line.text[at + 1..close];
    let wiki = inside.strip_prefix('[').and_then(|inside| inside.strip_suffix(']'));
    let label = Label::read(wiki.unwrap_or(inside));
    let end = close + 1;
    if matches!(label.text, "" | "-" | "–" | "—") {
        return is_slot_position(line, at, end).then(|| slot(at..end, Certainty::Likely, Style::Bracket));
    }
    if matches!(label.text, "..." | "…") {
        // An elision belongs in a quotation; elsewhere it leaves a gap.
        let is_slot = stands_free(line, at, end, &label) && !gap::is_quoted(line, at, end) && gap::fills(line, at, end);
        return is_slot.then(|| slot(at..end, Certainty::Certain, Style::Bracket));
    }
    if !stands_free(line, at, end, &label) || is_aside(&label) || is_inflection(line, end, &label) {
        return None;
    }
    let certainty = if gap::is_quoted(line, at, end) {
        quoted_certainty(&label)?
    } else if gap::fills(line, at, end) && is_worded(&label) {
        Certainty::Certain
    } else {
        certainty(&label)?
    };
    let is_note = wiki.is_some() && label.keyword == Keyword::None;
    (!is_note).then(|| slot(at..end, certainty, Style::Bracket))
}

/// How surely the brackets around `label` are a slot; `None` when it reads as a plain remark.
fn certainty(label: &Label<'_>) -> Option<Certainty> {
    use Certainty::{Certain, Likely};
    if label.is_mask() {
        return Some(if label.text == "x" { Likely } else { Certain });
    }
    if label.words >= SENTENCE || label.text == "object Object" {
        return Some(Certain);
    }
    if label.is_inserted() {
        return Some(Likely);
    }
    let is_joined = label.is_compound && !label.text.contains('.');
    let is_phrase = label.words > 1;
    let certainty = match label.keyword {
        Keyword::Core | Keyword::Plain => Certain,
        Keyword::None if is_phrase && label.is_capitalised && !label.text.contains(',') => Certain,
        Keyword::None if is_phrase || is_joined || label.is_capitalised => Likely,
        Keyword::None if label.text.contains(['%', '$', '/']) => Likely,
        Keyword::None => return None,
    };
    Some(certainty)
}

/// How surely the brackets around `label` are a slot within a quotation, where an editor's words stand in brackets too.
fn quoted_certainty(label: &Label<'_>) -> Option<Certainty> {
    use Certainty::{Certain, Likely};
    let is_short = label.words < 2 && !label.is_capitalised;
    match label.keyword {
        _ if label.words >= SENTENCE || label.is_mask() && label.text != "x" => Some(Certain),
        _ if label.is_inserted() || gap::is_inserted(label.text) => None,
        Keyword::Core if !is_short => Some(Certain),
        Keyword::Plain if label.words > 1 && label.is_capitalised => Some(Certain),
        Keyword::Core | Keyword::Plain => Some(Likely),
        Keyword::None => None,
    }
}

/// Whether `label` has a word of its own, so that it fills a gap whatever the word is.
fn is_worded(label: &Label<'_>) -> bool {
    let letters = label.text.chars().filter(|c| c.is_alphabetic()).take(2).count();
    letters > 1 && !gap::is_inserted(label.text)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{certain, certain_each, likely, silent, silent_each};

    #[test]
    fn keywords_and_phrases_are_certain() {
        certain_each(
            "
            [Hiring Manager]
            [company]
            [Your City, State/Province]
            [date]
            [X]
            [XX%]
            [X years]
            [TBD]
            [link]
            [need a sentence on leadership]
            [Harbour Works]
            [job_title]
            [jobTitle]
            [5 years]
            [2025 date]
            [exact phrase from the JD]
            [one more thing that I did there]
            [object Object]
            ",
        );
    }

    #[test]
    fn a_word_that_fills_a_gap_of_its_sentence_is_certain_whatever_it_is() {
        certain_each(
            "
            [Oslo, Norway]
            [two/three]
            [KitchenAid]
            [Harbour ]
            [KITCHEN]
            [team]
            [some other thing]
            [the company]
            [dd.mm.]
            [Firma]
            [hobby]
            [...]
            ",
        );
        certain("I chose you because [reason], after 6 years.", &["[reason]"]);
        certain("I believe in your [mission].", &["[mission]"]);
        certain("[Riverside]\n- [bakery]", &["[Riverside]", "[bakery]"]);
    }

    #[test]
    fn a_known_label_is_certain_wherever_it_stands() {
        certain("It made [product] and [team] better.", &["[product]", "[team]"]);
    }

    #[test]
    fn other_words_behind_a_whole_phrase_are_likely() {
        likely("I cooked at Harbour House [Oslo] for years.", &["[Oslo]"]);
        likely("We sold bread [some other thing] there.", &["[some other thing]"]);
        likely("We sold bread [30%] there.", &["[30%]"]);
        silent("We sold bread [fresh] there.");
    }

    #[test]
    fn the_words_of_an_editor_in_a_quotation_are_silent() {
        silent("You write that \"we [the team] do what [she] can in [Oslo] for [...] years\".");
        silent("You write that \"the [new] kitchen [is] open\" now.");
        likely("You write that \"your [mission] counts\" now.", &["[mission]"]);
        certain("You write that \"our [Company Name] kitchen\" counts.", &["[Company Name]"]);
        certain("The line \"[exact phrase]\" is why.", &["[exact phrase]"]);
    }

    #[test]
    fn a_bracket_is_one_slot_whatever_it_holds() {
        certain_each(
            "
            [one reason, e.g. \"your calm, slow kitchens\", or (if none) the town]
            [Opening: name the [Job Title] and the [Company Name]. Then greet.]
            [I ran two kitchens. Last year I ran a third, and it is open still.]
            ",
        );
    }

    #[test]
    fn a_long_bracket_is_an_alternative_paragraph() {
        let slot = format!("[{}end]", "I cook. ".repeat(120));
        certain(&slot, &[slot.as_str()]);
        let text = format!("[{}[Company Name]]", "I cook. ".repeat(200));
        certain(&text, &["[Company Name]"]);
    }

    #[test]
    fn a_wiki_link_is_a_slot_only_with_a_keyword() {
        certain("I write to [[Company Name]] today.", &["[[Company Name]]"]);
        silent("See [[my note]] and [[Kitchen Notes]].");
    }

    #[test]
    fn remarks_are_silent() {
        silent_each(
            "
            It was [sic] there [...], and [\u{2026}] so [emphasis added].
            He wrote [my translation].
            \"[T]he team\" and [w]e
            work[ed], skill[s], a[i], x[0]
            see [1], [12, 13], [Smith 2020]
            ask [@ana], [she/her]
            in [0, 1] or (0,1] or [u8; 4]
            an [ERROR] and [INFO]
            at [::1]
            #[derive(Debug)] #![allow(x)]
            [we] said [our] thing
            ",
        );
    }
}

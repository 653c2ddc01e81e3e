//! A number tied to its unit by a hyphen: `14-second`, `40-node`, `9-figure`, `8-year-old`.

use super::super::word_set::any_of;
use super::idiom;
use super::measure::Found;
use super::noun;
use super::unit::{self, Noun, Unit};
use super::value::Value;
use super::word::{Word, word_after, word_at};

/// Reads the compound that `value` opens; the hyphen stands at its end.
///
/// `None` for a fixed expression (`two-way`, `64-bit`) and for any other noun than a thing of work, since
/// `three-course` and `four-legged` measure nothing.
pub(super) fn compound(text: &str, value: &Value) -> Option<Found> {
    let Some(word) = word_at(text, value.end + 1) else {
        return Some((None, value.end));
    };
    if word.text.starts_with(|c: char| c.is_ascii_digit()) {
        return Some((None, value.end));
    }
    let len = word.text.find('-').unwrap_or(word.text.len());
    let head = word_at(&text[..word.start + len], word.start)?;
    if let Some(found) = unit::word(head.lower()).or_else(|| unit::symbol(head.text)) {
        return with_unit(text, value, found, word, head);
    }
    if head.lower() == "per" && word.lower() == "per-cent" {
        return Some((Some(Unit::Percent), word.end));
    }
    if matches!(head.lower(), "plus" | "odd" | "ish" | "some") {
        return noun::noun(text, word.end).map(|(unit, end)| (Some(unit), end));
    }
    if value.is_year() || word.is_capitalized() || noun::is_function_word(head.lower()) || idiom::is_fixed(head.lower())
    {
        return None;
    }
    (noun::is_work(head.lower()) || is_crowd(head.lower())).then_some((Some(Unit::Noun(Noun::Thing)), head.end))
}

fn with_unit(text: &str, value: &Value, unit: Unit, word: Word<'_>, head: Word<'_>) -> Option<Found> {
    match unit {
        Unit::Time(_) if word.lower().ends_with("-old") => Some((Some(unit), word.end)),
        Unit::Figures if !(5..=12).contains(&value.whole) => None,
        Unit::Factor if idiom::is_validation(word_after(text, word.end)) => None,
        // "three-times winner"
        Unit::Times => None,
        // "the million-dollar question"
        Unit::Money if word_after(text, word.end).is_some_and(|next| next.lower() == "question") => None,
        _ => Some((Some(unit), head.end)),
    }
}

fn is_crowd(head: &str) -> bool {
    any_of!(head;
        "people" "man" "woman" "strong" "member" "channel" "country" "state" "language"
    )
}

#[cfg(test)]
mod tests {
    use super::super::numeral::{Numeral, numeral};
    use super::super::unit::Time;
    use super::*;

    fn read(text: &str) -> Option<(Option<Unit>, &str)> {
        let Numeral::Value(value) = numeral(text, 0) else {
            return None;
        };
        compound(text, &value).map(|(unit, end)| (unit, &text[..end]))
    }

    #[test]
    fn a_unit_may_be_tied_on() {
        assert_eq!(read("14-second cold start"), Some((Some(Unit::Time(Time::Second)), "14-second")));
        assert_eq!(read("8-year-old system"), Some((Some(Unit::Time(Time::Year)), "8-year-old")));
        assert_eq!(read("9-figure revenue"), Some((Some(Unit::Figures), "9-figure")));
        assert_eq!(read("5-fold rise"), Some((Some(Unit::Factor), "5-fold")));
    }

    #[test]
    fn things_of_work_may_be_tied_on() {
        assert_eq!(read("40-node cluster"), Some((Some(Unit::Noun(Noun::Thing)), "40-node")));
        assert_eq!(read("6-person team"), Some((Some(Unit::Noun(Noun::Thing)), "6-person")));
        assert_eq!(read("50-plus engineers"), Some((Some(Unit::Noun(Noun::Thing)), "50-plus engineers")));
    }

    #[test]
    fn fixed_expressions_are_not_measured() {
        for text in [
            "64-bit",
            "2-way",
            "9-to-5",
            "4-legged",
            "3-tier",
            "360-degree",
            "7-Eleven",
            "5-fold cross-validation",
            "1-click deploy",
            "2-pager",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}

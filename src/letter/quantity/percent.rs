//! Percentages: a share, an availability, or talk ("giving 110%").

use super::super::word_set::any_of;
use super::kind::{Kind, Strength};
use super::value::Value;
use super::word::{Word, words_after, words_before};

/// Words around a percentage in which what it is said of is looked for.
const REACH: usize = 4;

/// The kind and strength of the percentage in `start..end`; `None` when it is rhetoric or part of a name.
///
/// 100 and more is rhetoric unless it is one end of a change, says by how much something grew, or is said of
/// something measured. From 99 up it is availability when the words around say so; 99.9 and up says so itself
/// unless it is said of something else that is measured.
pub(super) fn judge(text: &str, start: usize, end: usize, value: &Value, is_pair: bool) -> Option<(Kind, Strength)> {
    if !is_pair && (is_talk(text, start, end, value) || is_club(text, end)) {
        return None;
    }
    let is_high = value.whole == 99 && value.tenths.is_some_and(|tenths| tenths >= 9);
    let around = || words_after(text, end).take(REACH).chain(words_before(text, start).take(REACH));
    let is_uptime = around().any(|word| is_availability(word.lower()))
        || is_high && !around().any(|word| is_measured(word.lower()));
    let kind = if is_uptime { Kind::Uptime } else { Kind::Percent };
    Some((kind, Strength::Strong))
}

fn is_talk(text: &str, start: usize, end: usize, value: &Value) -> bool {
    if value.whole < 100 {
        return false;
    }
    let before = words_before(text, start).next();
    let before = before.as_ref().map_or("", Word::lower);
    if any_of!(before;
        "give" "gave" "gives" "giving" "given" "bring" "always" "am" "i'm" "be" "is"
    ) {
        return true;
    }
    let mut after = words_after(text, end);
    let next = after.next();
    let next = next.as_ref().map_or("", Word::lower);
    if is_attitude(next) {
        return true;
    }
    if next == "of" {
        return after.next().is_none_or(|word| matches!(word.lower(), "my" | "myself" | "me" | "what"));
    }
    let is_said = |word: Word<'_>| is_availability(word.lower()) || is_measured(word.lower());
    let is_round = matches!(value.whole, 100 | 101 | 110);
    is_round && !matches!(before, "by" | "to") && !words_after(text, end).take(3).any(is_said)
}

fn is_attitude(lower: &str) -> bool {
    any_of!(lower;
        "committed" "dedicated" "effort" "sure" "certain" "convinced" "confident" "behind" "invested" "focused"
        "motivated" "commitment" "dedication" "honest" "ready" "remote" "remotely" "fit" "match" "in" "attendance"
        "free" "every" "into" "towards" "engaged" "reliable"
    )
}

fn is_availability(lower: &str) -> bool {
    matches!(lower, "uptime" | "availability" | "sla" | "slo" | "slas" | "slos" | "up-time")
}

fn is_measured(lower: &str) -> bool {
    any_of!(lower;
        "accuracy" "precision" "recall" "coverage" "confidence" "pass" "success" "satisfaction" "delivery"
        "compliance" "purity" "yield" "on-time" "retention" "increase" "growth" "rise" "fill" "quota" "target" "tests"
        "adoption" "completion" "code" "durability" "correct" "rate"
    )
}

/// `the 1% Club`: a capitalized word and no noun behind it.
fn is_club(text: &str, end: usize) -> bool {
    let mut after = words_after(text, end);
    let is_title = |word: &Word<'_>| word.is_capitalized() && !word.is_acronym();
    after.next().is_some_and(|word| is_title(&word))
        && after.next().is_none_or(|word| super::noun::is_function_word(word.lower()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(text: &str) -> Option<Kind> {
        let start = text.find(|c: char| c.is_ascii_digit()).expect("a digit is there");
        let end = text.find('%').expect("a sign is there") + 1;
        let (whole, tenths) = text[start..end - 1].split_once('.').unwrap_or((&text[start..end - 1], ""));
        let mut value = Value::new(start, end - 1, whole.parse().expect("it is a number"));
        value.tenths = tenths.bytes().next().map(|digit| digit - b'0');
        judge(text, start, end, &value, false).map(|(kind, _)| kind)
    }

    #[test]
    fn giving_more_than_all_is_rhetoric() {
        assert_eq!(judged("I give 110% every day"), None);
        assert_eq!(judged("I am 100% committed"), None);
        assert_eq!(judged("giving 100% of myself"), None);
        assert_eq!(judged("a 100% team effort"), None);
    }

    #[test]
    fn growth_past_a_hundred_is_measured() {
        assert_eq!(judged("sales grew by 150%"), Some(Kind::Percent));
        assert_eq!(judged("took coverage to 100%"), Some(Kind::Percent));
        assert_eq!(judged("with 100% test coverage"), Some(Kind::Percent));
        assert_eq!(judged("100% of the alerts"), Some(Kind::Percent));
    }

    #[test]
    fn nines_are_availability_unless_said_of_something_else() {
        assert_eq!(judged("it held 99.95% all year"), Some(Kind::Uptime));
        assert_eq!(judged("99.5% uptime"), Some(Kind::Uptime));
        assert_eq!(judged("an availability of 98%"), Some(Kind::Uptime));
        assert_eq!(judged("99.9% accuracy"), Some(Kind::Percent));
        assert_eq!(judged("99.5% of orders"), Some(Kind::Percent));
    }

    #[test]
    fn a_club_is_a_name() {
        assert_eq!(judged("the 1% Club"), None);
        assert_eq!(judged("30% Kafka lag"), Some(Kind::Percent));
        assert_eq!(judged("45% AWS spend"), Some(Kind::Percent));
    }
}

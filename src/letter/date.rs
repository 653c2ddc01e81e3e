//! Lines that are a date and nothing else.

use crate::words::List;

/// Whether `line` is a date and nothing else.
pub(super) fn is_date(line: &str) -> bool {
    let mut numbers = 0;
    let mut months = 0;
    let mut others = 0;
    for word in line.split([' ', ',', '.', '/', '-']).filter(|word| !word.is_empty()) {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let tail = word[digits..].to_lowercase();
        // Three digits are a piece of a phone number, never of a date.
        if matches!(digits, 1 | 2 | 4) && (tail.is_empty() || List::OrdinalEnding.holds(&tail)) {
            numbers += 1;
        } else if tail.len() <= 9 && starts_like_month(&tail) {
            months += 1;
        } else {
            others += 1;
        }
        if others > 1 || months > 1 || numbers > 3 {
            return false;
        }
    }
    let weekday = others == 0 || (others == 1 && line.len() < 40 && months == 1);
    let iso = numbers == 3 && months == 0 && others == 0;
    iso || (weekday && months == 1 && (1..=2).contains(&numbers))
}

/// Whether `word`, in lower case, starts as a month does: in three letters the languages of Europe often agree.
fn starts_like_month(word: &str) -> bool {
    word.get(..3)
        .filter(|head| head.is_ascii())
        .is_some_and(|head| List::Month.holds(&(head[..1].to_ascii_uppercase() + &head[1..])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_whole_lines() {
        for line in ["12 May 2026", "May 12, 2026", "2026-05-12", "12/05/2026", "July 10th, 2013", "06.01.2025"] {
            assert!(is_date(line), "{line}");
        }
        for line in ["I left in May 2026", "Berlin 10115", "in 2026", "206-555-0100"] {
            assert!(!is_date(line), "{line}");
        }
    }
}

//! Lines that are a date and nothing else.

/// Months by their first three letters, in lower case.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Whether `line` is a date and nothing else.
pub(super) fn is_date(line: &str) -> bool {
    let mut numbers = 0;
    let mut months = 0;
    let mut others = 0;
    for word in line.split([' ', ',', '.', '/', '-']).filter(|word| !word.is_empty()) {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let tail = word[digits..].to_lowercase();
        // Three digits are a piece of a phone number, never of a date.
        if matches!(digits, 1 | 2 | 4) && matches!(tail.as_str(), "" | "st" | "nd" | "rd" | "th") {
            numbers += 1;
        } else if tail.len() >= 3 && tail.get(..3).is_some_and(|head| MONTHS.contains(&head)) && tail.len() <= 9 {
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

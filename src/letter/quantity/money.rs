//! Currencies, and sums that are pay.

use super::super::word_set::any_of;
use super::word::{words_after, words_before};

/// Words before and after a sum in which pay is looked for.
const REACH: usize = 5;

pub(super) fn is_currency_sign(sign: char) -> bool {
    matches!(
        sign,
        '$' | '\u{a3}'
            | '\u{a5}'
            | '\u{20a9}'
            | '\u{20aa}'
            | '\u{20ab}'
            | '\u{20ac}'
            | '\u{20b1}'
            | '\u{20b4}'
            | '\u{20b9}'
            | '\u{20ba}'
            | '\u{20bd}'
            | '\u{20bf}'
            | '\u{e3f}'
    )
}

/// Whether `code` names a currency before or after a sum: `USD 3m`, `500 SEK`.
pub(super) fn is_currency_code(code: &str) -> bool {
    any_of!(code;
        "USD" "EUR" "GBP" "CHF" "SEK" "NOK" "DKK" "PLN" "CZK" "HUF" "RON" "INR" "JPY" "CNY" "RMB" "AUD" "CAD" "NZD"
        "SGD" "HKD" "BRL" "ZAR" "AED" "KRW" "MXN" "TRY" "NGN" "KES" "ILS" "UAH" "Rs" "kr"
    )
}

/// Whether the sum in `start..end` is pay, which says nothing about the work.
pub(super) fn is_salary(text: &str, start: usize, end: usize) -> bool {
    let is_pay = |word: &str| {
        any_of!(word;
            "salary" "salaries" "compensation" "remuneration" "wage" "wages" "ctc" "ote" "stipend" "salary-wise"
            "payslip"
        )
    };
    words_before(text, start).take(REACH).any(|word| is_pay(word.lower()))
        || words_after(text, end).take(REACH).any(|word| is_pay(word.lower()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pay_is_told_by_the_words_around_it() {
        let text = "a salary of about $90,000 gross";

        assert!(is_salary(text, 18, 25));
        assert!(!is_salary("saved $90,000 a year", 6, 13));
        assert!(is_salary("want $90,000 base salary", 5, 12));
    }

    #[test]
    fn currencies_are_signs_or_codes() {
        assert!(is_currency_sign('$') && is_currency_sign('\u{20ac}') && !is_currency_sign('#'));
        assert!(is_currency_code("USD") && !is_currency_code("usd") && !is_currency_code("AWS"));
    }
}

//! The number itself, before anyone asks what it counts.

use super::word::word_before;
use crate::words::List;

/// One, in the thousandths that amounts are kept in.
pub(super) const ONE: u64 = 1_000;

/// How a number is written, as far as it tells a measurement from a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `14`, `3.5`, `twelve`.
    Plain,
    /// `10,000`, `1 000`, `1,00,000`.
    Grouped,
    /// With a magnitude: `4.2K`, `3 million`, `10^6`, `two hundred`.
    Scaled,
}

/// A number as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value {
    /// Where it starts, with its comparison sign, sign and currency.
    pub(super) start: usize,
    /// Where it ends, with its magnitude and `+`.
    pub(super) end: usize,
    /// The digits before the decimal sign, whatever the magnitude.
    pub(super) whole: u64,
    /// The first decimal.
    pub(super) tenths: Option<u8>,
    /// What it comes to with decimals and magnitude, in thousandths.
    pub(super) amount: u64,
    pub(super) shape: Shape,
    pub(super) is_spelled: bool,
    pub(super) is_money: bool,
    /// `~40`, `<20`, `250+`.
    pub(super) is_compared: bool,
}

impl Value {
    pub(super) fn new(start: usize, end: usize, whole: u64) -> Self {
        Value {
            start,
            end,
            whole,
            tenths: None,
            amount: whole.saturating_mul(ONE),
            shape: Shape::Plain,
            is_spelled: false,
            is_money: false,
            is_compared: false,
        }
    }

    /// A number in digits with nothing about it that only a measurement has.
    pub(super) fn is_plain(&self) -> bool {
        !(self.is_spelled || self.is_money || self.is_compared) && self.shape == Shape::Plain
    }

    /// A plain whole number.
    pub(super) fn is_integer(&self) -> bool {
        self.is_plain() && self.tenths.is_none()
    }

    /// Whether it could be a calendar year: four plain digits from 1950 to 2099.
    pub(super) fn is_year(&self) -> bool {
        self.is_integer() && (1950..=2099).contains(&self.whole)
    }

    /// Takes in a magnitude that ends at `end`.
    pub(super) fn scale(&mut self, times: u64, end: usize) {
        self.amount = self.amount.saturating_mul(times);
        self.end = end;
        self.shape = Shape::Scaled;
    }

    /// Takes in what stands before the digits: `~`, `<`, a sign, a currency.
    ///
    /// `None` when it makes an identifier of them: `#12`, `'99`, `@2`.
    pub(super) fn with_prefix(mut self, text: &str, not_before: usize) -> Option<Self> {
        // "US$3m" and ">= 3" are the longest; the bound keeps "~~~~1" cheap.
        for _ in 0..6 {
            let head = text.get(not_before..self.start)?;
            let Some(sign) = head.chars().next_back() else {
                break;
            };
            let rest = &head[..head.len() - sign.len_utf8()];
            match sign {
                '~' | '\u{2248}' | '<' | '>' | '\u{2264}' | '\u{2265}' | '\u{b1}' => {
                    self.is_compared = true;
                }
                '=' if rest.ends_with(['<', '>']) => {}
                '+' | '-' | '\u{2212}' if rest.is_empty() || rest.ends_with([' ', '(', '~']) => {}
                '\u{d7}' => {}
                ' ' if rest.ends_with(is_currency_sign) => {}
                '#' | '@' | '\u{2116}' | '\'' | '_' | '\\' => return None,
                _ if is_currency_sign(sign) => self.is_money = true,
                _ if sign.is_ascii_uppercase() && self.is_money => {
                    // The letters of "US$" and "R$".
                    self.start -= head.bytes().rev().take_while(u8::is_ascii_uppercase).count().min(3);
                    break;
                }
                _ => break,
            }
            self.start -= sign.len_utf8();
        }
        // No code ends in a small letter but "kr" and "Rs".
        let is_word = matches!(text.as_bytes()[..self.start], [.., b'a'..=b'q' | b't'..=b'z', b' ']);
        if !(self.is_money || is_word)
            && let Some(code) = word_before(text, self.start)
            && code.start >= not_before
            && code.is_in(List::CurrencyCode)
        {
            self.start = code.start;
            self.is_money = true;
        }
        Some(self)
    }
}

/// Whether `sign` may stand before the digits of a number.
pub(super) fn is_prefix(sign: char) -> bool {
    matches!(sign, '~' | '\u{2248}' | '<' | '>' | '\u{2264}' | '\u{2265}' | '=' | '\u{b1}' | '+' | '-' | '\u{2212}')
        || is_currency_sign(sign)
}

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

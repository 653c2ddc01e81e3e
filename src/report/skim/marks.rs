//! Where on the page which signal stands, and its number there.

use crate::letter::Letter;
use crate::skim::Skim;
use std::ops::Range;

/// The places of all signals in the folded text.
#[derive(Debug)]
pub(super) struct Marks {
    /// By signal, in order, without blanks at their ends.
    places: Vec<Vec<Range<usize>>>,
    /// By signal; none where it is missing.
    numbers: Vec<Option<usize>>,
}

/// What happens to a character of the page.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Touch {
    /// The signal that it shows: that of the shortest place which holds it, of two there the rarer one.
    pub(super) signal: Option<usize>,
    /// Signals whose places open with it, one a place: several signals may share one.
    pub(super) opens: Vec<usize>,
    /// Signals whose places end with it, by place, innermost first.
    pub(super) closes: Vec<Vec<usize>>,
}

impl Marks {
    /// Numbers the signals from 1 in the order in which a reader meets them.
    pub(super) fn of(skim: &Skim, letter: &Letter) -> Self {
        let trimmed = |text: &Range<usize>| {
            let found = &letter.prose().text()[text.clone()];
            let start = text.start + found.len() - found.trim_start().len();
            start..start + found.trim().len()
        };
        let of_signal = |signal: &crate::check::FoundSignal| {
            let places = signal.places.iter().map(|place| trimmed(&place.text));
            places.filter(|text| !text.is_empty()).collect()
        };
        let mut met: Vec<usize> = (0..skim.signals.len()).collect();
        met.retain(|&index| !skim.signals[index].places.is_empty());
        met.sort_by_key(|&index| skim.signals[index].places[0].text.start);
        let mut numbers = vec![None; skim.signals.len()];
        for (at, index) in met.into_iter().enumerate() {
            numbers[index] = Some(at + 1);
        }
        Marks { places: skim.signals.iter().map(of_signal).collect(), numbers }
    }

    /// Returns the number of the signal; none where it is missing.
    pub(super) fn number(&self, signal: usize) -> Option<usize> {
        self.numbers[signal]
    }

    /// Returns the numbers of `signals` as they stand behind a word: `¹` or `¹,²`.
    pub(super) fn raised(&self, signals: &[usize]) -> String {
        let mut numbers: Vec<usize> = signals.iter().filter_map(|&signal| self.number(signal)).collect();
        numbers.sort_unstable();
        numbers.into_iter().map(superscript).collect::<Vec<_>>().join(",")
    }

    /// Returns what happens to the character at `text`.
    pub(super) fn at(&self, text: &Range<usize>) -> Touch {
        let mut held: Vec<(Range<usize>, usize)> = Vec::new();
        for (signal, places) in self.places.iter().enumerate() {
            let next = places.partition_point(|place| place.end <= text.start);
            let place = places.get(next).filter(|place| place.start < text.end);
            held.extend(place.map(|place| (place.clone(), signal)));
        }
        held.sort_by_key(|(place, signal)| (place.len(), place.start, self.places[*signal].len(), *signal));
        let mut touch = Touch { signal: held.first().map(|(_, signal)| *signal), ..Touch::default() };
        for same in held.chunk_by(|(a, _), (b, _)| a == b) {
            let (place, signal) = &same[0];
            if text.start <= place.start {
                touch.opens.insert(0, *signal);
            }
            if place.end <= text.end {
                touch.closes.push(same.iter().map(|(_, signal)| *signal).collect());
            }
        }
        touch
    }
}

/// Returns `number` in raised digits.
pub(super) fn superscript(number: usize) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number.to_string().bytes().map(|digit| RAISED[usize::from(digit - b'0')]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks() -> Marks {
        Marks { places: vec![vec![3..9], vec![0..20], vec![3..9, 15..20]], numbers: vec![Some(2), Some(1), Some(3)] }
    }

    #[test]
    fn the_shortest_place_gives_the_hue_and_the_rarer_signal_where_two_share_it() {
        assert_eq!(marks().at(&(4..5)).signal, Some(0));
        assert_eq!(Marks { places: vec![vec![0..2, 5..9], vec![0..2]], numbers: vec![] }.at(&(0..1)).signal, Some(1));
        assert_eq!(marks().at(&(10..11)).signal, Some(1));
        assert_eq!(marks().at(&(20..21)), Touch::default());
    }

    #[test]
    fn signals_that_share_a_place_share_its_mark() {
        let touch = marks().at(&(8..9));
        assert_eq!((touch.opens, touch.closes), (vec![], vec![vec![0, 2]]));
        assert_eq!(marks().raised(&[2, 0]), "²,³");
    }

    #[test]
    fn the_inner_place_closes_first_and_opens_last() {
        assert_eq!(marks().at(&(19..20)).closes, [vec![2], vec![1]]);
        assert_eq!(Marks { places: vec![vec![0..2], vec![0..9]], numbers: vec![] }.at(&(0..1)).opens, [1, 0]);
    }

    #[test]
    fn numbers_of_two_digits_are_raised_whole() {
        assert_eq!(superscript(12), "¹²");
    }
}

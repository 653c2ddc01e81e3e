//! One signal of the list, measured so that its columns line up with the others'.

use super::SkimmedLetter;
use crate::check::FoundSignal;
use crate::report::page::words::superscript;
use crate::report::visible::on_one_line;
use crate::skim::Skim;
use crate::source::Position;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Widest that a title is shown.
const WIDEST_TITLE: usize = 24;

/// Columns that everything beside the title takes.
const BESIDE_TITLE: usize = 26;

/// A signal as the list shows it.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    /// Its index among the letter's signals.
    pub(super) index: usize,
    pub(super) signal: &'a FoundSignal,
    /// Its number on the page, or a cross where it is missing.
    pub(super) mark: String,
    pub(super) title: String,
    /// `12 s`, or a dash.
    pub(super) second: String,
    /// Where it is met first.
    pub(super) at: Option<Position>,
    /// `3:45`, or nothing.
    pub(super) place: String,
}

/// How wide the columns of a list are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    pub(super) second: usize,
    pub(super) mark: usize,
    pub(super) title: usize,
    pub(super) place: usize,
}

/// Returns the signals in the order in which they are met, the missing ones last, in titles that fit a page of `width`.
pub(super) fn entries<'a>(letter: &'a SkimmedLetter, width: usize) -> Vec<Entry<'a>> {
    let skim = &letter.skim;
    let numbers = numbers(skim);
    let widest = WIDEST_TITLE.min(width.saturating_sub(BESIDE_TITLE));
    let entry = |(index, signal): (usize, &'a FoundSignal)| {
        let at = signal.places.first().map(|place| letter.letter.source().position(place.span.start));
        Entry {
            index,
            signal,
            mark: numbers[index].map_or("✗".to_owned(), superscript),
            title: clipped(&on_one_line(&signal.title), widest),
            second: skim.second(signal).map_or("–".to_owned(), |second| format!("{second} s")),
            at,
            place: at.map_or(String::new(), |at| format!("{}:{}", at.line, at.column)),
        }
    };
    let mut entries: Vec<Entry<'_>> = skim.signals.iter().enumerate().map(entry).collect();
    entries.sort_by_key(|entry| numbers[entry.index].unwrap_or(usize::MAX));
    entries
}

impl Columns {
    /// Returns the widths that hold all of `entries`.
    pub(super) fn of(entries: &[Entry<'_>]) -> Self {
        entries.iter().fold(Columns { second: 0, mark: 0, title: 0, place: 0 }, |widest, entry| Columns {
            second: widest.second.max(entry.second.width()),
            mark: widest.mark.max(entry.mark.width()),
            title: widest.title.max(entry.title.width()),
            place: widest.place.max(entry.place.width()),
        })
    }

    /// Returns the column in which places stand.
    pub(super) fn before_place(self) -> usize {
        2 + self.second + 2 + self.mark + 1 + self.title + 2
    }
}

/// Returns the start of `text` that fits into `width` columns, with an ellipsis where it is cut.
pub(super) fn clipped(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut left = width.saturating_sub(1);
    let fits = |c: &char| {
        let rest = left.checked_sub(c.width().unwrap_or(0));
        left = rest.unwrap_or(0);
        rest.is_some()
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{}…", kept.trim_end())
}

/// Returns the number of each signal, from 1 in the order in which a reader meets them; none where it is missing.
pub(super) fn numbers(skim: &Skim) -> Vec<Option<usize>> {
    let mut met: Vec<usize> = (0..skim.signals.len()).filter(|&index| !skim.signals[index].places.is_empty()).collect();
    met.sort_by_key(|&index| skim.signals[index].places[0].text.start);
    let mut numbers = vec![None; skim.signals.len()];
    for (at, index) in met.into_iter().enumerate() {
        numbers[index] = Some(at + 1);
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_by_columns_and_shows_that_it_was() {
        assert_eq!(clipped("on-call", 7), "on-call");
        assert_eq!(clipped("on-call rota", 9), "on-call…");
        assert_eq!(clipped("日本語日本語", 6), "日本…");
    }
}

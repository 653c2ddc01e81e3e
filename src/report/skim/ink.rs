//! How a stretch of the page is painted: what is read stays bright, the rest is dim, a signal has its own hue.

use crate::report::Palette;

/// What a stretch of the page looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ink {
    /// Whether the reader never gets there.
    pub(super) is_dim: bool,
    /// Whether it is a heading's.
    pub(super) is_strong: bool,
    /// The signal that it is part of.
    pub(super) signal: Option<usize>,
}

impl Ink {
    /// Returns the ink of a signal.
    pub(super) fn of(signal: usize, is_dim: bool) -> Self {
        Ink { is_dim, is_strong: false, signal: Some(signal) }
    }

    /// Returns `text` painted; as it is where `palette` has no colours.
    pub(super) fn paint(self, text: &str, palette: Palette) -> String {
        match self.signal {
            Some(signal) => palette.signal(signal, self.is_dim, text),
            None if self.is_dim => palette.quiet(text),
            None if self.is_strong => palette.strong(text),
            None => text.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signal_is_bold_where_it_is_read_and_dim_where_it_is_not() {
        let palette = Palette::new(true);
        assert_eq!(Ink::of(1, false).paint("p99", palette), "\u{1b}[1;35mp99\u{1b}[0m");
        assert_eq!(Ink::of(7, true).paint("p99", palette), "\u{1b}[2;35mp99\u{1b}[0m");
        assert_eq!(Ink::default().paint("p99", palette), "p99");
    }

    #[test]
    fn without_colours_nothing_is_painted() {
        assert_eq!(Ink::of(0, true).paint("p99", Palette::new(false)), "p99");
    }
}

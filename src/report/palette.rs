//! Colours by meaning. The only module that names `colored`.

use super::link::Link;
use crate::diagnostic::Severity;
use crate::source::Position;
use colored::{Color, ColoredString, Colorize};

/// Colours, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    is_coloured: bool,
}

impl Palette {
    /// Returns the palette that colours, or the one that leaves text as it is.
    pub fn new(is_coloured: bool) -> Self {
        if is_coloured {
            // Whether to colour was decided by the caller; `colored` would ask the terminal again.
            colored::control::set_override(true);
        }
        Palette { is_coloured }
    }

    fn paint(self, text: &str, style: impl Fn(&str) -> ColoredString) -> String {
        if self.is_coloured && !text.is_empty() { style(text).to_string() } else { text.to_owned() }
    }

    /// Paints in the colour of `severity`, bold; a note has none.
    pub fn severity(self, severity: Severity, text: &str) -> String {
        self.paint(text, |text| hued(severity, text).bold())
    }

    /// Paints words of a letter in which something of `severity` was found.
    pub fn mark(self, severity: Severity, text: &str) -> String {
        self.paint(text, |text| hued(severity, text).underline())
    }

    /// Paints what matters most on its line.
    pub fn strong(self, text: &str) -> String {
        self.paint(text, |text| text.bold())
    }

    /// Paints lines and numbers at the edge. No words: faint text is unreadable in one theme or the other.
    pub fn quiet(self, text: &str) -> String {
        self.paint(text, |text| text.dimmed())
    }

    /// Paints what to do.
    pub fn help(self, text: &str) -> String {
        self.paint(text, |text| text.cyan())
    }

    /// Paints a signal in its own hue, a fifth as the first, and never in one that means a severity; an unread one in none.
    pub fn signal(self, signal: usize, is_unread: bool, text: &str) -> String {
        const HUES: [Color; 4] = [Color::Magenta, Color::BrightBlue, Color::Green, Color::Cyan];
        let hue = HUES[signal % HUES.len()];
        self.paint(text, |text| if is_unread { text.italic().underline() } else { text.bold().color(hue) })
    }

    /// Paints text that nobody gets to read; it slants, as it must not be faint.
    pub fn unread(self, text: &str) -> String {
        self.paint(text, |text| text.italic())
    }

    /// Makes `text` a link to `at` in the file of `link`, where there is one; no colours, no links.
    pub fn place(self, link: Option<&Link>, at: Position, text: &str) -> String {
        let link = link.filter(|_| self.is_coloured && !text.is_empty());
        link.map_or_else(|| text.to_owned(), |link| link.around(at, text))
    }

    /// Whether it colours.
    pub fn is_coloured(self) -> bool {
        self.is_coloured
    }

    /// Paints good news.
    pub fn good(self, text: &str) -> String {
        self.paint(text, |text| text.green())
    }
}

fn hued(severity: Severity, text: &str) -> ColoredString {
    match severity {
        Severity::Error => text.red(),
        Severity::Warning => text.yellow(),
        Severity::Info => text.normal(),
    }
}

//! Slots of a template that were never filled in.
//!
//! (to be written)

mod angle;
mod aside;
mod blank;
mod braces;
mod bracket;
mod capitals;
mod definition;
mod digits;
mod dummy;
mod empty;
mod example;
mod filler;
mod label;
mod line;
mod marker;
mod mask;
mod merge;
mod nesting;
mod parenthesis;
mod scan;
mod variable;
mod vocabulary;
mod words;

#[cfg(test)]
mod evidence;
#[cfg(test)]
mod testing;

use std::ops::Range;

/// A slot that was left in the text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Placeholder {
    /// Bytes of the given text, on character boundaries, the brackets included.
    pub range: Range<usize>,
    /// How sure it is that this is a slot and not what the writer meant to say.
    pub certainty: Certainty,
    /// How the slot is written.
    pub style: Style,
}

/// How sure it is that a text is a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Certainty {
    /// A reader would take it for a slot, but an honest letter could hold it too.
    Likely,
    /// Nobody writes this on purpose.
    Certain,
}

/// How a slot is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Style {
    /// `[Company]`, `[need a sentence on leadership]`.
    Bracket,
    /// `{{company}}`, `{jobTitle}`.
    Braces,
    /// `{% if company %}`, `{# note #}`.
    Template,
    /// `«FirstName»`, `<<Name>>`, `%NAME%`, `*|FNAME|*`, `{!Contact.Name}`.
    Merge,
    /// `<Your Name>`.
    Angle,
    /// `(insert company)`.
    Parenthesis,
    /// `$C`, `${company}`, `COMPANY_NAME`.
    Variable,
    /// `_____`, `.....`, "Dear -,".
    Blank,
    /// `XX%`, `X years`, `070-XXX XX XX`.
    Masked,
    /// `TODO`, `TBD`, `???`, "INSERT NAME HERE".
    Marker,
    /// "Your Name", "John Doe", "123 Main Street", "(555) 123-4567".
    Dummy,
    /// "Lorem ipsum", `#lorem(100)`.
    Filler,
}

impl Style {
    /// The style's name, in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bracket => "bracket",
            Self::Braces => "braces",
            Self::Template => "template tag",
            Self::Merge => "merge field",
            Self::Angle => "angle bracket",
            Self::Parenthesis => "parenthesis",
            Self::Variable => "variable",
            Self::Blank => "blank",
            Self::Masked => "masked value",
            Self::Marker => "note",
            Self::Dummy => "dummy value",
            Self::Filler => "filler text",
        }
    }
}

/// The slots left in `text`, in order and without overlap.
///
/// `text` is the folded prose of a letter: blocks separated by line feeds, single spaces, straight
/// quotes. Takes linear time; a slot never reaches over the end of its block.
pub fn placeholders(text: &str) -> Vec<Placeholder> {
    let definitions = definition::Definitions::of(text);
    let mut nesting = nesting::Nesting::default();
    let mut found = Vec::new();
    let mut start = 0;
    for block in text.split('\n') {
        nesting.read(block);
        let line = line::Line { text: block, nesting: &nesting, definitions: &definitions, covered: 0 };
        let first = found.len();
        scan::line(line, &mut found);
        for slot in &mut found[first..] {
            slot.range.start += start;
            slot.range.end += start;
        }
        start += block.len() + 1;
    }
    found
}

/// A slot at `range`.
fn slot(range: Range<usize>, certainty: Certainty, style: Style) -> Placeholder {
    Placeholder { range, certainty, style }
}

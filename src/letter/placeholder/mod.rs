//! Slots of a template that were never filled in.
//!
//! A *slot* is a piece of text that stands where the writer's own words should: a label in brackets,
//! a field of a mail merge, a line to write on, a letter instead of a figure, a note, or the name of
//! nobody. Each comes with a [`Certainty`]: what is [`Certainty::Certain`] nobody writes on purpose, whatever
//! word is in it; what is [`Certainty::Likely`] an honest letter could hold. What fills a gap of its sentence
//! (`because [reason]`, `at [Riverside]`) is certain, and so is what stands alone on its line.
//!
//! | style | certain | likely |
//! |---|---|---|
//! | bracket | `[Hiring Manager]`, `[date]`, `[team]`, `[X]`, `at [Riverside]`, `at [...]`, `Dear [Name,`, a bracketed sentence or paragraph | `Harbour House [Oslo]`, `[two other words]`, `[Rust, Go]`, a label in a quotation |
//! | braces | `{{name}}`, `{{{x}}}`, `{company}`, `{details}`, `{jobTitle}`, `at {Riverside}` | `the {garden}`, `{Hi\|Hello}` |
//! | template tag | `{% if x %}`, `{# note #}`, `<%= x %>` | |
//! | merge field | `«FirstName»`, "to «company»", `<<Name>>`, `MERGEFIELD Name`, `{!Contact.Name}`, `%NAME%`, `%%name%%`, `@@NAME@@`, `#NAME#`, `--companyName--`, `*\|FNAME\|*`, `__NAME__`, `__company__` | "Ihr «Manager»" |
//! | angle bracket | `<Company>`, `<job description>`, `<Two Words>`, `on <platform>`, `the <title> role` | `<Word>`, `<two words>` |
//! | parenthesis | `(insert reason)`, `(company name)`, "a (your degree)", "at (company)" | "bread (your product)" |
//! | variable | `$C`, `$COMPANY`, `${company}`, `COMPANY_NAME`, "to $company", "Dear `FIRST_NAME`", "at COMPANY" | "reads $company", "the COMPANY" |
//! | blank | `___`, `_ _ _`, `.....`, `....value....`, "Dear undefined,", "Dear …," | "Dear -,", "the position of - at -.", "Dear ,", "so.....", "the position of … at …," |
//! | masked value | `XX%`, `Xms`, `X years`, `N+`, `$X`, `XXX`, `XXXX`, `99.X%`, `20XX`, `070-XXX XX XX`, "X engineers", "to XX" | "from X to Y", "YYY" |
//! | note | `TBD`, `TODO`, `FIXME`, `???`, "INSERT NAME HERE", "Click here to enter text" | `TBC`, `TK`, `??` |
//! | dummy value | "Your Name", "Company Name", "City, State", "DD/MM/YYYY", "XYZ Company" | "Your Company" in a sentence, "John Doe", "123 Main Street", "(555) 123-4567", "ABC Corp", "Company X" |
//! | filler text | "Lorem ipsum …" to the end of its sentence, `#lorem(100)` | |
//!
//! # Square brackets
//!
//! They have the most innocent neighbours, so they are tried in this order:
//!
//! 1. A bracket after a letter, a digit, `]` or `!`, or before `(` or `[`, is an index or a link. A
//!    label of two words or more with a keyword (`at[Company Name]`, `[First Name][Last Name]`,
//!    `[Company Name](if known)`) is a slot all the same.
//! 2. A label that the letter defines as a link (`[label]: target`) is a link.
//! 3. `x`, `X` and `-` at the start of an item are task boxes; an empty bracket is a slot only where a
//!    name must stand (`Dear [ ],`).
//! 4. Footnotes, numbers and intervals, citations, `[sic]`, remarks of an editor, `[@user]`, pronouns, log
//!    levels, kinds of file, types, addresses, character classes and the number of an advertisement are meant.
//!    So is a changed letter, as in `[T]he`, and so are an editor's words within a quotation.
//! 5. A stand-in (`X`, `XX%`, `N`, `TBD`), six words and more, and what fills a gap are certain. So is a
//!    *keyword*, a word that templates use for labels and orders: name, company, team, date, insert, your, …
//!    Other capitalised words are certain from two on, one alone is likely; of small ones two are likely, and
//!    one alone after a whole phrase is an editor's.
//! 6. `[[note]]` is a slot only with a keyword. Of nested brackets the outer one is the slot, unless
//!    it is longer than 1,200 bytes.
//!
//! # Words without brackets
//!
//! A label counts in title case or capitals, or alone on its line: "Your Name" does, "in your company
//! name" and "Job Title: Cook" do not. A weak one ("Phone Number", "First Last") must stand between
//! the separators of a letterhead. Letters need a unit, a thing that is counted or the place of a
//! name, so that "Generation X", "the X axis", "10x", "5xx" and "N+1" stay silent. A lone hyphen or
//! other mark is a slot only where a name must stand: after a greeting or a preposition, and before
//! the punctuation that would follow the name.
//!
//! Not found: invented firms that look like any other, a sender's name left from another letter, and
//! what stands inside an address, since e-mail and web addresses arrive as U+FFFC.

mod blank;
mod braces;
mod bracket;
mod certainty;
mod field;
mod label;
mod line;
mod mask;
mod note;
mod position;
mod sample;
mod scan;
mod words;

#[cfg(test)]
mod hostile;

pub use certainty::Certainty;

use crate::words::List;
use std::ops::Range;

/// A slot that was left in the text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Placeholder {
    /// Bytes of the given text, on character boundaries, the brackets included.
    pub range: Range<usize>,
    /// How sure it is that this is a slot and not what the writer meant to say.
    pub certainty: Certainty,
}

/// The slots left in `text`, in order and without overlap.
///
/// `text` is the folded prose of a letter: blocks separated by line feeds, single spaces, straight
/// quotes, no Markdown links and no code. Links, task boxes and definitions of plain text are passed
/// over. Takes linear time, whatever `text` holds; a slot never reaches over the end of its block.
pub fn placeholders(text: &str) -> Vec<Placeholder> {
    let definitions = line::Definitions::of(text);
    let mut nesting = line::Nesting::default();
    let mut found = Vec::new();
    let mut start = 0;
    for block in text.split('\n') {
        nesting.read(block);
        let quotes: Vec<usize> = memchr::memchr_iter(b'"', block.as_bytes()).collect();
        let line = line::Line {
            text: block,
            nesting: &nesting,
            definitions: &definitions,
            quotes: &quotes,
            covered: 0,
            figured: 0,
            pair: 0,
        };
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

/// The first slot in the name of a file, of which `words` are the words without its extension, or the first word that
/// says whose letter it was to be: "cover letter company".
pub fn in_file_name(words: &str) -> Option<&str> {
    let slot = placeholders(words).into_iter().next().map(|slot| &words[slot.range]);
    slot.or_else(|| words.split(' ').find(|word| List::UnfilledName.holds(word)))
}

/// A slot at `range`.
fn slot(range: Range<usize>, certainty: Certainty) -> Placeholder {
    Placeholder { range, certainty }
}

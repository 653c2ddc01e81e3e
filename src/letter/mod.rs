//! The letter: text cut into parts, paragraphs, sentences, words and figures.
//!
//! **Body text** is defined here and nowhere else: the paragraphs, list items and headings between the greeting and
//! the sign-off. Words of the body are words by UAX #29; code, URLs, e-mail addresses, HTML comments, front matter,
//! tables and block quotes are not prose and hold no words. Letterhead, date, recipient, subject, greeting,
//! sign-off, signature, postscript, enclosures and notes are not body.

mod address;
mod anatomy;
mod block;
mod case;
mod comment;
mod date;
pub mod figure;
mod fold;
mod greeting;
mod html;
pub mod invisible;
mod language;
mod line;
mod lines;
mod markdown;
mod normal;
mod part;
pub mod placeholder;
mod plain;
mod prose;
mod quote;
mod reference;
mod same;
mod sentence;
#[doc(hidden)]
pub mod stage;
mod word;
mod wrapped;

#[cfg(test)]
mod tests;

use crate::source::Source;
use crate::span::Span;
use figure::Figure;
use fold::Folder;
use language::Language;
use placeholder::{Certainty, Placeholder};
use std::ops::Range;

pub use address::Link;
pub(crate) use case::{join_hyphens, lower_into};
pub use part::{Paragraph, Part, PartKind};
pub use prose::{HOLE, Prose};

/// Words a minute that silent readers of English non-fiction get through: Brysbaert 2019, 190 studies.
pub const WORDS_PER_MINUTE: usize = 238;

/// Seconds of attention that the guides give a letter.
pub const SKIM_SECONDS: usize = 40;

/// How the bytes of a letter are marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `CommonMark` with tables, footnotes and task lists.
    Markdown,
    /// Paragraphs by blank lines.
    Plain,
}

impl Format {
    /// Returns the format of a file with this name: Markdown for `.md` and `.markdown`, plain text otherwise.
    pub fn of_name(name: &str) -> Self {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        if ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown") {
            Format::Markdown
        } else {
            Format::Plain
        }
    }
}

/// A letter, read once; everything in it is a range of its folded text.
#[derive(Clone, Debug)]
pub struct Letter {
    source: Source,
    prose: Prose,
    front_matter: Option<Span>,
    language: Language,
    links: Vec<Link>,
    comments: Vec<Span>,
    unclosed_comments: Vec<Span>,
    parts: Vec<Part>,
    body: Range<usize>,
    paragraphs: Vec<Paragraph>,
    sentences: Vec<Range<usize>>,
    words: Vec<Range<usize>>,
    quotations: Vec<Range<usize>>,
    figures: Vec<Figure>,
    placeholders: Vec<Placeholder>,
    invisibles: Vec<invisible::Run>,
}

impl Letter {
    /// Reads `source`. Any text is a letter, so nothing can fail.
    pub fn read(source: Source, format: Format) -> Self {
        let mut letter = Letter::outline(source, format);
        letter.complete();
        letter
    }

    /// Reads what [`Letter::outline`] left out.
    pub fn complete(&mut self) {
        self.quotations = quote::quotations(self.prose.text());
        self.figures = figure::figures(self.prose.text());
        self.invisibles = invisibles(&self.source, self.front_matter);
        self.placeholders = self.slots();
        self.read_words();
        let text = self.prose.text();
        let words = self.words.iter().map(|word| &text[word.clone()]);
        self.language = Language::of(&text[self.body.clone()], words);
    }

    /// Reads no more of `source` than its parts and paragraphs: no words, sentences or figures, and no language.
    ///
    /// That is a third of the work, and all that is needed of the other letters of a run.
    pub fn outline(source: Source, format: Format) -> Self {
        let Folded { prose, links, comments, unclosed_comments, mut blocks } = fold(&source, format);
        if anatomy::is_quoted_letter(&prose, &blocks.blocks) {
            for block in &mut blocks.blocks {
                if block.kind == block::BlockKind::Quote {
                    block.kind = block::BlockKind::Paragraph;
                }
            }
        }
        let parts = anatomy::parts(&prose, &blocks.blocks);
        let mut letter = Letter {
            front_matter: blocks.front_matter,
            language: Language::Unknown,
            quotations: Vec::new(),
            figures: Vec::new(),
            placeholders: Vec::new(),
            invisibles: Vec::new(),
            body: body(&parts),
            source,
            prose,
            links,
            comments,
            unclosed_comments,
            parts,
            paragraphs: Vec::new(),
            sentences: Vec::new(),
            words: Vec::new(),
        };
        letter.read_paragraphs();
        letter
    }

    /// Returns the letter's bytes as text.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Gives the text back when the letter is done with.
    pub fn into_source(self) -> Source {
        self.source
    }

    /// Returns the folded text that matching sees.
    pub fn prose(&self) -> &Prose {
        &self.prose
    }

    /// Returns the bytes of the front matter, fences included.
    pub fn front_matter(&self) -> Option<Span> {
        self.front_matter
    }

    /// Returns the English name of the body's language where it is surely not English.
    pub fn foreign_language(&self) -> Option<&'static str> {
        match self.language {
            Language::Other(name) => Some(name),
            Language::English | Language::Unknown => None,
        }
    }

    /// Whether the body is written in English: only then can English words be missing.
    pub fn is_english(&self) -> bool {
        self.language == Language::English
    }

    /// Returns the web and mail addresses, in order.
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// Returns the HTML comments of a Markdown letter, marks included, in order; they are no text of the letter.
    pub fn comments(&self) -> &[Span] {
        &self.comments
    }

    /// Returns the HTML comments of a Markdown letter that are never closed, each up to where its note seems to end, in
    /// order.
    pub fn unclosed_comments(&self) -> &[Span] {
        &self.unclosed_comments
    }

    /// Returns the parts, in order.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Whether it has a greeting or a sign-off, by which a letter is known from a file of another kind.
    pub fn is_greeted_or_signed(&self) -> bool {
        self.parts.iter().any(|part| matches!(part.kind, PartKind::Greeting | PartKind::Signoff))
    }

    /// Returns the folded range from the first to the last part of the body; empty where there is none.
    pub fn body(&self) -> Range<usize> {
        self.body.clone()
    }

    /// Returns the paragraphs of the body, in order.
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// Returns the folded range of each sentence of the body's paragraphs and list items, in order.
    pub fn sentences(&self) -> &[Range<usize>] {
        &self.sentences
    }

    /// Whether a sentence starts at `at` in the folded text.
    pub fn opens_sentence(&self, at: usize) -> bool {
        self.sentences.binary_search_by(|sentence| sentence.start.cmp(&at)).is_ok()
    }

    /// Returns the folded range of each word of the body, in order.
    pub fn words(&self) -> &[Range<usize>] {
        &self.words
    }

    /// Returns the folded range of each quotation, marks included, in order.
    pub fn quotations(&self) -> &[Range<usize>] {
        &self.quotations
    }

    /// Returns the figures, in order, wherever they stand.
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// Returns the slots that were never filled in, in order.
    pub fn placeholders(&self) -> &[Placeholder] {
        &self.placeholders
    }

    /// Returns the characters that nobody sees and that do no work, in order; those of front matter are no text.
    pub fn invisibles(&self) -> &[invisible::Run] {
        &self.invisibles
    }

    /// Returns the first paragraph of the body.
    pub fn opening(&self) -> Option<&Paragraph> {
        self.paragraphs.iter().find(|paragraph| !paragraph.is_list)
    }

    /// Returns the last paragraph of the body.
    pub fn closing(&self) -> Option<&Paragraph> {
        self.paragraphs.iter().rev().find(|paragraph| !paragraph.is_list)
    }

    /// Returns how many words of the body start in the folded `range`.
    pub fn words_in(&self, range: &Range<usize>) -> usize {
        let from = self.words.partition_point(|word| word.start < range.start);
        let to = self.words.partition_point(|word| word.start < range.end);
        to.saturating_sub(from)
    }

    /// Returns the seconds that reading the body takes at [`WORDS_PER_MINUTE`], rounded.
    pub fn seconds(&self) -> usize {
        seconds(self.words.len())
    }

    /// The placeholders, without what only looks like one because a link wears it ("My Profile").
    fn slots(&self) -> Vec<Placeholder> {
        let mut found = placeholder::placeholders(self.prose.text());
        if found.is_empty() || self.links.is_empty() {
            return found;
        }
        let mut ends: Vec<usize> = self.links.iter().map(|link| link.span.end).collect();
        for index in 1..ends.len() {
            ends[index] = ends[index].max(ends[index - 1]);
        }
        found.retain(|slot| {
            let is_linked = || {
                let span = self.prose.span(slot.range.clone());
                let before = self.links.partition_point(|link| link.span.start < span.start);
                before > 0 && span.end < ends[before - 1]
            };
            slot.certainty == Certainty::Certain || !is_linked()
        });
        found
    }

    /// Cuts the body into paragraphs, each with the list that hangs on it.
    fn read_paragraphs(&mut self) {
        self.paragraphs.reserve(self.parts.len());
        let mut list_before = None;
        let mut before_is_paragraph = false;
        for part in self.parts.iter().filter(|part| part.kind.is_body()) {
            let range = part.text.clone();
            let PartKind::Bullet { list } = part.kind else {
                before_is_paragraph = part.kind != PartKind::Heading;
                list_before = None;
                if before_is_paragraph {
                    self.paragraphs.push(Paragraph { text: range, sentences: 0..0, is_list: false });
                }
                continue;
            };
            let hangs = before_is_paragraph || list_before == Some(list);
            match self.paragraphs.last_mut().filter(|_| hangs) {
                Some(paragraph) => paragraph.text.end = range.end,
                None => self.paragraphs.push(Paragraph { text: range, sentences: 0..0, is_list: true }),
            }
            (list_before, before_is_paragraph) = (Some(list), false);
        }
    }

    /// Cuts the body into words, and its paragraphs into sentences.
    fn read_words(&mut self) {
        let text = self.prose.text();
        self.words.reserve(self.body.len() / 5);
        self.sentences.reserve(self.body.len() / 50);
        for part in self.parts.iter().filter(|part| part.kind.is_body()) {
            word::words_into(text, part.text.clone(), &mut self.words);
            if part.kind != PartKind::Heading {
                sentence::sentences_into(text, part.text.clone(), &mut self.sentences);
            }
        }
        let mut first = 0;
        for paragraph in &mut self.paragraphs {
            let behind =
                self.sentences[first..].iter().take_while(|sentence| sentence.start < paragraph.text.end).count();
            paragraph.sentences = first..first + behind;
            first += behind;
        }
    }
}

/// Returns where the words in `range` of `text` stand: words by UAX #29, as those of a body.
pub(crate) fn word_ranges(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut words = Vec::with_capacity(range.len() / 5);
    word::words_into(text, range, &mut words);
    words
}

/// Returns where the sentences of `text` stand, whatever part they belong to; none goes beyond its block.
pub(crate) fn sentence_ranges(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for block in text.split('\n') {
        sentence::sentences_into(text, start..start + block.len(), &mut sentences);
        start += block.len() + 1;
    }
    sentences
}

/// Returns the seconds that `words` words take a reader, rounded.
pub fn seconds(words: usize) -> usize {
    (words * 60 + WORDS_PER_MINUTE / 2) / WORDS_PER_MINUTE
}

/// What folding a letter's bytes yields.
struct Folded {
    prose: Prose,
    links: Vec<Link>,
    comments: Vec<Span>,
    unclosed_comments: Vec<Span>,
    blocks: block::Blocks,
}

fn fold(source: &Source, format: Format) -> Folded {
    let start = source.bom_len();
    let normal = match format {
        Format::Markdown => normal::markdown(source.text(), start),
        Format::Plain => normal::plain(source.text()),
    };
    let mut folder = Folder::new(&normal.text);
    let blocks = match format {
        Format::Markdown => markdown::read(&mut folder, &normal.text, start),
        Format::Plain => plain::read(&mut folder, &normal.text, start),
    };
    let mut comments = folder.take_comments();
    comments.sort();
    let (prose, mut links) = folder.finish();
    links.sort_by_key(|link| link.span);
    Folded { prose, links, comments, unclosed_comments: normal.unclosed, blocks }
}

fn invisibles(source: &Source, front_matter: Option<Span>) -> Vec<invisible::Run> {
    invisible::runs(source.text(), front_matter.map_or(source.bom_len(), |front| front.end))
}

fn body(parts: &[Part]) -> Range<usize> {
    let mut ranges = parts.iter().filter(|part| part.kind.is_body()).map(|part| part.text.clone());
    let Some(first) = ranges.next() else { return 0..0 };
    first.start..ranges.next_back().map_or(first.end, |last| last.end)
}

//! A text that a letter is held against: the posting, or the CV.

use super::name::Names;
use super::page::markdown;
use super::words::Words;
use crate::letter::figure;
use crate::letter::{Format, Letter, sentence_ranges};
use crate::source::Source;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

/// Words of a row by which shared runs are first looked for.
const SEED: usize = 3;

/// Most places of one row of words that are looked at: a text that says the same more often says nothing.
const MOST_PLACES: usize = 64;

/// Most bytes of a line that is a title, and of a sentence that a quotation is likened to.
const LONGEST_LINE: usize = 500;

/// The numbers that stand anywhere in a text.
#[derive(Clone, Debug, Default)]
pub struct Numbers(BTreeSet<u64>);

impl Numbers {
    fn of(text: &str) -> Self {
        Numbers(figure::numbers(text).into_iter().collect())
    }

    /// Whether all of `wanted` are among them, one or more, in thousandths.
    pub fn hold(&self, wanted: &[u64]) -> bool {
        !wanted.is_empty() && wanted.iter().all(|number| self.0.contains(number))
    }
}

/// A posting or a CV as it was read.
#[derive(Clone, Debug)]
pub struct Reference {
    /// As the user knows the file.
    path: String,
    letter: Letter,
    words: Words,
    numbers: Numbers,
    sentences: Vec<Range<usize>>,
    /// Where each row of [`SEED`] words starts, [`MOST_PLACES`] at most.
    seeds: HashMap<u64, Vec<u32>>,
    /// Its shorter rows.
    rows: HashSet<u64>,
    /// Whether lines of the text are those of the file.
    has_lines: bool,
}

impl Reference {
    /// Reads the text of the file that the user knows as `path`.
    pub fn read(path: &str, source: Source, format: Format) -> Self {
        Reference::with(path, source, format, true)
    }

    /// Reads a page as browsers save it.
    pub fn read_html(path: &str, html: &str) -> Self {
        Reference::with(path, Source::new(markdown(html)), Format::Markdown, false)
    }

    fn with(path: &str, source: Source, format: Format, has_lines: bool) -> Self {
        let letter = Letter::read(source, format);
        let text = letter.prose().text();
        let words = Words::of(text);
        let mut seeds: HashMap<u64, Vec<u32>> = HashMap::new();
        for (at, row) in (0..).zip(words.keys.windows(SEED)) {
            let places = seeds.entry(seed(row)).or_default();
            if places.len() < MOST_PLACES {
                places.push(at);
            }
        }
        let rows = (1..SEED).flat_map(|len| words.keys.windows(len)).map(seed).collect();
        let (numbers, sentences) = (Numbers::of(text), sentence_ranges(text));
        Reference { path: path.to_owned(), words, numbers, sentences, seeds, rows, has_lines, letter }
    }

    /// Returns the text as a letter: its parts mean nothing, its figures and words do.
    pub fn letter(&self) -> &Letter {
        &self.letter
    }

    /// Returns the folded text.
    pub fn text(&self) -> &str {
        self.letter.prose().text()
    }

    /// Returns the words of the folded text.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Returns the numbers that stand in it.
    pub fn numbers(&self) -> &Numbers {
        &self.numbers
    }

    /// Returns the numbers that stand in it outside of these names.
    pub fn numbers_without(&self, names: &Names) -> Numbers {
        let mut text = self.text().to_owned();
        for mention in names.find(self.text(), &self.words).into_iter().rev() {
            text.replace_range(mention.range, "");
        }
        Numbers::of(&text)
    }

    /// Returns the file, as the user knows it.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns its first line: the title of a posting.
    pub fn title(&self) -> &str {
        let lines = self.text().lines().map(str::trim);
        let first = lines.into_iter().find(|line| line.contains(char::is_alphabetic));
        first.filter(|line| line.len() <= LONGEST_LINE).unwrap_or_default()
    }

    /// Returns the file, and the line of byte `at` of the folded text where the file has lines: `acme/job.md:7`.
    pub fn place(&self, at: usize) -> String {
        self.place_in_source(self.letter.prose().span(at..at).start)
    }

    /// Returns what [`Reference::place`] does for byte `at` of the text as it was read.
    pub fn place_in_source(&self, at: usize) -> String {
        if !self.has_lines {
            return self.path.clone();
        }
        format!("{}:{}", self.path, self.letter.source().position(at).line)
    }

    /// Whether these words stand in it in a row.
    pub fn holds(&self, keys: &[u64]) -> bool {
        if keys.len() < SEED {
            return !keys.is_empty() && self.rows.contains(&seed(keys));
        }
        // Of the rows in it the one that stands in the fewest places.
        let places = (0..).zip(keys.windows(SEED)).map(|(at, row)| (self.seeds.get(&seed(row)), at));
        let rarest = places.min_by_key(|(places, _): &(Option<&Vec<u32>>, usize)| places.map_or(0, Vec::len));
        let Some((Some(places), at)) = rarest else { return false };
        let starts = places.iter().filter_map(|place| (*place as usize).checked_sub(at));
        starts.into_iter().any(|start| self.words.keys[start..].starts_with(keys))
    }

    /// Returns the sentence that shares most words with `quote`, where one shares a third of them, with its start.
    pub fn nearest(&self, quote: &str) -> Option<(usize, &str)> {
        let wanted = quote.to_lowercase();
        if wanted.len() > LONGEST_LINE {
            return None;
        }
        let likeness =
            |sentence: &&Range<usize>| strsim::sorensen_dice(&wanted, &self.text()[(*sentence).clone()].to_lowercase());
        let short = self.sentences.iter().filter(|sentence| sentence.len() <= LONGEST_LINE);
        let scored = short.map(|sentence| (likeness(&sentence), sentence));
        let best =
            scored.filter(|(score, _)| *score >= 0.35).reduce(|best, next| if next.0 > best.0 { next } else { best });
        best.map(|(_, sentence)| (sentence.start, self.text()[sentence.clone()].trim()))
    }

    /// Returns where runs of `fewest` words and more of `words` stand here too, as indices of words, with the byte at
    /// which the run starts here; in order, not overlapping.
    pub fn shared(&self, words: &Words, fewest: usize) -> Vec<(Range<usize>, usize)> {
        let fewest = fewest.max(SEED);
        let mut found = Vec::new();
        let mut at = 0;
        while at + fewest <= words.len() {
            let starts = self.seeds.get(&seed(&words.keys[at..at + SEED]));
            let run = |from: &u32| {
                let own = self.words.keys[*from as usize..].iter();
                own.zip(&words.keys[at..]).take_while(|(own, other)| own == other).count()
            };
            let longest = starts.into_iter().flatten().map(|from| (run(from), *from)).max_by_key(|(len, _)| *len);
            match longest.filter(|(len, _)| *len >= fewest) {
                Some((len, from)) => {
                    found.push((at..at + len, self.words.ranges[from as usize].start));
                    at += len;
                }
                None => at += 1,
            }
        }
        found
    }
}

fn seed(row: &[u64]) -> u64 {
    row.iter().fold(0, |seed: u64, key| seed.rotate_left(21).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn posting(text: &str) -> Reference {
        Reference::read("acme/job.md", Source::new(text), Format::Markdown)
    }

    #[test]
    fn a_run_of_words_is_found_with_its_line() {
        let posting = posting("# Engineer\n\nYou will own the ledger end to end and keep it honest.\n");
        let words = Words::of("I would own the ledger end to end and more");
        let [(run, at)] = &posting.shared(&words, 7)[..] else { panic!("one run") };
        assert_eq!((run.clone(), posting.place(*at)), (2..9, "acme/job.md:3".to_owned()));
        assert!(posting.shared(&words, 8).is_empty());
    }

    #[test]
    fn the_nearest_sentence_shares_most() {
        let posting = posting("# Engineer\n\nYou will own the ledger end to end. We pay on time.\n");
        let (_, nearest) = posting.nearest("own our ledger from end to end").unwrap();
        assert_eq!(nearest, "You will own the ledger end to end.");
        assert_eq!(posting.nearest("Zxqv"), None);
    }

    #[test]
    fn a_saved_page_that_nests_without_end_is_read() {
        for unit in ["<div>", "<li><dd>", "<ul><li>", "<table><tr><td>", "<b x><p>", "<blockquote>", "<font></div>"] {
            let posting = Reference::read_html("job.html", &format!("{}Go", unit.repeat(20_000)));
            assert!(posting.text().contains("Go"), "{unit}");
        }
    }

    #[test]
    fn words_that_stand_in_a_row_are_held() {
        let posting = posting("a a a a b c d a a");
        let holds = |text: &str| posting.holds(&Words::of(text).keys);
        for text in ["a", "d a", "a a a", "a a a a b", "b c d a a", "C d"] {
            assert!(holds(text), "{text}");
        }
        for text in ["", "e", "a c", "a a a a a b", "d a a a", "c d b"] {
            assert!(!holds(text), "{text}");
        }
    }

    #[test]
    fn a_saved_page_is_read_without_its_scripts() {
        let page = "<html><head><title>x</title><style>a{}</style></head><body><nav>Menu</nav>\
            <h1>Backend Engineer</h1><script>var a = 1;</script><ul><li>Go &amp; Rust</li></ul></body></html>";
        let posting = Reference::read_html("job.html", page);
        assert_eq!(posting.title(), "Backend Engineer");
        assert!(posting.text().contains("Go & Rust") && !posting.text().contains("var a"));
        assert_eq!(posting.place(3), "job.html");
    }
}

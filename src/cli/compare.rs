//! `letterlint compare LETTER OTHER`: what two letters share, side by side, and what each has of its own.

use super::args::{CompareArgs, DEFAULT_STDIN_NAME};
use super::files::Reading;
use super::letters::Job;
use super::opened::Opened;
use super::profiles::{Profiles, lookup};
use super::{Ended, Outcome, complain_of, terminal};
use letterlint::application::{Name, Shared, Words, key, shared_paragraphs};
use letterlint::collect::company;
use letterlint::letter::Letter;
use letterlint::report::{Address, FileError, Palette, counted, visible, wrap};
use letterlint::settings::Layer;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::Path;
use unicode_width::UnicodeWidthStr;

/// Percent of words that paragraphs share which are shown side by side.
const SHARED: usize = 40;

/// Columns of the narrowest terminal in which two texts stand side by side.
const NARROW: usize = 60;

/// Columns between them.
const BETWEEN: usize = 3;

pub(super) fn run(args: &CompareArgs, out: &mut dyn Write) -> Ended {
    let mut profiles = Profiles::with(lookup(None, false), Layer::default());
    let read = [&args.one, &args.other].map(|path| read(path, args, &mut profiles));
    read.iter().filter_map(|letter| letter.as_ref().err()).for_each(complain_of);
    let [Ok(one), Ok(other)] = &read else { return Ok(Outcome::Failed) };
    let page = Page { width: terminal::width().min(160), palette: terminal::palette(args.color) };
    let mut text = Vec::new();
    page.write(one, other, &mut text)?;
    terminal::print(&text, out)?;
    Ok(Outcome::Clean)
}

/// A letter that is compared.
struct Side {
    path: String,
    letter: Letter,
    company: Option<Name>,
}

fn read(path: &Path, args: &CompareArgs, profiles: &mut Profiles) -> Result<Side, FileError> {
    let job = Job::named(path, profiles).ok_or_else(|| {
        let first = profiles.take_errors().into_iter().next();
        first.unwrap_or_else(|| FileError {
            path: path.display().to_string(),
            message: "its settings are broken".to_owned(),
        })
    })?;
    let reading = Reading { stdin_name: DEFAULT_STDIN_NAME, max_mib: args.max_size };
    let opened = Opened::of(&job, reading)?.printable(&job, "compare")?;
    let company = company(opened.profile(&job), job.place().folder(), &opened.letter, None);
    Ok(Side { path: opened.path, letter: opened.letter, company })
}

impl Side {
    fn paragraph(&self, index: usize) -> &str {
        let range = self.letter.paragraphs()[index].text.clone();
        &self.letter.prose().text()[range]
    }

    fn line(&self, index: usize) -> usize {
        let range = self.letter.paragraphs()[index].text.clone();
        self.letter.source().position(self.letter.prose().span(range).start).line
    }

    /// `text` wrapped to `width` columns, its words that are not in `there` painted.
    fn columns(&self, index: usize, there: &BTreeSet<u64>, width: usize, palette: Palette) -> Vec<(String, usize)> {
        let text = visible(self.paragraph(index)).replace('\n', " ");
        let paint = |line: &str| {
            let words = Words::of(line);
            let mut painted = String::new();
            let mut at = 0;
            for (range, key) in words.ranges.iter().zip(&words.keys) {
                painted.push_str(&line[at..range.start]);
                let word = &line[range.clone()];
                painted.push_str(&if there.contains(key) { word.to_owned() } else { palette.help(word) });
                at = range.end;
            }
            painted + &line[at..]
        };
        let lines = wrap(&text, 0, 0, width, Address::Whole);
        lines.iter().map(|line| (paint(line), line.width())).collect()
    }

    fn words(&self, index: usize) -> BTreeSet<u64> {
        let text = self.paragraph(index);
        Words::of(text).ranges.iter().map(|range| key(&text[range.clone()])).collect()
    }
}

/// How the comparison is laid out.
struct Page {
    width: usize,
    palette: Palette,
}

impl Page {
    fn write(&self, one: &Side, other: &Side, out: &mut dyn Write) -> io::Result<()> {
        let mut shared =
            shared_paragraphs((&one.letter, one.company.as_ref()), (&other.letter, other.company.as_ref()), SHARED);
        shared.sort_by_key(|pair| pair.one);
        let (first, second) = (one.letter.paragraphs().len(), other.letter.paragraphs().len());
        let title = format!("{}  ·  {}", visible(&one.path), visible(&other.path));
        for line in wrap(&title, 0, 0, self.width, Address::Whole) {
            writeln!(out, "{}", self.palette.strong(&line))?;
        }
        let count = if shared.is_empty() {
            "no shared paragraphs".to_owned()
        } else {
            counted(shared.len(), "shared paragraph")
        };
        let told = format!("{count}; the letters have {first} and {second}");
        wrap(&told, 0, 0, self.width, Address::Whole).iter().try_for_each(|line| writeln!(out, "{line}"))?;
        for pair in &shared {
            self.pair(one, other, *pair, out)?;
        }
        let own = |count: usize, taken: &dyn Fn(&Shared) -> usize| -> Vec<usize> {
            (0..count).filter(|index| shared.iter().all(|pair| taken(pair) != *index)).collect()
        };
        for (side, left) in [(one, own(first, &|pair| pair.one)), (other, own(second, &|pair| pair.other))] {
            writeln!(out, "\n{}", self.palette.strong(&format!("only in {}", visible(&side.path))))?;
            if left.is_empty() {
                writeln!(out, "  nothing")?;
            }
            for index in left {
                let text = visible(side.paragraph(index)).replace('\n', " ");
                let mut number = side.line(index).to_string();
                for line in wrap(&text, 7, 7, self.width, Address::Whole) {
                    writeln!(out, "  {:>3}  {line}", std::mem::take(&mut number))?;
                }
            }
        }
        Ok(())
    }

    /// Two paragraphs side by side, one below the other where there is no room.
    fn pair(&self, one: &Side, other: &Side, pair: Shared, out: &mut dyn Write) -> io::Result<()> {
        let places =
            format!("line {} and line {}: {}% shared words", one.line(pair.one), other.line(pair.other), pair.percent);
        writeln!(out, "\n{}", self.palette.quiet(&places))?;
        let (ours, theirs) = (one.words(pair.one), other.words(pair.other));
        let half = self.width.saturating_sub(BETWEEN) / 2;
        // An address is not broken: one that is wider than a column takes the whole width.
        let is_wide = |text: &str| text.split_whitespace().any(|word| word.contains("://") && word.width() > half);
        let is_narrow = self.width < NARROW || is_wide(one.paragraph(pair.one)) || is_wide(other.paragraph(pair.other));
        let width = if is_narrow { self.width } else { half };
        let left = one.columns(pair.one, &theirs, width, self.palette);
        let right = other.columns(pair.other, &ours, width, self.palette);
        if is_narrow {
            left.iter().try_for_each(|(line, _)| writeln!(out, "{line}"))?;
            writeln!(out)?;
            return right.iter().try_for_each(|(line, _)| writeln!(out, "{line}"));
        }
        for row in 0..left.len().max(right.len()) {
            let (text, columns) = left.get(row).map_or(("", 0), |(text, columns)| (text.as_str(), *columns));
            let pad = " ".repeat(width.saturating_sub(columns));
            let there = right.get(row).map_or("", |(text, _)| text.as_str());
            writeln!(out, "{}", format!("{text}{pad} | {there}").trim_end())?;
        }
        Ok(())
    }
}

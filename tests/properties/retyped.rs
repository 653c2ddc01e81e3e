//! The same letter typed otherwise: wrapped, indented, with character references, with other line ends. It has the
//! same findings on the same words.

use letterlint::check::{Options, check};
use letterlint::letter::{Format, Letter, PartKind};
use letterlint::rule::RuleSet;
use letterlint::source::Source;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use textwrap::WordSplitter;

static RULES: LazyLock<RuleSet> = LazyLock::new(RuleSet::shipped);

/// A letter of a file, or one without its greeting or sign-off.
struct Typed {
    name: String,
    format: Format,
    text: String,
}

/// The letters at hand, whole, and without greeting and sign-off in turn.
fn letters() -> Vec<Typed> {
    let mut letters = Vec::new();
    for folder in ["tests/letters", "tests/letters/good", "tests/letters/bad", "../shared/letters"] {
        let Ok(entries) = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_owned();
            let is_letter = matches!(ending.as_str(), "md" | "txt") && !path.ends_with("README.md");
            let Some(text) = fs::read_to_string(&path).ok().filter(|_| is_letter) else { continue };
            let text = text.replace("\r\n", "\n").replace('\r', "\n");
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            for format in [Format::Markdown, Format::Plain] {
                // What is marked up reads otherwise as plain text.
                if format == Format::Plain && ending == "md" {
                    continue;
                }
                letters.push(Typed { name: name.clone(), format, text: text.clone() });
                for kind in [PartKind::Greeting, PartKind::Signoff] {
                    letters.extend(without(&text, format, kind).map(|text| Typed {
                        name: format!("{name} without its {}", kind.name()),
                        format,
                        text,
                    }));
                }
            }
        }
    }
    letters.sort_by(|one, other| one.name.cmp(&other.name));
    assert!(letters.len() > 40, "there are letters to try");
    letters
}

/// `text` without the line of a part; nothing where more than the part is on its line.
fn without(text: &str, format: Format, kind: PartKind) -> Option<String> {
    let letter = Letter::read(Source::new(text), format);
    let span = letter.parts().iter().find(|part| part.kind == kind)?.span;
    let line = letter.source().line(letter.source().position(span.start).line);
    (letter.source().slice(line).trim() == letter.source().slice(span))
        .then(|| format!("{}{}", &text[..line.start], &text[line.end..]))
}

/// Rule and words of each finding, sorted.
fn found(text: &str, format: Format) -> Vec<(String, String)> {
    let letter = Letter::read(Source::new(text), format);
    let prose = letter.prose();
    let words = |span: letterlint::span::Span| {
        let text = &prose.text()[prose.offset(span.start)..prose.offset(span.end)];
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut found: Vec<_> = check(&letter, &RULES, &Options::default())
        .diagnostics
        .into_iter()
        .map(|one| (one.rule, words(one.span)))
        .collect();
    found.sort();
    found
}

/// Checks that each letter has the same findings when it is typed as `typed` says.
#[track_caller]
fn changes_nothing(how: &str, typed: impl Fn(&Typed) -> Vec<String>) {
    for letter in letters() {
        let before = found(&letter.text, letter.format);
        for text in typed(&letter) {
            let after = found(&text, letter.format);
            assert_eq!(after, before, "{}, {how}:\n{text}", letter.name);
        }
    }
}

/// The blocks of `text` between blank lines; what is between two fences is one.
fn blocks(text: &str) -> Vec<Vec<&str>> {
    let mut blocks = vec![Vec::new()];
    let (mut fence, mut is_hidden) = ("", false);
    for line in text.lines() {
        let mark = ["---", "+++", "```"].into_iter().find(|mark| line.trim_end().starts_with(mark)).unwrap_or("");
        let opens = !mark.is_empty() && (mark == "```" || blocks.len() == 1 && blocks[0].is_empty());
        if fence.is_empty() && opens {
            fence = mark;
        } else if !fence.is_empty() && mark == fence {
            fence = "";
        }
        is_hidden = (is_hidden || line.contains("<!--")) && !line.contains("-->");
        if line.trim().is_empty() && fence.is_empty() && !is_hidden {
            blocks.push(Vec::new());
        } else {
            blocks.last_mut().unwrap().push(line);
        }
    }
    blocks
}

/// Whether the lines of a block are text that an editor may wrap, and no markup.
fn is_text(block: &[&str]) -> bool {
    let is_marked = |line: &&str| {
        let line = line.trim_start();
        line.starts_with(['#', '|', '>', '<', '`', '-', '+', '*', '=', '_', '•'])
            || line.starts_with(|first: char| first.is_ascii_digit())
            || line.contains("<!--")
            || line.contains("-->")
            || line.ends_with("  ")
            || line.ends_with('\\')
    };
    !block.iter().any(is_marked)
}

/// Changes the text blocks of a letter, line by line or as a whole.
fn with_text_blocks(text: &str, change: impl Fn(&[&str]) -> String) -> String {
    let changed = |block: &Vec<&str>| if is_text(block) { change(block) } else { block.join("\n") };
    blocks(text).iter().map(changed).collect::<Vec<_>>().join("\n\n") + "\n"
}

/// Whether paragraphs are lines without a blank one between them.
fn is_one_piece(text: &str) -> bool {
    let is_long = |line: &&str| line.chars().count() >= 120;
    text.lines().zip(text.lines().skip(1)).any(|(line, next)| is_long(&line) && is_long(&next))
}

/// Whether an editor leaves the lines of `block` as they are: code, tables, headings, quotations, comments, ended lines.
fn is_fixed(block: &[&str]) -> bool {
    let is_marked = |line: &&str| {
        let text = line.trim_start();
        text.starts_with(['#', '|', '>', '<', '`', '=', '_'])
            || text.starts_with("---")
            || text.starts_with("+++")
            || text.contains("<!--")
            || text.contains("-->")
            || line.ends_with("  ")
            || line.ends_with('\\')
    };
    block.iter().any(is_marked)
}

/// The mark of a list item and the blanks around it, as long as they are.
fn mark_len(line: &str) -> Option<usize> {
    let text = line.trim_start();
    let digits = text.len() - text.trim_start_matches(|first: char| first.is_ascii_digit()).len();
    let mark =
        if digits > 0 { text[digits..].strip_prefix(['.', ')']) } else { text.strip_prefix(['-', '+', '*', '•']) };
    let rest = mark.filter(|rest| rest.starts_with(' '))?.trim_start();
    (!rest.is_empty()).then(|| line.len() - rest.len())
}

/// What the writer typed as one line, each of them; where the letter was wrapped before, several lines are one.
fn own_lines(block: &[&str]) -> Vec<String> {
    let was_wrapped =
        block.len() > 1 && block[..block.len() - 1].iter().all(|line| (50..120).contains(&line.chars().count()));
    let mut lines: Vec<String> = Vec::new();
    let mut is_item = false;
    for line in block {
        let goes_on = mark_len(line).is_none() && (is_item && line.starts_with(' ') || was_wrapped && !is_item);
        is_item = mark_len(line).is_some() || is_item && goes_on;
        match lines.last_mut().filter(|_| goes_on) {
            Some(last) => {
                last.push(' ');
                last.push_str(line.trim_start());
            }
            None => lines.push((*line).to_owned()),
        }
    }
    lines
}

/// An address is broken nowhere: in two pieces it is another one.
fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains('@') || word.contains("](") || word.contains('.') && word.contains('/')
}

fn at_hyphens(word: &str) -> Vec<usize> {
    if is_address(word) { Vec::new() } else { WordSplitter::HyphenSplitter.split_points(word) }
}

/// `text` as an editor wraps it: each line of each block at `width`, items below their own words.
fn wrapped(text: &str, width: usize, splitter: &WordSplitter) -> String {
    let fill = |line: &String| {
        let mark = mark_len(line).unwrap_or(0);
        let blanks = " ".repeat(line[..mark].chars().count());
        let options = textwrap::Options::new(width).break_words(false).word_splitter(splitter.clone());
        let options = options.initial_indent(&line[..mark]).subsequent_indent(&blanks);
        textwrap::fill(line[mark..].trim(), options)
    };
    let wrapped = |block: &Vec<&str>| {
        if is_fixed(block) {
            block.join("\n")
        } else {
            own_lines(block).iter().map(fill).collect::<Vec<_>>().join("\n")
        }
    };
    blocks(text).iter().map(wrapped).collect::<Vec<_>>().join("\n\n") + "\n"
}

/// Whether a paragraph of a letter without blank lines ends in a line as full as one that an editor broke: nothing in
/// `wrapped` says then that the next line is another paragraph, to a program or to a person.
fn hides_an_end(text: &str, wrapped: &str) -> bool {
    if !is_one_piece(text) {
        return false;
    }
    let columns = |line: &str| line.chars().count();
    let widest = wrapped.lines().map(columns).max().unwrap_or(0);
    let is_end = |line: &str| text.lines().any(|own| own.trim().ends_with(line.trim()));
    wrapped.lines().zip(wrapped.lines().skip(1)).any(|(line, next)| {
        let has_room = columns(line) + 1 + columns(next.split(' ').next().unwrap_or("")) <= widest;
        is_end(line) && !has_room
    })
}

/// Not tried is what an editor leaves alone (code, tables, headings, quotations, comments, lines that the writer ended
/// with two blanks or a backslash), a break within an address, and the one text that has two readings: a letter without
/// blank lines in which a paragraph ends in a full line.
#[test]
fn a_letter_wrapped_at_any_width_has_the_same_findings() {
    changes_nothing("wrapped", |letter| {
        let widths = [30, 33, 40, 45, 47, 52, 56, 60, 64, 72, 80, 88, 100];
        let splitters = [WordSplitter::NoHyphenation, WordSplitter::Custom(at_hyphens)];
        let texts = widths.into_iter().flat_map(|width| {
            splitters.iter().map(move |splitter| wrapped(&letter.text, width, splitter)).collect::<Vec<_>>()
        });
        texts.filter(|text| !hides_an_end(&letter.text, text)).collect()
    });
}

#[test]
fn an_indented_letter_has_the_same_findings() {
    let indented = |text: &str, blanks: &str, is_first_only: bool| {
        let line = |(index, line): (usize, &&str)| {
            if index > 0 && is_first_only { (*line).to_owned() } else { format!("{blanks}{line}") }
        };
        let block = |block: &[&str]| block.iter().enumerate().map(line).collect::<Vec<_>>().join("\n");
        let is_code =
            |lines: &Vec<&str>| lines[0].trim_start().starts_with("```") || lines[0] == "---" || lines[0] == "+++";
        let changed =
            |lines: &Vec<&str>| if lines.is_empty() || is_code(lines) { lines.join("\n") } else { block(lines) };
        blocks(text).iter().map(changed).collect::<Vec<_>>().join("\n\n") + "\n"
    };
    changes_nothing("indented", |letter| {
        ["\t", "    "]
            .into_iter()
            .flat_map(|blanks| [false, true].map(|first_only| indented(&letter.text, blanks, first_only)))
            .collect()
    });
}

#[test]
fn character_references_for_blanks_and_quotes_change_no_finding() {
    let named =
        [("’", "&rsquo;"), ("‘", "&lsquo;"), ("“", "&ldquo;"), ("”", "&rdquo;"), ("'", "&apos;"), ("\"", "&quot;")];
    let numbered =
        [("’", "&#8217;"), ("‘", "&#x2018;"), ("“", "&#8220;"), ("”", "&#x201D;"), ("'", "&#39;"), ("\"", "&#34;")];
    let referred = |text: &str, blank: &str, quotes: &[(&str, &str)]| {
        with_text_blocks(text, |block| {
            let line = |line: &&str| {
                if line.contains(['`', '@']) || line.contains("](") || line.contains("://") {
                    return (*line).to_owned();
                }
                let words: Vec<&str> = line.split(' ').collect();
                let line = words.chunks(3).map(|words| words.join(blank)).collect::<Vec<_>>().join(" ");
                quotes.iter().fold(line, |line, (quote, reference)| line.replace(quote, reference))
            };
            block.iter().map(line).collect::<Vec<_>>().join("\n")
        })
    };
    changes_nothing("with character references", |letter| {
        vec![referred(&letter.text, "&nbsp;", &named), referred(&letter.text, "&#160;", &numbered)]
    });
}

#[test]
fn the_ends_of_lines_change_no_finding_and_no_line_number() {
    let places = |text: &str, format: Format| {
        let letter = Letter::read(Source::new(text), format);
        let place = |one: letterlint::diagnostic::Diagnostic| {
            let start = letter.source().position(one.span.start);
            (one.rule, one.message, start.line, start.column)
        };
        check(&letter, &RULES, &Options::default()).diagnostics.into_iter().map(place).collect::<Vec<_>>()
    };
    for letter in letters() {
        let before = places(&letter.text, letter.format);
        for end in ["\r\n", "\r"] {
            let after = places(&letter.text.replace('\n', end), letter.format);
            assert_eq!(after, before, "{}, with {end:?}", letter.name);
        }
    }
}

//! Any bytes are text or no text, and any text is a letter whose pieces lie where they say.

use super::reading::lies_in;
use letterlint::letter::{Format, Letter, PartKind};
use letterlint::source::Source;
use std::ops::Range;

/// Bytes are read as a letter in both formats, or refused with the place of the first that is no text.
pub fn holds(bytes: &[u8]) {
    let source = match Source::decode(bytes.to_vec()) {
        Ok(source) => source,
        Err(error) => return assert!(error.offset <= bytes.len(), "{error:?}"),
    };
    lines_lie_in_the_text(&source);
    for format in [Format::Markdown, Format::Plain] {
        let letter = Letter::read(source.clone(), format);
        parts_lie_in_the_text(&letter);
        ranges_lie_in_the_folded_text(&letter);
        folded_text_leads_back(&letter);
    }
}

fn lines_lie_in_the_text(source: &Source) {
    let text = source.text();
    let mut end = 0;
    for line in 1..=source.line_count() {
        let span = source.line(line);
        lies_in(span, text);
        assert!(span.start >= end || line == 1, "line {line} starts before the one above ends");
        assert!(!source.slice(span).contains(['\n', '\r']), "line {line} holds a line break");
        end = span.end;
        let start = source.position(span.start);
        assert_eq!((start.line, start.column, start.byte_column), (line, 1, 1), "{text:?}");
    }
}

fn parts_lie_in_the_text(letter: &Letter) {
    let text = letter.source().text();
    let spans = letter.parts().iter().map(|part| part.span).chain(letter.front_matter());
    let links = letter.links().iter().map(|link| link.span);
    spans.chain(links).for_each(|span| lies_in(span, text));
    for &comment in letter.comments() {
        lies_in(comment, text);
        assert!(letter.source().slice(comment).starts_with("<!--"), "{comment:?} is no comment");
    }
    assert!(letter.parts().is_sorted_by_key(|part| part.text.start), "{:?}", letter.parts());
    let greetings = letter.parts().iter().filter(|part| part.kind == PartKind::Greeting).count();
    assert!(greetings <= 1, "{greetings} greetings");
}

fn ranges_lie_in_the_folded_text(letter: &Letter) {
    let text = letter.prose().text();
    let lies_in = |range: &Range<usize>| assert!(text.get(range.clone()).is_some(), "{range:?}");
    let apart = |ranges: &[Range<usize>], what: &str| {
        ranges.iter().for_each(lies_in);
        assert!(ranges.windows(2).all(|pair| pair[0].end <= pair[1].start), "{what} overlap: {ranges:?}");
    };
    apart(letter.words(), "words");
    apart(letter.sentences(), "sentences");
    apart(&letter.figures().iter().map(|one| one.range.clone()).collect::<Vec<_>>(), "figures");
    apart(&letter.placeholders().iter().map(|one| one.range.clone()).collect::<Vec<_>>(), "placeholders");
    letter.quotations().iter().for_each(lies_in);
    letter.parts().iter().for_each(|part| lies_in(&part.text));
    lies_in(&letter.body());
    for paragraph in letter.paragraphs() {
        lies_in(&paragraph.text);
        assert!(letter.sentences().get(paragraph.sentences.clone()).is_some(), "{paragraph:?}");
    }
}

fn folded_text_leads_back(letter: &Letter) {
    let (prose, text) = (letter.prose(), letter.source().text());
    assert_eq!(prose.text().len(), prose.lower().len());
    for (at, character) in prose.text().char_indices() {
        let span = prose.span(at..at + character.len_utf8());
        lies_in(span, text);
        assert!(prose.lower().is_char_boundary(at), "{at}");
        if character.is_ascii_alphanumeric() {
            let bytes = letter.source().slice(span);
            assert_eq!(bytes, character.encode_utf8(&mut [0; 4]), "{span:?}");
        }
    }
}

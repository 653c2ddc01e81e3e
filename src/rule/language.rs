//! The phrase language: what a phrase may say, taken apart.
//!
//! | write | means |
//! |---|---|
//! | `(happy\|glad) to share` | one of these; may nest |
//! | `(very)? keen` | may be missing |
//! | `solution*` | any ending of that word |
//! | `strong ..2 background` | up to two words between; `..` any number |
//! | `{artefact}` | any entry of a words file |
//! | `{number}` `{name}` `{company}` `{position}` `{recipient}` | what they say |
//! | `=ACME GmbH` | exactly this case |
//! | `^ever since` | at the start of a sentence |
//! | `{(}` | that sign |

/// Most spellings of a piece between two gaps.
const MOST_SPELLINGS: usize = 500;

/// Deepest nesting of groups.
const DEEPEST: usize = 8;

/// Most words that a gap with a number may hold.
const WIDEST_GAP: usize = 9;

/// What is wrong with a phrase, and at which character of it, counted from 1.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) column: usize,
    pub(super) text: String,
}

/// A phrase taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    /// Whether it counts only where a sentence starts.
    pub(super) opens_sentence: bool,
    /// What is between gaps, in order: each in all its spellings.
    pub(super) segments: Vec<Vec<Spelling>>,
    /// Between two segments, the most words of the gap; `None` for any number.
    pub(super) gaps: Vec<Option<usize>>,
}

/// One way to write a segment: pieces that follow each other.
pub(super) type Spelling = Vec<Piece>;

/// A piece of a spelling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words; case and the kind of quotes and blanks make no difference.
    Text(String),
    /// Words of which the last may have any ending.
    Stem(String),
    /// Words in exactly this case.
    Exact(String),
    /// What the name in braces stands for.
    Named(String),
}

/// Takes `text` apart.
///
/// # Errors
/// The first character that cannot be, and what to write instead.
pub(super) fn parse(text: &str) -> Result<Written, Fault> {
    let mut parser = Parser { text, at: 0 };
    let mut written = Written { opens_sentence: parser.eat('^'), ..Written::default() };
    if parser.rest().trim().is_empty() {
        return Err(parser.fault(0, "the phrase is empty; remove it"));
    }
    loop {
        let start = parser.at;
        if parser.rest().trim_start().starts_with("..") && parser.is_gap_ahead() {
            return Err(parser.fault(start, GAP_ALONE));
        }
        let items = parser.items(0)?;
        let spellings = parser.spellings(&items, start)?;
        if spellings.iter().any(is_blank) {
            return Err(parser.fault(start, "all words here may be missing; one must be there"));
        }
        written.segments.push(spellings);
        let Some(gap) = parser.gap()? else { return Ok(written) };
        written.gaps.push(gap);
    }
}

const GAP_ALONE: &str = "a gap belongs between words; write words before and after it";

/// What a sequence is made of before its alternatives are spelled out.
#[derive(Debug)]
enum Item {
    Piece(Piece),
    /// Alternatives; an empty one where the group may be missing.
    Group(Vec<Vec<Item>>),
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
}

impl Parser<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn eat(&mut self, wanted: char) -> bool {
        let is_next = self.rest().starts_with(wanted);
        self.at += if is_next { wanted.len_utf8() } else { 0 };
        is_next
    }

    fn fault(&self, at: usize, text: &str) -> Fault {
        let skipped = self.text[at..].chars().take_while(|character| *character == ' ').count();
        Fault { column: self.text[..at].chars().count() + skipped + 1, text: text.to_owned() }
    }

    /// Reads up to a gap, the end of an alternative or the end of the phrase.
    fn items(&mut self, depth: usize) -> Result<Vec<Item>, Fault> {
        let mut items = Vec::new();
        if self.rest().trim_start_matches(' ').starts_with('=') {
            self.at = self.text.len() - self.rest().trim_start_matches(' ').len() + 1;
            let exact = self.exact();
            items.push(Item::Piece(Piece::Exact(exact)));
        }
        let mut text = String::new();
        while let Some(next) = self.rest().chars().next() {
            let at = self.at;
            match next {
                ')' | '|' if depth > 0 => break,
                ')' => return Err(self.fault(at, "`)` closes nothing; write {)} for the sign")),
                '|' => return Err(self.fault(at, "`|` parts alternatives inside ( ); write {|} for the sign")),
                '\\' => {
                    return Err(self.fault(at, "a backslash has no meaning in a phrase; write {(} for the sign `(`"));
                }
                _ if next.is_control() && !next.is_whitespace() => {
                    return Err(self.fault(at, "this character cannot be seen; in TOML, \"\\b\" is a backspace"));
                }
                '.' if self.is_gap() && depth > 0 => {
                    return Err(self.fault(at, "a gap cannot be inside ( ); write it between groups"));
                }
                '.' if self.is_gap() => break,
                '(' => {
                    flush(&mut text, &mut items);
                    items.push(self.group(depth + 1)?);
                }
                '{' => match self.braces()? {
                    Braces::Sign(sign) => text.push(sign),
                    Braces::Name(name) => {
                        flush(&mut text, &mut items);
                        items.push(Item::Piece(Piece::Named(name)));
                    }
                },
                '*' => {
                    self.at += 1;
                    let ends_word =
                        self.rest().chars().next().is_none_or(|next| next == ' ' || matches!(next, ')' | '|'));
                    if !text.ends_with(char::is_alphanumeric) || !ends_word {
                        let help = "`*` stands for any ending and belongs at the end of a word; write `..` for words, {*} for the sign";
                        return Err(self.fault(at, help));
                    }
                    items.push(Item::Piece(Piece::Stem(std::mem::take(&mut text))));
                }
                _ => {
                    text.push(next);
                    self.at += next.len_utf8();
                }
            }
        }
        flush(&mut text, &mut items);
        Ok(items)
    }

    /// Reads what counts in exactly its case: up to a group, a name, a gap or the end.
    fn exact(&mut self) -> String {
        let start = self.at;
        while let Some(next) = self.rest().chars().next().filter(|next| !matches!(next, '(' | ')' | '|' | '{')) {
            if next == '.' && self.is_gap() {
                break;
            }
            self.at += next.len_utf8();
        }
        self.text[start..self.at].to_owned()
    }

    /// Reads a group, at its `(`.
    fn group(&mut self, depth: usize) -> Result<Item, Fault> {
        let start = self.at;
        if depth > DEEPEST {
            return Err(self.fault(start, "groups are nested too deep; write two phrases"));
        }
        let mut ways = Vec::new();
        loop {
            self.at += 1;
            let way_start = self.at;
            let way = self.items(depth)?;
            let is_empty = way.iter().all(|item| matches!(item, Item::Piece(piece) if is_blank_piece(piece)));
            if is_empty {
                return Err(self.fault(way_start, "an alternative is empty; write ( )? around what may be missing"));
            }
            ways.push(way);
            if !self.rest().starts_with('|') {
                break;
            }
        }
        if !self.eat(')') {
            return Err(self.fault(start, "`(` is never closed; write {(} for the sign"));
        }
        if self.eat('?') {
            ways.push(Vec::new());
        }
        Ok(Item::Group(ways))
    }

    /// Reads a name or a sign in braces.
    fn braces(&mut self) -> Result<Braces, Fault> {
        let start = self.at;
        let inner = &self.rest()[1..];
        let mut characters = inner.chars();
        if let (Some(sign), Some('}')) = (characters.next(), characters.next())
            && !sign.is_alphanumeric()
        {
            self.at += sign.len_utf8() + 2;
            return Ok(Braces::Sign(sign));
        }
        let Some((name, _)) = inner.split_once('}') else {
            return Err(self.fault(start, "`{` is never closed; write {{} for the sign"));
        };
        let is_name = |name: &str| {
            !name.is_empty()
                && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        };
        if !is_name(name) {
            return Err(self.fault(start, "braces hold the name of a words file, such as {artefact}, or one sign"));
        }
        let name = name.to_owned();
        self.at += name.len() + 2;
        Ok(Braces::Name(name))
    }

    /// Whether a gap starts here: two full stops and digits, between blanks.
    fn is_gap(&self) -> bool {
        let Some(rest) = self.rest().strip_prefix("..") else { return false };
        let after = rest.trim_start_matches(|next: char| next.is_ascii_digit());
        let is_apart = self.at == 0 || self.text[..self.at].ends_with([' ', '(', '|', '^']);
        is_apart && (after.is_empty() || after.starts_with([' ', ')', '|']))
    }

    fn is_gap_ahead(&self) -> bool {
        let blanks = self.rest().len() - self.rest().trim_start().len();
        Parser { text: self.text, at: self.at + blanks }.is_gap()
    }

    /// Reads a gap, where there is one.
    #[allow(clippy::option_option, reason = "no gap, and a gap without a number, are two things")]
    fn gap(&mut self) -> Result<Option<Option<usize>>, Fault> {
        if !self.is_gap() {
            return Ok(None);
        }
        let start = self.at;
        let digits: String = self.rest()[2..].chars().take_while(char::is_ascii_digit).collect();
        self.at += 2 + digits.len();
        if self.rest().trim_start_matches(' ').starts_with("..") || self.rest().trim().is_empty() {
            return Err(self.fault(start, GAP_ALONE));
        }
        match digits.parse() {
            _ if digits.is_empty() => Ok(Some(None)),
            Ok(words @ 1..=WIDEST_GAP) => Ok(Some(Some(words))),
            _ => Err(self.fault(start, "a gap holds 1 to 9 words; write `..` for any number of them")),
        }
    }

    /// Spells out all alternatives of `items`.
    fn spellings(&self, items: &[Item], start: usize) -> Result<Vec<Spelling>, Fault> {
        let mut all: Vec<Spelling> = vec![Vec::new()];
        for item in items {
            let ways = match item {
                Item::Piece(piece) => vec![vec![piece.clone()]],
                Item::Group(ways) => {
                    let mut spelled = Vec::new();
                    for way in ways {
                        spelled.extend(self.spellings(way, start)?);
                    }
                    spelled
                }
            };
            if all.len() * ways.len() > MOST_SPELLINGS {
                let help = "the alternatives make more than 500 spellings; write two phrases, or a words file";
                return Err(self.fault(start, help));
            }
            let joined = all.iter().flat_map(|before| ways.iter().map(move |way| joined(before, way)));
            all = joined.collect();
        }
        Ok(all)
    }
}

enum Braces {
    Sign(char),
    Name(String),
}

fn flush(text: &mut String, items: &mut Vec<Item>) {
    if !text.is_empty() {
        items.push(Item::Piece(Piece::Text(std::mem::take(text))));
    }
}

/// `before` with `after`, texts that meet made one.
fn joined(before: &Spelling, after: &Spelling) -> Spelling {
    let mut all = before.clone();
    for piece in after {
        match (all.last_mut(), piece) {
            (Some(Piece::Text(text)), Piece::Text(more)) => text.push_str(more),
            (Some(Piece::Text(text)), Piece::Stem(more)) => {
                let stem = Piece::Stem(std::mem::take(text) + more);
                all.pop();
                all.push(stem);
            }
            _ => all.push(piece.clone()),
        }
    }
    all
}

fn is_blank(spelling: &Spelling) -> bool {
    spelling.iter().all(is_blank_piece)
}

fn is_blank_piece(piece: &Piece) -> bool {
    match piece {
        Piece::Text(text) | Piece::Exact(text) => text.trim().is_empty(),
        Piece::Stem(_) | Piece::Named(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each segment with its spellings: pieces by `+`, names in braces, stems with a star, exact ones with `=`.
    fn shown(text: &str) -> Vec<Vec<String>> {
        let show = |piece: &Piece| match piece {
            Piece::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Piece::Stem(text) => format!("{}*", text.trim_start()),
            Piece::Exact(text) => format!("={}", text.trim()),
            Piece::Named(name) => format!("{{{name}}}"),
        };
        let spelled = |spelling: &Spelling| {
            let pieces = spelling.iter().filter(|piece| !is_blank_piece(piece)).map(show);
            pieces.collect::<Vec<_>>().join("+")
        };
        parse(text).unwrap().segments.iter().map(|segment| segment.iter().map(spelled).collect()).collect()
    }

    fn fault(text: &str) -> (usize, String) {
        let fault = parse(text).expect_err(text);
        (fault.column, fault.text)
    }

    #[test]
    fn alternatives_and_words_that_may_be_missing_are_spelled_out() {
        assert_eq!(shown("(happy|glad) to share"), [["happy to share", "glad to share"]]);
        assert_eq!(shown("(very)? keen"), [["very keen", "keen"]]);
        assert_eq!(shown("( a | b (c|d) ) x"), [["a x", "b c x", "b d x"]]);
        assert_eq!(shown("walk(-)?through"), [["walk-through", "walkthrough"]]);
    }

    #[test]
    fn a_question_mark_is_itself_but_right_after_a_group() {
        assert_eq!(shown("the secret?"), [["the secret?"]]);
        assert_eq!(shown("(why) ?"), [["why ?"]]);
    }

    #[test]
    fn gaps_part_a_phrase() {
        assert_eq!(shown("strong ..2 (background|match)"), [vec!["strong"], vec!["background", "match"]]);
        assert_eq!(parse("a ..2 b .. c").unwrap().gaps, [Some(2), None]);
        assert_eq!(shown("wait ... what"), [["wait ... what"]]);
    }

    #[test]
    fn stems_names_and_exact_words_are_pieces_of_their_own() {
        assert_eq!(shown("solution* for {company}"), [["solution*+for+{company}"]]);
        assert_eq!(shown("=ACME GmbH"), [["=ACME GmbH"]]);
        assert_eq!(shown("at (=Go|rust) speed"), [["at+=Go+speed", "at rust speed"]]);
        assert!(parse("^ever since").unwrap().opens_sentence);
        assert_eq!(shown("2{^}3 a=b"), [["2^3 a=b"]]);
    }

    #[test]
    fn signs_are_written_in_braces() {
        assert_eq!(shown("{(}s{)} {|} {*} {=} {{}"), [["(s) | * = {"]]);
    }

    #[test]
    fn what_cannot_be_is_refused_at_its_character_with_the_cure() {
        let cases = [
            ("a (b", 3, "`(` is never closed"),
            ("a b)", 4, "`)` closes nothing"),
            ("a | b", 3, "inside ( )"),
            ("(a||b)", 4, "an alternative is empty"),
            ("()", 2, "an alternative is empty"),
            (r"\bword", 1, "a backslash"),
            ("\u{8}word", 1, "cannot be seen"),
            ("a * of", 3, "any ending"),
            ("sol*ve", 4, "any ending"),
            ("..2 a", 1, "between words"),
            ("a ..2", 3, "between words"),
            ("a ..2 ..3 b", 3, "between words"),
            ("a ..10 b", 3, "1 to 9"),
            ("a ..0 b", 3, "1 to 9"),
            ("a (b ..2 c)", 6, "inside ( )"),
            ("a {b", 3, "never closed"),
            ("a {B c}", 3, "words file"),
            ("(very)?", 1, "all words here may be missing"),
            ("(a)? ..2 b", 1, "all words here may be missing"),
            ("", 1, "the phrase is empty"),
            ("((((((((((a))))))))))", 9, "nested too deep"),
        ];
        for (text, column, with) in cases {
            let (at, said) = fault(text);
            assert!(at == column && said.contains(with), "{text}: {at}: {said}");
        }
    }

    #[test]
    fn alternatives_are_bounded() {
        let many = "(a|b|c|d|e) ".repeat(5);
        assert!(fault(&many).1.contains("500 spellings"));
        assert!(fault(&"(a|b)".repeat(10_000)).1.contains("500 spellings"));
    }
}

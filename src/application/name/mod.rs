//! Names of companies: how they are told in a text, whatever their legal form, case or possessive.

mod misspelt;
mod spelling;

pub use spelling::Spelling;

use super::words::{Words, folded, key, possessed};
use crate::words::List;
use std::collections::HashMap;
use std::ops::Range;

/// Words that are looked over in a name.
const AND: [&str; 2] = ["and", "und"];

/// Words of the longest name.
const MOST_WORDS: usize = 24;

/// Names of the same words that are told from each other by their case.
const MOST_ALIKE: usize = 8;

/// A name of a company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// As it is given, without its legal form.
    text: String,
    /// Its words, as they are given and as they are compared, the longest way to say it first.
    variants: Vec<Variant>,
    /// Whether it is known how it is spelt; of a folder's name it is not.
    is_spelt: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Variant {
    words: Vec<String>,
    keys: Vec<u64>,
}

impl Variant {
    fn of(words: &[&str]) -> Self {
        let keys = words.iter().map(|word| key(word)).collect();
        Variant { words: words.iter().map(|word| (*word).to_owned()).collect(), keys }
    }
}

/// Where a name stands, and how it is written there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Bytes of the text, without the `'s` of a possessive.
    pub range: Range<usize>,
    /// Index of the name.
    pub name: usize,
    /// Whether it is written as it is given.
    pub is_right: bool,
}

impl Name {
    /// Reads a name as its bearer writes it; `None` where it holds no word, or too many.
    pub fn new(given: &str) -> Option<Self> {
        Name::read(given, true)
    }

    /// Reads a name from that of a folder, whose case says nothing: `hale-and-quill`.
    pub fn of_folder(folder: &str) -> Option<Self> {
        // "2026-11-acme" and "01-acme" are sorted by day or number.
        let words = folder.split(['-', '_', '.', ' ']).filter(|word| !word.is_empty());
        let words = words.skip_while(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
        // A folder's case says nothing; a company is shown with capitals.
        Name::read(&words.map(capitalised).collect::<Vec<_>>().join(" "), false)
    }

    /// Reads a name from that of a folder, spelt as a text spells it.
    pub fn of_folder_as(folder: &str, spelling: Option<&Spelling>) -> Option<Self> {
        let Some(spelling) = spelling else { return Name::of_folder(folder) };
        Name::read(&spelling.text, spelling.is_only)
    }

    fn read(given: &str, is_spelt: bool) -> Option<Self> {
        let ranges = Words::of(given).ranges;
        let mut words: Vec<&str> = ranges.iter().map(|range| &given[range.clone()]).collect();
        let is_legal = |word: &&str| List::LegalForm.holds(&folded(word).replace('.', ""));
        let mut end = ranges.last()?.end;
        while words.len() > 1 && words.last().is_some_and(is_legal) {
            words.pop();
            end = ranges[words.len() - 1].end;
        }
        if words.len() > 1 && words[0].eq_ignore_ascii_case("the") {
            words.remove(0);
        }
        words.retain(|word| !AND.contains(&&*folded(word)));
        let mut variants = vec![Variant::of(&words)];
        if let [only] = *words
            && let Some((short, domain)) = only.rsplit_once('.')
            && List::CompanyDomain.holds(domain)
        {
            variants.push(Variant::of(&[short]));
        }
        let text = given[..end].trim_matches(|end: char| end.is_whitespace() || end == ',').to_owned();
        (1..=MOST_WORDS).contains(&words.len()).then_some(Name { text, variants, is_spelt })
    }

    /// Returns the name as it is given, without its legal form.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether both say the same company.
    pub fn is_same(&self, other: &Name) -> bool {
        self.joined() == other.joined()
    }

    /// Returns where words of the name, or its initials, stand in `text` by themselves, as people call companies for
    /// short: "Harlow Vale" and "HVA" for Harlow Vale Academy.
    pub fn short_forms(&self, text: &str, words: &Words) -> Vec<Range<usize>> {
        let own = &self.variants[0];
        let initials: String =
            own.words.iter().filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect();
        let is_telling = |word: &String| word.chars().count() > 2 && !List::CommonInCompany.holds(&folded(word));
        let telling: Vec<u64> =
            own.words.iter().zip(&own.keys).filter(|(word, _)| is_telling(word)).map(|(_, key)| *key).collect();
        let is_short = |(range, key): &(&Range<usize>, &u64)| {
            let written = possessed(&text[(*range).clone()]);
            (written.starts_with(char::is_uppercase) && telling.contains(key))
                || (initials.len() > 1 && written == initials)
        };
        words.ranges.iter().zip(&words.keys).filter(is_short).map(|(range, _)| range.clone()).collect()
    }

    /// Whether one of them is how the other is called for short: `Acme` for `Acme Robotics`.
    pub fn is_short_for(&self, longer: &Name) -> bool {
        longer.variants[0].keys.starts_with(&self.variants[0].keys)
    }

    /// Whether it is a word like others too: "Target", "Block".
    pub fn is_ordinary(&self) -> bool {
        List::OrdinaryCompany.holds(&self.joined())
    }

    /// What it is called by: all its words, folded, in one.
    pub fn joined(&self) -> String {
        self.variants[0].words.iter().map(|word| folded(word)).collect()
    }
}

/// Names that a text is searched for at once.
#[derive(Clone, Debug, Default)]
pub struct Names {
    all: Vec<Name>,
    /// Which row of words comes of a row, the empty one being the first, and a word.
    rows: HashMap<(usize, u64), usize>,
    /// Names that a row is, each with its variant.
    named: Vec<Vec<(usize, usize)>>,
}

impl Names {
    /// Makes `names` ready to be searched for.
    pub fn of(names: impl IntoIterator<Item = Name>) -> Self {
        let mut found = Names { named: vec![Vec::new()], ..Names::default() };
        for name in names {
            for (variant, Variant { keys, .. }) in name.variants.iter().enumerate() {
                let row = keys.iter().fold(0, |row, key| {
                    let next = *found.rows.entry((row, *key)).or_insert(found.named.len());
                    found.named.resize_with(found.named.len().max(next + 1), Vec::new);
                    next
                });
                if found.named[row].len() < MOST_ALIKE {
                    found.named[row].push((found.all.len(), variant));
                }
            }
            found.all.push(name);
        }
        found
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Returns the name with this index.
    pub fn get(&self, index: usize) -> &Name {
        &self.all[index]
    }

    /// Returns where names stand in `text`, whose words are `words`, in order; of those at one place the longest.
    pub fn find(&self, text: &str, words: &Words) -> Vec<Mention> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let longest = self.longest(text, words, at);
            let Some((end, name, is_right)) = longest else {
                at += 1;
                continue;
            };
            let range = words.range(&(at..end));
            let shown = possessed(&text[range.clone()]).len();
            found.push(Mention { range: range.start..range.start + shown, name, is_right });
            at = end;
        }
        found
    }

    /// The longest name at word `at`: the word behind it, its index, and whether it is written as it is given.
    fn longest(&self, text: &str, words: &Words, at: usize) -> Option<(usize, usize, bool)> {
        let (mut row, mut end) = (0, at);
        let mut longest = None;
        while let Some(key) = words.keys.get(end) {
            let is_and = || AND.contains(&&text[words.ranges[end].clone()]);
            row = match self.rows.get(&(row, *key)) {
                Some(next) => *next,
                // One "and" may stand between words of a name.
                None if end > at && is_and() => {
                    end += 1;
                    let Some(next) = words.keys.get(end).and_then(|key| self.rows.get(&(row, *key))) else { break };
                    *next
                }
                None => break,
            };
            end += 1;
            if text[words.range(&(at..end))].contains('\n') {
                break;
            }
            // Of names that are alike the first that was given.
            let is_right = |&(name, variant): &(usize, usize)| {
                let is_right = self.all[name].mention(variant, text, words, at..end)?;
                Some((end, name, is_right))
            };
            longest = self.named[row].iter().find_map(is_right).or(longest);
        }
        longest
    }
}

impl Name {
    /// Whether `variant`, which stands at `range`, is written as it is given; `None` where the word means another thing.
    fn mention(&self, variant: usize, text: &str, words: &Words, range: Range<usize>) -> Option<bool> {
        let wanted = &self.variants[variant].words;
        let place = words.range(&range);
        let written: Vec<&str> = words.ranges[range]
            .iter()
            .map(|word| possessed(&text[word.clone()]))
            .filter(|word| !AND.contains(word) || wanted.iter().any(|own| own == word))
            .collect();
        let starts = |with: fn(char) -> bool, word: Option<&str>| word.is_some_and(|word| word.starts_with(with));
        let first = written.first().copied();
        if !self.is_spelt {
            // "target" is a word, "Target" a company.
            let has_capital = written.iter().any(|word| word.chars().any(|c| c.is_uppercase() || c.is_ascii_digit()));
            return (has_capital || starts(|c| !c.is_alphabetic(), first)).then_some(true);
        }
        let given = wanted.first().map(String::as_str);
        if starts(char::is_lowercase, given) && (variant > 0 || wanted[0].chars().all(char::is_alphabetic)) {
            // Who writes himself small cannot be told from the word otherwise.
            let opens =
                |word: &str| word.chars().next().is_some_and(char::is_uppercase) && word.to_lowercase() == wanted[0];
            let is_capital = !self.is_ordinary() && first.is_some_and(opens) && written[1..] == wanted[1..];
            return (written == *wanted || is_capital).then_some(true);
        }
        if self.is_ordinary() && starts(char::is_lowercase, first) {
            return None;
        }
        Some(written == *wanted || is_shouted(text, &place))
    }
}

/// Whether a folder of this name says nothing of a company: "drafts", "v2", "2026".
pub(super) fn is_generic_folder(folder: &str) -> bool {
    let words: Vec<String> = Words::of(&folder.replace(['-', '_', '.'], " "))
        .ranges
        .iter()
        .map(|range| folded(&folder[range.clone()]).into_owned())
        .collect();
    let is_generic = |word: &String| {
        let is_counted = word.strip_prefix('v').unwrap_or(word).bytes().all(|byte| byte.is_ascii_digit());
        is_counted || List::GenericFolder.holds(word)
    };
    words.iter().all(is_generic)
}

/// Whether a word of a greeting names a part of a company, or people in it.
pub(super) fn is_department(word: &str) -> bool {
    List::DepartmentWord.holds(&folded(word))
}

/// `word` with a capital, but for the small words within names.
fn capitalised(word: &str) -> String {
    let mut rest = word.chars();
    match rest.next() {
        Some(first) if !List::SmallInName.holds(word) => first.to_uppercase().chain(rest).collect(),
        _ => word.to_owned(),
    }
}

/// Whether the line around `place` is all in capitals, as headings are.
fn is_shouted(text: &str, place: &Range<usize>) -> bool {
    let start = text[..place.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[place.end..].find('\n').map_or(text.len(), |at| place.end + at);
    !text[start..end].chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mentions(name: &Name, text: &str) -> Vec<(String, bool)> {
        let found = Names::of([name.clone()]).find(text, &Words::of(text));
        found.into_iter().map(|one| (text[one.range].to_owned(), one.is_right)).collect()
    }

    fn given(name: &str, text: &str) -> Vec<(String, bool)> {
        mentions(&Name::new(name).unwrap(), text)
    }

    fn right(text: &str) -> Vec<(String, bool)> {
        vec![(text.to_owned(), true)]
    }

    fn wrong(text: &str) -> Vec<(String, bool)> {
        vec![(text.to_owned(), false)]
    }

    #[test]
    fn a_legal_form_may_stand_or_not() {
        assert_eq!(given("Nordlys AS", "I know Nordlys well"), right("Nordlys"));
        assert_eq!(given("Nordlys", "I know Nordlys AS well"), right("Nordlys"));
        assert_eq!(given("Brightwell Logistics Ltd.", "Brightwell Logistics' depots"), right("Brightwell Logistics"));
    }

    #[test]
    fn possessives_ampersands_and_marks_are_looked_over() {
        assert_eq!(given("Acme", "Acme's tools"), right("Acme"));
        assert_eq!(given("Hale & Quill", "at Hale and Quill, too"), right("Hale and Quill"));
        assert_eq!(given("Ørsund Energi", "with Orsund Energi"), wrong("Orsund Energi"));
    }

    #[test]
    fn a_word_of_the_name_or_its_initials_is_short_for_it() {
        let short = |name: &str, text: &str| Name::new(name).unwrap().short_forms(text, &Words::of(text)).len();
        assert_eq!(short("Harlow Vale Academy", "why Harlow, and HVA"), 2);
        assert_eq!(short("University of Leeds", "at Leeds University"), 1);
        assert_eq!(short("Lloyds Bank", "a bank by the river Bank"), 0);
    }

    #[test]
    fn folders_may_be_sorted_by_day() {
        assert_eq!(Name::of_folder("2026-11-acme").unwrap().joined(), "acme");
        assert_eq!(Name::of_folder("2026"), None);
    }

    #[test]
    fn another_case_is_another_spelling() {
        assert_eq!(given("GitHub", "I use Github daily"), wrong("Github"));
        assert_eq!(given("GitHub", "DEAR GITHUB TEAM"), right("GITHUB"));
        assert_eq!(given("Meta", "I like META a lot"), wrong("META"));
    }

    #[test]
    fn a_folders_name_is_a_company_only_with_a_capital() {
        let target = Name::of_folder("target").unwrap();
        assert_eq!(mentions(&target, "our target is Target"), right("Target"));
        assert_eq!(mentions(&Name::of_folder("acme-robotics").unwrap(), "Acme Robotics"), right("Acme Robotics"));
    }

    #[test]
    fn a_thousand_names_that_start_alike_are_told_apart() {
        let names = Names::of((0..1000).filter_map(|number| Name::new(&format!("Acme Labs and {number} Quill"))));
        let text = format!("at Acme Labs 999 Quill, {}", "Acme Labs and ".repeat(100));
        let found = names.find(&text, &Words::of(&text));
        assert_eq!(
            found.iter().map(|one| (one.name, &text[one.range.clone()])).collect::<Vec<_>>(),
            [(999, "Acme Labs 999 Quill")]
        );
    }

    #[test]
    fn the_longest_of_several_names_is_meant() {
        let names = Names::of([Name::new("Acme").unwrap(), Name::new("Acme Robotics").unwrap()]);
        let text = "Acme Robotics, not Acme";
        let found: Vec<usize> = names.find(text, &Words::of(text)).into_iter().map(|one| one.name).collect();
        assert_eq!(found, [1, 0]);
    }
}

//! Titles and employers in a letter: the position applied for, those held before, and where.

use super::Match;
use crate::application::{Name, is_same_title};
use crate::check::context::Context;
use crate::check::except::FARTHEST;
use regex_lite::Regex;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

/// A title within a sentence: words with capitals; the full stop of the sentence is no part of it.
const CAPITALS: &str = r"(?:[A-Z](?:[\w+#/.-]*[\w+#])?)(?: (?:of |and |for |& )?[A-Z](?:[\w+#/.-]*[\w+#])?){0,5}";

/// A title within a sentence: words of any case that end in what somebody is.
const WORK: &str = r"(?:[\w+#/-]+ ){0,4}(?:[Ee]ngineer|[Dd]eveloper|[Aa]nalyst|[Mm]anager|[Dd]esigner|[Ss]cientist|[Aa]rchitect|[Aa]dministrator|[Cc]onsultant|[Ss]pecialist|[Cc]oordinator|[Tt]eacher|[Nn]urse|[Aa]ccountant|[Ww]riter|[Ee]ditor|[Rr]esearcher|[Dd]irector|[Oo]fficer|[Aa]ssistant|[Ll]ead|[Tt]ester|[Pp]rogrammer|[Aa]uditor|[Cc]ontroller|[Cc]lerk|[Ss]ister|[Mm]atron|[Pp]rofessor|[Ll]ecturer|[Tt]utor|[Tt]echnician|[Oo]perator|[Dd]river|[Cc]hef|[Rr]eceptionist|[Ss]ecretary|[Pp]lanner|[Bb]uyer|[Ll]awyer|[Ss]olicitor|[Tt]herapist|[Pp]hysiotherapist|[Pp]harmacist|[Dd]octor|[Mm]idwife|[Cc]arer|[Ss]trategist|[Cc]opywriter|[Pp]roducer|[Rr]ecruiter|[Aa]dvis[oe]r|[Rr]epresentative|[Ii]ntern|[Tt]rainee|[Ss]upervisor|[Ii]nspector|[Ss]urveyor|[Mm]echanic|[Ee]lectrician|[Ll]ibrarian|[Tt]ranslator|[Jj]ournalist|[Ii]llustrator|[Hh]eadteacher)";

/// A name of a company within a sentence.
const NAME: &str = r"[A-Z][\w&+-]+(?:\.\w+)?(?: (?:& |and |of )?[A-Z][\w&+-]+){0,3}";

/// An expression that is compiled when it is first needed.
struct Lazy(OnceLock<Vec<Regex>>);

impl Lazy {
    const fn new() -> Self {
        Lazy(OnceLock::new())
    }

    fn get(&self, sources: impl FnOnce() -> Vec<String>) -> &[Regex] {
        let compile = |source: String| Regex::new(&source).expect("a test compiles each expression");
        self.0.get_or_init(|| sources().into_iter().map(compile).collect())
    }
}

/// Where a letter says what it applies for; the title is the first group, what may stand behind it the second.
fn applied() -> &'static [Regex] {
    static FOUND: Lazy = Lazy::new();
    FOUND.get(|| {
        let title = format!("({CAPITALS}|{WORK})");
        vec![
            format!(r"(?:[Aa]pply|[Aa]pplying|[Aa]pplied|[Aa]pplication)(?: to you| herewith| today)?(?: for| to| as)? (?:the |your |an? )?(?:position of |role of |post of |open |advertised |vacant )?{title}( at [A-Z]|)"),
            format!(r"(?:[Ii]nterest(?:ed)? in|[Cc]onsider(?:ation|ed)?(?: me)? (?:for|as)) (?:the |your |an? )(?:position of |role of |open )?{title} (?:position|role|opening|vacancy|job|post)( at [A-Z]|)"),
            format!(r"(?:^| )(?:[Tt]he|[Yy]our|[Tt]his) {title} (?:position|role|opening|vacancy|job|post)\b( at [A-Z]|)"),
            format!(r"(?:[Pp]osition|[Rr]ole|[Oo]pening|[Vv]acancy) (?:of|as) (?:an? |the |your )?{title}( at [A-Z]|)"),
        ]
    })
}

/// What a sentence of the past says of a position.
fn held_before() -> &'static [Regex] {
    static FOUND: Lazy = Lazy::new();
    FOUND.get(|| vec![r"\b(?:left|held|took|had|was in|former|previous|last|past|my|promoted|until|grew)\b".to_owned()])
}

fn held() -> &'static [Regex] {
    static FOUND: Lazy = Lazy::new();
    FOUND.get(|| {
        let title = format!("({CAPITALS}|{WORK})");
        vec![
            format!(r"\b[Aa]s (?:an? |the |their )?{title},? (?:at|for|with|in) [A-Z]"),
            format!(r"\b[Aa]s (?:an? |the |their ){title}(?:[.,;:]| in | on | of |$)"),
            format!(r"\b[Mm]y (?:\w+ ){{0,2}}(?:role|position|job|post|time|years) as (?:an? |the )?{title}"),
            format!(r"\bI (?:am|was|became|have been) (?:an? |the |their )?{title},? (?:at|for|with|in) [A-Z]"),
        ]
    })
}

fn employers() -> &'static [Regex] {
    static FOUND: Lazy = Lazy::new();
    FOUND.get(|| {
        let past = r"(?:worked|work|working|served|interned|trained|engineer|developer|analyst|manager|lead|scientist|consultant|years|months|weeks|winters|summers|seasons|time|days|role|job|team|internship|stint|employed|started|began|was|were)(?: were| was)?";
        vec![
            format!(r"(?:^| )[Aa]t ({NAME})(?:,[^.?!\n]*)? (?:I|we|my)\b"),
            format!(r"\b(?:I|[Mm]y|[Ww]e)\b[^.?!\n]{{0,60}} {past} (?:at|for) ({NAME})"),
            format!(r"\b(?:I )(?:joined|left) ({NAME})"),
            format!(r"(?:[Aa]t |[Ff]or |[Ww]ith |[Ii]n |[Ff]rom |, )({NAME}), where I\b"),
        ]
    })
}

impl<'a> Context<'a> {
    /// Adds titles in `area` that the letter applies for and that are not the position's.
    pub(super) fn find_other_position(&self, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        for (range, before) in self.applied(area) {
            let title = &self.letter.prose().text()[range.clone()];
            let is_past = held_before().iter().any(|regex| regex.is_match(before));
            let mut positions = self.known.application.positions().filter(|position| is_work(position)).peekable();
            let is_known = positions.peek().is_none() || positions.all(|position| is_same_title(title, position));
            let is_name = Name::new(title)
                .zip(self.known.application.company.as_ref())
                .is_some_and(|(name, own)| name.is_same(own) || name.is_short_for(own) || own.is_short_for(&name));
            if !is_past && !is_known && !is_name && is_work(title) {
                found.push(Match::at(range));
            }
        }
    }

    /// Titles that the letter applies for, each with what stands before it in its sentence or line.
    fn applied(&self, area: &Range<usize>) -> Vec<(Range<usize>, &'a str)> {
        let text = self.letter.prose().text();
        // By their starts; none lies over another.
        let mut found: BTreeMap<usize, (usize, &str)> = BTreeMap::new();
        let mut add = |range: Range<usize>, before: &'a str| {
            if found.range(..range.end).next_back().is_none_or(|(_, (end, _))| *end <= range.start) {
                found.insert(range.start, (range.end, before));
            }
        };
        for (start, piece) in self.stretches(area) {
            let captured = applied().iter().flat_map(|regex| regex.captures_iter(piece)).filter_map(|one| one.get(1));
            for title in captured {
                let range = start + title.start()..start + title.end();
                let from = (range.start.saturating_sub(FARTHEST)..=range.start).find(|at| text.is_char_boundary(*at));
                let before = &text[from.unwrap_or(start).max(start)..range.start];
                add(range, before);
            }
            // A subject line may be nothing but the title.
            if let Some(title) = subject_title(piece) {
                add(start + title.start..start + title.end, "");
            }
        }
        found.into_iter().map(|(start, (end, before))| (start..end, before)).collect()
    }

    /// Sentences and lines that lie in `area`, with their starts.
    fn stretches(&self, area: &Range<usize>) -> Vec<(usize, &'a str)> {
        let text = self.letter.prose().text();
        let mut pieces: Vec<(usize, &str)> =
            self.sentences(area).iter().map(|sentence| (sentence.start, &text[sentence.clone()])).collect();
        let subjects = self.units.of(crate::rule::Scope::Subject).iter();
        let inside = subjects.filter(|subject| area.start <= subject.start && subject.end <= area.end);
        pieces.extend(inside.map(|subject| (subject.start, &text[subject.clone()])));
        pieces
    }

    /// Adds titles in `area` that the writer says to have held.
    pub(super) fn find_held_titles(&self, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        let before = found.len();
        self.find_groups(held(), area, found);
        // "I apply as a Data Engineer" is no past.
        let applied = self.applied(area);
        let is_wanted = |one: &Match<'_>| {
            let at = applied.partition_point(|(range, _)| range.end <= one.range.start);
            applied.get(at).is_some_and(|(range, _)| range.start < one.range.end)
        };
        let mut index = 0;
        found.retain(|one| {
            index += 1;
            index <= before || !is_wanted(one)
        });
    }

    /// Adds employers in `area`.
    pub(super) fn find_employers(&self, area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        self.find_groups(employers(), area, found);
        let own = self.known.application.company.as_ref();
        let text = self.letter.prose().text();
        found.retain(|one| {
            let name = Name::new(&text[one.range.clone()]);
            !own.zip(name.as_ref()).is_some_and(|(own, name)| own.is_same(name) || name.is_short_for(own))
        });
    }

    fn find_groups(&self, regexes: &[Regex], area: &Range<usize>, found: &mut Vec<Match<'a>>) {
        for (start, piece) in self.stretches(area) {
            let groups = regexes.iter().flat_map(|regex| regex.captures_iter(piece)).filter_map(|one| one.get(1));
            found.extend(groups.map(|group| Match::at(start + group.start()..start + group.end())));
        }
    }

    /// Titles that the writer says to have held in the sentence at `area`, and the employers there.
    pub(super) fn held_in(&self, area: &Range<usize>) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
        let ranges = |regexes: &[Regex]| {
            let mut found = Vec::new();
            self.find_groups(regexes, area, &mut found);
            found.into_iter().map(|one| one.range).collect()
        };
        (ranges(held()), ranges(employers()))
    }
}

/// Whether `title` says what somebody does: it ends in a word of [`WORK`].
fn is_work(title: &str) -> bool {
    static FOUND: Lazy = Lazy::new();
    FOUND
        .get(|| {
            vec![
                format!(r"^{WORK}\b"),
                format!(r"\b(?:{})", WORK.rsplit_once("(?:").map_or("", |(_, rest)| rest.trim_end_matches(')'))),
            ]
        })
        .iter()
        .any(|regex| regex.is_match(title))
}

/// The title in a subject line that is nothing else: "Re: Senior Backend Engineer, ref. 12".
fn subject_title(line: &str) -> Option<Range<usize>> {
    static FOUND: Lazy = Lazy::new();
    let regex = &FOUND.get(|| vec![r"^(?i:subject|re|ref|betreff) ?: *(?i:re: *)?([^,(|:]+?)(?: (?:at|with|in) [A-Z].*| ?[,(|:-] .*|, .*|\(.*)?$".to_owned()])[0];
    let title = regex.captures(line)?.get(1)?;
    let lower = title.as_str().to_lowercase();
    let is_sentence = ["application", "apply", "position of", "role of"].iter().any(|word| lower.contains(word));
    (!is_sentence && is_work(title.as_str())).then(|| title.range())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_expression_compiles() {
        let all = [applied(), held_before(), held(), employers()];
        assert!(all.iter().all(|regexes| !regexes.is_empty()));
        assert!(is_work("Senior Backend Engineer") && is_work("engineer") && !is_work("Payments"));
    }

    #[test]
    fn a_subject_may_be_the_title_alone() {
        let title = |line: &'static str| subject_title(line).map(|range| &line[range]);
        assert_eq!(title("Re: Senior Backend Engineer"), Some("Senior Backend Engineer"));
        assert_eq!(title("Subject: Data Analyst at Acme"), Some("Data Analyst"));
        assert_eq!(title("Subject: Your ledger"), None);
    }
}

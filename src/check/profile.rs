//! Which packs a letter is for.

use super::facts::{Facts, RoleOrigin};
use super::literal_hits::Hits;
use super::options::Options;
use crate::application::{Application, Reference};
use crate::diagnostic::Severity;
use crate::letter::{Letter, Part, PartKind};
use crate::rule::{Likeness, Mention, Pack, Rule, RuleSet, Selects, Signal, TierWords, is_free, longest, marked};
use std::ops::Range;

/// The packs in force for one letter.
#[derive(Debug)]
pub(super) struct Chosen<'a> {
    rules: &'a RuleSet,
    /// The role's pack, where one is known.
    pub(super) role: Option<&'a Pack>,
    /// Where the role is known from.
    pub(super) origin: RoleOrigin,
    /// All packs in force: those for every letter, the role's, the level's, those asked for, and what they extend.
    packs: Vec<&'a Pack>,
    /// Whether the pack of that number is one of them.
    in_force: Vec<bool>,
    /// Numbers of the rules that one of them turns off.
    off: Vec<usize>,
}

impl<'a> Chosen<'a> {
    /// Chooses by what was given, and by the letter's own words where no role was.
    pub(super) fn of(
        letter: &Letter,
        rules: &'a RuleSet,
        hits: &Hits,
        options: &Options,
        application: &Application,
    ) -> Self {
        let (role, origin) = match options.role.as_deref() {
            Some(given) => (rules.role(given), RoleOrigin::Given),
            None => match (Search { letter, rules, hits }).role(options, application) {
                Some((pack, origin)) => (Some(pack), origin),
                None => (None, RoleOrigin::Unknown),
            },
        };
        Chosen::with(rules, role, origin, options)
    }

    /// Chooses for a letter that was checked: what its role is, `facts` say.
    pub(super) fn of_facts(rules: &'a RuleSet, facts: &Facts, options: &Options) -> Self {
        let role = facts.role.as_ref().and_then(|role| rules.pack_numbered(role));
        Chosen::with(rules, role.map(|pack| rules.numbered_pack(pack)), facts.role_origin, options)
    }

    fn with(rules: &'a RuleSet, role: Option<&'a Pack>, origin: RoleOrigin, options: &Options) -> Self {
        let always = rules.packs_for_all();
        let mut packs: Vec<&Pack> = always.map(|pack| rules.numbered_pack(pack)).collect();
        packs.extend(role);
        if let Some(level) = options.level {
            packs.extend(rules.packs().filter(|pack| pack.levels.contains(&level)));
        }
        if !options.packs.is_empty() {
            packs.extend(rules.packs().filter(|pack| options.packs.contains(&pack.name)));
        }
        // What is extended comes before what extends it, so that the nearer pack has the last word.
        let mut at = 0;
        while at < packs.len() {
            for name in &packs[at].extends {
                let known = packs.iter().any(|pack| pack.name == *name);
                let other = rules.pack_numbered(name).map(|pack| rules.numbered_pack(pack));
                if let Some(other) = other.filter(|_| !known) {
                    packs.push(other);
                }
            }
            at += 1;
        }
        let mut in_force = vec![false; rules.pack_count()];
        for pack in packs.iter().filter_map(|pack| rules.pack_numbered(&pack.name)) {
            in_force[pack] = true;
        }
        let off = packs.iter().flat_map(|pack| &pack.off).filter_map(|id| rules.number_of(id)).collect();
        Chosen { rules, role, origin, packs, in_force, off }
    }

    /// Whether the rule of this number is in force.
    pub(super) fn has(&self, rule: usize, options: &Options) -> bool {
        let by_pack = || self.in_force[self.rules.pack_of(rule)] && !self.off.contains(&rule);
        if options.choices.is_empty() {
            return by_pack();
        }
        let pack = self.rules.pack_name(self.rules.pack_of(rule));
        options.choices.is_in_force(self.rules.id(rule), pack).unwrap_or_else(by_pack)
    }

    /// What readers look for, in the order of packs.
    pub(super) fn signals(&self) -> impl Iterator<Item = &'a Signal> {
        let pairs = self.packs.iter().flat_map(|&pack| pack.signals.iter().map(move |signal| (pack, signal)));
        let is_off = |owner: &Pack, name: &String| {
            self.packs.iter().any(|pack| pack.name != owner.name && pack.off.contains(name))
        };
        pairs.filter(move |(owner, signal)| !is_off(owner, &signal.name)).map(|(_, signal)| signal)
    }

    /// The most that a pack lets `rule` say, the mildest where several do.
    pub(super) fn severity(&self, rule: &Rule) -> Option<Severity> {
        self.packs.iter().filter_map(|pack| pack.severity.get(&rule.id).copied()).min()
    }

    /// What to do about a finding of `rule`, where a pack says it in the words of its trade.
    ///
    /// The role's pack comes first, then what it extends, packs that were asked for and the level's; the user's before
    /// the shipped ones.
    pub(super) fn help(&self, rule: &Rule) -> Option<&'a str> {
        let packs = self.role.into_iter().chain(self.packs.iter().rev().copied());
        packs.filter_map(|pack| pack.help.get(&rule.id)).map(String::as_str).next()
    }

    /// Words of body by tier; the largest where several packs say.
    pub(super) fn tier_words(&self) -> TierWords {
        self.packs.iter().filter_map(|pack| pack.tiers).max_by_key(|tiers| tiers.expanded).unwrap_or_default()
    }
}

/// Where the role is looked for that nobody gave.
struct Search<'a, 'b> {
    letter: &'b Letter,
    rules: &'a RuleSet,
    hits: &'b Hits,
}

impl<'a> Search<'a, '_> {
    /// The pack of the job that the letter applies for, by what says it most clearly.
    fn role(&self, options: &Options, application: &Application) -> Option<(&'a Pack, RoleOrigin)> {
        let position = options.position.as_deref().or(application.position.as_deref());
        let posting = || application.job.as_deref().map(Reference::title);
        let titled = |title: &str| self.rules.role_of_title(title);
        let found = |pack| (pack, RoleOrigin::Found);
        let from = |origin| move |pack| (pack, origin);
        position
            .and_then(titled)
            .map(from(RoleOrigin::Position))
            .or_else(|| self.in_title_lines().map(found))
            .or_else(|| posting().and_then(titled).map(from(RoleOrigin::Posting)))
            .or_else(|| self.in_sentences().map(found))
    }

    /// The pack of a title in the subject line, in a heading above the letter, or on a line of its own there.
    fn in_title_lines(&self) -> Option<&'a Pack> {
        let text = self.letter.prose().text();
        let parts = self.letter.parts();
        let mut subjects = parts.iter().filter(|part| part.kind == PartKind::Subject);
        let heads = parts.iter().enumerate().take_while(|(_, part)| part.kind != PartKind::Greeting && !is_body(part));
        let mut lines = heads.filter(|(_, part)| part.kind == PartKind::Header);
        let titled = |(index, part): (usize, &Part)| {
            let line = &text[part.text.clone()];
            if self.is_heading(part) {
                self.rules.role_of_title(line)
            } else {
                let pack = self.rules.role_of_title_line(line)?;
                (self.is_alone(index) && !self.is_of_the_reader(index)).then_some(pack)
            }
        };
        let subject = subjects.find_map(|part| self.rules.role_of_title(&text[part.text.clone()]));
        subject.or_else(|| lines.find_map(titled))
    }

    fn is_heading(&self, part: &Part) -> bool {
        self.letter.source().text()[..part.span.start].trim_end_matches([' ', '*', '_']).ends_with('#')
    }

    /// Whether the part is a line with blank lines around it, and so none of an address.
    fn is_alone(&self, index: usize) -> bool {
        let parts = self.letter.parts();
        let text = self.letter.source().text();
        let is_apart = |from: usize, to: usize| {
            let between = text.get(from..to).unwrap_or_default().replace("\r\n", "\n").replace('\r', "\n");
            between.matches('\n').count() > 1
        };
        let before = index.checked_sub(1).map(|before| parts[before].span.end);
        let after = parts.get(index + 1).map(|after| after.span.start);
        let own = parts[index].span;
        before.is_none_or(|before| is_apart(before, own.start)) && after.is_none_or(|after| is_apart(own.end, after))
    }

    /// Whether the line above names who is greeted: then it is their title.
    fn is_of_the_reader(&self, index: usize) -> bool {
        let parts = self.letter.parts();
        let words = |part: &Part| {
            let text = &self.letter.prose().text()[part.text.clone()];
            let words = text.split(|next: char| !next.is_alphanumeric()).filter(|word| word.chars().count() > 2);
            words.map(str::to_lowercase).collect::<Vec<_>>()
        };
        let greeting = parts.iter().find(|part| part.kind == PartKind::Greeting).map(words).unwrap_or_default();
        index.checked_sub(1).is_some_and(|above| words(&parts[above]).iter().any(|word| greeting.contains(word)))
    }

    /// The pack of a title in the greeting or the opening, in a sentence that applies for it.
    fn in_sentences(&self) -> Option<&'a Pack> {
        let greeting = self.letter.parts().iter().find(|part| part.kind == PartKind::Greeting);
        let opening = self.letter.opening().map(|paragraph| paragraph.text.clone());
        let areas = greeting.map(|part| part.text.clone()).into_iter().chain(opening);
        let mentions: Vec<(Mention, Range<usize>)> = areas
            .flat_map(|area| self.mentions(&area).into_iter().map(move |mention| (mention, area.clone())))
            .collect();
        if mentions.is_empty() {
            return None;
        }
        let applied = mentions.iter().find(|(mention, area)| self.is_applied_for(mention, area));
        let own = || mentions.iter().find(|(mention, area)| self.is_own(mention, area));
        applied.or_else(own).map(|(mention, _)| self.rules.numbered_pack(mention.pack))
    }

    /// What selects a pack within `area`, by place.
    fn mentions(&self, area: &Range<usize>) -> Vec<Mention> {
        let lower = self.letter.prose().lower();
        let mut mentions = Vec::new();
        for pack in 0..self.rules.pack_count() {
            for hit in self.hits.within(self.rules.select_list(pack), area) {
                let range = hit.start..hit.end;
                let selects = self.rules.numbered_pack(pack).selects(hit.phrase);
                if selects != Selects::Alone && is_free(lower, &range) {
                    mentions.push(Mention { pack, selects, range });
                }
            }
        }
        longest(mentions)
    }

    fn is_applied_for(&self, mention: &Mention, area: &Range<usize>) -> bool {
        let sentence = self.sentence(mention, area);
        let is_applying = || self.rules.applying().any(|applying| any(&applying.like, &sentence));
        !self.rules.is_not_meant(&sentence) && (mention.selects == Selects::Always || is_applying())
    }

    /// Whether the writer says to be that, and applies for nothing else.
    fn is_own(&self, mention: &Mention, area: &Range<usize>) -> bool {
        let sentence = self.sentence(mention, area);
        let whole = || self.marked(mention, area);
        !self.rules.is_not_meant(&sentence)
            && self.rules.applying().any(|applying| any(&applying.own, &sentence) && !any(&applying.not_own, &whole()))
    }

    /// The sentence of `area` around `mention`, which is one character in it.
    fn sentence(&self, mention: &Mention, area: &Range<usize>) -> String {
        let sentences = self.letter.sentences();
        let at = sentences.partition_point(|sentence| sentence.end <= mention.range.start);
        let sentence = sentences.get(at).filter(|sentence| sentence.start <= mention.range.start);
        let end = |sentence: &Range<usize>| sentence.end.max(mention.range.end).min(area.end);
        let sentence = sentence.map_or(area.clone(), |sentence| sentence.start.max(area.start)..end(sentence));
        self.marked(mention, &sentence)
    }

    fn marked(&self, mention: &Mention, area: &Range<usize>) -> String {
        let text = self.letter.prose().text();
        let within = mention.range.start - area.start..mention.range.end - area.start;
        marked(&text[area.clone()], &within)
    }
}

fn any(likenesses: &[Likeness], text: &str) -> bool {
    likenesses.iter().any(|likeness| likeness.is_like(text))
}

fn is_body(part: &Part) -> bool {
    matches!(part.kind, PartKind::Heading | PartKind::Paragraph | PartKind::Bullet { .. })
}

//! Job titles: where packs find theirs in a text, and which pack a title by itself stands for.

use super::{Employment, Likeness, MATCH, Pack, RuleSet, Selects, fold};
use std::ops::Range;

/// A phrase that selects a pack, where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    /// The number of the pack.
    pub(crate) pack: usize,
    /// What the phrase says.
    pub(crate) selects: Selects,
    /// Its bytes.
    pub(crate) range: Range<usize>,
}

/// Returns those of `mentions` that are in no longer one, by place; of two that are alike only the first.
///
/// "Head of product design" is no "head of product": the longest title wins.
pub(crate) fn longest(mut mentions: Vec<Mention>) -> Vec<Mention> {
    mentions.sort_by_key(|mention| (mention.range.start, std::cmp::Reverse(mention.range.end)));
    let mut end = 0;
    mentions.retain(|mention| {
        let is_new = mention.range.end > end;
        end = end.max(mention.range.end);
        is_new
    });
    mentions.retain(|mention| mention.selects != Selects::Never);
    mentions
}

/// Whether `range` of `text` is no part of a longer word.
pub(crate) fn is_free(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

/// Returns `text` with [`MATCH`] in place of `range`.
pub(crate) fn marked(text: &str, range: &Range<usize>) -> String {
    format!("{}{MATCH}{}", &text[..range.start], &text[range.end..])
}

impl RuleSet {
    /// Returns the pack that a user means by `said`: one of the names of a role, or a job title.
    pub fn role(&self, said: &str) -> Option<&Pack> {
        let folded = folded(said);
        let is_named = |pack: &&Pack, wanted: &str| pack.roles.iter().any(|role| fold(role) == wanted);
        let by_name = |wanted: &str| self.packs().find(|pack| is_named(pack, wanted));
        by_name(&folded).or_else(|| self.role_of_title(said)).or_else(|| by_name(&self.without_grades(&folded)))
    }

    /// Returns the pack of a job title that is by itself, as in a subject line.
    pub fn role_of_title(&self, title: &str) -> Option<&Pack> {
        self.title_in(title).map(|(pack, _)| pack)
    }

    /// Returns the pack of the job title that `line` opens with, grades aside.
    pub(crate) fn role_of_title_line(&self, line: &str) -> Option<&Pack> {
        let (pack, before) = self.title_in(line)?;
        self.without_grades(&before).is_empty().then_some(pack)
    }

    /// The pack of the first job title in `text`, and what is before it.
    fn title_in(&self, text: &str) -> Option<(&Pack, String)> {
        let folded = folded(text);
        let mut mentions = Vec::new();
        self.search(&folded, |start, end, target| {
            let packs = (0..self.pack_count()).filter(|&pack| self.select_list(pack) == target.list);
            for pack in packs.filter(|_| is_free(&folded, &(start..end))) {
                let selects = self.numbered_pack(pack).selects(target.phrase);
                mentions.push(Mention { pack, selects, range: start..end });
            }
        });
        let is_meant = |mention: &Mention| {
            let is_alone = || self.without_grades(&folded) == self.without_grades(&folded[mention.range.clone()]);
            (mention.selects != Selects::Alone || is_alone()) && !self.is_not_meant(&marked(&folded, &mention.range))
        };
        let mention = longest(mentions).into_iter().find(is_meant)?;
        Some((self.numbered_pack(mention.pack), folded[..mention.range.start].to_owned()))
    }

    /// Whether the title in `sentence`, which is as [`MATCH`] in it, is somebody else's, a past one, or part of
    /// another.
    pub(crate) fn is_not_meant(&self, sentence: &str) -> bool {
        self.applying().any(|applying| applying.not_like.iter().any(|like| like.is_like(sentence)))
    }

    /// Whether `sentence`, with a title as [`MATCH`] in it, may name what its writer applies for: it is nobody else's and
    /// no past one, and not only what the writer is today.
    pub(crate) fn is_applied_for(&self, sentence: &str) -> bool {
        let is_any = |likes: &[Likeness]| likes.iter().any(|like| like.is_like(sentence));
        !self.is_not_meant(sentence)
            && (self.applying().any(|applying| is_any(&applying.like))
                || !self.applying().any(|applying| is_any(&applying.own)))
    }

    /// Whether `word` of a title, in lower case, says only how senior somebody is.
    pub(crate) fn is_grade_only(&self, word: &str) -> bool {
        let has = |words: &[String]| words.iter().any(|grade| grade == word);
        self.applying().any(|applying| has(&applying.grades) && !has(&applying.kept))
    }

    /// Returns how a letter says which title it applies for, of each pack that says so.
    pub(crate) fn applying(&self) -> impl Iterator<Item = &super::Applying> {
        let always = self.packs_for_all();
        always.map(|pack| &self.numbered_pack(pack).applying)
    }

    /// Returns how work is spoken of: the first always active pack that says so.
    ///
    /// # Panics
    /// Where no pack says so; the core pack does, and a test of it reads every expression.
    pub(crate) fn employment(&self) -> &Employment {
        let mut packs = self.packs_for_all().map(|pack| self.numbered_pack(pack));
        packs.find_map(Pack::employment).expect("the core pack says how work is spoken of")
    }

    /// The words of `folded` that are no grades.
    fn without_grades(&self, folded: &str) -> String {
        let is_grade = |word: &str| {
            self.applying().any(|applying| applying.grades.iter().any(|grade| grade == word))
                || word.bytes().all(|byte| byte.is_ascii_digit())
        };
        let words = folded.split(|next: char| !next.is_alphanumeric()).filter(|word| !word.is_empty());
        words.filter(|word| !is_grade(word)).collect::<Vec<_>>().join(" ")
    }
}

/// A title as it is looked for.
fn folded(title: &str) -> String {
    fold(&title.replace('_', " "))
}

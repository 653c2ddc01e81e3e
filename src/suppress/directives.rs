//! All suppression comments of a letter.

use super::directive::{Directive, Kind, read};
use super::lines::Lines;
use super::reach::Reach;
use crate::diagnostic::Diagnostic;
use crate::letter::Letter;
use crate::rule::RuleSet;
use crate::source::Source;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// The suppression comments of a letter, in order, and where they apply.
#[derive(Debug)]
pub(super) struct Directives {
    pub(super) all: Vec<Directive>,
    reach: Reach,
}

impl Directives {
    /// Returns the comments of `letter`, which is checked with `rules`.
    pub(super) fn of(letter: &Letter, rules: &RuleSet) -> Self {
        let source = letter.source();
        let comments = letter.comments().iter();
        let all: Vec<Directive> = comments.filter_map(|&comment| read(source, comment, rules)).collect();
        let mut directives = Directives { all, reach: Reach::default() };
        if !directives.all.is_empty() {
            directives.find_regions(source);
            directives.reach = Reach::of(&directives.all);
        }
        directives
    }

    /// Returns the narrowest comment that suppresses `diagnostic`, and marks it as used.
    pub(super) fn take(&mut self, diagnostic: &Diagnostic) -> Option<&Directive> {
        let (index, rule) = self.reach.narrowest(&diagnostic.rule, diagnostic.span.start)?;
        self.all[index].rules[rule].is_used = true;
        Some(&self.all[index])
    }

    /// Finds the region of each name. Visits each comment and line once: a letter may have a hundred thousand.
    fn find_regions(&mut self, source: &Source) {
        let lines = Lines::of(&self.all, source);
        let len = source.text().len();
        // Going backwards: the next `enable` for each rule, and the `enable`s that end a `disable`.
        let mut enables: HashMap<String, (usize, usize)> = HashMap::new();
        let mut ending: HashSet<(usize, String)> = HashSet::new();
        for (index, directive) in self.all.iter_mut().enumerate().rev() {
            let after = directive.comment.end;
            let region = match directive.kind {
                Kind::File => 0..len + 1,
                Kind::NextLine => lines.after(source, after).map_or(0..0, |line| line_range(source, line, line)),
                Kind::NextParagraph => lines
                    .after(source, after)
                    .map_or(0..0, |first| line_range(source, first, lines.last_of_paragraph(first))),
                Kind::Disable | Kind::Enable | Kind::Unknown => 0..0,
            };
            for rule in &mut directive.rules {
                rule.region = region.clone();
                if directive.kind == Kind::Disable {
                    let end = enables.get(&rule.id).map(|&(index, start)| {
                        ending.insert((index, rule.id.clone()));
                        start
                    });
                    rule.region = after..end.unwrap_or(len + 1);
                }
            }
            if directive.kind == Kind::Enable {
                let start = directive.comment.start;
                enables.extend(directive.rules.iter().map(|rule| (rule.id.clone(), (index, start))));
            }
        }
        // An `enable` is used if it ends a `disable`.
        for (index, directive) in self.all.iter_mut().enumerate().filter(|(_, one)| one.kind == Kind::Enable) {
            for rule in &mut directive.rules {
                rule.is_used = ending.contains(&(index, rule.id.clone()));
            }
        }
    }
}

fn line_range(source: &Source, first: usize, last: usize) -> Range<usize> {
    source.line(first).start..source.line(last).end + 1
}

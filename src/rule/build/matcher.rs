//! From a written matcher to what it looks for.

use super::Builder;
use crate::letter::figure;
use crate::letter::placeholder::Certainty;
use crate::nearest::did_you_mean;
use crate::rule::error::{RuleError, RuleErrorKind};
use crate::rule::file::{self, ApplyingFile, BoundFile, InvisibleFile, MatcherFile, PatternFile, Placed, Spanned};
use crate::rule::{Applying, Available, Count, Except, Find, Likeness, Matcher, Pattern, PhraseSet, Place, Within};

impl Builder<'_> {
    pub(super) fn matcher(&self, mut file: MatcherFile, table: &str) -> Result<Matcher, RuleError> {
        self.refuse_idle_keys(&file, table)?;
        let find = self.finders(&mut file)?;
        let mut matcher = Matcher {
            find,
            place: Place {
                of: file.of,
                within: file.within.map(Within::from),
                parts: self.list(file.parts, "parts")?,
                at_start: file.at.is_some(),
                by_word: file.by_word,
            },
            count: Count {
                measure: file.measure,
                each: file.each,
                percent: file.percent,
                in_a_row: file.in_a_row,
                distinct: file.distinct,
                per_100_words: file.per_100_words,
                floor: file.floor,
                weak: file.weak,
                at_least: file.at_least.map(|value| self.bound(value, file.slack)).transpose()?,
                at_most: file.at_most.map(|value| self.bound(value, file.slack)).transpose()?,
                more_than: file.more_than.map(|other| self.matcher(*other, "more_than").map(Box::new)).transpose()?,
            },
            except: Except {
                quoted: file.quoted,
                phrases: self.phrases(file.except, "except")?,
                like: self.likenesses(file.like, "like")?,
                not_like: self.likenesses(file.not_like, "not_like")?,
                found_in: file.found_in.0,
                not_in: file.not_in.0,
                nothing_near: file.nothing_near,
                stressed: file.stressed,
                unanswered: file.unanswered,
                beside: file.beside.map(|beside| self.matcher(*beside, "beside").map(Box::new)).transpose()?,
            },
            needs: Available::NOTHING,
        };
        matcher.settle_needs(&file.given.0);
        self.check_matcher(&matcher, table)?;
        Ok(matcher)
    }

    /// Refuses keys that would have no effect where they are.
    fn refuse_idle_keys(&self, file: &MatcherFile, table: &str) -> Result<(), RuleError> {
        let counts = [
            (file.each.is_some(), "each"),
            (file.distinct, "distinct"),
            (file.per_100_words, "per_100_words"),
            (file.percent, "percent"),
            (file.in_a_row, "in_a_row"),
        ];
        let finds = [
            (file.phrases.is_some(), "phrases"),
            (file.patterns.is_some(), "patterns"),
            (file.terms.is_some(), "terms"),
            (file.quantities.is_some(), "quantities"),
            (file.except.is_some(), "except"),
            (file.like.is_some(), "like"),
            (file.not_like.is_some(), "not_like"),
            (file.quoted, "quoted"),
        ];
        let first = |keys: &[(bool, &'static str)]| keys.iter().find(|(is_there, _)| *is_there).map(|(_, key)| *key);
        let has_bound = file.at_least.is_some() || file.at_most.is_some();
        let numbers = (file.at_least.as_ref(), file.at_most.as_ref());
        let wrong = if let Some(measure) = file.measure
            && let Some(key) = first(&counts).or_else(|| first(&finds))
        {
            let measure = measure.name();
            format!(
                "`{key}` has no effect beside `measure = \"{measure}\"`, which counts all of the unit; remove one of the two"
            )
        } else if table == "forbid"
            && let Some(key) = first(&counts).or_else(|| (file.slack > 0).then_some("slack"))
        {
            format!("`{key}` has no effect in [forbid], which reports each match; use [limit] with at_most")
        } else if file.more_than.is_some() && table != "require" {
            "`more_than` has an effect in [require] only; write what must be more there".to_owned()
        } else if file.raw && file.patterns.is_none() {
            "`raw` is about patterns and has no effect without `patterns`; add some or remove `raw`".to_owned()
        } else if file.floor > 0 && !file.per_100_words {
            "`floor` has no effect without `per_100_words`; add it or remove `floor`".to_owned()
        } else if file.weak && file.quantities.is_none() {
            "`weak` is about numbers and has no effect without `quantities`; add it or remove `weak`".to_owned()
        } else if file.percent && file.per_100_words {
            "`percent` and `per_100_words` are two ways to count; remove one".to_owned()
        } else if file.slack > 0 && !has_bound {
            "`slack` has no effect without `at_most` or `at_least`; add a bound or remove it".to_owned()
        } else if let (Some(BoundFile::Number(least)), Some(BoundFile::Number(most))) = numbers
            && least > most
        {
            format!("no count is at least {least} and at most {most}; swap the two numbers")
        } else if let (true, Some(BoundFile::Number(most @ 101..)), _)
        | (true, _, Some(BoundFile::Number(most @ 101..))) = (file.percent, numbers.0, numbers.1)
        {
            format!("{most} percent is never reached; a share is at most 100")
        } else {
            return Ok(());
        };
        Err(self.sense(format!("[{table}]: {wrong}")))
    }

    /// What the matcher looks for, in the order in which it is looked for.
    fn finders(&self, file: &mut MatcherFile) -> Result<Vec<Find>, RuleError> {
        let mut find = Vec::new();
        let mut phrases = self.phrases(file.phrases.take(), "phrases")?;
        if let Some(terms) = file.terms.take() {
            self.filled("terms", terms.get_ref().0.len(), &terms)?;
            for name in &terms.get_ref().0 {
                phrases.vocabularies.push(self.vocabulary(name, terms.span().start)?);
            }
        }
        find.extend((!phrases.is_empty()).then(|| Find::Phrases(phrases)));
        let patterns = self.patterns(file.patterns.take())?;
        let patterns = (!patterns.is_empty()).then_some(patterns);
        find.extend(patterns.map(if file.raw { Find::Raw } else { Find::Patterns }));
        let figures = self.quantities(file.quantities.take())?;
        find.extend((!figures.is_empty()).then_some(Find::Figures(figures)));
        let placeholders = self.certainties(file.placeholders.take())?;
        find.extend((!placeholders.is_empty()).then_some(Find::Placeholders(placeholders)));
        find.extend(file.quotes.take().map(|quotes| Find::Quotations { words: quotes.words }));
        let links = self.list(file.links.take(), "links")?;
        let pieces = links.into_iter().map(|link| if link == "any" { String::new() } else { link });
        let pieces: Vec<String> = pieces.collect();
        find.extend((!pieces.is_empty()).then_some(Find::Links(pieces)));
        let invisible = self.list(file.invisible.take(), "invisible")?;
        let invisible: Vec<_> = invisible.into_iter().flat_map(InvisibleFile::kinds).collect();
        find.extend((!invisible.is_empty()).then_some(Find::Invisible(invisible)));
        find.extend(file.long_sentences.take().map(|long| Find::LongSentences { over_words: long.over_words }));
        find.extend(file.repeats.map(Find::Repeats));
        find.extend(file.spelling.map(Find::Spelling));
        if let Some(name) = file.respell.take() {
            let number = self.vocabulary(name.get_ref(), name.span().start)?;
            find.push(Find::Respelt(PhraseSet { vocabularies: vec![number], ..PhraseSet::default() }));
        }
        find.extend(file.suppressions.map(Find::Suppressions));
        find.extend(file.front_matter.map(Find::FrontMatter));
        find.extend(file.names.0.drain(..).map(Find::Name));
        find.extend(file.copied.map(Find::Copied));
        let dates = std::mem::take(&mut file.dates.0);
        find.extend((!dates.is_empty()).then_some(Find::Dates(dates)));
        find.extend(file.reused.map(Find::Reused));
        find.extend(file.requirements.then_some(Find::Requirements));
        find.extend(file.key_phrases.then_some(Find::KeyPhrases));
        find.extend(file.contradicts_cv.then_some(Find::Contradictions));
        Ok(find)
    }

    /// Refuses a matcher whose words do not go together.
    fn check_matcher(&self, matcher: &Matcher, table: &str) -> Result<(), RuleError> {
        let (place, count, except) = (&matcher.place, &matcher.count, &matcher.except);
        let wants_text =
            except.unanswered || except.stressed || matcher.find.iter().any(|find| matches!(find, Find::Requirements));
        let wrong = if wants_text && place.of.is_none() {
            "looks for something in another text; add of = \"job\""
        } else if !matcher.has_finders()
            && place.parts.is_empty()
            && count.measure.is_none()
            && matcher.needs == Available::NOTHING
        {
            "looks for nothing; add phrases, patterns, terms or quantities"
        } else if (count.percent || count.in_a_row) && count.each.is_none() {
            "counts sentences in a row or in percent; add each = \"sentence\" or each = \"paragraph\""
        } else {
            return Ok(());
        };
        Err(self.sense(format!("[{table}] {wrong}")))
    }

    /// A list that may be left out, but not empty.
    pub(super) fn list<T>(&self, list: Option<Spanned<file::OneOrMany<T>>>, key: &str) -> Result<Vec<T>, RuleError> {
        let Some(list) = list else { return Ok(Vec::new()) };
        self.filled(key, list.get_ref().0.len(), &list)?;
        Ok(list.into_inner().0)
    }

    fn patterns(&self, list: Option<Spanned<Placed<PatternFile>>>) -> Result<Vec<Pattern>, RuleError> {
        let Some(list) = list else { return Ok(Vec::new()) };
        self.filled("patterns", list.get_ref().0.len(), &list)?;
        let whole = list.span().start;
        let read = |(start, file): (Option<usize>, PatternFile)| {
            let fail = |message| self.at(start.unwrap_or(whole), RuleErrorKind::Pattern(message));
            let PatternFile { pattern, name, instead } = file;
            let mut pattern = Pattern::new(&pattern).map_err(fail)?;
            pattern.name = name.unwrap_or_default().into();
            pattern.instead = instead.unwrap_or_default().into();
            // A user's pattern that is too large must be an error now, not silence later; a test compiles the shipped.
            if !self.is_shipped {
                pattern.compile().map_err(fail)?;
            }
            Ok(pattern)
        };
        list.into_inner().0.into_iter().map(read).collect()
    }

    pub(super) fn applying(&self, file: ApplyingFile) -> Result<Applying, RuleError> {
        Ok(Applying {
            grades: file.grades.iter().map(|grade| grade.to_lowercase()).collect(),
            kept: file.kept.iter().map(|grade| grade.to_lowercase()).collect(),
            like: self.likenesses(file.like, "applying.like")?,
            not_like: self.likenesses(file.not_like, "applying.not_like")?,
            own: self.likenesses(file.own, "applying.own")?,
            not_own: self.likenesses(file.not_own, "applying.not_own")?,
        })
    }

    fn likenesses(
        &self,
        list: Option<Spanned<file::OneOrMany<String>>>,
        key: &str,
    ) -> Result<Vec<Likeness>, RuleError> {
        let Some(list) = list else { return Ok(Vec::new()) };
        self.filled(key, list.get_ref().0.len(), &list)?;
        let fail = |message| self.at(list.span().start, RuleErrorKind::Pattern(message));
        list.get_ref().0.iter().map(|source| Likeness::new(source).map_err(fail)).collect()
    }

    fn vocabulary(&self, name: &str, at: usize) -> Result<usize, RuleError> {
        self.vocabularies.number(name).ok_or_else(|| {
            let hint = did_you_mean(name, self.vocabularies.names());
            self.at(at, RuleErrorKind::Sense(format!("there is no vocabulary `{name}`{hint}")))
        })
    }

    fn quantities(&self, list: Option<Spanned<file::OneOrMany<String>>>) -> Result<Vec<figure::Kind>, RuleError> {
        let Some(list) = list else { return Ok(Vec::new()) };
        self.filled("quantities", list.get_ref().0.len(), &list)?;
        let mut kinds = Vec::new();
        for name in &list.get_ref().0 {
            match (name.as_str(), figure::Kind::from_name(name)) {
                ("any", _) => kinds.extend(figure::Kind::ALL),
                (_, Some(kind)) => kinds.push(kind),
                (unknown, None) => {
                    let known = figure::Kind::ALL.into_iter().map(figure::Kind::name).chain(["any"]);
                    let text = format!("no kind of number is called `{unknown}`{}", did_you_mean(unknown, known));
                    return Err(self.at(list.span().start, RuleErrorKind::Sense(text)));
                }
            }
        }
        Ok(kinds)
    }

    fn certainties(&self, list: Option<Spanned<file::OneOrMany<String>>>) -> Result<Vec<Certainty>, RuleError> {
        let Some(list) = list else { return Ok(Vec::new()) };
        self.filled("placeholders", list.get_ref().0.len(), &list)?;
        let mut found = Vec::new();
        for name in &list.get_ref().0 {
            match name.as_str() {
                "any" => found.extend([Certainty::Likely, Certainty::Certain]),
                "certain" => found.push(Certainty::Certain),
                "likely" => found.push(Certainty::Likely),
                other => {
                    let text = format!("`{other}` is not a kind of placeholder; known are any, certain, likely");
                    return Err(self.at(list.span().start, RuleErrorKind::Sense(text)));
                }
            }
        }
        Ok(found)
    }
}

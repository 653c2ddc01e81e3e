//! From a settings file to what it says: places kept, paths seen from its folder, what it extends beneath it.

mod rules;

use super::bounds::Bounds;
use super::error::SettingsError;
use super::file::{JobFile, OverrideFile, SettingsFile, TiersFile};
use super::globs::Globs;
use super::job::{FilePattern, JobLayer, unknown_slot};
use super::keys::{self, Written};
use super::layer::{Layer, OutputLayer};
use super::loaded::{IgnoreEntry, Loaded, Override, SettingsSource};
use super::names::{Mention, Named};
use super::paths::{plain, shown};
use super::{Origin, Sourced};
use crate::cause::cause;
use crate::source::Source;
use crate::span::Span;
use crate::suppress::Ignore;
use crate::toml_file;
use std::path::{Path, PathBuf};
use toml::Spanned;

/// What `--set` is called in errors.
const SET: &str = "--set";

/// Files that one settings file extends at most, each counted as often as it is extended: thirty that extend the next
/// one twice would be read a milliard times.
const MOST_EXTENDED: usize = 64;

/// What leads to the file that is being read.
#[derive(Debug, Default)]
struct Chain {
    /// The files above it, real paths.
    above: Vec<PathBuf>,
    /// How many files were extended so far.
    extended: usize,
}

/// Reads the settings file at `path`, and those it extends.
///
/// Its patterns are seen from `patterns_from`, its paths from its own folder; what it names must lie in `bounds`.
///
/// # Errors
/// What is wrong with it or one of those.
pub(super) fn read(path: &Path, patterns_from: &Path, bounds: &Bounds) -> Result<Loaded, Vec<SettingsError>> {
    read_below(path, patterns_from, bounds, &mut Chain::default())
}

/// Reads one argument of `--set`: `KEY=VALUE`, as a settings file would have it.
///
/// Patterns and paths in it are seen from `folder`. A value that is no TOML is taken for a string.
///
/// # Errors
/// What is wrong with it.
pub fn read_set(argument: &str, folder: &Path) -> Result<Loaded, SettingsError> {
    let fail = |mistake: toml_file::Mistake| SettingsError::new(SET, format!("`{argument}`: {}", mistake.message));
    let (text, file) = match toml_file::read::<SettingsFile>(argument) {
        Ok(file) => (argument.to_owned(), file),
        // A shell eats quotes: `--set tier=short` means what it says.
        Err(mistake) => {
            let (key, value) = argument.split_once('=').ok_or_else(|| fail(mistake))?;
            let text = format!("{key}={:?}", value.trim().trim_matches('"'));
            let file = toml_file::read::<SettingsFile>(&text).map_err(|mistake| {
                let unknown = keys::unknown(&text, Written::Dotted).into_iter().next();
                fail(unknown.unwrap_or(mistake))
            })?;
            (text, file)
        }
    };
    let elsewhere = [
        ("extends", !file.extends.is_empty()),
        ("files", file.files.is_some()),
        ("exclude", file.exclude.is_some()),
        ("ignore", !file.ignore.is_empty()),
        ("override", !file.overrides.is_empty()),
    ];
    if let Some((key, _)) = elsewhere.into_iter().find(|(_, is_given)| *is_given) {
        let told = format!("`{key}` is relative to a folder, so it belongs in a settings file; name one with --config");
        return Err(SettingsError::new(SET, told));
    }
    let bounds = &Bounds::none();
    let reader = Reader {
        path: SET,
        text: &Source::new(text),
        folder,
        patterns_from: folder,
        bounds,
        mentions: Vec::new(),
        source: 0,
        is_set: true,
    };
    reader.loaded(file, Loaded::default())
}

fn read_below(
    path: &Path,
    patterns_from: &Path,
    bounds: &Bounds,
    chain: &mut Chain,
) -> Result<Loaded, Vec<SettingsError>> {
    let folder = &super::find::folder_of(&plain(path));
    let path_shown = shown(path);
    let text = toml_file::text_of(path).map_err(|error| {
        let told = match error.kind() {
            std::io::ErrorKind::NotFound => "no such settings file; check the spelling of the path".to_owned(),
            std::io::ErrorKind::InvalidData => "is not UTF-8 text; save the settings file as UTF-8".to_owned(),
            std::io::ErrorKind::IsADirectory => "is a folder; name the settings file in it".to_owned(),
            _ => format!("cannot read the settings file: {}", cause(&error)),
        };
        SettingsError::new(&path_shown, told)
    })?;
    // A byte order mark is no text, and has no column.
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    let file: SettingsFile = toml_file::read(&text).map_err(|mistake| {
        let all = mistakes(&text, mistake).into_iter();
        all.map(|mistake| SettingsError::of(&path_shown, &text, mistake)).collect::<Vec<_>>()
    })?;
    let own = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    chain.above.push(own);
    let mut base = Loaded::default();
    for extended in &file.extends {
        let at = |message: String| SettingsError::at(&path_shown, &text, extended.span().start, message);
        let target = plain(&folder.join(extended.get_ref()));
        let real = target.canonicalize().unwrap_or_else(|_| target.clone());
        if chain.above.contains(&real) {
            return Err(at(format!("`{}` extends this file too; remove one of the two", extended.get_ref())).into());
        }
        if !target.is_file() {
            let from = shown(folder);
            return Err(at(format!("`{}` is not a file; the path is relative to {from}", extended.get_ref())).into());
        }
        bounds.check(&target).map_err(at)?;
        chain.extended += 1;
        if chain.extended > MOST_EXTENDED {
            return Err(at(format!("more than {MOST_EXTENDED} files are extended here; merge some of them")).into());
        }
        let folder = super::find::folder_of(&target);
        base = join(base, read_below(&target, &folder, bounds, chain)?);
    }
    chain.above.pop();
    let index = base.sources.len();
    let source = Source::new(text);
    let reader = Reader {
        path: &path_shown,
        text: &source,
        folder,
        patterns_from,
        bounds,
        mentions: Vec::new(),
        source: index,
        is_set: false,
    };
    let mut loaded = reader.loaded(file, base)?;
    loaded.path.clone_from(&path_shown);
    loaded.sources.push(SettingsSource { path: path_shown, source });
    Ok(loaded)
}

/// All that is wrong with the keys of `text`, and `first`, which reading it stopped at.
fn mistakes(text: &str, first: toml_file::Mistake) -> Vec<toml_file::Mistake> {
    let mut all = keys::unknown(text, Written::Below);
    let besides = if all.is_empty() { Some(first) } else { keys::wrong_besides(text, &all) };
    all.extend(besides.map(|mistake| hinted(text, mistake)));
    all.sort_by_key(|mistake| mistake.at);
    all
}

/// The one trap that the shape has: `rules` cannot be a list and a table in one file.
fn hinted(text: &str, mut mistake: toml_file::Mistake) -> toml_file::Mistake {
    let is_twice = mistake.message.contains("duplicate key") || mistake.message.contains("cannot extend");
    let line = text.lines().nth(toml_file::place(text, mistake.at).0 - 1).unwrap_or_default();
    if is_twice && line.contains("rules") {
        mistake.message.push_str("; with [rules.ID] tables, write `rules.paths = [\"my-rules/\"]`");
    }
    mistake
}

/// Lays `upper` upon `lower`, both extended by one file.
fn join(lower: Loaded, upper: Loaded) -> Loaded {
    let first = lower.sources.len();
    let moved = upper.ignores.into_iter().map(|entry| IgnoreEntry { source: entry.source + first, ..entry });
    Loaded {
        path: upper.path,
        layer: upper.layer.over(&lower.layer),
        overrides: lower.overrides.into_iter().chain(upper.overrides).collect(),
        ignores: lower.ignores.into_iter().chain(moved).collect(),
        files: upper.files.or(lower.files),
        exclude: upper.exclude.or(lower.exclude),
        mentions: lower.mentions.into_iter().chain(upper.mentions).collect(),
        sources: lower.sources.into_iter().chain(upper.sources).collect(),
    }
}

struct Reader<'a> {
    path: &'a str,
    text: &'a Source,
    folder: &'a Path,
    /// What patterns are seen from.
    patterns_from: &'a Path,
    bounds: &'a Bounds,
    mentions: Vec<Mention>,
    /// Index that this file's source will have.
    source: usize,
    is_set: bool,
}

impl Reader<'_> {
    fn loaded(mut self, file: SettingsFile, base: Loaded) -> Result<Loaded, SettingsError> {
        let rule_paths = file.rules.paths.map(|paths| self.rule_paths(&paths)).transpose()?;
        let layer = Layer {
            tier: file.tier.map(|tier| self.sourced(&tier, |tier| tier.tier())),
            role: file.role.map(|role| self.role(&role)),
            level: file.level.map(|level| self.sourced(&level, |level| *level)),
            packs: file.packs.map(|packs| self.packs(&packs)),
            tiers: self.tiers(file.tiers),
            rules: self.rules(&file.rules.rules)?,
            rule_paths: rule_paths.flatten(),
            fail_on: file.fail_on.map(|fail_on| self.sourced(&fail_on, |fail_on| *fail_on)),
            max_warnings: file.max_warnings.map(|most| self.sourced(&most, |most| *most)),
            require_reason: file.require_reason.map(|required| self.sourced(&required, |required| *required)),
            baseline: file.baseline.map(|path| self.baseline(&path)).transpose()?,
            job: self.job(&file.job)?,
            output: OutputLayer {
                format: file.output.format.map(|format| self.sourced(&format, |format| *format)),
                show: file.output.show.map(|show| self.sourced(&show, |show| *show)),
                color: file.output.color.map(|color| self.sourced(&color, |color| *color)),
                redact: file.output.redact.map(|redact| self.sourced(&redact, |redact| *redact)),
            },
        };
        let mut overrides = base.overrides;
        for other in file.overrides {
            overrides.push(self.r#override(other)?);
        }
        let mut ignores = base.ignores;
        for entry in file.ignore {
            ignores.push(self.ignore(entry)?);
        }
        let files = file.files.map(|files| self.sourced_globs(&files)).transpose()?;
        let exclude = file.exclude.map(|exclude| self.sourced_globs(&exclude)).transpose()?;
        let mut mentions = base.mentions;
        mentions.append(&mut self.mentions);
        Ok(Loaded {
            path: self.path.to_owned(),
            layer: layer.over(&base.layer),
            overrides,
            ignores,
            files: files.or(base.files),
            exclude: exclude.or(base.exclude),
            mentions,
            sources: base.sources,
        })
    }

    fn r#override(&mut self, file: OverrideFile) -> Result<Override, SettingsError> {
        Ok(Override {
            files: self.globs(&file.files)?,
            layer: Layer {
                tier: file.tier.map(|tier| self.sourced(&tier, |tier| tier.tier())),
                role: file.role.map(|role| self.role(&role)),
                level: file.level.map(|level| self.sourced(&level, |level| *level)),
                packs: file.packs.map(|packs| self.packs(&packs)),
                tiers: self.tiers(file.tiers),
                rules: self.rules(&file.rules)?,
                job: self.job(&file.job)?,
                fail_on: file.fail_on.map(|fail_on| self.sourced(&fail_on, |fail_on| *fail_on)),
                ..Layer::default()
            },
        })
    }

    fn ignore(&mut self, entry: Spanned<super::file::IgnoreFile>) -> Result<IgnoreEntry, SettingsError> {
        let start = entry.span().start;
        let file = entry.into_inner();
        self.mention(file.rule.span().start, Named::Rule(file.rule.get_ref().clone()));
        let fields = [Some(&file.rule), file.path.as_ref(), file.text.as_ref(), file.reason.as_ref()];
        // A table's own span is its header; the entry goes on to its last value.
        let end = fields.into_iter().flatten().map(|field| field.span().end).max().unwrap_or(start);
        let files = match &file.path {
            Some(path) => Some(
                Globs::new(self.patterns_from, std::iter::once(path.get_ref().as_str()))
                    .map_err(|(_, why)| self.at(path.span().start, format!("`{}` {why}", path.get_ref())))?,
            ),
            None => None,
        };
        let is_one_file = |path: &Spanned<String>| !path.get_ref().contains(['*', '?', '[', '!']);
        Ok(IgnoreEntry {
            is_for_one_file: file.path.as_ref().is_some_and(is_one_file),
            ignore: Ignore {
                rule: file.rule.into_inner(),
                text: file.text.map(Spanned::into_inner),
                reason: file.reason.map(Spanned::into_inner),
                span: Span::new(start, end),
            },
            files,
            source: self.source,
        })
    }

    fn rule_paths(&self, paths: &[Spanned<String>]) -> Result<Option<Sourced<Vec<PathBuf>>>, SettingsError> {
        let Some(first) = paths.first() else { return Ok(None) };
        let is_missing = |path: &&Spanned<String>| !self.folder.join(path.get_ref()).exists();
        if let Some(missing) = paths.iter().find(is_missing) {
            let told = format!(
                "`{}` is not a rule file or folder; the path is relative to {}",
                missing.get_ref(),
                shown(self.folder)
            );
            return Err(self.at(missing.span().start, told));
        }
        let joined = paths.iter().map(|path| self.within_bounds(path)).collect::<Result<_, _>>()?;
        Ok(Some(Sourced::new(joined, self.origin(first.span().start))))
    }

    fn baseline(&self, path: &Spanned<String>) -> Result<Sourced<PathBuf>, SettingsError> {
        Ok(Sourced::new(self.within_bounds(path)?, self.origin(path.span().start)))
    }

    fn job(&self, file: &JobFile) -> Result<JobLayer, SettingsError> {
        let told = |value: &Spanned<String>, message| self.at(value.span().start, message);
        for value in [&file.company, &file.job, &file.cv].into_iter().flatten() {
            unknown_slot(value.get_ref()).map_or(Ok(()), |message| Err(told(value, message)))?;
        }
        for value in [&file.position, &file.recipient].into_iter().flatten() {
            if value.get_ref().contains(['{', '}']) {
                let message = "nothing is filled in here; `{dir}` works only in company, job and cv".to_owned();
                return Err(told(value, message));
            }
        }
        let text = |value: &Option<Spanned<String>>| value.as_ref().map(|value| self.sourced(value, String::clone));
        let path = |value: &Option<Spanned<String>>| {
            value.as_ref().map(|value| self.sourced(value, |path| FilePattern::new(path, self.folder, self.bounds)))
        };
        Ok(JobLayer {
            company: text(&file.company),
            position: text(&file.position),
            recipient: text(&file.recipient),
            job: path(&file.job),
            cv: path(&file.cv),
            sent: None,
        })
    }

    fn within_bounds(&self, path: &Spanned<String>) -> Result<PathBuf, SettingsError> {
        let joined = plain(&self.folder.join(path.get_ref()));
        self.bounds.check(&joined).map_err(|message| self.at(path.span().start, message))?;
        Ok(joined)
    }

    fn role(&mut self, role: &Spanned<String>) -> Sourced<String> {
        self.mention(role.span().start, Named::Role(role.get_ref().clone()));
        self.sourced(role, String::clone)
    }

    fn packs(&mut self, packs: &Spanned<Vec<String>>) -> Sourced<Vec<String>> {
        for pack in packs.get_ref() {
            self.mention(packs.span().start, Named::Pack(pack.clone()));
        }
        self.sourced(packs, Vec::clone)
    }

    fn tiers(&self, file: TiersFile) -> [Option<Sourced<usize>>; 3] {
        [file.short, file.standard, file.expanded].map(|words| words.map(|words| self.sourced(&words, |words| *words)))
    }

    fn sourced_globs(&self, patterns: &[Spanned<String>]) -> Result<Sourced<Globs>, SettingsError> {
        let start = patterns.first().map_or(0, |first| first.span().start);
        Ok(Sourced::new(self.globs(patterns)?, self.origin(start)))
    }

    fn globs(&self, patterns: &[Spanned<String>]) -> Result<Globs, SettingsError> {
        Globs::new(self.patterns_from, patterns.iter().map(|pattern| pattern.get_ref().as_str())).map_err(
            |(index, why)| self.at(patterns[index].span().start, format!("`{}` {why}", patterns[index].get_ref())),
        )
    }

    fn sourced<T, U>(&self, value: &Spanned<T>, read: impl FnOnce(&T) -> U) -> Sourced<U> {
        Sourced::new(read(value.get_ref()), self.origin(value.span().start))
    }

    fn origin(&self, at: usize) -> Origin {
        if self.is_set { Origin::Set } else { Origin::File(self.path.to_owned(), self.place(at).0) }
    }

    fn mention(&mut self, at: usize, what: Named) {
        let place = (!self.is_set).then(|| self.place(at));
        self.mentions.push(Mention { what, path: self.path.to_owned(), place });
    }

    fn at(&self, byte: usize, message: String) -> SettingsError {
        let place = (!self.is_set).then(|| self.place(byte));
        SettingsError { place, ..SettingsError::new(self.path, message) }
    }

    /// Line and column of byte `at`; asked for every value, so that lines are counted once.
    fn place(&self, at: usize) -> (usize, usize) {
        let place = self.text.position(at);
        (place.line, place.column)
    }
}

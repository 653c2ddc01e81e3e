//! From a settings file to what it says: places kept, paths seen from its folder, what it extends beneath it.

mod rules;

use super::bounds::Bounds;
use super::error::SettingsError;
use super::file::IgnoreFile;
use super::globs::Globs;
use super::keys::{self, Form};
use super::layer::{Layer, SettingsFile};
use super::loaded::{IgnoreEntry, Loaded, Override, SettingsSource};
use super::names::Named;
use super::origin::Sourced;
use super::paths::{plain, shown};
use super::reader::{Reader, Written};
use crate::cause::cause;
use crate::source::Source;
use crate::span::Span;
use crate::suppress::Ignore;
use crate::toml_file;
use std::path::{Path, PathBuf};

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
                let unknown = keys::unknown(&text, Form::Dotted).into_iter().next();
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
    loaded(reader, file, Loaded::default())
}

fn read_below(
    path: &Path,
    patterns_from: &Path,
    bounds: &Bounds,
    chain: &mut Chain,
) -> Result<Loaded, Vec<SettingsError>> {
    let folder = &super::paths::folder_of(&plain(path));
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
        let at = |message: String| SettingsError::at(&path_shown, &text, extended.start(), message);
        let target = plain(&folder.join(extended.get()));
        let real = target.canonicalize().unwrap_or_else(|_| target.clone());
        if chain.above.contains(&real) {
            return Err(at(format!("`{}` extends this file too; remove one of the two", extended.get())).into());
        }
        if !target.is_file() {
            let from = shown(folder);
            return Err(at(format!("`{}` is not a file; the path is relative to {from}", extended.get())).into());
        }
        bounds.check(&target).map_err(at)?;
        chain.extended += 1;
        if chain.extended > MOST_EXTENDED {
            return Err(at(format!("more than {MOST_EXTENDED} files are extended here; merge some of them")).into());
        }
        let folder = super::paths::folder_of(&target);
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
    let mut read = loaded(reader, file, base)?;
    read.path.clone_from(&path_shown);
    read.sources.push(SettingsSource { path: path_shown, source });
    Ok(read)
}

/// All that is wrong with the keys of `text`, and `first`, which reading it stopped at.
fn mistakes(text: &str, first: toml_file::Mistake) -> Vec<toml_file::Mistake> {
    let mut all = keys::unknown(text, Form::Below);
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

/// Returns what `file` says, upon `base`, which is what the files that it extends say.
fn loaded(mut reader: Reader<'_>, mut file: SettingsFile, base: Loaded) -> Result<Loaded, SettingsError> {
    let layer = Layer::take(&mut file, &mut reader)?;
    let mut overrides = base.overrides;
    for mut other in file.overrides {
        let files = globs(&reader, &other.files)?;
        let mut layer = Layer::take(&mut other.as_settings(), &mut reader)?;
        layer.rules.by_id = rules::by_id(&mut reader, &other.rules)?;
        overrides.push(Override { files, layer });
    }
    let mut ignores = base.ignores;
    for entry in file.ignore {
        ignores.push(ignore(&mut reader, entry)?);
    }
    let files = file.files.map(|files| sourced_globs(&reader, &files)).transpose()?;
    let exclude = file.exclude.map(|exclude| sourced_globs(&reader, &exclude)).transpose()?;
    let mut mentions = base.mentions;
    mentions.append(&mut reader.mentions);
    Ok(Loaded {
        path: reader.path.to_owned(),
        layer: layer.over(&base.layer),
        overrides,
        ignores,
        files: files.or(base.files),
        exclude: exclude.or(base.exclude),
        mentions,
        sources: base.sources,
    })
}

fn ignore(reader: &mut Reader<'_>, entry: Written<IgnoreFile>) -> Result<IgnoreEntry, SettingsError> {
    let start = entry.start();
    let file = entry.into_inner();
    reader.mention(file.rule.start(), Named::Rule(file.rule.get().clone()));
    let fields = [Some(&file.rule), file.path.as_ref(), file.text.as_ref(), file.reason.as_ref()];
    // A table's own span is its header; the entry goes on to its last value.
    let end = fields.into_iter().flatten().map(Written::end).max().unwrap_or(start);
    let is_one_file = |path: &Written<String>| !path.get().contains(['*', '?', '[', '!']);
    Ok(IgnoreEntry {
        is_for_one_file: file.path.as_ref().is_some_and(is_one_file),
        files: file.path.map(|path| globs(reader, &[path])).transpose()?,
        ignore: Ignore {
            rule: file.rule.into_inner(),
            text: file.text.map(Written::into_inner),
            reason: file.reason.map(Written::into_inner),
            span: Span::new(start, end),
        },
        source: reader.source,
    })
}

fn sourced_globs(reader: &Reader<'_>, patterns: &[Written<String>]) -> Result<Sourced<Globs>, SettingsError> {
    let start = patterns.first().map_or(0, Written::start);
    Ok(Sourced::new(globs(reader, patterns)?, reader.origin(start)))
}

fn globs(reader: &Reader<'_>, patterns: &[Written<String>]) -> Result<Globs, SettingsError> {
    Globs::new(reader.patterns_from, patterns.iter().map(|pattern| pattern.get().as_str())).map_err(|(index, why)| {
        let pattern = &patterns[index];
        reader.at(pattern.start(), format!("`{}` {why}", pattern.get()))
    })
}

//! The settings in force for each letter, worked out once for all letters that are alike.

use super::args::{ApplicationArgs, CheckArgs, ReadyArgs, RulesArgs, SkimArgs};
use super::complain;
use letterlint::check::Options;
use letterlint::front_matter::{Fault, FrontMatter};
use letterlint::letter::Letter;
use letterlint::report::FileError;
use letterlint::rule::{Amendment, RuleError, RuleSet};
use letterlint::settings::{Discovery, Layer, Loaded, Lookup, Profile, SettingsError, Sourced, read_set};
use letterlint::settings::{FilePattern, JobLayer, Origin, OutputLayer, Setting, front_matter};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The rule files that settings name, and what they add to rules.
type RuleSources = (Vec<PathBuf>, BTreeMap<String, Amendment>);

/// Settings by letter.
pub(super) struct Profiles {
    discovery: Discovery,
    /// What the command line says.
    upper: Layer,
    select: Vec<String>,
    ignore: Vec<String>,
    rule_paths: Vec<PathBuf>,
    rules: HashMap<RuleSources, Option<Arc<RuleSet>>>,
    /// By settings file and the overrides of it that name the letter.
    known: HashMap<(String, Vec<usize>), Option<Arc<Profile>>>,
    broken: HashSet<String>,
    /// What is wrong with settings and rules, each told once.
    errors: Vec<FileError>,
}

impl Profiles {
    /// Returns the settings for a letter whose rules are shown.
    pub(super) fn of_rules(args: &RulesArgs) -> Self {
        Profiles { rule_paths: args.rules.clone(), ..Profiles::with(lookup(None, false), Layer::default()) }
    }

    /// Returns the settings that `args` ask for.
    ///
    /// # Errors
    /// What is wrong with `--set`.
    pub(super) fn new(args: &CheckArgs) -> Result<Self, SettingsError> {
        let upper = flags(args).over(&set_layer(&args.sets)?);
        Ok(Profiles {
            select: args.select.clone(),
            ignore: args.ignore.clone(),
            rule_paths: args.rules.clone(),
            ..Profiles::with(lookup(args.config.as_ref(), args.isolated), upper)
        })
    }

    /// Returns the settings that `args` ask for.
    pub(super) fn of_skim(args: &SkimArgs) -> Self {
        let upper = Layer {
            role: flag(args.role.clone(), "--role"),
            level: flag(args.level, "--level"),
            packs: flag(some(&args.packs), "--pack"),
            ..Layer::default()
        };
        let lookup = lookup(args.lookup.config.as_ref(), args.lookup.isolated);
        Profiles { rule_paths: args.rules.clone(), ..Profiles::with(lookup, upper) }
    }

    /// Returns the settings that `args` ask for.
    ///
    /// # Errors
    /// What is wrong with `--set`.
    pub(super) fn of_ready(args: &ReadyArgs) -> Result<Self, SettingsError> {
        let output = OutputLayer { redact: switch(args.redact, "--redact"), ..OutputLayer::default() };
        let said = Layer { job: job_flags(&args.application), output, ..Layer::default() };
        let upper = said.over(&set_layer(&args.sets)?);
        Ok(Profiles::with(lookup(args.lookup.config.as_ref(), args.lookup.isolated), upper))
    }

    /// Returns settings found by `lookup`, with `upper` from the command line.
    pub(super) fn with(lookup: Lookup, upper: Layer) -> Self {
        Profiles {
            discovery: Discovery::new(lookup),
            upper,
            select: Vec::new(),
            ignore: Vec::new(),
            rule_paths: Vec::new(),
            rules: HashMap::new(),
            known: HashMap::new(),
            broken: HashSet::new(),
            errors: Vec::new(),
        }
    }

    /// Returns the settings file for letters in `folder`; `None` where it is broken.
    pub(super) fn loaded(&mut self, folder: &Path) -> Option<Arc<Loaded>> {
        match self.discovery.for_folder(folder) {
            Ok(loaded) => Some(loaded),
            Err(errors) => {
                for error in errors {
                    self.fail(FileError { path: error.location(), message: error.message });
                }
                None
            }
        }
    }

    /// Returns the settings in force for `letter`, an absolute path; `None` where they are broken.
    pub(super) fn of(&mut self, letter: &Path) -> Option<Arc<Profile>> {
        let loaded = self.loaded(letter.parent().unwrap_or(letter))?;
        let overrides = loaded.overrides_for(letter);
        let key = (loaded.path.clone(), overrides);
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let profile = self.profile(&loaded, &key.1);
        self.known.insert(key, profile.clone());
        profile
    }

    fn profile(&mut self, loaded: &Arc<Loaded>, overrides: &[usize]) -> Option<Arc<Profile>> {
        let lower = loaded.layer_with(overrides);
        let mut paths = lower.rules.paths.as_ref().map_or_else(Vec::new, |paths| paths.value.clone());
        paths.extend(self.rule_paths.iter().cloned());
        let rules = self.rules(paths, self.upper.clone().over(&lower).amendments())?;
        let unknown = loaded.unknown_names(&rules);
        if !unknown.is_empty() {
            for error in unknown {
                self.fail(FileError { path: error.location(), message: error.message });
            }
            return None;
        }
        let profile = Profile::new(Arc::clone(loaded), rules, lower, self.upper.clone(), |options: &mut Options| {
            options.choices.select.clone_from(&self.select);
            options.choices.ignore.clone_from(&self.ignore);
        });
        Some(Arc::new(profile))
    }

    fn rules(&mut self, paths: Vec<PathBuf>, amendments: BTreeMap<String, Amendment>) -> Option<Arc<RuleSet>> {
        let key = (paths, amendments);
        if let Some(known) = self.rules.get(&key) {
            return known.clone();
        }
        let (paths, amendments) = &key;
        let amended = |mut rules: RuleSet| {
            if amendments.is_empty() {
                Ok(rules)
            } else {
                rules.amend(amendments).map(|()| rules).map_err(|error| vec![error])
            }
        };
        let rules = match RuleSet::load(paths).and_then(amended) {
            Ok(rules) => Some(Arc::new(rules)),
            Err(errors) => {
                for error in &errors {
                    self.fail(of_rule(error));
                }
                None
            }
        };
        self.rules.insert(key, rules.clone());
        rules
    }

    fn fail(&mut self, error: FileError) {
        if self.broken.insert(format!("{}: {}", error.path, error.message)) {
            self.errors.push(error);
        }
    }

    /// Takes what is wrong with settings and rules so far.
    pub(super) fn take_errors(&mut self) -> Vec<FileError> {
        std::mem::take(&mut self.errors)
    }

    /// Says which settings files are not read although they are there.
    pub(super) fn warn(&mut self) {
        self.discovery.take_warnings().iter().for_each(|warning| complain(warning));
    }
}

/// What a letter's own front matter says.
#[derive(Default)]
pub(super) struct Own {
    /// The settings in force where it says anything.
    pub(super) profile: Option<Profile>,
    /// What cannot be used.
    pub(super) faults: Vec<Fault>,
}

/// Returns the profile of a letter that says something of itself.
pub(super) fn with_front_matter(path: &str, absolute: &Path, letter: &Letter, profile: &Profile) -> Own {
    let Some(span) = letter.front_matter() else { return Own::default() };
    let folder = absolute.parent().unwrap_or(absolute);
    let front = FrontMatter::read(letter.source(), span, &profile.rules);
    let own = profile.with_front_matter(front_matter(path, folder, &front));
    Own { profile: Some(own), faults: front.faults }
}

/// Returns `paths` and the rule files and folders that the settings for the current folder name.
pub(super) fn with_own(paths: &[PathBuf]) -> Vec<PathBuf> {
    let here = env::current_dir().unwrap_or_default();
    let loaded = Discovery::new(lookup(None, false)).for_folder(&here).ok();
    let own = loaded.and_then(|loaded| loaded.layer.rules.paths.clone());
    own.into_iter().flat_map(|own| own.value).chain(paths.iter().cloned()).collect()
}

/// Returns a broken rule as an error of a run.
pub(super) fn of_rule(error: &RuleError) -> FileError {
    FileError { path: error.location(), message: error.message().to_owned() }
}

/// Returns where settings are looked for; the option comes before the variable.
pub(super) fn lookup(config: Option<&PathBuf>, is_isolated: bool) -> Lookup {
    let named = || env::var_os("LETTERLINT_CONFIG").filter(|path| !path.is_empty()).map(PathBuf::from);
    match config.cloned() {
        Some(path) => Lookup::File(path),
        None if is_isolated => Lookup::Isolated,
        None => named().map_or(Lookup::Nearest, Lookup::File),
    }
}

/// Returns what `sets`, each `KEY=VALUE`, say; later ones win.
pub(super) fn set_layer(sets: &[String]) -> Result<Layer, SettingsError> {
    let here = env::current_dir().unwrap_or_default();
    let mut upper = Layer::default();
    for set in sets {
        let loaded = read_set(set, &here)?;
        if let Some(error) = loaded.unknown_names(&RuleSet::shipped()).pop() {
            return Err(error);
        }
        upper = loaded.layer.over(&upper);
    }
    Ok(upper)
}

/// Returns what the options of the command line say.
pub(super) fn flags(args: &CheckArgs) -> Layer {
    Layer {
        tier: flag(args.tier, "--tier"),
        role: flag(args.role.clone(), "--role"),
        level: flag(args.level, "--level"),
        packs: flag(some(&args.packs), "--pack"),
        fail_on: flag(args.fail_on, "--fail-on"),
        max_warnings: flag(args.max_warnings, "--max-warnings"),
        baseline: flag(args.baseline.clone(), "--baseline"),
        job: job_flags(&args.application),
        output: OutputLayer {
            format: flag(args.format, "--format"),
            show: flag(args.show, "--show"),
            color: flag(args.color, "--color"),
            redact: switch(args.redact, "--redact"),
        },
        ..Layer::default()
    }
}

/// What the options say of the application.
fn job_flags(args: &ApplicationArgs) -> JobLayer {
    let here = env::current_dir().unwrap_or_default();
    let file = |path: &PathBuf| FilePattern::of_flag(&path.to_string_lossy(), &here);
    JobLayer {
        company: flag(args.company.clone(), "--company"),
        position: flag(args.position.clone(), "--position"),
        recipient: flag(args.recipient.clone(), "--recipient"),
        job: flag(args.job.as_ref().map(file), "--job"),
        cv: flag(args.cv.as_ref().map(file), "--cv"),
        sent: None,
    }
}

fn flag<T>(value: Option<T>, name: &'static str) -> Setting<T> {
    value.map(|value| Sourced::new(value, Origin::Flag(name)))
}

fn switch(is_on: bool, name: &'static str) -> Setting<bool> {
    flag(is_on.then_some(true), name)
}

fn some(values: &[String]) -> Option<Vec<String>> {
    (!values.is_empty()).then(|| values.to_vec())
}

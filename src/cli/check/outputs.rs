//! Where the reports of a run go: standard output, files, a workflow's summary.

use super::super::args::{CheckArgs, Output};
use super::super::terminal;
use super::super::whole_file::WholeFile;
use super::targets::is_standard;
use letterlint::cause::cause;
use letterlint::diagnostic::Severity;
use letterlint::report::statistics::{Statistics, Summary};
use letterlint::report::{Emitter, Ending, FileReport, FormatName, Inert, Links, Palette, RuleText};
use letterlint::report::{concise, full, github, gitlab, grouped, json, json_lines, junit, markdown, rdjson, sarif};
use letterlint::rule::RuleSet;
use letterlint::settings::{ColorChoice, FailOn, Profile};
use std::env;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::PathBuf;

/// All that a run writes.
pub(super) struct Outputs<'a> {
    /// Whether standard output says which files were skipped.
    pub(super) lists_skipped: bool,
    /// How places in standard output become links, where the terminal follows them.
    pub(super) links: Option<Links>,
    all: Vec<(Box<dyn Emitter>, Target<'a>)>,
}

enum Target<'a> {
    Standard(&'a mut dyn Write),
    /// Standard output that nobody reads any more: `letterlint … | head`.
    Closed(io::Sink),
    File(PathBuf, WholeFile),
    /// What is added to a file of others once all of it is there.
    Summary(PathBuf, Vec<u8>),
}

/// What formats are made of.
struct Style {
    show: Severity,
    is_quiet: bool,
    has_help: bool,
    threshold: Option<Severity>,
    rules: Option<std::sync::Arc<RuleSet>>,
    rule_paths: Vec<PathBuf>,
}

impl<'a> Outputs<'a> {
    /// Opens what `args` and the settings of `profile` ask for; those of the first path count for the whole run.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub(super) fn open(
        args: &CheckArgs,
        profile: Option<&Profile>,
        standard: &'a mut dyn Write,
    ) -> Result<Self, (PathBuf, io::Error)> {
        let output = profile.map(|profile| profile.layer.output.clone()).unwrap_or_default();
        let standard_format = args.outputs.iter().find(|output| is_standard(&output.file)).map(|output| output.format);
        let format =
            standard_format.or(args.format).or(output.format.map(|format| format.value)).unwrap_or(FormatName::Full);
        let show = args.show.or(output.show.map(|show| show.value)).unwrap_or(Severity::Warning);
        let color = args.color.or(output.color.map(|color| color.value)).unwrap_or(ColorChoice::Auto);
        let given = args.fail_on.map(FailOn::threshold);
        let threshold = given.or_else(|| profile.map(Profile::threshold)).unwrap_or(Some(Severity::Error));
        let rule_paths =
            profile.and_then(|profile| profile.layer.rules.paths.as_ref()).map(|paths| paths.value.clone());
        let style = Style {
            show,
            is_quiet: args.quiet,
            has_help: args.help_text,
            threshold,
            rules: profile.map(|profile| std::sync::Arc::clone(&profile.rules)),
            rule_paths: rule_paths.into_iter().flatten().chain(args.rules.iter().cloned()).collect(),
        };
        let palette = terminal::palette(color);
        let emitter: Box<dyn Emitter> = match () {
            () if args.statistics => Box::new(Statistics::new(palette)),
            () if args.summary => Box::new(Summary { palette }),
            () => style.emitter(format, palette, terminal::width()),
        };
        let is_for_people = args.statistics
            || args.summary
            || matches!(format, FormatName::Full | FormatName::Concise | FormatName::Grouped);
        let is_log = is_for_people && terminal::is_workflow_log();
        let emitter = if is_log { Box::new(Inert(emitter)) } else { emitter };
        let mut all = vec![(emitter, Target::Standard(standard))];
        for Output { format, file } in args.outputs.iter().filter(|output| !is_standard(&output.file)) {
            let whole = WholeFile::create(file).map_err(|error| (file.clone(), error))?;
            all.push((
                style.emitter(*format, Palette::new(false), terminal::DEFAULT_WIDTH),
                Target::File(file.clone(), whole),
            ));
        }
        if let Some(path) = env::var_os("GITHUB_STEP_SUMMARY").filter(|path| args.step_summary && !path.is_empty()) {
            let emitter = style.emitter(FormatName::Markdown, Palette::new(false), terminal::DEFAULT_WIDTH);
            all.push((emitter, Target::Summary(PathBuf::from(path), Vec::new())));
        }
        let lists_skipped = is_for_people && format != FormatName::Concise
            || matches!(format, FormatName::Github | FormatName::Json | FormatName::JsonLines | FormatName::Markdown);
        Ok(Outputs { lists_skipped, links: terminal::links(palette), all })
    }

    /// Writes what was found in `file`.
    pub(super) fn file(&mut self, file: &FileReport) -> io::Result<()> {
        for (emitter, target) in &mut self.all {
            let written = emitter.file(file, target.out());
            target.settle(written)?;
        }
        Ok(())
    }

    /// Writes to standard output what waits to be written there.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        for (_, target) in &mut self.all {
            let flushed = match target {
                Target::Standard(out) => out.flush(),
                Target::Closed(_) | Target::File(..) | Target::Summary(..) => Ok(()),
            };
            target.settle(flushed)?;
        }
        Ok(())
    }

    /// Writes what stands at the end, and keeps the files.
    ///
    /// # Errors
    /// Of standard output: as they are; of a file: with its path.
    pub(super) fn end(self, ending: &Ending<'_>) -> io::Result<()> {
        for (mut emitter, mut target) in self.all {
            let written = emitter.end(ending, target.out());
            target.settle(written)?;
            let named =
                |path: &PathBuf, error: io::Error| io::Error::other(format!("{}: {}", path.display(), cause(&error)));
            match target {
                Target::Standard(out) => match out.flush() {
                    Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error),
                    _ => {}
                },
                Target::Closed(_) => {}
                Target::File(path, whole) => whole.keep().map_err(|error| named(&path, error))?,
                Target::Summary(path, text) => {
                    let file = OpenOptions::new().create(true).append(true).open(&path);
                    file.and_then(|mut file| file.write_all(&text)).map_err(|error| named(&path, error))?;
                }
            }
        }
        Ok(())
    }
}

impl Target<'_> {
    /// Lets a pipe that was closed be closed: the exit code and the files are not for its reader.
    ///
    /// # Errors
    /// Of standard output: as they are; of a file: with its path.
    fn settle(&mut self, written: io::Result<()>) -> io::Result<()> {
        match written {
            Err(error) if matches!(self, Target::File(..) | Target::Summary(..)) => Err(self.named(&error)),
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe && matches!(self, Target::Standard(_)) => {
                *self = Target::Closed(io::sink());
                Ok(())
            }
            other => other,
        }
    }

    fn named(&self, error: &io::Error) -> io::Error {
        match self {
            Target::File(path, _) | Target::Summary(path, _) => {
                io::Error::other(format!("{}: {}", path.display(), cause(error)))
            }
            Target::Standard(_) | Target::Closed(_) => io::Error::other(error.to_string()),
        }
    }

    fn out(&mut self) -> &mut dyn Write {
        match self {
            Target::Standard(out) => *out,
            Target::Closed(sink) => sink,
            Target::File(_, whole) => whole,
            Target::Summary(_, text) => text,
        }
    }
}

impl Style {
    fn emitter(&self, format: FormatName, palette: Palette, width: usize) -> Box<dyn Emitter> {
        let show = self.show;
        let view = full::View { width, show, palette, is_quiet: self.is_quiet };
        match format {
            FormatName::Full => Box::new(full::Full::new(&view)),
            FormatName::Concise => Box::new(concise::Concise { show, palette, has_help: self.has_help }),
            FormatName::Grouped => Box::new(grouped::Grouped::new(show, palette).with_help(self.has_help)),
            FormatName::Json => Box::new(json::Json::default()),
            FormatName::JsonLines => Box::new(json_lines::JsonLines),
            FormatName::Github => Box::new(github::Github::new(full::Full::new(&view))),
            FormatName::Gitlab => Box::new(gitlab::Gitlab::default()),
            FormatName::Junit => Box::new(junit::Junit::new(self.threshold)),
            FormatName::Sarif => Box::new(sarif::Sarif::new(self.rule_texts())),
            FormatName::Rdjson => Box::new(rdjson::Rdjson::default()),
            FormatName::Markdown => Box::new(markdown::Markdown::new(show)),
        }
    }

    /// What the rules say of themselves, which a check alone does not need.
    fn rule_texts(&self) -> Vec<RuleText> {
        match (RuleSet::documented(&self.rule_paths), &self.rules) {
            (Ok(rules), _) => rules.rules().map(RuleText::of).collect(),
            (Err(_), Some(rules)) => rules.rules().map(RuleText::of).collect(),
            (Err(_), None) => Vec::new(),
        }
    }
}

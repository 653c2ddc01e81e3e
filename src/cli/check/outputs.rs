//! Where the reports of a run go: standard output, files, a workflow's summary.

use super::super::args::{CheckArgs, Output};
use super::super::profiles::flags;
use super::super::terminal;
use super::super::whole_file::WholeFile;
use super::targets::is_standard;
use letterlint::cause::cause;
use letterlint::report::statistics::{Statistics, Summary};
use letterlint::report::{self, Emitter, Ending, FileReport, FormatName, Inert, Links, Palette, RuleText, Style};
use letterlint::rule::RuleSet;
use letterlint::settings::{ColorChoice, Profile};
use std::env;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

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

impl<'a> Outputs<'a> {
    /// Opens what `args` and the settings of `profile` ask for; those of the first path count for the whole run.
    ///
    /// # Errors
    /// A file that cannot be written.
    pub(super) fn open(
        args: &CheckArgs,
        profile: Option<&Profile>,
        standard: &'a mut dyn Write,
    ) -> Result<Self, String> {
        let said = profile.map_or_else(|| flags(args), |profile| profile.layer.clone());
        let standard_format = args.outputs.iter().find(|output| is_standard(&output.file)).map(|output| output.format);
        let format = standard_format.unwrap_or_else(|| said.output.format());
        let palette = terminal::palette(said.output.color.as_ref().map_or(ColorChoice::Auto, |color| color.value));
        let style = Style {
            width: terminal::width(),
            show: said.output.show(),
            palette,
            is_quiet: args.quiet,
            has_help: args.help_text,
            threshold: said.fail_on().threshold(),
        };
        let rule_paths: Vec<_> =
            said.rules.paths.iter().flat_map(|own| &own.value).chain(&args.rules).cloned().collect();
        let rules = || rule_texts(&rule_paths, profile);
        let in_a_file = Style { width: terminal::DEFAULT_WIDTH, palette: Palette::new(false), ..style };
        let emitter: Box<dyn Emitter> = match () {
            () if args.statistics => Box::new(Statistics::new(palette)),
            () if args.summary => Box::new(Summary { palette }),
            () => report::emitter(format, style, rules),
        };
        let is_for_people = args.statistics
            || args.summary
            || matches!(format, FormatName::Full | FormatName::Concise | FormatName::Grouped);
        let is_log = is_for_people && terminal::is_workflow_log();
        let emitter = if is_log { Box::new(Inert(emitter)) } else { emitter };
        let mut all = vec![(emitter, Target::Standard(standard))];
        for Output { format, file } in args.outputs.iter().filter(|output| !is_standard(&output.file)) {
            let fail = |error| format!("{}: cannot be written: {}", file.display(), cause(&error));
            let whole = WholeFile::create(file).map_err(fail)?;
            all.push((report::emitter(*format, in_a_file, rules), Target::File(file.clone(), whole)));
        }
        if let Some(path) = env::var_os("GITHUB_STEP_SUMMARY").filter(|path| args.step_summary && !path.is_empty()) {
            let emitter = report::emitter(FormatName::Markdown, in_a_file, rules);
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
            match target {
                Target::Standard(out) => match out.flush() {
                    Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error),
                    _ => {}
                },
                Target::Closed(_) => {}
                Target::File(path, whole) => whole.keep().map_err(|error| named(&path, &error))?,
                Target::Summary(path, text) => {
                    let file = OpenOptions::new().create(true).append(true).open(&path);
                    file.and_then(|mut file| file.write_all(&text)).map_err(|error| named(&path, &error))?;
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
        match (written, &*self) {
            (Err(error), Target::File(path, _) | Target::Summary(path, _)) => Err(named(path, &error)),
            (Err(error), Target::Standard(_)) if error.kind() == io::ErrorKind::BrokenPipe => {
                *self = Target::Closed(io::sink());
                Ok(())
            }
            (other, _) => other,
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

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::other(format!("{}: {}", path.display(), cause(error)))
}

/// What the rules say of themselves, which a check alone does not need.
fn rule_texts(paths: &[PathBuf], profile: Option<&Profile>) -> Vec<RuleText> {
    match RuleSet::documented(paths) {
        Ok(rules) => rules.rules().map(RuleText::of).collect(),
        Err(_) => profile.iter().flat_map(|profile| profile.rules.rules()).map(RuleText::of).collect(),
    }
}

//! Which files a run may write: no letter, nothing that it reads, and no other file that is not a report.

use super::super::args::CheckArgs;
use super::super::letters::Letters;
use letterlint::report::is_report;
use letterlint::settings::{Profile, plain};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Stands for standard output.
pub(super) const STANDARD: &str = "-";

/// Says what is wrong with the files that a run is to write.
pub(super) fn refused(args: &CheckArgs, found: &Letters, first: Option<&Profile>) -> Option<String> {
    read_too(args, found).or_else(|| named_twice(args, first)).or_else(|| not_ours(args))
}

/// What to say where a file that a run is to write is one that it reads.
fn read_too(args: &CheckArgs, found: &Letters) -> Option<String> {
    let real = |path: &Path| path.canonicalize().ok();
    let mut read: BTreeSet<PathBuf> = found.jobs.iter().filter_map(|job| real(&job.absolute)).collect();
    for job in &found.jobs {
        let settings = job.profile.loaded.sources().filter_map(|source| real(Path::new(&source.path)));
        read.extend(settings);
        let rules = job.profile.layer.rules.paths.iter().flat_map(|paths| &paths.value);
        read.extend(rules.filter_map(|path| real(path)));
    }
    read.extend(args.rules.iter().filter_map(|path| real(path)));
    let baseline = args.baseline.as_deref().filter(|_| args.write_baseline);
    let target = outputs(args).chain(baseline).find(|path| real(path).is_some_and(|path| read.contains(&path)))?;
    Some(format!("{}: is an input of this run and would be overwritten; name another file", target.display()))
}

/// What to say where two things would be written to one place, and the last alone would be there.
fn named_twice(args: &CheckArgs, first: Option<&Profile>) -> Option<String> {
    let standard = args.outputs.iter().filter(|output| is_standard(&output.file)).count();
    if standard + usize::from(args.format.is_some()) > 1 && standard > 0 {
        return Some("--output: standard output takes one format; leave out --format or one of the outputs".to_owned());
    }
    let baseline = first.and_then(super::baseline::path_of).unwrap_or(Path::new(super::baseline::DEFAULT_FILE));
    let summary = env::var_os("GITHUB_STEP_SUMMARY").filter(|path| args.step_summary && !path.is_empty());
    let others = Some(baseline).filter(|_| args.write_baseline).map(Path::to_owned);
    let others = others.into_iter().chain(summary.map(PathBuf::from));
    let mut seen: BTreeSet<PathBuf> = others.map(|path| place(&path)).collect();
    let twice = outputs(args).filter(|path| !is_device(path)).find(|path| !seen.insert(place(path)))?;
    Some(format!("--output: `{}` is written twice in this run; name another file for one of the two", twice.display()))
}

/// What to say where a file is there that letterlint did not write.
fn not_ours(args: &CheckArgs) -> Option<String> {
    let is_other = |path: &&Path| {
        let is_file = fs::metadata(path).is_ok_and(|there| there.is_file());
        is_file && !fs::read_to_string(path).is_ok_and(|text| is_report(&text))
    };
    let other = outputs(args).find(is_other).filter(|_| !args.force)?;
    Some(format!(
        "{}: already exists and is not a letterlint report; name another file, or overwrite it with --force",
        other.display()
    ))
}

/// The files that reports are to be written to.
fn outputs(args: &CheckArgs) -> impl Iterator<Item = &Path> {
    args.outputs.iter().map(|output| output.file.as_path()).filter(|file| !is_standard(file))
}

pub(super) fn is_standard(file: &Path) -> bool {
    file.as_os_str() == STANDARD
}

/// Whether several things may be written to what `path` names, such as /dev/null.
fn is_device(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir())
}

/// The one path of a file that is there or is to be, whichever way it is named.
fn place(path: &Path) -> PathBuf {
    let real = |path: &Path| path.canonicalize().ok();
    let plain = plain(path);
    let in_folder = || Some(real(plain.parent()?)?.join(plain.file_name()?));
    real(&plain).or_else(in_folder).unwrap_or(plain)
}

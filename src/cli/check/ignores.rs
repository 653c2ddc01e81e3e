//! What a run can say of the `[[ignore]]`s of its settings files.

use letterlint::report::FileReport;
use letterlint::settings::{Profile, plain};
use letterlint::suppress::{ignore_without_reason, unused_ignore};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Which `[[ignore]]`s of which settings file were tried, and which took something away.
#[derive(Default)]
pub(super) struct Ignores {
    files: BTreeMap<String, Noted>,
}

/// How the entries of one settings file fared, by their indices.
struct Noted {
    /// That of any letter it is in force for.
    profile: Arc<Profile>,
    tried: BTreeSet<usize>,
    used: BTreeSet<usize>,
}

impl Ignores {
    /// Notes how the entries fared with one letter under `profile`.
    pub(super) fn note(&mut self, profile: &Arc<Profile>, tried: &[usize], used: &[usize]) {
        if profile.loaded.ignores().is_empty() {
            return;
        }
        let file = self.files.entry(profile.loaded.path.clone());
        let noted = file.or_insert_with(|| Noted {
            profile: Arc::clone(profile),
            tried: BTreeSet::new(),
            used: BTreeSet::new(),
        });
        noted.tried.extend(tried);
        noted.used.extend(used);
    }

    /// Returns what is wrong with the entries, by settings file, with the settings in force there.
    ///
    /// An entry for one letter is known to be of no use when that letter was checked; any entry is, when the folder of
    /// its settings file was walked, one of `walked`.
    pub(super) fn reports(self, walked: &[PathBuf]) -> Vec<(FileReport, Arc<Profile>)> {
        let mut reports = Vec::new();
        for (settings, Noted { profile, tried, used }) in self.files {
            let settings = plain(Path::new(&settings));
            let is_whole = walked.iter().any(|folder| settings.starts_with(folder));
            let mut by_source: BTreeMap<usize, Vec<_>> = BTreeMap::new();
            for (index, entry) in profile.loaded.ignores().iter().enumerate() {
                let was_tried = tried.contains(&index);
                let is_known = is_whole || (was_tried && entry.is_for_one_file);
                let found = by_source.entry(entry.source).or_default();
                if is_known && !used.contains(&index) {
                    found.extend(unused_ignore(&entry.ignore, &profile.rules, &profile.options));
                }
                if profile.requires_reason() && (was_tried || is_whole) {
                    found.extend(ignore_without_reason(&entry.ignore, &profile.rules, &profile.options));
                }
            }
            for (source, mut diagnostics) in by_source.into_iter().filter(|(_, found)| !found.is_empty()) {
                diagnostics.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
                let file = profile.loaded.source(source);
                let report = FileReport {
                    is_redacted: profile.options.is_redacted,
                    ..FileReport::of_settings(&file.path, file.source.clone(), diagnostics)
                };
                reports.push((report, Arc::clone(&profile)));
            }
        }
        reports
    }
}

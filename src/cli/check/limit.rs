//! How many warnings a run may find.

use letterlint::diagnostic::Severity;
use letterlint::report::FileReport;
use letterlint::settings::{Origin, Profile, Sourced};
use std::collections::BTreeMap;

/// The warnings of a run, counted by the limit that is in force for them.
///
/// A limit of the command line holds for the whole run, one of a settings file for the letters that the file is for.
#[derive(Default)]
pub(in crate::cli) struct Warnings {
    found: BTreeMap<String, (Sourced<usize>, usize)>,
}

impl Warnings {
    /// Counts those of `report`, which `profile` is in force for.
    pub(in crate::cli) fn note(&mut self, profile: &Profile, report: &FileReport) {
        let Some(limit) = &profile.layer.max_warnings else { return };
        let warnings = report.diagnostics.iter().filter(|found| found.severity == Severity::Warning).count();
        let counted = self.found.entry(limit.origin.to_string()).or_insert_with(|| (limit.clone(), 0));
        counted.1 += warnings;
    }

    /// Says which limits were exceeded.
    pub(in crate::cli) fn exceeded(&self) -> Vec<String> {
        let over = self.found.values().filter(|(limit, found)| *found > limit.value);
        over.map(|(limit, found)| format!("too many warnings: {found}, and {}", allows(limit))).collect()
    }
}

fn allows(limit: &Sourced<usize>) -> String {
    let value = if limit.value == 0 { "none".to_owned() } else { limit.value.to_string() };
    match &limit.origin {
        Origin::Flag(name) => format!("{name} allows {value}"),
        origin => format!("max-warnings ({origin}) allows {value}"),
    }
}

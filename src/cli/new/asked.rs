//! What a new letter is for: the command line has the last word, settings fill in the rest.

use super::super::args::NewArgs;
use letterlint::application::Name;
use letterlint::rule::{Level, RuleSet, Tier};
use letterlint::settings::Profile;
use std::path::Path;
use std::sync::Arc;

/// What a new letter is for.
pub(super) struct Asked {
    pub(super) tier: Tier,
    /// Whether the settings say how long it is.
    pub(super) has_tier: bool,
    pub(super) role: Option<String>,
    pub(super) level: Option<Level>,
    pub(super) company: Option<String>,
    pub(super) position: Option<String>,
    pub(super) recipient: Option<String>,
    pub(super) rules: Arc<RuleSet>,
}

impl Asked {
    /// Returns what `args` ask for, and else what `profile` says of a letter in `folder`.
    pub(super) fn of(args: &NewArgs, profile: &Profile, folder: Option<&Path>) -> Self {
        let said = &profile.layer;
        let given = args.tier.unwrap_or_else(|| said.tier());
        Asked {
            tier: given.tier().unwrap_or(Tier::Standard),
            has_tier: said.tier.is_some(),
            role: args.role.clone().or_else(|| said.role.as_ref().map(|role| role.value.clone())),
            level: args.level.or(said.level.as_ref().map(|level| level.value)),
            company: args.company.clone().or_else(|| company(profile, folder)),
            position: args.position.clone().or_else(|| said.job.position.as_ref().map(|text| text.value.clone())),
            recipient: args.recipient.clone().or_else(|| said.job.recipient.as_ref().map(|text| text.value.clone())),
            rules: Arc::clone(&profile.rules),
        }
    }
}

/// The company that the settings name, perhaps by the letter's folder.
fn company(profile: &Profile, folder: Option<&Path>) -> Option<String> {
    let (name, is_folder) = profile.layer.job.company_in(folder.unwrap_or(Path::new("")))?;
    match (is_folder, folder) {
        (false, _) => Some(name),
        (true, None) => None,
        (true, Some(_)) => Name::of_folder(&name).map(|name| name.text().to_owned()),
    }
}

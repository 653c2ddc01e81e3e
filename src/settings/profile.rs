//! The settings in force for one letter, ready to use.

use super::layer::Layer;
use super::loaded::Loaded;
use crate::check::Options;
use crate::diagnostic::Severity;
use crate::rule::RuleSet;
use std::sync::Arc;

/// The settings in force for one letter, or for many that are alike.
#[derive(Clone, Debug)]
pub struct Profile {
    /// The settings file and what lies beneath it.
    pub loaded: Arc<Loaded>,
    /// The rules, the user's own among them.
    pub rules: Arc<RuleSet>,
    /// What the files say.
    pub lower: Layer,
    /// What the command line says.
    pub upper: Layer,
    /// Both, without what a letter says of itself.
    pub layer: Layer,
    /// How such a letter is checked.
    pub options: Options,
}

impl Profile {
    /// Returns the profile of these layers; `adjust` adds what settings cannot say.
    pub fn new(
        loaded: Arc<Loaded>,
        rules: Arc<RuleSet>,
        lower: Layer,
        upper: Layer,
        adjust: impl FnOnce(&mut Options),
    ) -> Self {
        let layer = upper.clone().over(&lower);
        let mut options = layer.options();
        adjust(&mut options);
        Profile { loaded, rules, lower, upper, layer, options }
    }

    /// Returns the profile for a letter whose front matter says `front`: it beats the files, and the command line
    /// beats it.
    #[must_use]
    pub fn with_front_matter(&self, front: Layer) -> Profile {
        let layer = self.upper.clone().over(&front.over(&self.lower));
        let said = layer.options();
        let mut options = self.options.clone();
        (options.tier, options.role, options.level) = (said.tier, said.role, said.level);
        options.position = said.position;
        Profile { layer, options, ..self.clone() }
    }

    /// Returns the least severity that makes the exit code 1; `None` where nothing does.
    pub fn threshold(&self) -> Option<Severity> {
        self.layer.fail_on().threshold()
    }

    /// Whether a suppression without a reason is a finding.
    pub fn requires_reason(&self) -> bool {
        self.layer.require_reason()
    }
}

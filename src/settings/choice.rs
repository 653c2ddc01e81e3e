//! Values of settings that have names.

use crate::diagnostic::Severity;
use crate::rule::Tier;
use serde::Deserialize;

/// Declares an enum whose values are called by these names on the command line and in settings.
macro_rules! choice {
    ($(#[$about:meta])* $choice:ident { $($(#[$doc:meta])* $value:ident = $name:literal,)* }) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(rename_all = "lowercase")]
        $(#[$about])*
        pub enum $choice {
            $($(#[$doc])* $value,)*
        }

        impl $choice {
            /// All of them, in the order in which they are listed.
            pub const ALL: &'static [$choice] = &[$($choice::$value),*];

            /// Returns the name used on the command line and in settings.
            pub fn name(self) -> &'static str {
                match self {
                    $($choice::$value => $name,)*
                }
            }
        }
    };
}

choice! {
    /// How long a letter should be.
    #[cfg_attr(test, schemars(rename = "Tier"))]
    TierName {
        /// The shortest that fits the letter.
        Auto = "auto",
        /// One text box: 150 words.
        Short = "short",
        /// The usual letter: 250 words.
        Standard = "standard",
        /// Staff and top-choice roles: 400 words.
        Expanded = "expanded",
    }
}

choice! {
    /// Which findings make the exit code 1.
    #[cfg_attr(test, schemars(transform = crate::diagnostic::name_notes))]
    FailOn {
        /// Errors.
        Error = "error",
        /// Warnings and errors.
        Warning = "warning",
        /// All of them.
        #[serde(alias = "note")]
        Info = "note",
        /// None.
        Never = "never",
    }
}

choice! {
    /// When to use colour.
    ColorChoice {
        /// If the output is a terminal.
        Auto = "auto",
        /// Always.
        Always = "always",
        /// Never.
        Never = "never",
    }
}

impl TierName {
    /// Returns the tier of this name; `None` for the shortest that fits.
    pub fn tier(self) -> Option<Tier> {
        Tier::ALL.into_iter().find(|tier| tier.name() == self.name())
    }

    /// Returns the name of `tier`.
    pub fn of(tier: Option<Tier>) -> Self {
        TierName::ALL.iter().copied().find(|name| name.tier() == tier).unwrap_or(TierName::Auto)
    }
}

impl FailOn {
    /// Returns the lowest severity that fails; `None` where nothing does.
    pub fn threshold(self) -> Option<Severity> {
        Severity::of(self.name())
    }
}

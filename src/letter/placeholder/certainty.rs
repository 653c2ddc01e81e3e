//! How sure it is that a text is a slot.

/// How sure it is that a text is a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Certainty {
    /// A reader would take it for a slot, but an honest letter could hold it too.
    Likely,
    /// Nobody writes this on purpose.
    Certain,
}

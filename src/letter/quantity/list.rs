//! Word lists laid out in rows.

/// Whether a string is one of the words listed: `any_of!(word; "half" "third")`.
macro_rules! any_of {
    ($word:expr; $($known:literal)+) => {
        matches!($word, $($known)|+)
    };
}

pub(super) use any_of;

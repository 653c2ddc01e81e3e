//! What a letter is cut into: parts, and the paragraphs of its body.

use crate::span::Span;
use std::ops::Range;

/// What a stretch of a letter is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// Name, address and contact of writer or reader, above the greeting.
    Header,
    /// The line that dates the letter.
    Date,
    /// `Subject: …`, `Re: …`.
    Subject,
    /// `Dear Ms Okafor,`.
    Greeting,
    /// A heading within the body.
    Heading,
    /// A paragraph of the body.
    Paragraph,
    /// A list item of the body.
    Bullet {
        /// Number of the list; items of one list share it.
        list: usize,
    },
    /// A block quote.
    Quote,
    /// A row of a table.
    Table,
    /// `Kind regards,`.
    Signoff,
    /// Name and contact below the sign-off.
    Signature,
    /// `P.S. …`.
    Postscript,
    /// `Enc: …`, `cc: …`.
    Enclosure,
    /// Text above the greeting or below the signature that is no part of a letter.
    Note,
}

impl PartKind {
    /// Returns the name that rule files use.
    pub fn name(self) -> &'static str {
        match self {
            PartKind::Header => "header",
            PartKind::Date => "date",
            PartKind::Subject => "subject",
            PartKind::Greeting => "greeting",
            PartKind::Heading => "heading",
            PartKind::Paragraph => "paragraph",
            PartKind::Bullet { .. } => "bullet",
            PartKind::Quote => "quote",
            PartKind::Table => "table",
            PartKind::Signoff => "signoff",
            PartKind::Signature => "signature",
            PartKind::Postscript => "postscript",
            PartKind::Enclosure => "enclosure",
            PartKind::Note => "note",
        }
    }

    pub(super) fn is_body(self) -> bool {
        matches!(self, PartKind::Heading | PartKind::Paragraph | PartKind::Bullet { .. })
    }
}

/// One part of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is for.
    pub kind: PartKind,
    /// Its bytes in the folded text.
    pub text: Range<usize>,
    /// Its bytes in the letter.
    pub span: Span,
}

/// A paragraph of the body with the list that hangs on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its bytes in the folded text, list items included.
    pub text: Range<usize>,
    /// Indices into [`Letter::sentences`].
    pub sentences: Range<usize>,
    /// Whether it is nothing but list items.
    pub is_list: bool,
}

//! Written shapes that become what they mean without a look at anything else.

use super::file::{ExampleFile, InvisibleFile, WithinFile};
use super::{Example, OtherLetter, Scope, Told, Within};
use crate::letter::invisible::Kind;

impl From<ExampleFile> for Example {
    fn from(file: ExampleFile) -> Self {
        let ExampleFile { text, matched, tier, level, role, job, cv, company, position, recipient, sent, others } =
            file;
        let others = others.into_iter().map(|other| OtherLetter { company: other.company, text: other.text }).collect();
        let told = Told { job, cv, company, position, recipient, sent, others };
        Example { text, matched, tier, level, role, told }
    }
}

impl InvisibleFile {
    /// The kinds that are meant.
    pub(super) fn kinds(self) -> Vec<Kind> {
        vec![match self {
            InvisibleFile::Any => return Kind::ALL.to_vec(),
            InvisibleFile::BidiControl => Kind::BidiControl,
            InvisibleFile::ZeroWidth => Kind::ZeroWidth,
            InvisibleFile::SoftHyphen => Kind::SoftHyphen,
            InvisibleFile::Tag => Kind::Tag,
            InvisibleFile::VariationSelector => Kind::VariationSelector,
            InvisibleFile::InvisibleOperator => Kind::InvisibleOperator,
            InvisibleFile::Filler => Kind::Filler,
            InvisibleFile::FormatControl => Kind::FormatControl,
        }]
    }
}

impl From<WithinFile> for Within {
    fn from(file: WithinFile) -> Self {
        Within::Scope(match file {
            WithinFile::Neighbours => return Within::Neighbours,
            WithinFile::Letter => Scope::Letter,
            WithinFile::Header => Scope::Header,
            WithinFile::Subject => Scope::Subject,
            WithinFile::Greeting => Scope::Greeting,
            WithinFile::Body => Scope::Body,
            WithinFile::Opening => Scope::Opening,
            WithinFile::Paragraph => Scope::Paragraph,
            WithinFile::Sentence => Scope::Sentence,
            WithinFile::List => Scope::List,
            WithinFile::Bullet => Scope::Bullet,
            WithinFile::Closing => Scope::Closing,
            WithinFile::Signoff => Scope::Signoff,
            WithinFile::Signature => Scope::Signature,
            WithinFile::Postscript => Scope::Postscript,
            WithinFile::Skim => Scope::Skim,
        })
    }
}

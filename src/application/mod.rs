//! The application that a letter is part of: whom it is for, the posting, the CV, the letters beside it.
//!
//! All of it is facts that a run was told or read; what they say of the letter is for [`crate::check`].

mod charset;
mod day;
mod files;
mod forms;
mod infer;
mod name;
mod page;
mod person;
mod posting;
mod reference;
mod reuse;
mod title;
mod words;

pub use charset::{looks_like_a_page, page_text};
pub use day::{Dated, Day};
pub use files::{
    applications_beside, companies_beside, company_folders_in, cv_above, is_cv_name, is_posting_name, posting_beside,
    unreadable_cv_above, unreadable_posting_beside,
};
pub use forms::Forms;
pub use infer::{Inference, Inferred, infer_company, spelling};
pub use name::{Mention, Name, Names, Spelling};
pub use person::{greeted, is_same_person};
pub use posting::Requirement;
pub use reference::{Numbers, Reference};
pub use reuse::{ALLOW_REUSE, Kept, Reuse, Shared, reuse, shared_paragraphs};
pub use title::is_same_title;
pub(crate) use title::{Core, spelt_alike};
pub use words::{Words, folded, key};

use std::sync::Arc;

/// What is known of the application that a letter is part of; nothing of it has to be.
#[derive(Clone, Debug, Default)]
pub struct Application {
    /// The company that the letter is for.
    pub company: Option<Name>,
    /// What else it is called here: its folder's name.
    pub alias: Option<Name>,
    /// Companies that other letters are for, this one's perhaps among them.
    pub others: Arc<Names>,
    /// The position applied for; where it is not given, that of the posting.
    pub position: Option<String>,
    /// The person that the letter is for.
    pub recipient: Option<String>,
    /// The posting.
    pub job: Option<Arc<Reference>>,
    /// The writer's CV.
    pub cv: Option<Arc<Reference>>,
    /// The day on which the letter is sent.
    pub day: Option<Day>,
    /// What of it stands in other letters too.
    pub reuse: Vec<Reuse>,
}

impl Application {
    /// Returns the titles that the letter may name: what was given, and that of the posting.
    pub fn positions(&self) -> impl Iterator<Item = &str> {
        let given = self.position.as_deref();
        given.into_iter().chain(self.job.as_deref().map(Reference::title)).filter(|title| !title.is_empty())
    }
}

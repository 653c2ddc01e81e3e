//! Why a line of the checklist cannot be answered.

/// Why a line of the checklist cannot be answered.
pub(super) enum Missing {
    NotApplicable(&'static str),
    /// How to make it known, and what is not in short.
    Unknown(String, String),
}

/// Rules of a line that were not tried.
pub(super) struct Untried<'a> {
    /// The user turned them off.
    pub(super) off: Vec<&'a str>,
    /// They understand English only.
    pub(super) foreign: Vec<&'a str>,
    /// How many rules the line has.
    pub(super) all: usize,
}

impl Untried<'_> {
    /// Says what is not known for it of the line that starts with `title`.
    pub(super) fn unknown(&self, title: &str, language: Option<&str>) -> Option<Missing> {
        let share = |untried: usize| if untried == self.all { "not checked" } else { "only partly checked" };
        if let Some(language) = language.filter(|_| !self.foreign.is_empty()) {
            let text = format!("{title} {} in {language}", share(self.foreign.len()));
            return Some(Missing::Unknown(text, format!("few checks in {language}")));
        }
        let ids: Vec<String> = self.off.iter().map(|id| format!("`{id}`")).collect();
        let are = if ids.len() == 1 { "is" } else { "are" };
        let text = format!("{title} {}, because {} {are} turned off", share(self.off.len()), ids.join(", "));
        (!ids.is_empty()).then(|| Missing::Unknown(text, "rules turned off".to_owned()))
    }
}

//! Link definitions, `[label]: target`: what they define is a link, not a slot.

use memchr::memmem;

/// The labels that a letter defines, lower case and sorted.
#[derive(Debug, Default)]
pub(super) struct Definitions {
    labels: Vec<String>,
}

impl Definitions {
    /// Reads the definitions that stand at the start of a block, one after the other.
    pub(super) fn of(text: &str) -> Self {
        let mut labels = Vec::new();
        if memmem::find(text.as_bytes(), b"]:").is_some() {
            for block in text.split('\n') {
                let mut rest = block.trim_start();
                while let Some((label, after)) = definition(rest) {
                    labels.push(label.to_lowercase());
                    rest = after;
                }
            }
            labels.sort_unstable();
        }
        Self { labels }
    }

    /// Whether `label` is defined; case does not matter.
    pub(super) fn contain(&self, label: &str) -> bool {
        !self.labels.is_empty() && self.labels.binary_search(&label.trim().to_lowercase()).is_ok()
    }
}

/// The label of the definition that `text` starts with, and what follows its target.
fn definition(text: &str) -> Option<(&str, &str)> {
    let inside = super::words::head(text.strip_prefix('[')?, 200);
    let close = inside.find(']')?;
    let label = inside[..close].trim();
    let after = text[1 + close..].strip_prefix("]:")?.trim_start();
    let target = after.split(' ').next().filter(|target| is_target(target))?;
    Some((label, after_title(after[target.len()..].trim_start())))
}

/// Whether `word` can be the target of a link: an address, a path or an anchor.
fn is_target(word: &str) -> bool {
    word.starts_with(['\u{FFFC}', '#', '<', '/'])
        || word.contains('/')
        || word.find('.').is_some_and(|dot| dot > 0 && dot + 1 < word.len())
}

/// `text` without the quoted title that it starts with.
fn after_title(text: &str) -> &str {
    let quoted = text.strip_prefix('"').and_then(|rest| rest.split_once('"'));
    quoted.map_or(text, |(_, rest)| rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_with_a_target_is_defined() {
        let definitions = Definitions::of("See my [Site].\n[Site]: \u{FFFC}");
        assert!(definitions.contain("site"));
        assert!(!definitions.contain("my site"));
    }

    #[test]
    fn definitions_may_share_a_block() {
        let definitions = Definitions::of("[cv]: /cv.pdf \"My CV\" [Site]: \u{FFFC}");
        assert!(definitions.contain("CV"));
        assert!(definitions.contain("Site"));
    }

    #[test]
    fn a_label_before_words_is_no_definition() {
        let definitions = Definitions::of("[Name]: the person who reads this\nFrom [Site]: \u{FFFC}");
        assert!(!definitions.contain("Name"));
        assert!(!definitions.contain("Site"));
    }
}

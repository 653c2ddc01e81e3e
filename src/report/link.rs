//! Places in letters as links, for terminals that follow them.
//!
//! See <https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda> for the sequence, OSC 8.

use super::uri::encoded;
use crate::source::Position;
use std::path::Path;

/// How the terminal at hand is given an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    /// The machine that the files are on, so that a terminal elsewhere does not look for them on its own; may be empty.
    pub host: String,
    /// How the terminal is given a line in the file.
    pub fragment: Fragment,
}

/// How an address says where in a file something is. There is no standard for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fragment {
    /// Not at all: many terminals refuse an address of a file that has a fragment.
    None,
    /// `#5`.
    Line,
    /// `#L5,78`.
    LineAndColumn,
}

/// A file that places are linked to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    uri: String,
    fragment: Fragment,
}

impl Links {
    /// Returns links to places in the file at `path`; `None` for a path that is not absolute, or where no file is.
    pub fn to(&self, path: &Path) -> Option<Link> {
        if !path.is_absolute() || !path.is_file() {
            return None;
        }
        let path = path.as_os_str().as_encoded_bytes();
        // "C:\letters" has a letter and a colon where other paths have their first slash.
        let uri = match path {
            [drive, b':', rest @ ..] if cfg!(windows) => {
                let rest: Vec<u8> = rest.iter().map(|&byte| if byte == b'\\' { b'/' } else { byte }).collect();
                format!("file:///{}:{}", char::from(*drive), encoded(rest))
            }
            _ => format!("file://{}{}", encoded(&self.host), encoded(path)),
        };
        Some(Link { uri, fragment: self.fragment })
    }
}

impl Link {
    /// Returns `text` as a link to `at`.
    pub(super) fn around(&self, at: Position, text: &str) -> String {
        let fragment = match self.fragment {
            Fragment::None => String::new(),
            Fragment::Line => format!("#{}", at.line),
            Fragment::LineAndColumn => format!("#L{},{}", at.line, at.column),
        };
        format!("\u{1b}]8;;{}{fragment}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\", self.uri)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(fragment: Fragment) -> String {
        let at = Position { byte: 90, line: 5, column: 78, byte_column: 80 };
        Link { uri: "file://desk/home/ana/a%20b.md".to_owned(), fragment }.around(at, "5:78")
    }

    #[test]
    fn a_link_says_the_line_where_its_terminal_reads_one() {
        let link = |uri: &str| format!("\u{1b}]8;;{uri}\u{1b}\\5:78\u{1b}]8;;\u{1b}\\");
        assert_eq!(around(Fragment::None), link("file://desk/home/ana/a%20b.md"));
        assert_eq!(around(Fragment::Line), link("file://desk/home/ana/a%20b.md#5"));
        assert_eq!(around(Fragment::LineAndColumn), link("file://desk/home/ana/a%20b.md#L5,78"));
    }

    #[test]
    fn standard_input_and_a_path_from_here_are_no_place_to_go_to() {
        let links = Links { host: "desk".to_owned(), fragment: Fragment::None };
        assert_eq!(links.to(Path::new("draft.md")), None);
        assert_eq!(links.to(&std::env::temp_dir().join("no such letter.md")), None);
    }

    #[test]
    #[cfg(unix)]
    fn a_path_is_encoded_whatever_is_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a b\u{1b}#é.md");
        std::fs::write(&path, "Dear Ana,").unwrap();
        let links = Links { host: "desk".to_owned(), fragment: Fragment::None };
        let uri = links.to(&path).unwrap().uri;
        assert!(uri.starts_with("file://desk/") && uri.ends_with("/a%20b%1B%23%C3%A9.md"), "{uri}");
    }
}

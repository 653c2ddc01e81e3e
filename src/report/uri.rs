//! Paths as URIs.

use std::fmt::Write as _;

/// Where a file lies.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Its URI, percent-encoded.
    pub(super) uri: String,
    /// Whether the URI is meant from the root of the repository.
    pub(super) is_relative: bool,
}

/// Returns where `path`, parted by `/`, lies.
pub(super) fn place(path: &str) -> Place {
    // "C:/letters" has a letter and a colon where a path from the root has its slash.
    let is_drive = matches!(path.as_bytes(), [letter, b':', b'/', ..] if letter.is_ascii_alphabetic());
    if is_drive {
        return Place { uri: format!("file:///{}:{}", &path[..1], encoded(&path[2..])), is_relative: false };
    }
    if path.starts_with('/') {
        return Place { uri: format!("file://{}", encoded(path)), is_relative: false };
    }
    Place { uri: encoded(path.strip_prefix("./").unwrap_or(path)), is_relative: true }
}

/// `path` with all but unreserved characters (RFC 3986, section 2.3) and slashes percent-encoded.
pub(super) fn encoded(path: impl AsRef<[u8]>) -> String {
    let path = path.as_ref();
    let mut out = String::with_capacity(path.len());
    for &byte in path {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").expect("a string takes all");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uri(path: &str) -> String {
        place(path).uri
    }

    #[test]
    fn all_that_means_something_in_a_uri_is_encoded() {
        assert_eq!(uri("letters/Zoë & co: 100%?#.md"), "letters/Zo%C3%AB%20%26%20co%3A%20100%25%3F%23.md");
        assert_eq!(uri("a\u{1b}\\b.md"), "a%1B%5Cb.md");
    }

    #[test]
    fn a_path_from_here_is_relative() {
        assert_eq!(place("./a~1.md"), Place { uri: "a~1.md".into(), is_relative: true });
    }

    #[test]
    fn a_path_from_a_root_is_a_file_uri() {
        assert_eq!(place("/home/ana/a b.md"), Place { uri: "file:///home/ana/a%20b.md".into(), is_relative: false });
        assert_eq!(uri("C:/Users/ana.md"), "file:///C:/Users/ana.md");
    }
}

//! The text of a saved page, in whatever encoding the page says that it is.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// Bytes at the start of a page in which it names its encoding.
const HEAD: usize = 4096;

/// Returns the text of a saved page.
///
/// The encoding is that of its byte order mark, or the one that the page names; without either it is UTF-8, and where it
/// is not, Windows-1252, as browsers take it. As in a browser, bytes that stand for nothing become U+FFFD.
pub fn page_text(bytes: &[u8]) -> String {
    let encoding = Encoding::for_bom(bytes).map(|(encoding, _)| encoding).or_else(|| named(bytes));
    let encoding = encoding.unwrap_or_else(|| if str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 });
    encoding.decode(bytes).0.into_owned()
}

/// Whether these bytes are a page, whatever their file is called.
pub fn looks_like_a_page(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    [&b"<!doctype html"[..], b"<html"]
        .iter()
        .any(|tag| start.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag)))
}

/// The encoding that a page names in a `meta` tag or an XML declaration.
fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    let head: String = bytes.iter().take(HEAD).map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let in_meta = head.match_indices("<meta").find_map(|(at, _)| {
        let tag = head[at..].split('>').next().unwrap_or_default();
        label(tag, "charset")
    });
    let declared = || head.trim_start().starts_with("<?xml").then(|| label(head.split("?>").next()?, "encoding"))?;
    let encoding = Encoding::for_label(in_meta.or_else(declared)?.as_bytes())?;
    // Whoever can read the tag as single bytes is not reading UTF-16.
    Some(if encoding.is_ascii_compatible() { encoding } else { UTF_8 })
}

/// What follows `key` and an equals sign in a tag.
fn label<'a>(tag: &'a str, key: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(key)?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let len = rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.')));
    Some(&rest[..len.unwrap_or(rest.len())]).filter(|label| !label.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_decoded_as_it_says() {
        for head in [
            "<meta charset=windows-1252>",
            "<META CHARSET = \"iso-8859-1\">",
            "<meta name=x><meta http-equiv='Content-Type' content='text/html; charset=cp1252'>",
            "<?xml version=\"1.0\" encoding=\"latin1\"?>",
            "",
        ] {
            let page = [head.as_bytes(), b"<p>Caf\xe9 \x96 \x93ledger\x94"].concat();
            assert!(page_text(&page).ends_with("<p>Caf\u{e9} \u{2013} \u{201c}ledger\u{201d}"), "{head}");
        }
        let japanese = [&b"<meta charset=shift_jis>"[..], b"\x83\x65\x83\x58\x83\x67"].concat();
        assert!(page_text(&japanese).ends_with("\u{30c6}\u{30b9}\u{30c8}"));
    }

    #[test]
    fn a_page_in_utf_8_stays_as_it_is() {
        for page in ["<p>Caf\u{e9}", "<meta charset=utf-8><p>Caf\u{e9}", "<meta charset=utf-16><p>Caf\u{e9}"] {
            assert_eq!(page_text(page.as_bytes()), page);
        }
        assert_eq!(page_text(b"\xff\xfe<\0p\0>\0"), "<p>");
    }

    #[test]
    fn a_page_is_known_by_its_first_tag() {
        assert!(looks_like_a_page(b"\n<!DOCTYPE html><p>Go") && looks_like_a_page(b"<HTML lang=en>"));
        assert!(!looks_like_a_page(b"# Engineer") && !looks_like_a_page(b"<p>"));
    }
}

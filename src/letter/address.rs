//! Web and mail addresses among the words of a letter.

use crate::span::Span;
use crate::words::List;
use std::ops::Range;

/// A web or mail address in the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it stands: the address itself, or the whole Markdown link.
    pub span: Span,
    /// What it leads to.
    pub target: String,
}

/// Returns where in `token`, which holds no white space, a web or mail address stands.
pub(super) fn address(token: &str) -> Option<Range<usize>> {
    let bytes = token.as_bytes();
    // Nearly every word leaves here: addresses hold one of these.
    let tell = bytes.iter().position(|byte| matches!(byte, b':' | b'@' | b'.' | b'/'))?;
    if bytes.len() < 4 || tell + 1 == bytes.len() {
        return None;
    }
    let start = token.find(|character: char| character.is_alphanumeric())?;
    let body = &token[start..];
    let end = match () {
        () if starts_like_url(body) => body.find(['<', '>', '"', '”', '|', ']']).unwrap_or(body.len()),
        () if is_mail(body) => body.find(['<', '>', '"', ')', ']', '|', ',']).unwrap_or(body.len()),
        () if has_bare_host(body) => body.find(['<', '>', '"', ')', ']', '|', ',']).unwrap_or(body.len()),
        () => return None,
    };
    let mut address = &body[..end];
    let bracket = address.find('(');
    loop {
        let trimmed = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '*', '_']);
        let trimmed = match trimmed.strip_suffix(')') {
            Some(inner) if bracket.is_none_or(|at| at >= inner.len()) => inner,
            _ => trimmed,
        };
        if trimmed.len() == address.len() {
            break;
        }
        address = trimmed;
    }
    (!address.is_empty()).then(|| start..start + address.len())
}

fn starts_like_url(body: &str) -> bool {
    let starts = |prefix: &str| body.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix));
    ["http://", "https://", "www.", "mailto:", "tel:", "ftp://"].into_iter().any(starts)
}

fn is_mail(body: &str) -> bool {
    let Some((local, domain)) = body.split_once('@') else { return false };
    !local.is_empty() && domain.split_once('.').is_some_and(|(host, rest)| !host.is_empty() && rest.len() >= 2)
}

/// `github.com/ana`, not `Node.js/Express`: a host with a known ending before the first slash.
fn has_bare_host(body: &str) -> bool {
    let Some((host, _)) = body.split_once('/') else { return false };
    host.rsplit_once('.').is_some_and(|(name, ending)| !name.is_empty() && List::WebEnding.holds(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(token: &str) -> Option<&str> {
        address(token).map(|range| &token[range])
    }

    #[test]
    fn addresses_are_found_without_what_surrounds_them() {
        assert_eq!(found("(https://a.example/x),"), Some("https://a.example/x"));
        assert_eq!(found("<ana@example.com>"), Some("ana@example.com"));
        assert_eq!(found("github.com/ana."), Some("github.com/ana"));
        assert_eq!(found("https://a.example/wiki/Queue_(data)"), Some("https://a.example/wiki/Queue_(data)"));
    }

    #[test]
    fn names_with_dots_and_slashes_are_words() {
        for token in ["Node.js/Express", "CI/CD", "Booking.com,", "e.g.", "ASP.NET/C#:", "24/7", "and/or", "@ana"] {
            assert_eq!(found(token), None, "{token}");
        }
    }
}

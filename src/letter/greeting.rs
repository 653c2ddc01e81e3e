//! Greetings: what tells one from prose, and from an address that sounds like one.

use super::case::{is_capital, strip_lower};
use crate::words::List;

/// Returns the byte length of the greeting that opens `line`, where one does.
///
/// The whole line is the greeting when it is short; text behind the comma or colon of the name is not.
pub(super) fn greeting(line: &str) -> Option<usize> {
    let trimmed = line.trim_end();
    let lower = trimmed.get(..trimmed.len().min(64)).map_or_else(|| trimmed.to_lowercase(), str::to_lowercase);
    if List::Greeting.opens(&lower).is_none() && !is_bare_title(trimmed) && !is_bare_team(trimmed, &lower)
        || opens_prose(&lower)
        || is_company(trimmed)
    {
        return None;
    }
    if is_attention(trimmed) && !names_addressee(trimmed) {
        return None;
    }
    let words = trimmed.split(' ').count();
    let ends_open = trimmed.ends_with([',', ':', ';', '!', '-', '—', '–']);
    if words <= 12 && (ends_open || !trimmed.contains([',', ':', '!'])) {
        // "Dear hiring team" counts without its comma, "Dear readers buy books." does not.
        let is_sentence =
            trimmed.ends_with(['.', '?']) && (words > 4 || !is_plain_greeting(&lower)) && !ends_in_title(trimmed);
        return (!is_sentence).then_some(trimmed.len());
    }
    // "Dear Ana, I saw…": the greeting ends at the first comma, colon or exclamation mark behind a name.
    let end = trimmed.char_indices().find(|&(_, character)| matches!(character, ',' | ':' | '!'));
    let (at, mark) = end?;
    let head = &trimmed[..at];
    let is_name = head.split(' ').count() <= 8;
    let rest = trimmed[at + mark.len_utf8()..].trim_start();
    // "Dear Ana Ruiz, PhD," and "Dear Mister, Madam": a short second piece still belongs to the greeting.
    if rest.split(' ').count() <= 3 && !rest.ends_with(['.', '?']) {
        return Some(trimmed.len());
    }
    // "Greetings cards were my first product, and I sold 900 of them."
    let goes_on = List::GreetingContinued.holds(rest.split(' ').next().unwrap_or(""));
    (is_name && !goes_on).then_some(at + mark.len_utf8())
}

/// Whether what starts as a greeting does goes on as prose: "Hello, world programs …", "Dear and near to me …".
fn opens_prose(lower: &str) -> bool {
    let mut words = lower.split(|next: char| !next.is_alphanumeric() && next != '\'').filter(|word| !word.is_empty());
    match (words.next(), words.next()) {
        (Some("dear"), Some("to")) => words.next() != Some("whom"),
        (Some(first), Some("world")) if first != "dear" => List::GreetingWord.holds(first),
        (Some(first), Some(second)) if first == "dear" || List::GreetingBeforeName.holds(first) => {
            List::AfterGreetingWord.holds(second)
        }
        _ => false,
    }
}

/// Whether `line` is the name of a company that sounds like a greeting: "Hello Fresh SE", "Caro Ltd, Harbour St. 2".
fn is_company(line: &str) -> bool {
    let head = line.split(',').next().unwrap_or(line).trim_end();
    let name = head.trim_end_matches('.');
    if !is_company_like(line) {
        return false;
    }
    let is_whole = !line.ends_with([',', ':', '!']) || line.len() > head.len() + 1;
    let last = name.rsplit(' ').next().unwrap_or("");
    is_whole && name.len() > last.len() && List::LegalForm.holds(last)
}

/// Whether `line` greets by words that companies are called by too.
pub(super) fn is_company_like(line: &str) -> bool {
    strip_lower(line, "dear").is_none()
}

/// Greetings that may end with a full stop: "Dear Sir.", "Hello."
fn is_plain_greeting(lower: &str) -> bool {
    List::GreetingBeforeName.opens(lower).is_none()
}

/// Whether `line`, which starts with "Attention", goes on with a name or a team.
fn names_addressee(line: &str) -> bool {
    let rest = strip_lower(line, "attention").or_else(|| strip_lower(line, "attn")).unwrap_or("");
    let rest = rest.trim_start_matches(['.', ':', ' ']);
    let first = rest.split([' ', ',', ':']).next().unwrap_or("");
    let is_name = first.starts_with(|first: char| is_capital(first) || matches!(first, '[' | '{' | '<' | '_'));
    (is_name || List::Addressee.holds(first)) && rest.split(' ').nth(7).is_none() && !rest.ends_with(['.', '!', '?'])
}

/// Whether `line` says for whose attention something is.
pub(super) fn is_attention(line: &str) -> bool {
    let head = line.get(..3).unwrap_or_default();
    head.eq_ignore_ascii_case("att")
        && (strip_lower(line, "attn").is_some() || strip_lower(line, "attention").is_some())
}

/// Whether `line` ends with a title that a name follows.
pub(super) fn ends_in_title(line: &str) -> bool {
    line.strip_suffix('.').is_some_and(|head| List::PersonTitle.holds(head.rsplit(' ').next().unwrap_or(head)))
}

/// `Northwind Team,` or `To the Payments team at Northwind,` with nothing before it.
fn is_bare_team(line: &str, lower: &str) -> bool {
    let starts = || lower.starts_with("to the ") || line.starts_with(char::is_uppercase);
    let has_team = || {
        lower.contains(" team")
            && (lower.starts_with("to the ") || lower.ends_with("team,") || lower.ends_with("team:"))
    };
    line.ends_with([',', ':']) && line.split(' ').nth(8).is_none() && has_team() && starts()
}

/// `Ms. Okafor:` with nothing before it.
fn is_bare_title(line: &str) -> bool {
    let mut words = line.split(' ');
    let title = words.next().unwrap_or("").trim_end_matches('.');
    List::PersonTitle.holds(title) && line.ends_with([',', ':']) && (1..=4).contains(&words.count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greetings_are_told_from_sentences() {
        for line in [
            "Dear Ms Okafor,",
            "Dear hiring team",
            "To Whom It May Concern:",
            "Hello, Hiring Team!",
            "Hi,",
            "Dr. Roe:",
            "Dear Sir/Madam,",
            "Dear Mister, Madam",
            "Dear Ana Ruiz, PhD,",
            "Sehr geehrte Frau Roth,",
            "Dear [Name],",
            "Dear To whom it may concern,",
            "Northwind Team,",
            "To the Payments team at Northwind,",
        ] {
            assert_eq!(greeting(line), Some(line.len()), "{line}");
        }
        for line in [
            "Dearest memories made me code.",
            "Highlights of my work",
            "Dear to me is the craft of testing things.",
            "Greeting cards were my first product, and I sold 900 of them.",
            "Greetings cards were my first product, which I sold for years.",
        ] {
            assert_eq!(greeting(line), None, "{line}");
        }
    }

    #[test]
    fn text_behind_the_greeting_is_body() {
        assert_eq!(greeting("Dear Ana, I saw your talk on queues and wrote a patch."), Some("Dear Ana,".len()));
    }
}

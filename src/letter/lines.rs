//! Single lines of a letter: what tells a sign-off, a date or an address from prose.

use super::case::{is_capital, strip_lower};
use super::greeting::greeting;
use super::prose::HOLE;
use crate::words::List;
use memchr::memmem;

/// Bytes of the longest sign-off, and some more.
const LONGEST_SIGNOFF: usize = 32;

/// Whether a greeting or a sign-off stands on one of the lines of `text`.
pub(super) fn holds_letter(text: &str) -> bool {
    text.lines().map(str::trim).any(|line| {
        let greets = || greeting(line).is_some_and(|len| len < line.len() || line.ends_with([',', ':', '!']));
        greets() || (signoff(line).is_some() && line.contains(',')) || line.contains(' ') && is_signoff(line)
    })
}

/// Returns the byte length of the sign-off that opens `line`; what stands behind it is a name.
pub(super) fn signoff(line: &str) -> Option<usize> {
    let trimmed = line.trim_end();
    let stripped = trimmed.trim_end_matches([',', '.', '!', '-', '—', '–', ' ']);
    if is_signoff(stripped) {
        return Some(trimmed.len());
    }
    // "Best, Ana" and "Best regards, [Name] GitHub: [link]".
    let comma = trimmed.find(',')?;
    let rest = trimmed[comma + 1..].trim();
    let is_name = rest.starts_with(|first: char| is_capital(first) || matches!(first, '[' | '{' | '<' | '_'))
        && rest.split(' ').nth(8).is_none()
        && !rest.ends_with(['.', '!', '?']);
    (is_name && is_signoff(&trimmed[..comma])).then_some(comma + 1)
}

/// Whether `text` is a sign-off, in any case.
fn is_signoff(text: &str) -> bool {
    let text = text.trim();
    // No letter takes a fourth of its bytes in lower case.
    text.len() <= 4 * LONGEST_SIGNOFF && List::SignOff.holds(&text.to_lowercase())
}

/// Returns where in `line` a sign-off starts that was glued to the text: "… to you. Sincerely Ana Ruiz".
pub(super) fn glued_signoff(line: &str) -> Option<usize> {
    // Nearly every line leaves here, after two fast searches.
    let last = |piece: &str| memmem::rfind(line.as_bytes(), piece.as_bytes());
    let word = last("egards").max(last("incerely"))?;
    let at = line[..word].rfind(['.', '!', '?'])? + 1;
    let at = at + (line[at..].len() - line[at..].trim_start().len());
    let len = List::SignOff.opens(&line[at..].to_lowercase()).filter(|len| line.is_char_boundary(at + len))?;
    let rest = line[at + len..].trim_start_matches([',', ' ']);
    let is_name = (1..=5).contains(&rest.split(' ').filter(|name| !name.is_empty()).count())
        && rest.split(' ').all(|name| name.chars().next().is_none_or(char::is_uppercase))
        && !rest.ends_with(['.', '!', '?']);
    (is_name && line[at..].starts_with(char::is_uppercase)).then_some(at)
}

/// Whether `line` is a wish that a name may follow: "Wishing you a great day,".
pub(super) fn is_wish(line: &str) -> bool {
    let trimmed = line.trim_end();
    trimmed.ends_with(',')
        && trimmed.split(' ').nth(8).is_none()
        && trimmed.starts_with(|first: char| first.is_uppercase())
}

/// Whether `line` could be nothing but a name: one to five words, each with a capital, no sentence mark.
pub(super) fn is_name(line: &str) -> bool {
    let trimmed = line.trim().trim_start_matches("--").trim_start_matches(['-', '—', '–', ' ']);
    let mut words = 0;
    for word in trimmed.split(' ') {
        words += 1;
        let has_capital = word.chars().next().is_some_and(|first| is_capital(first) || first == '[' || first == '(');
        if !has_capital && !List::NameParticle.holds(word) || words > 5 {
            return false;
        }
    }
    (1..=5).contains(&words)
        && !trimmed.is_empty()
        && !trimmed.ends_with(['!', '?', ':', ',', ';'])
        && (!trimmed.ends_with('.') || trimmed.len() < 24)
}

/// Whether `line` is a postscript's first.
pub(super) fn is_postscript(line: &str) -> bool {
    if !line.starts_with('P') {
        return false;
    }
    let letters: String = line.chars().filter(|c| !matches!(c, '.' | ' ')).take(4).collect::<String>().to_lowercase();
    let marked = line.get(..7.min(line.len())).is_some_and(|head| head.contains(['.', ':', '-', '—']));
    let upper =
        line.starts_with("PS") || line.starts_with("P.S") || line.starts_with("P. S") || line.starts_with("PPS");
    (letters.starts_with("ps") && upper && (marked || line.starts_with("PS "))) || line.starts_with("P.P.S")
}

/// Whether `line` names enclosures or copies.
pub(super) fn is_enclosure(line: &str) -> bool {
    let first = line.split([':', '.', ' ', '(']).next().unwrap_or("");
    let rest = &line[first.len()..];
    List::EnclosureLabel.holds(first)
        && (rest.is_empty() || rest.starts_with([':', '.', '(']) || rest.starts_with(" ("))
}

/// Returns whether `line` is a subject line.
pub(super) fn is_subject(line: &str) -> bool {
    if strip_lower(line, "application for").is_some() {
        return line.split(' ').nth(14).is_none();
    }
    line.split_once(':').is_some_and(|(label, _)| List::SubjectLabel.holds(label.trim_end()))
}

/// Whether `line` holds a way to reach the writer: an address of the web or mail, a phone number, separators.
pub(super) fn is_contact(line: &str) -> bool {
    let digits = line.bytes().filter(u8::is_ascii_digit).count();
    let letters = || line.chars().filter(|character| character.is_alphabetic()).count();
    let has_at_most = |words: usize| line.split(' ').nth(words).is_none();
    let has_phone = digits >= 7 && digits >= letters();
    let is_split = line.ends_with(" |") || line.starts_with("| ");
    let has_separator =
        has_at_most(16) && (is_split || line.contains(" | ") || line.contains(" · ") || line.contains(" • "));
    // A mark between two addresses may have a line of its own.
    let is_mark = digits == 0 && line.len() <= 4 && letters() == 0;
    (has_at_most(10) && line.contains(HOLE) && !line.ends_with('.')) || has_phone || has_separator || is_mark
}

/// Whether `line` is short and ends no sentence: a name, an address, a title.
pub(super) fn is_short(line: &str) -> bool {
    let ends_in_degree = line.ends_with("D.") || line.ends_with("Sc.") || line.ends_with("A.");
    line.split(' ').nth(8).is_none() && (ends_in_degree || !ends_sentence(line))
}

/// Whether `line` ends as a sentence does.
pub(super) fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '\'', ')']).ends_with(['.', '!', '?'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signoffs_stand_alone_or_before_a_name() {
        assert_eq!(signoff("Best regards,"), Some(13));
        assert_eq!(signoff("Best, Ana Ruiz"), Some(5));
        assert_eq!(signoff("Best regards, [Name] GitHub: [link]"), Some(13));
        assert_eq!(signoff("Best, さくら"), Some(5));
        assert_eq!(signoff("Best practices matter to me."), None);
        assert_eq!(signoff("Thanks, I learnt a lot about queues."), None);
    }

    #[test]
    fn a_signoff_glued_to_the_text_is_found() {
        let line = "I will write soon.Sincerely  Ana Ruiz".replace("  ", " ");
        assert_eq!(glued_signoff(&line), Some(18));
        assert_eq!(glued_signoff("I sincerely hope. Regards to all your teams."), None);
    }

    #[test]
    fn postscripts_and_enclosures_are_told_by_their_marks() {
        assert!(is_postscript("P.S. I know Kafka.") && is_postscript("PS: hello") && !is_postscript("PSD2 is law"));
        assert!(is_enclosure("Enc: CV") && is_enclosure("Attachments (2)") && !is_enclosure("Attached is my CV"));
    }
}

//! Variables of shells and scripts: `$COMPANY`, `${company}`, `$C`, `COMPANY_NAME`.

use super::gap;
use super::label::Label;
use super::line::Line;
use super::vocabulary::{Keyword, keyword};
use super::words::{first_word, is_one_of, is_upper, is_word_char, measure, parts};
use super::{Certainty, Placeholder, Style, slot};

/// Longest variable in braces.
const LONGEST: usize = 80;

/// Words that make a joined name a slot of a letter, and no variable of a program.
const OF_LETTERS: &[&str] = &[
    "company",
    "job",
    "position",
    "hiring",
    "recipient",
    "employer",
    "recruiter",
    "your",
    "role",
    "applicant",
    "candidate",
    "salutation",
];

/// What joined names end with when they stand for a value of the letter: `LastName`.
const ENDS: &[&str] = &["name", "title", "address", "number", "date", "position", "paragraph"];

/// Labels that are slots although nothing joins them.
#[rustfmt::skip]
const SINGLE: &[&str] = &[
    "COMPANYNAME", "FIRSTNAME", "FULLNAME", "Firstname", "Fullname", "HiringManager", "JOBTITLE",
    "LASTNAME", "Lastname", "companyname", "jobtitle", "yourcompany", "yourname", "yourusername",
];

/// The variable whose dollar sign stands at `at`.
pub(super) fn at(line: &Line<'_>, at: usize) -> Option<Placeholder> {
    if line.before(at).is_some_and(|c| is_word_char(c) || c == '$') {
        return None;
    }
    if line.rest(at).starts_with("${") {
        let inside = line.inside(at + 2, '}', '{', LONGEST)?;
        let end = at + 2 + inside.len() + 1;
        let is_named = inside.starts_with(|c: char| c.is_alphabetic() || matches!(c, '_' | ' '));
        return is_named.then(|| slot(at..end, Certainty::Certain, Style::Variable));
    }
    let name = first_word(line.rest(at + 1));
    let end = at + 1 + name.len();
    let is_closed = line.after(end) == Some('$');
    let certainty = certainty(line, at, name, is_closed)?;
    Some(slot(at..end + usize::from(is_closed), certainty, Style::Variable))
}

fn certainty(line: &Line<'_>, at: usize, name: &str, is_closed: bool) -> Option<Certainty> {
    if !name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
        return None;
    }
    let label = Label::read(name);
    if name.len() == 1 {
        // "$M budgets" are money, "$C$" is a formula.
        let is_money = is_one_of(name, &["k", "m", "b"]);
        let is_slot = is_upper(name) && !is_closed && !(is_money && line.before(at) == Some('-'));
        return is_slot.then_some(if is_money { Certainty::Likely } else { Certainty::Certain });
    }
    match label.keyword {
        Keyword::Core if label.is_compound || is_upper(name) => Some(Certainty::Certain),
        // A program has such a variable too.
        Keyword::Core if gap::fills(line, at, at + 1 + name.len()) => Some(Certainty::Certain),
        Keyword::Core => Some(Certainty::Likely),
        Keyword::Plain if label.is_compound => Some(Certainty::Likely),
        _ => None,
    }
}

/// The joined name that is the word at `at`: `COMPANY_NAME`, `jobTitle`, `LastName`.
pub(super) fn joined(line: &Line<'_>, at: usize, word: &str) -> Option<Placeholder> {
    if word.len() > 40 || matches!(line.before(at), Some('.' | '/' | '@' | '#' | '-' | ':' | '\\')) {
        return None;
    }
    if SINGLE.contains(&word) {
        return Some(slot(at..at + word.len(), Certainty::Certain, Style::Variable));
    }
    if word.is_ascii() && !measure(word).1 {
        return None;
    }
    let mut count = 0;
    let mut last = "";
    let mut is_of_letters = false;
    for part in parts(word) {
        count += 1;
        last = part;
        is_of_letters |= is_one_of(part, OF_LETTERS);
        if keyword(part) == Keyword::None {
            return None;
        }
    }
    let is_snake = count > 1 && word.contains('_');
    let is_camel = !is_snake && Label::read(word).is_compound;
    let is_joined = is_snake && is_of_letters || (is_snake || is_camel) && is_one_of(last, ENDS);
    let is_sure = is_of_letters && word.contains('_') && is_upper(word) || gap::fills_surely(line, at, at + word.len());
    let certainty = if is_sure { Certainty::Certain } else { Certainty::Likely };
    is_joined.then(|| slot(at..at + word.len(), certainty, Style::Variable))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{certain, certain_each, likely, silent_each};

    #[test]
    fn a_dollar_and_one_capital_is_certain() {
        certain("Dear $F $L,", &["$F", "$L"]);
        certain("I like to be a $P for $C. $D. It is $C's best.", &["$P", "$C", "$D", "$C"]);
    }

    #[test]
    fn named_variables_are_found() {
        certain_each(
            "
            $COMPANY
            $COMPANY_NAME
            ${company}
            ${contact['name']}
            $jobTitle
            $COMPANY$
            ",
        );
        certain("I write to $company today.", &["$company"]);
        likely("It reads $company there.", &["$company"]);
    }

    #[test]
    fn money_and_shells_are_silent() {
        silent_each(
            "
            I saved $5K and $2M in US$ and A$.
            I set $HOME/ and $PATH.
            The stock $ACME rose.
            The cost was $x$ or $C$ per call.
            I ran $ ls there.
            Multi-$M budgets.
            It cost 5$ a day.
            $$$
            ${1}
            ",
        );
    }

    #[test]
    fn joined_names_are_found() {
        certain("I write to COMPANY_NAME today.", &["COMPANY_NAME"]);
        certain("Dear HIRING_MANAGER_NAME,", &["HIRING_MANAGER_NAME"]);
        certain("Dear FIRST_NAME,", &["FIRST_NAME"]);
        certain("Dear LastName,", &["LastName"]);
        certain("Dear Firstname Lastname,", &["Firstname Lastname"]);
        certain("I write to companyName for a month.", &["companyName"]);
        likely("It reads companyName and jobTitle.", &["companyName", "jobTitle"]);
    }

    #[test]
    fn variables_of_programs_are_silent() {
        silent_each(
            "
            I set JAVA_HOME, NODE_ENV and API_KEY.
            I renamed user_id and DATABASE_NAME.
            I use JavaScript and LinkedIn.
            I read of it on ZipRecruiter.
            A KeyValue store by ProjectManager.
            I read the README_FIRST file.
            ",
        );
    }
}

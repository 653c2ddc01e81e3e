//! Letters, rule files and settings files that come near to what people write, and nearer to what breaks.

use proptest::prelude::*;

/// Pieces that meet rules, markup, folding and every alphabet.
const PIECES: [&str; 34] = [
    "I",
    "am",
    "team player",
    "[Company]",
    "{{name}}",
    "p99",
    "from 900 ms to 240 ms",
    "**bold",
    "words**",
    "*it*",
    "“quoted line of four words”",
    "it’s",
    "the the",
    "average latency",
    "senior",
    "on-call",
    "scaled",
    "Go",
    "Rust,",
    "Kafka,",
    "passionate about",
    "synergy.",
    "e.g.",
    "Dr. Roe",
    "https://a.example/b?c=[d]",
    "`code`",
    "日本語",
    "🎉",
    "e\u{301}",
    "\u{200b}",
    "\u{a0}",
    "<Company>",
    "\\_\\_\\_",
    "[text](https://a.example)",
];

/// Pieces that no honest letter holds.
const HOSTILE: [&str; 40] = [
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\0",
    "\u{1b}[2J",
    "\u{9b}31m",
    "\u{7f}",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "\u{fffc}",
    "\u{fdd0}",
    "\u{10ffff}",
    "\u{ad}",
    "\u{e0041}",
    "İ",
    "ẞ",
    "Dear Ms Okafor,\n\n",
    "\n\nBest,\nAna\n",
    "---\ntier: short\n---\n",
    "+++\nrole = \"sre\"\n+++\n",
    "> > ",
    "- - 1. ",
    "```",
    "<!-- letterlint-disable cliche, ",
    "<!-- letterlint-disable-next-line leftover-placeholder -- why -->\n",
    "<!-- letterlint-enable cliche -->",
    "<!-- letterlint-disable-file banned-phrase -->\n",
    "-->",
    "::error::x",
    "::stop-commands::x",
    "##[add-mask]x",
    "%0A::set-output name=x::y",
    "]]>",
    "&#0;",
    "| a | b |\n|---|---|\n| c |",
    "</details>",
    "[^1]: x\n[^1]",
    "[a]: <b> 'c'\n[a]",
];

/// Lines of rule files, right and wrong.
const RULE_LINES: [&str; 40] = [
    "severity = \"error\"\nscope = \"body\"\nmessage = \"{match}\"\nhelp = \"x\"",
    "severity = \"info\"\nscope = [\"sentence\", \"letter\"]\nmessage = \"{count} of {limit}\"\nhelp = \"{instead}\"",
    "once = true",
    "any_language = true",
    "[forbid]",
    "[require]",
    "[limit]",
    "[when]",
    "[unless]",
    "[[adjust]]\nseverity = \"off\"\nover = 1",
    "[[bad]]\ntext = \"I am a team player with 40 % of [x].\"",
    "[[good]]\ntext = \"\"",
    "phrases = [\"team player\", { phrase = \"saw\", instead = \"see\" }]",
    "phrases = [\"\"]",
    "phrases = [\"–\", \"é\", \"İ\"]",
    "patterns = ['(?i)team \\w+']",
    "patterns = ['[^.]*', 'x{1000}{1000}']",
    "patterns = ['\\b{start}|$|^.']",
    "patterns = ['(a|b)*c', '\\pL+\\s']",
    "quantities = \"any\"",
    "placeholders = [\"certain\", \"likely\"]",
    "quotes = { words = 0 }",
    "long_sentences = { over_words = 0 }",
    "links = [\"any\"]",
    "repeats = \"word\"",
    "parts = [\"greeting\", \"signoff\"]",
    "measure = \"words\"",
    "within = \"neighbours\"",
    "each = \"sentence\"",
    "percent = true",
    "in_a_row = true",
    "distinct = true",
    "per_100_words = true",
    "at_least = 9223372036854775807",
    "at_least = { option = \"words\", default = 3, about = \"x\" }",
    "at_most = 0\nslack = 9223372036854775807",
    "at_most = \"tier\"",
    "at = \"start\"",
    "[forbid.beside]",
    "title = \"x\"\nabout = \"y\"\nselect = [\"team player\"]\noff = [\"a-rule\"]",
];

/// Lines of settings files and front matter, right and wrong.
const SETTINGS_LINES: [&str; 34] = [
    "tier = \"short\"",
    "tier: short",
    "role = \"backend\"",
    "role: bakend",
    "level = \"junior\"",
    "company: &a [*a, *a]",
    "company = \"A\\u0000\"",
    "packs = [\"extended\", \"\"]",
    "fail-on = \"never\"",
    "require-reason = true",
    "baseline = \"b.json\"",
    "baseline = \"../../b.json\"",
    "extends = [\"letterlint.toml\"]",
    "extends = [\".git\"]",
    "rules = [\"letterlint.toml\"]",
    "rules = [\"/\"]",
    "files = [\"*.md\", \"!x\", \"[\"]",
    "exclude = [\"{a,b}/**\", \"\\\\\"]",
    "[tiers]\nshort = 0\nstandard = 9223372036854775807",
    "[rules]\nbanned-phrase.off = true",
    "[rules.long-sentence]\nwords = 9223372036854775807",
    "[rules.late-evidence]\nwords = 0",
    "[rules.cliche]\nseverity = \"off\"",
    "[rules.cliches]\nseverty = -1",
    "[[override]]\nfiles = [\"acme/\"]\ntier = \"auto\"",
    "[[ignore]]\nrule = \"cliche\"\ntext = \"\"",
    "[[ignore]]\npath = \"**\"\nrule = \"x\"\nreason = \"y\"",
    "[output]\nformat = \"sarif\"\nredact = true",
    "a.b.c.d = { e = [ { f = 1 } ] }",
    "\u{feff}",
    "---",
    "+++",
    "? {a: b}\n: - - - c",
    "\"",
];

/// Pieces that letters, postings and CVs have in common, or nearly.
const APPLICATION_PIECES: [&str; 44] = [
    "Acme",
    "Acmee",
    "ACME's",
    "Hale and Quill",
    "Hale & Quill GmbH",
    "Zürcher Werkbank",
    "At Acme I",
    "as a Senior Engineer at Acme,",
    "I apply for the Backend Engineer position",
    "Backend Engineer, Acme, 2019 – 2022",
    "from 2018 to 2024",
    "own the ledger end to end and keep it honest",
    "You own the ledger end to end.",
    "“own the ledger end to end”",
    "\"end to end ... honest\"",
    "\"a\"",
    "I cut costs by 40 %",
    "cut costs by 30 percent for 5 teams.",
    "12 million rows",
    "Kafka, Go and PostgreSQL",
    "message queues",
    "message queue, message queue, message queue",
    "{place}",
    "\n\n## Requirements\n\n",
    "\n- 5 years of Go\n",
    "\n- Kafka\n- on-call\n",
    "German is required.",
    "\n\n**You have:**\n\n",
    "\n\nDear Mr Roth,\n\n",
    "\n\nDear Acme Team,\n\n",
    "\n16 March 2026\n",
    "\nRe: Data Analyst at Acme\n",
    "\n---\ncompany: Acme\n---\n",
    "<div><h1>Engineer</h1><ul><li>Go",
    "<b><table></b></div>",
    "<script>if (a<b)</script>",
    "<!-- letterlint-allow-reuse -->\n",
    "\n\nBest regards,\nAna Ruiz\n",
    "Ø\u{301}rsund",
    "İ",
    "日本語",
    "😀’s",
    "\u{e000}",
    "&lt;",
];

fn gap() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![" ", "  ", "\n", " \t"])
}

fn sentence() -> impl Strategy<Value = String> {
    prop::collection::vec((prop::sample::select(&PIECES[..]), gap()), 1..14).prop_map(|pairs| {
        let text: String = pairs.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect();
        format!("{}.", text.trim_end())
    })
}

fn body() -> impl Strategy<Value = String> {
    let mark = prop::sample::select(vec!["", "", "", "- ", "## ", "> "]);
    prop::collection::vec((mark, sentence()), 1..6).prop_map(|parts| {
        parts.into_iter().map(|(mark, text)| format!("{mark}{text}")).collect::<Vec<_>>().join("\n\n")
    })
}

/// A letter that a person might write who has all faults.
pub(crate) fn letter() -> impl Strategy<Value = String> {
    body().prop_map(|body| format!("Dear Ms Okafor,\n\n{body}\n\nKind regards,\nAna Ruiz\n"))
}

/// Bytes that are nearly a short letter, and one that says how they are read.
pub(crate) fn letter_bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        4 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned),
        4 => prop::sample::select(&HOSTILE[..]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    let text = prop::collection::vec((piece, gap()), 0..10)
        .prop_map(|pairs| pairs.into_iter().fold(String::new(), |text, (piece, gap)| text + &piece + gap));
    (text, any::<u8>()).prop_map(|(text, choice)| [text.as_bytes(), &[choice]].concat())
}

/// Bytes of any kind, some of them UTF-16.
pub(crate) fn any_bytes() -> impl Strategy<Value = Vec<u8>> {
    let wide = letter_bytes().prop_map(|bytes| {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    });
    prop_oneof![4 => letter_bytes(), 1 => wide, 1 => prop::collection::vec(any::<u8>(), 0..40)]
}

/// Lines that a rule file may hold, in any order, and a byte that says what kind of file it is.
pub(crate) fn rule_bytes() -> impl Strategy<Value = Vec<u8>> {
    let opening = prop::sample::select(&RULE_LINES[..2]);
    let rest = prop::collection::vec(prop::sample::select(&RULE_LINES[..]), 0..6);
    let whole = (opening, rest, any::<bool>(), any::<u8>()).prop_map(|(opening, rest, has_examples, choice)| {
        let examples = if has_examples { RULE_LINES[10..12].join("\n") } else { String::new() };
        let text = format!("{opening}\n{}\n{examples}\n", rest.join("\n"));
        [text.as_bytes(), &[choice]].concat()
    });
    prop_oneof![6 => whole, 1 => letter_bytes()]
}

/// Lines that a settings file or front matter may hold, in any order.
pub(crate) fn settings_bytes() -> impl Strategy<Value = Vec<u8>> {
    let lines = prop::collection::vec(prop::sample::select(&SETTINGS_LINES[..]), 0..5);
    prop_oneof![6 => lines.prop_map(|lines| lines.join("\n").into_bytes()), 1 => any_bytes()]
}

/// Text of which a letter, a posting or a CV may be made; some of it one piece over and over.
fn application_text() -> impl Strategy<Value = String> {
    let common = prop::sample::select(&APPLICATION_PIECES[..]);
    let piece = prop_oneof![
        12 => common.clone().prop_map(str::to_owned),
        1 => (common, 2..40_usize).prop_map(|(piece, times)| format!("{piece} ").repeat(times)),
        1 => prop::sample::select(&HOSTILE[..]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    prop::collection::vec((piece, gap()), 0..10)
        .prop_map(|pairs| pairs.into_iter().fold(String::new(), |text, (piece, gap)| text + &piece + gap))
}

/// Letters, postings, CVs and names, parted by lines of `%%`.
pub(crate) fn application_bytes() -> impl Strategy<Value = Vec<u8>> {
    let letter = application_text().prop_map(|text| format!("Dear Ms Okafor,\n\n{text}\n\nBest,\nAna Ruiz\n"));
    let letter = prop_oneof![3 => letter, 1 => application_text()];
    let page = application_text().prop_map(|text| format!("<p>{text}"));
    let job = prop_oneof![3 => application_text(), 1 => page];
    let name =
        prop::sample::select(vec!["Acme", "acme-labs", "Hale & Quill", "Jana Roth", "Backend Engineer", "", "Ø"]);
    let names = prop::collection::vec(name, 0..4).prop_map(|names| names.join(" / ") + " / 2026-03-16 / Acme / Quill");
    let pieces = (letter, job, application_text(), application_text(), names, any::<u8>());
    pieces.prop_map(|(letter, job, cv, other, names, choice)| {
        let joined = [letter, job, cv, other, names].join("\n%%\n");
        [joined.as_bytes(), &[b'\n', choice]].concat()
    })
}

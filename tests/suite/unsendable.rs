//! What must not be sent: a letter without a word, a stub, a refusal, broken text, a slot.

use super::run::Folder;
use letterlint::check::{Options, lint};
use letterlint::diagnostic::{Diagnostic, Severity};
use letterlint::letter::Format;
use letterlint::rule::RuleSet;

fn found(text: &str, format: Format) -> Vec<Diagnostic> {
    lint(text, format, &RuleSet::shipped(), &Options::default()).diagnostics
}

/// A whole letter around `sentence`.
fn letter(sentence: &str) -> String {
    format!("Dear Ms Okafor,\n\nYour post on queues settled an argument in my team. {sentence}\n\nBest,\nIna Roe\n")
}

/// The most severe finding of `rule` in a letter with `sentence`, in both formats, which must agree.
#[track_caller]
fn said(rule: &str, sentence: &str) -> Option<Severity> {
    let of = |format| {
        let found = found(&letter(sentence), format);
        found.iter().filter(|one| one.rule == rule).map(|one| one.severity).max()
    };
    let (plain, markdown) = (of(Format::Plain), of(Format::Markdown));
    assert_eq!(plain, markdown, "{sentence}");
    plain
}

#[track_caller]
fn all_are(rule: &str, severity: Option<Severity>, sentences: &[&str]) {
    for sentence in sentences {
        assert_eq!(said(rule, sentence), severity, "{sentence}");
    }
}

#[test]
fn a_letter_without_a_word_is_an_error() {
    let texts = [
        "",
        "  \n\n\t\n",
        "\u{feff}",
        "Dear Ms Okafor,\n\nBest regards,\nIna Roe\n",
        "---\ncompany: Northwind\n---\n",
        "![My portrait](portrait.png)\n",
        "<!-- to be written -->\n",
        "| a | b |\n|---|---|\n| c | d |\n",
        "https://northwind.example/jobs\n",
        "Dear Ms Okafor,\n\n> We pay for boats.\n\nBest regards,\nIna Roe\n",
    ];
    for text in texts {
        let found = found(text, Format::Markdown);
        let empty: Vec<_> = found.iter().filter(|one| one.rule == "empty-letter").collect();
        assert_eq!(empty.len(), 1, "{text:?}");
        assert_eq!(empty[0].severity, Severity::Error, "{text:?}");
        assert!(!found.iter().any(|one| one.rule == "not-a-letter"), "{text:?}");
    }
}

#[test]
fn a_few_loose_words_are_no_letter() {
    for text in
        ["asdf qwer\n", "test\n", "# Cover letter\n", "- one\n- two\n", "Dear Ms Okafor,\n\nbody\n\nBest,\nIna\n"]
    {
        let found = found(text, Format::Markdown);
        assert!(found.iter().any(|one| one.rule == "not-a-letter" && one.severity == Severity::Error), "{text:?}");
        assert!(!found.iter().any(|one| one.rule == "empty-letter"), "{text:?}");
    }
}

#[test]
fn what_has_no_sentences_is_no_letter_however_long_it_is() {
    let lines = |line: &str| format!("{line}\n").repeat(8);
    for (kind, text) in [
        ("keys struck at random", "asdf qwer zxcv jkl uiop ghjk bnm lkjh fdsa ".repeat(6)),
        ("one word", "test ".repeat(50)),
        ("keywords", "Java, Kafka, Redis, Docker, Linux, Terraform, ".repeat(8)),
        ("a table", lines("Ana Ruiz,Lisbon,Backend Engineer,2021-03-01,62000")),
        ("a table with accents", lines("Name;Stadt;Beruf\nAna;Köln;Köchin")),
        ("a shopping list", lines("milk, 2 litres\ntomatoes\nrice\ncoffee beans\nsoap")),
        ("a log", lines("2026-11-30 08:12:06,002 ERROR [pool-1] app.Db - Failed to open connection, retry in 5 s")),
        ("requests", lines("10.0.0.1 - - [30/Nov/2026] \"GET /jobs/12 HTTP/1.1\" 200 5120 \"-\" \"curl/8.0\"")),
        (
            "Python",
            "import sys\n\ndef main(paths):\n    for path in paths[1:]:\n        with open(path) as lines:\n            \
             total = sum(1 for line in lines if line.strip())\n            print(path, total, sep=\"\\t\")\n    return 0\n\n\
             if __name__ == \"__main__\":\n    sys.exit(main(sys.argv))\n# counts lines\ntotal = {}\nmain([])\nexit(total)\n"
                .to_owned(),
        ),
        (
            "JavaScript",
            lines("app.get('/', (req, res) => {\n  const items = db.query('select 1');\n  res.json(items);\n});"),
        ),
        ("SQL", lines("SELECT o.id, o.total FROM orders o WHERE o.status IN ('open', 'paid') ORDER BY o.id;")),
        ("JSON", lines("{\"name\": \"letter\", \"version\": \"1.0.0\", \"scripts\": {\"build\": \"tsc\"}},")),
    ] {
        for text in [text.clone(), format!("Dear Ms Okafor,\n\n{text}\n\nBest regards,\nIna Roe\n")] {
            let found = found(&text, Format::Plain);
            let severity = found.iter().find(|one| one.rule == "not-a-letter").map(|one| one.severity);
            assert_eq!(severity, Some(Severity::Error), "{kind}: {text}");
        }
    }
    // Latin has its small words; it is a placeholder.
    let latin = "Nulla gravida orci a odio. Donec vulputate et tellus in lobortis. Etiam tempor ut ligula tincidunt.";
    assert!(found(latin, Format::Plain).iter().any(|one| one.rule == "leftover-placeholder"));
}

#[test]
fn a_whole_letter_in_a_terse_style_or_another_language_is_a_letter() {
    for text in [
        "- Nine years of Go and Kafka at Northwind, where I own the order queue.\n- On call for six services; pages fell from 40 to 2 a month.\n- Led four engineers through the move to Kubernetes.\n- Wrote the handbook that the whole team works from.\n- Free for a call on any day of next week, from noon on.\n",
        "Olen korjannut hissejä yhdeksän vuotta. Viime vuonna vähensin seisokkeja kahdestasadasta kolmeenkymmeneen, \
         kirjoitin päivystäjille ohjekirjan ja koulutin neljä asentajaa. Haluaisin tehdä saman teidän kaupungissanne, \
         koska hissinne ovat vanhoja mutta hyvin hoidettuja. Voin aloittaa maaliskuussa ja tulla käymään milloin vain.",
        "Kilenc éve javítok lifteket. Tavaly kétszázról harmincra csökkentettem a leállások számát, kézikönyvet írtam \
         az ügyeleteseknek, és négy szerelőt tanítottam be. Szeretném ugyanezt az önök városában is megtenni, mert a \
         liftjeik régiek, de jól karbantartottak. Márciusban tudok kezdeni, és bármikor szívesen elmegyek beszélgetni.",
        "Dokuz yıldır asansör onarıyorum. Geçen yıl arızaları iki yüzden otuza indirdim, nöbetçiler için bir el kitabı \
         yazdım ve dört teknisyen yetiştirdim. Aynı işi sizin şehrinizde de yapmak isterim, çünkü asansörleriniz eski \
         ama bakımlı. Mart ayında başlayabilirim ve istediğiniz gün görüşmeye gelirim.",
        "Od devíti let opravuji výtahy. Loni jsem snížil počet odstávek ze dvou set na třicet, napsal příručku pro \
         pohotovost a zaučil čtyři techniky. Totéž bych rád dělal ve vašem městě, protože vaše výtahy jsou staré, ale \
         dobře udržované. Mohu nastoupit v březnu a kdykoli přijdu na pohovor.",
        "Ik repareer al negen jaar liften. Vorig jaar bracht ik de storingen terug van tweehonderd naar dertig, schreef \
         een handboek voor de wacht en leidde vier monteurs op. Dat wil ik ook in uw stad doen, want uw liften zijn oud \
         maar goed onderhouden. Ik kan in maart beginnen en kom graag een keer langs.",
    ] {
        let found = found(text, Format::Plain);
        assert!(!found.iter().any(|one| one.rule == "not-a-letter"), "{text}");
    }
}

#[test]
fn a_short_answer_in_any_language_is_a_letter() {
    let texts = [
        "I have repaired lifts for nine years, and I would like to look after yours.",
        "Ich repariere seit neun Jahren Aufzüge und möchte mich um Ihre kümmern.",
        "Je répare des ascenseurs depuis neuf ans et j'aimerais m'occuper des vôtres.",
        "Reparo ascensores desde hace nueve años y me gustaría cuidar los suyos.",
        "Dokuz yıldır asansör onarıyorum ve bu işi sizin için de yapmak isterim.",
        "Я девять лет чиню лифты и хочу чинить ваши.",
        "九年間エレベーターを直してきました。",
    ];
    for text in texts {
        let found = found(text, Format::Plain);
        assert!(!found.iter().any(|one| matches!(&*one.rule, "empty-letter" | "not-a-letter")), "{text:?}");
    }
}

#[test]
fn a_named_empty_file_is_never_fine_in_any_format() {
    let folder = Folder::new().with("letter.md", "");
    let formats = [
        "full",
        "concise",
        "grouped",
        "json",
        "json-lines",
        "sarif",
        "github",
        "gitlab",
        "junit",
        "rdjson",
        "markdown",
    ];
    for format in formats {
        let run = folder.run(&["--format", format, "letter.md"]);
        assert_eq!(run.code, Some(1), "{format}");
        assert!(run.out.contains("empty-letter"), "{format}: {}", run.out);
        assert!(!run.out.contains("nothing to fix"), "{format}: {}", run.out);
    }
    let run = folder.run(&["ready", "letter.md"]);
    assert_eq!(run.code, Some(1), "{}", run.out);
    assert!(run.out.contains("has no text"), "{}", run.out);
}

#[test]
fn empty_standard_input_is_an_error_unless_the_user_ignores_it() {
    let folder = Folder::new();
    assert_eq!(folder.run_with(&["-"], &[], b"\n").code, Some(1));
    assert_eq!(folder.run_with(&["--ignore", "empty-letter", "-"], &[], b"\n").code, Some(0));
}

#[test]
fn a_refusal_sent_as_the_letter_is_an_error() {
    let refusals = [
        "I'm sorry, but I cannot write a cover letter for you.",
        "I’m sorry, but I can’t assist with that.",
        "I am unable to generate such content.",
        "I apologize, but I need more information to draft this letter.",
        "As an AI, I have no work history.",
        "Als KI-Sprachmodell kenne ich Sie nicht.",
        "I can't help with that request.",
    ];
    all_are("ai-artifact", Some(Severity::Error), &refusals);
}

#[test]
fn what_a_chatbot_says_around_a_letter_is_an_error() {
    let asides = [
        "Certainly! Here’s a cover letter for the role:",
        "Here's a revised version:",
        "Let me know if you'd like me to change the tone.",
        "Feel free to customize it.",
        "[Note: Replace the names before you send it.]",
        "(Word count: 212)",
        "I hope this helps!",
    ];
    all_are("ai-artifact", Some(Severity::Error), &asides);
    let heading = found("**Cover Letter:**\n\nDear Ana,\n\nI run it.\n\nBest,\nIna\n", Format::Markdown);
    assert!(heading.iter().any(|one| one.rule == "ai-artifact"), "{heading:?}");
}

#[test]
fn saying_how_the_letter_was_made_is_a_warning() {
    let disclosures = [
        "Disclosure: this letter was written with the assistance of ChatGPT.",
        "This application was drafted with the help of an AI tool.",
        "I used Claude to polish this letter.",
        "AI disclosure: a language model corrected my grammar.",
    ];
    all_are("ai-artifact", Some(Severity::Warning), &disclosures);
}

#[test]
fn speaking_of_ai_or_of_what_one_cannot_do_is_no_artifact() {
    let honest = [
        "As an AI engineer I shipped a chatbot that drafts 900 replies a day.",
        "I'm sorry that I cannot attend on Monday.",
        "I am afraid I don't have a degree in accounting, but I have kept three ledgers.",
        "Unfortunately, I cannot provide references from that firm, because it closed.",
        "I used ChatGPT in support and cut replies by 40%.",
        "I built the disclosure page of an AI product.",
        "Feel free to call me, and let me know if you want me to come by.",
    ];
    all_are("ai-artifact", None, &honest);
}

#[test]
fn text_in_a_wrong_encoding_is_a_warning() {
    let broken = [
        "I donâ€™t mind nights.",
        "I like â€œnightsâ€\u{9d} too.",
        "Six years â€“ two of them on call.",
        "My rÃ©sumÃ© is from MÃ¼nchen.",
        "It costs Â£40 and 12Â % of that.",
        "ï»¿I run it.",
        "I don\u{fffd}t mind.",
        "I don‚Äôt mind the caf√©.",
        "It changed people.s lives.",
        "I don.t mind.",
        "I?m here and don?t mind.",
        "I don=E2=80=99t mind.",
        "I run it.=20",
        "Dear%20Ms%20Okafor",
        "I don&amp;#39;t mind.",
        "I don\\u2019t mind.",
    ];
    all_are("broken-text", Some(Severity::Warning), &broken);
}

#[test]
fn names_accents_and_abbreviations_are_no_broken_text() {
    let whole = [
        "I moved Node.js to ASP.NET, e.g. at Booking.com, between 9 a.m. and 5 p.m. in the U.S.",
        "São Paulo, NÃO, ÂGE, Ñandú, Ärzte, Åse, Ðóra and ÆON.",
        "AT&T, R&D and Q&A; with n=20 patients and p=0.05.",
        "It costs 40 € – “good” … ‘yes’; √2 is 1.4.",
        "Is it? Yes. Who? She.",
        "It lies in C:\\new\\north.",
    ];
    all_are("broken-text", None, &whole);
}

#[test]
fn a_slot_that_is_surely_one_is_an_error_whatever_word_is_in_it() {
    let slots = [
        "I saw your posting on <platform>.",
        "I read of the <title> opening.",
        "I found it through <source>.",
        "I live 40 minutes from <address>.",
        "I worked at [...] for two years.",
        "I chose you because [reason].",
        "I built 3 tools in [gadgets] for nurses.",
        "I would like to cook with [team].",
        "I believe in your [mission].",
        "Bei [Firma] in Oslo.",
        "I saved XXX there.",
        "I led five people, FIXME, for years.",
        "I would join Company Name.",
        "My mail is FakeEmail.",
        "I live at 123 Fictitious Street in Example City.",
        "My code is at github.com/username/repo.",
        "I am at linkedin.com/in/yourname.",
        "Write to john.doe@email.com.",
        "I liked your post (name of blog post).",
        "I sold ___ loaves.",
        "I wrote to «company» in 4 drafts.",
    ];
    all_are("leftover-placeholder", Some(Severity::Error), &slots);
}

#[test]
fn a_slot_that_may_be_meant_is_a_warning() {
    let likely = ["I did TK things.", "I baked at Harbour House [Oslo] for years.", "Ask John Doe."];
    all_are("leftover-placeholder", Some(Severity::Warning), &likely);
}

#[test]
fn brackets_that_are_meant_are_no_slots() {
    let meant = [
        "You write that \"we [the team] do [...] what [she] can\".",
        "It [sic] says so [1], and [12, 13] too.",
        "I keep a `Vec<String>`, an `[u8; 4]` and a `<title>`.",
        "I set the <title> tag.",
        "I was at TK Elevator, then at TK.",
        "I keep List<String> and Map<K, V>.",
    ];
    all_are("leftover-placeholder", None, &meant);
    let text = letter("See [my notes](https://northwind.example/notes).<br>It is there.\n\n- [x] done\n- [ ] open");
    assert!(!found(&text, Format::Markdown).iter().any(|one| one.rule == "leftover-placeholder"));
}

//! What belongs to a letter: its posting, the CV, the company, the day of sending, and where they are told.

use crate::run::{Folder, Run};

const SETTINGS: &str = "[job]\ncompany = \"{dir}\"\n";

const POSTING: &str = "# Backend Developer\n\nYou will own the order queue from end to end, and the pager with it.\n";

/// Quotes what the posting does not say, names another company and has a figure otherwise than the CV.
const LETTER: &str = "\
Dear Ms Okafor,

You ask for someone to \"own the billing queue from dawn to dusk\", and I would love to join Tidewater for that.

At Aldertree I cut the p99 latency of the order queue to 30 ms. I could show Northwind how on Tuesday.

Yours sincerely,
Ana Ruiz
";

const CV: &str =
    "# Ana Ruiz\n\n## Engineer, Aldertree\n\n- Cut the p99 latency of the order queue from 400 ms to 80 ms.\n";

/// A letter in which nothing is wrong but what a test puts above it.
fn letter(above: &str) -> String {
    format!("{above}Dear Ms Okafor,\n\nI ran the order queue.\n\nBest,\nAna Ruiz\n")
}

fn front_matter(entry: &str) -> String {
    letter(&format!("---\n{entry}\n---\n\n"))
}

/// Two applications, the first with faults.
fn hunt() -> Folder {
    Folder::new()
        .with("letterlint.toml", SETTINGS)
        .with("cv.md", CV)
        .with("hunt/northwind/job.md", POSTING)
        .with("hunt/northwind/letter.md", LETTER)
        .with("hunt/tidewater/letter.md", letter(""))
}

/// The findings of `rules` in what `args` name, on the given day where one is given.
#[track_caller]
fn told(folder: &Folder, rules: &str, args: &[&str], seconds: Option<&str>) -> Run {
    let vars: Vec<(&str, &str)> = seconds.map(|seconds| ("SOURCE_DATE_EPOCH", seconds)).into_iter().collect();
    let fixed = ["--select", rules, "--show", "info", "--format", "concise", "--exit-zero"];
    folder.run_with(&[&fixed[..], args].concat(), &vars, b"").ends(0)
}

#[test]
fn letters_named_alone_know_their_posting_cv_and_the_companies_of_folders_beside() {
    let rules = "wrong-company-name,quote-not-in-job,contradicts-cv";
    let run = told(&hunt(), rules, &["hunt/northwind/letter.md"], None);
    for (line, rule) in [(3, "quote-not-in-job"), (3, "wrong-company-name"), (5, "contradicts-cv")] {
        let is_it = |told: &str| told.starts_with(&format!("hunt/northwind/letter.md:{line}:")) && told.contains(rule);
        assert!(run.out.lines().any(is_it), "{rule}: {run:#?}");
    }
    assert_eq!(told(&hunt(), rules, &["."], None).out, run.out, "a walk finds the same");
}

#[test]
fn a_letter_whose_front_matter_names_its_company_knows_those_of_folders_beside_but_not_its_own() {
    let text = "---\ncompany: North Wind Freight\n---\n\nDear Ms Okafor,\n\nNorth Wind Freight, or NWF, is why I write; I would love to join Tidewater.\n\nBest,\nAna Ruiz\n";
    let folder = hunt().with("hunt/nwf/letter.md", text);
    let run = told(&folder, "wrong-company-name", &["hunt/nwf/letter.md"], None);
    assert!(run.out.contains("\"Tidewater\"") && run.out.lines().count() == 1, "{run:#?}");
}

#[test]
fn a_posting_that_a_letter_names_and_that_is_not_there_is_a_finding_at_its_mention() {
    let folder = hunt().with("a.md", front_matter("position: Developer\njob: nowhere.md"));
    let run = folder.run(&["--format", "concise", "--exit-zero", "a.md"]).ends(0);
    assert!(
        run.out.contains("a.md:3:1: warning[front-matter]") && run.out.contains("`nowhere.md`: no such file"),
        "{run:#?}"
    );
}

#[test]
fn a_posting_that_is_named_and_not_there_is_an_error_at_its_mention() {
    let folder = hunt();
    let run = folder.run(&["--job", "nowhere.md", "hunt/tidewater/letter.md"]).ends(2);
    assert!(run.err.contains("--job: `nowhere.md`: no such file"), "{run:#?}");
    folder.write("letterlint.toml", "[job]\ncv = \"nowhere.md\"\n");
    let run = folder.run(&["hunt/tidewater/letter.md"]).ends(2);
    assert!(run.err.contains("letterlint.toml:2: `nowhere.md`: no such file"), "{run:#?}");
}

#[test]
fn with_redact_the_name_of_a_posting_is_a_word_of_the_letter() {
    for key in ["job", "cv"] {
        let folder = Folder::new().with("a.md", front_matter(&format!("{key}: Vexalia.md")));
        let run = folder.run(&["--redact", "--format", "json", "a.md"]).ends(0);
        assert!(run.out.contains(&format!("the file that `{key}` names cannot be used, so")), "{run:#?}");
        assert!(!run.all().contains("Vexalia"), "{key}");
    }
}

#[test]
fn a_posting_outside_of_the_repository_is_not_read() {
    let folder = Folder::new().with("outside.md", POSTING);
    for (key, path) in [("job", "../../../../../../etc/hostname"), ("job", "../outside.md"), ("cv", "/etc/hostname")] {
        folder.write("in/a.md", front_matter(&format!("{key}: {path}")));
        folder.write("in/.git/HEAD", "ref: refs/heads/main\n");
        let run = folder.run_in("in", &["--format", "concise", "a.md"]).ends(0);
        assert!(run.out.contains("a.md:2:1: warning[front-matter]"), "{run:#?}");
        assert!(run.out.contains("is outside the repository"), "{run:#?}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_a_posting_or_cv_leads_out_of_no_repository() {
    for name in ["posting.md", "job.md", "cv.md"] {
        let folder = Folder::new().with("outside.md", POSTING).with("in/.git/HEAD", "ref: refs/heads/main\n");
        folder.write("in/a.md", if name == "posting.md" { front_matter("job: posting.md") } else { letter("") });
        std::os::unix::fs::symlink(folder.at("outside.md"), folder.at("in").join(name)).unwrap();
        // A posting that only the letter names is left out of the check; one that lies in its usual place ends it.
        let run = folder.run_in("in", &["--format", "concise", "a.md"]).ends(if name == "posting.md" { 0 } else { 2 });
        let said = run.out + &run.err;
        assert!(said.contains("outside the repository"), "{name}: {said}");
        std::fs::remove_file(folder.at("in").join(name)).unwrap();
        folder.write("in/kept.md", POSTING);
        std::os::unix::fs::symlink("kept.md", folder.at("in").join(name)).unwrap();
        folder.run_in("in", &["--exit-zero", "a.md"]).ends(0);
    }
}

#[test]
fn an_option_may_name_a_posting_anywhere() {
    let folder = Folder::new().with("outside.md", POSTING).with("in/a.md", LETTER);
    folder.write("in/.git/HEAD", "ref: refs/heads/main\n");
    let run = folder.run_in("in", &["--select", "quote-not-in-job", "--job", "../outside.md", "a.md"]).ends(0);
    assert!(run.out.contains("quote-not-in-job"), "{run:#?}");
}

#[test]
fn postings_and_cvs_are_read_not_linted() {
    let greeted = letter("").replace("Best,", "Call [Name].\n\nBest,");
    let folder = hunt().with("hunt/northwind/job.md", &greeted).with("cv.md", &greeted);
    let run = folder.run(&["-v", "--format", "concise", "--select", "leftover-placeholder"]).ends(0);
    assert_eq!(run.out, "", "{run:#?}");
    for told in ["cv.md: a CV, read for the letters", "hunt/northwind/job.md: a posting, read for the letter beside it"]
    {
        assert!(run.err.contains(told), "{run:#?}");
    }
    folder.run(&["--select", "leftover-placeholder", "cv.md"]).ends(1);

    let folder = folder.with("letterlint.toml", "[job]\njob = \"{dir}/posting.md\"\ncv = \"me/resume.md\"\n");
    for name in ["hunt/northwind/posting.md", "hunt/tidewater/posting.md", "me/resume.md"] {
        folder.write(name, &greeted);
    }
    let run = folder.run(&["-v", "--format", "concise", "--select", "leftover-placeholder"]).ends(1);
    let paths: Vec<&str> = run.out.lines().filter_map(|line| line.split(':').next()).collect();
    assert_eq!(paths, ["hunt/northwind/job.md"], "settings name others: {run:#?}");
}

#[test]
fn a_saved_page_is_a_posting() {
    let page = "<html><head><title>Jobs</title></head><body><nav>own the billing queue from dawn to dusk</nav>\
                <p>You will own the order queue<br>from end&nbsp;to&nbsp;end.</p></body></html>";
    let folder = Folder::new().with("job.html", page).with("a.md", LETTER);
    let run = told(&folder, "quote-not-in-job", &["a.md"], None);
    assert!(run.out.starts_with("a.md:3:"), "what leads around the page is not the posting: {run:#?}");
    let quoted = LETTER.replace("own the billing queue from dawn to dusk", "own the order queue from end to end");
    folder.write("a.md", quoted);
    assert_eq!(told(&folder, "quote-not-in-job", &["a.md"], None).out, "");
}

#[test]
fn sent_that_is_no_day_is_a_finding() {
    for value in ["soon", "2026-02-30", "16 March 2026"] {
        let run = Folder::new()
            .with("a.md", front_matter(&format!("sent: {value}")))
            .run(&["--format", "concise", "a.md"])
            .ends(0);
        assert!(
            run.out.contains(&format!("a.md:2:1: warning[front-matter] Front matter: `{value}` is not a date")),
            "{run:#?}"
        );
    }
}

#[test]
fn without_sent_dates_are_held_against_today() {
    let folder = Folder::new().with("a.md", letter("16 March 2026\n\n"));
    for (day, seconds, is_stale) in [("16 March", "1773619200", false), ("16 May", "1778889600", true)] {
        let run = told(&folder, "stale-date", &["a.md"], Some(seconds));
        assert_eq!(run.out.contains("stale-date"), is_stale, "{day}: {run:#?}");
    }
    folder.write("a.md", letter("---\nsent: 2026-03-16\n---\n\n16 March 2026\n\n"));
    assert_eq!(told(&folder, "stale-date", &["a.md"], Some("1778889600")).out, "", "sent is not today");
}

#[test]
fn options_win_over_front_matter() {
    let folder = Folder::new().with("a.md", front_matter("company: Northwind\nrecipient: Ifeoma Okafor"));
    let args = ["--company", "Tidewater", "--recipient", "Tomas Lund", "a.md"];
    let rules = "company-not-named,recipient-mismatch";
    let (plain, told) = (told(&folder, rules, &["a.md"], None).out, told(&folder, rules, &args, None).out);
    assert!(plain.contains("mentions Northwind") && !plain.contains("recipient-mismatch"), "{plain}");
    assert!(told.contains("mentions Tidewater") && told.contains("recipient-mismatch"), "{told}");
    assert!(!told.contains("Northwind"), "{told}");
}

#[test]
fn the_full_stop_of_a_sentence_is_no_part_of_a_position() {
    for sentence in ["I am applying for the position of Data Engineer.", "I apply for the role of Node.js Engineer."] {
        let text = letter("").replace("I ran the order queue.", &format!("{sentence} I ran the order queue."));
        let folder = Folder::new().with("a.md", text);
        let found = told(&folder, "wrong-position", &["--position", "Ward Sister", "a.md"], None).out;
        assert!(found.contains("Engineer\" is not") && !found.contains("Engineer.\""), "{found}");
    }
}

#[test]
fn what_other_tools_keep_in_front_matter_is_no_error() {
    let front =
        "---\nrecipient:\n  name: Hiring Manager\n  company: Acme\njob: Backend Engineer\nposition: [one, two]\n---\n";
    let letter = "Dear Ms Okafor,\n\nI run the order queue at Aldertree.\n\nBest,\nAna Ruiz\n";
    let folder = Folder::new().with("letter.md", format!("{front}{letter}"));
    let run = folder.run(&["--select", "recipient-mismatch", "letter.md"]).ends(0);
    assert!(run.err.is_empty(), "{run:#?}");
    folder.write("letter.md", format!("{}{letter}", front.replace("Hiring Manager", "Jana Roth")));
    let run = folder.run(&["--format", "concise", "--select", "recipient-mismatch", "letter.md"]).ends(1);
    assert!(run.out.contains("addressed to Jana Roth"), "{run:#?}");
}

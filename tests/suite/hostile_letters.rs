//! Letters that nobody should send, and files that are no letters: each ends in findings or in an error that says what
//! to do, and the others are checked all the same.

use crate::run::{BAD, Folder, Run};
use std::fs::{self, File};
use std::io::Write;
use std::time::{Duration, Instant};

/// What is checked beside each hostile file.
fn beside() -> Folder {
    Folder::new().with("z.md", BAD)
}

/// Checks that a run told of `file` with `said`, checked `z.md` too and showed no trace of a crash.
#[track_caller]
fn told(run: Run, file: &str, said: &str) {
    let run = run.ends(2);
    let line = run.err.lines().find(|line| line.contains(file)).unwrap_or_default();
    assert!(line.starts_with("letterlint: ") && line.contains(said), "{run:#?}");
    assert!(run.out.contains("z.md:3:"), "{run:#?}");
    unharmed(&run);
}

#[track_caller]
fn unharmed(run: &Run) {
    assert!(!run.err.contains("panicked") && !run.err.contains("stack backtrace"), "{run:#?}");
}

#[test]
fn a_gibibyte_is_refused_at_once_with_the_limit_and_its_option() {
    let folder = beside();
    File::create(folder.at("big.md")).unwrap().set_len(1 << 30).unwrap();
    let started = Instant::now();
    let run = folder.run(&["--format", "concise", "big.md", "z.md"]);
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
    told(run, "big.md", "is larger than 16 MiB, too large for a letter; raise the limit with --max-size");
}

#[test]
fn one_thing_over_and_over_is_checked_in_good_time() {
    let kinds = [
        ("bracket", "["),
        ("words", "a "),
        ("stars", "**"),
        ("headings", "# h\n\n"),
        ("quotes", "> "),
        ("lists", "- "),
        ("both", "- > "),
        ("items", "  - a\n"),
        ("storm", "e\u{301}\u{302}\u{303}\u{316}\u{317}"),
        ("accents", "\u{301}"),
        ("turns", "a\u{202e} "),
        ("zero", "a\u{200b}"),
        ("tags", "🏴\u{e0061}"),
        ("links", "[a](b) "),
        ("ticks", "` "),
        ("comments", "<!-- "),
        ("suppressions", "<!-- letterlint-disable cliche -->\n\na\n\n"),
        ("slots", "[Company] the the "),
        ("line", "I led a team of 5 to 20 % more here "),
    ];
    let mut folder = Folder::new();
    for (name, unit) in kinds {
        let text = format!("Dear Ms Okafor,\n\n{}\n\nBest,\nAna\n", unit.repeat(8192 / unit.len()));
        folder = folder.with(&format!("{name}.md"), &text).with(&format!("{name}.txt"), text);
    }
    let run = folder.run_patiently(&["--exit-zero", "--show", "info", "."]).ends(0);
    unharmed(&run);
}

/// What a letter is held against, of so many bytes that are one thing over and over.
fn against(unit: &str, bytes: usize, letter: &str) -> Folder {
    let all = unit.repeat(bytes / unit.len().max(1));
    Folder::new()
        .with("posting.md", format!("# Backend Engineer\n\n## Requirements\n\n{all}\n"))
        .with("life.md", format!("# Ana Ruiz\n\nEngineer, Acme, 2019 - 2022\n\n- 5 teams\n{all}\n"))
        .with("letter.md", format!("Dear Ms Okafor,\n\n{letter}\n\nBest,\nAna Ruiz\n"))
}

#[track_caller]
fn held_in_good_time(folder: &Folder, posting: &str) {
    let names = ["--company", "Acme", "--recipient", "Jana Roth", "--cv", "life.md", "--job", posting];
    let args = ["--exit-zero", "--show", "info", "--format", "concise", "letter.md"];
    unharmed(&folder.run_patiently(&[&args[..], &names[..]].concat()).ends(0));
}

/// Something for each rule that looks beyond the letter.
const TELLING: &str = "At Acmee I, as a Data Engineer at Acme from 2015 to 2024, own \"the ledger end to end\" \
                       and cut costs by 40 percent for 30 teams. I apply for the Data Analyst position.";

#[test]
fn a_posting_and_a_cv_of_one_thing_over_and_over_are_read_in_good_time() {
    for unit in ["a ", "\" ", "At A I "] {
        held_in_good_time(&against(unit, 1 << 18, TELLING), "posting.md");
    }
    // What is much by itself takes a slow build as long with less.
    for unit in ["1 ", "ledger ", "- x\n"] {
        held_in_good_time(&against(unit, 1 << 16, TELLING), "posting.md");
    }
}

#[test]
fn a_saved_page_of_one_tag_over_and_over_is_read_in_good_time() {
    for unit in ["<div>", "<b x><p>", "<ul><li>", "<!--", "<a href='"] {
        let page = format!("<h1>Engineer</h1>{}", unit.repeat((1 << 18) / unit.len()));
        held_in_good_time(&against("", 0, TELLING).with("posting.html", page), "posting.html");
    }
}

#[test]
fn a_letter_that_is_what_its_posting_is_over_and_over_is_checked_in_good_time() {
    let kinds = [
        "a ",
        "1 ",
        "\"own it all to end\" ",
        "At Acme, I ",
        "I cut 40 % of 3 teams. ",
        "- Kafka\n",
        "apply as a Lead ",
    ];
    for unit in kinds {
        let size = 16 << 10;
        held_in_good_time(&against(unit, size, &unit.repeat(size / unit.len())), "posting.md");
    }
}

#[test]
fn headings_by_the_thousand_and_deep_nests_are_read() {
    let deep = (0..300).fold(String::new(), |text, depth| text + &"  ".repeat(depth) + "- a\n");
    let folder = Folder::new()
        .with("headings.md", format!("Dear Ana,\n\n{}", "# h\n".repeat(10_000)))
        .with("deep.md", format!("Dear Ana,\n\n{deep}"))
        .with("quotes.md", format!("Dear Ana,\n\n{} deep\n", "> ".repeat(2000)));
    unharmed(&folder.run(&["--exit-zero", "."]).ends(0));
}

#[test]
fn nul_bytes_are_no_text_and_the_cure_is_named() {
    let unmarked: Vec<u8> = BAD.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let folder = beside().with("nul.md", b"Dear Ana,\n\nI\0ran it.\n").with("unmarked.txt", unmarked);
    for name in ["nul.md", "unmarked.txt"] {
        let run = folder.run(&["--format", "concise", name, "z.md"]);
        told(run, name, "contains NUL bytes, so it is not plain text; save the letter as UTF-8");
    }
}

#[test]
fn half_a_surrogate_pair_is_an_error_with_its_offset() {
    let folder = beside().with("lone.txt", [0xff, 0xfe, b'a', 0, 0x00, 0xd8, b'b', 0]);
    told(folder.run(&["--format", "concise", "lone.txt", "z.md"]), "lone.txt", "byte 4 is not UTF-16 text");
}

#[test]
fn a_folder_called_like_a_letter_is_walked() {
    let folder = beside().with("x.md/a.md", BAD);
    let run = folder.run(&["--format", "concise"]).ends(1);
    assert!(run.out.contains("x.md/a.md:3:") && run.out.contains("z.md:3:"), "{run:#?}");
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn a_pipe_that_is_named_is_read() {
        let folder = beside();
        let letterlint = env!("CARGO_BIN_EXE_letterlint");
        let script = format!("{letterlint} --format concise <(sleep 0.3; cat z.md)");
        let run = folder.run_program("bash", &["-c", &script], &[]).ends(1);
        assert!(run.out.contains("leftover-placeholder"), "{run:#?}");
    }

    #[test]
    fn a_pipe_without_a_writer_is_not_waited_for_without_end() {
        let folder = beside();
        folder.run_program("mkfifo", &["pipe.md"], &[]).ends(0);
        told(folder.run(&["--format", "concise", "pipe.md", "z.md"]), "pipe.md", "is a pipe without a writer");
    }

    #[test]
    fn a_pipe_that_a_walk_meets_is_passed_over() {
        let folder = beside();
        folder.run_program("mkfifo", &["pipe.md"], &[]).ends(0);
        let run = folder.run(&["--format", "concise"]).ends(1);
        assert!(run.out.contains("z.md:3:") && !run.out.contains("pipe.md"), "{run:#?}");
    }

    /// A run on a pipe and a folder of which a file goes while the pipe is read, and so after all files were found.
    fn run_while_a_file_goes(args: &[&str]) -> Run {
        let folder = Folder::new().with("in/gone.md", BAD).with("in/z.md", BAD);
        folder.run_program("mkfifo", &["first.md"], &[]).ends(0);
        let (pipe, gone) = (folder.at("first.md"), folder.at("in/gone.md"));
        let writer = std::thread::spawn(move || {
            let mut pipe = File::options().write(true).open(pipe).unwrap();
            fs::remove_file(gone).unwrap();
            pipe.write_all(BAD.as_bytes()).unwrap();
        });
        let args = [&["--format", "concise", "first.md", "in"], args].concat();
        let run = folder.run_with(&args, &[("RAYON_NUM_THREADS", "1")], b"");
        writer.join().unwrap();
        assert!(run.out.contains("first.md:3:") && run.out.contains("in/z.md:3:"), "{run:#?}");
        run
    }

    #[test]
    fn a_file_that_goes_before_it_is_read_is_an_error_and_the_others_are_checked() {
        // No rule compares letters, so that each is read when it is checked.
        told(run_while_a_file_goes(&["--select", "leftover-placeholder"]), "in/gone.md", "no such file");
    }

    #[test]
    fn a_file_that_goes_after_it_was_compared_with_others_is_checked_as_it_was() {
        let run = run_while_a_file_goes(&[]).ends(1);
        assert!(run.out.contains("in/gone.md:3:"), "{run:#?}");
    }

    #[test]
    fn a_file_that_grows_while_it_is_read_is_one_letter_or_the_other() {
        let folder = beside();
        let path = folder.at("z.md");
        let writer = std::thread::spawn(move || {
            for _ in 0..200 {
                let mut file = File::options().append(true).open(&path).unwrap();
                file.write_all(b"\nI saw [Company] again.\n").unwrap();
            }
        });
        for _ in 0..10 {
            unharmed(&folder.run(&["--format", "concise", "z.md"]).ends(1));
        }
        writer.join().unwrap();
    }

    #[test]
    fn links_that_lead_nowhere_or_in_a_circle_are_told() {
        let folder = beside();
        symlink("b.md", folder.at("a.md")).unwrap();
        symlink("a.md", folder.at("b.md")).unwrap();
        symlink("none.md", folder.at("dangling.md")).unwrap();
        symlink(".", folder.at("loop")).unwrap();
        for name in ["a.md", "dangling.md"] {
            let run = folder.run(&["--format", "concise", name, "z.md"]);
            told(run, name, "is a broken or circular link; point it at the letter");
        }
        let run = folder.run(&["--format", "concise"]).ends(1);
        assert!(run.out.contains("z.md:3:") && !run.out.contains("loop/"), "{run:#?}");
    }

    #[test]
    fn a_name_that_is_not_utf_8_is_a_name() {
        let folder = Folder::new();
        if fs::write(folder.path().join(OsStr::from_bytes(b"a\xff.md")), BAD).is_err() {
            return;
        }
        for format in letterlint::report::FormatName::ALL.map(letterlint::report::FormatName::name) {
            let run = folder.run(&["--format", format]).ends(1);
            assert!(run.out.contains("a\u{fffd}.md") || run.out.contains("a%EF%BF%BD.md"), "{format}: {run:#?}");
        }
    }

    #[test]
    fn what_may_not_be_read_is_an_error_that_says_so() {
        let folder = beside().with("shut.md", BAD).with("closed/a.md", BAD);
        fs::set_permissions(folder.at("shut.md"), fs::Permissions::from_mode(0o000)).unwrap();
        fs::set_permissions(folder.at("closed"), fs::Permissions::from_mode(0o000)).unwrap();
        let Some(run) = folder.run_as_nobody(&["--format", "concise", "shut.md", "z.md"]) else { return };
        told(run, "shut.md", "is not readable; change its permissions");
        let run = folder.run_as_nobody(&["--format", "concise", "."]).unwrap();
        told(run, "closed", "cannot be read whole");
        fs::set_permissions(folder.at("closed"), fs::Permissions::from_mode(0o755)).unwrap();
    }
}

//! Settings and front matter of a stranger's: they may be refused, but not hang a run, end it or lead it out of the
//! repository.

use crate::run::{CLEAN, Folder};
use std::fmt::Write;

/// A repository with a letter and these settings.
fn repository(settings: &str) -> Folder {
    Folder::new().with(".git/x", "").with("a.md", CLEAN).with("letterlint.toml", settings)
}

/// What is said of these settings, which must be refused.
#[track_caller]
fn refusal(settings: &str) -> String {
    repository(settings).run_patiently(&["a.md"]).ends(2).err
}

#[test]
fn files_that_extend_each_other_are_refused_with_the_line() {
    let folder = repository("extends = [\"b.toml\"]\n").with("b.toml", "\nextends = [\"./letterlint.toml\"]\n");
    let said = folder.run_patiently(&["a.md"]).ends(2).err;
    assert!(said.contains("b.toml:2:12: ") && said.contains("extends this file too"), "{said}");
}

#[test]
fn a_chain_of_a_thousand_files_is_refused_with_the_limit() {
    let mut folder = repository("extends = [\"0.toml\"]\n");
    for number in 0..1000 {
        folder = folder.with(&format!("{number}.toml"), format!("extends = [\"{}.toml\"]\n", number + 1));
    }
    let said = folder.run_patiently(&["a.md"]).ends(2).err;
    assert!(said.contains("63.toml:1:12: more than 64 files are extended"), "{said}");
}

#[test]
fn files_that_extend_the_next_one_twice_are_not_read_a_milliard_times() {
    let mut folder = repository("extends = [\"0.toml\", \"0.toml\"]\n");
    for number in 0..30 {
        let next = format!("\"{}.toml\"", number + 1);
        folder = folder.with(&format!("{number}.toml"), format!("extends = [{next}, {next}]\n"));
    }
    let said = folder.with("30.toml", "").run_patiently(&["a.md"]).ends(2).err;
    assert!(said.contains("more than 64 files are extended"), "{said}");
}

#[test]
fn an_address_is_a_path_that_is_not_there() {
    for settings in ["extends = [\"https://a.example/b.toml\"]", "rules = [\"https://a.example/rules/\"]"] {
        let said = refusal(settings);
        assert!(said.contains("letterlint.toml:1:") && said.contains("https://a.example/"), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_repository_unless_config_names_the_file() {
    let cases = [
        ("extends = [\"link.toml\"]\n", "outside.toml", "link.toml"),
        ("extends = [\"link/base.toml\"]\n", "elsewhere", "link"),
        ("rules = [\"link.toml\"]\n", "rule.toml", "link.toml"),
        ("rules = [\"link/\"]\n", "elsewhere", "link"),
        ("baseline = \"link.json\"\n", "baseline.json", "link.json"),
        ("baseline = \"link/new.json\"\n", "elsewhere", "link"),
    ];
    for (settings, target, link) in cases {
        let folder = Folder::new().with("outside.toml", "").with("elsewhere/base.toml", "").with("rule.toml", "x");
        let folder = folder.with("baseline.json", "{\"version\": 1, \"letters\": {}}\n").with("repo/.git/x", "");
        let folder = folder.with("repo/a.md", CLEAN).with("repo/letterlint.toml", settings);
        std::os::unix::fs::symlink(folder.at(target), folder.at("repo").join(link)).unwrap();

        let said = folder.run_in("repo", &["a.md"]).ends(2).err;
        assert!(said.contains("is outside the repository"), "{settings}: {said}");
        let named = folder.run_in("repo", &["--config", "letterlint.toml", "a.md"]).all();
        assert!(!named.contains("outside the repository"), "{settings}: {named}");
        if settings.starts_with("baseline") {
            let written = folder.run_in("repo", &["--write-baseline", "a.md"]).ends(2).err;
            assert!(written.contains("is outside the repository"), "{settings}: {written}");
            assert!(!folder.at("elsewhere/new.json").exists());
        }
    }
}

#[test]
fn front_matter_outside_of_a_repository_names_nothing_above_the_current_folder() {
    let letter = |key: &str, file: &str| format!("---\n{key}: {file}\n---\n{CLEAN}");
    let folder = Folder::new().with("secret.md", "# Secret\n\nThe word is swordfish.\n").with("here/x", "");
    let secret = folder.at("secret.md");
    for key in ["job", "cv"] {
        for file in [secret.to_str().unwrap(), "../secret.md", "../here/../secret.md", "/etc/hostname.md"] {
            folder.write("here/a.md", letter(key, file));
            let said = folder.run_in("here", &["--format", "concise", "a.md"]).all();
            assert!(said.contains("is outside the current folder") && !said.contains("swordfish"), "{said}");
        }
        // Beside the letter and below the current folder it is read.
        folder.write("here/a.md", letter(key, "../secret.md"));
        assert!(!folder.run(&["here/a.md"]).all().contains("is outside the"));
        folder.write("here/a.md", letter(key, "./b.md"));
        folder.write("here/b.md", "# A post\n\nYou run the queue.\n");
        folder.write("there/x", "");
        assert!(!folder.run_in("there", &["../here/a.md"]).all().contains("is outside the"));
    }
}

#[test]
fn braces_that_nothing_fills_in_are_refused_with_the_line() {
    for settings in [
        "[job]\ncompany = \"{nope}\"\n",
        "[job]\ncompany = \"{dir} {Dir}\"\n",
        "[job]\njob = \"{folder}/job.md\"\n",
        "[job]\ncv = \"{dir\"\n",
        "[job]\nposition = \"{dir}\"\n",
        "[[override]]\nfiles = [\"a.md\"]\njob.company = \"{nope}\"\n",
    ] {
        let said = refusal(settings);
        assert!(said.contains("letterlint.toml:") && said.contains("`{dir}`"), "{settings}: {said}");
    }
    let folder = Folder::new().with("a.md", CLEAN);
    for args in [["--company", "{nope}"], ["--set", "job.company={nope}"]] {
        let said = folder.run(&[&args[..], &["a.md"]].concat()).ends(2).err;
        assert!(said.contains("{nope}") && said.contains("`{dir}`"), "{said}");
    }
    repository("[job]\ncompany = \"{dir}\"\n").run(&["--exit-zero", "a.md"]).ends(0);
}

#[test]
fn a_pattern_that_names_nothing_is_refused_and_a_path_works() {
    for pattern in ["[", "a[.md", "", "../a.md", "#a.md"] {
        for key in ["exclude = [", "files = [", "[[override]]\nfiles = [", "[[ignore]]\nrule = \"cliche\"\npath = "] {
            let close = if key.ends_with('[') { "]" } else { "" };
            let said = refusal(&format!("{key}\"{pattern}\"{close}\n"));
            assert!(
                said.contains("letterlint.toml:") && said.contains(&format!("`{pattern}`")),
                "{key}{pattern}: {said}"
            );
        }
    }
    let repository =
        repository("exclude = [\"./a.md\", \"./drafts/\"]\n").with("drafts/b.md", CLEAN).with("c/a.md", CLEAN);
    let run = repository.run(&["-v", "--format", "json"]).ends(0);
    assert!(run.err.contains("a.md: excluded") && run.err.contains("drafts/b.md: excluded"), "{}", run.err);
    let document: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let letters = document["letters"].as_array().unwrap();
    assert!(letters.len() == 1 && letters[0]["path"] == "c/a.md", "{}", run.out);
}

#[test]
fn a_settings_file_of_twenty_megabytes_is_refused_with_the_limit() {
    let said = refusal(&"# a comment\n".repeat((20 << 20) / 12));
    assert!(said.contains("letterlint.toml: ") && said.contains("larger than 1 MiB"), "{said}");
}

#[test]
fn a_settings_file_with_as_many_entries_as_fit_is_read() {
    let fill = |entry: &dyn Fn(usize) -> String| {
        let mut settings = String::new();
        let mut number = 0;
        while settings.len() < (1 << 20) - 1000 {
            writeln!(settings, "{}", entry(number)).unwrap();
            number += 1;
        }
        settings
    };
    let folder = repository(&fill(&|number| format!("[[ignore]]\nrule = \"cliche\"\ntext = \"{number}\"")));
    let run = folder.run_patiently(&["--format", "json", "a.md"]);
    assert_eq!(run.code, Some(0), "{}", &run.err[..run.err.len().min(500)]);
    folder.write("letterlint.toml", fill(&|number| format!("[rules.none-{number}]\noff = true")));
    let said = folder.run_patiently(&["a.md"]).ends(2).err;
    assert!(said.contains("no rule is called `none-0`"), "{}", &said[..said.len().min(500)]);
}

#[test]
fn patterns_that_blow_up_are_refused_or_matched_in_time() {
    let quoted = |pattern: String| format!("exclude = ['{pattern}']\n");
    for settings in [
        quoted("*a".repeat(10_000)),
        quoted("**/".repeat(10_000) + "x"),
        quoted("{a,".repeat(10_000) + &"}".repeat(10_000)),
        quoted("{a,b,c,d,e,f}".repeat(10_000)),
        quoted("[".repeat(100_000)),
        quoted("[a-z]".repeat(100_000)),
        quoted("{".repeat(100_000)),
        quoted("?".repeat(500_000)),
    ] {
        let folder = repository(&settings).with(&format!("{}/b.md", "a".repeat(200)), CLEAN);
        let run = folder.run_patiently(&["--exit-zero", "."]);
        assert!(matches!(run.code, Some(0 | 2)), "{}: {:?}", &settings[..40], run.code);
        assert!(
            run.code == Some(0) || run.err.contains("letterlint.toml:1:"),
            "{}",
            &run.err[..run.err.len().min(300)]
        );
    }
}

#[test]
fn toml_nested_deeper_than_any_stack_is_refused() {
    let deep = 250_000;
    for settings in [
        format!("rules.cliche.x = {}", "[".repeat(deep)),
        format!("rules.cliche.x = {}1{}", "[".repeat(deep), "]".repeat(deep)),
        format!("rules.cliche.x = {}", "{a=".repeat(deep)),
        format!("rules.cliche.{}x = 1", "a.".repeat(deep)),
        format!("[rules.cliche.{}x]\ny = 1", "a.".repeat(deep)),
        format!("[[rules.cliche.{}x]]\ny = 1", "a.".repeat(deep)),
    ] {
        let said = refusal(&settings);
        assert!(said.contains("letterlint.toml"), "{}", &said[..said.len().min(300)]);
    }
}

#[test]
fn front_matter_that_is_a_bomb_leaves_the_letter_to_be_checked_or_refused() {
    let mut laughs = String::from("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for pair in ('a'..='z').collect::<Vec<_>>().windows(2) {
        let (before, name) = (pair[0], pair[1]);
        let list = vec![format!("*{before}"); 9].join(", ");
        writeln!(laughs, "{name}: &{name} [{list}]").unwrap();
    }
    let deep = 200_000;
    let bombs = [
        format!("---\n{laughs}tier: short\n---\n"),
        format!("---\n{laughs}---\n"),
        format!("---\nx: {}\ntier: short\n---\n", "[".repeat(deep)),
        format!("---\nx: {}{}\ntier: short\n---\n", "[".repeat(deep), "]".repeat(deep)),
        format!("---\nx: {}\n---\n", "{a: ".repeat(deep)),
        format!("---\n{}x\n---\n", "- ".repeat(deep)),
        format!("---\n{}x\n---\n", "? ".repeat(deep)),
        format!("---\ntitle: x\ntags:\n  {}x\n---\n", "- ".repeat(deep)),
        format!("---\ntier: short\n? {}x\n---\n", "- ? ".repeat(deep)),
        "---\ntier: &a {<<: *a}\n---\n".to_owned(),
        "---\ntier: !!python/object/apply:os.system [ls]\n---\n".to_owned(),
        format!("+++\nx = {}\n+++\n", "[".repeat(deep)),
        format!("+++\n{}x = 1\ntier = \"short\"\n+++\n", "a.".repeat(deep)),
    ];
    for bomb in bombs {
        let folder = Folder::new().with("a.md", format!("{bomb}\n{CLEAN}"));
        let run = folder.run_patiently(&["--isolated", "--exit-zero", "--format", "concise", "a.md"]);
        assert!(matches!(run.code, Some(0 | 2)), "{}: {:?}", &bomb[..bomb.len().min(60)], run.code);
    }
}

#[test]
fn numbers_as_large_as_they_go_are_no_overflow() {
    let most = i64::MAX;
    let settings = format!(
        "[tiers]\nshort = {most}\nstandard = {most}\nexpanded = {most}\n[rules.long-sentence]\nwords = {most}\n"
    );
    repository(&settings).run_patiently(&["a.md"]).ends(0);
}

//! Rule files of a stranger's: they may be refused, but not hang a run, end it or lead it astray.

use crate::run::{CLEAN, Folder};
use std::fmt::Write;

fn rule(finder: &str) -> String {
    format!(
        "severity = \"warning\"\nscope = \"letter\"\nmessage = \"x\"\nhelp = \"y\"\n[forbid]\n{finder}\n[[bad]]\ntext = \"a\"\n[[good]]\ntext = \"b\"\n"
    )
}

fn refusal(finder: &str) -> String {
    let folder = Folder::new().with("my-rule.toml", rule(finder)).with("a.md", CLEAN);
    folder.run_patiently(&["--rules", "my-rule.toml", "a.md"]).ends(2).err
}

#[test]
fn a_pattern_that_grows_when_compiled_is_refused_with_its_rule_and_the_limit() {
    for pattern in ["(a{1000}){1000}", "((a{100}){100}){100}", "(?:\\pL{1,1000}x){1000}", "(?i)(?:[a-zà-ÿ]{500}){500}"]
    {
        let said = refusal(&format!("patterns = ['{pattern}']"));
        assert!(said.contains("my-rule.toml:6:13: ") && said.contains("larger than 1048576 bytes"), "{said}");
    }
}

#[test]
fn a_pattern_nested_a_hundred_thousand_deep_is_refused() {
    let deep = |open: &str, close: &str| format!("{}a{}", open.repeat(100_000), close.repeat(100_000));
    for pattern in [deep("(", ")"), deep("(?:", "){2}"), deep("[", "]"), deep("(a|", ")")] {
        let said = refusal(&format!("patterns = ['{pattern}']"));
        assert!(said.contains("my-rule.toml:6:13: "), "{}", &said[..said.len().min(300)]);
    }
}

#[test]
fn patterns_that_other_engines_never_finish_are_searched_in_linear_time() {
    let patterns = r"patterns = ['(a+)+b', '(a|a)*b', '(a|aa)+c', '(?:a*)*d', '(.*)(.*)(.*)(.*)e{3}']";
    let letter = format!("Dear Ana,\n\n{}\n\nBest,\nEva\n", "a".repeat(100_000));
    let folder = Folder::new().with("my-rule.toml", rule(patterns)).with("a.md", letter);
    folder.run_patiently(&["--rules", "my-rule.toml", "--select", "my-rule", "a.md"]).ends(0);
}

#[test]
fn ten_thousand_rules_load_and_the_last_of_them_is_heard() {
    let mut folder = Folder::new().with("a.md", "Dear Ana,\n\nI saw word9999 there.\n\nBest,\nEva\n");
    for number in 0..10_000 {
        folder = folder.with(&format!("mine/rule-{number}.toml"), rule(&format!("phrases = [\"word{number}\"]")));
    }
    let run = folder.run_patiently(&["--rules", "mine", "--format", "concise", "a.md"]).ends(0);
    assert!(run.out.contains("warning[rule-9999]"), "{}", run.out);
}

#[test]
fn a_rule_file_of_twenty_megabytes_is_refused_with_the_limit() {
    let mut terms = String::from("about = \"x\"\nterms = [\n");
    while terms.len() < 20 << 20 {
        writeln!(terms, "  \"another word number {}\",", terms.len()).unwrap();
    }
    let folder = Folder::new().with("mine/vocabulary/big.toml", terms + "]\n").with("a.md", CLEAN);
    let said = folder.run_patiently(&["--rules", "mine", "a.md"]).ends(2).err;
    assert!(said.contains("mine/vocabulary/big.toml") && said.contains("larger than 1 MiB"), "{said}");
}

#[test]
fn a_rule_file_as_large_as_may_be_is_read() {
    let mut finder = String::from("phrases = [\n");
    while finder.len() < (1 << 20) - 1000 {
        writeln!(finder, "  \"word{}\",", finder.len()).unwrap();
    }
    let folder = Folder::new().with("my-rule.toml", rule(&(finder + "]"))).with("a.md", CLEAN);
    folder.run_patiently(&["--rules", "my-rule.toml", "a.md"]).ends(0);
}

#[test]
fn toml_nested_a_million_deep_is_refused() {
    let deep = 1_000_000 / 4;
    for value in ["[".repeat(deep), "{a=".repeat(deep), format!("{{ {} = 1 }}", "a.".repeat(deep) + "a")] {
        let said = refusal(&format!("phrases = {value}"));
        assert!(said.contains("my-rule.toml"), "{}", &said[..said.len().min(300)]);
    }
    let matchers =
        format!("phrases = [\"a\"]\n[{}beside]\nphrases = [\"b\"]", "forbid.".to_owned() + &"beside.".repeat(deep / 2));
    refusal(&matchers);
}

#[test]
fn fields_as_large_as_numbers_go_are_no_overflow() {
    let folder = Folder::new().with("a.md", CLEAN);
    let most = i64::MAX;
    for finder in [
        format!("measure = \"words\"\nat_least = {most}\nslack = {most}"),
        format!("measure = \"words\"\nat_most = {most}\nslack = {most}"),
        format!("quotes = {{ words = {most} }}\nat_least = {most}"),
        format!("phrases = [\"a\"]\nper_100_words = true\nat_most = {most}"),
        format!("phrases = [\"a\"]\nby_word = true\ndistinct = true\nat_most = {most}"),
    ] {
        folder.write("my-rule.toml", rule(&finder).replace("[forbid]", "[limit]"));
        let run = folder.run(&["--rules", "my-rule.toml", "--select", "my-rule", "a.md"]);
        assert!(matches!(run.code, Some(0 | 2)), "{finder}: {run:#?}");
    }
}

#[cfg(unix)]
mod links {
    use super::{CLEAN, Folder, rule};
    use std::os::unix::fs::symlink;
    use std::process::Command;

    #[test]
    fn a_folder_of_rules_that_holds_itself_is_walked_once() {
        let folder = Folder::new().with("mine/own.toml", rule("phrases = [\"a\"]")).with("a.md", CLEAN);
        for name in ["mine/one", "mine/two", "mine/three"] {
            symlink(folder.at("mine"), folder.at(name)).unwrap();
        }
        folder.run_patiently(&["--rules", "mine", "a.md"]).ends(0);
    }

    #[test]
    fn a_link_in_a_folder_of_rules_leads_nowhere_else() {
        let own = rule("phrases = [\"a\"]");
        let folder = Folder::new().with("mine/own.toml", &own).with("other/secret.toml", &own).with("a.md", CLEAN);
        for (to, name) in
            [("other", "mine/away"), ("other/secret.toml", "mine/away.toml"), ("/dev/zero", "mine/z.toml")]
        {
            symlink(folder.at(to), folder.at(name)).unwrap();
            let said = folder.run_patiently(&["--rules", "mine", "a.md"]).ends(2).err;
            assert!(said.contains(name) && said.contains("a link out of the folder"), "{said}");
            std::fs::remove_file(folder.at(name)).unwrap();
        }
    }

    #[test]
    fn a_pipe_in_a_folder_of_rules_is_not_waited_for() {
        let folder = Folder::new().with("mine/own.toml", rule("phrases = [\"a\"]")).with("a.md", CLEAN);
        let made = Command::new("mkfifo").arg(folder.at("mine/pipe.toml")).status();
        if made.is_ok_and(|status| status.success()) {
            let said = folder.run_patiently(&["--rules", "mine", "a.md"]).ends(2).err;
            assert!(said.contains("mine/pipe.toml") && said.contains("it is not a file"), "{said}");
        }
    }
}

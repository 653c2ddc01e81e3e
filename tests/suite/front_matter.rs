//! Front matter of the letter's own, or of another tool: what it says is used, what makes no sense is a finding, and
//! the letter is checked either way.

use crate::run::Folder;
use serde_json::Value;

const BODY: &str = "Dear Ms Okafor,\n\nI ran the order queue at [Company].\n\nBest,\nAna Ruiz\n";

/// The letter below front matter of these lines, as JSON tells of it.
#[track_caller]
fn checked(front: &str, args: &[&str]) -> Value {
    let folder = Folder::new().with("a.md", format!("{front}\n{BODY}"));
    let run = folder.run(&[&["--format", "json", "--exit-zero", "a.md"], args].concat()).ends(0);
    let document: Value = serde_json::from_str(&run.out).unwrap();
    let letter = document["letters"][0].clone();
    let rules: Vec<&str> = findings(&letter, "leftover-placeholder").iter().map(|one| one.0).collect();
    assert_eq!(rules, ["[Company]"], "the letter was not checked below {front}: {run:#?}");
    letter
}

fn yaml(lines: &str) -> String {
    format!("---\n{lines}\n---\n")
}

fn toml(lines: &str) -> String {
    format!("+++\n{lines}\n+++\n")
}

/// What each finding of `rule` is on and says.
fn findings<'a>(letter: &'a Value, rule: &str) -> Vec<(&'a str, &'a str)> {
    let found = letter["diagnostics"].as_array().unwrap().iter().filter(|one| one["rule"] == rule);
    found.map(|one| (one["match"].as_str().unwrap(), one["message"].as_str().unwrap())).collect()
}

#[test]
fn a_value_that_makes_no_sense_is_a_warning_on_its_line_and_the_letter_is_checked() {
    for line in [
        "level: 3",
        "level: lead",
        "tier: gold",
        "tier: 2",
        "sent: yes",
        "sent: last week",
        "sent: 2026-02-30",
        "company: [A, B]",
        "company: true",
        "role: Astronaut",
        "role: 7",
        "role: [sre, backend]",
        "role: {team: payments}",
        "position: [one, two]",
        "position: 5",
        "recipient: {street: Main Street}",
        "job: 5",
        "job: true",
        "job: gone.md",
        "job: careers/backend",
        "job: https://acme.example/jobs/1",
        "cv: yes",
        "cv: [cv.md]",
    ] {
        let letter = checked(&yaml(&format!("title: x\n{line}\ndraft: true")), &[]);
        let found = findings(&letter, "front-matter");
        assert_eq!(found.iter().map(|one| one.0).collect::<Vec<_>>(), [line], "{found:?}");
        let finding = letter["diagnostics"].as_array().unwrap().iter().find(|one| one["rule"] == "front-matter");
        assert_eq!(finding.unwrap()["severity"], "warning");
        assert_eq!(finding.unwrap()["start"]["line"], 3, "{line}");
    }
}

#[test]
fn the_same_goes_for_toml() {
    for line in [
        "level = 3",
        "tier = \"gold\"",
        "sent = true",
        "company = [\"A\", \"B\"]",
        "role = \"Astronaut\"",
        "role = { team = \"payments\" }",
        "job = 5",
        "recipient = 1.5",
    ] {
        let letter = checked(&toml(&format!("title = \"x\"\n{line}\ndraft = true")), &[]);
        assert_eq!(findings(&letter, "front-matter").iter().map(|one| one.0).collect::<Vec<_>>(), [line]);
    }
}

#[test]
fn a_key_that_stands_twice_is_a_finding_on_the_second_and_the_first_holds() {
    for (front, second) in [
        ("company: Acme\ncompany: Globex", "company: Globex"),
        ("company: Acme\ntitle: x\n\"company\": Globex", "\"company\": Globex"),
        ("company: Acme\ntags:\n- a\ncompany:\n  name: Globex\n  city: Leeds", "company:"),
    ] {
        let letter = checked(&yaml(front), &[]);
        let found = findings(&letter, "front-matter");
        assert_eq!(
            found,
            [(second, "Front matter: `company` already has a value above, so it is ignored.")],
            "{front}"
        );
        let folder = Folder::new().with("a.md", format!("{}\n{BODY}", yaml(front)));
        let shown = folder.run(&["settings", "a.md"]).ends(0).out;
        assert!(shown.contains("job.company = \"Acme\""), "{shown}");
    }
    // Keys of other tools and keys of a table below are none of ours.
    let letter = checked(&yaml("title: x\ntitle: y\nauthor:\n  company: Acme\ncompany: Globex"), &[]);
    assert_eq!(findings(&letter, "front-matter"), []);
    let letter = checked(&toml("company = \"Acme\"\ncompany = \"Globex\""), &[]);
    assert_eq!(findings(&letter, "front-matter").len(), 1);
}

#[test]
fn front_matter_that_opens_with_a_table_is_seen() {
    let letter = checked(&toml("[job]\ncompany = \"Acme\""), &[]);
    let found = findings(&letter, "front-matter");
    assert_eq!(found, [("[job]", "Front matter: `job` has a table, so it is ignored.")]);
    let letter = checked(&toml("[company]\nname = \"Acme\"\n\n[params]\nlevel = 3"), &[]);
    assert_eq!(findings(&letter, "front-matter"), []);
    assert!(!letter["diagnostics"].to_string().contains("params"), "{letter}");
}

#[test]
fn front_matter_that_ends_with_dots_or_has_keys_of_several_words_is_seen() {
    for front in ["---\nlevel: 3\n...\n", "---\nDate applied: 2026-11-20\nlevel: 3\n---\n"] {
        assert_eq!(findings(&checked(front, &[]), "front-matter").len(), 1, "{front}");
    }
}

#[test]
fn a_message_names_the_value_and_the_help_what_is_accepted() {
    let letter = checked(&yaml("tier: shrot"), &[]);
    let found = &letter["diagnostics"].as_array().unwrap()[0];
    assert_eq!(found["message"], "Front matter: `shrot` is not a tier, so it is ignored.");
    assert_eq!(found["help"], "Did you mean short? Use auto, short, standard or expanded.");
}

#[test]
fn front_matter_that_is_not_valid_is_one_finding_where_it_names_a_key_of_ours() {
    for front in [
        yaml("role: backend\ntitle: {{x}} [y"),
        yaml("position: Lead: Payments"),
        yaml("company: \"Acme"),
        toml("title = x\ncompany = \"Acme\""),
        toml("company = Acme"),
    ] {
        let found = checked(&front, &[]);
        let found = findings(&found, "front-matter");
        assert_eq!(found.len(), 1, "{front}: {found:?}");
        assert!(found[0].1.starts_with("Front matter: not valid "), "{found:?}");
    }
}

#[test]
fn keys_and_slips_of_other_tools_are_left_to_them() {
    for front in [
        yaml("layout: [post, letter]\nweight: 3\ndate: someday\nlevels: 3"),
        yaml("title: {{x}} [y"),
        yaml("tier:\nrole: ''\ncompany: ~\nsent: null"),
        toml("weight = 3\n[params]\nrole = 5"),
    ] {
        let letter = checked(&front, &[]);
        assert_eq!(findings(&letter, "front-matter"), [], "{front}");
    }
}

#[test]
fn a_role_is_understood_by_title_and_synonym_in_any_case() {
    for (said, role) in [
        ("Site Reliability Engineer", "sre"),
        ("SITE RELIABILITY ENGINEER", "sre"),
        ("Senior SRE", "sre"),
        ("sre", "sre"),
        ("DevOps", "sre"),
        ("devops_engineer", "sre"),
        ("Back-End Developer", "backend"),
        ("Senior Backend Engineer (m/w/d)", "backend"),
        ("Lead Software Engineer, Backend", "backend"),
        ("Front End Engineer II", "frontend"),
        ("ML Engineer", "data-science"),
        ("Head of Engineering", "engineering-manager"),
        ("Product Owner", "product"),
        ("Postdoctoral Researcher", "academic"),
    ] {
        assert_eq!(checked(&yaml(&format!("role: {said}")), &[])["role"], role, "role: {said}");
        assert_eq!(checked("", &["--role", said])["role"], role, "--role {said}");
        assert_eq!(checked("", &["--set", &format!("role={said:?}")])["role"], role, "--set role={said}");
    }
}

#[test]
fn a_role_that_nobody_knows_stays_an_error_on_the_command_line_and_in_settings() {
    let folder = Folder::new().with("a.md", BODY);
    let run = folder.run(&["--role", "bakend", "a.md"]).ends(2);
    assert!(run.err.contains("no role is called `bakend`; did you mean `backend`?"), "{run:#?}");
    let run = folder.run(&["--role", "Astronaut", "a.md"]).ends(2);
    assert!(run.err.contains("no role is called `Astronaut`; known are "), "{run:#?}");
    folder.write("letterlint.toml", "role = \"Astronaut\"\n");
    assert!(folder.run(&["a.md"]).ends(2).err.contains("letterlint.toml:1:8: no role is called `Astronaut`"));
    folder.write("letterlint.toml", "role = \"Data Scientist\"\n");
    assert!(folder.run(&["--exit-zero", "a.md"]).ends(0).out.contains("role: data-science"));
}

#[test]
fn a_position_names_the_role_and_an_unknown_one_names_none() {
    for (position, role) in [
        ("Senior Backend Engineer", Some("backend")),
        ("Engineering Manager, Payments (all genders)", Some("engineering-manager")),
        ("Executive Assistant to the Product Manager", None),
        ("Head of Product Design", None),
        ("Reliability Engineer, Paper Mill", None),
        ("Nurse", None),
        ("Manager", None),
    ] {
        let letter = checked(&yaml(&format!("position: {position}")), &[]);
        assert_eq!(letter["role"].as_str(), role, "{position}");
        assert_eq!(checked("", &["--position", position])["role"].as_str(), role, "--position {position}");
    }
    let both = checked(&yaml("position: Senior Backend Engineer\nrole: sre"), &[]);
    assert_eq!(both["role"], "sre", "a role that is given says it more clearly");
}

#[test]
fn commands_that_have_no_findings_to_tell_complain_and_go_on() {
    let folder = Folder::new().with("a.md", format!("---\nrole: Astronaut\ncompany: Acme\n---\n\n{BODY}"));
    folder.write("b.md", BODY);
    for args in [&["settings", "a.md"][..], &["skim", "a.md"], &["compare", "a.md", "b.md"]] {
        let run = folder.run(args).ends(0);
        let said = "a.md:2: front matter: `Astronaut` is not a role that letterlint knows, so it is ignored";
        assert_eq!(run.err.matches(said).count(), 1, "{run:#?}");
        assert!(!run.out.is_empty(), "{run:#?}");
    }
    let shown = folder.run(&["settings", "a.md"]).ends(0).out;
    assert!(shown.contains("job.company = \"Acme\"") && !shown.contains("role = "), "{shown}");
}

#[test]
fn the_finding_is_suppressed_like_any_other() {
    let folder = Folder::new().with("a.md", format!("---\nlevel: 3\n---\n\n{BODY}"));
    let told = |args: &[&str]| folder.run(&[&["--format", "concise", "--exit-zero"], args].concat()).ends(0).out;
    assert!(told(&["a.md"]).contains("front-matter"));
    assert!(!told(&["--ignore", "front-matter", "a.md"]).contains("front-matter"));
    assert!(!told(&["--set", "rules.front-matter.off=true", "a.md"]).contains("front-matter"));
    folder.write(
        "c.md",
        format!("---\nlevel: 3\n---\n\n<!-- letterlint-disable-file front-matter -- a site has levels -->\n\n{BODY}"),
    );
    assert!(!told(&["c.md"]).contains("front-matter"), "{}", told(&["c.md"]));
    folder.write("letterlint.toml", "[[ignore]]\nrule = \"front-matter\"\nreason = \"a site has levels\"\n");
    assert!(!told(&["a.md"]).contains("front-matter"), "{}", told(&["a.md"]));
    folder.run(&["--fail-on", "warning", "--select", "front-matter", "--isolated", "a.md"]).ends(1);
}

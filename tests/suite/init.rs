//! `letterlint init` writes what works, and never over something else.

use crate::run::Folder;
use crate::tool;
use letterlint::rule::RuleSet;
use letterlint::settings::{Discovery, Lookup};
use std::fs;

const SETTINGS: &str = include_str!("../../src/cli/init/letterlint.toml");

#[test]
fn the_settings_are_written_and_the_rest_is_offered() {
    let folder = Folder::new();
    let run = folder.run(&["init"]).ends(0);
    assert_eq!(fs::read_to_string(folder.at("letterlint.toml")).unwrap(), SETTINGS);
    for option in ["--pre-commit", "--hook", "--github"] {
        assert!(run.out.contains(option), "{}", run.out);
    }
}

#[test]
fn folders_named_after_companies_are_said_in_the_settings_at_once() {
    let letter = "Dear Acme team,\n\nHello.\n\nBest,\nAna\n";
    for above in ["", "applications/", "hunt/2026/"] {
        let folder = Folder::new()
            .with(&format!("{above}acme/letter.md"), letter)
            .with(&format!("{above}globex/cover-letter.txt"), letter);
        let run = folder.run(&["init"]).ends(0);
        let settings = folder.read("letterlint.toml");
        assert!(settings.contains("\n[job]\n") && settings.contains("\ncompany = \"{dir}\"\n"), "{above}: {settings}");
        assert!(run.out.contains(&format!("such as {above}acme are named after companies")), "{run:#?}");
        Discovery::new(Lookup::Nearest).for_folder(&folder.at(&format!("{above}acme"))).unwrap();
    }
    for names in [["drafts", "final"], ["v1", "v2"], ["acme", "acme/old"]] {
        let folder = Folder::new()
            .with(&format!("{}/letter.md", names[0]), letter)
            .with(&format!("{}/letter.md", names[1]), letter);
        folder.run(&["init"]).ends(0);
        assert_eq!(folder.read("letterlint.toml"), SETTINGS, "{names:?}");
    }
}

#[test]
fn fresh_settings_say_nothing() {
    let is_silent = |line: &str| line.is_empty() || line.starts_with('#');
    assert!(SETTINGS.lines().all(is_silent));
}

#[test]
fn every_example_in_the_settings_may_be_taken() {
    // `# key = value` and `# [table]` are examples, `# words` explain one.
    let is_key = |text: &str| !text.is_empty() && text.chars().all(|next| next == '-' || next.is_ascii_lowercase());
    let is_example = |line: &str| line.starts_with('[') || line.split_once(" = ").is_some_and(|(key, _)| is_key(key));
    let lines = SETTINGS.lines().filter_map(|line| line.strip_prefix("# "));
    let examples: Vec<&str> = lines.filter(|line| is_example(line)).collect();
    let folder =
        Folder::new().with("letterlint.toml", examples.join("\n")).with("my-rules/x.toml", "").with(".git/HEAD", "");

    let loaded = Discovery::new(Lookup::Nearest).for_folder(folder.path()).unwrap();

    assert!(loaded.path.ends_with("letterlint.toml"), "{}", loaded.path);
    let unknown = loaded.unknown_names(&RuleSet::load(&[]).unwrap());
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn every_key_of_the_schema_is_explained() {
    let schema: serde_json::Value = serde_json::from_str(letterlint::settings::schema()).unwrap();
    for (path, is_known_elsewhere) in [("/properties", "extends"), ("/definitions/Output/properties", "")] {
        for key in schema.pointer(path).unwrap().as_object().unwrap().keys().filter(|key| *key != is_known_elsewhere) {
            let forms = [format!("# {key} = "), format!("# [{key}]"), format!("# [[{key}]]")];
            assert!(forms.iter().any(|form| SETTINGS.contains(form)), "{key} is not in letterlint.toml");
        }
    }
}

#[test]
fn settings_that_are_there_stay_as_they_are() {
    for name in ["letterlint.toml", ".letterlint.toml", ".config/letterlint.toml"] {
        let folder = Folder::new().with(name, "tier = \"short\"\n");
        let run = folder.run(&["init"]).ends(2);
        assert!(run.err.contains(&format!("{name} already exists")), "{}", run.err);
        assert_eq!(fs::read_to_string(folder.at(name)).unwrap(), "tier = \"short\"\n");
    }
}

#[test]
fn a_hook_may_be_asked_for_later() {
    let folder = Folder::new().with("letterlint.toml", "");
    let run = folder.run(&["init", "--github"]).ends(0);
    assert_eq!(run.out, "wrote .github/workflows/letterlint.yml\n");
}

#[test]
fn a_pre_commit_configuration_that_is_there_is_shown_the_lines_to_add_and_the_rest_is_still_done() {
    let folder = Folder::new().with(".pre-commit-config.yaml", "repos: []\n");
    let run = folder.run(&["init", "--pre-commit", "--github"]).ends(2);
    assert!(run.err.contains(".pre-commit-config.yaml already exists"), "{}", run.err);
    assert!(run.out.contains("  - repo: local\n"), "{}", run.out);
    assert_eq!(fs::read_to_string(folder.at(".pre-commit-config.yaml")).unwrap(), "repos: []\n");
    assert!(folder.at(".github/workflows/letterlint.yml").exists() && folder.at("letterlint.toml").exists());
}

#[test]
fn hooks_and_workflows_go_to_the_top_of_the_repository() {
    let folder = Folder::new().with(".git/HEAD", "").with("letters/a.md", "");
    folder.run_in("letters", &["init", "--pre-commit", "--github"]).ends(0);
    assert!(folder.at(".pre-commit-config.yaml").exists());
    assert!(folder.at(".github/workflows/letterlint.yml").exists());
    assert!(folder.at("letters/letterlint.toml").exists());
}

#[test]
fn a_hook_without_a_repository_says_how_to_get_one() {
    let run = Folder::new().run(&["init", "--hook"]).ends(2);
    assert!(run.err.contains("git init"), "{}", run.err);
}

#[test]
fn the_workflow_is_one_that_github_takes() {
    for options in [&["init", "--github"][..], &["init", "--github", "--code-scanning"]] {
        let folder = Folder::new();
        folder.run(options).ends(0);
        let path = folder.at(".github/workflows/letterlint.yml");
        tool::accepts("check-jsonschema", &["--builtin-schema", "vendor.github-workflows"], &path);
    }
}

#[test]
fn the_workflow_uploads_findings_only_where_that_is_asked_for() {
    let workflow = |options: &[&str]| {
        let folder = Folder::new();
        folder.run(&[&["init", "--github"], options].concat()).ends(0);
        folder.read(".github/workflows/letterlint.yml")
    };
    let plain = workflow(&[]);
    for word in ["sarif", "security-events", "codeql"] {
        assert!(!plain.contains(word), "{word}: {plain}");
    }
    let scanning = workflow(&["--code-scanning"]);
    for word in ["--output sarif=letterlint.sarif", "security-events: write", "codeql-action/upload-sarif"] {
        assert!(scanning.contains(word), "{word}: {scanning}");
    }
    let alone = Folder::new().run(&["init", "--code-scanning"]).ends(2);
    assert!(alone.err.contains("--github"), "{}", alone.err);
}

#[test]
fn the_workflow_compiles_a_version_once_and_takes_it_from_the_cache_afterwards() {
    let folder = Folder::new();
    folder.run(&["init", "--github"]).ends(0);
    let workflow = folder.read(".github/workflows/letterlint.yml");
    let version = env!("CARGO_PKG_VERSION");
    assert!(workflow.contains(&format!("LETTERLINT_VERSION: \"{version}\"")), "{workflow}");
    assert!(
        workflow.contains("actions/cache/restore@")
            && workflow.contains("key: letterlint-${{ env.LETTERLINT_VERSION }}-")
    );
    let install = workflow.lines().position(|line| line.contains("run: cargo install")).unwrap();
    assert!(workflow.lines().nth(install - 1).unwrap().contains("cache-hit != 'true'"), "{workflow}");
}

#[test]
fn what_init_wrote_before_is_up_to_date() {
    let folder = Folder::new();
    folder.run_program("git", &["init", "--quiet"], &[]).ends(0);
    for (option, file) in [
        ("--hook", ".git/hooks/pre-commit"),
        ("--pre-commit", ".pre-commit-config.yaml"),
        ("--github", ".github/workflows/letterlint.yml"),
    ] {
        folder.run(&["init", option]).ends(0);
        let before = folder.read(file);
        let again = folder.run(&["init", option]).ends(0);
        assert_eq!(again.out, format!("{file} already exists and is up to date\n"));
        assert_eq!(again.err, "");
        assert_eq!(folder.read(file), before);
    }
    let settings = folder.run(&["init"]).ends(0);
    assert!(settings.out.starts_with("letterlint.toml already exists and is up to date\n"), "{}", settings.out);
}

#[test]
fn a_hook_of_another_version_is_told_from_a_hook_of_somebody_else() {
    let folder = Folder::new();
    folder.run_program("git", &["init", "--quiet"], &[]).ends(0);
    let older = "#!/bin/sh\n# Checks the letters of a commit as they were.\nexec letterlint letters\n";
    folder.write(".git/hooks/pre-commit", older);
    let run = folder.run(&["init", "--hook"]).ends(2);
    assert!(run.err.contains("is a letterlint hook that differs from the one"), "{}", run.err);
    assert!(!run.out.contains("Lines to add"), "{}", run.out);
    assert_eq!(folder.read(".git/hooks/pre-commit"), older);

    folder.write(".git/hooks/pre-commit", "#!/bin/sh\nmake check\n");
    let run = folder.run(&["init", "--hook"]).ends(2);
    assert!(run.out.contains("Lines to add to it:\n\n# Checks the letters"), "{}", run.out);
    let lines = run.out.split_once("\n\n").unwrap().1.trim_end().to_owned();
    folder.write(".git/hooks/pre-commit", format!("#!/bin/sh\nmake check\n{lines}\n"));
    let added = folder.run(&["init", "--hook"]).ends(0);
    assert!(added.out.contains("already exists"), "{}", added.out);
}

#[cfg(unix)]
#[test]
fn a_hook_that_git_passes_over_is_made_executable() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    folder.run_program("git", &["init", "--quiet"], &[]).ends(0);
    folder.run(&["init", "--hook"]).ends(0);
    let hook = folder.at(".git/hooks/pre-commit");
    fs::set_permissions(&hook, fs::Permissions::from_mode(0o644)).unwrap();
    assert!(folder.run(&["init", "--hook"]).ends(0).out.contains("now it is executable"));
    assert!(fs::metadata(&hook).unwrap().permissions().mode() & 0o111 != 0);
}

#[test]
fn the_pre_commit_configuration_is_one_that_pre_commit_takes() {
    let folder = Folder::new();
    folder.run(&["init", "--pre-commit"]).ends(0);
    tool::accepts("pre-commit", &["validate-config"], &folder.at(".pre-commit-config.yaml"));
}

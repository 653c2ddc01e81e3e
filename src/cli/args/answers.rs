//! What does here what an option or a command of another program does there.
//!
//! People try what they know from linters for code and prose. A name that is near by its letters would mislead them.

/// Names of options and commands elsewhere, and what does the same here, or that nothing does.
///
/// Read as the end of `no option is called …;`. Names are written without their dashes.
const ANSWERS: &[(&[&str], &str)] = &[
    (
        &[
            "fix",
            "fix-only",
            "fix-dry-run",
            "fix-type",
            "show-fixes",
            "unsafe-fixes",
            "autofix",
            "autocorrect",
            "fixable",
            "write",
            "write-changes",
            "in-place",
            "inplace",
            "apply",
            "patch",
            "rewrite",
            "format-files",
            "fmt",
        ],
        "letterlint does not change letters yet; each finding says what to write instead",
    ),
    (
        &["watch", "w"],
        "letterlint does not watch files yet; run it again when you save, for example with `watch letterlint draft.md`",
    ),
    (
        &["lsp", "server", "serve", "language-server", "daemon", "stdio"],
        "there is no language server yet; editors can read `--format concise`, `json` or `rdjson`",
    ),
    (&["stats", "count", "counts", "report", "metrics", "ls-metrics"], COUNTS),
    (
        &["score", "grade", "rating", "readability"],
        "letterlint gives no score; `letterlint ready PATH` says what is left to do before you send a letter",
    ),
    (
        &["ai", "detect-ai", "ai-check", "is-ai"],
        "letterlint does not guess who wrote a letter; it says how a reader takes it",
    ),
    (
        &["list-rules", "show-rules", "print-rules", "ls-rules", "all-rules", "rule-list"],
        "`letterlint rules` lists them",
    ),
    (
        &["rule", "only", "enable", "enable-rule", "checks", "check-rule", "rules-only", "extend-select", "styles"],
        "`--select RULE` uses only that rule, `--set rules.RULE.on=true` adds it",
    ),
    (
        &[
            "disable",
            "disable-rule",
            "disable-rules",
            "disabled-rules",
            "skip-rule",
            "no-rule",
            "ignore-rule",
            "ignore-rules",
            "extend-ignore",
            "rule-disable",
            "suppress",
            "without",
            "off",
            "d",
        ],
        "`--ignore RULE` leaves a rule out; in the settings that is `rules.RULE.on = false`",
    ),
    (
        &["noqa", "add-noqa", "suppress-all", "generate-todo", "auto-gen-config", "update-baseline", "create-baseline"],
        "`--write-baseline` accepts all findings as they are",
    ),
    (
        &["quiet-level", "silent", "errors-only", "no-summary", "no-warnings", "s"],
        "`--quiet` leaves out the summary, `--show error` prints errors only",
    ),
    (
        &[
            "min-severity",
            "minimum-severity",
            "min-alert-level",
            "minalertlevel",
            "severity",
            "alert-level",
            "report-level",
        ],
        "`--show SEVERITY` says what is printed, `--fail-on SEVERITY` what makes the exit code 1",
    ),
    (
        &[
            "fail-on-warning",
            "fail-on-warnings",
            "error-on-warnings",
            "warnings-as-errors",
            "deny-warnings",
            "deny",
            "strict",
            "werror",
            "fail-level",
            "fail-severity",
        ],
        "`--fail-on warning` makes warnings fail, `--max-warnings N` more than N of them",
    ),
    (
        &[
            "no-exit",
            "exit-code",
            "no-fail",
            "no-error",
            "no-error-code",
            "allow-failure",
            "soft-fail",
            "exit-non-zero",
        ],
        "`--exit-zero` exits with 0 even if there are findings, `--fail-on SEVERITY` says what makes the exit code 1",
    ),
    (
        &["output-format", "reporter", "report-format", "formatter", "style", "out-format", "template", "r"],
        "`--format FORMAT` chooses how findings are printed",
    ),
    (
        &["output-file", "out", "out-file", "outfile", "report-file", "log-file", "save"],
        "`--output FORMAT=FILE` writes a report to a file, such as `--output json=letters.json`",
    ),
    (&["ndjson", "jsonl", "json-stream", "jsonlines"], "`--format json-lines` prints one JSON object per line"),
    (
        &["line", "oneline", "one-line", "short", "compact", "brief", "vimgrep", "unix"],
        "`--format concise` prints one line per finding",
    ),
    (&["code-climate", "codeclimate", "code-quality"], "`--format gitlab` is what GitLab's Code Quality reads"),
    (
        &["checkstyle", "pylint", "azure", "teamcity", "html", "csv", "xml"],
        "`--help` lists the formats; `--format json` holds everything",
    ),
    (
        &["no-color", "no-colour", "no-colors", "plain-output", "nocolor", "monochrome"],
        "`--color never` turns colour off, and so does the variable `NO_COLOR`",
    ),
    (
        &["colour", "colors", "colours", "force-color", "ansi"],
        "`--color always`, `never` or `auto` says when to use colour",
    ),
    (
        &["no-pager", "pager", "no-progress", "progress"],
        "letterlint has no pager and shows progress only in a terminal",
    ),
    (
        &["threads", "jobs", "j", "parallel", "workers", "concurrency", "max-procs", "num-threads"],
        "letterlint uses all cores by itself; the variable `RAYON_NUM_THREADS` limits them",
    ),
    (
        &["stdin", "from-stdin", "read-stdin", "text", "input"],
        "`letterlint -` reads standard input, and `--stdin-name NAME` says what it is called",
    ),
    (
        &[
            "stdin-filename",
            "stdin-file",
            "stdin-file-name",
            "stdin-filepath",
            "stdin-file-path",
            "stdin-path",
            "assume-filename",
            "assume-file-name",
            "filename",
        ],
        "`--stdin-name NAME` says what standard input is called",
    ),
    (
        &["init-config", "setup", "generate-config", "create-config", "config-init", "install"],
        "`letterlint init` writes a settings file with every setting explained",
    ),
    (
        &["install-hook", "install-hooks", "hook", "pre-commit", "githook", "git-hook"],
        "`letterlint init --hook` writes git's hook, `letterlint init --pre-commit` the framework's lines",
    ),
    (
        &["action", "workflow", "ci", "github-action"],
        "`letterlint init --github` writes a workflow; `--format github` annotates",
    ),
    (
        &[
            "print-config",
            "show-config",
            "show-settings",
            "dump-config",
            "ls-config",
            "list-config",
            "print-settings",
            "config-show",
            "ls-dirs",
        ],
        "`letterlint settings PATH` shows the settings in force, and where each comes from",
    ),
    (&["config-file", "config-path", "conf", "settings-file", "c"], "`--config FILE` reads that settings file"),
    (
        &["no-config", "no-config-lookup", "no-project-config", "ignore-config", "no-settings"],
        "`--isolated` reads no settings file",
    ),
    (&["option", "config-override", "define"], "`--set KEY=VALUE` is a setting for this run"),
    (
        &[
            "extend-exclude",
            "exclude-dir",
            "exclude-file",
            "exclude-files",
            "ignore-path",
            "ignore-pattern",
            "ignore-file",
            "ignore-files",
            "skip",
            "skip-files",
            "excludes",
            "x",
        ],
        "`--exclude PATTERN` skips files, and so does `exclude` in the settings",
    ),
    (
        &[
            "include",
            "extend-include",
            "glob",
            "iglob",
            "g",
            "ext",
            "extension",
            "extensions",
            "type",
            "types",
            "t",
            "pattern",
        ],
        "name the letters or their folders; `files` in letterlint.toml says which other files are letters",
    ),
    (
        &["per-file-ignores", "overrides", "override", "file-override"],
        "an `[[override]]` in letterlint.toml is for some of the letters",
    ),
    (
        &[
            "hidden",
            "no-ignore",
            "no-vcs-ignore",
            "unrestricted",
            "no-gitignore",
            "all-files",
            "recursive",
            "no-recursive",
            "u",
            "a",
            "all",
        ],
        "folders are read without hidden files and those that git ignores; name such a file to check it",
    ),
    (
        &["files", "list-files", "show-files", "files-with-matches", "l", "dry-run", "n"],
        "`--verbose` lists what is checked and what is skipped; a check changes no file",
    ),
    (
        &["changed", "changed-only", "since", "new-from-rev", "diff", "diff-only", "modified", "git-diff", "only-new"],
        "`--only-changed REV` keeps to the lines changed since a revision",
    ),
    (&["cache", "no-cache", "cache-dir", "cache-location", "clear-cache", "clean"], "letterlint keeps no cache"),
    (
        &["debug", "trace", "log-level", "loglevel", "vv", "info"],
        "`--verbose` says what is read, how, and what is skipped; `-vv` names the parts of each letter",
    ),
    (
        &["lang", "language", "locale", "languages", "dictionary", "dict"],
        "letterlint finds the language of a letter itself; one that is not English gets the rules that need no English",
    ),
    (
        &["words", "max-words", "word-count", "length", "max-length", "limit", "wc"],
        "`--tier short`, `standard` or `expanded` says how long the letter may be; `tiers.short` and so on change the numbers",
    ),
    (
        &["posting", "job-description", "job-posting", "job-ad", "jd", "ad", "advert", "vacancy"],
        "`--job FILE` names the posting",
    ),
    (&["resume", "curriculum", "lebenslauf"], "`--cv FILE` names your CV"),
    (&["title", "job-title", "position-title", "vacancy-title"], "`--position TITLE` says what you apply for"),
    (&["employer", "organisation", "organization", "firm"], "`--company NAME` says whom the letter is for"),
    (&["hiring-manager", "addressee", "receiver", "for", "dear", "manager"], "`--to NAME` says who reads the letter"),
    (&["seniority", "career-level", "experience"], "`--level LEVEL` is your career level"),
    (
        &["send", "submit", "gate", "preflight", "finalize", "publish"],
        "`letterlint ready PATH` says whether a letter can be sent; it sends nothing",
    ),
    (
        &["similar", "similarity", "duplicates", "dupes"],
        "`letterlint compare LETTER OTHER` shows what two letters share",
    ),
    (&["create", "generate", "scaffold", "skeleton", "start"], "`letterlint new PATH` starts a letter from a template"),
    (
        &["lint", "run", "scan", "validate", "verify", "analyze", "analyse", "review", "proofread", "proof"],
        "`letterlint PATH` checks a letter, and so does `letterlint check PATH`",
    ),
    (
        &["why", "describe", "doc", "docs", "show-rule", "rule-help", "what"],
        "`letterlint explain RULE` says what a rule wants, and why",
    ),
    (&["configuration", "options", "preferences"], SETTINGS),
    (&["list", "ls"], "`letterlint rules` lists the rules, `letterlint --verbose` the files it reads"),
    (
        &["update", "upgrade", "self-update", "sync", "download"],
        "letterlint uses no network; update it with what installed it",
    ),
    (
        &["usage", "commands", "man-page", "manual"],
        "`letterlint --help` lists commands and options, `letterlint man` prints the manual page",
    ),
    (
        &["completion", "generate-completion", "shell-completion", "autocomplete"],
        "`letterlint completions SHELL` prints them",
    ),
    (&["test-rules", "self-test", "selftest"], "`letterlint test` tries rules on their own examples"),
];

/// For the word `config` too, which is an option here.
const SETTINGS: &str =
    "`letterlint settings PATH` shows the settings in force, `letterlint init` writes a file of them";

/// For `--report` and the like, which mean counts in some programs and a file in others.
const COUNTS: &str = "`--statistics` counts findings by rule, `--summary` prints a line per letter, `--output FORMAT=FILE` writes a report";

/// Returns what does here what the option `name`, without its dashes, does elsewhere.
pub(super) fn answer(name: &str) -> Option<&'static str> {
    let name = name.to_ascii_lowercase().replace('_', "-");
    ANSWERS.iter().find(|(names, _)| names.contains(&name.as_str())).map(|(_, answer)| *answer)
}

/// Returns what to do for somebody who asks for the command `word`, which there is not.
pub(in crate::cli) fn answer_to_word(word: &str) -> Option<&'static str> {
    // Of one letter there are only options.
    let answer = answer(word).filter(|_| word.chars().count() > 1);
    if word == "config" { Some(SETTINGS) } else { answer }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Args;
    use clap::CommandFactory;
    use std::collections::HashSet;

    #[test]
    fn no_option_of_ours_is_answered_as_if_it_were_none() {
        let program = Args::command();
        let own: HashSet<&str> = program.get_arguments().filter_map(clap::Arg::get_long).collect();
        let commands: HashSet<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
        let mut seen = HashSet::new();
        for name in ANSWERS.iter().flat_map(|(names, _)| *names) {
            assert!(!own.contains(name) && !commands.contains(name), "{name}");
            assert!(seen.insert(name), "{name} is answered twice");
        }
    }

    #[test]
    fn every_option_and_command_of_an_answer_exists() {
        let mut program = Args::command();
        program.build();
        let commands: Vec<&clap::Command> = program.get_subcommands().chain([&program]).collect();
        let has = |command: &clap::Command, name: &str| {
            let longs = command.get_arguments().filter_map(clap::Arg::get_long_and_visible_aliases);
            longs.flatten().any(|long| long == name)
        };
        for (_, answer) in ANSWERS {
            for code in answer.split('`').skip(1).step_by(2) {
                let mut words = code.split([' ', '=']);
                if code.starts_with("letterlint ") {
                    let word = words.nth(1).unwrap();
                    let is_known = commands.iter().any(|command| command.get_name() == word);
                    assert!(is_known || word.starts_with('-') || word == "PATH", "{code}");
                }
                for option in code.split([' ', '=']).filter_map(|word| word.strip_prefix("--")) {
                    assert!(commands.iter().any(|command| has(command, option)), "{code}");
                }
            }
        }
    }
}

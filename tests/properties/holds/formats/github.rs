//! What a runner of GitHub Actions does with a log: see `src/Runner.Worker/ActionCommandManager.cs` and
//! `src/Runner.Common/ActionCommand.cs` in <https://github.com/actions/runner>.

use letterlint::diagnostic::Severity;
use letterlint::report::Report;

/// Annotations of one level that a runner shows.
const MOST: usize = 10;

/// The runner annotates, and nothing else that a letter says is a command to it.
pub(super) fn obeys_nothing_else(text: &str, report: &Report) {
    let obeyed = obeyed(text);
    let count = |name: &str| obeyed.iter().filter(|one| one.name == name).count();
    let counts = report.counts();
    assert_eq!(count("error"), (counts.of(Severity::Error) + report.errors.len()).min(MOST));
    assert_eq!(count("warning"), counts.of(Severity::Warning).min(MOST));
    assert!(count("notice") <= MOST);
    assert_eq!(count("error") + count("warning") + count("notice"), obeyed.len(), "{obeyed:?}");
    for one in &obeyed {
        for property in one.properties.split(',') {
            let (key, value) = property.split_once('=').expect("a property has a value");
            assert!(["file", "line", "endLine", "col", "endColumn", "title"].contains(&key), "{one:?}");
            assert!(key == "file" || key == "title" || value.parse::<usize>().is_ok_and(|at| at >= 1), "{one:?}");
        }
    }
}

/// A command that the runner obeys.
#[derive(Debug)]
struct Command<'a> {
    name: &'a str,
    properties: &'a str,
}

fn obeyed(text: &str) -> Vec<Command<'_>> {
    let mut obeyed = Vec::new();
    let mut resume = None;
    for line in text.split(['\n', '\r']) {
        let Some(command) = command(line) else { continue };
        match resume {
            Some(token) if command.name == token => resume = None,
            Some(_) => {}
            None if command.name == "stop-commands" => {
                resume = line.rsplit("::").next();
            }
            None => obeyed.push(command),
        }
    }
    assert!(resume.is_none(), "commands stay stopped");
    obeyed
}

/// Either kind of command: `::name key=value::data` opens a line, `##[name key=value]data` is anywhere in one.
fn command(line: &str) -> Option<Command<'_>> {
    let head = match line.trim_start().strip_prefix("::") {
        Some(rest) => rest.split_once("::")?.0,
        None => line.split_once("##[")?.1.split_once(']')?.0,
    };
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    Some(Command { name, properties })
}

//! What the terminal can show.

use letterlint::report::{Fragment, Links, Palette, write_inert};
use letterlint::settings::ColorChoice;
use std::env;
use std::io::{self, IsTerminal, Write};

/// Columns taken where standard output is no terminal and `COLUMNS` does not say otherwise.
pub(super) const DEFAULT_WIDTH: usize = 80;

/// Returns the columns of the terminal that standard output is.
pub(super) fn width() -> usize {
    if !io::stdout().is_terminal() {
        let asked = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        return asked.unwrap_or(DEFAULT_WIDTH).clamp(20, 1000);
    }
    terminal_size::terminal_size().map_or(DEFAULT_WIDTH, |(width, _)| usize::from(width.0)).max(20)
}

/// Whether standard output is read by the runner of a workflow on GitHub, which takes lines of it for commands.
pub(super) fn is_workflow_log() -> bool {
    env::var_os("GITHUB_ACTIONS").is_some_and(|value| value == "true") && !io::stdout().is_terminal()
}

/// Writes `text`, which is for people, to standard output: in a workflow's log no line of it is a command.
pub(super) fn print(text: &[u8], out: &mut dyn Write) -> io::Result<()> {
    if is_workflow_log() { write_inert(text, out) } else { out.write_all(text) }
}

/// Returns the palette for standard output.
///
/// `NO_COLOR` set to anything turns colour off, `CLICOLOR_FORCE` other than `0` turns it on where there is no
/// terminal, `CLICOLOR=0` and `TERM=dumb` turn it off; `--color` beats all.
pub(super) fn palette(color: ColorChoice) -> Palette {
    let is_set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    let is = |name: &str, wanted: &str| env::var_os(name).is_some_and(|value| value == wanted);
    Palette::new(match color {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto if is_set("NO_COLOR") => false,
        ColorChoice::Auto if is_set("CLICOLOR_FORCE") && !is("CLICOLOR_FORCE", "0") => true,
        ColorChoice::Auto => io::stdout().is_terminal() && !is("TERM", "dumb") && !is("CLICOLOR", "0"),
    })
}

/// Returns how places in files become links, where standard output is a terminal known to follow them.
///
/// Without colour there are no links either. `FORCE_HYPERLINK` turns them on where the terminal is not known, and `0` off.
pub(super) fn links(palette: Palette) -> Option<Links> {
    if !palette.is_coloured() || !supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout) {
        return None;
    }
    let is = |name: &str, wanted: &str| env::var_os(name).is_some_and(|value| value == wanted);
    // The terminal of an editor is on the machine that the editor's files are on, and takes a name for a network share.
    let (host, fragment) = match () {
        () if is("TERM_PROGRAM", "vscode") => (String::new(), Fragment::LineAndColumn),
        () if is("TERM_PROGRAM", "zed") => (String::new(), Fragment::None),
        () if is("TERM", "xterm-kitty") => (host(), Fragment::Line),
        () => (host(), Fragment::None),
    };
    Some(Links { host, fragment })
}

fn host() -> String {
    gethostname::gethostname().into_string().unwrap_or_default()
}

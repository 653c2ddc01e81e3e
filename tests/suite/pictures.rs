//! What the program looks like in a terminal, dark and light, kept as pictures.
//!
//! `LETTERLINT_BLESS=1` draws them anew; look at them before they are committed.

use super::run::Folder;
use super::themes::{PICTURED, Theme, USUAL};
use anstyle::{Color, RgbColor};
use anstyle_svg::Term;
use std::path::Path;
use std::{env, fs};

/// What is pictured, and how it is asked for.
const PICTURES: [(&str, &[&str]); 3] = [
    ("sample", &["draft.md"]),
    ("skim", &["skim", "draft.md", "--seconds", "20"]),
    ("ready", &["ready", "tidewater/letter.md"]),
];

/// A folder as people have it: a draft, an application with its posting and a CV.
fn folder() -> Folder {
    let folder = Folder::new()
        .with("draft.md", include_str!("../letters/sample.md"))
        .with("cv.md", include_str!("../pictures/cv.md"))
        .with("tidewater/letter.md", include_str!("../pictures/letter.md"))
        .with("tidewater/job.md", include_str!("../pictures/job.md"));
    folder.git(&["init", "-q"]);
    folder
}

fn rgb(colour: u32) -> RgbColor {
    let [_, red, green, blue] = colour.to_be_bytes();
    RgbColor(red, green, blue)
}

fn drawn(ansi: &str, theme: &Theme) -> String {
    Term::new()
        .palette(anstyle_svg::Palette(theme.colours.map(rgb)))
        .fg_color(Color::Rgb(rgb(theme.text)))
        .bg_color(Color::Rgb(rgb(theme.background)))
        // The drawer takes a colour that follows an underline in one sequence for the underline's.
        .render_svg(&ansi.replace("\u{1b}[4;", "\u{1b}[4m\u{1b}["))
}

#[test]
fn the_pictures_show_what_is_printed_today() {
    let folder = folder();
    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures");
    for (name, args) in PICTURES {
        let printed = folder.run(&[args, &["--color", "always"]].concat()).out;
        assert!(printed.lines().count() > 8, "{name}: {printed}");
        let typed = format!("$ letterlint {}\n{printed}", args.join(" "));
        for theme in &PICTURED {
            let path = pictures.join(format!("{name}-{}.svg", theme.name));
            let picture = drawn(&typed, theme);
            if env::var_os("LETTERLINT_BLESS").is_some_and(|value| value == "1") {
                fs::write(&path, picture).unwrap();
                continue;
            }
            let kept = fs::read_to_string(&path).unwrap_or_default().replace('\r', "");
            assert!(kept == picture, "{} is out of date; LETTERLINT_BLESS=1 draws it anew", path.display());
        }
    }
}

/// Stretches of `ansi`, each with the numbers of its colours and effects.
fn stretches(ansi: &str) -> Vec<(Vec<u8>, &str)> {
    let mut stretches = Vec::new();
    for piece in ansi.split("\u{1b}[").skip(1) {
        let (codes, text) = piece.split_once('m').unwrap();
        let codes = codes.split(';').map(|code| code.parse().unwrap_or(0)).collect();
        stretches.push((codes, text));
    }
    stretches
}

fn skimmed() -> String {
    folder().run(&["skim", "draft.md", "--seconds", "20", "--color", "always"]).out
}

/// The slanted text of `skim` is what the reader never gets to; it is as readable as any other text of the theme.
#[test]
fn what_is_never_read_can_be_read_in_any_theme() {
    let skimmed = skimmed();
    let unread: Vec<_> = stretches(&skimmed).into_iter().filter(|(codes, _)| codes.contains(&3)).collect();
    assert!(unread.iter().any(|(_, text)| text.contains("hearing from you")), "{skimmed:?}");
    for theme in &USUAL {
        let own = Theme::contrast(theme.text, theme.background);
        for (codes, text) in &unread {
            let mut colour = theme.text;
            for code in codes {
                match code {
                    30..=37 => colour = theme.colours[usize::from(code - 30)],
                    90..=97 => colour = theme.colours[usize::from(code - 90 + 8)],
                    2 => colour = Theme::blended(colour, theme.background),
                    _ => {}
                }
            }
            // Solarized's light theme gives all its text 4.1.
            let contrast = Theme::contrast(colour, theme.background);
            assert!(contrast >= own.min(4.5), "{}: {contrast:.1} for {text:?}", theme.name);
        }
    }
}

#[test]
fn no_words_are_faint_and_no_signal_has_the_colour_of_a_severity() {
    let skimmed = skimmed();
    for (codes, text) in stretches(&skimmed) {
        assert!(!codes.contains(&2) || !text.contains(char::is_alphabetic), "faint: {text:?}");
        let is_severe = codes.iter().any(|code| [31, 33, 91, 93].contains(code));
        assert!(!is_severe, "{text:?}");
    }
}

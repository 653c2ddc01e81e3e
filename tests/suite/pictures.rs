//! What the program looks like in a terminal, dark and light, kept as pictures.
//!
//! `LETTERLINT_BLESS=1` draws them anew; look at them before they are committed.

use super::run::letterlint;
use anstyle::{Color, RgbColor};
use anstyle_svg::Term;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The colours of a terminal: those of text and background, and the sixteen.
struct Theme {
    name: &'static str,
    text: u32,
    background: u32,
    colours: [u32; 16],
}

/// Visual Studio Code's own themes, which many people see.
const THEMES: [Theme; 2] = [
    Theme {
        name: "dark",
        text: 0x00cc_cccc,
        background: 0x001f_1f1f,
        colours: [
            0x0000_0000, 0x00cd_3131, 0x000d_bc79, 0x00e5_e510, 0x0024_72c8, 0x00bc_3fbc, 0x0011_a8cd, 0x00e5_e5e5,
            0x0066_6666, 0x00f1_4c4c, 0x0023_d18b, 0x00f5_f543, 0x003b_8eea, 0x00d6_70d6, 0x0029_b8db, 0x00e5_e5e5,
        ],
    },
    Theme {
        name: "light",
        text: 0x003b_3b3b,
        background: 0x00ff_ffff,
        colours: [
            0x0000_0000, 0x00cd_3131, 0x0010_7c10, 0x0094_9800, 0x0004_51a5, 0x00bc_05bc, 0x0005_98bc, 0x0055_5555,
            0x0066_6666, 0x00cd_3131, 0x0014_ce14, 0x00b5_ba00, 0x0004_51a5, 0x00bc_05bc, 0x0005_98bc, 0x00a5_a5a5,
        ],
    },
];

/// What is pictured, and how it is asked for.
const PICTURES: [(&str, &[&str]); 3] = [
    ("sample", &["tests/letters/sample.md", "--exit-zero"]),
    ("skim", &["skim", "tests/letters/sample.md", "--role", "backend", "--seconds", "20"]),
    ("ready", &["ready", "tests/pictures/letters/northwind/letter.md"]),
];

fn rgb(colour: u32) -> RgbColor {
    let [_, red, green, blue] = colour.to_be_bytes();
    RgbColor(red, green, blue)
}

fn drawn(ansi: &str, theme: &Theme) -> String {
    Term::new()
        .palette(anstyle_svg::Palette(theme.colours.map(rgb)))
        .fg_color(Color::Rgb(rgb(theme.text)))
        .bg_color(Color::Rgb(rgb(theme.background)))
        .render_svg(ansi)
}

#[test]
fn the_pictures_show_what_is_printed_today() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, args) in PICTURES {
        let printed = letterlint(root).args(args).args(["--color", "always"]).output().unwrap();
        let printed = format!("$ letterlint {}\n{}", args.join(" "), String::from_utf8(printed.stdout).unwrap());
        for theme in &THEMES {
            let path: PathBuf = root.join(format!("tests/pictures/{name}-{}.svg", theme.name));
            let picture = drawn(&printed, theme);
            if env::var_os("LETTERLINT_BLESS").is_some_and(|value| value == "1") {
                fs::write(&path, picture).unwrap();
                continue;
            }
            let kept = fs::read_to_string(&path).unwrap_or_default().replace('\r', "");
            assert!(kept == picture, "{} is out of date; LETTERLINT_BLESS=1 draws it anew", path.display());
        }
    }
}

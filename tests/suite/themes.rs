//! The colours of terminals as people have them.

#![allow(clippy::unreadable_literal, reason = "colours are written as everybody writes them")]

/// The colours of a terminal: those of text and background, and the sixteen.
pub(crate) struct Theme {
    pub(crate) name: &'static str,
    pub(crate) text: u32,
    pub(crate) background: u32,
    pub(crate) colours: [u32; 16],
}

impl Theme {
    const fn new(name: &'static str, text: u32, background: u32, colours: [u32; 16]) -> Self {
        Theme { name, text, background, colours }
    }

    /// The contrast between two colours, from 1 to 21, as WCAG 2 defines it.
    pub(crate) fn contrast(one: u32, other: u32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// Half of each colour, which is how terminals show faint text.
    pub(crate) fn blended(one: u32, other: u32) -> u32 {
        let (one, other) = (one.to_be_bytes(), other.to_be_bytes());
        u32::from_be_bytes(std::array::from_fn(|at| one[at].midpoint(other[at])))
    }
}

fn luminance(colour: u32) -> f64 {
    let linear = |byte: u8| {
        let value = f64::from(byte) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let [_, red, green, blue] = colour.to_be_bytes();
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

const VS_CODE_DARK: [u32; 16] = [
    0x000000, 0xcd3131, 0x0dbc79, 0xe5e510, 0x2472c8, 0xbc3fbc, 0x11a8cd, 0xe5e5e5, 0x666666, 0xf14c4c, 0x23d18b,
    0xf5f543, 0x3b8eea, 0xd670d6, 0x29b8db, 0xe5e5e5,
];
const VS_CODE_LIGHT: [u32; 16] = [
    0x000000, 0xcd3131, 0x107c10, 0x949800, 0x0451a5, 0xbc05bc, 0x0598bc, 0x555555, 0x666666, 0xcd3131, 0x14ce14,
    0xb5ba00, 0x0451a5, 0xbc05bc, 0x0598bc, 0xa5a5a5,
];
const XTERM: [u32; 16] = [
    0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000, 0x00ff00,
    0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
];
const SOLARIZED: [u32; 16] = [
    0x073642, 0xdc322f, 0x859900, 0xb58900, 0x268bd2, 0xd33682, 0x2aa198, 0xeee8d5, 0x002b36, 0xcb4b16, 0x586e75,
    0x657b83, 0x839496, 0x6c71c4, 0x93a1a1, 0xfdf6e3,
];
const GNOME: [u32; 16] = [
    0x171421, 0xc01c28, 0x26a269, 0xa2734c, 0x12488b, 0xa347ba, 0x2aa1b3, 0xd0cfcc, 0x5e5c64, 0xf66151, 0x33d17a,
    0xe9ad0c, 0x2a7bde, 0xc061cb, 0x33c7de, 0xffffff,
];
const MACOS: [u32; 16] = [
    0x000000, 0x990000, 0x00a600, 0x999900, 0x0000b2, 0xb200b2, 0x00a6b2, 0xbfbfbf, 0x666666, 0xe50000, 0x00d900,
    0xe5e500, 0x0000ff, 0xe500e5, 0x00e5e5, 0xe5e5e5,
];
const WINDOWS: [u32; 16] = [
    0x0c0c0c, 0xc50f1f, 0x13a10e, 0xc19c00, 0x0037da, 0x881798, 0x3a96dd, 0xcccccc, 0x767676, 0xe74856, 0x16c60c,
    0xf9f1a5, 0x3b78ff, 0xb4009e, 0x61d6d6, 0xf2f2f2,
];

/// Visual Studio Code's own themes, which the pictures are drawn in.
pub(crate) const PICTURED: [Theme; 2] =
    [Theme::new("dark", 0xcccccc, 0x1f1f1f, VS_CODE_DARK), Theme::new("light", 0x3b3b3b, 0xffffff, VS_CODE_LIGHT)];

/// The themes that most people have, dark and light.
pub(crate) const USUAL: [Theme; 12] = [
    Theme::new("VS Code dark", 0xcccccc, 0x1f1f1f, VS_CODE_DARK),
    Theme::new("VS Code light", 0x3b3b3b, 0xffffff, VS_CODE_LIGHT),
    Theme::new("xterm", 0x000000, 0xffffff, XTERM),
    Theme::new("xterm, reversed", 0xe5e5e5, 0x000000, XTERM),
    Theme::new("Solarized dark", 0x839496, 0x002b36, SOLARIZED),
    Theme::new("Solarized light", 0x657b83, 0xfdf6e3, SOLARIZED),
    Theme::new("GNOME dark", 0xd0cfcc, 0x171421, GNOME),
    Theme::new("GNOME light", 0x171421, 0xffffff, GNOME),
    Theme::new("macOS Basic", 0x000000, 0xffffff, MACOS),
    Theme::new("macOS Pro", 0xf2f2f2, 0x000000, MACOS),
    Theme::new("Windows Terminal, Campbell", 0xcccccc, 0x0c0c0c, WINDOWS),
    Theme::new("Windows Terminal, One Half Light", 0x383a42, 0xfafafa, WINDOWS),
];

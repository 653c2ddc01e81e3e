//! Any text is a settings file, or front matter, that can be used, or is refused with its place.

use super::reading::{RULES, are_in_order};
use letterlint::check::lint;
use letterlint::front_matter::FrontMatter;
use letterlint::letter::{Format, Letter};
use letterlint::settings::{Discovery, Layer, Loaded, Lookup, SettingsError, front_matter};
use letterlint::source::Source;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process, thread_local};

const LETTER: &str = "Dear Ms Okafor,\n\nI saw [Company] twice and am a team player.\n\nBest,\nAna\n";

static NEXT: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    static FOLDER: Folder = Folder::new();
}

/// A repository that goes when its thread ends.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("letterlint-properties-{}-{number}", process::id()));
        fs::create_dir_all(path.join(".git")).unwrap();
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A settings file is read and used for a letter, and so is front matter.
pub fn holds(bytes: &[u8]) {
    FOLDER.with(|folder| {
        fs::write(folder.0.join("letterlint.toml"), bytes).unwrap();
        match Discovery::new(Lookup::Nearest).for_folder(&folder.0) {
            Ok(loaded) => is_used(&loaded, folder),
            Err(errors) => errors.iter().for_each(|error| has_a_place(error, bytes)),
        }
    });
    if let Ok(text) = str::from_utf8(bytes) {
        for fence in ["---", "+++"] {
            front_matter_is_read(fence, text);
        }
    }
}

fn is_used(loaded: &Loaded, folder: &Folder) {
    let letter = folder.0.join("acme/a.md");
    let layer = loaded.layer_with(&loaded.overrides_for(&letter));
    loaded.ignores_for(&letter);
    loaded.rows(&layer).into_iter().for_each(|row| assert!(!row.key.is_empty() && !row.value.is_empty(), "{row:?}"));
    let _ = (loaded.is_letter(&letter), loaded.is_excluded(&letter));
    if loaded.unknown_names(&RULES).is_empty() {
        lints(&layer);
    }
}

fn lints(layer: &Layer) {
    let checked = lint(LETTER, Format::Markdown, &RULES, &layer.options());
    are_in_order(&checked.diagnostics, LETTER);
}

fn has_a_place(error: &SettingsError, bytes: &[u8]) {
    let lines = bytes.split(|&byte| byte == b'\n').count();
    let (line, column) = error.place.unwrap_or((1, 1));
    assert!(line >= 1 && line <= lines && column >= 1, "{error:?}");
    assert!(!error.message.is_empty(), "{error:?}");
}

fn front_matter_is_read(fence: &str, text: &str) {
    let letter = Letter::read(Source::new(format!("{fence}\n{text}\n{fence}\n\n{LETTER}")), Format::Markdown);
    let Some(span) = letter.front_matter() else { return };
    let front = FrontMatter::read(letter.source(), span, &RULES);
    for fault in &front.faults {
        let bytes = fault.span.range();
        assert!(
            letter.source().text().get(bytes.clone()).is_some() && bytes.end <= span.end,
            "{fault:?} lies elsewhere"
        );
        assert!(!fault.message(false).is_empty(), "{fault:?} says nothing");
    }
    lints(&front_matter("a.md", std::path::Path::new("/nowhere"), &front));
}

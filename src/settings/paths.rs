//! Paths as they are written, made plain, and the folders that they belong to.

use std::env;
use std::path::{Component, Path, PathBuf};

/// Returns `path` from the root of the file system, seen from the current folder, without `.` and `..`.
///
/// Symlinks are not followed, so that a path stays the one that the user knows.
pub fn plain(path: &Path) -> PathBuf {
    plain_from(&env::current_dir().unwrap_or_default(), path)
}

/// Returns what [`plain`] does, seen from `here`, an absolute path.
pub fn plain_from(here: &Path, path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in here.join(path).components() {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            Component::CurDir => {}
            other => plain.push(other),
        }
    }
    plain
}

/// Returns `path` as it is shown: from the current folder where it lies below it, parted by `/`.
pub fn shown(path: &Path) -> String {
    let here = env::current_dir().unwrap_or_default();
    let plain = plain(path);
    let below = plain.strip_prefix(&here).unwrap_or(&plain);
    if below.as_os_str().is_empty() { ".".to_owned() } else { below.to_string_lossy().replace('\\', "/") }
}

/// Returns `path` as seen from `folder`, both absolute and plain, parted by `/`.
pub fn seen_from(folder: &Path, path: &Path) -> String {
    let shared = folder.components().zip(path.components()).take_while(|(a, b)| a == b).count();
    let up = folder.components().skip(shared).map(|_| "..".to_owned());
    let down = path.components().skip(shared).map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// Returns the root of the repository that `folder`, an absolute path, lies in.
pub fn repository_root(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| is_repository(folder))
}

pub(super) fn is_repository(folder: &Path) -> bool {
    folder.join(".git").exists()
}

/// The folder that a settings file is for: its own, and for one in `.config` the folder above.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    let folder = path.parent().unwrap_or(Path::new(""));
    match folder.file_name() {
        Some(name) if name == ".config" => folder.parent().unwrap_or(folder).to_owned(),
        _ => folder.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_seen_from_beside_and_from_above() {
        let from = |folder: &str, path: &str| seen_from(Path::new(folder), Path::new(path));
        assert_eq!(from("/a", "/a/b/c.md"), "b/c.md");
        assert_eq!(from("/a/bl", "/a/letters/c.md"), "../letters/c.md");
    }
}

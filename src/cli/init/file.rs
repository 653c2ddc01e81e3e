//! New files, which never take the place of old ones.

use super::complain;
use letterlint::cause::cause;
use letterlint::report::visible;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::{env, process};

/// What became of a file that was to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Written {
    /// It was written.
    New,
    /// There was one already that says the same.
    Same,
    /// There was one, which was left as it is.
    IsThere,
    /// It could not be written.
    Failed,
}

/// Writes `text` to a new file at `path`, in a new folder where need be, and says so. A file that holds `text` already,
/// perhaps among other lines, is as good.
///
/// # Errors
/// Those of `out` alone; what is wrong with the file is said on standard error.
pub(in crate::cli) fn write(path: &Path, text: &str, out: &mut dyn Write) -> io::Result<Written> {
    Ok(match create(path, text) {
        Ok(()) => {
            writeln!(out, "wrote {}", shown(path))?;
            Written::New
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && holds(path, text) => {
            writeln!(out, "{} already exists and is up to date", shown(path))?;
            Written::Same
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            complain(&format!("{} already exists and was not changed", shown(path)));
            Written::IsThere
        }
        Err(error) => {
            complain(&format!("{} cannot be written: {}", shown(path), cause(&error)));
            Written::Failed
        }
    })
}

/// Whether the file at `path` holds `text`, whatever the ends of its lines.
fn holds(path: &Path, text: &str) -> bool {
    fs::read_to_string(path).is_ok_and(|there| there.replace("\r\n", "\n").contains(text))
}

/// Returns `path` as it is shown: from the current folder where it lies below it.
pub(in crate::cli) fn shown(path: &Path) -> String {
    let here = env::current_dir().unwrap_or_default();
    visible(&path.strip_prefix(here).unwrap_or(path).to_string_lossy().replace('\\', "/")).into_owned()
}

/// The file is written under a name of its own and then linked to its right one: nobody meets half a file, and of two
/// that write at once one fails. A rename would overwrite.
fn create(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        // Where a file has the folder's name that "exists" as well, but it is not what was to be written.
        fs::create_dir_all(folder).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => io::Error::from(io::ErrorKind::NotADirectory),
            _ => io::Error::other(cause(&error)),
        })?;
    }
    let draft = draft_of(path);
    let done = write_new(&draft, text).and_then(|()| match fs::hard_link(&draft, path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => write_new(path, text),
        linked => linked,
    });
    let _ = fs::remove_file(&draft);
    done
}

fn draft_of(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}", process::id()))
}

/// For file systems without hard links as well.
fn write_new(path: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder for one test, gone when it is over.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = env::temp_dir().join(format!("letterlint-init-{name}-{}", process::id()));
            fs::create_dir_all(&path).unwrap();
            Folder(path)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_file_that_is_there_stays_as_it_is_and_no_draft_is_left() {
        let folder = Folder::new("stays");
        let path = folder.0.join("a.toml");

        create(&path, "first").unwrap();
        let second = create(&path, "second");

        assert_eq!(second.unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&path).unwrap(), "first");
        assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_nowhere_is_not_written_through() {
        let folder = Folder::new("link");
        let path = folder.0.join("a.toml");
        std::os::unix::fs::symlink(folder.0.join("elsewhere"), &path).unwrap();

        let written = create(&path, "text");

        assert_eq!(written.unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert!(!folder.0.join("elsewhere").exists());
    }
}

//! Files that are there whole or not at all: written beside their place, then put in it.
//!
//! While a run lasts its report grows in a file without a name, so that a run that is stopped leaves nothing behind. Only
//! at the end is it given one, and put in its place.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, BufWriter, Seek, Write};
use std::path::{Path, PathBuf};

/// A file that is being written.
pub(super) enum WholeFile {
    /// On the same disk as the place that it will take.
    Beside { target: PathBuf, permissions: Option<Permissions>, file: BufWriter<File> },
    /// A pipe or device, which nothing can take the place of.
    Straight(BufWriter<File>),
}

impl WholeFile {
    /// Begins the file at `path`; what is there stays until [`WholeFile::keep`].
    ///
    /// A symlink stays one: the file that it leads to is written.
    ///
    /// # Errors
    /// Where the folder cannot be written to.
    pub(super) fn create(path: &Path) -> io::Result<Self> {
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if fs::metadata(&target).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
            let file = OpenOptions::new().write(true).open(&target)?;
            return Ok(WholeFile::Straight(BufWriter::new(file)));
        }
        if target.is_dir() {
            return Err(io::Error::other("is a folder; name a file in it"));
        }
        let file = tempfile::tempfile_in(folder_of(&target)).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => io::Error::other("its folder does not exist; create it first"),
            io::ErrorKind::PermissionDenied => io::Error::other("its folder is not writable"),
            io::ErrorKind::NotADirectory => error,
            kind => io::Error::new(kind, "its folder cannot be written to"),
        })?;
        let permissions = fs::metadata(&target).map(|there| there.permissions()).ok();
        #[cfg(unix)]
        let permissions = permissions.or_else(|| {
            use std::os::unix::fs::PermissionsExt;
            // As any new file: what the umask leaves of it.
            Some(Permissions::from_mode(0o666))
        });
        Ok(WholeFile::Beside { target, permissions, file: BufWriter::new(file) })
    }

    /// Ends the file and puts it in its place.
    ///
    /// # Errors
    /// Where the last of it cannot be written; then the old file is there still.
    pub(super) fn keep(self) -> io::Result<()> {
        match self {
            WholeFile::Beside { target, permissions, file } => {
                let mut file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
                file.rewind()?;
                let mut builder = tempfile::Builder::new();
                builder.prefix(".letterlint-");
                if let Some(permissions) = permissions {
                    builder.permissions(permissions);
                }
                let mut named = builder.tempfile_in(folder_of(&target))?;
                io::copy(&mut file, named.as_file_mut())?;
                named.as_file().sync_all()?;
                named.persist(target).map_err(|error| error.error)?;
                Ok(())
            }
            WholeFile::Straight(mut file) => file.flush(),
        }
    }
}

fn folder_of(target: &Path) -> &Path {
    target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let (WholeFile::Beside { file, .. } | WholeFile::Straight(file)) = self;
        file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        let (WholeFile::Beside { file, .. } | WholeFile::Straight(file)) = self;
        file.flush()
    }
}

//! Files that are there whole or not at all: written beside their place, then put in it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A file that is being written.
pub(super) enum WholeFile {
    /// Beside the place that it will take.
    Beside { target: PathBuf, file: BufWriter<NamedTempFile> },
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
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut builder = tempfile::Builder::new();
        builder.prefix(".letterlint-");
        let permissions = fs::metadata(&target).map(|there| there.permissions()).ok();
        #[cfg(unix)]
        let permissions = permissions.or_else(|| {
            use std::os::unix::fs::PermissionsExt;
            // As any new file: what the umask leaves of it.
            Some(fs::Permissions::from_mode(0o666))
        });
        if let Some(permissions) = permissions {
            builder.permissions(permissions);
        }
        let file = builder.tempfile_in(folder).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => io::Error::other("its folder is not there; make it first"),
            io::ErrorKind::PermissionDenied => io::Error::other("its folder may not be written to"),
            kind => io::Error::new(kind, "its folder cannot be written to"),
        })?;
        Ok(WholeFile::Beside { target, file: BufWriter::new(file) })
    }

    /// Ends the file and puts it in its place.
    ///
    /// # Errors
    /// Where the last of it cannot be written; then the old file is there still.
    pub(super) fn keep(self) -> io::Result<()> {
        match self {
            WholeFile::Beside { target, file } => {
                let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
                file.as_file().sync_all()?;
                file.persist(target).map_err(|error| error.error)?;
                Ok(())
            }
            WholeFile::Straight(mut file) => file.flush(),
        }
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            WholeFile::Beside { file, .. } => file.write(bytes),
            WholeFile::Straight(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            WholeFile::Beside { file, .. } => file.flush(),
            WholeFile::Straight(file) => file.flush(),
        }
    }
}

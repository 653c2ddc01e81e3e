//! Kinds of files that people keep letters in and that are not plain text.

/// Returns the kind of file that `bytes` begin, where it is one that people keep letters in and that has no plain text.
pub(super) fn packed(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [b'%', b'P', b'D', b'F', ..] => Some("a PDF file"),
        [b'P', b'K', 3, 4, ..] => Some("a packed document (.docx, .odt, .pages)"),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some("an old Word document (.doc)"),
        _ if bytes.starts_with(br"{\rtf") => Some("a rich text file (.rtf)"),
        _ if bytes.starts_with(b"bplist00") => Some("a web archive (.webarchive)"),
        _ if is_mhtml(bytes) => Some("a web archive (.mhtml)"),
        _ => None,
    }
}

/// Whether the bytes are a page that a browser saved as one file: a mail whose parts are the page's files.
fn is_mhtml(bytes: &[u8]) -> bool {
    let head: Vec<u8> = bytes.iter().take(4096).map(u8::to_ascii_lowercase).collect();
    let has = |text: &[u8]| memchr::memmem::find(&head, text).is_some();
    has(b"mime-version:") && has(b"content-type: multipart/related")
}

//! A summary in GitHub's Markdown.

/// Lines that are HTML because the format says so.
const HTML: [&str; 3] = ["<details>", "</details>", "<summary>"];

/// Every row has the cells of its table's head, and no cell holds a tag.
pub(super) fn is_whole(text: &str) {
    let mut cells = 0;
    for line in text.lines() {
        if !line.starts_with('|') {
            cells = 0;
            let is_html = HTML.iter().any(|opening| line.starts_with(opening));
            assert!(is_html || !line.contains('<'), "{line:?}");
            continue;
        }
        if cells == 0 {
            cells = bars(line);
        }
        assert_eq!(bars(line), cells, "{line:?}");
        assert!(!line.contains(['<', '>']) && !holds_bare(line, '`'), "{line:?}");
    }
}

/// Bars that part cells.
fn bars(line: &str) -> usize {
    unescaped(line).filter(|character| *character == '|').count()
}

fn holds_bare(line: &str, mark: char) -> bool {
    unescaped(line).any(|character| character == mark)
}

/// Characters that no backslash is before.
fn unescaped(line: &str) -> impl Iterator<Item = char> + '_ {
    let mut is_escaped = false;
    line.chars().filter(move |character| {
        let was_escaped = is_escaped;
        is_escaped = !was_escaped && *character == '\\';
        !was_escaped && !is_escaped
    })
}

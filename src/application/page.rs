//! A saved page before it is read: bare tags that do not nest deep.
//!
//! A reader of HTML takes the square of the depth, and a stack as deep; it opens bold, links and their like anew in each
//! paragraph behind one that nobody closed. So nothing is left of a page but its blocks, each tag without what it says of
//! itself, and bold that lies around text alone.

/// Elements within each other that are kept; of what lies deeper the text is.
const DEEPEST: usize = 128;

/// Elements that hold nothing, or that nest in a table only.
const FLAT: [&str; 15] =
    ["area", "br", "col", "hr", "html", "input", "p", "tr", "td", "th", "thead", "tbody", "tfoot", "wbr", "body"];

/// Elements that the next of their kind ends.
const ENDED: [&str; 5] = ["li", "dt", "dd", "option", "optgroup"];

/// Elements whose end ends what is open within them too.
const BLOCKS: [&str; 18] = [
    "article",
    "aside",
    "blockquote",
    "div",
    "dl",
    "fieldset",
    "figure",
    "footer",
    "header",
    "main",
    "menu",
    "nav",
    "ol",
    "pre",
    "section",
    "ul",
    "details",
    "summary",
];

/// Elements that no end of what they stand in ends.
const WALLS: [&str; 7] = ["table", "caption", "object", "applet", "marquee", "template", "button"];

/// Elements that change how their text looks, or what happens on a click.
const LOOKS: [&str; 16] =
    ["a", "big", "code", "em", "font", "i", "img", "nobr", "s", "small", "strike", "tt", "u", "math", "link", "meta"];

/// Elements that hold no text of the page.
const RAW: [&str; 10] =
    ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "svg", "noscript"];

/// Returns the blocks of `html` and their text.
pub(super) fn flattened(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut open = Open::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some((name, closes)) = tag(rest) else {
            rest = &rest[no_tag(rest, &mut out)..];
            continue;
        };
        rest = &rest[tag_end(rest)..];
        if RAW.contains(&name.as_str()) {
            rest = if closes { rest } else { behind(rest, &name) };
            out.push(' ');
        } else if matches!(name.as_str(), "b" | "strong") {
            // The end is emitted with its start.
            let text = rest.split('<').next().unwrap_or_default();
            if !closes && tag(&rest[text.len()..]).is_some_and(|(end, closes)| closes && end == name) {
                out.extend(["<strong>", text, "</strong>"]);
                rest = &rest[text.len()..];
            }
        } else if !LOOKS.contains(&name.as_str()) && (FLAT.contains(&name.as_str()) || open.keeps(&name, closes)) {
            out.extend([if closes { "</" } else { "<" }, &name, ">"]);
        }
    }
    out + rest
}

/// The elements that are open.
#[derive(Default)]
struct Open {
    names: Vec<String>,
    /// Starts left out of which the end is still to come.
    left_out: usize,
}

impl Open {
    /// Whether the tag is kept; at least as many elements are taken for open as a reader does.
    fn keeps(&mut self, name: &str, closes: bool) -> bool {
        if self.left_out > 0 && closes {
            self.left_out -= 1;
            return false;
        }
        let is_open = |open: &String| open == name;
        let from = match self.names.iter().rposition(is_open) {
            Some(at) if at + 1 == self.names.len() => Some(at),
            Some(at) if closes && BLOCKS.contains(&name) => {
                let is_wall = self.names[at..].iter().any(|open| WALLS.contains(&open.as_str()));
                (!is_wall).then_some(at)
            }
            _ => None,
        };
        if closes || ENDED.contains(&name) {
            self.names.truncate(from.unwrap_or(self.names.len()));
        }
        if !closes && self.names.len() >= DEEPEST {
            self.left_out += 1;
            return false;
        }
        if !closes {
            self.names.push(name.to_owned());
        }
        true
    }
}

/// The name of the tag that `rest` opens with, in small letters, and whether it closes.
fn tag(rest: &str) -> Option<(String, bool)> {
    let inner = rest.strip_prefix('<')?;
    let (inner, closes) = inner.strip_prefix('/').map_or((inner, false), |inner| (inner, true));
    let len = inner.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
    inner.starts_with(|first: char| first.is_ascii_alphabetic()).then(|| (inner[..len].to_ascii_lowercase(), closes))
}

/// Passes over what opens with `<` and is no tag, and returns its length.
fn no_tag(rest: &str, out: &mut String) -> usize {
    let up_to = |end: &str| rest.find(end).map_or(rest.len(), |at| at + end.len());
    if rest.starts_with("<!--") {
        return up_to("-->");
    }
    if rest.starts_with("<!") || rest.starts_with("<?") || rest.starts_with("</") {
        return up_to(">");
    }
    out.push_str("&lt;");
    1
}

/// Where the tag ends that `rest` opens with; a value in quotation marks may hold what ends others.
fn tag_end(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 0;
    while let Some(step) = rest[at..].find(['>', '=']) {
        at += step + 1;
        if bytes[at - 1] == b'>' {
            return at;
        }
        at += rest[at..].len() - rest[at..].trim_start().len();
        if let Some(mark @ (b'"' | b'\'')) = bytes.get(at)
            && let Some(end) = rest[at + 1..].find(char::from(*mark))
        {
            at += end + 2;
        }
    }
    rest.len()
}

/// What stands behind the end of the element `name`, which is open.
fn behind<'a>(rest: &'a str, name: &str) -> &'a str {
    let ends = rest.match_indices("</").map(|(at, _)| &rest[at..]);
    let end = ends.into_iter().find(|end| tag(end).is_some_and(|(other, _)| other == name));
    end.map_or("", |end| &end[tag_end(end)..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_and_bold_stay_and_the_rest_is_text() {
        let page = "<!DOCTYPE html><!-- <p> --><DIV class='a>b'><H1 id=x>A &lt; <a href=\"/>\">B</a></H1><p><b>Must</b>\
            <script>if (a<b) {'</p>'}</script><svg><g/></svg><li>1 < 2<li>C<br/></div>";
        assert_eq!(flattened(page), "<div><h1>A &lt; B</h1><p><strong>Must</strong>  <li>1 &lt; 2<li>C<br></div>");
    }

    #[test]
    fn no_more_is_open_than_is_kept() {
        for unit in ["<div>", "<div></x>", "<span><div></span>", "<table></div><div>", "<b><i><q>"] {
            let flat = flattened(&unit.repeat(4000));
            let starts = flat.matches('<').count() - flat.matches("</").count();
            assert!(starts <= 2 * DEEPEST, "{unit}: {starts}");
        }
        assert!(flattened(&"<li>a".repeat(4000)).ends_with("<li>a"));
    }

    #[test]
    fn ends_of_what_is_left_out_are_left_out() {
        let page = format!("{}a{}<p>b", "<div>".repeat(DEEPEST + 2), "</div>".repeat(DEEPEST + 2));
        let flat = flattened(&page);
        assert_eq!((flat.matches("<div>").count(), flat.matches("</div>").count()), (DEEPEST, DEEPEST));
    }
}

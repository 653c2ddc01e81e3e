//! Workflow commands, escaped as the runner takes them apart again.
//!
//! See `src/Runner.Common/ActionCommand.cs` in <https://github.com/actions/runner>.

/// Returns the line, without its break, that has the runner do `name`.
pub(super) fn command(name: &str, properties: &[(&str, &str)], message: &str) -> String {
    let mut line = format!("::{name}");
    for (index, (key, value)) in properties.iter().enumerate() {
        line.push(if index == 0 { ' ' } else { ',' });
        line.push_str(key);
        line.push('=');
        line.push_str(&property(value));
    }
    line.push_str("::");
    line.push_str(&data(message));
    line
}

/// The per cent sign goes first, or it would escape the escapes.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_keeps_colons_and_commas() {
        assert_eq!(command("error", &[], "50%0A: a,\r\nb"), "::error::50%250A: a,%0D%0Ab");
    }

    #[test]
    fn a_property_ends_at_no_colon_and_no_comma() {
        let properties = [("file", "a:b,100%\n.md"), ("line", "3")];
        assert_eq!(command("notice", &properties, "m"), "::notice file=a%3Ab%2C100%25%0A.md,line=3::m");
    }
}

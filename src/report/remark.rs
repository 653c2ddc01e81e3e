//! What a finding says, where a format has one line for it.

use super::visible::on_one_line;

/// Returns `message` and `help` as sentences on one line.
///
/// A user's own rule may leave the full stop out, and some readers show the first sentence only, so it must end somewhere.
pub(super) fn remark(message: &str, help: &str) -> String {
    let mut line = on_one_line(message);
    if !line.ends_with(['.', '?', '!', '…']) {
        line.push('.');
    }
    let help = on_one_line(help);
    if !help.is_empty() {
        line.push(' ');
        line.push_str(&help);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_ends_before_its_help() {
        assert_eq!(remark("“fun”\nis worn", " Cut it. "), "“fun” is worn. Cut it.");
        assert_eq!(remark("Who is it for?", ""), "Who is it for?");
    }
}

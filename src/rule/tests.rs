use super::vocabulary::Vocabularies;
use super::*;

/// The rule whose tables are `tables`, or what is wrong with it.
fn read(tables: &str) -> Result<Rule, String> {
    let text = format!(
        "severity = \"warning\"\nscope = \"body\"\nmessage = \"It is there.\"\nhelp = \"Mend it.\"\n{tables}\n\
         [[bad]]\ntext = \"x\"\n[[good]]\ntext = \"y\"\n"
    );
    let read = build::rule(USER_PACK, "trial", "trial.toml", &text, &Vocabularies::default(), false);
    read.map_err(|error| error.message().to_owned())
}

#[test]
fn sentences_are_counted_in_a_row_or_in_percent_only_where_they_are_counted() {
    for way in ["percent = true", "in_a_row = true"] {
        let limit = format!("[limit]\nphrases = [\"pear\"]\nat_most = 2\n{way}\n");
        let wrong = read(&limit).unwrap_err();
        assert_eq!(
            wrong,
            "[limit] counts sentences in a row or in percent; add each = \"sentence\" or each = \"paragraph\""
        );
        assert!(read(&(limit + "each = \"sentence\"")).is_ok());
    }
}

#[test]
fn a_list_that_is_there_but_empty_is_refused() {
    for key in ["phrases", "terms", "patterns", "quantities", "placeholders", "links", "invisible", "parts", "except"] {
        let wrong = read(&format!("[forbid]\n{key} = []")).unwrap_err();
        assert_eq!(wrong, format!("`{key}` is empty, so the rule never finds anything; fill it or remove it"));
    }
}

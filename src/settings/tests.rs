use super::*;
use crate::front_matter::FrontMatter;
use crate::rule::RuleSet;
use crate::source::Source;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder that goes when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("letterlint-settings-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(path.join(".git")).unwrap();
        Folder(path)
    }

    fn with(self, name: &str, text: &str) -> Self {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    fn layer(&self, letter: &str) -> Layer {
        let letter = self.0.join(letter);
        let folder = letter.parent().unwrap().to_owned();
        let loaded = Discovery::new(Lookup::Nearest).for_folder(&folder).unwrap();
        loaded.layer_with(&loaded.overrides_for(&letter))
    }

    fn error(&self) -> String {
        self.errors().join("\n")
    }

    fn errors(&self) -> Vec<String> {
        let errors = Discovery::new(Lookup::Nearest).for_folder(&self.0).unwrap_err();
        let shown = |error: &SettingsError| error.to_string().replace(&format!("{}/", self.0.to_string_lossy()), "");
        errors.iter().map(shown).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn role(layer: &Layer) -> Option<&str> {
    layer.role.as_ref().map(|role| role.value.as_str())
}

#[test]
fn the_closest_file_is_in_force_and_none_above_the_repository() {
    let folder = Folder::new("closest")
        .with("letterlint.toml", "role = \"sre\"\n")
        .with("acme/.letterlint.toml", "role = \"backend\"\n")
        .with("inner/.git/x", "");
    assert_eq!(role(&folder.layer("x/letter.md")), Some("sre"));
    assert_eq!(role(&folder.layer("acme/drafts/letter.md")), Some("backend"));
    assert_eq!(role(&folder.layer("inner/letter.md")), None);
}

#[test]
fn of_two_files_in_a_folder_the_hidden_one_is_in_force_and_the_other_is_told() {
    let folder =
        Folder::new("two").with("letterlint.toml", "role = \"sre\"\n").with(".letterlint.toml", "role = \"backend\"\n");
    let mut discovery = Discovery::new(Lookup::Nearest);
    assert_eq!(role(&discovery.for_folder(&folder.0).unwrap().layer), Some("backend"));
    assert_eq!(discovery.take_warnings().len(), 1);
}

#[test]
fn a_file_in_config_is_seen_from_the_folder_above() {
    let folder = Folder::new("config").with(".config/letterlint.toml", "exclude = [\"drafts/\"]\n");
    let loaded = Discovery::new(Lookup::Nearest).for_folder(&folder.0).unwrap();
    assert!(loaded.is_excluded(&folder.0.join("drafts/a.md")) && !loaded.is_excluded(&folder.0.join("a.md")));
}

#[test]
fn what_is_extended_lies_beneath_and_rules_are_laid_upon_each_other() {
    let folder = Folder::new("extends")
        .with("base.toml", "role = \"sre\"\nlevel = \"junior\"\n[rules.cliche]\nseverity = \"info\"\n")
        .with("letterlint.toml", "extends = [\"base.toml\"]\nrole = \"backend\"\n[rules.long-sentence]\nwords = 35\n");
    let layer = folder.layer("a.md");
    assert_eq!((role(&layer), layer.level.as_ref().map(|level| level.value)), (Some("backend"), Some(Level::Junior)));
    let options = layer.options();
    assert_eq!(options.choices.rules["cliche"].severity, Some(Severity::Info));
    assert_eq!(options.choices.rules["long-sentence"].numbers["words"], 35);
    let origin = layer.level.unwrap().origin.to_string();
    assert!(origin.ends_with("base.toml:2"), "{origin}");
}

#[test]
fn files_that_extend_each_other_are_refused() {
    let folder = Folder::new("cycle")
        .with("letterlint.toml", "extends = [\"b.toml\"]\n")
        .with("b.toml", "extends = [\"letterlint.toml\"]\n");
    assert!(folder.error().starts_with("b.toml:1:12: `letterlint.toml` extends this file too"));
}

#[test]
fn paths_that_leave_the_repository_are_refused() {
    for settings in ["extends = [\"../base.toml\"]\n", "rules = [\"../rules/\"]\n", "baseline = \"/tmp/x/../x.json\"\n"]
    {
        let folder = Folder::new("bounds").with("inner/.git/x", "").with("base.toml", "").with("rules/x.toml", "");
        let folder = folder.with("inner/letterlint.toml", settings);
        let inner = folder.0.join("inner");
        let error = Discovery::new(Lookup::Nearest).for_folder(&inner).unwrap_err().remove(0);
        assert!(error.message.contains("is outside the repository"), "{error}");
        let named = Lookup::File(inner.join("letterlint.toml"));
        // Named by the user, it may lead where it wants.
        let read = Discovery::new(named).for_folder(&inner);
        assert!(read.is_ok() || read.unwrap_err()[0].message.contains("is not a file"), "{settings}");
    }
}

#[test]
fn an_override_is_for_the_letters_that_it_names() {
    let folder = Folder::new("override").with(
        "letterlint.toml",
        "tier = \"standard\"\n[[override]]\nfiles = [\"boxes/\"]\ntier = \"short\"\n[override.rules.cliche]\noff = true\n",
    );
    let tier = |letter: &str| folder.layer(letter).options().tier;
    assert_eq!((tier("boxes/a.md"), tier("a.md")), (Some(Tier::Short), Some(Tier::Standard)));
    assert_eq!(folder.layer("boxes/a.md").options().choices.rules["cliche"].is_off, Some(true));
}

#[test]
fn an_unknown_key_is_refused_with_its_place_and_the_nearest_name() {
    let error = Folder::new("key").with("letterlint.toml", "role = \"sre\"\nteir = \"short\"\n").error();
    assert_eq!(error, "letterlint.toml:2:1: unknown key `teir`; did you mean `tier`?");
}

#[test]
fn all_unknown_keys_are_reported_in_order_with_the_table_they_belong_to() {
    let errors = Folder::new("all-keys")
        .with(
            "letterlint.toml",
            "companny = \"Acme\"\nrecipient = \"Ms Okafor\"\ncliche.off = true\n[output]\nfail-on = \"error\"\n\
             colr = \"auto\"\n[[ignore]]\nrule = \"cliche\"\nreson = \"x\"\n[jbo]\ncv = \"cv.md\"\n[tiers]\nteir = 3\n\
             [[override]]\nfiles = [\"a.md\"]\nexclude = [\"b\"]\njob.companny = \"x\"\n",
        )
        .errors();
    assert_eq!(
        errors,
        [
            "letterlint.toml:1:1: unknown key `companny`; did you mean `company` in [job]?",
            "letterlint.toml:2:1: unknown key `recipient`; it belongs in [job]",
            "letterlint.toml:3:1: unknown key `cliche`; it is a rule, and belongs in [rules]",
            "letterlint.toml:5:1: unknown key `fail-on`; it belongs at the top of the file, above the first [table]",
            "letterlint.toml:6:1: unknown key `colr`; did you mean `color`?",
            "letterlint.toml:9:1: unknown key `reson`; did you mean `reason`?",
            "letterlint.toml:10:2: unknown key `jbo`; did you mean `job`?",
            "letterlint.toml:13:1: unknown key `teir`; did you mean `tier` at the top of the file, above the first [table]?",
            "letterlint.toml:16:1: unknown key `exclude`; it belongs at the top of the file, above the first [table]",
            "letterlint.toml:17:5: unknown key `companny`; did you mean `company`?",
        ]
    );
}

#[test]
fn another_mistake_is_reported_beside_the_unknown_keys() {
    let errors =
        Folder::new("two-kinds").with("letterlint.toml", "tier = \"shrot\"\nteir = \"short\"\nrol = 1\n").errors();
    assert_eq!(errors.len(), 3, "{errors:?}");
    assert!(errors[0].contains("unknown value `shrot`") && errors[2].contains("did you mean `role`?"), "{errors:?}");
}

#[test]
fn an_unknown_key_on_the_command_line_is_told_with_its_table() {
    let told = |set: &str| read_set(set, Path::new("/")).unwrap_err().to_string();
    assert_eq!(told("company=Acme"), "--set: `company=Acme`: unknown key `company`; did you mean `job.company`?");
    assert!(told("output.colr=never").ends_with("unknown key `colr`; did you mean `color`?"));
}

#[test]
fn a_rule_is_on_or_off_and_not_both() {
    let is_off = |settings: &str| {
        let folder = Folder::new("on-off").with("letterlint.toml", settings);
        folder.layer("a.md").options().choices.rules["cliche"].is_off
    };
    assert_eq!(is_off("[rules]\ncliche.on = true\n"), Some(false));
    assert_eq!(is_off("[rules]\ncliche.on = false\n"), Some(true));
    assert_eq!(is_off("[rules]\ncliche.off = false\n"), Some(false));
    assert_eq!(is_off("[rules.cliche]\noff = true\nseverity = \"off\"\n"), Some(true));
    assert_eq!(
        read_set("rules.cliche.on=true", Path::new("/")).unwrap().layer.options().choices.rules["cliche"].is_off,
        Some(false)
    );
    let error = |settings: &str| Folder::new("both-switches").with("letterlint.toml", settings).error();
    let both = error("[rules]\ncliche.on = true\ncliche.off = false\n");
    assert_eq!(both, "letterlint.toml:3:8: the rule `cliche` has `off` and `on`; keep one of the two");
    assert!(error("[rules.cliche]\non = true\nseverity = \"off\"\n").contains("has `on` and `severity = \"off\"`"));
    assert!(error("[rules.cliche]\non = \"yes\"\n").contains("`on` is true or false, not `\"yes\"`"));
}

#[test]
fn an_unknown_value_is_refused_with_its_place_and_the_nearest_name() {
    let error = Folder::new("value").with("letterlint.toml", "tier = \"shrot\"\n").error();
    assert_eq!(error, "letterlint.toml:1:8: unknown value `shrot`; did you mean `short`?");
}

#[test]
fn an_unknown_key_in_a_table_is_refused_where_it_stands() {
    let error = Folder::new("table").with("letterlint.toml", "[output]\nformats = \"json\"\n").error();
    assert_eq!(error, "letterlint.toml:2:1: unknown key `formats`; did you mean `format`?");
}

#[test]
fn names_that_nothing_has_are_refused_with_their_place() {
    let folder = Folder::new("names")
        .with("letterlint.toml", "role = \"bakend\"\n[rules.cliches]\noff = true\n[rules.long-sentence]\nword = 20\n");
    let loaded = Discovery::new(Lookup::Nearest).for_folder(&folder.0).unwrap();
    let told: Vec<String> = loaded.unknown_names(&RuleSet::shipped()).iter().map(ToString::to_string).collect();
    let told: Vec<&str> = told.iter().map(|one| one.rsplit('/').next().unwrap()).collect();
    assert_eq!(
        told,
        [
            "letterlint.toml:1:8: no role is called `bakend`; did you mean `backend`?",
            "letterlint.toml:2:8: no rule is called `cliches`; did you mean `cliche`?",
            "letterlint.toml:5:1: the rule `long-sentence` has no option `word`; did you mean `words`?",
        ]
    );
}

#[test]
fn rules_are_a_list_of_paths_or_a_table_that_may_hold_them() {
    let list = Folder::new("list").with("mine/x.toml", "").with("letterlint.toml", "rules = [\"mine/\"]\n");
    assert_eq!(list.layer("a.md").rules.paths.unwrap().value, [list.0.join("mine")]);
    let table = Folder::new("paths")
        .with("mine/x.toml", "")
        .with("letterlint.toml", "[rules]\npaths = [\"mine/\"]\ncliche.off = true\n");
    assert_eq!(table.layer("a.md").rules.paths.unwrap().value, [table.0.join("mine")]);
    let both = Folder::new("both").with("letterlint.toml", "rules = [\"mine/\"]\n[rules.cliche]\noff = true\n");
    assert!(both.error().contains("rules.paths"), "{}", both.error());
}

#[test]
fn a_severity_may_be_off_and_nonsense_is_refused() {
    let off = Folder::new("off").with("letterlint.toml", "[rules.cliche]\nseverity = \"off\"\n");
    assert_eq!(off.layer("a.md").options().choices.rules["cliche"].is_off, Some(true));
    let odd = Folder::new("odd").with("letterlint.toml", "[rules.cliche]\nseverity = \"loud\"\n").error();
    assert_eq!(odd, "letterlint.toml:2:12: `\"loud\"` is not a severity; known are error, warning, note, off");
}

#[test]
fn patterns_of_a_file_that_is_extended_from_above_are_seen_from_its_folder() {
    let folder = Folder::new("above")
        .with("base.toml", "exclude = [\"hunt/x/\"]\n[[override]]\nfiles = [\"hunt/box.md\"]\ntier = \"short\"\n")
        .with("hunt/letterlint.toml", "extends = [\"../base.toml\"]\n");
    assert_eq!(folder.layer("hunt/box.md").options().tier, Some(Tier::Short));
    let loaded = Discovery::new(Lookup::Nearest).for_folder(&folder.0.join("hunt")).unwrap();
    assert!(loaded.is_excluded(&folder.0.join("hunt/x/a.md")));
}

#[test]
fn set_refuses_what_is_seen_from_a_folder() {
    for argument in ["exclude=[\"a/\"]", "files=[\"a/\"]", "ignore=[{rule=\"cliche\"}]", "extends=[\"a.toml\"]"] {
        let error = read_set(argument, Path::new("/")).unwrap_err().to_string();
        assert!(error.contains("belongs in a settings file"), "{error}");
    }
}

#[test]
fn a_slip_in_a_rules_key_is_told_before_its_value() {
    let told = |settings: &str, name: &str| {
        let folder = Folder::new(name).with("letterlint.toml", settings);
        let loaded = Discovery::new(Lookup::Nearest).for_folder(&folder.0).unwrap();
        loaded.unknown_names(&RuleSet::shipped()).iter().map(|one| one.message.clone()).collect::<Vec<_>>()
    };
    let slip = told("[rules.cliche]\nseverty = \"info\"\n", "slip");
    assert_eq!(slip, ["the rule `cliche` has no option `severty`; did you mean `severity`?"]);
    let value = told("[rules.long-sentence]\nwords = -30\n", "value-of");
    assert_eq!(value, ["`words` is a whole number from 0, not `-30`"]);
}

#[test]
fn a_byte_order_mark_has_no_column() {
    let error = Folder::new("mark").with("letterlint.toml", "\u{feff}tier = \"shrot\"\n").error();
    assert!(error.starts_with("letterlint.toml:1:8: "), "{error}");
}

#[test]
fn set_takes_toml_and_words_whose_quotes_the_shell_ate() {
    for argument in ["rules.cliche.severity=\"info\"", "rules.cliche.severity=info"] {
        let set = read_set(argument, Path::new("/")).unwrap();
        let severity = set.layer.rules.by_id["cliche"].severity.clone().unwrap();
        assert_eq!((severity.value, severity.origin), (Severity::Info, Origin::Set), "{argument}");
    }
    let error = read_set("tire=short", Path::new("/")).unwrap_err().to_string();
    assert!(error.contains("did you mean `tier`?"), "{error}");
}

fn front(text: &str) -> Layer {
    let source = Source::new(text);
    let letter = crate::letter::Letter::read(source.clone(), crate::letter::Format::Markdown);
    let span = letter.front_matter().expect("the letter has front matter");
    let front = FrontMatter::read(&source, span, &RuleSet::shipped());
    front_matter("a.md", Path::new("/nowhere"), &front)
}

#[test]
fn front_matter_says_tier_role_level_and_company_in_yaml_and_toml() {
    for text in [
        "---\ntitle: x\ntier: short\nrole: backend\nlevel: senior\ncompany: \"Acme, Inc.\"\n---\n\nDear Ana,\n",
        "+++\ntitle = \"x\"\ntier = \"short\"\nrole = \"backend\"\nlevel = \"senior\"\ncompany = \"Acme, Inc.\"\n+++\n\nDear Ana,\n",
    ] {
        let layer = front(text);
        assert_eq!((layer.tier.clone().unwrap().value, role(&layer)), (TierName::Short, Some("backend")));
        assert_eq!(layer.job.company.unwrap().value, "Acme, Inc.");
        assert_eq!(layer.tier.unwrap().origin, Origin::FrontMatter("a.md".into(), 3));
    }
}

#[test]
fn a_title_in_front_matter_is_shown_as_the_role_that_it_is() {
    assert_eq!(role(&front("---\nrole: Site Reliability Engineer\n---\nDear Ana,\n")), Some("sre"));
}

#[test]
fn a_position_under_the_key_of_the_posting_gives_way_to_one_under_its_own() {
    for text in [
        "---\nposition: Data Scientist\njob: Backend Engineer\n---\nDear Ana,\n",
        "---\njob: Backend Engineer\nposition: Data Scientist\n---\nDear Ana,\n",
    ] {
        assert_eq!(front(text).job.position.unwrap().value, "Data Scientist");
    }
    assert_eq!(front("---\njob: Backend Engineer\n---\nDear Ana,\n").job.position.unwrap().value, "Backend Engineer");
}

use crate::diagnostic::Severity;
use crate::rule::{Level, Tier};

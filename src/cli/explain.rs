//! `letterlint explain RULE`: what a rule wants, and why.

use super::args::ExplainArgs;
use super::{Ended, Outcome, load_documented, profiles, rules, terminal};
use letterlint::nearest::nearest;
use letterlint::report::{Address, Palette, visible, visible_lines, wrap};
use letterlint::rule::{Rule, RuleOption, RuleSet};
use std::fmt::Write as _;
use std::io::{self, Write};

pub(super) fn run(args: &ExplainArgs, out: &mut dyn Write) -> Ended {
    let rules = load_documented(&profiles::with_own(&args.rules))?;
    let Some(id) = &args.rule else {
        rules::list(&rules, args.color, out)?;
        return Ok(Outcome::Clean);
    };
    let Some(rule) = rules.rule(id) else {
        let known = rules.rules().map(|rule| rule.id.as_str());
        let hint = match nearest(id, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`letterlint rules` lists them".to_owned(),
        };
        return Err(format!("no rule is called `{id}`; {hint}").into());
    };
    explain(rule, &rules, terminal::palette(args.color), terminal::width().min(100), out)?;
    Ok(Outcome::Clean)
}

fn explain(rule: &Rule, rules: &RuleSet, palette: Palette, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let severity = palette.severity(rule.severity, rule.severity.label());
    writeln!(
        out,
        "{}  {severity}  {}",
        palette.strong(&rule.id),
        palette.quiet(&format!("pack {}", visible(&rule.pack)))
    )?;
    let mut paragraph = |title: &str, text: &str| {
        writeln!(out)?;
        if !title.is_empty() {
            writeln!(out, "{}", palette.strong(title))?;
        }
        for line in visible_lines(text).lines() {
            let wrapped = wrap(line, 2, 2, width, Address::Whole);
            if wrapped.is_empty() {
                writeln!(out)?;
            }
            wrapped.iter().try_for_each(|line| writeln!(out, "  {line}"))?;
        }
        io::Result::Ok(())
    };
    paragraph("", &readable(&rule.message))?;
    let by_pack = rules.packs().filter_map(|pack| Some((pack, pack.help.get(&rule.id)?)));
    let by_pack = by_pack.map(|(pack, help)| format!("With the pack {}: {}", pack.name, readable(help)));
    let help: Vec<String> = std::iter::once(readable(&rule.help)).chain(by_pack).collect();
    paragraph("What to do instead", &help.join("\n"))?;
    if !rule.docs.why.is_empty() {
        // Line breaks of the rule file are layout; blank lines are paragraphs.
        let joined: Vec<String> =
            rule.docs.why.split("\n\n").map(|part| part.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        paragraph("Why", &joined.join("\n\n"))?;
    }
    if rule.is_built_in() {
        let text = "letterlint finds this while it reads the letter's comments and front matter. The rule file has the wording, \
            the severity and the examples; it cannot say what is found.";
        paragraph("Built in", text)?;
    }
    if !rule.options.is_empty() {
        let option = |option: &RuleOption| format!("{} = {}  {}", option.name, option.default, option.about);
        let options: Vec<String> = rule.options.iter().map(option).collect();
        paragraph(&format!("Settings, in [rules.{}]", rule.id), &options.join("\n"))?;
    }
    for (title, examples) in [("Bad", &rule.docs.bad), ("Good", &rule.docs.good)] {
        if let Some(example) = examples.first() {
            paragraph(title, example.text.trim())?;
        }
    }
    if !rule.docs.source.is_empty() {
        paragraph("Source", &rule.docs.source.join("\n"))?;
    }
    Ok(())
}

/// A message with its blanks as a reader understands them.
fn readable(message: &str) -> String {
    let mut out = String::new();
    let mut rest = message;
    while let Some((before, (blank, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        let is_quoted_match = blank == "match" && before.ends_with('"') && after.starts_with('"');
        out.push_str(before);
        match blank.split_once('|') {
            _ if is_quoted_match => out.push('…'),
            Some((number, nouns)) => {
                let plural = nouns.rsplit_once('|').map_or(nouns, |(_, plural)| plural);
                write!(out, "<{number}> {plural}").expect("a string takes everything");
            }
            None => write!(out, "<{blank}>").expect("a string takes everything"),
        }
        rest = after;
    }
    out + rest
}

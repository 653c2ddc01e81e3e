//! `letterlint schema`: what editors complete settings and rule files by.

use super::Outcome;
use super::args::{SchemaArgs, SchemaFile};
use letterlint::rule::{RuleSet, rule_schema};
use letterlint::settings::schema;
use std::io::{self, Write};

pub(super) fn run(args: &SchemaArgs, out: &mut dyn Write) -> io::Result<Outcome> {
    let schema = match args.file {
        SchemaFile::Settings => schema(&RuleSet::shipped()),
        SchemaFile::Rule => rule_schema(),
    };
    serde_json::to_writer_pretty(&mut *out, &schema)?;
    writeln!(out)?;
    Ok(Outcome::Clean)
}

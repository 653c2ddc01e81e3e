//! `letterlint schema`: what editors complete settings and rule files by.

use super::args::{SchemaArgs, SchemaFile};
use super::{Ended, Outcome};
use letterlint::rule::rule_schema;
use letterlint::settings::schema;
use std::io::Write;

pub(super) fn run(args: &SchemaArgs, out: &mut dyn Write) -> Ended {
    let schema = match args.file {
        SchemaFile::Settings => schema(),
        SchemaFile::Rule => rule_schema(),
    };
    out.write_all(schema.as_bytes())?;
    Ok(Outcome::Clean)
}

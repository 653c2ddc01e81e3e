//! The program and the library from outside.
//!
//! - [`cli`]: what a user gets for what was asked, exit codes first
//! - [`own_rules`]: a user's rule files, right and wrong
//! - [`form`]: each word of the rule form
//! - [`init`], [`new`], [`manual`]: files, letters and pages that letterlint writes itself
//! - [`hooks`], [`action`]: what runs letterlint before a commit and after a push, run
//! - [`properties`]: what holds for every letter
//! - [`guides`]: what the guides call good stays quiet
//! - [`house`]: imports run one way, files are as small as they should be
//! - [`readme`]: what README.md shows is what is printed
//! - [`skim`]: what a reader in a hurry meets, and the line where the time is up
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod action;
mod cli;
mod form;
mod guides;
mod hooks;
mod house;
mod init;
mod manual;
mod new;
mod own_rules;
mod properties;
mod readme;
mod run;
mod skim;
mod tool;

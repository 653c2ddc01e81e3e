//! The program and the library from outside.
//!
//! - [`applications`]: what belongs to a letter, and where it is told
//! - [`changed`]: only what changed since a git revision
//! - [`staged`]: the letters of the next commit, as git has them in its index
//! - [`cli`]: what a user gets for what was asked, exit codes first
//! - [`help`], [`mistyped`]: what the help says, and what somebody is told who types what another program has
//! - [`hidden`]: characters that nobody sees
//! - [`hostile_letters`], [`hostile_text`]: what a letter, a file or a name may be, and that it does no harm
//! - [`surroundings`], [`whole_writes`]: terminals, pipes, signals and limits; files that are there whole or not at all
//! - [`hunt`]: a job-hunt repository from its first evening on
//! - [`judged`]: the rules on applications, by mistakes that are planted and by clean letters
//! - [`own_rules`]: a user's rule files, right and wrong
//! - [`pack_help`]: what a pack says to do in place of the help of a rule
//! - [`form`]: each word of the rule form
//! - [`shapes`]: each value of a rule file in each of its shapes
//! - [`init`], [`new`], [`manual`]: files, letters and pages that letterlint writes itself
//! - [`hooks`], [`action`]: what runs letterlint before a commit and after a push, run
//! - [`phrases`]: the phrase language of rules
//! - [`pictures`], [`themes`]: what a terminal shows, dark and light
//! - [`privacy`]: nothing is connected to, nothing is written unasked
//! - [`guides`]: what the guides call good stays quiet
//! - [`hostile_rules`], [`hostile_settings`]: files of strangers, which neither hang a run nor lead it astray
//! - [`layers`], [`imports`]: source files import one way, and where the names that they use are declared
//! - [`words`]: word lists are data, none is in code
//! - [`docs`]: what README.md and docs/ show is what happens
//! - [`figures`]: what counts as a number that backs a claim
//! - [`finding`]: which files a run is about
//! - [`front_matter`]: what is above a letter, of its own or of another tool
//! - [`formats`]: several formats in one run, and what each promises
//! - [`regressions`]: what once went wrong, named by what a user saw
//! - [`roles`]: which job a letter applies for, and what is only mentioned
//! - [`redacted`]: no word of a letter in a public log
//! - [`saying_no`]: suppressions, baselines, rules left out
//! - [`settings`]: what a settings file changes, and how its mistakes are told
//! - [`supply`]: what letterlint is built from
//! - [`unsendable`]: nothing, a stub, a refusal, broken text, a slot
//! - [`standard_input`]: what a run without a path makes of it
//! - [`voice`]: the English that users read
//! - [`skim`]: what a reader in a hurry meets, and the line where the time is up
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod action;
mod applications;
mod changed;
mod cli;
mod docs;
mod figures;
mod finding;
mod form;
mod formats;
mod front_matter;
mod gate;
mod guides;
mod help;
mod hidden;
mod hooks;
mod hostile_letters;
mod hostile_rules;
mod hostile_settings;
mod hostile_text;
mod hunt;
mod imports;
mod init;
mod judged;
mod layers;
mod manual;
mod mistyped;
mod new;
mod own_rules;
mod pack_help;
mod phrases;
mod pictures;
mod privacy;

mod ready;
mod redacted;
mod regressions;
mod roles;
mod run;
mod saying_no;
mod settings;
mod shapes;
mod skim;
mod slots;
mod staged;
mod standard_input;
mod supply;
mod surroundings;
mod themes;
mod tool;
mod unsendable;
mod voice;
mod whole_writes;
mod words;

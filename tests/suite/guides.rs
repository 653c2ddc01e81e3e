//! What the guides call good stays quiet.

use letterlint::check::{Options, lint};
use letterlint::diagnostic::Severity;
use letterlint::letter::Format;
use letterlint::rule::RuleSet;

/// The guides' own good sentences, each with its role.
const GOOD: [&str; 6] = [
    "Held p99 at 95ms while RPS climbed from 800 to 5.1K.",
    "I have shipped monoliths under load and want to go deeper on partitioned data and async processing.",
    "Python backend specialist (5 years): Django, FastAPI, built 15 APIs serving 50M+ requests/day.",
    "I built REST API serving 12M requests/day with 50ms p99 latency, handling 21K concurrent users.",
    "Designed microservices architecture migrating from monolith, which reduced deployment time 80% because teams no longer waited for each other.",
    "Backend specialist (Python/AWS) with frontend awareness (React) enabling better API design.",
];

#[test]
fn the_guides_own_good_sentences_have_no_error_and_at_most_two_warnings() {
    let rules = RuleSet::shipped();
    for text in GOOD {
        let letter = format!(
            "Dear Ms Okafor,\n\nAt Northwind I ran the order queue for 900 shops, carried the pager and wrote the runbook for its \
             retries. {text}\n\nI can send you the design note, or talk on Tuesday.\n\nBest,\nAna\n"
        );
        let options = Options { role: Some("backend".to_owned()), ..Options::default() };
        let found = lint(&letter, Format::Markdown, &rules, &options).diagnostics;
        let loud: Vec<_> = found.iter().filter(|one| one.severity >= Severity::Warning).collect();
        assert!(loud.iter().all(|one| one.severity < Severity::Error) && loud.len() <= 2, "{text}: {loud:#?}");
    }
}

//! Spans of time: latency, measured work, or just how long something lasted.

use super::super::word_set::{any_of, which};
use super::kind::{Kind, Strength};
use super::unit::Time;
use super::word::{words_after, words_before};

/// Words before a span in which what it is said of is looked for.
const BEFORE: usize = 8;

/// Words after a span that may say it: `14-second cold start`.
const AFTER: usize = 3;

/// What a span of time is said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Subject {
    /// Answering, loading, starting.
    Latency,
    /// Builds, deploys, recovery, batch jobs.
    Work,
}

/// The kind and strength of the span of time in `start..end`.
///
/// Years are weak always. Days to quarters are strong when they change (`from 6 weeks to 4 days`) or come at a
/// rate. Anything shorter is strong when it is said of latency or work, when it changes, or when a verb or
/// preposition of measuring stands right before it; otherwise it is how long something lasted, and weak.
pub(super) fn judge(
    text: &str,
    start: usize,
    end: usize,
    time: Time,
    is_change: bool,
    has_rate: bool,
) -> (Kind, Strength) {
    let is_every = words_before(text, start).next().is_some_and(|word| word.lower() == "every");
    if is_every && time != Time::Year {
        return (Kind::Frequency, Strength::Strong);
    }
    match time {
        Time::Instant => (Kind::Latency, Strength::Strong),
        Time::Day if is_change || has_rate => (Kind::Duration, Strength::Strong),
        Time::Day | Time::Year => (Kind::Duration, Strength::Weak),
        Time::Second | Time::Minute | Time::Hour => {
            let is_short = time != Time::Hour;
            match subject(text, start, end) {
                Some(Subject::Latency) if is_short => (Kind::Latency, Strength::Strong),
                Some(_) => (Kind::Duration, Strength::Strong),
                None if is_change && is_short => (Kind::Latency, Strength::Strong),
                None if is_change || has_rate || is_measured(text, start) => (Kind::Duration, Strength::Strong),
                None => (Kind::Duration, Strength::Weak),
            }
        }
    }
}

/// Whether the words around `start..end` speak of latency or of how long work takes.
pub(super) fn is_spoken_of(text: &str, start: usize, end: usize) -> bool {
    subject(text, start, end).is_some()
}

/// What the span is said of: the nearest word before it that tells, else one right after it.
///
/// "time" and "took" alone say work; in "response times" the word before them tells more.
fn subject(text: &str, start: usize, end: usize) -> Option<Subject> {
    let before = || words_before(text, start).take(BEFORE);
    let after = words_after(text, end).take(AFTER);
    let told = before().chain(after).find_map(|word| of(word.lower()));
    told.or_else(|| before().any(|word| is_any_work(word.lower())).then_some(Subject::Work))
}

fn is_any_work(lower: &str) -> bool {
    matches!(lower, "time" | "times" | "took" | "takes" | "taking")
}

fn of(lower: &str) -> Option<Subject> {
    which!(lower; Subject:
        Subject::Latency =>
            "latency" "latencies" "response" "responses" "respond" "responds" "responded" "answer"
            "answers" "answered" "load" "loads" "loaded" "loading" "start" "starts" "started" "startup"
            "start-up" "cold-start" "boot" "render" "renders" "rendering" "query" "queries" "lookup"
            "lookups" "ttfb" "lcp" "fcp" "tti" "inp" "percentile" "median" "tail" "lag" "delay"
            "round-trip" "page-load" "p50" "p75" "p90" "p95" "p99" "p99.9" "p999" "timeout" "timeouts";
        Subject::Work =>
            "build" "builds" "deploy" "deploys" "deployment" "deployments" "release" "releases" "suite"
            "pipeline" "pipelines" "ci" "mttr" "mttd" "mtta" "rto" "rpo" "recovery" "restore" "failover"
            "runtime" "batch" "job" "jobs" "import" "imports" "export" "compile" "onboarding" "review"
            "turnaround" "downtime" "wait" "report" "reports" "migration" "rollback" "run" "runs"
            "resolution" "processing" "training" "inference"
    )
}

/// Whether the word before says that the span was measured: `cut by 3 hours`, `saved 40 minutes`.
fn is_measured(text: &str, start: usize) -> bool {
    words_before(text, start).next().is_some_and(|word| {
        any_of!(word.lower();
            "by" "under" "below" "within" "than" "saved" "saves" "saving" "save" "cut" "cutting" "shaved" "shaving"
            "reduced" "reducing"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(text: &str, span: &str, time: Time) -> (Kind, Strength) {
        let start = text.find(span).expect("the span is in the text");
        judge(text, start, start + span.len(), time, false, false)
    }

    #[test]
    fn seconds_of_waiting_are_latency() {
        let strong = (Kind::Latency, Strength::Strong);

        assert_eq!(judged("the page loads in 2 seconds", "2 seconds", Time::Second), strong);
        assert_eq!(judged("a 14-second cold start", "14-second", Time::Second), strong);
        assert_eq!(judged("p99 of 3 seconds", "3 seconds", Time::Second), strong);
    }

    #[test]
    fn minutes_of_work_are_a_strong_duration() {
        let strong = (Kind::Duration, Strength::Strong);

        assert_eq!(judged("the build takes 8 minutes", "8 minutes", Time::Minute), strong);
        assert_eq!(judged("cut it by 3 hours", "3 hours", Time::Hour), strong);
    }

    #[test]
    fn time_that_only_passes_is_weak() {
        let weak = (Kind::Duration, Strength::Weak);

        assert_eq!(judged("I spent 3 hours there", "3 hours", Time::Hour), weak);
        assert_eq!(judged("for 6 weeks", "6 weeks", Time::Day), weak);
        assert_eq!(judged("took 2 years", "2 years", Time::Year), weak);
    }

    #[test]
    fn what_returns_is_a_frequency() {
        assert_eq!(judged("every two weeks", "two weeks", Time::Day), (Kind::Frequency, Strength::Strong));
    }
}

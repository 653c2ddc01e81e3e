//! What counts weakly, and where weak and strong part.

use super::super::Kind::{Count, Duration, Throughput};
use super::super::Strength::{Strong, Weak};
use super::{assert_all, assert_marks, assert_none};

#[test]
fn one_counts_weakly_and_rarely() {
    assert_all(Count, Weak, &["I led «one zero-downtime schema migration».", "We had «one outage»."]);
    assert_none(&[
        "one of the services",
        "One day it broke.",
        "No one saw it.",
        "We help one another.",
        "At one point it broke.",
        "One year ago I left.",
        "one such migration",
        "a one-on-one with one person",
        "I have been one since then.",
    ]);
}

#[test]
fn zero_counts_weakly_before_a_noun() {
    assert_all(Count, Weak, &["«zero lost orders»", "We had «0 incidents»."]);
    assert_all(Count, Strong, &["From «zero to 40 customers»."]);
    assert_none(&["zero tolerance", "zero-trust", "from zero to one", "ground zero"]);
}

#[test]
fn vague_magnitudes_are_weak() {
    assert_all(
        Count,
        Weak,
        &[
            "«Tens of thousands of users» rely on it.",
            "I read «hundreds of resumes».",
            "I ran «dozens of tests».",
            "It serves «millions of requests».",
            "«1000s of users» like it.",
            "With «several hundred users».",
        ],
    );
    assert_all(Throughput, Weak, &["It takes «millions of orders a day»."]);
    assert_all(
        Duration,
        Weak,
        &["My «decade-long» career.", "With over «a decade» there.", "With «two decades» there."],
    );
    assert_none(&["hundreds of reasons", "a thousand words", "thanks a million", "one in a million"]);
}

#[test]
fn plain_durations_are_weak() {
    assert_all(
        Duration,
        Weak,
        &[
            "It took «6 weeks».",
            "I stayed «two years».",
            "I bring «10+ years» of experience.",
            "I know Python («5y»).",
            "In my «15 year» career.",
            "For the past «six years».",
            "An «8-year-old» system.",
            "Since I was «five years» old.",
            "We store keys for «24 hours».",
            "I have «20 minutes» on Tuesday.",
            "It lasted «half an hour».",
            "It took «2½ years».",
            "It took «two and a half years».",
        ],
    );
}

#[test]
fn measured_durations_are_strong() {
    assert_all(
        Duration,
        Strong,
        &[
            "Builds take «8 minutes».",
            "MTTR fell from «4 hours to 35 minutes».",
            "We closed it within «5 hours».",
            "Saved «12 hours a week».",
            "From «6 weeks to 4 days».",
            "Deploy time from «45m to 6m».",
        ],
    );
}

#[test]
fn digits_follow_many_customs() {
    let numbers =
        ["1000", "1,000", "1 000", "1.000", "1.000,5", "1,00,000", "1'000", "10^3", "1e3", "５０", "4k", "4K", "5 mio"];
    for number in numbers {
        assert_marks(&format!("it has «{number} users»"));
    }
}

#[test]
fn figures_stand_side_by_side() {
    assert_marks(
        "From 2019 to 2023 I led «12 engineers» across «3 time zones» and cut p99 to «95 ms» (from «900 ms»).",
    );
    assert_marks("Mentored «5 juniors»; «4 of 5» rose by 2023");
    assert_marks("«3 talks» to «200 people»");
    assert_marks("In 2021 «two outages», in 2022 «twice» the load.");
    assert_marks("Overwatch 2 had «3 trailers».");
    assert_marks("The Python 3 team of «4».");
    assert_marks("ends here 3\nservices, «4 teams»");
}

//! What counts, kind by kind.

use super::super::Kind::{Count, Factor, Frequency, Latency, Money, Percent, Ratio, Size, Throughput, Uptime};
use super::super::Strength::{Strong, Weak};
use super::{assert_all, assert_none};

#[test]
fn throughput_is_work_over_time() {
    assert_all(
        Throughput,
        Strong,
        &[
            "The API takes «4.2K RPS» at peak.",
            "It takes «4.2 K RPS».",
            "We serve «900 req/s».",
            "It serves «10M+ requests/day» now.",
            "It serves «900 requests a second».",
            "It takes «5M transactions daily».",
            "Load went from «800 to 4.2K RPS».",
            "It ingests «2 TB/day».",
            "It moves «10 Gbps».",
            "It answers «50k/min».",
            "We saw «500s/min».",
            "Handles «~1.2M writes/s».",
        ],
    );
}

#[test]
fn latency_is_how_long_an_answer_takes() {
    assert_all(
        Latency,
        Strong,
        &[
            "It answers in «50ms».",
            "We held «95 ms».",
            "Its p95 = «210 ms».",
            "Its p99=«210ms».",
            "Held p99 at «95ms».",
            "It stays at «<20 ms».",
            "A lookup is «40 µs».",
            "I cut p99 from «900 ms to 240 ms».",
            "TTFB «320ms→95ms».",
            "A «14-second» cold start.",
            "Starts fell from «14 seconds to 800 ms».",
            "Replies went from «20 seconds to just 0.36 seconds».",
            "The page loads in «2.5s».",
            "Response time is under «three seconds».",
            "Between «3 and 5 ms».",
            "Served with sub-«100 ms» overhead.",
            "It replies within «2.5 seconds».",
            "p99.9 < «5 ms»",
        ],
    );
}

#[test]
fn percentages_are_shares_and_changes() {
    assert_all(
        Percent,
        Strong,
        &[
            "Errors are at «0.6%».",
            "Errors fell «12 per cent».",
            "Errors fell «twelve percent».",
            "Up «60 percentage points».",
            "Up «3 pp» on the year.",
            "Cut fees by «40 bps».",
            "Cut duplicates from «0.6% to under 0.02%».",
            "It is «10–15%» cheaper.",
            "A «−3.5%» change.",
            "Grew by «150%».",
            "Coverage went from «60% to 100%».",
            "A «99.9%» accuracy on the set.",
        ],
    );
}

#[test]
fn uptime_is_told_by_its_nines() {
    assert_all(
        Uptime,
        Strong,
        &[
            "We held «99.95%».",
            "We held «>99.9%» all year.",
            "We kept «five nines».",
            "We kept «4 nines».",
            "With «99.5%» uptime.",
            "Availability was «98%».",
            "A claim of «100%» uptime.",
        ],
    );
    assert_all(Uptime, Weak, &["A «zero-downtime» move.", "It moved with «0 downtime»."]);
}

#[test]
fn factors_multiply() {
    assert_all(
        Factor,
        Strong,
        &[
            "It is «3x» faster.",
            "It is «3.5X» faster.",
            "It is «10×» faster.",
            "Traffic «x10» in a day.",
            "A «5-fold» rise.",
            "A «tenfold» rise.",
            "We «doubled» throughput.",
            "We «tripled» sign-ups.",
            "We «halved» the bill.",
            "We «quartered» memory use.",
            "That helped «double» sales.",
            "At «five times» the traffic.",
            "At «twice» the traffic.",
            "Cut by a factor of «3».",
            "It is «two orders of magnitude» faster.",
            "Traffic grew «×10».",
            "It scales «2-3x».",
        ],
    );
}

#[test]
fn money_has_a_currency_or_figures() {
    assert_all(
        Money,
        Strong,
        &[
            "Saved «$1.2M».",
            "Saved «£400m».",
            "Saved «€3k a month».",
            "Sold to «$2B+» manufacturers.",
            "Raised «USD 3m».",
            "Raised «USD3m».",
            "Raised «US$3m».",
            "Raised «3 million euros».",
            "Raised «300k SEK».",
            "Paid «5 000 €».",
            "Budgets of «$5-10M».",
            "From «$12k to $90k».",
            "For a «9-figure» firm.",
            "With a «seven-figure» budget.",
        ],
    );
    assert_all(Money, Weak, &["«Billions of dollars» move through it."]);
}

#[test]
fn sizes_are_bytes_and_physical_measures() {
    assert_all(
        Size,
        Strong,
        &["A «20 GB» table.", "A «1.5PB» lake.", "«Forty gigabytes» of logs.", "Drove a «12 MW» plant."],
    );
}

#[test]
fn counts_have_a_noun() {
    assert_all(
        Count,
        Strong,
        &[
            "It holds «120M rows».",
            "We had «3 incidents».",
            "We had «two outages».",
            "I led «8 engineers».",
            "Led «8 engineers».",
            "I own «nine services».",
            "I own «120 services».",
            "Since last quarter «12 services».",
            "I ran «5 A/B tests».",
            "At Acme «12 engineers» reported to me.",
            "«1,000-row» batches.",
            "A «50-plus engineers» firm.",
            "From a «few hundred to over 10,000 users».",
            "Users in «42 countries».",
            "We have over «4000 members».",
            "We have «250+ team members».",
            "We run «a dozen services».",
            "We run «half a dozen services».",
            "«Two hundred and fifty thousand users».",
            "With «two full-time backend engineers».",
            "A «40-node» cluster.",
            "A «six-person» team.",
            "A team of «8».",
            "A team of «twelve».",
            "I fixed «7 of them».",
            "Alerts: «14 → 3».",
            "Load went from «800 to 4.2K».",
            "A table of «10^6».",
            "I wrote «15 APIs».",
            "Ran «12 Kubernetes clusters».",
            "It grew to over «300».",
        ],
    );
    assert_all(Count, Weak, &["It grew to at least «12».", "The «two teams» merged.", "«Two» of my services."]);
}

#[test]
fn ratios_are_parts_of_a_whole() {
    assert_all(
        Ratio,
        Strong,
        &[
            "Cut cost by «half».",
            "Cut the bill in «half».",
            "«Half» of our calls.",
            "«A third» of our calls.",
            "It fell by over «a quarter».",
            "«Two-thirds» of our calls.",
            "«Three quarters» of the fleet.",
            "«7 of 9» releases",
            "«9 in 10» calls",
            "a «one-third» cut",
            "in «half» the time",
            "«three out of four» releases",
            "a split of «1:6»",
            "«1/3» of the bill",
            "«½» the bill",
        ],
    );
    assert_all(Ratio, Weak, &["the «third-largest» bank", "the «2nd-busiest» desk"]);
    assert_none(&[
        "with half an eye",
        "in the second half",
        "in half-day workshops",
        "to a third-party vendor",
        "third-party code",
        "in the third quarter",
        "the third service",
        "once a quarter",
        "2:1 in maths",
        "my 1:1 meetings",
    ]);
}

#[test]
fn frequencies_say_how_often() {
    assert_all(
        Frequency,
        Strong,
        &[
            "We had «~3/month».",
            "It woke us with «three pages a week».",
            "A «1-in-6» rotation.",
            "«One in six» nights.",
            "It fails «1 in 1,000» times.",
            "We ship «twice a week».",
            "We ship «40 times a day».",
            "We ship every «two weeks».",
            "Night pages fell from «five to one a week».",
            "I close «120 tickets a month, down from 300».",
        ],
    );
}

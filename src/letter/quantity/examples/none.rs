//! What looks like a figure and is none.

use super::{assert_marks, assert_none};

#[test]
fn a_percentile_alone_is_no_figure() {
    assert_none(&["I tuned the p99.", "p50 and p95 matter", "the 99th percentile", "I watch p99.9 daily"]);
}

#[test]
fn percent_rhetoric_is_no_figure() {
    assert_none(&[
        "I give 110%.",
        "I am 100% committed.",
        "You get 110% dedication.",
        "giving 100% of myself",
        "I always give 100 percent.",
        "a hundred percent committed",
        "I am 1000% sure",
        "my win at the 1% Club",
    ]);
}

#[test]
fn other_doubles_and_folds_are_no_factors() {
    assert_none(&[
        "I double-check my work.",
        "I hold a double degree.",
        "I doubled as the scrum lead.",
        "We doubled down on tests.",
        "My aim is twofold.",
        "We used 5-fold cross-validation.",
        "I am no 10x engineer.",
        "I rewrote it twice.",
        "a 3x3 grid at 1920x1080",
        "for x86 and x64",
    ]);
}

#[test]
fn pay_is_no_figure() {
    assert_none(&[
        "I expect a salary of $90,000.",
        "A base of 90k EUR compensation would suit.",
        "my wage was £12 an hour",
    ]);
}

#[test]
fn calendar_years_are_not_figures() {
    assert_none(&[
        "In 2021 I left.",
        "from 2019 to 2023",
        "2019–2023",
        "2019-2023",
        "the 2021 outages",
        "in 2021 users left",
        "(2014)",
        "Q3 2023 and FY24",
        "class of 2018",
        "since the 90s and the 2010s",
    ]);
    assert_marks("over «2000 users»");
}

#[test]
fn dates_times_and_ages_are_not_figures() {
    assert_none(&[
        "On 9 March 2025 and on March 9th.",
        "07.01.2025, 2/26/20 and 2025-01-17",
        "At 10:30, at 9am, at 5 pm.",
        "I am 24 years old.",
        "I began at the age of nine.",
        "aged 24",
        "my 10-year-old self",
        "24 hours a day, 7 days a week",
    ]);
}

#[test]
fn addresses_and_phones_are_not_figures() {
    assert_none(&[
        "+372 5555 0100",
        "(201) 555-0100",
        "123-456-7890",
        "0700 000 000",
        "+61 (0) 400 000 000",
        "221B Baker Street",
        "100 Example Manor Dr.",
        "CA 94103",
        "400 00 Town",
        "1200 Town",
    ]);
}

#[test]
fn references_are_not_figures() {
    assert_none(&[
        "(224120756)",
        "REF-1234 and #512",
        "see Section 1",
        "grades 6-12 pupils",
        "the 3 Rs",
        "the top 10",
        "a Top 10 firm and a Fortune 500 firm",
        "No. 5 and number 4",
        "on port 8080, in room 204",
        "the 500s, 404 errors",
        "CS 101 students and COMP 2521 tutors",
        "1. Stack 2) Work",
        "the 1st and third prize",
        "level 3 tickets, phase 2 trials, week 3 notes",
    ]);
}

#[test]
fn products_and_versions_are_not_figures() {
    assert_none(&[
        "Python 3, Go 1.22, Java 17, C++20, ES6, Vue 3, .NET 8, Debian 12",
        "HTTP/2, TLS 1.3, v2, v1.2.3, Node.js 18",
        "S3, EC2, RDS, K8s, B2B, C4, i18n, a11y, OAuth2, Neo4j, Auth0, Log4j, 3Scale, n8n",
        "ISO 27001, SOC 2, RFC 7231, GPT-4, H100, 5G, Web3, WCAG 2.2, COVID-19, Y2K",
        "Overwatch 2 and Diablo IV",
        "moved S3 to EC2 in 2021 with HTTP/2",
        "Since COVID-19",
        "from Java 8 to 17, Python 2 → 3, Vue 2 to Vue 3",
        "the Postgres 16 move",
        "Python 3+, Angular 2+ and Node 18+",
        "Python 2/3 and Java 8/11/17",
        "2.3 release notes and 4.5 Config files",
        "on 802.1x",
        "O(1) and O(n log n)",
    ]);
    assert_marks("Python 3.12, «40 services»");
}

#[test]
fn expressions_are_not_figures() {
    assert_none(&[
        "24/7, 9-to-5, 401(k), 80/20, 50/50",
        "a 12-factor app and the 12 factor principles",
        "a 360-degree view",
        "two sides of the same coin",
        "second to none",
        "one-on-one, two-way, first-class, four-legged, two-factor, 64-bit",
        "four things for three reasons",
        "9 to 5",
        "1-2-1 meetings with a 2-in-1 tool",
        "as a mother of three",
    ]);
}

#[test]
fn names_in_words_are_not_figures() {
    assert_none(&["the Big Four", "our Ledger Two app", "with Four Seasons", "phase two services"]);
}

#[test]
fn slots_are_not_figures() {
    assert_none(&["a [30%] rise", "{40 users}", "<10 users>", "XX% and 99.X%", "[X] and [Y]M rows", "99.9x%"]);
    assert_marks("a [30%] rise and «40%» more");
}

#[test]
fn bare_numbers_are_not_figures() {
    assert_none(&["grade 8.5", "an NPS of 62", "GPA 3.9/4.0", "the answer is 42", "12", "in 3, 4 or 5"]);
}

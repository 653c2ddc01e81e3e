//! The styles and exclusions that letterlint set out to cover, row by row.

use super::testing::{certain, certain_each, finds, likely_each, silent, silent_each};
use super::{Style, placeholders};

#[test]
fn square_brackets() {
    certain_each(
        "
            [Hiring Manager Name]
            [exact phrase from JD]
            [YOUR CITY, PROVINCE/STATE]
            [Company's]
            [X]
            [2025 date]
            ",
    );
    finds("I built [X] production APIs over [Y]M records.", &["[X]", "[Y]"]);
    finds("Best regards, [Name] GitHub: [link]", &["[Name]", "[link]"]);
    finds("At [Previous Company] I own it.", &["[Previous Company]"]);
}

#[test]
fn braces() {
    certain_each(
        "
            {{first_name}}
            {{{x}}}
            {{cf.company}}
            {% if %}
            {# note #}
            ",
    );
}

#[test]
fn fields_of_word_processors() {
    certain_each(
        "
            «FirstName»
            <<FirstName>>
            <<[FieldName]>>
            { MERGEFIELD Name }
            MERGEFIELD Name
            <<_TITLE0_>>
            ",
    );
}

#[test]
fn merge_styles() {
    certain_each(
        "
            *|FNAME|*
            |FNAME|
            %FIRSTNAME%
            %%name%%
            $COMPANY
            ${company}
            {!Contact.Name}
            {company}
            @@NAME@@
            __NAME__
            __company__
            {details}
            ",
    );
    silent("I know {word} and the __word__ well.");
}

#[test]
fn angle_brackets() {
    certain_each(
        "
            <Company>
            <Your Name>
            ",
    );
}

#[test]
fn capitals() {
    certain_each(
        "
            COMPANY_NAME
            ",
    );
    certain("I apply for the POSITION role at COMPANY as NAME.", &["POSITION", "COMPANY", "NAME"]);
}

#[test]
fn masked_figures() {
    certain_each(
        "
            XX%
            Xms
            99.X%
            X years
            2025-xx-xx
            ",
    );
    finds("I cut it from Xms to Yms.", &["Xms", "Yms"]);
    finds("I bring N+ years and served X requests.", &["N+ years", "X"]);
}

#[test]
fn notes_and_blanks() {
    certain_each(
        "
            TBD
            _____
            (insert reason)
            INSERT NAME HERE
            ........
            ",
    );
    finds("TODO: more. FIXME: less.", &["TODO", "FIXME"]);
    finds("I led ??? and wrote lorem ipsum", &["???", "lorem ipsum"]);
}

#[test]
fn dummies() {
    certain_each(
        "
            Company Name
            Hiring Manager Name
            ",
    );
    likely_each(
        "
            Your Company
            John Doe
            Jane Doe
            (555) 123-4567
            ",
    );
}

#[test]
fn exclusions() {
    silent_each(
        "
            [text](\u{FFFC})
            [text][ref]
            [ref]: \u{FFFC}
            ![alt](\u{FFFC})
            [^1]
            - [ ] a
            - [x] a
            - [X] a
            - [-] a
            as in [1]
            as in [12, 13]
            as in [Smith 2020]
            as [sic] in
            \"so [\u{2026}] in\"
            as [emphasis added] in
            in [0, 1]
            in (0,1]
            an a[i]
            an [u8; 4]
            a [[note]]
            an [ERROR]
            at [::1]
            by [@user]
            <https://a.example>
            <me@x.org>
            a <em>b</em>
            a Vec<String>
            if x < y
            I <3 it
            a block { a; b }
            \\cmd{company}
            a $5K cost
            in $HOME
            by 5% to 10%
            an _italic_ word
            a [we] b
            US$ and A$
            O(1) in C++
            N/A
            N+1 queries
            an L&D team
            tools - and tests
            ",
    );
    silent("[text] again\n[text]: \u{FFFC}");
}

#[test]
fn every_style_has_its_own_name() {
    let text = "[Name] {{name}} {% if %} «FirstName» <name> (insert name) $C ___ XX% TBD Company Name lorem ipsum";
    let mut names: Vec<_> = placeholders(text).iter().map(|slot| slot.style.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 12);
    assert_eq!(Style::Bracket.name(), "bracket");
}

#[test]
fn ranges_count_from_the_start_of_the_text() {
    let text = "Dear Ana,\nI like [Company Name].\n\n[Name]";
    finds(text, &["[Company Name]", "[Name]"]);
}

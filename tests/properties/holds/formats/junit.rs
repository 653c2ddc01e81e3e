//! XML as Jenkins and GitLab read it.

use letterlint::report::Report;
use roxmltree::Document;

pub(super) fn is_whole(text: &str, report: &Report) {
    let document = Document::parse(text).expect("well-formed XML");
    let suites: Vec<_> = document.root_element().children().filter(|node| node.has_tag_name("testsuite")).collect();
    assert_eq!(suites.len(), report.files.len() + report.errors.len());
    for suite in suites {
        let said = |name: &str| suite.attribute(name).unwrap().parse::<usize>().unwrap();
        let count = |name: &str| suite.descendants().filter(|node| node.has_tag_name(name)).count();
        assert_eq!(
            (said("tests"), said("failures"), said("errors")),
            (count("testcase"), count("failure"), count("error"))
        );
        assert!(suite.attribute("name").is_some());
        let mut names: Vec<&str> = suite.children().filter_map(|case| case.attribute("name")).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "two cases have one name: {names:?}");
    }
}

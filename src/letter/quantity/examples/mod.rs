//! The definition, example by example; guillemets mark the figures that are found.

mod none;
mod strong;
mod weak;

use super::{Kind, Strength, quantities};

/// `text` with marks around its figures.
fn marked(text: &str) -> String {
    let mut marked = text.to_owned();
    for quantity in quantities(text).into_iter().rev() {
        marked.insert(quantity.range.end, '»');
        marked.insert(quantity.range.start, '«');
    }
    marked
}

fn unmarked(example: &str) -> String {
    example.replace(['«', '»'], "")
}

/// The figures of each example stand where it marks them.
#[track_caller]
fn assert_marks(example: &str) {
    assert_eq!(marked(&unmarked(example)), example);
}

/// So they do, and all are of this kind and strength.
#[track_caller]
fn assert_all(kind: Kind, strength: Strength, examples: &[&str]) {
    for example in examples {
        assert_marks(example);
        for quantity in quantities(&unmarked(example)) {
            assert_eq!((quantity.kind, quantity.strength), (kind, strength), "in {example:?}");
        }
    }
}

/// None of the texts holds a figure.
#[track_caller]
fn assert_none(texts: &[&str]) {
    for text in texts {
        assert_eq!(&marked(text), text);
    }
}

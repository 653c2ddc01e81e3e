//! What a letter proves, by the pack of its role: the paragraph that matters most comes first.

/// Returns the paragraphs for letters that the pack called `pack` is for; those for any letter where it has none.
pub(super) fn paragraphs(pack: &str) -> impl Iterator<Item = &'static str> + use<> {
    let text = match pack {
        "academic" => include_str!("academic.md"),
        "backend" => include_str!("backend.md"),
        "career-change" => include_str!("career-change.md"),
        "data-science" => include_str!("data-science.md"),
        "engineering-manager" => include_str!("engineering-manager.md"),
        "frontend" => include_str!("frontend.md"),
        "junior" => include_str!("junior.md"),
        "product" => include_str!("product.md"),
        "sre" => include_str!("sre.md"),
        _ => include_str!("any.md"),
    };
    text.trim_end().split("\n\n")
}

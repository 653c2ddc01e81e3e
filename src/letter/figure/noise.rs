//! Pseudo-random texts: no panic, and ranges that hold what they promise.

use super::figures;

/// What the texts are put together from, parted by bars.
const PIECES: &str = "\
    1|2|9|10|24|99|100|401|500|2021|1,000|1.000,5|0|007|3.14|½|⅓|５|1e6|10^6|10⁶|K|M|k|m|\
    x|X|ms|s|µs|%|％|GB|/s|/day|RPS| | | | | |-|–|—|−|+|~|<|>|=|$|US$|€|£|₹|USD|#|@|.|,|\
    :|;|/|_|'|\"|(|)|[|]|{|}|^|*|&|\n|→|->|=>|×|\u{fffc}|\u{a0}|\u{202f}|°|é|ß|漢|🙂|\
    \u{301}|one|two|twenty|hundred|zero|thousand|million|dozen|half|third|quarter|\
    thirds|twice|doubled|double|times|tens|hundreds|thousands|decade|a|an|the|of|in|to|\
    from|by|and|per|cent|between|over|day|week|years|old|nines|figure|fold|services|\
    engineers|requests|latency|time|Python|March|at|age|team|uptime|salary|Club|\
    -year-old|-in-|st|-largest| a half| down from |\
    aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa|S|B";

/// A small generator; the same texts come out every time.
struct Noise(u64);

impl Noise {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits fit") % limit
    }

    fn text(&mut self) -> String {
        let count = self.below(40);
        let pieces: Vec<_> = PIECES.split('|').collect();
        (0..count).map(|_| pieces[self.below(pieces.len())]).collect()
    }
}

#[track_caller]
fn assert_sound(text: &str) {
    let mut floor = 0;
    for quantity in figures(text) {
        let range = quantity.range;
        assert!(floor <= range.start && range.start < range.end, "{range:?} overlaps or is empty in {text:?}");
        assert!(text.get(range.clone()).is_some(), "{range:?} cuts a character of {text:?}");
        assert!(!text[range.clone()].contains('\n'), "{range:?} leaves its line in {text:?}");
        floor = range.end;
    }
}

#[test]
fn no_text_makes_it_panic_or_overlap() {
    let mut noise = Noise(0x2545_f491_4f6c_dd1d);
    for _ in 0..20_000 {
        assert_sound(&noise.text());
    }
}

#[test]
fn no_cut_of_a_text_makes_it_panic() {
    let text = "from ~½ × 10^6 to “$1,00,000”—５０ µs → two-thirds of [30%] naïve 1 000 €, zero-downtime";
    for (start, _) in text.char_indices() {
        for (end, _) in text.char_indices().filter(|(end, _)| *end >= start) {
            assert_sound(&text[start..end]);
        }
    }
}

#[test]
fn an_empty_text_has_no_figures() {
    assert_eq!(figures(""), []);
    assert_eq!(figures(" \n "), []);
}

//! The lists by name; `Month` is `rules/words/month.toml`, which the build script checks.

macro_rules! lists {
    ($($list:ident)+) => {
        /// A word list.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum List {
            $($list),+
        }

        impl List {
            /// Every list, in the order of declaration.
            pub(crate) const ALL: &'static [List] = &[$(List::$list),+];
        }
    };
}

lists! {
    AbbreviatedReference
    AboutSuffix
    AgeSubject
    AgedPerson
    Attitude
    Availability
    Being
    CalendarDeterminer
    ClockWord
    Comparative
    Comparison
    CountingWord
    Crowd
    CurrencyCode
    CurrencyWord
    DataNoun
    DecadeOpener
    DistinctProduct
    Each
    FalsePlural
    FixedCompound
    Fraction
    FractionPlural
    FunctionWord
    GluedTimeSymbol
    Group
    HalfName
    HalfTalk
    Hedge
    Indefinite
    InfinitiveOpener
    IrregularPlural
    KnownDeterminer
    KnownGroup
    LabelledReference
    LatencySubject
    Magnitude
    MagnitudeSuffix
    MeasuredShare
    MeasuringWord
    Month
    Multiple
    MultipleBase
    MultipleParticle
    MultiplePresent
    MultipliedDeterminer
    MultipliedPerson
    NotMultiplied
    Number
    PartPraise
    Pay
    PercentSymbol
    Period
    PeriodSymbol
    Periodically
    Product
    RareNoun
    Reference
    ReferenceOfMany
    ReleaseNoun
    ResolutionNoun
    RhetoricOpener
    RhetoricWhole
    Scale
    Share
    ShareChange
    SizeSymbol
    SizeWord
    SpacedMagnitude
    StatusNoun
    Superlative
    Talk
    ThroughputSymbol
    TimeSymbol
    TimeWord
    VagueCount
    VagueNumber
    WholeDeterminer
    WorkNoun
    WorkSubject
    WorkTime
}

/// How many lists there are.
pub(super) const LISTS: usize = List::ALL.len();

/// Blocks of 64 bits that hold one bit for each list.
pub(super) const BLOCKS: usize = LISTS.div_ceil(64);

/// The first letter of `word` and a bit for its second, in any case.
pub(super) const fn opening(word: &[u8]) -> (usize, u32) {
    match word {
        [] => (0, 1),
        [only] => ((*only & 31) as usize, 1),
        [first, second, ..] => ((*first & 31) as usize, 1 << (*second & 31)),
    }
}

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
    Abbreviation
    AboutSuffix
    Addressee
    AfterGreetingWord
    AfterName
    AfterPlace
    AfterRole
    AfterSuspendedHyphen
    AfterToDo
    AgeSubject
    AgedPerson
    Article
    Attitude
    Availability
    BeforeBlank
    BeforeFirm
    BeforeName
    BeforePlace
    BeforeToDo
    Being
    BracketNote
    BracketOrder
    BracketRemark
    CalendarDeterminer
    CertainNote
    CitationOpener
    CitedPart
    ClockWord
    CommonEnglish
    Comparative
    Comparison
    CountedThing
    CountingWord
    Crowd
    CurrencyCode
    CurrencyWord
    DataNoun
    DecadeOpener
    DistinctProduct
    Each
    EditorField
    EditorFieldOpener
    Elision
    EmptyValue
    EnclosureLabel
    FalsePlural
    FieldCode
    FieldEnding
    FigurePreposition
    FilingWord
    FillerOpening
    FirmLetters
    FirmNoun
    FirmWord
    FixedCompound
    Fraction
    FractionPlural
    FunctionWord
    GluedTimeSymbol
    Greeting
    GreetingBeforeName
    GreetingContinued
    GreetingOpener
    Group
    HalfName
    HalfTalk
    Hedge
    Indefinite
    InfinitiveOpener
    InsertedDeterminer
    InsertedWord
    IrregularPlural
    JoinedField
    JoinedMaskUnit
    KeyboardKey
    KnownDeterminer
    KnownGroup
    LabelElement
    LabelRemark
    LabelledReference
    LatencySubject
    LegalForm
    LetterField
    LetteredName
    LetteredNoun
    LettersNoun
    LikelyNote
    LineBreakElement
    Magnitude
    MagnitudeSuffix
    MarkupElement
    MaskCompound
    MaskMagnitude
    MaskSpan
    MaskTail
    MaskUnit
    MeasuredShare
    MeasuringWord
    Month
    Multiple
    MultipleBase
    MultipleParticle
    MultiplePresent
    MultipliedDeterminer
    MultipliedPerson
    NameParticle
    NamePreposition
    NamedField
    NotMultiplied
    Number
    OpenWord
    OrderSubject
    OrderVerb
    OrdinalEnding
    PageBlock
    PageHidden
    PartPraise
    Pay
    PercentSymbol
    Period
    PeriodSymbol
    Periodically
    PersonTitle
    PoliteNoun
    Product
    RareNoun
    Reference
    ReferenceOfMany
    ReleaseNoun
    ResolutionNoun
    RhetoricOpener
    RhetoricWhole
    RoleDeterminer
    RoleNoun
    SampleField
    SampleLabel
    SampleLine
    SamplePerson
    SampleStreet
    SampleTown
    SampleWord
    Scale
    Share
    ShareChange
    ShoutedField
    SignOff
    SignedPronoun
    SizeSymbol
    SizeWord
    SlotKeyword
    SlotOpener
    SlotWord
    SpacedMagnitude
    StatusNoun
    StreetKind
    SubjectLabel
    Superlative
    TagNoun
    Talk
    ThroughputSymbol
    TimeSymbol
    TimeWord
    TitleParticle
    ToDo
    UnsureOpenWord
    VagueCount
    VagueNumber
    WebEnding
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

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
    AfterCompany
    AfterGreetingWord
    AfterName
    AfterPlace
    AfterRole
    AfterSuspendedHyphen
    AfterToDo
    AgeSubject
    AgedPerson
    AroundPerson
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
    ChoiceHeading
    CitationOpener
    CitedPart
    ClockWord
    CommonEnglish
    CommonInCompany
    CommonInCv
    CommonInLetters
    CompanyDomain
    Comparative
    Comparison
    Contraction
    CountedThing
    CountingWord
    Crowd
    CurrencyCode
    CurrencyWord
    DataNoun
    DecadeOpener
    DepartmentWord
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
    GenericFolder
    GenericRequirement
    GluedTimeSymbol
    Greeting
    GreetingArticle
    GreetingBeforeName
    GreetingContinued
    GreetingOpener
    GreetingWord
    Group
    HalfName
    HalfTalk
    Hedge
    Indefinite
    InfinitiveOpener
    InsertedDeterminer
    InsertedWord
    IrregularPast
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
    MustHeading
    NameParticle
    NamePreposition
    NamedField
    NeedNotHeading
    Nickname
    Nobody
    NotACompany
    NotAUnit
    NotMultiplied
    NotRequired
    Number
    OpenWord
    OrderSubject
    OrderVerb
    OrdinalEnding
    OrdinaryCompany
    PageBlock
    PageHidden
    PartPraise
    Pay
    PercentSymbol
    Period
    PeriodSymbol
    Periodically
    PersonTitle
    PlaceWord
    PoliteNoun
    PositionWord
    Product
    RareNoun
    Reference
    ReferenceOfMany
    ReleaseNoun
    Required
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
    SmallInName
    SmallWord
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
    TitleFiller
    TitleParticle
    TitleWord
    ToDo
    UnfilledName
    UnsureOpenWord
    VagueCount
    VagueNumber
    WebEnding
    WholeDeterminer
    WordEnding
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

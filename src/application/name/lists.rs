//! Words that names of companies go with, and names that are words.

/// Endings of web addresses that a company may be called without.
pub(super) const DOMAINS: [&str; 6] = [".com", ".io", ".ai", ".dev", ".org", ".net"];

/// Names of companies that are words too, folded: in small letters they are the words, and so they may be where a
/// sentence starts.
pub(super) const ORDINARY: [&str; 76] = [
    "affirm",
    "amplitude",
    "apple",
    "arc",
    "better",
    "bird",
    "block",
    "bolt",
    "box",
    "brave",
    "calm",
    "canvas",
    "chime",
    "clear",
    "compass",
    "dash",
    "discord",
    "drift",
    "echo",
    "flow",
    "fly",
    "frame",
    "front",
    "gap",
    "gong",
    "guild",
    "handshake",
    "harness",
    "harvest",
    "honey",
    "indeed",
    "lattice",
    "lemonade",
    "lever",
    "linear",
    "loom",
    "match",
    "mercury",
    "meta",
    "mint",
    "monday",
    "mural",
    "nest",
    "notion",
    "oracle",
    "orbit",
    "outreach",
    "pilot",
    "plaid",
    "planet",
    "pulse",
    "railway",
    "ramp",
    "remote",
    "render",
    "ring",
    "root",
    "sage",
    "scale",
    "segment",
    "shell",
    "signal",
    "slack",
    "snap",
    "spark",
    "square",
    "stripe",
    "surge",
    "target",
    "tempo",
    "toast",
    "unity",
    "visa",
    "wise",
    "workable",
    "zoom",
];

/// Words that many names hold, folded: by such a word alone nobody is named.
pub(super) const COMMON: &str = " the of for and university college school academy hospital trust bank group holding holdings company \
    systems services solutions software technologies technology labs media energy health logistics payments partners ventures capital \
    insurance studio studios agency institute foundation council national international global royal first united general deutsche \
    american british european city county new saint works books water team ";

/// Names of folders that say nothing of a company, folded.
pub(super) const GENERIC_FOLDERS: &str = " draft drafts final finals old older new archive archived archives sent unsent done todo open closed \
    template templates sample samples example examples test tests tmp temp misc other others backup backups notes note docs doc \
    documents letters letter cover coverletter coverletters application applications apps job jobs posting postings cv cvs resume resumes \
    english german french spanish en de fr es it uk us version versions rejected accepted pending waiting interviews interview \
    src target build dist assets images img fonts scripts pdf pdfs out output export exports node_modules private work ";

/// Words of a greeting that name a part of a company, or people in it, folded.
pub(super) const DEPARTMENTS: &str = " hiring recruiting recruitment recruiters recruiter talent people hr human resources acquisition team teams \
    crew folks group staff everyone all department committee panel board manager managers lead leads leadership management office \
    engineering engineers engineer development developers developer backend frontend fullstack platform infrastructure cloud devops sre \
    reliability site operations ops data analytics science research machine learning ai it software hardware mobile web product design \
    ux payments billing checkout growth search security privacy trust safety quality qa testing support customer success sales marketing \
    communications content editorial finance accounting legal compliance risk logistics supply admissions selection search faculty \
    nursing clinical ward school graduate internship careers career the a an of for and at dear hello sir madam colleagues whole your ";

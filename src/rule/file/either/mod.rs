//! Values that may be written short: one or a list, a string or a table.

use super::{BoundFile, OneOrMany, OptionFile, PatternFile, PhraseFile, Placed, Spanned, TermFile};
use crate::rule::scope::Tier;
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer, StrDeserializer};
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Either<T> {
            type Value = OneOrMany<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("one value or a list of them")
            }

            fn visit_str<E: de::Error>(self, value: &str) -> Result<Self::Value, E> {
                Ok(OneOrMany(vec![T::deserialize(StrDeserializer::new(value))?]))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                Ok(OneOrMany(vec![T::deserialize(MapAccessDeserializer::new(map))?]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
                Ok(OneOrMany(Vec::deserialize(SeqAccessDeserializer::new(seq))?))
            }
        }
        deserializer.deserialize_any(Either(PhantomData))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Placed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Either<T> {
            type Value = Placed<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("one value or a list of them")
            }

            fn visit_str<E: de::Error>(self, value: &str) -> Result<Self::Value, E> {
                Ok(Placed(vec![(None, T::deserialize(StrDeserializer::new(value))?)]))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                Ok(Placed(vec![(None, T::deserialize(MapAccessDeserializer::new(map))?)]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut all = Vec::new();
                while let Some(one) = seq.next_element::<Spanned<T>>()? {
                    all.push((Some(one.span().start), one.into_inner()));
                }
                Ok(Placed(all))
            }
        }
        deserializer.deserialize_any(Either(PhantomData))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PhraseTable {
    phrase: String,
    instead: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PatternTable {
    pattern: String,
    name: Option<String>,
    instead: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TermTable {
    term: String,
    also: Vec<String>,
}

/// The two tables that a bound may be; which one, the keys say.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BoundTable {
    short: Option<usize>,
    standard: Option<usize>,
    expanded: Option<usize>,
    option: Option<String>,
    default: Option<usize>,
    about: Option<String>,
}

impl BoundTable {
    fn bound(self) -> Result<BoundFile, &'static str> {
        match self {
            BoundTable {
                short: Some(short),
                standard: Some(standard),
                expanded: Some(expanded),
                option: None,
                default: None,
                about: None,
            } => Ok(BoundFile::ByTier([short, standard, expanded])),
            BoundTable {
                short: None,
                standard: None,
                expanded: None,
                option: Some(option),
                default: Some(default),
                about: Some(about),
            } => Ok(BoundFile::Option(OptionFile { option, default, about })),
            _ => Err("a bound's table has `short`, `standard` and `expanded`, or `option`, `default` and `about`"),
        }
    }
}

/// Implements `Deserialize` for a value that is a string or a table, and where it says so a number.
macro_rules! string_or_table {
    ($name:ty, $expecting:literal, $table:ty, $from_str:expr, $from_table:expr $(, $from_number:expr)?) => {
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Either;
                impl<'de> Visitor<'de> for Either {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($expecting)
                    }

                    fn visit_str<E: de::Error>(self, value: &str) -> Result<Self::Value, E> {
                        $from_str(value).map_err(E::custom)
                    }

                    $(fn visit_i64<E: de::Error>(self, value: i64) -> Result<Self::Value, E> {
                        $from_number(value).map_err(E::custom)
                    })?

                    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                        <$table>::deserialize(MapAccessDeserializer::new(map))
                            .and_then(|table| $from_table(table).map_err(de::Error::custom))
                    }
                }
                deserializer.deserialize_any(Either)
            }
        }
    };
}

string_or_table!(
    PhraseFile,
    "a phrase, or a table with `phrase` and `instead`",
    PhraseTable,
    |text: &str| Ok::<_, String>(PhraseFile { phrase: text.to_owned(), instead: None }),
    |table: PhraseTable| Ok::<_, &str>(PhraseFile { phrase: table.phrase, instead: table.instead }),
    |number: i64| Ok::<_, &str>(PhraseFile { phrase: number.to_string(), instead: None })
);
string_or_table!(
    PatternFile,
    "a pattern, or a table with `pattern`, `name` and `instead`",
    PatternTable,
    |text: &str| Ok::<_, String>(PatternFile { pattern: text.to_owned(), name: None, instead: None }),
    |PatternTable { pattern, name, instead }| Ok::<_, &str>(PatternFile { pattern, name, instead })
);
string_or_table!(
    TermFile,
    "a term, or a table with `term` and `also`",
    TermTable,
    |text: &str| Ok::<_, String>(TermFile { term: text.to_owned(), also: Vec::new() }),
    |table: TermTable| Ok::<_, &str>(TermFile { term: table.term, also: table.also }),
    |number: i64| Ok::<_, &str>(TermFile { term: number.to_string(), also: Vec::new() })
);
string_or_table!(
    BoundFile,
    "a number, `tier`, the name of a tier, a table with a number for each tier, or an option",
    BoundTable,
    |text: &str| match text {
        "tier" => Ok(BoundFile::Tier),
        "short" => Ok(BoundFile::WordsOf(Tier::Short)),
        "standard" => Ok(BoundFile::WordsOf(Tier::Standard)),
        "expanded" => Ok(BoundFile::WordsOf(Tier::Expanded)),
        other => other.parse().map(BoundFile::Number).map_err(|_| {
            format!("`{other}` is not a bound; give a number, `tier`, `short`, `standard` or `expanded`")
        }),
    },
    BoundTable::bound,
    |number: i64| usize::try_from(number).map(BoundFile::Number).map_err(|_| {
        format!("`{number}` is not a bound; give a number, `tier`, `short`, `standard` or `expanded`")
    })
);

/// What a schema says of the shapes above.
#[cfg(test)]
mod schema;

//! Structs of which most fields are at rest: only the others are written.
//!
//! A matcher has some thirty words and a rule uses three of them; reading the other twenty-seven took longer than
//! trying the rule.

/// A value that need not be written.
pub(super) trait Rest {
    /// Whether it is what its default is.
    fn is_at_rest(&self) -> bool;
}

impl Rest for bool {
    fn is_at_rest(&self) -> bool {
        !self
    }
}

impl Rest for usize {
    fn is_at_rest(&self) -> bool {
        *self == 0
    }
}

impl<T> Rest for Option<T> {
    fn is_at_rest(&self) -> bool {
        self.is_none()
    }
}

impl<T> Rest for Vec<T> {
    fn is_at_rest(&self) -> bool {
        self.is_empty()
    }
}

/// Writes a struct as a number, one bit for each field, and those fields whose bit is set; reads it back.
///
/// All fields are named, in any order, at most 64.
macro_rules! sparse {
    ($type:ident { $($field:ident),+ $(,)? }) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeTuple;
                use $crate::rule::sparse::Rest;
                // Leaves no field out.
                let $type { $($field),+ } = self;
                let is_written = [$(!$field.is_at_rest()),+];
                let bits = is_written.iter().rev().fold(0_u64, |bits, is_written| bits << 1 | u64::from(*is_written));
                let mut tuple = serializer.serialize_tuple(1 + bits.count_ones() as usize)?;
                tuple.serialize_element(&bits)?;
                $(if !$field.is_at_rest() {
                    tuple.serialize_element($field)?;
                })+
                tuple.end()
            }
        }

        impl<'de: 'static> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Fields;

                impl<'de: 'static> serde::de::Visitor<'de> for Fields {
                    type Value = $type;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("a number and the fields it tells of")
                    }

                    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut fields: A) -> Result<$type, A::Error> {
                        let short = || serde::de::Error::custom("a field is missing");
                        let mut bits: u64 = fields.next_element()?.ok_or_else(short)?;
                        let mut value = $type::default();
                        $(if bits & 1 != 0 {
                            value.$field = fields.next_element()?.ok_or_else(short)?;
                        }
                        bits >>= 1;)+
                        if bits == 0 { Ok(value) } else { Err(serde::de::Error::custom("a field is unknown")) }
                    }
                }

                // As many as there may be: the bytes end where the fields do.
                deserializer.deserialize_tuple(1 + u64::BITS as usize, Fields)
            }
        }
    };
}

pub(super) use sparse;

//! A value that lies in bytes until somebody looks at it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

/// A value that is read from its bytes when it is first looked at.
///
/// Nearly all that rules say is said to nobody: a letter wakes few of them. What is never looked at costs the length
/// of its bytes.
pub struct Later<T> {
    bytes: &'static [u8],
    value: OnceLock<Box<T>>,
}

impl<T> Later<T> {
    /// Returns `value` as one that is read already.
    pub fn now(value: T) -> Self {
        Later { bytes: &[], value: OnceLock::from(Box::new(value)) }
    }
}

impl<T: Deserialize<'static>> Later<T> {
    /// Returns the value that `bytes` hold as [`postcard`] writes it.
    pub(super) fn new(bytes: &'static [u8]) -> Self {
        Later { bytes, value: OnceLock::new() }
    }

    /// Returns the value to be changed.
    ///
    /// # Panics
    /// On bytes that hold no such value.
    pub fn get_mut(&mut self) -> &mut T {
        let _ = self.get();
        self.value.get_mut().expect("the value was just read")
    }

    fn get(&self) -> &T {
        self.value
            .get_or_init(|| Box::new(postcard::from_bytes(self.bytes).expect("the build script wrote these bytes")))
    }
}

impl<T> Later<Vec<T>>
where
    Vec<T>: Deserialize<'static>,
{
    /// Returns what the list holds; of an empty one nothing is read.
    pub(crate) fn items(&self) -> std::slice::Iter<'_, T> {
        const NONE: &[u8] = &[0];
        let list: &[T] = if self.bytes == NONE && self.value.get().is_none() { &[] } else { self.get() };
        list.iter()
    }
}

impl<T: Deserialize<'static>> Deref for Later<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.get()
    }
}

impl<T: Deserialize<'static> + fmt::Debug> fmt::Debug for Later<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

impl<T: Default> Default for Later<T> {
    fn default() -> Self {
        Later::now(T::default())
    }
}

impl<T: Deserialize<'static> + Serialize> Serialize for Later<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let bytes = postcard::to_allocvec(self.get()).map_err(serde::ser::Error::custom)?;
        serializer.serialize_bytes(&bytes)
    }
}

impl<'de: 'static, T: Deserialize<'static>> Deserialize<'de> for Later<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <&'static [u8]>::deserialize(deserializer).map(Later::new)
    }
}

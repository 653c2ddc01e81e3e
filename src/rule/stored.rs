//! A value that is read from its bytes on first use.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

/// A value that is read from its bytes on first use: most rules cannot match a given letter and are never read.
pub(crate) struct Stored<T> {
    bytes: &'static [u8],
    value: OnceLock<Box<T>>,
}

impl<T> Stored<T> {
    /// Wraps a value that is there already.
    pub(super) fn now(value: T) -> Self {
        Stored { bytes: &[], value: OnceLock::from(Box::new(value)) }
    }
}

impl<T: Deserialize<'static>> Stored<T> {
    /// Returns the value to be changed.
    ///
    /// # Panics
    /// On bytes that hold no such value.
    pub(super) fn get_mut(&mut self) -> &mut T {
        let _ = self.get();
        self.value.get_mut().expect("the value was just read")
    }

    fn get(&self) -> &T {
        self.value
            .get_or_init(|| Box::new(postcard::from_bytes(self.bytes).expect("the build script wrote these bytes")))
    }
}

impl<T: Deserialize<'static>> Deref for Stored<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.get()
    }
}

impl<T: Deserialize<'static> + fmt::Debug> fmt::Debug for Stored<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

impl<T: Deserialize<'static> + Serialize> Serialize for Stored<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let bytes = postcard::to_allocvec(self.get()).map_err(serde::ser::Error::custom)?;
        serializer.serialize_bytes(&bytes)
    }
}

impl<'de: 'static, T> Deserialize<'de> for Stored<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes = <&'static [u8]>::deserialize(deserializer)?;
        Ok(Stored { bytes, value: OnceLock::new() })
    }
}

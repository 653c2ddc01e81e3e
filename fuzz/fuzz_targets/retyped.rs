#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| letterlint_fuzz::retyped::holds(bytes));

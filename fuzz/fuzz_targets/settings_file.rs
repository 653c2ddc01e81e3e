#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| letterlint_fuzz::settings_file::holds(bytes));

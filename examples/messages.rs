//! Prints every message of every rule in both languages, as `docs/messages.md` holds them:
//! `cargo run --all-features --example messages > docs/messages.md`.

use std::io::{self, Write as _};

#[path = "messages/page.rs"]
mod page;

fn main() -> io::Result<()> {
    io::stdout().lock().write_all(page::page().as_bytes())
}

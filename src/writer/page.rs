//! How every HTML page begins and ends. A page needs nothing else: no font, no picture, nothing from elsewhere.

use std::io::{self, Write};

use super::say;
use crate::lang::Lang;

/// What stands before the body of a page.
pub(super) struct Head<'a> {
    pub(super) lang: Lang,
    /// The title, escaped.
    pub(super) title: &'a str,
    /// What else browsers are told before they read on, as markup: they obey a policy only for what comes after it.
    pub(super) meta: &'a str,
    pub(super) style: &'a str,
}

/// Begins a page with a title, escaped, and a style.
pub(super) fn begin(lang: Lang, title: &str, style: &str, to: &mut impl Write) -> io::Result<()> {
    begin_with(&Head { lang, title, meta: "", style }, to)
}

/// Begins a page.
pub(super) fn begin_with(head: &Head<'_>, to: &mut impl Write) -> io::Result<()> {
    let Head { lang, title, meta, style } = head;
    writeln!(
        to,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n{meta}\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>",
        say(*lang, "zh-CN", "en"),
    )
}

/// Ends a page.
pub(super) fn end(to: &mut impl Write) -> io::Result<()> {
    writeln!(to, "</body>\n</html>")
}

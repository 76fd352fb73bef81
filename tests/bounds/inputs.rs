//! Inputs that somebody might write to exhaust the machine, one function a kind, each of about as many bytes as it is
//! asked for.

use std::fmt::Write as _;

/// A kind of input.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    /// The text, of about so many bytes.
    pub(crate) make: fn(usize) -> String,
}

const HEADER: &str = r#"{"schema_version":"1.0","title":"a","division":"150625","level":"county"}"#;

/// A text of a beginning, parts by their numbers until it has its length, and an end.
fn fill(size: usize, begin: &str, mut part: impl FnMut(usize, &mut String), end: &str) -> String {
    let mut text = String::with_capacity(size + 200);
    text.push_str(begin);
    let mut number = 0;
    while text.len() + end.len() < size {
        part(number, &mut text);
        number += 1;
    }
    text.push_str(end);
    text
}

/// The same with commas between the parts.
fn list(size: usize, begin: &str, mut part: impl FnMut(usize, &mut String), end: &str) -> String {
    let with_comma = |number: usize, text: &mut String| {
        if number > 0 {
            text.push(',');
        }
        part(number, text);
    };
    fill(size, begin, with_comma, end)
}

/// A document with one list, whose records are written one by one.
fn records(size: usize, array: &str, part: impl FnMut(usize, &mut String)) -> String {
    list(size, &format!(r#"{{"header":{HEADER},"{array}":["#), part, "]}")
}

/// A document with one record, from whose members some are repeated.
fn in_record(size: usize, array: &str, begin: &str, part: impl FnMut(usize, &mut String), end: &str) -> String {
    list(size, &format!(r#"{{"header":{HEADER},"{array}":[{{{begin}"#), part, &format!("{end}}}]}}"))
}

/// A document with one body, from whose members some are repeated.
fn in_body(size: usize, begin: &str, part: impl FnMut(usize, &mut String), end: &str) -> String {
    in_record(size, "organizations", &format!(r#""id":"a","name":"水利局","kind":"department",{begin}"#), part, end)
}

/// A document with one power item, from whose members some are repeated.
fn in_power(size: usize, begin: &str, part: impl FnMut(usize, &mut String), end: &str) -> String {
    let known = r#""id":"a","name":"取水许可","item_level":"main","power_type":"licensing","#;
    in_record(size, "power_items", &format!("{known}{begin}"), part, end)
}

/// A document with one citation of which only the text is known.
fn citation(size: usize, part: impl FnMut(usize, &mut String), end: &str) -> String {
    let begin = r#"{"id":"a","name":"取水许可","item_level":"main","set_by":[{"text":""#;
    fill(size, &format!(r#"{{"header":{HEADER},"licensing_items":[{begin}"#), part, &format!("{end}\"}}]}}]}}"))
}

/// NDJSON: a header, and lines after it.
fn lines(size: usize, mut part: impl FnMut(usize, &mut String)) -> String {
    let line = |number: usize, text: &mut String| {
        part(number, text);
        text.push('\n');
    };
    fill(size, &format!("{{\"header\":{HEADER}}}\n"), line, "")
}

/// A header with a list.
fn in_header(size: usize, begin: &str, part: impl FnMut(usize, &mut String), end: &str) -> String {
    let header = HEADER.strip_suffix('}').unwrap_or_default();
    list(size, &format!(r#"{{"header":{{{header},{begin}"#), part, &format!(r#"{end}}},"organizations":[]}}"#))
}

/// Adds a text: what `write!` does, which does not fail here.
macro_rules! add {
    ($text:expr, $($words:tt)*) => {
        $text.write_fmt(format_args!($($words)*)).unwrap_or_default()
    };
}

/// The alternation of an opening and a closing half.
fn halves(size: usize, open: &str, close: &str) -> String {
    let times = size.saturating_sub(250) / (open.len() + close.len());
    let text = format!("{}{}", open.repeat(times), close.repeat(times));
    citation(1, |_, _| {}, &text)
}

pub(crate) const CASES: &[Case] = &[
    // What is valid.
    Case {
        name: "small-bodies",
        make: |size| {
            records(size, "organizations", |n, text| add!(text, r#"{{"id":"{n}","name":"局","kind":"company"}}"#))
        },
    },
    Case {
        name: "small-bodies-lines",
        make: |size| {
            lines(size, |n, text| add!(text, r#"{{"organization":{{"id":"{n}","name":"局","kind":"company"}}}}"#))
        },
    },
    Case {
        name: "small-powers",
        make: |size| {
            records(size, "power_items", |n, text| {
                add!(text, r#"{{"id":"{n}","name":"许可","item_level":"main","power_type":"licensing"}}"#);
            })
        },
    },
    Case {
        name: "small-services",
        make: |size| {
            records(size, "service_items", |n, text| {
                add!(
                    text,
                    r#"{{"id":"{n}","name":"许可","item_level":"main","service_type":"licensing","organization":"a"}}"#
                );
            })
        },
    },
    Case {
        name: "small-licensing",
        make: |size| {
            records(size, "licensing_items", |n, text| {
                add!(text, r#"{{"id":"{n}","name":"许可","item_level":"main"}}"#);
            })
        },
    },
    Case { name: "small-citations", make: |size| in_power(size, r#""basis":["#, |_, text| text.push_str("{}"), "]") },
    Case {
        name: "different-citations",
        make: |size| in_power(size, r#""basis":["#, |n, text| add!(text, r#"{{"title":"法{n}"}}"#), "]"),
    },
    Case {
        name: "different-articles",
        make: |size| {
            in_power(
                size,
                r#""basis":[{"title":"水法","articles":["#,
                |n, text| add!(text, r#"{{"article":{}}}"#, n % 60000 + 1),
                "]}]",
            )
        },
    },
    Case {
        name: "small-steps",
        make: |size| {
            in_power(
                size,
                r#""responsibilities":["#,
                |_, text| text.push_str(r#"{"stage":"review","content":"a"}"#),
                "]",
            )
        },
    },
    Case {
        name: "small-authorities",
        make: |size| {
            in_power(
                size,
                r#""authorities":["#,
                |_, text| text.push_str(r#"{"organization":"a","role":"decide"}"#),
                "]",
            )
        },
    },
    Case {
        name: "long-name",
        make: |size| {
            in_body(size, "", |_, text| text.push_str(r#""x":1"#), "").replacen("水利局", &"水".repeat(size / 3), 1)
        },
    },
    Case { name: "aliases", make: |size| in_body(size, r#""aliases":["#, |_, text| text.push_str(r#""局""#), "]") },
    Case {
        name: "extension-members",
        make: |size| in_body(size, r#""extensions":{"#, |n, text| add!(text, r#""k{n}":1"#), "}"),
    },
    Case {
        name: "extension-elements",
        make: |size| in_body(size, r#""extensions":{"k":["#, |_, text| text.push('1'), "]}"),
    },
    Case {
        name: "one-level-of-many",
        make: |size| in_power(size, r#""levels":["#, |_, text| text.push_str("\"county\""), "]"),
    },
    Case {
        name: "limits",
        make: |size| {
            let limits = |name: &str| {
                list(
                    size / 2,
                    &format!(r#""{name}":["#),
                    |n, text| add!(text, r#"{{"amount":9,"unit":"day","branch":{{"note":"{n}"}}}}"#),
                    "]",
                )
            };
            let known = r#"{"id":"a","name":"许可","item_level":"main","service_type":"licensing","organization":"a","#;
            format!(
                r#"{{"header":{HEADER},"service_items":[{known}{},{}}}]}}"#,
                limits("statutory_limits"),
                limits("promised_limits")
            )
        },
    },
    Case {
        name: "codes-and-bodies",
        make: |size| {
            let bodies = list(
                size / 2,
                r#""authorities":["#,
                |n, text| add!(text, r#"{{"organization":"o{n}","role":"decide"}}"#),
                "]",
            );
            in_power(size, &format!(r#"{bodies},"local_codes":["#), |n, text| add!(text, "\"51{n:010}\""), "]")
        },
    },
    // Repeated keys.
    Case {
        name: "long-key-above-repeats",
        make: |size| {
            in_body(
                size,
                &format!(r#""extensions":{{"{}":{{"#, "k".repeat(size / 2)),
                |_, text| text.push_str(r#""a":1"#),
                "}}",
            )
        },
    },
    Case { name: "known-member-again", make: |size| in_body(size, "", |_, text| text.push_str(r#""name":"a""#), "") },
    Case { name: "unknown-member-again", make: |size| in_body(size, "", |_, text| text.push_str(r#""x":1"#), "") },
    Case {
        name: "long-member-again",
        make: |size| in_body(size, "", |_, text| add!(text, r#""{}":1"#, "长".repeat(3000)), ""),
    },
    Case {
        name: "extension-again",
        make: |size| in_body(size, r#""extensions":{"#, |_, text| text.push_str(r#""x":1"#), "}"),
    },
    Case {
        name: "extensions-then-the-last",
        make: |size| {
            let many = list(size / 2, "", |n, text| add!(text, r#""k{n}":1"#), r#","z":1"#);
            in_body(size, &format!(r#""extensions":{{{many},"#), |_, text| text.push_str(r#""z":1"#), "}")
        },
    },
    Case {
        name: "long-extension-keys",
        make: |size| in_body(size, r#""extensions":{"#, |n, text| add!(text, r#""{}{n}":1"#, "k".repeat(1000)), "}"),
    },
    Case {
        name: "escaped-extension-keys",
        make: |size| in_body(size, r#""extensions":{"#, |n, text| add!(text, r#""\u006b{n}":1"#), "}"),
    },
    Case {
        name: "rows-again",
        make: |size| {
            in_body(size, r#""source":{"source":"s","row":1,"rows":{"#, |_, text| text.push_str(r#""name":1"#), "}}")
        },
    },
    // Unknown members and lists.
    Case { name: "unknown-members", make: |size| in_body(size, "", |n, text| add!(text, r#""u{n}":1"#), "") },
    Case {
        name: "unknown-lists",
        make: |size| list(size, &format!(r#"{{"header":{HEADER},"#), |n, text| add!(text, r#""u{n}":1"#), "}"),
    },
    Case {
        name: "unknown-long-lists",
        make: |size| {
            list(size, &format!(r#"{{"header":{HEADER},"#), |n, text| add!(text, r#""{}{n}":1"#, "列".repeat(300)), "}")
        },
    },
    Case {
        name: "lists-again",
        make: |size| list(size, &format!(r#"{{"header":{HEADER},"#), |_, text| text.push_str(r#""bundles":[]"#), "}"),
    },
    Case { name: "headers-again", make: |size| list(size, "{", |_, text| add!(text, r#""header":{HEADER}"#), "}") },
    Case { name: "header-lines", make: |size| lines(size, |_, text| add!(text, r#"{{"header":{HEADER}}}"#)) },
    Case { name: "unknown-tags", make: |size| lines(size, |n, text| add!(text, r#"{{"u{n}":1}}"#)) },
    Case {
        name: "unknown-tags-of-a-line",
        make: |size| list(size, &format!("{{\"header\":{HEADER}}}\n{{"), |n, text| add!(text, r#""u{n}":1"#), "}"),
    },
    Case {
        name: "null-tags-of-a-line",
        make: |size| {
            list(size, &format!("{{\"header\":{HEADER}}}\n{{"), |_, text| text.push_str(r#""bundle":null"#), "}")
        },
    },
    Case {
        name: "records-of-a-line",
        make: |size| {
            list(size, &format!("{{\"header\":{HEADER}}}\n{{"), |_, text| text.push_str(r#""bundle":{}"#), "}")
        },
    },
    // Wrong values.
    Case { name: "wrong-elements", make: |size| in_power(size, r#""authorities":["#, |_, text| text.push('1'), "]") },
    Case { name: "wrong-records", make: |size| records(size, "organizations", |_, text| text.push('1')) },
    Case { name: "empty-records", make: |size| records(size, "organizations", |_, text| text.push_str("{}")) },
    Case {
        name: "empty-parts",
        make: |size| {
            in_record(size, "licensing_items", r#""id":"a","materials":["#, |_, text| text.push_str("{}"), "]")
        },
    },
    Case { name: "empty-lines-of-records", make: |size| lines(size, |_, text| text.push_str(r#"{"bundle":{}}"#)) },
    Case {
        name: "values-of-no-list",
        make: |size| in_power(size, r#""levels":["#, |_, text| text.push_str("\"x\""), "]"),
    },
    Case {
        name: "long-values-of-no-list",
        make: |size| in_power(size, r#""levels":["#, |_, text| add!(text, r#""{}""#, "x".repeat(2000)), "]"),
    },
    Case {
        name: "wrong-rows",
        make: |size| {
            in_body(size, r#""source":{"source":"s","rows":{"#, |n, text| add!(text, r#""name.{n}":"x""#), "}}")
        },
    },
    Case { name: "nulls", make: |size| records(size, "organizations", |_, text| text.push_str("null")) },
    Case { name: "covers-of-no-kind", make: |size| in_header(size, r#""covers":["#, |_, text| text.push('1'), "]") },
    Case { name: "one-array", make: |size| list(size, "[", |_, text| text.push('1'), "]") },
    // What is no JSON.
    Case { name: "lines-of-words", make: |size| lines(size, |_, text| text.push('x')) },
    Case { name: "lines-of-brackets", make: |size| lines(size, |_, text| text.push('{')) },
    Case { name: "blank-lines", make: |size| lines(size, |_, _| {}) },
    Case { name: "words", make: |size| "水".repeat(size / 3) },
    Case {
        name: "deep-arrays",
        make: |size| {
            in_body(
                size,
                r#""extensions":{"k":"#,
                |_, text| {
                    text.pop();
                    text.push('[');
                },
                "1}",
            )
        },
    },
    Case {
        name: "many-deep-arrays",
        make: |size| {
            in_body(size, r#""extensions":{"k":["#, |_, text| add!(text, "{}{}", "[".repeat(90), "]".repeat(90)), "]}")
        },
    },
    Case {
        name: "many-deep-objects",
        make: |size| {
            in_body(
                size,
                r#""extensions":{"k":["#,
                |_, text| add!(text, "{}1{}", r#"{"k":"#.repeat(90), "}".repeat(90)),
                "]}",
            )
        },
    },
    Case {
        name: "lines-too-deep",
        make: |size| lines(size, |_, text| add!(text, r#"{{"bundle":{}"#, "[".repeat(200))),
    },
    Case {
        name: "deep-unknown",
        make: |size| in_body(size, "", |n, text| add!(text, r#""u{n}":{}{}"#, "[".repeat(90), "]".repeat(90)), ""),
    },
    Case {
        name: "escapes",
        make: |size| in_body(200, "", |_, _| {}, "").replacen("水利局", &r"\u6c34".repeat(size / 6), 1),
    },
    Case {
        name: "escapes-in-a-key",
        make: |size| in_body(200, &format!(r#""{}":1"#, r"\u006b".repeat(size / 6)), |_, _| {}, ""),
    },
    Case {
        name: "long-number",
        make: |size| {
            in_body(200, &format!(r#""source":{{"source":"s","row":{}}},"x":1"#, "9".repeat(size)), |_, _| {}, "")
        },
    },
    Case {
        name: "long-id",
        make: |size| {
            records(size, "organizations", |_, text| {
                add!(text, r#"{{"id":"{}","name":"局","kind":"company"}}"#, "a".repeat(size / 2));
            })
        },
    },
    Case {
        name: "blank-id",
        make: |size| {
            in_body(
                size,
                &format!(r#""parent":"{} x","#, "a".repeat(size / 2)),
                |_, text| text.push_str(r#""x":1"#),
                "",
            )
        },
    },
    // Rules of one record.
    Case {
        name: "strange-characters",
        make: |size| in_body(size, r#""aliases":["#, |_, text| text.push_str("\"\u{200b}\""), "]"),
    },
    Case {
        name: "strange-after-long",
        make: |size| in_body(size, r#""aliases":["#, |_, text| add!(text, "\"{}\u{200b}\"", "水".repeat(3000)), "]"),
    },
    Case {
        name: "deep-findings",
        make: |size| {
            in_power(
                size,
                r#""responsibilities":["#,
                |_, text| text.push_str("{\"stage\":\"review\",\"content\":\"a\u{200b}\"}"),
                "]",
            )
        },
    },
    Case {
        name: "dangling-in-one",
        make: |size| {
            in_power(
                size,
                r#""authorities":["#,
                |n, text| add!(text, r#"{{"organization":"o{n}","role":"decide"}}"#),
                "]",
            )
        },
    },
    Case {
        name: "wrong-dates",
        make: |size| {
            in_power(
                size,
                r#""basis":[{"title":"水法","version_dates":["#,
                |n, text| add!(text, r#""2024-02-{}""#, 30 + n % 2),
                "]}]",
            )
        },
    },
    Case {
        name: "placeholders-in-one",
        make: |size| in_body(size, r#""aliases":["#, |_, text| text.push_str("\"XX局\""), "]"),
    },
    Case {
        name: "different-placeholders",
        make: |size| in_body(size, r#""aliases":["#, |n, text| add!(text, "\"XX{n}局\""), "]"),
    },
    // Rules of all records.
    Case {
        name: "one-id",
        make: |size| {
            records(size, "organizations", |_, text| text.push_str(r#"{"id":"a","name":"局","kind":"company"}"#))
        },
    },
    Case {
        name: "one-id-lines",
        make: |size| {
            lines(size, |_, text| text.push_str(r#"{"organization":{"id":"a","name":"局","kind":"company"}}"#))
        },
    },
    Case {
        name: "one-code",
        make: |size| {
            records(size, "organizations", |n, text| {
                add!(text, r#"{{"id":"{n}","name":"局","kind":"company","credit_code":"11440300007542785T"}}"#);
            })
        },
    },
    Case {
        name: "kinds-of-no-list",
        make: |size| {
            records(size, "organizations", |n, text| add!(text, r#"{{"id":"{n}","name":"局","kind":"other"}}"#))
        },
    },
    Case {
        name: "code-of-one-name",
        make: |size| {
            records(size, "organizations", |n, text| {
                add!(
                    text,
                    r#"{{"id":"{n}","name":"杭锦旗水利局","kind":"company","credit_code":"11440300007542785T"}}"#
                );
            })
        },
    },
    Case {
        name: "sources-and-dates",
        make: |size| {
            let header = HEADER.strip_suffix('}').unwrap_or_default();
            let sources = list(size / 2, r#""sources":["#, |n, text| add!(text, r#"{{"id":"s{n}"}}"#), "]");
            let begin = format!(r#"{{"header":{{{header},{sources}}},"power_items":["#);
            let part = |n: usize, text: &mut String| {
                add!(
                    text,
                    r#"{{"id":"{n}","name":"取水许可","item_level":"main","power_type":"licensing","period":{{"from":"2024-02-30"}},"source":{{"source":"s{n}","row":{}}}}}"#,
                    n + 1
                );
            };
            list(size, &begin, part, "]}")
        },
    },
    Case {
        name: "dangling",
        make: |size| {
            records(size, "organizations", |n, text| {
                add!(text, r#"{{"id":"{n}","name":"局","kind":"company","parent":"x{n}"}}"#);
            })
        },
    },
    Case {
        name: "wrong-codes",
        make: |size| {
            records(size, "organizations", |n, text| {
                add!(text, r#"{{"id":"{n}","name":"局","kind":"company","credit_code":"x"}}"#);
            })
        },
    },
    Case {
        name: "instruments",
        make: |size| {
            records(size, "legal_instruments", |n, text| add!(text, r#"{{"id":"{n}","title":"法{n}","rank":"law"}}"#))
        },
    },
    Case {
        name: "successors",
        make: |size| {
            records(size, "legal_instruments", |n, text| {
                add!(text, r#"{{"id":"{n}","title":"法{n}","rank":"law","superseded_by":"{}"}}"#, n + 1);
            })
        },
    },
    Case {
        name: "one-title",
        make: |size| {
            records(size, "legal_instruments", |n, text| add!(text, r#"{{"id":"{n}","title":"水法","rank":"law"}}"#))
        },
    },
    Case {
        name: "adjustments",
        make: |size| {
            records(size, "adjustments", |n, text| {
                add!(text, r#"{{"id":"{n}","kind":"cancelled","from":[{{"item":"x"}}]}}"#);
            })
        },
    },
    Case {
        name: "figures",
        make: |size| {
            records(size, "published_figures", |n, text| {
                add!(text, r#"{{"id":"{n}","statement":"a","measure":"count","value":"1","metric":"items"}}"#);
            })
        },
    },
    Case {
        name: "figure-parts",
        make: |size| {
            in_record(
                size,
                "published_figures",
                r#""id":"a","statement":"a","measure":"count","value":"1","parts":["#,
                |_, text| text.push_str(r#"{"label":"a","value":"1"}"#),
                "]",
            )
        },
    },
    Case {
        name: "parents",
        make: |size| {
            records(size, "organizations", |n, text| {
                add!(text, r#"{{"id":"{n}","name":"局","kind":"company","parent":"{}"}}"#, n + 1);
            })
        },
    },
    Case {
        name: "dragged",
        make: |size| {
            let header = HEADER.strip_suffix('}').unwrap_or_default();
            let begin = format!(r#"{{"header":{{{header},"sources":[{{"id":"s"}}]}},"licensing_items":["#);
            list(
                size,
                &begin,
                |n, text| {
                    add!(
                        text,
                        r#"{{"id":"{n}","name":"许可","item_level":"main","conditions":"第{n}号","source":{{"source":"s","row":{}}}}}"#,
                        n + 1
                    );
                },
                "]}",
            )
        },
    },
    Case {
        name: "numerals",
        make: |size| {
            let header = HEADER.strip_suffix('}').unwrap_or_default();
            let begin = r#"{"id":"a","name":"许可","item_level":"main","source":{"source":"s","row":1},"conditions":""#;
            fill(
                size,
                &format!(r#"{{"header":{{{header},"sources":[{{"id":"s"}}]}},"licensing_items":[{begin}"#),
                |_, text| text.push_str("1 "),
                "\"}]}",
            )
        },
    },
    Case { name: "cell-of-lone-units", make: |size| citation(size, |_, text| text.push('条'), "") },
    // Headers.
    Case {
        name: "not-held",
        make: |size| in_header(size, r#""not_held":["#, |_, text| text.push_str("\"bundles.name\""), "]"),
    },
    Case {
        name: "not-held-different",
        make: |size| in_header(size, r#""not_held":["#, |n, text| add!(text, r#""bundles.f{n}""#), "]"),
    },
    Case {
        name: "sources",
        make: |size| in_header(size, r#""sources":["#, |n, text| add!(text, r#"{{"id":"s{n}"}}"#), "]"),
    },
    Case {
        name: "columns",
        make: |size| {
            in_header(size, r#""sources":[{"id":"s","columns":{"#, |n, text| add!(text, r#""c{n}":"A""#), "}}]")
        },
    },
    Case { name: "covers", make: |size| in_header(size, r#""covers":["#, |_, text| text.push_str("\"bundle\""), "]") },
    Case {
        name: "retired-codes",
        make: |size| in_header(size, r#""retired_codes":["#, |_, text| text.push_str("\"x\""), "]"),
    },
    Case {
        name: "strange-sources",
        make: |size| {
            in_header(size, r#""sources":["#, |n, text| add!(text, "{{\"id\":\"s{n}\",\"file\":\"a\u{200b}\"}}"), "]")
        },
    },
    // Cells with citations.
    Case { name: "cell-of-titles", make: |size| citation(size, |_, text| text.push_str("《水法》"), "") },
    Case { name: "cell-of-different-titles", make: |size| citation(size, |n, text| add!(text, "《水{n}法》"), "") },
    Case { name: "cell-of-halves", make: |size| halves(size, "《水", "》") },
    Case { name: "cell-of-opens", make: |size| citation(size, |_, text| text.push('《'), "") },
    Case { name: "cell-of-closes", make: |size| citation(size, |_, text| text.push('》'), "水法》") },
    Case { name: "cell-of-brackets", make: |size| citation(size, |_, text| text.push('（'), "") },
    Case { name: "cell-of-nested-brackets", make: |size| halves(size, "（法", "）") },
    Case {
        name: "cell-of-bracketed-titles", make: |size| citation(size, |_, text| text.push_str("《水法》（"), "")
    },
    Case { name: "cell-of-quotes", make: |size| citation(size, |_, text| text.push('“'), "") },
    Case {
        name: "cell-of-articles",
        make: |size| {
            citation(size, |n, text| add!(text, "{}第{}条、", if n == 0 { "《水法》" } else { "" }, n % 60000 + 1), "")
        },
    },
    Case {
        name: "cell-of-ranges",
        make: |size| citation(size, |n, text| add!(text, "《水法》第{}条至第{}条；", n % 600 + 1, n % 600 + 99), ""),
    },
    Case {
        name: "cell-of-lines",
        make: |size| citation(size, |n, text| add!(text, r"《水法》第{}条：应当申请许可。\n", n % 60 + 1), ""),
    },
    Case { name: "cell-of-entities", make: |size| citation(size, |_, text| text.push_str("&amp;"), "") },
    Case { name: "cell-of-angles", make: |size| citation(size, |_, text| text.push('<'), "") },
    Case { name: "cell-of-angle-brackets", make: |size| citation(size, |_, text| text.push('〈'), "") },
    Case { name: "cell-of-angle-pairs", make: |size| citation(size, |_, text| text.push_str("<水法>"), "") },
    Case { name: "cell-of-escaped", make: |size| citation(size, |_, text| text.push_str("_x000D_"), "") },
    Case { name: "cell-of-words", make: |size| citation(size, |_, text| text.push_str("水法"), "") },
    Case { name: "cell-of-digits", make: |size| citation(size, |_, text| text.push('9'), "") },
    Case {
        name: "cell-of-dates",
        make: |size| {
            citation(
                size,
                |n, text| add!(text, "{}{}年1月2日修正，", if n == 0 { "《水法》（" } else { "" }, 1900 + n % 200),
                "）",
            )
        },
    },
    Case { name: "cell-of-numbers", make: |size| citation(size, |n, text| add!(text, "国发〔2019〕{n}号"), "") },
    Case {
        name: "cell-of-aliases",
        make: |size| citation(size, |n, text| add!(text, "《水{n}法》（以下简称水{n}）"), ""),
    },
    Case {
        name: "cell-of-references",
        make: |size| {
            citation(size, |n, text| add!(text, "{}及其实施条例第一条", if n == 0 { "《水法》" } else { "" }), "")
        },
    },
    Case {
        name: "cell-of-unread",
        make: |size| citation(size, |n, text| add!(text, "《水法》第一条等相应{n}规定；"), ""),
    },
    Case { name: "cell-of-tags", make: |size| citation(size, |_, text| text.push_str("【法律】"), "") },
    Case { name: "cell-of-headings", make: |size| citation(size, |_, text| text.push_str("（一）"), "") },
    Case { name: "cell-of-blanks", make: |size| citation(size, |_, text| text.push(' '), "") },
    Case {
        name: "cells-of-titles",
        make: |size| in_power(size, r#""basis":["#, |n, text| add!(text, r#"{{"text":"《水{n}法》第一条"}}"#), "]"),
    },
    Case {
        name: "printed-heads",
        make: |size| {
            in_power(
                size,
                r#""basis":[{"title":"水法","articles":[{"article":1}],"quote":""#,
                |n, text| add!(text, r"\n第{}条　应当向有管辖权的部门申请取得许可证", n % 60 + 1),
                "\"}]",
            )
        },
    },
    Case {
        name: "heads-of-blank-lines",
        make: |size| {
            let heads = fill(size / 2, "", |n, text| add!(text, "。第{}条 ", n % 60 + 1), "");
            in_power(
                size,
                &format!(r#""basis":[{{"title":"水法","articles":[{{"article":1}}],"quote":"{heads}"#),
                |_, text| {
                    text.pop();
                    text.push_str("\\n\\n");
                },
                "\"}]",
            )
        },
    },
    Case {
        name: "printed-articles",
        make: |size| in_power(size, r#""basis":[{"title":"水法","quote":""#, |_, text| text.push('第'), "\"}]"),
    },
];

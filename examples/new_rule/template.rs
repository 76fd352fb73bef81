//! How a rule is written. Whoever changes the form of rules changes this file, `rule.rs.txt` and `page.md.txt`.

use qingdan::RuleCode;
use qingdan::model::Kind;

use crate::NewRule;

/// The folder of each family, by the first digit of its codes.
pub(crate) const FAMILIES: [(u16, &str); 9] = [
    (0, "reading"),
    (1, "codes"),
    (2, "basis"),
    (3, "licensing"),
    (4, "powers"),
    (5, "delegation"),
    (6, "service"),
    (7, "figures"),
    (8, "editions"),
];

/// How a rule looks: its variant of `Look`, and what its function takes.
pub(crate) struct Look {
    variant: &'static str,
    /// The name and type of what is looked at, and what must be imported for it.
    subject: &'static str,
    import: &'static str,
    /// The kind that alone is looked at.
    kind: Option<Kind>,
}

const LOOKS: [(&str, &str, &str, &str); 4] = [
    ("text", "Text", "leaf: Leaf<'_>", "use crate::model::visit::Leaf;\n"),
    ("code", "Code", "leaf: Leaf<'_>", "use crate::model::visit::Leaf;\n"),
    ("record", "Record", "record: RecordRef<'_>", "use crate::model::RecordRef;\n"),
    ("catalog", "Catalog", "index: &Index", "use crate::rules::Index;\n"),
];

/// The looks by name.
pub(crate) fn looks() -> String {
    let names: Vec<&str> = LOOKS.iter().map(|(name, ..)| *name).collect();
    format!("{}; record:KIND for one kind, such as record:licensing_item", names.join(", "))
}

/// The look of this name.
pub(crate) fn look(asked: &str) -> Option<Look> {
    let (name, kind) = match asked.split_once(':') {
        Some((name @ "record", kind)) => (name, Some(Kind::from_tag(kind)?)),
        _ => (asked, None),
    };
    let &(_, variant, subject, import) = LOOKS.iter().find(|(known, ..)| *known == name)?;
    Some(Look { variant, subject, import, kind })
}

/// The file of a rule.
pub(crate) fn rule(rule: &NewRule) -> String {
    let Look { variant, subject, import, kind } = rule.look;
    let subject_name = subject.split(':').next().unwrap_or_default();
    let narrowed =
        kind.map(|kind| format!("    let RecordRef::{}(item) = record else {{ return }};\n", kind.type_name()));
    let (body, seen) = match narrowed {
        Some(line) => (line, "item"),
        None => (String::new(), subject_name),
    };
    let reads = kind.map(|kind| format!("    reads: &[\"{}.…\"],\n", kind.array()));
    let late = import.contains("rules::");
    filled(
        include_str!("rule.rs.txt"),
        &[
            ("CODE", &rule.code.to_string()),
            ("NUMBER", &rule.code.number().to_string()),
            ("PAGE", &rule.code.to_string().to_ascii_lowercase()),
            ("NAME", &rule.name),
            ("FUNCTION", &rule.name.replace('-', "_")),
            ("TITLE_ZH", &rule.title_zh),
            ("TITLE_EN", &rule.title_en),
            ("ASPECT", &format!("{:?}", rule.aspect)),
            ("SEVERITY", &format!("{:?}", rule.severity)),
            ("SINCE", env!("CARGO_PKG_VERSION")),
            ("VARIANT", variant),
            ("SUBJECT", subject),
            ("EARLY_IMPORT", if late { "" } else { import }),
            ("LATE_IMPORT", if late { import } else { "" }),
            ("READS", &reads.unwrap_or_default()),
            ("BODY", &body),
            ("SEEN", seen),
        ],
    )
}

/// The page of a rule.
pub(crate) fn page(rule: &NewRule) -> String {
    let array = rule.look.kind.unwrap_or(Kind::LicensingItem).array();
    filled(
        include_str!("page.md.txt"),
        &[
            ("CODE", &rule.code.to_string()),
            ("TITLE_ZH", &rule.title_zh),
            ("TITLE_EN", &rule.title_en),
            ("ARRAY", array),
        ],
    )
}

/// The file of a family that has no rule yet.
pub(crate) fn family(digit: u16, title: &str) -> String {
    format!(
        "//! QD{digit}: {title}.\n\nuse crate::rule::Rule;\n\n\
         /// The rules of the family, in the order of their codes.\npub(super) const RULES: &[Rule] = &[];\n"
    )
}

/// What is left to do.
pub(crate) fn next_steps(code: RuleCode) -> String {
    format!(
        "{code} is a stub: write the rule, its page and its examples, plant its fault in examples/synthesize/faults/, \
         then run `cargo run --all-features --example regenerate`. docs/contributing.md tells more."
    )
}

/// A template with its `@NAMES@` filled in.
fn filled(template: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(template.to_owned(), |text, (name, value)| text.replace(&format!("@{name}@"), value))
}

//! How a rule is written. Whoever changes the form of rules changes this file, `rule.rs.txt` and `page.md.txt`.

use std::collections::{BTreeMap, BTreeSet};

use qingdan::RuleCode;
use qingdan::code::CodeScheme;
use qingdan::model::{Item, Kind};
use qingdan::schema::SchemaName;

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

/// How a rule looks: how it is written in the list of looks, and what its function takes.
pub(crate) struct Look {
    /// In the list of looks; `@` stands for the function.
    written: String,
    /// The name and type of what is looked at.
    subject: String,
    /// What must be imported for it.
    imports: Vec<String>,
    /// The kinds of records of which it reads something.
    reads: Vec<Kind>,
}

/// The looks, as they are asked for.
const LOOKS: [&str; 11] = [
    "text",
    "field:NAME",
    "code:SCHEME",
    "date",
    "reference:KIND",
    "citation",
    "item",
    "record:KIND",
    "kept_item",
    "kept:KIND",
    "catalog",
];

/// The looks by name, with what can stand in them.
pub(crate) fn looks() -> String {
    format!(
        "{}\n  KIND    {}\n  SCHEME  {}",
        LOOKS.join(", "),
        Kind::ALL.iter().map(|kind| kind.tag()).collect::<Vec<_>>().join(", "),
        CodeScheme::ALL.iter().map(|&scheme| name_of(scheme)).collect::<Vec<_>>().join(", "),
    )
}

/// `item_code`.
fn name_of(scheme: CodeScheme) -> String {
    scheme.title_en().replace(' ', "_")
}

/// The look of this name.
pub(crate) fn look(asked: &str) -> Result<Look, String> {
    let kind = |tag: &str| Kind::from_tag(tag).ok_or_else(|| format!("`{tag}` is no kind of record"));
    let of = |written: &str, subject: &str, imports: &[&str], reads: &[Kind]| Look {
        written: format!("Look::{written}"),
        subject: subject.to_owned(),
        imports: imports.iter().map(|&import| import.to_owned()).collect(),
        reads: reads.to_vec(),
    };
    let leaf = |written: &str| of(written, "leaf: Leaf<'_>", &["model::leaf::Leaf"], &[]);
    let item = [Kind::LicensingItem];
    Ok(match asked.split_once(':').map_or((asked, None), |(look, of)| (look, Some(of))) {
        ("text", None) => leaf("Text(@)"),
        ("date", None) => leaf("Date(@)"),
        ("field", Some(name)) if name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') && !name.is_empty() => {
            leaf(&format!("Field({name:?}, @)"))
        }
        ("code", Some(name)) => {
            let scheme = CodeScheme::ALL.iter().find(|&&scheme| name_of(scheme) == name);
            let scheme = scheme.ok_or_else(|| format!("`{name}` is no scheme of codes"))?;
            let mut look = leaf(&format!("Code(&[CodeScheme::{scheme:?}], @)"));
            look.imports.push("code::CodeScheme".to_owned());
            look
        }
        ("reference", Some(tag)) => {
            let mut look = leaf(&format!("Reference(Kind::{}, @)", kind(tag)?.type_name()));
            look.imports.push("model::Kind".to_owned());
            look
        }
        ("citation", None) => of("Citation(@)", "place: &CitationPlace<'_>", &["model::CitationPlace"], &[]),
        ("item", None) => of("Item(@)", "item: ItemSeen<'_>", &["rule::ItemSeen"], &Item::KINDS),
        ("record", Some(tag)) => {
            let kind = kind(tag)?;
            let record = kind.type_name();
            of(
                &format!("Record(RecordLook::{record}(@))"),
                &format!("record: &{record}"),
                &[&format!("model::{record}"), "rule::RecordLook"],
                &[kind],
            )
        }
        ("kept_item", None) => of(
            "KeptItem(|_, _| true, @)",
            "all: &AmongAll<'_>, item: Item<'_>",
            &["model::Item", "rule::AmongAll"],
            &Item::KINDS,
        ),
        ("kept", Some(tag)) => {
            let kind = kind(tag)?;
            let record = kind.type_name();
            of(
                &format!("Kept(KeptLook::{record}(|_, _| true, @))"),
                &format!("all: &AmongAll<'_>, record: &{record}"),
                &[&format!("model::{record}"), "rule::AmongAll", "rule::KeptLook"],
                &[kind],
            )
        }
        ("catalog", None) => of("Catalog(@)", "whole: &Whole<'_>", &["judged::Whole"], &item),
        _ => return Err(format!("`{asked}` is no look")),
    })
}

/// A field that every record of a kind has, to be replaced by those that the rule reads.
fn field_of(kind: Kind) -> String {
    let has_name = SchemaName::Kind(kind).text().contains("\n    \"name\": {");
    let name = if has_name { "name" } else { "id" };
    format!("&[field!({}: {}, {name})]", kind.array(), kind.type_name())
}

/// The imports of a rule, one line a module; their order is left to `cargo fmt`.
fn imports(look: &Look) -> String {
    let always = [
        "finding::Aspect",
        "finding::RuleCode",
        "finding::Severity",
        "lang::two",
        "rule::Findings",
        "rule::Look",
        "rule::Provision",
        "rule::Rule",
        "rule::Scope",
    ];
    let field = (!look.reads.is_empty()).then_some("model::field");
    let all = always.into_iter().chain(field).chain(look.imports.iter().map(String::as_str));
    let mut of: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (module, name) in all.filter_map(|path| path.rsplit_once("::")) {
        of.entry(module).or_default().insert(name);
    }
    let line = |(module, names): (&str, BTreeSet<&str>)| {
        let names: Vec<&str> = names.into_iter().collect();
        match names.as_slice() {
            [name] => format!("use crate::{module}::{name};\n"),
            names => format!("use crate::{module}::{{{}}};\n", names.join(", ")),
        }
    };
    of.into_iter().map(line).collect()
}

/// The file of a rule.
pub(crate) fn rule(rule: &NewRule) -> String {
    let look = &rule.look;
    let function = rule.name.replace('-', "_");
    let reads: Vec<String> = look.reads.iter().map(|&kind| field_of(kind)).collect();
    let reads = if reads.is_empty() { String::new() } else { format!("    reads: &[{}],\n", reads.join(", ")) };
    filled(
        include_str!("rule.rs.txt"),
        &[
            ("CODE", &rule.code.to_string()),
            ("NUMBER", &rule.code.number().to_string()),
            ("PAGE", &rule.code.to_string().to_ascii_lowercase()),
            ("NAME", &rule.name),
            ("TITLE_ZH", &rule.title_zh),
            ("TITLE_EN", &rule.title_en),
            ("ASPECT", &format!("{:?}", rule.aspect)),
            ("SEVERITY", &format!("{:?}", rule.severity)),
            ("SINCE", env!("CARGO_PKG_VERSION")),
            ("IMPORTS", &imports(look)),
            ("READS", &reads),
            ("LOOK", &look.written.replace('@', &function)),
            ("FUNCTION", &function),
            ("SUBJECT", &look.subject),
            ("SEEN", &seen(&look.subject)),
        ],
    )
}

/// The names of what a function takes.
fn seen(subject: &str) -> String {
    let names: Vec<&str> = subject.split(", ").filter_map(|one| one.split(':').next()).collect();
    names.join(", ")
}

/// The page of a rule.
pub(crate) fn page(rule: &NewRule) -> String {
    let array = rule.look.reads.first().copied().unwrap_or(Kind::LicensingItem).array();
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
        "//! QD{digit}: {title}.\n\nuse super::family::Family;\nuse crate::rule::Rule;\n\n\
         /// The family.\npub(super) const FAMILY: Family = Family {{ rules: RULES, cover: None }};\n\n\
         /// The rules of the family, in the order of their codes.\nconst RULES: &[Rule] = &[];\n"
    )
}

/// What is left to do.
pub(crate) fn next_steps(code: RuleCode) -> String {
    format!(
        "{code} is a stub: write the rule, its page and its examples, and run `cargo run --all-features --example regenerate`. \
         Its first example that fails is planted into synthetic catalogs. docs/contributing.md tells more."
    )
}

/// A template with its `@NAMES@` filled in.
fn filled(template: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(template.to_owned(), |text, (name, value)| text.replace(&format!("@{name}@"), value))
}

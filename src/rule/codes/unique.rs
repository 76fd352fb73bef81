//! QD109, QD113: item codes against those of other items.

use super::super::{Check, Findings, Rule, Scope, Spot};
use super::{Example, rule, two};
use crate::finding::Severity;
use crate::lang::Message;
use crate::rule::Index;

// QD109.

pub(super) const QD109: Rule = Rule {
    severity: Severity::Warning,
    reads: &[
        "licensing_items.code",
        "power_items.code",
        "service_items.base_code",
        "service_items.implementation_code",
        "service_items.business_code",
    ],
    fails: &[
        Example::members(
            two("“00Y”而没有子项", "`00Y`, and no sub-item"),
            concat!(
                r#""licensing_items": ["#,
                license_item!("a", r#""item_level": "main", "code": "00016421300Y""#),
                "]"
            ),
            &["/licensing_items/0/code"],
        ),
        Example::members(
            two("“000”而有子项", "`000`, and a sub-item"),
            concat!(
                r#""licensing_items": ["#,
                license_item!("a", r#""item_level": "main", "code": "000164213000""#),
                ", ",
                license_item!("b", r#""item_level": "sub", "parent": "a", "code": "000164213003""#),
                "]"
            ),
            &["/licensing_items/0/code"],
        ),
    ],
    passes: &[
        Example::members(
            two("界限：主项及其子项", "boundary: a main item and its sub-item"),
            concat!(
                r#""licensing_items": ["#,
                license_item!("b", r#""item_level": "sub", "parent": "a", "code": "000164213003""#),
                ", ",
                license_item!("a", r#""item_level": "main", "code": "00016421300Y""#),
                "]"
            ),
            &[],
        ),
        Example::members(
            two("没有子项的主项", "a main item without any"),
            concat!(
                r#""licensing_items": ["#,
                license_item!("a", r#""item_level": "main", "code": "000131024000""#),
                "]"
            ),
            &[],
        ),
    ],
    checks: &[Check::Catalog(main_item_code)],
    ..rule(
        109,
        "main-item-code",
        two("主项编码与有无子项不符", "the code of a main item contradicts its sub-items"),
        two("每个主项一项", "one a main item"),
        two(
            "有子项的主项以00Y结尾，没有子项的以000结尾；或者补上漏列的子项",
            "a main item with sub-items ends in `00Y` and one without in `000`; or add the sub-items that are missing",
        ),
    )
};

pub(super) fn main_item_code(_: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    for (main, sub_items) in index.codes.main_items() {
        let (ordinal, slot) = main.place;
        let here = Spot::Record(ordinal, slot.pointer());
        let nine = main.main_item();
        match (main.has_sub_items, sub_items.any, sub_items.in_force) {
            (true, None, _) => {
                findings
                    .at_spot(
                        here,
                        format!("编码“{nine}00Y”表示有子项的主项，而同一清单中没有以“{nine}”开头的子项"),
                        format!(
                            "`{nine}00Y` says that there are sub-items, and no item of this list begins with `{nine}`"
                        ),
                    )
                    .found("00Y")
                    .allowed(["000"]);
            }
            (false, _, Some((sub, sub_slot))) => {
                findings
                    .at_spot(
                        here,
                        format!("编码“{nine}000”表示没有子项的主项，而同一清单中有以“{nine}”开头的子项"),
                        format!("`{nine}000` says that there are no sub-items, and an item of this list is one"),
                    )
                    .found("000")
                    .allowed(["00Y"])
                    .related(Spot::Record(sub, sub_slot.pointer()), "其中一个子项", "one of the sub-items");
            }
            _ => {}
        }
    }
}

// QD113.

pub(super) const QD113: Rule = Rule {
    reads: &[
        "licensing_items.code",
        "power_items.code",
        "service_items.implementation_code",
        "service_items.business_code",
        "service_items.local_codes",
    ],
    fails: &[
        Example::members(
            two("一个编码，两个许可事项", "one code, two licensing items"),
            concat!(
                r#""licensing_items": ["#,
                license_item!("a", r#""item_level": "main", "code": "000131024000""#),
                ", ",
                license_item!("b", r#""item_level": "main", "code": "000131024000""#),
                "]"
            ),
            &["/licensing_items/1/code"],
        ),
        Example::members(
            two("一个实施编码，两个政务服务事项", "one implementation code, two services"),
            services!(
                r#""kind": "department""#,
                "a" r#""implementation_code": "1115062501150620X34000131024000""#,
                "b" r#""implementation_code": "1115062501150620X34000131024000""#
            ),
            &["/service_items/1/implementation_code"],
        ),
    ],
    passes: &[
        Example::members(
            two("界限：一项权力，两个决定机关", "boundary: one power, two deciding bodies"),
            concat!(
                r#""organizations": [{"id": "w", "name": "水利局", "kind": "department"}, {"id": "f", "name": "林草局", "kind": "department"}], "power_items": ["#,
                power!("a", r#""code": "000219001000", "authorities": [{"organization": "w", "role": "decide"}]"#),
                ", ",
                power!("b", r#""code": "000219001000", "authorities": [{"organization": "f", "role": "decide"}]"#),
                "]"
            ),
            &[],
        ),
        Example::members(
            two(
                "界限：子项沿用主项的编码，已取消的事项不再计",
                "boundary: a sub-item carries the code of its main item, and a cancelled item counts no more",
            ),
            concat!(
                r#""licensing_items": ["#,
                license_item!("a", r#""item_level": "main", "code": "000131024000""#),
                ", ",
                license_item!("b", r#""item_level": "sub", "parent": "a", "code": "000131024000""#),
                ", ",
                license_item!("c", r#""item_level": "sub", "parent": "a", "code": "000131024000""#),
                ", ",
                license_item!("d", r#""item_level": "main", "status": "cancelled", "code": "000131024000""#),
                "]"
            ),
            &[],
        ),
        Example::members(
            two("同一实施编码下的业务办理项", "business items of one implementation code"),
            services!(
                r#""kind": "department""#,
                "a" r#""implementation_code": "1115062501150620X34000164213003", "business_code": "1115062501150620X3400016421300301""#,
                "b" r#""implementation_code": "1115062501150620X34000164213003", "business_code": "1115062501150620X3400016421300302""#
            ),
            &[],
        ),
    ],
    checks: &[Check::Catalog(duplicate_code)],
    ..rule(
        113,
        "duplicate-item-code",
        two("两个在用事项共用一个编码", "two items in force share a code"),
        two("每个重复的编码一项，记在后一事项", "one a repeated code, at the later item"),
        two(
            "两条是同一事项的，合并；不是的，重新编码",
            "merge the two if they are one item; otherwise give one of them a code of its own",
        ),
    )
};

pub(super) fn duplicate_code(_: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    for (clash, (first, first_slot)) in index.codes.clashes(index) {
        let (ordinal, slot) = clash.place;
        let text = crate::print::excerpt(&clash.text);
        let draft = findings.at_spot(
            Spot::Record(ordinal, slot.pointer()),
            format!("编码“{text}”重复：同一清单的另一在用事项已使用"),
            format!("another item in force of this list has the code `{text}` already"),
        );
        draft.found(&clash.text).of_catalog(format!("{} {}", clash.kind.array(), clash.text)).naming(
            |code, item, first| {
                Message::new(
                    format!("编码“{code}”重复：在用事项“{first}”“{item}”使用同一编码"),
                    format!("the items in force `{first}` and `{item}` have one code, `{code}`"),
                )
            },
        );
        draft.related(Spot::Record(first, first_slot.pointer()), "先使用此编码的事项", "the item that has it first");
        if !clash.certain {
            draft.severity(Severity::Warning);
        }
    }
}

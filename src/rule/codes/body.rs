//! QD104, QD111, QD117–QD119: whose code it is.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::super::{Check, Findings, Provision, Rule, Scope, Spot};
use super::facts::{OrganizationFacts, Parties, Place};
use super::{BODY_FIELDS, CREDIT, Example, rule, two};
use crate::code::{CreditCode, OrganizationCode};
use crate::codelist::{Level, OrganizationKind};
use crate::finding::Severity;
use crate::model::Pointer;
use crate::rule::Index;

/// How many codes or names a message lists.
const LISTED: usize = 6;
/// How many codes of one body are told apart.
const MOST_CODES: usize = 100;

/// The organization code by which a body code names a body: within a credit code, or alone as Sichuan has it.
fn organization_of(body: &str) -> Option<OrganizationCode> {
    let credit_code = CreditCode::parse(body).map(|code| code.organization_code());
    credit_code.or_else(|_| OrganizationCode::parse(body)).or_else(|_| OrganizationCode::parse_hyphenated(body)).ok()
}

// QD104.

pub(super) const QD104: Rule = Rule {
    severity: Severity::Warning,
    reads: &[
        "organizations.credit_code",
        "licensing_items.code",
        "power_items.code",
        "service_items.implementation_code",
        "service_items.business_code",
        "service_items.local_codes",
    ],
    fails: &[Example::members(
        two("实施编码中是另一机构的代码", "an implementation code with the code of another body"),
        services!(
            r#""kind": "department", "credit_code": "111506250115062183""#,
            "a" r#""implementation_code": "1115062501150620X34000131024000""#
        ),
        &["/service_items/0/implementation_code"],
    )],
    passes: &[
        Example::members(
            two(
                "界限：四川编码可以用统一社会信用代码中的组织机构代码",
                "boundary: the organization code within the credit code stands for it in a Sichuan code",
            ),
            services!(
                r#""kind": "department", "credit_code": "1115062501150620X3""#,
                "a" r#""local_codes": ["511A0138000000-511602000000-000-01150620-X-1-00"]"#
            ),
            &[],
        ),
        Example::members(
            two("委托事项可以保留委托机关的代码", "an entrusted item may keep the code of the body that entrusted it"),
            r#""organizations": [{"id": "w", "name": "水利局", "kind": "department", "credit_code": "1115062501150620X3"}, {"id": "t", "name": "锡尼镇人民政府", "kind": "township_government", "credit_code": "111506250115062183"}], "service_items": [{"id": "a", "name": "取水许可", "item_level": "main", "service_type": "licensing", "organization": "t", "entrusted_by": "w", "power_source": "entrusted_by_superior", "basis": [{"title": "水法", "articles": [{"article": 7}]}], "implementation_code": "1115062501150620X34000131024000"}]"#,
            &[],
        ),
        Example::members(
            two("机构没有写代码", "the body states no code"),
            services!(r#""kind": "department""#, "a" r#""implementation_code": "1115062501150620X34000131024000""#),
            &[],
        ),
    ],
    checks: &[Check::Catalog(credit_code_mismatch)],
    ..rule(
        104,
        "credit-code-mismatch",
        two("事项编码中的机构不是实施主体", "the item code names another body than the implementing one"),
        two("每个编码一项", "one a code"),
        two(
            "核对实施主体；编码沿用了机构改革前的代码的，应当重新编制",
            "look at the implementing body; a code that still names a body of before a reform is to be made anew",
        ),
    )
};

pub(super) fn credit_code_mismatch(_: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    let facts = &index.codes;
    for (sighting, body, parties) in facts.bodies() {
        let Some(accepted) = credit_codes_of(index, parties) else { continue };
        let Some(first) = accepted.first() else { continue };
        let is_theirs = match CreditCode::parse(body) {
            Ok(code) => accepted.iter().any(|(_, theirs)| *theirs == code),
            Err(_) => match organization_of(body) {
                Some(code) => accepted.iter().any(|(_, theirs)| theirs.organization_code() == code),
                // A code that is wrong in itself is judged by QD101 to QD103.
                None => continue,
            },
        };
        if is_theirs {
            continue;
        }
        let (ordinal, slot) = sighting.place;
        let theirs: Vec<&str> = accepted.iter().map(|(_, code)| code.as_str()).collect();
        let listed = theirs.join(" / ");
        findings
            .at_spot(
                Spot::Record(ordinal, slot.pointer()),
                format!("事项编码中的实施主体编码“{body}”不是实施主体的统一社会信用代码“{listed}”"),
                format!("the code names the body `{body}`, and the credit code of the implementing body is `{listed}`"),
            )
            .found(body)
            .allowed(theirs.iter().copied())
            .related(
                Spot::Record(first.0, Pointer::member("credit_code")),
                "实施主体的统一社会信用代码",
                "the credit code of the implementing body",
            );
    }
}

/// The valid credit codes of all parties; none where one of them states none.
fn credit_codes_of(index: &Index, parties: &Parties) -> Option<Vec<(u32, CreditCode)>> {
    let parties = parties.implementers.iter().chain(&parties.entrusters);
    parties
        .map(|&party| {
            let (ordinal, body) = index.codes.organization(index, party)?;
            Some((ordinal, body.credit_code?))
        })
        .collect()
}

// QD111.

pub(super) const QD111: Rule = Rule {
    reads: &[
        "organizations.level",
        "licensing_items.code",
        "power_items.code",
        "service_items.implementation_code",
        "service_items.business_code",
        "service_items.local_codes",
    ],
    fails: &[Example::members(
        two("旗县部门的编码写层级 3", "level 3 by a county's department"),
        services!(
            r#""kind": "department", "level": "county""#,
            "a" r#""implementation_code": "1115062501150620X33000131024000""#
        ),
        &["/service_items/0/implementation_code"],
    )],
    passes: &[
        Example::members(
            two("界限：6 是某厂商的分级管理，不判断", "boundary: 6 is a mixed level of one vendor and is not judged"),
            services!(
                r#""kind": "department", "level": "county""#,
                "a" r#""implementation_code": "1115062501150620X36000131024000""#
            ),
            &[],
        ),
        Example::members(
            two("垂直管理机构属于一级、在另一级行使", "a vertical agency belongs to one level and acts at another"),
            services!(
                r#""kind": "vertical_agency", "level": "provincial""#,
                "a" r#""implementation_code": "1115062501150620X34000131024000""#
            ),
            &[],
        ),
    ],
    checks: &[Check::Catalog(item_code_level)],
    ..rule(
        111,
        "item-code-level",
        two("编码中的行使层级与实施主体矛盾", "the code says another level than the implementing body has"),
        two("每个事项一项", "one an item"),
        two(
            "核对行使层级（1国家级、2省级、3市级、4县级、5乡级）和实施主体的层级",
            "look at the level in the code (1 national, 2 provincial, 3 prefectural, 4 county, 5 township) and at that of the body",
        ),
    )
};

pub(super) fn item_code_level(_: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    let mut judged = None;
    for (sighting, _, parties) in index.codes.bodies() {
        let (ordinal, slot) = sighting.place;
        let Some(digit) = sighting.level.filter(|digit| matches!(digit, '1'..='5')) else { continue };
        let ([implementer], []) = (&*parties.implementers, &*parties.entrusters) else { continue };
        let Some((body, facts)) = index.codes.organization(index, *implementer) else { continue };
        let (Some(stated), Some(coded)) = (facts.level, Level::from_code_digit(digit)) else { continue };
        if stated == coded || !has_level_of_its_own(facts.kind) || judged == Some(ordinal) {
            continue;
        }
        judged = Some(ordinal);
        let expected = Level::ALL.iter().position(|level| *level == stated).map(|index| index.saturating_add(1));
        let allowed = expected.map(|digit| digit.to_string()).unwrap_or_default();
        let (coded_zh, stated_zh) = (coded.title_zh(), stated.title_zh());
        findings
            .at_spot(
                Spot::Record(ordinal, slot.pointer()),
                format!("编码第19位行使层级为“{digit}”（{coded_zh}），而实施主体为{stated_zh}，应为“{allowed}”"),
                format!("position 19: found level `{digit}` ({coded}), and the implementing body is of level `{stated}`, expected `{allowed}`"),
            )
            .found(&digit.to_string())
            .allowed([allowed])
            .related(Spot::Record(body, Pointer::member("level")), "实施主体的层级", "the level of the implementing body");
    }
}

/// Bodies that exercise what they exercise at their own level. Those of a higher level (vertical, dispatched) act at
/// one and belong to another, and zones have no level.
fn has_level_of_its_own(kind: OrganizationKind) -> bool {
    matches!(
        kind,
        OrganizationKind::Government
            | OrganizationKind::Department
            | OrganizationKind::TownshipGovernment
            | OrganizationKind::PartyOrgan
            | OrganizationKind::PublicInstitution
            | OrganizationKind::MassOrganization
    )
}

// QD117.

pub(super) const QD117: Rule = Rule {
    severity: Severity::Warning,
    reads: BODY_FIELDS,
    fails: &[Example::members(
        two("一个机构两个代码", "one body by two codes"),
        services!(
            r#""kind": "department""#,
            "a" r#""implementation_code": "1115062501150620X34000131024000""#,
            "b" r#""implementation_code": "1115062501150621834000164213003""#,
            "c" r#""implementation_code": "1115062501150621834000164213001""#
        ),
        &["/organizations/0/name"],
    )],
    passes: &[Example::members(
        two("界限：各事项同一代码", "boundary: one code in all items"),
        services!(
            r#""kind": "department""#,
            "a" r#""implementation_code": "1115062501150620X34000131024000""#,
            "b" r#""implementation_code": "1115062501150620X34000164213003""#
        ),
        &[],
    )],
    checks: &[Check::Catalog(many_codes)],
    ..rule(
        117,
        "organization-many-codes",
        two("一个机构有多个代码", "one body under several codes"),
        two("每个机构一项", "one a body"),
        two(
            "统一为该机构的统一社会信用代码；事项由所属单位实施的，单列该单位为机构",
            "use the credit code of the body in all its items; where a unit below it implements them, list that unit as a body",
        ),
    )
};

/// A code by which the items of a body name it.
struct BodyName<'a> {
    code: &'a str,
    /// Where it is first met.
    first: Place,
    /// In how many codes of items.
    count: usize,
}

pub(super) fn many_codes(_: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    let mut bodies: BTreeMap<u32, Vec<BodyName<'_>>> = BTreeMap::new();
    for (sighting, code, parties) in index.codes.bodies() {
        // The code of an item that was entrusted may be that of the body that entrusted it.
        let ([implementer], []) = (&*parties.implementers, &*parties.entrusters) else { continue };
        let Some((organization, _)) = index.codes.organization(index, *implementer) else { continue };
        let names = bodies.entry(organization).or_default();
        if let Some(name) = names.iter_mut().find(|name| name.code == code) {
            name.count = name.count.saturating_add(1);
        } else if names.len() < MOST_CODES {
            // A body with more codes is reported all the same, and no catalog can make this slow.
            names.push(BodyName { code, first: sighting.place, count: 1 });
        }
    }
    for (organization, mut names) in bodies.into_iter().filter(|(_, names)| names.len() > 1) {
        // The code in most items first: it is probably the one to keep.
        names.sort_by(|a, b| b.count.cmp(&a.count).then(a.first.cmp(&b.first)));
        report_many(organization, &names, findings);
    }
}

fn report_many(organization: u32, names: &[BodyName<'_>], findings: &mut Findings<'_>) {
    let valid = names.iter().filter(|name| CreditCode::parse(name.code).is_ok()).count();
    let organization_code = |name: &BodyName<'_>| organization_of(&name.code.to_ascii_uppercase());
    let first = names.first().and_then(organization_code);
    let is_one_body = first.is_some() && names.iter().all(|name| organization_code(name) == first);
    let (note_zh, note_en) = if is_one_body {
        ("组织机构代码相同，只是写法不一".to_owned(), "all name one body, written in different ways".to_owned())
    } else {
        (format!("其中有效的统一社会信用代码{valid}个"), format!("valid credit codes among them: {valid}"))
    };
    let listed = names.iter().take(LISTED);
    let list_zh: Vec<String> = listed.clone().map(|name| format!("{}（{}项）", name.code, name.count)).collect();
    let list_en: Vec<String> = listed.clone().map(|name| format!("{} ({})", name.code, name.count)).collect();
    let codes: Vec<&str> = listed.clone().map(|name| name.code).collect();
    let (more_zh, more_en) = if names.len() > LISTED { ("等", " and others") } else { ("", "") };
    let (count, list_zh, list_en) = (names.len(), list_zh.join("、"), list_en.join(", "));
    let draft = findings.at_spot(
        Spot::Record(organization, Pointer::member("name")),
        format!("该机构在事项编码中有{count}个实施主体编码：{list_zh}{more_zh}；{note_zh}"),
        format!("the item codes of this body name it by {count} codes: {list_en}{more_en}; {note_en}"),
    );
    draft.found(&codes.join("、")).expected("一个机构只用一个编码", "one code for one body");
    if is_one_body {
        draft.help("统一改为18位统一社会信用代码", "write the credit code of 18 characters in all of them");
    }
    for name in listed {
        let (ordinal, slot) = name.first;
        let code = name.code;
        draft.related(
            Spot::Record(ordinal, slot.pointer()),
            format!("首次使用“{code}”"),
            format!("the first with `{code}`"),
        );
    }
}

// QD118.

pub(super) const QD118: Rule = Rule {
    severity: Severity::Warning,
    citations: &[CREDIT],
    reads: &["organizations.credit_code"],
    fails: &[Example::members(
        two("两个部门一个代码", "two departments, one code"),
        r#""organizations": [{"id": "w", "name": "水利局", "kind": "department", "credit_code": "1115062501150620X3"}, {"id": "f", "name": "林业和草原局", "kind": "department", "credit_code": "1115062501150620X3"}, {"id": "e", "name": "应急管理局", "kind": "department", "credit_code": "1115062501150620X3"}]"#,
        &["/organizations/1/credit_code"],
    )],
    passes: &[
        Example::members(
            two("界限：别名", "boundary: an alias"),
            r#""organizations": [{"id": "f", "name": "林业和草原局", "kind": "department", "credit_code": "1115062501150620X3"}, {"id": "g", "name": "林草局", "aliases": ["林业和草原局"], "kind": "department", "credit_code": "1115062501150620X3"}]"#,
            &[],
        ),
        Example::members(
            two("界限：同一名称前加行政区划", "boundary: the same name with the division before it"),
            r#""organizations": [{"id": "f", "name": "杭锦旗水利局", "kind": "department", "credit_code": "1115062501150620X3"}, {"id": "g", "name": "水利局", "kind": "department", "credit_code": "1115062501150620X3"}]"#,
            &[],
        ),
    ],
    checks: &[Check::Catalog(many_names)],
    ..rule(
        118,
        "code-many-names",
        two("一个代码用于多个机构", "one code under several names"),
        two("每个代码一项", "one a code"),
        two(
            "核对各机构的登记证书；加挂牌子或者更名的，写入别名",
            "look at the certificates of the bodies; where one is a second or former name, write it as an alias",
        ),
    )
};

pub(super) fn many_names(_: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    let mut holders: HashMap<CreditCode, Vec<(u32, &OrganizationFacts)>> = HashMap::new();
    let mut reported: HashSet<CreditCode> = HashSet::new();
    // A body that was abolished may have left its code to its successor.
    for (ordinal, facts) in index.codes.organizations().filter(|(_, facts)| !facts.abolished) {
        let Some(code) = facts.credit_code else { continue };
        let earlier = holders.entry(code).or_default();
        let other = earlier.iter().find(|(holder, known)| {
            // A record that is there twice is QD008's.
            !is_alias(known, facts) && id_of(index, *holder) != id_of(index, ordinal)
        });
        if let Some((first, known)) = other
            && reported.insert(code)
        {
            let (name, first_name) = (name_of(facts), name_of(known));
            findings
                .at_spot(
                    Spot::Record(ordinal, Pointer::member("credit_code")),
                    format!("统一社会信用代码“{code}”同时用于“{first_name}”和“{name}”，两者名称不同，也不是别名"),
                    format!(
                        "`{code}` is the code of `{first_name}` too, which is neither the name nor an alias of `{name}`"
                    ),
                )
                .found(code.as_str())
                .of_catalog(code.as_str())
                .related(
                    Spot::Record(*first, Pointer::member("credit_code")),
                    "先使用此代码的机构",
                    "the body that has it first",
                );
        }
        earlier.push((ordinal, facts));
    }
}

fn id_of(index: &Index, ordinal: u32) -> Option<&str> {
    index.record(ordinal)?.id
}

fn name_of(facts: &OrganizationFacts) -> String {
    crate::print::excerpt(facts.names.first().map_or("", |name| name))
}

/// Whether one of the names of one body is one of the other's, with or without the division before it.
fn is_alias(one: &OrganizationFacts, other: &OrganizationFacts) -> bool {
    let is_tail = |whole: &str, tail: &str| tail.chars().count() >= 3 && whole.ends_with(tail);
    one.names.iter().any(|a| other.names.iter().any(|b| is_tail(a, b) || is_tail(b, a) || a == b))
}

// QD119.

pub(super) const QD119: Rule = Rule {
    severity: Severity::Warning,
    citations: &[
        CREDIT,
        Provision { document: "中华人民共和国行政许可法", clause: "第二十二条、第二十三条" },
        Provision { document: "中华人民共和国行政处罚法", clause: "第十七条、第十九条" },
    ],
    reads: &["service_items.body_nature", "power_items.authorities", "licensing_items.authorities"],
    fails: &[
        Example::members(
            two("事业单位标为法定机关", "a public institution marked statutory"),
            services!(
                r#""kind": "public_institution", "credit_code": "12511300452259013M""#,
                "a" r#""body_nature": "statutory""#
            ),
            &["/service_items/0/body_nature"],
        ),
        Example::members(
            two(
                "机构没有写代码，以事项编码中的代码判断",
                "by the code within the item code, where the body states none",
            ),
            services!(
                r#""kind": "department""#,
                "a" r#""body_nature": "statutory", "local_codes": ["511A0138000000-511602000000-000-12511300452259013M-1-00"]"#
            ),
            &["/service_items/0/body_nature"],
        ),
    ],
    passes: &[
        Example::members(
            two("界限：事业单位标为授权组织", "boundary: a public institution marked authorized"),
            services!(
                r#""kind": "public_institution", "credit_code": "12511300452259013M""#,
                "a" r#""body_nature": "authorized""#
            ),
            &[],
        ),
        Example::members(
            two("机关标为法定机关", "an organ of state marked statutory"),
            services!(
                r#""kind": "department", "credit_code": "1115062501150620X3""#,
                "a" r#""body_nature": "statutory""#
            ),
            &[],
        ),
    ],
    checks: &[Check::Catalog(body_nature)],
    ..rule(
        119,
        "body-nature",
        two("事业单位标为法定机关", "a public institution is marked statutory"),
        two("每个标注一项", "one a mark"),
        two(
            "有法律、法规授权的，改为授权组织并写明依据；受行政机关委托的，改为受委托组织",
            "mark it authorized, with the law or regulation, or entrusted; look at the code if the body is an organ of state",
        ),
    )
};

pub(super) fn body_nature(_: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    for (statutory, organization, embedded) in index.codes.statutory(index) {
        let own = organization.and_then(|(ordinal, facts)| Some((ordinal, facts.credit_code?)));
        // The body's own code goes before the one within the item's code.
        let (code, place) = match (own, embedded) {
            (Some((ordinal, code)), _) if code.is_public_institution() => (code.to_string(), Some(ordinal)),
            (None, Some(code)) => (code.to_owned(), None),
            _ => continue,
        };
        let draft = findings.at_spot(
            Spot::Record(statutory.ordinal, statutory.pointer()),
            format!("实施主体标为法定机关，而其统一社会信用代码“{code}”以12开头，是事业单位"),
            format!(
                "the body is marked statutory, and its credit code `{code}` begins with `12`: a public institution"
            ),
        );
        draft.found("statutory").allowed(["authorized", "entrusted"]);
        if let Some(ordinal) = place {
            draft.related(
                Spot::Record(ordinal, Pointer::member("credit_code")),
                "实施主体的代码",
                "the code of the body",
            );
        }
    }
}

//! QD3: what pages of rules cannot show, since an example is silent of every other rule and shows no more than places.

use qingdan::report::NotRunReason;
use qingdan::{Checker, Finding, Lang, Report, RuleSelector, Severity};
use serde_json::{Value, json};

/// What one rule says of a catalog whose header has these members.
fn told(code: &str, header: &Value, mut members: Value) -> Report {
    members["header"] = json!({"schema_version": "1.0", "title": "权责清单", "division": "150625", "level": "county"});
    for (name, value) in header.as_object().unwrap() {
        members["header"][name] = value.clone();
    }
    let rule: RuleSelector = code.parse().unwrap();
    let checker = Checker::new().as_of("2026-11-23".parse().unwrap()).select([rule]);
    let report = checker.check_bytes("x", members.to_string().as_bytes());
    assert_eq!(report.inputs[0].unread, 0, "{:?}", report.inputs[0].findings);
    report
}

fn places(report: &Report) -> Vec<String> {
    report.findings().map(|finding| finding.place.pointer.to_string()).collect()
}

/// The reason and the records for which a rule did not run on all.
fn not_run(code: &str, report: &Report) -> Vec<(NotRunReason, Vec<String>)> {
    let of_rule = report.inputs[0].coverage.not_run.iter().filter(|not_run| not_run.code == code);
    of_rule.map(|not_run| (not_run.reason, not_run.fields.clone())).collect()
}

/// A list in which bodies stand that its source is said not to hold is not judged by them, and the others are.
#[test]
fn bodies_are_judged_in_the_lists_that_hold_them() {
    let deciding = |body: &str| json!([{"organization": body, "role": "decide"}]);
    let law = json!([{"title": "水法", "articles": [{"article": 7}]}]);
    let license = |name: &str| json!({"id": name, "name": "取水许可", "item_level": "main"});
    let with = |mut item: Value, members: Value| {
        for (name, value) in members.as_object().unwrap() {
            item[name] = value.clone();
        }
        item
    };
    let members = json!({
        "organizations": [{"id": "x", "name": "杭锦旗城市供水有限公司", "kind": "company"}],
        "licensing_items": [with(license("a"), json!({"authorities": deciding("x"), "set_by": law}))],
        "power_items": [with(license("p"), json!({"power_type": "licensing", "authorities": deciding("x"), "basis": law}))],
        "service_items": [with(license("s"), json!({"service_type": "licensing", "organization": "x", "basis": law}))],
    });
    let columns = [
        ("licensing_items.authorities", "/licensing_items/0/authorities/0/organization"),
        ("power_items.authorities", "/power_items/0/authorities/0/organization"),
        ("service_items.organization", "/service_items/0/organization"),
    ];
    for (column, without) in columns {
        let report = told("QD303", &json!({"not_held": [column]}), members.clone());
        let others = columns.iter().map(|(_, place)| *place).filter(|place| *place != without);
        assert_eq!(places(&report), others.collect::<Vec<_>>(), "{column}");
    }
}

/// 29 calendar days may hold more than 20 working days, or not: beside a limit that certainly does, it is QD308 that speaks.
#[test]
fn a_limit_that_may_be_too_long_and_names_no_basis_is_left_to_another_rule() {
    let limits = json!([{"amount": 30, "unit": "working_day", "branch": {"commitment": false}},
        {"amount": 29, "unit": "calendar_day", "branch": {"commitment": true}}]);
    let members = json!({"licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main",
        "set_by": [{"title": "水法", "articles": [{"article": 7}]}], "statutory_limits": limits}]});
    let of = |code: &str| places(&told(code, &json!({}), members.clone()));
    assert_eq!(of("QD305"), ["/licensing_items/0/statutory_limits/0/amount"]);
    assert_eq!(of("QD308"), ["/licensing_items/0/statutory_limits/1/unit"]);
}

/// A basis below a regulation provides for no limit over 20 working days: an error where the limit certainly is, and a warning
/// where that rests on holidays. 49 calendar days hold 21 working days at least, 48 may hold 20, and 28 hold no more.
#[test]
fn a_limit_on_too_low_a_basis_is_as_grave_as_its_excess_is_sure() {
    let of = |amount: u32, unit: &str| {
        let limit =
            json!({"amount": amount, "unit": unit, "basis": [{"instrument": "r", "articles": [{"article": 12}]}]});
        let members = json!({
            "legal_instruments": [{"id": "r", "title": "取水许可管理办法", "rank": "departmental_rule", "status": "in_force"}],
            "licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main",
                "set_by": [{"title": "水法", "articles": [{"article": 7}]}], "statutory_limits": [limit]}],
        });
        let report = told("QD305", &json!({}), members);
        report.findings().map(|finding| finding.severity).collect::<Vec<_>>()
    };
    assert_eq!(of(20, "working_day"), []);
    assert_eq!(of(21, "working_day"), [Severity::Error]);
    assert_eq!(of(28, "calendar_day"), []);
    assert_eq!(of(29, "calendar_day"), [Severity::Warning]);
    assert_eq!(of(48, "calendar_day"), [Severity::Warning]);
    assert_eq!(of(49, "calendar_day"), [Severity::Error]);
}

/// What a fee rests on is shown as it is cited: by its title, or its number, or its words.
#[test]
fn the_basis_of_a_fee_is_shown_as_it_is_cited() {
    let found = |basis: Value| {
        let fee =
            json!({"name": "取水许可证工本费", "kind": "administrative", "standard": "10元/证", "basis": [basis]});
        let members = json!({"licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main",
            "set_by": [{"title": "水法", "articles": [{"article": 7}]}], "charges_fee": true, "fees": [fee]}]});
        let report = told("QD309", &json!({}), members);
        report.findings().map(|finding| finding.found.clone()).collect::<Vec<_>>()
    };
    let title = "内蒙古自治区水利收费管理办法";
    assert_eq!(found(json!({"title": title, "document_number": "内价费发〔2003〕12号"})), [Some(title.to_owned())]);
    let number = "内蒙古自治区物价局文件〔2003〕12号";
    assert_eq!(found(json!({"document_number": number})), [Some(number.to_owned())]);
}

/// A column that no service fills is told of as one of the services, and not where the source has none in their list.
#[test]
fn a_column_that_no_service_fills_is_that_of_the_services() {
    let of = |code: &str, part: &str, header: &Value| {
        let service = |id: &str| {
            let mut service = json!({"id": id, "name": "取水许可", "item_level": "main", "service_type": "licensing",
                "organization": "w", "basis": [{"title": "水法", "articles": [{"article": 7}]}]});
            service[part] = match part {
                "special_procedures" => json!([{"kind": "testing"}]),
                _ => json!([{"name": "水资源论证报告书技术评估"}]),
            };
            service
        };
        let report = told(code, header, json!({"service_items": [service("s"), service("t")]}));
        let said = |finding: &Finding| (finding.place.pointer.to_string(), finding.message(Lang::Zh).to_owned());
        let help = |finding: &Finding| finding.help(Lang::En).to_owned();
        report.findings().map(|finding| (said(finding), help(finding))).collect::<Vec<_>>()
    };
    let columns = [
        ("QD313", "special_procedures", "days", "2项有特别程序的许可类政务服务事项都没有写明特别程序所需天数"),
        ("QD328", "intermediary_services", "basis", "2项要求中介服务的许可类政务服务事项都没有写明中介服务的依据"),
    ];
    for (code, part, member, told) in columns {
        let column = |list: &str| format!("{list}.{part}.{member}");
        let of = |not_held: &[String]| of(code, part, &json!({"not_held": not_held}));
        for not_held in [vec![], vec![column("licensing_items")]] {
            let found = of(&not_held);
            let [((place, message), help)] = found.as_slice() else { panic!("{code}: {found:?}") };
            assert_eq!(place, "/header", "{code}");
            assert!(message.starts_with(told), "{code}: {message}");
            assert!(help.contains(&format!("`{}`", column("service_items"))), "{code}: {help}");
        }
        assert_eq!(of(&[column("service_items")]), [], "{code}");
    }
}

/// A filing whose power is of another type is told of as such by QD607, and not taken for a license in disguise.
#[test]
fn a_service_of_a_power_of_another_type_is_left_to_another_rule() {
    let of = |power_type: &str| {
        let members = json!({
            "legal_instruments": [{"id": "d", "title": "杭锦旗再生资源回收管理规程", "rank": "normative_document",
                "status": "in_force"}],
            "power_items": [{"id": "p", "name": "再生资源回收管理", "item_level": "main", "power_type": power_type}],
            "service_items": [{"id": "s", "name": "再生资源回收站点设立备案", "item_level": "main",
                "service_type": "filing", "organization": "w", "power_item": "p",
                "basis": [{"instrument": "d", "articles": [{"article": 8}]}],
                "procedure": [{"stage": "decide", "content": "不符合条件的，作出不予备案的决定"}]}],
        });
        places(&told("QD316", &json!({"covers": ["licensing_item"]}), members))
    };
    assert_eq!(of("filing"), ["/service_items/0/procedure/0/content"]);
    assert_eq!(of("confirmation"), Vec::<String>::new());
}

/// Licenses in disguise are those that the whole list of licenses does not have. Where none could be one, nothing is missed.
#[test]
fn without_the_whole_list_it_is_told_that_no_license_in_disguise_was_looked_for() {
    let of = |header: Value, service_type: &str, status: &str| {
        let members = json!({"service_items": [{"id": "s", "name": "再生资源回收站点设立备案", "item_level": "main",
            "service_type": service_type, "organization": "w", "status": status}]});
        not_run("QD316", &told("QD316", &header, members))
    };
    let incomplete = [(NotRunReason::ListIncomplete, vec!["licensing_items".to_owned()])];
    assert_eq!(of(json!({}), "filing", "in_use"), incomplete);
    assert_eq!(of(json!({"covers": ["licensing_item"]}), "filing", "in_use"), []);
    assert_eq!(of(json!({}), "confirmation", "in_use"), []);
    assert_eq!(of(json!({}), "filing", "cancelled"), []);
}

/// QD513 tells of the same delegation, by the entrustment above it; QD304 by the body that may not take it.
#[test]
fn a_license_that_is_entrusted_on_by_delegations_is_told_of() {
    let body = |id: &str, name: &str, kind: &str| json!({"id": id, "name": name, "kind": kind});
    let organizations = json!([
        body("w", "杭锦旗林业和草原局", "department"),
        body("x", "锡尼镇人民政府", "township_government"),
        body("y", "巴拉贡镇人民政府", "township_government"),
        body("z", "杭锦旗国有林场有限公司", "company"),
    ]);
    let of = |second: Value, authorities: Value| {
        let first = json!({"id": "d", "power_item": "p", "from": "w", "to": ["x"], "mode": "entrust"});
        let mut second = second;
        for (name, value) in [("id", "e"), ("power_item", "p"), ("mode", "entrust")] {
            second[name] = json!(value);
        }
        let members = json!({"organizations": organizations.clone(), "delegations": [first, second],
            "power_items": [{"id": "p", "name": "林木采伐许可", "item_level": "main", "power_type": "licensing",
                "authorities": authorities}]});
        places(&told("QD304", &json!({}), members))
    };
    let by_office = || json!([{"organization": "w", "role": "decide"}]);
    assert_eq!(of(json!({"from": "w", "to": ["y"]}), by_office()), Vec::<String>::new());
    assert_eq!(of(json!({"from": "x", "to": ["y"]}), by_office()), ["/delegations/1/from"]);
    assert_eq!(of(json!({"from": "x", "to": ["y"], "parent": "d"}), by_office()), ["/delegations/1/parent"]);
    // A receiver that may take no license at all is told of alone.
    assert_eq!(of(json!({"from": "x", "to": ["z"]}), by_office()), ["/delegations/1/to/0"]);
    let with_entrusted = json!([{"organization": "w", "role": "decide"},
        {"organization": "y", "role": "entrusted", "entrusted_by": "w"}]);
    assert_eq!(of(json!({"from": "y", "to": ["x"]}), with_entrusted), ["/delegations/1/from"]);
}

/// What names an item of the licensing list rests on that, whatever it is called.
#[test]
fn a_service_that_names_a_license_is_none_in_disguise() {
    let of = |licensing_item: Option<&str>| {
        let mut service = json!({"id": "s", "name": "再生资源回收站点设立备案", "item_level": "main",
            "service_type": "filing", "organization": "w", "basis": [{"instrument": "d", "articles": [{"article": 8}]}],
            "procedure": [{"stage": "decide", "content": "不符合条件的，作出不予备案的决定"}]});
        if let Some(licensing_item) = licensing_item {
            service["licensing_item"] = json!(licensing_item);
        }
        let members = json!({
            "legal_instruments": [{"id": "d", "title": "杭锦旗再生资源回收管理规程", "rank": "normative_document",
                "status": "in_force"}],
            "licensing_items": [{"id": "a", "name": "再生资源回收经营许可", "item_level": "main"}],
            "service_items": [service],
        });
        places(&told("QD316", &json!({"covers": ["licensing_item"]}), members))
    };
    assert_eq!(of(None), ["/service_items/0/procedure/0/content"]);
    assert_eq!(of(Some("a")), Vec::<String>::new());
}

//! QD202: which citations name no article of an instrument that has articles.

use std::collections::BTreeSet;

use qingdan::report::NotRunReason;
use qingdan::schema::SchemaName;
use qingdan::{Checker, Report, rules};
use serde_json::{Value, json};

fn check(mut members: Value) -> Report {
    members["header"] = json!({"schema_version": "1.0", "title": "权责清单", "division": "150625", "level": "county"});
    let report = Checker::new().check_bytes("x", members.to_string().as_bytes());
    assert_eq!(report.inputs[0].unread, 0, "{:?}", report.findings().collect::<Vec<_>>());
    report
}

fn pointers(report: &Report) -> Vec<String> {
    report.findings().filter(|finding| finding.code() == "QD202").map(|finding| finding.path.to_string()).collect()
}

/// Whether the rule speaks of this citation as what sets a license.
fn fires(citation: &Value) -> bool {
    let item = json!({"id": "a", "name": "取水许可", "item_level": "main", "set_by": [citation]});
    let found = pointers(&check(json!({"licensing_items": [item]})));
    assert!(found.is_empty() || found == ["/set_by/0/articles"] || found == ["/set_by/0/text"], "{found:?}");
    !found.is_empty()
}

#[test]
fn titles_tell_the_rank_only_where_they_can() {
    for title in [
        "中华人民共和国宪法",
        "中华人民共和国公司法",
        "中华人民共和国涉外民事关系法律适用法",
        "立法法",
        "中华人民共和国民法典",
        "不动产登记暂行条例",
        // Titles that begin with the full name of a division and end in 条例, held by nobody.
        "内蒙古自治区水土保持条例",
        "鄂尔多斯市城市绿化条例",
        "《鄂温克族自治旗草原管理条例》",
        "凉山彝族自治州水资源管理条例",
        "《水法》",
        "国务院对确需保留的行政审批项目设定行政许可的决定",
        // Administrative regulations, as is known of them.
        "社会救助暂行办法",
        "危险废物经营许可证管理办法",
    ] {
        assert!(fires(&json!({"title": title})), "{title}");
    }
    for title in [
        "取水许可管理办法",
        // What is not held is not judged by how its title ends.
        "某自治区城市绿化条例",
        "城市市容促进条例",
        "电子垃圾回收促进法",
        "某某法典",
        "深圳经济特区绿化条例",
        "鄂尔多斯市城市绿化管理办法",
        "水质 化学需氧量的测定 重铬酸盐法",
        "公共场所空气中甲醛测定方法",
        "中国共产党机构编制工作条例",
        "党政领导干部选拔任用工作条例",
        "国务院关于取消一批行政许可事项的决定",
        "国务院关于修改〈国务院对确需保留的行政审批项目设定行政许可的决定〉的决定",
        "某旗人民政府办公室关于印发草原管理条例宣传方案的通知",
    ] {
        assert!(!fires(&json!({"title": title})), "{title}");
    }
}

#[test]
fn a_stated_rank_goes_before_the_title() {
    for rank in ["constitution", "law", "administrative_regulation", "local_regulation", "autonomous_regulation"] {
        assert!(fires(&json!({"title": "某办法", "rank": rank})), "{rank}");
    }
    for rank in
        ["special_zone_regulation", "departmental_rule", "provincial_rule", "municipal_rule", "regulation", "rule"]
    {
        assert!(fires(&json!({"title": "某办法", "rank": rank})), "{rank}");
    }
    for rank in ["state_council_decision", "normative_document", "party_regulation", "staffing_document", "standard"] {
        assert!(!fires(&json!({"title": "某条例", "rank": rank})), "{rank}");
    }
    // A decision of the Standing Committee is a law, and numbers its paragraphs 一、二、 or not at all.
    assert!(!fires(&json!({"title": "全国人民代表大会常务委员会关于司法鉴定管理问题的决定", "rank": "law"})));
}

#[test]
fn whatever_may_be_a_place_counts_as_one() {
    for text in [
        "《水法》第七条",
        "《水法》第7条",
        "《水法》第７、４８条",
        "水法 第 四十八 条第一款",
        "《水法》7条",
        "《水法》第七、四十八条",
        "《水法》第七条至第九条",
        "《水法》第四章",
        "《水法》§7",
        "国务院令第412号附件第171项",
        "《水法》附录",
        "《水法》三、",
        "《水法》（二）",
    ] {
        assert!(!fires(&json!({"title": "水法", "text": text})), "{text}");
    }
    for text in [
        "《水法》",
        "《水法》（2016年7月2日修正）",
        "《水法》（中华人民共和国主席令第七十四号）",
        "1.《中华人民共和国水法》",
        "《水法》、《取水许可和水资源费征收管理条例》",
        "《水法》，建设项目水土保持类管理条例",
    ] {
        assert!(fires(&json!({"title": "水法", "text": text})), "{text}");
    }
    // An article within the quoted words is no place cited, but nobody is to be troubled for it.
    assert!(!fires(&json!({"title": "水法", "quote": "违反本法第七条规定的"})));
    assert!(fires(&json!({"title": "水法", "quote": "国家对水资源依法实行取水许可制度和有偿使用制度。"})));
    assert!(!fires(&json!({"title": "水法", "articles": [{"article": 7}]})));
}

/// A12: a cell with several instruments is no excuse.
#[test]
fn each_instrument_in_a_text_is_judged_for_itself() {
    let found = |text: &str| {
        let item = json!({"id": "a", "name": "取水许可", "item_level": "main", "set_by": [{"text": text}]});
        let report = check(json!({"licensing_items": [item]}));
        assert!(pointers(&report).iter().all(|path| path == "/set_by/0/text"));
        let titles = report.findings().filter(|finding| finding.code() == "QD202");
        titles.map(|finding| finding.found.clone().unwrap()).collect::<Vec<_>>()
    };
    for (text, wanted) in [
        ("《中华人民共和国水法》", &["中华人民共和国水法"][..]),
        ("见《水法》", &["水法"]),
        ("【法律】《水法》（2016年修正）", &["水法"]),
        ("《水法》等相应规定", &["水法"]),
        ("《水法》、《防洪法》", &["水法", "防洪法"]),
        ("《水法》第七条；《防洪法》", &["防洪法"]),
        ("1.《水法》\n2.《防洪法》第三条\n3.《水土保持法》", &["水法", "水土保持法"]),
        ("一、《水法》\n二、《防洪法》第三条", &["水法"]),
        (
            "【法律】《水法》（2016年7月2日修正）\n第七条：国家对水资源依法实行取水许可制度。\n【法规】《取水许可和水资源费征收管理条例》（国务院令第460号）",
            &["取水许可和水资源费征收管理条例"],
        ),
        ("《水法》《鄂尔多斯市绿化条例》", &["水法", "鄂尔多斯市绿化条例"]),
        // The title once more, with its article.
        ("《水法》《水法》（2016年修正）第七条", &[]),
        ("《中华人民共和国水法》、《防洪法》\n《水法》第七条；《防洪法》第三条", &[]),
        // Other places.
        ("《水法》全文适用；《防洪法》第三章", &[]),
        ("《水法》第七条、国务院令第412号附件第171项", &[]),
        // Not held; its rank is not told by a tag.
        ("《取水许可管理办法》、【规章】《某管理办法》", &[]),
        ("水法", &[]),
        ("《水法》第七条", &[]),
    ] {
        assert_eq!(found(text), wanted, "{text}");
    }
    assert!(!fires(&json!({"document_number": "国务院令第460号"})));
    // A rank that the record states beside the text is no tag.
    assert!(fires(&json!({"text": "《某旗取水管理规定》", "rank": "municipal_rule"})));
}

#[test]
fn what_is_not_held_is_told_in_the_coverage() {
    let not_judged = |citation: Value| {
        let item = json!({"id": "a", "name": "取水许可", "item_level": "main", "set_by": [citation]});
        let report = check(json!({"licensing_items": [item]}));
        let of = report.inputs[0].coverage.not_run.iter();
        of.filter(|not_run| not_run.code == "QD202").map(|not_run| not_run.reason).collect::<Vec<_>>()
    };
    let not_held = [NotRunReason::InstrumentNotHeld];
    assert_eq!(not_judged(json!({"title": "某促进法"})), not_held);
    assert_eq!(not_judged(json!({"text": "《水法》第七条；《某管理办法》"})), not_held);
    assert_eq!(not_judged(json!({"title": "某促进法", "articles": [{"article": 7}]})), []);
    assert_eq!(not_judged(json!({"title": "水法"})), []);
}

/// A record of the catalog tells the rank of a title too.
#[test]
fn a_record_with_the_title_tells_the_rank() {
    let fires = |rank: &str| {
        let item = json!({"id": "a", "name": "某事项", "item_level": "main", "power_type": "other_power", "basis": [{"text": "《某旗草原管理规定》"}]});
        let instrument = json!({"id": "i", "title": "某旗草原管理规定", "rank": rank, "status": "in_force"});
        pointers(&check(json!({"power_items": [item], "legal_instruments": [instrument]}))).len()
    };
    assert_eq!(fires("municipal_rule"), 1);
    assert_eq!(fires("normative_document"), 0);
}

/// A12: a list that the source does not hold is a list where no rule has looked.
#[test]
fn rules_about_bases_have_not_run_on_lists_that_are_not_held() {
    let not_run = |not_held: &[&str], code: &str| {
        let text = json!({
            "header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county", "not_held": not_held},
            "power_items": [{"id": "a", "name": "某事项", "item_level": "main", "power_type": "penalty", "basis": [{"title": "水法", "articles": [{"article": 69}]}]}],
        });
        let checker = Checker::new().as_of("2026-11-23".parse().unwrap());
        let coverage = checker.check_bytes("x", text.to_string().as_bytes()).inputs[0].coverage.clone();
        let ran = coverage.run.iter().any(|run| *run == code);
        let on = coverage.not_run.into_iter().filter(|not_run| not_run.code == code);
        (ran, on.flat_map(|not_run| not_run.fields).collect::<Vec<_>>())
    };
    for code in ["QD206", "QD208"] {
        let set_by = not_run(&["licensing_items.set_by"], code);
        assert_eq!(set_by, (true, vec!["licensing_items.set_by".to_owned()]), "{code}");
        let (ran, fields) = not_run(&["licensing_items", "power_items", "service_items"], code);
        assert!(!ran && fields.len() > 20, "{code} {fields:?}");
        assert_eq!(not_run(&[], code), (true, vec![]), "{code}");
    }
    let (ran, fields) = not_run(&["licensing_items.set_by"], "QD202");
    assert!(ran && fields == ["licensing_items.set_by.articles"], "{fields:?}");
}

/// The rank of the record goes before what the citation says, and before what its title looks like.
#[test]
fn the_instrument_tells_the_rank() {
    let found = |rank: &str, citation: Value, id: &str| {
        let item = json!({"id": "a", "name": "某事项", "item_level": "main", "power_type": "other_power", "basis": [citation]});
        let instrument = json!({"id": id, "title": "某旗草原管理条例", "rank": rank, "status": "in_force"});
        // Instruments come last: the order of records changes nothing.
        pointers(&check(json!({"power_items": [item], "legal_instruments": [instrument]})))
    };
    assert_eq!(found("departmental_rule", json!({"instrument": "i"}), "i"), ["/basis/0/articles"]);
    assert!(found("normative_document", json!({"instrument": "i", "title": "草原法", "rank": "law"}), "i").is_empty());
    assert!(found("law", json!({"instrument": "i", "articles": [{"article": 1}]}), "i").is_empty());
    // Where there is no such record, the citation speaks for itself.
    assert_eq!(found("law", json!({"instrument": "i", "title": "草原法"}), "other"), ["/basis/0/articles"]);
    assert!(found("law", json!({"instrument": "i"}), "other").is_empty());
}

#[test]
fn cancelled_items_and_public_services_are_not_judged() {
    let found = |members: Value| {
        let mut item = json!({"id": "a", "name": "某事项", "item_level": "main", "basis": [{"title": "水法"}]});
        item.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
        pointers(&check(json!({"power_items": [item]}))).len()
    };
    assert_eq!(found(json!({"power_type": "penalty"})), 1);
    assert_eq!(found(json!({"power_type": "penalty", "status": "suspended"})), 1);
    assert_eq!(found(json!({"power_type": "penalty", "status": "cancelled"})), 0);
    assert_eq!(found(json!({"power_type": "public_service"})), 0);
}

#[test]
fn a_source_without_articles_is_not_judged() {
    let found = |not_held: &str| {
        let text = json!({
            "header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county", "not_held": [not_held]},
            "power_items": [{"id": "a", "name": "某事项", "item_level": "main", "power_type": "penalty",
                "basis": [{"title": "水法"}], "penalties": [{"kind": "fine", "basis": [{"title": "水法"}]}]}],
        });
        pointers(&Checker::new().check_bytes("x", text.to_string().as_bytes()))
    };
    assert_eq!(found("power_items.limits"), ["/basis/0/articles", "/penalties/0/basis/0/articles"]);
    assert_eq!(found("power_items.basis.articles"), ["/penalties/0/basis/0/articles"]);
    assert_eq!(found("power_items.basis"), ["/penalties/0/basis/0/articles"]);
    assert_eq!(found("power_items.penalties"), ["/basis/0/articles"]);
    assert!(found("power_items").is_empty());
}

/// No list of citations in an item is forgotten: what is judged is what the rule says it reads, and what the schema has.
#[test]
fn every_basis_of_an_item_is_judged() {
    let law = json!([{"title": "水法"}]);
    let limit = json!({"amount": 20, "unit": "working_day", "basis": law});
    let authority = json!({"organization": "w", "role": "decide", "basis": law});
    let step = json!({"stage": "review", "content": "审查", "basis": law});
    let material = json!({"id": "m", "name": "申请书", "kind": "form", "basis": law});
    let fee = json!({"name": "工本费", "basis": law});
    let service = json!({"name": "评估报告编制", "basis": law, "limit": limit});
    let special = json!({"kind": "hearing", "basis": law});
    let report = check(json!({
        "organizations": [{"id": "w", "name": "水利局", "kind": "department"}],
        "licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main", "set_by": law, "implemented_under": law,
            "authorities": [authority], "statutory_limits": [limit], "promised_limits": [limit],
            "extension_limits": [limit],
            "first_review_limits": [limit], "delivery_limits": [limit],
            "joint_handling": {"kind": "joint", "limit": limit, "extension": limit}, "special_procedures": [special],
            "procedure": [step], "intermediary_services": [service],
            "materials": [material], "fees": [fee], "quantity_limit": {"basis": law},
            "license_validity": {"basis": law, "renewal_lead_time": limit}}],
        "power_items": [{"id": "a", "name": "某处罚", "item_level": "main", "power_type": "penalty", "basis": law,
            "authorities": [authority], "responsibilities": [step], "accountability": [{"circumstance": "失职", "basis": law}],
            "penalties": [{"kind": "fine", "basis": law}], "coercion": [{"measure": "sealing", "basis": law, "limit": limit, "extension": limit}],
            "limits": [limit]}],
        "service_items": [{"id": "a", "name": "取水许可", "item_level": "main", "service_type": "licensing",
            "organization": "w", "basis": law, "statutory_limits": [limit], "promised_limits": [limit],
            "extension_limits": [limit], "first_review_limits": [limit], "delivery_limits": [limit],
            "materials": [material], "intermediary_services": [service], "fees": [fee],
            "special_procedures": [special], "procedure": [step]}],
    }));
    let judged: BTreeSet<String> = report
        .findings()
        .filter(|finding| finding.code() == "QD202")
        .map(|finding| {
            let path = finding.place.pointer.join(&qingdan::model::Pointer::member("articles"));
            path.segments().filter(|name| name.parse::<usize>().is_err()).collect::<Vec<_>>().join(".")
        })
        .collect();
    let rule = rules::find("QD202".parse().unwrap()).unwrap();
    let reads: BTreeSet<String> = rule.fields().map(|field| field.to_string()).collect();
    assert_eq!(judged, reads);
    assert_eq!(pointers(&report).len(), reads.len());

    let schema = crate::schemas::value(&SchemaName::Document.text());
    let mut in_schema = BTreeSet::new();
    for kind in ["licensing_items", "power_items", "service_items"] {
        citations(&schema, &schema["properties"][kind], kind, &mut in_schema);
    }
    assert_eq!(reads, in_schema);
}

/// The paths of `articles` below a schema.
fn citations(root: &Value, schema: &Value, path: &str, found: &mut BTreeSet<String>) {
    let reference = [schema, &schema["items"], &schema["allOf"][0], &schema["anyOf"][0]]
        .into_iter()
        .find_map(|schema| schema["$ref"].as_str());
    let Some(reference) = reference else { return };
    if reference.ends_with("/Citation") {
        found.insert(format!("{path}.articles"));
        return;
    }
    let target = root.pointer(reference.trim_start_matches('#')).unwrap();
    for (name, property) in target["properties"].as_object().into_iter().flatten() {
        citations(root, property, &format!("{path}.{name}"), found);
    }
}

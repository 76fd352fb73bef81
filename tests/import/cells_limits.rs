//! Cells of time limits.

use qingdan::codelist::{Channel, Handling, TimeUnit};
use qingdan::import::cell::limits;

use TimeUnit::{CalendarDay, Day, Hour, Month, WorkingDay};

#[test]
fn one_limit_is_an_amount_and_a_unit() {
    let cases = [
        ("20个工作日", 20, WorkingDay),
        ("20 个 工作日", 20, WorkingDay),
        ("15日（工作日）", 15, WorkingDay),
        ("15天(自然日)", 15, CalendarDay),
        ("20工作日", 20, WorkingDay),
        ("２０个工作日", 20, WorkingDay),
        ("五个工作日", 5, WorkingDay),
        ("二十日", 20, Day),
        ("60日", 60, Day),
        ("60天", 60, Day),
        ("15个自然日", 15, CalendarDay),
        ("1个月", 1, Month),
        ("一个月", 1, Month),
        ("24小时", 24, Hour),
        ("20（工作日）", 20, WorkingDay),
        ("20个工作日内", 20, WorkingDay),
        ("法定时限：20个工作日", 20, WorkingDay),
    ];
    for (text, amount, unit) in cases {
        let read = limits(text, None);
        let [limit] = read.limits.as_slice() else { panic!("{text}: {read:?}") };
        assert_eq!((limit.amount.get(), limit.unit), (amount, unit), "{text}");
        assert_eq!((&limit.branch, &limit.note, read.handling), (&None, &None, None), "{text}");
        assert!(read.rest.is_empty(), "{text}");
    }
}

#[test]
fn a_bare_number_takes_the_unit_of_its_header_and_none_without() {
    let read = limits("20", Some(WorkingDay));
    assert_eq!((read.limits[0].amount.get(), read.limits[0].unit), (20, WorkingDay));
    // The unit of the cell outweighs that of the header.
    assert_eq!(limits("60日", Some(WorkingDay)).limits[0].unit, Day);
    for (text, unit) in [("20", None), ("20.5", Some(WorkingDay)), ("20、30", Some(Day)), ("70000", Some(Day))] {
        let read = limits(text, unit);
        assert!(read.limits.is_empty(), "{text}");
        assert_eq!(read.rest.concat().replace('、', ""), text.replace('、', ""), "{text}");
    }
}

#[test]
fn what_is_handled_on_the_spot_has_no_limit() {
    for text in ["0", "0个工作日", "０", "即办", "即办件", "当场办结", "当场"] {
        let read = limits(text, Some(WorkingDay));
        assert_eq!((read.limits.len(), read.handling, read.rest.len()), (0, Some(Handling::Immediate), 0), "{text}");
    }
}

#[test]
fn branches_stand_side_by_side() {
    for text in [
        "告知承诺制：20个工作日\n非告知承诺制:10个工作日",
        "告知承诺制：20个工作日 非告知承诺制:10个工作日",
        "告知承诺制：20个工作日；非告知承诺制:10个工作日。",
    ] {
        let read = limits(text, None);
        let found: Vec<_> = read
            .limits
            .iter()
            .map(|limit| {
                let branch = limit.branch.as_ref().unwrap();
                (limit.amount.get(), branch.commitment, branch.note.as_ref().unwrap().as_str(), limit.note.is_none())
            })
            .collect();
        let expected = [(20, Some(true), "告知承诺制", true), (10, Some(false), "非告知承诺制", true)];
        assert_eq!(found, expected, "{text}");
        assert!(read.rest.is_empty(), "{text}");
    }
    let read = limits("网上办理5个工作日，窗口10个工作日", None);
    let channels: Vec<_> = read.limits.iter().map(|limit| limit.branch.as_ref().unwrap().channel).collect();
    assert_eq!(channels, [Some(Channel::Online), Some(Channel::Window)]);
}

#[test]
fn what_else_is_printed_about_a_limit_is_kept() {
    let read = limits("受理5日；审批20个工作日", None);
    let notes: Vec<_> = read.limits.iter().map(|limit| limit.note.as_ref().unwrap().as_str()).collect();
    assert_eq!(notes, ["受理5日", "审批20个工作日"]);
    for text in [
        "自受理之日起20个工作日内",
        "受理后20个工作日内办结",
        "20个工作日（不含听证、鉴定时间）",
        "20个工作日(可延长10个工作日)",
    ] {
        let read = limits(text, None);
        assert_eq!(read.limits.len(), 1, "{text}");
        assert_eq!((read.limits[0].amount.get(), read.limits[0].unit), (20, WorkingDay), "{text}");
        assert_eq!(read.limits[0].note.as_ref().unwrap(), &text, "{text}");
    }
}

#[test]
fn what_is_no_limit_is_given_back() {
    for text in [
        "法定时限",
        "无",
        "/",
        "详见办事指南",
        "1年",
        "30分钟",
        "半个月",
        "15-20个工作日",
        "1.5个工作日",
        "每月5日前",
        "3月5日",
        "延长10个工作日",
        "提前30日",
        "20个工作日以上",
        "0.5日",
    ] {
        let read = limits(text, None);
        assert_eq!((read.limits.len(), read.handling, read.rest.as_slice()), (0, None, [text].as_slice()), "{text}");
    }
    // One clause of two.
    let read = limits("20个工作日，经批准可延长10个工作日", None);
    assert_eq!(read.limits.len(), 1);
    assert_eq!(read.rest, ["经批准可延长10个工作日"]);
    // A column is of one of both.
    let both = "法定20个工作日，承诺5个工作日";
    assert_eq!(limits(both, None).rest, [both]);
    assert!(limits("", None).rest.is_empty());
}

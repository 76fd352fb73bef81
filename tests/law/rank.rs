use qingdan::codelist::LegalRank::{self, *};
use qingdan::law::facts::LawFacts;
use qingdan::law::rank::{may_be_stated, rank_by_title, stated_rank_covers};

#[test]
fn a_tag_covers_what_its_word_takes_in() {
    // The tag, and every known rank that may stand under it; all others contradict it.
    let table: &[(LegalRank, &[LegalRank])] = &[
        (Constitution, &[]),
        (Law, &[]),
        (AdministrativeRegulation, &[Regulation]),
        (StateCouncilDecision, &[]),
        (LocalRegulation, &[Regulation, AutonomousRegulation, SpecialZoneRegulation]),
        (AutonomousRegulation, &[Regulation, LocalRegulation]),
        (SpecialZoneRegulation, &[Regulation, LocalRegulation]),
        (DepartmentalRule, &[Rule]),
        (ProvincialRule, &[Rule]),
        (MunicipalRule, &[Rule]),
        (NormativeDocument, &[]),
        (PartyRegulation, &[]),
        (StaffingDocument, &[]),
        (Standard, &[]),
        (Regulation, &[AdministrativeRegulation, LocalRegulation, AutonomousRegulation, SpecialZoneRegulation]),
        (Rule, &[DepartmentalRule, ProvincialRule, MunicipalRule]),
    ];
    assert_eq!(table.len(), LegalRank::ALL.len());
    for &(stated, others) in table {
        for &known in LegalRank::ALL {
            let expected = stated == known || others.contains(&known);
            assert_eq!(stated_rank_covers(stated, known), expected, "{stated} over {known}");
        }
    }
}

/// 规章制定程序条例 §7: rules are not called 条例. The full name of the division tells the maker.
#[test]
fn a_title_that_begins_with_a_division_and_ends_in_a_regulation_shows_its_rank() {
    for title in [
        "内蒙古自治区草畜平衡和禁牧休牧条例",
        "《四川省城乡环境综合治理条例》",
        "四川省《中华人民共和国渔业法》实施条例",
        "广安市集中式饮用水水源保护条例（2021年修订）",
        "凉山彝族自治州水资源管理条例",
        "鄂伦春自治旗森林草原防火条例",
        "峨边彝族自治县城市管理条例",
        "北京市水污染防治条例",
        "新疆维吾尔自治区旅游条例（2017年）",
    ] {
        assert_eq!(rank_by_title(title), Some(LocalRegulation), "{title}");
    }
    for title in [
        "城市供水条例",
        "内蒙古自治区取水许可管理办法",
        "内蒙古自治区实施《中华人民共和国水法》办法",
        "内蒙古水资源条例", // not the full name
        "某自治区节约用水条例",
        "广安区水资源条例",     // districts make none
        "锡林郭勒盟水资源条例", // nor do leagues, which have no congress
        "县级以上人民政府水资源条例",
        "四川省人民政府关于贯彻《信访工作条例》",
        "内蒙古自治区",
        "条例",
        "",
    ] {
        assert_eq!(rank_by_title(title), None, "{title}");
    }
}

/// Of the titles that are held only one of the State Council looks like a regulation of a place; it is held, so its own
/// rank counts.
#[test]
fn titles_show_no_rank_that_the_facts_deny() {
    let denied: Vec<&str> = LawFacts::known()
        .editions()
        .filter(|edition| {
            rank_by_title(edition.title.as_str()).is_some_and(|rank| !stated_rank_covers(rank, edition.rank))
        })
        .map(|edition| edition.title.as_str())
        .collect();
    assert_eq!(denied, ["北京市新技术产业开发试验区暂行条例"]);
}

/// 国务院令第412号 stands among the administrative regulations, and is a decision by 行政许可法 §14.
#[test]
fn the_decision_on_licenses_may_be_tagged_in_three_ways() {
    let title = "《国务院对确需保留的行政审批项目设定行政许可的决定》";
    assert_eq!(rank_by_title(title), Some(StateCouncilDecision));
    for &stated in LegalRank::ALL {
        let expected = [StateCouncilDecision, AdministrativeRegulation, Regulation].contains(&stated);
        assert_eq!(may_be_stated(stated, title, StateCouncilDecision), expected, "{stated}");
        assert_eq!(may_be_stated(stated, "国务院关于取消的决定", StateCouncilDecision), stated == StateCouncilDecision);
    }
}

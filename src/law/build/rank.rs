//! The rank that the notes prove.

use super::heading::Heading;
use crate::codelist::LegalRank;
use crate::model::Date;

/// The rank, and the words that prove it.
pub(super) fn proven(heading: &Heading) -> Option<(LegalRank, String)> {
    let compact: String = heading.notes.chars().filter(|&c| !matches!(c, ' ' | '\u{3000}' | '\t')).collect();
    let sentences = || compact.split(['\n', '；', '。']);
    let shown = |is: &dyn Fn(&str) -> bool| sentences().find(|words| is(words)).map(shortened);
    let made = |words: &str| ["通过", "修订", "修正", "批准"].iter().any(|act| words.contains(act));
    let congress = |words: &str| words.contains("人民代表大会") && made(words);

    if let Some(words) = shown(&|words| congress(words) && words.contains("全国人民代表大会")) {
        let rank = if heading.title == "宪法" { LegalRank::Constitution } else { LegalRank::Law };
        return Some((rank, words));
    }
    if let Some(words) = shown(&|words| words.contains("中华人民共和国主席令")) {
        return Some((LegalRank::Law, words));
    }
    if let Some(words) = shown(&congress) {
        return local(&heading.title, &words).map(|rank| (rank, words));
    }
    if let Some(words) = shown(&|words| words.contains("人民政府") && words.contains('令')) {
        return local_rule(&words).map(|rank| (rank, words));
    }
    let of_state_council = |words: &str| {
        words.contains("国务院令") || (words.contains("国务院") && words.contains("常务会议") && made(words))
    };
    if let Some(words) = shown(&of_state_council) {
        let is_decision = heading.title.ends_with("决定");
        let rank = if is_decision { LegalRank::StateCouncilDecision } else { LegalRank::AdministrativeRegulation };
        return Some((rank, words));
    }
    let approved = shown(&|words| words.contains("国务院批准"));
    let before_2000 = Date::new(2000, 7, 1).is_ok_and(|day| heading.acts.first().is_some_and(|act| act.date < day));
    if let Some(words) = approved {
        // Approved by the State Council and issued by a ministry: an administrative regulation until 立法法, then a rule.
        if before_2000 {
            return Some((LegalRank::AdministrativeRegulation, words));
        }
    }
    shown(&is_ministry_order).map(|words| (LegalRank::DepartmentalRule, words))
}

fn shortened(words: &str) -> String {
    words.trim_matches(['（', '）', '(', ')', '，']).to_owned()
}

/// The rank of what a local people's congress passed. An autonomous prefecture makes two kinds, which the notes do not tell
/// apart.
fn local(title: &str, words: &str) -> Option<LegalRank> {
    let body = words.split("人民代表大会").next()?;
    if title.contains("经济特区") {
        Some(LegalRank::SpecialZoneRegulation)
    } else if body.contains("自治县") || body.contains("自治旗") {
        Some(LegalRank::AutonomousRegulation)
    } else if body.contains("自治州") {
        None
    } else {
        let names = ["省第", "自治区第", "市第", "省", "自治区", "市"];
        names.iter().any(|name| body.contains(name)).then_some(LegalRank::LocalRegulation)
    }
}

/// The rank of what a local government published by its order.
fn local_rule(words: &str) -> Option<LegalRank> {
    let body = words.split("人民政府").next()?;
    let body = body.rsplit(|c: char| c == '日' || c.is_ascii_digit()).next().unwrap_or(body);
    let municipalities = ["北京市", "天津市", "上海市", "重庆市"];
    if body.ends_with('省') || body.ends_with("自治区") || municipalities.iter().any(|name| body.ends_with(name)) {
        Some(LegalRank::ProvincialRule)
    } else {
        (body.ends_with('市') || body.ends_with("自治州")).then_some(LegalRank::MunicipalRule)
    }
}

/// Whether a ministry's order is named. Only ministries are called 部; bodies of other names are those of the state where
/// their name says so.
fn is_ministry_order(words: &str) -> bool {
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('令') {
        let issuer =
            before.trim_end_matches(|c: char| crate::numeral::is_numeral(c) || "第号年〔〕[]（）()".contains(c));
        let issuer = issuer.rsplit(['日', '，', ',', '、', '（', '经', '以']).next().unwrap_or(issuer);
        let of_state = ["国家", "中国", "中华人民共和国", "国务院", "海关总署", "审计署"];
        let named = of_state.iter().any(|name| issuer.contains(name))
            && ["委员会", "局", "署", "银行", "办公室", "会"].iter().any(|ending| issuer.ends_with(ending));
        let is_order = after.starts_with(|c: char| {
            crate::numeral::is_numeral(c) || matches!(c, '第' | '〔' | '[' | '（' | '(' | '发' | '公' | '颁')
        }) || after.is_empty();
        if is_order && (issuer.ends_with('部') || named) {
            return true;
        }
        rest = after;
    }
    false
}

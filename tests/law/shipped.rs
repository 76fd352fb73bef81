//! The shipped file of facts, as far as its own columns allow to judge it.

use std::collections::BTreeMap;

use qingdan::codelist::{InstrumentStatus, LegalRank};
use qingdan::law::facts::{Edition, Instrument, KNOWN_GAPS, LawFacts, Standing, moved_article};

use super::day;

fn instruments() -> Vec<(&'static str, Instrument<'static>)> {
    let facts = LawFacts::known();
    let mut titles: Vec<&str> = facts.editions().map(|edition| edition.title.as_str()).collect();
    titles.dedup();
    titles.into_iter().map(|title| (title, facts.instrument(title).unwrap())).collect()
}

fn with(held: Instrument<'static>, status: InstrumentStatus) -> impl Iterator<Item = &'static Edition> {
    held.editions().filter(move |edition| edition.status == status)
}

/// Counted in the file by other means.
#[test]
fn the_facts_of_the_crate_are_held_whole() {
    let facts = LawFacts::known();
    assert_eq!((facts.editions().count(), facts.titles()), (1596, 1456));
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for edition in facts.editions() {
        *counts.entry((edition.rank.as_str(), edition.status.as_str())).or_default() += 1;
        assert!(edition.seen_on.is_some(), "{}", edition.title);
    }
    let counts: Vec<_> = counts.into_iter().map(|((rank, status), count)| (rank, status, count)).collect();
    assert_eq!(
        counts,
        [
            ("administrative_regulation", "in_force", 576),
            ("administrative_regulation", "repealed", 70),
            ("administrative_regulation", "superseded", 85),
            ("administrative_regulation", "unknown", 4),
            ("constitution", "in_force", 6),
            ("departmental_rule", "in_force", 28),
            ("departmental_rule", "repealed", 1),
            ("departmental_rule", "superseded", 2),
            ("departmental_rule", "unknown", 442),
            ("law", "in_force", 292),
            ("law", "lapsed", 1),
            ("law", "not_yet_in_force", 5),
            ("law", "repealed", 23),
            ("law", "superseded", 49),
            ("local_regulation", "in_force", 4),
            ("local_regulation", "unknown", 4),
            ("provincial_rule", "in_force", 1),
            ("provincial_rule", "unknown", 3),
        ]
    );
}

/// The day of the newest act in the one source that is complete for laws; no law that is held was passed later.
#[test]
fn laws_are_known_to_the_day_of_the_newest_one() {
    let facts = LawFacts::known();
    let known_to = facts.known_to().unwrap();
    assert_eq!(known_to, day("2026-08-28"));
    let newest =
        facts.editions().filter(|edition| edition.rank == LegalRank::Law).filter_map(|edition| edition.version_date);
    assert_eq!(newest.max(), Some(known_to));
    assert!(KNOWN_GAPS.iter().any(|gap| gap.zh.contains("第829号") && gap.en.contains("第829号")));
    assert!(
        KNOWN_GAPS.iter().any(|gap| gap.zh.contains(&known_to.in_chinese()) && gap.en.contains(&known_to.to_string()))
    );
}

#[test]
fn days_are_in_their_order() {
    for edition in LawFacts::known().editions() {
        let Edition { title, version_date, effective_on, ended_on, seen_on, .. } = edition;
        assert!(
            version_date.zip(*effective_on).is_none_or(|(made, from)| made <= from),
            "{title}: in force before it was made"
        );
        let began = effective_on.or(*version_date);
        assert!(began.zip(*ended_on).is_none_or(|(from, end)| from <= end), "{title}: ended before it began");
        assert!(version_date.zip(*seen_on).is_none_or(|(made, seen)| made <= seen), "{title}: seen before it was made");
        assert!(edition.last_article.is_none_or(|last| last.get() <= 1260), "{title}: more articles than 民法典");
    }
}

/// At most one edition is in force; what it superseded is older; what has ended has no edition in force.
#[test]
fn editions_of_a_title_follow_one_another() {
    for (title, held) in instruments() {
        let living: Vec<&Edition> = with(held, InstrumentStatus::InForce).collect();
        assert!(living.len() <= 1, "{title}: {} in force", living.len());
        let ended = with(held, InstrumentStatus::Repealed).count() + with(held, InstrumentStatus::Lapsed).count();
        assert!(living.is_empty() || ended == 0, "{title}: in force and ended");
        for old in with(held, InstrumentStatus::Superseded) {
            let order = |edition: &Edition| edition.version_date.or(edition.effective_on);
            let next = held.editions().filter(|next| order(next) > order(old));
            assert!(next.count() > 0, "{title}: {:?} was superseded by nothing", old.version_date);
        }
        let mut days: Vec<_> = held.editions().map(|edition| (edition.version_date, edition.effective_on)).collect();
        days.sort_unstable();
        days.dedup();
        assert_eq!(days.len(), held.editions().count(), "{title}: an edition twice");
        // An end is that of a past edition; it may have been printed before it came.
        for edition in held.editions().filter(|edition| edition.ended_on.is_some()) {
            let past = [InstrumentStatus::Superseded, InstrumentStatus::Repealed, InstrumentStatus::Lapsed];
            assert!(past.contains(&edition.status), "{title}");
        }
    }
}

/// What took the place of an instrument is in force on the day on which that ended, where it is held.
#[test]
fn successors_took_effect_when_their_predecessors_ended() {
    let law = LawFacts::known();
    let (mut named, mut not_held) = (0, Vec::new());
    for edition in law.editions() {
        let Some(successor) = &edition.successor else { continue };
        assert_eq!(edition.status, InstrumentStatus::Repealed, "{}", edition.title);
        named += 1;
        let Some(next) = law.instrument(successor.as_str()) else {
            not_held.push(successor.as_str());
            continue;
        };
        let ended_on = edition.ended_on.unwrap();
        let begins: Vec<_> = next.editions().filter_map(|next| next.effective_on.or(next.version_date)).collect();
        assert!(
            begins.iter().any(|begin| *begin <= ended_on),
            "{}: {ended_on}, {successor}: {begins:?}",
            edition.title
        );
        assert!(!matches!(next.standing(ended_on), Standing::Ended { .. }), "{successor} on {ended_on}");
    }
    assert!(named >= 40, "{named}");
    assert_eq!(not_held, ["信访工作条例"]); // of the party, and so no administrative regulation
}

/// Notices of ministries, and a document without the number of an order, that were held as regulations or rules once.
#[test]
fn documents_of_lower_rank_are_not_held_as_regulations() {
    for title in [
        "工资支付暂行规定",
        "国家机关、事业单位贯彻《国务院关于职工工作时间的规定》的实施办法",
        "交通警察道路执勤执法工作规范",
        "信访工作条例",
    ] {
        assert!(LawFacts::known().instrument(title).is_none(), "{title}");
    }
}

/// Read in the texts: their last articles, ends and ranks.
#[test]
fn what_was_wrong_once_is_right() {
    let facts = LawFacts::known();
    let now = day("2026-11-26");
    let last = |title| facts.instrument(title).unwrap().in_force(now).unwrap().last_article.unwrap().get();
    assert_eq!(last("长江保护法"), 96);
    assert_eq!(last("医疗机构管理条例"), 53);
    assert_eq!(last("生态环境法典"), 1242);
    assert_eq!(last("殡葬管理条例"), 73);
    let ended = |title| match facts.standing(title, now) {
        Standing::Ended { since: Some(since), .. } => since.to_string(),
        other => panic!("{title}: {other:?}"),
    };
    assert_eq!(ended("增值税暂行条例"), "2026-01-01");
    assert_eq!(ended("草原防火条例"), "2026-01-01");
    assert_eq!(ended("学位条例"), "2025-01-01");
    assert_eq!(ended("城市供水条例"), "2026-06-01");
    let rank = |title| facts.instrument(title).unwrap().rank(now).unwrap();
    assert_eq!(rank("互联网信息服务算法推荐管理规定"), LegalRank::DepartmentalRule);
}

/// The ten laws that 生态环境法典 ended, and no article that one of them or the code does not have.
#[test]
fn articles_that_moved_are_articles_of_both() {
    let facts = LawFacts::known();
    let code = facts.instrument("生态环境法典").unwrap();
    let mut laws = Vec::new();
    let mut moved = 0;
    for edition in facts.editions().filter(|edition| edition.ended_on == Some(day("2026-08-15"))) {
        assert_eq!(edition.successor.as_ref().unwrap(), "生态环境法典");
        let numbers = (1..=1300).filter_map(std::num::NonZeroU16::new);
        let found: Vec<_> =
            numbers.filter_map(|old| Some((old, moved_article(edition.title.as_str(), old)?))).collect();
        if found.is_empty() {
            continue;
        }
        laws.push(edition.title.as_str());
        moved += found.len();
        for (old, new) in found {
            assert_eq!(edition.has_article(old), Some(true), "{} {old}", edition.title);
            assert_eq!(code.editions().next().unwrap().has_article(new.article), Some(true), "{}", new.article);
            assert_eq!(new.code, "生态环境法典");
        }
    }
    assert_eq!((laws.len(), moved), (10, 530), "{laws:?}");
}

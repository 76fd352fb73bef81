//! Delegated powers over time: catalogs of which every period is worked out by hand.

use qingdan::codelist::EvaluationOutcome;
use qingdan::delegations::{DelegationPair, DelegationState, Delegations, Exercise, NoteCause, NoteKind, Party};
use qingdan::model::Date;
use qingdan::schema::SchemaName;
use qingdan::{Catalog, Limits};

use crate::samples::bytes;

const BODIES: &str = r#"[
  {"id": "county", "name": "旗人民政府", "kind": "government", "level": "county"},
  {"id": "transport", "name": "旗交通运输局", "kind": "department", "level": "county"},
  {"id": "a", "name": "甲镇人民政府", "kind": "township_government"},
  {"id": "b", "name": "乙苏木人民政府", "kind": "township_government"},
  {"id": "c", "name": "丙街道办事处", "kind": "subdistrict_office"},
  {"id": "elsewhere", "name": "邻旗丁镇人民政府", "kind": "township_government", "division": "150624100000"},
  {"id": "old", "name": "戊苏木人民政府", "kind": "township_government", "abolished": {"on": "2023-12-31"}},
  {"id": "team", "name": "甲镇综合行政执法队", "kind": "public_institution", "parent": "a"}]"#;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A catalog of one power, with these delegations of it and members of the header.
fn catalog(header: &str, delegations: &[&str]) -> Catalog {
    let power = r#""power_item": "stall""#;
    let delegations: Vec<String> = delegations.iter().map(|members| format!("{{{power}, {members}}}")).collect();
    let text = format!(
        r#"{{"header": {{"schema_version": "1.0", "title": "权责清单", "division": "150625", "level": "county"{header}}},
        "organizations": {BODIES},
        "power_items": [{{"id": "stall", "name": "对在公路上摆摊设点的处罚", "item_level": "main", "power_type": "penalty"}}],
        "delegations": [{}]}}"#,
        delegations.join(", ")
    );
    let reading = qingdan::read(text.as_bytes(), Limits::default());
    assert!(reading.findings.is_empty(), "{:#?}", reading.findings);
    reading.catalog.unwrap()
}

fn of(delegations: &[&str], as_of: &str) -> Delegations {
    Delegations::of(&catalog("", delegations), Some(day(as_of)))
}

/// The one pair there is.
fn pair(delegations: &[&str], as_of: &str) -> DelegationPair {
    let all = of(delegations, as_of);
    assert_eq!(all.pairs.len(), 1, "{all:#?}");
    all.pairs.into_iter().next().unwrap()
}

/// Who exercises in each stretch, and the days on which the stretches begin.
fn line(pair: &DelegationPair) -> Vec<(String, Exercise)> {
    let mut ends = pair.stretches.iter().map(|stretch| stretch.before);
    let starts: Vec<_> = pair.stretches.iter().map(|stretch| stretch.from).collect();
    // No day is left out, and none stands in two stretches.
    assert!(starts.iter().skip(1).all(|start| start.is_some() && ends.next() == Some(*start)), "{pair:#?}");
    assert_eq!((starts.first(), ends.next()), (Some(&None), Some(None)), "{pair:#?}");
    let shown = |start: &Option<Date>| start.map_or_else(String::new, |day| day.to_string());
    starts.iter().map(shown).zip(pair.stretches.iter().map(|stretch| stretch.exercise)).collect()
}

fn lined(expected: &[(&str, Exercise)]) -> Vec<(String, Exercise)> {
    expected.iter().map(|(day, exercise)| ((*day).to_owned(), *exercise)).collect()
}

/// The notes: kind, cause, first day and the day after the last.
fn notes(pair: &DelegationPair) -> Vec<(NoteKind, NoteCause, String, String)> {
    let shown = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    pair.notes.iter().map(|note| (note.kind, note.cause, shown(note.from), shown(note.before))).collect()
}

fn note(kind: NoteKind, cause: NoteCause, from: &str, before: &str) -> (NoteKind, NoteCause, String, String) {
    (kind, cause, from.to_owned(), before.to_owned())
}

#[test]
fn the_sample_is_in_order() {
    let catalog = qingdan::read(&bytes("hangjin-sample.json"), Limits::default()).catalog.unwrap();
    let all = Delegations::of(&catalog, Some(day("2026-11-23")));
    // 2 + 2 + 2 townships, all 6, 1 and 2; the team of a township has it of the township.
    let counts = &all.counts;
    assert_eq!((counts.items, counts.receivers, counts.pairs, all.pairs.len()), (6, 6, 15, 16));
    assert_eq!((counts.claimed, counts.published, counts.evaluated), (Some(15), Some(15), Some(15)));
    assert_eq!((counts.in_force, counts.returned, counts.unknown), (14, 1, 0));
    assert_eq!((counts.not_yet_effective, counts.ended), (0, 0));
    assert_eq!((counts.with_gap, counts.with_double_exercise, counts.with_other_notes), (0, 0, 0));
    assert!(all.pairs.iter().all(|pair| pair.notes.is_empty()), "{all:#?}");
    let names: Vec<&str> = all.townships.iter().map(|township| township.id.as_str()).collect();
    assert_eq!(names, ["xini", "balagong", "jirigalangtu", "duguitala", "huhemudu", "yihewusu"]);

    let of = |item: &str, body: &str| {
        let is_it = |pair: &&DelegationPair| pair.power_item.as_str() == item && pair.receiver.id.as_str() == body;
        all.pairs.iter().find(is_it).unwrap_or_else(|| panic!("{item} {body}"))
    };
    let stall = of("road-stall", "xini");
    assert_eq!(stall.state, DelegationState::Returned);
    assert_eq!(
        line(stall),
        lined(&[("", Exercise::Origin), ("2024-06-01", Exercise::Receiver), ("2025-10-01", Exercise::Origin)])
    );
    let handover = stall.handovers.first().unwrap();
    assert_eq!(handover.outcome, Some(EvaluationOutcome::TakeBack));
    assert_eq!(handover.evaluated_on.as_ref().unwrap().text(), "2025-06-20");
    let decision = handover.decision.as_ref().unwrap();
    assert_eq!((decision.level.as_str(), decision.date.as_ref().unwrap().text()), ("provincial", "2024-04-10"));
    assert!(decision.document.as_ref().unwrap().as_str().contains("苏木乡镇"), "{decision:?}");
    // The department keeps what it entrusts.
    let tree = of("tree-cutting-household", "balagong");
    assert_eq!(
        line(tree),
        lined(&[("", Exercise::Origin), ("2025-03-01", Exercise::InNameOfOrigin), ("2028-03-01", Exercise::Origin)])
    );
    let held = tree.stretches.get(1).unwrap();
    assert_eq!(held.holder.as_ref().unwrap().called(), "杭锦旗林业和草原局");
    assert_eq!(held.exercised_by.first().unwrap().called(), "巴拉贡镇人民政府");
    let team = of("grassland-mining", "xini-enforcement");
    assert!(team.is_onward);
    assert_eq!(team.listed_under().id.as_str(), "xini");
}

#[test]
fn states_turn_on_their_days() {
    let one = [r#""id": "1", "from": "transport", "to": ["a"], "mode": "transfer", "effective_on": "2024-06-01",
        "ended_on": "2025-10-01", "returned": {"on": "2025-11-01"}"#];
    for (as_of, state) in [
        ("2024-05-31", DelegationState::NotYetEffective),
        ("2024-06-01", DelegationState::InForce),
        ("2025-09-30", DelegationState::InForce),
        // On the day of the end the township exercises no longer.
        ("2025-10-01", DelegationState::Ended),
        ("2025-10-31", DelegationState::Ended),
        ("2025-11-01", DelegationState::Returned),
    ] {
        assert_eq!(pair(&one, as_of).state, state, "{as_of}");
    }
    // Without a day nothing is known.
    assert_eq!(Delegations::of(&catalog("", &one), None).counts.unknown, 1);
    // The last day of a mandate is one on which it holds.
    let entrusted = [r#""id": "1", "from": "transport", "to": ["a"], "mode": "entrust",
        "mandate": {"from": "2024-02-29", "until": "2024-12-31"}"#];
    for (as_of, state) in [
        ("2024-02-28", DelegationState::NotYetEffective),
        ("2024-02-29", DelegationState::InForce),
        ("2024-12-31", DelegationState::InForce),
        ("2025-01-01", DelegationState::Ended),
    ] {
        assert_eq!(pair(&entrusted, as_of).state, state, "{as_of}");
    }
    let line = line(&pair(&entrusted, "2025-01-01"));
    let origin = Exercise::Origin;
    assert_eq!(line, lined(&[("", origin), ("2024-02-29", Exercise::InNameOfOrigin), ("2025-01-01", origin)]));
}

#[test]
fn between_end_and_return_nobody_exercises() {
    let delegation = |members: &str| {
        format!(
            r#""id": "1", "from": "transport", "to": ["a"], "mode": "transfer", "effective_on": "2024-06-01", "ended_on": "2025-10-01"{members}"#
        )
    };
    let noted = |members: &str| notes(&pair(&[&delegation(members)], "2026-01-01"));
    let later = r#", "returned": {"on": "2025-11-01"}"#;
    let gap = |cause, before| vec![note(NoteKind::Gap, cause, "2025-10-01", before)];
    assert_eq!(noted(later), gap(NoteCause::ReturnedLater, "2025-11-01"));
    // On the day itself, or before: no gap.
    assert_eq!(noted(r#", "returned": {"on": "2025-10-01"}"#), []);
    assert_eq!(noted(r#", "returned": {"on": "2025-09-30"}"#), []);
    // Ended and never returned: a gap where the origin is known to have stopped, else not known who.
    assert_eq!(noted(r#", "original_still_exercises": false"#), gap(NoteCause::NotReturned, ""));
    assert_eq!(noted(""), [note(NoteKind::NotKnown, NoteCause::NotReturned, "2025-10-01", "")]);
    // A return of which the day cannot be read is one all the same.
    let damaged = r#", "original_still_exercises": false, "returned": {"on": "2025-13-01"}"#;
    assert_eq!(noted(damaged), [note(NoteKind::NotKnown, NoteCause::NotReturned, "2025-10-01", "")]);
    // Where the origin went on all the time there is no gap.
    let shared = r#", "original_still_exercises": true, "division_of_cases": "以乡镇辖区划分""#;
    assert_eq!(noted(&format!("{later}{shared}")), []);
    // Entrusted, the power never left.
    let entrusted = delegation(later).replace("transfer", "entrust");
    assert_eq!(notes(&pair(&[&entrusted], "2026-01-01")), []);
    // What the source does not hold is not called missing.
    let header = r#", "not_held": ["delegations.returned"]"#;
    let all = Delegations::of(&catalog(header, &[&delegation(r#", "original_still_exercises": false"#)]), None);
    assert_eq!(all.not_held, ["delegations.returned"]);
    assert_eq!(all.noted(NoteKind::Gap).count(), 0);
}

#[test]
fn who_claims_later_leaves_a_gap_before() {
    let delegation = |claimed: &str, still: &str| {
        format!(
            r#""id": "1", "from": "transport", "to": ["a"], "mode": "transfer", "effective_on": "2024-06-01",
            "claims": [{{"organization": "a", "claimed_on": "{claimed}"}}]{still}"#
        )
    };
    let stopped = r#", "original_still_exercises": false"#;
    let later = pair(&[&delegation("2024-06-02", stopped)], "2024-06-01");
    assert_eq!(notes(&later), [note(NoteKind::Gap, NoteCause::ClaimedLater, "2024-06-01", "2024-06-02")]);
    assert_eq!(
        line(&later),
        lined(&[("", Exercise::Origin), ("2024-06-01", Exercise::Nobody), ("2024-06-02", Exercise::Receiver)])
    );
    assert_eq!(later.state, DelegationState::InForce);
    assert_eq!(notes(&pair(&[&delegation("2024-06-01", stopped)], "2024-06-01")), []);
    // That the origin stopped is not stated.
    let silent = pair(&[&delegation("2024-06-02", "")], "2024-06-01");
    assert_eq!(notes(&silent), [note(NoteKind::NotKnown, NoteCause::ClaimedLater, "2024-06-01", "2024-06-02")]);
}

#[test]
fn the_origin_that_goes_on_shares_the_cases_or_exercises_twice() {
    let delegation = |members: &str| {
        format!(
            r#""id": "1", "from": "transport", "to": ["a"], "mode": "transfer", "effective_on": "2024-06-01", "ended_on": "2025-06-01", "returned": {{"on": "2025-06-01"}}{members}"#
        )
    };
    let twice = pair(&[&delegation(r#", "original_still_exercises": true"#)], "2024-07-01");
    let double = note(NoteKind::DoubleExercise, NoteCause::OriginStillExercises, "2024-06-01", "2025-06-01");
    assert_eq!(notes(&twice), [double]);
    let origin = Exercise::Origin;
    assert_eq!(line(&twice), lined(&[("", origin), ("2024-06-01", Exercise::Both), ("2025-06-01", origin)]));
    let who = twice.stretches.get(1).unwrap();
    let names: Vec<&str> = who.exercised_by.iter().map(Party::called).collect();
    assert_eq!(names, ["旗交通运输局", "甲镇人民政府"]);
    let divided = delegation(r#", "original_still_exercises": true, "division_of_cases": "罚款二千元以下的由镇查处""#);
    assert_eq!(notes(&pair(&[&divided], "2024-07-01")), []);
    assert_eq!(notes(&pair(&[&delegation("")], "2024-07-01")), []);
    // An organ may always do itself what it entrusts; who is dispatched acts in its name as well.
    for mode in ["entrust", "dispatch"] {
        let lent = delegation(r#", "original_still_exercises": true"#).replace("transfer", mode);
        assert_eq!(notes(&pair(&[&lent], "2024-07-01")), [], "{mode}");
    }
    let header = r#", "not_held": ["delegations.division_of_cases"]"#;
    let all = Delegations::of(&catalog(header, &[&delegation(r#", "original_still_exercises": true"#)]), None);
    assert_eq!(all.counts.with_double_exercise, 0);
}

#[test]
fn delegations_of_one_power_make_one_line() {
    let first = r#""id": "1", "from": "transport", "to": ["a"], "mode": "transfer", "effective_on": "2022-01-01", "ended_on": "2023-01-01", "returned": {"on": "2023-01-01"}"#;
    let second = |from: &str| {
        format!(r#""id": "2", "from": "transport", "to": ["a"], "mode": "transfer", "effective_on": "{from}""#)
    };
    let (origin, receiver) = (Exercise::Origin, Exercise::Receiver);
    // In the catalog in another order: the days decide.
    let after = pair(&[&second("2024-01-01"), first], "2024-01-01");
    let expected = [("", origin), ("2022-01-01", receiver), ("2023-01-01", origin), ("2024-01-01", receiver)];
    assert_eq!(line(&after), lined(&expected));
    assert_eq!(after.handovers.iter().map(|one| one.delegation.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    assert_eq!((notes(&after), after.state), (vec![], DelegationState::InForce));
    // One that follows on the day of the end leaves neither a gap nor an overlap.
    let at_once = pair(&[first, &second("2023-01-01")], "2022-06-01");
    assert_eq!(line(&at_once), lined(&[("", origin), ("2022-01-01", receiver)]));
    assert_eq!((notes(&at_once), at_once.state), (vec![], DelegationState::InForce));
    // A day earlier they overlap for a day.
    let overlap = |from, before| vec![note(NoteKind::DoubleExercise, NoteCause::DelegationsOverlap, from, before)];
    let before = pair(&[first, &second("2022-12-31")], "2022-06-01");
    assert_eq!(notes(&before), overlap("2022-12-31", "2023-01-01"));
    assert_eq!(before.notes.first().unwrap().delegations.len(), 2);
    // The gap that the first leaves ends with the second.
    let open = first.replace(r#""returned": {"on": "2023-01-01"}"#, r#""original_still_exercises": false"#);
    let gap = note(NoteKind::Gap, NoteCause::NotReturned, "2023-01-01", "2024-01-01");
    assert_eq!(notes(&pair(&[&open, &second("2024-01-01")], "2025-01-01")), [gap]);
    // Entrusted twice it is in one name; entrusted and transferred it has two holders.
    let (lent, own) = (first.replace("transfer", "entrust"), second("2022-06-01"));
    assert_eq!(notes(&pair(&[&lent, &own], "2025-01-01")), overlap("2022-06-01", "2023-01-01"));
    assert_eq!(notes(&pair(&[&lent, &own.replace("transfer", "entrust")], "2025-01-01")), []);
}

#[test]
fn all_townships_are_those_of_the_division() {
    let all = of(
        &[
            r#""id": "1", "from": "transport", "to_all_townships": true, "mode": "transfer", "effective_on": "2024-06-01",
        "claims": [{"organization": "b", "claimed_on": "2024-05-01"}, {"organization": "a"}]"#,
        ],
        "2024-06-01",
    );
    // Not the one of the neighbours, nor the one that was abolished.
    let ids: Vec<&str> = all.pairs.iter().map(|pair| pair.receiver.id.as_str()).collect();
    assert_eq!(ids, ["a", "b", "c"]);
    let claimed: Vec<_> = all.pairs.iter().map(|pair| pair.handovers.first().unwrap().claimed).collect();
    assert_eq!(claimed, [Some(true), Some(true), Some(false)]);
    assert_eq!((all.counts.claimed, all.counts.in_force), (Some(2), 3));
    let last = all.pairs.last().unwrap();
    assert_eq!(notes(last), [note(NoteKind::NotClaimed, NoteCause::NotAmongClaims, "2024-06-01", "")]);
    assert_eq!(line(last), lined(&[("", Exercise::Origin), ("2024-06-01", Exercise::NotKnown)]));
}

#[test]
fn who_claims_without_being_listed_is_shown() {
    let all = of(
        &[r#""id": "1", "from": "transport", "to": ["a"], "mode": "transfer", "effective_on": "2024-06-01",
            "claims": [{"organization": "a"}, {"organization": "nowhere"}]"#],
        "2024-06-01",
    );
    let other = all.pairs.last().unwrap();
    assert_eq!((other.receiver.called(), other.state), ("nowhere", DelegationState::Unknown));
    assert_eq!(notes(other), [note(NoteKind::NotAReceiver, NoteCause::NotAmongReceivers, "2024-06-01", "")]);
    // Where no receiver is stated, those who claimed are; where nobody claimed either, it is said.
    let silent = r#""id": "1", "from": "transport", "mode": "transfer", "effective_on": "2024-06-01""#;
    let claimed = format!(r#"{silent}, "claims": [{{"organization": "b"}}]"#);
    assert_eq!(notes(&pair(&[&claimed], "2024-06-01")), []);
    let none = of(&[silent], "2024-06-01");
    assert_eq!((none.pairs.len(), none.without_receiver.len()), (0, 1));
}

#[test]
fn what_is_not_stated_is_not_known() {
    let delegation =
        |members: &str| format!(r#""id": "1", "from": "transport", "to": ["a"], "mode": "transfer"{members}"#);
    let of = |members: &str, as_of: &str| pair(&[&delegation(members)], as_of);
    let unknown = |cause, from: &str, before: &str| vec![note(NoteKind::NotKnown, cause, from, before)];
    for members in ["", r#", "effective_on": "2024-02-30""#] {
        let silent = of(members, "2025-01-01");
        assert_eq!((silent.state, line(&silent)), (DelegationState::Unknown, lined(&[("", Exercise::NotKnown)])));
        assert_eq!(notes(&silent), unknown(NoteCause::StartNotKnown, "", ""));
        assert_eq!(silent.handovers.first().unwrap().claimed, None);
    }
    // It ended, whenever it began.
    let ended = of(r#", "ended_on": "2024-06-01", "returned": {"on": "2024-06-01"}"#, "2024-06-01");
    assert_eq!(ended.state, DelegationState::Returned);
    assert_eq!(notes(&ended), unknown(NoteCause::StartNotKnown, "", "2024-06-01"));
    // It ends on a day that cannot be read.
    let damaged = of(r#", "effective_on": "2024-06-01", "ended_on": "2024-06-31""#, "2024-06-01");
    assert_eq!(damaged.state, DelegationState::Unknown);
    assert_eq!(notes(&damaged), unknown(NoteCause::EndNotKnown, "2024-06-01", ""));
    assert_eq!(
        of(r#", "effective_on": "2024-06-01", "ended_on": "2024-06-31""#, "2024-05-31").state,
        DelegationState::NotYetEffective
    );
    // It ends on the day on which it begins, or before.
    for ended in ["2024-06-01", "2014-06-01"] {
        let contrary = of(&format!(r#", "effective_on": "2024-06-01", "ended_on": "{ended}""#), "2025-01-01");
        assert_eq!(contrary.state, DelegationState::Unknown);
        assert_eq!(notes(&contrary), unknown(NoteCause::DaysContradict, ended, ""));
    }
    let header = r#", "not_held": ["delegations.ended_on", "delegations.claims"]"#;
    let lacking =
        Delegations::of(&catalog(header, &[&delegation(r#", "effective_on": "2024-06-01""#)]), Some(day("2025-01-01")));
    assert_eq!((lacking.counts.unknown, lacking.counts.claimed, lacking.counts.published), (1, None, None));
}

#[test]
fn what_is_passed_on_ends_with_what_it_rests_on() {
    let all = of(
        &[
            r#""id": "1", "from": "transport", "to": ["a"], "mode": "transfer", "effective_on": "2024-06-01", "ended_on": "2025-06-01", "returned": {"on": "2025-06-01"}"#,
            r#""id": "2", "parent": "1", "from": "a", "to": ["team"], "mode": "dispatch", "effective_on": "2024-07-01""#,
            r#""id": "3", "parent": "3", "from": "a", "to": ["team"], "mode": "dispatch", "effective_on": "2024-08-01", "ended_on": "2024-09-01""#,
        ],
        "2025-06-01",
    );
    let [own, team] = all.pairs.as_slice() else { panic!("{all:#?}") };
    assert!(!own.is_onward && team.is_onward);
    assert_eq!((team.state, all.counts.pairs), (DelegationState::Ended, 1));
    assert_eq!(notes(team), []);
    let lent = Exercise::InNameOfOrigin;
    let expected = [("", Exercise::Origin), ("2024-07-01", lent), ("2025-06-01", Exercise::NotKnown)];
    assert_eq!(line(team), lined(&expected));
}

#[test]
fn the_json_is_what_its_schema_says() {
    let schema: serde_json::Value = serde_json::from_str(&SchemaName::Delegations.text()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let catalog = qingdan::read(&bytes("hangjin-sample.json"), Limits::default()).catalog.unwrap();
    for as_of in [None, Some(day("2026-11-23"))] {
        let all = Delegations::of(&catalog, as_of);
        let json = serde_json::to_value(&all).unwrap();
        assert!(validator.is_valid(&json), "{:?}", validator.iter_errors(&json).next());
        assert_eq!(serde_json::from_value::<Delegations>(json).unwrap(), all);
    }
}

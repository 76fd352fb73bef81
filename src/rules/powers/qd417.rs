//! QD417: a penalty in the hands of a body below the county to which nobody gave it.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::codelist::{BodyNature, ItemType, LegalRank, OrganizationKind};
use crate::facts::authorities::KnownAuthority;
use crate::facts::bodies::Body;
use crate::facts::imposed::{Imposed, Stated};
use crate::facts::names::NameKey;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::judged::bodies::{is_of_city_or_higher, township_of};
use crate::lang::two;
use crate::law::facts::LawFacts;
use crate::law::township::station_fine;
use crate::model::{Kind, field};
use crate::rule::{Findings, Look, Period, Provision, Rule, Scope};
use crate::spot::Spot;
use crate::standing::instruments::State;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(417),
    name: "penalty-below-county",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("乡镇、街道或者派出机构行使没有赋予的处罚权", "a penalty below the county without a power to impose it"),
    unit: two("每个权责事项一项", "one a power"),
    help: two(
        "写明授予处罚权的法律、行政法规条款，或者补上省级决定下的赋权记录；都没有的，处罚权归县级部门，从该主体的清单中删去",
        "cite the law or administrative regulation that gives the penalty, or record the delegation under a decision of the province; where there is neither, the penalty is the county department's: take it out of this body's list",
    ),
    citations: &[
        Provision { document: "行政处罚法", clause: "第二十三条、第二十四条" },
        Provision { document: "治安管理处罚法", clause: "第一百零九条" },
        Provision { document: "税收征收管理法", clause: "第七十四条" },
        Provision { document: "生态环境法典", clause: "第五十三条" },
    ],
    reads: &[&[field!(power_items: PowerItem, authorities), field!(power_items: PowerItem, basis)]],
    looks: &[Look::Catalog(penalty_below_county)],
    page: include_str!("qd417.md"),
    ..Rule::BLANK
};

/// Since when 行政处罚法 says it in these articles; before, it said so in §20.
const REVISED: Period = Period::since("2021-07-15");

/// A body below the county that exercises a penalty.
struct Below<'a> {
    authority: &'a KnownAuthority,
    body: &'a Body,
    /// The township that it is or acts for; none of a dispatched agency.
    township: Option<u32>,
    /// How many such bodies the power has.
    count: u32,
}

fn penalty_below_county(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let covered = Covered::of(scope, whole);
    let heads = Heads::of(whole);
    let mut by_item: BTreeMap<u32, Below<'_>> = BTreeMap::new();
    let mut of_townships: HashMap<u32, bool> = HashMap::new();
    let of_penalties = whole
        .facts
        .authorities
        .all()
        .iter()
        .filter(|known| known.kind == Kind::PowerItem && known.item_type == ItemType::Penalty && known.exercises());
    for authority in of_penalties.filter(|known| known.nature != Some(BodyNature::Entrusted)) {
        let Some(body) = whole.facts.bodies.body(authority.body) else { continue };
        let township = township_of(&whole.facts.bodies, authority.body);
        let is_below = match township {
            Some(_) => !*of_townships.entry(authority.item).or_insert_with(|| {
                whole.may_be_of_townships(heads.grounding(whole, authority.item), ItemType::Penalty)
            }),
            None => body.kind == OrganizationKind::DispatchedAgency && !may_punish(scope, whole, authority.item, body),
        };
        let is_covered = || {
            let items = [Some(authority.item), heads.head(authority.item)];
            items.into_iter().flatten().any(|item| covered.has(whole, item, authority.body, township))
        };
        if is_below && !is_covered() {
            let first = || Below { authority, body, township, count: 0 };
            let below = by_item.entry(authority.item).or_insert_with(first);
            below.count = below.count.saturating_add(1);
        }
    }
    for below in by_item.values() {
        let holds_all = are_provisions_held(whole, heads.grounding(whole, below.authority.item));
        tell(scope, whole, below, holds_all, findings);
    }
}

fn tell(scope: &Scope<'_>, whole: &Whole<'_>, below: &Below<'_>, holds_all: bool, findings: &mut Findings<'_>) {
    let is_complete = scope.header().is_some_and(|header| header.covers.contains(&Kind::Delegation));
    let imposed = whole.facts.imposed.of_item(below.authority.item);
    // The list says that it came from above, and holds no delegations to look it up in.
    if !is_complete && imposed.is_some_and(|imposed| imposed.has(Stated::PassedOn)) {
        return;
    }
    let is_of_city = below.township.is_none() && is_branch_of_city(whole, below.body);
    let (why_zh, why_en) = why(scope, below, holds_all, imposed);
    let (law_zh, law_en) = if scope.as_of().is_none_or(|day| REVISED.contains(day)) {
        ("《行政处罚法》第二十三条、第二十四条", "行政处罚法 §23–24")
    } else {
        ("《行政处罚法》（2017年修正）第二十条", "行政处罚法 (2017) §20")
    };
    let name = crate::print::excerpt(below.body.name());
    let (others_zh, others_en) = match below.count {
        1 => (String::new(), String::new()),
        count => (format!("等{count}个机构"), format!(" (and {} more)", count.saturating_sub(1))),
    };
    let draft = findings.at_spot(
        Spot::Record(below.authority.item, below.authority.pointer()),
        format!(
            "“{name}”{others_zh}列为行政处罚的行使主体，{why_zh}；{law_zh}规定处罚由县级以上机关管辖，法律、行政法规另有规定或者省级决定下放的除外"
        ),
        format!(
            "`{name}`{others_en} exercises a penalty; {why_en}; under {law_en} penalties are the county's, unless a law or administrative regulation says otherwise or the province moves them down"
        ),
    );
    draft.found(below.body.name());
    if !holds_all || !is_complete || is_of_city {
        draft.severity(Severity::Warning);
    }
}

/// Why nobody seems to have given the penalty to the body.
fn why(scope: &Scope<'_>, below: &Below<'_>, holds_all: bool, imposed: Option<&Imposed>) -> (String, String) {
    if let Some(fine) = station_fine(below.body.name(), scope.as_of()).filter(|_| below.township.is_none()) {
        let highest = imposed.and_then(|imposed| imposed.highest_fine).filter(|most| *most > fine.most);
        let (what_zh, what_en) = match highest {
            Some(most) => (format!("罚款上限{most}元"), format!("its fine goes up to {most} yuan")),
            None => ("处罚种类不限于警告和罚款".to_owned(), "its penalties are not only warnings and fines".to_owned()),
        };
        return (
            format!("{what_zh}；{}规定{}可以决定的处罚，罚款以{}元为限", fine.citation, fine.station.zh, fine.most),
            format!(
                "{what_en}, and {} lets a {} decide up to {} yuan",
                fine.citation.document, fine.station.en, fine.most
            ),
        );
    }
    let (zh, en) = match (holds_all, below.township.is_some()) {
        (true, true) => (
            "所引条款没有规定由乡镇、街道行使，也没有赋权记录",
            "no provision cited gives it to townships, and no delegation covers it",
        ),
        (true, false) => ("所引条款没有规定由派出机构行使", "no provision cited gives it to a dispatched agency"),
        (false, true) => (
            "没有赋权记录，所引条款不全在已查对的国家法律、法规、规章之内，暂不能判定是否授予乡镇",
            "no delegation covers it, and whether a provision cited gives it to townships is not known",
        ),
        (false, false) => (
            "所引条款不全在已查对的国家法律、法规、规章之内，暂不能判定是否授予派出机构",
            "whether a provision cited gives it to a dispatched agency is not known",
        ),
    };
    (zh.to_owned(), en.to_owned())
}

/// Whether provisions are cited as what gives the power, and the instruments of all of them are among the texts of the state
/// that were searched for powers of townships. What a record of the catalog or a region's regulation gives is not known.
fn are_provisions_held(whole: &Whole<'_>, item: u32) -> bool {
    let mut giving = giving(whole, item).peekable();
    giving.peek().is_some()
        && giving.all(|number| {
            let cited = whole.facts.citations.cited.get(number);
            let instrument = cited.and_then(|cited| whole.citations().instrument_of(cited));
            whole.citations().citation(number).state != State::NotHeld
                && instrument.is_some_and(|of| {
                    of.rank.is_some_and(is_of_state) && LawFacts::known().instrument(&of.title).is_some()
                })
        })
}

fn is_of_state(rank: LegalRank) -> bool {
    matches!(
        rank,
        LegalRank::Constitution
            | LegalRank::Law
            | LegalRank::AdministrativeRegulation
            | LegalRank::StateCouncilDecision
            | LegalRank::DepartmentalRule
    )
}

/// The citations of an item that give the power, by their numbers.
fn giving<'a>(whole: &'a Whole<'_>, item: u32) -> impl Iterator<Item = u32> + use<'a> {
    let facts = &whole.facts.citations;
    let gives = |number: &u32| facts.cited.get(*number).is_some_and(|cited| cited.list.gives_power());
    facts.of_item(item).iter().copied().filter(gives)
}

/// The items of which powers are parts: what is delegated is delegated with its parts, and a part that states no basis rests on
/// that of the whole.
struct Heads(HashMap<u32, u32>);

impl Heads {
    fn of(whole: &Whole<'_>) -> Self {
        Self(whole.facts.parts.of_list(Kind::PowerItem, &whole.facts.records).into_iter().collect())
    }

    fn head(&self, item: u32) -> Option<u32> {
        self.0.get(&item).copied()
    }

    /// The item on whose basis a power rests.
    fn grounding(&self, whole: &Whole<'_>, item: u32) -> u32 {
        let head = || self.head(item).filter(|_| giving(whole, item).next().is_none());
        head().unwrap_or(item)
    }
}

/// Whether a dispatched agency is one to which a statute gives penalties, as far as what is stated goes: stations of the police
/// and of the tax office up to a fine, branches of ecology bureaus, stations of market supervision. Branches of the police and
/// of the tax office are organs of their own.
fn may_punish(scope: &Scope<'_>, whole: &Whole<'_>, item: u32, body: &Body) -> bool {
    let name = body.name();
    let is_branch = name.ends_with("分局");
    if is_branch && ["生态环境", "公安", "税务", "市场监督"].iter().any(|of| name.contains(of)) {
        return true;
    }
    // Parts of the police and of fire and rescue that statutes let punish: 道路交通安全法 §5, 出境入境管理法 §70, 消防法 §70.
    if ["交通管理", "交通警察", "交警", "出入境", "消防救援"].iter().any(|of| name.contains(of)) {
        return true;
    }
    let is_station = name.ends_with('所');
    if is_station && ["市场监", "工商"].iter().any(|of| name.contains(of)) {
        return true;
    }
    let Some(fine) = station_fine(name, scope.as_of()) else { return false };
    let Some(imposed) = whole.facts.imposed.of_item(item).filter(|imposed| imposed.has(Stated::Penalties)) else {
        return true;
    };
    // How high a fine is that states no maximum is not known.
    let is_within = !imposed.has(Stated::Fine) || imposed.highest_fine.is_none_or(|most| most <= fine.most);
    is_within && !imposed.has(Stated::BeyondFine)
}

/// Whether a dispatched agency is that of a body of a city or higher: it is below its own body, and not below the county.
fn is_branch_of_city(whole: &Whole<'_>, body: &Body) -> bool {
    let bodies = &whole.facts.bodies;
    let parent = body.parent.and_then(|number| bodies.body(number));
    is_of_city_or_higher(parent.unwrap_or(body), bodies)
}

/// The powers that delegations in force pass on: by the record of the power, and by its name, as a township may list it in
/// a record of its own.
#[derive(Default)]
struct Covered {
    items: HashSet<(u32, u32)>,
    items_for_all: HashSet<u32>,
    names: HashSet<(NameKey, u32)>,
    names_for_all: HashSet<NameKey>,
}

impl Covered {
    fn of(scope: &Scope<'_>, whole: &Whole<'_>) -> Self {
        let (facts, mut covered) = (whole.facts, Self::default());
        for delegation in facts.delegations.with_continued() {
            if !delegation.is_in_force(scope.as_of()) {
                continue;
            }
            let item = facts.records.ordinal(Kind::PowerItem, delegation.power_item.as_str());
            let of_power = item.and_then(|item| facts.names.of_item(Kind::PowerItem, item)).map(|named| named.bare);
            let names = [delegation.name, of_power].into_iter().flatten();
            if delegation.to_all_townships {
                covered.items_for_all.extend(item);
                covered.names_for_all.extend(names.clone());
            }
            let townships = delegation.to.iter().flat_map(|&to| [Some(to), township_of(&facts.bodies, to)]);
            for to in townships.flatten() {
                covered.items.extend(item.map(|item| (item, to)));
                covered.names.extend(names.clone().map(|name| (name, to)));
            }
        }
        covered
    }

    fn has(&self, whole: &Whole<'_>, item: u32, body: u32, township: Option<u32>) -> bool {
        let name = whole.facts.names.of_item(Kind::PowerItem, item).map(|named| named.bare);
        let is_named = |body: u32| {
            self.items.contains(&(item, body)) || name.is_some_and(|name| self.names.contains(&(name, body)))
        };
        let is_for_all =
            || self.items_for_all.contains(&item) || name.is_some_and(|name| self.names_for_all.contains(&name));
        is_named(body) || township.is_some_and(|township| is_named(township) || is_for_all())
    }
}

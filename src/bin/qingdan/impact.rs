//! `qingdan impact`.

use qingdan::Lang;
use qingdan::impact::Impact;
use qingdan::law::facts::LawFacts;
use qingdan::law::openings::Openings;
use qingdan::model::Kind;
use qingdan::writer::impact::{write_csv, write_html, write_markdown, write_text};
use qingdan::writer::write_json;

use crate::args::{ImpactArgs, ImpactFormat};
use crate::judge::{limits, openings};
use crate::law::added_facts;
use crate::output::{Outcome, Output, tell};
use crate::whole::Whole;

pub(crate) fn run(args: &ImpactArgs, output: &mut Output) -> Outcome {
    let lang = args.whole.lang.lang();
    let (from, to) = (args.from, args.to);
    if from >= to {
        tell(&match (lang, from == to) {
            (Lang::Zh, true) => {
                format!("qingdan：--from 和 --to 是同一天（{from}），其间没有变动；--to 应当晚于 --from")
            }
            (Lang::Zh, false) => format!("qingdan：--from（{from}）晚于 --to（{to}）；较早的一天写在 --from"),
            (Lang::En, true) => {
                format!(
                    "qingdan: --from and --to are the same day ({from}), between which nothing changes; --to must be later"
                )
            }
            (Lang::En, false) => {
                format!("qingdan: --from ({from}) is after --to ({to}); the earlier day goes to --from")
            }
        });
        return Outcome::Failed;
    }
    let limits = limits(args.whole.max_bytes);
    let mut law = LawFacts::known().clone();
    if let Some(path) = &args.law_facts {
        let Some(added) = added_facts(path, limits, lang) else { return Outcome::Failed };
        law.extend(added.facts);
        if let Some(day) = args.law_known_to {
            law = law.with_known_to(day);
        }
    }
    let mut held = Openings::known().clone();
    if let Some(path) = &args.openings {
        let Some(added) = openings(path, limits, lang) else { return Outcome::Failed };
        held.extend(added);
    }
    let whole = Whole {
        args: &args.whole,
        beside: args.law_facts.iter().chain(&args.openings).collect(),
        can_do_without: is_not_cited,
        refusal: (
            "qingdan：没有说明法律变动的影响，否则未能读取的事项会遗漏；请先改正以上错误",
            "qingdan: nothing was said of changes of the law, as items that cannot be read would be missing; correct the errors above first",
        ),
        left_out: (
            "qingdan：以上记录未能读取，与事项的依据无关；影响照常列出",
            "qingdan: the records above could not be read; no basis of an item needs them, and all is told",
        ),
    };
    let make = |catalog: &_| Impact::of(catalog, &law, Some(&held), from, to);
    whole.show(make, output, |impact, to| {
        let Ok(impact) = impact else { return Ok(()) };
        match args.format {
            ImpactFormat::Human => write_text(impact, lang, to),
            ImpactFormat::Markdown => write_markdown(impact, lang, to),
            ImpactFormat::Json => write_json(impact, to),
            ImpactFormat::Csv => write_csv(impact, lang, to),
            ImpactFormat::Html => write_html(impact, lang, to),
        }
    })
}

/// Whether nothing that is said of items needs records of a kind.
fn is_not_cited(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::LicensingItem | Kind::PowerItem | Kind::ServiceItem | Kind::Organization | Kind::LegalInstrument
    )
}

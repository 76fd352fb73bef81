//! `qingdan adjust`.

use std::io::{self, Write};

use qingdan::Lang;
use qingdan::diff::{Proposal, ProposalGap, propose};
use qingdan::model::{Record as _, RecordRef};

use crate::args::AdjustArgs;
use crate::output::{Outcome, Output, tell, write_harmless};
use crate::{editions, file};

/// How many records are named of those that lack the same.
const NAMED: usize = 10;

pub(crate) fn run(args: &AdjustArgs, output: &mut Output) -> Outcome {
    let lang = args.editions.lang.lang();
    let Some((old, new)) = editions::read(&args.editions) else {
        return Outcome::Failed;
    };
    let proposals = propose(&old, &new);
    let written = if let Some(file) = args.editions.to_file() {
        file::replace(file, lang, |to| write(&proposals, to))
    } else {
        let mut text = Vec::new();
        write(&proposals, &mut text).and_then(|()| write_harmless(&text, output)).unwrap_or_default();
        Outcome::Clean
    };
    if written == Outcome::Clean {
        tell_gaps(&proposals, lang);
    }
    written
}

/// One record a line under its tag, as a catalog in NDJSON has it.
fn write(proposals: &[Proposal], mut to: impl Write) -> io::Result<()> {
    for proposal in proposals {
        serde_json::to_writer(&mut to, &RecordRef::Adjustment(&proposal.adjustment))?;
        to.write_all(b"\n")?;
    }
    Ok(())
}

/// Says how many records were drafted, and what is left to fill in, once for all that lack the same.
fn tell_gaps(proposals: &[Proposal], lang: Lang) {
    let number = proposals.len();
    tell(&match (number, lang) {
        (0, Lang::Zh) => "qingdan：没有缺少的调整记录".to_owned(),
        (0, Lang::En) => "qingdan: no adjustment record is missing".to_owned(),
        (_, Lang::Zh) => format!("qingdan：草拟调整记录{number}条"),
        (_, Lang::En) => format!("qingdan: adjustment records drafted: {number}"),
    });
    let mut alike: Vec<(&[ProposalGap], Vec<&str>)> = Vec::new();
    for proposal in proposals.iter().filter(|proposal| !proposal.gaps.is_empty()) {
        let id = proposal.adjustment.id().as_str();
        match alike.iter_mut().find(|(gaps, _)| *gaps == proposal.gaps) {
            Some((_, ids)) => ids.push(id),
            None => alike.push((&proposal.gaps, vec![id])),
        }
    }
    for (gaps, ids) in alike {
        tell(&left_to_fill_in(gaps, &ids, lang));
    }
}

fn left_to_fill_in(gaps: &[ProposalGap], ids: &[&str], lang: Lang) -> String {
    let named = ids.get(..NAMED).unwrap_or(ids);
    match lang {
        Lang::Zh => {
            let gaps: Vec<&str> = gaps.iter().map(|gap| gap.title_zh()).collect();
            let more = if ids.len() > NAMED { format!("等{}条", ids.len()) } else { String::new() };
            format!("qingdan：{}待填：{}{more}", gaps.join("、"), named.join("、"))
        }
        Lang::En => {
            let gaps: Vec<String> = gaps.iter().map(|gap| gap.as_str().replace('_', " ")).collect();
            let more = ids.len().saturating_sub(NAMED);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            format!("qingdan: to be filled in ({}): {}{more}", gaps.join(", "), named.join(", "))
        }
    }
}

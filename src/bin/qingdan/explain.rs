//! `qingdan explain`.

use qingdan::rules;
use qingdan::writer::rules::{write_planned, write_rule};
use qingdan::{Lang, RuleCode};

use crate::args::ExplainArgs;
use crate::output::{Outcome, Output, tell};

/// How many codes to offer for one that is not known.
const NEAREST: usize = 3;

pub(crate) fn run(args: &ExplainArgs, output: &mut Output) -> Outcome {
    let lang = args.lang.lang();
    let asked = args.code.trim();
    let code: Option<RuleCode> = asked.to_ascii_uppercase().parse().ok();
    let is_asked = |known: RuleCode, name: &str| code == Some(known) || asked.eq_ignore_ascii_case(name);
    let written = if let Some(rule) = rules::all().find(|rule| is_asked(rule.code, rule.name)) {
        write_rule(rule, lang, output)
    } else if let Some(rule) = rules::PLANNED.iter().find(|rule| is_asked(rule.code, rule.name)) {
        write_planned(rule, lang, output)
    } else {
        let nearest = nearest(asked).join(", ");
        // Cut, as the argument may be of any length.
        let asked: String = asked.chars().take(60).collect();
        tell(&match lang {
            Lang::Zh => format!("qingdan：没有规则 `{asked}`；相近的有 {nearest}；qingdan rules 列出全部"),
            Lang::En => {
                format!("qingdan: there is no rule `{asked}`; near to it are {nearest}; qingdan rules lists all")
            }
        });
        return Outcome::Failed;
    };
    written.map_or(Outcome::Failed, |()| Outcome::Clean)
}

/// The codes nearest to what was asked for, by code or name.
fn nearest(asked: &str) -> Vec<String> {
    let asked = asked.to_ascii_lowercase();
    let known = rules::all().map(|rule| (rule.code, rule.name));
    let mut known: Vec<(usize, RuleCode)> = known
        .chain(rules::PLANNED.iter().map(|rule| (rule.code, rule.name)))
        .map(|(code, name)| {
            let to_code = strsim::damerau_levenshtein(&asked, &code.to_string().to_ascii_lowercase());
            (to_code.min(strsim::damerau_levenshtein(&asked, name)), code)
        })
        .collect();
    known.sort_unstable();
    known.into_iter().take(NEAREST).map(|(_, code)| code.to_string()).collect()
}

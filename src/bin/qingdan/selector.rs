//! Rules as arguments name them.

use std::error::Error;
use std::fmt;

use qingdan::{RuleSelector, rules};

/// A text that selects no rule, and the name or code that it may mean.
#[derive(Debug)]
pub(crate) struct UnknownSelector {
    nearest: Option<String>,
}

impl Error for UnknownSelector {}

impl fmt::Display for UnknownSelector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it names no rule")?;
        if let Some(nearest) = &self.nearest {
            write!(f, "; did you mean `{nearest}`?")?;
        }
        f.write_str(" Write a code such as `QD101`, a family such as `QD1`, or a name; `qingdan rules` lists them")
    }
}

impl UnknownSelector {
    pub(crate) fn zh(&self) -> String {
        let nearest = self.nearest.as_ref().map(|nearest| format!("，是否为 {nearest}？")).unwrap_or_default();
        format!("没有这样的规则{nearest}；写规则编号（如 QD101）、类别（如 QD1）或者规则名，qingdan rules 列出全部")
    }
}

/// A code, family or name in any case, with blanks around it.
pub(crate) fn selector(text: &str) -> Result<RuleSelector, UnknownSelector> {
    let text = text.trim();
    let upper = text.to_ascii_uppercase().parse::<RuleSelector>();
    upper.or_else(|_| text.to_ascii_lowercase().parse()).map_err(|_| {
        let lower: String = text.chars().take(60).collect::<String>().to_ascii_lowercase();
        let rules = rules::all().map(|rule| (rule.code, rule.name));
        let known = rules.chain(rules::PLANNED.iter().map(|planned| (planned.code, planned.name)));
        let spelled = known.flat_map(|(code, name)| [code.to_string(), name.to_owned()]);
        let nearest = spelled
            .map(|known| (strsim::osa_distance(&lower, &known.to_ascii_lowercase()), known))
            .filter(|(distance, known)| distance.saturating_mul(3) <= known.len())
            .min();
        UnknownSelector { nearest: nearest.map(|(_, known)| known) }
    })
}

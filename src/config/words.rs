//! What is wrong with a configuration, in both languages.
//!
//! Readers of TOML hand over one English sentence, so that what it says of what was found is read from the text again.

use toml::de::DeValue;

use super::day::WITH_TIME;
use super::fields::{NAMED_TWICE, NO_POINTER, NO_RULE};
use super::{RuleLevel, RuleName};
use crate::check::{RuleSelector, nearest_rule};
use crate::code::DivisionCode;
use crate::codelist::TimeUnit;
use crate::finding::{RuleCode, Severity};
use crate::lang::Message;
use crate::law::region::Parameter;
use crate::model::{Date, DateProblem, Id, IdProblem, InvalidDate, InvalidId, Kind};
use crate::print::{excerpt, printable};
use crate::report::FailLevel;

/// What was said in both languages, with what was found and what is allowed; `found` is the text at the place.
pub(super) fn in_words(said: &str, found: &str) -> Message {
    let value = DeValue::parse(found).ok().and_then(|value| value.get_ref().as_str().map(str::to_owned));
    let value = value.as_deref().unwrap_or(found);
    of_names(said)
        .or_else(|| of_shape(said, value))
        .or_else(|| of_rules(said, value))
        .or_else(|| of_values(said, value))
        .unwrap_or_else(|| {
            let said = printable(said);
            Message::new(format!("TOML 写法有误（{said}）"), said)
        })
}

/// A key or value that is not known, with the one that is meant.
fn of_names(said: &str) -> Option<Message> {
    let is_field = said.starts_with("unknown field");
    if !is_field && !said.starts_with("unknown variant") {
        return None;
    }
    let mut quoted = said.split('`').skip(1).step_by(2);
    let found = quoted.next()?;
    let allowed: Vec<&str> = quoted.collect();
    let (zh_nearest, en_nearest) = meant(nearest(found, allowed.iter().copied()));
    let found = excerpt(found);
    let (zh_what, en_what) = if is_field { ("键", "key") } else { ("取值", "value") };
    Some(Message::new(
        format!("没有{zh_what}“{found}”{zh_nearest}；可用的有：{}", allowed.join("、")),
        format!("there is no {en_what} `{found}`{en_nearest}; allowed: {}", allowed.join(", ")),
    ))
}

/// What is missing, stands twice, or is of another type.
fn of_shape(said: &str, found: &str) -> Option<Message> {
    let shown = excerpt(found);
    if let Some(key) = said.strip_prefix("missing field ") {
        let key = key.trim_matches('`');
        return Some(Message::new(
            format!("缺少必填的键“{key}”；请补上"),
            format!("the key `{key}` is missing; add it"),
        ));
    }
    if said.starts_with("duplicate key") {
        return Some(Message::new(
            format!("键“{shown}”重复；请只保留一处"),
            format!("the key `{shown}` stands twice; keep one of them"),
        ));
    }
    if said == "wanted string or table" {
        return Some(Message::new(
            format!("此处为“{shown}”；应为 zh 或者 en，写在引号内"),
            format!("found `{shown}`; allowed: zh, en, between quotation marks"),
        ));
    }
    if let Some(rest) = said.strip_prefix("invalid length ") {
        let expected = expected(rest.split_once(", expected ")?.1);
        return Some(Message::new(
            format!("内容为空；应为{}", expected.zh),
            format!("it is empty; expected {}", expected.en),
        ));
    }
    let rest = said.strip_prefix("invalid type: ").or_else(|| said.strip_prefix("invalid value: "))?;
    let (unexpected, wanted) = rest.rsplit_once(", expected ")?;
    let expected = expected(wanted);
    let zh_found = match unexpected.split([' ', ',']).next()? {
        "integer" => format!("整数 {shown}"),
        "floating" => format!("小数 {shown}"),
        "boolean" => format!("布尔值 {shown}"),
        "string" => format!("文本“{shown}”"),
        "sequence" => "数组".to_owned(),
        "map" => "表".to_owned(),
        _ => format!("“{shown}”"),
    };
    Some(Message::new(
        format!("此处为{zh_found}；应为{}", expected.zh),
        format!("found {}; expected {}", excerpt(unexpected), expected.en),
    ))
}

/// What a type says it expects; of a list its values.
fn expected(wanted: &str) -> Message {
    let list = match wanted.strip_prefix("a value of the list ") {
        Some("FailLevel") => FailLevel::NAMES,
        Some("Kind") => Kind::NAMES,
        Some("Parameter") => Parameter::NAMES,
        Some("RuleLevel") => RuleLevel::NAMES,
        Some("Severity") => Severity::NAMES,
        Some("TimeUnit") => TimeUnit::NAMES,
        _ => &[],
    };
    if !list.is_empty() {
        return Message::new(
            format!("文本，可用的有：{}", list.join("、")),
            format!("a text, allowed: {}", list.join(", ")),
        );
    }
    let (zh, en) = match wanted {
        "a string" | "a borrowed string" => ("文本（写在引号内）", "a text (between quotation marks)"),
        "a text that is not empty" => ("非空的文本", wanted),
        "a boolean" => ("true 或者 false", "true or false"),
        "a sequence" => ("数组（写在方括号内）", "a list (between square brackets)"),
        "a nonzero u16" | "u16" => ("1至65535的整数", "an integer, 1 to 65535"),
        "a day, such as 2026-12-31" => ("日期，如 2026-12-31", wanted),
        "a division code of 6, 9 or 12 digits" => ("6、9或12位数字的行政区划代码（写在引号内）", wanted),
        "an id: 1 to 64 characters without blanks" => ("标识：1至64个字符，不含空白（写在引号内）", wanted),
        _ if wanted == "a map" || wanted.starts_with("struct ") => ("表（键和值）", "a table (keys and values)"),
        _ => (wanted, wanted),
    };
    Message::new(zh, en)
}

/// A rule that there is not, or that is named twice.
fn of_rules(said: &str, found: &str) -> Option<Message> {
    let shown = excerpt(found);
    if said == NAMED_TWICE {
        let rule = found.parse::<RuleName>().map_or_else(|_| shown.clone(), |name| name.to_string());
        return Some(Message::new(
            format!("“{shown}”即规则 {rule}，前面已经写过；请只保留一处"),
            format!("`{shown}` is the rule {rule}, which an earlier key of `rules` names; keep one of them"),
        ));
    }
    let not_a_code = || found.parse::<RuleCode>().is_err_and(|wrong| wrong.to_string() == said);
    if said == NO_RULE || not_a_code() {
        // A name is understood, and answered with the code that is to be written.
        let (zh, en) = meant(nearest_rule(found).map(|(_, code)| code.to_string()));
        return Some(Message::new(
            format!(
                "没有编号为“{shown}”的规则{zh}；写规则编号（如 QD101），自定规则写 X 和三位数字，qingdan rules 列出全部"
            ),
            format!(
                "there is no rule with the code `{shown}`{en}; write a code such as `QD101`, or `X` and three digits for a rule of your own; `qingdan rules` lists them"
            ),
        ));
    }
    found.parse::<RuleSelector>().err().filter(|wrong| wrong.to_string() == said)?;
    let (zh, en) = meant(nearest_rule(found).map(|(spelled, _)| spelled));
    Some(Message::new(
        format!("没有规则“{shown}”{zh}；写规则编号（如 QD101）、类别（如 QD1）或者规则名，qingdan rules 列出全部"),
        format!(
            "`{shown}` names no rule{en}; write a code such as `QD101`, a family such as `QD1`, or a name; `qingdan rules` lists them"
        ),
    ))
}

/// A text that is no day, path, id or division code. The types say in English what is wrong; the one that says so is
/// the one that was meant.
fn of_values(said: &str, found: &str) -> Option<Message> {
    let shown = excerpt(found);
    if said == WITH_TIME {
        return Some(Message::new(
            format!("“{shown}”带有时刻；应只写日期，如 2026-12-31"),
            format!("`{shown}` has a time of day; write the day alone, such as 2026-12-31"),
        ));
    }
    if said == NO_POINTER {
        return Some(Message::new(
            format!("“{shown}”不是标识路径；应为空，或者以“/”开头，如 /parent"),
            format!("`{shown}` is {NO_POINTER}"),
        ));
    }
    let of_toml = said.starts_with("invalid date");
    if let Some(wrong) = found.parse::<Date>().err().filter(|wrong| of_toml || wrong.to_string() == said) {
        return Some(Message::new(of_date(&wrong), wrong.to_string()));
    }
    if let Some(wrong) = found.parse::<Id>().err().filter(|wrong| wrong.to_string() == said) {
        return Some(Message::new(of_id(&wrong), said));
    }
    let wrong = DivisionCode::parse(found).err()?.message();
    (wrong.en == said).then_some(wrong)
}

fn of_date(wrong: &InvalidDate) -> String {
    let problem = match wrong.problem {
        DateProblem::Form => "写法不对".to_owned(),
        DateProblem::Month(month) => format!("没有{month}月"),
        DateProblem::Day { year, month, day, last } => format!("{year}年{month}月没有{day}日，只有{last}天"),
    };
    format!("“{}”不是日期：{problem}；应写作 YYYY-MM-DD，如 2026-12-31", excerpt(&wrong.found))
}

fn of_id(wrong: &InvalidId) -> String {
    let problem = match wrong.problem {
        IdProblem::Empty => "内容为空".to_owned(),
        IdProblem::TooLong(count) => format!("有{count}个字符"),
        IdProblem::Blank(at) => format!("第{at}个字符为空白或不可见字符"),
    };
    format!("“{}”不是标识：{problem}；应为1至64个字符，不含空白和不可见字符", excerpt(&wrong.found))
}

fn nearest<'n>(found: &str, known: impl Iterator<Item = &'n str>) -> Option<String> {
    known
        .map(|known| (strsim::osa_distance(found, known), known))
        .filter(|(distance, known)| distance.saturating_mul(3) <= known.len())
        .min()
        .map(|(_, known)| known.to_owned())
}

fn meant(nearest: Option<String>) -> (String, String) {
    nearest.map(|known| (format!("，是否为 {known}？"), format!("; did you mean `{known}`?"))).unwrap_or_default()
}

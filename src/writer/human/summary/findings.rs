//! What was found, by rule, and what to do next.

use std::io::{self, Write};

use super::line::line;
use crate::finding::{Aspect, Severity};
use crate::lang::Lang;
use crate::print::cut;
use crate::report::Verdict;
use crate::writer::LONGEST_NAME;
use crate::writer::said::Said;

pub(super) fn counts(said: &Said<'_>, to: &mut impl Write) -> io::Result<()> {
    line(said, "发现", "findings", &said.by_severity(|severity| said.report.count(severity)), to)?;
    for (code, count) in said.report.by_rule() {
        let title = cut(said.report.rule(code).map_or("", |rule| rule.title.text(said.lang)), LONGEST_NAME);
        match said.lang {
            Lang::Zh => writeln!(to, "    {code}  {title}  {count} 项")?,
            Lang::En => writeln!(to, "    {code}  {title}  {count}")?,
        }
    }
    Ok(())
}

/// What to do next: one sentence.
pub(super) fn next(said: &Said<'_>) -> String {
    let errors = said.report.count(Severity::Error);
    let others = said.report.count(Severity::Warning).saturating_add(said.report.count(Severity::Info));
    let open = Aspect::ALL.iter().any(|&aspect| said.report.verdict(aspect) != Verdict::Yes);
    let worst = said.worst().map_or_else(|| "QD001".to_owned(), |code| code.to_string());
    if errors > 0 {
        match said.lang {
            Lang::Zh => format!("从第一项错误改起，改后再检查一遍；规则的依据和改法见 qingdan explain {worst}"),
            Lang::En => format!(
                "correct the errors from the first one on and check again; qingdan explain {worst} tells ground and cure of a rule"
            ),
        }
    } else if !said.report.unread_inputs.is_empty() {
        said.say(
            "没有检查全部文件：先处理无法读取的文件，再检查一遍",
            "not every file was checked: see to those that could not be read, and check again",
        )
        .to_owned()
    } else if others > 0 {
        match said.lang {
            Lang::Zh => format!("没有错误；请逐项核对警告和提示，规则说明见 qingdan explain {worst}"),
            Lang::En => format!("no error; look at each warning and notice, and see qingdan explain {worst}"),
        }
    } else if open {
        said.say(
            "没有需要改正的；“暂不能判定”不等于合格，未运行的规则所查的内容请人工核对",
            "nothing to correct; what is not shown is not passed either, and still needs a person's eye",
        )
        .to_owned()
    } else {
        said.say("没有需要改正的", "nothing to correct").to_owned()
    }
}

//! The help of the command, in both languages.

use clap::{Arg, ArgAction, Command, CommandFactory as _};
use qingdan::Lang;

use crate::args::Args;

/// The command, with its help in a language.
pub(crate) fn command(lang: Lang) -> Command {
    let command = Args::command();
    match lang {
        Lang::En => command,
        Lang::Zh => in_chinese(command, "qingdan"),
    }
}

/// The command as it is described to others: all that it is, and nothing that clap says of itself in English alone.
pub(crate) fn described(lang: Lang) -> Command {
    let command = command(lang).disable_help_subcommand(true);
    match lang {
        Lang::En => command,
        Lang::Zh => with_flags_in_chinese(command),
    }
}

fn with_flags_in_chinese(command: Command) -> Command {
    let flag = |name: &'static str, short: char, action: ArgAction, help: &'static str| {
        Arg::new(name).short(short).long(name).action(action).help(help)
    };
    let mut command = command
        .disable_help_flag(true)
        .arg(flag("help", 'h', ArgAction::Help, "显示说明"))
        .disable_help_subcommand(true);
    if command.get_version().is_some() {
        command = command.disable_version_flag(true).arg(flag("version", 'V', ArgAction::Version, "显示版本"));
    }
    command.mut_subcommands(with_flags_in_chinese)
}

/// A text with the values of options described in a language; `written` writes a description as it stands there.
pub(crate) fn values(text: &str, lang: Lang, written: impl Fn(&str) -> String) -> String {
    let mut values: Vec<&(&str, &str)> = VALUES.iter().filter(|_| lang == Lang::Zh).collect();
    // Some begin as others are.
    values.sort_by_key(|(en, _)| std::cmp::Reverse(en.len()));
    values.into_iter().fold(text.to_owned(), |text, (en, zh)| text.replace(&written(en), zh))
}

fn in_chinese(mut command: Command, path: &str) -> Command {
    if let Some(about) = help_of(path) {
        command = command.about(about).long_about(about);
    }
    if let Some(after) = help_of(&format!("{path} after")) {
        command = command.after_help(after);
    }
    let arguments: Vec<String> = command.get_arguments().map(|argument| argument.get_id().to_string()).collect();
    for id in arguments {
        if let Some(help) = help_of(&format!("{path} {id}")).or_else(|| help_of(&id)) {
            command = command.mut_arg(&id, |argument| argument.help(help).long_help(help));
        }
    }
    let below: Vec<String> = command.get_subcommands().map(|below| below.get_name().to_owned()).collect();
    for name in below {
        let path = if path == "qingdan" { name.clone() } else { format!("{path} {name}") };
        command = command.mut_subcommand(&name, |below| in_chinese(below, &path));
    }
    command
}

fn help_of(key: &str) -> Option<&'static str> {
    HELP.iter().find(|(known, _)| *known == key).map(|(_, help)| *help)
}

/// Help as it is printed: what clap says of itself, and the values of options, in a language.
pub(crate) fn printed(text: &str, lang: Lang) -> String {
    match lang {
        Lang::En => text.to_owned(),
        Lang::Zh => {
            let text = WORDS.iter().fold(text.to_owned(), |text, (en, zh)| text.replace(en, zh));
            text.split('\n').map(value_in_chinese).collect::<Vec<_>>().join("\n")
        }
    }
}

/// A value of an option with its help, on a line of its own: `- json:  For programs`, filled up with blanks.
fn value_in_chinese(line: &str) -> String {
    let value = line.split_once(':').filter(|(name, _)| name.trim_start().starts_with("- "));
    let known = value.and_then(|(name, help)| {
        let (_, zh) = VALUES.iter().find(|(en, _)| *en == help.trim())?;
        Some(format!("{name}：{zh}"))
    });
    known.unwrap_or_else(|| line.to_owned())
}

const EXIT_CODES: &str = "退出码：0 未发现错误，1 发现错误，2 未能完成（文件无法读取、用法有误、磁盘已满等）；2 优先于 1。\
     写文件时整体替换，否则不变；文件有几个名称（硬链接）的，以及管道、设备，就地写入。";

/// The help of commands and options, by command and option; an option of many commands by its name alone.
const HELP: &[(&str, &str)] = &[
    ("qingdan", "按有法律依据的规则判断地方政府权责清单、许可事项清单等目录"),
    ("qingdan after", EXIT_CODES),
    ("check", "检查目录，报告哪里有错、依据什么"),
    ("check after", EXIT_CODES),
    (
        "inputs",
        "目录：文件、文件夹、通配符（如 lists/**/*.json），或者 -（标准输入）。文件夹中检查所有 *.json、*.ndjson、*.jsonl，但不检查没有任何目录成员的 JSON（如 JSON Schema）；以点开头的名称、符号链接，以及 .gitignore、.ignore、.qingdanignore 所列的略过。不写则为配置中的 include。直接写出的工作簿（xls、xlsx）和表格（csv）按 qingdan import 的方式读入，合为一个目录",
    ),
    ("check format", "报告的形式"),
    ("check output", "报告写到何处；不写则为标准输出。文件整体替换，否则不变"),
    (
        "check report",
        "另写一份报告，写明形式和文件：sarif=out/check.sarif，可写多个；没有的文件夹自动建立。annotated=文件夹 把检查过的工作簿加上批注写入文件夹",
    ),
    ("check baseline", "已知的发现，由 qingdan baseline write 写出：只列出其他的，也只因其他的而不通过"),
    ("check fail_level", "发现达到哪一级时退出码为 1 [默认：error]"),
    ("check show_level", "列出哪一级以上的发现，不写为全部；计数总是全部"),
    ("check statistics", "供人阅读时，不列发现，只列每条规则的发现数"),
    ("check quiet", "供人阅读时，不写检查结果小结；也不说明略过了什么"),
    ("files_from", "列有输入的文件，或者 -（标准输入）：每行一个，或者各以 NUL 结束"),
    ("exclude", "在文件夹中遇到、由通配符匹配到而不检查的文件的通配符，可写多个"),
    ("no_config", "不用任何配置"),
    ("profile", "清单怎样读：导入配置（TOML 文件），或者内置配置 official、c0109"),
    ("division", "是哪个行政区划的清单，写代码，如 150625；不写则为导入配置中的，或者标题开头的地名"),
    ("import", "把部门手中的工作簿读成目录，并说明每一栏、每一行的去向"),
    ("import after", EXIT_CODES),
    (
        "import files",
        "工作簿（xls、xlsx）、表格（csv）或者每行一个对象的 JSON；是什么文件看内容，不看扩展名。全部合为一个目录",
    ),
    ("import output", "目录写到何处；不写则为标准输出。文件整体替换，否则不变"),
    ("import to", "目录的书写形式；不写则看 --output 的扩展名，再不然为文档"),
    ("import dry_run", "只列出每一栏会读成什么，不写目录"),
    ("import account", "把每张表、每一栏、每一行的去向写成 JSON 文件"),
    ("import print_profile", "打印内置配置，供编写自己的配置参考"),
    ("import quiet", "不说明各栏、各行的去向"),
    ("export", "按官方栏目次序写出目录中的权责清单，供部门修改后交回"),
    ("export after", EXIT_CODES),
    ("export format", "形式；不写则看 --output 的扩展名"),
    ("template", "写出空白清单：官方栏目、填写说明、可选值下拉列表"),
    ("template after", EXIT_CODES),
    ("template kind", "清单的种类"),
    ("template output", "工作簿写到何处。文件整体替换，否则不变"),
    ("baseline", "维护已知发现的清单（基线），使流水线只因新的发现而不通过"),
    (
        "baseline after",
        "基线中的文件名相对于基线所在的文件夹。使文件不能读取的发现不能记入基线。退出码：write 和 update：0 已写出，2 未能完成。check：0 没有新的，也没有已不存在的；1 有；2 未能完成。",
    ),
    ("baseline write", "记入这些文件现有的发现，取代原来所记的"),
    ("baseline update", "删除这些文件中已不存在的发现，其他不动"),
    ("baseline check", "说明有哪些新的发现，哪些已不存在"),
    ("baseline write baseline", "基线文件；不写则为配置中的，或者 qingdan-baseline.jsonl"),
    ("baseline update baseline", "基线文件；不写则为配置中的，或者 qingdan-baseline.jsonl"),
    ("baseline check baseline", "基线文件；不写则为配置中的，或者 qingdan-baseline.jsonl"),
    ("config", "说明所用的配置"),
    ("config show", "列出全部配置项的值及其出处（文件和行）"),
    ("config show config", "配置文件；不写则为当前文件夹及其上级中最近的 qingdan.toml"),
    ("check config", "配置文件；不写则为当前文件夹及其上级中最近的 qingdan.toml"),
    ("baseline write config", "配置文件；不写则为当前文件夹及其上级中最近的 qingdan.toml"),
    ("baseline update config", "配置文件；不写则为当前文件夹及其上级中最近的 qingdan.toml"),
    ("baseline check config", "配置文件；不写则为当前文件夹及其上级中最近的 qingdan.toml"),
    ("config show format", "列出的形式"),
    ("as_of", "以哪一天为准检查，写作 YYYY-MM-DD；不写则为中国（UTC+8）的今天"),
    (
        "law_facts",
        "法律文件的事实（CSV）：名称、效力级别、状态等（qingdan law 说明各列和已收录的内容）；其中的名称优先于已收录的",
    ),
    ("openings", "各法律文件条文的开头（规则 QD210 用），由 qingdan law build 写出；其中的版本优先于已收录的"),
    (
        "law_known_to",
        "--law-facts 收录法律至哪一天，写作 YYYY-MM-DD，仅在晚于已收录时写；检查日期晚于此日一年以上的，不据以判断",
    ),
    (
        "superior",
        "上级清单的文件，供需要对照它的规则（QD801 至 QD806、QD813）用；不写则这些规则不运行。可写多个，从最高一级写到最近一级（国家、自治区、盟市）；几份都有的事项，以最近一级为准",
    ),
    ("previous", "上一版次的文件，供需要对照它的规则用；不写则这些规则不运行"),
    (
        "parameter",
        "本地区自行规定的参数，供需要它的规则（QD811）或者只收录了部分地区数值的规则用：adjustment_publication=20工作日，有起始日的写作 =20工作日@2025-07-01。参数名：document_validity 规范性文件有效期、trial_document_validity 暂行试行文件有效期、adjustment_publication 清单调整后公布期限、delegation_evaluation 赋权评估周期。单位：工作日（wd）、自然日（cd）、日（d）、小时（h）、个月（m）、年（y）。优先于已收录的",
    ),
    ("together", "各文件合为一个目录检查：引用可以跨文件，结论只有一个；不写则各自检查"),
    ("threads", "用多少个线程检查 NDJSON，不写为一个；报告不因此而不同。单个 JSON 文档只用一个"),
    ("check max_findings", "每个文件最多列出多少种发现（相同的合为一种），0 为全部，默认 1000；其他形式列出全部"),
    ("select", "只用这些规则：编号（如 QD101）、类别（如 QD1）或者规则名（如 shape），以逗号分隔"),
    ("ignore", "不用这些规则；优先于 --select"),
    (
        "level",
        "某条规则或者某类规则的发现作为哪一级：QD116=error、QD1=info，可写多个，以逗号分隔，后写的优先。只影响显示和退出码，不影响结论",
    ),
    ("stdin_filename", "标准输入的名称；后缀同文件一样说明书写形式"),
    ("check color", "报告是否着色；auto 依 NO_COLOR、CLICOLOR_FORCE 和 TERM=dumb"),
    ("figures", "统计目录：单位、分子、分母和定义，并核对公布的数据"),
    ("figures format", "展示的形式"),
    ("delegations", "列出苏木乡镇赋权事项的沿革：哪项权力在哪个苏木乡镇由谁行使、自何时起，以及空档和重复行使"),
    ("delegations format", "展示的形式"),
    ("delegations as_of", "以哪一天为准说明各项赋权的状态，写作 YYYY-MM-DD；不写则为中国（UTC+8）的今天"),
    ("diff", "对照一个目录的两个版次：保留、取消、下放、新增、变更各有哪些，属于哪一类，由哪条调整记录载明"),
    (
        "diff after",
        "退出码：0 已对照，2 未能完成（有文件未能完整读取、用法有误、磁盘已满等）。用 --exit-code 时：0 除文字性修改外没有变化，1 有其他变化，2 同上。",
    ),
    ("diff format", "展示的形式"),
    ("diff exit_code", "有文字性修改以外的变化时，退出码为 1"),
    ("diff all", "文字性修改也列出，不写则只计数；JSON 总是全部列出"),
    ("adjust", "草拟两个版次之间缺少的动态调整记录"),
    (
        "adjust after",
        "每行为一条 {\"adjustment\": …}，接在新版次的逐行 JSON 之后即可；新版次是文档的，先用 qingdan convert 写成逐行 JSON，接好后再写回文档。待填的内容写到标准错误。退出码：0 已写出草稿，2 未能完成。",
    ),
    ("old", "旧版次，或者 -（标准输入）"),
    ("new", "新版次，或者 -（标准输入）"),
    (
        "conformance",
        "与上级清单逐项对照：哪些事项承接上级、哪些本地有依据、哪些在清单外且无依据，有何差异，以及未认领的事项",
    ),
    (
        "conformance superior",
        "上级清单的文件。可写多个，从最高一级写到最近一级（国家、自治区、盟市）；几份都有的事项，以最近一级为准",
    ),
    ("conformance format", "展示的形式"),
    ("conformance as_of", "以哪一天为准查法律文件的位阶和版本，写作 YYYY-MM-DD；不写则为中国（UTC+8）的今天"),
    ("impact", "两个日期之间法律变动对事项的影响：哪些依据失效、哪些条文序号变更，以及哪部法律涉及事项最多"),
    ("impact from", "起日，写作 YYYY-MM-DD：清单编制所依据的法律状态"),
    ("impact to", "止日，写作 YYYY-MM-DD，须晚于起日；当日的变化计入"),
    ("impact format", "展示的形式"),
    (
        "impact law_facts",
        "法律文件的事实（CSV）：名称、效力级别、状态等（qingdan law 说明各列和已收录的内容）；其中的名称优先于已收录的",
    ),
    ("impact openings", "各法律文件条文的开头，由 qingdan law build 写出；其中的版本优先于已收录的"),
    ("impact law_known_to", "--law-facts 收录法律至哪一天，写作 YYYY-MM-DD，仅在晚于已收录时写"),
    ("schema", "输出交换格式的 JSON Schema，或者列出全部"),
    ("schema name", "要输出的模式；不写则列出全部"),
    ("schema all_to", "把全部模式写入此文件夹"),
    (
        "schema strict",
        "严格的变体，用于编辑器和校验程序：格式中没有的栏目算错误，不得为 null，只有 JSON Schema 自己的关键字；文件名为 名称.strict.schema.json",
    ),
    ("rules", "列出全部规则，包括已公布而尚未实现的；或者输出其说明"),
    (
        "rules after",
        "--format json 给出按编号排列的数组。每项有 code、name、status（built 已实现、planned 待实现、retired 已停用）、severity、aspect；已实现的另有 since、title、unit、help（各为 {zh, en}）、citations（[{document, clause}]）、period（{from, until}，有期间时）、needs（[as_of, law, superior, previous, openings, parameter]）、reads（[字段]），停用的另有 retired（{since, replaced_by}）。",
    ),
    ("rules format", "列出的形式"),
    ("explain", "说明一条规则检查什么、为什么、怎么改"),
    ("explain code", "规则编号（如 QD201）或者规则名"),
    ("law", "输出判断所依据的法律：谁可以设定什么的各表、某一文件的情况，或者已收录的全部文件"),
    ("law title", "法律文件，如 水法：各版本、效力、最后一条、由何文件替代；不写则输出各表"),
    ("law instruments", "已收录的全部法律文件，每个版本一行"),
    ("law as_of", "以哪一天为准说明文件的效力，写作 YYYY-MM-DD；不写则为中国（UTC+8）的今天"),
    ("law law_facts", "在已收录之外的法律文件事实（CSV）；其中的名称优先"),
    ("law format", "输出的形式；不写则供人阅读，法律文件为 CSV"),
    ("law build", "由一个文件夹的法律文本得出法律文件的事实，并说明每项事实的根据"),
    (
        "law build after",
        "文本为 UTF-8 的 Markdown 或者纯文本。版本日期写在文件名中，如《水法(2016-07-02).md》，或者写在标题下的说明中（……通过、……修正、……令公布）。每项事实的根据和未能读取的内容写到标准错误。退出码：0 全部读取且一致，1 有未能读取或者不一致的，2 有文件无法读取或者写入；2 优先于 1。",
    ),
    ("law build folder", "文件夹；读取其中所有 *.md、*.markdown、*.txt，每个是一个文件的一个版本的文本"),
    ("law build seen_on", "截至哪一天见到这些文本为现行，写作 YYYY-MM-DD"),
    ("law build output", "写到何处（CSV，供 --law-facts 用）；不写则为标准输出。文件整体替换，否则不变"),
    ("law build openings", "把条文的开头写到何处，供 check --openings 用"),
    ("convert", "把目录写成另一种书写形式：文档或者逐行 JSON"),
    ("convert to", "要写成的形式；不写则为另一种"),
    ("fields", "输出数据字典：每个栏目的中文名、类型、取值、依据，以及读取它的规则"),
    ("fields kind", "要说明的内容：header（目录头），或者一类记录，如 licensing_item；不写则为整个目录"),
    ("fields format", "输出的形式"),
    ("codelist", "输出代码表及其取值的中文名"),
    ("codelist name", "代码表的名称，如 ItemStatus；不写则输出全部"),
    ("codelist format", "输出的形式"),
    ("completions", "输出命令行补全脚本"),
    ("completions shell", "命令行解释器"),
    ("man", "输出 qingdan 的手册页，或者写出全部命令的手册页"),
    ("man folder", "把每个命令的手册页写入此文件夹：qingdan.1、qingdan-check.1 等；不写则输出 qingdan 的手册页"),
    ("fix", "改正目录中确定无疑的写法，其余一字不动；先列出差异，加 --write 才写入"),
    (
        "fix after",
        "退出码：0 没有要改的，或者已全部写入；1 有要改的而未写入；2 未能完成（文件无法读取或写入、不是合法的JSON、不是UTF-8编码、用法有误等）；2 优先于 1。",
    ),
    ("fix inputs", "目录文件，或者 -（标准输入）"),
    ("fix write", "写入：文件整体替换，否则不变；标准输入改正后写到标准输出"),
    ("fix order", "同时按写出目录时的次序排列栏目；文字会移动，故须指明"),
    (
        "fix only",
        "只改这几类，以逗号分隔：blanks 名称首尾空白、width 编码中的全角字符、nulls 空值、spelling 栏目名写法、order 栏目次序；不写则为前四类",
    ),
    ("fix format", "展示的形式"),
    ("file", "目录，或者 -（标准输入）"),
    ("output", "写到何处，不能是所读取的文件；不写则为标准输出。文件整体替换，否则不变"),
    ("max_bytes", "最多读取多少字节 [默认：268435456]"),
    ("lang", "zh 或者 en；不写则看 LC_ALL、LC_MESSAGES、LANG 是否以 zh 开头，都没有则看系统语言"),
];

/// What clap says of itself.
const WORDS: &[(&str, &str)] = &[
    ("Usage: ", "用法："),
    ("Commands:", "命令："),
    ("Arguments:", "参数："),
    ("Options:", "选项："),
    ("Possible values:", "可取值："),
    ("[default: ", "[默认："),
    ("[possible values: ", "[可取值："),
    ("Print this message or the help of the given subcommand(s)", "显示本说明或者某个命令的说明"),
    ("Print help (see a summary with '-h')", "显示说明（-h 为摘要）"),
    ("Print help (see more with '--help')", "显示说明（--help 更详细）"),
    ("Print help", "显示说明"),
    ("Print version", "显示版本"),
];

/// What the help says of the values of options.
const VALUES: &[(&str, &str)] = &[
    ("For people; the tables as one page of Markdown", "供人阅读；各表为一页 Markdown"),
    ("For people: one line a rule", "供人阅读，每条规则一行"),
    ("For people", "供人阅读"),
    ("For programs", "供程序使用"),
    ("The headers of published lists", "已公布清单的各种表头"),
    ("The exchange fields of C 0109, with its code tables", "C 0109 交换字段及其代码表"),
    ("A workbook", "工作簿"),
    ("A table of text", "文本表格"),
    ("Powers and responsibilities", "权责清单"),
    ("Licenses", "行政许可事项清单"),
    ("Services", "政务服务事项清单"),
    ("Powers passed on to townships", "苏木乡镇赋权事项清单"),
    (
        "For spreadsheets, and for --law-facts; only with --instruments",
        "供电子表格和 --law-facts 用；只与 --instruments 同用",
    ),
    ("For spreadsheets", "供电子表格使用"),
    ("One page with bar charts", "一页带条形图的网页"),
    ("One page with a matrix of items and townships", "一页带事项和苏木乡镇对照表的网页"),
    ("One page with a table for each instrument", "一页网页，每部文件一张表"),
    (
        "One page with what each rule checks, why, and how to correct what it finds",
        "一页说明，每条规则检查什么、为什么、怎么改",
    ),
    ("For those who write about it: one page of Markdown", "供撰写说明使用，一页 Markdown"),
    ("One page with tables, to be printed", "一页带表格的网页，可以打印"),
    ("One JSON object with an array per kind", "一个 JSON 对象，每类记录一个数组"),
    ("One record a line", "每行一条记录"),
    ("For people, as one page of Markdown", "供人阅读，一页 Markdown"),
    ("One page of Markdown", "一页 Markdown"),
    ("One page", "一页网页"),
];

#[cfg(test)]
mod tests {
    use clap::Command;

    use super::{Lang, command, printed};

    /// A help without a Chinese character was forgotten.
    fn assert_chinese(command: &Command) {
        let is_chinese = |text: String| text.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        assert!(is_chinese(about), "{}", command.get_name());
        for argument in command.get_arguments() {
            let text = argument.get_help().map(ToString::to_string).unwrap_or_default();
            assert!(is_chinese(text), "{} {}", command.get_name(), argument.get_id());
            for value in argument.get_possible_values() {
                let Some(text) = value.get_help() else { continue };
                let printed = printed(&format!("          - {}:   {text}", value.get_name()), Lang::Zh);
                assert!(is_chinese(printed), "{} {} {text}", command.get_name(), argument.get_id());
            }
        }
        command.get_subcommands().for_each(assert_chinese);
    }

    #[test]
    fn all_help_is_in_chinese_too() {
        assert_chinese(&command(Lang::Zh));
    }
}

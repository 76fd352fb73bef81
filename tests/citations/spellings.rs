//! Every spelling, with what it says, by hand.

use qingdan::codelist::LegalRank;
use qingdan::law::citation::{read_citations, read_with_rest};
use qingdan::model::{ArticleRef, Citation, Text, Written};

/// Title, document number, other places and articles, canonically; `-` for what is not there.
pub(super) fn short(citation: &Citation) -> String {
    let or_none = |text: Option<&str>| text.unwrap_or("-").to_owned();
    let articles: Vec<String> = citation.articles.iter().map(ArticleRef::to_string).collect();
    let clauses: Vec<&str> = citation.clauses.iter().map(Text::as_str).collect();
    let mut parts = vec![or_none(citation.title.as_ref().map(Text::as_str))];
    parts.push(or_none(citation.document_number.as_ref().map(Text::as_str)));
    parts.push(or_none((!clauses.is_empty()).then(|| clauses.join("|")).as_deref()));
    parts.push(or_none((!articles.is_empty()).then(|| articles.join("、")).as_deref()));
    parts.join(" / ")
}

#[track_caller]
pub(super) fn reads(cell: &str, expected: &[&str]) {
    let citations = read_citations(cell);
    let found: Vec<String> = citations.iter().map(short).collect();
    assert_eq!(found, expected, "{cell}");
    let text: String = citations.iter().map(|citation| citation.text.as_ref().unwrap().as_str()).collect();
    assert_eq!(text, cell);
}

#[track_caller]
pub(super) fn one(cell: &str, articles: &str) {
    reads(cell, &[&format!("水法 / - / - / {articles}")]);
}

#[test]
fn numerals_and_parts() {
    one("《水法》第二十四条", "第二十四条");
    one("《水法》第24条", "第二十四条");
    one("《水法》第２４条", "第二十四条");
    one("《水法》24条", "第二十四条");
    one("《水法》二十四条", "第二十四条");
    one("《水法》第 二十四 条", "第二十四条");
    one("《水法》第二\n十四条", "-");
    one("《水法》第\n二十四条", "第二十四条");
    one("《水法》第一百〇五条", "第一百零五条");
    one("《水法》第一〇五条", "第一百零五条");
    one("《水法》第一百零五条", "第一百零五条");
    one("《水法》第一十二条", "第十二条");
    one("《水法》第两百条", "第二百条");
    one("《水法》第二十四条之一", "第二十四条之一");
    one("《水法》第24条之1第2款", "第二十四条之一第二款");
    one("《水法》第二十四之一条", "第二十四条之一");
    one("《水法》第二十四条第一款第（三）项", "第二十四条第一款第（三）项");
    one("《水法》第二十四条第一款第(三)项", "第二十四条第一款第（三）项");
    one("《水法》第二十四条第一款第三项", "第二十四条第一款第（三）项");
    one("《水法》第二十四条第3项", "第二十四条第（三）项");
    one("《水法》第二十四条二款（三）项", "第二十四条第二款第（三）项");
    one("《水法》第二十四条第一款第（三）项第1目", "第二十四条第一款第（三）项第1目");
    one("《水法》 第二十四条 第一款 第（ 三 ）项", "第二十四条第一款第（三）项");
}

/// A clause of a standard is no list of articles.
#[test]
fn numbers_with_points_are_no_articles() {
    for cell in ["《锅炉安全技术规程》（TSG 11-2020）第9.1.1条", "《锅炉安全技术规程》（TSG 11-2020）第4．2条"]
    {
        let read = read_with_rest(cell);
        assert_eq!(read.len(), 1, "{cell}");
        assert_eq!(read[0].citation.articles, [], "{cell}");
        assert!(!read[0].unread.is_empty() || !read[0].citation.clauses.is_empty(), "{cell}");
    }
    one("《水法》第24.25条", "-");
    one("《水法》第24、25条", "第二十四条、第二十五条");
}

/// An edition within the marks of the title, or as a year alone.
#[test]
fn an_edition_may_stand_in_the_title_or_be_a_year_alone() {
    let edition = |cell: &str| {
        let read = read_with_rest(cell);
        assert_eq!(read.len(), 1, "{cell}");
        let citation = &read[0].citation;
        let days: Vec<&str> = citation.version_dates.iter().map(Written::text).collect();
        (citation.title.as_ref().unwrap().as_str().to_owned(), days.join("、"))
    };
    let said = |title: &str, days: &str| (title.to_owned(), days.to_owned());
    assert_eq!(edition("《文物保护法（2017年修正）》第十七条"), said("文物保护法", "2017年"));
    assert_eq!(edition("《文物保护法(2017修正)》第十七条"), said("文物保护法", "2017"));
    assert_eq!(edition("《文物保护法》（2017）第十七条"), said("文物保护法", "2017"));
    // Years that belong to the title.
    assert_eq!(edition("《宪法修正案（2018年）》第三十二条").0, "宪法修正案（2018年）");
    assert_eq!(edition("《产业结构调整指导目录（2024年本）》").0, "产业结构调整指导目录（2024年本）");
}

#[test]
fn lists_and_ranges() {
    one("《水法》第三条、第五条", "第三条、第五条");
    one("《水法》第三、五条", "第三条、第五条");
    one("《水法》第三条、五条", "第三条、第五条");
    one("《水法》第三条，第五条；第七条和第九条", "第三条、第五条、第七条、第九条");
    one("《水法》第三条第五条", "第三条、第五条");
    one("《水法》第三条至第五条", "第三条、第四条、第五条");
    one("《水法》第三条-第五条", "第三条、第四条、第五条");
    one("《水法》第3—5条", "第三条、第四条、第五条");
    one("《水法》第三十二至三十五条", "第三十二条、第三十三条、第三十四条、第三十五条");
    one("《水法》第三、五至七、九条", "第三条、第五条、第六条、第七条、第九条");
    one("《水法》第五条至第三条", "第五条、第三条");
    one("《水法》第五条至第五条", "第五条");
    one("《水法》第五至五条", "第五条");
    one("《水法》第一条至第九千条", "第一条、第九千条");
    one("《水法》第五条第一款、第二款", "第五条第一款、第五条第二款");
    one("《水法》第五条第一、二款", "第五条第一款、第五条第二款");
    one("《水法》第五条第一款至第三款", "第五条第一款、第五条第二款、第五条第三款");
    one("《水法》第五条第一款第一、二、三项", "第五条第一款第（一）项、第五条第一款第（二）项、第五条第一款第（三）项");
    one("《水法》第五条第（一）至（三）项", "第五条第（一）项、第五条第（二）项、第五条第（三）项");
    one("《水法》第五条第（一）项至第（三）项", "第五条第（一）项、第五条第（二）项、第五条第（三）项");
    one("《水法》第五条第（一）（三）项", "第五条第（一）项、第五条第（三）项");
    one("《水法》第五条第一款第（一）项、第（四）项、第六条", "第五条第一款第（一）项、第五条第一款第（四）项、第六条");
    one("《水法》\n第三条、第三条", "第三条、第三条");
    one("《水法》第三条 、五条", "第三条、第五条");
    one("《水法》第三条、第一款", "第三条、第三条第一款");
    one("《水法》第三条第一款第二款", "第三条第一款、第三条第二款");
    one("《水法》第三条第（一）项第一款", "第三条第（一）项、第三条第一款");
    one("《水法》第三条第一（二）项", "第三条"); // which item, nobody can tell
    one("《水法》关于取水第七条", "第七条");
    // A mark goes on with the list over a line break; without one the next line is what is printed of the list.
    one("《水法》第三条、\n第三条", "第三条、第三条");
    one("《水法》第三条\n第三条", "第三条");
    one("《水法》第三条第一款。\n第三条", "第三条第一款、第三条");
    one("《水法》第三条第一款\n第三条", "第三条第一款");
    one("《水法》第三条、 和五条", "第三条、第五条");
    one("《水法》第三、五条第一款", "第三条、第五条第一款");
    let hundred: Vec<String> =
        read_citations("《水法》第一条至第一百条")[0].articles.iter().map(ToString::to_string).collect();
    assert_eq!((hundred.len(), hundred[99].as_str()), (100, "第一百条"));
    assert_eq!(read_citations("《水法》第一条至第一百零一条")[0].articles.len(), 2);
}

#[test]
fn other_places() {
    reads("《行政处罚法》第三章", &["行政处罚法 / - / 第三章 / -"]);
    reads("《行政处罚法》\n  第五章、第六章、第七章。", &["行政处罚法 / - / 第五章|第六章|第七章 / -"]);
    reads("《行政处罚法》第三章第二节", &["行政处罚法 / - / 第三章第二节 / -"]);
    reads("《办法》第三章第十条：申请", &["办法 / - / 第三章 / 第十条"]);
    reads("《意见》三、（二）", &["意见 / - / 三、（二） / -"]);
    reads("《意见》（二）", &["意见 / - / （二） / -"]);
    reads("《行政处罚法》（第三章第五条）", &["行政处罚法 / - / 第三章 / 第五条"]);
    reads("《行政处罚法》附则", &["行政处罚法 / - / 附则 / -"]);
    reads("《通知》第2部分", &["通知 / - / 第2部分 / -"]);
    reads("《决定》（国务院令第412号）附件第12项", &["决定 / 国务院令第412号 / 附件第12项 / -"]);
    reads("国务院令第412号附件第171项", &["- / 国务院令第412号 / 附件第171项 / -"]);
    reads("依据：国务院令第412号附件第171项", &["- / 国务院令第412号 / 附件第171项 / -"]);
    reads(
        "《水法》第七条；国务院令第412号附件第171项",
        &["水法 / - / - / 第七条", "- / 国务院令第412号 / 附件第171项 / -"],
    );
    reads("《决定》附件1第12项", &["决定 / - / 附件1第12项 / -"]);
    reads("《决定》附件第12、15项", &["决定 / - / 附件第12、15项 / -"]);
    for place in ["附件的第12项", "附件：第12项", "附件序号12", "附件序号：12", "附件1序号12", "序号12", "序号12号"]
    {
        reads(&format!("《决定》{place}"), &[&format!("决定 / - / {place} / -")]);
    }
    for words in ["序号不详", "第三部门规章"] {
        reads(&format!("《决定》{words}"), &["决定 / - / - / -"]);
    }
    for (written, heading) in
        [("一、取水", "一"), ("三 取水", "三"), ("三，取水", "三"), ("三（二）", "三（二）"), ("三", "三")]
    {
        reads(&format!("《意见》{written}"), &[&format!("意见 / - / {heading} / -")]);
    }
    for words in ["一取水", "1、取水"] {
        reads(&format!("《意见》{words}"), &["意见 / - / - / -"]);
    }
    reads("《目录（2020年版）》第20项；《清单》第3项", &["目录（2020年版） / - / 第20项 / -", "清单 / - / 第3项 / -"]);
    reads("《决定》（国发〔2014〕5号）\n    第67项：将许可证核发下放", &["决定 / 国发〔2014〕5号 / 第67项 / -"]);
}

#[test]
fn several_instruments() {
    let two = ["水法 / - / - / 第七条", "防洪法 / - / - / 第八条"];
    for cell in [
        "《水法》第七条\n《防洪法》第八条",
        "《水法》第七条；《防洪法》第八条",
        "《水法》第七条、《防洪法》第八条。",
        "《水法》第七条和《防洪法》第八条的规定",
        "1.《水法》第七条 2.《防洪法》第八条",
        "1、《水法》第七条\n2、《防洪法》第八条",
        "（1）《水法》第七条；（2）《防洪法》第八条",
        "①《水法》第七条②《防洪法》第八条",
        "1. 《水法》第七条\n2. 《防洪法》第八条",
        "（1）、《水法》第七条\n（2）、《防洪法》第八条",
        "一、《水法》第七条\n二、《防洪法》第八条",
        "【法律】《水法》第七条【法律】《防洪法》第八条",
        "根据《水法》第七条、《防洪法》第八条规定",
        "水法第七条、防洪法第八条",
        "《水法》第七条\r\n\r\n　　《防洪法》第八条\r\n",
    ] {
        reads(cell, &two);
    }
    // The number of an entry is no word on its citation, with what stands after it.
    assert!(read_with_rest("（1）、《水法》第七条")[0].unread.is_empty());
    // Where no provision has been named nothing is printed, so any title is that of another.
    for between in ["", " ", "\n", "、", "："] {
        for after in ["", "所称防洪"] {
            let cell = format!("《水法》{between}《防洪法》{after}");
            reads(&cell, &["水法 / - / - / -", "防洪法 / - / - / -"]);
        }
    }
}

#[test]
fn titles() {
    for cell in [
        "水法第七条",
        "根据水法第七条",
        "《水法第七条",
        "水法》第七条",
        "水法7条",
        "见《水法》第七条",
        "《水\n法》第七条",
        "«水法»第七条",
        "《水法，第七条",
        "《水法 第七条",
        "国务院«水法»第七条",
        "水法（2016年修正）第七条",
        "【法律】水法\n第七条",
    ] {
        one(cell, "第七条");
    }
    reads("《关于修改〈水法〉的决定》第一条", &["关于修改〈水法〉的决定 / - / - / 第一条"]);
    reads("《关于修改《水法》的决定》第一条", &["关于修改《水法》的决定 / - / - / 第一条"]);
    reads("《实施<中华人民共和国渔业法>办法》第十五条", &["实施<中华人民共和国渔业法>办法 / - / - / 第十五条"]);
    reads("排污许可管理办法（试行）第五条", &["排污许可管理办法（试行） / - / - / 第五条"]);
    reads("关于印发《工作方案》的通知（国发〔2019〕6号）", &["关于印发《工作方案》的通知 / 国发〔2019〕6号 / - / -"]);
    reads("农业部、海关总署《兽药进口管理办法》第三条", &["兽药进口管理办法 / - / - / 第三条"]);
    reads(
        "《中华人民共和国水法》（以下简称水法）第七条、《防洪法》第八条、水法第九条",
        &["中华人民共和国水法 / - / - / 第七条", "防洪法 / - / - / 第八条", "中华人民共和国水法 / - / - / 第九条"],
    );
    // 第 begins a provision only where a number and 条 follow; a part alone ends a title only with 第.
    reads("第三方机构管理办法第七条", &["第三方机构管理办法 / - / - / 第七条"]);
    reads("水法第3款", &["水法 / - / 第3款 / -"]);
    reads("水法三项", &["- / - / - / -"]);
    reads("实施〈水法〉办法第七条", &["实施〈水法〉办法 / - / - / 第七条"]);
    // Without its marks a title may hold 、 only where a tag says that there is one.
    reads("水法、防洪法第八条", &["- / - / - / -", "防洪法 / - / - / 第八条"]);
    reads("【法律】医疗、教育收费办法第七条", &["医疗、教育收费办法 / - / - / 第七条"]);
    // A table may break a title over four lines; a title of more lines has lost its end.
    reads("《水\n资\n源\n法》第八条", &["水资源法 / - / - / 第八条"]);
    reads("《水法第七条\n甲\n乙\n丙\n丁》第八条", &["水法 / - / - / 第七条"]);
    reads("《A\n类水质标准》第八条", &["A类水质标准 / - / - / 第八条"]);
    // So with notes, which another citation ends as well.
    let four = read_citations("《水法》（2016\n年7月\n2日\n修正）第七条");
    assert_eq!((short(&four[0]).as_str(), four[0].version_dates.len()), ("水法 / - / - / 第七条", 1));
    let five = read_citations("《水法》（2016年修正\n甲\n乙\n丙\n丁）第七条");
    assert_eq!((short(&five[0]).as_str(), five[0].version_dates.len()), ("水法 / - / - / -", 1));
    reads("《水法》（2016年修正\n【法律】《防洪法》第八条）", &["水法 / - / - / -", "防洪法 / - / - / 第八条"]);
    // Short names in quotation marks, and words of a short name that give none.
    reads(
        "《水法》（以下简称：“水资源法”）第七条；水资源法第八条",
        &["水法 / - / - / 第七条", "水法 / - / - / 第八条"],
    );
    assert_eq!(read_with_rest("《水法》（简称）第七条")[0].unread, ["（简称）"]);
    // What stands for another instrument is no title.
    reads("本法第七条", &["- / - / - / -"]);
}

#[test]
fn document_numbers() {
    for number in [
        "国务院令第412号",
        "内政发〔2021〕6号",
        "中办发[2015]21号",
        "新政发【2020】53号",
        "主席令第七号",
        "农业部令2017年第8号",
        "中华人民共和国国务院、中华人民共和国中央军事委员会令第128号",
        "国家经济贸易委员会令第19号",
        "国家发展和改革委员会等10部门令第19号",
        "国务院第643号令",
        "国务院563号令",
        "国务院第七号令",
        "环境保护部令29号",
        "自治区人大常委会公告99号",
        "自治区人大常委会2019年第22号公告",
        "自治区人民政府令（第199号）",
        "自治区人民政府令（199号）",
        "交通部 令第8号",
        "交通运输部令〔2017〕第8号",
        "交通运输部令（2017）第8号",
    ] {
        let expected = format!("办法 / {number} / - / 第七条");
        for cell in [
            format!("《办法》（{number}）第七条"),
            format!("《办法》({number})第七条"),
            format!("《办法》{number}第七条"),
            format!("《办法》（2004年6月29日{number}公布）第七条"),
            format!("《办法》（{number}，自2004年7月1日起施行）第七条"),
        ] {
            reads(&cell, &[&expected]);
        }
    }
    // The number of the decision that changed it is not its own.
    for note in [
        "1983年1月3日国务院发布；根据2017年10月7日国务院令第687号《国务院关于修改部分行政法规的决定》修订",
        "2017年10月国务院令第687号修订",
    ] {
        reads(&format!("《办法》（{note}）第七条"), &["办法 / - / - / 第七条"]);
    }
    reads(
        "《办法》（根据2019年6月21日《关于修改〈办法〉的决定》（交通运输部令2019年第18号））第七条",
        &["办法 / - / - / 第七条"],
    );
    reads("《办法》（2010年 12 月环境保护部令第 13 号）第七条", &["办法 / 环境保护部令第 13 号 / - / 第七条"]);
    reads("《办法》（GB 国家）第七条", &["办法 / - / - / 第七条"]);
    reads("《危险货物道路运输规则》（JT/T 617）第七条", &["危险货物道路运输规则 / JT/T 617 / - / 第七条"]);
    reads("《办法》（国务院令第380号，根据国务院令第588号修订）", &["办法 / 国务院令第380号 / - / -"]);
    reads("《办法》（国务院令，第412号）第七条", &["办法 / 国务院令，第412号 / - / 第七条"]);
    reads("《办法》，国务院令第412号", &["办法 / 国务院令第412号 / - / -"]);
    reads("《办法》国务院令第412号）第七条", &["办法 / 国务院令第412号 / - / 第七条"]);
    // The year is part of the number, a date before it is not.
    for before in ["", "经", "2017年3月5日"] {
        reads(&format!("《办法》（{before}2017年第8号令公布）第七条"), &["办法 / 2017年第8号令 / - / 第七条"]);
    }
    for before in ["2018.3.19", "2018-3-19", "2018", "第5", "第二次修改 "] {
        reads(&format!("《办法》（{before}国务院令第698号）第七条"), &["办法 / 国务院令第698号 / - / 第七条"]);
    }
    reads("《办法》（根据国务院令第588号）第七条", &["办法 / - / - / 第七条"]);
    // No body has a name of a hundred characters: what is taken for one ends before.
    let long = read_citations(&format!("《办法》（{}等10部门令第8号）", "甲".repeat(100)));
    assert!(long[0].document_number.as_ref().unwrap().as_str().chars().count() < 80);
    // Without the sign of a file a year and a number name no document; an order needs no name.
    reads("《办法》（〔2021〕6号）第七条", &["办法 / - / - / 第七条"]);
    reads("《办法》（令第412号）第七条", &["办法 / 令第412号 / - / 第七条"]);
    // What the title of the next document says is not said of this number.
    reads(
        "国务院令第687号《关于修改〈水法〉的决定》第二条",
        &["- / 国务院令第687号 / - / -", "关于修改〈水法〉的决定 / - / - / 第二条"],
    );
}

#[test]
fn dates() {
    let dates = |note: &str| -> Vec<String> {
        let citations = read_citations(&format!("《水法》（{note}）第七条"));
        assert_eq!(citations.len(), 1, "{note}");
        assert_eq!(citations[0].articles.len(), 1, "{note}");
        citations[0].version_dates.iter().map(|date| date.text().to_owned()).collect()
    };
    assert_eq!(dates("2019年4月23日修正"), ["2019-04-23"]);
    assert_eq!(dates("1989年12月26日通过，2018年12月29日修订"), ["1989-12-26", "2018-12-29"]);
    assert_eq!(dates("1989年通过，2018年12月修订"), ["1989年", "2018年12月"]);
    assert_eq!(dates("2019年4月36日修正"), ["2019年4月36日"]);
    assert_eq!(dates("2019年4月2修正"), ["2019年4月2"]);
    assert_eq!(dates("２０１９年４月２３日修正"), ["2019-04-23"]);
    assert_eq!(dates("二〇一九年四月二十三日修正"), ["2019-04-23"]);
    assert_eq!(dates("2017年7月4号发布"), ["2017-07-04"]);
    assert_eq!(dates("2019-04-23修正"), ["2019-04-23"]);
    assert_eq!(dates("2002年1月5日农业部令2017年第8号公布，自2002年7月1日起施行"), ["2002-01-05"]);
    assert_eq!(dates("自1994年12月1日起实施"), ["1994-12-01"]);
    assert_eq!(dates("2020年版"), ["2020年"]);
    assert_eq!(dates("2016修正"), ["2016"]);
    // What follows a year may be no month; only a number of a document makes it part of another thing.
    assert_eq!(dates("2016年第三次会议修正"), ["2016年"]);
    assert_eq!(dates("2016年第8版"), ["2016年"]);
    // Days of entry into force, told before or after: they count where there is no other.
    assert_eq!(dates("2002年8月29日修订，2016年7月2日正式施行"), ["2002-08-29"]);
    assert_eq!(dates("2002年8月29日修订，自2016年7月2日起"), ["2002-08-29"]);
    // Notes that tell of a change and no more are understood.
    for note in ["修订", "试行", "暂行"] {
        assert!(read_with_rest(&format!("《水法》（{note}）第七条"))[0].unread.is_empty(), "{note}");
    }
}

#[test]
fn ranks() {
    let rank = |cell: &str| read_citations(cell)[0].rank;
    for (tag, expected) in [
        ("法律", LegalRank::Law),
        ("行政法规", LegalRank::AdministrativeRegulation),
        ("国务院决定", LegalRank::StateCouncilDecision),
        ("地方性法规", LegalRank::LocalRegulation),
        ("法规", LegalRank::Regulation),
        ("部门规章", LegalRank::DepartmentalRule),
        ("规章", LegalRank::Rule),
        ("规范性文件", LegalRank::NormativeDocument),
    ] {
        for cell in [
            format!("【{tag}】《某办法》第一条"),
            format!("1.【{tag}】 《某办法》第一条"),
            format!("[{tag}]\n《某办法》第一条"),
            format!("{tag}：《某办法》第一条"),
            format!("{tag}】《某办法》第一条"),
        ] {
            assert_eq!(rank(&cell), Some(expected), "{cell}");
            reads(&cell, &["某办法 / - / - / 第一条"]);
        }
    }
    assert_eq!(rank("【司法解释】《某规定》第一条"), None);
    // A tag that lost a bracket, or has none, is one before a title only; one of another list needs both.
    for cell in ["法律】第七条", "【法律 第七条", "法律：第七条", "【】《某办法》第一条"] {
        assert_eq!(rank(cell), None, "{cell}");
    }
    assert!(read_with_rest("【别的依据】《某办法》第一条")[0].unread.is_empty());
    assert_eq!(read_with_rest("别的依据】《某办法》第一条")[0].unread, ["别的依据】"]);
    assert_eq!(read_with_rest("【】《某办法》第一条")[0].unread, ["【】"]);
    // A tag holds for the title that it stands before.
    let citations = read_citations("【法律】《水法》第一条、《某办法》第二条");
    assert_eq!((citations[0].rank, citations[1].rank), (Some(LegalRank::Law), None));
}

#[test]
fn words_that_name_nothing() {
    assert!(read_citations("").is_empty());
    assert!(read_citations(" \n　").is_empty());
    reads("无", &["- / - / - / -"]);
    reads("、。", &["- / - / - / -"]);
    reads("经研究决定，《水法》第七条", &["- / - / - / -", "水法 / - / - / 第七条"]);
    reads("经批准发布，《水法》第七条", &["- / - / - / -", "水法 / - / - / 第七条"]);
    reads("第七条", &["- / - / - / 第七条"]);
    // What names nothing is told, as far as it goes.
    for (cell, unread) in [
        ("、。", &["、。"][..]),
        ("经批准发布", &["经批准发布"]),
        ("经研究、决定《水法》第七条", &["经研究", "决定"]),
        ("《水法》（）第七条", &["（）"]),
    ] {
        assert_eq!(read_with_rest(cell)[0].unread, unread, "{cell}");
    }
    let read = read_with_rest("《水法》第七条等相应规定");
    assert_eq!(read[0].unread, ["相应规定"]);
    assert!(read_with_rest("根据《水法》第七条的规定。")[0].unread.is_empty());
}

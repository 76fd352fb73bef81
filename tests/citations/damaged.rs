//! Cells damaged on the way, and citations that lean on what was named before: what is read, and what is left unread.

use qingdan::law::citation::{read_citations, read_with_rest};

use super::spellings::reads;

#[track_caller]
fn all_read(cell: &str, expected: &[&str]) {
    reads(cell, expected);
    let unread: Vec<&str> = read_with_rest(cell).into_iter().flat_map(|read| read.unread).collect();
    assert!(unread.is_empty(), "{cell}: {unread:?}");
}

/// What is not understood is told, and no provision is given to the instrument named before.
#[track_caller]
fn told(cell: &str, expected: &[&str], unread: &[&str]) {
    reads(cell, expected);
    let found: Vec<&str> = read_with_rest(cell).into_iter().flat_map(|read| read.unread).collect();
    assert_eq!(found, unread, "{cell}");
}

// A5
#[test]
fn words_around_the_marks_belong_to_the_title() {
    for title in [
        "内蒙古自治区实施《中华人民共和国草原法》办法",
        "江苏省《中华人民共和国水法》实施办法",
        "新疆维吾尔自治区实施〈中华人民共和国水法〉若干规定",
        "四川省〈水法〉实施办法",
        "《烟草专卖法》实施条例",
        "《水法》实施细则（试行）",
        "内蒙古自治区《草原管理条例》",
        "深圳经济特区实施《中华人民共和国消防法》若干规定",
        "中华人民共和国《水法》",
    ] {
        all_read(&format!("{title}第二十条"), &[&format!("{title} / - / - / 第二十条")]);
        all_read(&format!("依据：{title}（2016年修正）第二十条"), &[&format!("{title} / - / - / 第二十条")]);
    }
    // Bodies and words of a sentence are none of it; where the end of the title is missing, none is taken.
    reads("国务院《取水条例》第七条", &["取水条例 / - / - / 第七条"]);
    told("为实施《水法》第七条", &["- / - / - / -", "水法 / - / - / 第七条"], &["为实施"]);
    told("甘肃省实施《水法》第七条", &["- / - / - / -"], &["甘肃省实施《水法》", "第七条"]);
    reads("《水法》的规定", &["水法 / - / - / -"]);
}

// A8, A9
#[test]
fn words_stand_for_an_instrument_named_before() {
    let both = ["烟草专卖法 / - / - / 第三十条", "烟草专卖法实施条例 / - / - / 第六十条"];
    for joint in ["及其", "以及其", "和其", "，其", "、", "及", "和该法", "，同法"] {
        all_read(&format!("《烟草专卖法》第三十条{joint}实施条例第六十条"), &both);
    }
    all_read(
        "《烟草专卖法》及其实施细则第六十条",
        &["烟草专卖法 / - / - / -", "烟草专卖法实施细则 / - / - / 第六十条"],
    );
    for word in ["同法", "该法", "本法", "上述法律"] {
        all_read(&format!("《水法》第七条，{word}第九十条"), &["水法 / - / - / 第七条、第九十条"]);
    }
    all_read(
        "《水法》第七条、《取水条例》第二条，同法第九十条",
        &["水法 / - / - / 第七条", "取水条例 / - / - / 第二条", "水法 / - / - / 第九十条"],
    );
    // Two laws were named, or none: which, nobody can tell.
    told(
        "《水法》第七条、《渔业法》第八条、《取水条例》第二条，同法第九十条",
        &["水法 / - / - / 第七条", "渔业法 / - / - / 第八条", "取水条例 / - / - / 第二条", "- / - / - / 第九十条"],
        &["同法"],
    );
    told("《水法》第七条，该条例第九十条", &["水法 / - / - / 第七条", "- / - / - / 第九十条"], &["该条例"]);
    // Within what is printed they cite nothing.
    reads("《水法》第七条：违反本法第九条的，处罚。", &["水法 / - / - / 第七条"]);
    reads("《水法》第七条，违反本法第九条规定的，处罚。", &["水法 / - / - / 第七条"]);
}

// A9
#[test]
fn articles_inserted_after_one_stand_in_lists_and_ranges() {
    let to = |last: u16| {
        (1..=last).map(|n| format!("第一百二十条之{}", ["一", "二", "三", "四", "五", "六"][usize::from(n) - 1]))
    };
    let list = |last| to(last).collect::<Vec<_>>().join("、");
    for cell in ["之一、之二、之三", "之一、之二和之三", "之一至之三", "之一至第一百二十条之三", "之一、二、三"]
    {
        all_read(&format!("《刑法》第一百二十条{cell}"), &[&format!("刑法 / - / - / {}", list(3))]);
    }
    all_read("《刑法》第一百二十条之一至第一百二十条之六", &[&format!("刑法 / - / - / {}", list(6))]);
    all_read("《刑法》第一百二十条至第一百二十条之三", &[&format!("刑法 / - / - / 第一百二十条、{}", list(3))]);
    all_read(
        "《刑法》第一百二十条之一第一款、之二第二款",
        &["刑法 / - / - / 第一百二十条之一第一款、第一百二十条之二第二款"],
    );
    // No number of an article.
    reads("《刑法》第一百二十条之规定", &["刑法 / - / - / 第一百二十条"]);
}

// A10
#[test]
fn titles_and_notes_with_damaged_marks_are_read() {
    let water = ["中华人民共和国水法 / - / - / 第七条"];
    for title in [
        "《中华人民共和国》水法》",
        "《中华人民共和国水法》》",
        "（中华人民共和国水法》",
        "(中华人民共和国水法》",
        "《中华人民共和国水法）",
        "《中华人民共和国水法”",
        "【中华人民共和国水法】",
        "“中华人民共和国水法”",
        "「中华人民共和国水法」",
        "<<中华人民共和国水法>>",
        "<中华人民共和国水法>",
        "＜中华人民共和国水法＞",
        "〈中华人民共和国水法〉",
        "≪中华人民共和国水法≫",
        "《中华人民共和国水法》《中华人民共和国水法》",
        "【法律】【法律】《中华人民共和国水法》",
    ] {
        all_read(&format!("{title}第七条"), &water);
    }
    all_read("〈关于〈水法〉的通知〉第七条", &["关于〈水法〉的通知 / - / - / 第七条"]);
    all_read("《水法》2016年7月2日修正）第七条", &["水法 / - / - / 第七条"]);
    all_read("【法律】《建筑法》《建筑法》（2011年4月22日修正）\n第七条：开工前", &["建筑法 / - / - / 第七条"]);
    all_read("《某办法》(新政发〔 2013 〕 82号)第七条", &["某办法 / 新政发〔 2013 〕 82号 / - / 第七条"]);
    all_read("《某办法》(新政发(2013)82号)第七条", &["某办法 / 新政发(2013)82号 / - / 第七条"]);
    all_read("《某办法》（2017年第25号）第七条", &["某办法 / 2017年第25号 / - / 第七条"]);
    told("《某办法》（〔2013〕82号）第七条", &["某办法 / - / - / 第七条"], &["（〔2013〕82号）"]);
}

// A18, A19
#[test]
fn what_programs_and_fonts_put_in_is_read_through() {
    for cell in [
        "《⽔法》第七条",
        "《水&nbsp;法》第七条",
        "《水&#27861;》第七条",
        "《水&#x6cd5;》第七条",
        "&lt;&lt;水法&gt;&gt;第七条",
        "<p>《水法》</p><p>第七条</p>",
        "<p style=\"text-indent:2em\">《水<b>法</b>》第七条<br/></p>",
        "&lt;p&gt;《水法》第七条&lt;/p&gt;",
        "《水法》_x000D_第七条",
        "《水&amp;nbsp;法》第七条",
        "《水\u{ad}法》第\u{200b}七\u{200b}条",
    ] {
        all_read(cell, &["水法 / - / - / 第七条"]);
    }
    let noted = &read_citations("《水法》&#40;2010修订&#41;第五十七条")[0];
    assert_eq!(noted.version_dates[0].text(), "2010");
    // The words as they stand in the cell.
    let printed = &read_citations("《⽔法》第七条：⽔资源<b>属于</b>&nbsp;国家所有")[0];
    assert_eq!(printed.quote.as_ref().unwrap().as_str(), "⽔资源<b>属于</b>&nbsp;国家所有");
    // Signs of comparison, and words in them, are no titles.
    reads("《标准》第七条：PM<10，SO>5", &["标准 / - / - / 第七条"]);
}

// C
#[test]
fn numerals_of_another_hand() {
    for (written, article) in [
        ("第廿五条", "第二十五条"),
        ("第廿条", "第二十条"),
        ("第卅一条", "第三十一条"),
        ("第卌条", "第四十条"),
        ("第一百廿一条", "第一百二十一条"),
        ("第百二十条", "第一百二十条"),
        ("第贰拾叁条", "第二十三条"),
        ("第七条第①项", "第七条第（一）项"),
        ("第七条第⑴项", "第七条第（一）项"),
        ("第七条㈠项", "第七条第（一）项"),
        ("第七条第㈠、㈡项", "第七条第（一）项、第七条第（二）项"),
    ] {
        all_read(&format!("《水法》{written}"), &[&format!("水法 / - / - / {article}")]);
    }
    all_read("①《水法》第七条②《防洪法》第八条", &["水法 / - / - / 第七条", "防洪法 / - / - / 第八条"]);
    all_read("《水法》附则第八十条", &["水法 / - / 附则 / 第八十条"]);
    all_read("《水法》第八章附则第八十条", &["水法 / - / 第八章附则 / 第八十条"]);
}

//! Laws that hold for every text.

use std::fmt::Write as _;
use std::num::NonZeroU16;

use proptest::prelude::*;
use qingdan::law::citation::{read_citations, read_with_rest};
use qingdan::model::{ArticleRef, Citation, Text};

/// Nothing is lost, nothing is empty, and what was not understood is part of the text.
fn keeps_every_character(cell: &str) {
    let read = read_with_rest(cell);
    assert_eq!(read.is_empty(), cell.chars().all(|c| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')));
    if !read.is_empty() {
        let text: String = read.iter().map(|read| read.citation.text.as_ref().unwrap().as_str()).collect();
        assert_eq!(text, cell);
    }
    for read in &read {
        let text = read.citation.text.as_ref().unwrap().as_str();
        for part in read.unread.iter().copied().chain(read.citation.quote.iter().map(Text::as_str)) {
            assert!(text.contains(part), "{part} in {text}");
        }
        for clause in &read.citation.clauses {
            assert!(text.contains(clause.as_str()), "{clause} in {text}");
        }
    }
    for read in &read {
        is_read_again(&read.citation);
    }
    let plain: Vec<Citation> = read.into_iter().map(|read| read.citation).collect();
    assert_eq!(plain, read_citations(cell));
}

/// Provisions are read back from what is written of them. A title or a number may hold anything, so they are left out.
fn is_read_again(citation: &Citation) {
    let mut plain = citation.clone();
    plain.title = "水法".parse().ok();
    (plain.document_number, plain.clauses) = (None, Vec::new());
    let again = read_citations(&plain.canonical().unwrap());
    assert_eq!(again.len(), 1);
    assert_eq!(again[0].articles, plain.articles);
}

const PIECES: [&str; 60] = [
    "《",
    "》",
    "（",
    "）",
    "(",
    ")",
    "“",
    "”",
    "【",
    "】",
    "【法律】",
    "【规章】",
    "第",
    "条",
    "款",
    "项",
    "目",
    "章",
    "之",
    "一",
    "二",
    "十",
    "百",
    "3",
    "２",
    "、",
    "，",
    "；",
    "：",
    "。",
    " ",
    "\n",
    "\r\n",
    "　",
    "至",
    "-",
    "和",
    "以及",
    "根据",
    "水法",
    "管理条例",
    "关于印发",
    "的通知",
    "附件",
    "序号",
    "国务院令",
    "号",
    "〔2021〕",
    "6号",
    "2019年",
    "4月",
    "36日",
    "以下简称",
    "修正",
    "规定",
    "的",
    "违反",
    "处罚",
    "①",
    "1.",
];

fn number() -> impl Strategy<Value = NonZeroU16> {
    prop_oneof![1_u16..30, 1_u16..400, 1_u16..=9999].prop_map(|n| NonZeroU16::new(n).unwrap())
}

prop_compose! {
    fn article()(
        article in number(),
        inserted in proptest::option::weighted(0.1, number()),
        paragraph in proptest::option::of(number()),
        item in proptest::option::of(number()),
        point in proptest::option::weighted(0.3, number()),
    ) -> ArticleRef {
        let mut place = ArticleRef::new(article);
        (place.inserted, place.paragraph, place.item) = (inserted, paragraph, item);
        place.point = point.filter(|_| item.is_some());
        place
    }
}

fn title() -> impl Strategy<Value = String> {
    let plain = "[渔业动物水利草原市场经营许可登记安全监督管理新疆内蒙古]{1,12}(法|条例|办法|实施细则|管理规定|暂行办法（试行）|名录（2020年版）)";
    prop_oneof![
        plain.prop_map(|title| title),
        plain.prop_map(|title| format!("关于修改〈{title}〉的决定")),
        plain.prop_map(|title| format!("国务院关于印发《{title}》的通知")),
    ]
}

fn document_number() -> impl Strategy<Value = String> {
    prop_oneof![
        (1_u16..900).prop_map(|n| format!("国务院令第{n}号")),
        (2000_u16..2026, 1_u16..90).prop_map(|(year, n)| format!("内政发〔{year}〕{n}号")),
        (2000_u16..2026, 1_u16..90).prop_map(|(year, n)| format!("农业部令{year}年第{n}号")),
        Just("主席令第七号".to_owned()),
    ]
}

prop_compose! {
    fn citation()(
        title in title(),
        number in proptest::option::of(document_number()),
        articles in proptest::collection::vec(article(), 0..5),
    ) -> Citation {
        let mut citation = Citation::of(Text::new(title).unwrap());
        citation.document_number = number.map(|number| Text::new(number).unwrap());
        citation.articles = articles;
        citation
    }
}

/// How a citation is written, choice by choice.
#[derive(Debug)]
struct Spelling {
    choices: Vec<u8>,
    at: usize,
}

impl Spelling {
    fn pick<'a>(&mut self, options: &[&'a str]) -> &'a str {
        let choice = self.choices[self.at % self.choices.len()];
        self.at += 1;
        options[usize::from(choice) % options.len()]
    }

    fn number(&mut self, number: NonZeroU16) -> String {
        let chinese = ArticleRef::new(number).to_string().replace(['第', '条'], "");
        match self.pick(&["chinese", "arabic", "full", "circle", "blanks"]) {
            "arabic" => number.to_string(),
            "full" => number.to_string().chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect(),
            "circle" => chinese.replace('零', "〇"),
            "blanks" => format!(" {chinese} "),
            _ => chinese,
        }
    }

    fn article(&mut self, place: ArticleRef) -> String {
        let mut written = format!("第{}条", self.number(place.article));
        let blank = ["", "", "", " ", "　"];
        if let Some(inserted) = place.inserted {
            write!(written, "之{}", self.number(inserted).trim()).unwrap();
        }
        if let Some(paragraph) = place.paragraph {
            write!(written, "{}第{}款", self.pick(&blank), self.number(paragraph)).unwrap();
        }
        if let Some(item) = place.item {
            let (open, close) =
                [("（", "）"), ("(", ")"), ("", "")][self.pick(&["0", "1", "2"]).parse::<usize>().unwrap()];
            write!(written, "{}第{open}{}{close}项", self.pick(&blank), self.number(item)).unwrap();
        }
        if let Some(point) = place.point {
            write!(written, "{}第{}目", self.pick(&blank), self.number(point)).unwrap();
        }
        written
    }

    fn citation(&mut self, citation: &Citation) -> String {
        let mut written = String::new();
        written += self.pick(&["", "", "1.", "（二）", "①", "三、"]);
        written += self.pick(&["", "", "根据", "依照"]);
        written += self.pick(&["", "", "【法律】", "【规章】 ", "[法规]\n"]);
        write!(written, "《{}》", citation.title.as_ref().unwrap()).unwrap();
        if let Some(number) = &citation.document_number {
            written += self.pick(&["", " ", "\n"]);
            match self.pick(&["full", "half", "story"]) {
                "half" => write!(written, "({number})").unwrap(),
                "story" => write!(written, "（2004年6月29日{number}公布，2009年1月29日修订）").unwrap(),
                _ => write!(written, "（{number}）").unwrap(),
            }
        }
        for (index, article) in citation.articles.iter().enumerate() {
            written += if index == 0 {
                self.pick(&["", " ", "\n", "\n    "])
            } else {
                self.pick(&["、", "，", "；", "和", "、\n", " 、 ", "以及"])
            };
            written += &self.article(*article);
        }
        written += self.pick(&["", "。", "；", "\n", "的规定", "规定。"]);
        written
    }
}

fn spelling() -> impl Strategy<Value = Spelling> {
    proptest::collection::vec(any::<u8>(), 8..40).prop_map(|choices| Spelling { choices, at: 0 })
}

#[track_caller]
fn says(read: &Citation, meant: &Citation, written: &str) {
    assert_eq!(read.title, meant.title, "{written}");
    assert_eq!(read.document_number, meant.document_number, "{written}");
    assert_eq!(read.articles, meant.articles, "{written}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2048, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_kept(cell in "\\PC{0,60}") {
        keeps_every_character(&cell);
    }

    #[test]
    fn any_pieces_are_kept(pieces in proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..60)) {
        keeps_every_character(&pieces.concat());
    }

    #[test]
    fn the_canonical_form_is_read_back(citation in citation()) {
        let canonical = citation.canonical().unwrap();
        let read = read_with_rest(&canonical);
        prop_assert_eq!(read.len(), 1);
        says(&read[0].citation, &citation, &canonical);
        prop_assert!(read[0].unread.is_empty());
        prop_assert!(read[0].citation.quote.is_none());
        prop_assert_eq!(canonical.parse::<Citation>().unwrap(), citation);
    }

    #[test]
    fn every_spelling_says_the_same(citations in proptest::collection::vec(citation(), 1..4), mut spelling in spelling()) {
        // A title that stands twice in a row is one citation, as it is meant in real cells.
        prop_assume!(citations.windows(2).all(|pair| pair[0].title != pair[1].title));
        let mut cell = String::new();
        for citation in &citations {
            if !cell.is_empty() {
                cell.push('\n');
            }
            cell += &spelling.citation(citation);
        }
        keeps_every_character(&cell);
        let read = read_with_rest(&cell);
        prop_assert_eq!(read.len(), citations.len(), "{}", cell);
        for (read, meant) in read.iter().zip(&citations) {
            says(&read.citation, meant, &cell);
            prop_assert!(read.unread.is_empty(), "{:?}", read);
        }
    }

    #[test]
    fn a_range_is_its_members(start in 1_u16..500, length in 1_u16..100, spelled in 0_usize..4) {
        let number = |n: u16| ArticleRef::new(NonZeroU16::new(n).unwrap());
        let end = start + length;
        let bare = |n: u16| number(n).to_string().replace(['第', '条'], "");
        let range = match spelled {
            0 => format!("{}至{}", number(start), number(end)),
            1 => format!("第{}至{}条", bare(start), bare(end)),
            2 => format!("第{start}-{end}条"),
            _ => format!("{start}～{end}条"),
        };
        let read = read_citations(&format!("《水法》{range}"));
        prop_assert_eq!(read.len(), 1);
        let expected: Vec<ArticleRef> = (start..=end).map(number).collect();
        prop_assert_eq!(&read[0].articles, &expected, "{}", range);
    }
}

/// Pieces of which a long text costs no more than its length allows, whatever it begins with: were it its square, this
/// test would not end.
const AGAIN_AND_AGAIN: [&str; 40] = [
    "<",
    "〈水",
    "〈水法〉第一条",
    "<p",
    "&amp;",
    "&#60;",
    "其实施条例第一条",
    "《水法》第一条，同法第二条，",
    "第一条之一、之二",
    "江苏省实施《水法》",
    "《水》法》",
    "（水法》第一条某法",
    "第一条至第一百条、",
    "第一、",
    "第一、\n",
    "第（一）",
    "《水法》",
    "《水法》（",
    "（\n",
    "《\n",
    "《水法》（\n",
    "【法律】（",
    "“”",
    "《水法》第一条：“",
    "《水法》第一条 ",
    "\n\n第一条的",
    "。第一条、",
    "令1号令",
    "《a》（令令令",
    "水法（",
    "水法\n",
    "（水法）第",
    "（以下简称水法）",
    "《水法》（以下简称法）",
    "关于《水法》",
    "1.1.",
    "一、（一）",
    "附件1",
    "《水法》\n第一条：甲。\n",
    "《水法》2019年",
];
const BEGINNINGS: [&str; 5] = ["", "《水法》", "《水法》（", "《水法》第一条：“", "《水法》第一条："];

fn is_read_whole(piece: &str, bytes: usize) {
    for beginning in BEGINNINGS {
        let cell = format!("{beginning}{}", piece.repeat(bytes / piece.len()));
        let read = read_citations(&cell);
        let length: usize = read.iter().map(|citation| citation.text.as_ref().unwrap().as_str().len()).sum();
        assert!(read.is_empty() || length == cell.len(), "{beginning}{piece}");
    }
}

#[test]
fn a_megabyte_is_read_whole() {
    for piece in ["《", "第", "（", "第一条至第九千条"] {
        is_read_whole(piece, 1 << 20);
    }
}

/// What is compared with what was read before is compared with so much of it only.
#[test]
fn many_different_places_and_dates_are_read() {
    let list = vec!["第一条至第一百条"; 20_000].join("、");
    let (mut printed, mut dates) = (String::new(), String::new());
    for number in (1_u16..=9999).filter_map(NonZeroU16::new) {
        write!(printed, "\n{}：甲。", ArticleRef::new(number)).unwrap();
    }
    for year in 1000..9999 {
        write!(dates, "（{year}年1月1日修正）（{year}年2月1日修正）").unwrap();
    }
    let read = read_citations(&format!("《水法》{list}{printed}"));
    // The first hundred are listed; the rest are printed. Twenty ranges are written out, of the others the ends are kept.
    assert_eq!(read[0].articles.len(), 20 * 100 + 19_980 * 2 + 9_899);
    assert_eq!(read_citations(&format!("《水法》{dates}第七条"))[0].version_dates.len(), 17_998);
}

#[test]
fn whatever_comes_again_and_again_is_read_whole() {
    for piece in PIECES.iter().chain(&AGAIN_AND_AGAIN) {
        is_read_whole(piece, 1 << 17);
    }
}

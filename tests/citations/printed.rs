//! What is printed of a provision, and where the next citation begins.

use qingdan::law::citation::{read_citations, read_with_rest};

use super::spellings::{one, reads, short};

#[test]
fn what_is_printed_is_not_cited() {
    let quote = |cell: &str| -> String {
        let citations = read_citations(cell);
        assert_eq!(citations.len(), 1, "{cell}");
        assert_eq!(short(&citations[0]), "水法 / - / - / 第七条", "{cell}");
        citations[0].quote.as_ref().unwrap().as_str().to_owned()
    };
    let words = "违反本法第八条的，依照《治安管理处罚法》第九条处罚。";
    for cell in [
        format!("《水法》第七条：“{words}”"),
        format!("《水法》第七条：{words}"),
        format!("《水法》第七条 {words}"),
        format!("《水法》第七条　{words}"),
        format!("《水法》第七条\n{words}"),
        format!("《水法》（2016年7月2日修正）\n    第七条：{words}\n"),
        format!("《水法》第七条{words}"),
        format!("《水法》第七条规定：“{words}”"),
    ] {
        assert_eq!(quote(&cell), words, "{cell}");
    }
    // A line that was broken within a sentence begins with no number of its own.
    assert_eq!(quote("《水法》第七条：违反本法\n第八条的规定的，罚款。"), "违反本法\n第八条的规定的，罚款。");
    // Numbers at the heads of what is printed are cited.
    let cell =
        "《水法》\n    第七条：取水。\n    第八条第一款：依照第九条处罚。第十条：罚款。\n《防洪法》第三条：防洪。";
    reads(cell, &["水法 / - / - / 第七条、第八条第一款、第十条", "防洪法 / - / - / 第三条"]);
    let citations = read_citations(cell);
    assert_eq!(
        citations[0].quote.as_ref().unwrap().as_str(),
        "取水。\n    第八条第一款：依照第九条处罚。第十条：罚款。"
    );
    assert_eq!(citations[1].quote.as_ref().unwrap().as_str(), "防洪。");
    // The heading of a chapter is printed too, and a line may begin with words on an article.
    one("《水法》\n第七条：取水。\n第三章　法律责任\n第八条：罚款。", "第七条、第八条");
    one("《水法》第七条：取水。\n第八条规定的罚款。", "第七条");
    // A number at the head of a line, or after a blank and an ended sentence, is that of a printed provision …
    for cell in [
        "《水法》第七条：取水\n第八条；",
        "《水法》第七条：取水\n第八条\n罚款。",
        "《水法》第七条：取水。\n第八条规定：罚款。",
        "《水法》第七条：取水。\n第八条罚款。",
        "《水法》第七条：取水。 第八条 罚款。",
    ] {
        one(cell, "第七条、第八条");
    }
    // … but not where it goes on with a sentence, or is no article.
    for cell in [
        "《水法》第七条：取水。\n第八条的罚款。",
        "《水法》第七条：取水。第八条 罚款。",
        "《水法》第七条：取水，\n第八条 罚款。",
        "《水法》第七条：取水，\n第八条罚款。",
        "《水法》第七条：取水\n第三章；",
    ] {
        one(cell, "第七条");
    }
    // ； ends a sentence, so that what follows is printed.
    one("《水法》第七条：取水。\n第八条；第九条：罚款。", "第七条、第八条");
    // On its own line every word is printed; directly after a provision a few words are a remark.
    assert_eq!(quote("《水法》第七条\n规定取水的范围。"), "规定取水的范围。");
    let remark = read_with_rest("《水法》第七条等相应规定。具体内容见附件所列的各项规定和有关说明材料。");
    assert_eq!(remark[0].unread, ["相应规定"]);
    let alone = read_with_rest("第七条：取水。");
    assert_eq!(alone[0].citation.quote.as_ref().unwrap(), "取水。");
    // Nothing between the marks is no quotation.
    let nothing = read_with_rest("《水法》第七条：“”（2016年修正）");
    assert_eq!((nothing.len(), &nothing[0].citation.quote), (1, &None));
    assert_eq!(nothing[0].citation.version_dates.len(), 1);
    assert!(read_with_rest("《水法》第七条：“”（第八条）")[0].unread.is_empty());
    // A list, and then what it lists as printed: the list says more closely what is cited.
    reads(
        "《消防法》第十六条第一款第（四）项、第六十条第二款：\n    第十六条　单位应当：\n    第六十条　单位违反",
        &["消防法 / - / - / 第十六条第一款第（四）项、第六十条第二款"],
    );
    // Quotation marks within others, titles within them, and a tag, which ends marks that were left open.
    for (cell, quote) in [
        ("《水法》第七条：“县级“以上”取水。”", "县级“以上”取水。"),
        ("《水法》第七条：“取水。\n《防洪法》第八条：防洪。”", "取水。\n《防洪法》第八条：防洪。"),
        ("《水法》第七条：“取水。【法律】《防洪法》第八条：防洪。”", "取水。【法律】《防洪法》第八条：防洪。"),
    ] {
        one(cell, "第七条");
        assert_eq!(read_citations(cell)[0].quote.as_ref().unwrap(), quote);
    }
    reads(
        "《水法》第七条：“取水。\n【法律】《防洪法》第八条：防洪。",
        &["水法 / - / - / 第七条", "防洪法 / - / - / 第八条"],
    );
    // After the quotation marks the list goes on.
    reads(
        "《水法》第七条：“取水。”、第八条；《防洪法》第三条",
        &["水法 / - / - / 第七条、第八条", "防洪法 / - / - / 第三条"],
    );
}

/// A title where something is printed, or may be: it is cited, or the sentence begins with it.
#[test]
fn titles_at_the_beginning_of_lines_and_sentences() {
    for cell in [
        // On the line after a provision.
        "《水法》第七条\n《防洪法》所称防洪",
        "《水法》第七条。\n《防洪法》另有规定的，从其规定。",
        // On a line of what is printed: a place must follow, and of an entry of a list nothing else.
        "《水法》第七条：取水。\n《防洪法》另有规定的，从其规定。",
        "《水法》第七条：取水。\n《防洪法》（试行）所称防洪",
        "《水法》第七条：取水。\n1.《防洪法》第八条另有规定的，从其规定。",
        // Within a line nothing but the place may follow.
        "《水法》第七条：取水。《防洪法》第八条另有规定的，从其规定。",
        "《水法》第七条：取水。《防洪法》所称防洪",
    ] {
        one(cell, "第七条");
    }
    let two = ["水法 / - / - / 第七条", "防洪法 / - / - / 第八条"];
    for cell in [
        "《水法》第七条：取水。\n《防洪法》第八条另有规定的，从其规定。",
        "《水法》第七条：取水。\n1.《防洪法》第八条：防洪。",
        "《水法》第七条：取水。《防洪法》第八条：防洪。",
        "《水法》第七条：取水。《防洪法》第八条\n防洪。",
        "《水法》第七条：取水。《防洪法》第八条",
        "《水法》第七条：取水。《防洪法》（2016年修正）第八条：防洪。",
    ] {
        reads(cell, &two);
    }
}

/// A cell may tell what each of its citations is the basis of, or part what is printed of them by a semicolon or a number.
#[test]
fn the_second_basis_of_a_cell_is_no_quotation_of_the_first() {
    let two = ["草原法 / - / - / 第四十条", "草原防火条例 / - / - / 第四十四条"];
    for cell in [
        "违法依据：《草原法》第四十条，处罚依据：《草原防火条例》第四十四条",
        "违法依据：《草原法》第四十条；处罚依据：《草原防火条例》第四十四条",
        "违法依据：《草原法》第四十条。处罚依据：《草原防火条例》第四十四条",
        "违法依据：《草原法》第四十条\n处罚依据：《草原防火条例》第四十四条",
        "违则：《草原法》第四十条；罚则：《草原防火条例》第四十四条",
        "设定依据：《草原法》第四十条；实施依据：《草原防火条例》第四十四条",
        "《草原法》第四十条：临时占用草原的，应当经批准。处罚依据：《草原防火条例》第四十四条",
        "《草原法》第四十条：临时占用草原的，应当经批准；程序依据：《草原防火条例》第四十四条",
        "《草原法》第四十条 临时占用草原的，应当经批准。《草原防火条例》第四十四条 违反本条例的，处罚款。",
        "《草原法》第四十条　临时占用草原的，应当经批准。　　《草原防火条例》第四十四条　违反本条例的，处罚款。",
        "《草原法》第四十条：临时占用草原的，应当经批准；《草原防火条例》第四十四条：违反本条例的，处罚款。",
        "《草原法》第四十条 临时占用草原的，应当经批准；《草原防火条例》第四十四条 违反本条例的，处罚款。",
        "《草原法》第四十条：临时占用草原的，应当经批准。2.《草原防火条例》第四十四条 违反本条例的，处罚款。",
        "《草原法》第四十条：临时占用草原的，应当经批准。（2）《草原防火条例》第四十四条 违反本条例的，处罚款。",
    ] {
        reads(cell, &two);
        let rest: Vec<String> =
            read_with_rest(cell).iter().flat_map(|read| read.unread.iter().map(ToString::to_string)).collect();
        assert_eq!(rest, [] as [String; 0], "{cell}");
    }
    // What is printed names other instruments, and goes on.
    for cell in [
        "《草原法》第四十条：临时占用草原的，应当经批准；《草原防火条例》第四十四条另有规定的，从其规定。",
        "《草原法》第四十条：临时占用草原的，应当经批准；依照《草原防火条例》第四十四条：处罚款。",
        "《草原法》第四十条：临时占用草原的，应当经批准。《草原防火条例》第四十四条 规定的除外。",
        "《草原法》第四十条：设定依据、实施依据等一并公布。有关依据：草原防火。",
    ] {
        reads(cell, &["草原法 / - / - / 第四十条"]);
    }
}

//! 读取依据: reading the citations of a cell, in the spellings of real lists.
//!
//! A cell of a published list names one instrument or several, often prints the provision too, and follows no
//! grammar. [`read_citations`] says which instruments and places it cites, and keeps every character of it.
//!
//! # What is read
//!
//! - Provisions (立法法 §65) in Chinese or Arabic numerals, of full or half width, with or without 第, in lists and ranges:
//!   `第三、五条`, `第一款第（一）至（三）项`, `24条`. A range of at most 100 provisions is written out, of a longer one the two
//!   ends are kept: for the rest the text stands. So it is with ranges after the first 2,000 provisions of a citation.
//! - Places named otherwise, as written: `第三章`, `三、（二）`, `附件第12项`.
//! - Titles in 《》, with others inside them, over several lines, without one of the marks, and without marks where a
//!   provision or a note follows. White space inside a title is left out, unless it stands between words of letters.
//! - Tags as the rank that they state: `【法律】`. A tag holds for the title that it stands before.
//! - Notes after a title: the document number of the instrument itself, not that of a decision that changed it; the days of
//!   adoption, publication and amendment, and the day of entry into force only where there is no other. A date that
//!   is none, or is not a whole one (`2018年12月`), stays as written. `（以下简称水法）` holds for the rest of the cell.
//! - The provision as printed, which is the quotation, from its first word to its last. Where several are printed, the numbers at their heads
//!   stand inside it and are cited; laws and numbers within a sentence belong to the quotation, and are not.
//!
//! - Words before 《》 and after it that belong to the title: `某省实施《水法》办法`, `《水法》实施条例`.
//! - Words that stand for an instrument named before, where only one can be meant: `及其实施条例`, `同法`. Where none or
//!   several can, and where words before a provision may name another instrument, its provisions are given to none, and
//!   the words are told as not understood.
//! - What programs and fonts put in the place of characters: `&nbsp;`, `&#40;`, `<p>`, `_x000D_`, radicals for characters,
//!   `<<水法>>`, 「」. Titles, document numbers and dates are given in plain characters; texts, other places, quotations and what
//!   was not understood are cut from the cell as it is.
//!
//! The text is read once, from the beginning to the end; looking ahead is bounded.

mod bracket;
mod cited;
mod gap;
mod group;
mod head;
mod heading;
mod issued;
mod note;
mod opening;
mod plain;
mod printed;
mod provision;
mod read_citation;
mod reader;
mod refer;
mod scan;
mod tag;
mod title;
mod title_end;
mod unit;
mod words;

pub use read_citation::ReadCitation;

use crate::model::Citation;

/// Reads the citations of a cell.
///
/// The texts of the result, in order, are together the cell: separators and numbering go with the citation that they
/// stand at, and words that name nothing are a citation of which only the text is known. A cell without anything but
/// white space gives none.
///
/// ```
/// use qingdan::law::citation::read_citations;
///
/// let cell = "【法律】《中华人民共和国水法》（2016年7月2日修正）第7、48条；\n《取水许可和水资源费征收管理条例》（国务院令第460号）第四条第一款第（一）至（三）项";
/// let citations = read_citations(cell);
///
/// let canonical: Vec<String> = citations.iter().filter_map(|citation| citation.canonical()).collect();
/// assert_eq!(canonical, [
///     "《中华人民共和国水法》第七条、第四十八条",
///     "《取水许可和水资源费征收管理条例》（国务院令第460号）第四条第一款第（一）项、第四条第一款第（二）项、第四条第一款第（三）项",
/// ]);
/// let text: String = citations.iter().filter_map(|citation| citation.text.as_ref()).map(|text| text.as_str()).collect();
/// assert_eq!(text, cell);
///
/// // What stands in a quotation is not cited.
/// let citations = read_citations("《渔业法》第五条：“依照《治安管理处罚法》第八条处罚”");
/// assert_eq!(citations.len(), 1);
/// assert_eq!(citations[0].quote.as_ref().map(|quote| quote.as_str()), Some("依照《治安管理处罚法》第八条处罚"));
/// ```
#[must_use]
pub fn read_citations(cell: &str) -> Vec<Citation> {
    read_with_rest(cell).into_iter().map(|read| read.citation).collect()
}

/// Reads the citations of a cell as [`read_citations`] does, and says what was not understood, so that it can be
/// counted how much of a list was judged.
#[must_use]
pub fn read_with_rest(cell: &str) -> Vec<ReadCitation<'_>> {
    let mut citations = Vec::new();
    read_each(cell, &mut |citation| citations.push(citation));
    citations
}

/// Reads the citations of a cell, and shows one after the other: a cell of megabytes may hold a million.
pub(crate) fn read_each<'c>(cell: &'c str, see: &mut dyn FnMut(ReadCitation<'c>)) {
    reader::read(cell, see);
}

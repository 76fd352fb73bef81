//! Reading citations: no panic on any text, no character lost, and what was read is read again from its canonical form.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qingdan::law::citation::{read_citations, read_with_rest};
use qingdan::model::Citation;

fuzz_target!(|cell: &str| {
    let read = read_with_rest(cell);
    let text: String = read.iter().filter_map(|read| read.citation.text.as_ref()).map(|text| text.as_str()).collect();
    assert!(read.is_empty() || text == cell);
    for read in &read {
        let text = read.citation.text.as_ref().map_or("", |text| text.as_str());
        assert!(read.unread.iter().all(|part| !part.is_empty() && text.contains(part)));
        assert!(read.citation.clauses.iter().all(|clause| text.contains(clause.as_str())));
        read_again(&read.citation);
    }
});

/// Provisions are read back from what is written of them. A title or a number may hold anything, so they are left out.
fn read_again(citation: &Citation) {
    let mut plain = citation.clone();
    plain.title = "水法".parse().ok();
    (plain.document_number, plain.clauses) = (None, Vec::new());
    let again = read_citations(&plain.canonical().unwrap_or_default());
    assert_eq!(again.len(), 1);
    assert_eq!(again[0].articles, plain.articles);
}

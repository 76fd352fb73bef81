//! The drawing of comments: for each a window beside its cell, which opens when the pointer comes near.

use super::outcome::AnnotateError;
use super::package::Package;
use crate::workbook::CellRef;

/// Shapes are numbered in blocks of so many, and no two drawings of a workbook share one.
const BLOCK: u32 = 1024;

/// The last column beside which a window finds room.
const LAST_COLUMN: u16 = 16_378;
const LAST_ROW: u32 = 1_048_540;

const BEGIN: &str = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
    xmlns:x=\"urn:schemas-microsoft-com:office:excel\">";
const TYPE: &str = "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">\
    <v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";
const END: &str = "</xml>";

/// The block behind all that the drawings of a workbook use.
pub(super) fn free_block(package: &mut Package<'_>) -> Result<u32, AnnotateError> {
    let mut last = 0;
    for name in package.named("xl/", ".vml") {
        let text = package.read(&name)?.unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let after = |mark: &str, separated: fn(char) -> bool| -> Vec<u32> {
            let found = text.split(mark).skip(1);
            let numbers = found.filter_map(|rest| rest.split(['"', '\'']).next());
            numbers.flat_map(|list| list.split(separated).filter_map(|number| number.trim().parse().ok())).collect()
        };
        let blocks = after(" data=\"", |c| c == ',');
        let shapes = after("_x0000_s", |c| c == '_').into_iter().map(|shape| shape / BLOCK);
        last = blocks.into_iter().chain(shapes).filter(|&block| block < u32::MAX / BLOCK).fold(last, u32::max);
    }
    Ok(last.saturating_add(1))
}

/// A drawing with windows for more comments; gives the next free block too.
pub(super) fn with(
    part: &str,
    text: Option<Vec<u8>>,
    cells: &[(CellRef, usize)],
    block: u32,
) -> Result<(Vec<u8>, u32), AnnotateError> {
    let blocks = u32::try_from(cells.len().div_ceil(1000)).unwrap_or(u32::MAX).max(1);
    let mut shapes = String::new();
    for (number, &(at, lines)) in (0_u32..).zip(cells) {
        let in_block = block.saturating_add(number / 1000).saturating_mul(BLOCK);
        shapes.push_str(&shape(in_block.saturating_add(number % 1000).saturating_add(1), at, lines));
    }
    let next = block.saturating_add(blocks);
    let numbers: Vec<String> = (block..next).map(|block| block.to_string()).collect();
    let Some(text) = text else {
        let layout = format!(
            "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"{}\"/></o:shapelayout>",
            numbers.join(",")
        );
        return Ok((format!("{BEGIN}{layout}{TYPE}{shapes}{END}").into_bytes(), next));
    };
    // Such drawings need not be well-formed: what is there is not read, and ours stands before the end.
    let end = memchr::memmem::rfind(&text, END.as_bytes())
        .ok_or_else(|| AnnotateError::broken(part, "没有结束", "the drawing has no end"))?;
    let has_type = memchr::memmem::find(&text, b"_x0000_t202\"").is_some();
    let own = if has_type { "" } else { TYPE };
    let (before, after) = text.split_at_checked(end).unwrap_or((&text, &[]));
    let whole = [before, own.as_bytes(), shapes.as_bytes(), after].concat();
    Ok((whole, next))
}

/// A window that is as high as its text.
fn shape(number: u32, at: CellRef, lines: usize) -> String {
    let (row, column) = (at.row.saturating_sub(1), at.column.saturating_sub(1));
    let (left, top) = (column.saturating_add(1).min(LAST_COLUMN), row.saturating_sub(1).min(LAST_ROW));
    let high = u32::try_from(lines.clamp(4, 30)).unwrap_or(30);
    let (right, bottom) = (left.saturating_add(4), top.saturating_add(high));
    format!(
        "<v:shape id=\"_x0000_s{number}\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:60pt;margin-top:2pt;\
         width:300pt;height:{}pt;z-index:{number};visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\">\
         <v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>\
         <v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>\
         <x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>\
         <x:Anchor>{left}, 15, {top}, 4, {right}, 60, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>\
         <x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>",
        high.saturating_mul(13)
    )
}

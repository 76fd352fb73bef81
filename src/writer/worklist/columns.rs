//! The columns of a sheet of findings, with their widths.

/// The widths of names, codes and places, in digits.
pub(super) const NAMES: u16 = 20;
pub(super) const CODES: u16 = 16;
pub(super) const PLACES: u16 = 20;

/// The columns with their widths.
pub(super) const COLUMNS: [(&str, &str, u16); 11] = [
    ("序号", "No.", 6),
    ("责任部门", "Department", 14),
    ("清单", "List", 12),
    ("事项名称", "Item", NAMES),
    ("事项编码", "Code of the item", CODES),
    ("问题", "What is wrong", 40),
    ("依据", "Ground", 20),
    ("整改建议", "What to do", 32),
    ("原表位置", "Where", PLACES),
    ("整改期限", "Until", 12),
    ("整改情况", "State", 11),
];

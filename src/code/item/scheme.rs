//! The schemes whose shapes item codes have.

use crate::code::titled::titled_enum;

titled_enum! {
    /// 事项编码方案: the scheme whose shape an item code has.
    ///
    /// # Source
    /// C 0109 and GB/T 39554.1-2020 for the national schemes; published catalogs for the provincial ones.
    ///
    /// ```
    /// use qingdan::code::{ItemCode, ItemCodeScheme};
    /// assert_eq!(ItemCode::parse("000131024000")?.scheme(), ItemCodeScheme::Base12);
    /// assert_eq!(ItemCode::parse("62052400MZ-XK-0001")?.scheme(), ItemCodeScheme::Unknown);
    /// # Ok::<(), qingdan::code::CodeError>(())
    /// ```
    ItemCodeScheme {
        Base12 = "基本编码（12位）", "base code (12)";
        Business14 = "业务办理项编码（14位）", "business code (14)";
        Implementation31 = "实施编码（31位）", "implementation code (31)";
        Business33 = "业务办理项编码（33位）", "business code (33)";
        /// `BASE-DIVISION-000-BODY-N-NN`, such as `511A0138000000-511602000000-000-115113010833722043-1-00`.
        Sichuan = "四川省事项编码", "Sichuan item code";
        /// Six digits of the division, seven of the item, and often `-001` for a business item.
        Shandong = "山东省事项编码（旧）", "Shandong item code (older)";
        Unknown = "未知方案", "unknown scheme";
    }
}

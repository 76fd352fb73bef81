//! The identifier schemes by name.

use super::titled::titled_enum;

titled_enum! {
    /// 编码方案: an identifier scheme, to say which one a text fails.
    ///
    /// ```
    /// use qingdan::code::{CodeScheme, OrganizationCode};
    /// let error = OrganizationCode::parse("D21435690").unwrap_err();
    /// assert_eq!(error.scheme(), CodeScheme::OrganizationCode);
    /// assert_eq!(error.scheme().title_zh(), "组织机构代码");
    /// ```
    CodeScheme {
        CreditCode = "统一社会信用代码", "credit code";
        OrganizationCode = "组织机构代码", "organization code";
        DivisionCode = "行政区划代码", "division code";
        BaseCode = "基本编码", "base code";
        ImplementationCode = "实施编码", "implementation code";
        BusinessCode = "业务办理项编码", "business code";
        /// Of no particular scheme, as [`ItemCode`](super::ItemCode) takes them.
        ItemCode = "事项编码", "item code";
        LicenseTypeCode = "电子证照类型代码", "license type code";
        LicenseIdentifier = "电子证照标识", "license identifier";
    }
}

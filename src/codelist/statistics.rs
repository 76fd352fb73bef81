//! Statistics: what is counted, in which unit.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{closed_list, open_list};
use crate::text::Text;

closed_list! {
    /// 计数单位: what one means when counting; no statistic without it.
    CountingUnit {
        MainItem = "main_item", "主项";
        SubItem = "sub_item", "子项";
        BusinessItem = "business_item", "业务办理项";
        ImplementationItem = "implementation_item", "实施清单事项";
        Material = "material", "材料";
        Organization = "organization", "机构";
        License = "license", "证照";
        Bundle = "bundle", "一件事";
        Document = "document", "文件";
        /// A place in an instrument: an article, paragraph, item or point, or a chapter or annex.
        Provision = "provision", "条款";
    }
}

impl CountingUnit {
    /// 量词: the measure word that stands between a number and what is counted: 3项, 6个.
    #[must_use]
    pub fn measure_word_zh(self) -> &'static str {
        match self {
            Self::MainItem | Self::SubItem | Self::BusinessItem | Self::ImplementationItem | Self::Material => "项",
            Self::Organization | Self::License | Self::Bundle => "个",
            Self::Document => "件",
            Self::Provision => "条",
        }
    }
}

/// 公布数据计数单位: a counting unit of the catalog, or any other in words (`件`, `户`, `公里`).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FigureUnit {
    /// A counting unit of the catalog.
    Counting(CountingUnit),
    /// Another unit, as written.
    Other(Text),
}

impl FigureUnit {
    /// The wire name, or the text as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Counting(unit) => unit.as_str(),
            Self::Other(text) => text.as_str(),
        }
    }

    /// Whether numbers in this unit are whole by nature. Money, lengths, areas, weights and times are measured, and
    /// 万人 or 亿件 is a number that was shortened before it was printed.
    ///
    /// ```
    /// use qingdan::codelist::FigureUnit;
    /// use qingdan::model::Text;
    /// for (unit, counts) in [("件", true), ("人次", true), ("亿元", false), ("万人", false), ("公里", false)] {
    ///     assert_eq!(FigureUnit::from(Text::new(unit)?).counts_things(), counts, "{unit}");
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn counts_things(&self) -> bool {
        const SHORTENED: &[char] = &['十', '百', '千', '万', '亿'];
        const MEASURED: &[&str] = &[
            "元", "米", "里", "公顷", "顷", "亩", "吨", "克", "斤", "升", "度", "时", "分", "分钟", "秒", "天", "日",
            "月", "年", "岁", "%", "％", "‰",
        ];
        match self {
            Self::Counting(_) => true,
            Self::Other(unit) => {
                let unit = unit.as_str().trim();
                !unit.starts_with(SHORTENED) && !MEASURED.iter().any(|measured| unit.ends_with(measured))
            }
        }
    }
}

impl fmt::Display for FigureUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl From<CountingUnit> for FigureUnit {
    fn from(unit: CountingUnit) -> Self {
        Self::Counting(unit)
    }
}

impl From<Text> for FigureUnit {
    fn from(text: Text) -> Self {
        text.as_str().parse().map_or_else(|_| Self::Other(text), Self::Counting)
    }
}

impl Serialize for FigureUnit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Counting(unit) => unit.serialize(serializer),
            Self::Other(text) => text.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for FigureUnit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Text::deserialize(deserializer).map(Self::from)
    }
}

impl JsonSchema for FigureUnit {
    fn schema_name() -> Cow<'static, str> {
        "FigureUnit".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let titles: serde_json::Map<String, serde_json::Value> =
            CountingUnit::ALL.iter().map(|unit| (unit.as_str().to_owned(), unit.title_zh().into())).collect();
        json_schema!({
            "type": "string",
            "minLength": 1,
            "description": "公布数据计数单位: a counting unit of the catalog, or any other in words (`件`, `户`, `公里`).",
            "examples": CountingUnit::NAMES,
            "x-enum-titles": titles,
        })
    }
}

closed_list! {
    /// 度量: whether a printed number is a count or a rate in per cent.
    Measure {
        Count = "count", "数量";
        Rate = "rate", "比率";
    }
}

open_list! {
    /// 指标: what a printed number measures.
    Metric {
        Items = "items", "事项数";
        Online = "online", "网上可办";
        FullyOnline = "fully_online", "全程网办";
        Immediate = "immediate", "即办件";
        ImmediateOnline = "immediate_online", "即办件网办";
        AtMostOneVisit = "at_most_one_visit", "最多跑一次";
        NoVisit = "no_visit", "零跑动";
        PromiseCompression = "promise_compression", "承诺时限压缩";
        Linked = "linked", "关联电子证照";
        Configured = "configured", "配置免证办";
        Sealed = "sealed", "电子签章";
        Claimed = "claimed", "认领";
        /// Delegated powers that were taken back.
        Returned = "returned", "收回";
        /// Delegated powers of which the township published that it exercises them; counted by body: the townships that
        /// published.
        Published = "published", "公布";
        OnlineAndOffline = "online_and_offline", "线上线下可办";
        Standardized = "standardized", "标准化";
    }
}

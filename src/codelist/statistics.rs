//! Statistics: what is counted, in which unit.

use super::{closed_list, open_list};

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
        OnlineAndOffline = "online_and_offline", "线上线下可办";
        Standardized = "standardized", "标准化";
    }
}

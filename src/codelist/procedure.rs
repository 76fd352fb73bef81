//! How an item is carried out: stages, special procedures, units of time.

use super::{closed_list, open_list};

closed_list! {
    /// 环节: a stage of a procedure, and of the responsibilities that go with it. Source: 中办发〔2015〕21号 and the lists made under it.
    Stage {
        Accept = "accept", "受理";
        Review = "review", "审查";
        Decide = "decide", "决定";
        Deliver = "deliver", "送达";
        Supervise = "supervise", "事后监管";
        File = "file", "立案";
        Investigate = "investigate", "调查";
        Notify = "notify", "告知";
        Hear = "hear", "听取陈述申辩";
        Approve = "approve", "审批";
        Urge = "urge", "催告";
        Execute = "execute", "执行";
        Record = "record", "制作笔录";
        Plan = "plan", "制定计划";
        Inspect = "inspect", "实施检查";
        Handle = "handle", "处理";
        Archive = "archive", "归档";
        Assess = "assess", "核定";
        Collect = "collect", "征收";
        Remit = "remit", "上缴";
        Grant = "grant", "发放";
        Other = "other", "其他";
    }
}

open_list! {
    /// 特别程序: a step whose days may stand outside the limit (行政许可法 §45 has a closed list; real lists have more).
    SpecialProcedureKind {
        Hearing = "hearing", "听证";
        Tender = "tender", "招标";
        Auction = "auction", "拍卖";
        Testing = "testing", "检测";
        Inspection = "inspection", "检验";
        Quarantine = "quarantine", "检疫";
        Appraisal = "appraisal", "鉴定";
        ExpertReview = "expert_review", "专家评审";
        SiteInspection = "site_inspection", "现场勘验";
        PublicNotice = "public_notice", "公示";
    }
}

closed_list! {
    /// 时限单位: the unit in which a limit is printed. Periods of 行政许可法 itself are working days (§82); a plain 日 stays as printed.
    TimeUnit {
        WorkingDay = "working_day", "工作日";
        CalendarDay = "calendar_day", "自然日";
        /// 日 as printed, working or calendar days: which is not said.
        Day = "day", "日";
        Hour = "hour", "小时";
        Month = "month", "月";
    }
}

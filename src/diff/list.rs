//! The closed lists: classes of changes, what they mean for an applicant, by what items were matched.

use crate::codelist::{AdjustmentOperation, closed_list};

closed_list! {
    /// 变化类别: what a change is in law.
    ///
    /// # Source
    /// 中办发〔2015〕21号 and 内政发〔2021〕6号 name the adjustments of a list: 取消, 新增（承接）, 下放, 变更（合并、修改设定依据、
    /// 变更名称）; 行政许可法 §20–21 and 条例 (优化营商环境条例 §35, §40) what of an item may not be made stricter.
    ChangeClass {
        /// An item that no item of the old edition became.
        Added = "added", "新增";
        /// An item that became no item of the new edition, or was cancelled there.
        Cancelled = "cancelled", "取消";
        /// An item that went to a lower level.
        Devolved = "devolved", "下放";
        /// An item that came back from a lower level.
        TakenBack = "taken_back", "收回";
        Merged = "merged", "合并";
        Split = "split", "拆分";
        Renamed = "renamed", "名称变更";
        Recoded = "recoded", "编码变更";
        /// Another article of the same instruments, or of their later editions.
        BasisRenumbered = "basis_renumbered", "依据条文序号变更";
        BasisChanged = "basis_changed", "依据变更";
        TypeChanged = "type_changed", "类型变更";
        BodyChanged = "body_changed", "主体变更";
        /// Its levels of exercise, or its place among main and sub-items.
        LevelChanged = "level_changed", "层级变更";
        LimitShortened = "limit_shortened", "时限缩短";
        LimitLengthened = "limit_lengthened", "时限延长";
        /// A limit that cannot be compared with the one before: of another unit, or stated only once.
        LimitChanged = "limit_changed", "时限变更";
        MaterialsAdded = "materials_added", "材料增加";
        MaterialsRemoved = "materials_removed", "材料减少";
        ConditionsAdded = "conditions_added", "条件增加";
        ConditionsRemoved = "conditions_removed", "条件减少";
        FeeChanged = "fee_changed", "收费变更";
        /// Suspended, or no longer so; first or last day.
        StatusChanged = "status_changed", "状态变更";
        /// Other matter: procedure, channels, results, responsibilities, penalties.
        ContentChanged = "content_changed", "其他内容变更";
        /// Widths, blanks, provenance, extensions: nothing of law.
        Editorial = "editorial", "文字性修改";
    }
}

closed_list! {
    /// 对申请人的影响: what a change means for an applicant or a person who is regulated.
    Effect {
        Eases = "eases", "减轻";
        Burdens = "burdens", "加重";
        /// Some of it eases and some burdens.
        Mixed = "mixed", "有减有增";
        Neutral = "neutral", "无影响";
        /// It does not show from what is written.
        NotTold = "not_told", "不能判断";
    }
}

closed_list! {
    /// 对应方式: by what two items were found to be one.
    MatchedBy {
        /// An adjustment record that names both.
        Succession = "succession", "调整记录";
        Code = "code", "事项编码";
        Id = "id", "标识";
        /// Normalised name and type, with body and basis as far as stated.
        Name = "name", "名称";
    }
}

closed_list! {
    /// 对应把握: how sure it is that two items are one.
    Confidence {
        /// They say so themselves, or two things agree that no two items share by chance.
        Certain = "certain", "确定";
        /// One thing agrees, and nothing speaks against it.
        Likely = "likely", "较可能";
        /// Names agree, and body or basis differ.
        Possible = "possible", "待核";
    }
}

closed_list! {
    /// 编号沿用情况: whether a key of the old edition was kept in the new one.
    KeysKept {
        Kept = "kept", "沿用";
        Partly = "partly", "部分沿用";
        /// No item that is in both kept it: not comparable by it.
        Regenerated = "regenerated", "全部重编";
        /// No item in both states it.
        NotTold = "not_told", "不能判断";
    }
}

closed_list! {
    /// 记录变化: what became of a record that is no item.
    RecordChangeKind {
        Added = "added", "新增";
        Removed = "removed", "删去";
        Changed = "changed", "变更";
    }
}

closed_list! {
    /// 未落实原因: why the effect of an adjustment record is not there.
    UnmetCause {
        /// An item that it puts into the list is not there, or not in force.
        NotThere = "not_there", "调整后事项不在本版或者未生效";
        /// An item that it takes out of the list is still in force.
        StillInForce = "still_in_force", "调整前事项仍然有效";
        /// An item that it takes out or changes was not in the previous edition.
        NotBefore = "not_before", "调整前事项不在上一版次";
        /// An item that it adds was in force in the previous edition already.
        ThereBefore = "there_before", "新增的事项上一版次已有";
        /// What it changes is as before.
        Unchanged = "unchanged", "所列内容没有变化";
    }
}

impl ChangeClass {
    /// The operation by which an adjustment records the change; none where it changes none of the elements of a list
    /// (国办发〔2022〕2号: name, department and body, bases), so that no adjustment of the list is due.
    ///
    /// ```
    /// use qingdan::codelist::AdjustmentOperation;
    /// use qingdan::diff::ChangeClass;
    /// assert_eq!(ChangeClass::BasisRenumbered.operation(), Some(AdjustmentOperation::ChangeBasis));
    /// assert_eq!(ChangeClass::LimitShortened.operation(), None);
    /// ```
    #[must_use]
    pub fn operation(self) -> Option<AdjustmentOperation> {
        Some(match self {
            Self::Added => AdjustmentOperation::Add,
            Self::Cancelled => AdjustmentOperation::Cancel,
            Self::Devolved => AdjustmentOperation::Devolve,
            Self::TakenBack => AdjustmentOperation::TakeBack,
            Self::Merged => AdjustmentOperation::Merge,
            Self::Split => AdjustmentOperation::Split,
            Self::Renamed => AdjustmentOperation::Rename,
            Self::BasisRenumbered | Self::BasisChanged => AdjustmentOperation::ChangeBasis,
            Self::TypeChanged => AdjustmentOperation::ChangeType,
            Self::BodyChanged => AdjustmentOperation::ChangeBody,
            Self::Recoded
            | Self::LevelChanged
            | Self::LimitShortened
            | Self::LimitLengthened
            | Self::LimitChanged
            | Self::MaterialsAdded
            | Self::MaterialsRemoved
            | Self::ConditionsAdded
            | Self::ConditionsRemoved
            | Self::FeeChanged
            | Self::StatusChanged
            | Self::ContentChanged
            | Self::Editorial => return None,
        })
    }
}

//! The closed lists: how a delegation stands, who exercises a power, and what there is to note.

use crate::codelist::closed_list;

closed_list! {
    /// 赋权状态: how a delegation stands on a day.
    DelegationState {
        NotYetEffective = "not_yet_effective", "尚未生效";
        InForce = "in_force", "生效中";
        /// It ended; that the power was returned is not said by this day.
        Ended = "ended", "已终止";
        Returned = "returned", "已收回";
        /// A day that decides is not stated, cannot be read, or contradicts another; or no day was given as of which to say.
        Unknown = "unknown", "不明";
    }
}

closed_list! {
    /// 行使情况: who exercises a power in a period.
    Exercise {
        /// The body that holds the power by itself.
        Origin = "origin", "原实施主体";
        /// The body that received it, in its own name.
        Receiver = "receiver", "承接主体";
        /// The body that received it, in the name of the origin, which keeps the power (行政处罚法 §20; 行政许可法 §24).
        InNameOfOrigin = "in_name_of_origin", "承接主体以原实施主体名义";
        /// The origin and the receiver, each in its own name.
        Both = "both", "原实施主体和承接主体";
        Nobody = "nobody", "无主体行使";
        NotKnown = "not_known", "不明";
    }
}

closed_list! {
    /// 提示类别: what there is to note of a power and a township.
    NoteKind {
        /// Nobody exercises the power.
        Gap = "gap", "空档";
        /// Two exercise it, or one by two titles.
        DoubleExercise = "double_exercise", "重复行使";
        /// Others are listed that claimed, and this one is not.
        NotClaimed = "not_claimed", "未列入认领";
        /// It claimed, and is not among those to whom the power goes.
        NotAReceiver = "not_a_receiver", "未列入承接";
        /// Who exercises the power is not known.
        NotKnown = "not_known", "行使主体不明";
    }
}

closed_list! {
    /// 提示原因: from what a note comes.
    NoteCause {
        /// And no division of cases is stated.
        OriginStillExercises = "origin_still_exercises", "原实施主体继续行使，未写明案件划分";
        DelegationsOverlap = "delegations_overlap", "同一事项的几次赋权期间重叠";
        ClaimedLater = "claimed_later", "生效后才认领";
        ReturnedLater = "returned_later", "终止后才收回";
        NotReturned = "not_returned", "终止后未写明收回";
        NotAmongClaims = "not_among_claims", "只见其他苏木乡镇认领";
        NotAmongReceivers = "not_among_receivers", "已认领，而赋权未写明由其承接";
        StartNotKnown = "start_not_known", "生效日期未写明或者无法识别";
        EndNotKnown = "end_not_known", "终止日期未采集或者无法识别";
        DaysContradict = "days_contradict", "终止不晚于生效，日期矛盾";
    }
}

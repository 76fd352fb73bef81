//! The closed lists: how an item stands to the superior list, by what the two are found to be one, and what differs.

use crate::codelist::closed_list;

closed_list! {
    /// 对照结论: how an item stands to the lists of the superior levels.
    ///
    /// # Source
    /// 国办发〔2022〕2号 (清单之外一律不得违法实施行政许可; the list of each level covers those below it); 优化营商环境条例 §40;
    /// 行政许可法 §14–17 for what city and province may set themselves.
    ConformanceClass {
        /// The superior list has it.
        CarriedDown = "carried_down", "承接上级事项";
        /// A sub-item or business item of what the superior list has, or a part of it by its name.
        PermittedSubdivision = "permitted_subdivision", "上级事项的细分";
        /// The superior list does not have it, and a regulation or rule of city or province sets it.
        OwnBasis = "own_basis", "本地有依据";
        /// The superior list is complete and does not have it, and nothing of city or province sets it.
        NotAuthorised = "not_authorised", "清单外且无依据";
        /// It cannot be told; the cause says why.
        NotTold = "not_told", "不能判断";
    }
}

closed_list! {
    /// 对应依据: by what an item was found in the superior list.
    FoundBy {
        /// It names the id that it has there.
        SuperiorItem = "superior_item", "上级清单事项编号";
        /// The part of the code that is the same at all levels.
        Code = "code", "事项编码";
        /// Normalised name and type.
        Name = "name", "名称和类型";
        /// What stands before a bracket or dash of its name is a name there, of the same type.
        PartOfName = "part_of_name", "名称的主体部分";
        /// The item of which it is a part was found.
        Parent = "parent", "所属主项";
        /// A name there is nearly the same: whether it is the same item, somebody must say.
        NearName = "near_name", "名称相近";
    }
}

closed_list! {
    /// 不能判断的原因: why it cannot be told how an item stands to the superior list.
    NotToldCause {
        /// What a superior list does not have is not missing there unless it says that it has all items of the kind.
        ListIncomplete = "list_incomplete", "上级清单未声明该类事项完整";
        /// None of the bases of which the rank is known suffices, and another is not known.
        RankUnknown = "rank_unknown", "所引依据的位阶不明";
        BasisNotHeld = "basis_not_held", "来源没有采集设定依据";
        /// 公共服务 is no power: no list closes it.
        PublicService = "public_service", "公共服务事项不受清单限制";
        /// The superior list has no item of this name, and one of nearly the same.
        NearName = "near_name", "上级清单有名称相近的事项，是否同一事项须核对";
        /// A heading: its sub-items stand in the superior list.
        Heading = "heading", "目录性主项，其子项见于上级清单";
        /// The list that is looked at does not say that it has all items of the kind, so none is missing in it.
        OwnListIncomplete = "own_list_incomplete", "本清单未声明该类事项完整";
    }
}

closed_list! {
    /// 差异种类: what differs between an item and that of the superior list.
    ///
    /// # Source
    /// 国办发〔2022〕2号 (name and setting basis are the same at all levels; a guide adds no conditions, materials or steps
    /// and lengthens no limit); 优化营商环境条例 §35; 行政许可法 §16.
    DepartureKind {
        NameDiffers = "name_differs", "名称不同";
        /// A setting provision of the superior's item that is missing here.
        BasisMissing = "basis_missing", "缺少设定依据";
        /// A norm of city, province or below that is cited here alone. For information.
        BasisAdded = "basis_added", "增加本地依据";
        TypeDiffers = "type_differs", "类型不同";
        /// The first nine characters of the base code: region, type and main item.
        CodeDiffers = "code_differs", "编码前九位不同";
        LimitLonger = "limit_longer", "法定办结时限更长";
        PromiseLonger = "promise_longer", "承诺办结时限更长";
        MaterialAdded = "material_added", "增加申请材料";
        /// 许可条件 and 前置事项.
        ConditionAdded = "condition_added", "增加条件";
        /// A special procedure, or a stage that 行政许可法 does not know.
        StepAdded = "step_added", "增加环节";
        IntermediaryAdded = "intermediary_added", "增加中介服务";
        FeeAdded = "fee_added", "增加收费";
    }
}

closed_list! {
    /// 增设依据: on what something rests that was added, or a limit that is longer.
    Backing {
        /// A law, regulation or rule that it cites itself.
        Norm = "norm", "有法律、法规、规章依据";
        /// Only what stands below rules.
        Below = "below", "依据低于规章";
        /// It cites nothing.
        None = "none", "没有写明依据";
        /// The rank of what it cites is not known, or the source does not hold what it rests on.
        NotTold = "not_told", "不能判断";
    }
}

impl Backing {
    /// Whether it is known to rest on nothing that suffices.
    #[must_use]
    pub fn is_wanting(self) -> bool {
        matches!(self, Self::Below | Self::None)
    }
}

//! The fifteen items of Article 20 of the Regulations.

use crate::table::axis;

axis! {
    /// What administrative organs must disclose of their own accord: the fifteen items of Article 20 of
    /// the Regulations (政府信息公开条例, State Council Decree 711 of 2019).
    ///
    /// The labels are short titles, not the text of the law. Section 二 of the form counts something under
    /// items （一）（五）（六）（八）, in the 2019 edition also under （九）; see [`crate::ProactiveCell::item`].
    ///
    /// ```
    /// use ogi_report::{Article20, Lang};
    ///
    /// let item = Article20::numbered(7).unwrap();
    /// assert_eq!(item, Article20::BudgetsAndAccounts);
    /// assert_eq!(item.citation(), "第二十条第（七）项");
    /// assert_eq!(item.label(Lang::Zh), "财政预算、决算信息");
    /// ```
    pub enum Article20 {
        LawsRulesNormativeDocuments = "laws_rules_normative_documents",
            "行政法规、规章和规范性文件", "administrative regulations, rules and normative documents";
        OrganProfile = "organ_profile",
            "机关职能、机构设置、联系方式、负责人", "functions, structure, contact details and heads of the organ";
        PlansAndPolicies = "plans_and_policies",
            "规划及相关政策", "plans and related policies";
        Statistics = "statistics",
            "国民经济和社会发展统计信息", "economic and social statistics";
        LicensingAndServices = "licensing_and_services",
            "行政许可和其他对外管理服务事项", "administrative licensing and other external management and service matters";
        PenaltiesAndCoercion = "penalties_and_coercion",
            "行政处罚、行政强制", "administrative penalties and coercive measures";
        BudgetsAndAccounts = "budgets_and_accounts",
            "财政预算、决算信息", "budgets and final accounts";
        AdministrativeFees = "administrative_fees",
            "行政事业性收费项目及其依据、标准", "administrative fees: items, basis and rates";
        CentralizedProcurement = "centralized_procurement",
            "政府集中采购项目的目录、标准及实施情况", "centralised government procurement: catalogue, standards and implementation";
        MajorProjects = "major_projects",
            "重大建设项目的批准和实施情况", "approval and progress of major construction projects";
        LivelihoodPolicies = "livelihood_policies",
            "扶贫、教育、医疗、社会保障、促进就业等", "poverty relief, education, health care, social security and employment";
        Emergencies = "emergencies",
            "突发公共事件应急预案、预警和应对", "emergency plans, warnings and response";
        Inspections = "inspections",
            "环保、公共卫生、安全生产、食药、产品质量监督检查", "supervision of environment, public health, work safety, food, drugs and product quality";
        CivilServiceRecruitment = "civil_service_recruitment",
            "公务员招考", "civil-service recruitment";
        OtherRequired = "other_required",
            "其他应当主动公开的政府信息", "other information that must be disclosed";
    }
}

impl Article20 {
    /// The item of that number, 1 to 15.
    ///
    /// ```
    /// assert_eq!(ogi_report::Article20::numbered(16), None);
    /// ```
    pub fn numbered(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }

    /// The number of the item, 1 to 15.
    ///
    /// ```
    /// assert_eq!(ogi_report::Article20::AdministrativeFees.number(), 8);
    /// ```
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The citation in Chinese, as the block titles of section 二 print it.
    ///
    /// ```
    /// assert_eq!(ogi_report::Article20::OtherRequired.citation(), "第二十条第（十五）项");
    /// ```
    pub fn citation(self) -> String {
        const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
        let ten = if self.number() >= 10 { "十" } else { "" };
        let one = DIGITS[usize::from(self.number() % 10)];
        format!("第二十条第（{ten}{one}）项")
    }
}

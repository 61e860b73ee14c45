//! The fifteen items of Article 20 of the Regulations.

use crate::law::Citation;
use crate::value::Lang;
use crate::value::axis::axis;

axis! {
    /// The information that administrative organs must disclose of their own accord: the fifteen items of Article 20 of
    /// the Regulations (政府信息公开条例, State Council Decree 711 of 2019).
    ///
    /// The labels are short titles, not the text of the law. Section 二 of the form counts something under
    /// items （一）（五）（六）（八）, in the 2019 edition also under （九）; see [`Article20::cells`].
    ///
    /// ```
    /// use ogi_report::{Article20, Lang};
    ///
    /// let item = Article20::numbered(7).unwrap();
    /// assert_eq!(item, Article20::BudgetsAndAccounts);
    /// assert_eq!(item.citation().label(Lang::Zh), "第二十条第（七）项");
    /// assert_eq!(item.label(Lang::Zh), "财政预算、决算信息");
    /// assert_eq!(item.gist(Lang::En), "The government's budget and its final accounts.");
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
            "行政处罚、行政强制", "administrative penalties and administrative compulsion";
        BudgetsAndAccounts = "budgets_and_accounts",
            "财政预算、决算信息", "budgets and final accounts";
        AdministrativeFees = "administrative_fees",
            "行政事业性收费项目及其依据、标准", "administrative and institutional charges: items, basis and rates";
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

/// The information of each item, in our words, by its number.
const GISTS: [[&str; 2]; Article20::ALL.len()] = [
    [
        "行政机关制定的、具有普遍约束力的规定。",
        "What administrative organs lay down for everyone: regulations, rules and normative documents.",
    ],
    [
        "机关职能、机构设置、办公地址、办公时间、联系方式和负责人姓名。",
        "What an organ does, how it is organised, where and at what hours its office is open, how to reach it and who heads it.",
    ],
    ["各类规划和与之配套的政策。", "Development, special and regional plans, and the policies that belong to them."],
    ["反映国民经济和社会发展状况的统计数据。", "The figures of economic and social development."],
    [
        "行政许可和其他对外管理服务事项的依据、条件、程序和办理结果。",
        "Licences and other services to the public: basis, conditions, procedure and outcome.",
    ],
    [
        "行政处罚、行政强制的依据、条件、程序，以及本行政机关认为具有一定社会影响的行政处罚决定。",
        "Penalties and compulsion: basis, conditions and procedure, and those penalty decisions that the organ itself considers of some social impact.",
    ],
    ["政府的预算和决算。", "The government's budget and its final accounts."],
    ["收费项目、收费依据和收费标准。", "Which charges are collected, on what basis and at what rate."],
    [
        "政府集中采购的项目目录、标准和实施情况。",
        "What is procured centrally, by which standards, and how that was carried out.",
    ],
    ["重大建设项目的批准和实施情况。", "The approval of major construction projects and how they are carried out."],
    [
        "民生领域的政策、措施和落实情况。",
        "Policies and measures for people's livelihood, and how they were carried out.",
    ],
    ["突发事件的预案、预警和应对情况。", "Plans for emergencies, warnings, and how emergencies were met."],
    [
        "环境保护、公共卫生、安全生产、食品药品和产品质量的监督检查情况。",
        "How environment, public health, work safety, food, drugs and product quality were supervised and inspected.",
    ],
    [
        "公务员招考的职位、名额、报考条件等事项和录用结果。",
        "Posts in the civil service that are open, how many, on what conditions, and who was hired.",
    ],
    [
        "其他法律、法规、规章和国家规定要求主动公开的内容。",
        "Whatever else a law, a regulation, a rule or the State requires to be disclosed.",
    ],
];

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

    /// The citation; in Chinese as the block titles of section 二 print it.
    ///
    /// ```
    /// use ogi_report::{Article20, Lang};
    ///
    /// assert_eq!(Article20::OtherRequired.citation().label(Lang::Zh), "第二十条第（十五）项");
    /// assert_eq!(Article20::OtherRequired.citation().to_string(), "art. 20(15)");
    /// ```
    pub const fn citation(self) -> Citation {
        Citation::article_of_regulations(20).with_item(self.number())
    }

    /// The item that a text cites, in any way that [`Citation`] reads. Reports also call an item a
    /// paragraph (款); as article 20 has but one paragraph, the item is meant.
    ///
    /// ```
    /// use ogi_report::Article20;
    ///
    /// for text in ["第二十条第（七）项", "第20条第7项", "第二十条第(七)款", "《条例》第二十条第七项", "art. 20(7)"] {
    ///     assert_eq!(Article20::cited(text), Some(Article20::BudgetsAndAccounts), "{text}");
    /// }
    /// assert_eq!(Article20::cited("第二十一条第（七）项"), None);
    /// ```
    pub fn cited(text: &str) -> Option<Self> {
        let citation = text.parse::<Citation>().ok()?;
        Self::numbered(citation.item()?).filter(|item| item.citation() == citation)
    }

    /// The information of the item, in one line. The wording is ours.
    ///
    /// ```
    /// use ogi_report::{Article20, Lang};
    ///
    /// assert_eq!(Article20::AdministrativeFees.gist(Lang::Zh), "收费项目、收费依据和收费标准。");
    /// ```
    pub const fn gist(self, lang: Lang) -> &'static str {
        GISTS[self.index()][lang.index()]
    }
}

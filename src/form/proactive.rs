//! Section 二: information disclosed proactively (主动公开政府信息情况).

use std::fmt;

use serde::de::value::{MapAccessDeserializer, MapDeserializer};
use serde::de::{self, Deserializer, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use crate::form::{CellKind, Edition, Unit};
use crate::json::document::{Named, object, object_or_null, under};
use crate::json::held::hold;
use crate::law::Article20;
use crate::value::{Amount, Lang, MoneyUnit};

/// Declares the cells of section 二 row by row, as the form prints them.
macro_rules! proactive_cells {
    ($(
        $Item:ident $row:literal $row_en:literal {
            $($Cell:ident $name:literal [$($Edition:ident $header:literal),+] $Kind:ident $unit:expr, $column_en:literal;)+
        }
    )+) => {
        /// A cell of section 二. The two editions share only the three counts of decisions.
        ///
        /// ```
        /// use ogi_report::{Article20, Edition, ProactiveCell};
        ///
        /// let cell = ProactiveCell::LicensingDecisions;
        /// assert_eq!(cell.item(), Article20::LicensingAndServices);
        /// assert_eq!(cell.header(Edition::V2019), Some("处理决定数量"));
        /// assert_eq!(cell.header(Edition::V2021), Some("本年处理决定数量"));
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ProactiveCell {
            $($(#[doc = concat!($row, " ", $($header, " "),+, "(", $row_en, ", ", $column_en, ").")] $Cell,)+)+
        }

        impl ProactiveCell {
            /// Every cell of section 二 of both editions, in printed order.
            pub const ALL: &'static [Self] = &[$($(Self::$Cell),+),+];

            const fn print(self) -> &'static Print {
                match self {
                    $($(Self::$Cell => &Print {
                        item: Article20::$Item,
                        row: [$row, $row_en],
                        column: $column_en,
                        headers: &[$((Edition::$Edition, $header)),+],
                        name: $name,
                        kind: CellKind::$Kind,
                        unit: $unit,
                    },)+)+
                }
            }
        }
    };
}

/// The print of a cell of section 二: block, row, header, kind and unit.
struct Print {
    name: &'static str,
    item: Article20,
    row: [&'static str; 2],
    column: &'static str,
    headers: &'static [(Edition, &'static str)],
    kind: CellKind,
    unit: Option<Unit>,
}

proactive_cells! {
    LawsRulesNormativeDocuments "规章" "rules" {
        RulesNewlyMade "rules.newly_made" [V2019 "本年新制作数量"] Count Some(Unit::Document), "newly made in the year";
        RulesNewlyDisclosed "rules.newly_disclosed" [V2019 "本年新公开数量"] Count Some(Unit::Document), "newly disclosed in the year";
        RulesTotalDisclosed "rules.total_disclosed" [V2019 "对外公开总数量"] Count Some(Unit::Document), "disclosed in total";
        RulesIssued "rules.issued" [V2021 "本年制发件数"] Count Some(Unit::Document), "issued in the year";
        RulesRepealed "rules.repealed" [V2021 "本年废止件数"] Count Some(Unit::Document), "repealed in the year";
        RulesInForce "rules.in_force" [V2021 "现行有效件数"] Count Some(Unit::Document), "in force";
    }
    LawsRulesNormativeDocuments "规范性文件" "normative documents" {
        NormativeDocumentsNewlyMade "normative_documents.newly_made" [V2019 "本年新制作数量"] Count Some(Unit::Document), "newly made in the year";
        NormativeDocumentsNewlyDisclosed "normative_documents.newly_disclosed" [V2019 "本年新公开数量"] Count Some(Unit::Document), "newly disclosed in the year";
        NormativeDocumentsTotalDisclosed "normative_documents.total_disclosed" [V2019 "对外公开总数量"] Count Some(Unit::Document), "disclosed in total";
    }
    LawsRulesNormativeDocuments "行政规范性文件" "administrative normative documents" {
        NormativeDocumentsIssued "normative_documents.issued" [V2021 "本年制发件数"] Count Some(Unit::Document), "issued in the year";
        NormativeDocumentsRepealed "normative_documents.repealed" [V2021 "本年废止件数"] Count Some(Unit::Document), "repealed in the year";
        NormativeDocumentsInForce "normative_documents.in_force" [V2021 "现行有效件数"] Count Some(Unit::Document), "in force";
    }
    LicensingAndServices "行政许可" "administrative licensing" {
        LicensingPreviousItems "licensing.previous_items" [V2019 "上一年项目数量"] Count Some(Unit::Item), "items at the end of the previous year";
        LicensingChange "licensing.change" [V2019 "本年增/减"] Change Some(Unit::Item), "items added or removed in the year";
        LicensingDecisions "licensing.decisions" [V2019 "处理决定数量", V2021 "本年处理决定数量"] Count Some(Unit::Document), "decisions in the year";
    }
    LicensingAndServices "其他对外管理服务事项" "other external management and service matters" {
        OtherServicesPreviousItems "other_services.previous_items" [V2019 "上一年项目数量"] Count Some(Unit::Item), "items at the end of the previous year";
        OtherServicesChange "other_services.change" [V2019 "本年增/减"] Change Some(Unit::Item), "items added or removed in the year";
        OtherServicesDecisions "other_services.decisions" [V2019 "处理决定数量"] Count Some(Unit::Document), "decisions in the year";
    }
    PenaltiesAndCoercion "行政处罚" "administrative penalties" {
        PenaltiesPreviousItems "penalties.previous_items" [V2019 "上一年项目数量"] Count Some(Unit::Item), "items at the end of the previous year";
        PenaltiesChange "penalties.change" [V2019 "本年增/减"] Change Some(Unit::Item), "items added or removed in the year";
        PenaltiesDecisions "penalties.decisions" [V2019 "处理决定数量", V2021 "本年处理决定数量"] Count Some(Unit::Document), "decisions in the year";
    }
    PenaltiesAndCoercion "行政强制" "administrative compulsion" {
        CoercionPreviousItems "coercion.previous_items" [V2019 "上一年项目数量"] Count Some(Unit::Item), "items at the end of the previous year";
        CoercionChange "coercion.change" [V2019 "本年增/减"] Change Some(Unit::Item), "items added or removed in the year";
        CoercionDecisions "coercion.decisions" [V2019 "处理决定数量", V2021 "本年处理决定数量"] Count Some(Unit::Document), "decisions in the year";
    }
    AdministrativeFees "行政事业性收费" "administrative and institutional charges" {
        FeesPreviousItems "fees.previous_items" [V2019 "上一年项目数量"] Count Some(Unit::Item), "items at the end of the previous year";
        FeesChange "fees.change" [V2019 "本年增/减"] Change Some(Unit::Item), "items added or removed in the year";
        FeesAmount "fees.amount" [V2021 "本年收费金额（单位：万元）"] Amount Some(Unit::TenThousandYuan), "amount collected in the year";
    }
    CentralizedProcurement "政府集中采购" "centralised government procurement" {
        ProcurementProjects "procurement.projects" [V2019 "采购项目数量"] Count Some(Unit::Project), "projects";
        ProcurementAmount "procurement.amount" [V2019 "采购总金额"] Amount None, "total amount";
    }
}

impl ProactiveCell {
    /// The rows 规章 and 规范性文件 of the 2019 edition: newly made, newly disclosed, disclosed in total.
    pub(crate) const DISCLOSED: [[Self; 3]; 2] = [
        [Self::RulesNewlyMade, Self::RulesNewlyDisclosed, Self::RulesTotalDisclosed],
        [
            Self::NormativeDocumentsNewlyMade,
            Self::NormativeDocumentsNewlyDisclosed,
            Self::NormativeDocumentsTotalDisclosed,
        ],
    ];

    /// The rows 规章 and 行政规范性文件 of the 2021 edition: issued, repealed, in force.
    pub(crate) const ISSUED: [[Self; 3]; 2] = [
        [Self::RulesIssued, Self::RulesRepealed, Self::RulesInForce],
        [Self::NormativeDocumentsIssued, Self::NormativeDocumentsRepealed, Self::NormativeDocumentsInForce],
    ];

    /// The rows of the 2019 edition with items: those of the previous year, and the change of the year.
    pub(crate) const ITEMS: [[Self; 2]; 5] = [
        [Self::LicensingPreviousItems, Self::LicensingChange],
        [Self::OtherServicesPreviousItems, Self::OtherServicesChange],
        [Self::PenaltiesPreviousItems, Self::PenaltiesChange],
        [Self::CoercionPreviousItems, Self::CoercionChange],
        [Self::FeesPreviousItems, Self::FeesChange],
    ];

    /// The position in printed order, from 0.
    pub(crate) const fn index(self) -> usize {
        self as usize
    }

    /// The cell's path within section 二.
    ///
    /// ```
    /// assert_eq!(ogi_report::ProactiveCell::FeesAmount.name(), "fees.amount");
    /// ```
    pub const fn name(self) -> &'static str {
        self.print().name
    }

    /// The item of Article 20 in whose block the form prints the cell.
    ///
    /// ```
    /// use ogi_report::{Article20, ProactiveCell};
    ///
    /// assert_eq!(ProactiveCell::FeesAmount.item(), Article20::AdministrativeFees);
    /// ```
    pub const fn item(self) -> Article20 {
        self.print().item
    }

    /// The label of the row as the form prints it (信息内容), or the English term.
    ///
    /// ```
    /// use ogi_report::{Lang, ProactiveCell};
    ///
    /// assert_eq!(ProactiveCell::NormativeDocumentsIssued.row_label(Lang::Zh), "行政规范性文件");
    /// ```
    pub const fn row_label(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.print().row[0],
            Lang::En => self.print().row[1],
        }
    }

    /// The label of the column as the form prints it, in the wording of the latest edition that prints it,
    /// or the English term.
    ///
    /// ```
    /// use ogi_report::{Lang, ProactiveCell};
    ///
    /// assert_eq!(ProactiveCell::RulesInForce.column_label(Lang::Zh), "现行有效件数");
    /// ```
    pub const fn column_label(self, lang: Lang) -> &'static str {
        match (lang, self.print().headers) {
            (Lang::Zh, [.., (_, header)]) => header,
            _ => self.print().column,
        }
    }

    /// The header of the column in that edition, if the edition prints the cell.
    ///
    /// ```
    /// use ogi_report::{Edition, ProactiveCell};
    ///
    /// assert_eq!(ProactiveCell::RulesIssued.header(Edition::V2019), None);
    /// ```
    pub const fn header(self, edition: Edition) -> Option<&'static str> {
        let headers = self.print().headers;
        let mut i = 0;
        while i < headers.len() {
            if headers[i].0 as u8 == edition as u8 {
                return Some(headers[i].1);
            }
            i += 1;
        }
        None
    }

    /// Whether the cell is in the row 规章, which bodies without the power to make rules mark `/`.
    pub(crate) const fn is_in_rules_row(self) -> bool {
        self.index() <= Self::RulesInForce.index()
    }

    pub(crate) const fn kind(self) -> CellKind {
        self.print().kind
    }

    pub(crate) const fn unit(self) -> Option<Unit> {
        self.print().unit
    }
}

impl Article20 {
    /// The cells of section 二 in which the edition counts something under the item; none for most items.
    ///
    /// ```
    /// use ogi_report::{Article20, Edition, ProactiveCell};
    ///
    /// let cells = |edition| Article20::CentralizedProcurement.cells(edition).collect::<Vec<_>>();
    /// assert_eq!(cells(Edition::V2019), [ProactiveCell::ProcurementProjects, ProactiveCell::ProcurementAmount]);
    /// assert_eq!(cells(Edition::V2021), []);
    /// ```
    pub fn cells(self, edition: Edition) -> impl Iterator<Item = ProactiveCell> {
        ProactiveCell::ALL.iter().copied().filter(move |cell| cell.item() == self && cell.header(edition).is_some())
    }
}

/// Section 二 of a report, in the edition that the report uses.
///
/// The two editions count different things, and neither is converted into the other here.
///
/// ```
/// use ogi_report::form::Proactive2021;
/// use ogi_report::{Edition, Proactive};
///
/// let proactive = Proactive::V2021(Proactive2021::default());
/// assert_eq!(proactive.edition(), Edition::V2021);
/// assert!(serde_json::to_string(&proactive)?.starts_with(r#"{"edition":"2021","rules":"#));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "edition")]
#[non_exhaustive]
pub enum Proactive {
    /// The 2019 edition, for reporting years 2019 and 2020.
    #[serde(rename = "2019")]
    V2019(Proactive2019),
    /// The 2021 edition, for reporting years from 2021 on.
    #[serde(rename = "2021")]
    V2021(Proactive2021),
}

impl Proactive {
    /// The edition.
    ///
    /// ```
    /// use ogi_report::form::Proactive2019;
    /// use ogi_report::{Edition, Proactive};
    ///
    /// assert_eq!(Proactive::V2019(Proactive2019::default()).edition(), Edition::V2019);
    /// ```
    pub const fn edition(&self) -> Edition {
        match self {
            Self::V2019(_) => Edition::V2019,
            Self::V2021(_) => Edition::V2021,
        }
    }

    /// Whether the row 规章 holds counts, not `/`.
    pub(crate) const fn has_rules(&self) -> bool {
        match self {
            Self::V2019(proactive) => proactive.rules.is_some(),
            Self::V2021(proactive) => proactive.rules.is_some(),
        }
    }
}

/// Section 二 of the 2019 edition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Proactive2019 {
    /// 规章; `None` where the report prints `/`, because the body has no power to make rules.
    #[serde(deserialize_with = "object_or_null")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "or_null::<Disclosed>"))]
    pub rules: Option<Disclosed>,
    /// 规范性文件.
    #[serde(deserialize_with = "object")]
    pub normative_documents: Disclosed,
    /// 行政许可.
    #[serde(deserialize_with = "object")]
    pub licensing: Items,
    /// 其他对外管理服务事项.
    #[serde(deserialize_with = "object")]
    pub other_services: Items,
    /// 行政处罚.
    #[serde(deserialize_with = "object")]
    pub penalties: Items,
    /// 行政强制.
    #[serde(deserialize_with = "object")]
    pub coercion: Items,
    /// 行政事业性收费.
    #[serde(deserialize_with = "object")]
    pub fees: FeeItems,
    /// 政府集中采购.
    #[serde(deserialize_with = "object")]
    pub procurement: Procurement,
}

/// Section 二 of the 2021 edition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Proactive2021 {
    /// 规章; `None` where the report prints `/`, because the body has no power to make rules.
    #[serde(deserialize_with = "object_or_null")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "or_null::<Issued>"))]
    pub rules: Option<Issued>,
    /// 行政规范性文件.
    #[serde(deserialize_with = "object")]
    pub normative_documents: Issued,
    /// 行政许可.
    #[serde(deserialize_with = "object")]
    pub licensing: Decisions,
    /// 行政处罚.
    #[serde(deserialize_with = "object")]
    pub penalties: Decisions,
    /// 行政强制.
    #[serde(deserialize_with = "object")]
    pub coercion: Decisions,
    /// 行政事业性收费.
    #[serde(deserialize_with = "object")]
    pub fees: Fees,
}

/// Documents under Article 20 item （一）, 2019 edition, in 件.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = crate::form::table::schema::bound))]
#[serde(deny_unknown_fields)]
pub struct Disclosed {
    /// 本年新制作数量.
    pub newly_made: u32,
    /// 本年新公开数量.
    pub newly_disclosed: u32,
    /// 对外公开总数量: a stock at the end of the year, in our reading.
    pub total_disclosed: u32,
}

/// Documents under Article 20 item （一）, 2021 edition, in 件.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = crate::form::table::schema::bound))]
#[serde(deny_unknown_fields)]
pub struct Issued {
    /// 本年制发件数.
    pub issued: u32,
    /// 本年废止件数.
    pub repealed: u32,
    /// 现行有效件数: a stock at the end of the year, in our reading.
    pub in_force: u32,
}

/// Matters under Article 20 items （五） and （六）, 2019 edition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = crate::form::table::schema::bound))]
#[serde(deny_unknown_fields)]
pub struct Items {
    /// 上一年项目数量, in 项.
    pub previous_items: u32,
    /// 本年增/减, in 项; negative where items were removed.
    pub change: i32,
    /// 处理决定数量, in 件.
    pub decisions: u32,
}

/// Fee items under Article 20 item （八）, 2019 edition, in 项.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = crate::form::table::schema::bound))]
#[serde(deny_unknown_fields)]
pub struct FeeItems {
    /// 上一年项目数量, in 项.
    pub previous_items: u32,
    /// 本年增/减, in 项; negative where items were removed.
    pub change: i32,
}

/// Procurement under Article 20 item （九）, 2019 edition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = crate::form::table::schema::bound))]
#[serde(deny_unknown_fields)]
pub struct Procurement {
    /// 采购项目数量, in 个.
    pub projects: u32,
    /// 采购总金额, in `unit`.
    pub amount: Amount,
    /// The unit of the amount, if the cell states one: the form does not. An amount without a unit stays
    /// without one.
    #[serde(deserialize_with = "Option::deserialize")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "or_null::<MoneyUnit>"))]
    pub unit: Option<MoneyUnit>,
}

/// Decisions under Article 20 items （五） and （六）, 2021 edition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = crate::form::table::schema::bound))]
#[serde(deny_unknown_fields)]
pub struct Decisions {
    /// 本年处理决定数量, in 件.
    pub decisions: u32,
}

/// 行政事业性收费 under Article 20 item （八）, 2021 edition: the charges collected in the year.
///
/// The fee for processing information requests (信息处理费), which section 六 reports, is one of them (皖财综〔2021〕28号,
/// 财办库〔2020〕254号: revenue item 103049950).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fees {
    /// 本年收费金额, in `unit`.
    pub amount: Amount,
    /// 万元, as the header says, or 元 where the cell itself says so.
    pub unit: MoneyUnit,
}

impl Default for Fees {
    /// No fees, in the unit of the header, 万元.
    fn default() -> Self {
        Self { amount: Amount::ZERO, unit: MoneyUnit::TenThousandYuan }
    }
}

impl<'de> Deserialize<'de> for Proactive {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ProactiveVisitor)
    }
}

struct ProactiveVisitor;

impl<'de> Visitor<'de> for ProactiveVisitor {
    type Value = Proactive;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with the key edition")
    }

    /// With the edition first, as we write it, the rest is read in place and an error has its line and
    /// column. In any other order the object is held until the edition is known.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Proactive, A::Error> {
        const EDITION: &str = "edition";
        let first: String = map.next_key()?.ok_or_else(|| de::Error::missing_field(EDITION))?;
        if first == EDITION {
            let edition = map.next_value().map_err(|e| under(EDITION, &e))?;
            return proactive(edition, map);
        }
        let mut rest = hold(map, Some(first), 1)?;
        let at = rest.iter().position(|(key, _)| key == EDITION).ok_or_else(|| de::Error::missing_field(EDITION))?;
        let edition = Edition::deserialize(rest.remove(at).1.into_deserializer());
        proactive(edition.map_err(|e: A::Error| under(EDITION, &e))?, MapDeserializer::new(rest.into_iter()))
    }
}

/// Reads section 二 but for its edition.
fn proactive<'de, A: MapAccess<'de>>(edition: Edition, rest: A) -> Result<Proactive, A::Error> {
    let rest = MapAccessDeserializer::new(Named::new(rest));
    match edition {
        Edition::V2019 => Proactive2019::deserialize(rest).map(Proactive::V2019),
        Edition::V2021 => Proactive2021::deserialize(rest).map(Proactive::V2021),
    }
}

/// The value of a cell of section 二 of a report.
#[derive(Clone, Copy)]
pub(crate) enum Number {
    Count(u32),
    Change(i32),
    Amount(Amount, Option<MoneyUnit>),
    /// The row 规章 of a body without the power to make rules.
    NotApplicable,
}

impl Proactive {
    /// Calls the function with every cell of the edition and what it holds, in printed order.
    #[inline]
    pub(crate) fn visit(&self, mut each: impl FnMut(ProactiveCell, Number)) {
        use Number::{Amount, Change, Count, NotApplicable};
        use ProactiveCell as P;
        let or_mark = |count: Option<u32>| count.map_or(NotApplicable, Count);
        match self {
            Self::V2019(p) => {
                each(P::RulesNewlyMade, or_mark(p.rules.map(|r| r.newly_made)));
                each(P::RulesNewlyDisclosed, or_mark(p.rules.map(|r| r.newly_disclosed)));
                each(P::RulesTotalDisclosed, or_mark(p.rules.map(|r| r.total_disclosed)));
                each(P::NormativeDocumentsNewlyMade, Count(p.normative_documents.newly_made));
                each(P::NormativeDocumentsNewlyDisclosed, Count(p.normative_documents.newly_disclosed));
                each(P::NormativeDocumentsTotalDisclosed, Count(p.normative_documents.total_disclosed));
                each(P::LicensingPreviousItems, Count(p.licensing.previous_items));
                each(P::LicensingChange, Change(p.licensing.change));
                each(P::LicensingDecisions, Count(p.licensing.decisions));
                each(P::OtherServicesPreviousItems, Count(p.other_services.previous_items));
                each(P::OtherServicesChange, Change(p.other_services.change));
                each(P::OtherServicesDecisions, Count(p.other_services.decisions));
                each(P::PenaltiesPreviousItems, Count(p.penalties.previous_items));
                each(P::PenaltiesChange, Change(p.penalties.change));
                each(P::PenaltiesDecisions, Count(p.penalties.decisions));
                each(P::CoercionPreviousItems, Count(p.coercion.previous_items));
                each(P::CoercionChange, Change(p.coercion.change));
                each(P::CoercionDecisions, Count(p.coercion.decisions));
                each(P::FeesPreviousItems, Count(p.fees.previous_items));
                each(P::FeesChange, Change(p.fees.change));
                each(P::ProcurementProjects, Count(p.procurement.projects));
                each(P::ProcurementAmount, Amount(p.procurement.amount, p.procurement.unit));
            }
            Self::V2021(p) => {
                each(P::RulesIssued, or_mark(p.rules.map(|r| r.issued)));
                each(P::RulesRepealed, or_mark(p.rules.map(|r| r.repealed)));
                each(P::RulesInForce, or_mark(p.rules.map(|r| r.in_force)));
                each(P::NormativeDocumentsIssued, Count(p.normative_documents.issued));
                each(P::NormativeDocumentsRepealed, Count(p.normative_documents.repealed));
                each(P::NormativeDocumentsInForce, Count(p.normative_documents.in_force));
                each(P::LicensingDecisions, Count(p.licensing.decisions));
                each(P::PenaltiesDecisions, Count(p.penalties.decisions));
                each(P::CoercionDecisions, Count(p.coercion.decisions));
                each(P::FeesAmount, Amount(p.fees.amount, Some(p.fees.unit)));
            }
        }
    }
}

/// The schema of a key that must be there and may be `null`.
#[cfg(feature = "schema")]
fn or_null<T: schemars::JsonSchema>(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
    generator.subschema_for::<Option<T>>()
}

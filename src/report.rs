//! The report: what the form means.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::check::{Check, Checked, Gap, NoNumber, Place, Readings, Severity, Verdict};
use crate::form::proactive::{
    Decisions, Disclosed, FeeItems, Fees, Issued, Items, Number, Proactive, Proactive2019, Proactive2021, Procurement,
};
use crate::form::{
    Applicant, Cell, Disputes, Edition, Filed, Form, Other, OtherHandling, Outcome, Outcomes, ProactiveCell,
    RequestRow, Requests, Route, Ruling, Section, Table, Unit, Value,
};
use crate::json::document::object;
use crate::json::version::Version;
use crate::value::{Amount, Axis, Body, Lang, MoneyUnit, Year};

/// One annual report as typed counts. Totals are computed, so they cannot be wrong.
///
/// A report comes from [`Form::verify`], or is built field by field, or read from JSON, by a program that has the figures.
/// Only the first is certain to balance; to find out, print a report with [`Form::from`] and check that form. In JSON it is
/// nested as the form is, without totals.
///
/// ```
/// use ogi_report::{Applicant, Body, Form, Report, Year};
///
/// let mut report = Report::new(Body::named("某某县人民政府"), Year::new(2024)?);
/// report.requests.received[Applicant::NaturalPerson] = 3;
/// report.requests.outcomes.granted[Applicant::NaturalPerson] = 3;
/// let form = Form::from(&report);
/// assert_eq!(form.verify().unwrap(), report);
/// # Ok::<(), ogi_report::value::YearError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Report {
    /// The reporting body.
    pub body: Body,
    /// The reporting year.
    pub year: Year,
    /// The date of publication, if known.
    pub published: Option<NaiveDate>,
    /// Section 二, in the edition that the report follows.
    pub proactive: Proactive,
    /// Section 三.
    pub requests: Requests,
    /// Section 四.
    pub disputes: Disputes,
}

/// A report in JSON. The version of its schema stands there only, so that a program can write down a report
/// field by field.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Report", deny_unknown_fields)]
struct Document {
    #[serde(default, getter = "Document::version")]
    schema_version: Version<1>,
    /// The reporting body.
    #[serde(deserialize_with = "object")]
    body: Body,
    /// The reporting year.
    year: Year,
    /// The date of publication, if known.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "crate::value::year::date_or_none")]
    published: Option<NaiveDate>,
    /// Section 二, in the edition that the report follows.
    proactive: Proactive,
    /// Section 三.
    #[serde(deserialize_with = "object")]
    requests: Requests,
    /// Section 四.
    #[serde(deserialize_with = "object")]
    disputes: Disputes,
}

impl Document {
    fn version(_: &Report) -> Version<1> {
        Version
    }
}

impl From<Document> for Report {
    fn from(document: Document) -> Self {
        let Document { schema_version: Version, body, year, published, proactive, requests, disputes } = document;
        Self { body, year, published, proactive, requests, disputes }
    }
}

impl Serialize for Report {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Document::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Report {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(transparent)]
        struct Read(#[serde(with = "Document")] Report);
        object(deserializer).map(|Read(report)| report)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Report {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Report".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Document::json_schema(generator)
    }
}

/// A form that does not verify, handed back with what the check found.
///
/// ```
/// use ogi_report::{Edition, Form};
///
/// let rejected = Form::new(Edition::V2021).verify().unwrap_err();
/// assert_eq!(rejected.to_string(), "the form does not verify: 5 errors, 0 warnings, 6 rules could not be assessed for want of 194 figures");
/// assert_eq!(rejected.form.edition, Edition::V2021);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the form does not verify: {} errors, {} warnings, {} rules could not be assessed for want of {} figures",
    checked.count(Severity::Error),
    checked.count(Severity::Warning),
    checked.ledger.entries().iter().filter(|entry| !entry.gaps.is_empty()).count(),
    checked.ledger.missing()
)]
#[non_exhaustive]
pub struct Rejected {
    /// The form, unchanged.
    pub form: Box<Form>,
    /// Why it was rejected.
    pub checked: Box<Checked>,
    readings: Box<Readings>,
}

impl Rejected {
    /// Every reason, in words: each error; each cell that should have a number and has none, with what stands there instead; and each
    /// rule that could not be assessed for want of anything else. Never empty. Where a whole table is missing, its cells are not
    /// listed one by one.
    ///
    /// ```
    /// use ogi_report::{Body, Cell, Filed, Form, Lang, ProactiveCell, Report, Year};
    ///
    /// let mut form = Form::from(&Report::new(Body::named("某某局"), Year::new(2024)?));
    /// form.set(Cell::Proactive(ProactiveCell::LicensingDecisions), Filed::blank());
    /// let rejected = form.verify().unwrap_err();
    /// assert_eq!(rejected.reasons(Lang::Zh), ["【行政许可，本年处理决定数量】应填数字：空白。"]);
    /// assert_eq!(
    ///     rejected.reasons(Lang::En),
    ///     ["“administrative licensing, decisions in the year” wants a number: it is blank."],
    /// );
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn reasons(&self, lang: Lang) -> Vec<String> {
        let errors = self.checked.findings.iter().filter(|finding| finding.severity == Severity::Error);
        let mut reasons: Vec<String> = errors.map(|finding| finding.message(lang)).collect();
        let is_there = |section: Section| self.form.cells().any(|(cell, _)| cell.section() == section);
        let lacking: Vec<(Cell, NoNumber)> = self.without_number().collect();
        for &(cell, why) in lacking.iter().filter(|(cell, _)| is_there(cell.section())) {
            let (label, why) = (cell.label(lang), why.label(lang));
            reasons.push(match lang {
                Lang::Zh => format!("【{label}】应填数字：{why}。"),
                Lang::En => format!("“{label}” wants a number: {why}."),
            });
        }
        let is_lacking = |cell: &Cell| lacking.iter().any(|(other, _)| other == cell);
        let is_said = |gap: &Gap| !gap.missing.is_empty() && gap.missing.iter().all(is_lacking);
        for entry in self.checked.ledger.entries().iter().filter(|entry| !entry.gaps.iter().all(is_said)) {
            reasons.push(match lang {
                Lang::Zh => format!("{} 无法核对。", entry.rule),
                Lang::En => format!("{} could not be assessed.", entry.rule),
            });
        }
        if reasons.is_empty() {
            reasons.push(match lang {
                Lang::Zh => "没有核对任何规则。".to_owned(),
                Lang::En => "no rule was assessed.".to_owned(),
            });
        }
        reasons
    }

    /// The cells that should have a number and of which the check has none, and why, in printed order. A row 规章 that is marked `/`
    /// throughout wants none.
    pub(crate) fn without_number(&self) -> impl Iterator<Item = (Cell, NoNumber)> {
        let wanted = self.form.wanted().cells.iter().zip(Cell::ALL).filter(|(is_wanted, _)| **is_wanted);
        wanted
            .filter(|(_, cell)| !self.readings.is_not_applicable(cell.slot()))
            .filter_map(|(_, &cell)| Some((cell, self.readings.number(cell).err()?)))
    }
}

impl Report {
    /// A report of all zeros, in the edition in force for the year; before 2019, where none is, in the
    /// first.
    ///
    /// ```
    /// use ogi_report::{Body, Edition, Report, Year};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2020)?);
    /// assert_eq!(report.edition(), Edition::V2019);
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn new(body: Body, year: Year) -> Self {
        let (proactive, other) = match Edition::in_force(year) {
            Some(Edition::V2021) => {
                let proactive = Proactive2021 { rules: Some(Issued::default()), ..Proactive2021::default() };
                (Proactive::V2021(proactive), Other::default())
            }
            Some(Edition::V2019) | None => {
                let proactive = Proactive2019 { rules: Some(Disclosed::default()), ..Proactive2019::default() };
                (Proactive::V2019(proactive), Other::OneRow(Table::default()))
            }
        };
        let requests = Requests { outcomes: Outcomes { other, ..Outcomes::default() }, ..Requests::default() };
        Self { body, year, published: None, proactive, requests, disputes: Disputes::default() }
    }

    /// The edition of the report: the edition of its section 二.
    ///
    /// ```
    /// use ogi_report::{Body, Edition, Report, Year};
    ///
    /// assert_eq!(Report::new(Body::named("某某局"), Year::new(2021)?).edition(), Edition::V2021);
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub const fn edition(&self) -> Edition {
        self.proactive.edition()
    }
}

impl Form {
    /// The report that the form states, if it holds: every rule about the form could be assessed, and none of severity
    /// error is broken. What the text of the report says, and last year's form, are no part of it: [`Check::verify`] asks about
    /// those, too.
    ///
    /// # Errors
    ///
    /// Hands the form back with the findings and the ledger.
    ///
    /// ```
    /// use ogi_report::{Edition, Form, Verdict};
    ///
    /// let rejected = Form::new(Edition::V2021).verify().unwrap_err();
    /// assert_eq!(rejected.checked.verdict(), Verdict::Broken);
    /// ```
    pub fn verify(self) -> Result<Report, Rejected> {
        Check::new().verify(self)
    }
}

impl Check<'_> {
    /// The report that a form states, if what [`run`](Self::run) says of it is [`Verdict::Holds`] under the policy and, read as that
    /// policy reads blanks, under the default policy: a policy can add refusals and cannot let a wrong figure through. One that reads
    /// blanks as 0 gives a report with those zeros in it; the choice is the caller's, and the report does not tell.
    ///
    /// # Errors
    ///
    /// Hands the form back with the findings and the ledger of the policy that refuses it.
    ///
    /// ```
    /// use ogi_report::check::Check;
    /// use ogi_report::check::Preset;
    /// use ogi_report::{Body, Cell, Filed, Form, Policy, ProactiveCell, Report, Year};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
    /// let mut form = Form::from(&report);
    /// form.set(Cell::Proactive(ProactiveCell::LicensingDecisions), Filed::blank());
    /// assert!(form.clone().verify().is_err());
    /// assert!(Check::new().policy(Policy::of(Preset::None)).verify(form.clone()).is_err());
    /// assert_eq!(Check::new().policy(Policy::of(Preset::Lenient)).verify(form), Ok(report));
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn verify(&self, form: Form) -> Result<Report, Rejected> {
        let (mut checked, mut readings) = self.assess(&form);
        if checked.verdict() == Verdict::Holds
            && let Some(default) = self.policy.default_instead()
        {
            (checked, readings) = self.clone().policy(default).assess(&form);
        }
        let report = if checked.verdict() == Verdict::Holds { read(&form, &readings) } else { None };
        report.ok_or_else(|| Rejected {
            form: Box::new(form),
            checked: Box::new(checked),
            readings: Box::new(readings),
        })
    }
}

/// The sections of a form that hold, each by itself: from [`Form::verify_sections`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct VerifiedSections {
    /// Section 二, if it holds.
    pub proactive: Option<Proactive>,
    /// Section 三, if it holds.
    pub requests: Option<Requests>,
    /// Section 四, if it holds.
    pub disputes: Option<Disputes>,
}

impl Form {
    /// The sections that hold where another does not: no rule of severity error is broken in it, no rule lacks a number of it, and every
    /// cell has its number. What is wrong with body, year and dates is no part of it.
    ///
    /// ```
    /// use ogi_report::{Body, Cell, Column, Form, Report, RequestRow, Year};
    ///
    /// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
    /// let mut form = Form::from(&report);
    /// form.set(Cell::request(RequestRow::Received, Column::Total), 1);
    /// assert!(form.clone().verify().is_err());
    /// let sections = form.verify_sections();
    /// assert_eq!(sections.proactive, Some(report.proactive));
    /// assert_eq!(sections.requests, None);
    /// assert_eq!(sections.disputes, Some(report.disputes));
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn verify_sections(&self) -> VerifiedSections {
        let (checked, readings) = Check::new().assess(self);
        let holds = |section: Section| {
            let is_in = |at: Place| match at {
                Place::Document => false,
                Place::Section(other) => other == section,
                Place::Cell(cell) => cell.section() == section,
            };
            let has = |cells: &[Cell]| cells.iter().any(|cell| cell.section() == section);
            let errors = checked.findings.iter().filter(|finding| finding.severity == Severity::Error);
            let mut gaps = checked.ledger.entries().iter().flat_map(|entry| &entry.gaps);
            !errors.into_iter().any(|finding| is_in(finding.at) || has(&finding.cells()))
                // A rule over two sections lacks the numbers of one of them.
                && !gaps.any(|gap| has(&gap.missing) || (gap.missing.is_empty() && is_in(gap.at)))
        };
        let reader = Reader { form: self, readings: &readings };
        VerifiedSections {
            proactive: holds(Section::Proactive).then(|| reader.section_two()).flatten(),
            requests: holds(Section::Requests).then(|| reader.section_three()).flatten(),
            disputes: holds(Section::Disputes).then(|| reader.section_four()).flatten(),
        }
    }
}

/// The report of a form that holds. `None` if a number is missing, which the check has then said.
fn read(form: &Form, readings: &Readings) -> Option<Report> {
    let reader = Reader { form, readings };
    Some(Report {
        body: form.body.clone()?,
        year: form.year?,
        published: form.published,
        proactive: reader.section_two()?,
        requests: reader.section_three()?,
        disputes: reader.section_four()?,
    })
}

struct Reader<'a> {
    form: &'a Form,
    readings: &'a Readings,
}

impl Reader<'_> {
    fn section_two(&self) -> Option<Proactive> {
        Some(match self.form.edition {
            Edition::V2019 => Proactive::V2019(self.proactive_2019()?),
            Edition::V2021 => Proactive::V2021(self.proactive_2021()?),
        })
    }

    fn section_three(&self) -> Option<Requests> {
        let outcome = |outcome: Outcome| self.row(outcome.into());
        let other = match self.form.edition_of_other() {
            Edition::V2019 => Other::OneRow(outcome(Outcome::Other)?),
            Edition::V2021 => Other::ThreeRows(self.rows(OtherHandling::into)?),
        };
        Some(Requests {
            received: self.row(RequestRow::Received)?,
            carried_in: self.row(RequestRow::CarriedIn)?,
            outcomes: Outcomes {
                granted: outcome(Outcome::Granted)?,
                partially_granted: outcome(Outcome::PartiallyGranted)?,
                denied: self.rows(crate::form::Denial::into)?,
                unable_to_provide: self.rows(crate::form::UnableToProvide::into)?,
                not_processed: self.rows(crate::form::NotProcessed::into)?,
                other,
            },
            carried_over: self.row(RequestRow::CarriedOver)?,
        })
    }

    fn section_four(&self) -> Option<Disputes> {
        let mut disputes = Disputes::default();
        for &route in Route::ALL {
            *disputes.route_mut(route) = self.table(|ruling: Ruling| Cell::dispute(route, ruling))?;
        }
        Some(disputes)
    }
}

impl Reader<'_> {
    fn number<N: TryFrom<i64>>(&self, cell: Cell) -> Option<N> {
        N::try_from(self.readings.known(cell.slot())?).ok()
    }

    fn table<K: Axis>(&self, cell: impl Fn(K) -> Cell) -> Option<Table<K, u32>> {
        let mut table = Table::default();
        for &key in K::ALL {
            table[key] = self.number(cell(key))?;
        }
        Some(table)
    }

    fn row(&self, row: RequestRow) -> Option<Table<Applicant, u32>> {
        self.table(|applicant: Applicant| Cell::request(row, applicant))
    }

    fn rows<K: Axis>(&self, row: impl Fn(K) -> RequestRow) -> Option<Table<K, Table<Applicant, u32>>> {
        let mut rows = Table::default();
        for &key in K::ALL {
            rows[key] = self.row(row(key))?;
        }
        Some(rows)
    }

    fn proactive<N: TryFrom<i64>>(&self, cell: ProactiveCell) -> Option<N> {
        self.number(Cell::Proactive(cell))
    }

    /// An amount and the unit that its cell states.
    fn amount(&self, cell: ProactiveCell) -> Option<(Amount, Option<MoneyUnit>)> {
        match self.form.get(Cell::Proactive(cell))?.value() {
            Value::Number { number, unit, .. } => {
                let unit = match unit {
                    Some(Unit::Yuan) => Some(MoneyUnit::Yuan),
                    Some(Unit::TenThousandYuan) => Some(MoneyUnit::TenThousandYuan),
                    _ => None,
                };
                Some((number.try_into().ok()?, unit))
            }
            // A blank that the policy reads as 0.
            _ if self.number::<i64>(Cell::Proactive(cell)) == Some(0) => Some((Amount::ZERO, None)),
            _ => None,
        }
    }

    /// Whether the row 规章 is marked `/` as not applicable.
    fn has_no_rules(&self, first: ProactiveCell) -> bool {
        self.readings.is_not_applicable(Cell::Proactive(first).slot())
    }

    fn proactive_2019(&self) -> Option<Proactive2019> {
        use ProactiveCell as P;
        let items = |previous_items, change, decisions| {
            Some(Items {
                previous_items: self.proactive(previous_items)?,
                change: self.proactive(change)?,
                decisions: self.proactive(decisions)?,
            })
        };
        let disclosed = |newly_made, newly_disclosed, total_disclosed| {
            Some(Disclosed {
                newly_made: self.proactive(newly_made)?,
                newly_disclosed: self.proactive(newly_disclosed)?,
                total_disclosed: self.proactive(total_disclosed)?,
            })
        };
        let (amount, unit) = self.amount(P::ProcurementAmount)?;
        Some(Proactive2019 {
            rules: if self.has_no_rules(P::RulesNewlyMade) {
                None
            } else {
                Some(disclosed(P::RulesNewlyMade, P::RulesNewlyDisclosed, P::RulesTotalDisclosed)?)
            },
            normative_documents: disclosed(
                P::NormativeDocumentsNewlyMade,
                P::NormativeDocumentsNewlyDisclosed,
                P::NormativeDocumentsTotalDisclosed,
            )?,
            licensing: items(P::LicensingPreviousItems, P::LicensingChange, P::LicensingDecisions)?,
            other_services: items(P::OtherServicesPreviousItems, P::OtherServicesChange, P::OtherServicesDecisions)?,
            penalties: items(P::PenaltiesPreviousItems, P::PenaltiesChange, P::PenaltiesDecisions)?,
            coercion: items(P::CoercionPreviousItems, P::CoercionChange, P::CoercionDecisions)?,
            fees: FeeItems {
                previous_items: self.proactive(P::FeesPreviousItems)?,
                change: self.proactive(P::FeesChange)?,
            },
            procurement: Procurement { projects: self.proactive(P::ProcurementProjects)?, amount, unit },
        })
    }

    fn proactive_2021(&self) -> Option<Proactive2021> {
        use ProactiveCell as P;
        let issued = |issued, repealed, in_force| {
            Some(Issued {
                issued: self.proactive(issued)?,
                repealed: self.proactive(repealed)?,
                in_force: self.proactive(in_force)?,
            })
        };
        let decisions = |cell| Some(Decisions { decisions: self.proactive(cell)? });
        let (amount, unit) = self.amount(P::FeesAmount)?;
        Some(Proactive2021 {
            rules: if self.has_no_rules(P::RulesIssued) {
                None
            } else {
                Some(issued(P::RulesIssued, P::RulesRepealed, P::RulesInForce)?)
            },
            normative_documents: issued(
                P::NormativeDocumentsIssued,
                P::NormativeDocumentsRepealed,
                P::NormativeDocumentsInForce,
            )?,
            licensing: decisions(P::LicensingDecisions)?,
            penalties: decisions(P::PenaltiesDecisions)?,
            coercion: decisions(P::CoercionDecisions)?,
            // A cell without a unit has the unit of the header.
            fees: Fees { amount, unit: unit.unwrap_or(MoneyUnit::TenThousandYuan) },
        })
    }
}

impl From<&Report> for Form {
    /// Prints the report: every cell of its edition, totals added up from their parts.
    fn from(report: &Report) -> Self {
        let mut form = Form::new(report.edition());
        form.body = Some(report.body.clone());
        form.year = Some(report.year);
        form.published = report.published;
        report.proactive.visit(|cell, number| {
            form.set(Cell::Proactive(cell), print(cell, number));
        });
        for (first, rows) in report.requests.runs() {
            for (row, counts) in RequestRow::ALL[first.index()..].iter().zip(rows) {
                for (applicant, &count) in counts.iter() {
                    form.set(Cell::request(*row, applicant), count);
                }
            }
        }
        for &route in Route::ALL {
            for (ruling, &count) in report.disputes.route(route).iter() {
                form.set(Cell::dispute(route, ruling), count);
            }
        }
        form.fill_totals();
        form
    }
}

/// How a cell of section 二 is printed.
pub(crate) fn print(cell: ProactiveCell, number: Number) -> Filed {
    match number {
        Number::Count(count) => count.into(),
        Number::Change(change) => change.into(),
        Number::NotApplicable => Filed::printed("/"),
        // The unit is printed unless the header prints the same.
        Number::Amount(amount, unit) => match unit.map(|unit| unit.label(Lang::Zh)) {
            Some(unit) if cell.unit().map(|header| header.label(Lang::Zh)) != Some(unit) => {
                Filed::printed(format!("{amount}{unit}"))
            }
            _ => Filed::printed(amount.to_string()),
        },
    }
}

impl Form {
    /// Puts the sum of its parts in every total whose parts are all plain counts.
    pub(crate) fn fill_totals(&mut self) {
        for (total, parts) in crate::check::totals(self.edition_of_other()) {
            let sum: Option<i64> = parts.iter().map(|&part| self.get(part)?.plain_integer()).sum();
            if let Some(sum) = sum.and_then(|sum| u64::try_from(sum).ok()) {
                self.set(total, sum);
            }
        }
    }
}

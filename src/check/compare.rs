//! Two forms, cell by cell.

use serde::{Serialize, Serializer};

use crate::check::Finding;
use crate::form::{Cell, Edition, Filed, Form, Unit, Value};
use crate::json::version::Version;
use crate::value::axis::axis;
use crate::value::clip::clip;
use crate::value::{Decimal, Lang};

/// The differences between two forms, cell by cell, and their effect on the findings: two versions of a report,
/// a report before and after a correction, or the reports of two years.
///
/// ```
/// use ogi_report::check::ChangeKind;
/// use ogi_report::{Body, Cell, Column, Comparison, Form, Report, RequestRow, Rule, Year};
///
/// let right = Form::from(&Report::new(Body::named("某某局"), Year::new(2024)?));
/// let mut wrong = right.clone();
/// wrong.set(Cell::request(RequestRow::Received, Column::Total), 1);
///
/// let comparison = Comparison::between(&wrong, &right);
/// assert_eq!(comparison.changes.len(), 1);
/// assert_eq!(comparison.changes[0].kind, ChangeKind::Changed);
/// assert_eq!(comparison.resolved[0].rule, Rule::R103);
/// assert!(comparison.introduced.is_empty());
/// # Ok::<(), ogi_report::value::YearError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    schema_version: Version<1>,
    /// The editions before and after, if they differ.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "before_and_after")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<BeforeAndAfter>"))]
    pub editions: Option<(Edition, Edition)>,
    /// The names of the bodies before and after, if the forms name different ones: then a difference is not a change of one body.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "names_before_and_after")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<NamesBeforeAndAfter>"))]
    pub bodies: Option<(String, String)>,
    /// The cells that are not the same, in printed order.
    pub changes: Vec<CellChange>,
    /// The findings that were there before and are not any more.
    pub resolved: Vec<Finding>,
    /// The findings that were not there before.
    pub introduced: Vec<Finding>,
    /// The findings of both, a rule at a place, with the figures of the form after.
    pub remaining: Vec<Finding>,
}

/// Two editions in JSON.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct BeforeAndAfter {
    before: Edition,
    after: Edition,
}

#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn before_and_after<S: Serializer>(editions: &Option<(Edition, Edition)>, serializer: S) -> Result<S::Ok, S::Error> {
    editions.map(|(before, after)| BeforeAndAfter { before, after }).serialize(serializer)
}

/// The names of two bodies in JSON.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct NamesBeforeAndAfter<'a> {
    before: &'a str,
    after: &'a str,
}

#[expect(clippy::ref_option, reason = "serde calls it so")]
fn names_before_and_after<S: Serializer>(bodies: &Option<(String, String)>, serializer: S) -> Result<S::Ok, S::Error> {
    bodies.as_ref().map(|(before, after)| NamesBeforeAndAfter { before, after }).serialize(serializer)
}

/// A cell that is not the same on two forms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CellChange {
    /// The cell.
    pub cell: Cell,
    /// The kind of change.
    pub kind: ChangeKind,
    /// The print before; `None` if the form did not have the cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Filed>,
    /// The print after; `None` if the form does not have the cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Filed>,
    /// How much more the number after is: amounts with a unit in 元, those without as filed. `None` unless both are numbers, either
    /// of money, of things, or without a unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difference: Option<Decimal>,
    /// The difference in percent of the number before, with two decimals. `None` where that is 0 or less.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<Decimal>,
}

impl CellChange {
    /// The change in one line.
    ///
    /// ```
    /// use ogi_report::{Cell, Column, Comparison, Edition, Form, Lang, RequestRow};
    ///
    /// let received = Cell::request(RequestRow::Received, Column::Total);
    /// let form = |count: u32| Form::of(Edition::V2021, [(received, count.into())]);
    /// let change = &Comparison::between(&form(5), &form(7)).changes[0];
    /// assert_eq!(change.text(Lang::Zh), "一、本年新收政府信息公开申请数量，总计：5 → 7（+2，+40%）");
    /// ```
    pub fn text(&self, lang: Lang) -> String {
        let print = |filed: &Option<Filed>| match filed {
            None => lang.pick("无此栏", "not there").to_owned(),
            Some(filed) if filed.value() == Value::Blank => lang.pick("空白", "blank").to_owned(),
            Some(filed) => clip(&filed.as_printed()),
        };
        let signed = |number: Decimal| if number > Decimal::ZERO { format!("+{number}") } else { number.to_string() };
        // The edition of 2019 prints no unit for the amount of procurement.
        let unit = self.after.as_ref().and_then(|filed| filed.unit(self.cell.unit()));
        let money = if unit.is_some_and(Unit::is_money) { lang.pick("元", " yuan") } else { "" };
        let difference = self.difference.map(|difference| signed(difference) + money);
        let percent = self.percent.map(|percent| signed(percent) + "%");
        let figures: Vec<String> = [difference, percent].into_iter().flatten().collect();
        let figures = figures.join(lang.pick("，", ", "));
        let figures = match (figures.is_empty(), lang) {
            (true, _) => String::new(),
            (false, Lang::Zh) => format!("（{figures}）"),
            (false, Lang::En) => format!(" ({figures})"),
        };
        let (label, colon) = (self.cell.label(lang), lang.pick("：", ": "));
        format!("{label}{colon}{} → {}{figures}", print(&self.before), print(&self.after))
    }
}

axis! {
    /// How a cell changed between two forms.
    pub enum ChangeKind {
        Changed = "changed", "改动", "changed";
        /// The number is the same, and written in another way.
        Rewritten = "rewritten", "写法改动", "written differently";
        Appeared = "appeared", "新出现", "appeared";
        Vanished = "vanished", "消失", "vanished";
        /// A blank is not 0, so this is a statement that was not made before.
        BlankToZero = "blank_to_zero", "空白改为0", "blank to zero";
        ZeroToBlank = "zero_to_blank", "0改为空白", "zero to blank";
        /// The edition after does not print the cell.
        EndedWithEdition = "ended_with_edition", "随旧版取消", "ended with the edition";
        /// The edition before did not print the cell.
        BegunWithEdition = "begun_with_edition", "随新版新增", "begun with the edition";
    }
}

impl Comparison {
    /// A word of warning where the forms name different bodies.
    ///
    /// ```
    /// use ogi_report::{Body, Comparison, Edition, Form, Lang};
    ///
    /// let [mut one, mut other] = [Form::new(Edition::V2021), Form::new(Edition::V2021)];
    /// one.body = Some(Body::named("甲局"));
    /// other.body = Some(Body::named("乙局"));
    /// let said = Comparison::between(&one, &other).other_bodies(Lang::Zh);
    /// assert_eq!(said.as_deref(), Some("两份表格的机关不同（“甲局”“乙局”），差别不能看作变化"));
    /// ```
    pub fn other_bodies(&self, lang: Lang) -> Option<String> {
        let (before, after) = self.bodies.as_ref()?;
        let (before, after) = (clip(before), clip(after));
        Some(match lang {
            Lang::Zh => format!("两份表格的机关不同（“{before}”“{after}”），差别不能看作变化"),
            Lang::En => {
                format!("the forms are of different bodies, {before} and {after}, so a difference is no change")
            }
        })
    }

    /// Compares two forms, cell by cell. Where they name different bodies, [`Comparison::bodies`] says so; years are the caller's choice.
    ///
    /// ```
    /// use ogi_report::{Comparison, Edition, Form};
    ///
    /// let form = Form::new(Edition::V2021);
    /// assert!(Comparison::between(&form, &form).changes.is_empty());
    /// ```
    pub fn between(before: &Form, after: &Form) -> Self {
        let changes = before.slots().zip(after.slots()).filter_map(|((cell, was), (_, is))| {
            let kind = kind(before, after, cell, was, is)?;
            let difference = was.zip(is).and_then(|(was, is)| difference(cell, was, is));
            let (difference, percent) =
                difference.map_or((None, None), |(difference, percent)| (Some(difference), percent));
            Some(CellChange { cell, kind, before: was.cloned(), after: is.cloned(), difference, percent })
        });
        let (old, new) = (before.check().findings, after.check().findings);
        let is_in = |findings: &[Finding], one: &Finding| findings.iter().any(|f| (f.rule, f.at) == (one.rule, one.at));
        let resolved = old.iter().filter(|finding| !is_in(&new, finding)).cloned().collect();
        let (remaining, introduced) = new.into_iter().partition(|finding| is_in(&old, finding));
        Self {
            schema_version: Version,
            editions: (before.edition != after.edition).then_some((before.edition, after.edition)),
            bodies: before
                .body
                .as_ref()
                .zip(after.body.as_ref())
                .filter(|(was, is)| !was.is_same_as(is))
                .map(|(was, is)| (was.name.clone(), is.name.clone())),
            changes: changes.collect(),
            resolved,
            introduced,
            remaining,
        }
    }
}

/// How much more the number after is, and in percent of the number before.
fn difference(cell: Cell, was: &Filed, is: &Filed) -> Option<(Decimal, Option<Decimal>)> {
    let is_money = |filed: &Filed| filed.unit(cell.unit()).map(Unit::is_money);
    if is_money(was) != is_money(is) {
        return None;
    }
    let ((was, _), (is, _)) = (was.figure(cell.unit())?, is.figure(cell.unit())?);
    // No document holds a number with more digits than print may have.
    let difference = is.minus(was).as_if_printed()?;
    let percent = (was > Decimal::ZERO).then(|| difference.percent_of(was)).flatten();
    Some((difference, percent.and_then(Decimal::as_if_printed)))
}

fn kind(before: &Form, after: &Form, cell: Cell, was: Option<&Filed>, is: Option<&Filed>) -> Option<ChangeKind> {
    let wants = |form: &Form| form.wanted().cells[cell.slot()];
    match (was, is) {
        (None, None) => None,
        (None, Some(_)) if !wants(before) && wants(after) => Some(ChangeKind::BegunWithEdition),
        (Some(_), None) if wants(before) && !wants(after) => Some(ChangeKind::EndedWithEdition),
        (None, Some(_)) => Some(ChangeKind::Appeared),
        (Some(_), None) => Some(ChangeKind::Vanished),
        (Some(was), Some(is)) if was == is => None,
        (Some(was), Some(is)) => Some(match (was.value(), is.value()) {
            (Value::Blank, Value::Number { number: Decimal::ZERO, .. }) => ChangeKind::BlankToZero,
            (Value::Number { number: Decimal::ZERO, .. }, Value::Blank) => ChangeKind::ZeroToBlank,
            (Value::NotApplicable(_), Value::NotApplicable(_)) => ChangeKind::Rewritten,
            _ if was.figure(cell.unit()).is_some() && was.figure(cell.unit()) == is.figure(cell.unit()) => {
                ChangeKind::Rewritten
            }
            _ => ChangeKind::Changed,
        }),
    }
}

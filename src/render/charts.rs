//! Small pictures of sums, as SVG without a script.

use plotters::backend::SVGBackend;
use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::{RangedCoordi32, RangedCoordu64};
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{EmptyElement, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color as _, IntoFont as _, RGBColor, TextStyle};

use crate::form::{Applicant, Cell, Column, Outcome, OutcomeGroup, RequestRow};
use crate::render::html::escape;
use crate::sum::{ChainError, Completeness, Discontinuity, Ratio, Span, Totals};
use crate::value::{Lang, Year};

/// What comes and goes in a year.
const FLOWS_ZH: [&str; 4] = ["上年结转", "本年新收", "办理", "结转下年度"];
const FLOWS_EN: [&str; 4] = ["carried in", "received", "processed", "carried over"];

/// How requests ended: a bar for each of the groups （一） to （六） of section 三, those of natural persons apart from
/// those of organisations, with its number and its part of all in percent.
///
/// The picture has a title and a description for readers who cannot see it; the description says every number.
/// `None` where no report was added, or the sums cannot be held.
///
/// Give the completeness of the sums where a [`Coverage`](crate::sum::Coverage) says it: the title then tells what is not complete.
///
/// ```
/// use ogi_report::sum::Completeness;
/// use ogi_report::{Form, Lang, Totals, render::charts};
///
/// let json = std::fs::read_to_string("tests/data/huaian-2024.json")?;
/// let report = serde_json::from_str::<Form>(&json)?.verify()?;
/// let totals: Totals = [&report].into_iter().sum();
/// let svg = charts::outcomes(&totals, None, Lang::En).unwrap();
/// assert!(svg.contains("<desc>granted: 1362 (44.66%), of which natural person 1288; "));
/// let svg = charts::outcomes(&totals, Completeness::Partial, Lang::En).unwrap();
/// assert!(svg.contains("<title>Outcomes of 3050 requests for information (reports: 1; partial)</title>"));
/// assert_eq!(charts::outcomes(&Totals::default(), None, Lang::En), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn outcomes(totals: &Totals, completeness: impl Into<Option<Completeness>>, lang: Lang) -> Option<String> {
    let all = totals.count(Cell::request(RequestRow::OutcomeTotal, Column::Total))?;
    let mut groups = Vec::new();
    let mut said = Vec::new();
    for &group in OutcomeGroup::ALL {
        let sum = |column: Column<Applicant>| {
            let rows = Outcome::ALL.iter().copied().filter(|outcome| outcome.group() == group);
            totals.count_of(&rows.map(|outcome| Cell::request(outcome, column)).collect::<Vec<_>>())
        };
        let (number, persons) = (sum(Column::Total)?, sum(Applicant::NaturalPerson.into())?);
        let percent = Ratio::new(number, all).and_then(Ratio::percent).map(|percent| percent.to_string());
        let label = short(group.label(lang));
        let printed = match (lang, &percent) {
            (_, None) => number.to_string(),
            (Lang::Zh, Some(percent)) => format!("{number}（{percent}）"),
            (Lang::En, Some(percent)) => format!("{number} ({percent})"),
        };
        said.push(match lang {
            Lang::Zh => format!("{label} {printed}，其中自然人 {persons}"),
            Lang::En => format!("{label}: {printed}, of which natural person {persons}"),
        });
        let organizations = number.saturating_sub(persons);
        let bar = Bar { segments: vec![(0, persons), (1, organizations)], label: printed };
        groups.push(Group { label: label.to_owned(), note: None, bars: vec![bar] });
    }
    let reports = totals.reports();
    let title = match (lang, shortfall(completeness.into(), lang)) {
        (Lang::Zh, None) => format!("政府信息公开申请办理结果，共 {all} 件（{reports} 份报告）"),
        (Lang::Zh, Some(why)) => format!("政府信息公开申请办理结果，共 {all} 件（{reports} 份报告，{why}）"),
        (Lang::En, None) => format!("Outcomes of {all} requests for information (reports: {reports})"),
        (Lang::En, Some(why)) => format!("Outcomes of {all} requests for information (reports: {reports}; {why})"),
    };
    let series = match lang {
        Lang::Zh => ["自然人", "法人或其他组织"].as_slice(),
        Lang::En => &["natural persons", "organisations"],
    };
    Some(Chart { title, series, groups }.svg(&said, lang))
}

/// What sums are not, if anything says so of them.
fn shortfall(completeness: Option<Completeness>, lang: Lang) -> Option<&'static str> {
    completeness.filter(|completeness| *completeness != Completeness::Complete).map(|other| other.label(lang))
}

/// What came and went over the years: for each span, such as that of one year, what was carried in, received,
/// processed and carried over.
///
/// A year without a span shows as a year without a report. Where two spans do not join, the later one says so, and so does one
/// whose sums are not complete.
///
/// The picture has a title and a description for readers who cannot see it; the description says every number.
///
/// # Errors
///
/// If a span does not begin after the one before it.
///
/// ```
/// use ogi_report::{Applicant, Body, Lang, Report, Span, Year, render::charts};
///
/// let mut report = Report::new(Body::named("某某局"), Year::new(2024)?);
/// report.requests.received[Applicant::NaturalPerson] = 7;
/// report.requests.carried_over[Applicant::NaturalPerson] = 7;
/// let span = Span::from(&report);
/// let svg = charts::flows(&[span.clone()], Lang::En)?;
/// assert!(svg.contains("<desc>2024: carried in 0, received 7, processed 0, carried over 7</desc>"));
/// assert_eq!(
///     charts::flows(&[span.clone(), span], Lang::En).unwrap_err().to_string(),
///     "2024 does not come after 2024, expected a later year",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn flows(spans: &[Span], lang: Lang) -> Result<String, ChainError> {
    let series = match lang {
        Lang::Zh => FLOWS_ZH,
        Lang::En => FLOWS_EN,
    };
    let (colon, comma) = match lang {
        Lang::Zh => ("：", "，"),
        Lang::En => (": ", ", "),
    };
    let mut groups = Vec::new();
    let mut said = Vec::new();
    let mut before: Option<&Span> = None;
    for span in spans {
        let mut found = match before.map(|before| before.then(span)) {
            None | Some(Ok(_)) => Vec::new(),
            Some(Err(ChainError::Discontinuous(places))) => places,
            Some(Err(error)) => return Err(error),
        };
        if let Some(missing) = found.iter().find_map(missing_years) {
            found.retain(|found| missing_years(found).is_none());
            let note = lang.pick("没有报告", "no report");
            said.push(format!("{missing}{colon}{note}"));
            groups.push(Group { label: missing, note: Some(note.to_owned()), bars: Vec::new() });
        }
        found.extend_from_slice(span.discontinuities());
        let flow = |row| span.flow(Cell::request(row, Column::Total)).map(|flow| flow.sum);
        let numbers = [
            span.opening(Column::Total),
            flow(RequestRow::Received),
            flow(RequestRow::OutcomeTotal),
            span.closing(Column::Total),
        ];
        let label = years_of(span);
        let shortfall = shortfall(span.completeness(), lang);
        let notes = shortfall.map(str::to_owned).into_iter().chain(found.iter().filter_map(|found| note(found, lang)));
        let notes: Vec<String> = notes.collect();
        // A sum that cannot be held is said to be unknown.
        let print = |number: &Option<u64>| number.map_or_else(|| "?".to_owned(), |number| number.to_string());
        let parts = series.iter().zip(&numbers).map(|(name, number)| format!("{name} {}", print(number)));
        said.push(format!("{label}{colon}{}", parts.chain(notes.iter().cloned()).collect::<Vec<_>>().join(comma)));
        let bars = numbers.iter().enumerate();
        let bars = bars.map(|(i, number)| Bar { segments: vec![(i, number.unwrap_or(0))], label: print(number) });
        let short: Vec<&str> =
            shortfall.into_iter().chain(found.first().map(|found| short_note(found, lang))).collect();
        let note = Some(short.join(comma)).filter(|note| !note.is_empty());
        groups.push(Group { label, note, bars: bars.collect() });
        before = Some(span);
    }
    let title = match (lang, spans.first(), spans.last()) {
        (Lang::Zh, Some(first), Some(last)) => format!("{} 政府信息公开申请收办情况（件）", between(first, last)),
        (Lang::En, Some(first), Some(last)) => format!("Requests for information, {}", between(first, last)),
        (Lang::Zh, ..) => "政府信息公开申请收办情况（件）".to_owned(),
        (Lang::En, ..) => "Requests for information".to_owned(),
    };
    Ok(Chart { title, series: &series, groups }.svg(&said, lang))
}

/// What came and went year by year, as plain sums: carried in, received, processed and carried over.
///
/// Unlike [`flows`] it does not compare the bodies: if they differ from year to year, the bars differ for that reason, too. The picture has
/// a title and a description for readers who cannot see it; the description says every number, and of how many reports it is. Years stand
/// as they are given.
///
/// ```
/// use ogi_report::{Body, Lang, Report, Totals, Year, render::charts};
///
/// let report = Report::new(Body::named("某某局"), Year::new(2024)?);
/// let totals: Totals = [&report].into_iter().sum();
/// let svg = charts::years(&[(report.year, &totals)], Lang::En);
/// assert!(svg.contains("<desc>2024: carried in 0, received 0, processed 0, carried over 0, reports 1</desc>"));
/// # Ok::<(), ogi_report::value::YearError>(())
/// ```
pub fn years(sums: &[(Year, &Totals)], lang: Lang) -> String {
    let (series, title, colon, comma) = match lang {
        Lang::Zh => (FLOWS_ZH, "历年政府信息公开申请收办情况（件）", "：", "，"),
        Lang::En => (FLOWS_EN, "Requests for information by year", ": ", ", "),
    };
    let rows = [RequestRow::CarriedIn, RequestRow::Received, RequestRow::OutcomeTotal, RequestRow::CarriedOver];
    let (mut groups, mut said) = (Vec::new(), Vec::new());
    for (year, totals) in sums {
        let numbers = rows.map(|row| totals.count(Cell::request(row, Column::Total)));
        // A sum that nothing was added to, or that cannot be held, is said to be unknown.
        let print = |number: Option<u64>| number.map_or_else(|| "?".to_owned(), |number| number.to_string());
        let parts = series.iter().zip(numbers).map(|(name, number)| format!("{name} {}", print(number)));
        let reports = match lang {
            Lang::Zh => format!("报告 {} 份", totals.reports()),
            Lang::En => format!("reports {}", totals.reports()),
        };
        said.push(format!("{year}{colon}{}", parts.chain([reports]).collect::<Vec<_>>().join(comma)));
        let bars = numbers.into_iter().enumerate();
        let bars = bars.map(|(i, number)| Bar { segments: vec![(i, number.unwrap_or(0))], label: print(number) });
        groups.push(Group { label: year.to_string(), note: None, bars: bars.collect() });
    }
    Chart { title: title.to_owned(), series: &series, groups }.svg(&said, lang)
}

/// The years of a span, in words.
fn years_of(span: &Span) -> String {
    between(span, span)
}

fn between(first: &Span, last: &Span) -> String {
    match (first.years().first(), last.years().last()) {
        (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
        (Some(year), _) | (None, Some(year)) => year.to_string(),
        (None, None) => String::new(),
    }
}

/// The years of which there is no report.
fn missing_years(found: &Discontinuity) -> Option<String> {
    let Discontinuity::YearsMissing { after, before } = found else { return None };
    let (first, last) = (after.number() + 1, before.number() - 1);
    Some(if first == last { first.to_string() } else { format!("{first}–{last}") })
}

/// Where two years do not join, in so few words that the picture has room for them.
fn short_note(found: &Discontinuity, lang: Lang) -> &'static str {
    match (found, lang) {
        (Discontinuity::YearsMissing { .. }, Lang::Zh) => "中间有年度没有报告",
        (Discontinuity::YearsMissing { .. }, Lang::En) => "years without a report between",
        (Discontinuity::Bodies { .. }, Lang::Zh) => "机关与上年不同",
        (Discontinuity::Bodies { .. }, Lang::En) => "other bodies than before",
        (Discontinuity::CarriedOver { .. }, Lang::Zh) => "结转与上年不符",
        (Discontinuity::CarriedOver { .. }, Lang::En) => "does not join the year before",
    }
}

/// Where two years do not join, with the figures.
fn note(found: &Discontinuity, lang: Lang) -> Option<String> {
    Some(match (found, lang) {
        (Discontinuity::YearsMissing { .. }, Lang::Zh) => format!("{}年没有报告", missing_years(found)?),
        (Discontinuity::YearsMissing { .. }, Lang::En) => format!("no report of {}", missing_years(found)?),
        (Discontinuity::Bodies { .. }, _) => short_note(found, lang).to_owned(),
        (Discontinuity::CarriedOver { applicant, closing, opening, .. }, Lang::Zh) => {
            format!("{}：上年结转 {closing}，本年转入 {opening}", applicant.label(lang))
        }
        (Discontinuity::CarriedOver { applicant, closing, opening, .. }, Lang::En) => {
            format!("{}: {closing} carried over, {opening} carried in", applicant.label(lang))
        }
    })
}

/// A label without the brackets after it.
fn short(label: &str) -> &str {
    match label.rfind('（') {
        Some(at) if at > 0 => &label[..at],
        _ => label,
    }
}

/// Bars beside a common axis, in groups.
struct Chart<'a> {
    title: String,
    /// The legend.
    series: &'a [&'static str],
    groups: Vec<Group>,
}

struct Group {
    label: String,
    /// Notes in place of bars or below them.
    note: Option<String>,
    bars: Vec<Bar>,
}

struct Bar {
    /// Series and number of each part, from the axis outwards.
    segments: Vec<(usize, u64)>,
    label: String,
}

/// Colours that differ in lightness too, so that they differ without hue.
const COLOURS: [RGBColor; 4] =
    [RGBColor(0x1f, 0x4e, 0x8c), RGBColor(0xe8, 0xa3, 0x3d), RGBColor(0x5a, 0x8f, 0x5d), RGBColor(0x8b, 0x2e, 0x5f)];
const INK: RGBColor = RGBColor(0x1a, 0x1a, 0x1a);
const PALE: RGBColor = RGBColor(0xd5, 0xd9, 0xde);

/// Widths and heights, in the units of the picture. It is as wide as a telephone shows without making the text
/// too small to read.
const WIDTH: u32 = 480;
const LABELS: u32 = 132;
const TITLE: u32 = 24;
const LEGEND: u32 = 28;
const AXIS: u32 = 28;
const BAR: u32 = 20;
const GAP: u32 = 14;
/// The library draws a size of 17 as 13.7.
const TEXT: u32 = 17;

type Drawn = Result<(), DrawingAreaErrorKind<std::io::Error>>;
type Picture<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Axes<'a> = ChartContext<'a, SVGBackend<'a>, Cartesian2d<RangedCoordu64, RangedCoordi32>>;

impl Chart<'_> {
    /// The picture. The description says the same.
    fn svg(&self, said: &[String], lang: Lang) -> String {
        let mut picture = String::new();
        let height = self.height();
        // Drawing into a string does not fail; if it did, the description would still say every number.
        if self.draw(&mut picture, height, lang).is_err() {
            picture.clear();
        }
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" \
             height=\"{height}\">\n<title>"
        );
        escape(&mut svg, &self.title);
        svg.push_str("</title>\n<desc>");
        let semicolon = lang.pick("；", "; ");
        escape(&mut svg, &said.join(semicolon));
        svg.push_str("</desc>\n");
        svg.push_str(&picture);
        svg.push_str("</svg>\n");
        svg
    }

    fn height(&self) -> u32 {
        TITLE + LEGEND + AXIS + self.groups.iter().map(Group::height).sum::<u32>()
    }

    fn draw(&self, out: &mut String, height: u32, lang: Lang) -> Drawn {
        let root = SVGBackend::with_string(out, (WIDTH, height)).into_drawing_area();
        let bars = self.groups.iter().flat_map(|group| &group.bars);
        let longest = bars.clone().map(Bar::sum).max().unwrap_or(0).max(1);
        let unit = lang.pick("件", "requests");
        let numbers = bars.map(|bar| length(&bar.label)).max().unwrap_or(0).max(length(unit)) + GAP;
        // The second axis is in units of the picture, from the top.
        let rows = i32::try_from(height - TITLE - LEGEND - AXIS).unwrap_or(i32::MAX).max(1);
        let mut chart = ChartBuilder::on(&root)
            .margin_top(TITLE + LEGEND)
            .margin_left(LABELS)
            .margin_right(numbers)
            .x_label_area_size(AXIS)
            .build_cartesian_2d(0..longest, rows..0)?;
        chart
            .configure_mesh()
            .disable_y_mesh()
            .disable_y_axis()
            .x_labels(4)
            .light_line_style(PALE.mix(0.0))
            .bold_line_style(PALE)
            .axis_style(INK)
            .label_style(("sans-serif", TEXT - 2).into_font().color(&INK))
            .draw()?;

        self.draw_bars(&mut chart)?;
        root.draw(&Text::new(self.title.clone(), (8, signed(TITLE / 2)), text(HPos::Left, INK)))?;
        let end = (signed(WIDTH - numbers) + 6, signed(height - AXIS));
        root.draw(&Text::new(unit, end, text(HPos::Left, INK)))?;

        self.draw_legend(&root)?;
        root.present()
    }

    fn draw_bars(&self, chart: &mut Axes<'_>) -> Drawn {
        let mut y = 0_i32;
        for group in &self.groups {
            let middle = y + signed(GAP / 2 + BAR * group.rows() / 2);
            let label = Text::new(group.label.clone(), (-8, 0), text(HPos::Right, INK));
            chart.draw_series([EmptyElement::at((0, middle)) + label])?;
            let mut top = y + signed(GAP / 2);
            for bar in &group.bars {
                let mut from = 0_u64;
                for &(series, number) in &bar.segments {
                    let colour = COLOURS[series % COLOURS.len()];
                    let corners = [(from, top + 2), (from.saturating_add(number), top + signed(BAR) - 2)];
                    chart.draw_series([Rectangle::new(corners, colour.filled())])?;
                    from = from.saturating_add(number);
                }
                let number = Text::new(bar.label.clone(), (6, 0), text(HPos::Left, INK));
                chart.draw_series([EmptyElement::at((from, top + signed(BAR / 2))) + number])?;
                top += signed(BAR);
            }
            if let Some(note) = &group.note {
                let note = Text::new(format!("! {note}"), (6, 0), text(HPos::Left, COLOURS[3]));
                chart.draw_series([EmptyElement::at((0, top + signed(BAR / 2))) + note])?;
            }
            y += signed(group.height());
        }
        Ok(())
    }

    /// From left to right below the title.
    fn draw_legend(&self, root: &Picture<'_>) -> Drawn {
        let middle = signed(TITLE + LEGEND / 2);
        let mut x = 8_i32;
        for (series, name) in self.series.iter().enumerate() {
            let colour = COLOURS[series % COLOURS.len()];
            root.draw(&Rectangle::new([(x, middle - 7), (x + 14, middle + 7)], colour.filled()))?;
            root.draw(&Text::new(*name, (x + 20, middle), text(HPos::Left, INK)))?;
            x += signed(20 + length(name) + 18);
        }
        Ok(())
    }
}

/// The style of a text whose place is its left or right end, at half its height.
fn text(anchor: HPos, colour: RGBColor) -> TextStyle<'static> {
    ("sans-serif", TEXT).into_font().color(&colour).pos(Pos::new(anchor, VPos::Center))
}

/// About how long a text is.
fn length(text: &str) -> u32 {
    text.chars().map(|c| if c.is_ascii() { TEXT / 2 } else { TEXT }).sum()
}

fn signed(length: u32) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}

impl Group {
    /// The rows of bars and notes.
    fn rows(&self) -> u32 {
        u32::try_from(self.bars.len()).unwrap_or(u32::MAX / (2 * BAR)) + u32::from(self.note.is_some())
    }

    fn height(&self) -> u32 {
        GAP + BAR * self.rows()
    }
}

impl Bar {
    fn sum(&self) -> u64 {
        self.segments.iter().fold(0, |sum, &(_, number)| sum.saturating_add(number))
    }
}

//! Body, year and scope of a report from its sentences, where the title does not state them.

use std::ops::Range;

use super::Note;
use crate::form::Form;
use crate::narrative::passages::{preamble, title};
use crate::narrative::{Passage, Sections};
use crate::value::{Body, Year};

/// Fills in body and year from the preamble, and the scope from the prose, where nothing states them. A note says of each that
/// a sentence did. The period is filled in where it is not the year. `titles` are other titles, which are no sentences.
pub(super) fn fill(form: &mut Form, sections: &Sections, titles: &[Range<usize>], notes: &mut Vec<Note>) {
    if let Some(preamble) = sections.preamble.as_ref().map(beginning) {
        let chars = preamble::plain(&preamble.text);
        let is_complete = form.body.is_some() && form.year.is_some();
        let organ = if is_complete { None } else { preamble::organ(&preamble, &chars) };
        let organ = organ.filter(|organ| !titles.iter().any(|title| title.contains(&organ.span.start)));
        if form.year.is_none()
            && let Some(year) = year(&preamble, &chars, organ.as_ref())
        {
            form.year = Some(year);
            notes.push(Note::YearFromSentence { year });
        }
        if form.body.is_none()
            && let Some(organ) = organ
        {
            let name: String = organ.text.chars().filter(|c| !c.is_whitespace()).collect();
            form.body = Some(Body::named(name.as_str()));
            notes.push(Note::BodyFromSentence { name });
        }
        // The rule on the period then sees it without the text.
        let period = preamble::period(&preamble, &chars).and_then(|stated| stated.period);
        form.period = period.filter(|period| form.year.is_some_and(|year| year.period() != *period));
    }
    if let Some(body) = &mut form.body {
        let prose: Vec<&str> = sections.prose().map(|passage| passage.text.as_str()).collect();
        body.infer_scope(&prose.join("。"));
        if let Some(scope) = body.scope.filter(|_| body.inferred.scope.is_some()) {
            notes.push(Note::ScopeFromSentence { scope });
        }
    }
}

/// The part of a preamble that may name the report. Without headings all the text is preamble.
fn beginning(preamble: &Passage) -> Passage {
    /// More characters than the longest preamble has.
    const LONGEST: usize = 2000;
    let end = preamble.text.char_indices().nth(LONGEST).map_or(preamble.text.len(), |(end, _)| end);
    let span = preamble.span.start..preamble.span.start + end;
    Passage { span, text: preamble.text[..end].to_owned() }
}

/// The year whose days are the statistical period, or that stands behind the name of the body: 某某局2023年政府信息公开…. `None` if
/// the two differ.
fn year(preamble: &Passage, chars: &[(usize, char)], organ: Option<&Passage>) -> Option<Year> {
    /// Characters of a year behind a name.
    const NEAR: usize = 12;
    let period = preamble::period(preamble, chars).and_then(|stated| stated.period);
    let of_period = period.and_then(|period| {
        let year = Year::new(i64::from(chrono::Datelike::year(&period.from))).ok()?;
        (year.period() == period).then_some(year)
    });
    let behind = organ.and_then(|organ| preamble.text.get(organ.span.end - preamble.span.start..));
    let near = behind.map(|behind| behind.chars().take(NEAR).collect::<String>());
    match (of_period, near.and_then(|near| title::read(&near).year)) {
        (Some(one), Some(other)) if one != other => None,
        (one, other) => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use crate::extract;
    use crate::extract::Note;
    use crate::value::{Basis, Scope, Year};

    /// Body, year and scope of a page, with the notes on them.
    fn read(text: &str) -> (Option<String>, Option<u16>, Option<Scope>, Vec<Note>) {
        let page =
            format!("{text}\n二、主动公开政府信息情况\n第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t12\n");
        let extract::Extraction { form, mut notes, .. } = extract::from_text(&page).unwrap();
        notes.retain(|note| !matches!(note, Note::EditionAssumed { .. }));
        let scope = form.body.as_ref().and_then(|body| body.scope);
        (form.body.map(|body| body.name), form.year.map(Year::number), scope, notes)
    }

    #[test]
    fn a_sentence_says_what_the_title_does_not() {
        let body = |name: &str| Note::BodyFromSentence { name: name.to_owned() };
        let year = |year: u16| Note::YearFromSentence { year: Year::new(year).unwrap() };
        let period = "数据的统计期限为2023年1月1日至2023年12月31日。";
        for (text, name, number, notes) in [
            (
                "现公布某某区统计局2023年政府信息公开工作年度报告。",
                "某某区统计局",
                2023,
                vec![year(2023), body("某某区统计局")],
            ),
            (
                &format!("政府信息公开工作年度报告\n本报告由某某区统计局按照条例编制。{period}"),
                "某某区统计局",
                2023,
                vec![year(2023), body("某某区统计局")],
            ),
            // What is stated stays, and nothing is said of it.
            (
                &format!(
                    "某某镇2022年政府信息公开工作年度报告\n现公布某某区统计局2023年政府信息公开工作年度报告。{period}"
                ),
                "某某镇",
                2022,
                vec![],
            ),
            // Two years, of which neither is taken.
            (
                &format!("现公布某某区统计局2022年政府信息公开工作年度报告。{period}"),
                "某某区统计局",
                0,
                vec![body("某某区统计局")],
            ),
            // Half a year is no reporting year.
            (
                "本报告由某某区统计局按照条例编制。统计期限为2023年1月1日至2023年6月30日。",
                "某某区统计局",
                0,
                vec![body("某某区统计局")],
            ),
            ("按照条例的要求编制。", "", 0, vec![]),
        ] {
            let (found, year, _, said) = read(text);
            assert_eq!(
                (found.as_deref().unwrap_or_default(), year.unwrap_or_default(), said),
                (name, number, notes),
                "{text}"
            );
        }
    }

    #[test]
    fn a_sentence_says_whose_figures_they_are() {
        let title = "某某县人民政府2023年政府信息公开工作年度报告\n";
        let text = format!("{title}一、总体情况\n本报告汇总本地所有公开主体的数据。");
        let (.., scope, notes) = read(&text);
        assert_eq!(scope, Some(Scope::WholeJurisdiction));
        assert_eq!(notes, [Note::ScopeFromSentence { scope: Scope::WholeJurisdiction }]);
        let form = extract::from_text(&format!(
            "{text}\n二、主动公开政府信息情况\n第二十条第（六）项\n本年处理决定数量\n行政处罚\t12\n"
        ))
        .unwrap()
        .form;
        assert_eq!(form.body.unwrap().inferred.scope, Some(Basis::Text));
        assert_eq!(read(title).2, None);
    }

    #[test]
    fn a_period_that_is_not_the_year_is_kept_for_the_check() {
        use crate::{Form, Rule};

        let form = |text: &str| -> Form {
            let page = format!(
                "某某局2025年政府信息公开工作年度报告\n{text}\n二、主动公开政府信息情况\n第二十条第（六）项\n本年处理决定数量\n行政处罚\t12\n"
            );
            extract::from_text(&page).unwrap().form
        };
        for (text, period) in [
            ("统计期限为2024年1月1日至12月31日。", Some("2024-01-01 to 2024-12-31")),
            ("统计期限为2025年1月1日至6月30日。", Some("2025-01-01 to 2025-06-30")),
            ("统计期限为2025年1月1日至12月31日。", None),
        ] {
            let form = form(text);
            assert_eq!(form.period.map(|period| period.to_string()).as_deref(), period);
            let is_found = form.check().findings.iter().any(|finding| finding.rule == Rule::T201);
            assert_eq!(is_found, period.is_some(), "{text}");
        }
    }

    #[test]
    fn the_title_of_another_page_is_no_sentence() {
        let link = "热点：某某区教育局2022年政府信息公开工作年度报告\n政府信息公开工作年度报告";
        assert_eq!(read(link), (None, None, None, Vec::new()));
        let (body, year, _, notes) = read(&format!("{link}\n现公布某某区统计局2023年政府信息公开工作年度报告。"));
        assert_eq!((body.as_deref(), year, notes.len()), (Some("某某区统计局"), Some(2023), 2));
    }
}

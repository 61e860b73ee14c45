//! Whether a text goes through its tables row by row.
//!
//! A reader of PDF files that takes the boxes of a page in its own order may give the labels of several rows and then their
//! figures, or the figures of a column, or of some of them. Print then still has one label before one run of figures
//! here and there, but not of the same row. A page on which anything shows such an order is read with more care.

use super::event::Event;
use super::row::COLUMNS;
use super::run::Run;
use crate::extract::words::vocabulary::Word;
use crate::form::{RequestRow, Section};

/// How far a block of section 二 has been read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum InBlock {
    Elsewhere,
    /// It has a header, but no row yet.
    Header,
    /// Its last row has no figures yet.
    Row,
}

/// Whether anything on the page shows that figures do not follow the label of their row.
pub(crate) fn is_by_columns(events: &[Event]) -> bool {
    let (mut section, mut block) = (None, InBlock::Elsewhere);
    // The figures of section 三 since its last label, the columns that its header names, the texts behind the first of these,
    // and headers that are torn: one that lacks a word and has no other text is not.
    let (mut figures, mut columns_named, mut texts, mut torn_headers) = (0, Vec::new(), 0, 0);
    for event in events {
        match event {
            Event::Word { word, columns, .. } if columns.is_empty() => match word {
                Word::Heading(heading) => {
                    (section, block) = (heading.section(), InBlock::Elsewhere);
                    columns_named.clear();
                }
                Word::Block => (section, block) = (Some(Section::Proactive), InBlock::Elsewhere),
                Word::ProactiveColumn(_) if block == InBlock::Row => return true,
                Word::ProactiveColumn(_) => (section, block) = (Some(Section::Proactive), InBlock::Header),
                Word::ProactiveRow(_) if section == Some(Section::Proactive) => block = InBlock::Row,
                Word::ProactiveRow(_) | Word::Furniture => block = InBlock::Elsewhere,
                Word::Row(RequestRow::Received) => {
                    (section, figures) = (Some(Section::Requests), 0);
                    torn_headers += usize::from((1..COLUMNS).contains(&columns_named.len()) && texts > 0);
                    columns_named.clear();
                }
                Word::Row(_) if section == Some(Section::Requests) => figures = 0,
                Word::Applicant(_) | Word::Total if !columns_named.contains(word) => {
                    texts = if columns_named.is_empty() { 0 } else { texts };
                    columns_named.push(*word);
                }
                Word::Ruling(_) | Word::Route(_) => section = Some(Section::Disputes),
                _ => {}
            },
            Event::Run(run) if run.is_line() => match section {
                Some(Section::Proactive) => {
                    if block == InBlock::Header && run.own_text.is_none() && run.slots.len() > 1 {
                        return true;
                    }
                    block = if block == InBlock::Row { InBlock::Elsewhere } else { block };
                }
                Some(Section::Requests) => {
                    // More figures than those of a row and the number of a page.
                    figures += run.slots.len();
                    if is_torn(run) && (figures > COLUMNS + 1 || torn_headers > 0) {
                        return true;
                    }
                }
                _ => {}
            },
            Event::Word { .. } | Event::Run(_) => block = InBlock::Elsewhere,
            Event::Text { .. } => texts += 1,
            Event::Digits { .. } => {}
        }
    }
    false
}

/// Whether figures stand on more lines than their number makes rows.
fn is_torn(run: &Run) -> bool {
    run.lines * COLUMNS > run.slots.len()
}

#[cfg(test)]
mod tests {
    use super::is_by_columns;
    use crate::extract::tables::scan::scan;
    use crate::extract::text::lines::page_of;

    #[test]
    fn a_text_shows_whether_it_goes_row_by_row() {
        let heading = "三、收到和处理政府信息公开申请情况\n";
        let row = "一、本年新收政府信息公开申请数量\n";
        for (text, expected) in [
            (format!("{heading}自然人\n商业企业\n总计\n{row}1\n0\n0\n0\n0\n0\n1\n"), false),
            (format!("{heading}自然\n人商\n业企业\n总计\n其他\n某某\n{row}1\n0\n0\n0\n0\n0\n1\n"), true),
            // The figures of several rows behind one label.
            (format!("{heading}{row}{}", "1\n".repeat(14)), true),
            // Figures before the first row of a block, and a header behind a row without figures.
            ("第二十条第（一）项\n本年制发件数\n本年废止件数\n现行有效件数\n1 2 3\n规章\n".to_owned(), true),
            ("第二十条第（一）项\n规章\n本年制发件数\n1\n".to_owned(), true),
            ("第二十条第（一）项\n本年制发件数\n规章\n1\n".to_owned(), false),
        ] {
            assert_eq!(is_by_columns(&scan(&page_of(&text))), expected, "{text}");
        }
    }
}

//! Rows of section 三 as digits with any boundaries between them: what is read are the digits that are printed, in
//! their order.

#![no_main]

mod common;

use ogi_report::extract;
use ogi_report::{Applicant, Cell, Column, RequestRow};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let rows = [RequestRow::Received, RequestRow::CarriedIn, RequestRow::OutcomeTotal, RequestRow::CarriedOver];
    let mut page = String::from("三、收到和处理政府信息公开申请情况\n");
    let mut parts = bytes.chunks(24);
    let mut printed = Vec::new();
    for row in rows {
        let part = parts.next().unwrap_or_default();
        page.push_str(row.label(ogi_report::Lang::Zh));
        let figures: String = part.iter().map(|byte| "0000123456789  \n|\t"[usize::from(byte % 18)..].chars().next().unwrap_or('0')).collect();
        page.push_str(&figures);
        page.push('\n');
        printed.push(figures.chars().filter(char::is_ascii_digit).collect::<String>());
    }
    let Ok(extraction) = extract::from_text(&page) else { return };
    common::assert_sound(&extraction, &page);
    for (row, printed) in rows.into_iter().zip(printed) {
        let columns = Applicant::ALL.iter().copied().map(Column::Of).chain([Column::Total]);
        let cells: Vec<_> = columns.filter_map(|column| extraction.form.get(Cell::Request(row, column))).collect();
        let read: String = cells.iter().map(|filed| filed.as_printed()).collect();
        let digits: String = read.chars().filter(char::is_ascii_digit).collect();
        assert!(printed.contains(&digits), "{page}\n{read}");
    }
});

//! What the markup of a web page says about its cells.

use ogi_report::extract;

/// The number of 行政处罚 on a page with these cells in its row.
fn penalties(cells: &str) -> Option<String> {
    let page = format!(
        "<table><tr><td colspan=2>第二十条第（六）项<tr><td>信息内容<td>本年处理决定数量<tr>{cells}\
         <tr><td>行政强制<td>5</table>"
    );
    let form = extract::from_html(&page).unwrap().form;
    let penalties = "proactive.penalties.decisions".parse().unwrap();
    form.get(penalties).map(|filed| filed.as_printed().into_owned()).filter(|printed| !printed.is_empty())
}

#[test]
fn a_field_counts_as_far_as_a_page_shows_what_it_holds() {
    for shown in ["", "type=text", "type=number", "type=TEL", "type=''"] {
        assert_eq!(penalties(&format!("<td>行政处罚<td><input {shown} value=' 7 '>")), Some("7".to_owned()), "{shown}");
    }
    for hidden in ["type=hidden", "type=checkbox", "type=RADIO", "type='submit'"] {
        assert_eq!(penalties(&format!("<td>行政处罚<td><input {hidden} value=7>")), None, "{hidden}");
    }
    assert_eq!(penalties("<td>行政处罚<td><input value=''>"), None);
}

#[test]
fn the_first_attribute_of_a_name_counts() {
    assert_eq!(penalties("<td colspan=1 colspan=2>行政处罚<td>3"), Some("3".to_owned()));
    assert_eq!(
        penalties("<td>行政处罚<td><span style='color:red' style='display:none'>3</span>"),
        Some("3".to_owned())
    );
    assert_eq!(penalties("<td>行政处罚<td><span style='display:none' style='color:red'>3</span>"), None);
    assert_eq!(penalties("<td>行政处罚<td>3<input value=1 value=2 type=hidden type=text>"), Some("3".to_owned()));
}

#[test]
fn attributes_of_an_end_tag_mean_nothing() {
    assert_eq!(
        penalties("<td>行政处罚<td><span>3</span hidden style='display:none'><span></span>"),
        Some("3".to_owned())
    );
}

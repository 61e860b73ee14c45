//! What the markup of a web page says about its cells.

use ogi_report::Filed;
use ogi_report::extract::{self, ExtractError, Note, UnplacedReason};
use ogi_report::form::Value;

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

/// What the cell of 行政处罚 is on a page with this in it: a number, or what else.
fn shown(cell: &str) -> String {
    row(&format!("<tr><td>行政处罚<td>{cell}"))
}

/// The same with these rows before that of 行政强制, which keeps its number whatever they hold.
fn row(rows: &str) -> String {
    let page = format!(
        "<table><tr><td colspan=2>第二十条第（六）项<tr><td>信息内容<td>本年处理决定数量{rows}<tr><td>行政强制<td>8</table>"
    );
    let extraction = extract::from_html(&page).unwrap();
    let say = |path: &str| match extraction.form.get(path.parse().unwrap()).map(Filed::value) {
        None => "absent".to_owned(),
        Some(Value::Blank) => "blank".to_owned(),
        Some(Value::Number { .. }) => extraction.form.get(path.parse().unwrap()).unwrap().as_printed().into_owned(),
        Some(_) => "text".to_owned(),
    };
    assert_eq!(say("proactive.coercion.decisions"), "8", "{rows}");
    say("proactive.penalties.decisions")
}

#[test]
fn what_is_raised_struck_out_or_too_small_joins_no_number() {
    for style in [
        "vertical-align:super",
        "vertical-align: sub",
        "VERTICAL-ALIGN:30%",
        "vertical-align:-2pt",
        "vertical-align:top",
        "vertical-align:text-bottom",
        "text-decoration:line-through",
        "text-decoration: underline line-through red",
        "text-decoration-line:line-through",
        "color:red;font-size:0",
        "font-size:0px",
        "font-size:0.0pt",
        "opacity:0",
        "float:right",
        "FLOAT: left",
        "position:absolute;left:-9999px",
        "position:fixed",
        "color:#ffffff",
        "color:#FFF",
        "color: white !important",
        "color:rgb(255, 255, 255)",
        "color:transparent",
        "color:rgba(0,0,0,0)",
        "color:#00000000",
        "transform:scale(0)",
        "clip:rect(0,0,0,0)",
        "clip-path:inset(100%)",
        "font-size:1px",
    ] {
        assert_eq!(shown(&format!("5<span style=\"{style}\">1</span>")), "text", "{style}");
        assert_eq!(shown(&format!("<span style=\"{style}\">5</span>1")), "text", "{style}");
        assert_eq!(shown(&format!("<span style=\"{style}\"><span>5</span></span>1")), "text", "{style}");
    }
    for style in [
        "vertical-align:baseline",
        "vertical-align:0",
        "text-decoration:underline",
        "font-size:0.5em",
        "font-size:9px",
        "opacity:0.9",
        "float:none",
        "position:relative",
        "color:black",
        "color:rgb(255,0,0)",
        "transform:none",
        "clip:auto",
        "padding:0",
    ] {
        assert_eq!(shown(&format!("5<span style=\"{style}\">1</span>")), "51", "{style}");
    }
    for name in ["sup", "sub", "s", "strike", "del", "rt", "rp", "msup", "msub", "mfrac", "msqrt", "bdo"] {
        assert_eq!(shown(&format!("<b>5<{name}>1</{name}></b>")), "text", "{name}");
        assert_eq!(shown(&format!("<{name}>5</{name}>1")), "text", "{name}");
    }
    assert_eq!(shown("<ruby>5<rt>1</ruby>"), "text");
    assert_eq!(shown("<math><msup><mn>5</mn><mn>2</mn></msup></math>"), "text");
    assert_eq!(shown("<font color=white>5</font>1"), "text");
    assert_eq!(shown("<font color='#FF0000'>5</font>1"), "51");
    // White is what tables print on a dark ground, and a table may float.
    assert_eq!(row("<tr style=color:#fff><td style=color:#fff>行政处罚<td style='color:white'>5"), "5");
    assert_eq!(row("<tr><td><span style=color:#fff>行政处罚</span><td>5"), "5");
    // How a cell, a row or a box is aligned raises nothing, and a row that is struck out strikes out its cells.
    assert_eq!(row("<tr style=vertical-align:top><td>行政处罚<td style=vertical-align:top>5"), "5");
    assert_eq!(shown("<div style=vertical-align:top>5</div>"), "5");
    assert_eq!(shown("<span style=display:inline-block;vertical-align:top>5</span>"), "5");
    assert_eq!(row("<tr><td>行政处罚<td style='text-decoration:line-through'>5"), "text");
    assert_eq!(row("<tr style='text-decoration:line-through'><td style='text-decoration:none'>行政处罚<td>5"), "text");
}

/// What is moved, turned, drawn over or painted as its ground is not seen where the source has it.
#[test]
fn what_is_not_seen_where_it_stands_joins_no_number() {
    for style in [
        "font-size:0.1em",
        "font-size:10%",
        "font:1px Arial",
        "font:0/0 a",
        "color:#fff8",
        "color:#ffffff10",
        "color:#fefefe",
        "color:whitesmoke",
        "color:rgb(250 250 250)",
        "color:rgb(0 0 0 / 0%)",
        "color:rgba(0,0,0,.05)",
        "color:hsl(0,0%,100%)",
        "color:#123;background:#123",
        "BACKGROUND-COLOR: Red; COLOR: red",
        "-webkit-text-fill-color:transparent",
        "opacity:0.01",
        "opacity:5%",
        "filter:opacity(0)",
        "-webkit-transform:scale(0)",
        "translate:-9999px",
        "scale:0",
        "rotate:180deg",
        "zoom:0.05",
        "mask:linear-gradient(transparent,transparent)",
        "content-visibility:hidden",
        "position:relative;top:-5px",
        "position:relative;left:3em",
        "position:relative;top:-3.0pt;mso-text-raise:3.0pt",
        "margin-left:-9999px",
        "margin:0 -1em",
        "letter-spacing:-1em",
        "letter-spacing:-8px",
        "unicode-bidi:bidi-override;direction:rtl",
        "writing-mode:vertical-rl",
        "order:1",
    ] {
        assert_eq!(shown(&format!("5<span style=\"{style}\">1</span>")), "text", "{style}");
        assert_eq!(shown(&format!("<span style=\"{style}\">5</span>1")), "text", "{style}");
    }
    for style in [
        "color:#ffd0d0",
        "color:rgb(255 255 0 / 90%)",
        "color:#ff0",
        "color:red;background:white",
        "background:red",
        "font:bold 12pt/1.5 宋体",
        "margin:0 2px",
        "letter-spacing:-.1pt",
        "letter-spacing:2px",
        "direction:rtl",
        "filter:none",
        "zoom:1",
        "position:relative;top:0",
    ] {
        assert_eq!(shown(&format!("5<span style=\"{style}\">1</span>")), "51", "{style}");
    }
    assert_eq!(shown("<div style='display:flex;flex-direction:row-reverse'><i>5</i><i>1</i></div>"), "text");
}

#[test]
fn what_is_hidden_is_not_read_whatever_element_holds_it() {
    for name in ["span", "label", "i", "em", "u", "small", "p", "h3", "ul", "form", "o:p", "x-y"] {
        for how in [
            "hidden",
            "style='display:none'",
            "style='DISPLAY : None !important'",
            "style='display:/**/none'",
            "style='/* ; */color:red;/**/display:none'",
            "style='visibility:hidden'",
            "style='visibility:collapse'",
            "style='mso-hide:all'",
        ] {
            assert_eq!(shown(&format!("<{name} {how}>1</{name}>5")), "5", "{name} {how}");
            assert_eq!(
                shown(&format!("<{name} {how}>1<{name}>2</{name}>3</{name}>5")).replace("text", "5"),
                "5",
                "{name}"
            );
            assert_eq!(shown(&format!("<{name} {how}>1")), "blank", "{name} {how}");
        }
    }
    for shown_not in ["style='display:none'", "hidden", "style=visibility:hidden"] {
        assert_eq!(shown(&format!("1<input value=5 {shown_not}>")), "1");
    }
    for name in ["object", "video", "audio", "canvas", "noembed", "noframes", "iframe", "datalist", "svg", "template"] {
        assert_eq!(shown(&format!("5<{name}>1</{name}>")), "5", "{name}");
    }
}

#[test]
fn what_is_hidden_ends_with_what_it_stands_in() {
    // With its cell, its row, its table.
    assert_eq!(shown("<span hidden>1</td>"), "blank");
    assert_eq!(row("<tr><td>行政处罚<td>5<tr><td><span style='display:none'>x</td>"), "5");
    assert_eq!(shown("5<div hidden><table><tr><td>1</td></tr></table></div>"), "5");
    assert_eq!(shown("5<div hidden><table><tr><td>1</div></table>2</div>"), "5");
    // With the element around it, and at the start of one that cannot stand in it.
    assert_eq!(shown("<div><span hidden>1</div>5"), "5");
    assert_eq!(shown("<p hidden>1<p>5"), "5");
    assert_eq!(shown("<ul><li hidden>1<ul><li>2</ul><li>5</ul>"), "5");
    assert_eq!(shown("<p hidden>1<ul><li>5</ul>"), "5");
    assert_eq!(shown("<div hidden>1</span></p></td >"), "blank");
    // An element that goes on in the next paragraph makes that unclear.
    assert_eq!(shown("<p><b hidden>1</p><p>5</p>"), "text");
    // A cell that is not displayed takes no column, one that is not visible does.
    assert_eq!(row("<tr><td>行政处罚<td hidden>1<td>5"), "5");
    assert_eq!(row("<tr><td>行政处罚<td style=display:none>1</td><td>5"), "5");
    assert_eq!(row("<tr><td>行政处罚<td style=visibility:hidden>1"), "blank");
    assert_eq!(row("<tr hidden><td>行政处罚<td>1<tr><td>行政处罚<td>5"), "5");
    assert_eq!(
        row("<tbody style='display:none'><tr><td>行政处罚<td>1<tr><td>行政处罚<td>2<tbody><tr><td>行政处罚<td>5"),
        "5"
    );
    assert_eq!(row("<tr style=visibility:collapse><td>行政处罚<td>1</tr><tr><td>行政处罚<td>5"), "5");
}

#[test]
fn what_stands_apart_is_not_joined() {
    assert_eq!(shown("<input value=1><input value=2>"), "text");
    assert_eq!(shown("1<input value=2>"), "text");
    assert_eq!(shown("<input value=5>"), "5");
    // A footnote, whether it is small or a link to the foot of the page.
    for note in ["<small>1</small>", "<a href='#_ftn1' name=_ftnref1><span class=MsoFootnoteReference>1</span></a>"] {
        assert_eq!(shown(&format!("5{note}")), "text", "{note}");
    }
    assert_eq!(shown("<small>5</small>"), "5");
    assert_eq!(shown("<a href='#top'>5</a>"), "5");
    assert_eq!(shown("5<a href='1.html'>1</a>"), "51");
    assert_eq!(shown("<button>1</button><button>2</button>"), "text");
    for name in [
        "address",
        "form",
        "main",
        "aside",
        "details",
        "summary",
        "dialog",
        "fieldset",
        "legend",
        "nav",
        "figcaption",
        "hgroup",
        "menu",
        "dir",
        "search",
        "dl",
        "dd",
        "option",
        "optgroup",
        "blockquote",
    ] {
        assert_eq!(shown(&format!("<{name}>1</{name}><{name}>2</{name}>")), "text", "{name}");
        assert_eq!(shown(&format!("<{name}>5</{name}>")), "5", "{name}");
    }
    for display in ["block", "flex", "grid", "table", "list-item", "inline-block", "inline-flex", "table-cell"] {
        assert_eq!(
            shown(&format!("<span style='display:{display}'>1</span><span style='display:{display}'>2</span>")),
            "text"
        );
        assert_eq!(shown(&format!("<span style='display:{display}'>5</span>")), "5", "{display}");
    }
    assert_eq!(shown("<span style='display:inline'>1</span><span>2</span>"), "12");
}

#[test]
fn a_cell_that_shows_something_else_than_text_is_not_blank() {
    let unplaced = |cell: &str| -> Vec<(String, UnplacedReason)> {
        let page = format!(
            "<table><tr><td>第二十条第（六）项<tr><td>信息内容<td>本年处理决定数量<tr><td>行政处罚<td>{cell}</td></tr></table>"
        );
        let extraction = extract::from_html(&page).unwrap();
        extraction.unplaced.iter().map(|one| (page[one.at.bytes().unwrap()].to_owned(), one.reason)).collect()
    };
    for picture in
        ["<img src=5.png alt=5>", "<object data=5.svg>5</object>", "<canvas></canvas>", "<svg><text>5</text></svg>"]
    {
        assert_eq!(shown(picture), "absent", "{picture}");
        let tag = picture[..=picture.find('>').unwrap()].to_owned();
        assert_eq!(unplaced(picture), [(tag, UnplacedReason::NotText)]);
        assert_eq!(shown(&format!("5{picture}")), "5", "{picture}");
    }
    assert_eq!(shown("<img src=1.gif style=display:none>"), "blank");
    // A table of one cell is what it holds; of a larger one nobody knows which figure is meant.
    assert_eq!(shown("<table><tr><td>5</table>"), "5");
    assert_eq!(shown("<table><tr><td><p>5</p></td></tr></table>"), "5");
    assert_eq!(shown("<table><tr><td></table>"), "blank");
    assert_eq!(shown("<table><tr><td><img src=5.png></table>"), "absent");
    assert_eq!(shown("<table><tr><td>5<td>6</table>"), "absent");
    assert_eq!(shown("<table><tr><td>5<tr><td>6</table>"), "absent");
    assert_eq!(shown("1<table><tr><td>5</table>"), "absent");
    assert_eq!(shown("<table><tr><td>5</table><table><tr><td>6</table>"), "absent");
    assert_eq!(shown("<table><tr><td>5</table>6"), "text");
    assert_eq!(shown("<table><tr><td>5<td>6</table>7"), "absent");
    assert_eq!(unplaced("<table id=x><tr><td><td></table>"), [("<table id=x>".to_owned(), UnplacedReason::NotText)]);
}

#[test]
fn a_page_in_a_page_is_read_if_that_around_it_has_no_figures() {
    let table = "<p>二、主动公开政府信息情况</p>\n<table><tr>\n<td>第二十条第（六）项</td></tr>\n<tr><td>信息内容</td>\n\
                 <td>本年处理决定数量</td></tr>\n<tr><td>\n行政处罚\n</td>\n<td>12</td></tr></table>";
    let escaped = table.replace('<', "&lt;").replace('>', "&gt;");
    for page in [format!("<textarea>{table}</textarea>"), format!("<div>{escaped}</div>")] {
        let extraction = extract::from_html(&page).unwrap();
        assert_eq!(extraction.notes[0], Note::Embedded);
        assert_eq!(&extraction.embedded.unwrap()[extraction.placed[0].at.bytes().unwrap()], "12");
    }
}

#[test]
fn a_span_is_what_prints_the_figure() {
    let spans = |page: &str| -> Vec<String> {
        let placed = extract::from_html(page).unwrap().placed;
        placed.iter().map(|placed| page[placed.at.bytes().unwrap()].to_owned()).collect()
    };
    let header = "<p>第二十条第（一）项<p>信息内容 本年制发件数 本年废止件数 现行有效件数<p>";
    assert_eq!(spans(&format!("{header} 规章 1 2 3 ")), ["1", "2", "3"]);
    // Where the source says it in other bytes, the span is that of the line.
    assert_eq!(spans(&format!("{header}规章&nbsp;1 2 3")), ["规章&nbsp;1 2 3"; 3]);
    assert_eq!(spans(&format!("{header}规章 1  2\0 3")).len(), 3);
    let cells = |cell: &str| {
        spans(&format!(
            "<table><tr><td>第二十条第（六）项<tr><td>信息内容<td>本年处理决定数量<tr><td>行政处罚<td>{cell}</table>"
        ))
    };
    assert_eq!(cells("&nbsp; 5&#160;"), ["5"]);
    assert_eq!(cells("<b>5</b>1"), ["5</b>1"]);
    assert_eq!(cells("&nbsp;"), [""]);
}

#[test]
fn a_fragment_of_a_page_is_one() {
    let read = |page: &str| {
        let cells = extract::from_bytes(page.as_bytes()).unwrap().form;
        cells.cells().map(|(_, filed)| filed.as_printed().into_owned()).collect::<Vec<_>>()
    };
    for [outer, inner] in [["ul", "li"], ["ol", "li"], ["dl", "dd"], ["blockquote", "h3"], ["center", "b"]] {
        let lines = ["第二十条第（六）项", "信息内容", "本年处理决定数量", "行政处罚", "<i>1</i>2"];
        let lines = lines.map(|line| format!("<{inner}>{line}</{inner}><br/>")).concat();
        assert_eq!(read(&format!("<{outer}>{lines}</{outer}>")), ["12"], "{outer}");
    }
    // Bars are those of Markdown, whatever stands between them.
    let bars = "第二十条第（六）项\n| 信息内容 | 本年处理决定数量 |\n| --- | --- |\n| <ul><li>行政处罚 | 5 |\n";
    assert!(extract::from_bytes(bars.as_bytes()).is_ok());
    assert_eq!(read(&bars.replace("<ul><li>", "")), ["5"]);
}

#[test]
fn utf_16_is_recognised_without_its_mark() {
    let page = "<table><tr><td>第二十条第（六）项<tr><td>信息内容<td>本年处理决定数量<tr><td>行政处罚<td>5</table>";
    let little: Vec<u8> = page.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = page.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [little, big] {
        assert_eq!(extract::decode(&bytes).unwrap(), page);
    }
    // Half a character at the end, and zeros that do not alternate.
    assert_eq!(
        extract::decode(b"<\0p\0>\0x\0\x2d").unwrap_err().to_string(),
        "the bytes are not text in UTF-16LE: the first that is not stands at byte 8",
    );
    assert_eq!(extract::decode(b"<\0\0p").unwrap(), "<\0\0p");
}

#[test]
fn the_time_to_read_cells_grows_with_their_number() {
    let time = |cells: usize| {
        let page = format!("<table><tr>{}</table>", "<td>".repeat(cells));
        let started = std::time::Instant::now();
        assert!(extract::from_html(&page).is_err());
        started.elapsed()
    };
    time(1_000);
    // Sixteen times as many; the square of that would be 256 times as long.
    assert!(time(320_000) < time(20_000) * 100 + std::time::Duration::from_millis(100));
    // Elements that stand inside each other, end tags of none, and marks that do not end.
    for part in ["<b>", "<b></i>", "<b><i>", "<s>1", "<b hidden>", "<table hidden>", "<p hidden>1<p>"] {
        let page = format!("<table><td>{}", part.repeat(30_000));
        let started = std::time::Instant::now();
        let _ = extract::from_html(&page);
        assert!(started.elapsed() < std::time::Duration::from_secs(20), "{part}");
    }
}

#[test]
fn a_few_stray_bytes_are_no_digits_and_refuse_no_page() {
    let page = |cell: &[u8], end: &[u8]| {
        let start = "<meta charset=utf-8><table><tr><td>第二十条第（六）项<tr><td>信息内容<td>本年处理决定数量<tr><td>行政处罚<td>";
        let text = format!("</table>{}", "<p>一、总体情况</p>".repeat(100));
        [start.as_bytes(), cell, text.as_bytes(), end].concat()
    };
    let read = |bytes: &[u8]| extract::from_bytes(bytes).unwrap();
    let penalties = |bytes: &[u8]| {
        let cell = "proactive.penalties.decisions".parse().unwrap();
        read(bytes).form.get(cell).map(|filed| filed.as_printed().into_owned())
    };
    // 支持 in GBK, on a page in UTF-8.
    let beside = page(b"149", b"\xd6\xa7\xb3\xd6");
    assert_eq!(penalties(&beside).as_deref(), Some("149"));
    assert!(matches!(read(&beside).notes[0], extract::Note::StrayBytes { .. }));
    for cell in [&b"149\xff"[..], b"14\xff9", b"\xff149"] {
        assert_ne!(penalties(&page(cell, b"")).as_deref(), Some("149"), "{cell:x?}");
        let read = read(&page(cell, b""));
        assert!(read.form.cells().all(|(_, filed)| !matches!(filed.value(), Value::Number { .. })), "{cell:x?}");
    }
    // Where a page can be decoded, what is read of it stands in that text, whatever bytes are damaged.
    for byte in 0x80..=0xff_u8 {
        for damage in [vec![byte], vec![byte, byte], vec![0xff, byte], vec![byte, 0xa7]] {
            let before = |end: &[u8]| [damage.clone(), page(b"149", end)].concat();
            for page in [page(b"149", &damage), before(b""), before(b"\n")] {
                if let (Ok(text), Ok(read)) = (extract::decode(&page), extract::from_bytes(&page)) {
                    let stands =
                        |placed: &extract::Placed| text.get(placed.at.bytes().unwrap()) == Some(&placed.printed);
                    assert!(read.placed.iter().all(stands), "{damage:x?}: {:?}", read.placed);
                }
            }
        }
    }
    // Too many, and the page is not in that encoding.
    assert!(extract::from_bytes(&page(b"149", &b"\xff".repeat(100))).is_err());
}

#[test]
fn a_foot_is_below_its_table_wherever_the_source_has_it() {
    let row = |label: &str, figure: u32| format!("<tr><td>{label}<td>{figure}</tr>");
    let head = "<thead><tr><td colspan=2>第二十条第（六）项<tr><td>信息内容<td>本年处理决定数量</thead>";
    let (body, foot) = (row("行政处罚", 5), row("行政强制", 8));
    let in_order =
        extract::from_html(&format!("<table>{head}<tbody>{body}</tbody><tfoot>{foot}</tfoot></table>")).unwrap();
    for page in [
        format!("<table>{head}<tfoot>{foot}</tfoot><tbody>{body}</tbody></table>"),
        format!("<table>{head}<tfoot>{foot}<tbody>{body}</table>"),
        format!("<table>{head}<tfoot>{foot}<tbody>{body}"),
    ] {
        let read = extract::from_html(&page).unwrap();
        assert_eq!(read.form.cells().collect::<Vec<_>>(), in_order.form.cells().collect::<Vec<_>>(), "{page}");
        assert_eq!(read.unplaced, []);
    }
}

/// Scripts that hold reports of several years, of which the page shows one.
#[test]
fn of_several_pages_in_scripts_none_is_read() {
    let table = |figure: u32| {
        format!(
            "<p>二、主动公开政府信息情况</p><table class=\"a\"><tr><td>第二十条第（六）项</td></tr><tr><td>信息内容</td>\
             <td>本年处理决定数量</td></tr><tr><td>行政处罚</td><td>{figure}</td></tr></table>"
        )
    };
    let title = |year: u32| format!("甲县{year}年政府信息公开工作年度报告");
    let page = |scripts: &str| format!("<title>{0}</title><h1>{0}</h1>{scripts}", title(2023));
    let script = |value: &serde_json::Value| {
        format!("<script>var page = {};</script>", value.to_string().replace('<', "\\u003c"))
    };
    let read = |scripts: &str| extract::from_html(&page(scripts));
    let [old, new] = [389, 447].map(|figure| serde_json::json!({ "title": "2022年", "content": table(figure) }));
    for scripts in [
        script(&old) + &script(&new),
        script(&serde_json::json!([old, new])),
        format!("<script>a = `{}`</script><script>b = `{}`</script>", table(389), table(447)),
    ] {
        assert_eq!(read(&scripts), Err(ExtractError::SeveralEmbedded), "{scripts}");
    }
    // The same report twice is one, and another table is none.
    for scripts in
        [script(&new) + &script(&new), script(&serde_json::json!([{ "menu": "<table><td>菜单</table>" }, new]))]
    {
        let form = read(&scripts).unwrap().form;
        assert_eq!((form.cells().count(), form.year.map(ogi_report::Year::number)), (1, Some(2023)), "{scripts}");
        assert_eq!(form.body.unwrap().name, "甲县");
    }
    let other = script(&serde_json::json!({ "content": format!("<p>{}</p>{}", title(2022), table(389)) }));
    let expected = ExtractError::TwoReports { first: title(2023), second: title(2022) };
    assert!(matches!(read(&other), Err(ExtractError::TwoReports { .. })), "{other}");
    let escaped = format!("<div>&lt;p>{}&lt;/p>{}</div>", title(2022), table(389).replace('<', "&lt;"));
    assert_eq!(read(&escaped), Err(expected));
}

#[test]
fn what_stands_between_the_cells_of_a_table_is_listed() {
    for row in ["<tr><td>行政处罚</td>12</tr>", "<tr>12<td>行政处罚</tr>", "</tr>12<tr><td>行政处罚</tr>"] {
        let page = format!(
            "<table><tr><td colspan=2>第二十条第（六）项<tr><td>信息内容<td>本年处理决定数量{row}<tr><td>行政强制<td>5</table>"
        );
        let extraction = extract::from_html(&page).unwrap();
        assert!(extraction.text.contains("12"), "{row}");
        assert_eq!(
            extraction.form.get("proactive.penalties.decisions".parse().unwrap()).map(Filed::value),
            None,
            "{row}"
        );
        let coercion = extraction.form.get("proactive.coercion.decisions".parse().unwrap());
        assert_eq!(coercion.map(|filed| filed.as_printed().into_owned()).as_deref(), Some("5"), "{row}");
    }
    let page = "<table><tr><td colspan=2>第二十条第（五）项<tr><td>信息内容<td>本年处理决定数量<tr><td>行政许可</td></tr>\
                <tr><td colspan=2>第二十条第（六）项<tr><td>信息内容<td>本年处理决定数量<tr><td>行政处罚</td></tr><tr><td>行政强制</td>12</tr></table>";
    let read = extract::from_html(page).unwrap();
    assert_eq!(read.form.cells().find(|(_, filed)| matches!(filed.value(), Value::Number { .. })), None);
    assert!(read.unplaced.iter().any(|unplaced| unplaced.printed.contains("12")), "{:?}", read.unplaced);
}

#[test]
fn an_empty_title_of_a_drawing_hides_nothing() {
    for drawing in
        ["<svg viewBox='0 0 9 9'><title/><path/></svg>", "<svg><style/></svg>", "<svg/>", "<svg><title>a</title></svg>"]
    {
        assert_eq!(row(&format!("<tr><td>行政处罚{drawing}<td>3")), "3", "{drawing}");
    }
}

//! Lines of plain text: what is read of them takes bounded time, is never another number, and is never lost.

use std::time::{Duration, Instant};

use ogi_report::extract;

const DECISIONS: &str = "第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚 3\n";
const REQUESTS: &str =
    "三、收到和处理政府信息公开申请情况\n自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n";

/// Text that was made to be slow is read in time that grows as its length does: where each character is compared with
/// all before it, every one of these takes minutes.
#[test]
fn hostile_lines_take_no_longer_than_they_are() {
    /// Many times what any of them takes, with a build that is not optimised, on a machine that is busy.
    const BOUND: Duration = Duration::from_secs(20);
    let titles = |of: &str, count: usize| -> String {
        let titles: Vec<String> = (0..count).map(|at| format!("{of}{at}局2023年政府信息公开工作年度报告\n")).collect();
        titles.concat()
    };
    let repeated = [
        // Rows with several readings, and digits with many.
        (REQUESTS, "（一）予以公开 1 1 1 3\n", 6_000),
        (REQUESTS, "一、本年新收政府信息公开申请数量111111111111111111111\n", 16_000),
        (REQUESTS, "（一）予以公开\n1 1 1 3\n", 20_000),
        (REQUESTS, "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量 1 2 3 4 5 6 21\n", 10_000),
        (REQUESTS, "一、本年新收政府信息公开申请数量\n", 25_000),
        // Labels that PDF readers have torn from their figures.
        (REQUESTS, "一、本年新收政府信息公开申请数量\n部分公开\n1\n公开 公开 2\n1 0 0 0\n", 4_000),
        // Punctuation, marks and numbers of labels without an end.
        (DECISIONS, "<", 300_000),
        (DECISIONS, "&", 300_000),
        (DECISIONS, "…", 100_000),
        (DECISIONS, "\u{301}", 300_000),
        (DECISIONS, "、", 200_000),
        (DECISIONS, "((", 100_000),
        (DECISIONS, "--", 100_000),
        (DECISIONS, "（一）", 100_000),
        (DECISIONS, "1.", 100_000),
        (DECISIONS, "1,", 100_000),
        (DECISIONS, "\r", 200_000),
        (DECISIONS, "行\r", 100_000),
        ("第二十条第（六）项\n信息内容|本年处理决定数量\n行政处罚|", "&#", 400_000),
        (DECISIONS, "1", 2_000_000),
        (DECISIONS, "|行政事业姓收废|1|\n", 20_000),
        ("第二十条第（一）项\n", "本年制发件数\n规章\n本年废止件数\n", 20_000),
    ];
    let pages = repeated.map(|(head, shape, times)| (shape, head.to_owned() + &shape.repeat(times))).into_iter();
    let pages = pages.chain([
        ("titles", titles("某某", 10_000) + DECISIONS + &titles("甲乙", 10_000)),
        ("<b>1", format!("<p>{}</p>{}", DECISIONS.replace('\n', "</p><p>"), "<b>1".repeat(400_000))),
        (
            "header",
            "第二十条第（一）项\n".to_owned() + &"本年制发件数\n".repeat(40_000) + &"规章 1 2 3\n".repeat(20_000),
        ),
    ]);
    for (shape, page) in pages {
        let start = Instant::now();
        let _ = extract::from_bytes(page.as_bytes());
        assert!(start.elapsed() < BOUND, "{shape:?} of {} bytes took {:?}", page.len(), start.elapsed());
    }
}

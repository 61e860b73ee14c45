//! The sheet 填报说明.

use rust_xlsxwriter::{ProtectionOptions, Worksheet};

use super::WorkbookError;
use super::styles;
use crate::form::{Edition, Form};
use crate::value::Lang;

/// Half characters that a line of the sheet holds.
const WIDTH: usize = 64;

/// A part of the instructions: its heading and its paragraphs.
type Part = (&'static str, &'static [&'static str]);

const BEFORE: Part = (
    "一、怎样填",
    &[
        "只填“年报”中浅黄色的格，填过的格不再是浅黄色。按 Tab 键依次到下一个要填的格。其他格已锁定，没有设密码。",
        "没有发生的填 0，不要留空。空白不等于 0：要用到空白格的合计一直是空白，“核对”中显示“待填”。",
        "只填数字，不带单位和说明，不填“无”“没有”。没有规章制定权的机关，“规章”整行填“/”。",
        "各“总计”由公式算出，不用填。",
        "请在这份文件里填，不要增减行列，不要只把数字复制到别的文件。文件可以改名。",
    ],
);

const SECTION_TWO_2021: Part = (
    "二、第二部分怎样算",
    &[
        "制发件数、废止件数：本年制发、废止的件数。现行有效件数：本年12月31日有效的件数。",
        "行政许可、行政处罚、行政强制：本年作出处理决定的数量。",
        "行政事业性收费：本年收取的金额，以万元为单位，最多六位小数。1 元是 0.0001 万元。",
    ],
);

const SECTION_TWO_2019: Part = (
    "二、第二部分怎样算",
    &[
        "本年新制作数量、本年新公开数量：本年制作的、本年首次公开的件数。对外公开总数量：本年12月31日对外公开的件数。",
        "上一年项目数量：上一年末的项目数。本年增/减：增加填正数，减少填负数，没有变化填 0；不要填成总数。",
        "采购总金额：表格没有规定单位，请在报送时说明是元还是万元。",
    ],
);

const SECTION_THREE: Part = (
    "三、第三部分怎样算",
    &[
        "一件申请只计入一种办理结果。区分处理的只计“部分公开”，不再计入不予公开的各项。",
        "每一栏都要满足：本年新收 + 上年结转 = （七）总计 + 结转下年度。",
        "上年结转应当等于上年报告的结转下年度，各类申请人分别相等。",
        "已经主动公开、告知获取方式的，计入“予以公开”。信息不存在和不属于本机关负责公开的，都计入“本机关不掌握相关政府信息”。",
    ],
);

const SECTION_FOUR: Part = (
    "四、第四部分怎样算",
    &[
        "每一组的总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结。",
        "先申请复议、后提起诉讼的，诉讼计入“复议后起诉”；没有经过复议的，计入“未经复议直接起诉”。",
    ],
);

const AFTER: Part = (
    "五、交之前看一看",
    &[
        "“年报”第一行写着核对的结果。有“不符”的，到“核对”去看是哪一项，点右边的位置就回到要改的格。",
        "红色是不符，橙色和蓝色是少见、请确认的情况。确实如此的可以照报，并请在报送时说明。",
        "公式只能核对数字。标题、日期、正文与表格是否一致，收齐以后另行核对。",
    ],
);

pub(super) fn write(worksheet: &mut Worksheet, form: &Form) -> Result<(), WorkbookError> {
    worksheet.set_column_width(0, 66)?;
    worksheet.write_string_with_format(0, 0, "填报说明", &styles::title())?;
    worksheet.set_row_height(0, 36.0)?;
    let (edition, notice) = (form.edition.label(Lang::Zh), form.edition.notice());
    let body = form.body.as_ref().map(|body| format!("报告机关：{}　", body.name)).unwrap_or_default();
    let year = form.year.map(|year| format!("报告年度：{year}年　")).unwrap_or_default();
    let about = format!("{body}{year}格式：{edition}（{notice}）");
    let about: String = about.chars().take(2000).collect();
    worksheet.write_string_with_format(1, 0, &about, &styles::text())?;
    worksheet.set_row_height(1, styles::height(&[(about, WIDTH)]))?;
    let section_two = match form.edition {
        Edition::V2019 => SECTION_TWO_2019,
        Edition::V2021 => SECTION_TWO_2021,
    };
    let mut row = 2;
    for (heading, paragraphs) in [BEFORE, section_two, SECTION_THREE, SECTION_FOUR, AFTER] {
        worksheet.write_string_with_format(row, 0, heading, &styles::heading())?;
        worksheet.set_row_height(row, 28.0)?;
        row += 1;
        for (number, paragraph) in (1..).zip(paragraphs) {
            let text = format!("{number}. {paragraph}");
            worksheet.write_string_with_format(row, 0, &text, &styles::text())?;
            worksheet.set_row_height(row, styles::height(&[(text, WIDTH)]))?;
            row += 1;
        }
    }
    worksheet
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 1)
        .set_print_area(0, 0, row, 0)?
        .set_print_center_horizontally(true)
        .protect_with_options(&ProtectionOptions {
            format_columns: true,
            format_rows: true,
            ..ProtectionOptions::new()
        });
    Ok(())
}

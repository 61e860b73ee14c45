//! Names and labels as they are compared: without the accidents of print.

use std::borrow::Cow;
use std::sync::LazyLock;

/// The radicals of Kangxi, U+2F00 to U+2FD5, which fonts of PDF files use for the characters, in their order.
const KANGXI: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸\
    屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父\
    爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自\
    至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面\
    革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Compatibility ideographs, U+F900 to U+FA6D, in their order.
const COMPATIBILITY: &str = "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼\
    郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾\
    菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅\
    濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚\
    聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率\
    隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻\
    行降見廓兀嗀﨎﨏塚﨑晴﨓﨔凞猪益礼神祥福靖精羽﨟蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼館鶴郞隷侮僧免勉\
    勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著\
    褐視謁謹賓贈辶逸難響頻恵𤋮舘";

/// Radicals of the supplement, each with its character.
const RADICALS: &str =
    "⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟";

/// Traditional and simplified characters, pair by pair: those of the form, and of names of divisions and bodies.
const TRADITIONAL: &str = "來来係系倉仓個个倫伦偉伟側侧備备傳传債债傷伤價价儀仪億亿優优儲储兒儿內内兩两冊册凱凯則则\
    剛刚創创劃划劇剧劉刘勁劲動动務务勝胜勞劳勢势勵励匯汇匱匮區区協协卻却厭厌參参吳吴呂吕員员\
    問问啓启啟启喪丧喬乔單单嘆叹嚴严國国圍围園园圓圆圖图團团執执報报場场塊块塗涂塵尘墊垫墻墙\
    墾垦壓压壘垒壞坏壩坝壽寿夾夹奪夺奮奋妝妆婁娄婦妇媽妈嬰婴孫孙學学宮宫實实寧宁審审寫写寬宽\
    寶宝將将專专尋寻對对導导屆届層层屬属島岛峽峡崑昆崗岗嵐岚嶗崂嶺岭嶼屿嶽岳巖岩帥帅師师帳帐\
    帶带幣币幹干庫库廁厕廈厦廟庙廠厂廢废廣广廳厅張张強强彌弥彎弯彥彦後后徑径從从復复徵征恆恒\
    悅悦惡恶愛爱態态慣惯慶庆憑凭憲宪應应懷怀懸悬戰战戲戏戶户拋抛挾挟捨舍掃扫採采揀拣揚扬換换\
    損损搖摇搶抢摯挚擁拥擇择擊击擔担據据擬拟擴扩擺摆攜携攝摄敗败敘叙敵敌數数斷断於于時时晉晋\
    晝昼暢畅曆历曉晓書书會会朧胧東东條条楊杨楓枫業业極极榮荣構构樁桩樂乐樓楼標标樞枢樣样樹树\
    橋桥機机橫横檔档檢检櫃柜櫟栎欄栏權权欒栾欽钦歐欧歲岁歷历歸归殘残殺杀毆殴氈毡氣气決决沒没\
    況况泝溯洩泄涇泾涼凉淚泪淨净淵渊減减渦涡測测湯汤準准溝沟溫温滄沧滅灭滎荥滬沪滲渗滿满漁渔\
    漚沤漢汉漣涟潁颍潛潜澇涝澗涧澠渑澤泽濕湿濘泞濟济濤涛濰潍濱滨瀋沈瀏浏瀕濒瀘泸瀝沥瀟潇瀾澜\
    灃沣灘滩灣湾灤滦災灾為为烏乌無无煙烟熱热燈灯燒烧營营爐炉爲为爾尔牆墙狀状獅狮獎奖獨独獲获\
    獵猎獻献現现瑪玛環环瓊琼甌瓯產产畝亩畢毕畫画異异當当瘡疮療疗發发盜盗盡尽監监盤盘盧卢瞭了\
    碩硕確确碼码磯矶礙碍礦矿祕秘祿禄禍祸禦御禮礼稅税稜棱種种稱称穀谷積积穩稳窮穷竅窍競竞筆笔\
    節节範范築筑簡简籃篮籌筹粵粤糞粪糧粮糾纠紀纪紅红納纳純纯級级紡纺紹绍終终組组結结絡络給给\
    統统絲丝綏绥經经綠绿維维綱纲網网綿绵緊紧緒绪線线緣缘編编練练縉缙縣县縫缝縮缩縱纵總总績绩\
    織织繪绘繫系繳缴繼继續续罰罚罷罢羅罗羈羁義义習习聖圣聯联聲声聶聂職职聽听肅肃脅胁脈脉腫肿\
    腳脚膠胶臘腊臨临臺台與与興兴舉举舊旧艦舰艷艳芻刍荊荆莊庄莖茎華华菸烟萊莱萬万葉叶葷荤蒼苍\
    蓋盖蓮莲蔣蒋蕪芜蕭萧薊蓟薩萨藉借藍蓝藝艺藥药蘄蕲蘆芦蘇苏蘊蕴蘭兰處处虛虚號号蟲虫蠟蜡術术\
    衛卫衞卫裏里補补裝装裡里製制複复襲袭見见規规覓觅視视親亲覺觉覽览觀观觸触訂订計计訊讯託托\
    記记訪访設设許许訴诉詔诏評评詢询試试詩诗話话該该詳详認认語语誠诚誤误說说課课調调談谈請请\
    諧谐諸诸謀谋謙谦講讲謝谢證证識识譚谭譯译議议護护讀读變变讓让豈岂豐丰貝贝財财貨货販贩貫贯\
    責责貴贵貸贷費费貿贸賀贺資资賈贾賑赈賓宾賞赏賠赔賢贤賣卖賦赋質质購购贈赠贊赞贏赢贛赣趕赶\
    趙赵趨趋跡迹踐践車车軌轨軍军載载輔辅輕轻輛辆輝辉輩辈輪轮輸输轄辖轉转轟轰辦办辭辞農农迴回\
    逕径這这連连進进遊游運运過过達达違违遞递遠远適适遲迟遷迁選选遺遗遼辽邁迈還还邊边郟郏郵邮\
    鄆郓鄉乡鄒邹鄖郧鄧邓鄭郑鄰邻鄲郸醞酝醫医釀酿釋释釐厘針针鈔钞鈞钧鉅巨鉛铅鉤钩銀银銅铜銘铭\
    銷销鋁铝鋒锋鋪铺鋼钢錄录錘锤錢钱錦锦錫锡鍋锅鍛锻鍾钟鎔熔鎖锁鎢钨鎮镇鏈链鏟铲鏡镜鐘钟鐮镰\
    鐵铁鑄铸鑑鉴鑒鉴鑽钻長长門门閃闪閉闭開开閒闲間间閘闸閡阂閣阁閩闽閱阅閻阎闊阔闖闯關关闡阐\
    闢辟陝陕陣阵陰阴陳陈陸陆陽阳隊队階阶際际隨随險险隱隐隴陇雋隽雙双雜杂雞鸡離离難难雲云電电\
    霑沾霧雾靈灵靜静鞏巩韋韦韓韩韻韵頁页頂顶項项順顺須须頌颂預预頒颁頓顿頗颇領领頭头頻频題题\
    額额顏颜願愿類类顧顾顯显風风飄飘飛飞飯饭飲饮飼饲飽饱養养餓饿餘余館馆饒饶馬马駁驳駐驻駕驾\
    駿骏騎骑騙骗騰腾驗验驚惊驛驿驟骤體体鬆松鬥斗鬧闹鬱郁魚鱼魯鲁鮮鲜鯉鲤鱗鳞鳥鸟鳳凤鳴鸣鴻鸿\
    鵝鹅鵬鹏鶴鹤鷗鸥鷹鹰鹽盐麗丽麥麦麵面麼么黃黄黌黉點点黨党齊齐齒齿齡龄龍龙龐庞龜龟訟讼眾众佈布約约漲涨較较佔占幾几論论貳贰叄叁";

/// What a character of the four tables becomes, by its place; `STAYS` for every other.
static FOLDED: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut folded = vec![STAYS; (LAST - FIRST) as usize + 1];
    let mut put = |from: char, to: char| {
        if let Some(at) = place(from).filter(|_| from != to) {
            folded[at] = place(to).map(|to| folded[to]).filter(|to| *to != STAYS).unwrap_or(to);
        }
    };
    pairs(TRADITIONAL).for_each(|(from, to)| put(from, to));
    // A radical of a traditional character becomes the simplified one.
    for (first, table) in [('\u{2f00}', KANGXI), ('\u{f900}', COMPATIBILITY)] {
        (first..).zip(table.chars()).for_each(|(from, to)| put(from, to));
    }
    pairs(RADICALS).for_each(|(from, to)| put(from, to));
    folded
});

const STAYS: char = '\0';

/// The first and last character that a table may hold.
const FIRST: u32 = 0x2e80;
const LAST: u32 = 0xfaff;

fn place(c: char) -> Option<usize> {
    (FIRST..=LAST).contains(&u32::from(c)).then(|| (u32::from(c) - FIRST) as usize)
}

/// The pairs of a table.
fn pairs(table: &str) -> impl Iterator<Item = (char, char)> {
    let mut chars = table.chars();
    std::iter::from_fn(move || chars.next().zip(chars.next()))
}

/// A name as it is compared. Full-width letters, digits and signs become ASCII, brackets round ones, radicals and compatibility
/// ideographs the character that they show, and traditional characters simplified ones. White space, quotation marks and
/// characters without width are left out.
///
/// For these characters, of which the names of bodies consist, this is Unicode normalization form KC and more; others stay as
/// they are. A folded name folds to itself.
pub(crate) fn fold_name(name: &str) -> Cow<'_, str> {
    // Nearly every character of a name is an ideograph in common use, and no mark.
    let stays = |c: char| match c {
        '\u{4e00}'..='\u{9fff}' => simplified(c) == c,
        _ => in_name(c) == Some(c),
    };
    if name.chars().all(stays) { Cow::Borrowed(name) } else { Cow::Owned(name.chars().filter_map(in_name).collect()) }
}

/// The simplified character for a traditional one, or for a radical or compatibility ideograph that stands for a character; any other
/// as it is.
#[inline]
pub(crate) fn simplified(c: char) -> char {
    place(c).map(|at| FOLDED[at]).filter(|to| *to != STAYS).unwrap_or(c)
}

/// The ASCII character of a full-width one; any other character as it is.
pub(crate) fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xff01 + 0x21).unwrap_or(c),
        _ => c,
    }
}

/// A character as labels and citations are compared: in half width, with a round bracket for every kind of bracket that print
/// puts in its place, and simplified.
pub(crate) fn fold_char(c: char) -> char {
    match c {
        '（' | '〔' | '［' | '【' | '﹙' => '(',
        '）' | '〕' | '］' | '】' | '﹚' => ')',
        _ => simplified(half_width(c)),
    }
}

/// What a character of a name becomes; `None` if it is left out.
fn in_name(c: char) -> Option<char> {
    let c = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0)?,
        _ => c,
    };
    match c {
        '[' | '{' | '〔' | '【' | '〖' | '〘' | '〚' | '﹝' | '﹙' | '﹛' | '〈' | '《' | '「' | '『' => {
            Some('(')
        }
        ']' | '}' | '〕' | '】' | '〗' | '〙' | '〛' | '﹞' | '﹚' | '﹜' | '〉' | '》' | '」' | '』' => {
            Some(')')
        }
        '–' | '—' | '―' | '−' | '‐' | '‑' => Some('-'),
        '•' | '・' | '‧' | '･' => Some('·'),
        '“'
        | '”'
        | '‘'
        | '’'
        | '"'
        | '\''
        | '\u{200b}'..='\u{200f}'
        | '\u{2060}'
        | '\u{feff}'
        | '\u{ad}'
        | '\u{fe00}'..='\u{fe0f}' => None,
        _ if c.is_whitespace() || c.is_control() => None,
        _ if c.is_ascii() => Some(c),
        _ => Some(simplified(c)),
    }
}

#[cfg(test)]
mod tests {
    use super::{
        COMPATIBILITY, FOLDED, KANGXI, RADICALS, STAYS, TRADITIONAL, fold_char, fold_name, pairs, place, simplified,
    };

    #[test]
    fn names_are_folded() {
        for (name, expected) in [
            ("昆山市人民政府", "昆山市人民政府"),
            ("昆山经济技术开发区（花桥）", "昆山经济技术开发区(花桥)"),
            ("昆山经济技术开发区(花桥)", "昆山经济技术开发区(花桥)"),
            ("某局〔本级〕", "某局(本级)"),
            ("某局【本级】", "某局(本级)"),
            ("某 某\u{3000}局\u{a0}", "某某局"),
            ("某某局\u{200b}\u{feff}\r\n", "某某局"),
            ("第１２Ａ局", "第12A局"),
            ("⼈⺠政府", "人民政府"),
            ("⼾籍管理局", "户籍管理局"),
            ("\u{f983}顺口区", "旅顺口区"),
            ("廣東省財政廳", "广东省财政厅"),
            ("“一带一路”办公室", "一带一路办公室"),
            ("中国·海南", "中国·海南"),
            ("中国•海南", "中国·海南"),
            ("A–B局", "A-B局"),
            ("", ""),
            ("\u{3000}", ""),
            ("𠮷林局", "𠮷林局"),
            ("乾县人民政府", "乾县人民政府"),
        ] {
            assert_eq!(fold_name(name), expected, "{name:?}");
            assert_eq!(fold_name(expected), expected, "{name:?} folded twice");
        }
    }

    #[test]
    fn the_tables_are_whole() {
        assert_eq!((KANGXI.chars().count(), COMPATIBILITY.chars().count()), (214, 366));
        assert_eq!((TRADITIONAL.chars().count() % 2, RADICALS.chars().count() % 2), (0, 0));
        assert!(FOLDED.iter().all(|to| *to == STAYS || simplified(*to) == *to), "a folded character folds to itself");
        for (from, to) in pairs(TRADITIONAL).chain(pairs(RADICALS)) {
            assert!(place(from).is_some() && simplified(from) == simplified(to), "{from} becomes {to}");
        }
    }

    #[test]
    fn characters_are_folded_to_the_one_that_is_meant() {
        for (print, meant) in [
            ("（開發區）", "(开发区)"),
            ("〔２０１９〕６０號", "(2019)60号"),
            ("淮安市⼈⺠政府", "淮安市人民政府"),
            ("⻄安市⻓安区⻔户", "西安市长安区门户"),
            ("⾨頭溝區", "门头沟区"),
            ("處理決定數量", "处理决定数量"),
            ("公開　總數", "公开 总数"),
            ("Ａｂ％", "Ab%"),
        ] {
            assert_eq!(print.chars().map(fold_char).collect::<String>(), meant);
        }
    }
}

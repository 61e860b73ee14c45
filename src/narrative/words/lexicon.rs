//! The one table of words: each phrase with what it names or does. To teach the reader a word, add it here.

#[allow(clippy::enum_glob_use, reason = "a table of subjects reads like a list of them")]
use crate::narrative::Subject::{self, *};
use crate::narrative::words::word::Word;

/// A row of the table.
pub(crate) struct Row {
    pub(crate) word: Word,
    /// What else it is.
    pub(crate) also: &'static [Word],
    /// The subject that it names by itself.
    pub(crate) subject: Option<Subject>,
    /// The phrases, parted by spaces. `在/按+规定+时限/时间+内` stands for each way through it: `在规定时限内`, `按规定时间内` and so on.
    pub(crate) phrases: &'static str,
}

const fn row(word: Word, phrases: &'static str) -> Row {
    Row { word, also: &[], subject: None, phrases }
}

const fn both(word: Word, also: &'static [Word], phrases: &'static str) -> Row {
    Row { word, also, subject: None, phrases }
}

const fn names(word: Word, subject: Subject, phrases: &'static str) -> Row {
    Row { word, also: &[], subject: Some(subject), phrases }
}

/// What a body does besides; `also` bars it from being something else.
const fn activity(subject: Subject, also: &'static [Word], phrases: &'static str) -> Row {
    Row { word: Word::Activity, also, subject: Some(subject), phrases }
}

/// A way of making a request.
const fn channel(subject: Subject, phrases: &'static str) -> Row {
    names(Word::Channel, subject, phrases)
}

use Word as W;

/// Every phrase, once.
pub(crate) const LEXICON: &[Row] = &[
    // Lists.
    row(W::Join, "和 及 与 或 以及 或者 并 并且"),
    row(W::Some, "其中 在/在所/+主动公开的信息中 在公开信息中"),
    both(W::Some, &[W::Include, W::Replies], "办理/处理/答复+结果+/为"),
    both(W::Some, &[W::Replies], "办理/处理/答复+结果中"),
    row(W::Replies, "答复情况 已+办结/答复+的/+申请"),
    both(W::Request, &[W::Replies], "申请+方式/渠道/形式/途径/主体/对象/来源/主体类型/人身份/人类型/人类别"),
    row(W::Include, "包括 分为 具体为 具体包括 如下 包含 含 具体是 主要包括 涵盖"),
    both(
        W::Aspect,
        &[W::Include],
        "/公开/信息/公开信息/政府信息/信息公开+内容/类别/类型/分类/种类/形式/方式/渠道/载体/途径+看/来看/上看/分/划分/统计/来分",
    ),
    row(W::Zip, "分别"),
    both(W::Zip, &[W::Include], "分别为 分别是"),
    row(W::Each, "各"),
    row(W::All, "均 全部 都 均为 已全部 均已 全部已 已均 皆 皆已"),
    row(W::Etc, "等"),
    both(W::Gap, &[W::Mainly], "主要 主要集中在 集中在 主要为 主要是 主要有 最高 较多 较高 居多 次之 为主 居前 前三位"),
    row(W::Rest, "其他 其它 其余 余 其余的 剩余"),
    // Fillers.
    row(
        W::Fill,
        "群众 公众 社会公众 比例 比重 总体 总比例 总体比例 大约 将近 超过 不少于 多达 合计 总计 共计 总共 一共 共有 共 计 条数 为 是 了 \
        约 近 逾 超 的 事项 情况 案件 更新量 办理事项 总 引发 引起 分别有 已 办件 请求件 次数 率先 并予以 年共 认真 及时 \
        依法 共同 依规 依法依规 规范 严格 妥善 高效 按规定 按要求 按照规定 依照规定 总条数 数目 数量为 总量为 也 则 \
        稿件 我局共 已经 完成",
    ),
    both(W::Fill, &[W::Total], "数量 总数 总量 件数 数 总件数 总数量"),
    both(W::Fill, &[W::Verb], "发生 产生"),
    both(W::Fill, &[W::New], "新增"),
    row(W::Fill, "以+本机关/本单位/本部门/本局/本委/本镇/本级/我局/我委/我镇/我单位/我机关/自身+名义"),
    both(W::Fill, &[W::Verb, W::New], "新发生 新产生"),
    both(W::Passive, &[W::Verb], "被 被提起 被申请"),
    row(W::Passive, "提起"),
    row(
        W::Tail,
        "动态 件 项目 类 范围 情形 告知 决定 结果 案 措施 原行政行为 具体行政行为 工作 继续办理 继续处理 待 案例 处理决定书 决定书 原答复 原决定 原处理决定 原具体行政行为 新闻 要闻 宣传 \
        新闻宣传 政务宣传 工作动态类 政务要闻",
    ),
    row(W::Lead, "有 另有"),
    both(
        W::Link,
        &[W::Info],
        "涉/涉及/有关/针对/关于+政府/+信息公开+的/类/类的/领域的/方面的/工作的/事项的 政府信息公开类 信息公开类",
    ),
    row(
        W::Link,
        "/以+我局/我委/我办/我厅/我区/我市/我县/我镇/我街道/我单位/我机关/本局/本委/本机关/本单位/本级政府+为/作为+被申请人/被告+的",
    ),
    both(W::Link, &[W::Verb], "因"),
    row(W::Link, "系 以 危及 由于"),
    row(W::By, "通过 利用 在 依托 借助 运用 经 采用 经由 采取"),
    row(
        W::Own,
        "我局 我委 我镇 我街道 我办 我区 我市 我县 我乡 我厅 我院 我中心 我单位 我机关 我部 本局 本委 本镇 本街道 \
        本办 本区 本市 本县 本机关 本单位 本部门 本行政机关 我校 我馆 我所 我处 我会 我分局 我支队 我大队 我街 \
        我管委会 我园区 我省 我州 本校 本院 本中心 本厅 本部 本乡 本省 本州 本馆 本所 本街 本处 本会 本分局 我旗 \
        我盟",
    ),
    both(
        W::Own,
        &[W::Everybody],
        "全系统 全局 全镇 全县 全区 全市 全街道 全乡 全委 全省 全州 全院 全校 全厅 全街 全旗 全盟 \
        全省/全市/全县/全区/全州/全盟/全旗/全镇/全乡/全街道/全局+各级行政机关/各级政府/各级机关/各级各部门/各行政机关/各单位/各部门/各级部门",
    ),
    // Acts.
    both(
        W::Receive,
        &[W::Verb],
        "收到 接收 接收到 接到 共接到 共接收 收件 共收 共收到 全年收 全年收到 收到了 收悉 收到的 接收了 接到了 收到并受理 收到和受理 /共+收到/受理/接收/接到+并/和/及+答复/办结/办复/回复/办理/处理",
    ),
    both(W::Receive, &[W::Verb, W::New], "新收到 新收 新接收 新接到"),
    both(W::Receive, &[W::Verb, W::Accept], "受理 共受理 受理了"),
    both(W::Receive, &[W::Verb, W::Accept, W::New], "新受理"),
    both(
        W::Answer,
        &[W::Verb],
        "答复 办结 办复 回复 办理完毕 处理完毕 作出答复 答复完毕 办理完成 回告 办理回复 办理答复 已办结 予以答复 予以回复 \
        办结答复 已办理完毕 依法答复 已答复 作出回复 做出答复 办结并答复 答复办结 给予答复 处理答复 完成答复 办毕 办理完结 处理完成 完成办理 作出处理 \
        作出书面答复 答复处理 受理答复 办理并答复 按规定答复 依规答复",
    ),
    both(W::Handle, &[W::Verb], "办理 承办 主办 领办 收办 处理 共办理 共处理"),
    both(
        W::Proactive,
        &[W::Verb],
        "主动公开 主动发布 主动对外公开 对外公开 向社会主动公开 主动向社会公开 主动公布 主动向社会发布 主动推送 主动上传 \
        主动在网上公开 主动对外发布 主动刊发 向社会公开+/政府/各类/各类政府+信息 向社会各界+公开/公布/发布 向公众+公开/公布/发布",
    ),
    row(W::Disclose, "公开"),
    both(W::Post, &[W::Verb], "发布 发博 推送 推送了 发布了 发布原创 发出"),
    row(
        W::Post,
        "发送 上传 编发 刊发 发文 公布 编辑发布 公开发布 推出 编辑推送 转发 刊登 刊载 编辑 出版 出刊 编印 刊印 登载 发帖 发稿 报送发布 发表 刊播 播发 首发 \
        上网 挂网 上网公开 上传发布 上传公开 对外发布 制作发布 编写发布 编发推送 制作推送 采编发布 录入 向社会公布 向社会发布 \
        对外公布 发布推送 推送发布 编辑上传 审核发布 公开公布 转载发布 转发推送 原创发布 宣传发布 推发",
    ),
    both(W::Post, &[W::Update], "更新 更新发布 发布更新 维护更新 更新维护 更新公开 更新上传"),
    both(W::Post, &[W::Make, W::Verb], "新发布"),
    both(W::Make, &[W::Verb], "制发 制定 印发 出台 制订 颁布 制作 新制定 新制发 新出台 新制作 共制定"),
    both(W::Repeal, &[W::Verb], "废止 清理废止 废止失效"),
    both(W::Valid, &[W::Verb], "现行有效 继续有效"),
    both(W::Decide, &[W::Verb], "作出 做出"),
    row(W::Decide, "处理决定 实施 决定数量 处理决定数量"),
    row(W::Collect, "实际收取 实际收费 实收 实际收到 已收取"),
    row(W::Notify, "应收取 应收 通知收取"),
    both(W::Act, &[W::Verb], "/全年/共/全年共+收取/征收 收缴"),
    row(W::Submit, "方式 渠道 形式 途径 提交 提出 递交 平台"),
    both(W::Submit, &[W::Etc], "多+种/+渠道/形式/方式/途径 各种渠道 各类渠道 各种形式 不同渠道 多个平台 各类平台"),
    row(W::Verb, "依申请"),
    row(
        W::Doing,
        "召开 举办 举行 开展 阅读 阅读量 总阅读量 点击 点击量 访问 访问量 总访问量 粉丝 浏览 浏览量 播放 播放量 群众诉求 关注量 关注人数 占用",
    ),
    both(W::Doing, &[W::Receive], "接受"),
    // What others wrote is no count of one's own.
    both(W::Doing, &[W::Bar], "转载 转载了 共转载"),
    // Things.
    both(
        W::Request,
        &[W::Verb],
        "政府信息公开申请 政府信息公开申请件 政府信息公开申请事项 依申请公开 依申请公开申请 依申请信息公开 依申请公开政府信息申请 依申请公开件 依申请公开信息申请 \
        依申请公开请求 依申请公开办件 依申请公开政府信息 依申请公开信息 依申请政府信息公开 依申请公开事项",
    ),
    row(
        W::Request,
        "信息公开申请 公开申请 信息申请 政府信息依申请公开 信息依申请公开 申请公开 申请公开政府信息 申请公开信息 \
        公开申请件 信息公开申请件 公开申请表 申请公开的政府信息 申请公开信息事项 信息公开申请表 信息公开请求 \
        政务公开申请 公开信息申请 公开政府信息申请 政府信息申请 信息公开依申请 \
        政府信息公开的申请 信息公开的申请 公开政府信息的申请 公开信息的申请 政府信息依申请公开申请 政府信息公开申请书 \
        信息公开申请书 申请公开件 政府信息申请公开 政府信息申请公开件",
    ),
    both(W::Request, &[W::Total], "/政府+信息公开申请+量/总量 依申请公开申请量"),
    row(W::Apply, "申请 申请件 申请办件 申请书 申请表"),
    both(W::Info, &[W::Government], "政府信息 政务信息 政务公开信息"),
    row(
        W::Info,
        "信息 资讯 消息 文章 内容 推文 图文 博文 图文信息 图文消息 信息量 信息数 帖文 帖子 图文稿件 \
        文稿 图文内容 信息内容 微信息",
    ),
    row(W::Various, "有效 最新 权威 原创 法定 重要 公共 各类有效 各类重要"),
    both(
        W::Various,
        &[W::Plain],
        "各类 全市各类 全区各类 全县各类 各类政府 相关 有关 各类政务 各项 各种 各类型 各类别 各类相关 各方面",
    ),
    row(W::Norm, "规范性文件 行政规范性文件"),
    row(W::Rules, "规章 政府规章"),
    both(W::Recon, &[W::Verb], "行政复议"),
    row(W::Recon, "复议"),
    both(W::Suit, &[W::Verb], "行政诉讼"),
    row(W::Suit, "诉讼 起诉"),
    both(W::Suit, &[W::Verb], "被诉 被起诉 被提起诉讼"),
    row(W::Fee, "/政府信息公开/政府/依申请公开+信息处理费+/用 信息公开处理费"),
    row(W::Notice, "收费通知 收费通知书 信息处理费通知 缴费通知"),
    names(W::Power, LicensingDecisions, "行政许可"),
    names(W::Power, PenaltiesDecisions, "行政处罚"),
    names(W::Power, CoercionDecisions, "行政强制"),
    row(W::AdminFee, "行政事业性收费"),
    row(W::Amount, "总金额 金额 费用 收入 收费金额 总额 收费 收费总金额 收费通知总金额"),
    row(
        W::Deputy,
        "/全国/全国和省/全国、省/省和市/市和县/市和区/省/市/县/区/州/省级/市级/县级/区级/州级/各级/镇/乡+人大+/代表+建议/建议案/意见建议/建议议案/议案建议 代表建议",
    ),
    row(
        W::Consult,
        "/全国/全国和省/全国、省/省和市/市和县/市和区/省/市/县/区/州/省级/市级/县级/区级/州级/各级+政协+/委员+提案/建议/提案建议 委员提案",
    ),
    row(W::Blame, "责任追究 追究责任 追责 问责"),
    // Ways.
    row(W::Gazette, "公报 政府公报"),
    names(
        W::Site,
        ReceivedOverInternet,
        "/政府/官方/部门/公众/政务/单位+门户/+网站 政府网 门户 门户网 信息网 官网 政府官网 政务网 /政务/政府信息/信息+公开+平台/专栏/专区 \
        专栏 校园网 校园网站 学校/医院/学院/本院/官方+官网 学校/医院/学院/局/委/厅/机关/人民政府/党政/信息公开/政务公开/公共服务+网站 公众网 公众信息网 \
        政务信息网 政务信息公开网 党政网 政务公开/信息公开/政府信息公开+栏目 政府信息公开/信息公开+目录系统 网站群 政府网站群 门户网站群 政府门户 门户平台 政务外网 子网站 子站 网站平台 网站专栏 \
        教育/财政/民政/水利/审计/统计/公安/司法/税务/交通/农业/林业/环保/卫生/卫健/人社/国土/住建/商务/科技/工信/发改/应急/气象/体育/旅游/粮食/城管/警务+/政务/信息/公众信息+网 \
        人民政府网 公示平台 执法公示平台 政务服务网 集约化平台 外网 政府外网 主页 网页 审计信息栏目 政府信息网 政务公开网 信息公开网 政府信息公开网",
    ),
    row(
        W::Wechat,
        "/官方/政务+微信+/公众号/公众平台/订阅号/公众账号/官方公众号/平台 公众号 公众平台 官微 微信文章 订阅号 微信号 公众微信号 微信公众号平台 政务公众号 公众微信 官方公众号 微信公号 微信服务号 \
        微信官方平台 微信推文 微信推送",
    ),
    row(W::Weibo, "/政务/官方/新浪/官方新浪/新浪官方/新浪政务/政务新浪+微博+/账号/平台/公众号/官方账号/官微"),
    row(W::NewMedia, "/政务/官方/政府/政务公开+新媒体+/平台/矩阵/渠道"),
    names(
        W::OtherWay,
        ReceivedInOtherWays,
        "其他/其它+/公开/信息公开/政务+方式/渠道/形式/途径/平台/载体 公开栏 村务/党务/校务/院务/厂务/村级/村居/社区+公开栏 村/服务厅/办税服务厅/办事大厅/大厅/小区+公告栏/公示栏/宣传栏/公开栏 社区公告栏 社区公示栏 社区宣传栏 宣传展板 展板 墙报 \
        电子大屏 电子触摸屏 触摸屏 宣传单 宣传册 宣传手册 政务公开窗口 信息公示屏 显示屏 党务村务公开栏 公示牌 公示栏 公告栏 宣传栏 宣传公告栏 报刊 广播 电视 信息公示栏 政务公开栏 党务政务公开栏 报刊杂志 报纸杂志 电子显示屏 电子屏 信息公开栏",
    ),
    row(
        W::Media,
        "抖音 抖音号 头条 今日头条 头条号 小红书 快手 视频号 微信视频号 人民日报 中央电视台 电视台 报纸 新闻媒体 \
        学习强国 融媒体 客户端 哔哩哔哩 两微一端 南方号 人民号 澎湃号 百家号 微视 西瓜视频 微头条 网易号 搜狐号 企鹅号 \
        中央/省级/市级/县级/国家级/省级以上/市级以上/县级以上/省市/市级及以上/省级及以上+报刊/报纸/党报/报刊杂志/主流媒体 /中央/省级/市级/县级/国家级/省级以上/市级以上/县级以上/省市/市级及以上/省级及以上/各级/主流/各类/各大/多家/上级/官方/网络/报刊/线下/传统/各级各类/其他/社会/广电+媒体 腾讯新闻 央视 新华社 新华网 \
        人民网 中国新闻网 光明网 经济日报 光明日报 日报 晚报 晨报 早报 都市报 电台 广播电台 广播电视台 融媒体中心 新闻网 \
        知乎 钉钉 微信群 新闻客户端 短视频平台 直播平台 直播间 媒体平台 双微 微信视频 手机报 短信平台",
    ),
    channel(
        ReceivedInPerson,
        "当面 现场 窗口 上门 现场窗口 窗口现场 当面+提交/递交/送达 现场+提交/递交 直接+递交/送达 自行递交 面交 \
        /政务服务/政务/行政服务/行政审批/政府信息公开/信息公开+大厅/中心/受理+窗口",
    ),
    channel(ReceivedByFax, "传真"),
    Row {
        word: W::Channel,
        also: &[W::Net],
        subject: Some(ReceivedOverInternet),
        phrases: "网络 网上 互联网 在线 线上 依申请公开系统 网络系统 网上平台 在线平台 政务服务平台 网上申请系统 依申请公开平台 申请系统 申请平台 网上申请平台 在线申请平台 网络平台 网络申请平台 线上平台 线上申请平台 /政府信息/政府信息依/政府信息公开+申请公开系统 \
        依申请公开+办理/管理/办理管理/网上/在线/信息+系统/平台 政府信息公开申请平台 政府信息公开申请系统 依申请平台 依申请系统 互联网平台 网站平台在线",
    },
    channel(
        ReceivedByLetter,
        "信函 信件 邮寄 书信 来信申请 挂号信 纸质信函 邮寄信件 信函邮寄 邮政寄送 邮政快递 来信 快递 书信邮寄 邮递 寄送 来函 函件 邮政 邮政特快专递 信函方式 书面/纸质+邮寄/信件/邮件 特快专递 挂号信函 邮局寄送 信函寄送",
    ),
    channel(ReceivedByMail, "电子邮件 邮件 电子邮箱 邮箱 电邮"),
    names(W::Person, ReceivedFromNaturalPersons, "自然人 公民个人"),
    Row {
        word: W::Person,
        also: &[W::Aspect],
        subject: Some(ReceivedFromNaturalPersons),
        phrases: "申请人/申请主体+为/是/均为+自然人/公民/个人",
    },
    Row { word: W::Person, also: &[W::Citizen], subject: Some(ReceivedFromNaturalPersons), phrases: "公民" },
    names(W::Org, ReceivedFromOrganizations, "/为/申请人为/申请主体为+法人+或/或者/和/及/、+其他/其它+组织"),
    Row {
        word: W::Org,
        also: &[W::Sort],
        subject: Some(ReceivedFromOrganizations),
        phrases: "法人 法人单位 法人组织 法人机构",
    },
    // 其他组织5件 may be those that are no enterprise.
    both(W::Org, &[W::Sort], "其他组织 其它组织"),
    both(W::Narrow, &[W::Sort], "企业 商业企业 科研机构 社会公益组织 法律服务机构"),
    // Results.
    names(W::Outcome, AgreedToDiscloseInPart, "同意部分公开"),
    row(W::Not, "不予 不同意 部分"),
    names(
        W::Outcome,
        PartiallyGranted,
        "/予以/准予/给予/同意予以/决定+部分公开 部分予以公开 /予以+部分提供 部分内容公开",
    ),
    names(W::Outcome, Refused, "不同意公开"),
    names(W::Outcome, AgreedToDisclose, "同意公开"),
    names(W::Outcome, AlreadyDisclosed, "属/属于+/已+主动公开+/范围/信息/政府信息 /已+主动公开范围"),
    names(
        W::Outcome,
        NotThisOrgan,
        "不属于/不属/非+本机关/本行政机关/本单位/本部门+/公开/职责/公开职责/公开职责范围/职责范围/职责权限/职责权限范围/管辖/管辖范围/职权/职权范围/公开范围/公开的 不属于/不属/非+我局/我单位/我机关/本局/我镇/我委/我街道/本级+公开/职责/职责范围/公开范围/管辖范围",
    ),
    names(
        W::Outcome,
        NotExisting,
        "/政府/申请/所申请/相关/申请公开的/该+信息不存在 告知不存在 告知+政府信息不存在/信息不存在",
    ),
    Row { word: W::Outcome, also: &[W::Bar], subject: Some(NotExisting), phrases: "不存在" },
    names(W::Outcome, AskedToAmend, "作出更改补充 作出更改、补充 更改补充 更改、补充"),
    names(
        W::Outcome,
        ReferredElsewhere,
        "/告知/告知申请人+/通过/向+其他/其它+途径/渠道+办理/获取/获取信息/查询/解决 告知其他途径 告知其他+办理途径/获取途径",
    ),
    names(W::Outcome, Denied, "/决定/依法+不予公开 /依法/决定+不公开 拒绝公开 未予公开 免予公开"),
    names(W::Outcome, UnableToProvide, "无法提供 不能提供"),
    names(W::Outcome, NotProcessed, "不予处理"),
    names(W::Outcome, OtherHandling, "/作/按+其他处理/其它处理 以/按/作+其他方式处理"),
    names(
        W::Outcome,
        Granted,
        "/全部/决定/依法+予以公开 /予以/准予+全部公开 准予公开 给予公开 向社会公开 决定公开 予以提供 予以全面公开 全文公开 完全公开 可以公开",
    ),
    names(W::Outcome, StateSecret, "/属于/涉及/属于涉及+国家秘密"),
    names(W::Outcome, ProhibitedByLaw, "/属于+/其他+法律+/、+行政法规/法规+禁止公开"),
    names(W::Outcome, SecurityOrStability, "三安全一稳定 危及国家安全、公共安全、经济安全+和/、+社会稳定"),
    names(W::Outcome, ThirdPartyRights, "保护第三方合法权益 损害第三方合法权益"),
    names(W::Outcome, InternalAffairs, "/属于+/三类+内部+事务/性事务/管理+/信息"),
    names(W::Outcome, ProcessInformation, "/属于+/四类+过程性+/信息"),
    names(W::Outcome, EnforcementCaseFile, "/属于+行政执法案卷+/信息"),
    names(W::Outcome, AdministrativeQuery, "属于行政查询 行政查询事项 属于行政查询事项"),
    names(
        W::Outcome,
        NotHeld,
        "/本机关/本行政机关/本单位/本部门/本局/本街道/本镇/我局/我委/我办/我镇/我街道/我单位/我机关/我区+不掌握/未掌握+/相关/有关/该/所需/申请+/政府信息/信息 \
        非/不属于/不属+本机关/本单位/本部门/我局/本局/我单位+掌握",
    ),
    names(W::Outcome, RequiresCreation, "/没有现成信息+需要/需+另行制作"),
    names(W::Outcome, UnclearAfterCorrection, "补正后/经补正后+/申请内容+仍不明确"),
    names(
        W::Outcome,
        PetitionOrComplaint,
        "/属于+信访举报投诉/信访、举报、投诉/信访、投诉、举报/信访投诉举报/信访投诉/信访举报/投诉举报/信访、投诉+/类 信访类 属于信访 属于信访事项",
    ),
    names(W::Outcome, ExcessiveRequests, "/无正当理由+大量反复"),
    names(W::Outcome, DuplicateRequest, "重复 重复申请"),
    names(W::Outcome, Publication, "要求提供公开出版物 属于公开出版物 公开出版物"),
    names(W::Outcome, ConfirmOrReissue, "/要求行政机关+确认或重新出具已获取"),
    names(W::Outcome, CorrectionOverdue, "/无正当理由/申请人/申请人无正当理由+逾期+不/未+补正 行政机关不再处理其"),
    names(W::Outcome, FeeUnpaid, "逾期不缴费 逾期未缴费 逾期未按收费通知要求缴纳费用"),
    names(W::Outcome, TradeSecret, "涉及/属于+商业秘密"),
    names(W::Outcome, Privacy, "涉及/属于+个人隐私"),
    row(
        W::Carry,
        "结转 结转至 结转到 转入 转至 转结 转 顺延 顺延至 顺延到 结转入 延续至 转接至 延期至 转到 接转 留转 延至 延续到 跨年度结转 跨年结转 顺转 流转至 滚存至 遗留",
    ),
    both(W::Carry, &[W::LastYear], "结转/转接/转结/顺延+上年/上年度/上一年/上一年度/去年"),
    row(W::LastYear, "上年度 上年 上一年度 上一年 去年 往年 前一年度 前一年 去年度 以前年度 前年"),
    row(W::NextYear, "下年度 下年 下一年度 下一年 次年"),
    names(
        W::Time,
        OnTime,
        "按时/按期/如期 依法按时 按时限 按期限 按规定在法定期限内 按规定于法定期限内 \
        /按/按照/在/于/严格按照+法定/规定/规定的/法定的/要求/法定答复/法定办理/规定答复/规定办理+期限/时限/时间+/内 在法定工作日内 在规定工作日内",
    ),
    names(W::Time, Extended, "延期/延长期限/延期后+办结/答复"),
    names(W::Time, Overdue, "逾期办结 逾期答复 超期办结 超期答复 超期"),
    names(W::Route, SuitsAsCoDefendant, "作为共同被告 作共同被告 作为复议机关 作为行政复议机关 复议机关共同被告"),
    names(
        W::Route,
        SuitsAfterReconsideration,
        "/经/经行政/行政/先行政+复议后+/直接/再/又/继续/仍+/提起+起诉/诉讼/行政诉讼",
    ),
    names(W::Route, DirectSuits, "未经复议+/直接/而直接+/提起+起诉/诉讼/行政诉讼 直接起诉 直接诉讼"),
    names(W::Rate, OnTime, "按时/按期/及时+办结/答复+率"),
    names(
        W::Ruling,
        ReconsiderationsUpheld,
        "/结果/被/予以/结果予以/结果被/决定/裁定/判决+维持 维持结果 维持原判 维持原答复",
    ),
    names(
        W::Ruling,
        ReconsiderationsCorrected,
        "/结果/被/予以/结果被/结果予以+纠正 被依法纠错 依法纠错 结果纠错 被纠错 被依法纠正",
    ),
    Row { word: W::Ruling, also: &[W::Lost], subject: Some(ReconsiderationsCorrected), phrases: "纠错" },
    names(W::Ruling, ReconsiderationsOther, "其他结果 其它结果 其他结案 其他结案方式"),
    names(
        W::Ruling,
        ReconsiderationsPending,
        "/尚/还/暂/目前尚+未审结 未结 尚未办结 尚未审理终结 /正/尚/仍+在审理+/中/之中",
    ),
    // What a body does besides.
    activity(
        PolicyInterpretations,
        &[W::Kinds],
        "/政策/文件/政策文件/文字/图文/图片/视频/媒体/专家/多样化+解读+稿/稿件/材料/文章/文件/产品/信息/作品 \
        政策/文件/政策文件/文字/图文/图片/视频/媒体/专家+解读 图解 政策图解 图解政策 解读方案",
    ),
    activity(
        PressConferences,
        &[W::Kinds],
        "/新闻/专场新闻/例行新闻/季度新闻/月度新闻+发布会 政策吹风会 媒体通气会 新闻通气会 记者招待会",
    ),
    activity(OnlineInterviews, &[W::Kinds], "/在线/网上/政策性在线+访谈 访谈节目 访谈活动 在线访谈活动"),
    activity(
        Consultations,
        &[W::Elsewhere],
        "意见征集 征集调查 民意征集 意见征集活动 网上调查 在线调查 调查征集 民意调查 征集活动 征集意见 公开征求意见 征求意见活动 征集调查活动",
    ),
    activity(
        PublicMessages,
        &[W::Elsewhere],
        "/网民/群众/公众/网友/网站/互动+留言 /领导/局长/市长/县长/区长/镇长/乡长/书记/主任/厅长/部长/校长/阳光/公开+信箱+/来信/信件/留言 网民来信 群众来信 群众咨询 网络信件 群众来信来访 来信来访 \
        留言咨询 咨询留言 网上咨询 在线咨询 公众咨询 咨询投诉",
    ),
    activity(
        HotlineOrders,
        &[W::Elsewhere],
        "热线工单 工单 热线转办件 热线件 热线诉求 热线平台工单 便民热线 服务热线 政务服务热线 民生热线",
    ),
    activity(
        ResponsesToConcerns,
        &[W::Elsewhere],
        "回应/回应社会/回应公众/回应群众/回应民生+关切 回应社会热点 回应公众关注热点或重大舆情 回应+公众/群众/社会+关注+/热点 回应热点 舆情回应 回应事件",
    ),
    activity(NewMediaAccounts, &[W::Kinds], "政务新媒体账号 新媒体账号"),
    activity(NewMediaWorks, &[W::Kinds], "新媒体作品 原创作品 短视频作品 视频作品 短视频 原创稿件 图文作品"),
    activity(
        Trainings,
        &[W::Defendant],
        "政务公开/信息公开/政府信息公开+/业务/专题/工作+培训+/会/班/活动 /业务/专题/集中/业务知识+培训+/会/班/活动",
    ),
    activity(
        Meetings,
        &[W::Kinds],
        "专题会议 工作会议 工作会 专题会 推进会 工作推进会 部署会 调度会 座谈会 常务会议 局长办公会议 领导小组会议",
    ),
    activity(
        Staff,
        &[W::Kinds],
        "/专职/兼职/专兼职/专/专门+工作人员 专职人员 兼职人员 专兼职人员 信息员 联络员 专职信息人员 信息公开工作人员 政府信息公开工作人员 政务公开工作人员",
    ),
    activity(Satisfaction, &[W::Kinds], "/群众/公众/社会+满意+度/率"),
    activity(ReplyRate, &[W::Kinds], "答复率 回复率 办结率 办复率 反馈率 回应率"),
    // Bars.
    row(
        W::Bar,
        "计划 拟 力争 争取 预计 目标 明年 下一步 将主动 将公开 不低于 任务 平均 日均 月均 年均 人均 每日 每天 每周 每月 每季 每年 每件 \
        最多 最少 除 不受理 不予受理 避免 杜绝 防止 误 应当 应收到 应答复 应予 应公开 应办 另收 另外收 还收 又收 再收 再次收 多收 少收 多公开 \
        少公开 环比 指导 督促 协调 层面 参与办理 参与答复 关停 注销 停用 审核 协助 会同 委托 代为 名义 所属 下属 各乡 各镇 各街道 各县 各区",
    ),
    both(W::Bar, &[W::Decides], "代理"),
    row(W::BarStart, "如 若 凡 倘 假如 对 同一"),
    row(
        W::Gap,
        "统计公报 状况公报 发展公报 降碳 降费 降耗 申请材料 政府信息公开申请人 信息公开申请人 \
        若干 对社会 对申请的",
    ),
    // What narrows no denial, though it names nothing.
    both(
        W::Gap,
        &[W::Plain],
        "任何 一切 针对 导致 主动 要求 新的 事务 向 向申请人 向公众 向群众 向社会 年度 年度内 全年度 工作中 过程中 且 但 同时 此外 另外 另 因此 所以 \
        一是 二是 三是 四是 五是 六是 七是 此项 该项 目前 累计共 个人、法人+和/或/或者/及/以及/、+其他/其它/其他社会+组织 \
        单位/组织/团体/法人/企业+和/或/或者/及/、+个人 因+单位/机关/部门/我局+政府信息公开 由此 相关的 有关的 此类 这类 实际 涉 \
        不含 不包括 不包含",
    ),
    both(
        W::Gap,
        &[W::Trouble],
        "申诉 举报 投诉 举报投诉 信访 纠纷 争议 异议 复核 国家赔偿 行政赔偿 行政争议 舆情 负面舆情 泄密 失泄密 泄密事件 上访 检举 控告 \
        举报、投诉 投诉、举报 行政调解 行政裁决 仲裁",
    ),
    row(W::BarEnd, "的单位 的部门 的情况 的情形 的现象 以上的"),
    both(W::Deny, &[W::Verb], "没有 未发生 未收到任何 未产生 未出现"),
    row(W::Deny, "并未 未发现 从未 未引发"),
    both(W::Deny, &[W::Receive, W::Verb], "未收到 未接收到 未受理 未接到"),
    row(W::Without, "未 无 暂无 未有"),
    row(W::Doubt, "无法 无正当 无障碍 无理由 未来 未按 未经 无偿 无论 零距离 零散 无正当理由"),
    both(W::Narrow, &[W::Field], "领域 行业 业务领域"),
    row(W::Narrow, "围绕 方面 关于 专题 机构 律师 转来 转办 移送 无效 不属于 补正 许可 来访 同一申请人 目录"),
    both(W::Narrow, &[W::About], "涉及"),
    both(W::Narrow, &[W::Elsewhere], "热线"),
    row(W::Parts, "本级 县区 市直 县直 区直 市本级 局机关"),
    both(W::Parts, &[W::Instance], "一审 二审 再审"),
    row(W::Withdrawn, "撤回 撤销 退回 重新 重新答复 重新作出答复 重新办理 重新处理 责令"),
    row(W::Decides, "审理 审结"),
    row(W::Defendant, "为被告 被申请人 为被申请人 其他行政 其它行政 复议机关 被告 共同被告"),
    row(W::Elsewhere, "公开属性 属性 源头认定 公文类 咨询 提案 建议 来电 征集 网民 诉求"),
    row(W::Kinds, "审查 属于 予以 同意"),
    row(W::Documents, "排查 核查 备案 清理 修改 草案 规章制度"),
    both(W::Documents, &[W::Check], "抽查 评查 暗访 进行测试 渠道测试"),
    // What is done to documents by others, or with them.
    both(W::Gap, &[W::Documents], "修订 参与 参与制定 配合 建议废止 建议修改 修订废止 失效废止 失效、废止"),
    row(W::NoOutcome, "第三方 类予以 类部分 类不予 分类 决策 预算 决算 清单 正在 电话 口头 书面"),
    row(W::Reduced, "减免 免收 退还 标准 免除 免"),
    names(W::Lost, SuitsCorrected, "零/无/未发生+败诉"),
    names(W::Lost, ReconsiderationsCorrected, "零/无+纠错"),
    row(W::Lost, "纠 败 违法 应诉 答复书 申请人"),
    // Times.
    row(W::OwnYear, "今年 本年 本年度 一年来 报告期间 统计期间 年内 报告期内 统计期内 全年"),
    row(
        W::OtherTime,
        "历年 以来 至今 近年 期间 上半年 下半年 季度 一季度 二季度 三季度 四季度 前三季度 目前共 目前累计 迄今 历史 \
        施行后 实施后 颁布后 修订后 生效后 当月 本月 当日 当天 一天 当季 近一年 过去一年 改革前 改革后 同期 十四五",
    ),
    row(W::AsOf, "截至 截止"),
    row(W::ToDate, "截至目前 截止目前 截至日前 截至现在 到目前为止 截至发稿"),
    row(W::Range, "到 至"),
    row(W::EndOfYear, "年底 年末"),
    row(W::Cumulative, "累计"),
    // Comparisons.
    row(W::From, "较 比 从 由"),
    row(
        W::Versus,
        "同比 比/较/与/相比/相较/较之/对比+上年/去年/上一年/上年度/上一年度/去年度/往年/前一年/上年同期/去年同期",
    ),
    both(W::Fill, &[W::Level], "增加/增长/增/上升/提高/提升/减少/下降/减/降+至/到 达到 达 达到了"),
    row(W::Rise, "增幅 增幅为 涨幅 上涨 增多 增长 增加 上升 提高 提升 增加了 增长了 上升了 多出 多了 增长率 增长幅度"),
    row(W::Fall, "降幅 降幅为 减幅 减少 下降 降低 下滑 减少了 下降了 少了 下降率 下降幅度"),
    both(W::Rise, &[W::Terse], "增"),
    both(W::Fall, &[W::Terse], "减"),
    row(W::Share, "占 占比"),
];

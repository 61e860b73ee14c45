//! The six headings of an annual report.

use crate::form::Section;
use crate::law::Citation;
use crate::value::axis::axis;

axis! {
    /// A heading of the annual report, the same six in both editions. Three head a table, three a text.
    ///
    /// ```
    /// use ogi_report::{Heading, Lang, Section};
    ///
    /// assert_eq!(Heading::Overview.label(Lang::Zh), "一、总体情况");
    /// assert_eq!(Heading::Requests.section(), Some(Section::Requests));
    /// ```
    pub enum Heading {
        Overview = "overview", "一、总体情况", "section 1, overview";
        Proactive = "proactive", "二、主动公开政府信息情况", "section 2, information disclosed proactively";
        Requests = "requests", "三、收到和处理政府信息公开申请情况", "section 3, requests received and processed";
        Disputes = "disputes", "四、政府信息公开行政复议、行政诉讼情况", "section 4, reconsideration and litigation";
        Problems = "problems", "五、存在的主要问题及改进情况", "section 5, main problems and improvements";
        /// The information-processing fee is reported here since 2021.
        OtherMatters = "other_matters", "六、其他需要报告的事项", "section 6, other matters to report";
    }
}

impl Heading {
    /// The table under the heading, if it heads one.
    ///
    /// ```
    /// assert_eq!(ogi_report::Heading::Problems.section(), None);
    /// ```
    pub const fn section(self) -> Option<Section> {
        match self {
            Self::Proactive => Some(Section::Proactive),
            Self::Requests => Some(Section::Requests),
            Self::Disputes => Some(Section::Disputes),
            Self::Overview | Self::Problems | Self::OtherMatters => None,
        }
    }

    /// The part of article 50 that asks for what stands under the heading; for 一、总体情况 the article as a
    /// whole. The assignment is our reading.
    ///
    /// ```
    /// assert_eq!(ogi_report::Heading::Requests.basis().to_string(), "art. 50(1)(2)");
    /// ```
    pub const fn basis(self) -> Citation {
        let article = Citation::article_of_regulations(50);
        let item = match self {
            Self::Overview => return article,
            Self::Proactive => 1,
            Self::Requests => 2,
            Self::Disputes => 3,
            Self::Problems => 4,
            Self::OtherMatters => 5,
        };
        article.with_paragraph(1).with_item(item)
    }

    /// Words of the heading: every wording of it that is in use has one of them.
    pub(crate) const fn words(self) -> &'static [&'static str] {
        match self {
            Self::Overview => &["总体", "基本情况", "概况", "概述"],
            Self::Proactive => &["主动公开"],
            Self::Requests => &["申请"],
            Self::Disputes => &["行政复议", "诉讼"],
            Self::Problems => &["问题", "改进"],
            Self::OtherMatters => &["其他", "其它", "需要报告", "需报告"],
        }
    }
}

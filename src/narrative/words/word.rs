//! The kinds of words in the lexicon, and sets of them.

/// What a phrase, or what stands between phrases, is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Word {
    /// Words that the table does not have.
    Gap,
    // Numbers and times.
    Number,
    Year,
    Years,
    Month,
    Day,
    OwnYear,
    OtherTime,
    LastYear,
    NextYear,
    AsOf,
    /// 截至目前: the day on which the report was written, or a day of the year of the report.
    ToDate,
    EndOfYear,
    Cumulative,
    // Marks.
    Stop,
    Comma,
    Colon,
    Pause,
    Open,
    Close,
    Range,
    // What joins, opens, parts and ends lists.
    Join,
    Some,
    Include,
    /// 从公开内容看: what a whole is parted by.
    Aspect,
    Zip,
    Each,
    All,
    Etc,
    Rest,
    New,
    // What changes nothing.
    Fill,
    Tail,
    Lead,
    Link,
    By,
    Passive,
    Own,
    /// 全市: all of a place or of a body.
    Everybody,
    // Acts.
    Receive,
    Accept,
    Answer,
    Handle,
    Proactive,
    Disclose,
    Post,
    Make,
    Repeal,
    Valid,
    Decide,
    Collect,
    Notify,
    Submit,
    Verb,
    // Things.
    Request,
    Apply,
    Info,
    Various,
    Norm,
    Rules,
    Recon,
    Suit,
    Fee,
    Notice,
    /// 行政许可, 行政处罚, 行政强制: the row says which.
    Power,
    AdminFee,
    Amount,
    Deputy,
    Consult,
    Blame,
    // Ways of disclosure, and channels of requests.
    Gazette,
    Site,
    Wechat,
    Weibo,
    NewMedia,
    OtherWay,
    Media,
    /// The row says which.
    Channel,
    Net,
    Person,
    Citizen,
    Org,
    // Results: the row says which.
    Outcome,
    Carry,
    Time,
    Route,
    Rate,
    /// The row says which, as if it were of a reconsideration.
    Ruling,
    // What makes a number another one's, or none.
    Bar,
    BarStart,
    BarEnd,
    Deny,
    Without,
    Doubt,
    Not,
    Narrow,
    About,
    Parts,
    Withdrawn,
    Decides,
    Defendant,
    Elsewhere,
    Kinds,
    Documents,
    NoOutcome,
    Lost,
    Act,
    Reduced,
    // Comparisons.
    From,
    Versus,
    Rise,
    Fall,
    /// 增, 减: part of another word unless a number follows.
    Terse,
    Share,
    /// What a body does besides: the row says what.
    Activity,
    /// 政府信息: information of the kind that the law speaks of.
    Government,
    Update,
    Doing,
    /// What tells of replies to requests: 答复结果.
    Replies,
    /// 领域: what stands before it is a field.
    Field,
    /// 增加至: not the change, but what it led to.
    Level,
    /// 总量: that a number counts all of something.
    Total,
    /// What narrows nothing: 任何 of 未收到任何申请. Where it is no other word, it is an unknown one.
    Plain,
    /// 申诉: what is denied in one breath with disputes.
    Trouble,
    /// 抽查: what follows is of a check.
    Check,
    /// 法人: applicants of one sort, if those of another are counted apart.
    Sort,
    /// 一审: disputes of one instance.
    Instance,
    /// 主要: the list that follows or stands before it names some parts only.
    Mainly,
}

/// A set of kinds of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Set(u128);

impl Set {
    pub(crate) const NONE: Self = Self(0);

    pub(crate) const fn of(words: &[Word]) -> Self {
        let (mut bits, mut i) = (0, 0);
        while i < words.len() {
            bits |= 1_u128 << words[i] as u8;
            i += 1;
        }
        Self(bits)
    }

    pub(crate) const fn has(self, word: Word) -> bool {
        self.0 >> word as u8 & 1 == 1
    }

    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    #[must_use]
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    #[must_use]
    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// All words that it does not have.
    pub(crate) const fn complement(self) -> Self {
        Self(!self.0)
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    #[must_use]
    pub(crate) const fn common(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

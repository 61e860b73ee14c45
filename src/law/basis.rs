//! The legal basis and meaning of each row of section 三.
//!
//! To change a basis, a meaning or a legal outcome, change the entry of the row in the table below.

use crate::form::{Denial, NotProcessed, OtherHandling, Outcome, RequestRow, UnableToProvide};
use crate::law::{Citation, Instrument};
use crate::value::Lang;
use crate::value::axis::axis;

axis! {
    /// The legal nature of an outcome: a second order of the outcomes, derived from their rows.
    ///
    /// The form's groups differ from the law's. （三）不予公开 holds refusals on three articles and, in its row
    /// 8, requests for which the Regulations send the applicant elsewhere; （六）其他处理 holds requests that were given
    /// up. The names and the assignment are our reading of the articles that [`Outcome::basis`] cites.
    ///
    /// ```
    /// use ogi_report::law::LegalOutcome;
    /// use ogi_report::{Denial, Outcome};
    ///
    /// assert_eq!(Outcome::from(Denial::StateSecret).legal_outcome(), LegalOutcome::RefusedUnderArticle14);
    /// assert_eq!(Outcome::from(Denial::AdministrativeQuery).legal_outcome(), LegalOutcome::OtherProcedure);
    /// ```
    pub enum LegalOutcome {
        Disclosed = "disclosed", "公开", "disclosed";
        DisclosedInPart = "disclosed_in_part", "区分处理后部分公开", "disclosed in part, the rest severed";
        /// State secrets, information that another law forbids to disclose, and information that endangers security or stability.
        RefusedUnderArticle14 = "refused_under_article_14", "依第十四条不予公开", "refused under article 14";
        /// Trade secrets, privacy and what else would harm others, unless they agree or the public interest demands it.
        RefusedUnderArticle15 = "refused_under_article_15", "依第十五条不得公开", "refused under article 15";
        /// Information that the organ may withhold but need not.
        RefusedUnderArticle16 = "refused_under_article_16", "依第十六条可以不予公开", "refused under article 16";
        /// Registers that have their own rules of access, article 36(7).
        OtherProcedure = "other_procedure", "依照专门规定查询", "subject to special rules of access";
        NotHeld = "not_held", "本机关不掌握", "not held by the organ";
        RequiresCreation = "requires_creation", "需要加工、分析", "would have to be created";
        Unclear = "unclear", "申请内容不明确", "request unclear";
        NotProcessed = "not_processed", "不予处理", "not processed";
        /// The applicant let a time limit pass, and is taken to have given up.
        Abandoned = "abandoned", "视为放弃申请", "taken as abandoned";
        /// [`NotProcessed::ConfirmOrReissue`], which no article states.
        Unstated = "unstated", "条例没有明文规定", "not stated by any article";
        /// The rows of （六）其他处理 that gather endings of several kinds, mostly withdrawals.
        AnotherEnding = "another_ending", "其他方式了结", "ended in another way";
    }
}

impl LegalOutcome {
    /// The provision that sends disputes about a refusal to reconsideration before a court hears them, in force
    /// since 1 January 2024.
    pub const RECONSIDERATION_FIRST: Citation =
        Citation::article_of(Instrument::ReconsiderationLaw, 23).with_paragraph(1).with_item(4);

    /// Whether, since 1 January 2024, the applicant must ask for reconsideration before going to court:
    /// only after a refusal under articles 14 to 16. `None` for a partial disclosure: a partial refusal is a refusal
    /// (国办函〔2021〕132号, article 2(1)), but the form does not tell whether the rest was withheld under these articles
    /// or is no government information (article 37).
    ///
    /// [`Self::RECONSIDERATION_FIRST`] speaks of information that is not disclosed. That this means articles 14 to 16,
    /// and that disputes about 无法提供 and 不予处理 may go to court at once, stands in 法释〔2025〕8号, article 1,
    /// in force since 1 June 2025. That it was so before, and is so for the other rows, is our reading.
    ///
    /// ```
    /// use ogi_report::{Denial, Outcome, UnableToProvide};
    ///
    /// let first = |outcome: Outcome| outcome.legal_outcome().reconsideration_first();
    /// assert_eq!(first(Denial::InternalAffairs.into()), Some(true));
    /// assert_eq!(first(UnableToProvide::NotHeld.into()), Some(false));
    /// assert_eq!(first(Outcome::PartiallyGranted), None);
    /// ```
    pub const fn reconsideration_first(self) -> Option<bool> {
        match self {
            Self::RefusedUnderArticle14 | Self::RefusedUnderArticle15 | Self::RefusedUnderArticle16 => Some(true),
            Self::DisclosedInPart => None,
            _ => Some(false),
        }
    }

    /// The rows of both editions whose requests ended so, in printed order.
    ///
    /// ```
    /// use ogi_report::law::LegalOutcome;
    /// use ogi_report::NotProcessed;
    ///
    /// let unstated: Vec<_> = LegalOutcome::Unstated.outcomes().collect();
    /// assert_eq!(unstated, [NotProcessed::ConfirmOrReissue.into()]);
    /// ```
    pub fn outcomes(self) -> impl Iterator<Item = Outcome> {
        Outcome::ALL.iter().copied().filter(move |outcome| outcome.legal_outcome() == self)
    }
}

impl RequestRow {
    /// The provisions that the row rests on; none where no article states what it counts.
    ///
    /// The form prints no basis: which provision a row rests on is our reading of the Regulations.
    ///
    /// ```
    /// use ogi_report::{Denial, RequestRow};
    ///
    /// let basis: Vec<String> = RequestRow::from(Denial::ThirdPartyRights).basis().iter().map(ToString::to_string).collect();
    /// assert_eq!(basis, ["art. 15", "art. 32", "art. 36(3)"]);
    /// assert!(RequestRow::OutcomeTotal.basis().is_empty());
    /// ```
    pub const fn basis(self) -> &'static [Citation] {
        entry(self).basis
    }

    /// What the row counts, in one line. These are our words; the notices' filling instructions could not be
    /// read in full.
    ///
    /// ```
    /// use ogi_report::{Lang, RequestRow};
    ///
    /// assert_eq!(RequestRow::CarriedOver.meaning(Lang::En), "Requests still open at the end of the year.");
    /// ```
    pub const fn meaning(self, lang: Lang) -> &'static str {
        entry(self).meaning[lang.index()]
    }

    /// The cases that real reports count in the row, where the label leaves it open. It is what was seen in
    /// reports, not what a notice prescribes.
    ///
    /// ```
    /// use ogi_report::{Lang, RequestRow, UnableToProvide};
    ///
    /// let not_held = RequestRow::from(UnableToProvide::NotHeld);
    /// assert_eq!(not_held.practice(Lang::En), Some("Both “does not exist” and “not this organ's to disclose”."));
    /// assert_eq!(RequestRow::OutcomeTotal.practice(Lang::En), None);
    /// ```
    pub const fn practice(self, lang: Lang) -> Option<&'static str> {
        match entry(self).practice {
            Some(practice) => Some(practice[lang.index()]),
            None => None,
        }
    }
}

impl Outcome {
    /// The provisions that the row rests on, as [`RequestRow::basis`]. None for
    /// [`NotProcessed::ConfirmOrReissue`], which no article states, and for 3.其他.
    ///
    /// ```
    /// use ogi_report::{Lang, NotProcessed, Outcome, UnableToProvide};
    ///
    /// let outcome = Outcome::from(UnableToProvide::NotHeld);
    /// assert_eq!(outcome.basis()[0].label(Lang::Zh), "第三十六条第（四）项");
    /// assert!(Outcome::from(NotProcessed::ConfirmOrReissue).basis().is_empty());
    /// ```
    pub const fn basis(self) -> &'static [Citation] {
        RequestRow::Outcome(self).basis()
    }

    /// What the row counts, as [`RequestRow::meaning`].
    ///
    /// ```
    /// use ogi_report::{Lang, NotProcessed, Outcome};
    ///
    /// let outcome = Outcome::from(NotProcessed::ConfirmOrReissue);
    /// assert!(outcome.meaning(Lang::En).ends_with("No article of the Regulations states this outcome."));
    /// ```
    pub const fn meaning(self, lang: Lang) -> &'static str {
        RequestRow::Outcome(self).meaning(lang)
    }

    /// What real reports count in the row, as [`RequestRow::practice`].
    ///
    /// ```
    /// use ogi_report::{Lang, Outcome};
    ///
    /// assert!(Outcome::Granted.practice(Lang::Zh).is_some());
    /// ```
    pub const fn practice(self, lang: Lang) -> Option<&'static str> {
        RequestRow::Outcome(self).practice(lang)
    }

    /// The legal nature of the request.
    ///
    /// ```
    /// use ogi_report::law::LegalOutcome;
    /// use ogi_report::{Outcome, UnableToProvide};
    ///
    /// assert_eq!(Outcome::from(UnableToProvide::NotHeld).legal_outcome(), LegalOutcome::NotHeld);
    /// ```
    pub const fn legal_outcome(self) -> LegalOutcome {
        match self {
            Self::Granted => LegalOutcome::Disclosed,
            Self::PartiallyGranted => LegalOutcome::DisclosedInPart,
            Self::Denied(Denial::StateSecret | Denial::ProhibitedByLaw | Denial::SecurityOrStability) => {
                LegalOutcome::RefusedUnderArticle14
            }
            Self::Denied(Denial::ThirdPartyRights) => LegalOutcome::RefusedUnderArticle15,
            Self::Denied(Denial::InternalAffairs | Denial::ProcessInformation | Denial::EnforcementCaseFile) => {
                LegalOutcome::RefusedUnderArticle16
            }
            Self::Denied(Denial::AdministrativeQuery) => LegalOutcome::OtherProcedure,
            Self::UnableToProvide(UnableToProvide::NotHeld) => LegalOutcome::NotHeld,
            Self::UnableToProvide(UnableToProvide::RequiresCreation) => LegalOutcome::RequiresCreation,
            Self::UnableToProvide(UnableToProvide::UnclearAfterCorrection) => LegalOutcome::Unclear,
            Self::NotProcessed(NotProcessed::ConfirmOrReissue) => LegalOutcome::Unstated,
            Self::Other | Self::OtherHandling(OtherHandling::Miscellaneous) => LegalOutcome::AnotherEnding,
            Self::NotProcessed(_) => LegalOutcome::NotProcessed,
            Self::OtherHandling(OtherHandling::CorrectionOverdue | OtherHandling::FeeUnpaid) => LegalOutcome::Abandoned,
        }
    }
}

/// The facts of a row beyond its labels.
struct Entry {
    basis: &'static [Citation],
    meaning: [&'static str; 2],
    practice: Option<[&'static str; 2]>,
}

/// An article of the Regulations.
const fn art(article: u8) -> Citation {
    Citation::article_of_regulations(article)
}

/// A reply type: an item of article 36.
const fn reply(item: u8) -> Citation {
    art(36).with_item(item)
}

/// The refusal that gives its reasons: the reply type of every refusal under articles 14 to 16.
const REFUSED: Citation = reply(3);

const FEE_UNPAID: Citation = Citation::article_of(Instrument::FeeMeasures, 6);

macro_rules! rows {
    ($($row:pat => [$($basis:expr),*] $zh:literal, $en:literal $(, seen: $zh_practice:literal, $en_practice:literal)?;)+) => {
        const fn entry(row: RequestRow) -> &'static Entry {
            match row {
                $($row => &Entry {
                    basis: const { &[$($basis),*] },
                    meaning: [$zh, $en],
                    practice: rows!(@practice $($zh_practice, $en_practice)?),
                },)+
            }
        }
    };
    (@practice) => { None };
    (@practice $zh:literal, $en:literal) => { Some([$zh, $en]) };
}

use Outcome as O;
use RequestRow as R;

// Row => [basis] meaning in 中文, in English; then what real reports count there, if anything is to be said.
rows! {
    R::Received => [art(27), art(29), art(31)]
        "本年收到的申请。", "Requests that arrived in the year.";
    R::CarriedIn => [art(33)]
        "上年年底尚未办结、转入本年的申请。", "Requests that were still open when the year began.";
    R::Outcome(O::Granted) => [reply(1), reply(2)]
        "告知获取方式，或者提供了全部信息。", "The applicant was told where the information is public, or was given all of it.",
        seen: "已经主动公开的信息也计入本行。", "Information that was public already counts here too.";
    R::Outcome(O::PartiallyGranted) => [art(37)]
        "能够区分处理的，公开了可以公开的部分。", "What could be separated was disclosed, the rest withheld.";
    R::Outcome(O::Denied(Denial::StateSecret)) => [art(14), REFUSED]
        "依法确定为国家秘密。", "The information is a state secret, determined as such by law.";
    R::Outcome(O::Denied(Denial::ProhibitedByLaw)) => [art(14), REFUSED]
        "其他法律或者行政法规不许公开。", "Another law or an administrative regulation forbids disclosure.";
    R::Outcome(O::Denied(Denial::SecurityOrStability)) => [art(14), REFUSED]
        "公开可能危及国家安全、公共安全、经济安全或者社会稳定。", "Disclosure could endanger national, public or economic security or social stability.";
    R::Outcome(O::Denied(Denial::ThirdPartyRights)) => [art(15), art(32), REFUSED]
        "涉及他人商业秘密、个人隐私等，公开会损害其合法权益；第三方同意，或者不公开会对公共利益造成重大影响的除外。", "Disclosure would harm the lawful interests of others, such as trade secrets or privacy, and they did not agree and no grave public interest demands it.";
    R::Outcome(O::Denied(Denial::InternalAffairs)) => [art(16).with_paragraph(1), REFUSED]
        "人事、后勤、内部工作流程三类内部事务。", "Internal affairs of three kinds: personnel, logistics, internal work flow.";
    R::Outcome(O::Denied(Denial::ProcessInformation)) => [art(16).with_paragraph(2), REFUSED]
        "讨论记录、过程稿、磋商信函、请示报告四类过程性信息。", "Information from the making of a decision, of four kinds: discussion records, drafts, consultation letters, requests for instructions and reports.";
    R::Outcome(O::Denied(Denial::EnforcementCaseFile)) => [art(16).with_paragraph(2), REFUSED]
        "行政执法案卷中的信息。", "Information in the file of an enforcement case.";
    R::Outcome(O::Denied(Denial::AdministrativeQuery)) => [reply(7)]
        "工商、不动产登记等资料，应按专门规定查询。表格列在不予公开之下，但不属于第十四条至第十六条的情形。", "Registers such as those of businesses and real estate, which have their own rules of access. The form lists them under （三）不予公开, though this is no refusal under articles 14 to 16.";
    R::Outcome(O::UnableToProvide(UnableToProvide::NotHeld)) => [reply(4), reply(5)]
        "经检索不存在，或者不归本机关公开。", "A search found nothing, or it is for another organ to disclose.",
        seen: "“信息不存在”和“不属于本机关公开”都计入本行。", "Both “does not exist” and “not this organ's to disclose”.";
    R::Outcome(O::UnableToProvide(UnableToProvide::RequiresCreation)) => [art(38)]
        "没有现成的，须加工、分析才能得出。", "It does not exist as such; the organ would have to process or analyse what it has.";
    R::Outcome(O::UnableToProvide(UnableToProvide::UnclearAfterCorrection)) => [art(29).with_paragraph(2).with_item(2), art(30)]
        "申请人作了补正，仍看不出要什么信息。条例没有专门规定这种情形。", "The applicant did clarify, and still it is not clear what is asked for. No clause of the Regulations is about just this.";
    R::Outcome(O::NotProcessed(NotProcessed::PetitionOrComplaint)) => [art(39).with_paragraph(1)]
        "以申请公开的形式提出信访、投诉或者举报。", "A petition, complaint or report that has the form of a request.";
    R::Outcome(O::NotProcessed(NotProcessed::Duplicate)) => [reply(6)]
        "已经答复过，同一申请人又申请同样的信息。", "The same applicant asks again for what was answered before.";
    R::Outcome(O::NotProcessed(NotProcessed::Publication)) => [art(39).with_paragraph(2)]
        "要求提供公报、报刊、书籍等公开出版物。", "The applicant wants a gazette, a newspaper or a book, which can be had elsewhere.";
    R::Outcome(O::NotProcessed(NotProcessed::Excessive)) => [art(35)]
        "数量、频次明显过多，说明的理由不合理。", "Far too many requests, or too often, and the reasons given do not justify it.";
    R::Outcome(O::NotProcessed(NotProcessed::ConfirmOrReissue)) => []
        "要求确认或者重新出具已经拿到的信息。条例没有条文规定这种情形。", "The applicant has the information and wants it confirmed or issued anew. No article of the Regulations states this outcome.";
    R::Outcome(O::Other) => [art(30)]
        "其他方式了结的申请，2019年版合为一行；按我们的理解，包括逾期不补正和申请人撤回的。信息处理费自2021年1月1日起收取，2019、2020年度不会有逾期不缴费的。", "Requests that ended in any other way, for which the 2019 edition has one row; in our reading those whose applicant did not clarify in time, and those withdrawn. The information-processing fee began on 1 January 2021, so no request of 2019 or 2020 ended because it was not paid.";
    R::Outcome(O::OtherHandling(OtherHandling::CorrectionOverdue)) => [art(30)]
        "要求补正而无正当理由逾期不补正，视为放弃。", "Asked to clarify, the applicant did not do so in time, and is taken to have given up.";
    R::Outcome(O::OtherHandling(OtherHandling::FeeUnpaid)) => [art(42), FEE_UNPAID]
        "收到收费通知后逾期不缴费，视为放弃。办法的条号未能核实。", "Told to pay the information-processing fee, the applicant did not do so in time, and is taken to have given up. The number of the article of the Fee Measures is not confirmed.";
    R::Outcome(O::OtherHandling(OtherHandling::Miscellaneous)) => []
        "其他方式了结的申请。条例没有条文规定这种情形。", "Requests that ended in any other way. No article of the Regulations states this outcome.",
        seen: "主要是申请人主动撤回的申请。", "Mostly requests that the applicant withdrew.";
    R::OutcomeTotal => []
        "本年办结的申请，即以上各行之和。", "Requests that ended in the year: the sum of the rows above.";
    R::CarriedOver => [art(33)]
        "年底尚未办结的申请。", "Requests still open at the end of the year.";
}

//! Which cells of the tables count what a figure of the text does.

use Place::{Disputes, Earlier, EarlierGround, From, Groups, Proactive, Rows, Since2021};

use crate::form::{
    Applicant, Cell, Column, Denial, EarlierRefusal, EarlierReply, Edition, NotProcessed, OtherHandling, Outcome,
    OutcomeGroup, ProactiveCell as P, RequestRow, Route, Ruling, TodaysPlace, UnableToProvide,
};
use crate::narrative::Subject;
use crate::narrative::subject::Subject as S;

/// Where a form says what a subject counts.
enum Place {
    /// A cell of table 二: that of the edition of 2019, and that of 2021.
    Proactive(Option<P>, Option<P>),
    /// Rows of table 三, in all.
    Rows(&'static [RequestRow]),
    /// A row that table 三 has since 2021.
    Since2021(OtherHandling),
    /// Groups of outcomes, as far as the edition has their rows.
    Groups(&'static [OutcomeGroup]),
    /// Requests received, by who asked.
    From(&'static [Applicant]),
    /// What was said before 2019, where it has a row today.
    Earlier(EarlierReply),
    EarlierGround(EarlierRefusal),
    /// Columns of table 四.
    Disputes(&'static [Route], Column<Ruling>),
}

const fn both(cell: P) -> Place {
    Proactive(Some(cell), Some(cell))
}

const fn renamed(of_2019: P, of_2021: P) -> Place {
    Proactive(Some(of_2019), Some(of_2021))
}

const fn new(cell: P) -> Place {
    Proactive(None, Some(cell))
}

const RECONSIDERED: &[Route] = &[Route::Reconsideration];
const DIRECT: &[Route] = &[Route::DirectLitigation];
const AFTER: &[Route] = &[Route::LitigationAfterReconsideration];
const IN_COURT: &[Route] = &[Route::DirectLitigation, Route::LitigationAfterReconsideration];
const ORGANIZATIONS: &[Applicant] = &[
    Applicant::CommercialEnterprise,
    Applicant::ResearchInstitution,
    Applicant::PublicInterestOrganization,
    Applicant::LegalServiceInstitution,
    Applicant::OtherOrganization,
];

/// Subjects that no table counts are not here.
const PLACES: &[(S, Place)] = &[
    (S::RulesIssued, renamed(P::RulesNewlyMade, P::RulesIssued)),
    (S::RulesRepealed, new(P::RulesRepealed)),
    (S::RulesInForce, new(P::RulesInForce)),
    (S::NormativeDocumentsIssued, renamed(P::NormativeDocumentsNewlyMade, P::NormativeDocumentsIssued)),
    (S::NormativeDocumentsRepealed, new(P::NormativeDocumentsRepealed)),
    (S::NormativeDocumentsInForce, new(P::NormativeDocumentsInForce)),
    (S::LicensingDecisions, both(P::LicensingDecisions)),
    (S::PenaltiesDecisions, both(P::PenaltiesDecisions)),
    (S::CoercionDecisions, both(P::CoercionDecisions)),
    (S::AdministrativeFees, new(P::FeesAmount)),
    (S::Received, Rows(&[RequestRow::Received])),
    (S::CarriedIn, Rows(&[RequestRow::CarriedIn])),
    (S::Handled, Rows(&[RequestRow::Received, RequestRow::CarriedIn])),
    (S::Processed, Rows(&[RequestRow::OutcomeTotal])),
    (S::CarriedOver, Rows(&[RequestRow::CarriedOver])),
    (S::ReceivedFromNaturalPersons, From(&[Applicant::NaturalPerson])),
    (S::ReceivedFromOrganizations, From(ORGANIZATIONS)),
    (S::Granted, Rows(&[RequestRow::Outcome(Outcome::Granted)])),
    (S::PartiallyGranted, Rows(&[RequestRow::Outcome(Outcome::PartiallyGranted)])),
    (S::GrantedAtLeastInPart, Groups(&[OutcomeGroup::Granted, OutcomeGroup::PartiallyGranted])),
    (S::Denied, Groups(&[OutcomeGroup::Denied])),
    (S::UnableToProvide, Groups(&[OutcomeGroup::UnableToProvide])),
    (S::NotProcessed, Groups(&[OutcomeGroup::NotProcessed])),
    (S::OtherHandling, Groups(&[OutcomeGroup::Other])),
    (S::StateSecret, Rows(&[RequestRow::Outcome(Outcome::Denied(Denial::StateSecret))])),
    (S::ProhibitedByLaw, Rows(&[RequestRow::Outcome(Outcome::Denied(Denial::ProhibitedByLaw))])),
    (S::SecurityOrStability, Rows(&[RequestRow::Outcome(Outcome::Denied(Denial::SecurityOrStability))])),
    (S::ThirdPartyRights, Rows(&[RequestRow::Outcome(Outcome::Denied(Denial::ThirdPartyRights))])),
    (S::InternalAffairs, Rows(&[RequestRow::Outcome(Outcome::Denied(Denial::InternalAffairs))])),
    (S::ProcessInformation, Rows(&[RequestRow::Outcome(Outcome::Denied(Denial::ProcessInformation))])),
    (S::EnforcementCaseFile, Rows(&[RequestRow::Outcome(Outcome::Denied(Denial::EnforcementCaseFile))])),
    (S::AdministrativeQuery, Rows(&[RequestRow::Outcome(Outcome::Denied(Denial::AdministrativeQuery))])),
    (S::NotHeld, Rows(&[RequestRow::Outcome(Outcome::UnableToProvide(UnableToProvide::NotHeld))])),
    (S::RequiresCreation, Rows(&[RequestRow::Outcome(Outcome::UnableToProvide(UnableToProvide::RequiresCreation))])),
    (
        S::UnclearAfterCorrection,
        Rows(&[RequestRow::Outcome(Outcome::UnableToProvide(UnableToProvide::UnclearAfterCorrection))]),
    ),
    (S::PetitionOrComplaint, Rows(&[RequestRow::Outcome(Outcome::NotProcessed(NotProcessed::PetitionOrComplaint))])),
    (S::DuplicateRequest, Rows(&[RequestRow::Outcome(Outcome::NotProcessed(NotProcessed::Duplicate))])),
    (S::Publication, Rows(&[RequestRow::Outcome(Outcome::NotProcessed(NotProcessed::Publication))])),
    (S::ExcessiveRequests, Rows(&[RequestRow::Outcome(Outcome::NotProcessed(NotProcessed::Excessive))])),
    (S::ConfirmOrReissue, Rows(&[RequestRow::Outcome(Outcome::NotProcessed(NotProcessed::ConfirmOrReissue))])),
    (S::CorrectionOverdue, Since2021(OtherHandling::CorrectionOverdue)),
    (S::FeeUnpaid, Since2021(OtherHandling::FeeUnpaid)),
    (S::AlreadyDisclosed, Earlier(EarlierReply::AlreadyDisclosed)),
    (S::AgreedToDisclose, Earlier(EarlierReply::Granted)),
    (S::AgreedToDiscloseInPart, Earlier(EarlierReply::PartiallyGranted)),
    (S::NotThisOrgan, Earlier(EarlierReply::NotThisOrgan)),
    (S::NotExisting, Earlier(EarlierReply::NotExisting)),
    (S::TradeSecret, EarlierGround(EarlierRefusal::TradeSecret)),
    (S::Privacy, EarlierGround(EarlierRefusal::Privacy)),
    (S::Reconsiderations, Disputes(RECONSIDERED, Column::Total)),
    (S::ReconsiderationsUpheld, Disputes(RECONSIDERED, Column::Of(Ruling::Upheld))),
    (S::ReconsiderationsCorrected, Disputes(RECONSIDERED, Column::Of(Ruling::Corrected))),
    (S::ReconsiderationsOther, Disputes(RECONSIDERED, Column::Of(Ruling::Other))),
    (S::ReconsiderationsPending, Disputes(RECONSIDERED, Column::Of(Ruling::Pending))),
    (S::Suits, Disputes(IN_COURT, Column::Total)),
    (S::SuitsUpheld, Disputes(IN_COURT, Column::Of(Ruling::Upheld))),
    (S::SuitsCorrected, Disputes(IN_COURT, Column::Of(Ruling::Corrected))),
    (S::SuitsOther, Disputes(IN_COURT, Column::Of(Ruling::Other))),
    (S::SuitsPending, Disputes(IN_COURT, Column::Of(Ruling::Pending))),
    (S::DirectSuits, Disputes(DIRECT, Column::Total)),
    (S::SuitsAfterReconsideration, Disputes(AFTER, Column::Total)),
];

impl Subject {
    /// The cells of a form of that edition whose sum is what the subject counts; empty where the tables do not say.
    /// The rows of （六）其他处理 are those of the edition.
    ///
    /// ```
    /// use ogi_report::Edition;
    /// use ogi_report::narrative::Subject;
    ///
    /// let cells = Subject::Suits.cells(Edition::V2021);
    /// assert_eq!(cells[0].to_string(), "disputes.litigation.direct.total");
    /// assert_eq!(cells.len(), 2);
    /// assert!(Subject::Disclosed.cells(Edition::V2021).is_empty());
    /// ```
    pub fn cells(self, edition: Edition) -> Vec<Cell> {
        let place = PLACES.iter().find(|(subject, _)| *subject == self).map(|(_, place)| place);
        place.map_or_else(Vec::new, |place| place.cells(edition))
    }
}

impl Place {
    fn cells(&self, edition: Edition) -> Vec<Cell> {
        let total = |row: RequestRow| Cell::request(row, Column::Total);
        let earlier = |place: Option<TodaysPlace>| match place {
            Some(TodaysPlace::Row(row)) => vec![total(row)],
            Some(TodaysPlace::Group(_)) | None => Vec::new(),
        };
        match *self {
            Proactive(of_2019, of_2021) => {
                let cell = match edition {
                    Edition::V2019 => of_2019,
                    Edition::V2021 => of_2021,
                };
                cell.map(Cell::Proactive).into_iter().collect()
            }
            Rows(rows) => rows.iter().copied().map(total).collect(),
            Since2021(row) if edition == Edition::V2021 => vec![total(row.into())],
            Since2021(_) => Vec::new(),
            Groups(groups) => {
                let outcomes = Outcome::ALL.iter().copied().filter(|outcome| groups.contains(&outcome.group()));
                outcomes.filter(|outcome| outcome.is_printed_in(edition)).map(|outcome| total(outcome.into())).collect()
            }
            From(applicants) => {
                applicants.iter().map(|&applicant| Cell::request(RequestRow::Received, applicant)).collect()
            }
            Earlier(reply) => earlier(reply.today()),
            EarlierGround(ground) => earlier(ground.today()),
            Disputes(routes, column) => routes.iter().map(|&route| Cell::dispute(route, column)).collect(),
        }
    }
}

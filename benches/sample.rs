//! What the benchmarks add up.

use ogi_report::{Applicant, Denial, Report, Ruling};

/// Counts of a report of the 2021 edition: 24 rows of 6 applicants, 12 results of disputes, 9 of section 二.
pub(crate) const WORDS: usize = 24 * 6 + 12 + 9;

/// Figures that balance.
pub(crate) fn fill(report: &mut Report, seed: u32) {
    for &applicant in Applicant::ALL {
        let n = seed % 97 + u32::try_from(applicant.index()).expect("small");
        report.requests.outcomes.granted[applicant] = n;
        report.requests.outcomes.denied[Denial::ThirdPartyRights][applicant] = n / 3;
        report.requests.carried_over[applicant] = n / 5;
        report.requests.received[applicant] = n + n / 3 + n / 5;
    }
    report.disputes.reconsideration[Ruling::Upheld] = seed % 7;
}

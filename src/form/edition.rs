//! The editions of the official form.

use std::ops::RangeInclusive;

use crate::value::Year;
use crate::value::axis::axis;

axis! {
    /// An edition of the official form, named by the year of the notice that prescribed it.
    ///
    /// Both are issued under article 50 of the Regulations by the office for government information of the
    /// General Office of the State Council. No later edition is known to us.
    ///
    /// ```
    /// use ogi_report::{Edition, Year};
    ///
    /// assert_eq!(Edition::V2021.notice(), "国办公开办函〔2021〕30号");
    /// assert_eq!(Edition::in_force(Year::new(2020)?), Some(Edition::V2019));
    /// assert_eq!((Edition::V2019.cells().len(), Edition::V2021.cells().len()), (198, 200));
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    #[non_exhaustive]
    pub enum Edition {
        V2019 = "2019", "2019年版（试行）", "2019 edition (trial)";
        V2021 = "2021", "2021年版", "2021 edition";
    }
}

impl Edition {
    /// The number of the notice whose annex prescribes the form.
    ///
    /// ```
    /// assert_eq!(ogi_report::Edition::V2019.notice(), "国办公开办函〔2019〕60号");
    /// ```
    pub const fn notice(self) -> &'static str {
        match self {
            Self::V2019 => "国办公开办函〔2019〕60号",
            Self::V2021 => "国办公开办函〔2021〕30号",
        }
    }

    /// The reporting years that use this edition. That the 2021 edition is still in force rests on the
    /// reports seen up to reporting year 2025; the range has no end because no successor is known.
    ///
    /// ```
    /// use ogi_report::{Edition, Year};
    ///
    /// assert!(Edition::V2021.years().contains(&Year::new(2025)?));
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub const fn years(self) -> RangeInclusive<Year> {
        match self {
            Self::V2019 => Year::known(2019)..=Year::known(2020),
            Self::V2021 => Year::known(2021)..=Year::LAST,
        }
    }

    /// The edition in force for a reporting year; none before 2019.
    ///
    /// ```
    /// use ogi_report::{Edition, Year};
    ///
    /// assert_eq!(Edition::in_force(Year::new(2018)?), None);
    /// # Ok::<(), ogi_report::value::YearError>(())
    /// ```
    pub fn in_force(year: Year) -> Option<Self> {
        Self::ALL.iter().copied().find(|edition| edition.years().contains(&year))
    }
}

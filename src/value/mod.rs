//! Scalars that know nothing of the form: numbers as printed, years, bodies and regions, languages.

pub(crate) mod axis;
pub(crate) mod body;
pub(crate) mod clip;
pub(crate) mod decimal;
pub(crate) mod lang;
pub(crate) mod name;
pub(crate) mod year;

pub use axis::Axis;
pub use body::{Body, BodyKind, Level, Region, RegionError, Scope};
pub use decimal::{Amount, Decimal, DecimalError, MoneyUnit};
pub use lang::Lang;
pub use name::UnknownName;
pub use year::{Period, Year, YearError};

//! Scalars that know nothing of the form: numbers as printed, years, bodies and regions, languages.

pub(crate) mod alias;
pub(crate) mod axis;
pub(crate) mod basis;
pub(crate) mod body;
pub(crate) mod clip;
pub(crate) mod decimal;
pub(crate) mod digits;
pub(crate) mod fold;
pub(crate) mod infer;
pub(crate) mod kind;
pub(crate) mod lang;
pub(crate) mod name;
pub(crate) mod region;
pub(crate) mod year;

pub use axis::Axis;
pub use basis::{Basis, Inferred};
pub use body::Body;
pub use decimal::{Amount, Decimal, DecimalError, MoneyUnit};
pub use kind::{BodyKind, Level, Scope};
pub use lang::{Lang, Texts};
pub use name::UnknownName;
pub use region::{Region, RegionError};
pub use year::{Period, Year, YearError};

//! How the outcome of a check is shown: as text, SARIF or JUnit.

mod junit;
pub(crate) mod message;
pub(crate) mod sarif;
pub(crate) mod text;

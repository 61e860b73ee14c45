//! The figures of tables into the cells of the form. A run gets its label and its columns, all its readings are enumerated, and the equations
//! of the form decide between them. What stays undecided is left, with its readings.

mod blocks;
mod claim;
mod columns;
mod damage;
mod disputes;
pub(crate) mod engine;
mod geometry;
mod owner;
mod readings;
mod requests;
pub(crate) mod sheet;
mod solve;
mod torn;

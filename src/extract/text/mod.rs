//! Plain text into a page. Bytes are decoded, tables that are ruled over several lines or separated by commas are found, and every other
//! line becomes a line or the cells between its tabs and bars. What the words mean is not asked, except where print has broken a label at the end of a line.

pub(crate) mod decode;
mod frame;
pub(crate) mod lines;
mod ruled;
mod separated;

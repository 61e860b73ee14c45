//! Why a run failed as a whole.

use std::io;
use std::path::{Path, PathBuf};

/// Why a run failed as a whole. A file that cannot be read is no such error; the outputs say so.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The inputs have no file.
    #[error("there is no file to read in the inputs, expected reports or forms")]
    Nothing,
    /// An input does not exist, or its folder cannot be read.
    #[error("{path}: {error}")]
    Input {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// An output cannot be written.
    #[error("{path}: {error}, expected a folder that can be written")]
    Output {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The output folder has files that no run wrote.
    #[error("{0}: this folder has files of others, expected a new one, an empty one or the output of an earlier run")]
    NotOurs(PathBuf),
    /// An input stands in the output folder.
    #[error("{0}: this stands in the output folder and would be read and overwritten")]
    Overwritten(PathBuf),
    /// Threads cannot be started.
    #[error("no threads: {0}")]
    Threads(String),
    /// What was asked to stop has stopped. What is done is kept.
    #[error("stopped; start it again with the same inputs and options to go on")]
    Stopped,
}

impl Error {
    pub(crate) fn input(path: &Path) -> impl FnOnce(io::Error) -> Self {
        |error| Self::Input { path: path.to_owned(), error }
    }

    pub(crate) fn output(path: &Path) -> impl FnOnce(io::Error) -> Self {
        |error| Self::Output { path: path.to_owned(), error }
    }
}

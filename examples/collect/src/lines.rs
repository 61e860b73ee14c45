//! A file of forms, some lines at a time.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, Read as _};

use crate::inputs::{Content, Input};

/// Bytes of the lines of a chunk, but for the last line.
const BYTES: usize = 2 << 20;
/// Bytes of the longest line that is read whole; what is longer is no form.
pub(crate) const LONGEST: usize = 16 << 20;

/// The lines of a file that are still to be read.
pub(crate) struct Lines {
    input: Input,
    from: Option<Result<BufReader<File>, io::Error>>,
    next: u64,
}

impl Lines {
    pub(crate) fn of(input: &Input) -> Self {
        let file = File::open(&input.path).map(|file| BufReader::with_capacity(1 << 18, file));
        Self { input: input.clone(), from: Some(file), next: 1 }
    }

    /// Whole lines, and how many. Of a line that is too long the rest is left out, and what is kept is no form.
    fn read(from: &mut BufReader<File>) -> io::Result<(Vec<u8>, u64)> {
        let (mut text, mut lines) = (Vec::with_capacity(BYTES + (BYTES >> 3)), 0);
        while text.len() < BYTES {
            let start = text.len();
            if from.by_ref().take(LONGEST as u64 + 1).read_until(b'\n', &mut text)? == 0 {
                break;
            }
            if text.last() != Some(&b'\n') {
                if text.len() - start > LONGEST {
                    from.skip_until(b'\n')?;
                }
                text.push(b'\n');
            }
            lines += 1;
        }
        Ok((text, lines))
    }
}

impl Iterator for Lines {
    type Item = (u64, Content);

    fn next(&mut self) -> Option<Self::Item> {
        let mut from = self.from.take()?;
        let first = self.next;
        let input = self.input.clone();
        let read = match &mut from {
            Ok(from) => Self::read(from).map_err(|error| error.to_string()),
            Err(error) => Err(error.to_string()),
        };
        match read {
            Ok((_, 0)) => None,
            Ok((text, lines)) => {
                self.next += lines;
                self.from = Some(from);
                Some((text.len() as u64, Content::Lines { input, first, text }))
            }
            Err(error) => Some((0, Content::Broken { input, first, error })),
        }
    }
}

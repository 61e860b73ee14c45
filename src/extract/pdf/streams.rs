//! Streams, inflated up to a bound: the parser of objects inflates without any.

use std::borrow::Cow;

use hayro_syntax::Filter;
use hayro_syntax::object::{Dict, Stream};
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit};

use super::damaged;
use crate::extract::{Bound, ExtractError};

/// Bytes of all streams that are read, once inflated.
const INFLATED: usize = 64 << 20;
/// What a byte inflates to at most.
const RATIO: usize = 1032;

/// How much may still be inflated.
pub(super) struct Streams {
    left: usize,
}

impl Streams {
    /// Looks at the streams that the parser inflates by itself when it opens a file: those of objects and of the list of
    /// objects.
    pub(super) fn new(file: &[u8]) -> Result<Self, ExtractError> {
        let mut streams = Self { left: INFLATED };
        let mut rest = file;
        while let Some(at) = find(rest, b"stream") {
            let (before, behind) = rest.split_at(at);
            let behind = &behind[b"stream".len()..];
            rest = behind;
            if before.ends_with(b"end") {
                continue;
            }
            let dictionary = last_dictionary(before);
            if find(dictionary, b"/ObjStm").is_some() || find(dictionary, b"/XRef").is_some() {
                let data = behind.strip_prefix(b"\r\n").or_else(|| behind.strip_prefix(b"\n")).unwrap_or(behind);
                let data = &data[..find(data, b"endstream").unwrap_or(data.len())];
                streams.look_at(dictionary, data)?;
            }
        }
        Ok(Self { left: INFLATED })
    }

    fn look_at(&mut self, dictionary: &[u8], data: &[u8]) -> Result<(), ExtractError> {
        let filters = dictionary.windows(b"Decode".len()).filter(|name| *name == b"Decode").count();
        let parameters = find(dictionary, b"DecodeParms").map_or(0, |_| 1);
        let is_plain_flate = filters - parameters.min(filters) <= 1 && find(dictionary, b"/FlateDecode").is_some();
        let inflated = if is_plain_flate { self.inflate(data) } else { None };
        match inflated {
            Some(inflated) => self.take(inflated?.len()),
            // Encrypted, or filtered otherwise: what it could become at most.
            None if filters == 0 => self.take(data.len()),
            None => self
                .take(data.len().saturating_mul(RATIO.saturating_pow(u32::try_from(filters).unwrap_or(1).min(2))) / 4),
        }
    }

    fn take(&mut self, bytes: usize) -> Result<(), ExtractError> {
        let too_large = ExtractError::TooLarge { bound: Bound::Inflated, limit: INFLATED };
        self.left = self.left.checked_sub(bytes).ok_or(too_large)?;
        Ok(())
    }

    /// Inflates data; nothing if it is not deflated. What is damaged at its end is read up to there.
    fn inflate(&self, data: &[u8]) -> Option<Result<Vec<u8>, ExtractError>> {
        let too_large = ExtractError::TooLarge { bound: Bound::Inflated, limit: INFLATED };
        let read = |result: Result<Vec<u8>, miniz_oxide::inflate::DecompressError>| match result {
            Ok(bytes) => Some(Ok(bytes)),
            Err(error) if error.status == TINFLStatus::HasMoreOutput => Some(Err(too_large.clone())),
            Err(error) if !error.output.is_empty() => Some(Ok(error.output)),
            Err(_) => None,
        };
        read(decompress_to_vec_zlib_with_limit(data, self.left))
            .or_else(|| read(decompress_to_vec_with_limit(data, self.left)))
    }

    /// The data of a stream.
    ///
    /// # Errors
    ///
    /// If it is too large, or could be.
    pub(super) fn decoded<'s>(&mut self, stream: &Stream<'s>) -> Result<Cow<'s, [u8]>, ExtractError> {
        let raw = stream.raw_data();
        let filters = stream.filters();
        let has_predictor = || stream.dict().get::<Dict<'_>>(b"DecodeParms".as_slice()).is_some();
        let data = match filters.as_slice() {
            [] => raw,
            [Filter::FlateDecode] if !has_predictor() => match self.inflate(&raw) {
                Some(inflated) => Cow::Owned(inflated?),
                None => return Err(damaged("a stream of it cannot be unpacked")),
            },
            filters => {
                let grows = |filter: &&Filter| {
                    matches!(filter, Filter::FlateDecode | Filter::LzwDecode | Filter::RunLengthDecode)
                };
                let times = u32::try_from(filters.iter().filter(grows).count()).unwrap_or(u32::MAX);
                if raw.len().saturating_mul(RATIO.saturating_pow(times)) > self.left.saturating_mul(2) {
                    return Err(ExtractError::TooLarge { bound: Bound::Inflated, limit: INFLATED });
                }
                stream.decoded_data().map_err(|_| damaged("a stream of it cannot be unpacked"))?
            }
        };
        self.take(data.len())?;
        Ok(data)
    }
}

/// The last dictionary before a stream.
fn last_dictionary(before: &[u8]) -> &[u8] {
    /// Bytes of the longest one that is looked at.
    const LONGEST: usize = 4096;
    let before = &before[before.len().saturating_sub(LONGEST)..];
    let start = before.windows(b" obj".len()).rposition(|word| word == b" obj").unwrap_or(0);
    &before[start..]
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    let first = *part.first()?;
    let mut from = 0;
    loop {
        from += bytes.get(from..)?.iter().position(|byte| *byte == first)?;
        if bytes[from..].starts_with(part) {
            return Some(from);
        }
        from += 1;
    }
}

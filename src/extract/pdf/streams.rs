//! Streams, inflated up to a bound: the parser of objects inflates without any.

use std::borrow::Cow;

use hayro_syntax::Filter;
use hayro_syntax::object::{FromBytes as _, Stream};
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

use super::damaged;
use crate::extract::{Bound, Broken, ExtractError};

/// Bytes of all streams that are read, once inflated.
const INFLATED: usize = 64 << 20;
/// The most bytes that one byte inflates to.
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
        let is_encrypted = find(file, b"/Encrypt").is_some();
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
                streams.look_at(dictionary, data, is_encrypted)?;
            }
        }
        Ok(Self { left: INFLATED })
    }

    fn look_at(&mut self, dictionary: &[u8], data: &[u8], is_encrypted: bool) -> Result<(), ExtractError> {
        let filters = dictionary.windows(b"Decode".len()).filter(|name| *name == b"Decode").count();
        let parameters = find(dictionary, b"DecodeParms").map_or(0, |_| 1);
        let is_plain_flate = filters - parameters.min(filters) <= 1 && find(dictionary, b"/FlateDecode").is_some();
        let inflated = is_plain_flate.then(|| self.inflate(data, || damaged(Broken::Objects)));
        match inflated {
            // What is packed is read as well, however little it becomes.
            Some(Ok(inflated)) => self.take(inflated.len().max(data.len())),
            Some(Err(error)) if !is_encrypted => Err(error),
            // Encrypted, or filtered otherwise: the most that it could become.
            _ if filters == 0 => self.take(data.len()),
            _ => self
                .take(data.len().saturating_mul(RATIO.saturating_pow(u32::try_from(filters).unwrap_or(1).min(2))) / 4),
        }
    }

    fn take(&mut self, bytes: usize) -> Result<(), ExtractError> {
        let too_large = ExtractError::TooLarge { bound: Bound::Inflated, limit: INFLATED };
        self.left = self.left.checked_sub(bytes).ok_or(too_large)?;
        Ok(())
    }

    /// Inflates data.
    ///
    /// Data without a sum at its end, or with another one, is not read: a bit that has changed may be that of a digit. Some
    /// programs write a wrong sum, and some write deflated data alone, which has none; nothing tells their files from damaged
    /// ones. Only the last byte of the sum may be lost: some programs leave out a last zero, and the parser of objects takes
    /// white space away before the end of a stream whose length is wrong. The sum still has to hold with the byte put back.
    ///
    /// # Errors
    ///
    /// If it is too large, or damaged.
    fn inflate(&self, data: &[u8], damaged: impl Fn() -> ExtractError) -> Result<Vec<u8>, ExtractError> {
        const WHITE: &[u8] = b"\0\t\n\x0c\r ";
        let inflated = decompress_to_vec_zlib_with_limit(data, self.left).or_else(|error| {
            let is_short = error.status == TINFLStatus::FailedCannotMakeProgress;
            let put_back = WHITE
                .iter()
                .filter(|_| is_short)
                .find_map(|byte| decompress_to_vec_zlib_with_limit(&[data, &[*byte]].concat(), self.left).ok());
            put_back.ok_or(error.status)
        });
        inflated.map_err(|status| match status {
            TINFLStatus::HasMoreOutput => ExtractError::TooLarge { bound: Bound::Inflated, limit: INFLATED },
            _ => damaged(),
        })
    }

    /// The data of a stream.
    ///
    /// # Errors
    ///
    /// If it is too large, or could be, or is damaged.
    pub(super) fn decoded<'s>(&mut self, stream: &Stream<'s>) -> Result<Cow<'s, [u8]>, ExtractError> {
        let damaged = || damaged(Broken::Stream { object: stream.obj_id().obj_number });
        let filters = stream.filters();
        let (raw, packed) = match filters.as_slice() {
            [Filter::Crypt, rest @ ..] => (stream.raw_data(), rest),
            [Filter::Ascii85Decode, rest @ ..] => (unprinted("ASCII85Decode", stream).ok_or_else(damaged)?, rest),
            [Filter::AsciiHexDecode, rest @ ..] => (unprinted("ASCIIHexDecode", stream).ok_or_else(damaged)?, rest),
            filters => (stream.raw_data(), filters),
        };
        // The parser of objects reads damaged data as far as it goes. The sum of the outer data holds for what is inside of it.
        let inflated = match packed {
            [Filter::FlateDecode, ..] => Some(self.inflate(&raw, damaged)?),
            _ => None,
        };
        let has_parameters = stream.dict().contains_key(b"DecodeParms".as_slice());
        let data = match (packed, inflated) {
            ([], _) => raw,
            ([_], Some(inflated)) if !has_parameters => Cow::Owned(inflated),
            _ => {
                let grows = |filter: &&Filter| {
                    matches!(filter, Filter::FlateDecode | Filter::LzwDecode | Filter::RunLengthDecode)
                };
                let times = u32::try_from(packed.iter().filter(grows).count()).unwrap_or(u32::MAX);
                if raw.len().saturating_mul(RATIO.saturating_pow(times)) > self.left.saturating_mul(2) {
                    return Err(ExtractError::TooLarge { bound: Bound::Inflated, limit: INFLATED });
                }
                stream.decoded_data().map_err(|_| damaged())?
            }
        };
        self.take(data.len().max(stream.raw_data().len()))?;
        Ok(data)
    }
}

/// The bytes of a stream that is written in letters.
fn unprinted<'s>(filter: &str, stream: &Stream<'_>) -> Option<Cow<'s, [u8]>> {
    let letters = stream.raw_data();
    let head = format!("<</Filter/{filter}/Length {}>>stream\n", letters.len());
    let alone = [head.as_bytes(), &letters, b"\nendstream"].concat();
    let bytes = Stream::from_bytes(&alone)?.decoded_data().ok()?.into_owned();
    Some(Cow::Owned(bytes))
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

#[cfg(test)]
mod tests {
    use miniz_oxide::deflate::{compress_to_vec, compress_to_vec_zlib};

    use super::*;

    const OPERATORS: &[u8] = b"BT /F 10 Tf 50 222 Td <884c653f59047f5a> Tj ET BT /F 10 Tf 200 222 Td (12) Tj ET";
    const BROKEN: &str = "a PDF file is damaged: the stream of its object 0 cannot be unpacked; open it in its program and save it again";

    fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
        let head = format!("<<{dictionary}/Length {}>>stream\n", data.len());
        [head.as_bytes(), data, b"\nendstream"].concat()
    }

    fn decoded(filters: &str, data: &[u8]) -> Result<Vec<u8>, ExtractError> {
        let bytes = stream(&format!("/Filter{filters}"), data);
        let stream = Stream::from_bytes(&bytes).expect("a stream");
        Streams { left: INFLATED }.decoded(&stream).map(Cow::into_owned)
    }

    fn hexadecimal(data: &[u8]) -> Vec<u8> {
        data.iter().map(|byte| format!("{byte:02x}")).collect::<String>().into_bytes()
    }

    #[test]
    fn damaged_data_is_refused_with_its_object() {
        let packed = compress_to_vec_zlib(OPERATORS, 6);
        let (data, sum) = packed.split_at(packed.len() - 4);
        let twice = compress_to_vec_zlib(&packed, 6);
        let read = [
            ("/FlateDecode", packed.clone()),
            ("/FlateDecode", [&packed[..], b"\r\n"].concat()),
            ("[/Crypt/FlateDecode]", packed.clone()),
            ("[/ASCIIHexDecode/FlateDecode]", hexadecimal(&packed)),
            ("[/FlateDecode/FlateDecode]", twice.clone()),
        ];
        for (filters, bytes) in read {
            assert_eq!(decoded(filters, &bytes).as_deref(), Ok(OPERATORS), "{filters}");
        }
        let refused = [
            ("/FlateDecode", data.to_vec()),
            ("/FlateDecode", [data, &sum[..2]].concat()),
            ("/FlateDecode", [data, &[0; 4]].concat()),
            ("/FlateDecode", data[..data.len() / 2].to_vec()),
            ("/FlateDecode", compress_to_vec(OPERATORS, 6)),
            ("/FlateDecode", OPERATORS.to_vec()),
            ("/FlateDecode", Vec::new()),
            ("[/Crypt/FlateDecode]", data.to_vec()),
            ("[/ASCIIHexDecode/FlateDecode]", hexadecimal(data)),
            ("[/ASCII85Decode/FlateDecode]", OPERATORS.to_vec()),
            ("[/FlateDecode/FlateDecode]", twice[..twice.len() - 5].to_vec()),
        ];
        for (filters, bytes) in refused {
            let error = decoded(filters, &bytes).expect_err(filters);
            assert_eq!(error.to_string(), BROKEN, "{filters}");
        }
    }

    #[test]
    fn a_bit_that_changes_never_changes_what_is_read() {
        let packed = compress_to_vec_zlib(OPERATORS, 6);
        for bit in 0..packed.len() * 8 {
            let mut changed = packed.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            if let Ok(data) = decoded("/FlateDecode", &changed) {
                assert_eq!(data, OPERATORS, "bit {bit}");
            }
        }
    }

    #[test]
    fn what_is_packed_counts_however_little_it_becomes() {
        let packed = [&compress_to_vec_zlib(b"", 6)[..], &[0; 1000]].concat();
        let bytes = stream("/Filter/FlateDecode", &packed);
        let stream = Stream::from_bytes(&bytes).expect("a stream");
        let mut streams = Streams { left: packed.len() + 1 };
        assert_eq!(streams.decoded(&stream).map(|data| data.len()), Ok(0));
        let limit = ExtractError::TooLarge { bound: Bound::Inflated, limit: INFLATED };
        assert_eq!(streams.decoded(&stream).err(), Some(limit.clone()));
        let objects = [b"%PDF-1.5\n", &b"/ObjStm/FlateDecodestream\n"[..], &packed].concat();
        let mut streams = Streams { left: packed.len() - 1 };
        assert_eq!(streams.look_at(b"/FlateDecode", &objects[objects.len() - packed.len()..], false), Err(limit));
    }

    #[test]
    fn only_white_space_may_be_lost_of_a_sum() {
        let sum_ends_with = |last: u8| {
            let mut texts = (1..1000).map(|length| vec![b'a'; length]);
            texts.find(|text| compress_to_vec_zlib(text, 6).ends_with(&[last])).expect("a text with such a sum")
        };
        for (last, is_read) in [(0, true), (b'\n', true), (b' ', true), (1, false), (b'A', false)] {
            let text = sum_ends_with(last);
            let packed = compress_to_vec_zlib(&text, 6);
            let short = decoded("/FlateDecode", &packed[..packed.len() - 1]);
            assert_eq!(short.ok(), is_read.then_some(text), "{last}");
        }
    }

    #[test]
    fn objects_that_are_packed_are_looked_at_before_the_parser_reads_them() {
        let packed = compress_to_vec_zlib(b"1 0 <</Differences[49/two]>>", 6);
        let file = |data: &[u8], trailer: &str| {
            let objects = stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", data);
            [b"%PDF-1.5\n7 0 obj\n", &objects[..], b"\nendobj\n", trailer.as_bytes()].concat()
        };
        let cut = &packed[..packed.len() - 6];
        assert!(Streams::new(&file(&packed, "")).is_ok());
        assert_eq!(
            Streams::new(&file(cut, "")).err().map(|error| error.to_string()).as_deref(),
            Some(
                "a PDF file is damaged: the list of its objects cannot be read; open it in its program and save it again"
            ),
        );
        // Encrypted data cannot be inflated yet.
        assert!(Streams::new(&file(cut, "trailer <</Encrypt 9 0 R>>")).is_ok());
    }
}

//! The parts of a package.

use std::cell::Cell;

use encoding_rs::{Encoding, UTF_8};
use miniz_oxide::inflate::decompress_slice_iter_to_slice;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive, ZipVerification};

use crate::extract::{Bound, Broken, ExtractError, FileFormat};

/// Bytes of all parts that are read, once inflated.
const INFLATED: usize = 64 << 20;
/// Parts of a package.
const PARTS: usize = 5000;

/// A package whose list of parts has been read.
pub(super) struct Package<'a> {
    pub(super) format: FileFormat,
    archive: ZipSliceArchive<&'a [u8]>,
    parts: Vec<Part>,
    /// How many bytes may still be inflated.
    left: Cell<usize>,
}

struct Part {
    name: String,
    method: CompressionMethod,
    is_encrypted: bool,
    entry: ZipArchiveEntryWayfinder,
}

impl<'a> Package<'a> {
    /// Reads the list of parts.
    pub(super) fn open(bytes: &'a [u8], format: FileFormat) -> Result<Self, ExtractError> {
        let damaged = |_: rawzip::Error| damaged(format, Broken::Parts);
        let archive = ZipArchive::from_slice(bytes).map_err(damaged)?;
        let mut parts = Vec::new();
        let mut entries = archive.entries();
        while let Some(entry) = entries.next_entry().map_err(damaged)? {
            if parts.len() == PARTS {
                return Err(ExtractError::TooLarge { bound: Bound::Parts, limit: PARTS });
            }
            // A part whose name is no text cannot be asked for.
            let Ok(path) = entry.file_path().try_normalize() else { continue };
            parts.push(Part {
                name: path.as_str().to_owned(),
                method: entry.compression_method(),
                is_encrypted: entry.flags().is_encrypted(),
                entry: entry.wayfinder(),
            });
        }
        Ok(Self { format, archive, parts, left: Cell::new(INFLATED) })
    }

    /// The text of a part, if the package has it.
    ///
    /// # Errors
    ///
    /// If its bytes are damaged or too many.
    pub(super) fn part(&self, name: &str) -> Result<Option<String>, ExtractError> {
        let name = name.trim_start_matches('/');
        let Some(part) = self.parts.iter().find(|part| part.name.eq_ignore_ascii_case(name)) else { return Ok(None) };
        if part.is_encrypted {
            return Err(ExtractError::Password { format: self.format });
        }
        let bytes = self.inflate(part)?;
        self.left.set(self.left.get().saturating_sub(bytes.len()));
        self.decode(bytes, name).map(Some)
    }

    /// The text of a required part.
    pub(super) fn required(&self, name: &str) -> Result<String, ExtractError> {
        self.part(name)?.ok_or_else(|| damaged(self.format, Broken::NoPart { part: name.to_owned() }))
    }

    fn inflate(&self, part: &Part) -> Result<Vec<u8>, ExtractError> {
        /// How many times as long as packed a part may be: no way of packing it makes more of a byte.
        const RATIO: u64 = 1032;
        let broken = || damaged(self.format, Broken::Packed { part: part.name.clone() });
        let entry = self.archive.get_entry(part.entry).map_err(|_| broken())?;
        let packed = entry.data();
        // The package says how long the part is. The memory is taken once, and a part that is longer is not what was packed.
        let length = part.entry.uncompressed_size_hint();
        if length > self.left.get() as u64 {
            return Err(ExtractError::TooLarge { bound: Bound::Inflated, limit: INFLATED });
        }
        let bytes = match part.method {
            CompressionMethod::STORE => packed.to_vec(),
            CompressionMethod::DEFLATE if length <= packed.len() as u64 * RATIO => {
                let mut bytes = vec![0; usize::try_from(length).map_err(|_| broken())?];
                let written = decompress_slice_iter_to_slice(&mut bytes, std::iter::once(packed), false, true);
                bytes.truncate(written.map_err(|_| broken())?);
                bytes
            }
            _ => return Err(broken()),
        };
        // A bit that has changed may be that of a digit.
        let found = ZipVerification { crc: rawzip::crc32(&bytes), uncompressed_size: bytes.len() as u64 };
        entry.claim_verifier().valid(found).map_err(|_| broken())?;
        Ok(bytes)
    }

    fn decode(&self, bytes: Vec<u8>, name: &str) -> Result<String, ExtractError> {
        let broken = || damaged(self.format, Broken::NotText { part: name.to_owned() });
        match Encoding::for_bom(&bytes) {
            Some((encoding, mark)) if encoding != UTF_8 => {
                let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]);
                text.map(std::borrow::Cow::into_owned).ok_or_else(broken)
            }
            _ => String::from_utf8(bytes).map_err(|_| broken()),
        }
    }
}

/// That a file is damaged, and where.
pub(super) const fn damaged(format: FileFormat, at: Broken) -> ExtractError {
    ExtractError::Damaged { format, at }
}

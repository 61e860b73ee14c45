//! Files that are there whole or not at all: what the examples that write Parquet share.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::Schema;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::{EnabledStatistics, WriterProperties};

/// A file that is being written. It has its name only once it is complete; if it does not come to that, it is removed.
pub struct Unfinished {
    to: PathBuf,
    unfinished: PathBuf,
    file: Option<BufWriter<File>>,
}

impl Unfinished {
    /// Begins a file beside its place.
    ///
    /// # Errors
    ///
    /// If there is something else than a file in its place, or it cannot be written.
    pub fn create(to: &Path) -> io::Result<Self> {
        // The finished file takes the place of what is there, which must be nothing else than a file: no directory, no device.
        if to.metadata().is_ok_and(|found| !found.is_file()) {
            return Err(io::Error::other("there is something that is not a file"));
        }
        let mut unfinished = to.as_os_str().to_owned();
        unfinished.push(".unfinished");
        let unfinished = PathBuf::from(unfinished);
        let file = BufWriter::with_capacity(1 << 16, File::create(&unfinished)?);
        Ok(Self { to: to.to_owned(), unfinished, file: Some(file) })
    }

    /// Gives the file its name.
    ///
    /// # Errors
    ///
    /// If what is left cannot be written, or the file cannot be renamed.
    pub fn finish(mut self) -> io::Result<()> {
        self.flush()?;
        // What is closed is renamed: some systems rename no open file.
        drop(self.file.take());
        let renamed = std::fs::rename(&self.unfinished, &self.to);
        if renamed.is_err() {
            self.remove();
        }
        renamed
    }

    fn remove(&self) {
        // There is nothing to be done about it here; the name says that it is not finished.
        let _ = std::fs::remove_file(&self.unfinished);
    }

    fn open(&mut self) -> io::Result<&mut BufWriter<File>> {
        self.file.as_mut().ok_or_else(|| io::Error::other("the file is closed"))
    }
}

impl Write for Unfinished {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.open()?.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.open()?.flush()
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if self.file.take().is_some() {
            self.remove();
        }
    }
}

/// What of a table is in memory at a time.
#[derive(Clone, Copy)]
pub struct Sizes {
    /// Forms to a batch.
    pub batch: usize,
    /// Rows of a column that wait, some eight bytes each, until they are packed as a page.
    pub page: usize,
    /// Rows to a row group, the part of a file that a reader can skip and the writer keeps in memory, packed.
    pub row_group: usize,
}

impl Sizes {
    /// Of a row group that is written the writer keeps about a kilobyte and a half a column for the end of the file, as the format
    /// wants it: 400 KB a row group, or a byte and a half a form.
    pub const WIDE: Self = Self { batch: 1024, page: 8192, row_group: 1 << 18 };
    /// A form is some two hundred rows, but a row has few columns.
    pub const LONG: Self = Self { batch: 64, page: 32_768, row_group: 1 << 22 };
}

/// A table that is being written as a Parquet file.
pub struct Table(ArrowWriter<Unfinished>);

impl Table {
    /// Begins a table with the columns of a schema.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn create(to: &Path, schema: Schema, sizes: Sizes) -> io::Result<Self> {
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_max_row_group_row_count(Some(sizes.row_group))
            .set_data_page_row_count_limit(sizes.page)
            // Those of every page would stay in memory to the end of the file, too.
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .build();
        ArrowWriter::try_new(Unfinished::create(to)?, Arc::new(schema), Some(properties))
            .map(Self)
            .map_err(io::Error::other)
    }

    /// Adds rows.
    ///
    /// # Errors
    ///
    /// If the batch has other columns, or the file cannot be written.
    pub fn write(&mut self, batch: &RecordBatch) -> io::Result<()> {
        self.0.write(batch).map_err(io::Error::other)
    }

    /// Ends the table and gives the file its name.
    ///
    /// # Errors
    ///
    /// As [`Unfinished::finish`].
    pub fn finish(self) -> io::Result<()> {
        self.0.into_inner().map_err(io::Error::other)?.finish()
    }
}

//! Which files there are, in chunks that a thread reads at a time.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::lines::Lines;
use crate::{Error, Options};

/// Files of a chunk at most, and their bytes, unless one file alone has more.
const FILES: usize = 32;
const BYTES: u64 = 8 << 20;

/// The files of a run, in the order of their names.
pub(crate) struct Inputs {
    files: Vec<Input>,
}

/// A file.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Input {
    pub(crate) path: PathBuf,
    pub(crate) bytes: u64,
    modified: Option<SystemTime>,
}

/// What a thread reads at a time.
pub(crate) struct Chunk {
    pub(crate) number: usize,
    pub(crate) bytes: u64,
    pub(crate) content: Content,
}

pub(crate) enum Content {
    /// Whole files.
    Files(Vec<Input>),
    /// Lines of a file of forms.
    Lines { input: Input, first: u64, text: Vec<u8> },
    /// A file of forms that cannot be read on.
    Broken { input: Input, first: u64, error: String },
}

impl Input {
    /// The name by which the outputs call it.
    pub(crate) fn name(&self) -> String {
        self.path.display().to_string()
    }

    fn has_lines(&self) -> bool {
        let extension = self.path.extension().and_then(|extension| extension.to_str());
        extension.is_some_and(|extension| ["ndjson", "jsonl"].iter().any(|own| extension.eq_ignore_ascii_case(own)))
    }
}

impl Inputs {
    /// Finds the files of the inputs. What stands in the output folder is none of them.
    pub(crate) fn find(inputs: &[PathBuf], out: &Path) -> Result<Self, Error> {
        // In a folder that does not exist there is no input.
        let out = out.canonicalize().ok();
        let out = out.as_deref();
        let mut found = Self { files: Vec::new() };
        for input in inputs {
            let metadata = input.metadata().map_err(Error::input(input))?;
            if input.canonicalize().is_ok_and(|input| out.is_some_and(|out| input.starts_with(out))) {
                return Err(Error::Overwritten(input.clone()));
            }
            if metadata.is_dir() { found.search(input, out)? } else { found.add(input.clone()) }
        }
        found.files.sort_by(|a, b| a.path.cmp(&b.path));
        // A file that two inputs name is read once, in whatever spelling.
        if inputs.len() > 1 {
            let mut seen = HashSet::new();
            found.files.retain(|file| {
                let path = file.path.canonicalize().unwrap_or_else(|_| file.path.clone());
                seen.insert(path)
            });
        }
        if found.files.is_empty() { Err(Error::Nothing) } else { Ok(found) }
    }

    fn search(&mut self, folder: &Path, out: Option<&Path>) -> Result<(), Error> {
        for entry in std::fs::read_dir(folder).map_err(Error::input(folder))? {
            let path = entry.map_err(Error::input(folder))?.path();
            if path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b".")) {
                continue;
            }
            // A link to a folder may lead back here.
            if path.is_dir() {
                if !path.is_symlink() && path.canonicalize().is_ok_and(|path| Some(path.as_path()) != out) {
                    self.search(&path, out)?;
                }
            } else {
                self.add(path);
            }
        }
        Ok(())
    }

    /// A file that cannot be looked at is one that cannot be read: it is accounted for like the others.
    fn add(&mut self, path: PathBuf) {
        let metadata = path.metadata().ok();
        let bytes = metadata.as_ref().map_or(0, std::fs::Metadata::len);
        self.files.push(Input { path, bytes, modified: metadata.and_then(|metadata| metadata.modified().ok()) });
    }

    /// Bytes of all files.
    pub(crate) fn bytes(&self) -> u64 {
        self.files.iter().map(|file| file.bytes).sum()
    }

    /// The chunks, in order. Only what a chunk of lines holds is read here.
    pub(crate) fn chunks(&self) -> impl Iterator<Item = Result<Chunk, Error>> + Send + '_ {
        let contents = Contents { files: self.files.iter().peekable(), lines: None };
        contents.enumerate().map(|(number, (bytes, content))| Ok(Chunk { number, bytes, content }))
    }
}

/// What is still to be read.
struct Contents<'a> {
    files: std::iter::Peekable<std::slice::Iter<'a, Input>>,
    /// The file of forms that is being read.
    lines: Option<Lines>,
}

impl Iterator for Contents<'_> {
    type Item = (u64, Content);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(lines) = &mut self.lines {
                if let Some(next) = lines.next() {
                    return Some(next);
                }
                self.lines = None;
            }
            if let Some(input) = self.files.next_if(|input| input.has_lines()) {
                self.lines = Some(Lines::of(input));
                continue;
            }
            let mut files: Vec<Input> = Vec::new();
            let mut bytes = 0;
            while files.len() < FILES
                && let Some(input) =
                    self.files.next_if(|input| !input.has_lines() && (files.is_empty() || bytes + input.bytes <= BYTES))
            {
                bytes += input.bytes;
                files.push(input.clone());
            }
            return (!files.is_empty()).then_some((bytes, Content::Files(files)));
        }
    }
}

impl Chunk {
    /// The name of its part: another one where the files, the program or what it is asked are not the same.
    pub(crate) fn key(&self, options: &Options) -> String {
        let mut hash = DefaultHasher::new();
        program().hash(&mut hash);
        let Options { policy, lang, .. } = options;
        (policy.to_string(), lang.name()).hash(&mut hash);
        match &self.content {
            Content::Files(files) => files.hash(&mut hash),
            Content::Lines { input, first, text } => (input, first, text).hash(&mut hash),
            Content::Broken { input, first, error } => (input, first, error).hash(&mut hash),
        }
        format!("{:06}-{:016x}", self.number, hash.finish())
    }
}

/// What tells this program from another version of it.
fn program() -> (&'static str, Option<(u64, SystemTime)>) {
    let file = std::env::current_exe().and_then(|path| path.metadata()).ok();
    let file = file.and_then(|file| Some((file.len(), file.modified().ok()?)));
    (concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")), file)
}

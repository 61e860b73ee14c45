//! Runs SQL over a Parquet file in Apache DataFusion.
//!
//! ```text
//! datafusion FILE.parquet QUERY.sql…
//! ```
//!
//! The file is the table `reports`. The result of `QUERY.sql` is `QUERY.tsv` beside it, null as nothing. The seconds that each query
//! took are printed.

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::time::Instant;

use datafusion::arrow::util::display::{ArrayFormatter, FormatOptions};
use datafusion::prelude::{ParquetReadOptions, SessionContext};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [parquet, queries @ ..] = arguments.as_slice() else {
        return Err("usage: datafusion FILE.parquet QUERY.sql…".into());
    };
    tokio::runtime::Builder::new_multi_thread().build()?.block_on(run(parquet, queries))
}

async fn run(parquet: &str, queries: &[String]) -> Result<(), Box<dyn Error>> {
    let context = SessionContext::new();
    context.register_parquet("reports", parquet, ParquetReadOptions::default()).await?;
    for query in queries {
        let path = Path::new(query);
        let started = Instant::now();
        let batches = context.sql(&std::fs::read_to_string(path)?).await?.collect().await?;
        println!("{}\t{}", path.file_stem().unwrap_or_default().display(), started.elapsed().as_secs_f64());

        let mut file = BufWriter::new(File::create(path.with_extension("tsv"))?);
        for (i, batch) in batches.iter().enumerate() {
            let schema = batch.schema();
            if i == 0 {
                let names: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
                writeln!(file, "{}", names.join("\t"))?;
            }
            let options = FormatOptions::default();
            let columns: Vec<ArrayFormatter<'_>> =
                batch.columns().iter().map(|array| ArrayFormatter::try_new(array, &options)).collect::<Result<_, _>>()?;
            for row in 0..batch.num_rows() {
                let values: Vec<String> = columns.iter().map(|column| column.value(row).to_string()).collect();
                writeln!(file, "{}", values.join("\t"))?;
            }
        }
        file.flush()?;
    }
    Ok(())
}

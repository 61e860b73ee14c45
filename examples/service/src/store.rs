//! The stored forms, by body and year: in a file of SQLite, or in PostgreSQL.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension as _, params};

use crate::fault::Fault;

const CREATE: &str = "CREATE TABLE IF NOT EXISTS reports (\
     body TEXT NOT NULL, year INTEGER NOT NULL, form TEXT NOT NULL, PRIMARY KEY (body, year))";
/// How long the database may take.
const PATIENCE: Duration = Duration::from_secs(5);

#[derive(Clone)]
pub enum Store {
    Sqlite(Arc<Mutex<Sqlite>>),
    #[cfg(feature = "postgres")]
    Postgres(Arc<postgres::Postgres>),
}

/// A file of SQLite. The connection is made anew after an error.
pub struct Sqlite {
    path: String,
    connection: Option<Connection>,
}

impl Sqlite {
    fn run<T>(&mut self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> rusqlite::Result<T> {
        if self.connection.is_none() {
            let connection = Connection::open(&self.path)?;
            connection.busy_timeout(PATIENCE)?;
            connection.pragma_update(None, "journal_mode", "WAL")?;
            // What is acknowledged is on the disk.
            connection.pragma_update(None, "synchronous", "FULL")?;
            connection.execute(CREATE, [])?;
            self.connection = Some(connection);
        }
        let Some(connection) = &self.connection else { return Err(rusqlite::Error::InvalidQuery) };
        let result = work(connection);
        if result.is_err() {
            self.connection = None;
        }
        result
    }
}

impl Store {
    /// Opens the database of a file or a URL.
    pub fn open(url: &str) -> Result<Self, String> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            #[cfg(feature = "postgres")]
            return Ok(Self::Postgres(Arc::new(postgres::Postgres::new(url))));
            #[cfg(not(feature = "postgres"))]
            return Err("this build has no PostgreSQL; build it with `--features postgres`".to_owned());
        }
        let mut sqlite = Sqlite { path: url.to_owned(), connection: None };
        sqlite.run(|_| Ok(())).map_err(|e| format!("{url}: {e}"))?;
        Ok(Self::Sqlite(Arc::new(Mutex::new(sqlite))))
    }

    /// Stores a form. Once this returns it is kept.
    pub async fn put(&self, body: String, year: u16, form: String) -> Result<(), Fault> {
        match self {
            Self::Sqlite(sqlite) => {
                of_sqlite(sqlite, move |connection| {
                    let insert = "INSERT OR REPLACE INTO reports (body, year, form) VALUES (?1, ?2, ?3)";
                    connection.execute(insert, params![body, year, form]).map(drop)
                })
                .await
            }
            #[cfg(feature = "postgres")]
            Self::Postgres(postgres) => postgres.put(&body, year, &form).await,
        }
    }

    /// The form of a body for a year, if one is stored.
    pub async fn get(&self, body: String, year: u16) -> Result<Option<String>, Fault> {
        match self {
            Self::Sqlite(sqlite) => {
                of_sqlite(sqlite, move |connection| {
                    let select = "SELECT form FROM reports WHERE body = ?1 AND year = ?2";
                    connection.query_row(select, params![body, year], |row| row.get(0)).optional()
                })
                .await
            }
            #[cfg(feature = "postgres")]
            Self::Postgres(postgres) => postgres.get(&body, year).await,
        }
    }

    /// Whether the database answers.
    pub async fn health(&self) -> Result<(), Fault> {
        self.get(String::new(), 0).await.map(drop)
    }
}

async fn of_sqlite<T: Send + 'static>(
    sqlite: &Arc<Mutex<Sqlite>>,
    work: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
) -> Result<T, Fault> {
    let sqlite = Arc::clone(sqlite);
    let result = tokio::task::spawn_blocking(move || {
        // A thread that panicked left nothing half-done: SQLite rolls back what was not committed.
        let mut sqlite = sqlite.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        sqlite.run(work)
    });
    match result.await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(e)) => {
            eprintln!("service: database: {e}");
            Err(Fault::Database)
        }
        Err(_) => Err(Fault::Database),
    }
}

#[cfg(feature = "postgres")]
mod postgres {
    use tokio::sync::Mutex;
    use tokio::time::timeout;
    use tokio_postgres::{Client, Error, NoTls};

    use super::{CREATE, PATIENCE};
    use crate::fault::Fault;

    /// One connection to PostgreSQL, made anew after an error.
    pub struct Postgres {
        url: String,
        client: Mutex<Option<Client>>,
    }

    impl Postgres {
        pub fn new(url: &str) -> Self {
            Self { url: url.to_owned(), client: Mutex::new(None) }
        }

        pub async fn put(&self, body: &str, year: u16, form: &str) -> Result<(), Fault> {
            let insert = "INSERT INTO reports (body, year, form) VALUES ($1, $2, $3) \
                          ON CONFLICT (body, year) DO UPDATE SET form = excluded.form";
            self.run(async |client: &Client| client.execute(insert, &[&body, &i32::from(year), &form]).await.map(drop)).await
        }

        pub async fn get(&self, body: &str, year: u16) -> Result<Option<String>, Fault> {
            let select = "SELECT form FROM reports WHERE body = $1 AND year = $2";
            self.run(async |client: &Client| {
                let row = client.query_opt(select, &[&body, &i32::from(year)]).await?;
                row.map(|row| row.try_get(0)).transpose()
            })
            .await
        }

        async fn run<T>(&self, work: impl AsyncFnOnce(&Client) -> Result<T, Error>) -> Result<T, Fault> {
            let attempt = async {
                let mut held = self.client.lock().await;
                // A client that was dropped in the middle of something is not used again.
                let client = match held.take().filter(|client| !client.is_closed()) {
                    Some(client) => client,
                    None => self.connect().await?,
                };
                let value = work(&client).await?;
                *held = Some(client);
                Ok::<T, Error>(value)
            };
            match timeout(PATIENCE, attempt).await {
                Ok(Ok(value)) => Ok(value),
                Ok(Err(e)) => {
                    eprintln!("service: database: {e}");
                    Err(Fault::Database)
                }
                Err(_) => Err(Fault::Database),
            }
        }

        async fn connect(&self) -> Result<Client, Error> {
            let (client, connection) = tokio_postgres::connect(&self.url, NoTls).await?;
            tokio::spawn(connection);
            client.execute(CREATE, &[]).await?;
            Ok(client)
        }
    }
}

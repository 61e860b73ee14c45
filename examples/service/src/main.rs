//! A service over the crate: it implements `openapi.json` of the kit for partners, and has a page for the clerk.
//!
//! Environment: `ADDRESS` to listen on (`127.0.0.1:8080`), `DATABASE_URL`, a file for SQLite (`reports.sqlite`) or, with the
//! feature `postgres`, a `postgres://` URL.

mod api;
mod fault;
mod store;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

use crate::store::Store;

/// Connections at once. More wait until one of these ends.
const CONNECTIONS: usize = 512;
/// How long the head of a request may take to arrive, and how long a connection may stay without one.
const HEAD: Duration = Duration::from_secs(10);

#[tokio::main]
async fn main() -> ExitCode {
    match serve().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("service: {e}");
            ExitCode::FAILURE
        }
    }
}

async fn serve() -> Result<(), Box<dyn std::error::Error>> {
    let of = |name: &str, default: &str| std::env::var(name).unwrap_or_else(|_| default.to_owned());
    let store = Store::open(&of("DATABASE_URL", "reports.sqlite"))?;
    let listener = TcpListener::bind(of("ADDRESS", "127.0.0.1:8080")).await?;
    println!("listening on http://{}", listener.local_addr()?);
    let router = api::router(store);
    let connections = Arc::new(Semaphore::new(CONNECTIONS));
    let mut server = hyper::server::conn::http1::Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(HEAD).max_buf_size(64 << 10);
    loop {
        let permit = Arc::clone(&connections).acquire_owned().await?;
        let stream = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => stream,
                // Too many open files, or a connection that ended at once: the next may be better.
                Err(_) => {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            _ = tokio::signal::ctrl_c() => return Ok(()),
        };
        let connection = server.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router.clone()));
        tokio::spawn(async move {
            // An error here is one of the connection; there is nobody left to tell.
            let _ = connection.await;
            drop(permit);
        });
    }
}

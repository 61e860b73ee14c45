//! A service over the crate: it implements `openapi.json` of the kit for partners, and has a page for the clerk.
//!
//! Environment: `ADDRESS` to listen on (`127.0.0.1:8080`), `DATABASE_URL`, a file for SQLite (`reports.sqlite`) or, with the
//! feature `postgres`, a `postgres://` URL.

mod api;
mod fault;
mod store;

use std::pin::pin;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::store::Store;

/// Connections at once. More wait until one of these ends.
const CONNECTIONS: usize = 512;
/// How long the head of a request may take to arrive, and how long a connection may stay without one.
const HEAD: Duration = Duration::from_secs(10);
/// How long a connection takes new requests. A client connects again for more.
const LIFE: Duration = Duration::from_secs(30);
/// How long the last request of a connection may take, the reading of its answer included. It is more than all waits within a request.
const LAST: Duration = Duration::from_secs(60);

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
        let next = async { (Arc::clone(&connections).acquire_owned().await, listener.accept().await) };
        let (permit, accepted) = tokio::select! {
            next = next => next,
            _ = tokio::signal::ctrl_c() => return Ok(()),
        };
        let permit = permit?;
        let Ok((stream, _)) = accepted else {
            // Too many open files, or a connection that ended at once: the next may be better.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let connection = server.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router.clone()));
        tokio::spawn(async move {
            let mut connection = pin!(connection);
            // An error here is one of the connection; there is nobody left to tell.
            if timeout(LIFE, connection.as_mut()).await.is_err() {
                connection.as_mut().graceful_shutdown();
                // Who does not read the answer by then is cut off.
                let _ = timeout(LAST, connection).await;
            }
            drop(permit);
        });
    }
}

//! The endpoints.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, Request, State};
use axum::http::{HeaderMap, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use ogi_report::extract::{Extraction, Extractor};
use ogi_report::narrative::Narrative;
use ogi_report::{Check, Checked, Form, Lang, Policy, Year, render, schema};
use serde::{Deserialize, Deserializer};
use serde_json::json;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use crate::fault::{Fault, lang};
use crate::store::Store;

/// Bytes of the longest body. The largest real page seen has less than 1 MiB.
const LONGEST: usize = 8 << 20;
/// How long a body may take to arrive.
const BODY: Duration = Duration::from_secs(10);
/// Bodies that are held at once, which bounds the memory that they take. A body is not read before there is room for it.
const BODIES: usize = 32;
/// How long a request waits for others, once before its body is read and once for each piece of work.
const QUEUE: Duration = Duration::from_secs(10);
/// Reports that are read or checked at once.
const WORKERS: usize = 4;

#[derive(Clone)]
struct Service {
    store: Store,
    bodies: Arc<Semaphore>,
    workers: Arc<Semaphore>,
}

pub fn router(store: Store) -> Router {
    let table = |name: &'static str| {
        let table = schema::tables().iter().find(|table| table.name == name).map(|table| table.json());
        get(async move || json_text(table.unwrap_or_default()))
    };
    Router::new()
        .route("/", get(async || Html(include_str!("page.html"))))
        .route("/openapi.json", get(async || json_text(schema::openapi())))
        .route("/healthz", get(health))
        .route("/rules", table("rules"))
        .route("/equations", table("equations"))
        .route("/cells", table("cells"))
        .route("/check", post(check))
        .route("/extract", post(extract))
        .route("/reports", get(stored).put(store_report))
        .fallback(async |head: HeaderMap| Fault::NotFound.response(lang(&head)))
        .method_not_allowed_fallback(async |head: HeaderMap| Fault::NotAllowed.response(lang(&head)))
        .with_state(Service {
            store,
            bodies: Arc::new(Semaphore::new(BODIES)),
            workers: Arc::new(Semaphore::new(WORKERS)),
        })
}

fn json_text(text: String) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], text).into_response()
}

/// What every query may ask for.
#[derive(Default, Deserialize)]
struct Asked {
    lang: Option<Lang>,
    #[serde(default)]
    format: Format,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Format {
    #[default]
    Outcome,
    Sarif,
    Review,
}

type Answer = Result<Response, Fault>;

/// The answer, or why there is none in the language asked for.
fn answer(asked: Lang, answer: Answer) -> Response {
    answer.unwrap_or_else(|fault| fault.response(asked))
}

fn query<T>(query: Result<Query<T>, QueryRejection>) -> Result<T, Fault> {
    query.map(|Query(asked)| asked).map_err(|e| Fault::BadRequest(e.body_text()))
}

async fn health(State(service): State<Service>, head: HeaderMap) -> Response {
    let healthy = async { service.store.health().await.map(|()| Json(json!({ "status": "ok" })).into_response()) };
    answer(lang(&head), healthy.await)
}

/// The kind of body that a request says it has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Media {
    Json,
    Page,
}

fn media(head: &HeaderMap) -> Result<Media, Fault> {
    let stated = head.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    match stated.split(';').next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
        "application/json" => Ok(Media::Json),
        "text/html" | "text/plain" | "application/octet-stream" => Ok(Media::Page),
        _ => Err(Fault::UnsupportedMediaType),
    }
}

/// A place among those that wait or are worked on.
async fn place(places: &Arc<Semaphore>) -> Result<OwnedSemaphorePermit, Fault> {
    match timeout(QUEUE, Arc::clone(places).acquire_owned()).await {
        Ok(Ok(permit)) => Ok(permit),
        _ => Err(Fault::Busy),
    }
}

async fn bytes(head: &HeaderMap, body: Body) -> Result<Vec<u8>, Fault> {
    let too_large = || Fault::TooLarge { limit: LONGEST };
    let stated = head.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if stated.is_some_and(|stated| stated > LONGEST) {
        return Err(too_large());
    }
    match timeout(BODY, to_bytes(body, LONGEST)).await {
        Ok(Ok(bytes)) => Ok(bytes.into()),
        Ok(Err(e)) if std::error::Error::source(&e).is_some_and(|e| e.to_string().contains("length limit")) => {
            Err(too_large())
        }
        Ok(Err(e)) => Err(Fault::BadRequest(e.to_string())),
        Err(_) => Err(Fault::TimedOut),
    }
}

impl Service {
    /// The body of a request, and the permit to hold it, which the request keeps until it is answered.
    async fn body(&self, head: &HeaderMap, body: Body) -> Result<(Vec<u8>, OwnedSemaphorePermit), Fault> {
        let permit = place(&self.bodies).await?;
        Ok((bytes(head, body).await?, permit))
    }

    /// Works on a report away from the threads that answer, a few at once. The permit is held until the work ends,
    /// even if nobody waits for it any more.
    async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let permit = place(&self.workers).await?;
        let result = tokio::task::spawn_blocking(move || {
            let result = work();
            drop(permit);
            result
        });
        result.await.unwrap_or(Err(Fault::Busy))
    }
}

fn read_page(bytes: &[u8]) -> Result<Extraction, Fault> {
    Extractor::new().bytes(bytes).map_err(Fault::Page)
}

async fn extract(
    State(service): State<Service>,
    asked: Result<Query<Asked>, QueryRejection>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let tongue = |asked: &Asked| asked.lang.unwrap_or_else(|| lang(&parts.headers));
    let asked = match query(asked) {
        Ok(asked) => asked,
        Err(fault) => return fault.response(lang(&parts.headers)),
    };
    let read = async {
        if media(&parts.headers)? != Media::Page {
            return Err(Fault::UnsupportedMediaType);
        }
        let (bytes, _permit) = service.body(&parts.headers, body).await?;
        service.work(move || Ok(Json(read_page(&bytes)?).into_response())).await
    };
    answer(tongue(&asked), read.await)
}

/// A form to check.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CheckRequest {
    form: Form,
    #[serde(default, deserialize_with = "stated")]
    previous: Option<Form>,
    #[serde(default, deserialize_with = "stated")]
    policy: Option<String>,
}

/// A member that is not there or has a value: null is neither.
fn stated<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// What is checked.
struct Subject {
    form: Form,
    previous: Option<Form>,
    policy: Policy,
    narrative: Option<Narrative>,
}

impl Subject {
    fn read(media: Media, bytes: &[u8]) -> Result<Self, Fault> {
        match media {
            Media::Json => {
                let CheckRequest { form, previous, policy } = serde_json::from_slice(bytes).map_err(Fault::Document)?;
                let policy =
                    policy.map(|policy| policy.parse()).transpose().map_err(Fault::Policy)?.unwrap_or_default();
                Ok(Self { form, previous, policy, narrative: None })
            }
            Media::Page => {
                let extraction = read_page(bytes)?;
                let narrative = Some(Narrative::read(&extraction.sections));
                Ok(Self { form: extraction.form, previous: None, policy: Policy::default(), narrative })
            }
        }
    }

    fn check(&self) -> Checked {
        let check = Check::new().policy(self.policy.clone());
        check.previous(self.previous.as_ref()).narrative(self.narrative.as_ref()).run(&self.form)
    }
}

async fn check(
    State(service): State<Service>,
    asked: Result<Query<Asked>, QueryRejection>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let asked = match query(asked) {
        Ok(asked) => asked,
        Err(fault) => return fault.response(lang(&parts.headers)),
    };
    let tongue = asked.lang.unwrap_or_else(|| lang(&parts.headers));
    let checked = async {
        let media = media(&parts.headers)?;
        let (bytes, _permit) = service.body(&parts.headers, body).await?;
        let mut subject = service.work(move || Subject::read(media, &bytes)).await?;
        if subject.previous.is_none() {
            subject.previous = service.previous(&subject.form).await?;
        }
        service
            .work(move || {
                let checked = subject.check();
                Ok(match asked.format {
                    Format::Outcome => Json(&checked).into_response(),
                    Format::Sarif => {
                        let sarif = serde_json::to_string(&checked.sarif("report", tongue)).map_err(Fault::Document)?;
                        ([(header::CONTENT_TYPE, "application/sarif+json")], sarif).into_response()
                    }
                    Format::Review => Html(render::review(&subject.form, &checked, tongue)).into_response(),
                })
            })
            .await
    };
    answer(tongue, checked.await)
}

impl Service {
    /// The stored form of the same body for the year before.
    async fn previous(&self, form: &Form) -> Result<Option<Form>, Fault> {
        let (Some(body), Some(year)) = (&form.body, form.year) else { return Ok(None) };
        let stored = self.store.get(body.name.trim().to_owned(), year.number() - 1).await?;
        stored.map(|form| serde_json::from_str(&form)).transpose().map_err(Fault::Document)
    }
}

async fn store_report(
    State(service): State<Service>,
    asked: Result<Query<Asked>, QueryRejection>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let asked = match query(asked) {
        Ok(asked) => asked,
        Err(fault) => return fault.response(lang(&parts.headers)),
    };
    let stored = async {
        if media(&parts.headers)? != Media::Json {
            return Err(Fault::UnsupportedMediaType);
        }
        let (bytes, _permit) = service.body(&parts.headers, body).await?;
        let read = move || {
            let form: Form = serde_json::from_slice(&bytes).map_err(Fault::Document)?;
            let text = serde_json::to_string(&form).map_err(Fault::Document)?;
            let (Some(body), Some(year)) = (form.body, form.year) else { return Err(Fault::Nameless) };
            Ok((body.name.trim().to_owned(), year.number(), text))
        };
        let (body, year, text) = service.work(read).await?;
        service.store.put(body, year, text.clone()).await?;
        Ok(json_text(text))
    };
    answer(asked.lang.unwrap_or_else(|| lang(&parts.headers)), stored.await)
}

/// Whose form, of which year.
#[derive(Deserialize)]
struct Whose {
    body: String,
    year: Year,
    lang: Option<Lang>,
}

async fn stored(
    State(service): State<Service>,
    whose: Result<Query<Whose>, QueryRejection>,
    head: HeaderMap,
) -> Response {
    let tongue = whose.as_ref().ok().and_then(|Query(whose)| whose.lang).unwrap_or_else(|| lang(&head));
    let found = async {
        let Whose { body, year, .. } = query(whose)?;
        if body.is_empty() {
            return Err(Fault::BadRequest("body is empty".to_owned()));
        }
        let form = service.store.get(body.trim().to_owned(), year.number()).await?;
        form.map(json_text).ok_or(Fault::NotFound)
    };
    answer(tongue, found.await)
}

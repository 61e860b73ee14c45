//! Why a request is not answered, in the language asked for.

use axum::Json;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use ogi_report::Lang;
use ogi_report::extract::ExtractError;
use serde_json::json;

pub enum Fault {
    /// The query, or the head, is not as described.
    BadRequest(String),
    NotFound,
    NotAllowed,
    TooLarge {
        limit: usize,
    },
    UnsupportedMediaType,
    /// The body is no document of the kind that it should be.
    Document(serde_json::Error),
    /// The form lacks what it is stored by.
    Nameless,
    Policy(ogi_report::check::PolicyError),
    Page(ExtractError),
    TimedOut,
    Busy,
    /// The database could not be reached.
    Database,
}

/// The first language of a request that there is: of its head; Chinese if it names none.
pub fn lang(head: &HeaderMap) -> Lang {
    let accepted = head.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let first = accepted.split(',').find_map(|tag| tag.trim().get(..2)?.to_ascii_lowercase().parse().ok());
    first.unwrap_or(Lang::Zh)
}

impl Fault {
    fn status(&self) -> (StatusCode, &'static str) {
        match self {
            Self::BadRequest(_) => (StatusCode::BAD_REQUEST, "bad_request"),
            Self::NotFound => (StatusCode::NOT_FOUND, "not_found"),
            Self::NotAllowed => (StatusCode::METHOD_NOT_ALLOWED, "not_allowed"),
            Self::TooLarge { .. } => (StatusCode::PAYLOAD_TOO_LARGE, "too_large"),
            Self::UnsupportedMediaType => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type"),
            Self::Document(_) | Self::Nameless | Self::Policy(_) | Self::Page(_) => {
                (StatusCode::UNPROCESSABLE_ENTITY, "unreadable")
            }
            Self::TimedOut => (StatusCode::REQUEST_TIMEOUT, "timed_out"),
            Self::Busy | Self::Database => (StatusCode::SERVICE_UNAVAILABLE, "unavailable"),
        }
    }

    fn message(&self, lang: Lang) -> String {
        let (zh, en): (String, String) = match self {
            Self::BadRequest(why) => (format!("请求参数有误：{why}"), format!("the request is not as described: {why}")),
            Self::NotFound => ("没有找到".into(), "not found".into()),
            Self::NotAllowed => ("此地址不接受这种请求方法".into(), "the address does not take this method".into()),
            Self::TooLarge { limit } => {
                (format!("内容超过 {limit} 字节"), format!("the body has more than {limit} bytes"))
            }
            Self::UnsupportedMediaType => (
                "内容类型应为 application/json、text/html、text/plain 或 application/octet-stream".into(),
                "the content type is not one of those described".into(),
            ),
            Self::Document(e) => (format!("内容不符合格式：{e}"), format!("the document is not valid: {e}")),
            Self::Nameless => {
                ("表格应写明报告机关和报告年度".into(), "the form must name its body and its year".into())
            }
            Self::Policy(e) => (format!("核对口径有误：{e}"), e.to_string()),
            Self::Page(e) => (e.message(Lang::Zh), e.message(Lang::En)),
            Self::TimedOut => ("接收内容超时".into(), "the request took too long to arrive".into()),
            Self::Busy => ("服务繁忙，请稍后再试".into(), "the service is busy, try again".into()),
            Self::Database => ("数据库暂时无法访问".into(), "the database cannot be reached".into()),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    pub fn response(&self, lang: Lang) -> Response {
        let (status, code) = self.status();
        (status, Json(json!({ "code": code, "message": self.message(lang) }))).into_response()
    }
}

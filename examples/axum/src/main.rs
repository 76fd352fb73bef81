//! A service that checks catalogs: `POST /check?as_of=2026-11-26` with the catalog as the body gives the report as
//! JSON. A catalog full of mistakes is a report with status 200; what could not be checked at all is a problem
//! (RFC 9457, `application/problem+json`).
//!
//! ```text
//! cargo run --manifest-path examples/axum/Cargo.toml
//! curl --data-binary @catalog.json 'http://127.0.0.1:3000/check?as_of=2026-11-26&name=catalog.json'
//! ```

use std::io;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, QueryRejection};
use axum::extract::{DefaultBodyLimit, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use qingdan::model::Date;
use qingdan::{Checker, Limits};
use serde::Deserialize;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

/// The largest body that is taken, in bytes.
const LARGEST: usize = 16 << 20;

/// How many catalogs are checked at once: each takes one core, and memory of a few times its size.
const AT_ONCE: usize = 4;

/// What is asked for beside the catalog.
#[derive(Deserialize)]
struct Asked {
    /// The day as of which to judge. It is told, so that the same request gives the same report on any day.
    as_of: Date,
    /// What the report calls the catalog.
    name: Option<String>,
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:3000").await?;
    axum::serve(listener, app()).await
}

fn app() -> Router {
    Router::new()
        .route("/check", post(check))
        .layer(DefaultBodyLimit::max(LARGEST))
        .with_state(Arc::new(Semaphore::new(AT_ONCE)))
}

async fn check(
    State(places): State<Arc<Semaphore>>,
    asked: Result<Query<Asked>, QueryRejection>,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    let Query(Asked { as_of, name }) = asked?;
    let body = body?;
    let place = places.try_acquire_owned().map_err(|_| Problem::busy())?;
    // Checking computes and does not wait: not on the threads that answer.
    let report = tokio::task::spawn_blocking(move || {
        let _place = place;
        let limits = Limits::default().with_max_bytes(LARGEST as u64);
        let name = name.as_deref().unwrap_or("catalog");
        let report = Checker::new().as_of(as_of).limits(limits).max_findings(1000).check_bytes(name, &body);
        let mut json = Vec::new();
        qingdan::writer::write_json(&report, &mut json).map(|()| json)
    });
    let json = report.await.map_err(Problem::internal)?.map_err(Problem::internal)?;
    Ok(([(header::CONTENT_TYPE, "application/json")], json).into_response())
}

/// Why there is no report, as RFC 9457 has it.
struct Problem {
    status: StatusCode,
    title: &'static str,
    detail: String,
}

impl Problem {
    fn busy() -> Self {
        let detail = format!("{AT_ONCE} catalogs are being checked; try again in a few seconds");
        Self { status: StatusCode::SERVICE_UNAVAILABLE, title: "the service is busy", detail }
    }

    /// What went wrong is for whoever runs the service, not for who asks.
    fn internal(error: impl std::error::Error) -> Self {
        eprintln!("a report could not be made: {error}");
        let detail = "the fault is on the side of the service; it was written down".to_owned();
        Self { status: StatusCode::INTERNAL_SERVER_ERROR, title: "the report could not be made", detail }
    }
}

impl From<QueryRejection> for Problem {
    fn from(rejection: QueryRejection) -> Self {
        let detail = format!("{}; write `?as_of=2026-11-26`, and `&name=` if you like", rejection.body_text());
        Self { status: StatusCode::BAD_REQUEST, title: "it is not said as of which day to judge", detail }
    }
}

impl From<BytesRejection> for Problem {
    fn from(rejection: BytesRejection) -> Self {
        let detail = format!("{}; a catalog may have {LARGEST} bytes", rejection.body_text());
        Self { status: rejection.status(), title: "the catalog was not received", detail }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let Self { status, title, detail } = self;
        let body = json!({ "type": "about:blank", "title": title, "status": status.as_u16(), "detail": detail });
        (status, [(header::CONTENT_TYPE, "application/problem+json")], body.to_string()).into_response()
    }
}

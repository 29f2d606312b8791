//! The server under what a hostile or careless other side does, by real connections: slow, large, stalled, crashing, foreign.
//!
//! The limits are lowered so that the tests take seconds; `FORDEL_LONG=1` runs the great number of slow connections with
//! the program's own limits.

mod gallery;
mod running;

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::middleware::from_fn;
use axum::response::sse::{Event, Sse};
use axum::routing::{get, post};
use fordel_web::server::{Closing, Incident, Limits, Now, Site, upload};
use running::{Answer, Running};
use tokio_stream::StreamExt;

const LARGE: usize = 24 * 1024 * 1024;

fn routes() -> Router {
    Router::new()
        .route("/size", post(|body: Bytes| async move { body.len().to_string() }))
        .route("/upload", post(|body: Bytes| async move { body.len().to_string() }).layer(from_fn(upload)))
        .route("/now", get(|now: Now| async move { now.0.to_string() }))
        .route("/large", get(|| async { vec![b'x'; LARGE] }))
        .route(
            "/slow",
            get(|| async {
                tokio::time::sleep(Duration::from_millis(800)).await;
                "done"
            }),
        )
        .route("/events", get(events))
        .merge(gallery::routes())
}

async fn events(closing: Closing) -> Sse<impl tokio_stream::Stream<Item = Result<Event, std::convert::Infallible>>> {
    let (told, events) = tokio::sync::mpsc::channel(1);
    tokio::spawn(async move {
        let _ = told.send(Ok(Event::default().event("here").data("[]"))).await;
        closing.told().await;
    });
    Sse::new(tokio_stream::wrappers::ReceiverStream::new(events).map(|event| event))
}

fn lowered() -> Limits {
    Limits {
        head: Duration::from_secs(1),
        body: Duration::from_secs(1),
        body_bytes: 64 * 1024,
        upload_bytes: 1024 * 1024,
        upload_pace: 1024,
        stall: Duration::from_secs(1),
        farewell: Duration::from_secs(5),
        ..Limits::default()
    }
}

fn with(limits: Limits) -> Running {
    Running::start(routes(), Site { limits, ..Site::default() })
}

/// How long an honest page takes at worst, in a hundred of them all but the worst, while something else goes on.
fn honest(address: SocketAddr, over: &AtomicBool) -> Vec<Duration> {
    let mut times = Vec::new();
    while !over.load(Ordering::Relaxed) {
        let start = Instant::now();
        let answer = TcpStream::connect(address).map(|mut stream| {
            let _ = stream.set_read_timeout(Some(Duration::from_secs(20)));
            let _ = write!(stream, "GET /gallery HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            Answer::read(&mut stream)
        });
        assert_eq!(answer.map(|answer| answer.status).unwrap_or(0), 200, "an honest request is answered");
        times.push(start.elapsed());
        std::thread::sleep(Duration::from_millis(10));
    }
    times.sort();
    times
}

fn p99(sorted: &[Duration]) -> Duration {
    sorted[(sorted.len() * 99 / 100).min(sorted.len() - 1)]
}

/// Opens connections that never finish the head of their request, and says how long it took until the last one was cut,
/// and how honest requests fared meanwhile.
fn half_open(running: &Running, count: usize, longest: Duration) -> (Duration, Vec<Duration>) {
    let over = Arc::new(AtomicBool::new(false));
    let (address, told) = (running.address, over.clone());
    let honest = std::thread::spawn(move || honest(address, &told));
    let mut opened: Vec<TcpStream> = (0..count)
        .map(|i| {
            let mut stream = TcpStream::connect(running.address).expect("a connection");
            // Some say nothing at all, some begin.
            if i % 3 > 0 {
                let _ = stream.write_all(b"GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ");
            }
            stream.set_nonblocking(true).expect("non-blocking");
            stream
        })
        .collect();
    let start = Instant::now();
    while !opened.is_empty() && start.elapsed() < longest + Duration::from_secs(5) {
        opened.retain_mut(|stream| {
            let _ = stream.write(b"z");
            matches!(stream.read(&mut [0; 256]), Err(error) if error.kind() == ErrorKind::WouldBlock)
        });
        std::thread::sleep(Duration::from_millis(100));
    }
    let took = start.elapsed();
    over.store(true, Ordering::Relaxed);
    let times = honest.join().expect("honest requests are answered");
    assert!(opened.is_empty(), "{} of {count} slow connections are still held", opened.len());
    (took, times)
}

#[test]
fn slow_connections_are_cut_and_honest_requests_are_answered_meanwhile() {
    let running = with(Limits { connections: 50, ..lowered() });
    let (took, times) = half_open(&running, 200, Duration::from_secs(2));
    println!("200 slow connections cut after {took:?}; {} honest requests, p99 {:?}", times.len(), p99(&times));
    assert!(took < Duration::from_secs(3), "{took:?}");
    assert!(p99(&times) < Duration::from_secs(2), "{:?}", p99(&times));
}

/// Runs with `FORDEL_LONG=1`, in a process that may open many files.
#[test]
fn five_thousand_slow_connections_under_the_programs_own_limits() {
    if std::env::var_os("FORDEL_LONG").is_none() {
        return;
    }
    if std::env::var_os("FORDEL_MANY_FILES").is_none() {
        let this = std::env::current_exe().expect("this program");
        let name = "five_thousand_slow_connections_under_the_programs_own_limits";
        let mut again = std::process::Command::new("sh");
        again.args(["-c", "ulimit -n 16384 && exec \"$0\" --exact --nocapture \"$1\""]).arg(this).arg(name);
        let output = again.env("FORDEL_MANY_FILES", "1").output().expect("a shell");
        let told = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        println!("{told}");
        assert!(output.status.success(), "{told}");
        return;
    }
    let running = with(Limits::default());
    let (took, times) = half_open(&running, 5_000, Duration::from_secs(15));
    println!("5 000 slow connections cut after {took:?}; {} honest requests, p99 {:?}", times.len(), p99(&times));
    assert!(took < Duration::from_secs(15), "{took:?}");
    assert!(p99(&times) < Duration::from_millis(500), "{:?}", p99(&times));
}

#[test]
fn when_every_connection_carries_a_request_a_new_one_waits_and_none_is_cut() {
    let running = with(Limits { connections: 2, ..lowered() });
    let ask = |running: &Running| {
        let mut stream = running.connect();
        write!(stream, "GET /slow HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").expect("sent");
        stream
    };
    let start = Instant::now();
    let mut streams: Vec<TcpStream> = (0..2).map(|_| ask(&running)).collect();
    std::thread::sleep(Duration::from_millis(300));
    streams.push(ask(&running));
    for stream in &mut streams {
        assert_eq!(Answer::read(stream).status, 200);
    }
    assert!(start.elapsed() >= Duration::from_millis(1_500), "the third waited: {:?}", start.elapsed());
}

#[test]
fn a_body_that_trickles_is_cut_off_in_time_and_told() {
    let running = with(lowered());
    let mut stream = running.connect();
    write!(
        stream,
        "POST /size HTTP/1.1\r\nHost: a\r\nOrigin: http://a\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n"
    )
    .expect("sent");
    let start = Instant::now();
    let mut writer = stream.try_clone().expect("a second hand");
    let trickle = std::thread::spawn(move || {
        while writer.write_all(b"x").is_ok() && start.elapsed() < Duration::from_secs(5) {
            std::thread::sleep(Duration::from_millis(50))
        }
    });
    let answer = Answer::read(&mut stream);
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    assert_eq!(answer.status, 408);
    assert!(answer.text().contains("for lang tid"), "{}", answer.text());
    drop(stream);
    trickle.join().expect("the writer ends");
}

#[test]
fn a_workbook_may_take_longer_if_it_keeps_coming_and_other_bodies_may_not() {
    let running = with(lowered());
    let send = |path: &str| {
        let mut stream = running.connect();
        write!(
            stream,
            "POST {path} HTTP/1.1\r\nHost: a\r\nOrigin: http://a\r\nContent-Length: 20000\r\nConnection: close\r\n\r\n"
        )
        .expect("sent");
        let mut left = stream.try_clone().expect("a second hand");
        let writer = std::thread::spawn(move || {
            for _ in 0..10 {
                if left.write_all(&[b'x'; 2000]).is_err() {
                    return;
                }
                std::thread::sleep(Duration::from_millis(170));
            }
        });
        let answer = Answer::read(&mut stream);
        writer.join().expect("the writer ends");
        (answer.status, answer.text())
    };
    assert_eq!(send("/upload"), (200, "20000".to_owned()));
    assert_eq!(send("/size").0, 408);
}

/// The memory that this process has in use.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("the system tells");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("a line");
    line.split_whitespace().next().and_then(|kb| kb.parse::<u64>().ok()).expect("a number") * 1024
}

#[test]
fn fifty_megabytes_are_refused_without_being_kept_in_memory() {
    let running = with(Limits::default());
    let before = resident();
    for chunked in [false, true] {
        let mut stream = running.connect();
        let length = if chunked { "Transfer-Encoding: chunked" } else { "Content-Length: 52428800" };
        write!(stream, "POST /size HTTP/1.1\r\nHost: a\r\nOrigin: http://a\r\nAccept: text/html\r\n{length}\r\nConnection: close\r\n\r\n").expect("sent");
        let block = vec![b'x'; 1024 * 1024];
        for _ in 0..50 {
            // A browser doesn't look at the answer before it has sent everything; it must be let.
            let framed = if chunked { stream.write_all(b"100000\r\n") } else { Ok(()) };
            framed
                .and_then(|()| stream.write_all(&block))
                .and_then(|()| if chunked { stream.write_all(b"\r\n") } else { Ok(()) })
                .expect("the body is taken");
        }
        if chunked {
            stream.write_all(b"0\r\n\r\n").expect("the end is taken");
        }
        let answer = Answer::read(&mut stream);
        assert_eq!(answer.status, 413);
        assert!(answer.text().contains("64 MB"), "{}", answer.text());
    }
    let grown = resident().saturating_sub(before);
    println!("after 2 × 50 MB the process has grown by {} KB", grown / 1024);
    assert!(grown < 20 * 1024 * 1024, "{grown} bytes");
}

#[test]
fn a_body_is_measured_by_what_its_route_takes() {
    let running = with(lowered());
    let post = |path: &str, size: usize| {
        let head = format!("POST {path} HTTP/1.1\r\nOrigin: http://{}\r\nContent-Length: {size}", running.address);
        running.ask(&head, &vec![b'x'; size]).status
    };
    assert_eq!(post("/size", 64 * 1024), 200);
    assert_eq!(post("/size", 64 * 1024 + 1), 413);
    assert_eq!(post("/upload", 64 * 1024 + 1), 200);
    assert_eq!(post("/upload", 1024 * 1024), 200);
    assert_eq!(post("/upload", 1024 * 1024 + 1), 413);
}

#[test]
fn heads_that_are_too_large_or_not_http_are_refused() {
    let running = with(lowered());
    let large = format!("GET / HTTP/1.1\r\nX-Large: {}", "x".repeat(1024 * 1024));
    let mut stream = running.connect();
    let _ = stream.write_all(large.as_bytes());
    assert!([0, 431].contains(&Answer::read(&mut stream).status));
    let mut stream = running.connect();
    stream.write_all(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 hello\r\n\r\n").expect("sent");
    assert!([0, 400].contains(&Answer::read(&mut stream).status));
    assert_eq!(running.ask("GET /gallery HTTP/1.1", b"").status, 200, "the server goes on");
}

#[test]
fn a_reader_that_takes_nothing_is_cut() {
    let running = with(lowered());
    let mut stream = running.connect();
    write!(stream, "GET /large HTTP/1.1\r\nHost: a\r\n\r\n").expect("sent");
    std::thread::sleep(Duration::from_millis(2_500));
    let mut got = 0;
    let mut part = vec![0; 64 * 1024];
    while let Ok(size @ 1..) = stream.read(&mut part) {
        got += size;
    }
    assert!(got < LARGE, "only what lay in the machine's buffers came: {got} of {LARGE}");
}

#[test]
fn a_panic_is_a_page_with_a_number_that_those_who_run_it_can_find() {
    let incidents: Arc<Mutex<Vec<Incident>>> = Arc::default();
    let told = incidents.clone();
    let report = Arc::new(move |incident: &Incident| told.lock().expect("a lock").push(incident.clone()));
    let running = Running::start(routes(), Site { report, ..Site::default() });
    let answer = running.ask("GET /panic HTTP/1.1\r\nAccept: text/html", b"");
    assert_eq!(answer.status, 500);
    let incident = incidents.lock().expect("a lock").pop().expect("it is told");
    assert!(answer.text().contains(&incident.number), "{}", answer.text());
    assert!(!answer.text().contains("secret"), "the page says nothing of the program's inside");
    assert!(incident.what.contains("on purpose") && incident.asked == "GET /panic", "{incident:?}");
    let program = running.ask("GET /panic HTTP/1.1\r\nX-Fordel: 1\r\nAccept: application/json", b"");
    assert_eq!(program.header("content-type"), Some("application/json"));
    assert_eq!(running.ask("GET /gallery HTTP/1.1", b"").status, 200, "the server goes on");
}

#[test]
fn the_clock_is_handed_on() {
    let clock = fordel_web::server::Clock::new(|| 1_790_000_000_123);
    let running = Running::start(routes(), Site { clock, ..Site::default() });
    assert_eq!(running.ask("GET /now HTTP/1.1", b"").text(), "1790000000123");
}

#[test]
fn requests_in_flight_are_answered_before_the_server_ends_and_streams_end() {
    let mut running = with(lowered());
    let mut slow = running.connect();
    write!(slow, "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n").expect("sent");
    let mut events = running.connect();
    write!(events, "GET /events HTTP/1.1\r\nHost: a\r\n\r\n").expect("sent");
    let silent = running.connect();
    std::thread::sleep(Duration::from_millis(200));
    let start = Instant::now();
    running.tell_to_stop();
    let answers =
        [std::thread::spawn(move || Answer::read(&mut slow)), std::thread::spawn(move || Answer::read(&mut events))];
    let [slow, events] = answers.map(|answer| answer.join().expect("read"));
    running.wait();
    assert!(start.elapsed() < Duration::from_secs(3), "{:?}", start.elapsed());
    assert_eq!((slow.status, slow.text().as_str()), (200, "done"));
    assert!(events.text().contains("event: here"), "{}", events.text());
    drop(silent);
}

#[test]
fn events_are_not_held_back_by_compression() {
    let running = with(lowered());
    let mut stream = running.connect();
    write!(stream, "GET /events HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip, br\r\n\r\n").expect("sent");
    let mut got = Vec::new();
    let mut part = [0; 4096];
    while !got.windows(11).any(|w| w == b"event: here") {
        let size = stream.read(&mut part).expect("the event comes by itself");
        assert!(size > 0, "{}", String::from_utf8_lossy(&got));
        got.extend_from_slice(&part[..size]);
    }
}

#[test]
fn many_at_once_are_answered() {
    let running = with(lowered());
    let good = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..20 {
            scope.spawn(|| {
                for _ in 0..20 {
                    let answer = running.ask("GET /gallery HTTP/1.1", b"");
                    good.fetch_add(usize::from(answer.status == 200), Ordering::Relaxed);
                }
            });
        }
    });
    assert_eq!(good.into_inner(), 400);
}

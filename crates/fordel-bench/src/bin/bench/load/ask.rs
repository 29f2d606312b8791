//! Asking for pages over connections that stay open, and how long the answers take.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

/// An answer that takes longer counts as failed.
const PATIENCE: Duration = Duration::from_secs(20);
/// Connections over which pages are asked for at a steady pace: more than are ever busy.
const PACED: usize = 32;

/// What is asked for.
#[derive(Clone)]
pub struct Asking(String);

impl Asking {
    /// A page, by somebody whose session this is.
    pub fn new(path: &str, session: &str) -> Asking {
        Asking(format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: fordel={session}\r\n\r\n"))
    }
}

/// How asking went.
#[derive(Clone, Debug, Default)]
pub struct Measured {
    /// Milliseconds that each answer took, in order of length.
    pub took: Vec<f64>,
    /// Seconds in all.
    pub seconds: f64,
    /// Answers that weren't good.
    pub failed: usize,
}

impl Measured {
    /// Good answers a second.
    pub fn rate(&self) -> f64 {
        self.took.len() as f64 / self.seconds
    }

    /// Milliseconds within which this share was answered.
    pub fn within(&self, share: f64) -> f64 {
        let at = (self.took.len() as f64 * share).ceil() as usize;
        self.took.get(at.clamp(1, self.took.len().max(1)) - 1).copied().unwrap_or(f64::INFINITY)
    }

    fn of(parts: Vec<(Vec<f64>, usize)>, seconds: f64) -> Measured {
        let mut all = Measured { seconds, ..Measured::default() };
        for (took, failed) in parts {
            all.took.extend(took);
            all.failed += failed;
        }
        all.took.sort_by(f64::total_cmp);
        all
    }
}

/// A connection that stays open.
pub struct Connection(BufReader<TcpStream>);

impl Connection {
    /// Opens one.
    ///
    /// # Errors
    /// If nobody listens.
    pub fn open(address: SocketAddr) -> Result<Connection, String> {
        let stream = TcpStream::connect(address).map_err(|why| why.to_string())?;
        let set = stream.set_nodelay(true).and_then(|()| stream.set_read_timeout(Some(PATIENCE)));
        set.map_err(|why| why.to_string())?;
        Ok(Connection(BufReader::with_capacity(1 << 16, stream)))
    }

    /// Sends a request; the status, the head and the body of its answer.
    ///
    /// # Errors
    /// If the connection ends.
    pub fn send(&mut self, request: &[u8]) -> Result<(u16, String, Vec<u8>), String> {
        let failed = |why: std::io::Error| why.to_string();
        self.0.get_mut().write_all(request).map_err(failed)?;
        let mut head = String::new();
        loop {
            let start = head.len();
            if self.0.read_line(&mut head).map_err(failed)? == 0 {
                return Err("the connection was ended".to_owned());
            }
            if head[start..].trim_end().is_empty() {
                break;
            }
        }
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or("no status")?;
        let lower = head.to_ascii_lowercase();
        let mut body = Vec::new();
        if lower.contains("transfer-encoding: chunked") {
            loop {
                let mut line = String::new();
                self.0.read_line(&mut line).map_err(failed)?;
                let size = usize::from_str_radix(line.trim(), 16).map_err(|why| why.to_string())?;
                self.take(size, &mut body)?;
                self.0.read_line(&mut line).map_err(failed)?;
                if size == 0 {
                    break;
                }
            }
        } else {
            let length = lower.split("content-length:").nth(1).and_then(|rest| rest.lines().next());
            let length = length.and_then(|length| length.trim().parse().ok()).unwrap_or(0);
            self.take(length, &mut body)?;
        }
        Ok((status, head, body))
    }

    fn take(&mut self, size: usize, body: &mut Vec<u8>) -> Result<(), String> {
        let start = body.len();
        body.resize(start + size, 0);
        self.0.read_exact(&mut body[start..]).map_err(|why| why.to_string())
    }
}

/// One good answer: its head and its body.
///
/// # Errors
/// Any other.
pub fn once(address: SocketAddr, asking: &Asking) -> Result<(String, Vec<u8>), String> {
    match Connection::open(address)?.send(asking.0.as_bytes())? {
        (200, head, body) => Ok((head, body)),
        (status, ..) => Err(format!("{}: answered {status}", asking.0.lines().next().unwrap_or_default())),
    }
}

/// Asks for each of these once, one after the other. An answer is good if this stands in it.
///
/// # Errors
/// If nobody listens, or the connection ends.
pub fn each(address: SocketAddr, all: &[Asking], mark: &str) -> Result<Measured, String> {
    let start = Instant::now();
    let mut connection = Connection::open(address)?;
    let (mut took, mut failed) = (Vec::new(), 0);
    for asking in all {
        let begun = Instant::now();
        let (status, _, body) = connection.send(asking.0.as_bytes())?;
        let millis = begun.elapsed().as_secs_f64() * 1e3;
        if status == 200 && String::from_utf8_lossy(&body).contains(mark) {
            took.push(millis);
        } else {
            failed += 1;
        }
    }
    Ok(Measured::of(vec![(took, failed)], start.elapsed().as_secs_f64()))
}

/// Asks over so many connections, each as soon as it has its answer.
///
/// # Errors
/// If nobody listens.
pub fn flood(address: SocketAddr, asking: &Asking, connections: usize, time: Duration) -> Result<Measured, String> {
    let start = Instant::now();
    let until = start + time;
    let parts = std::thread::scope(|threads| {
        let one = || {
            let mut connection = Connection::open(address)?;
            let (mut took, mut failed) = (Vec::new(), 0);
            while Instant::now() < until {
                let begun = Instant::now();
                match connection.send(asking.0.as_bytes()) {
                    Ok((200, ..)) => took.push(begun.elapsed().as_secs_f64() * 1e3),
                    Ok(_) => failed += 1,
                    Err(_) => {
                        failed += 1;
                        connection = Connection::open(address)?;
                    }
                }
            }
            Ok((took, failed))
        };
        let all: Vec<_> = (0..connections).map(|_| threads.spawn(one)).collect();
        all.into_iter().map(|one| one.join().unwrap_or_else(|_| Err("a thread failed".to_owned()))).collect()
    });
    let parts: Result<Vec<_>, String> = parts;
    Ok(Measured::of(parts?, start.elapsed().as_secs_f64()))
}

/// Asks for these in turn at a steady pace, whether or not those before are answered. An answer's time counts from when
/// it should have been asked for.
///
/// # Errors
/// If nobody listens.
pub fn paced(address: SocketAddr, all: &[Asking], pace: f64, time: Duration) -> Result<Measured, String> {
    let start = Instant::now();
    let count = (time.as_secs_f64() * pace) as usize;
    let parts = std::thread::scope(|threads| {
        let one = |first: usize| {
            let mut connection = Connection::open(address)?;
            let (mut took, mut failed) = (Vec::new(), 0);
            for i in (first..count).step_by(PACED) {
                let due = start + Duration::from_secs_f64(i as f64 / pace);
                std::thread::sleep(due.saturating_duration_since(Instant::now()));
                let request = all[i % all.len()].0.as_bytes();
                // A server may end a connection that has waited long.
                let mut answer = connection.send(request);
                if answer.is_err() {
                    connection = Connection::open(address)?;
                    answer = connection.send(request);
                }
                match answer {
                    Ok((200, ..)) => took.push(due.elapsed().as_secs_f64() * 1e3),
                    _ => failed += 1,
                }
            }
            Ok((took, failed))
        };
        let all: Vec<_> = (0..PACED).map(|first| threads.spawn(move || one(first))).collect();
        all.into_iter().map(|one| one.join().unwrap_or_else(|_| Err("a thread failed".to_owned()))).collect()
    });
    let parts: Result<Vec<_>, String> = parts;
    Ok(Measured::of(parts?, start.elapsed().as_secs_f64()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_counted_from_the_shortest() {
        let measured =
            Measured::of(vec![((1..=60).map(f64::from).collect(), 1), ((61..=100).map(f64::from).collect(), 2)], 2.0);
        assert_eq!((measured.within(0.5), measured.within(0.99), measured.within(1.0)), (50.0, 99.0, 100.0));
        assert_eq!((measured.rate(), measured.failed), (50.0, 3));
        assert_eq!(Measured::default().within(0.99), f64::INFINITY, "nothing was answered");
    }
}

//! A real server that runs while a test does, and a plain client for it.

#![allow(dead_code, reason = "each test program uses its part")]

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use fordel_web::server::{Site, serve, site};
use tokio::sync::oneshot;

/// A server on a free port of this machine. It stops when it is dropped.
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    /// Starts the site of these routes.
    pub fn start(routes: Router, settings: Site) -> Running {
        let limits = settings.limits.clone();
        let (told, address) = std::sync::mpsc::channel();
        let (stop, stopped) = oneshot::channel::<()>();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Runtime::new().expect("a runtime");
            runtime.block_on(async move {
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
                told.send(listener.local_addr().expect("an address")).expect("the test waits");
                let shutdown = async {
                    let _ = stopped.await;
                };
                serve(listener, site(routes, settings), limits, shutdown).await;
            });
        });
        let address = address.recv().expect("the server listens");
        Running { address, stop: Some(stop), thread: Some(thread) }
    }

    /// Tells it to stop, without waiting.
    pub fn tell_to_stop(&mut self) {
        drop(self.stop.take());
    }

    /// Waits until it has stopped.
    pub fn wait(&mut self) {
        if let Some(thread) = self.thread.take() {
            thread.join().expect("the server stops in good order");
        }
    }

    /// Its address as people write it.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A connection that gives up reading after a while.
    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).expect("the server listens");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a time limit");
        stream
    }

    /// Asks on a connection of its own. `head` holds the request line and headers but `Host` and `Connection`.
    pub fn ask(&self, head: &str, body: &[u8]) -> Answer {
        let mut stream = self.connect();
        let head = format!("{head}\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address);
        stream.write_all(head.as_bytes()).expect("the head is sent");
        stream.write_all(body).expect("the body is sent");
        Answer::read(&mut stream)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.tell_to_stop();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// An answer as it came.
#[derive(Debug)]
pub struct Answer {
    /// Its status; 0 where the connection ended without one.
    pub status: u16,
    /// Its headers, names in small letters.
    pub headers: Vec<(String, String)>,
    /// Its body, chunked as it came if it was.
    pub body: Vec<u8>,
}

impl Answer {
    /// Reads until the other side ends the connection.
    pub fn read(stream: &mut TcpStream) -> Answer {
        let mut all = Vec::new();
        let mut part = [0; 16 * 1024];
        // A connection that is reset tells no more than one that ends.
        while let Ok(size @ 1..) = stream.read(&mut part) {
            all.extend_from_slice(&part[..size]);
        }
        let end = all.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(all.len());
        let head = String::from_utf8_lossy(&all[..end]).into_owned();
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).unwrap_or(0);
        let headers = lines.filter_map(|line| line.split_once(": ")).map(|(n, v)| (n.to_lowercase(), v.to_owned()));
        Answer { status, headers: headers.collect(), body: all.get(end + 4..).unwrap_or_default().to_vec() }
    }

    /// A header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

//! The sites that are asked: each a program of its own on the same database.

use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::ask::{self, Asking};
use super::{Load, Page};

/// How long a site may take to start.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often it is tried meanwhile.
const AGAIN: Duration = Duration::from_millis(2);
/// Processes of each peer: as many as there are cores.
pub const WORKERS: &str = "2";

/// Who serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Server {
    Fordel,
    FastApi,
    Django,
}

impl Server {
    /// All of them, ours first.
    pub const ALL: [Server; 3] = [Server::Fordel, Server::FastApi, Server::Django];

    /// As it is called.
    pub fn name(self) -> &'static str {
        match self {
            Server::Fordel => "Fordel",
            Server::FastApi => "FastAPI",
            Server::Django => "Django",
        }
    }

    /// The pages that it has.
    pub fn pages(self) -> Vec<Page> {
        let peers = [Page::Front, Page::Mapping, Page::Units];
        if self == Server::Fordel { Page::ALL.to_vec() } else { peers.to_vec() }
    }
}

/// A site that runs. It is stopped when it is dropped.
pub struct Site {
    process: Child,
    /// Where it answers.
    pub address: SocketAddr,
}

impl Site {
    /// Starts one. It may not answer yet.
    pub fn start(asked: &Load, server: Server, database: &Path) -> Result<Site, String> {
        let failed = |why: std::io::Error| format!("{} can't be started: {why}", server.name());
        let whole = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        if server == Server::Fordel {
            let mut process = Command::new(&asked.program)
                .args(["serve", "--listen", "127.0.0.1:0", "--database"])
                .arg(format!("sqlite:{}", database.display()))
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .spawn()
                .map_err(failed)?;
            let out = BufReader::new(process.stdout.take().ok_or("no output")?);
            let mut lines = out.lines().map_while(Result::ok);
            let told = lines.find_map(|line| Some(line.split_once("http://")?.1.trim().parse().ok()));
            // What else it says is read, so that it never waits to say it.
            std::thread::spawn(move || lines.for_each(drop));
            let address = told.flatten().ok_or("Fordel doesn't tell its address")?;
            return Ok(Site { process, address });
        }
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let address = free.map_err(failed)?;
        let port = address.port().to_string();
        let mut command = Command::new(whole(&asked.python));
        match server {
            Server::FastApi => command
                .args(["-m", "uvicorn", "with_fastapi:app", "--host", "127.0.0.1", "--port", &port])
                .args(["--workers", WORKERS, "--no-access-log", "--log-level", "error"]),
            _ => command
                .args(["-m", "gunicorn", "with_django:application", "-b", &format!("127.0.0.1:{port}")])
                .args(["-w", WORKERS, "-k", "gthread", "--threads", "4", "--keep-alive", "75", "--log-level", "error"]),
        };
        let scripts = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("peers/pages");
        let process = command
            .current_dir(scripts)
            .env("DATABASE", whole(database))
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .map_err(failed)?;
        Ok(Site { process, address })
    }

    /// Its first answer.
    pub fn first_answer(&self, asking: &Asking) -> Result<Vec<u8>, String> {
        let start = Instant::now();
        loop {
            match ask::once(self.address, asking) {
                Ok((_, answer)) => return Ok(answer),
                Err(why) if start.elapsed() > PATIENCE => return Err(why),
                Err(_) => std::thread::sleep(AGAIN),
            }
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // Politely, so that a site of several processes ends them all.
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        let _ = self.process.wait();
    }
}

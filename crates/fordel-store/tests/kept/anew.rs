//! A test that starts itself anew, as a process that can be killed, traced or given a disk of its own: told by a setting
//! of its environment what to do, it does that instead. Other crates' tests take it in by its path.

#![allow(dead_code, reason = "each test program uses its part")]

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The command that runs one test of this program again.
pub fn anew(test: &str) -> Vec<OsString> {
    let program = std::env::current_exe().expect("this program").into_os_string();
    let rest = ["--exact", test, "--nocapture", "--test-threads=1"].map(OsString::from);
    [program].into_iter().chain(rest).collect()
}

/// Whether this machine lets such a command be run; where it doesn't, that is said. `./test` says it too, louder.
pub fn allowed(program: &str, arguments: &[&str]) -> bool {
    let tried = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let may = tried.is_ok_and(|status| status.success());
    if !may {
        println!("Left out: this machine doesn't run {program} {}.", arguments.join(" "));
    }
    may
}

/// What tells whether a process may be traced.
pub const TRACED: (&str, &[&str]) = ("strace", &["-f", "-qq", "-o", "/dev/null", "true"]);

/// Tells a test that was started anew where its small file system lies.
const SMALL_DISK: &str = "FORDEL_SMALL_DISK";
/// What it does first: 8 MB in memory, that nobody else sees and that go with it.
const MOUNTED: &str = "mount -t tmpfs -o size=8m tmpfs \"$FORDEL_SMALL_DISK\" && exec \"$@\"";

/// Where the small file system of a test lies that was started anew with one.
pub fn small_disk() -> Option<PathBuf> {
    std::env::var_os(SMALL_DISK).map(PathBuf::from)
}

/// Runs the test anew with a small file system on this folder, and gives what it printed; nothing where this machine lets
/// nobody mount anything.
pub fn on_a_small_disk(test: &str, folder: &Path) -> Option<String> {
    // Root mounts as itself, others as root of a space of their own.
    let own =
        ["-m", "-rm"].into_iter().find(|own| allowed("unshare", &[own, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]))?;
    let out = Command::new("unshare")
        .args([own, "sh", "-c", MOUNTED, "sh"])
        .args(anew(test))
        .env(SMALL_DISK, folder)
        .output()
        .expect("unshare");
    let said = String::from_utf8_lossy(&out.stdout).into_owned();
    println!("{said}");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    Some(said)
}

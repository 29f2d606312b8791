//! A test that starts itself anew, as a process that can be killed, traced or given a disk of its own: told by a setting
//! of its environment what to do, it does that instead.

use std::ffi::OsString;
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

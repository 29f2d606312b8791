//! The second step of signing in: one-time codes from a phone, and recovery codes for when the phone is gone.

use fordel_store::{Moment, Person};

use super::access::SignedIn;
use super::accounts::{Device, Entered, author, mark};
use super::keys;
use super::start::Door;
use super::{Failed, Service};

/// A code may follow the password for so long, milliseconds.
const GOOD_FOR: i64 = 10 * 60_000;
/// Recovery codes that somebody gets at a time.
const RECOVERY_CODES: usize = 10;
/// Letters of a recovery code. Each is 5 random bits: 120 in all, so that nobody finds it by its plain hash.
const RECOVERY_LETTERS: usize = 24;
/// What recovery codes are written with: nothing that is easily taken for another (Crockford's base 32).
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

impl Service {
    /// What follows the right password: in, or the question for a code.
    pub(super) fn second_step(
        &self,
        person: &Person,
        code: Option<&str>,
        known: bool,
        from: &Device,
    ) -> Result<Entered, Failed> {
        if let Some(secret) = &person.totp {
            let now = self.now();
            let code = code.filter(|code| !code.trim().is_empty());
            let right = code.map(|code| self.code_is_right(person, secret, code)).transpose()?;
            if right == Some(false) {
                self.throttle.failed(&person.email, known, now);
            }
            if right != Some(true) {
                let door = Door::Code(person.id, Moment(now.0 + GOOD_FOR), kept_password(person));
                return Ok(Entered::NeedsCode { step: self.doors.open(door, now)?, wrong: right.is_some() });
            }
        }
        self.throttle.succeeded(&person.email, known);
        Ok(Entered::In(self.start_session(person, from.agent)?, mark(person)))
    }

    /// Goes on from the question for a code, by the key that whoever wrote the right password was given.
    ///
    /// # Errors
    /// The database.
    pub fn pass_code(&self, shown: &str, code: &str, from: &Device) -> Result<Entered, Failed> {
        let now = self.now();
        let Some(Door::Code(person, until, password)) = self.doors.is(shown) else { return Ok(Entered::Late) };
        let person = self.read(|r| r.person(person))?;
        if until <= now || person.ended.is_some() || kept_password(&person) != password {
            return Ok(Entered::Late);
        }
        let known = from.marks.contains(&mark(&person).as_str());
        let wait = self.throttle.wait(&person.email, known, now);
        if wait > 0 {
            return Ok(Entered::Wait((wait + 999) / 1000));
        }
        let entered = self.second_step(&person, Some(code), known, from)?;
        self.doors.close(shown);
        Ok(entered)
    }

    /// Whether the code is the phone's, of now or of a moment ago, or one of the recovery codes; and was not used before.
    fn code_is_right(&self, person: &Person, secret: &str, code: &str) -> Result<bool, Failed> {
        let letters = plain(code);
        if letters.len() == RECOVERY_LETTERS {
            return self.write(author(person), |w| w.use_recovery_code(person.id, &keys::hash(&letters)));
        }
        let Some(step) = self.step_of(person, secret, code)? else { return Ok(false) };
        self.write(author(person), |w| w.use_totp(person.id, step))
    }

    /// The step of time that the code is of, if it is that of now or of a moment ago.
    fn step_of(&self, person: &Person, secret: &str, code: &str) -> Result<Option<i64>, Failed> {
        let totp = one_time(secret, &person.email)?;
        let seconds = u64::try_from(self.now().0 / 1000).unwrap_or(0);
        let code: String = code.chars().filter(char::is_ascii_digit).collect();
        Ok(totp.check(&code, seconds).and_then(|step| i64::try_from(step).ok()))
    }

    /// A new secret for one-time codes, with its address for the phone's program; kept once a code proves it.
    ///
    /// # Errors
    /// If the system has no chance to give.
    pub fn new_secret(&self, who: &SignedIn) -> Result<(String, String), Failed> {
        let person = self.myself(who)?;
        let secret = new_secret()?;
        let address = one_time(&secret, &person.email)?.to_url().map_err(|why| Failed::Internal(why.to_string()))?;
        Ok((secret, address))
    }

    /// The address of a secret that was shown before, for the phone's program.
    ///
    /// # Errors
    /// One that isn't a secret.
    pub fn secret_address(&self, who: &SignedIn, secret: &str) -> Result<String, Failed> {
        let person = self.myself(who)?;
        let wrong = || Failed::Invalid(vec![("code", "page-code-wrong")]);
        one_time(secret, &person.email).ok().and_then(|totp| totp.to_url().ok()).ok_or_else(wrong)
    }

    /// Keeps a secret for one-time codes, if the code is one of it, and gives the recovery codes that belong to it: this once.
    /// Nothing in its place turns codes off, recovery codes with them.
    ///
    /// # Errors
    /// A wrong code or a wrong password.
    pub fn set_codes(
        &self,
        who: &SignedIn,
        password: &str,
        secret: Option<(&str, &str)>,
    ) -> Result<Vec<String>, Failed> {
        let person = self.myself(who)?;
        self.confirmed(&person, password, "password")?;
        let Some((secret, code)) = secret else {
            self.write(who.author(), |w| w.set_totp(who.person, None))?;
            return Ok(Vec::new());
        };
        // A secret that isn't one gives no code.
        let Some(step) = self.step_of(&person, secret, code).unwrap_or_default() else {
            return Err(Failed::Invalid(vec![("code", "page-code-wrong")]));
        };
        let codes = recovery_codes()?;
        self.write(who.author(), |w| {
            w.set_totp(who.person, Some(secret))?;
            // The code that proved it is used.
            w.use_totp(who.person, step)?;
            w.set_recovery_codes(who.person, &hashes(&codes))
        })?;
        Ok(codes)
    }

    /// Other recovery codes, shown this once; the old ones are worth nothing any more.
    ///
    /// # Errors
    /// A wrong password; [`Failed::NotFound`] where codes are off.
    pub fn new_recovery_codes(&self, who: &SignedIn, password: &str) -> Result<Vec<String>, Failed> {
        let person = self.myself(who)?;
        self.confirmed(&person, password, "recovery-password")?;
        let codes = recovery_codes()?;
        self.write(who.author(), |w| w.set_recovery_codes(who.person, &hashes(&codes)))?;
        Ok(codes)
    }

    /// How many recovery codes are left.
    ///
    /// # Errors
    /// The database.
    pub fn recovery_codes_left(&self, who: &SignedIn) -> Result<usize, Failed> {
        self.read(|r| r.recovery_codes(who.person))
    }
}

/// By what it is known whether a person still has the password that was right a moment ago.
fn kept_password(person: &Person) -> [u8; 32] {
    keys::hash(person.password.as_deref().unwrap_or_default())
}

/// 160 random bits (RFC 4226 advises no fewer), as phones take them.
fn new_secret() -> Result<String, Failed> {
    let mut bytes = [0; 20];
    getrandom::fill(&mut bytes).map_err(|why| Failed::Internal(why.to_string()))?;
    Ok(totp_rs::Secret::new_stack(bytes).to_base32())
}

fn one_time(secret: &str, account: &str) -> Result<totp_rs::Totp, Failed> {
    let internal = |why: String| Failed::Internal(why);
    let secret = totp_rs::Secret::try_from_base32(secret).map_err(|why| internal(why.to_string()))?;
    let account = account.replace(':', " ");
    totp_rs::Builder::new()
        .with_secret(secret)
        .with_account_name(account)
        .with_issuer(Some("Fordel"))
        .build()
        .map_err(|why| internal(why.to_string()))
}

/// As many as somebody gets, each in groups of four.
fn recovery_codes() -> Result<Vec<String>, Failed> {
    let code = || -> Result<String, Failed> {
        let mut bytes = [0_u8; RECOVERY_LETTERS];
        getrandom::fill(&mut bytes).map_err(|why| Failed::Internal(why.to_string()))?;
        let letters = bytes.map(|byte| char::from(LETTERS[usize::from(byte % 32)]));
        Ok(letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-"))
    };
    (0..RECOVERY_CODES).map(|_| code()).collect()
}

/// What is kept of recovery codes.
fn hashes(codes: &[String]) -> Vec<[u8; 32]> {
    codes.iter().map(|code| keys::hash(&plain(code))).collect()
}

/// A recovery code as its hash is made of it, however somebody writes it.
fn plain(written: &str) -> String {
    let letter = |c: char| match c.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    };
    written.chars().filter(char::is_ascii_alphanumeric).map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recovery_codes_differ_and_are_known_however_they_are_written() {
        let codes = recovery_codes().expect("chance");
        let different: std::collections::BTreeSet<&String> = codes.iter().collect();
        assert_eq!((different.len(), codes[0].len()), (RECOVERY_CODES, RECOVERY_LETTERS + 5));
        let code = &codes[0];
        let written = [code.to_uppercase(), code.replace('-', " "), code.replace('0', "O").replace('1', "l")];
        assert!(written.iter().all(|written| plain(written) == plain(code)), "{written:?}");
        assert_eq!(plain(code).len(), RECOVERY_LETTERS);
    }
}

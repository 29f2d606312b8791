# The site's pages.

page-example-organisation = Eksempelsykehuset
page-example-clinic = Medisinsk klinikk
page-example-person = Eva Eksempel
page-proposal-optimum = Beste fordeling

# What can't be used in a form.
page-name-empty = Skriv et navn.
page-email-wrong = Skriv en e-postadresse, for eksempel kari@sykehuset.no.
page-email-taken = Noen har allerede denne e-postadressen her. Logg inn med den, eller bruk en annen.
page-password-short = Passordet må ha minst 12 tegn. Noen ord etter hverandre er lett å huske.
page-password-long = Passordet kan ha høyst 200 tegn.
page-password-common = Passordet er for lett å gjette. Bruk noen ord som ikke hører sammen.
page-password-wrong = Passordet er ikke riktig.
page-code-wrong = Koden er ikke riktig. Bruk den som vises i telefonen nå.
page-role-own = Du kan ikke ta fra deg selv en rolle. Be en annen administrator om det.
page-objection-empty = Skriv hva innvendingen er.
page-answer-empty = Skriv et svar.
page-decide-rule-broken = Forslaget bryter fordelingsregelen og kan ikke vedtas.
page-decide-no-date = Skriv datoen for møtet.
page-decide-in-spite = Noe i forslaget går ikke opp. Skriv hvorfor det vedtas likevel.

# What is being solved.
page-phase-cost = leter etter laveste kostnad
page-phase-overqualified = legger oppgavene lavest mulig
page-phase-scarce-hours = frigjør knappe timer
page-phase-changes = unngår unødige endringer
page-phase-spread = samler oppgaver på én gruppe
page-phase-compared = regner ut dagens fordeling til sammenligning
page-phase-worths = regner ut hva som binder
page-phase-curve = regner ut gevinsten ved å flytte få oppgaver
page-phase-conflict = finner ut hvorfor det ikke går
page-phase-why = regner ut hva andre plasseringer koster

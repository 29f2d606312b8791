# The site's pages.

page-example-organisation = Eksempelsykehuset
page-example-clinic = Medisinsk klinikk
page-example-person = Eva Eksempel
page-proposal-optimum = Beste fordeling

# What can't be used in a form.
page-name-empty = Skriv et navn.
page-name-long = Navnet er for langt. Skriv høyst 120 tegn.
page-name-there = Det er allerede noe med dette navnet på samme sted. Skriv et annet navn.
page-email-wrong = Skriv en e-postadresse, for eksempel kari@sykehuset.no.
page-email-taken = Noen har allerede denne e-postadressen her. Logg inn med den, eller bruk en annen.
page-password-short = Passordet må ha minst 12 tegn. Noen ord etter hverandre er lett å huske.
page-password-long = Passordet kan ha høyst 200 tegn.
page-password-common = Passordet er for lett å gjette. Bruk noen ord som ikke hører sammen.
page-password-wrong = Passordet er ikke riktig.
page-password-later = Passordet er prøvd feil for mange ganger. Vent et minutt, og prøv igjen.
page-code-wrong = Koden er ikke riktig. Bruk den som vises i telefonen nå.
page-role-own = Du kan ikke ta fra deg selv en rolle. Be en annen administrator om det.
page-objection-empty = Skriv hva innvendingen er.
page-answer-empty = Skriv et svar.
page-decide-rule-broken = Forslaget bryter fordelingsregelen og kan ikke vedtas.
page-decide-unassessed = Noen plasseringer mangler vurderingen som kreves. Fyll den ut for alle, eller for hver av dem.
page-decide-holds = Ingenting ble vedtatt nå, for planen er vedtatt fra før.
page-decide-no-date = Skriv datoen for møtet.
page-decide-bad-date = Skriv datoen som år-måned-dag, for eksempel 2026-11-20.
page-decide-future = Møtet kan ikke være holdt etter i dag.
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
page-phase-course-order = regner ut rekkefølgen på kursene

# Coming in.
page-enter = Logg inn
page-email = E-post
page-password = Passord
page-password-hint = Minst 12 tegn. Noen ord etter hverandre er lett å huske og vanskelig å gjette.
page-code = Engangskode
page-code-hint = Seks siffer fra telefonen, eller en av gjenopprettingskodene dine.
page-enter-code = Kode
page-enter-code-lead = Passordet er riktig. Skriv koden for { $email }.
page-enter-code-wrong = Koden er feil eller brukt. Vent på den neste, og skriv den.
page-enter-late = Koden kom for sent etter passordet. Logg inn på nytt.
page-enter-again = Logg inn som noen andre
page-enter-wrong = E-posten eller passordet er ikke riktig.
page-enter-wait = Mange har forsøkt å logge inn her. Vent { $seconds-n ->
    [one] ett sekund
   *[other] { $seconds } sekunder
    }, og prøv igjen.
page-start = Velkommen til Fordel
page-start-lead = Skriv hva organisasjonen heter, og hvem du er. Du blir den første administratoren, og kan invitere andre etterpå.
page-start-do = Kom i gang
page-start-example = Legg inn en eksempelpost å prøve med
page-organisation = Organisasjon
page-organisation-hint = Helseforetaket eller kommunen.
page-invited = Du er invitert til Fordel
page-invited-lead = Skriv hvem du er, og velg et passord. Da får du rollen du er invitert til.
page-invited-as = Du kommer inn som { $represents }.
page-invited-do = Ta imot invitasjonen
page-your-name = Ditt navn
page-role-reader = Leser: ser, kommenterer og kommer med innvendinger
page-role-contributor = Bidragsyter: kartlegger oppgaver og lager forslag
page-role-leader = Leder: vedtar
page-role-adviser = Rådgiver: arbeider på tvers av enheter
page-role-administrator = Administrator: styrer tilganger og enheter

# The organisation.
page-me = Min side
page-people = Personer og tilganger
page-units = Enheter
page-unit = Enhet
page-step-now = Hvor langt
page-mapping-state = Kartlegging
page-proposals-count = Forslag
page-decided = Vedtatt
page-waits = Venter
page-list-unit = Enhet
page-list-above = Hører til
page-list-stands = Hvor langt
page-list-lines = Oppgavelinjer
page-list-minutes = Mangler minutter
page-list-today = Mangler hvem som gjør det i dag
page-list-faults = Feil i arkene
page-list-proposals = Forslag
page-list-version = Vedtatt versjon
page-list-decided-on = Vedtatt dato
page-list-held-on = Drøftet
page-list-newer = Nyere forslag
page-list-uses = Vakten nå, logget denne måneden
page-list-red = Av dem røde
page-list-objections = Innvendinger uten svar
page-list-outdated = Kartleggingen er endret etter at den vedtatte planen ble laget
page-no-units = Her kommer enhetene du har tilgang til.
page-no-units-do = Prøv med en eksempelpost, eller legg til din egen enhet nedenfor.
page-no-units-ask = Be en administrator om en rolle i en enhet.
page-no-units-add = Legg til en enhet
page-added = Lagt til: { $name }
page-removed = Fjernet: { $name }
page-try-example = Prøv med eksempel
page-units-lead = { $units-n ->
    [one] Én enhet.
   *[other] { $units } enheter.
} { $waiting-n ->
    [0] Ingenting venter på deg.
    [one] Én ting venter på deg.
   *[other] { $waiting } ting venter på deg.
}
page-stands-decided = Vedtatt
page-stands-proposed = Har forslag
page-stands-empty = Ikke begynt
page-stands-mapped = Kartlagt
page-stands-mapping = Kartlegger
page-mapped = { $lines } linjer, { $missing } mangler minutter
page-version-of = v{ $number }, { $date }
page-newer = { $count } nyere forslag
page-version = v{ $number }
page-outdated = Kartleggingen er endret etter at den vedtatte planen ble laget
page-faults = { $count-n ->
    [one] Én feil i arkene
   *[other] { $count } feil i arkene
}
page-objections = { $count-n ->
    [one] Én innvending uten svar
   *[other] { $count } innvendinger uten svar
}
page-outdated-proposal = Kartleggingen er endret etter at planen ble laget
page-waits-minutes = { $count-n ->
    [one] Én linje uten minutter
   *[other] { $count } linjer uten minutter
}
page-waits-today = { $count-n ->
    [one] Én linje uten «I dag»
   *[other] { $count } linjer uten «I dag»
}
page-waits-priority = { $count-n ->
    [one] Én linje uten farge
   *[other] { $count } linjer uten farge
}
page-waits-disputed = { $count-n ->
    [one] Én linje det er uenighet om
   *[other] { $count } linjer det er uenighet om
}
page-waits-ending = { $count-n ->
    [one] Ett kurs går ut innen { $days } dager
   *[other] { $count } kurs går ut innen { $days } dager
}
page-add-branch = Legg til enhet, avdeling eller klinikk
page-name = Navn
page-kind = Hva det er
page-kind-unit = Enhet (sengepost, poliklinikk, hjemmetjenesteområde …)
page-kind-department = Avdeling
page-kind-clinic = Klinikk
page-below = Hører til
page-add = Legg til
page-missing = { $missing } mangler minutter

# The mapping.
page-mapping = Kartlegging
page-workshop = Arbeidsmøte
page-import = Importer
page-export = Last ned som Excel
page-count-lines = linjer
page-count-minutes = mangler minutter
page-count-today = mangler «I dag»
page-count-faults = feil
page-sheets = Ark
mapping-no-lines = Ingen oppgaver er kartlagt ennå.
    .cure = Skriv dem inn her, lim dem inn fra Excel, hent vanlige oppgaver i oppgavebiblioteket, eller importer en arbeidsbok.
page-sheet-out = Last ned arket slik det står:
page-assumed = { $count-n ->
    [one] Én ting er antatt eller bør ses på
   *[other] { $count } ting er antatt eller bør ses på
}
page-review = Status
mapping-row-note = Notat og drøfting
mapping-row-all = Alt om raden
mapping-row-title = Om raden: { $row }
mapping-row-gone = Raden er fjernet fra arket. Historikken viser hvem som fjernet den, og kan hente den tilbake.
mapping-row-by = { $who }, { $when }
mapping-row-untalked = Ikke drøftet ennå.
mapping-row-minutes = Hvor minuttene kommer fra
mapping-row-minutes-none = Ingen minutter er skrevet.
mapping-row-minutes-stand = { $minutes } min per gang
mapping-row-minutes-came = Kom med raden: { $by }
mapping-row-minutes-written = Skrevet av { $by }
mapping-row-minutes-usual = Vanlig i oppgavebiblioteket: { $minutes } min ({ $source })
mapping-row-changes = De siste endringene
mapping-row-history = Hele historikken
mapping-row-no-objections = Ingen innvendinger.
mapping-row-object = Skriv en innvending eller et svar

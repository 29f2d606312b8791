# Forslag og vedtak.

proposals-title = Forslag og vedtak
proposals-faults = { $faults-n ->
    [one] Én feil i arkene må rettes før det kan lages et nytt forslag.
   *[other] { $faults } feil i arkene må rettes før det kan lages et nytt forslag.
}
proposals-see-faults = Se feilene
proposals-none = Her kommer forslagene, side om side.
proposals-none-do = Når oppgavene er kartlagt uten feil, ber du om et forslag her. Den første planen kommer i løpet av sekunder, en god innen et minutt eller den tiden du gir.
proposals-failed = Forslag som ikke ble noe av
proposals-out-of-time = { $seconds-n ->
    [one] Det ble ikke funnet noen plan på ett sekund.
   *[other] Det ble ikke funnet noen plan på { $seconds } sekunder.
} Det kan likevel finnes en.
proposals-out-of-time-do = La det letes lenger. Med flere flyttinger eller et større budsjett er det også lettere å finne en.
proposals-no-tasks = Enheten hadde ingen oppgaver å fordele.
proposals-no-tasks-do = Skriv inn oppgavene, og be om et nytt forslag.
proposals-stopped = Søket ble stanset før det hadde funnet noen plan.
proposals-stopped-with-plan = { $seconds-n ->
    [one] Søket ble stanset etter ett sekund. Planen er den beste det hadde da.
   *[other] Søket ble stanset etter { $seconds } sekunder. Planen er den beste det hadde da.
} Det kan letes igjen.
proposals-stopped-do = Be om det samme igjen, og la det letes ferdig.
proposals-fault = Programmet gjorde en feil, så det ble ikke noe av forslaget. Alt dere har skrevet, er lagret.
proposals-fault-do = Be om det samme igjen. Skjer det på nytt, send den tekniske beskrivelsen og arkene til dem som drifter Fordel.
proposals-fault-detail = Teknisk beskrivelse
proposals-again = Be om det samme igjen
proposals-again-longer = Let igjen med mer tid
proposals-impossible-do = Rett ett av kravene, eller be om et forslag med romsligere ønsker.
proposals-being-made = Forslag { $number } lages
proposals-progress = Framdrift
proposals-cancel = Stopp, og behold det beste
proposals-leave = Du kan gå herfra og komme tilbake.
proposals-waits = Venter på tur.
proposals-is-done = Forslaget er ferdig.
proposals-is-cancelled = Søket ble stanset.
proposals-so-far =
    { $seconds-n ->
        [one] Etter ett sekund
       *[other] Etter { $seconds } sekunder
    }: { $best } i året, bevist til innen { $gap } av det beste for dette målet ({ $phase }).
proposals-so-far-phase =
    { $seconds-n ->
        [one] Etter ett sekund
       *[other] Etter { $seconds } sekunder
    }: { $phase }.
proposals-hours = { $hours } t/uke
proposals-fact = Hva
proposals-freed-day = Sykepleiertimer frigjort, dag
proposals-freed-evening = Sykepleiertimer frigjort, kveld
proposals-freed-night = Sykepleiertimer frigjort, natt
proposals-freed-weekend = Sykepleiertimer frigjort, helg
proposals-saved = Spart i året mot dagens fordeling med tilpasset bemanning
proposals-cost = Kostnad i året
proposals-fte = Årsverk
proposals-courses = Kurs som trengs
proposals-moved = Flyttede plasseringer
proposals-red = Brutte regler og røde celler
proposals-best = best
proposals-best-of = ★ er det beste i raden blant det som går opp. Det som ikke går opp, er ikke med når det beste pekes ut.
proposals-state = Tilstand
proposals-open = Åpne
proposals-beside = Forslag side om side
proposals-today = I dag
proposals-carried = Dagens fordeling, tilpasset bemanning
proposals-rightmost = Alt på laveste gruppe
proposals-fte-of = Årsverk { $group }
proposals-own = Eget
proposals-own-red = Eget, går ikke opp
proposals-decided-as = Vedtatt som versjon { $number }
proposals-older-sheets = Regnet på eldre ark enn forslag { $number }: spart er mot dagens fordeling slik arkene var da.
proposals-newer-sheets = Regnet på nyere ark enn forslag { $number }: spart er mot dagens fordeling slik arkene er her.
proposals-baseline-of = Fra forslag { $number }
proposals-proven = Bevist best
proposals-good = God plan
proposals-impossible = Umulig
proposals-cut-off = Avbrutt – beste plan så langt
proposals-all = Alle forslag
proposals-choose = Sammenlign forslag { $number }, { $name }
proposals-compare-chosen = Sammenlign valgte
proposals-compare-newest = Vis de nyeste side om side
proposals-chosen-many = Høyst { $most } forslag kan stå side om side. Ta vekk noen i lista, og sammenlign igjen.
proposals-chosen-unknown = «{ $named }» er ikke nummeret til et ferdig forslag i denne enheten. Velg i lista hva som skal stå side om side.
proposals-listed-waiting = Venter
proposals-listed-running = Regnes ut
proposals-listed-nothing = Ble ikke noe av
proposals-listed-no-plan = Ingen plan
proposals-listed-plan = Har plan
proposals-outdated = Kartleggingen er endret etter at planen ble laget.
proposals-outdated-see = Se hva som er endret
proposals-decisions = Vedtatte versjoner
proposals-decision = Versjon { $number }, møte { $date }
proposals-number-wrong = Skriv et tall fra { $least } til { $most }, eller la feltet stå tomt.
proposals-whole-wrong = Skriv et helt tall fra { $least } til { $most }, eller la feltet stå tomt.
proposals-budget-needed = Skriv hvor mye planen kan koste i året. Uten et tak på kroner kan den bytte ut de knappe gruppene med så mange andre det skal være, når timene deres kommer først.
proposals-new = Nytt forslag
proposals-new-lead = Fordel leter etter den billigste fordelingen som dekker alt arbeidet, legger så oppgavene så lavt som mulig innenfor toleransen, og unngår unødige endringer.
proposals-name = Navn på forslaget
proposals-small = Begynn i det små
proposals-small-hint = Fyller ut skjemaet med høyst { $moves } plasseringer.
proposals-max-moves = Flytt høyst så mange plasseringer
proposals-max-moves-hint = For å begynne i det små, for eksempel 10. En oppgavelinje med både hverdag og helg har to plasseringer. Tomt: så mange som lønner seg.
proposals-seconds = Sekunder det letes
proposals-seconds-hint = Fra 1 til 3600. Tomt: { $usual }. Sammenligningene ved siden av får like lenge.
proposals-alike = Bemanningen
proposals-alike-weekdays = er lik alle hverdager, og lik lørdag og søndag
proposals-alike-no = kan være ulik hver dag
proposals-budget = Høyst så mange kroner i året
proposals-ask = Lag forslag
proposals-conflict = Det finnes ingen plan som oppfyller alt dette samtidig:
proposals-decide = Vedta …
proposals-copy = Lag eget forslag fra dette
proposals-copy-of = { $name } – eget
proposals-against = Sammenlign med
proposals-compare = Vis forskjellene
differences-title = Forskjeller mellom forslag
differences-none = Det er ikke noe annet forslag å sammenligne med ennå.
differences-none-do = Be om et nytt forslag, eller lag et eget fra dette, og se så hva som er ulikt.
proposals-certainty = Den billigste planen som ble funnet, er bevist til innen { $gap } av laveste kostnad, etter { $seconds } sekunder.
proposals-certainty-first = Bevist til innen { $gap } av det beste på målet «{ $goal }», som går foran kostnaden, etter { $seconds } sekunder.
proposals-broken = { $count-n ->
    [one] Én ting går ikke opp:
   *[other] { $count } ting går ikke opp:
}
proposals-more = Og { $more } til.
proposals-task = Oppgave
proposals-when = Når
proposals-from-to = Fra → til
proposals-minutes = Minutter i uka
proposals-takes = Kurs som kreves
proposals-none-moved = Ingen plasseringer flyttes.
proposals-moved-lines = { $count-n ->
    [one] Én plassering flyttes
   *[other] { $count } plasseringer flyttes
}

decide-title = Vedta «{ $name }»
decide-lead = En varig fordeling er virksomhetens egen beslutning (spesialisthelsetjenesteloven § 2‑2, helsepersonelloven § 16). Når den er vedtatt, låses den med et versjonsnummer.
decide-outdated = Planen ble vedtatt etter at kartleggingen var endret, og bygger på arkene slik de var da den ble laget.
decide-stale = Forslaget er endret etter at du åpnet siden, og er ikke vedtatt. Se over hva det flytter nå, før du vedtar det. Det du har skrevet, står her.
decide-heard = Drøftet med
decide-held-on = Dato for møtet
decide-union = Tillitsvalgte
decide-union-hint = Organisasjon og rolle, ikke navn på pasienter.
decide-safety = Verneombud
decide-offered = { $name } ({ $represents }) er hørt
decide-others = Andre
decide-disagreement = Uenighet
decide-disagreement-hint = Hva noen er uenige i, med deres egne ord.
decide-minutes = Referat
decide-in-spite = Hvorfor vedtas det selv om noe ikke går opp?
decide-assessments = { $placements-n ->
    [one] Én plassering krever en vurdering
   *[other] { $placements } plasseringer på { $lines-n ->
        [one] én linje
       *[other] { $lines } linjer
    } krever en vurdering
}
decide-holds = Denne planen er allerede vedtatt som versjon { $number }, og ingen annen er vedtatt etter den.
decide-before = Denne planen er vedtatt før, som versjon { $number }. Vedtar du den nå, blir den en ny versjon.
decide-assessments-lead = En gruppe som får helsearbeid, har kompetansen enten fra egen utdanning eller fra en kvalifikasjon med oppfølging. Det første krever ingenting her. Det andre krever en vurdering av oppgavens art og risiko, kvalifikasjonen og oppfølgingen (helsepersonelloven § 5). Legemidler krever lederens egen vurdering. Servering og annet som ikke er helsearbeid, krever ingen.
decide-for-all = Gjelder alle som ikke har sin egen
decide-for-all-hint = Kreves hvis ikke hver plassering har sin egen vurdering nedenfor.
decide-each = Egen vurdering for enkelte plasseringer
decide-each-hint = Kreves hvis det ikke står noe for alle ovenfor.
decide-nature = Oppgavens art og risiko
decide-qualification = Kvalifikasjon som kreves
decide-follow-up = Oppfølging
decide-medicines = Lederens vurdering av legemiddelhåndteringen
decide-do = Vedta og lås
decide-what-moves = Dette flyttes
decide-version = Vedtatt versjon { $number }, drøftet { $date }
decide-version-unheard = Vedtatt versjon { $number }, møte { $date }
decide-nobody-heard = Ingen er ført opp som hørt.
decide-broken = { $count-n ->
    [one] Én ting gikk ikke opp da planen ble vedtatt:
   *[other] { $count } ting gikk ikke opp da planen ble vedtatt:
}
decide-broken-figures = Timer, årsverk og kroner nedenfor gjelder planen slik den er, med dette brutt.
decide-unanswered = { $count-n ->
    [one] Én innvending er ikke besvart. Planen kan vedtas likevel; innvendingen blir stående i vedtaket slik den er nå.
   *[other] { $count } innvendinger er ikke besvart. Planen kan vedtas likevel; innvendingene blir stående i vedtaket slik de er nå.
}
decide-objection-open = Ikke besvart.
decide-by = Vedtatt av { $name } { $at }.
decide-report = Rapporten
decide-plan-book = Planen i Excel
decide-report-pdf = Rapporten som PDF
decide-moved-csv = Linjene som flyttes (CSV)
decide-nothing = Ingenting er skrevet.
decide-since = Forskjeller fra versjon { $number }
decide-assessment = Vurdering
decide-not-due = Kreves ikke
decide-doubtful = { $task } flyttes til { $group } uten krav om kurs, men en gruppe over og en gruppe under i rekken må ha kurs for den: bekreft at kolonnen «Opplæring» er riktig.
decide-list = vedtak { $number }
decide-all = vedtak
decide-number = Versjon
decide-at = Vedtatt
decide-who = Vedtatt av
decide-differences = Forskjeller fra forslag { $a } til forslag { $b }
decide-from = Fra
decide-to = Til
decide-group = Gruppe
decide-groups = Årsverk
decide-fte-a = Før
decide-fte-b = Etter
decide-change = Endring
decide-cost = Kostnad i året: { $a } før, { $b } etter, endring { $change }.
proposals-beyond-limits = bare uten taket på stillinger, vakter og helger
proposals-not-computed = ikke regnet ut
proposals-goals = Hva som kommer først
proposals-goals-hint = Det første bestemmer mest. Det neste velger blant planer som er nesten like gode.
proposals-goals-usual = Lavest kostnad, så lavest mulig gruppe, så færrest flyttinger
proposals-goals-scarce = Færrest timer fra knappe grupper, så lavest kostnad (krever tak på kroner)
proposals-goals-lowest = Oppgavene hos lavest mulig gruppe, så lavest kostnad
proposals-goals-changes = Færrest endringer fra i dag, så lavest kostnad

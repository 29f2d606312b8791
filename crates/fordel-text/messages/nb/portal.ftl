# A list of people and courses from a competence portal, taken in.

portal-title = Importer kurs og sertifikater
portal-lead = Ta ut en liste fra kompetanseportalen: én rad for hvert kurs en ansatt har tatt. En ansatt uten noe kurs ennå kan stå i en rad uten kurs og dato. Først ser du hvordan den leses og hva den ville endret. Ingenting lagres før du bekrefter.
portal-privacy = Navn og ansattnummer lagres ikke. Hver ansatt får et pseudonym, som SPL-07. Tabellen over hvem som er hvem, laster du ned og tar vare på selv. Lista ligger i minnet til du er ferdig, og aldri lenger enn et døgn. Lister med fødselsnummer blir avvist.
portal-file = Liste (.csv eller .xlsx)
portal-file-hint = Kolonner som Ansattnr, Stilling, Kurs, Gjennomført dato, Gyldig til og Status. Andre navn går også.
portal-pasted = Eller lim inn fra Excel
portal-pasted-hint = Ta med raden med overskrifter.
portal-pasted-name = innlimt
portal-who-file = Hvem er hvem, fra forrige import
portal-who-hint = Tabellen du lastet ned sist. Med den får de samme ansatte de samme pseudonymene. La feltet stå tomt første gang.
portal-read = Les lista
portal-nothing = Velg ei fil, eller lim inn lista.
portal-empty = Lista er tom. Den må ha en rad med overskrifter og minst én rad under.
portal-long = Lista har flere enn { $most } rader. Ta ut en liste for bare denne enheten.
portal-identity-numbers = Kolonnen «{ $column }» har det som ser ut som fødselsnummer ({ $count-n ->
    [one] rad { $rows }
   *[other] { $count } rader: { $rows }
}). Lista er avvist, og ingenting av den er tatt vare på. Ta bort fødselsnumrene, og bruk ansattnummer eller navn.
portal-who-wrong = Tabellen over hvem som er hvem, kan ikke leses:
portal-faulty = Arkene i kartleggingen har feil som må rettes før en liste kan holdes mot dem.
portal-gone = Lista er ikke her lenger: den ligger i minnet et døgn, og forsvinner når du avbryter. Velg den på nytt. Ingenting er endret.
portal-preview = Slik leses lista
portal-summary = { $rows-n ->
    [one] Én rad
   *[other] { $rows } rader
}, { $used } kan brukes. { $people-n ->
    [one] Én ansatt
   *[other] { $people } ansatte
}, { $new-n ->
    [0] ingen nye
    [one] én ny
   *[other] { $new } nye
}. { $changes-n ->
    [0] Ingenting endres
    [one] Én endring
   *[other] { $changes } endringer
}; { $same } står allerede som i lista. Ingenting er lagret ennå.
portal-twice = Enheten har ansatte fra før, og du har ikke lagt ved tabellen over hvem som er hvem. Da kan de samme ansatte komme to ganger, under to pseudonymer. Avbryt og legg den ved, eller kryss av for at lista erstatter alt som står i arket.
portal-reading = Kolonner og verdier
portal-reading-lead = Forslagene er som sist, ellers gjettet av navnene. Endre det som er feil, og se på nytt.
portal-columns = Hvilken kolonne er hva
portal-no-column = (ikke i lista)
portal-column-person = Ansatt (nummer eller navn)
portal-column-group = Gruppe eller stilling
portal-column-course = Kurs
portal-column-taken = Dato det ble tatt
portal-column-until = Gyldig til
portal-column-percent = Stillingsprosent
portal-column-weekends = Helg hver
portal-column-status = Status
portal-column-needed = Velg en kolonne.
portal-values-group = Hvilken gruppe hver stilling er
portal-values-course = Hvilket kurs hvert navn er
portal-values-status = Hvilke statuser som teller
portal-value = { $value } ({ $rows-n ->
    [one] én rad
   *[other] { $rows } rader
})
portal-counts = Teller: kurset er tatt
portal-leave-out = Tas ikke med
portal-more-values = … og { $count } verdier til, som ikke tas med.
portal-replace = Lista erstatter alt som står i arket Sertifikater
portal-map = Se på nytt
portal-remembered = Når du bekrefter, huskes valgene for denne enheten til neste gang.
portal-faults = { $count-n ->
    [one] Én rad kan ikke brukes, og tas ikke med. Rett den i lista og velg den på nytt, eller gå videre uten.
   *[other] { $count } ting er feil, og radene tas ikke med. Rett dem i lista og velg den på nytt, eller gå videre uten.
}
portal-ungrouped = Rad { $row }: ingen gruppe er oppgitt, og den ansatte er ikke kjent fra før.
portal-left-out = Disse radene tas ikke med, for verdien er ikke en av enhetens. Velg hva den er under «Kolonner og verdier» hvis de skal med:
portal-left-group = Stillingen «{ $value }»: { $rows-n ->
    [one] én rad
   *[other] { $rows } rader
}
portal-left-course = Kurset «{ $value }»: { $rows-n ->
    [one] én rad
   *[other] { $rows } rader
}
portal-untaught = Ansatte som ikke har andre kurs i lista enn disse, tas med uten kurs.
portal-left-status = Statusen «{ $value }»: { $rows-n ->
    [one] én rad
   *[other] { $rows } rader
}
portal-changes = Dette ville importen endret
portal-same = Arket Sertifikater sier det samme som lista.
portal-new-person = ny ansatt
portal-new-certificate = nytt sertifikat
portal-renewed = fornyet
portal-changed-cell = endres
portal-removed = fjernes
portal-older = står: arket har en senere dato
portal-before-saving = Last ned hvem som er hvem, og ta vare på tabellen til neste gang:
portal-who = Hvem er hvem
portal-who-xlsx = Excel
portal-who-csv = CSV
portal-who-pseudonym = Pseudonym
portal-who-person = Ansatt
portal-confirm = { $count-n ->
    [one] Lagre endringen
   *[other] Lagre { $count } endringer
}
portal-cancel = Avbryt, og glem lista
portal-changed = Noen har endret arkene mens du så på. Ingenting er lagret. Se over det lista ville endret nå, og bekreft på nytt.
portal-saved = Lista er lagret
portal-saved-lead = { $new-n ->
    [0] Ingen nye ansatte
    [one] Én ny ansatt
   *[other] { $new } nye ansatte
}; tabellen over hvem som er hvem, har { $people }. Alt er ett steg, og kan angres i tabellen med Angre.
portal-saved-who = Tabellen over hvem som er hvem, ligger her til i morgen, bare for deg:
portal-to-sheet = Se arket Sertifikater
portal-forget = Jeg har tabellen: glem den her
portal-open = Importer fra kompetanseportal

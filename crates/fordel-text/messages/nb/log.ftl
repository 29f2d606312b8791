# The log of the traffic light: what was chosen, and what the log shows.

log-tab = Logg
log-title = Logg over Vakten nå
log-lead = Hver gang dere har logget et valg, det siste først. Den som logget, kan rette sitt eget i { $days } dager; det som sto før, blir stående i historikken.
log-empty = Her kommer valgene dere logger når noen mangler på vakt.
log-empty-do = Åpne Vakten nå, velg hvem som mangler, og trykk «Logg valget» under svaret.
log-saved = Lagret i loggen.
log-do = Logg valget
log-save = Lagre i loggen
log-choose = Velg
log-choice = Hva ble valgt?
log-choice-managed = Klarte oss med tiltakene over
log-choice-extra-shift = Ekstravakt av egne
log-choice-pool = Fra en annen enhet i poolen
log-choice-overtime = Overtid
log-choice-agency = Innleie fra byrå
log-choice-other = Noe annet
log-cause = Hvorfor manglet noen?
log-cause-sickness = Sykdom
log-cause-vacancy = Ubesatt stilling
log-cause-holiday = Ferie eller permisjon
log-cause-activity = Høy aktivitet
log-cause-other = Noe annet
log-hours = Timer dekket
log-hours-hint = Til sammen for alle som kom, for eksempel 3,5. Må fylles ut hvis noen kom, og er tom ellers.
log-cost = Kostnad i kroner
log-cost-hint = Tom: regnes ut av timene.
log-cost-hint-again = Tom: regnes ut av timene med samme timepris som før, der den er kjent.
log-prices = En time koster her: { $prices }.
log-an-hour = { $step } { $cost }
log-reason = Begrunnelse
log-reason-hint = Kort. Trengs bare når dere hentet inn noen uten at svaret begrunner det. Ikke skriv navn på ansatte eller noe om pasienter.
log-no-choice = Velg hva dere gjorde.
log-no-cause = Velg hvorfor noen manglet.
log-hours-wrong = Skriv timer som et tall fra 0 til 500, for eksempel 3,5.
log-hours-missing = Skriv hvor mange timer de som kom, dekket.
log-hours-managed = Dere klarte dere uten flere: la timene stå tomme, eller velg hvem som kom.
log-cost-wrong = Skriv kroner som et tall fra 0 til 10 millioner.
log-reason-missing = Svaret begrunner ikke innleie. Skriv kort hvorfor dere likevel hentet inn noen.
log-reason-long = Skriv høyst 500 tegn.
log-reason-person = Her står det som ser ut som et fødselsnummer. Ta det bort: ingen skal kunne kjennes igjen i loggen.
log-day-far = Vakta må begynne i de siste tre månedene eller den neste.
log-before = Denne vakta er logget før:
log-before-told = { $who }, { $when }
log-again = Logg vakta en gang til
log-again-missing = Vakta er logget før. Kryss av hvis den skal logges en gang til. Da teller begge i statistikken.
log-correct = Rett
log-correct-title = Rett loggen: { $when }
log-correct-lead = Det som ble svart da, blir stående. Du kan rette det du selv skrev.
log-withdraw-head = Logget ved en feil?
log-withdraw-lead = Da kan den tas ut. Den blir stående i loggen, men teller ikke med i statistikken.
log-withdraw = Ta ut av statistikken
log-count-again = Ta med i statistikken igjen
log-withdrawn = teller ikke med
log-not-justified = ikke begrunnet av svaret
log-reckoned = beregnet

log-look-ups = Oppslag
log-look-ups-lead = Hvert svar på Vakten nå der noen manglet, noteres av seg selv: vakta, hvem som manglet, fargen, når og av hvem. Samme spørsmål fra samme person innen et kvarter er ett oppslag. Et oppslag er ikke et valg: det teller ikke med i det dere har logget. Oppslag slettes etter { $days-n ->
    [one] én dag
   *[other] { $days } dager
}.
log-look-ups-count = { $count-n ->
    [one] Slått opp én gang
   *[other] Slått opp { $count } ganger
} der noen manglet: { $red-n ->
    [one] én rød
   *[other] { $red } røde
}, { $yellow-n ->
    [one] én gul
   *[other] { $yellow } gule
}.
log-look-ups-see = { $count-n ->
    [one] Vis det siste oppslaget
   *[other] Vis de siste { $count } oppslagene
}

log-column-looked-up = Sist slått opp
log-column-looked-up-first = Først slått opp
log-column-looked-up-by = Slått opp av
log-column-when = Vakt
log-column-date = Dato
log-column-day = Ukedag
log-column-shift = Vakt
log-column-missing = Mangler
log-column-light = Farge
log-column-choice = Valgt
log-column-cause = Årsak
log-column-hours = Timer dekket
log-column-kr = Kroner
log-column-tasks = Ble ikke gjort til sin tid
log-column-reason = Begrunnelse
log-column-by = Logget av
log-column-withdrawn = Teller ikke med
log-column-reckoned = Kroner beregnet
log-column-left-out = Utelatt
log-column-put-off = Utsatt
log-column-red = Røde
log-column-red-minutes = Udekkede minutter
log-column-yellow = Gule
log-column-justified = Timer innleie begrunnet
log-column-part = Etter
log-column-what = Hva
log-column-uses = Ganger
log-column-hired = Med innleie
log-column-hired-justified = Innleie begrunnet
log-column-minutes = Minutter
log-column-task-uses = Skulle gjøres
log-column-times-left-out = Ganger utelatt
log-column-times-put-off = Ganger utsatt

log-list-uses = Vakten nå logg
log-list-statistics = Vakten nå statistikk
log-statistics-tab = Statistikk
log-statistics-title = Statistikk over Vakten nå
log-by-all = Alle
log-by-weekday = Ukedag
log-by-shift = Vakt
log-by-cause = Årsak
log-by-month = Måned
log-by-task = Oppgave
log-table-weekday = Etter ukedag
log-table-shift = Etter vakt
log-table-cause = Etter årsak
log-table-month = Etter måned
log-table-task = Oppgaver som oftest ble utelatt eller utsatt
log-no-tasks = Ingen oppgave er utelatt eller utsatt i det som er logget.
log-uses = Logget
log-uses-count = { $count-n ->
    [one] én gang
   *[other] { $count } ganger
}
log-uses-colours = { $red-n ->
    [one] én rød
   *[other] { $red } røde
}, { $yellow-n ->
    [one] én gul
   *[other] { $yellow } gule
}
log-hours-hired = Dekket av andre
log-hours-of = { $hours } timer
log-hired-times = { $count-n ->
    [one] én gang
   *[other] { $count } ganger
}
log-kr-hired = Kostnad
log-kr-known = av timene som ble dekket
log-kr-unknown = { $count-n ->
    [one] én gang uten kjent kostnad kommer i tillegg
   *[other] { $count } ganger uten kjent kostnad kommer i tillegg
}
log-kr-none-known = { $count-n ->
    [one] én gang, uten at kostnaden er kjent
   *[other] { $count } ganger, uten at kostnaden er kjent
}
log-justified = Innleie som svaret begrunnet
log-justified-between = { $hits } av { $cases }; med 95 % sikkerhet mellom { $low } og { $high }
log-justified-none = –
log-justified-none-do = ingen er hentet inn ennå
log-few = { $cases-n ->
    [one] Andelen bygger på én innleie og sier lite: intervallet ved siden av viser hvor lite.
   *[other] Andelen bygger på bare { $cases } innleier og sier lite: intervallet ved siden av viser hvor lite.
}
log-finding = Den samme oppgaven utelates gang på gang
log-finding-task = { $task }: utelatt i { $left } av { $uses } loggede bruk der den skulle gjøres
log-finding-put-off = Den samme oppgaven utsettes gang på gang
log-finding-put-off-task = { $task }: utsatt i { $put-off } av { $uses } loggede bruk der den skulle gjøres
log-finding-do = Trengs oppgaven? Står den på feil vakt, eller hos feil gruppe? Drøft den på neste arbeidsmøte. Grensa er { $least } av { $of } og kan endres under Regler.
log-front = Vakten nå denne måneden
log-front-uses = { $count-n ->
    [one] én gang, { $red } rød
   *[other] { $count } ganger, { $red } røde
}

# Vakten nå: people are missing on a shift, what now; and the rules for it.

now-title = Vakten nå
now-tabs = Vakten nå
now-tab = Svaret
now-no-plan = Her kommer svaret når noen mangler på vakt: hva som gis videre, utsettes og utelates, og om innleie er begrunnet.
now-no-plan-do = Svaret bygger på en plan. Be om et forslag først.
now-no-plan-action = Til forslag og vedtak
now-decided = Vedtatt plan, versjon { $number } av { $date }
now-proposed = Ingen plan er vedtatt. Svaret bygger på et forslag:
now-faulty = Arkene har feil, så fargene, reglene og sertifikatene er som da planen ble laget.
now-faulty-see = Se feilene
now-gone = { $count-n ->
    [one] Én oppgave i planen er endret eller fjernet siden: den har fargen den hadde i planen.
   *[other] { $count } oppgaver i planen er endret eller fjernet siden: de har fargene de hadde i planen.
}
now-new = { $count-n ->
    [one] Én oppgave er kommet til siden og er ikke med i planen.
   *[other] { $count } oppgaver er kommet til siden og er ikke med i planen.
}
now-recoloured = { $count-n ->
    [one] Én oppgave har fått en annen farge etter at planen ble laget. Dagens farge gjelder.
   *[other] { $count } oppgaver har fått en annen farge etter at planen ble laget. Dagens farger gjelder.
}
now-wrong-date = «{ $typed }» kan ikke brukes som dato. Skriv den som 28.11.2026, i et år fra { $first } til { $last }.
now-wrong-heads = For { $group } står det «{ $typed }». Her trengs et helt tall: hvor mange som mangler, fra 0 til så mange som planen har på vakta.
now-date = Dag
now-shift = Vakt
now-show = Vis
now-missing = Hvem mangler?
now-none-missing = Ingen mangler
now-of = av { $planned }
now-fewer = Én færre { $group } mangler (nå { $heads })
now-more = Én { $group } til mangler (nå { $heads })
now-nobody-on-duty = Planen har ingen på vakt denne dagen.
now-red-minutes = { $minutes } min udekket
now-red-work = { $minutes } min arbeid udekket
now-red-presence = for få til stede i { $minutes } min
now-over = er over
now-log-whole = Loggen gjelder hele vakta.
now-clock-forward = Klokka stilles fram denne natta, så vakta er en time kortere. Timen er regnet med.
now-clock-back = Klokka stilles tilbake denne natta, så vakta er en time lengre. Timen er regnet med.
now-past = Vakta er over: svaret ser tilbake på hele vakta.
now-holiday-as = Dagen bemannes som { $day }: det er { $holiday }.
now-day-as = Kalenderen sier at dagen bemannes som { $day }.
now-holiday-rate = Helligdagstillegget er regnet med.
now-crumbs-only = { $count-n ->
    [one] én bit under { $least } minutter
   *[other] { $count } biter under { $least } minutter
}
now-crumbs = { $count-n ->
    [one] og én bit under { $least } minutter
   *[other] og { $count } biter under { $least } minutter
}
now-without = { $here-n ->
    [0] { $all-n ->
        [one] Én oppgave i planen mangler farge og regnes som rød, men ikke noe av det som gjenstår her.
       *[other] { $all } oppgaver i planen mangler farge og regnes som røde, men ikke noe av det som gjenstår her.
    }
    [one] Én av oppgavene her mangler farge og regnes som rød ({ $all } i hele planen).
   *[other] { $here } av oppgavene her mangler farge og regnes som røde ({ $all } i hele planen).
}
now-without-do = Sett farger
now-relief-assumed = Rekkefølgen og prisene er standardverdier.
now-cards = Kort til veggen, for de vanlige tilfellene:
now-cards-html = nettside

pool-title = Hvem kan avse noen?
pool-back = Tilbake til svaret
pool-spare-green = én { $group } på { $shift } ({ $time }). Alt blir gjort der likevel. Dekker { $covers }.
pool-spare-yellow = én { $group } på { $shift } ({ $time }). Ingenting blir rødt der, men { $put } minutter utsettes eller utelates. Dekker { $covers }.
pool-spare-missing = Regnet med at { $missing } allerede mangler der.
pool-none = { $count-n ->
    [one] Enheten som er spurt, kan ikke avse noen uten at noe blir rødt der.
   *[other] Ingen av de { $count } enhetene som er spurt, kan avse noen uten at noe blir rødt der.
}
pool-still = { $count-n ->
    [one] Én mangler fortsatt, når de som er nevnt her, er regnet med.
   *[other] { $count } mangler fortsatt, når de som er nevnt her, er regnet med.
}
pool-alone = Du har ingen rolle i andre enheter som har vedtatt en plan og har pool i rekkefølgen for avlastning, så Fordel kan ikke regne ut hvem som kan avse noen. Spør på telefon.
pool-unused = Pool står ikke i rekkefølgen for avlastning hos dere.
pool-basis = { $count-n ->
    [one] Regnet for én annen enhet der du har en rolle, og som har vedtatt en plan og har pool i rekkefølgen for avlastning.
   *[other] Regnet for { $count } andre enheter der du har en rolle, og som har vedtatt en plan og har pool i rekkefølgen for avlastning.
} En enhet kan avse én når trafikklyset der ikke blir rødt med én færre på den vakta, etter at de som allerede mangler, er trukket fra: dem enheten selv har logget på vakta, og planlagt fravær i kalenderen dens. Mangler det flere, vet ikke Fordel om det: avtal på telefon.
pool-left = { $count-n ->
    [one] Én enhet til er ikke spurt.
   *[other] { $count } enheter til er ikke spurt.
}

now-rules-title = Regler når noen mangler
now-rules-tab = Regler
now-rules-see = Se reglene
now-rules-lead = Hva som skjer med gule og grønne oppgaver når noen mangler, og hvor dere henter flere hender. Det dere velger her, står på arket Innstillinger og gjelder fra nå, også for en plan som er vedtatt.
now-rules-saved = Reglene er lagret.
now-rules-stale = Ikke lagret: noen andre har i mellomtida endret det samme som du.
now-rules-both = { $field }: du har valgt «{ $mine }», men nå står det «{ $theirs }».
now-rules-stale-do = I feltene her står dine endringer, og ellers det som gjelder nå. Det som står i feltene, er det som lagres neste gang.
now-rules-unsaved = Ikke lagret: feilene i arkene må rettes først.
now-rules-faulty = Arkene har feil, så reglene som står der, kan ikke leses. Her vises standardverdiene.
now-rules-leader = En leder kan endre reglene.
now-rules-yellow = Gule oppgaver
now-rules-yellow-from = Sykehus gjør dette ulikt: noen steder kan gule oppgaver utelates på faglig skjønn, andre steder bare utsettes. Standard: de utsettes.
now-rules-green = Grønne oppgaver
now-rules-green-from = Standard: de utelates. Det er slik trafikklyset vanligvis leses: er det for lite tid, går grønt først.
now-rules-yields-waits = Utsettes: til senere på dagen, ellers til de neste dagene
now-rules-yields-left-out = Utelates: de gjøres ikke
now-rules-within = Hvor langt kan noe utsettes samme dag?
now-rules-within-from = Standard: innen sitt eget tidsrom. Går det utover vakta, må den neste vakta vite om det.
now-rules-within-timing = Innen oppgavens eget tidsrom
now-rules-within-shift = Så lenge vakta varer
now-rules-within-day = Til døgnet er omme
now-rules-relief = Avlastning, i rekkefølge
now-rules-relief-from = Svaret viser stegene i denne rekkefølgen, hvert med pris for timene innleie er begrunnet for. Prisen er en andel av gruppas timekostnad: 1,5 er halvannen gang. Et steg som ikke brukes, har ingen pris, så den må skrives når steget tas i bruk igjen. Tillegg for kveld, natt og helg kommer utenom.
now-rules-step-extra-shift = Ekstravakt av egne deltidsansatte
now-rules-step-extra-shift-from = Vanlig lønn opp til full stilling: 1.
now-rules-step-pool = Fra en annen enhet i poolen
now-rules-step-pool-from = Vanlig lønn: 1. Enheten som låner ut, har samme kostnad som før.
now-rules-step-overtime = Overtid
now-rules-step-overtime-from = Arbeidsmiljøloven § 10-6 gir minst 40 prosent tillegg; tariffavtalene gir vanligvis 50 eller 100. Standard 1,5 er et anslag: sett det avtalen deres gir.
now-rules-step-agency = Innleie fra byrå
now-rules-step-agency-from = Standard 2,5 er et anslag, ikke en avtalt pris. Sett prisen i rammeavtalen deres. Innleie fra byrå krever hjemmel i arbeidsmiljøloven § 14-12.
now-rules-place = nummer { $at }
now-rules-unused = brukes ikke
now-rules-price = Pris for en time, { $relief }
now-rules-dropped = Når er en utelatt eller utsatt oppgave et funn?
now-rules-dropped-from = Blir den samme oppgaven utelatt eller utsatt gang på gang, er det et funn: kanskje trengs den ikke, eller den står på feil vakt. Standard: i minst 4 av 5 loggede bruk der den skulle gjøres.
now-rules-dropped-told = i minst { $least } av { $of } loggede bruk
now-rules-least = I minst
now-rules-of = av så mange loggede bruk
now-rules-save = Lagre reglene
now-rules-choose = Velg ett av svarene.
now-rules-price-wrong = Skriv et tall over 0 og høyst 20, for eksempel 1,5.
now-rules-twice = To steg kan ikke ha samme nummer.
now-rules-dropped-wrong = Skriv to hele tall, det første ikke større enn det andre, høyst 1000.

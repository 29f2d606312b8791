# fordel backup, restore, audit

usage-fordel-backup = fordel backup [VALG] DATABASE OUT
usage-fordel-restore = fordel restore [VALG] BACKUP DATABASE
usage-fordel-audit = fordel audit [VALG] verify DATABASE
cmd-backup = Ta en sikkerhetskopi av databasen, også mens den er i bruk
    .long =
        Ta en sikkerhetskopi av databasen, også mens den er i bruk. Kopien kontrolleres før den regnes som laget.

        Ligger det allerede ei fil med det navnet, røres den ikke. Ta vare på kopien et annet sted enn databasen.
cmd-restore = Hent databasen tilbake fra en sikkerhetskopi
    .long =
        Hent databasen tilbake fra en sikkerhetskopi. Kopien kontrolleres først. En database som er i bruk, blir aldri byttet ut.

        Alle som var logget inn, må logge inn på nytt. Passord og roller blir slik de var da kopien ble tatt: se over dem etterpå.
cmd-audit = Kontroller at historikken i databasen er uendret
    .long =
        Kontroller at historikken i databasen er uendret, også mens den er i bruk. Hver endring er låst til alle før den. Vedtak, innvendinger og svar sammenlignes med den; andre tabeller, som personer og roller, gjør ikke det.

        Med --head kontrolleres det også at ingenting fram til den kvitteringen er endret eller kuttet av.
arg-backup-database = Databasefila, med eller uten sqlite: foran
arg-backup-out = Fila kopien skal skrives til
arg-restore-backup = Sikkerhetskopien
arg-restore-database = Databasefila som skal lages, med eller uten sqlite: foran
arg-restore-replace = Bytt ut databasen som ligger der
arg-audit-action = Hva som skal gjøres: verify
arg-audit-head = En kvittering fra før, f.eks. 17-9f86d0…
backup-saved = Sikkerhetskopien ligger i { $path } ({ $megabytes } MB). Den er kontrollert og hel.
backup-restored = Databasen { $path } er hentet tilbake ({ $megabytes } MB). Den er kontrollert og hel.
backup-sha256 = SHA-256: { $sha256 }
backup-head = Kvittering for historikken: { $head }
backup-sessions = { $count-n ->
    [0] Ingen var logget inn da kopien ble tatt.
    [one] Én innlogging er avsluttet.
   *[other] { $count } innlogginger er avsluttet.
}
audit-whole = Historikken er hel: { $count-n ->
    [one] én endring henger sammen.
   *[other] { $count } endringer henger sammen.
}
audit-upto = Ingenting er endret eller kuttet av siden kvitteringen { $head }.
audit-as-told = Vedtak og innvendinger er slik historikken sier. Andre tabeller, som personer og roller, er ikke sammenlignet med den.
audit-deviations = Historikken henger sammen, men databasen er endret utenom den: { $count-n ->
    [one] ett vedtak eller én innvending er ikke slik historikken sier.
   *[other] { $count } vedtak og innvendinger er ikke slik historikken sier.
}
audit-decision-differs = Vedtak { $number } i { $unit } er endret: { $columns }.
audit-decision-missing = Vedtak { $number } i { $unit } mangler.
audit-decision-untold = Vedtak { $number } i { $unit } står ikke i historikken.
audit-objection-differs = Innvending nummer { $number } i { $unit } er endret: { $columns }.
audit-objection-missing = Innvending nummer { $number } i { $unit } mangler.
audit-objection-untold = Innvending nummer { $number } i { $unit } står ikke i historikken.
audit-column = { $column ->
    [unit] enheten
    [number] nummeret
    [proposal] forslaget
    [held_on] dagen for drøftingen
    [heard] hvem som ble hørt
    [minutes] referatet
    [ward] kartleggingen
    [plan] planen
    [moved] det som flyttes
    [person] hvem som skrev
    [at] når det ble skrevet
    [row] raden
    [text] teksten
    [answer] svaret
    [answered_by] hvem som svarte
    [answered_at] når det ble svart
   *[other] { $column }
}
audit-broken = Historikken er ikke hel: endring nummer { $seq } er ikke slik den ble skrevet, eller mangler.
keeping-missing = Finner ikke «{ $path }».
keeping-there = Det ligger allerede ei fil i «{ $path }». Velg et annet navn.
keeping-there-replace = Det ligger allerede en database i «{ $path }». Velg et annet navn, eller bytt den ut med --replace.
keeping-busy = Databasen «{ $path }» er i bruk. Stopp Fordel først.
keeping-corrupt = «{ $path }» er skadet ({ $why }). Ingenting er skrevet.
keeping-foreign = «{ $path }» er en database fra et annet program.
keeping-newer = «{ $path }» er skrevet av en nyere versjon av Fordel (skjema { $why }). Bruk den versjonen.
keeping-older = «{ $path }» er skrevet av en eldre versjon av Fordel. Start «fordel serve» på den én gang først.
keeping-full = Det er ikke plass på disken, eller det kan ikke skrives der. Ingenting er endret.
keeping-other = Det gikk ikke ({ $why }). Ingenting er endret.
wrong-audit = «{ $value }» kan ikke gjøres. Skriv: fordel audit verify DATABASE.
wrong-head = «{ $value }» er ikke en kvittering. Den består av et tall, en strek og 64 tegn.

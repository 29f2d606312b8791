# Taking a branch away with all that is in it; adding an organisation.

erase-link = Slett med alt innhold …
erase-link-lead = Er det noe her, må det slettes med alt innhold. Det kan ikke angres.
erase-title = Slett { $name } med alt innhold
erase-gone = Dette blir borte:
erase-units = { $count-n ->
    [one] én enhet med arkene sine
   *[other] { $count } enheter med arkene sine
}
erase-rows = { $count-n ->
    [one] én rad (også om den er slettet i arket)
   *[other] { $count } rader (også de som er slettet i arkene)
}
erase-proposals = { $count-n ->
    [one] ett forslag
   *[other] { $count } forslag
}
erase-decided = { $count-n ->
    [one] én vedtatt plan
   *[other] { $count } vedtatte planer
}
erase-objections = { $count-n ->
    [one] én innvending
   *[other] { $count } innvendinger
}
erase-shortages = { $count-n ->
    [one] ett logget valg fra Vakten nå
   *[other] { $count } loggede valg fra Vakten nå
}
erase-roles = roller og invitasjoner som bare gjelder her
erase-no-way-back = Det kan ikke angres. Bare en sikkerhetskopi kan hente det tilbake.
erase-decisions = Vedtatte planer
erase-decisions-lead = Vedtak skal i arkivet deres. Skriv dem ut eller lagre dem som PDF først.
erase-decision = { $unit }: versjon { $number }, { $date }
erase-stays = Dette blir stående
erase-stays-lead = Historikken beholder hvem som endret hva og når, også det som sto i cellene, så den fortsatt kan kontrolleres. Personene og rollene deres andre steder er urørt.
erase-type = Skriv navnet for å bekrefte: { $name }
erase-name-wrong = Skriv navnet nøyaktig slik det står. Ingenting er slettet.
erase-do = Slett for godt

arg-organisation-action = hva som skal gjøres: add legger til en organisasjon i databasen
arg-organisation-name = organisasjonens navn
arg-organisation-origin = adressen som folk når tjeneren på, til lenken
wrong-organisation = «{ $value }» kan ikke gjøres med organisasjoner. Skriv: fordel organisation add NAVN
wrong-organisation-name = Organisasjonen må ha et navn på høyst 120 tegn.
organisation-there = Det finnes allerede en organisasjon som heter { $name }.
organisation-added = { $name } er lagt til.
organisation-link = Den første administratoren kommer inn med denne lenken. Den virker én gang, i { $days } dager: { $link }
usage-fordel-organisation = fordel organisation [VALG] add NAVN
cmd-organisation = Legg til en organisasjon til på samme tjener

# Who changed what, and what was there before.

history-title = Historikk
history-lead = Alt som er endret i enheten, det nyeste først. Det som er fjernet eller skrevet over, kan hentes tilbake.
history-when = Når
history-who = Hvem
history-what = Hva
history-from = Fra
history-to = Til
history-number = Endring nummer
history-back = Hent tilbake
history-nobody = Fordel
history-at-start = Fordel, ved oppstart
history-filter = Utvalg
history-person = Person
history-kind = Hva slags
history-all = Alle
history-kind-mapping = Kartlegging
history-kind-talk = Drøfting og innvendinger
history-kind-proposals = Forslag
history-kind-decisions = Vedtak
history-kind-shortages = Vakten nå
history-kind-unit = Enheten selv
history-show = Vis
history-of-row = Endringer i { $row }
history-of-batch = Endringer som er gjort i én omgang.
history-every-row = Vis alle endringer
history-singly = Vis alle { $count } enkeltvis
history-told = { $what }, fra { $from } til { $to }
history-older = Eldre
history-newest = Nyeste
history-list-more = Eldre endringer er ikke med. Bla til eldre på siden, og last ned derfra.
history-empty = Her kommer det som blir endret.
history-empty-do = Det er ingen endringer i dette utvalget.
history-row-gone = fjernet rad
history-restore-row = Hent raden tilbake
history-restore-cell = Sett tilbake til «{ $value }»
history-restore-blank = Tøm cellen igjen
history-conflict = Ikke endret: { $who } har i mellomtida skrevet «{ $theirs }» der.
history-conflict-row = Ikke endret: raden er fjernet. Hent den tilbake først.
# Putting back all that was done in one go.
history-back-all = Sett tilbake alt
history-back-lead = Dette gjorde { $who } i én omgang { $when }. Se over før noe settes tilbake.
history-back-do = { $count-n ->
    [one] Sett tilbake én endring
   *[other] Sett tilbake { $count } endringer
}
history-back-one-step = Det lagres som ett steg, og kan settes tilbake på samme måte.
history-back-nothing = Det er ingenting å sette tilbake.
history-back-gone = { $count-n ->
    [one] Én endring er allerede satt tilbake.
   *[other] { $count } endringer er allerede satt tilbake.
}
history-back-stale = Noe er endret siden lista ble vist, så ingenting er satt tilbake. Se over en gang til.
history-back-goes = Settes tilbake
history-back-more = { $count-n ->
    [one] Og én endring til.
   *[other] Og { $count } endringer til.
}
history-back-stays = Blir stående
history-back-stays-why = Dette er endret siden, og blir stående slik det er nå.
history-back-before = Sto før
history-back-made = Ble endret til
history-back-now = Står nå
history-back-to = Settes tilbake til
history-back-by = Endret av
history-back-outcome = Hva som skjer
history-back-is-gone = Allerede satt tilbake
history-back-is-removed = (raden er fjernet)
history-back-is-moved = (flyttet igjen)
history-back-is-filled = fylt ut siden, blant annet med «{ $text }»
history-back-is-unknown = (finnes ikke lenger, eller kan ikke leses)
# What a change is put back to, where it isn't a text.
history-back-row-added = (raden fjernes igjen)
history-back-row-restored = (raden fjernes igjen)
history-back-row-moved = (plassen den hadde)
history-back-column-added = (kolonnen fjernes igjen)
history-back-column-removed = (kolonnen kommer tilbake)
history-unreadable-proposals = Forslag { $numbers } kan ikke leses, for det som er lagret, er skadet. Resten av historikken er her. Det som er endret i { $count-n ->
    [one] det forslaget
   *[other] de forslagene
}, kan ikke settes tilbake, og flyttinger kan mangle når én rad vises for seg. Si fra til dem som drifter Fordel.
history-unreadable-decisions = Vedtak { $numbers } kan ikke leses, for det som er lagret, er skadet. Resten av historikken er her, men flyttinger i { $count-n ->
    [one] det vedtaket
   *[other] de vedtakene
} mangler når én rad vises for seg. Si fra til dem som drifter Fordel.
history-blank = (tom)
history-what-branch-added = enheten ble laget
history-what-branch-renamed = enheten fikk nytt navn
history-what-branch-moved = enheten ble flyttet
history-what-cell-changed = { $row }: { $field }
history-what-row-added = ny rad: { $row }
history-what-row-removed = fjernet: { $row }
history-what-row-restored = hentet tilbake: { $row }
history-what-row-moved = flyttet: { $row }
history-what-column-added = egen kolonne: { $field }
history-what-column-removed = fjernet egen kolonne: { $field }
history-what-undone = angret siste steg
history-what-redone = gjorde om igjen
history-what-put-back = satte tilbake det som var gjort i én omgang
history-what-plan-put-back = satte tilbake det som var endret i en plan i én omgang
history-what-reviewed = { $row }: { $field ->
    [state] drøftet
   *[note] notat
}
history-whole-plan = hele planen
history-what-objected = innvending til { $row }
history-what-objection-answered = svar på innvending til { $row }
history-what-proposal-added = ba om forslag
history-what-proposal-renamed = forslag fikk nytt navn
history-what-proposal-state = forslag
history-what-proposal-plan = plan endret
history-what-proposal-removed = forslag fjernet
# The same of a proposal that is still there, with its number, and its name where that doesn't stand beside it.
history-numbered-proposal-added = ba om forslag { $number }
history-numbered-proposal-renamed = forslag { $number } fikk nytt navn
history-numbered-proposal-state = forslag { $number }: { $name }
history-numbered-proposal-plan = plan endret i forslag { $number }: { $name }
history-numbered-objected = innvending til hele planen (forslag { $number }: { $name })
history-numbered-objection-answered = svar på innvending til hele planen (forslag { $number }: { $name })
history-copied = laget eget forslag { $number }
history-copied-from = laget eget forslag { $number } fra forslag { $from }
# What was changed by hand in a plan.
history-line-moved = forslag { $proposal }, flyttet: { $task } (rad { $row }), { $when }
history-line-decided = vedtak { $decision }, flyttet: { $task } (rad { $row }), { $when }
history-heads-changed = forslag { $proposal }, antall på vakt: { $group } { $shift }, { $day }
# How many of what were changed in one go.
history-many-cell-changed = { $count-n ->
    [one] én celle endret i { $sheet }
   *[other] { $count } celler endret i { $sheet }
}
history-many-row-added = { $count-n ->
    [one] én rad lagt til i { $sheet }
   *[other] { $count } rader lagt til i { $sheet }
}
history-many-row-removed = { $count-n ->
    [one] én rad fjernet fra { $sheet }
   *[other] { $count } rader fjernet fra { $sheet }
}
history-many-row-restored = { $count-n ->
    [one] én rad hentet tilbake i { $sheet }
   *[other] { $count } rader hentet tilbake i { $sheet }
}
history-many-row-moved = { $count-n ->
    [one] én rad flyttet i { $sheet }
   *[other] { $count } rader flyttet i { $sheet }
}
history-many-column-added = { $count-n ->
    [one] én egen kolonne lagt til i { $sheet }
   *[other] { $count } egne kolonner lagt til i { $sheet }
}
history-many-column-removed = { $count-n ->
    [one] én egen kolonne fjernet fra { $sheet }
   *[other] { $count } egne kolonner fjernet fra { $sheet }
}
history-many-line-moved = { $count-n ->
    [one] én oppgave flyttet i forslag { $proposal }
   *[other] { $count } oppgaver flyttet i forslag { $proposal }
}
history-many-heads-changed = { $count-n ->
    [one] antall på vakt endret ett sted i forslag { $proposal }
   *[other] antall på vakt endret { $count } steder i forslag { $proposal }
}
history-many-other = { $count-n ->
    [one] én annen endring
   *[other] { $count } andre endringer
}
history-what-decided = vedtak
history-what-shortage-logged = Vakten nå, logget
history-what-shortage-corrected = Vakten nå, rettet
# A field of what was logged, before what stood in it.
history-use-field = { $field ->
    [day] dag
    [shift] vakt
    [missing] mangler
    [light] farge
    [red_minutes] røde minutter
    [justified_minutes] timer innleie begrunnet
    [tasks] oppgavene
    [choice] valg
    [cause] årsak
    [hired_minutes] timer dekket
    [hired_kr] kroner
    [kr_reckoned] kroner beregnet
    [withdrawn] teller ikke med
   *[other] begrunnelse
}
history-yes = ja
history-no = nei
history-fingerprint = fingeravtrykk { $start }…
history-what-list-mapped = lesemåte for liste lagret
history-what-representative-changed = funksjon
history-what-role-changed = rolle
history-what-invited = inviterte
history-what-invitation-used = invitasjon tatt imot
history-what-invitation-withdrawn = invitasjon trukket tilbake
history-what-other = { $what }
history-state-waiting = venter på tur
history-state-running = lages
history-state-done = ferdig
history-state-cancelled = avbrutt
history-state-failed = ingen plan funnet
history-check = Er historikken uendret?
history-check-lead = Hver endring er låst til alle før den. Er noe rettet, byttet eller fjernet i historikken, viser kontrollen det. Den viser også vedtak og innvendinger i enheten som ikke er slik historikken sier.
history-check-do = Kontroller nå
history-check-whole = Kontrollert: alle { $count } endringer i databasen henger sammen.
history-check-head = Kvittering
history-check-keep = Ta vare på kvitteringen et annet sted. Med den kan «fordel audit verify» vise om noe fram til i dag blir endret eller kuttet av senere.
history-check-deviating = Historikken henger sammen, men vedtak eller innvendinger er endret utenom den. Si fra til dem som drifter Fordel, og finn fram en sikkerhetskopi.
history-check-broken = Endring nummer { $seq } er ikke slik den ble skrevet. Databasen er endret utenom Fordel, eller skadet. Si fra til dem som drifter Fordel, og finn fram en sikkerhetskopi.
history-decided = vedtak { $number }: forslag { $proposal }, { $name }
history-decided-held = møte { $date }

# Fordeling: the board, moves by hand, pins, objections.

board-title = Fordeling
board-of = Forslag { $number }: { $name }
board-own = Endret for hånd
board-lead-computed = Hvert kort er en oppgave hos gruppa som skal ha den. Det beregnede forslaget blir stående: flytter du et kort, lages et eget forslag av det, og flyttingen gjøres der.
board-lead-own = Hvert kort er en oppgave hos gruppa som skal ha den. Flyttinger lagres med en gang, og bemanningen står der den står.
board-lead-decided = Hvert kort er en oppgave hos gruppa som skal ha den. Det vedtatte forslaget blir stående: flytter du et kort, lages et eget forslag av det, og flyttingen gjøres der.
board-lead-reader = Hvert kort er en oppgave hos gruppa som skal ha den. Åpne et kort for å se hvorfor, og for å komme med en innvending.
board-region = Tavla: en kolonne for hver gruppe
board-arrow = kan utføre oppgaver til høyre
board-beside = utenfor rekka
board-to-staffing = Til bemanningen

# Where there is nothing to show
board-waiting = Forslaget regnes ut.
board-waiting-do = Den første planen kommer vanligvis etter noen sekunder. Du kan gå herfra og komme tilbake.

# Filters
board-filters = Vis kort
board-interval = Tidsrom
board-category = Kategori
board-any = Alle
board-moved-only = Bare det som flyttes fra i dag
board-show = Vis
board-all = Vis alle
board-shown = Viser { $shown } av { $all } kort. Summene gjelder alle.
board-shown-all = { $all } kort.
board-none-shown = Ingen kort passer filtrene.

# A column
board-minutes-week = { $minutes } min i uka
board-fte = { $fte } årsverk
board-fte-today = { $change } mot i dag
board-fte-carried = { $change } mot dagens fordeling
board-cost = { $cost } i året
board-bars = Minutter i uka: dag { $day }, kveld { $evening }, natt { $night }, helg { $weekend }
board-bar-day = dag
board-bar-evening = kveld
board-bar-night = natt
board-bar-weekend = helg
board-cards = { $count-n ->
    [one] ett kort
   *[other] { $count } kort
}
board-column-empty = Ingen oppgaver
board-over = { $count-n ->
    [one] Ett tidsrom uten nok folk
   *[other] { $count } tidsrom uten nok folk
}

# A card
board-minutes = { $minutes } min/uke
board-from = ← { $group }
board-from-long = Gjøres i dag av { $group }
board-pinned = låst
board-pinned-to = låst til { $group }
board-course = kurs kreves
board-course-long = Krever { $courses }
board-objected = innvending
board-move-to = Flytt til { $group }
board-send-back = Send tilbake til { $group }
board-pin = Lås til { $group }
board-pin-whole = Lås hele oppgaven, også { $days }, til { $group }
board-unpin = Lås opp
board-why = Hvorfor her?
board-object = Innvending

# Why a group may not have a task
board-no-lowest = krever { $group } eller noen som dekker den
board-no-only = «Bare» i arket nevner ikke { $group }
board-no-pinned = låst til { $group } i arket
board-refused = «{ $task }» kan ikke flyttes til { $group }: { $why }.
board-refused-gone = Oppgaven finnes ikke i dette forslaget. Last siden på nytt.
board-refused-shift = Vakta går ikke den dagen. Last siden på nytt.
board-refused-heads = Skriv et helt tall fra 0 til { $most }.
board-refused-decided = Forslaget er vedtatt som versjon { $number } og endres ikke mer. Flytter du et kort eller endrer et antall i det, lages et eget forslag av det.
board-refused-title = Flyttingen er ikke gjort
board-back = Tilbake

# The strip: what changes by hand give
board-strip = Hva endringene gir
board-last-move = «{ $task }»: { $from } → { $to }
board-last-heads = Bemanningen er endret
board-unchanged = Ingen endring ennå
board-against-base = Mot forslag { $number }:
board-against-before = Siste endring:
board-sum = { $fte } årsverk · { $cost } i året · { $courses }
board-courses = { $n-n ->
    [one] { $count } kurs
   *[other] { $count } kurs
}
board-holds = Alt går opp
board-broken = { $count-n ->
    [one] Én ting går ikke opp
   *[other] { $count } ting går ikke opp
}
board-broken-lead = Forslaget kan endres videre og til og med vedtas slik, men da må det stå hvorfor.
board-undo = Angre
board-copy-name = Vårt forslag, fra nr. { $number }

# Said by the script; %words% are put in there
board-say-choose = Flytt «%task%»: velg gruppe med siffer, bokstav eller piler og Enter. Esc avbryter.
board-say-target = %group%: Enter flytter hit.
board-say-refused = %group%: %why%.
board-say-moved = «%task%» er flyttet fra %from% til %to%.
board-say-nothing = Ingenting å angre.
board-say-cancelled = Ikke flyttet.
board-say-saving = Lagrer …
board-say-copying = Lager et eget forslag …
board-moved-out = Last ned de flyttede oppgavene:
board-say-stale = Noen andre har endret forslaget i mellomtida. Tavla viser det slik det er nå. Flyttingen din er ikke gjort.
board-say-live = %who% har endret forslaget. Siden viser det slik det er nå.
board-say-failed = Ikke lagret: forbindelsen er borte, eller tjeneren svarer ikke. Kortet står der det sto. Prøv igjen.
board-say-login = Ikke lagret: du er logget ut. Logg inn i en annen fane, og prøv igjen.
board-keys = Velg et kort med Tab og piltastene. M flytter det: siffer, bokstav eller piler velger gruppe, Enter flytter, Esc avbryter. Ctrl+Z angrer.

# Pins and objections
board-objections = Innvendinger
board-objections-open = { $count-n ->
    [one] Én innvending venter på svar
   *[other] { $count } innvendinger venter på svar
}
board-objection-lead = Alle kan komme med en innvending, til en oppgave eller til hele planen. Den som leder enheten, svarer.
board-objection-text = Hva er innvendingen?
board-objection-whole = Innvending eller merknad til hele planen
board-whole-plan = Hele planen
board-whole-plan-named = Hele planen (forslag { $number }: { $name })
board-whole-plan-of = Hele planen (forslag { $number })
board-objection-send = Send innvendingen
board-objection-of = { $name }
board-somebody = En som ikke lenger har tilgang
board-answer = Svar
board-answer-send = Send svaret
board-answered = Svar fra { $name }
board-unanswered = venter på svar
board-objections-none = Ingen innvendinger ennå.
board-objections-none-do = Åpne en oppgave i arbeidsmøtet eller på tavla, og velg «Innvending». Gjelder det hele planen, kan du skrive det her.
board-objections-all = Alle innvendinger
board-objections-out = Last ned alle innvendinger:
board-objection-column = Innvending
board-objection-answered-by = Svar fra
board-objection-answered-at = Besvart

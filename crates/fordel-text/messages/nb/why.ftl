# Hvorfor?: why a line stands where it does.

why-title = Hvorfor?
why-stands = { $task } → { $group }
why-when = { $timing }, { $days } · { $minutes } min i uka
why-timing-all = hele døgnet, uten tidspunkt
why-timing-daytime = dagtid på hverdager
why-today = i dag: { $group }
why-today-untold = hvem som gjør det i dag, er ikke oppgitt
why-because-pinned = Linja er låst til { $group } i arket.
why-because-alone = Ingen annen gruppe kan ha oppgaven.
why-because-lowest = { $group } er den laveste gruppa som kan ha oppgaven.
why-because-above = Planen som helhet ble best slik, målt med målene i forslaget.
why-because-by-hand = Noen har flyttet den hit for hånd.
why-because-room = { $group } er der uansett, og har { $minutes-n ->
    [one] ett ledig minutt
   *[other] minst { $minutes } ledige minutter
} igjen i tidsrommet den strammeste dagen.
why-because-full = { $group } har ingen ledige minutter igjen i tidsrommet den strammeste dagen.
why-others = De andre gruppene
why-group = Gruppe
why-now = Med planen som den er
why-cost = Om hele planen regnes om
why-list-least = Minst, kroner i året
why-list-most = Høyst, kroner i året
why-list-note = Merknad
why-not = Kan ikke ha oppgaven: { $why }.
why-not-cost = –
why-not-known = ikke undersøkt
why-now-broken = Forslaget går ikke opp som det står, så det som står i veien for andre grupper, kan skyldes det.
why-ask = Regn ut hva det ville koste
why-ask-lead = Hele planen regnes om med oppgaven hos hver gruppe som kan ha den. Det tar omtrent { $seconds } sekunder.
why-working = Regner ut hva andre grupper ville koste. Det tar omtrent { $seconds } sekunder.
why-failed = Det ble ikke regnet ut. Prøv igjen.
why-cost-lead = Minste kostnad i året med oppgaven der, minus minste kostnad med den her, når alt annet får flytte på seg. Et intervall, fordi begge er bevist innenfor en margin.
why-impossible = ingen plan er mulig med oppgaven der
why-unknown = ikke avklart på { $seconds } sekunder
why-heads-fixed = Regnet med samme bemanning som i planen.
why-busy = Mange venter på slike svar nå. Prøv igjen om litt.
why-do = Gjør noe med det
why-move-lead = Flytter kortet i dette forslaget (eller i en egen kopi av det).
why-pin-lead = Låsen står i arket, og gjelder fra neste forslag. Det noen har låst, flytter programmet aldri.
why-pinned-now = Låst til { $group } i arket.
why-not-in-sheet = Linja finnes ikke lenger i arket.
why-to-board = Til tavla
why-to-line = Linja i kartleggingen

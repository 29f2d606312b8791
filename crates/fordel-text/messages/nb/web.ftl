# The frame around every page in the browser, and the pages that tell that something is wrong.

web-skip = Hopp til innholdet
web-place = Sted
web-language = Norsk
web-sign-out = Logg ut
web-footer = Fordel { $version }. Ingen pasientdata, og ingenting fra avdelingen sendes ut av maskinen.
web-wrong-title = Feil: { $title }
web-to-front-page = Til forsiden
web-show-as-table = Vis som tabell
web-close = Lukk
web-cancel = Avbryt
web-optional = valgfritt
web-fault = Feil
web-errors-head = { $count-n ->
    [one] Ett felt må rettes
   *[other] { $count } felter må rettes
}

# The method's steps
web-steps = Metodens steg
web-step-mapping = Kartlegging
web-step-distribution = Fordeling
web-step-rhythm = Døgnrytmeplan
web-step-staffing = Bemanning
web-step-training = Opplæring
web-step-findings = Funn
web-step-proposals = Forslag og vedtak
web-step-history = Historikk
web-step-now = Vakten nå
web-progress-begun = påbegynt
web-progress-done = ferdig
web-progress-closed = venter på et tidligere steg

# Kinds of notices, said where colour and sign can't be seen
web-notice-info = Til orientering:
web-notice-success = Utført:
web-notice-warning = Merk:
web-notice-danger = Feil:

# What happened, what is kept, what to do
web-trouble-number = Feilnummer { $number }. Oppgi det til dem som drifter Fordel.
web-trouble-400 = Det som ble sendt, var ikke til å forstå
    .kept = Ingenting er endret.
    .cure = Gå tilbake, last siden på nytt og prøv igjen.
web-trouble-401 = Du må logge inn
    .kept = Ingenting er endret. Det du har skrevet i andre faner, står der fortsatt.
    .cure = Logg inn, og åpne siden på nytt.
web-trouble-403 = Du har ikke tilgang til dette
    .kept = Ingenting er endret.
    .cure = Be den som styrer tilganger hos dere, om en rolle som gir tilgang.
web-trouble-foreign = Fordel tok ikke imot dette, fordi det kom fra en annen side
    .kept = Ingenting er endret.
    .cure = Åpne Fordel i nettleseren og gjør det derfra. Kom du derfra, så last siden på nytt og prøv igjen.
web-trouble-anothers = Siden ble åpnet av en annen enn du som er logget inn nå
    .kept = Det som ble sendt, er ikke lagret, og ingenting er endret.
    .cure = Er det en annens, må den som skrev det, logge inn selv og sende det. Er det ditt, kan du sende det i ditt navn nedenfor. Står det ikke der, åpner du siden på nytt.
web-trouble-404 = Siden finnes ikke
    .kept = Alt som er lagret, er der det var.
    .cure = Se etter skrivefeil i adressen. Siden kan være flyttet eller fjernet, eller du mangler tilgang til den.
web-trouble-api-404 = Det finnes ikke, eller nøkkelen gir ikke tilgang til det
    .kept = Ingenting er endret.
    .cure = Se etter skrivefeil i adressen. En nøkkel ser det samme som personen som laget den.
web-trouble-key-none = Det ble ikke sendt noen nøkkel
    .kept = Ingenting er endret.
    .cure = Send «Authorization: Bearer» og nøkkelen. En nøkkel lages i Fordel, på siden om deg selv (/me), under «Nøkler til andre programmer».
web-trouble-key-wrong = Nøkkelen er ukjent eller avsluttet
    .kept = Ingenting er endret.
    .cure = Se etter at hele nøkkelen ble sendt. En ny lages i Fordel, på siden om deg selv (/me), under «Nøkler til andre programmer».
web-trouble-link = Lenka er brukt, for gammel eller ikke hel
    .kept = En slik lenke virker én gang, og bare en tid.
    .cure = Har du alt en konto, logger du inn med den. Ellers ber du den som ga deg lenka, om en ny.
web-trouble-405 = Dette kan ikke gjøres på denne adressen
    .kept = Ingenting er endret.
    .cure = Gå tilbake til siden du kom fra, og prøv derfra.
web-trouble-408 = Det tok for lang tid å ta imot det du sendte
    .kept = Ingenting av det er lagret. Det som var lagret fra før, er som det var.
    .cure = Se etter at nettforbindelsen er god, og prøv igjen.
web-trouble-409 = Noen andre har endret det samme i mellomtida
    .kept = Det de andre lagret, står. Det du prøvde å endre, er ikke lagret.
    .cure = Gå tilbake, last siden på nytt, se hva som er endret, og gjør endringen din om igjen om den trengs.
web-trouble-413 = Det du sendte, er for stort
    .kept = Ingenting av det er lagret. Det som var lagret fra før, er som det var.
    .cure = En arbeidsbok kan være opptil 64 MB. Fjern bilder og ark som ikke trengs, og prøv igjen.
web-trouble-422 = Noe i det som ble sendt, kan ikke brukes
    .kept = Ingenting er endret.
    .cure = Gå tilbake, rett det, og prøv igjen.
web-trouble-429 = Det kom for mange forsøk på kort tid
    .kept = Ingenting er endret.
    .cure = Vent et minutt, og prøv igjen.
web-trouble-500 = Fordel gjorde en feil
    .kept = Alt som var lagret, er lagret. Det siste du gjorde, er kanskje ikke det.
    .cure = Gå tilbake, se etter om det siste du gjorde kom med, og prøv igjen.
web-trouble-503 = Fordel kan ikke svare akkurat nå
    .kept = Alt som var lagret, er lagret.
    .cure = Vent et minutt, og last siden på nytt.
web-trouble-507 = Det er ikke plass til å lagre mer
    .kept = Alt som var lagret, er lagret og kan leses. Det siste du gjorde, er ikke lagret.
    .cure = Si fra til dem som drifter Fordel. La siden stå åpen, så er det du skrev, der fortsatt.
web-typed = Det du sendte
web-typed-lead = Det er ikke lagret, men er her så lenge siden er åpen.
web-typed-enter-first = Logg inn i en ny fane. Kom så tilbake hit, og send det på nytt.
web-typed-enter = Logg inn (ny fane)
web-typed-bound = Er en annen logget inn når det blir sendt, blir det først spurt om hvem det er skrevet av.
web-typed-mine = Det var jeg som skrev dette: vis det
web-typed-again = Send det på nytt
web-typed-as-mine = Send det i mitt navn

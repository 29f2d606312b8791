# The library of tasks: usual tasks with their usual minutes, and where these come from.

library-title = Oppgavebibliotek
library-lead = Vanlige oppgaver etter type enhet, og fra enhetene du har tilgang til. Kryss av og legg til: da blir de linjer nederst i Oppgaver. Minuttene for en type enhet er Fordels anslag, ikke målinger: kontroller dem hos dere.
library-filter = Utvalg
library-kind = Type enhet
library-kind-all = Alle typer og alle enheter
library-kind-medisinsk-sengepost = Medisinsk sengepost
library-kind-kirurgisk-sengepost = Kirurgisk sengepost
library-kind-poliklinikk = Poliklinikk og dagbehandling
library-kind-sykehjem = Sykehjem
library-kind-hjemmetjeneste = Hjemmetjeneste
library-kind-units = Andre enheter du har tilgang til
library-search = Søk etter oppgave
library-category = Kategori
library-all = Alle kategorier
library-uncategorised = Uten kategori
library-show = Vis
library-shown = { $count-n ->
    [0] Ingen oppgaver
    [one] Én oppgave
   *[other] { $count } oppgaver
} i utvalget. { $here-n ->
    [0] Ingen finnes her fra før.
    [one] Én finnes her fra før.
   *[other] { $here } finnes her fra før.
}
library-task = Oppgave
library-minutes = Minutter per gang
library-range = { $median } ({ $low }–{ $high })
library-unknown = ikke oppgitt
library-lines = Når og hvor ofte
library-often = { $count } per { $per }
library-day = dag
library-line-minutes = { $minutes } min
library-bound = bundet
library-lowest = Minstekrav
library-courses = Opplæring
library-source = Kilde
library-source-medisinsk-sengepost = eksempelposten
library-source-kirurgisk-sengepost = anslag for kirurgisk sengepost
library-source-poliklinikk = anslag for poliklinikk
library-source-sykehjem = anslag for sykehjem
library-source-hjemmetjeneste = anslag for hjemmetjeneste
library-source-units = { $count-n ->
    [one] én enhet: { $names }
   *[other] { $count } enheter: { $names }
}
library-here = finnes her
library-list-low = Laveste
library-list-high = Høyeste
library-hidden = { $count-n ->
    [one] Én valgt oppgave vises ikke i dette utvalget, men er fortsatt valgt.
   *[other] { $count } valgte oppgaver vises ikke i dette utvalget, men er fortsatt valgt.
}
library-add = Legg til de valgte
library-add-how = Alt du legger til på én gang, er ett steg, og kan angres i tabellen med Angre.
library-none-chosen = Ingenting er lagt til: kryss av for minst én oppgave som ikke finnes her fra før.
library-empty = Ingen oppgaver passer til utvalget
library-empty-do = Prøv et annet ord, eller vis alle kategorier.
library-added = { $tasks-n ->
    [one] Én oppgave er lagt til
   *[other] { $tasks } oppgaver er lagt til
} som { $rows-n ->
    [one] én linje
   *[other] { $rows } linjer
} nederst i Oppgaver. Kontroller minuttene.
library-added-left = { $count-n ->
    [one] Én celle står tom, fordi verdien ikke finnes i denne enheten. Merknaden forteller hva som sto der.
   *[other] { $count } celler står tomme, fordi verdiene ikke finnes i denne enheten. Merknadene forteller hva som sto der.
}
library-added-see = Se dem i tabellen
library-note = Vanlige minutter fra { $source }, må kontrolleres.
library-note-left = Finnes ikke her: { $cells }.
library-note-units = { $count-n ->
    [one] én annen enhet
   *[other] { $count } andre enheter
}
library-brings = Tar med: { $rows }. Kontroller tallene.
library-added-brought = { $count-n ->
    [one] Én rad med aktivitet eller kurs kom med, fordi oppgavene trenger den. Kontroller tallene.
   *[other] { $count } rader med aktivitet og kurs kom med, fordi oppgavene trenger dem. Kontroller tallene.
}

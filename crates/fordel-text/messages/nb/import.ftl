# A workbook taken in, and given out.

import-title = Importer arbeidsbok
import-lead = Velg arbeidsboka. Først ser du hva den ville endret. Ingenting lagres før du bekrefter.
import-file = Arbeidsbok (.xlsx)
import-file-hint = Opptil 64 MB. Arkene heter Oppgaver, Yrkesgrupper, Vakter og så videre, som i malen.
import-read = Se hva som endres
import-none = Velg ei fil først.
import-empty = Fila er tom. Velg ei fil med innhold.
import-not-xlsx = Fila må være en arbeidsbok: navnet slutter på .xlsx.
import-get = Hent en arbeidsbok å fylle ut
import-get-template = Tom mal
import-get-example = Mal med en eksempelpost
import-get-now = Enheten slik den er lagret nå
import-result = Dette ville importen endret
import-from = Fra { $file }
import-cannot = Arbeidsboka kan ikke importeres slik den er. Rett dette i Excel, og velg den på nytt. Ingenting er endret.
import-noted = { $count-n ->
    [one] Én ting er antatt eller bør ses på
   *[other] { $count } ting er antatt eller bør ses på
}
import-same = Arbeidsboka sier det samme som er lagret. Det er ingenting å importere.
import-summary = { $added-n ->
    [0] Ingen nye rader
    [one] Én ny rad
   *[other] { $added } nye rader
}, { $removed-n ->
    [0] ingen rader fjernes
    [one] én rad fjernes
   *[other] { $removed } rader fjernes
}, { $changed-n ->
    [0] ingen celler endres.
    [one] én celle endres.
   *[other] { $changed } celler endres.
} Ingenting er lagret ennå.
import-kind = Endring
import-row = Rad
import-column = Kolonne
import-was = Står nå
import-now = Blir
import-added = ny rad
import-removed = fjernes
import-changed = endres
import-more = { $count-n ->
    [one] … og én endring til i dette arket.
   *[other] … og { $count } endringer til i dette arket.
}
import-confirm = Bekreft importen
import-cancel = Avbryt, ikke lagre noe
import-one-step = Hele importen er ett steg, og kan angres i tabellen med Angre.
import-gone = Forhåndsvisningen er ikke her lenger: den varer et døgn, og bare til den er bekreftet. Ingenting er endret. Velg fila på nytt.
import-conflicts = Noen har endret det samme mens du så på. Ingenting er importert.
import-conflict-cell = { $row }, { $column }: importen ville satt «{ $mine }», men { $who } har skrevet «{ $theirs }».
import-conflict-row = { $row }: importen ville fjernet eller endret raden, men den er endret i mellomtida.
import-conflicts-cure = Velg fila på nytt, så ser du hva den ville endret nå.
import-busy = Flere arbeidsbøker leses akkurat nå. Vent et øyeblikk, og prøv igjen.
import-faulty = Enheten kan ikke lastes ned som Excel ennå
import-faulty-lead = Disse feilene må rettes i kartleggingen først. Alt som er skrevet, er lagret.
import-faulty-do = Til kartleggingen

# Files of figures: counts of activity, projected population.
handed-faulty = Fila kan ikke brukes slik den er.
handed-cannot = Rett dette og velg fila på nytt. Ingenting er endret.
handed-gone = Tallene er ikke her lenger. De ligger her et døgn. Velg fila på nytt.
handed-take = Se hva som endres i arkene
handed-other-file = Velg ei annen fil

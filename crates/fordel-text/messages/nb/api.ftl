# The description of the API for other programs.

api-about = Fordel for andre programmer. Samme regler og tilganger som i nettleseren: en nøkkel kan det samme som personen den tilhører. Send den som «Authorization: Bearer …». Nøkler lages på Min side.
api-units = Enhetene nøkkelen gir tilgang til, med hvor langt hver er kommet.
api-unit = En enhet.
api-sheets = Arkene i enheten: rader med celler slik de er skrevet.
api-sheet = Ett ark.
api-edits = Endre celler, legg til og fjern rader. Én samling er ett steg å angre. En celle endres bare om den fortsatt holder «was»; ellers er den en konflikt. Svar 200 betyr at endringene er på disk.
api-complaints = Alt som er galt eller antatt i arkene, med rad og kolonne.
api-proposals = Forslagene, det nyeste sist.
api-propose = Be om et forslag fra enheten slik den er nå.
api-proposal = Et forslag med plan, når den er laget.
api-cancel = Avbryt et forslag som venter eller lages. Den beste planen så langt beholdes.
api-staffing = Bemanningsplanen i et forslag: hoder per gruppe, vakt og ukedag, med klokkeslett.
api-staffing-file = Bemanningsplanen i et forslag som fil.
api-demand = Behovet time for time for hver gruppe i et forslag, for turnussystemer.
api-decisions = Vedtakene, det nyeste først, med linjene hvert av dem flyttet.
api-decision = Et vedtak med planen som ble vedtatt.
api-openapi = Denne beskrivelsen.
api-answer-ok = Svaret
api-answer-created = Laget
api-answer-wrong = Feil: status, hva som skjedde, hva som er tatt vare på, hva du kan gjøre
api-parameter-unit = Enhetens nummer
api-parameter-sheet = Arkets norske navn, f.eks. Oppgaver
api-parameter-number = Nummeret i enheten
api-shortages = Loggede bruk av trafikklyset i enheten, den siste dagen først: hvem som manglet, fargen, hva som ble valgt, timer og kroner.

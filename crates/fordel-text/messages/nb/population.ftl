# Projected population, from Statistics Norway's tables: handed in, told for the regions that are chosen, and put into the sheet.

population-title = Hent inn befolkning
population-lead = Velg ei fil med framskrevet folkemengde fra statistikkbanken til Statistisk sentralbyrå. Først ser du hva den sier. Ingenting lagres før du bekrefter.
population-file = Framskrevet folkemengde (.csv eller .xlsx)
population-file-hint = Med region, alder og år; årene som kolonner eller som rader. Gjerne med lavt og høyt alternativ. Bare antall: ingen navn eller fødselsnumre.
population-read = Se hva fila sier
population-how = Slik tar du ut fila
population-how-1 = Åpne statistikkbanken på ssb.no og finn en tabell over framskrevet folkemengde etter alder og region.
population-how-2 = Velg kommunene eller området dere tar imot pasienter fra, alle aldre, årene framover, og hovedalternativet. Velg også lavt og høyt alternativ om dere vil se et spenn.
population-how-3 = Ta ut tabellen som CSV (semikolon) eller Excel.
population-how-4 = Velg fila her. Har den flere regioner, krysser du av for dem som skal summeres.
population-result = Dette sier fila
population-regions-choose = Velg én eller flere regioner
population-regions-show = Vis summen av dem som er valgt
population-of = { $count-n ->
        [one] Innbyggere i { $regions }
       *[other] Innbyggere i { $regions } til sammen
    }
population-table = Innbyggere fra { $first } til { $last }
population-year = År
population-ages = { $ages } år
population-all = I alt
population-take-note = Neste side viser hva som endres i arket Befolkning. Der bekrefter du, og alt kan angres i ett steg.
population-to = Hent inn befolkning fra fil
population-from-import = Har dere framskrevet folkemengde fra Statistisk sentralbyrå?

# Projected population, from Statistics Norway's tables: handed in, told for the regions that are chosen, and put into the sheet.

population-title = Bring in population
population-lead = Choose a file of projected population from Statistics Norway's StatBank. First you see what it says. Nothing is saved before you confirm.
population-file = Projected population (.csv or .xlsx)
population-file-hint = With region, age and year; the years as columns or as rows. With the low and high alternative if you like. Numbers alone: no names or identity numbers.
population-read = See what the file says
population-how = How to get the file
population-how-1 = Open the StatBank at ssb.no and find a table of projected population by age and region.
population-how-2 = Choose the municipalities or the area that your patients come from, all ages, the years ahead, and the main alternative. Choose the low and the high alternative too if you want to see a band.
population-how-3 = Download the table as CSV (semicolon) or Excel.
population-how-4 = Choose the file here. If it has several regions, you tick those to be summed.
population-result = This is what the file says
population-regions-choose = Choose one or more regions
population-regions-show = Show the sum of those that are chosen
population-of = { $count-n ->
        [one] Residents of { $regions }
       *[other] Residents of { $regions } together
    }
population-table = Residents from { $first } to { $last }
population-year = Year
population-ages = { $ages } years
population-all = In all
population-take-note = The next page shows what changes in the sheet Population. There you confirm, and all of it can be undone in one step.
population-to = Bring in population from a file
population-from-import = Do you have projected population from Statistics Norway?

# Activity from history: what counts by date and hour say is usual.

activity-head = { $driver }: { $days } days with counts, from { $first } to { $last }.
activity-nothing = { $driver }: no whole days with counts.
activity-assumed-present = The hourly counts are read as how many are present: a day has their mean. If they count events, write --events and the name.
activity-assumed-events = The hourly counts are read as events: a day has their sum. If they count how many are present, write --present and the name.
activity-weekday = Day
activity-mean = Mean
activity-deviation = Std. dev.
activity-least = Least
activity-most = Most
activity-days = Days
activity-holidays = public holidays
activity-months = Month by month, against the same weekdays of the whole period: { $months }.
activity-hours = Hour by hour, mean: { $hours }.
activity-unusual =
    { $count-n ->
        [one] One day is unusual against the same weekday three weeks before and after. It isn't in the figures above; --keep-unusual takes it in.
       *[other] { $count } days are unusual against the same weekday three weeks before and after. They aren't in the figures above; --keep-unusual takes them in.
    }
activity-unusual-kept =
    { $count-n ->
        [one] One day is unusual against the same weekday three weeks before and after. It is in the figures above.
       *[other] { $count } days are unusual against the same weekday three weeks before and after. They are in the figures above.
    }
activity-one-unusual = { $date }: { $value }, otherwise { $usual }
activity-more = … and { $count } more
activity-gaps =
    { $count-n ->
        [one] One day is missing: { $dates }.
       *[other] { $count } days are missing: { $dates }.
    }
activity-partial =
    { $count-n ->
        [one] One day has too few hours and isn't used: { $dates }.
       *[other] { $count } days have too few hours and aren't used: { $dates }.
    }
activity-clock = The hours change on { $dates }: the day has 23 or 25 hours, and counts as whole.
activity-sparse = Hours without a row are read as hours without events: most days lack some.
activity-twice =
    { $count-n ->
        [one] One row stood twice with the same number, and is counted once.
       *[other] { $count } rows stood more than once with the same number, and are counted once.
    }
activity-no-driver = The file doesn't have "{ $name }". It has { $names }.
activity-no-hours = "{ $name }" has counts of whole days only. A day profile needs counts hour by hour.

usage-fordel-activity = fordel activity [OPTIONS] HISTORY.csv [WARD.xlsx --out NEW.xlsx]
cmd-activity = Activity from history: what is usual by weekday, hour and month
    .long =
        Reads counts of patients, admissions and more, by day or by hour, from CSV or a workbook with date, hour, driver and count. Tells what is usual by weekday, hour and month, with spread, and what is unusual before it is used. With a workbook and --out the figures are written into the sheet Activity.
arg-activity-history = The file of counts (.csv or .xlsx)
arg-activity-ward = The ward's workbook, into which the figures go
arg-activity-out = Where the new workbook is written
arg-activity-present = This driver counts how many are present
arg-activity-events = This driver counts events
arg-activity-keep = Use days that are unusual too
arg-activity-season = Write the months as activity in Calendar for this year
arg-activity-profile = Write this driver's hours as the ward's day profile
wrong-year = "{ $value }" isn't a year. Write e.g. 2027.

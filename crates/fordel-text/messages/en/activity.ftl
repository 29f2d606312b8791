# Activity from history: what counts by date and hour say is usual.

activity-head =
    { $days-n ->
        [one] { $driver }: one day with counts, { $first }.
       *[other] { $driver }: { $days } days with counts, from { $first } to { $last }.
    }
activity-nothing = { $driver }: no whole days with counts.
activity-assumed-present = The hourly counts are read as how many are present: a day has their mean. If they count events, write --events and the name.
activity-assumed-events = The hourly counts are read as events: a day has their sum. If they count how many are present, write --present and the name.
activity-weekday = Day
activity-hour = Hour
activity-month = Month
activity-mean = Mean
activity-likely = Eight of ten days
activity-deviation = Std. dev.
activity-least = Least
activity-most = Most
activity-days = Days
activity-share = Against the same weekdays of the whole period
activity-holidays = public holidays
activity-lacks-hour = Hour by hour isn't shown: the counts are of whole days.
activity-lacks-month = Month by month isn't shown: it takes at least 14 days with counts in at least two months.
activity-usual-weekday = { $driver } on each weekday
activity-usual-hour = { $driver } hour by hour
activity-usual-month = { $driver } month by month
activity-usual-caption = { $title }: the point is the mean, eight of ten days lie in the light field, and the line goes from the least to the most.
activity-usual-alternative = Least mean: { $low } ({ $low-name }). Most: { $high } ({ $high-name }). Single counts go from { $least } to { $most }.
activity-ends = Least to most
activity-unusual =
    { $count-n ->
        [one] One day is unusual against the same weekday three weeks before and after. It isn't in the figures.
       *[other] { $count } days are unusual against the same weekday three weeks before and after. They aren't in the figures.
    }
activity-unusual-kept =
    { $count-n ->
        [one] One day is unusual against the same weekday three weeks before and after. It is in the figures.
       *[other] { $count } days are unusual against the same weekday three weeks before and after. They are in the figures.
    }
activity-keep-flag = --keep-unusual includes them.
activity-one-unusual = { $date }: { $value }, otherwise { $usual }
activity-more = Show { $count } more
activity-day-spread = From day to day the number varies by { $spread } beyond chance, measured by { $days } days, each weekday by itself. Write it in the sheet Settings ("Activity between days") for the simulation to reckon with it.
activity-day-spread-none = The number varies no more from day to day than by chance.
activity-without = No counts for { $days }. The number in the sheet Activity stays on those days. A driver that isn't there yet gets 0 on those days: write the number yourself.
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

activity-title = Activity from history
activity-lead = Choose a file with counts of patients, admissions or whatever else the work follows, by date or by hour. First you see what is usual and what isn't. Nothing is saved before you confirm.
activity-file = Counts (.csv or .xlsx)
activity-file-hint = Up to 64 MB, with the columns Date, Hour, Driver and Count. Hour and Driver may be missing. There may also be a column for each hour, driver or date. Counts alone: no names or identity numbers.
activity-read = See what the counts say
activity-result = What the counts say
activity-result-lead = What is usual on each weekday, hour by hour and month by month, as far as the counts tell it. Public holidays are counted separately. Unusual days come first, so that you see them before the counts are used.
activity-manner = The counts by hour are
activity-manner-present = how many are there: a date has the mean
activity-manner-events = events: a date has the sum
activity-use = Use the counts
activity-keep = Include unusual days
activity-year = Write the months into the calendar of the year
activity-year-hint = For instance 2027. The year then follows, month by month, what was usual in the history. Leave it empty to leave the calendar.
activity-wrong-year = Write a year, for instance 2027.
activity-profile = The day profile follows the hours of
activity-profile-none = none: leave it
activity-again = Work it out again
activity-take-note = The next page shows what changes in the sheets Activity, Calendar and Settings. There you confirm, and all of it can be undone in one step.
activity-from-import = Do you have counts of the activity by date?
activity-to = Take in activity from history

usage-fordel-activity = fordel activity [OPTIONS] HISTORY.csv [WARD.xlsx --out NEW.xlsx]
cmd-activity = Activity from history: what is usual by weekday, hour and month
    .long =
        Reads counts of patients, admissions and more, by day or by hour, from CSV or a workbook with date, hour, driver and count, or with a column for each hour, driver or date. Tells what is usual by weekday, hour and month, with spread, and what is unusual before it is used. With a workbook and --out the figures are written into the sheet Activity.
arg-activity-history = The file of counts (.csv or .xlsx)
arg-activity-ward = The ward's workbook, into which the figures go
arg-activity-out = Where the new workbook is written
arg-activity-present = This driver counts how many are present
arg-activity-events = This driver counts events
arg-activity-keep = Use days that are unusual too
arg-activity-season = Write the months as activity in Calendar for this year
arg-activity-profile = Write this driver's hours as the ward's day profile
wrong-year = "{ $value }" isn't a year. Write e.g. 2027.

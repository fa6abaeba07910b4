using System.Collections.Concurrent;
using System.Globalization;

namespace SalesBot.Calendar;

/// <summary>
/// Which days are worked: Monday to Friday, less the statutory breaks, plus the make-up days (<c>china.txt</c>). A year without a published
/// plan falls back to the days fixed by law and is <see cref="IsEstimated"/>.
/// </summary>
internal sealed class WorkCalendar
{
    private readonly Dictionary<int, List<Break>> _breaks = [];
    private readonly HashSet<DateOnly> _off = [];
    private readonly HashSet<DateOnly> _work = [];
    private readonly ConcurrentDictionary<int, IReadOnlyList<Break>> _estimated = new();

    private WorkCalendar(IEnumerable<string> lines)
    {
        foreach (var words in lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words is [not "#", _, ..]))
        {
            if (words is ["off", var span, var name]) AddBreak(name, span);
            else if (words is ["work", var day]) _work.Add(Parse(day));
        }
    }

    /// <summary>Mainland China, from the embedded plan.</summary>
    public static WorkCalendar China { get; } = new(Embedded());

    public bool IsEstimated(int year) => !_breaks.ContainsKey(year);

    public IReadOnlyList<Break> Breaks(int year) =>
        _breaks.TryGetValue(year, out var published) ? published : _estimated.GetOrAdd(year, static y => [.. Break.ByLaw(y)]);

    /// <summary>The break of that name (<see cref="Break"/>) in a year.</summary>
    public Break? Find(string name, int year) => Breaks(year).FirstOrDefault(b => string.Equals(b.Name, name, StringComparison.Ordinal));

    public bool IsWorkday(DateOnly date)
    {
        if (_work.Contains(date)) return true;
        if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || _off.Contains(date)) return false;
        return !IsEstimated(date.Year) || !Breaks(date.Year).Any(b => b.First <= date && date <= b.Last);
    }

    /// <summary>The first working day after <paramref name="date"/>.</summary>
    public DateOnly NextWorkday(DateOnly date) => AddWorkdays(date, 1);

    /// <summary>The n-th working day after (or, negative, before) <paramref name="date"/>; 0 gives the date itself.</summary>
    public DateOnly AddWorkdays(DateOnly date, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            if (date == DateOnly.MaxValue || date == DateOnly.MinValue) return date;
            date = date.AddDays(step);
            if (IsWorkday(date)) left--;
        }

        return date;
    }

    /// <summary>
    /// <paramref name="now"/> itself when it lies in working hours of that zone, else the next opening. Hours are [from, to) of each working day.
    /// </summary>
    public DateTimeOffset NextWorkingMoment(DateTimeOffset now, TimeZoneInfo zone, TimeOnly from, TimeOnly to)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        var clock = TimeOnly.FromDateTime(local.DateTime);
        if (IsWorkday(day))
        {
            if (clock >= from && clock < to) return now;
            if (clock < from) return At(day, from, zone);
        }

        return At(NextWorkday(day), from, zone);
    }

    /// <summary>The moment when that much working time has passed since <paramref name="start"/>; time outside working hours does not count.</summary>
    public DateTimeOffset AddWorkingHours(DateTimeOffset start, TimeSpan amount, TimeZoneInfo zone, TimeOnly from, TimeOnly to)
    {
        if (to <= from) throw new ArgumentException("Working hours must end after they start.", nameof(to));
        var moment = NextWorkingMoment(start, zone, from, to);
        while (true)
        {
            var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
            var left = At(day, to, zone) - moment;
            if (amount <= left) return moment + amount;
            amount -= left;
            moment = At(NextWorkday(day), from, zone);
        }
    }

    /// <summary>A wall time as an instant; one that a clock change skips moves an hour on.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local)) local = local.AddHours(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    private void AddBreak(string name, string span)
    {
        var ends = span.Split("..");
        var added = new Break(name, Parse(ends[0]), Parse(ends[^1]));
        if (!_breaks.TryGetValue(added.First.Year, out var year)) _breaks[added.First.Year] = year = [];
        year.Add(added);
        for (var day = added.First; day <= added.Last; day = day.AddDays(1)) _off.Add(day);
    }

    private static DateOnly Parse(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Embedded()
    {
        using var stream = typeof(WorkCalendar).Assembly.GetManifestResourceStream("SalesBot.Calendar.china.txt")
            ?? throw new InvalidOperationException("The holiday plan is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}

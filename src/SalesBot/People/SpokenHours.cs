using System.Globalization;
using System.Text.RegularExpressions;
using SalesBot.Language;

namespace SalesBot.People;

/// <summary>“9点到18点”, "9 to 6", "8:30am - 5pm": from when to when somebody works.</summary>
internal static class SpokenHours
{
    private const int Noon = 12;

    private static readonly SpokenPatterns Patterns = new("SalesBot.People.hours-words.txt");

    /// <summary>As <c>HH:mm-HH:mm</c>, the way settings keep it; null where there are none. An end that would be before the beginning is meant in the afternoon.</summary>
    public static string? In(string? said)
    {
        if (Patterns["hours"].Match(said ?? "") is not { Success: true } found || Clock(found, "from") is not { } from || Clock(found, "to") is not { } to)
        {
            return null;
        }

        if (to <= from && to.Hour < Noon && !Says(found, "toMorning"))
        {
            to = to.AddHours(Noon);
        }

        return from < to ? string.Create(CultureInfo.InvariantCulture, $"{from:HH:mm}-{to:HH:mm}") : null;
    }

    private static TimeOnly? Clock(Match found, string end)
    {
        var hour = int.Parse(found.Groups[end].Value, CultureInfo.InvariantCulture);
        var minute = found.Groups[end + "Minute"] is { Success: true } told ? int.Parse(told.Value, CultureInfo.InvariantCulture) : Says(found, end + "Half") ? 30 : 0;
        hour += Says(found, end + "Afternoon") && hour < Noon ? Noon : 0;
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    private static bool Says(Match found, string group) => found.Groups[group].Success;
}

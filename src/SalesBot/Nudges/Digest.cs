using System.Globalization;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>The one message of a person's morning: what every rule has for them, each line with the button that deals with it (complaint 29).</summary>
internal static class Digest
{
    /// <summary>A morning that is about one thing only is told by that thing's own card.</summary>
    public static View Of(Person person, IReadOnlyList<Told> parts, DateTimeOffset now)
    {
        var day = Presence.Day(person, now);
        Word title = new("Digest.title", day, parts.Sum(p => p.Rows.Count));
        var sections = parts.Select(p => new { p.Title, p.Why, Rows = p.Rows.Take(p.Most).ToList(), More = NudgeList.More(p), p.Next, Because = WhyNudge.Of(p.Findings) }).ToList();
        var buttons = parts.SelectMany(p => p.Buttons).DistinctBy(b => (b.Verb, string.Join('|', b.Data.Select(d => $"{d.Key}={d.Value}")))).Take(4).ToList();
        return new View("digest", new { Title = title, Sections = sections, Buttons = buttons }, new Word("Approval.text", title, parts.Select(p => p.Title).ToList()), Subject(person, day));
    }

    public static string Subject(Person person, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"digest:{person.Id}:{day:yyyy-MM-dd}");

    /// <summary>It is the person's time for it: from the hour they chose on, on a day on which they have had none.</summary>
    public static bool IsDue(Person person, DateTimeOffset now) => person.DigestAt is { } at && TimeOnly.FromDateTime(Zones.Local(now, person.TimeZone)) >= at;
}

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
        // What is only to be known waits for nobody.
        var things = parts.Where(p => p.Findings.Count > 0 && !p.IsNews).Sum(p => Math.Max(p.Rows.Count, p.Findings.Select(f => f.SubjectId).Distinct().Count()));
        Word title = new(things > 0 ? "Digest.title" : parts.Any(p => p.Done.Count > 0) ? "Digest.done" : parts.Any(p => p.Findings.Count > 0) ? "Digest.news" : "Digest.week", things, day);
        var sections = parts.Select(p => new { p.Title, p.Why, Rows = NudgeList.Rows(p), More = NudgeList.More(p), p.Next, Because = WhyNudge.Of(p.Findings) }).ToList();
        var buttons = parts.SelectMany(p => p.Buttons).DistinctBy(b => (b.Verb, string.Join('|', b.Data.Select(d => $"{d.Key}={d.Value}")))).Take(4).ToList();
        return new View("digest", new { Title = title, Sections = sections, Buttons = buttons }, new Word(things > 0 ? "Approval.text" : "Digest.text", title, Headline(parts, things > 0)), Subject(person, day));
    }

    /// <summary>What there is, in a line, what is only to be known last; the week's figures are no things that wait.</summary>
    private static Word Headline(IReadOnlyList<Told> parts, bool things)
    {
        var said = parts.Where(p => !things || p.Findings.Count > 0).ToLookup(p => things && p.IsNews);
        var waits = Said(said[false])!;
        return Said(said[true]) is { } news ? new Word("Digest.besides", waits, news) : waits;
    }

    /// <summary>One after the other; what comes after the figures of last week is of this one, and a sentence of its own. Null where there is none.</summary>
    private static Word? Said(IEnumerable<Told> parts)
    {
        var (all, behind) = ((Word?)null, false);
        foreach (var part in parts)
        {
            var next = part.Brief ?? part.Title;
            all = all is null ? next : new Word(behind ? "Digest.text" : "Digest.and", all, next);
            behind = part.Brief is not null;
        }

        return all;
    }

    public static string Subject(Person person, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"digest:{person.Id}:{day:yyyy-MM-dd}");

    /// <summary>When a person's morning is, on the day that <paramref name="now"/> lies in for them: the hour they chose, else the start of their work. What became so later waits for the next.</summary>
    public static DateTimeOffset Morning(Person person, DateTimeOffset now) => Zones.Instant(Presence.Day(person, now), person.DigestAt ?? person.WorkFrom, person.TimeZone);

    /// <summary>Somebody's own hour for it outside their work: before it begins, or, where they chose one after it, within two hours of that; never in the night.</summary>
    public static bool IsHour(Person person, DateTimeOffset now)
    {
        var (morning, time) = (Morning(person, now), TimeOnly.FromDateTime(Zones.Local(now, person.TimeZone)));
        return person.DigestAt is { } at && now >= morning && (time < person.WorkFrom || (at >= person.WorkTo && now < morning.AddHours(2)));
    }
}

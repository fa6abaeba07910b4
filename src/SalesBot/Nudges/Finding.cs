using System.ComponentModel.DataAnnotations;
using SalesBot.People;

namespace SalesBot.Nudges;

internal enum FindingState
{
    /// <summary>Found, and waiting for the person's working hours.</summary>
    Waiting,
    Told,

    /// <summary>What was found is no longer so, or was answered as the rule asks.</summary>
    Cleared,
}

/// <summary>
/// What a nudge rule found about one record for one person: a row before it is a message. Unique by rule, record, moment and person, so that
/// nothing is ever told twice; delivery waits for working hours and checks the state again.
/// </summary>
internal sealed class Finding
{
    public long Id { get; set; }

    [MaxLength(40)]
    public string Rule { get; set; } = "";

    /// <summary>The record's number; its kind follows from the rule.</summary>
    public long SubjectId { get; set; }

    [MaxLength(64)]
    public string SubjectKey { get; set; } = "";

    /// <summary>The moment from which it is so (the stall limit was passed, the day was due): tells one occurrence from the next.</summary>
    public DateTimeOffset Since { get; set; }

    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;

    /// <summary>Two nodes that tell of the same finding at once: the second save finds another state and sends nothing.</summary>
    [ConcurrencyCheck]
    public FindingState State { get; set; }

    /// <summary>The version of the rules by which it was found; 0 is what the service ships with.</summary>
    public int Book { get; set; }

    /// <summary>The step of the rule's ladder: 0 is who is told first.</summary>
    public int Step { get; set; }

    /// <summary>The evaluation as it was, for “why”: the facts and the clock, as JSON.</summary>
    [MaxLength(2000)]
    public string? Facts { get; set; }

    /// <summary>It rests until then; null: it does not.</summary>
    public DateTimeOffset? SnoozedUntil { get; set; }

    /// <summary>It rests until this happens, or <see cref="SnoozedUntil"/> comes, whichever is first: <c>contact</c>, <c>contract</c>, <c>payment</c>, <c>quote</c>, <c>stage</c>.</summary>
    [MaxLength(20)]
    public string? SnoozedFor { get; set; }

    public DateTimeOffset FoundAt { get; set; }
    public DateTimeOffset? ToldAt { get; set; }

    /// <summary>It was told as a line of the daily digest: its rule says so, or the day's messages were spent (complaint 29).</summary>
    public bool InDigest { get; set; }

    public DateTimeOffset? ClearedAt { get; set; }

    /// <summary>It is so again after it was over: as it stood if that was not a day ago, else as one that nobody was told of.</summary>
    public void Reopen(DateTimeOffset now)
    {
        var rests = SnoozedUntil > now;
        if (!rests && ToldAt is not null && now - ClearedAt < TimeSpan.FromDays(1))
        {
            State = FindingState.Told;
        }
        else
        {
            State = FindingState.Waiting;
            (FoundAt, ToldAt, InDigest) = rests ? (FoundAt, ToldAt, InDigest) : (now, null, false);
        }

        ClearedAt = null;
    }
}

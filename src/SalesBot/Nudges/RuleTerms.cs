namespace SalesBot.Nudges;

/// <summary>How what a rule finds reaches people.</summary>
internal enum NudgeChannel
{
    /// <summary>As a message of its own as soon as it is found, within the day's <see cref="NudgeBook.Budget"/>.</summary>
    Message,

    /// <summary>In the morning, with all else that waits, as lines of the daily digest; who gets none is told by messages, in the morning too.</summary>
    Digest,
}

/// <summary>What the company lays down for one rule (AL-04): from when on, whom, how, at what hours. What a rule has no use for stays empty.</summary>
internal sealed record RuleTerms
{
    /// <summary>The letter in <see cref="Grades"/> that stands for customers nobody has graded.</summary>
    public const string Ungraded = "-";

    public bool On { get; init; } = true;

    public NudgeChannel Channel { get; init; }

    /// <summary>Days until it is so; null where the rule has no such number, or where it stands with the stages of the process (AL-01).</summary>
    public int? Days { get; init; }

    /// <summary>Days by the customer's grade, before <see cref="Days"/>; 0 is never.</summary>
    public IReadOnlyDictionary<string, int> Grades { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Who is told first, and who next while it is still so; empty where whom to tell follows from the matter itself.</summary>
    public IReadOnlyList<LadderStep> Ladder { get; init; } = [];

    /// <summary>It also makes a to-do for whoever is told first.</summary>
    public bool Task { get; init; }

    /// <summary>Whoever is told has it in their mailbox too (AL-11).</summary>
    public bool Mail { get; init; }

    /// <summary>Told between these hours only, in each person's zone and within their working hours; null: at any of these.</summary>
    public TimeOnly? From { get; init; }
    public TimeOnly? To { get; init; }

    /// <summary>The number of days for a customer of that grade; null is never.</summary>
    public int? DaysFor(string? grade) => (Grades.TryGetValue(grade ?? Ungraded, out var days) ? days : Days) is > 0 and var found ? found : null;
}

/// <summary>A step of a ladder: so many days after it became so, these are told.</summary>
/// <param name="After">Days; 0 for the first step.</param>
/// <param name="To">Names of <see cref="Recipients"/>, or keys of people.</param>
internal sealed record LadderStep(int After, IReadOnlyList<string> To);

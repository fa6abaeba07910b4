using System.Text.Json;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Documents;

/// <summary>How documents of one kind are reviewed.</summary>
/// <param name="Passes">True: they pass at once, and some are drawn to be looked at afterwards (AP-07); false: nothing goes on before the review.</param>
/// <param name="Rate">How many of a hundred are drawn: 0 is none, 100 each.</param>
/// <param name="Back">Keys of those whose documents wait for the review all the same, since one that was drawn failed.</param>
internal sealed record KindReview(bool Passes, int Rate, IReadOnlyList<string> Back)
{
    /// <summary>How many are looked at afterwards, in words.</summary>
    public Word Said => Rate switch
    {
        0 => new("SpotCheck.rate.none"),
        100 => new("SpotCheck.rate.all"),
        _ => new("SpotCheck.rate", Rate),
    };
}

/// <summary>
/// Which documents are reviewed and how: as the process says, and where that lets a kind pass with spot checks, as these turned out so far
/// (<see cref="Definition"/> <c>review_modes</c>).
/// </summary>
internal sealed record ReviewModes(SalesProcess Process, IReadOnlyDictionary<string, KindReview> Checked, int Number)
{
    private const string Name = "review_modes";
    private const int UsualRate = 20;

    /// <summary>So many people switched back switch back the whole kind.</summary>
    private const int MostBack = 2;

    public static async Task<ReviewModes> LoadAsync(Act act, CancellationToken cancellationToken)
    {
        var last = await Definitions.NewestAsync(act.Db, Name, cancellationToken);
        return new ReviewModes(act.Process, JsonSerializer.Deserialize<Dictionary<string, KindReview>>(last?.Content ?? "{}", JsonSerializerOptions.Web)!, last?.Number ?? 0);
    }

    /// <summary>Null for a kind that nobody reviews.</summary>
    public KindReview? Of(string kind) => DocumentKinds.ReviewOf(Process, kind) switch
    {
        ReviewMode.None => null,
        ReviewMode.Required => new KindReview(Passes: false, UsualRate, []),
        _ => Checked.GetValueOrDefault(kind) ?? new KindReview(Passes: true, UsualRate, []),
    };

    /// <summary>The process itself has every one looked at beforehand, so that nothing is drawn.</summary>
    public bool IsRequired(string kind) => DocumentKinds.ReviewOf(Process, kind) == ReviewMode.Required;

    public bool Passes(string kind, Person submitter) => Of(kind) is { Passes: true } mode && !mode.Back.Contains(submitter.Key, StringComparer.Ordinal);

    /// <summary>After one of theirs failed: their next ones wait; with several people, everybody's.</summary>
    public KindReview SwitchedBack(string kind, Person submitter)
    {
        var mode = Of(kind) ?? new KindReview(Passes: false, UsualRate, []);
        IReadOnlyList<string> back = [.. mode.Back.Append(submitter.Key).Distinct(StringComparer.Ordinal)];
        return mode with { Passes = mode.Passes && back.Count < MostBack, Back = back };
    }

    /// <summary>Lays down how this kind goes on from now on, as a new version.</summary>
    /// <param name="note">Why.</param>
    public void Save(Act act, string kind, KindReview mode, string note) => act.Db.Definitions.Add(new Definition
    {
        Key = Keys.New('N'), Name = Name, Number = Number + 1, ById = act.Me.Id, CreatedAt = act.Now, Note = note,
        Content = JsonSerializer.Serialize(new Dictionary<string, KindReview>(Checked, StringComparer.Ordinal) { [kind] = mode }, JsonSerializerOptions.Web),
    });
}

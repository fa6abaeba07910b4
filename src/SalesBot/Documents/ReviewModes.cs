using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Documents;

/// <summary>How documents of one kind are reviewed.</summary>
/// <param name="Passes">True: they pass at once, and some are drawn to be looked at afterwards (AP-07); false: nothing goes on before the review.</param>
/// <param name="Rate">How many of a hundred are drawn.</param>
/// <param name="Back">Keys of those whose documents wait for the review all the same, since one that was drawn failed.</param>
internal sealed record ReviewMode(bool Passes, int Rate, IReadOnlyList<string> Back);

/// <summary>
/// Which documents are reviewed and how: as it was laid down last (<see cref="Definition"/> <c>review_modes</c>), else surveys first and proposals
/// afterwards, one in five. What the process asks a review for and is named nowhere here is reviewed first.
/// </summary>
internal sealed record ReviewModes(IReadOnlyDictionary<string, ReviewMode> ByKind, int Number)
{
    private const string Name = "review_modes";

    /// <summary>So many people switched back switch back the whole kind.</summary>
    private const int MostBack = 2;

    private static readonly Dictionary<string, ReviewMode> Usual = new(StringComparer.Ordinal)
    {
        [DocumentKinds.Survey] = new(Passes: false, 0, []), [DocumentKinds.Proposal] = new(Passes: true, 20, []),
    };

    public static async Task<ReviewModes> LoadAsync(SalesDb db, CancellationToken cancellationToken)
    {
        var last = await db.Definitions.AsNoTracking().Where(d => d.Name == Name).OrderByDescending(d => d.Number).FirstOrDefaultAsync(cancellationToken);
        return last is null ? new ReviewModes(Usual, 0) : new ReviewModes(JsonSerializer.Deserialize<Dictionary<string, ReviewMode>>(last.Content, JsonSerializerOptions.Web)!, last.Number);
    }

    /// <summary>Null for a kind that nobody reviews.</summary>
    public ReviewMode? Of(string kind) => ByKind.TryGetValue(kind, out var mode) ? mode : DocumentKinds.IsReviewed(kind) ? new ReviewMode(Passes: false, 0, []) : null;

    public bool Passes(string kind, Person submitter) => Of(kind) is { Passes: true } mode && !mode.Back.Contains(submitter.Key, StringComparer.Ordinal);

    /// <summary>After one of theirs failed: their next ones wait; with several people, everybody's.</summary>
    public ReviewMode SwitchedBack(string kind, Person submitter)
    {
        var mode = Of(kind) ?? new ReviewMode(Passes: false, 0, []);
        IReadOnlyList<string> back = [.. mode.Back.Append(submitter.Key).Distinct(StringComparer.Ordinal)];
        return mode with { Passes = mode.Passes && back.Count < MostBack, Back = back };
    }

    /// <summary>Lays down how this kind is reviewed from now on, as a new version.</summary>
    /// <param name="note">Why.</param>
    public void Save(Act act, string kind, ReviewMode mode, string note) => act.Db.Definitions.Add(new Definition
    {
        Key = Keys.New('N'), Name = Name, Number = Number + 1, ById = act.Me.Id, CreatedAt = act.Now, Note = note,
        Content = JsonSerializer.Serialize(new Dictionary<string, ReviewMode>(ByKind, StringComparer.Ordinal) { [kind] = mode }, JsonSerializerOptions.Web),
    });
}

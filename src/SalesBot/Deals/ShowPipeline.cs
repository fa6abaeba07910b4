using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>All open deals by stage: how many, how much, and how much of it by the stages' chances.</summary>
internal sealed class ShowPipeline : Command
{
    private static readonly string[] ScopeSlots = ["scope", "team", "owner", "person"];

    public override CommandSpec Spec { get; } = new("pipeline", Permission.ReadReports) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var filter = await DealFilter.ReadAsync(act, cancellationToken);
        if (filter.Bad is { } bad)
        {
            return Act.Say(bad);
        }

        var facts = await PipelineFacts.OfAsync(act.Process, filter.Deals, Scope(act), cancellationToken);
        return Reply("Pipeline.title", filter, facts, []);
    }

    /// <summary>What a stage's row carries on: whose deals were asked for.</summary>
    public static Slots Scope(Act act) => new(Orders.ToData(act.Frame).Where(s => ScopeSlots.Contains(s.Key, StringComparer.Ordinal)));

    public static Reply Reply(string title, DealFilter filter, PipelineFacts facts, IReadOnlyList<Word> notes)
    {
        Word named = filter.Said.Count == 0 ? title : new Word("Pipeline.of", new Word(title), filter.Said);
        Word text = facts.Count == 0 ? "Pipeline.none" : new Word("Deals.text", named, facts.Groups.Select(g => g.Total).ToList());
        var data = new
        {
            Title = new Word(title),
            Subtitle = filter.Said.Count == 0 ? null : new Word("Deals.customer", filter.Said),
            Empty = facts.Count == 0 ? new Word("Pipeline.none") : null,
            Notes = notes,
            facts.Groups,
        };
        return new Reply(new View("pipeline", data, text));
    }
}

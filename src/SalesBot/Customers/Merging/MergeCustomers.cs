using System.Globalization;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Merging;

/// <summary>
/// Makes one customer of two (complaint 36), by whoever sees both and leads: what moves and which fields differ is read back first. The name that goes stays another name of the one that
/// stays; undo puts everything back as it was, as long as nobody has touched it.
/// </summary>
internal sealed class MergeCustomers : Command
{
    /// <summary>The slot of the customer that stays: its key, or its name as it was said.</summary>
    private const string Into = "into";

    public override CommandSpec Spec { get; } = new("merge_customers", Permission.ManageTeam) { AsksItself = true, MayAsk = ["customer", Into], MayName = ["customer"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var pair = await MergePair.ReadAsync(act, cancellationToken);
        if (pair.Ask is { } ask)
        {
            return ask;
        }

        var (goes, stays) = (pair.Goes!, pair.Stays!);
        if (goes.Id == stays.Id)
        {
            return Act.Say(new Word("Merge.same", goes.Name)) with { Focus = act.Focus.Settled() };
        }

        var moving = await MergedRecords.LoadAsync(act.Db, goes, cancellationToken);
        if (act.Slots.Flag("confirm") != true)
        {
            return ReadBack(act, goes, stays, moving);
        }

        var before = goes.OwnerId;
        moving.Move(act.Db, goes, stays);
        var owners = new[] { before, stays.OwnerId }.OfType<long>().Distinct().Where(id => id != act.Me.Id).Select(id => act.Org.Find(id)).OfType<Person>().Where(p => p.Active).ToList();
        Word told = new("Merge.told", act.Me, goes.Name, stays.Name);
        Button[] open = [new Button("Button.open", "show_customer", new Slots { ["customer"] = stays.Key })];
        return act.Receipt("Receipt.merged", stays.Name, new Word("Merge.done", goes.Name, stays.Name, moving.Said), open) with
        {
            Focus = act.Focus.Settled() with { Customer = stays.Key, Deal = null },
            Notices = [.. owners.Select(p => new Notice(p, new View("text", new { Title = (Word?)null, Paragraphs = new[] { told }, Buttons = open }, told)))],
        };
    }

    /// <summary>What moves, and what of both is said of one thing: the one that stays keeps its own.</summary>
    private static Reply ReadBack(Act act, Customer goes, Customer stays, MergedRecords moving)
    {
        var yes = new Slots { ["customer"] = goes.Key, [Into] = stays.Key, ["confirm"] = "true" };
        Word question = new("Merge.question", goes.Name, stays.Name);
        List<LaidFact> facts = [new("Merge.moves", new Word("Format.Plain", moving.Said))];
        facts.AddRange(MergedFields.Conflicts(act, goes, stays).Select(c => new LaidFact(c.Label, new Word("Merge.keeps", c.Kept, c.Dropped))));
        facts.AddRange(MergedFields.Taken(goes, stays).Select(c => new LaidFact(c.Label, new Word("Merge.takes", c.Kept))));
        facts.Add(new("Merge.owner", CustomerFacts.Owner(stays.OwnerId is null ? goes : stays)));
        facts.Add(new("Merge.undo", new Word("Merge.undo_hint", 24.ToString(CultureInfo.InvariantCulture))));
        var swap = new Button(new Word("Merge.other_way", stays.Name, goes.Name), "merge_customers", new Slots { ["customer"] = stays.Key, [Into] = goes.Key });
        var data = new { Question = question, Facts = facts, Yes = new Button("Button.merge", "merge_customers", yes, "positive"), Others = new[] { swap }, No = new Button("Button.cancel", "cancel") };
        return new Reply(new View("confirm", data, question)) { Focus = act.Asking("confirm", new Slots(yes.Where(slot => slot.Key != "confirm"))) };
    }
}

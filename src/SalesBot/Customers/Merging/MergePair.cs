using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Merging;

/// <summary>The two customers that a sentence names, or a button carries: the one that goes, and the one that stays.</summary>
internal sealed record MergePair(Customer? Goes, Customer? Stays, Reply? Ask)
{
    private const int MostOffered = 6;

    /// <summary>The words for merging between the two names.</summary>
    private static readonly SpokenPatterns Words = new("SalesBot.Customers.merge-words.txt");

    public static async Task<MergePair> ReadAsync(Act act, CancellationToken cancellationToken)
    {
        var (first, second) = Named(act);
        if (first is null && second is null)
        {
            return await InViewAsync(act, cancellationToken);
        }

        if (first is null)
        {
            return new MergePair(null, null, Question.For(act, "customer"));
        }

        if (second is null)
        {
            return new MergePair(null, null, Question.For(act, "into"));
        }

        var goes = await FindAsync(act, first, cancellationToken);
        if (goes is not [var one])
        {
            return new MergePair(null, null, Which(act, first, second, goes, "customer"));
        }

        var stays = await FindAsync(act, second, cancellationToken);
        return stays is [var other] ? new MergePair(one, other, null) : new MergePair(null, null, Which(act, one.Key, second, stays, "into"));
    }

    /// <summary>“合并一下”: the two that are in view, else those that are most likely the same, each pair with its button.</summary>
    private static async Task<MergePair> InViewAsync(Act act, CancellationToken cancellationToken)
    {
        var keys = act.Focus.List;
        var shown = keys.Count != 2 ? [] : await act.Db.Customers.Include(c => c.Owner).Include(c => c.Contacts).VisibleTo(act.Viewer).Where(c => keys.Contains(c.Key)).ToListAsync(cancellationToken);
        return shown.Count == 2 ? new MergePair(shown.Find(c => c.Key == keys[0]), shown.Find(c => c.Key == keys[1]), null) : new MergePair(null, null, await new ListDuplicates().RunAsync(act, cancellationToken));
    }

    /// <summary>As keys or names: “把甲合并到乙”, "merge A into B"; from the words only where no button has said it.</summary>
    private static (string? Goes, string? Stays) Named(Act act)
    {
        var (goes, stays) = (act.Frame.Ref("customer") ?? act.Slots.Text("customer") ?? act.Slots.Text("customer_text"), act.Slots.Text("into"));
        if (act.Pressed || act.Said is not { } said || Words["between"].Match(said) is not { Success: true } match)
        {
            return (goes, stays);
        }

        return (Clean(match.Groups["goes"].Value) ?? goes, Clean(match.Groups["stays"].Value) ?? stays);
    }

    private static string? Clean(string name) => name.Trim(' ', '"', '.', ',', '\u201C', '\u201D', '\u3002', '\uFF0C') is { Length: > 0 } bare ? bare : null;

    /// <summary>The customers that the asker sees and the words may mean: a key, a name, or what resembles it.</summary>
    public static async Task<IReadOnlyList<Customer>> FindAsync(Act act, string said, CancellationToken cancellationToken)
    {
        var seen = act.Db.Customers.Include(c => c.Owner).Include(c => c.Contacts).VisibleTo(act.Viewer);
        if (await seen.FirstOrDefaultAsync(c => c.Key == said, cancellationToken) is { } known)
        {
            return [known];
        }

        var named = await Namesakes.FindAsync(act.Db, said, null, null, cancellationToken);
        return named.Same is { } same && act.Viewer.Sees(same.OwnerId) ? [same] : [.. named.Near.Where(c => act.Viewer.Sees(c.OwnerId)).Take(MostOffered)];
    }

    /// <summary>Nobody of that name, or several: each a button.</summary>
    private static Reply Which(Act act, string goes, string stays, IReadOnlyList<Customer> found, string slot)
    {
        var said = slot == "into" ? stays : goes;
        if (found.Count == 0)
        {
            return Act.Say(new Word("NotFound.customer", Excerpt.Of(said))) with { Focus = act.Focus.Settled() };
        }

        Word text = new("Merge.which", Excerpt.Of(said));
        var buttons = found.Select(c => new Button(new Word("Format.Plain", c.Name), "merge_customers", slot == "into" ? new Slots { ["customer"] = goes, ["into"] = c.Key } : new Slots { ["customer"] = c.Key, ["into"] = stays }))
            .Append(new Button("Button.cancel", "cancel")).ToList();
        return new Reply(new View("text", new { Title = new Word("Command.merge_customers"), Paragraphs = new[] { text }, Buttons = buttons }, text)) { Focus = act.Focus.Settled() };
    }
}

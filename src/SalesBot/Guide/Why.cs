using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Language.Phrases;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Guide;

/// <summary>How the last message was read: each order, and which words gave which of its parts. Changes nothing, and an open question stays open.</summary>
internal sealed class Why : Command
{
    public override CommandSpec Spec { get; } = new("why", Permission.Member) { Changes = false, InHelp = false, Accompanies = true };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var read = act.Focus.Understood;
        var names = await Choice.NamesAsync(act, [.. read.SelectMany(order => order.Slots.Values).Distinct(StringComparer.Ordinal)], cancellationToken);
        var orders = read.Where(order => order.Intent != "unknown").Select(order => new { Title = Title(order), Facts = Facts(act, order, names).ToList() }).ToList();
        Word text = orders.Count == 0 ? new(read.Count == 0 ? "Why.nothing" : "Why.no_order") : new("Why.title");
        var reply = orders.Count == 0 ? Act.Say(text) : new Reply(new View("why", new { Title = text, Orders = orders }, text));
        return reply with { Focus = act.Focus };
    }

    private static Word Title(Understanding order)
    {
        Word what = new("Command." + order.Intent);
        return order.Pressed ? new Word("Why.pressed", what) : order.Words.TryGetValue("intent", out var words) ? new Word("Why.order", what, words) : new Word("Why.order_by_wording", what);
    }

    /// <summary>
    /// What follows from something else that is shown (a deal's customer, a currency) and was not said is left out; of what only we call so, the words are
    /// shown.
    /// </summary>
    private static IEnumerable<SlotFact> Facts(Act act, Understanding order, IReadOnlyDictionary<string, string> names)
    {
        foreach (var (slot, value) in order.Slots)
        {
            var fact = SlotFact.Of(order.Slots, slot);
            fact = act.Org.Find(value) is { } person ? fact with { Value = person } : names.TryGetValue(value, out var name) ? fact with { Value = name } : fact;
            if (SlotFact.IsCode(slot))
            {
                if (slot == "field" && !PhraseBook.Standard.Reads.Contains(order.Intent)) continue;
                if (order.Words.TryGetValue(slot, out var typed)) yield return fact with { Value = new Word("Why.typed", typed) };
            }
            else if (order.Words.TryGetValue(slot, out var words)) yield return words == value ? fact : fact with { Value = new Word("Why.words", fact.Value, words) };
            else if (order.Before.Contains(slot, StringComparer.Ordinal)) yield return fact with { Value = new Word("Why.before", fact.Value) };
            else if (slot is not ("customer" or "currency" or "owner")) yield return fact;
        }
    }
}

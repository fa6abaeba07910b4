using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Promises;

/// <summary>
/// “袁总把图纸发来了”, "Neil sent the numbers": what a follow-up says that the customer has given is compared with their open promises (idea 3). The one that it fits was kept; of several it is
/// asked which; what fits none is a follow-up and nothing else.
/// </summary>
internal static class PromiseGiven
{
    private static readonly SpokenPatterns Words = new("SalesBot.Promises.promise-words.txt");

    /// <summary>Buttons beside those of the follow-up.</summary>
    private const int Most = 3;

    /// <summary>Letters of the last word of a thing in Chinese, and of the shortest English one.</summary>
    private const int Tail = 2, ShortestWord = 4;

    public static async Task<Reply> AfterAsync(Act act, Reply reply, string told, Customer customer, CancellationToken cancellationToken)
    {
        if (Given(told) is not { Count: > 0 } given)
        {
            return reply;
        }

        var open = await act.Db.Promises.Where(p => p.CustomerId == customer.Id && p.Side == PromiseSide.Theirs && p.State == PromiseState.Open).OrderBy(p => p.DueOn == null).ThenBy(p => p.DueOn).ThenBy(p => p.Id).ToListAsync(cancellationToken);
        var kept = open.FindAll(p => given.Exists(what => Fits(what, p.Content)));
        if (kept is [var one])
        {
            (one.State, one.SettledAt) = (PromiseState.Kept, act.Now);
            return reply with { Receipt = reply.Receipt!.Noting(new Word("Promise.kept_by", one.Content)) };
        }

        var buttons = kept.Take(Most).Select(p => new Button(new Word("Promise.given", Excerpt.Of(p.Content, 24)), "keep_promise", new Slots { ["promise"] = p.Key }));
        return kept.Count == 0 ? reply : reply with { Receipt = reply.Receipt!.Noting("Promise.which_kept") with { Buttons = [.. buttons, .. reply.Receipt.Buttons] } };
    }

    /// <summary>What they gave; nothing where it is denied, asked or given by us.</summary>
    private static List<string> Given(string said) =>
        [.. Words["breath"].Split(said).Where(breath => !Words["denied"].IsMatch(breath) && !Words["given_by_us"].IsMatch(breath.Trim()) && !breath.TrimEnd().EndsWith('?') && !breath.TrimEnd().EndsWith('\uFF1F'))
            .SelectMany(breath => Words["given"].Matches(breath)).Select(match => match.Groups["what"].Value.Trim().ToLowerInvariant()).Where(what => !Words["no_thing"].IsMatch(what))];

    /// <summary>The thing itself stands in the promise: its last word, what goes before it only tells which.</summary>
    private static bool Fits(string what, string promise)
    {
        if (!char.IsAsciiLetter(what[^1]))
        {
            return what.Length >= Tail && promise.Contains(what[^Tail..], StringComparison.Ordinal);
        }

        var thing = Stem(what.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]);
        return thing.Length >= ShortestWord && Array.Exists(promise.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '-'], StringSplitOptions.RemoveEmptyEntries), word => Stem(word) == thing);
    }

    private static string Stem(string word) => word.TrimEnd('s');
}

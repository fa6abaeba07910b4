using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>First the proposal, then the price (ST-15): a quote that goes out before the proposal is on record is warned about, where the process asks for a proposal at all.</summary>
internal static class QuoteOrder
{
    private const string Wanted = "document:proposal";

    public static async Task<Reply> WarnAsync(Act act, Reply reply, CancellationToken cancellationToken)
    {
        var quote = act.Db.Tracked<Quote>().FirstOrDefault(e => e.State is EntityState.Added or EntityState.Modified && e.Entity.Status == ContractStatus.InApproval)?.Entity;
        if (reply.Receipt is not { } receipt || quote?.Deal is not { } deal || !act.Process.Stages.Any(s => s.Needs.Contains(Wanted, StringComparer.Ordinal))
            || (await StageGate.CheckAsync(act.Db, deal, [Wanted], cancellationToken)).Missing.Count == 0)
        {
            return reply;
        }

        return reply with
        {
            Receipt = receipt with { Note = receipt.Note is { } note ? new Word("Format.Dot", new Word("Quote.before_proposal"), note) : new Word("Quote.before_proposal"), Buttons = [.. Gaps.All(act, deal, [Wanted]), .. receipt.Buttons] },
        };
    }
}

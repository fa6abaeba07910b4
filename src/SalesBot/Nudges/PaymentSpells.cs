using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.People;

namespace SalesBot.Nudges;

/// <summary>Payments of contracts as spells: the day on which each was due, and the one on which it came.</summary>
internal static class PaymentSpells
{
    public static Spell Of(PaymentDue payment) => new(payment.Id, Midnight(payment.DueOn), payment.PaidOn is { } paid ? Midnight(paid) : null, null);

    /// <summary>Those that were due from then on, or are still open.</summary>
    public static async Task<IReadOnlyList<Spell>> SinceAsync(Scan scan, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var (first, last) = (DateOnly.FromDateTime(Zones.Local(from, "Asia/Shanghai")), scan.Today.AddDays(NudgeFile.MostDays));
        return [.. (await scan.Db.Payments.AsNoTracking().Where(p => p.DueOn >= first && p.DueOn <= last).ToListAsync(cancellationToken)).Select(Of)];
    }

    private static DateTimeOffset Midnight(DateOnly day) => Zones.Instant(day, TimeOnly.MinValue, "Asia/Shanghai");
}

using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
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

    /// <summary>The last day on which it may still come in time: the day it is due, or the next one on which banks work.</summary>
    public static DateOnly Last(PaymentDue payment) => WorkCalendar.China.NextWorkday(payment.DueOn.AddDays(-1));

    private static DateTimeOffset Midnight(DateOnly day) => Zones.Instant(day, TimeOnly.MinValue, "Asia/Shanghai");
}

using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Reports.Export;

/// <summary>Whose records of which days a table holds.</summary>
internal sealed record ExportScope(Whose Whose, Period? Period, IReadOnlyList<object> Said)
{
    public static (ExportScope? Scope, Word? Bad) Of(Act act)
    {
        var (whose, bad) = Whose.Of(act);
        var slot = act.Slots.Text("period") ?? act.Slots.Text("date");
        var period = Period.Read(slot, act.Today);
        return whose is null ? (null, bad)
            : slot is not null && period is null ? (null, new Word("Bad.period", slot))
            : (new ExportScope(whose, period, period is null ? [whose.Label] : [whose.Label, PeriodName.Of(period, slot)]), null);
    }
}

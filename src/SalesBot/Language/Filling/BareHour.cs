using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>"12 is better", “改成4” after something at an hour: a bare number is another hour, in office time; it is never a day, which is said as one.</summary>
internal static class BareHour
{
    private const int FirstOfOffice = 8;

    public static void Read(Draft draft, Slots? known)
    {
        var clause = draft.Clause;
        if (clause.ValuesOf(ValueKind.Time, ValueKind.Date, ValueKind.DateRange, ValueKind.Duration).Any() || clause.ValuesOf(ValueKind.Number).ToList() is not [{ Number: { } number } value]) return;
        if (number != decimal.Truncate(number) || number is < 0 or > 24 || !Shorthand.IsBare(clause, value)) return;
        var slot = known?.Time("time") is not null ? "time" : known?.Time("next_time") is not null ? "next_time" : null;
        if (slot is null) return;
        draft.Slots.Set(slot, new TimeOnly((int)(number < FirstOfOffice && number > 0 ? number + 12 : number % 24), 0));
        draft.Use(value.Mark, slot);
    }
}

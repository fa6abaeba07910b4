using System.Globalization;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>How long something took, as short as it can be said: minutes under an hour, hours under two days, else days.</summary>
internal static class Length
{
    public static Word Of(double hours) => hours switch
    {
        < 1 => new Word("Length.minutes", Number(hours * 60, "0")),
        < 48 => new Word("Length.hours", Number(hours, "0.#")),
        _ => new Word("Length.days", Number(hours / 24, "0.#")),
    };

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}

using System.Runtime.InteropServices;

namespace SalesBot.Language.Dates;

/// <summary>A length of time in the units it was said in, because a month later is not 30 days later.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Length(double Years, double Months, double Days, double Seconds, double Workdays = 0)
{
    public static Length operator +(Length a, Length b) =>
        new(a.Years + b.Years, a.Months + b.Months, a.Days + b.Days, a.Seconds + b.Seconds, a.Workdays + b.Workdays);

    public static Length operator *(Length a, double n) => new(a.Years * n, a.Months * n, a.Days * n, a.Seconds * n, a.Workdays * n);

    /// <summary>A month counts 30 days and a year 365: the convention of the wire contract.</summary>
    public double TotalSeconds => (((Years * 365) + (Months * 30) + Days + Workdays) * 86400) + Seconds;

    public bool HasClock => Seconds != 0;
}

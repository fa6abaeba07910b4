using SalesBot.Words;

namespace SalesBot.Customers.Rules;

/// <summary>One number of the <see cref="CustomerRule"/>: its member in the file, what the service ships with, and between which two it may lie.</summary>
/// <param name="Unit">How it is said: <c>days</c>, <c>times</c>, <c>months</c>, <c>years</c>, <c>hours</c>, <c>money</c>.</param>
internal sealed record CustomerFigure(string Id, decimal Shipped, decimal Least, decimal Most, string Unit)
{
    public const string ClaimsADay = "claimsADay", CoolDownDays = "coolDownDays", WarnDays = "warnDays", LayerMonths = "layerMonths", LargeFrom = "largeFrom",
        YearsNew = "yearsNew", YearsLong = "yearsLong", AcceptHours = "acceptHours", ContactMonths = "contactMonths";

    private const int Longest = 3650;

    /// <summary>All of them, in the order in which they are read.</summary>
    public static IReadOnlyList<CustomerFigure> All { get; } =
    [
        new(ClaimsADay, 5, 0, 1000, "times"),
        new(CoolDownDays, 30, 0, Longest, "days"),
        new(Recycle("A"), 45, 0, Longest, "days"),
        new(Recycle("B"), 60, 0, Longest, "days"),
        new(Recycle("C"), 90, 0, Longest, "days"),
        new(Recycle(null), 90, 0, Longest, "days"),
        new(WarnDays, 5, 1, 60, "days"),
        new(LayerMonths, 24, 1, 120, "months"),
        new(LargeFrom, 1_000_000, 1, 99_000_000_000_000, "money"),
        new(YearsNew, 1, 1, 50, "years"),
        new(YearsLong, 3, 1, 50, "years"),
        new(AcceptHours, 4, 1, 400, "hours"),
        new(ContactMonths, 36, 0, 600, "months"),
    ];

    /// <summary>Days without a follow-up after which a customer of that grade goes to the pool; 0 is never.</summary>
    public static string Recycle(string? grade) => "recycleDays" + (grade is "A" or "B" or "C" ? grade : "");

    public Word Label => new("CustomerRule." + Id);

    public bool Holds(decimal value) => value >= Least && value <= Most && (Unit == "money" || value == decimal.Truncate(value));

    public Word Say(decimal value, string currency) => Unit == "money" ? new Word("Format.Plain", new Money(value, currency)) : Unit == "days" && Least > 0 ? new Word("Count.days", (int)value) : new Word("CustomerRule.unit." + Unit, (int)value);
}

namespace SalesBot.Customers.Grades;

/// <summary>The grades and how often a customer of each is to hear from us (CU-01); A comes first, B regularly.</summary>
internal static class GradeBook
{
    public static IReadOnlyList<string> All { get; } = ["A", "B", "C"];

    /// <summary>Days between two contacts at most; null: no rhythm of its own.</summary>
    public static int? Cadence(string? grade) => grade switch
    {
        "A" => 14,
        "B" => 21,
        _ => null,
    };

    /// <summary>Days by which the next contact is overdue; 0 or less where it is not, null without a rhythm.</summary>
    public static int? DaysLate(Customer customer, DateTimeOffset now) =>
        Cadence(customer.Grade) is { } days ? (int)(now - (customer.LastInteractionAt ?? customer.CreatedAt)).TotalDays - days : null;
}

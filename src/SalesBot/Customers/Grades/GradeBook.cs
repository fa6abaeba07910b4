using SalesBot.Nudges;

namespace SalesBot.Customers.Grades;

/// <summary>The grades and how often a customer of each is to hear from us (CU-01, AL-08), as the nudge rules lay it down.</summary>
internal static class GradeBook
{
    public static IReadOnlyList<string> All { get; } = ["A", "B", "C"];

    /// <summary>Days between two contacts at most; null: no rhythm of its own.</summary>
    public static int? Cadence(NudgeBook book, string? grade) => book[ContactDue.Rule].DaysFor(grade);

    /// <summary>Days by which the next contact is overdue; 0 or less where it is not, null without a rhythm.</summary>
    public static int? DaysLate(NudgeBook book, Customer customer, DateTimeOffset now) =>
        Cadence(book, customer.Grade) is { } days ? (int)(now - LastContact.Of(customer)).TotalDays - days : null;
}

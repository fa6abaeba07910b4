using SalesBot.Language;

namespace SalesBot.Customers;

/// <summary>How customers, and what is noted of them, are spoken of.</summary>
internal static class CustomerWords
{
    public static SpokenPatterns Patterns { get; } = new("SalesBot.Customers.customer-words.txt");
}

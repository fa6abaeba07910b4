using SalesBot.Conversation;
using SalesBot.Language;

namespace SalesBot.Sharing;

/// <summary>
/// The address of a deal or customer, <c>{root}deals/{key}</c> or <c>{root}customers/{key}</c>, for documents, mails and chats. It says nothing by itself: who says it to the bot,
/// or reads it where the messenger shows what is behind links, sees what they may see.
/// </summary>
internal static class RecordLink
{
    private const string Deals = "deals/", Customers = "customers/";

    private const int LongestKey = 20;

    /// <summary>The first part of each address, with its slash.</summary>
    public static IReadOnlyList<string> Folders { get; } = [Deals, Customers];

    public static string ToDeal(string key) => Deals + key;

    public static string ToCustomer(string key) => Customers + key;

    /// <summary>What shows the record, where the whole text is a link of ours; in a messenger it may stand in angle brackets.</summary>
    public static Frame? Read(string? text, Uri root)
    {
        if (!Uri.TryCreate(text?.Trim().TrimStart('<').TrimEnd('>'), UriKind.Absolute, out var link) || !root.IsBaseOf(link))
        {
            return null;
        }

        var path = root.MakeRelativeUri(link).OriginalString;
        return Key(path, Deals) is { } deal ? Orders.FromData("show_deal", new Slots { ["deal"] = deal })
            : Key(path, Customers) is { } customer ? Orders.FromData("show_customer", new Slots { ["customer"] = customer }) : null;
    }

    private static string? Key(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal) && path[folder.Length..] is { Length: > 0 and <= LongestKey } key && key.All(char.IsAsciiLetterOrDigit) ? key : null;
}

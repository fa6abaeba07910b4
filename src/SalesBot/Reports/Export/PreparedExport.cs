using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Reports.Export;

/// <summary>
/// A file that somebody asked for and may fetch for an hour: a table, or a document of theirs to see. It holds the question and not the answer: what they may see is looked up when
/// the file is fetched.
/// </summary>
internal sealed class PreparedExport
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    private const int OfferLength = 16;

    public long Id { get; set; }

    /// <summary>All that a fetch has to show; 160 random bits.</summary>
    [MaxLength(40)]
    public string Token { get; set; } = "";

    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;

    /// <summary>The slots of the order as JSON, as a button would carry them.</summary>
    public string Order { get; set; } = "{}";

    /// <summary>Also the moment that "this month" counts from.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Earlier than <see cref="Lasts"/> says where an offer of it was answered.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Where it is fetched, below the public address.</summary>
    public string Path => (Document is null ? "export/" : "documents/") + Token;

    /// <summary>The document that it is; null for a table.</summary>
    public string? Document => ReadOrder().GetValueOrDefault("document");

    /// <summary>Half of the token: it finds this without opening the link.</summary>
    public string Offer => Token[..OfferLength];

    public Dictionary<string, string> ReadOrder() => JsonSerializer.Deserialize<Dictionary<string, string>>(Order)!;

    /// <summary>By time alone, answered or not.</summary>
    public bool HasRunOut(DateTimeOffset now) => CreatedAt + Lasts <= now;

    /// <summary>It ended before its time.</summary>
    public bool WasAnswered => ExpiresAt < CreatedAt + Lasts;

    public static PreparedExport Of(Act act, IReadOnlyDictionary<string, string> order) => new()
    {
        Token = Keys.Secret(), PersonId = act.Me.Id, Order = JsonSerializer.Serialize(order), CreatedAt = act.Now, ExpiresAt = act.Now + Lasts,
    };

    public static bool IsOffer(string? text) => text?.Length == OfferLength && text.All(char.IsAsciiLetterOrDigit);
}

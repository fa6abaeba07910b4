using System.ComponentModel.DataAnnotations;
using SalesBot.People;

namespace SalesBot.Reports.Export;

/// <summary>
/// A table that somebody asked for and may fetch for an hour. It holds the question and not the answer: what they may see is looked up when
/// the file is fetched.
/// </summary>
internal sealed class PreparedExport
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

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

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Where it is fetched, below the public address.</summary>
    public string Path => "export/" + Token;
}

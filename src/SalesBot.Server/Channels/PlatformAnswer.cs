using System.Text.Json;
using SalesBot.Conversation;

namespace SalesBot.Server.Channels;

/// <summary>What a platform answered. <paramref name="Error"/> is null when it was done; <paramref name="RetryAfter"/> is set when it may be done later.</summary>
internal sealed record PlatformAnswer(JsonElement Body, string? Error = null, TimeSpan? RetryAfter = null)
{
    /// <summary>Our own database is out of reach: nothing was sent.</summary>
    public static PlatformAnswer NoNotes { get; } = new(default, "database", TimeSpan.FromSeconds(30));

    public Delivery Delivered(string? activityId) => this switch
    {
        { Error: null } => Delivery.Accepted(activityId),
        { RetryAfter: { } wait } => Delivery.RetryLater(Error, wait),
        _ => Delivery.Refused(Error),
    };
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesBot.Nudges;

/// <summary>What a rule looked at when it found something, kept with the <see cref="Finding"/> so that “why” tells what was and not what is.</summary>
/// <param name="From">When the clock began to run.</param>
/// <param name="Limit">After how long it was so, in <paramref name="Unit"/>.</param>
/// <param name="Unit"><c>days</c>, <c>workdays</c>, <c>hours</c> or <c>minutes</c>.</param>
internal sealed record Evaluation(DateTimeOffset From, int Limit, string Unit = "days")
{
    private static readonly JsonSerializerOptions Format = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The number of whoever the matter belongs to: the ladder climbs from them.</summary>
    public long? Owner { get; init; }

    /// <summary>The stage or grade whose limit it was.</summary>
    public string? Of { get; init; }

    /// <summary>What was promised before, where a promise was broken.</summary>
    public string? Promise { get; init; }

    /// <summary>The day by which whoever was told first was asked to act: nobody else hears of it before that has passed.</summary>
    public DateOnly? By { get; init; }

    /// <summary>What became of the to-do that goes with it, once whoever was told first had let it stand; null: it stayed where it was.</summary>
    public HandedOn? Handed { get; init; }

    public string Write() => JsonSerializer.Serialize(this with { Promise = Promise is { Length: > 400 } long_ ? long_[..400] : Promise }, Format);

    /// <summary>Null where nothing was kept.</summary>
    public static Evaluation? Read(string? facts) => facts is null ? null : JsonSerializer.Deserialize<Evaluation>(facts, Format);

    /// <summary>Of the same matter, whatever became of it since.</summary>
    public static bool Same(string? one, string? other) => one == other || (Read(one) is { Handed: var of } first && Read(other) is { } second && (of is not null || second.Handed is not null) && first with { Handed = null } == second with { Handed = null });
}

/// <summary>A to-do that one person let stand, and another has now: their numbers, and the day by which it is to be done.</summary>
internal sealed record HandedOn(long From, long To, DateOnly By);

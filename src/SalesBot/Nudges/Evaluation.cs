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

    public string Write() => JsonSerializer.Serialize(this with { Promise = Promise is { Length: > 400 } long_ ? long_[..400] : Promise }, Format);

    /// <summary>Null where nothing was kept.</summary>
    public static Evaluation? Read(string? facts) => facts is null ? null : JsonSerializer.Deserialize<Evaluation>(facts, Format);
}

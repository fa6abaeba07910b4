using System.Text.Json;

namespace SalesBot.Tests.Cards;

/// <summary>The first place where two JSON values differ; the order of members and the spelling of numbers do not count.</summary>
internal static class JsonDifference
{
    /// <summary>Null when they are the same.</summary>
    public static string? First(JsonElement expected, JsonElement actual, string path = "$")
    {
        if (expected.ValueKind != actual.ValueKind)
            return Say(path, expected, actual);
        return expected.ValueKind switch
        {
            JsonValueKind.Object => FirstInObjects(expected, actual, path),
            JsonValueKind.Array => FirstInArrays(expected, actual, path),
            JsonValueKind.Number => expected.GetDouble().Equals(actual.GetDouble()) ? null : Say(path, expected, actual),
            // Raw first: half an emoji is a text of JavaScript's, but .NET will not decode it.
            _ => string.Equals(expected.GetRawText(), actual.GetRawText(), StringComparison.Ordinal) || JsonElement.DeepEquals(expected, actual) ? null : Say(path, expected, actual),
        };
    }

    private static string? FirstInObjects(JsonElement expected, JsonElement actual, string path)
    {
        foreach (var member in expected.EnumerateObject())
        {
            if (!actual.TryGetProperty(member.Name, out var other))
                return $"{path}.{member.Name}: expected {member.Value.GetRawText()}, but it is not there";
            if (First(member.Value, other, $"{path}.{member.Name}") is { } difference)
                return difference;
        }

        var extra = actual.EnumerateObject().FirstOrDefault(member => !expected.TryGetProperty(member.Name, out _));
        return extra.Value.ValueKind == JsonValueKind.Undefined ? null : $"{path}.{extra.Name}: unexpected {extra.Value.GetRawText()}";
    }

    private static string? FirstInArrays(JsonElement expected, JsonElement actual, string path)
    {
        var pairs = expected.EnumerateArray().Zip(actual.EnumerateArray()).Select((pair, at) => First(pair.First, pair.Second, $"{path}[{at}]"));
        return pairs.FirstOrDefault(difference => difference is not null)
            ?? (expected.GetArrayLength() == actual.GetArrayLength() ? null : $"{path}: expected {expected.GetArrayLength()} items, got {actual.GetArrayLength()}");
    }

    private static string Say(string path, JsonElement expected, JsonElement actual) => $"{path}: expected {expected.GetRawText()}, got {actual.GetRawText()}";
}

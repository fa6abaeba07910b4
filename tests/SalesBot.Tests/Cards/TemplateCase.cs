using System.Buffers;
using System.Text;
using System.Text.Json;
using SalesBot.Cards;
using SalesBot.Tests.Npm;

namespace SalesBot.Tests.Cards;

/// <summary>A template with data and host (Undefined = none), expanded by us and by the official package.</summary>
internal sealed record TemplateCase(string Name, JsonElement Template, JsonElement Data, JsonElement Host)
{
    public JsonElement Expand()
    {
        var template = CardTemplate.Parse(Name, Encoding.UTF8.GetBytes(Template.GetRawText()));
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            template.Expand(writer, Data, Host);
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    /// <summary>One node process for all; each answer has <c>card</c> or <c>error</c>.</summary>
    public static async Task<List<JsonElement>> ExpandOfficiallyAsync(IEnumerable<TemplateCase> cases)
    {
        var input = cases.Select(one => one.Host.ValueKind == JsonValueKind.Undefined
            ? $"{{\"template\":{one.Template.GetRawText()},\"data\":{one.Data.GetRawText()}}}"
            : $"{{\"template\":{one.Template.GetRawText()},\"data\":{one.Data.GetRawText()},\"host\":{one.Host.GetRawText()}}}");
        var answers = await NodeScript.RunAsync("expand-cards.cjs", $"[{string.Join(',', input)}]");
        return [.. answers.EnumerateArray()];
    }

    /// <summary>What to complain of, or null when both give the same card or both refuse.</summary>
    public string? Compare(JsonElement official)
    {
        JsonElement ours;
        try
        {
            ours = Expand();
        }
        catch (CardException e)
        {
            return official.TryGetProperty("card", out var card) ? $"official: {card.GetRawText()}, ours: {e.Message}" : null;
        }

        return official.TryGetProperty("card", out var expected)
            ? JsonDifference.First(expected, ours)
            : $"official: {official.GetRawText()}, ours: {ours.GetRawText()}";
    }
}

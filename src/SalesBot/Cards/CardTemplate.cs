using System.Text.Json;
using SalesBot.Cards.Expressions;
using SalesBot.Cards.Templating;

namespace SalesBot.Cards;

/// <summary>
/// One card in the Adaptive Card Templating language, parsed once and expanded from any thread as often as wanted.
/// The result is the one of the npm package <c>adaptivecards-templating</c> 2.3.1, oddities included, since that is what card authors can look up
/// and what the tests compare with. Three things that it lets pass are errors of <see cref="Parse"/>: an unknown function, an unclosed
/// <c>${</c> and a binding inside a literal <c>$data</c>. One at which it fails passes here: null in a text is an empty text.
/// </summary>
internal sealed class CardTemplate
{
    private readonly TemplateNode root;

    private CardTemplate(string name, TemplateNode root) => (Name, this.root) = (name, root);

    /// <summary>The file's name without its ending.</summary>
    public string Name { get; }

    /// <summary>Reads a card; <paramref name="name"/> is what errors call it.</summary>
    /// <exception cref="CardException">Not JSON, a property twice, or an expression that cannot be read.</exception>
    public static CardTemplate Parse(string name, ReadOnlySpan<byte> utf8Json)
    {
        JsonElement json;
        try
        {
            json = JsonElement.Parse(utf8Json.StartsWith("\uFEFF"u8) ? utf8Json[3..] : utf8Json, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            throw new CardException(name, "$", e.Message, inner: e);
        }

        return json.ValueKind == JsonValueKind.Object
            ? new CardTemplate(name, new TemplateReader(name).Read(json, "$"))
            : throw new CardException(name, "$", "not an object");
    }

    /// <summary>Writes the expanded card as one JSON value. <paramref name="host"/> is what <c>$host</c> shows (language, channel); default = undefined.</summary>
    /// <exception cref="CardException">A value that the template insists on is missing, null or of another type.</exception>
    public void Expand(Utf8JsonWriter writer, JsonElement root, JsonElement host)
    {
        var data = Value.FromJson(root);
        using var buffer = new CardBuffer();
        if (!this.root.WriteValue(buffer, new Scope(data, data, Value.FromJson(host), index: null)))
            throw new CardException(Name, "$", "no value");
        writer.WriteRawValue(buffer.Written, skipInputValidation: true);
    }
}

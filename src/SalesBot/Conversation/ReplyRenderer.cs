using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using SalesBot.Cards;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>The one that speaks: turns a <see cref="View"/> into a message in the reader's language.</summary>
internal sealed class ReplyRenderer(CardStore cards, WordBook book, PublicAddress site)
{
    private const string CardWords = "Card.";

    /// <summary>Chinese as it is, not as six characters each; what is written here is never pasted into a page.</summary>
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, JsonElement> hosts = WordBook.Languages.ToDictionary(l => l, l => Host(book, l), StringComparer.Ordinal);

    /// <summary>The language a person reads: their own choice, else the messenger's locale, else Chinese.</summary>
    public static string LanguageOf(Person? person, string? locale) => person?.Language ?? (locale is null ? WordBook.Chinese : WordBook.Serving(locale));

    public Localizer For(Person? person, string? locale, DateTimeOffset now) =>
        new(book, LanguageOf(person, locale), person?.TimeZone ?? "Asia/Shanghai", now) { Site = site };

    /// <summary>For a channel that several people read.</summary>
    public Localizer In(string language, string zone, DateTimeOffset now) => new(book, language, zone, now) { Site = site };

    public RenderedReply Render(View view, Localizer reader, bool inPlace = false, IReadOnlyList<Word>? suggestions = null) =>
        new(reader.Say(view.Text) is { } text && (view.Card is not null || !string.IsNullOrWhiteSpace(text)) ? text : reader.Say("Error.nothing_to_say"), view.Card is null ? (JsonElement?)null : Card(view.Card, view.Data, reader))
        {
            Language = reader.Language,
            InPlace = inPlace,
            Subject = view.Subject,
            File = view.File is { } file ? new OfferedFile(file.Name, file.Bytes, file.Key, reader.Say(file.About)) : null,
            QuickReplies = [.. (suggestions ?? []).Select(s => reader.Say(s)).Select(s => new QuickReply(s, s))],
        };

    private JsonElement Card(string name, object? data, Localizer reader)
    {
        var json = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(json, Plain))
        {
            DataWriter.Write(writer, data, reader);
        }

        using var root = JsonDocument.Parse(json.WrittenMemory);
        var card = new ArrayBufferWriter<byte>(8192);
        using (var writer = new Utf8JsonWriter(card, Plain))
        {
            cards[name].Expand(writer, root.RootElement, hosts[reader.Language]);
        }

        return JsonElement.Parse(card.WrittenSpan);
    }

    /// <summary>What templates find under <c>$host</c>: <c>$host.lang</c>, and the labels <c>Card.X</c> as <c>$host.w.X</c>.</summary>
    private static JsonElement Host(WordBook book, string language)
    {
        var labels = book.In(language).Where(w => w.Key.StartsWith(CardWords, StringComparison.Ordinal)).ToDictionary(w => w.Key[CardWords.Length..], w => w.Value, StringComparer.Ordinal);
        return JsonSerializer.SerializeToElement(new { lang = language, w = labels });
    }
}

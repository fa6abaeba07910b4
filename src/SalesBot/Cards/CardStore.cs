using System.Text.Json;
namespace SalesBot.Cards;
internal sealed class CardTemplate { private readonly int x = 1; public void Expand(Utf8JsonWriter writer, JsonElement root, JsonElement host) { writer.WriteStartObject(); writer.WritePropertyName("root" + x); root.WriteTo(writer); writer.WritePropertyName("host"); host.WriteTo(writer); writer.WriteEndObject(); } }
internal sealed class CardStore { public static CardStore Load(string d) => d.Length > 3 ? new() : throw new ArgumentException(d, nameof(d));  private readonly CardTemplate t = new(); public CardTemplate this[string name] => name.Length > 0 ? t : throw new KeyNotFoundException(name); }

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>One stage of a <see cref="ProcessFile"/>.</summary>
internal static partial class StageRow
{
    private const int LongestName = 40;
    private const int LongestText = 400;
    private const int LongestStall = 365;
    private const int LongestReorder = 3650;
    private static readonly string[] Taken = [SalesProcess.Lost, "next", "back"];

    /// <summary>The stage as far as it can be read; what cannot is added to the faults.</summary>
    public static Stage Read(JsonObject row, int number, List<ProcessFault> faults)
    {
        var id = row["id"] is JsonValue own && own.TryGetValue<string>(out var given) ? given : "";
        Check(IsId(id), "id", new Word("Process.bad.id", Excerpt.Of(id)));
        return new Stage(id, Number("probability", 100), Number("stallDays", LongestStall), Wants("needs"), Wants("advises"))
        {
            Name = Said("name", LongestName), Responsible = Named<Role>("responsible"), Review = Named<ReviewMode>("review") ?? ReviewMode.None, ReorderDays = row.ContainsKey("reorderDays") ? Number("reorderDays", LongestReorder) : null,
            KeyActions = Said("keyActions", LongestText), Standard = Said("standard", LongestText), Output = Said("output", LongestText),
        };

        void Check(bool fine, string column, Word text)
        {
            if (!fine)
            {
                faults.Add(new ProcessFault(number, column, text));
            }
        }

        int Number(string name, int most)
        {
            var read = row[name] is JsonValue value && value.TryGetValue<int>(out var given) ? given : row.ContainsKey(name) ? -1 : 0;
            Check(read >= 0 && read <= most, name, new Word("Process.bad.number", most));
            return read;
        }

        IReadOnlyList<string> Wants(string name)
        {
            List<string> all = row[name] is JsonArray list ? [.. list.Select(want => want?.ToString() ?? "")] : [];
            Check(row[name] is null or JsonArray, name, "Process.bad.list");
            all.ForEach(want => Check(StageGate.Knows(want), name, new Word("Process.bad.want", Excerpt.Of(want))));
            return all;
        }

        T? Named<T>(string name)
            where T : struct, Enum
        {
            var text = (row[name] as JsonValue)?.ToString().Replace("_", "", StringComparison.Ordinal);
            var known = Enum.GetNames<T>().FirstOrDefault(one => one.Equals(text, StringComparison.OrdinalIgnoreCase));
            Check(known is not null || row[name] is null, name, new Word("Process.bad.name", Excerpt.Of(row[name]?.ToString())));
            return known is null ? null : Enum.Parse<T>(known);
        }

        LocalText? Said(string name, int most)
        {
            var said = row[name] switch
            {
                null => null,
                JsonObject both => new LocalText((both["en"] as JsonValue)?.ToString(), (both["zh"] as JsonValue)?.ToString()),
                JsonValue text when text.TryGetValue<string>(out var plain) => LocalText.Of(plain),
                _ => LocalText.Of(""),
            };
            Check(said is null || new[] { said.En, said.Zh }.OfType<string>().ToList() is { Count: > 0 } texts && texts.TrueForAll(t => t.Length <= most && !string.IsNullOrWhiteSpace(t)), name, new Word("Process.bad.text", most));
            return said;
        }
    }

    public static JsonNode Write(Stage stage)
    {
        var row = new JsonObject { ["id"] = stage.Id };
        Put("name", stage.Name);
        row["probability"] = stage.Probability;
        row["stallDays"] = stage.StallDays;
        row["needs"] = JsonSerializer.SerializeToNode(stage.Needs);
        row["advises"] = JsonSerializer.SerializeToNode(stage.Advises);
        if (stage.Responsible is { } role)
        {
            row["responsible"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(role.ToString());
        }

        if (stage.Review != ReviewMode.None)
        {
            row["review"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(stage.Review.ToString());
        }

        if (stage.ReorderDays is { } days)
        {
            row["reorderDays"] = days;
        }

        Put("keyActions", stage.KeyActions);
        Put("standard", stage.Standard);
        Put("output", stage.Output);
        return row;

        void Put(string name, LocalText? text)
        {
            if (text is not null)
            {
                row[name] = text.En == text.Zh ? text.En : new JsonObject(new[] { KeyValuePair.Create("en", text.En), KeyValuePair.Create("zh", text.Zh) }.Where(t => t.Value is not null).Select(t => KeyValuePair.Create(t.Key, (JsonNode?)t.Value)));
            }
        }
    }

    /// <summary>May a new stage be called so inside: lower-case letters, digits and low lines.</summary>
    public static bool IsId(string id) => Id().IsMatch(id) && !Taken.Contains(id, StringComparer.Ordinal);

    [GeneratedRegex("^[a-z][a-z0-9_]{0,39}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Id();
}

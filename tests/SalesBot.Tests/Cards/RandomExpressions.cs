using System.Text.Json;

namespace SalesBot.Tests.Cards;

/// <summary>
/// Expressions as nobody would write them, the same ones for the same seed. Without int, float and indexOf: what <c>||</c> gives when they fail
/// as its last argument (NaN, -1) is the one thing that ours does not copy.
/// </summary>
internal sealed class RandomExpressions(int seed)
{
    private static readonly string[] Atoms =
    [
        "a", "b.c", "b['c']", "list", "list[0]", "list[7]", "list[-1]", "rows[1].name", "rows[i].name", "rows[9].name", "text", "Text", "nil", "gone", "gone.x", "yes", "no", "n", "i", "neg", "half", "zero", "blank",
        "$root.a", "$data.text", "$index", "$host.lang", "digits", "mixed", "b", "none", "1", "2.5", "0", "'x'", "''", "'it\\'s'", "\"q\"", "true", "false", "null", "'10'", "'c'", "[1, 'x']", "{k: 1}", "json('[1,null]')",
    ];

    private static readonly string[] Operators = ["+", "-", "*", "/", " % ", "^", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "&", "??"];

    private static readonly string[] One =
    [
        "not", "exists", "empty", "bool", "length", "count", "first", "last", "string", "toUpper", "toLower", "trim", "abs", "floor", "ceiling", "round", "sum", "min", "max", "concat", "coalesce", "and", "or", "json", "jsonStringify", "split",
    ];

    private static readonly string[] Two =
        ["equals", "greater", "lessOrEquals", "contains", "concat", "join", "add", "sub", "mul", "div", "mod", "exp", "min", "max", "coalesce", "and", "or", "startsWith", "endsWith", "split", "round", "substring", "formatNumber", "createArray"];

    private readonly Random random = new(seed);

    public static JsonElement Data { get; } = JsonElement.Parse(
        """{"a":"A","b":{"c":"deep","d":null},"list":[3,1,2],"rows":[{"name":"x"},{"name":"y"}],"text":"some text","nil":null,"yes":true,"no":false,"n":1234.5,"i":1,"neg":-7,"half":0.5,"zero":0,"blank":"","digits":"42","mixed":[1,"b",null,[2]],"none":[]}""");

    public TemplateCase Next()
    {
        var expression = Make(3);
        var text = random.Next(3) switch { 0 => $"${{{expression}}}", 1 => $"x ${{{expression}}} y", _ => $"${{{expression}}}${{{Make(1)}}}" };
        var template = random.Next(4) == 0
            ? JsonSerializer.SerializeToElement(new Dictionary<string, object>(StringComparer.Ordinal) { ["list"] = new[] { text, "end" }, ["when"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["$when"] = $"${{{expression}}}", ["kept"] = "1" } })
            : JsonSerializer.SerializeToElement(new { v = text });
        return new TemplateCase(text, template, Data, JsonSerializer.SerializeToElement(new { lang = "zh-CN" }));
    }

    private string Make(int depth)
    {
        if (depth == 0 || random.Next(5) == 0)
            return Pick(Atoms);
        return random.Next(8) switch
        {
            0 or 1 => $"{Make(depth - 1)} {Pick(Operators)} {Make(depth - 1)}",
            2 => $"({Make(depth - 1)})",
            3 => $"{Pick(["!", "-", "+"])}{Make(depth - 1)}",
            4 or 5 => $"{Pick(One)}({Make(depth - 1)})",
            6 => $"{Pick(Two)}({Make(depth - 1)}, {Make(depth - 1)})",
            _ => random.Next(4) switch
            {
                0 => $"if({Make(depth - 1)}, {Make(depth - 1)}, {Make(depth - 1)})",
                1 => $"replace({Make(depth - 1)}, {Make(depth - 1)}, {Make(depth - 1)})",
                2 => $"{Make(depth - 1)} ? {Make(depth - 1)} : {Make(depth - 1)}",
                _ => $"{Make(depth - 1)}[{Make(depth - 1)}]",
            },
        };
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}

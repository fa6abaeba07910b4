using System.Collections.Frozen;

namespace SalesBot.Cards.Expressions;

/// <summary>Every function and operator that cards may use. One more = one line in the file of its kind; the tests compare it with the official one.</summary>
internal static class Functions
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["add"] = "+", ["sub"] = "-", ["mul"] = "*", ["div"] = "/", ["mod"] = "%", ["exp"] = "^",
        ["and"] = "&&", ["or"] = "||", ["not"] = "!", ["equals"] = "==",
        ["greater"] = ">", ["greaterOrEquals"] = ">=", ["less"] = "<", ["lessOrEquals"] = "<=",
        ["&"] = "concat", ["??"] = "coalesce",
    };

    private static readonly FrozenDictionary<string, Function> Known =
        LogicFunctions.All.Concat(NumberFunctions.All).Concat(TextFunctions.All).Concat(ListFunctions.All).Concat(FormatFunctions.All)
            .ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>A call by name or operator.</summary>
    /// <exception cref="FormatException">No such function, or arguments that cannot fit.</exception>
    public static Call Call(string name, List<Node> arguments)
    {
        if (!Known.TryGetValue(Aliases.GetValueOrDefault(name, name), out var function))
            throw new FormatException($"unknown function {name}");
        function.Validate(arguments);
        return new Call(function, arguments);
    }
}

using System.Runtime.InteropServices;

namespace SalesBot.Cards.Expressions;

/// <summary>What names mean at one place of the card: <c>$root</c>, <c>$data</c> (plain names are its members), <c>$host</c>, <c>$index</c>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Scope(Value root, Value data, Value host, int? index)
{
    public Value Root { get; } = root;

    public Value Data { get; } = data;

    public Value Host { get; } = host;

    public int? Index { get; } = index;

    public Scope With(Value newData, int? newIndex) => new(Root, newData, Host, newIndex);

    public Scope With(Value newData) => new(Root, newData, Host, Index);

    /// <summary>What a name that begins with a dollar sign stands for.</summary>
    public Value Reserved(string name)
    {
        if (Is(name, "$root"))
            return Root;
        if (Is(name, "$data"))
            return Data;
        if (Is(name, "$host"))
            return Host;
        return Is(name, "$index") && Index is { } index ? Value.Of(index) : Value.Undefined;
    }

    private static bool Is(string name, string reserved) => string.Equals(name, reserved, StringComparison.OrdinalIgnoreCase);
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace SalesBot.Cards.Expressions;

/// <summary>
/// A value inside an expression: either a piece of the data as it came (<see cref="FromData"/>, its raw JSON is copied to the card untouched)
/// or something computed. Numbers are doubles, as in JavaScript.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Value
{
    private readonly double number;
    private readonly object? reference;

    private Value(ValueKind kind, double number = 0, object? reference = null) => (Kind, this.number, this.reference) = (kind, number, reference);

    private Value(ValueKind kind, JsonElement json) => (Kind, Json, FromData) = (kind, json, true);

    public ValueKind Kind { get; }

    public bool FromData { get; }

    public JsonElement Json { get; }

    public static Value Undefined => default;

    public static Value Null => new(ValueKind.Null);

    public bool IsNullish => Kind is ValueKind.Undefined or ValueKind.Null;

    public bool IsError => Kind == ValueKind.Error;

    public bool IsText => Kind == ValueKind.Text;

    public bool IsList => Kind == ValueKind.List;

    public bool IsNumber => Kind == ValueKind.Number && !double.IsNaN(Number);

    public bool IsInteger => Kind == ValueKind.Number && double.IsInteger(Number);

    /// <summary>The language's idea of true: everything but false, null and undefined.</summary>
    public bool IsTrue => Kind == ValueKind.Boolean ? Truth : !IsNullish;

    public bool Truth => FromData ? Json.ValueKind == JsonValueKind.True : number != 0;

    public double Number => FromData ? Json.GetDouble() : number;

    public string Text => FromData ? Json.GetString()! : (string)reference!;

    /// <summary>What is left of an Error where it is overlooked.</summary>
    public Value Overlooked => number != 0 ? Of(false) : Undefined;

    /// <summary>The Error of a function whose argument this Error is.</summary>
    public Value PassedOn => new(ValueKind.Error, reference: reference);

    /// <summary>Why it failed; only of an Error.</summary>
    public string Reason => (string)reference!;

    public static Value Of(bool value) => new(ValueKind.Boolean, value ? 1 : 0);

    public static Value Of(double value) => new(ValueKind.Number, value);

    public static Value Of(string value) => new(ValueKind.Text, reference: value);

    public static Value Of(Value[] items) => new(ValueKind.List, reference: items);

    public static Value Of(KeyValuePair<string, Value>[] members) => new(ValueKind.Map, reference: members);

    public static Value Error(string reason) => new(ValueKind.Error, reference: reason);

    /// <summary>The failure of a question, which still counts as a no where failures are overlooked.</summary>
    public static Value FailedQuestion(string reason) => new(ValueKind.Error, number: 1, reason);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Value FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => new(ValueKind.Text, json),
        JsonValueKind.Number => new(ValueKind.Number, json),
        JsonValueKind.Object => new(ValueKind.Map, json),
        JsonValueKind.Array => new(ValueKind.List, json),
        JsonValueKind.True or JsonValueKind.False => new(ValueKind.Boolean, json),
        JsonValueKind.Null => Null,
        _ => Undefined,
    };

    /// <summary>How many items a list, or members a map, has.</summary>
    public int Count => FromData
        ? Kind == ValueKind.List ? Json.GetArrayLength() : Json.GetPropertyCount()
        : ((Array)reference!).Length;

    public Value Item(int index) => FromData ? FromJson(Json[index]) : ((Value[])reference!)[index];

    public Value[] Items() => FromData ? [.. Json.EnumerateArray().Select(FromJson)] : (Value[])reference!;

    public KeyValuePair<string, Value>[] Members() => FromData
        ? [.. Json.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, FromJson(member.Value)))]
        : (KeyValuePair<string, Value>[])reference!;
}

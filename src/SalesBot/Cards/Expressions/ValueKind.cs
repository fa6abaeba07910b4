namespace SalesBot.Cards.Expressions;

/// <summary>What a value of the expression language is. Undefined (not there) and Null (there, and null) are told apart, as in JavaScript.</summary>
internal enum ValueKind : byte
{
    Undefined,
    Null,
    Boolean,
    Number,
    Text,
    List,
    Map,

    /// <summary>The expression failed; most functions pass it on, comparisons and logic take it as false.</summary>
    Error,
}

namespace SalesBot.Cards.Expressions;

/// <summary>What an expression can give, as far as that is known before any data is; Anything fits everywhere.</summary>
[Flags]
internal enum Shape : byte
{
    None = 0,
    Boolean = 1,
    Number = 2,
    Anything = 4,
    Text = 8,
    List = 16,
}

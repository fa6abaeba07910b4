namespace SalesBot.Cards.Expressions;

internal enum TokenKind : byte
{
    End,
    Number,
    Text,
    Name,
    Symbol,
}

/// <summary>For Text, <see cref="Text"/> is the raw inside of the quotes and <see cref="Quote"/> tells which they were.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, char Quote = '\0')
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && string.Equals(Text, symbol, StringComparison.Ordinal);
}

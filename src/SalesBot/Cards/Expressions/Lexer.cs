namespace SalesBot.Cards.Expressions;

/// <summary>Cuts an expression into tokens (grammar ExpressionAntlrLexer of adaptive-expressions 4.23.3: the longest token wins, so <c>5%2</c> is no modulo).</summary>
internal static class Lexer
{
    private static readonly string[] Symbols =
        ["==", "!=", "<>", "&&", "||", "<=", ">=", "=>", "??", "+", "-", "!", "^", "*", "/", "%", "&", "<", ">", "(", ")", ".", "[", "]", "{", "}", ",", ":", "?"];

    /// <summary>All tokens, with an End behind them.</summary>
    /// <exception cref="FormatException">A character that begins no token.</exception>
    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] is ' ' or '\t' or '\uFEFF' or '\u00A0' or '\r' or '\n')
            {
                at++;
                continue;
            }

            var (token, length) = Next(text, at);
            tokens.Add(token);
            at += length;
        }

        tokens.Add(new Token(TokenKind.End, ""));
        return tokens;
    }

    /// <summary>The length of the quoted text that begins at <paramref name="at"/>, with its quotes; 0 when it does not end.</summary>
    public static int Quoted(ReadOnlySpan<char> text, int at)
    {
        var quote = text[at];
        var fallback = 0;
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] == quote)
                return i + 1 - at;
            if (text[i] != '\\' || i + 1 >= text.Length || (text[i + 1] != quote && text[i + 1] != '\\'))
                continue;
            i++;
            // Should nothing close the text further on, the quote after the backslash did.
            if (text[i] == quote)
                fallback = i + 1 - at;
        }

        return fallback;
    }

    private static (Token Token, int Length) Next(string text, int at)
    {
        var c = text[at];
        if (char.IsAsciiDigit(c))
            return Cut(TokenKind.Number, text, at, NumberLength(text, at));
        if (NameLength(text, at) is > 0 and var name && (c != '%' || name > 1))
            return Cut(TokenKind.Name, text, at, name);
        if (c is '\'' or '"')
        {
            var length = Quoted(text, at);
            return length > 0
                ? (new Token(TokenKind.Text, text.Substring(at + 1, length - 2), c), length)
                : throw new FormatException("unclosed text");
        }

        var symbol = Array.Find(Symbols, symbol => text.AsSpan(at).StartsWith(symbol, StringComparison.Ordinal));
        return symbol is null ? throw new FormatException($"unexpected {c}") : (new Token(TokenKind.Symbol, symbol), symbol.Length);
    }

    private static (Token Token, int Length) Cut(TokenKind kind, string text, int at, int length) => (new Token(kind, text.Substring(at, length)), length);

    private static int NumberLength(string text, int at)
    {
        var end = Digits(text, at);
        if (end < text.Length && text[end] == '.' && Digits(text, end + 1) is var fraction && fraction > end + 1)
            end = fraction;
        return end - at;
    }

    private static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }

    private static int NameLength(string text, int at)
    {
        var c = text[at];
        if (!char.IsAsciiLetter(c) && c is not ('_' or '#' or '@' or '$' or '%'))
            return 0;
        var end = at + (c == '@' && at + 1 < text.Length && text[at + 1] == '@' ? 2 : 1);
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
            end++;
        return end - at;
    }
}

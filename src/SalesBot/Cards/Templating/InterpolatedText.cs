using System.Text;
using SalesBot.Cards.Expressions;

namespace SalesBot.Cards.Templating;

/// <summary>
/// Cuts a string of the card into text and <c>${expressions}</c>. A backslash keeps <c>$</c> and a backtick from meaning anything;
/// a backtick alone is not allowed beside an expression.
/// </summary>
internal static class InterpolatedText
{
    /// <summary>Text pieces are constants; several in a row are one.</summary>
    /// <exception cref="FormatException">An expression that cannot be read or does not end.</exception>
    public static List<Node> Read(string text)
    {
        var pieces = new List<Node>();
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '`')
                throw new FormatException("backtick");
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '`' or '$')
            {
                plain.Append(text[at + 1]);
                at += 2;
                continue;
            }

            if (text.AsSpan(at).StartsWith("${", StringComparison.Ordinal) && !text.AsSpan(at + 2).StartsWith("}", StringComparison.Ordinal))
            {
                var length = ExpressionLength(text, at + 2);
                Flush(plain, pieces);
                pieces.Add(ExpressionParser.Parse(text.Substring(at + 2, length)));
                at += length + 3;
                continue;
            }

            plain.Append(text[at++]);
        }

        Flush(plain, pieces);
        return pieces;
    }

    private static int ExpressionLength(string text, int start)
    {
        var depth = 0;
        for (var at = start; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '{':
                    depth++;
                    break;
                case '}' when depth-- == 0:
                    return at - start;
                case '\'' or '"' when Lexer.Quoted(text, at) is > 0 and var length:
                    at += length - 1;
                    break;
                case '\'' or '"' or '`' or '\r' or '\n':
                    throw new FormatException("unclosed expression");
                default:
                    break;
            }
        }

        throw new FormatException("unclosed expression");
    }

    private static void Flush(StringBuilder plain, List<Node> pieces)
    {
        if (plain.Length > 0)
            pieces.Add(new Constant(Value.Of(plain.ToString())));
        plain.Clear();
    }
}

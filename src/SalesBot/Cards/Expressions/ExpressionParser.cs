using System.Globalization;
using System.Text.RegularExpressions;

namespace SalesBot.Cards.Expressions;

/// <summary>
/// Reads one expression (grammar ExpressionAntlrParser of adaptive-expressions 4.23.3). Its order of operators is not C#'s:
/// equality binds tighter than less-than, <c>?:</c> groups to the left.
/// </summary>
internal sealed partial class ExpressionParser
{
    private const int Conditional = 1;
    private const int RightToLeft = 10;
    private const int Tightest = 11;

    private readonly List<Token> tokens;
    private int at;

    private ExpressionParser(List<Token> tokens) => this.tokens = tokens;

    private Token Current => tokens[at];

    /// <summary>Reads what stands between <c>${</c> and <c>}</c>.</summary>
    /// <exception cref="FormatException">Not an expression, an unknown function, or arguments that cannot fit.</exception>
    public static Node Parse(string text)
    {
        var trimmed = text.Trim();
        trimmed = trimmed.StartsWith('=') ? trimmed[1..] : trimmed;
        if (trimmed.Length == 0)
            return new Constant(Value.Of(""));
        var parser = new ExpressionParser(Lexer.Read(trimmed));
        var node = parser.Expression(0);
        return parser.Current.Kind == TokenKind.End ? node : throw parser.Unexpected();
    }

    private static int Binding(Token token) => token.Kind != TokenKind.Symbol ? -1 : token.Text switch
    {
        "^" => RightToLeft,
        "*" or "/" or "%" => 9,
        "+" or "-" => 8,
        "==" or "!=" or "<>" => 7,
        "&" => 6,
        "<" or "<=" or ">" or ">=" => 5,
        "&&" => 4,
        "||" => 3,
        "??" => 2,
        "?" => Conditional,
        _ => -1,
    };

    private Node Expression(int tightness)
    {
        var left = Unary();
        while (Binding(Current) is var binding && binding >= 0 && binding >= tightness)
        {
            var symbol = Take().Text;
            if (binding == Conditional)
            {
                var yes = Expression(0);
                Expect(":");
                left = Functions.Call("if", [left, yes, Expression(Conditional + 1)]);
            }
            else
            {
                left = Functions.Call(symbol, [left, Expression(binding == RightToLeft ? binding : binding + 1)]);
            }
        }

        return left;
    }

    private Node Unary()
    {
        if (Current.Is("!"))
        {
            at++;
            return Functions.Call("!", [Expression(Tightest)]);
        }

        if (Current.Is("-") || Current.Is("+"))
            return Functions.Call(Take().Text, [new Constant(Value.Of(0)), Expression(Tightest)]);
        return Postfix(Primary());
    }

    private Node Postfix(Node node)
    {
        while (true)
        {
            if (Current.Is("."))
            {
                at++;
                if (!node.Gives.HasFlag(Shape.Anything))
                    throw new FormatException($"{node} has no members");
                node = new Member(Take(TokenKind.Name).Text, node);
            }
            else if (Current.Is("["))
            {
                at++;
                node = new Indexed(node, Expression(0));
                Expect("]");
            }
            else if (Current.Is("("))
            {
                node = Functions.Call(node.ToString()!, List("(", ")"));
            }
            else
            {
                return node;
            }
        }
    }

    private Node Primary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                at++;
                return new Constant(Value.Of(double.Parse(token.Text, CultureInfo.InvariantCulture)));
            case TokenKind.Text:
                at++;
                return new Constant(Value.Of(Unescape(token)));
            case TokenKind.Name:
                at++;
                return Word(token.Text);
            case TokenKind.Symbol when token.Is("("):
                at++;
                var inner = Expression(0);
                Expect(")");
                return inner;
            case TokenKind.Symbol when token.Is("["):
                return new ListLiteral(List("[", "]"));
            case TokenKind.Symbol when token.Is("{"):
                return MapLiteral();
            default:
                throw Unexpected();
        }
    }

    private static Node Word(string text) => text switch
    {
        "true" => new Constant(Value.Of(true)),
        "false" => new Constant(Value.Of(false)),
        "null" => new Constant(Value.Null),
        "undefined" => new Constant(Value.Undefined),
        _ => new Member(text, target: null),
    };

    private List<Node> List(string open, string close)
    {
        Expect(open);
        var items = new List<Node>();
        while (!Current.Is(close))
        {
            if (items.Count > 0)
                Expect(",");
            items.Add(Expression(0));
        }

        Expect(close);
        return items;
    }

    private MapLiteral MapLiteral()
    {
        Expect("{");
        var members = new List<KeyValuePair<string, Node>>();
        while (!Current.Is("}"))
        {
            if (members.Count > 0)
                Expect(",");
            var key = Current.Kind is TokenKind.Name or TokenKind.Text ? Take().Text : throw Unexpected();
            Expect(":");
            members.Add(KeyValuePair.Create(key, Expression(0)));
        }

        Expect("}");
        return new MapLiteral(members);
    }

    private static string Unescape(Token token)
    {
        var text = token.Text.Replace($"\\{token.Quote}", token.Quote.ToString(), StringComparison.Ordinal);
        return Escape().Replace(text, escape => escape.ValueSpan[1] switch { 'r' => "\r", 'n' => "\n", 't' => "\t", _ => @"\" });
    }

    private Token Take() => tokens[at++];

    private Token Take(TokenKind kind) => Current.Kind == kind ? Take() : throw Unexpected();

    private void Expect(string symbol)
    {
        if (!Current.Is(symbol))
            throw Unexpected();
        at++;
    }

    private FormatException Unexpected() => new(Current.Kind == TokenKind.End ? "unexpected end" : $"unexpected {Current.Text}");

    [GeneratedRegex(@"\\[rnt\\]", RegexOptions.NonBacktracking)]
    private static partial Regex Escape();
}

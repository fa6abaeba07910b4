using System.Globalization;

namespace SalesBot.Language.Verbs;

/// <summary>Reads a saying, in which of regular expressions stand: <c>. [a-c] [^a] (?:) () | ? * + {2,3}</c>, the last four with a <c>?</c> behind for as few as may be, <c>\</c> before a sign.</summary>
internal sealed class SayingParser
{
    private readonly string text;
    private int at;

    private SayingParser(string text) => this.text = text;

    /// <summary>The whole of it.</summary>
    /// <exception cref="FormatException">It has something else in it, or a bracket too many or too few.</exception>
    public static SayingNode Read(string saying)
    {
        var parser = new SayingParser(saying);
        var node = parser.Either();
        return parser.at == saying.Length ? node : throw parser.Fault();
    }

    private SayingNode Either()
    {
        List<SayingNode> parts = [Row()];
        while (Takes('|'))
        {
            parts.Add(Row());
        }

        return parts is [var one] ? one : new SayingNode.Either(parts);
    }

    private SayingNode Row()
    {
        List<SayingNode> parts = [];
        while (at < text.Length && text[at] is not ('|' or ')'))
        {
            parts.Add(Repeated(One()));
        }

        return parts is [var one] ? one : new SayingNode.Row(parts);
    }

    private SayingNode One()
    {
        switch (text[at++])
        {
            case '.': return new SayingNode.One(CharacterSet.Any);
            case '[': return new SayingNode.One(Set());
            case '(': return Group();
            case '\\': return new SayingNode.One(CharacterSet.Of(Escaped()));
            case '?' or '*' or '+' or '^' or '$': throw Fault();
            default: return new SayingNode.One(CharacterSet.Of(text[at - 1]));
        }
    }

    private SayingNode Group()
    {
        var asked = !Takes('?');
        if (!asked && !Takes(':'))
        {
            throw Fault();
        }

        var inner = Either();
        return !Takes(')') ? throw Fault() : asked ? new SayingNode.Place(inner) : inner;
    }

    private SayingNode Repeated(SayingNode part)
    {
        while (at < text.Length && Number() is var (least, most))
        {
            part = new SayingNode.Times(part, least, most, Takes('?'));
        }

        return part;
    }

    private (int Least, int? Most)? Number()
    {
        if (Takes('?'))
        {
            return (0, 1);
        }

        if (Takes('*'))
        {
            return (0, null);
        }

        if (Takes('+'))
        {
            return (1, null);
        }

        if (!Takes('{'))
        {
            return null;
        }

        var least = Count();
        var most = Takes(',') ? Count() : least;
        return Takes('}') ? (least, most) : throw Fault();
    }

    private int Count()
    {
        var from = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return int.TryParse(text.AsSpan(from, at - from), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : throw Fault();
    }

    private CharacterSet Set()
    {
        var allBut = Takes('^');
        var ranges = new List<(char, char)>();
        while (at < text.Length && text[at] != ']')
        {
            var from = Takes('\\') ? Escaped() : text[at++];
            var upTo = at + 1 < text.Length && text[at] == '-' && text[at + 1] != ']';
            at += upTo ? 1 : 0;
            ranges.Add((from, upTo ? text[at++] : from));
        }

        return Takes(']') ? new CharacterSet(ranges, allBut) : throw Fault();
    }

    private char Escaped() => at < text.Length && !char.IsAsciiLetterOrDigit(text[at]) ? text[at++] : throw Fault();

    private bool Takes(char sign)
    {
        var there = at < text.Length && text[at] == sign;
        at += there ? 1 : 0;
        return there;
    }

    private FormatException Fault() => new($"Not a saying, at {at}: {text}");
}

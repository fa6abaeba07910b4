using FsCheck;
using FsCheck.Fluent;

namespace SalesBot.Tests.Channels;

/// <summary>Payloads that were damaged on their way, or on purpose.</summary>
internal static class Mutated
{
    // Pieces that parsers trip over.
    private static readonly string[] Pieces =
        ["<", ">", "&", "]]>", "<![CDATA[", "<!DOCTYPE x [<!ENTITY y \"z\">]>", "&#0;", "{", "}", "[", "\"", "\\", "\\u0000", "\\ud800", "null", "true", "-1", "1e999", "99999999999999999999", "\0", "\ud800", "\u202e", "界", "=", "+", "%", " ", "\n"];

    /// <summary>One of the payloads with one to four changes.</summary>
    public static Arbitrary<string> Of(params string[] payloads) =>
        (from payload in Gen.Elements(payloads)
         from count in Gen.Choose(1, 4)
         from changes in Gen.ArrayOf(Change(), count)
         select changes.Aggregate(payload, (text, change) => change(text))).ToArbitrary();

    private static Gen<Func<string, string>> Change() =>
        from kind in Gen.Choose(0, 5)
        from a in Gen.Choose(0, int.MaxValue)
        from b in Gen.Choose(0, int.MaxValue)
        from piece in Gen.Elements(Pieces)
        select new Func<string, string>(text => Apply(text, kind, a, b, piece));

    private static string Apply(string text, int kind, int a, int b, string piece)
    {
        if (text.Length == 0)
        {
            return piece;
        }

        var (at, length) = (a % text.Length, 1 + (b % 12));
        var end = Math.Min(text.Length, at + length);
        return kind switch
        {
            0 => text[..at] + text[end..],
            1 => text[..end] + text[at..],
            2 => text[..at] + piece + text[at..],
            3 => text[..at] + piece + text[end..],
            4 => text[..at],
            _ => text[..at] + (char)(text[at] ^ (1 << (b % 7))) + text[(at + 1)..],
        };
    }
}

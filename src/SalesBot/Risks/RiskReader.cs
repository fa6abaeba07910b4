using System.Text.RegularExpressions;
using SalesBot.Language.Reading;
using SalesBot.Language.Text;
using SalesBot.People;

namespace SalesBot.Risks;

/// <summary>A risk in somebody's words.</summary>
/// <param name="OwnerId">Null: nobody was named to follow it.</param>
internal sealed record SpokenRisk(string Content, string? Plan, RiskLevel? Level, DateOnly? ReviewOn, long? OwnerId);

/// <summary>
/// Takes apart what was said of a risk: what may happen, the plan behind its word (“预案：…”, "plan: …"), and at the end, a breath each, how bad it is, who follows it and until when. A day or a
/// name within what may happen stays there: “刘晨下周离职” is neither a review nor an owner.
/// </summary>
internal static partial class RiskReader
{
    public static SpokenRisk Read(string said, OrgChart org, DateTime now)
    {
        var (level, day, owner) = ((RiskLevel?)null, (DateOnly?)null, (long?)null);
        var text = said.Trim();
        while (Last().Match(text) is { Success: true } last)
        {
            var breath = last.Groups["breath"].Value.Trim();
            if (level is null && LevelOf(breath) is { } bad)
            {
                level = bad;
            }
            else if (Follows(breath, org, now) is { } follows)
            {
                (day, owner) = (day ?? follows.Day, owner ?? follows.Owner);
            }
            else
            {
                break;
            }

            text = text[..last.Index];
        }

        var plan = PlanLead().Match(text);
        return plan is { Success: true, Index: > 0 }
            ? new SpokenRisk(Bare(text[..plan.Index]), Bare(text[(plan.Index + plan.Length)..]) is { Length: > 0 } then ? then : null, level, day, owner)
            : new SpokenRisk(Bare(text), null, level, day, owner);
    }

    /// <summary>Of words that say nothing but how bad it is; null for any others.</summary>
    public static RiskLevel? LevelOf(string? said) => Level().Match(said?.Trim() ?? "") is not { Success: true } match ? null
        : match.Groups["high"].Success ? RiskLevel.High : match.Groups["medium"].Success ? RiskLevel.Medium : RiskLevel.Low;

    /// <summary>Of an order that names it so: “登记一个高风险：…”, "log a high risk: …"; null where it does not.</summary>
    public static RiskLevel? OrderedLevel(string order) => Ordered().Match(order) is { Success: true } match ? LevelOf(match.Groups["level"].Value) : null;

    /// <summary>Which risk is over and why: “供应商的风险解除了：已恢复供货”, "close the supplier risk: they deliver again". Both may be empty.</summary>
    public static (string Which, string Note) Over(string said)
    {
        var match = OverPattern().Match(NormalText.Of(said).Text);
        return match.Success ? (Named().Replace(match.Groups["which"].Value, "").Trim(), match.Groups["note"].Value.Trim()) : ("", "");
    }

    /// <summary>A breath that says nothing but who follows it, or when; null for any other.</summary>
    private static (DateOnly? Day, long? Owner)? Follows(string breath, OrgChart org, DateTime now)
    {
        var rest = breath;
        var day = (DateOnly?)null;
        if (ValueReader.Read(NormalText.Of(rest), now).FirstOrDefault(v => v.Kind is ValueKind.Date or ValueKind.DateRange) is { } value)
        {
            (day, var (from, to)) = (value.Last ?? value.Date, NormalText.Of(rest).ToOriginal(value.Start, value.End));
            rest = rest[..from] + " " + rest[to..];
        }

        var named = org.Everybody.Where(p => p.Active).SelectMany(p => new[] { p.Name, p.EnglishName }.Concat(p.Aliases).OfType<string>().Where(n => n.Length > 1 && Stands(rest, n)).Select(n => (p.Id, Name: n))).ToList();
        var longest = named.Count == 0 ? 0 : named.Max(n => n.Name.Length);
        var meant = named.Where(n => n.Name.Length == longest).DistinctBy(n => n.Id).ToList();
        rest = meant.Count == 1 ? rest.Replace(meant[0].Name, " ", StringComparison.OrdinalIgnoreCase) : rest;
        return (day is not null || meant.Count == 1 || Follow().IsMatch(rest)) && OnlyFollow().IsMatch(rest) ? (day, meant.Count == 1 ? meant[0].Id : null) : null;
    }

    /// <summary>A name in Latin letters stands alone, any other anywhere.</summary>
    private static bool Stands(string text, string name)
    {
        var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && !(char.IsAsciiLetter(name[0]) && at > 0 && char.IsAsciiLetter(text[at - 1])) && !(char.IsAsciiLetter(name[^1]) && at + name.Length < text.Length && char.IsAsciiLetter(text[at + name.Length]));
    }

    private static string Bare(string text) => text.Trim(' ', ',', '.', ';', ':', '\uFF0C', '\u3002', '\uFF1B', '\uFF1A', '\n', '\r');

    /// <summary>The last breath, with the sign before it.</summary>
    [GeneratedRegex("(?<=\\S)\\s*[,;.!\\n\\uFF0C\\uFF1B\\u3002\\uFF01](?<breath>[^,;!\\n\\uFF0C\\uFF1B\\u3002\\uFF01]*?)[\\s.\\u3002!\\uFF01]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Last();

    /// <summary>预案, 应急预案, 应对措施：, 对策：… "plan:", "contingency plan is", "fallback:", behind a sign or blank.</summary>
    [GeneratedRegex("(?:^|[\\s,;.!\\uFF0C\\uFF1B\\u3002\\uFF01]+)(?:(?:\\u5E94\\u6025|\\u5E94\\u5BF9)?\\u9884\\u6848\\s*(?:\\u662F|\\u4E3A)?\\s*[:\\uFF1A]?|(?:(?:\\u5E94\\u5BF9|\\u8865\\u6551|\\u5E94\\u6025)?(?:\\u5BF9\\u7B56|\\u63AA\\u65BD|\\u529E\\u6CD5|\\u65B9\\u6848)|\\u5E94\\u5BF9)\\s*(?:\\u662F|\\u4E3A|[:\\uFF1A])|(?:the )?(?:contingency(?: plan)?|fallback(?: plan)?|mitigation(?: plan)?|back-?up plan|plan b|plan)\\s*(?:is(?: to)?\\b|[:\\uFF1A]))\\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PlanLead();

    /// <summary>高, 等级：中, 低风险, "high", "level: low".</summary>
    [GeneratedRegex("^(?:\\u98CE\\u9669)?(?:\\u7B49\\u7EA7|\\u7EA7\\u522B|\\u7A0B\\u5EA6)?(?:level|severity|priority)?\\s*(?:\\u662F|\\u4E3A|\\u5B9A\\u4E3A|is|[:\\uFF1A])?\\s*(?:(?<high>\\u9AD8|high)|(?<medium>\\u4E2D|medium|middle)|(?<low>\\u4F4E|low))(?:\\u7B49|\\u7EA7|\\u98CE\\u9669|\\u7B49\\u7EA7|\\u7EA7\\u522B|[ -]?(?:risk|level|severity|priority))*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Level();

    /// <summary>The level before the word for a risk, in the order before its colon.</summary>
    [GeneratedRegex("^[^:\\uFF1A]{0,60}?(?<level>[\\u9AD8\\u4E2D\\u4F4E]|\\b(?:high|medium|low)\\b)(?:\\u7B49\\u7EA7|\\u7EA7\\u522B|\\u7EA7|\\u7B49)?(?:\\u7684)?[ -]?(?:level )?(?:\\u98CE\\u9669|risk)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Ordered();

    /// <summary>跟进, 负责, 复查, 盯 … "follow up", "review", "owned by".</summary>
    [GeneratedRegex("\\u8DDF\\u8FDB|\\u8D1F\\u8D23|\\u590D\\u67E5|\\u590D\\u6838|\\u590D\\u76D8|\\u56DE\\u987E|\\u76EF|\\b(?:follow|followed|following|review|reviewed|own|owned|owner|responsible)\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Follow();

    /// <summary>Nothing but such words and what joins them.</summary>
    [GeneratedRegex("^(?:[\\s:\\uFF1A]|\\u7531|\\u8BF7|\\u8BA9|\\u5F52|\\u4EA4\\u7ED9|\\u6211|\\u672C\\u4EBA|\\u81EA\\u5DF1|\\u6765|\\u53BB|\\u4E4B\\u524D|\\u4EE5\\u524D|\\u524D|\\u8DDF\\u8FDB|\\u8D1F\\u8D23|\\u590D\\u67E5|\\u590D\\u6838|\\u590D\\u76D8|\\u56DE\\u987E|\\u76EF\\u7740|\\u76EF|\\u4EBA|\\u65E5\\u671F|\\u65E5|\\u662F|\\u4E3A|\\u518D|\\u770B|\\u4E00\\u4E0B|\\b(?:i|i'll|me|my|myself|will|be|to|by|on|up|it|is|with|the|date|day|again|before|until|and|for|follow|followed|following|review|reviewed|own|owned|owner|responsible|let|look|at)\\b)*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OnlyFollow();

    /// <summary>X的风险(已经)解除/关闭/消除(了)：why; close the X risk: why; the X risk is over: why.</summary>
    [GeneratedRegex("^(?:(?:\\u8BF7|\\u628A|\\u5C06)*(?:\\u5173\\u95ED|\\u5173\\u6389|\\u89E3\\u9664|\\u6D88\\u9664|\\u9500\\u6389)?(?<which>.*?)(?:\\u7684)?\\u98CE\\u9669(?:\\u9879)?(?:\\u5DF2\\u7ECF|\\u5DF2|\\u53EF\\u4EE5|\\u90FD)*(?:\\u89E3\\u9664|\\u6D88\\u9664|\\u5173\\u95ED|\\u5173\\u6389|\\u5173|\\u6CA1|\\u4E0D\\u5B58\\u5728|\\u8FC7\\u53BB|\\u9500\\u6389)?\\u4E86?(?:$|[:,.\\s\\uFF1A\\uFF0C\\u3002]+(?<note>.*))|(?:please )?(?:close|resolve|settle|lift)\\s+(?<which>.*?)\\s*risk\\b(?:$|\\s*[:,;.-]+\\s*(?<note>.*)|\\s+(?:because|as|since)\\s+(?<note>.*))|(?<which>.*?)\\s*risk (?:is|has been|was) (?:over|gone|closed|resolved|settled|lifted|past)(?:$|\\s*[:,;.-]+\\s*(?<note>.*)|\\s+(?:because|as|since)\\s+(?<note>.*)))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex OverPattern();

    /// <summary>这个, 那条, 该 … "the", "this", around the words that name a risk.</summary>
    [GeneratedRegex("^(?:\\u8FD9\\u4E2A|\\u90A3\\u4E2A|\\u8FD9\\u6761|\\u90A3\\u6761|\\u8FD9\\u9879|\\u8BE5|\\u5173\\u4E8E|\\b(?:the|this|that|our|about)\\b|\\s)+|(?:\\u8FD9\\u4E2A|\\u90A3\\u4E2A|\\u8FD9\\u6761|\\u90A3\\u6761|\\u7684|\\s)+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Named();
}

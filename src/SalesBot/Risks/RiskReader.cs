using SalesBot.Language;
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
internal static class RiskReader
{
    private static readonly SpokenPatterns Words = new("SalesBot.Risks.risk-words.txt");

    public static SpokenRisk Read(string said, OrgChart org, DateTime now)
    {
        var (level, day, owner) = ((RiskLevel?)null, (DateOnly?)null, (long?)null);
        var text = said.Trim();
        while (Words["last"].Match(text) is { Success: true } last)
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

        var plan = Words["plan"].Match(text);
        return plan is { Success: true, Index: > 0 }
            ? new SpokenRisk(Bare(text[..plan.Index]), Bare(text[(plan.Index + plan.Length)..]) is { Length: > 0 } then ? then : null, level, day, owner)
            : new SpokenRisk(Bare(text), null, level, day, owner);
    }

    /// <summary>Of words that say nothing but how bad it is; null for any others.</summary>
    public static RiskLevel? LevelOf(string? said) => Words["level"].Match(said?.Trim() ?? "") is not { Success: true } match ? null
        : match.Groups["high"].Success ? RiskLevel.High : match.Groups["medium"].Success ? RiskLevel.Medium : RiskLevel.Low;

    /// <summary>Of an order that names it so: “登记一个高风险：…”, "log a high risk: …"; null where it does not.</summary>
    public static RiskLevel? OrderedLevel(string order) => Words["ordered"].Match(order) is { Success: true } match ? LevelOf(match.Groups["level"].Value) : null;

    /// <summary>Which risk is over and why: “供应商的风险解除了：已恢复供货”, "close the supplier risk: they deliver again". Both may be empty.</summary>
    public static (string Which, string Note) Over(string said)
    {
        var match = Words["over"].Match(NormalText.Of(said).Text);
        return match.Success ? (Words["named"].Replace(match.Groups["which"].Value, "").Trim(), match.Groups["note"].Value.Trim()) : ("", "");
    }

    /// <summary>Which risk a change is of: “把供应商风险改成高”, "move the review of the supplier risk to Friday"; empty where its words name none.</summary>
    public static string Which(string said) => Words["which"].Match(NormalText.Of(said).Text) is { Success: true } match ? Words["named"].Replace(match.Groups["which"].Value, "").Trim() : "";

    /// <summary>How bad it is from now on, at the end of such a change; null where its words say none.</summary>
    public static string? NewLevel(string said) => Words["new_level"].Match(said) is { Success: true } match ? match.Groups["level"].Value : null;

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
        return (day is not null || meant.Count == 1 || Words["follow"].IsMatch(rest)) && Words["only_follow"].IsMatch(rest) ? (day, meant.Count == 1 ? meant[0].Id : null) : null;
    }

    /// <summary>A name in Latin letters stands alone, any other anywhere.</summary>
    private static bool Stands(string text, string name)
    {
        var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && !(char.IsAsciiLetter(name[0]) && at > 0 && char.IsAsciiLetter(text[at - 1])) && !(char.IsAsciiLetter(name[^1]) && at + name.Length < text.Length && char.IsAsciiLetter(text[at + name.Length]));
    }

    private static string Bare(string text) => text.Trim(' ', ',', '.', ';', ':', '\uFF0C', '\u3002', '\uFF1B', '\uFF1A', '\n', '\r');
}

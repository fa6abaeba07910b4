using System.Text;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Verbs;

/// <summary>A message in which each name and value is one character that tells its sort, and where each character came from.</summary>
internal sealed class MaskedText
{
    private const char Deal = '\uE001', Customer = '\uE002', Person = '\uE003', Contract = '\uE004', Approval = '\uE005', Day = '\uE006', Sum = '\uE007', Figure = '\uE008', Stage = '\uE009', Share = '\uE00A', Other = '\uE00B';
    private const string It = "it|this|that|this one|that one|this deal|that deal|the deal|这单|那单|这个单子?|这笔|这个商机|这个项目|它|这个|那个|刚才那个";

    private readonly StringBuilder text = new();
    private readonly List<int> places = [];
    private readonly Clause clause;

    private MaskedText(Clause clause) => this.clause = clause;

    /// <summary>What the names in sayings stand for.</summary>
    public static IReadOnlyDictionary<string, string> Named { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["deal"] = $"(?:[{Customer}](?:的|'s)? ?)?[{Deal}](?:的?(?:单子|商机|项目)| deal)?|[{Customer}](?:的?(?:单子|商机|项目)| deal)?|{It}",
        ["customer"] = $"[{Customer}{Other}]",
        ["person"] = $"[{Person}{Other}]",
        ["contract"] = $"[{Contract}{Deal}{Customer}](?:的|'s)? ?(?:合同|contract)?|(?:这个|这份|那份|该|the |this |that )?(?:合同|contract)|it",
        ["approval"] = $"[{Approval}{Contract}{Deal}{Customer}](?:的|'s)? ?(?:合同|报价单?|审批|评审|contract|quote|approval|review)?|(?:这个|这份|那份|那个|the |this |that )?(?:合同|报价单?|审批|评审|contract|quote|approval|review)|{It}",
        ["date"] = $"[{Day}](?: ?[{Day}])*",
        ["amount"] = $"[{Sum}{Figure}]",
        ["number"] = $"[{Figure}{Sum}]",
        ["stage"] = $"[{Stage}]",
        ["discount"] = $"[{Share}]",
    };

    public string Text => text.ToString();

    public static MaskedText Of(Clause clause)
    {
        var masked = new MaskedText(clause);
        for (var i = clause.From; i < clause.To;)
        {
            var (sort, end) = masked.At(i);
            masked.text.Append(end > i ? sort : clause.Message.Text[i]);
            masked.places.Add(i);
            i = end > i ? end : i + 1;
        }

        masked.places.Add(clause.To);
        return masked;
    }

    /// <summary>Where a part of the masked text stands in the message.</summary>
    public (int From, int To) Back(int from, int to) => (places[from], places[to]);

    /// <summary>The longest name or value that begins there; a name before a value.</summary>
    private (char Sort, int End) At(int start)
    {
        var best = (Sort: ' ', End: start);
        void Take(char sort, Mark mark)
        {
            if (mark.Start == start && mark.End > best.End) best = (sort, mark.End);
        }

        foreach (var mention in clause.Mentions.Where(mention => mention.Strength >= NameStrength.Sound)) Take(Sort(mention.Kind), mention.Mark);
        foreach (var mark in clause.Descriptive) Take(Deal, mark);
        foreach (var mark in clause.Strangers) Take(Other, mark);
        foreach (var mark in clause.Words("stage")) Take(Stage, mark);
        foreach (var value in clause.Values) Take(Sort(value.Kind), value.Mark);
        return best;
    }

    private static char Sort(NamedKind kind) => kind switch
    {
        NamedKind.Deal or NamedKind.Lead => Deal,
        NamedKind.Customer => Customer,
        NamedKind.Person => Person,
        NamedKind.Contract or NamedKind.Quote => Contract,
        NamedKind.Approval => Approval,
        _ => Other,
    };

    private static char Sort(ValueKind kind) => kind switch
    {
        ValueKind.Money or ValueKind.MoneyRange => Sum,
        ValueKind.Date or ValueKind.DateRange or ValueKind.Time or ValueKind.Duration => Day,
        ValueKind.Percent or ValueKind.Discount => Share,
        _ => Figure,
    };
}

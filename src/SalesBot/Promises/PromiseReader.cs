using System.Text.RegularExpressions;
using SalesBot.Language.Reading;
using SalesBot.Language.Text;

namespace SalesBot.Promises;

/// <summary>A promise in somebody's words.</summary>
/// <param name="Content">The breath that holds it, as it was typed.</param>
internal sealed record SpokenPromise(PromiseSide Side, string Content, DateOnly? DueOn);

/// <summary>
/// Finds what was promised in a report (idea 3): a breath with who ("we", “对方”), that it is still to be done ("will", "promised", “答应”, or a day to come) and what. A breath that denies or
/// asks holds none, and one without a day only where it says outright that it was promised.
/// </summary>
internal static partial class PromiseReader
{
    private const int Longest = 400;
    private const int Most = 6;

    public static IReadOnlyList<SpokenPromise> Read(string said, DateTime now) => [.. Breath().Split(Ordered().Replace(said, "")).Select(breath => Of(breath.Trim(), now)).OfType<SpokenPromise>().Take(Most)];

    private static SpokenPromise? Of(string breath, DateTime now)
    {
        var words = NormalText.Of(breath).Text.ToLowerInvariant();
        if (Denied().IsMatch(words) || words.EndsWith('?'))
        {
            return null;
        }

        var side = Side(words);
        var outright = Outright().IsMatch(words);
        var day = DayIn(breath, now);
        return side is { } who && (outright || (day is not null && Doing().IsMatch(words))) ? new SpokenPromise(who, WithoutDay(breath, now) is var what && what.Length > Longest ? what[..Longest] : what, day) : null;
    }

    /// <summary>Whoever is named first promises; null where nobody is.</summary>
    private static PromiseSide? Side(string words) => (Ours().Match(words), Theirs().Match(words)) switch
    {
        ({ Success: false }, { Success: false }) => null,
        ({ Success: true } we, { Success: true } they) => we.Index <= they.Index ? PromiseSide.Ours : PromiseSide.Theirs,
        ({ Success: true }, _) => PromiseSide.Ours,
        _ => PromiseSide.Theirs,
    };

    /// <summary>Whose promise a sentence is that is known to be one: where nobody is named, who promised is the customer.</summary>
    public static PromiseSide SideOf(string said) => Side(said.ToLowerInvariant()) ?? (Outright().IsMatch(said.ToLowerInvariant()) ? PromiseSide.Theirs : PromiseSide.Ours);

    /// <summary>Until when; null where no day to come is said.</summary>
    public static DateOnly? DayIn(string said, DateTime now) => Day(said, now) is { } value ? value.Last ?? value.Date : null;

    private static Value? Day(string said, DateTime now) =>
        ValueReader.Read(NormalText.Of(said), now).FirstOrDefault(value => value.Kind is ValueKind.Date or ValueKind.DateRange && (value.Last ?? value.Date) >= DateOnly.FromDateTime(now));

    /// <summary>What was promised, its day and the word that bounds it left out, as the day is kept by itself; the whole where nothing else is said.</summary>
    public static string WithoutDay(string breath, DateTime now)
    {
        if (Day(breath, now) is not { } day)
        {
            return breath;
        }

        var (from, to) = NormalText.Of(breath).ToOriginal(day.Start, day.End);
        var what = Lead().Replace(breath[..from], "") + Bound().Replace(breath[to..], "");
        return what.Trim() is { Length: > 1 } rest ? rest : breath;
    }

    /// <summary>在, "by", "before", "on" at the end of what stands before a day.</summary>
    [GeneratedRegex("(?:\\u5728|\\b(?:by|before|until|till|on|in))\\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Lead();

    /// <summary>之前, 以前, 前, 之内, 内 at the beginning of what stands behind a day.</summary>
    [GeneratedRegex("^\\s*(?:\\u4E4B\\u524D|\\u4EE5\\u524D|\\u524D|\\u4E4B\\u5185|\\u5185)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bound();

    /// <summary>The order to write down what comes behind it: "log a call with X:", 记一下跟进：.</summary>
    [GeneratedRegex("^\\s*(?:please )?(?:log|note|record|add|write down|jot down)\\b[^:\uFF1A,\uFF0C.]{0,80}[:\uFF1A]\\s*|^\\s*(?:\u8BF7|\u5E2E\u6211)*(?:\u8BB0|\u767B\u8BB0|\u8DDF\u8FDB|\u5F55|\u8865)[^:\uFF1A,\uFF0C\u3002]{0,40}[:\uFF1A]\\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Ordered();

    /// <summary>Between two breaths: signs of all kinds, blanks between Chinese words, and words that join.</summary>
    [GeneratedRegex("[,;.!\\n\\uFF0C\\uFF1B\\u3002\\uFF01]+(?!\\d)|(?<=[\\u4E00-\\u9FFF])\\s+(?=[\\u4E00-\\u9FFF])|\\s+(?:and|but)\\s+(?=(?:we|they|he|she|i)\\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Breath();

    /// <summary>我们, 我方, 咱们, 我 … "we", "we'll", "i'll", "i promised", unless something is given to us; and what is given to them ("给他们", "send them").</summary>
    [GeneratedRegex("(?<![\\u7ED9\\u5E2E\\u4E3A\\u66FF\\u5411])(?:\\u6211\\u4EEC|\\u6211\\u65B9|\\u54B1\\u4EEC)|[\\u7ED9\\u5E2E\\u4E3A\\u66FF\\u5411](?:\\u4ED6\\u4EEC|\\u5BF9\\u65B9|\\u5BA2\\u6237|\\u7532\\u65B9|\\u4ED6|\\u5979)|\\b(?:send|give|get|ship|quote|to|for) (?:them|him|her|the customer|the client)\\b|\\u6211(?:\\u7B54\\u5E94|\\u627F\\u8BFA|\\u4F1A|\\u6765|\\u8D1F\\u8D23|\\u4FDD\\u8BC1)|\\b(?:we|we'll|i'll|i will|i promised|we've promised|i have promised)\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ours();

    /// <summary>他们, 对方, 客户, 他, 她, …总/工/经理 + 答应/承诺/会/说 … "they", "he'll", "the customer will", unless something is given to them; and what is given to us ("给我们", "send us").</summary>
    [GeneratedRegex("(?<![\\u7ED9\\u5E2E\\u4E3A\\u66FF\\u5411])(?:\\u4ED6\\u4EEC|\\u5BF9\\u65B9|\\u7532\\u65B9)|[\\u7ED9\\u5411](?:\\u6211\\u4EEC|\\u6211\\u65B9|\\u54B1\\u4EEC)|\\b(?:send|give|get|pay|tell) (?:us|me)\\b|^(?:\\u5BA2\\u6237|\\u4ED6|\\u5979|.{1,4}(?:\\u603B|\\u5DE5|\\u7ECF\\u7406|\\u4E3B\\u4EFB|\\u79D1|\\u5382\\u957F|\\u90E8\\u957F))|(?<!\\b(?:to|for|send|give|get|ship|quote|with|tell) )\\b(?:they|he|she|they'll|he'll|she'll|the customer|the client)\\b(?! (?:asked|want|need|expect))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Theirs();

    /// <summary>答应, 承诺, 保证, 说好 … "promised", "will", "'ll", "committed".</summary>
    [GeneratedRegex("\\u7B54\\u5E94|\\u627F\\u8BFA|\\u4FDD\\u8BC1|\\u8BF4\\u597D|\\b(?:promised|promise|committed to|agreed to)\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Outright();

    /// <summary>What somebody does for the other side: 给, 发, 寄, 送, 提供, 回复, 交, 付, 出, 签, 安排, 确认 … "send", "give", "deliver", "pay".</summary>
    [GeneratedRegex("[\\u7ED9\\u53D1\\u5BC4\\u9001\\u4EA4\\u4ED8\\u51FA\\u7B7E\\u6539\\u56DE]|\\u63D0\\u4F9B|\\u56DE\\u590D|\\u5B89\\u6392|\\u786E\\u8BA4|\\u51C6\\u5907|\\u62A5|\\b(?:send|give|deliver|pay|provide|share|return|sign|confirm|prepare|quote|arrange|ship|get back|let us know|answer|reply|submit|fix|install)\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Doing();

    /// <summary>没, 不, 别, 要是, 如果 … "not", "n't", "if".</summary>
    [GeneratedRegex("[\\u6CA1\\u4E0D\\u522B]|\\u8981\\u662F|\\u5982\\u679C|\\b(?:not|never|if|unless|might|may)\\b|n't", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Denied();
}

using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>One message with all that was found in it, before anybody asks what it means.</summary>
internal sealed record Message(NormalText Text, DateTime Now)
{
    public required EntityIndex Index { get; init; }

    /// <summary>Key of the speaker.</summary>
    public required string Person { get; init; }

    public required Focus Focus { get; init; }

    public required Func<NamedRecord, bool> MaySee { get; init; }

    public required IReadOnlyList<Mention> Mentions { get; init; }

    /// <summary>Customers and deals by names that the speaker may not know of.</summary>
    public IReadOnlyList<Mark> Hidden { get; init; } = [];

    public required IReadOnlyList<Value> Values { get; init; }

    public required IReadOnlyList<LiteralHit> Hits { get; init; }

    /// <summary>It began with what is wrong (“不是明天 后天”), which is cut out.</summary>
    public bool OpensAnew { get; init; }

    public DateOnly Today => DateOnly.FromDateTime(Now);

    public string AsTyped(int start, int end) => Text.AsTyped(start, end).Trim();

    public static Message Of(string text, DateTime now, EntityIndex index, (string Person, Focus Focus, Func<NamedRecord, bool> MaySee) speaker)
    {
        var normal = NormalText.Of(text);
        var (mentions, values, hidden) = Found(normal);
        var opensAnew = false;
        while (Repairs.First(normal, mentions, values) is { Count: > 0 } takenBack)
        {
            opensAnew |= takenBack[0].Start == 0;
            foreach (var span in takenBack.Reverse()) normal = normal.Without(span.Start, span.End);
            (mentions, values, hidden) = Found(normal);
        }

        var hits = HitFilter.Keep(PhraseBook.Standard, normal.Text, mentions);
        return new Message(normal, now)
        {
            Index = index,
            Person = speaker.Person,
            Focus = speaker.Focus,
            MaySee = speaker.MaySee,
            Mentions = mentions,
            Hidden = hidden,
            Hits = hits,
            Values = values,
            OpensAnew = opensAnew,
        };

        (IReadOnlyList<Mention> Mentions, IReadOnlyList<Value> Values, IReadOnlyList<Mark> Hidden) Found(NormalText said)
        {
            var (names, unseen) = MentionFinder.Find(index, said, speaker.MaySee);
            names = [.. names, .. DescribedDeals.Find(index, said.Text, names, speaker.MaySee)];
            return (names, ValueReader.Read(said, now, names), unseen);
        }
    }
}

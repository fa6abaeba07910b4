using System.Collections.Concurrent;
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

    /// <summary>Whether the speaker's role has a command; a reading that would only be refused gives way to one that is not.</summary>
    public Predicate<string> May { get; init; } = _ => true;

    /// <summary>What waits for the speaker's decision.</summary>
    public required Desk Desk { get; init; }

    public required IReadOnlyList<Mention> Mentions { get; init; }

    /// <summary>Names of customers and deals that the speaker may not know of, and of companies that nobody has recorded.</summary>
    public IReadOnlyList<Mark> Strangers { get; init; } = [];

    public required IReadOnlyList<Value> Values { get; init; }

    public required IReadOnlyList<LiteralHit> Hits { get; init; }

    /// <summary>Names of others, of one order for several, that each of its parts is read without.</summary>
    public IReadOnlyList<Mark> Besides { get; init; } = [];

    /// <summary>It began with what is wrong (“不是明天 后天”), which is cut out.</summary>
    public bool OpensAnew { get; init; }

    /// <summary>The days and sums that are not meant: "not yesterday, Monday", "12 and not 10".</summary>
    public IReadOnlyList<Value> NotMeant { get; init; } = [];

    /// <summary>The customers and deals that are not meant, which is cut out: "the spares, not the pumps".</summary>
    public IReadOnlyList<Mention> NotNamed { get; init; } = [];

    /// <summary>What may be meant by a name that nobody knows, as far as it was asked for.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<string>> Near { get; } = new(1, 1, StringComparer.Ordinal);

    public DateOnly Today => DateOnly.FromDateTime(Now);

    public string AsTyped(int start, int end) => Text.AsTyped(start, end).Trim();

    public static Message Of(string text, DateTime now, EntityIndex index, (string Person, Focus Focus, Func<NamedRecord, bool> MaySee) speaker)
    {
        var found = Findings.In(Hesitation.Without(NormalText.Of(text)), now, index, speaker);
        var opensAnew = false;
        var (notMeant, notNamed) = (new List<Value>(), new List<Mention>());
        while (Repairs.First(found.Text, found.Words, found.Mentions, found.Values, now) is { Count: > 0 } takenBack)
        {
            notMeant.AddRange(found.Values.Where(value => IsKept(value) && takenBack.Any(span => value.Mark.Overlaps(span.Start, span.End))));
            notNamed.AddRange(found.Mentions.Where(name => name.Kind is NamedKind.Customer or NamedKind.Deal && takenBack.Any(span => name.Mark.Overlaps(span.Start, span.End))));
            opensAnew |= Repairs.Opens(found.Text.Text, takenBack[0].Start, found.Words);
            var left = found.Text;
            foreach (var span in takenBack.Reverse()) left = left.Without(span.Start, span.End);
            found = Findings.In(left, now, index, speaker);
        }

        var message = new Message(found.Text, now)
        {
            Index = index,
            Person = speaker.Person,
            Focus = speaker.Focus,
            MaySee = speaker.MaySee,
            Desk = new Desk(index, found.Text, speaker.Person, speaker.MaySee),
            Mentions = found.Mentions,
            Strangers = found.Strangers,
            Hits = HitFilter.Keep(PhraseBook.Standard, found.Text.Text, found.Words, found.Names),
            Values = found.Values,
            OpensAnew = opensAnew,
            NotMeant = notMeant,
            NotNamed = notNamed,
        };
        message = Pronouns.Find(message) is [_, ..] spoken ? message with { Mentions = [.. message.Mentions.Concat(spoken).OrderBy(mention => mention.Start)] } : message;
        message = OtherDay.In(SpokenDays.In(message));
        var values = ValueReader.WithoutDenied(message.Text, message.Values, found.Words);
        if (values.Count == message.Values.Count) return message;
        notMeant.AddRange(message.Values.Except(values).Where(value => IsKept(value) && !values.Any(other => other.Start == value.Start)));
        return message with { Values = values, OpensAnew = true };
    }

    private static bool IsKept(Value value) => value.Date is not null || value.Kind is ValueKind.Money or ValueKind.Number;
}

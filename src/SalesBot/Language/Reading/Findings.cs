using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>The words, names and values of a text, before anything that was taken back is cut out.</summary>
internal sealed record Findings(NormalText Text, IReadOnlyList<LiteralHit> Words)
{
    public required IReadOnlyList<Mention> Mentions { get; init; }

    /// <summary>Names of customers and deals that the speaker may not know of, and of companies that nobody has recorded.</summary>
    public required IReadOnlyList<Mark> Strangers { get; init; }

    public required IReadOnlyList<Value> Values { get; init; }

    /// <summary>Places where no word of ours is meant: names of companies and people, known or not.</summary>
    public IReadOnlyList<Mark> Names =>
        [.. Mentions.Where(mention => mention is { Strength: >= NameStrength.Short, Kind: NamedKind.Customer or NamedKind.Deal or NamedKind.Contact or NamedKind.Person }).Select(mention => mention.Mark), .. Strangers];

    /// <summary>What the deals are called that are named or belong to whoever is.</summary>
    private static IEnumerable<string> NamesOf(IReadOnlyList<Mention> mentions, EntityIndex index) => mentions.Where(mention => mention.Kind is NamedKind.Customer or NamedKind.Deal).SelectMany(mention => mention.Records)
        .SelectMany(record => record.Kind == NamedKind.Deal ? [record] : index.Of(record.Key, NamedKind.Deal)).Select(deal => deal.Name);

    public static Findings In(NormalText text, DateTime now, EntityIndex index, (string Person, Focus Focus, Func<NamedRecord, bool> MaySee) speaker)
    {
        var words = PhraseBook.Standard.Find(text.Text).ToList();
        words.AddRange([.. Misspelt.Find(text.Text, words)]);
        var values = ValueReader.Restated(text, ValueReader.Read(text, now), words);
        if (speaker.Focus.List.Count + speaker.Focus.Choices.Count > 0) values = ValueReader.WithoutPlaces(text, values, words);
        var plain = new PlainWords(text, values, words);
        var (mentions, hidden) = MentionFinder.Find(index, text, speaker.MaySee, plain.Without);
        mentions = RecordNumbers.WithoutQuarters([.. mentions, .. DescribedDeals.Find(index, text.Text, mentions, speaker.MaySee)], text, words);
        var strangers = new Strangers(text, mentions, values, words).Find(index);
        var alike = strangers.ConvertAll(name => (Name: name, Known: MentionFinder.Alike(index, text, name, speaker.MaySee)));
        strangers = [.. alike.Where(pair => pair.Known.Count == 0).Select(pair => pair.Name)];
        mentions = [.. mentions.Where(mention => !alike.Exists(pair => mention.Length < pair.Name.End - pair.Name.Start && pair.Name.Overlaps(mention.Start, mention.End))), .. alike.SelectMany(pair => pair.Known)];
        var begun = mentions.Any(mention => mention is { Kind: NamedKind.Customer or NamedKind.Deal, Strength: > NameStrength.Tail }) ? [] : Beginnings.Find(index, text, (mentions, values, words), speaker.MaySee);
        mentions = [.. mentions, .. begun];
        strangers = strangers.FindAll(name => !begun.Exists(mention => mention.Start == name.Start && mention.End == name.End));
        strangers.AddRange(plain.Without(hidden).Select(name => name.Mark).Where(name => !strangers.Exists(other => other.Overlaps(name.Start, name.End))));
        return new Findings(text, words) { Mentions = Namesakes.Apart(mentions, speaker.Focus, index), Strangers = strangers, Values = ValueReader.WithoutCounted(text, ValueReader.Without(text, ValueReader.BehindNames(text, values, mentions, now), mentions, strangers), NamesOf(mentions, index)) };
    }
}

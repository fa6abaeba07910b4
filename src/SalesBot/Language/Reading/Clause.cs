using SalesBot.Language.Filling;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>A part [From, To) of a message and everything found in it, as the phrase rules see it.</summary>
internal sealed class Clause
{
    private IReadOnlyList<ScoredIntent>? _byRules;
    private IReadOnlyList<ScoredIntent>? _ranked;
    private IReadOnlyList<Claim>? _claims;
    private IReadOnlyList<Mark>? _descriptive;
    private HashSet<Mark>? _names;
    private IReadOnlyList<(int Start, int End)>? _breaths;
    private Dictionary<(int From, int To), Clause>? _parts;
    private readonly Dictionary<int, IReadOnlyList<Mark>>? _words;

    public Clause(Message message, int from, int to)
    {
        (Message, From, To) = (message, from, to);
        Marks = new Marks(message.Text.Text, from, to);
        Mentions = [.. message.Mentions.Where(mention => mention.Start >= from && mention.End <= to)];
        Values = [.. message.Values.Where(value => value.Start >= from && value.End <= to)];
        Strangers = [.. message.Strangers.Where(name => name.Start >= from && name.End <= to)];
        Quoted = QuotedTask.Find(this);
        ClauseMarks.Fill(this);
        _words = [];
    }

    public Message Message { get; }

    public int From { get; }

    public int To { get; }

    public Marks Marks { get; }

    public IReadOnlyList<Mention> Mentions { get; }

    public IReadOnlyList<Value> Values { get; }

    /// <summary>Names that nobody has recorded, or that the speaker may not know of.</summary>
    public IReadOnlyList<Mark> Strangers { get; }

    /// <summary>The title of a to-do that is said to be done; its words mean nothing else.</summary>
    public Mark? Quoted { get; }

    /// <summary>What it says of the approval that it means, if it means one.</summary>
    public IReadOnlyList<Claim> Claims => _claims ??= ApprovalClaims.Of(this);

    /// <summary>Where somebody or something is named, known or not.</summary>
    public IReadOnlySet<Mark> Names => _names ??= [.. Mentions.Select(mention => mention.Mark), .. Strangers];

    public Focus Focus => Message.Focus;

    public EntityIndex Index => Message.Index;

    /// <summary>What the rules of the phrase book alone say, best first.</summary>
    public IReadOnlyList<ScoredIntent> ByRules => _byRules ??= IntentScorer.ByRules(Marks);

    /// <summary>Rules and the model together, best first.</summary>
    public IReadOnlyList<ScoredIntent> Ranked => _ranked ??= IntentScorer.Score(this);

    /// <summary>Deals called by their own part of the name.</summary>
    public IReadOnlyList<Mark> Descriptive => _descriptive ??= DescriptiveParts.Of(this);

    /// <summary>The breath groups, in their order.</summary>
    public IReadOnlyList<(int Start, int End)> Breaths => _breaths ??= Segments.Of(Message.Text.Text, From, To);

    /// <summary>Nothing, or nothing but blanks, stands from one place to the other, which is not before it.</summary>
    public bool IsBlank(int from, int to) => from <= to && Message.Text.Slice(from, to).IsWhiteSpace();

    /// <summary>One stands right behind the other, whichever comes first.</summary>
    public bool AreBeside(Mark one, Mark other) => IsBlank(one.End, other.Start) || IsBlank(other.End, one.Start);

    public ReadOnlySpan<char> Span => Message.Text.Slice(From, To);

    /// <summary>What stands in [from, to) read for itself, with all that is known around the message; once, however many ask.</summary>
    public Clause Part(int from, int to)
    {
        if (from == From && to == To) return this;
        _parts ??= [];
        if (!_parts.TryGetValue((from, to), out var part)) _parts[(from, to)] = part = new Clause(Message, from, to);
        return part;
    }

    public bool Has(int key) => Marks.Has(key);

    public IEnumerable<Mention> Named(NamedKind kind, NameStrength atLeast = NameStrength.Sound) =>
        Mentions.Where(mention => mention.Kind == kind && mention.Strength >= atLeast);

    public IEnumerable<Value> ValuesOf(params ValueKind[] kinds) => Values.Where(value => kinds.Contains(value.Kind));

    /// <summary>The value of the first word of a list found here: <c>won</c> for 签约 in <c>[stage]</c>. The longest wins at one place.</summary>
    public string? Word(string list) => Words(list).FirstOrDefault().Value;

    /// <summary>Words of a list, longest first at one place, none inside another.</summary>
    /// <exception cref="KeyNotFoundException">There is no such list.</exception>
    public IReadOnlyList<Mark> Words(string list)
    {
        var key = PhraseBook.Standard.Lists[list];
        var marks = Marks.Of(key);
        if (marks.Count < 2) return marks;
        // While the clause is still being filled, a list may grow.
        if (_words is null) return Apart(marks);
        if (!_words.TryGetValue(key, out var words)) _words[key] = words = Apart(marks);
        return words;
    }

    private static List<Mark> Apart(IReadOnlyList<Mark> marks)
    {
        var kept = new List<Mark>();
        foreach (var mark in marks.OrderByDescending(mark => mark.End - mark.Start).ThenBy(mark => mark.Start))
        {
            if (!kept.Exists(other => other.Overlaps(mark.Start, mark.End))) kept.Add(mark);
        }

        kept.Sort((a, b) => a.Start.CompareTo(b.Start));
        return kept;
    }
}

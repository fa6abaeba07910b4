using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using SalesBot.Conversation;
using SalesBot.Nudges;
using SalesBot.Words;

namespace SalesBot.Tests.Conventions;

/// <summary>What the bot says: both languages alike, nothing missing, nothing in code or cards.</summary>
public sealed class WordTests
{
    private static readonly WordBook Book = new();
    private static readonly HashSet<string> Keys = [.. Book.In(WordBook.English).Keys];
    private static readonly IReadOnlyList<Command> Commands = [.. CommandTable.Scan().All];

    [Fact]
    public void Both_languages_have_the_same_keys()
    {
        var (english, chinese) = (Book.In(WordBook.English).Keys, Book.In(WordBook.Chinese).Keys);
        Violations.None(english.Except(chinese, StringComparer.Ordinal).Select(k => "only English: " + k).Concat(chinese.Except(english, StringComparer.Ordinal).Select(k => "only Chinese: " + k)));
    }

    [Fact]
    public void Both_languages_hold_the_same_places_for_values()
    {
        var different = Keys.Where(k => !Places(WordBook.English, k).SetEquals(Places(WordBook.Chinese, k)) && !k.EndsWith(".one", StringComparison.Ordinal) && !SaidOtherwise.Contains(k));
        Violations.None(different.Select(k => $"{k}: {{{string.Join(',', Places(WordBook.English, k))}}} ≠ {{{string.Join(',', Places(WordBook.Chinese, k))}}}"));
    }

    /// <summary>What counts and may count one thing says so: by a twin <c>Key.one</c> of a number that comes first, else by a word <c>Count.X</c> of its own.</summary>
    [Fact]
    public void A_word_that_counts_says_one_thing_as_one()
    {
        var counting = Keys.Where(k => !k.EndsWith(".one", StringComparison.Ordinal) && Counted.IsMatch(Book.Get(WordBook.English, k)) && !AlwaysSeveral.Contains(k));
        Violations.None(counting.Where(k => !Keys.Contains(k + ".one") || !Counted.Match(Book.Get(WordBook.English, k)).Value.StartsWith("{0}", StringComparison.Ordinal)).Select(k => $"{k}: {Book.Get(WordBook.English, k)}"));
    }

    [Fact]
    public void No_word_is_empty_and_each_is_in_its_language()
    {
        Assert.DoesNotContain(Keys, k => string.IsNullOrEmpty(Book.Get(WordBook.English, k)) && string.IsNullOrEmpty(Book.Get(WordBook.Chinese, k)));
        Assert.DoesNotContain(Keys, k => Cjk.IsMatch(Book.Get(WordBook.English, k)) && !Bilingual.Contains(k));
    }

    [Fact]
    public void Every_command_has_a_title_and_a_question_for_each_slot_that_it_asks_for() =>
        Assert.DoesNotContain(Commands.SelectMany(c => c.Spec.Requires.Concat(c.Spec.MayAsk).Select(slot => $"Ask.{c.Spec.Id}.{slot}").Prepend("Command." + c.Spec.Id)), k => !Keys.Contains(k));

    [Fact]
    public void Every_topic_of_help_has_a_title() =>
        Violations.None(Commands.Where(c => c.Spec.InHelp).Select(c => c.GetType().Namespace!.Split('.')).Where(folders => !Keys.Contains("Topic." + folders[^1]) && !Keys.Contains("Topic." + folders[1])).Select(folders => string.Join('.', folders)));

    [Fact]
    public void Every_key_that_stands_whole_in_the_code_exists()
    {
        var areas = Keys.Select(k => k.Split('.')[0]).Except(Entities, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var used = SourceTree.CSharp("src").SelectMany(f => Literal.Matches(Code(f)).Select(m => (f, Key: m.Groups["v"].Value)))
            .Where(u => KeyShape.IsMatch(u.Key) && areas.Contains(u.Key.Split('.')[0]) && !u.Key.EndsWith(".json", StringComparison.Ordinal) && !u.Key.EndsWith(".txt", StringComparison.Ordinal));
        Violations.None(used.Where(u => !Keys.Contains(u.Key)).Select(u => $"{SourceTree.Short(u.f)}: {u.Key}"));
    }

    [Fact]
    public void Every_label_of_a_card_exists()
    {
        var used = Cards().SelectMany(f => HostWord.Matches(File.ReadAllText(f)).Select(m => (f, Key: "Card." + m.Groups["v"].Value)));
        Violations.None(used.Where(u => !Keys.Contains(u.Key)).Select(u => $"{SourceTree.Short(u.f)}: {u.Key}"));
    }

    [Fact]
    public void Every_verb_of_a_card_and_of_a_button_is_a_command()
    {
        var ids = Commands.Select(c => c.Spec.Id).ToHashSet(StringComparer.Ordinal);
        var inCards = Cards().SelectMany(f => CardVerb.Matches(File.ReadAllText(f)).Select(m => (f, Verb: m.Groups["v"].Value)));
        var inCode = SourceTree.CSharp("src").SelectMany(f => ButtonVerb.Matches(Code(f)).Select(m => (f, Verb: m.Groups["v"].Value)));
        Violations.None(inCards.Concat(inCode).Where(u => !ids.Contains(u.Verb)).Select(u => $"{SourceTree.Short(u.f)}: {u.Verb}"));
    }

    [Fact]
    public void Every_rule_of_nudges_has_words_of_its_own() =>
        Violations.None(NudgeRules.Discover(NullLogger<NudgeRules>.Instance).All.Where(r => !Keys.Any(k => k.StartsWith($"Nudge.{r.Id}.", StringComparison.Ordinal)) || !Keys.Contains("Rule.name." + r.Id) || !Keys.Contains("Rule.what." + r.Id)).Select(r => r.Id));

    [Fact]
    public void No_Chinese_stands_in_the_code() =>
        Violations.None(SourceTree.CSharp("src").Where(f => Literal.Matches(Code(f)).Any(m => Cjk.IsMatch(m.Groups["v"].Value) || EscapedHan.IsMatch(m.Groups["v"].Value))).Select(SourceTree.Short));

    [Fact]
    public void No_sentence_stands_in_a_card()
    {
        var said = Cards().SelectMany(f => Texts(JsonDocument.Parse(File.ReadAllText(f)).RootElement).Select(t => (f, t)));
        Violations.None(said.Where(s => Letters.IsMatch(Bound.Replace(s.t, ""))).Select(s => $"{SourceTree.Short(s.f)}: {s.t}"));
    }

    /// <summary>A choice of several, a limit that is never one, a number of something that stands in a table of its own.</summary>
    private static readonly HashSet<string> AlwaysSeveral = new(StringComparer.Ordinal)
    {
        "Ask.which.approval_id", "Ask.which.contract", "Ask.which.customer", "Ask.which.deal", "Ask.which.person", "Ask.which.task", "Complete.title", "Complete.title_customers", "Delegation.bad_days",
        "File.refused.Many", "Frozen.bad_date", "Late.row", "Late.title", "Nudge.due.both", "Nudge.stalled.bad_date", "Packet.discount_of", "Process.bad.count",
    };

    private static readonly Regex Counted = new(@"\{\d\} (open |more |similar |past |stage )?(deals|days|hours|minutes|weeks|months|people|approvals|follow-ups|moves|overrides|records|entries|customers|contracts|files|rows|cells|faults|payments|promises|meetings|bytes|superiors|to-dos|tasks|steps|stages|documents|times)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <summary>English counts what is taken off a price, Chinese what is left of it.</summary>
    private static readonly string[] SaidOtherwise = ["Discount.say"];

    /// <summary>Their dotted literals name columns.</summary>
    private static readonly string[] Entities = [.. typeof(Command).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(SalesBot.Data.Record))).Select(t => t.Name)];

    /// <summary>Words that name a language in itself.</summary>
    private static readonly HashSet<string> Bilingual = [.. Keys.Where(k => k.Contains("Chinese", StringComparison.Ordinal) || k.Contains("Language", StringComparison.Ordinal))];

    private static HashSet<string> Places(string language, string key) => [.. Place.Matches(Book.Get(language, key)).Select(m => m.Groups["v"].Value)];

    private static IEnumerable<string> Cards() => Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "cards"), "*.json").Order(StringComparer.Ordinal);

    /// <summary>Without comments, which may hold examples of what people say.</summary>
    private static string Code(string file) => Comment.Replace(File.ReadAllText(file), "");

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p =>
            p.Value.ValueKind == JsonValueKind.String ? (p.Name is "text" or "title" or "label" or "placeholder" or "errorMessage" or "fallbackText" or "altText" ? [p.Value.GetString()!] : []) : Texts(p.Value)),
        _ => [],
    };

    private static readonly Regex Place = new(@"\{(?<v>\d+)[^}]*\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex Cjk = new(@"[\u4e00-\u9fff\u3040-\u30ff\uff00-\uffef]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex EscapedHan = new(@"\\u[4-9][0-9a-fA-F]{3}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex Literal = new("\"(?<v>([^\"\\\\\\r\\n]|\\\\.)*)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex KeyShape = new(@"^[A-Z]\w*(\.\w+)+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex HostWord = new(@"\$host\.w\.(?<v>\w+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex CardVerb = new("\"verb\"\\s*:\\s*\"(?<v>\\w+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex ButtonVerb = new("new Button\\([^,()]*,\\s*\"(?<v>\\w+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex Comment = new(@"^\s*//.*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.Multiline);
    private static readonly Regex Bound = new(@"\$\{[^}]*\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex Letters = new(@"\p{L}{2,}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
}

using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// Asked for a record, a day or an amount, somebody says much more than that, and it is clearly another order: nobody waits for the question
/// any longer. Where any words would be an answer, only a question or a look at something is another order.
/// </summary>
internal static class AnotherOrder
{
    /// <summary>“帮助”, "help": nothing else is said, and no record is called so.</summary>
    public static bool CallsForHelp(Clause clause) => clause.ByRules is [{ Intent: "help" } best, ..] && Answers.Covers(clause, clause.From, clause.To, [.. best.Cues]);

    private const double Enough = 7;
    private const double Clearly = 3;

    /// <summary>So many Chinese characters, or half as many words.</summary>
    private const int Much = 7;

    private static readonly string[] Records = ["customer", "deal", "person", "owner", "team", "task", "approval_id", "contract", "quote", "lead"];
    private static readonly string[] Days = ["date", "next_date", "close_date", "until", "due"];
    private static readonly string[] Handful = ["grade", "layer", "lifecycle", "level", "role", "channel", "mode"];
    private static readonly string[] Figures = ["amount", "discount", "days"];

    /// <summary>A day or a figure is asked for.</summary>
    public static bool IsValue(string asked) => Days.Contains(asked, StringComparer.Ordinal) || Figures.Contains(asked, StringComparer.Ordinal);

    public static bool Is(Clause clause, string pending)
    {
        if (clause.Focus.Asked is not { } asked) return false;
        var scored = clause.Ranked;
        if (asked == "next_step" && clause.Focus.Optional && IsNoStep(clause, scored)) return true;
        if (Beside(clause) < Much) return false;
        if (Again.IsFree(asked) && !PhraseBook.Standard.Reads.Contains(scored[0].Intent)) return false;
        return scored[0].Intent != pending && !PhraseBook.Standard.Aside.Contains(scored[0].Intent) && scored[0].Score >= Enough && scored[0].Score - scored[1].Score >= Clearly;
    }

    /// <summary>"Harbor goes back, no cap in it" when it was asked which one to approve.</summary>
    private static bool DecidesOtherwise(Clause clause, string pending, string asked) =>
        asked == "approval_id" && Decides(pending) && clause.Ranked[0] is var other && other.Intent != pending && Decides(other.Intent) && other.Score >= Choice.EnoughToWrite;

    private static bool Decides(string intent) => PhraseBook.Standard.Needs.TryGetValue(intent, out var needs) && needs == "approval";

    /// <summary>"Lost Harbor, price" after a report: it names a deal and orders what nobody plans.</summary>
    private static bool IsNoStep(Clause clause, IReadOnlyList<ScoredIntent> scored) =>
        scored[0] is { Intent: "lose_deal" or "win_deal" or "move_stage" or "update_amount" or "update_close_date", Score: >= Enough } && scored[0].Score - scored[1].Score >= Clearly && !clause.Has(Feature.Dont) && (SubjectFinder.Find(clause).Said || clause.Has(Feature.ThisDeal));

    /// <summary>“我的待办”, "show my deals", "show Quarry Stone" where any words would be an answer: nothing but what asks for a look, and at what.</summary>
    public static bool OnlyLooks(Clause clause)
    {
        if (clause.Focus.Asked is not { } asked || !(Again.IsFree(asked) || IsValue(asked) || Opens(clause, asked))) return false;
        List<Mark> asks = [.. NamedList(clause), .. clause.Words("scope"), .. clause.Words("look_word"), .. clause.Marks.Of(Feature.Key("[list_verb]"))];
        return asks.Count > 0 && Choice.Of(clause, clause.Ranked, SubjectFinder.Find(clause)).Intent is var own && PhraseBook.Standard.Reads.Contains(own) && !PhraseBook.Standard.Aside.Contains(own)
            && clause.ByRules.FirstOrDefault(scored => scored.Intent == own) is { } scored && Answers.Covers(clause, clause.From, clause.To, [.. asks, .. scored.Cues, .. clause.Names, .. clause.Descriptive, .. clause.Words("deals_word"), .. clause.Marks.Of(Feature.Polite), .. clause.Words("filler"), .. asks.Exists(word => clause.Marks.IsStart(word.Start)) ? clause.Values.Select(value => value.Mark).Concat(clause.Marks.Of(Feature.Particle)).Concat(clause.Marks.Of(Feature.Glue)) : []]);
    }

    /// <summary>“东岭阀门的待办”, "Harbor's to-dos": whose they are and the word for all of them, and nothing to be done.</summary>
    private static IEnumerable<Mark> NamedList(Clause clause) =>
        clause.Words("task_word").Where(word => clause.Marks.IsEnd(word.End) && clause.Mentions.Any(name => name.Kind is NamedKind.Customer or NamedKind.Deal or NamedKind.Person && name.Start == clause.From && name.End <= word.Start && Answers.Covers(clause, name.End, word.Start, [.. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.Particle), .. clause.Descriptive]))).Select(word => new Mark(clause.From, word.End));

    /// <summary>“发合同模板改到今天下班前” while a figure is asked: one of the to-dos moves, and nothing is answered.</summary>
    public static bool MovesTask(Clause clause, string pending) =>
        clause.Focus.Asked is { } asked && (Figures.Contains(asked, StringComparer.Ordinal) || (Days.Contains(asked, StringComparer.Ordinal) && pending != "snooze")) && TaskMoved.Of(clause).Count > 0;

    /// <summary>"Show Pinewood MES" where it is asked of which customer something is: whoever begins so looks something up, unless it is one of those that are offered.</summary>
    private static bool Opens(Clause clause, string asked) =>
        Records.Contains(asked, StringComparer.Ordinal) && clause.Words("look_word").Concat(clause.Marks.Of(Feature.Key("[list_verb]"))).Any(word => clause.Marks.IsStart(word.Start)) && !clause.Mentions.Any(name => name.Records.Any(record => clause.Focus.Choices.Contains(record.Key, StringComparer.Ordinal)));

    /// <summary>"Ok, the drawing is sent, close it": a whole order after the yes, which says nothing of what was asked.</summary>
    public static bool IsBeside(Clause clause, string pending) =>
        Beside(clause, [.. clause.Marks.Of(Feature.Yes), .. clause.Marks.Of(Feature.Polite), .. clause.Words("filler"), .. clause.Words("do_held")]) >= Much && clause.Ranked is [var best, ..] && best.Intent != pending && !PhraseBook.Standard.Aside.Contains(best.Intent) && best.Intent != "log_followup" && best.Score >= Choice.EnoughToWrite && clause.Ranked.First(scored => scored.Intent == pending).Score <= best.Score - Clearly;

    /// <summary>
    /// Asked which one, when or how much, an answer is a name, a day or a figure and little else: “泵业那边徐工说要再让三个点” after “which customer?” is the
    /// next report, and what names no day is no answer to “when?”.
    /// </summary>
    public static bool SaysMore(Clause clause, string pending)
    {
        if (clause.Focus.Asked is not { } asked || Again.IsFree(asked) || asked == "confirm" || Beside(clause) < Much) return false;
        if (Records.Contains(asked, StringComparer.Ordinal)) return !pending.StartsWith("create_", StringComparison.Ordinal) && !Places.AreSaid(clause) && clause.Ranked[0] is { Intent: not "unknown", Score: >= Choice.EnoughToWrite };
        if (Days.Contains(asked, StringComparer.Ordinal)) return !clause.ValuesOf(ValueKind.Date, ValueKind.DateRange, ValueKind.Duration, ValueKind.Time, ValueKind.NoSuchDay).Any() && !clause.Has(Feature.Number);
        return Figures.Contains(asked, StringComparer.Ordinal) && pending != "create_deal" && !clause.ValuesOf(ValueKind.Money, ValueKind.Number, ValueKind.Percent, ValueKind.Discount, ValueKind.Delta).Any();
    }

    /// <summary>
    /// “东岭阀门MES改成70万” while it is asked why the process is changed, "contract status of Quarry" while the amount of a new deal is: it names a record that the
    /// question is not about, and says more of it than its name.
    /// </summary>
    public static bool IsWhole(Clause clause, string pending)
    {
        if (clause.Focus is not { Asked: { } asked, Filled: var filled }) return false;
        if (pending == "create_deal" && Figures.Contains(asked, StringComparer.Ordinal))
        {
            return Answers.NamesAnother(clause) && !clause.ValuesOf(ValueKind.Money, ValueKind.Delta).Any() && Beside(clause, [.. clause.Marks.Of(Feature.Yes), .. clause.Marks.Of(Feature.No), .. clause.Marks.Of(Feature.Polite), .. clause.Words("filler"), .. clause.Words("correction")]) >= Much / 2;
        }

        if (DecidesOtherwise(clause, pending, asked) || IsOfValue(clause, pending, asked)) return true;
        if (PhraseBook.Standard.Intents.Contains(pending, StringComparer.Ordinal) || !(IsOfWords(asked) || (asked == "reason" && filled?.Text("deal") is null && filled?.Text("customer") is null))) return false;
        var subject = SubjectFinder.Find(clause);
        return subject.Said && Choice.Of(clause, clause.Ranked, subject) is { Intent: not ("unknown" or "small_talk") } own && (clause.Has(Feature.Question) || clause.Has(Feature.Key("[list_verb]")) || !PhraseBook.Standard.Reads.Contains(own.Intent)) && clause.ByRules.Any(scored => scored.Intent == own.Intent && scored.Score >= Choice.EnoughToWrite);
    }

    /// <summary>“贾伟换号了13911112222” when it was asked which grade: what is chosen from a handful of words is said in one, and a sentence says something else.</summary>
    public static bool IsBesideList(Clause clause) =>
        clause.Focus is { Asked: { } asked, Optional: false } && Handful.Contains(asked, StringComparer.Ordinal) && (Beside(clause) >= Much || clause.Values.Any(value => value.Kind is ValueKind.Phone or ValueKind.Money));

    /// <summary>Asked for words of a list, as the buttons below the question have them: no record, day or figure is named so.</summary>
    private static bool IsOfWords(string asked) => !Again.IsFree(asked) && asked != "confirm" && !Records.Concat(Days).Concat(Figures).Contains(asked, StringComparer.Ordinal);

    /// <summary>
    /// "Book a visit with Harbor" while a figure or a kind is asked, “东岭阀门MES改成70万” while it is asked for which deal a file is: an order of its own by the words that order
    /// it, which answers nothing, or has a sum that what is open cannot take.
    /// </summary>
    private static bool IsOfValue(Clause clause, string pending, string asked)
    {
        var sums = clause.ValuesOf(ValueKind.Money, ValueKind.Delta, ValueKind.Percent, ValueKind.Discount).Any();
        var isAnswered = asked == "kind" ? clause.Words("document").Count > 0 && !sums
            : Figures.Contains(asked, StringComparer.Ordinal) ? sums || clause.Has(Feature.Amount) || clause.ValuesOf(ValueKind.Number).Any()
            : !Records.Contains(asked, StringComparer.Ordinal) || !sums || TakesSum(pending);
        if (isAnswered || clause.Has(Feature.Question)) return false;
        var subject = SubjectFinder.Find(clause);
        return Choice.Of(clause, clause.Ranked, subject) is var own && own.Intent != pending && !PhraseBook.Standard.Aside.Contains(own.Intent) && !PhraseBook.Standard.Bare.Contains(own.Intent) && !PhraseBook.Standard.Noted.Contains(own.Intent)
            && own.Intent is not ("unknown" or "create_customer" or "create_lead") && (subject.Said || clause.Has(Feature.ThisDeal)) && clause.ByRules.Any(scored => scored.Intent == own.Intent && scored.Score >= Choice.EnoughToWrite);
    }

    private static bool TakesSum(string pending) =>
        !PhraseBook.Standard.SlotsOf.TryGetValue(pending, out var slots) ? pending != "attach_document" : slots.Any(slot => slot is "amount" or "new_amount" or "bounds" or "discount" or "terms" or "plan" or "followup");

    /// <summary>"Ok do the offer at 5 % off then": a figure that what is to be confirmed has no place for.</summary>
    public static bool HasMore(Clause clause) =>
        clause.ValuesOf(ValueKind.Money, ValueKind.Percent, ValueKind.Discount, ValueKind.Delta).Any() && Beside(clause, [.. clause.Marks.Of(Feature.Yes), .. clause.Marks.Of(Feature.Polite), .. clause.Words("filler")]) >= Much / 2;

    /// <summary>Chinese characters and Latin words that are part of no name or value.</summary>
    private static int Beside(Clause clause, IReadOnlyList<Mark>? said = null)
    {
        var text = clause.Message.Text.Text;
        var (count, inWord) = (0, false);
        var terms = clause.Words("terms");
        for (var i = clause.From; i < clause.To; i++)
        {
            var covered = said?.Any(word => word.Start <= i && i < word.End) == true || clause.Mentions.Any(name => name.Start <= i && i < name.End) || terms.Any(word => word.Start <= i && i < word.End) || clause.Values.Any(value => value.Start <= i && i < value.End);
            var letter = char.IsLetter(text[i]) && !covered;
            if (letter && (Script.IsChinese(text[i]) || !inWord)) count += Script.IsChinese(text[i]) ? 1 : 2;
            inWord = letter;
        }

        return count;
    }
}

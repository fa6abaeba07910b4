using SalesBot.Language.Filling;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>Which intent a clause has, and its frame.</summary>
internal static class Choice
{
    private const double EnoughToRead = 4;

    /// <summary>Less than this speaks for an order too weakly to be one.</summary>
    public const double EnoughToWrite = 5;
    private const double NoSubject = 2;
    private const double Ahead = 3;

    /// <summary>So far ahead of being no order at all, a wording is an order in spite of a “不” in it: “他们说不做了，标丢单”. What is only supposed never is.</summary>
    private const double Outright = 8;

    /// <summary>The best intent that is sure enough and meant; <c>unknown</c> otherwise.</summary>
    public static ScoredIntent Of(Clause clause, IReadOnlyList<ScoredIntent> ranked, Subject subject)
    {
        if (clause.ByRules.FirstOrDefault(scored => Stance.IsReminder(clause, scored)) is { } reminder) return new ScoredIntent(reminder.Intent, reminder.Score + Outright, reminder.Reasons);
        if (Plain(clause, ranked, subject) is { } plain) return new ScoredIntent(plain, ranked[0].Score + Outright, []);
        foreach (var scored in ranked)
        {
            if (Misfits.Is(clause, scored.Intent, subject)) continue;
            if (scored.Score < Threshold(clause, scored.Intent, subject) || IsMereWording(clause, scored) || AsksWho(clause, scored)) continue;
            if (IsOnlyNamed(clause, scored)) return clause.ByRules is [{ Score: >= EnoughToRead }, ..] ? Unknown : new ScoredIntent("show_customer", EnoughToRead, []);
            if (scored.Intent == Unknown.Intent && AsksHowItStands(clause, subject)) return new ScoredIntent("show_deal", EnoughToRead, []);
            if (PhraseBook.Standard.Reads.Contains(scored.Intent)) return IsOfTheFirst(clause, scored, subject) ? scored with { Intent = "query_deals" } : scored;
            if (PhraseBook.Standard.Needs[scored.Intent] == "approval" && AsksAfter(clause)) continue;
            if (PhraseBook.Standard.Asked.TryGetValue(scored.Intent, out var shown) && Questions.AsksWhether(clause))
            {
                if (ranked.Any(read => read.Score >= EnoughToRead && read.Intent != "help" && PhraseBook.Standard.Reads.Contains(read.Intent) && !PhraseBook.Standard.Aside.Contains(read.Intent)) || subject is { Customers.Count: 0, Deals.Count: 0 }) continue;
                return new ScoredIntent(shown, scored.Score, []);
            }

            if (PhraseBook.Standard.Told.Contains(scored.Intent) && Questions.AsksBack(clause)) continue;
            if (AsksWhy.Wonders(clause) && !PhraseBook.Standard.Wordy.Contains(scored.Intent)) continue;
            if (clause.Breaths.Any(breath => scored.Cues.Any(cue => cue.Overlaps(breath.Start, breath.End) && !clause.Names.Any(name => name.Overlaps(cue.Start, cue.End))) && Forbidden.Is(clause.Part(breath.Start, breath.End), scored.Intent))) break;
            var attitude = Stance.Of(clause, scored);
            if (attitude is not (Attitude.Supposed or Attitude.Wished or Attitude.Quoted or Attitude.Stopped) && scored.Score - (ranked.FirstOrDefault(other => other.Intent == Unknown.Intent)?.Score ?? 0) >= Outright) return scored;
            if (attitude == Attitude.Meant || (PhraseBook.Standard.Told.Contains(scored.Intent) && attitude is not (Attitude.Forbidden or Attitude.AskedAbout or Attitude.Stopped))) return scored;
            if (attitude is not (Attitude.ToldOfOthers or Attitude.Wished) && !(attitude == Attitude.Forbidden && Stance.GoesOn(clause))) break;
        }

        return AsksHowItStands(clause, subject) ? new ScoredIntent("show_deal", EnoughToRead, []) : Unknown;
    }

    /// <summary>What the words are by their kind, however they are scored; null where no kind fits.</summary>
    private static string? Plain(Clause clause, IReadOnlyList<ScoredIntent> ranked, Subject subject)
    {
        if (TaskMoved.Of(clause).Count > 0) return "snooze";
        if (TaskMoved.IsOfWhatWasTold(clause)) return "snooze";
        if (TaskDone.Is(clause)) return "complete_task";
        if (Reached.All(clause)) return "log_followup";
        if (Appointments.AreOrdered(clause) && ranked[0].Intent is "log_followup" or "add_task" or "unknown" or "set_next_step" or "update_close_date") return "add_task";
        if (Appointments.Are(clause, subject) || Appointments.AreAhead(clause, subject)) return "add_task";
        if (Misfits.TellsOfSilence(clause) && subject.Said) return "add_task";
        if (Counts.AreTold(clause)) return "log_followup";
        if (TaskMoved.Nobodys(clause) is not null || TaskMoved.Somebody(clause).Count > 0) return "add_task";
        return ranked[0].Intent is "create_deal" && Misfits.IsRepriced(clause, subject) && clause.ValuesOf(ValueKind.Money).Count() == 1 ? "update_amount" : null;
    }

    /// <summary>"Ridgeway Foods ERP": a name that nobody knows makes no record by itself; a word, a sum or a number has to say so.</summary>
    private static bool IsOnlyNamed(Clause clause, ScoredIntent scored) =>
        PhraseBook.Standard.Needs[scored.Intent] == "new_customer" && clause.Values.Count == 0 && clause.Breaths.Count == 1 && !scored.Reasons.Any(reason => reason.Rule.Weight >= NoSubject)
        && Stranger.Find(clause) is { } name && Answers.Covers(clause, clause.From, clause.To, [name, .. clause.Names, .. clause.Descriptive, .. clause.Marks.Of(Feature.Polite)]);

    /// <summary>"Just Benelux": nothing is taken back because the words sound like it; one of them must say so.</summary>
    private static bool IsMereWording(Clause clause, ScoredIntent scored) => scored.Intent == "undo" && (!scored.Cues.Any() || IsOnlyMistake(clause, scored));

    /// <summary>“啊搞错了 那天是老李接待的” of something said long before the last act: what was wrong is told, nothing is taken back for it.</summary>
    private static bool IsOnlyMistake(Clause clause, ScoredIntent undo)
    {
        var mistakes = clause.Words("mistake");
        return !clause.Focus.Fresh && undo.Cues.All(cue => mistakes.Any(word => word.Start <= cue.Start && cue.End <= word.End)) && clause.Breaths is [_, _, ..] breaths && !breaths.Skip(1).Any(breath => clause.Part(breath.Start, breath.End).ByRules is [{ Intent: "undo" }, ..]);
    }

    /// <summary>“周五之前谁有合同要签”, "who has something to sign by Friday": asked of others, it is nobody's to-do; with a word that only orders one it may be.</summary>
    private static bool AsksWho(Clause clause, ScoredIntent scored) =>
        scored.Intent is "add_task" or "set_next_step" && clause.Has(Feature.Question) && clause.Words("asks_who").Count > 0
        && !scored.Reasons.Any(reason => reason.Rule is { OnlyOrders: true, Weight: >= Filling.TextSlots.OnlyOrders });

    /// <summary>"Is the yard deal really 300k?" orders nothing and asks how it stands.</summary>
    private static bool AsksHowItStands(Clause clause, Subject subject) =>
        subject is { Said: true, Deals.Count: > 0 } && Questions.AsksWhether(clause) && !clause.Has(Feature.Ask) && !clause.Has(Feature.If) && !clause.Has(Feature.Said);

    /// <summary>“最大那单现在卡在哪”: of a deal that is called by its rank the list shows the first.</summary>
    private static bool IsOfTheFirst(Clause clause, ScoredIntent scored, Subject subject) =>
        scored.Intent == "show_deal" && subject is { Customers.Count: 0, Deals.Count: 0 } && clause.Word("limit") == "1";

    /// <summary>“PACS那份呢” asks what about it, and decides nothing.</summary>
    private static bool AsksAfter(Clause clause) => clause.Span.TrimEnd(" ?!.,~").EndsWith('呢');

    public static ScoredIntent Unknown { get; } = new("unknown", 0, []);

    public static Frame Frame(Clause clause, ScoredIntent intent, Subject subject, double runnerUp = 0)
    {
        if (intent.Intent == "undo") return Undone.Frame(clause, intent, subject);
        if (PhraseBook.Standard.Bare.Contains(intent.Intent)) return new Draft(clause, intent, subject).ToFrame(1);
        var draft = new Draft(clause, intent, subject);
        SubjectSlots.Fill(draft, PhraseBook.Standard.Needs[intent.Intent]);
        SlotReaders.Fill(draft, PhraseBook.Standard.SlotsOf[intent.Intent]);
        if (draft.Hollow) return new Frame("unknown");
        if (intent.Intent == "snooze" && !draft.HasRef("task") && RestingDeals(clause, subject) is { Count: > 0 } resting) Rest(draft, resting);
        draft.Unmet = Unmet.Of(draft);
        if (intent.Intent == "update_amount") draft.Doubtful |= subject.Deal?.Amount is not null && clause.Words("hedge_word").Count > 0 && Misfits.IsValued(clause, subject);
        // “可以，前提是账期改成30天”, "fine, but only if payment is 30 days": no yes as long as that is not so.
        if (intent.Intent == "approve") draft.Doubtful |= clause.Words("proviso").Count > 0;
        if (intent.Intent == "snooze") draft.Doubtful |= TaskMoved.IsOfWhatWasTold(clause);
        if (intent.Intent == "add_task" && TaskMoved.Nobodys(clause) is { } thing)
        {
            draft.Slots["content"] = draft.Message.AsTyped(thing.Start, thing.End);
            draft.Doubtful = true;
        }

        draft.Moves = draft.HasRef("task") ? null : TaskMoved.Called(clause, subject);
        if (intent.Intent == "update_close_date") draft.Doubtful |= draft.Moves is not null || NamesTask(clause) || TaskMoved.MayBeOfWhatWasPlanned(clause) || TaskMoved.IsFarFromClose(clause, subject);
        if (intent.Intent == "add_task") draft.Doubtful |= TaskMoved.Somebody(clause).Count > 0;
        if (intent.Intent == "complete_task" && draft.RefsOf("task") is [var key] && clause.Quoted is null && clause.Index.Get(key) is { } task) draft.Doubtful |= TaskMatch.IsLoose(clause, task);
        return draft.ToFrame(PhraseBook.Standard.Reads.Contains(intent.Intent) || IsTicked(draft) ? 1 : draft.Doubtful || IsGuessedEnd(clause, intent, subject) || Unexplained.Are(clause, intent, subject) ? 0 : Confidence(intent.Score - Math.Max(0, runnerUp)));
    }

    /// <summary>“6月1号再联系，之前别催我备件这个商机”: a deal that is called by its own part of the name and said to be one.</summary>
    private static List<NamedRecord> RestingDeals(Clause clause, Subject subject) =>
        subject.Said || clause.Words("deals_word").Count == 0 ? [] : Narrowing.BestDescribed(clause, clause.Index.Of(clause.Message.Person, NamedKind.Deal).Where(deal => deal.IsOpen && clause.Message.MaySee(deal)), null);

    private static void Rest(Draft draft, List<NamedRecord> deals)
    {
        draft.ReferOrAsk("deal", deals);
        if (deals is [{ Customer: { } key }] && draft.Clause.Index.Get(key) is { } customer) draft.Refer("customer", [customer]);
    }

    /// <summary>The whole title of one of the speaker's to-dos is said where a deal's day is to change: which of them is meant is asked.</summary>
    private static bool NamesTask(Clause clause) =>
        clause.Words("closes").Count == 0 && TaskMatch.Open(clause).Any(task => NormalText.Of(task.Name).Text is { Length: > 2 } title && clause.Span.Contains(title, StringComparison.Ordinal) && !clause.Names.Any(name => clause.Message.Text.Text[name.Start..name.End].Contains(title, StringComparison.Ordinal) && clause.Mentions.Any(mention => mention.Mark == name && mention.Kind != NamedKind.Task)));

    /// <summary>“价格” right after a deal was spoken of sounds like why it was lost: without a word of that it is asked.</summary>
    private static bool IsGuessedEnd(Clause clause, ScoredIntent intent, Subject subject) => intent.Intent is "lose_deal" or "win_deal" && !subject.Said && !clause.Has(Feature.This) && clause.Breaths.Count == 1 && !intent.Reasons.Any(reason => reason.Rule.Weight >= NoSubject * 2);

    /// <summary>"Did the first one", "push it back two days" of a list of to-dos: there is nothing else to do with it.</summary>
    private static bool IsTicked(Draft draft) => draft.Intent.Intent is "complete_task" or "snooze" && draft.HasRef("task") && Places.AreSaid(draft.Clause);

    /// <summary>From how far the next best is behind; with <see cref="Ahead"/> it is sure enough to write.</summary>
    private static double Confidence(double lead) =>
        Math.Round(lead < Ahead ? Math.Max(0, lead) / Ahead * (Language.Frame.Sure - 0.01) : Language.Frame.Sure + (Math.Min(1, (lead - Ahead) / Ahead) * (1 - Language.Frame.Sure)), 3);

    private static double Threshold(Clause clause, string intent, Subject subject)
    {
        if (PhraseBook.Standard.Reads.Contains(intent)) return EnoughToRead;
        var needs = PhraseBook.Standard.Needs[intent];
        var missing = needs switch
        {
            "deal" or "customer" => subject is { Customers.Count: 0, Deals.Count: 0, Unknown: null },
            "approval" => !clause.Has(Feature.Approval) && !clause.Has(Feature.ContextApproval) && !clause.Focus.List.Any(key => clause.Index.Get(key)?.Kind == NamedKind.Approval)
                && (clause.Message.Desk.Waiting.Count == 0 || !IsSaid(clause, intent)),
            _ => false,
        };
        // A report adds to the record and changes nothing in it, so it may be believed a little sooner.
        var enough = intent == "log_followup" ? EnoughToRead : EnoughToWrite;
        return enough + (missing ? NoSubject : 0);
    }

    /// <summary>Out of the blue, only a word that orders it decides an approval; a mere "go for it" may be about anything.</summary>
    private static bool IsSaid(Clause clause, string intent) =>
        clause.Has(Feature.PersonOther) || clause.Has(Feature.Key("[this:approval]")) || clause.Has(Feature.Key("[kind]")) || clause.ByRules.FirstOrDefault(scored => scored.Intent == intent) is { Reasons: var reasons } && reasons.Any(reason => reason.Rule.Weight >= EnoughToWrite);
}

using SalesBot.Language.Filling;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>The reply to an open question. A whole new command wins over it.</summary>
internal static class Answers
{
    public const double NewCommand = 7, Repriced = 5;

    /// <summary>Characters: longer sentences say more than yes.</summary>
    private const int ShortYes = 8;

    public static Frame? Read(Clause clause)
    {
        var focus = clause.Focus;
        // A file is no words: whoever speaks instead says something else.
        if (focus.Pending is not { } pending || focus.Asked == "file") return focus.Asked == "file" && (IsOnly(clause, Feature.No) || Assent.IsNo(clause)) ? new Frame("cancel") : null;
        if (IsOnly(clause, Feature.Yes)) return focus.Asked is null or "confirm" || focus.Choices.Count == 0 ? Confirmed(clause, pending) : null;
        if (focus.Asked is "source" or "discount" && IsOnly(clause, Feature.Key("[skip_word]"))) return Confirmed(clause, pending);
        if (IsOnly(clause, Feature.No) || Assent.IsNo(clause) || TakesNoBack(clause) || BesideTheQuestion.LeavesAsItWas(clause, pending) || NoStep.IsSaid(clause)) return new Frame("cancel");
        if (Refusal.End(clause) is { } refused) return ChangedMind.Read(clause, pending) ?? Refusal.AndThen(clause, refused);
        if (IsUnsure(clause)) return new Frame("small_talk") { Slots = new Slots { ["topic"] = "later" } };
        if (BesideTheQuestion.IsOfAnother(clause) || (pending != "complete_task" && TaskDone.Is(clause))) return null;
        if (IsQuestion(clause) || (focus.Asked is { } asked && OrderedAnew.Is(clause, asked)) || AnotherOrder.CallsForHelp(clause) || AsksElse(clause, pending) || IsElsewhere(clause) || Offers.OpensAnother(clause) || AnotherOrder.IsWhole(clause, pending) || AnotherOrder.OnlyLooks(clause) || AnotherOrder.MovesTask(clause, pending)) return null;
        if (focus.Asked is "confirm" && Assent.Of(clause) is { } said && Verdict(clause, pending, said) is { } verdict) return verdict;
        if (NoStep.Is(clause) || (focus.Asked is "confirm" && !Assent.IsOtherValue(clause)) || AnotherOrder.IsBesideList(clause)) return null;
        if (BareNames.Are(clause)) return BareNames.Linked(clause);
        if (!IsMoreThanAPick(clause, pending) && Picks.Find(clause) is { } picked) return Picked(clause, pending, picked);
        if (AnotherOrder.SaysMore(clause, pending)) return null;
        var best = clause.ByRules is [var first, ..] ? first : Choice.Unknown;
        if (IsTheirs(clause, best)) return Words(clause, pending);
        if (best.Intent == "cancel" && best.Score >= NewCommand && !(focus.Asked == "reason" && clause.Has(Feature.Said))) return new Frame("cancel");
        if (best.Score >= NewCommand && best.Intent != pending && !IsContact(focus, best.Intent) && !IsStep(clause, best.Intent) && !IsTold(clause, best.Intent) && best.Intent != "log_followup" && !PhraseBook.Standard.Bare.Contains(best.Intent) && Choice.Of(clause, clause.ByRules, SubjectFinder.Find(clause)).Intent != "unknown") return null;
        if ((AnotherOrder.Is(clause, pending) && !IsContact(focus, clause.Ranked[0].Intent)) || TakesBack(clause, best) || (best is { Intent: "log_followup", Score: >= NewCommand } && IsReport(clause))
            || IsChat(clause) || IsSaidAnew(clause, pending, best) || OrdersElsewhere(clause, pending)) return null;
        if (Value(clause, pending) is { } value) return Offers.Holds(clause, value) && !LeavesOut(clause, value) ? Told(clause, pending, value) : null;
        return best.Score >= NewCommand && !IsStep(clause, best.Intent) && !IsTold(clause, best.Intent) && !OnlySays(clause) && !IsAccount(clause, best.Intent) ? null : Words(clause, pending);
    }

    /// <summary>Where nothing is to be picked, or a day is said too, an order of its own is no pick.</summary>
    private static bool IsMoreThanAPick(Clause clause, string pending) =>
        (clause.Focus.Choices.Count == 0 || clause.ValuesOf(ValueKind.Date, ValueKind.Time).Any()) && AnotherOrder.SaysMore(clause, pending);

    /// <summary>“刚那个不算 还原” takes the last act back, whatever was asked after it.</summary>
    private static bool TakesBack(Clause clause, ScoredIntent best) =>
        clause.Focus.LastIntent is not null && best is { Intent: "undo", Score: >= NewCommand } && clause.Values.All(value => best.Cues.Any(cue => value.Mark.Overlaps(cue.Start, cue.End))) && clause.Mentions.Count == 0;

    /// <summary>“下周吧 周几我还没问”, "not sure yet": whoever does not know the day or the figure has not said one.</summary>
    private static bool IsUnsure(Clause clause) =>
        clause.Focus is { Asked: { } asked, Optional: false } && !Again.IsFree(asked) && asked != "confirm" && clause.Words("unsure").Count > 0 && !clause.Span.TrimEnd().EndsWith("?", StringComparison.Ordinal)
        && !clause.ValuesOf(ValueKind.Date, ValueKind.Money, ValueKind.Time, ValueKind.Percent, ValueKind.Discount).Any() && clause.Mentions.Count == 0 && !(clause.ByRules is [{ Score: >= NewCommand } best, ..] && best.Intent != clause.Focus.Pending);

    /// <summary>A name and a number would be a lead by themselves; asked for the contact of a new customer they are that.</summary>
    private static bool IsContact(Focus focus, string intent) => focus is { Pending: "create_customer" or "create_lead", Asked: "person" or "phone" or "contact" } && intent is "create_customer" or "create_lead";

    /// <summary>Asked why, “敖总说今年不上了” is the reason as a whole, though it also names somebody.</summary>
    private static Frame Told(Clause clause, string pending, Frame value)
    {
        if (clause.Focus.Asked is not "reason" || value.Slots.Text("reason") is not null || Words(clause, pending) is not { } words) return value;
        foreach (var (slot, given) in value.Slots) words.Slots.TryAdd(slot, given);
        return words;
    }

    /// <summary>It asks for something to be shown: “等一下 AGV那张现在是多少” names no day to close, though it says now.</summary>
    private static bool AsksElse(Clause clause, string pending) =>
        clause.Has(Feature.Question) && clause.Has(Feature.Interrogative)
        && Choice.Of(clause, clause.Ranked, SubjectFinder.Find(clause)).Intent is var intent && intent != pending && PhraseBook.Standard.Reads.Contains(intent) && !PhraseBook.Standard.Aside.Contains(intent);

    /// <summary>Asked for a reason or what was said, a statement answers, whatever figures its words would also ask for (账期谈不拢).</summary>
    private static bool IsTold(Clause clause, string intent) =>
        clause.Focus.Asked is { } asked && Again.IsFree(asked) && PhraseBook.Standard.Reads.Contains(intent) && intent is not ("cancel" or "help")
        && !clause.Has(Feature.Question) && !clause.Has(Feature.Key("[list_verb]"));

    /// <summary>Asked why, what others want no more (“客户那边不要了”) is why; it takes nothing back that was ordered here.</summary>
    private static bool IsTheirs(Clause clause, ScoredIntent best) =>
        clause.Focus.Asked == "reason" && (best.Intent == "cancel" || clause.Ranked[0].Intent == "cancel")
        && clause.Marks.Of(Feature.Key("[they]")).Concat(clause.Marks.Of(Feature.Key("[third]"))).Any(they => clause.Marks.IsStart(they.Start) && best.Cues.All(cue => cue.Start > they.Start));

    /// <summary>Asked why or what was said, what somebody tells is the answer, though single words of it would order something: “採購叫我別催”.</summary>
    private static bool OnlySays(Clause clause) =>
        clause.Focus.Asked is "content" or "reason" && !clause.Has(Feature.Question) && Choice.Of(clause, clause.Ranked, SubjectFinder.Find(clause)).Intent is "unknown" or "log_followup";

    /// <summary>Asked for free words, what tells of somebody without a name answers, though it would be a report by itself: "they had no budget".</summary>
    private static bool IsAccount(Clause clause, string intent) =>
        intent == "log_followup" && clause.Focus is { Asked: { } asked, Optional: false } && Again.IsFree(asked) && !IsReport(clause);

    /// <summary>"Hmm no, put it back" to what was only asked: nothing was done that could be put back.</summary>
    private static bool TakesNoBack(Clause clause) =>
        clause.Focus.Asked == "confirm" && clause.Values.Count == 0 && clause.Mentions.Count == 0 && clause.Ranked[0].Intent is "undo" or "cancel"
        && clause.Breaths is [var first, ..]
        && clause.Marks.Of(Feature.No).Any(no => no.End <= first.End) && Covers(clause, first.Start, first.End, [.. clause.Marks.Of(Feature.No), .. clause.Marks.Of(Feature.Polite), .. clause.Words("filler")]);

    /// <summary>A yes when nothing was asked, right after an act: it is done already.</summary>
    public static bool IsLateYes(Clause clause) =>
        SaysAgain(clause) || (clause.Focus is { Fresh: true, Pending: null } && clause.Values.Count == 0 && clause.Mentions.Count == 0 && Assent.Of(clause) == true && !AnotherIsOrdered(clause))
        || (clause.Focus is { Pending: null, LastIntent: not null, Approval: null, Alert: null } && clause.Values.Count == 0 && clause.Mentions.Count == 0 && !clause.Has(Feature.Dont) && !clause.Has(Feature.Question)
        && (clause.To - clause.From <= ShortYes || IsOnly(clause, Feature.Yes)) && clause.Marks.Of(Feature.Yes).Any(yes => clause.Marks.IsStart(yes.Start)) && (clause.ByRules is not [var best, ..] || best.Score < NewCommand || best.Intent == clause.Focus.LastIntent));

    /// <summary>"Yes, 99 thousand" when 99 thousand was just set: nothing new is said.</summary>
    private static bool SaysAgain(Clause clause) =>
        clause.Focus is { Fresh: true, Undone: false, LastIntent: { } last, LastSlots: { } known } focus && (focus.Pending is null || focus.Optional) && clause.Values.Count > 0 && clause.Mentions.Count == 0 && !clause.Has(Feature.Question)
        && Assent.Of(clause) == true && Covers(clause, clause.From, clause.To, [.. clause.Values.Select(value => value.Mark), .. clause.Marks.Of(Feature.Yes), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Glue), .. clause.Words("filler")])
        && Again.Read(clause, last, known) is { } anew && anew.Slots.All(slot => anew.Refs.ContainsKey(slot.Key) || known.Text(slot.Key) == slot.Value);

    /// <summary>"Approve it" or "yes, send the quote" after another act is an order of its own.</summary>
    private static bool AnotherIsOrdered(Clause clause) =>
        clause.ByRules is [var best, ..] && best.Score >= Choice.EnoughToWrite && best.Intent is not "small_talk" && best.Intent != clause.Focus.LastIntent;

    /// <summary>Thanks and the like are no words for a to-do or a reason.</summary>
    private static bool IsChat(Clause clause) =>
        clause.Focus.Asked is { } asked && Again.IsFree(asked) && clause.Values.Count == 0 && clause.Mentions.Count == 0 && clause.Ranked[0] is { Intent: "small_talk", Score: >= NewCommand };

    /// <summary>“给东岭建个待办 周一寄样品” after the question what it is about: ordered once more, and whole.</summary>
    private static bool IsSaidAnew(Clause clause, string pending, ScoredIntent best) =>
        (clause.Focus is { Asked: "content", Pending: "add_task" } && best.Intent == pending && best.Reasons.Any(reason => reason.Rule is { OnlyOrders: true, Weight: >= NewCommand })) || OrdersBeside(clause);

    /// <summary>Another to-do, told whole while one waits for a yes, is no answer: its words are its own.</summary>
    private static bool OrdersBeside(Clause clause)
    {
        if (clause.Focus is not { Asked: "confirm", Pending: "add_task", Filled: { } filled }) return false;
        var subject = SubjectFinder.Find(clause);
        return Choice.Of(clause, clause.Ranked, subject) is { Intent: "add_task" } own && Choice.Frame(clause, own, subject).Slots.Text("content") is { } words && words != filled.Text("content") && (Script.IsChinese(words[0]) ? words.Length > 2 : words.Contains(' ', StringComparison.Ordinal));
    }

    /// <summary>Asked what is to be done or why, “北辰一期砍到160万 改一下” changes another deal and answers nothing.</summary>
    private static bool OrdersElsewhere(Clause clause, string pending)
    {
        if (clause.Focus.Asked is not { } asked || asked == "next_step" || !Again.IsFree(asked) || clause.Values.Count == 0 || !NamesAnother(clause)) return false;
        var subject = SubjectFinder.Find(clause);
        var own = Choice.Of(clause, clause.Ranked, subject);
        return own.Intent != pending && own.Intent is "update_amount" or "update_close_date" or "record_payment" && clause.ByRules.Any(scored => scored.Intent == own.Intent && scored.Score >= Repriced) && subject is { Said: true, Customers.Count: 1 };
    }

    private static Frame Picked(Clause clause, string pending, NamedRecord record)
    {
        var draft = Draft.Of(clause, pending);
        Again.Carry(draft, clause.Focus.Filled);
        draft.Refer(SlotOf(record.Kind), [record]);
        return draft.ToFrame(1);
    }

    /// <summary>Whoever asks something back waits for an answer first; the form stays open.</summary>
    private static bool IsQuestion(Clause clause) =>
        clause.Has(Feature.Question) && (clause.Marks.Of(Feature.Auxiliary).Concat(clause.Marks.Of(Feature.Interrogative)).Any(word => clause.Marks.IsStart(word.Start) || Assent.Follows(clause, word.Start)) || clause.Marks.Of(Feature.Interrogative).Any(clause.Marks.IsChinese) || clause.Span.TrimEnd(" ?!.,~").EndsWith('吗'));

    /// <summary>At a yes/no about one record, whoever names another one speaks of that one.</summary>
    private static bool IsElsewhere(Clause clause)
    {
        return clause.Focus is { Asked: "confirm", Choices.Count: 0 } && NamesAnother(clause);
    }

    /// <summary>Than the one that the question is about.</summary>
    public static bool NamesAnother(Clause clause)
    {
        var focus = clause.Focus;
        var decided = clause.Index.Get(focus.Filled?.Text("approval_id"));
        if ((focus.Filled?.Text("deal") ?? decided?.Deal ?? focus.Deal ?? focus.Filled?.Text("customer") ?? decided?.Customer ?? focus.Customer) is not { } own) return false;
        var named = clause.Mentions.Where(mention => mention.Kind is NamedKind.Customer or NamedKind.Deal && mention.Strength >= NameStrength.Short).SelectMany(mention => mention.Records).ToList();
        return named.Count > 0 && !named.Exists(record => record.Key == own || record.Key == clause.Index.Get(own)?.Customer || record.Customer == own);
    }

    /// <summary>A yes with another value takes the value along; a no with one is another answer, not the end.</summary>
    private static Frame? Verdict(Clause clause, string pending, bool said)
    {
        if (clause.ByRules.Any(other => other.Score >= NewCommand && other.Intent != pending && other.Intent != "approve" && !PhraseBook.Standard.Bare.Contains(other.Intent))) return null;
        if (said && (AnotherOrder.IsBeside(clause, pending) || Decides(clause, pending))) return null;
        var value = clause.Values.Count > 0 || clause.Has(Feature.Stage) ? Value(clause, pending) : null;
        if (said && value is null && AnotherOrder.HasMore(clause)) return null;
        if (!said) return value is null ? new Frame("cancel") : null;
        var yes = Confirmed(clause, pending);
        foreach (var (slot, given) in value?.Slots ?? []) yes.Slots[slot] = given;
        return yes;
    }

    /// <summary>"Ok that one passes" is no yes to a refusal: more than a bare yes has to be of the same mind.</summary>
    private static bool Decides(Clause clause, string pending) =>
        pending is "reject" or "return_for_changes" && !Covers(clause, clause.From, clause.To, [.. clause.Marks.Of(Feature.Yes), .. clause.Marks.Of(Feature.Polite), .. clause.Words("filler")]) && !clause.ByRules.Any(other => other.Intent == pending && other.Score > 0) && clause.Values.Count == 0;

    /// <summary>Asked what comes next, "send the contract on Monday" plans it; nothing is sent off now. What hangs on another customer is no step of this one.</summary>
    private static bool IsStep(Clause clause, string intent) =>
        clause.Focus.Asked == "next_step" && PhraseBook.Standard.Planned.Contains(intent)
        && clause.ValuesOf(ValueKind.Date).Any() && !(clause.Has(Feature.If) && NamesAnother(clause));

    /// <summary>
    /// "Just visited Cobalt, they want a pilot" is the next report and answers nothing, though it begins as a step might ("visit Cobalt on Friday"):
    /// it names whom it is about, tells of something done and not in the same breath of a day to come, and rules and wording together take it for a report.
    /// </summary>
    private static bool IsReport(Clause clause) =>
        !(clause.Focus.Asked == "next_step" && clause.Words("deed").Any(word => clause.Marks.IsStart(word.Start))) && TellsOfDone(clause) && SubjectFinder.Find(clause).Said && clause.Ranked[0].Intent == "log_followup";

    private static bool TellsOfDone(Clause clause)
    {
        var breaths = clause.Breaths;
        var ahead = clause.Marks.Of(Feature.Future);
        return clause.Marks.Of(Feature.Touched).Any(touched => breaths.Any(part => touched.Overlaps(part.Start, part.End) && !ahead.Any(day => day.Overlaps(part.Start, part.End))));
    }

    /// <summary>At a yes/no, a message with an amount that the act cannot take is an order of its own: "PACS down to 3.7m".</summary>
    private static bool LeavesOut(Clause clause, Frame answer) =>
        clause.Focus.Asked == "confirm" && (clause.Has(Feature.Amount) || clause.Has(Feature.Delta) || clause.Has(Feature.Percent)) && !answer.Slots.ContainsKey("amount") && !answer.Slots.ContainsKey("discount");

    private static Frame Confirmed(Clause clause, string pending)
    {
        var draft = Draft.Of(clause, pending);
        Again.Carry(draft, clause.Focus.Filled);
        draft.Slots.Set("confirm", value: true);
        return draft.ToFrame(1);
    }

    /// <summary>A place in the list, a name, an amount, a date … whatever the pending act can take.</summary>
    private static Frame? Value(Clause clause, string pending)
    {
        var focus = clause.Focus;
        // “等客户年底预算批下来” is why it stands still; the day of the next step is asked for later.
        if (focus.Asked is "reason" && !PhraseBook.Standard.Intents.Contains(pending, StringComparer.Ordinal)) return null;
        // Asked why a contract goes back, “第二条付款比例不对” is why.
        IReadOnlyList<NamedRecord> places = focus.Asked is "reason" && focus.Filled?.Text("approval_id") is not null ? [] : Places.Find(clause);
        if (places.Count == 1 || (places.Count > 1 && focus.Asked is "approval_id" or "task"))
        {
            var draft = Draft.Of(clause, pending);
            Again.Carry(draft, focus.Filled);
            draft.Refer(SlotOf(places[0].Kind), places);
            return draft.ToFrame(1);
        }

        return Again.Read(clause, pending, focus.Filled);
    }

    /// <summary>Free words for a slot of free words.</summary>
    private static Frame? Words(Clause clause, string pending)
    {
        // “stage 先别动” is no step: nobody plans what is not to be done.
        if (clause.Focus is { Asked: "next_step" } or { Asked: "content", Pending: "add_task" } && clause.Has(Feature.Dont)) return null;
        if (clause.Focus.Asked is "customer" && IsNoName(clause, pending)) return null;
        if (clause.Focus.Asked is not { } asked || asked == "confirm" || (!Again.IsFree(asked) && clause.Has(Feature.Question)) || (clause.Focus.Choices.Count > 0 && PhraseBook.Standard.Needs.ContainsKey(pending))) return null;
        var draft = Draft.Of(clause, pending);
        Again.Carry(draft, clause.Focus.Filled, withFocus: Again.IsFree(asked));
        if (FreeText.Rest(draft, AfterNods(clause), clause.To, asked == "next_step" ? clause.Words("next_word").Where(word => clause.Marks.IsStart(word.Start)) : [], deed: asked == "next_step") is not { } words) return null;
        if ((asked == "next_step" || clause.Focus is { Asked: "content", Pending: "add_task" }) && Scrap.Is(clause, words)) return null;
        var isName = pending == "create_deal" && asked is "amount" or "close_date" && clause.Focus.Filled?.Text("deal_name") is null && !words.Any(char.IsAsciiDigit) && clause.Values.Count == 0 && clause.Words("hedge_word").Count == 0;
        draft.Slots[isName ? "deal_name" : asked] = words;
        return draft.ToFrame(1);
    }

    /// <summary>"Call her tomorrow morning" names no new customer.</summary>
    private static bool IsNoName(Clause clause, string pending) =>
        clause.ValuesOf(ValueKind.Date, ValueKind.Time, ValueKind.DateRange).Any() || (clause.Ranked[0] is { Score: >= NewCommand } other && other.Intent != pending && !PhraseBook.Standard.Aside.Contains(other.Intent) && other.Intent is not ("create_lead" or "create_customer" or "create_deal" or "show_customer"));

    /// <summary>“好，价格谈不拢”, "ok. they had no budget": where the answer begins, after breaths that only nod or say that it follows.</summary>
    public static int AfterNods(Clause clause)
    {
        List<Mark> nods = [.. clause.Marks.Of(Feature.Yes), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Particle), .. new[] { "filler", "opener", "next_word", "correction", "straight" }.SelectMany(clause.Words)];
        return clause.Breaths.SkipWhile(part => Covers(clause, part.Start, part.End, nods)).Select(part => part.Start).FirstOrDefault(clause.From);
    }

    /// <summary>Nothing but words of this list, blanks and particles.</summary>
    public static bool IsOnly(Clause clause, int key)
    {
        var covered = clause.Marks.Of(key).ToList();
        if (covered.Count == 0) return false;
        covered.AddRange(clause.Marks.Of(Feature.Polite));
        return Covers(clause, clause.From, clause.To, covered);
    }

    /// <summary>No letter or digit outside these words; the 's of "first one's fine" is none.</summary>
    public static bool Covers(Clause clause, int from, int to, List<Mark> words)
    {
        var text = clause.Message.Text.Text;
        for (var i = from; i < to; i++)
        {
            if (char.IsLetterOrDigit(text[i]) && !(text[i] == 's' && i > from && text[i - 1] == '\'') && !words.Exists(mark => mark.Start <= i && i < mark.End)) return false;
        }

        return true;
    }

    private static string SlotOf(NamedKind kind) => kind switch
    {
        NamedKind.Customer => "customer",
        NamedKind.Deal => "deal",
        NamedKind.Approval => "approval_id",
        NamedKind.Task => "task",
        NamedKind.Contract => "contract",
        NamedKind.Quote => "quote",
        NamedKind.Lead => "lead",
        NamedKind.Team => "team",
        _ => "person",
    };
}

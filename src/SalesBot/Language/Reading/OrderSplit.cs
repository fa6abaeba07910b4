using SalesBot.Language.Filling;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>One message, one or several orders. It is split only where each part is a clear order of its own.</summary>
internal static class OrderSplit
{
    private const double Clear = 6;

    /// <summary>Of rules and model together; and by so much more than anything else.</summary>
    private const double Enough = 7;
    private const double Clearly = 4;

    /// <summary>Orders in one message: a pasted text is no list of orders.</summary>
    private const int Most = 12;

    /// <summary>Chinese characters.</summary>
    private const int Afterword = 3;

    public static IReadOnlyList<Frame> Of(Clause whole)
    {
        if (VisitPlan.Of(whole) is { Count: > 0 } plan) return plan;
        if (Meetings.Of(whole) is { Count: > 0 } meetings) return meetings;
        var orders = Orders(whole);
        if (orders[0].Intent == "undo" && Undone.Restated(whole) is { } rest) orders = Orders(rest);
        return orders is [var only] ? [.. Apiece(whole, only).SelectMany(frame => SecondValue.With(whole, frame)).SelectMany(frame => EachPerson.Of(whole, frame))] : [.. orders.SelectMany(frame => Apiece(whole, frame))];
    }

    private static IReadOnlyList<Frame> Orders(Clause whole)
    {
        if (Reached.All(whole) || IsOfTerms(whole)) return EachOf(whole);
        if (Ticks.Told(whole) is { } ticked) return [Choice.Frame(whole, ticked, SubjectFinder.Find(whole))];
        if (Enumeration.Of(whole) is { Count: > 1 } listed) return [.. listed.Select(part => Choice.Frame(part.Part, part.Intent, SubjectFinder.Find(part.Part)))];
        var parts = Split(whole);
        if (parts.Count < 2) return EachOf(whole);
        var frames = new List<Frame>();
        var message = whole.Message;
        for (var i = 0; i < parts.Count; i++)
        {
            var own = OfItsOwn(whole, parts[i].From, parts[i].To);
            var clause = own ?? In(whole, message, parts[i].From, parts[i].To);
            var each = EachOf(clause);
            var frame = each[0];
            if (each.Count > 1) frames.AddRange(each);
            else if (frames.Count > 0 && own is null && SaysAgain(frames[^1], frame, clause)) frames[^1] = One(whole.Part(parts[i - 1].From, parts[i].To));
            else if (frames.Count > 0 && own is null && IsAskedAndOrdered(frames[^1], frame, clause)) frames[^1] = frame;
            else frames.AddRange(SecondValue.With(clause, frame));
            message = SpeakingOf(message, After(message, frames[^1]));
        }

        // What leads to an order is none that was not understood.
        if (frames.Exists(frame => !PhraseBook.Standard.Aside.Contains(frame.Intent))) return frames.FindAll(frame => frame.Intent != "unknown" || frame.Instead is not null);

        // Nothing of it was understood, which is said once.
        return frames.TrueForAll(frame => frame.Intent == "unknown") ? [frames.Find(frame => frame.Instead is not null) ?? frames[0]] : frames;
    }

    /// <summary>"Resubmit the contract with net 30 and English law": what "and" joins are its terms, in one breath.</summary>
    private static bool IsOfTerms(Clause whole) =>
        whole.Breaths is [_] && whole.Ranked[0].Intent is "submit_contract" or "submit_quote" && whole.Words("terms").Concat(whole.Words("terms_word")).Any(word => whole.Words("connector").Concat(whole.Words("and")).Any(joint => word.Start >= joint.End));

    /// <summary>"Both the manual and the visa letter are done": an order for each to-do that is named by words of its own.</summary>
    private static IReadOnlyList<Frame> Apiece(Clause whole, Frame frame)
    {
        if (frame.Intent != "complete_task" || frame.Clarify.Count > 0 || !frame.Refs.TryGetValue("task", out var tasks) || tasks.Count < 2 || Places.Find(whole).Count > 0) return [frame];
        return [.. tasks.Select(task => frame with { Refs = new Dictionary<string, IReadOnlyList<string>>(frame.Refs, StringComparer.Ordinal) { ["task"] = [task] }, Slots = new Slots(frame.Slots) { ["task"] = whole.Index.Get(task)!.Name } })];
    }

    private static Clause In(Clause whole, Message message, int from, int to) => ReferenceEquals(message, whole.Message) ? whole.Part(from, to) : new Clause(message, from, to);

    /// <summary>The message as it is where that is spoken of already, so that nothing is read twice.</summary>
    private static Message SpeakingOf(Message message, Focus focus) => focus == message.Focus ? message : message with { Focus = focus };

    /// <summary>A later order that calls its deal by the deal's own part of the name is not about the one before.</summary>
    private static Clause? OfItsOwn(Clause whole, int from, int to)
    {
        if (from == whole.From) return null;
        var alone = In(whole, SpeakingOf(whole.Message, whole.Focus with { Deal = null, Customer = null }), from, to);
        return !alone.Has(Feature.Customer) && !alone.Has(Feature.Deal) && SubjectFinder.FromHint(alone)?.Deal is not null ? alone : null;
    }

    /// <summary>"They gave us the order! Mark it as won": one act, told and then ordered.</summary>
    private static bool SaysAgain(Frame before, Frame frame, Clause clause) =>
        before.Intent == frame.Intent && !Apart.IsNoted(frame.Intent) && !clause.Has(Feature.OrdinalWord) && clause.Values.Count == 0
        && (clause.Mentions.Count == 0 || (before.Ref("deal") is { } deal && frame.Ref("deal") == deal));

    /// <summary>"Kestrel's free, right? I'll take it": asked only to order it then.</summary>
    private static bool IsAskedAndOrdered(Frame before, Frame frame, Clause clause) =>
        clause.Mentions.Count == 0 && PhraseBook.Standard.Asked.TryGetValue(frame.Intent, out var shown) && shown == before.Intent;

    /// <summary>The order of a clause, once for each whom it is for with a value of his own.</summary>
    private static List<Frame> EachOf(Clause said)
    {
        var clause = Occasion.Without(said);
        var subject = SubjectFinder.Find(clause);
        var intent = Choice.Of(clause, clause.Ranked, subject);
        return Paired.Of(clause, intent.Intent) is { Count: > 1 } pairs ? [.. pairs.Select(pair => Paired.WithoutOthers(clause, pair, One(pair, intent, SubjectFinder.Find(pair))))] : [.. BothDeals.Each(clause, One(clause, intent, subject), intent)];
    }

    private static Frame One(Clause clause)
    {
        var subject = SubjectFinder.Find(clause);
        return One(clause, Choice.Of(clause, clause.Ranked, subject), subject);
    }

    private static Frame One(Clause clause, ScoredIntent intent, Subject subject)
    {
        var next = clause.Ranked.FirstOrDefault(other => other.Intent != intent.Intent && !IsRuledOut(clause, intent, other)) ?? Choice.Unknown;
        var frame = Choice.Frame(clause, intent, subject, next.Score);
        var other = frame.Confidence < Frame.Sure && !PhraseBook.Standard.Bare.Contains(next.Intent) ? Choice.Frame(clause, next, subject) : null;
        return intent.Intent == "unknown" ? Held.NoOrder(clause, frame, subject) with { Spoken = Spoken(clause, subject) } : frame with { Instead = other };
    }

    /// <summary>"Harbor I'd only sign with a cashflow": no order, and yet what is spoken of.</summary>
    private static Dictionary<string, string> Spoken(Clause clause, Subject subject)
    {
        var spoken = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!subject.Said) return spoken;
        if (subject.Customer is { } customer) spoken["customer"] = customer.Key;
        if (subject.Deal is { } deal) spoken["deal"] = deal.Key;
        if (NamedApprovals.Named(clause) is [var approval]) spoken["approval_id"] = approval.Key;
        return spoken;
    }

    /// <summary>With a contract on the table that was spoken of, to hand it in is no offer's; what others wish is no order.</summary>
    private static bool IsRuledOut(Clause clause, ScoredIntent intent, ScoredIntent other) =>
        (PhraseBook.Standard.Told.Contains(intent.Intent) && Stance.Of(clause, other) == Attitude.Wished) || (intent.Intent, other.Intent) is ("submit_contract", "submit_quote") && clause.Focus.Contract is not null && clause.Words("kind").Count == 0;

    /// <summary>Breath groups, joined while a group is no clear order of its own, or only goes on with the one before.</summary>
    private static IReadOnlyList<Clause> Split(Clause whole)
    {
        var parts = new List<(Clause Clause, string? Intent)>();
        var message = whole.Message;
        foreach (var (start, end) in Pieces(whole))
        {
            var clause = OfItsOwn(whole, start, end) ?? In(whole, message, start, end);
            var intent = Stance.IsTheirWish(whole, (start, end)) ? null : ClearOrder(clause) ?? (parts.Count == 0 ? Report(clause) : null);
            message = SpeakingOf(message, SpokenOf(clause, intent));
            if (parts is [.., var (first, before)] && (intent is null || IsAfterword(clause) || parts.Count == Most || !Apart.Is(first, before, clause, intent))) parts[^1] = (whole.Part(first.From, end), intent is not null && Apart.IsForWhatFollows(first, before, intent) ? intent : before ?? intent);
            else parts.Add((clause, intent));
        }

        return [.. parts.Select(part => part.Clause)];
    }

    /// <summary>Breath groups, and what begins with a word like "and" or "then" inside one.</summary>
    private static IEnumerable<(int Start, int End)> Pieces(Clause whole)
    {
        var connectors = whole.Words("connector").Where(word => !whole.Values.Any(value => value.Mark.Overlaps(word.Start, word.End))).ToList();
        foreach (var (start, end) in whole.Breaths)
        {
            var from = start;
            foreach (var word in connectors.Where(word => word.Start > start && word.End < end && !JoinsNames(whole, word)))
            {
                yield return (from, word.Start);
                from = word.Start;
            }

            yield return (from, end);
        }
    }

    /// <summary>"Kestrel and Cobalt both slip", "push Kestrel and Cobalt by a week": between two names that open the breath, or of which the first stands right behind what moves them both.</summary>
    private static bool JoinsNames(Clause whole, Mark word) =>
        whole.Mentions.Any(name => name.End < word.Start && (whole.Marks.IsStart(name.Start) || IsMoved(whole, name.Start)) && whole.Mentions.Any(next => next.Start > word.End && SubjectSlots.IsJoined(whole, name.End, next.Start)));

    /// <summary>The word of moving opens the breath, and what is moved follows at once.</summary>
    private static bool IsMoved(Clause whole, int at) =>
        whole.Words("moves").Any(move => move.End < at && whole.Marks.IsStart(move.Start) && Answers.Covers(whole, move.End, at, [.. whole.Marks.Of(Feature.Glue), .. whole.Words("both_of")]));

    /// <summary>What the orders that follow are about, where they name nothing: "Kestrel: to negotiation, value 160k". A report speaks of much that is no order.</summary>
    private static Focus SpokenOf(Clause clause, string? intent)
    {
        if (intent is null ? !IsBareName(clause) : PhraseBook.Standard.Needs[intent] != "deal" || Apart.IsNoted(intent)) return clause.Focus;
        return SubjectFinder.Find(clause) is { Said: true, Deal: { } deal } ? clause.Focus with { Deal = deal.Key, Customer = deal.Customer } : clause.Focus;
    }

    /// <summary>A first breath that tells what happened with somebody, though nothing is sure of it.</summary>
    private static string? Report(Clause clause) =>
        !clause.Has(Feature.Question) && clause.Ranked.First(scored => scored.Intent != "complete_task" || IsWhole(clause, scored.Intent)) is { Intent: "log_followup", Score: >= Choice.EnoughToWrite } && SubjectFinder.Find(clause).Said ? "log_followup" : null;

    /// <summary>“待办：周五前交方案”, "tasks: …": the word says what kind of thing the rest is.</summary>
    private static bool IsHeading(Clause clause) =>
        clause.To < clause.Message.Text.Length && clause.Message.Text[clause.To] == ':' && Answers.Covers(clause, clause.From, clause.To, [.. clause.Words("task_word"), .. clause.Marks.Of(Feature.Polite)]);

    private static bool IsBareName(Clause clause) => clause.Has(Feature.BareDeal) || clause.Has(Feature.BareCustomer);

    /// <summary>What the words order by themselves, if that is clear; a bare name only says what the rest is about.</summary>
    private static string? ClearOrder(Clause clause)
    {
        // A name and nothing else belongs to what follows in the line, or to the dashes below it.
        if (IsBareName(clause) && clause.Message.Text.Text.AsSpan(clause.To) is { Length: > 0 } below && (below[0] != '\n' || below.TrimStart().StartsWith("-", StringComparison.Ordinal))) return null;
        if (IsHeading(clause)) return null;
        var best = clause.Ranked[0];
        if (best.Score < Enough || best.Score - clause.Ranked[1].Score < Clearly) best = clause.ByRules is [var rule, ..] && rule.Score >= Clear ? rule : Choice.Unknown;
        if (best.Intent == "help" || PhraseBook.Standard.Aside.Contains(best.Intent) || (PhraseBook.Standard.Bare.Contains(best.Intent) && !IsWorded(clause, best.Intent))) return null;
        if (PhraseBook.Standard.Asked.TryGetValue(best.Intent, out var shown) && Questions.AsksWhether(clause)) return shown;
        return IsWhole(clause, best.Intent) && Stance.Of(clause, best) == Attitude.Meant ? best.Intent : null;
    }

    /// <summary>It says what it orders: which to-do is done, how much was paid, to which stage, what is not to be reminded of. “合同弄好了，提上去审”, "I'm off till Friday, Priya covers" only lead to what follows.</summary>
    private static bool IsWhole(Clause clause, string intent) => intent switch
    {
        "complete_task" => clause.Has(Feature.Task) || clause.Has(Feature.Ordinal) || clause.Focus.List.Count > 0 || TaskMatch.Named(clause).Count > 0,
        "record_payment" => clause.Has(Feature.Amount) || IsWorded(clause, intent),
        "move_stage" => clause.Has(Feature.Stage) || IsWorded(clause, intent),
        "snooze" => clause.Has(Feature.ContextAlert) || IsWorded(clause, intent),
        _ => !IsTopic(clause),
    };

    /// <summary>The phrase book has words for it here, so that it is not only likely.</summary>
    private static bool IsWorded(Clause clause, string intent) => clause.ByRules.Any(scored => scored.Intent == intent && scored.Score >= Choice.EnoughToWrite);

    /// <summary>“Shun Fat灌装线报价 – 我同意”: names and what kind of paper it is.</summary>
    private static bool IsTopic(Clause clause)
    {
        var covered = clause.Names.Concat(clause.Words("kind")).Concat(clause.Words("deals_word")).Concat(clause.Descriptive).ToList();
        var text = clause.Message.Text.Text;
        for (var i = clause.From; i < clause.To; i++)
        {
            if (char.IsLetterOrDigit(text[i]) && !covered.Exists(mark => mark.Start <= i && i < mark.End)) return false;
        }

        return true;
    }

    /// <summary>“今天盖章，成交”, “可以，通过”: a word or two that only confirm the breath before.</summary>
    private static bool IsAfterword(Clause clause) =>
        clause.Span.Trim() is { Length: <= Afterword } words && Script.IsAllChinese(words) && clause.Mentions.Count == 0 && clause.Values.Count == 0 && !clause.Has(Feature.Ordinal) && clause.Words("next_word").Count == 0;

    /// <summary>What the next order may mean by "it": a company that this one makes is known by its name only; what was decided on is spoken of with its deal.</summary>
    private static Focus After(Message message, Frame frame)
    {
        var (focus, decided) = (message.Focus, message.Index.Get(frame.Ref("approval_id")));
        var customer = frame.Ref("customer") ?? decided?.Customer ?? message.Index.Get(decided?.Deal)?.Customer;
        return focus with
        {
            Deal = frame.Ref("deal") ?? decided?.Deal ?? (customer is null ? focus.Deal : null), Customer = customer ?? focus.Customer,
            Stranger = customer is null ? frame.Slots.Text("customer") ?? focus.Stranger : null,
        };
    }
}

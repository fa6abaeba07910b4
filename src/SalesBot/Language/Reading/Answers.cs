using SalesBot.Language.Filling;
using SalesBot.Language.Names;

namespace SalesBot.Language.Reading;

/// <summary>The reply to an open question. A whole new command wins over it.</summary>
internal static class Answers
{
    private const double NewCommand = 7;

    public static Frame? Read(Clause clause, IReadOnlyList<ScoredIntent> ranked)
    {
        var focus = clause.Focus;
        if (focus.Pending is not { } pending) return null;
        if (IsOnly(clause, Feature.Yes)) return focus.Asked is null or "confirm" || focus.Choices.Count == 0 ? Confirmed(clause, pending) : null;
        if (IsOnly(clause, Feature.No)) return new Frame("cancel");
        if (IsQuestion(clause) || IsElsewhere(clause)) return null;
        if (focus.Asked is "confirm" && Assent.Of(clause) is { } said && Verdict(clause, ranked, pending, said) is { } verdict) return verdict;
        var best = ranked.Count > 0 ? ranked[0] : Choice.Unknown;
        if (best.Intent == "cancel" && best.Score >= NewCommand) return new Frame("cancel");
        if (best.Score >= NewCommand && best.Intent != pending && !IsStep(clause, best.Intent) && best.Intent is not ("small_talk" or "unknown" or "log_followup" or "undo") && Choice.Of(clause, ranked, SubjectFinder.Find(clause)).Intent != "unknown") return null;
        if (AnotherOrder.Is(clause, pending, ranked)) return null;
        if (Value(clause, pending) is { } value) return Offered(focus, value) ? value : null;
        return best.Score >= NewCommand && !IsStep(clause, best.Intent) ? null : Words(clause, pending);
    }

    /// <summary>Whoever asks something back waits for an answer first; the form stays open.</summary>
    private static bool IsQuestion(Clause clause) =>
        clause.Has(Feature.Question) && clause.Marks.Of(Feature.Auxiliary).Concat(clause.Marks.Of(Feature.Interrogative)).Any(word => clause.Marks.IsStart(word.Start) || Assent.Follows(clause, word.Start));

    /// <summary>At a yes/no about one record, whoever names another one speaks of that one.</summary>
    private static bool IsElsewhere(Clause clause)
    {
        if (clause.Focus is not { Asked: "confirm", Choices.Count: 0 } focus || (focus.Filled?.Text("deal") ?? focus.Deal ?? focus.Filled?.Text("customer") ?? focus.Customer) is not { } own) return false;
        var named = clause.Mentions.Where(mention => mention.Kind is NamedKind.Customer or NamedKind.Deal && mention.Strength >= NameStrength.Short).SelectMany(mention => mention.Records).ToList();
        return named.Count > 0 && !named.Exists(record => record.Key == own || record.Key == clause.Index.Get(own)?.Customer || record.Customer == own);
    }

    /// <summary>A yes with another value takes the value along; a no with one is another answer, not the end.</summary>
    private static Frame? Verdict(Clause clause, IReadOnlyList<ScoredIntent> ranked, string pending, bool said)
    {
        if (ranked.Any(other => other.Score >= NewCommand && other.Intent != pending && other.Intent is not ("cancel" or "approve" or "small_talk" or "undo"))) return null;
        var value = clause.Values.Count > 0 || clause.Has(Feature.Stage) ? Value(clause, pending) : null;
        if (!said) return value is null ? new Frame("cancel") : null;
        var yes = Confirmed(clause, pending);
        foreach (var (slot, given) in value?.Slots ?? []) yes.Slots[slot] = given;
        return yes;
    }

    /// <summary>Asked what comes next, "send the contract on Monday" plans it; nothing is sent off now.</summary>
    private static bool IsStep(Clause clause, string intent) =>
        clause.Focus.Asked == "next_step" && (intent is "submit_contract" or "submit_quote" or "export" or "complete_task" or "record_payment" or "delegate_approval")
        && clause.ValuesOf(ValueKind.Date).Any();

    /// <summary>Of several records that were offered one must be chosen: whoever names another one speaks of something else.</summary>
    private static bool Offered(Focus focus, Frame answer) =>
        focus.Choices.Count == 0 || focus.Asked is not { } asked || answer.Ref(asked) is not { } key || focus.Choices.Contains(key, StringComparer.Ordinal);

    private static Frame Confirmed(Clause clause, string pending)
    {
        var draft = new Draft(clause, new ScoredIntent(pending, 0, []), new Subject());
        Again.Carry(draft, clause.Focus.Filled);
        draft.Slots.Set("confirm", value: true);
        return draft.ToFrame(1);
    }

    /// <summary>A place in the list, a name, an amount, a date … whatever the pending act can take.</summary>
    private static Frame? Value(Clause clause, string pending)
    {
        var focus = clause.Focus;
        var places = Places.Find(clause);
        if (places.Count > 0)
        {
            var draft = new Draft(clause, new ScoredIntent(pending, 0, []), new Subject());
            Again.Carry(draft, focus.Filled);
            draft.Refer(SlotOf(places[0].Kind), places);
            return draft.ToFrame(1);
        }

        return Again.Read(clause, pending, focus.Filled);
    }

    /// <summary>Free words for a slot of free words.</summary>
    private static Frame? Words(Clause clause, string pending)
    {
        if (clause.Focus.Asked is not { } asked || asked == "confirm") return null;
        var draft = new Draft(clause, new ScoredIntent(pending, 0, []), new Subject());
        Again.Carry(draft, clause.Focus.Filled);
        if (FreeText.Rest(draft, clause.From, clause.To, []) is not { } words) return null;
        draft.Slots[asked] = words;
        return draft.ToFrame(1);
    }

    /// <summary>Nothing but words of this list, blanks and particles.</summary>
    public static bool IsOnly(Clause clause, int key)
    {
        var text = clause.Message.Text.Text;
        var covered = clause.Marks.Of(key).ToList();
        if (covered.Count == 0) return false;
        covered.AddRange(clause.Marks.Of(Feature.Polite));
        for (var i = clause.From; i < clause.To; i++)
        {
            if (char.IsLetterOrDigit(text[i]) && !covered.Exists(mark => mark.Start <= i && i < mark.End)) return false;
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

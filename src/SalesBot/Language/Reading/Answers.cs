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
        var best = ranked.Count > 0 ? ranked[0] : Choice.Unknown;
        if (best.Intent == "cancel" && best.Score >= NewCommand) return new Frame("cancel");
        if (best.Score >= NewCommand && best.Intent != pending && !IsStep(clause, best.Intent) && best.Intent is not ("small_talk" or "unknown" or "log_followup" or "undo") && Choice.Of(clause, ranked, SubjectFinder.Find(clause)).Intent != "unknown") return null;
        if (Value(clause, pending) is { } value) return Offered(focus, value) ? value : null;
        return best.Score >= NewCommand && !IsStep(clause, best.Intent) ? null : Words(clause, pending);
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

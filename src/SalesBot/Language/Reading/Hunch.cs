using System.Collections.Frozen;
using SalesBot.Language.Names;

namespace SalesBot.Language.Reading;

/// <summary>
/// "Ship date for Redwood is Thursday", "take the voicemail note off Pinecrest": the wording as a whole sounds like an order, and no word of it says so. Orders that mere telling sounds like are read back
/// before they are carried out, unless some phrase orders or reports them.
/// </summary>
internal static class Hunch
{
    /// <summary>A rule of less weight is a word that many sentences have: a day, a sum.</summary>
    private const double Telling = 2;

    /// <summary>The orders, and the lists of words that say of each what it is.</summary>
    private static readonly FrozenDictionary<string, string[]> SoundsSo = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["log_followup"] = ["log_order", "note_it"],
        ["add_task"] = ["task_word", "remind_me", "must_do", "i_will", "recurrence", "calls_word", "priority", "errand", "makes_do", "until"],
        ["set_next_step"] = ["next_word", "remind_me", "must_do", "i_will"],
        ["update_close_date"] = ["closes", "field", "moves", "put_off"],
        ["create_deal"] = ["create_order", "another"],
        ["create_lead"] = ["create_order", "lead_came"],
        ["win_deal"] = ["signed_word", "order_mark"],
        ["lose_deal"] = ["lose_order", "order_mark"],
        ["take_leave"] = [],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>"Brightwater: 92k, close on the 24th" of a customer who has a deal already: no word makes another.</summary>
    private static bool HasDeals(Clause clause, Subject subject) =>
        subject.Customer is { } customer && clause.Index.Of(customer.Key, NamedKind.Deal).Any(deal => deal.IsOpen && clause.Message.MaySee(deal));

    public static bool Is(Clause clause, ScoredIntent intent, Subject subject)
    {
        if (!SoundsSo.TryGetValue(intent.Intent, out var said) || clause.Focus is { Pending: not null, Optional: false }) return false;
        if (intent.Intent == "create_deal" && HasDeals(clause, subject) && !said.Any(list => clause.Words(list).Count > 0)) return true;
        var rules = clause.ByRules.FirstOrDefault(scored => scored.Intent == intent.Intent);
        if (rules is not null && rules.Reasons.Any(reason => reason.Rule.Weight >= Telling)) return false;
        if (intent.Intent == "add_task" && IsArranged(clause)) return false;
        return !said.Any(list => clause.Words(list).Any(word => !clause.Names.Any(name => name.Overlaps(word.Start, word.End)))) && Choice.Plain(clause, clause.Ranked, subject) != intent.Intent;
    }

    /// <summary>“明天约他们看现场”, “周五两点跟赵磊开个例会”: what is to be arranged, or who comes together, on a day to come that is said first.</summary>
    private static bool IsArranged(Clause clause)
    {
        if (clause.Words("books").Any(word => clause.Marks.IsStart(word.Start) || clause.Values.Any(value => clause.IsBlank(value.End, word.Start)))) return true;
        return clause.ValuesOf(ValueKind.Date).Any(day => day.Date >= clause.Message.Today && (clause.Marks.IsStart(day.Start) || clause.Words("meets").Any(word => clause.Marks.IsStart(word.Start)))) && clause.Words("meets").Count > 0;
    }
}

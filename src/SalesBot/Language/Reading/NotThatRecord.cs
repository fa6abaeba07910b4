using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// “我说的是凌云，不是盛京，快撤”, "wrong one, I meant the spares deal": an act of this conversation was done to another record than the one that was meant. It is taken back there, and done to this one
/// with the same values; what moves money or alerts others is asked first.
/// </summary>
internal static class NotThatRecord
{
    /// <summary>Letters that may be left over, a Chinese character counting two: whoever says more orders something of his own.</summary>
    private const int Little = 6;

    private static readonly string[] Empty = ["mistake", "wrong_thing", "wrong_one", "meant_one", "correction", "correction_end", "undo_verb", "undo_word", "take_back", "not_but", "instead_of", "last_act", "filler", "opener", "connector", "request", "order_mark", "deals_word", "bot_wrong", "field", "but_rather", "for_word", "concerns"];

    /// <summary>What others hear of, or what moves money.</summary>
    private static readonly string[] Grave = ["update_amount", "record_payment", "win_deal", "lose_deal", "move_stage", "assign_customer", "submit_quote", "submit_contract"];

    public static Frame? Read(Clause clause)
    {
        if (clause.Focus is { Pending: not null, Optional: false } || clause.Focus.Past.Count == 0 || clause.Has(Feature.Question) || clause.Has(Feature.If) || clause.Values.Any(value => !clause.Words("wrong_thing").Any(word => word.Overlaps(value.Start, value.End)))) return null;
        var names = clause.Mentions.Where(name => name.Kind is NamedKind.Customer or NamedKind.Deal && name.Strength >= NameStrength.Tail).ToList();
        var here = names.FindAll(name => IsDenied(clause, name));
        List<Mention> denied = [.. here, .. clause.Message.NotNamed];
        if (denied.Count == 0 && (clause.Words("wrong_thing").Count == 0 || clause.Words("meant_one").Count == 0)) return null;
        if (Left(clause) > Little) return null;
        var meant = names.FindAll(name => !here.Exists(other => other.Mark.Overlaps(name.Start, name.End)));
        if (meant.Count == 0 || Record(clause, meant) is not { } record) return null;
        return Past(clause, denied) is { } act && !IsOf(clause, act, record) ? Orders(clause, act, record) : null;
    }

    /// <summary>“不是[盛京]”, "not the [pumps]".</summary>
    private static bool IsDenied(Clause clause, Mention name) =>
        clause.Words("wrong_one").Concat(clause.Words("not_but")).Concat(clause.Words("instead_of")).Any(word => word.End <= name.Start && Answers.Covers(clause, word.End, name.Start, [.. clause.Marks.Of(Feature.Glue), .. clause.Words("filler")]));

    /// <summary>The deal that is named, else the only open one of the customer, else the customer.</summary>
    private static NamedRecord? Record(Clause clause, List<Mention> meant)
    {
        var part = clause.Part(meant.Min(name => name.Start), meant.Max(name => name.End));
        var subject = SubjectFinder.Find(part);
        return subject.Deal ?? subject.Customer;
    }

    /// <summary>The newest act on what is denied; where nothing is, the last one, if nothing was done since.</summary>
    private static PastAct? Past(Clause clause, List<Mention> denied)
    {
        if (denied.Count == 0) return clause.Focus is { Undone: false, LastEntry: { } entry } ? clause.Focus.Past.LastOrDefault(act => act.Entry == entry) : null;
        return clause.Focus.Past.LastOrDefault(act => denied.SelectMany(name => name.Records).Any(record => IsOf(clause, act, record)));
    }

    private static bool IsOf(Clause clause, PastAct act, NamedRecord record)
    {
        var deal = act.Slots.Text("deal") is { } key && clause.Index.Get(key) is { Kind: NamedKind.Deal } found ? found : null;
        return record.Kind == NamedKind.Deal ? deal?.Key == record.Key : (deal?.Customer ?? act.Slots.Text("customer")) == record.Key || act.Slots.Text("customer") == record.Key;
    }

    private static Frame Orders(Clause clause, PastAct act, NamedRecord record)
    {
        var draft = new Draft(clause, new ScoredIntent(act.Intent == "record_payment" ? "correct_payment" : act.Intent, 0, []), new Subject());
        foreach (var (slot, value) in act.Slots.Where(slot => slot.Key is not ("deal" or "customer" or "contact" or "contract" or "task" or "quote" or "approval_id" or "confirm" or "delta") && !slot.Key.StartsWith("card.", StringComparison.Ordinal) && !slot.Key.StartsWith("base.", StringComparison.Ordinal))) draft.Slots[slot] = value;
        draft.Refer(record.Kind == NamedKind.Deal ? "deal" : "customer", [record]);
        if (record.Kind == NamedKind.Deal && clause.Index.Get(record.Customer) is { } customer && PhraseBook.Standard.Needs.TryGetValue(act.Intent, out var needs) && needs == "customer") draft.Refer("customer", [customer]);
        if (act.Intent == "record_payment")
        {
            if (act.Slots.Text("contract") is { } contract) draft.Slots["was_contract"] = contract;
            return draft.ToFrame(1);
        }

        var again = draft.ToFrame(Grave.Contains(act.Intent, StringComparer.Ordinal) ? 0 : 1);
        return new Frame("undo") { Slots = new Slots { ["entry"] = act.Entry }, Also = [again] };
    }

    /// <summary>How much is said besides.</summary>
    private static int Left(Clause clause)
    {
        List<Mark> known = [.. clause.Mentions.Select(name => name.Mark), .. clause.Descriptive, .. Empty.SelectMany(clause.Words), .. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Particle), .. clause.Marks.Of(Feature.This), .. clause.Marks.Of(Feature.No)];
        return Enumerable.Range(clause.From, clause.To - clause.From).Where(at => char.IsLetterOrDigit(clause.Message.Text[at]) && !known.Exists(mark => mark.Start <= at && at < mark.End)).Sum(at => Script.IsChinese(clause.Message.Text[at]) ? 2 : 1);
    }
}

using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“不对，把这个客户删掉”, "that's wrong, delete the deal Redwood line": the last breath wants a record gone, which is no correction of the act before.</summary>
internal static class Deleted
{
    private const string Command = "delete_record";

    public static Frame? Read(Clause clause)
    {
        // "I don't need it, delete it": what the last breath orders is not denied by the one before.
        var order = clause.Breaths is [_, .., var last] ? clause.Part(last.Start, last.End) : clause;
        if (clause.Words("task_word").Count > 0 || order.Has(Feature.Dont) || clause.Has(Feature.If)) return null;
        if (Denied(clause) is { } record && !SecondThoughts.Are(clause))
        {
            var draft = Draft.Of(clause, Command);
            draft.Refer(record.Kind == NamedKind.Deal ? "deal" : "customer", [record]);
            if (clause.Index.Get(record.Customer) is { } customer) draft.Refer("customer", [customer]);
            return draft.ToFrame(1);
        }

        return new[] { order, clause }.Select(Sayings.Read).FirstOrDefault(frame => frame?.Intent == Command);
    }

    /// <summary>"I don't need the Coastal deal, delete it", “凌云那个商机不要了，删掉”: the deal or customer that is not wanted, where the last breath only deletes it.</summary>
    public static NamedRecord? Denied(Clause clause)
    {
        if (clause.Breaths is not [var first, var last]) return null;
        var deletes = clause.Marks.Of(PhraseBook.Standard.KeyOf("[take_off]")).Where(word => word.Start - last.Start is 0 or 1).ToList();
        if (deletes.Count == 0 || !Answers.Covers(clause, last.Start, last.End, [.. deletes, .. clause.Marks.Of(Feature.This), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Particle), .. clause.Marks.Of(Feature.Glue), .. clause.Words("filler")])) return null;
        var part = clause.Part(first.Start, first.End);
        if (!part.Has(Feature.Dont) && part.Words("no_longer").Count == 0) return null;
        var named = part.Mentions.Where(name => name.Kind is NamedKind.Customer or NamedKind.Deal && name.Strength >= NameStrength.Short).OrderByDescending(name => name.Kind == NamedKind.Deal).ThenByDescending(name => name.Length).FirstOrDefault();
        return named?.Records is [var record] ? record : null;
    }
}

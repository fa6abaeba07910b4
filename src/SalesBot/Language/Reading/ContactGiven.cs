using SalesBot.Language.Filling;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>Right after a customer was made: “联系人叫古月 182…”, "her name is Ilse Dorn, 0171…", or that nobody is known there yet.</summary>
internal static class ContactGiven
{
    private static readonly int Lead = PhraseBook.Standard.KeyOf("[contact_lead]"), Word = PhraseBook.Standard.KeyOf("[contact_word]"), Skip = PhraseBook.Standard.KeyOf("[skip_word]");

    public static Frame? Read(Clause clause)
    {
        if (clause.Focus is not { Fresh: true, LastIntent: "create_customer", Customer: not null } focus || focus is { Pending: not null, Optional: false } || clause.Has(Feature.Question)) return null;
        if (clause.Has(Skip) && clause.Values.Count == 0 && Answers.Covers(clause, clause.From, clause.To, [.. clause.Marks.Of(Skip), .. clause.Marks.Of(Feature.No), .. clause.Marks.Of(Word), .. clause.Marks.Of(Feature.Polite), .. clause.Words("filler"), .. clause.Words("field"), .. clause.Words("not_now")])) return new Frame("small_talk") { Slots = new Slots { ["confirm"] = "true" } };
        if (!clause.Marks.Of(Lead).Concat(clause.Marks.Of(Word)).Any(word => clause.Marks.IsStart(word.Start) || Assent.Follows(clause, word.Start))) return null;
        if (clause.Has(Skip) && clause.Values.Count == 0) return new Frame("small_talk") { Slots = new Slots { ["confirm"] = "true" } };
        var draft = new Draft(clause, new ScoredIntent("create_customer", 0, []), SubjectFinder.FromContext(clause));
        SlotReaders.Fill(draft, ["phone", "email"]);
        AddedContact.Read(draft);
        return draft.Slots.Text("person") is null ? null : draft.ToFrame(1);
    }
}

using SalesBot.Language.Filling;
using SalesBot.Language.Verbs;

namespace SalesBot.Language.Reading;

/// <summary>A message that is from beginning to end a saying of the <see cref="VerbBook"/>: it wins over what it might be besides.</summary>
internal static class Sayings
{
    public static Frame? Read(Clause clause)
    {
        var masked = MaskedText.Of(clause);
        if (VerbBook.Standard.Find(masked.Text) is not { } found) return null;
        var verb = found.Verb;
        var draft = new Draft(clause, new ScoredIntent(verb.Id, 0, []), SubjectFinder.Find(clause));
        if (verb.Needs.Length > 0) SubjectSlots.Fill(draft, verb.Needs);
        SlotReaders.Fill(draft, verb.Slots);
        if (found.Text is { } text && verb.Text is { } slot)
        {
            var (from, to) = masked.Back(text.From, text.To);
            if (clause.Message.AsTyped(from, to).Trim(' ', ',', '.', ';', ':', '\uFF0C', '\u3002', '\uFF1A', '\uFF1B') is { Length: > 0 } typed) draft.Slots[slot] = typed;
        }

        return draft.ToFrame(1);
    }
}

using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“手机打错了 尾号是9987”, "wrong number, it ends in 9987": right after a contact was added, the last digits of the number that was given.</summary>
internal static class PhoneEnd
{
    private static readonly int Ends = PhraseBook.Standard.KeyOf("[phone_end]");

    public static Frame? Read(Clause clause)
    {
        if (clause.Focus is not { Fresh: true, Undone: false, LastIntent: "create_customer" or "create_lead" } focus || focus is { Pending: not null, Optional: false } || focus.LastSlots?.Text("phone") is not { } phone || clause.Has(Feature.Question)) return null;
        var from = clause.Marks.Of(Ends).Select(word => word.End).DefaultIfEmpty(-1).Max();
        if (from < 0 || Digits(clause, from) is not { Length: >= 2 } digits || digits.Length >= phone.Length) return null;
        var draft = Draft.Of(clause, focus.LastIntent!);
        Again.Carry(draft, focus.LastSlots);
        draft.Slots["phone"] = phone[..^digits.Length] + digits;
        return draft.ToFrame(1) with { Corrects = true };
    }

    private static string Digits(Clause clause, int from)
    {
        var text = clause.Message.Text;
        while (from < clause.To && !char.IsAsciiDigit(text[from])) from++;
        var end = from;
        while (end < clause.To && char.IsAsciiDigit(text[end])) end++;
        return text.Text[from..end];
    }
}

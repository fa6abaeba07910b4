using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>“联系人加一个 采购 洪经理 137…”, "add a contact, Thomas Muller, purchasing": a person at the customer that is named or spoken of.</summary>
internal static class AddedContact
{
    private const int LongestName = 4;

    public static bool Is(Draft draft) => draft.Intent.Intent == "create_customer" && draft.Clause.Words("add_contact").Count > 0 && draft.Subject.Customer is not null;

    public static void Read(Draft draft)
    {
        var clause = draft.Clause;
        draft.Refer("customer", draft.Subject.Customers);
        draft.Slots["field"] = "contact";
        var cut = clause.Words("add_contact").Concat(clause.Words("contact_lead")).Concat(clause.Words("contact_word")).Concat(clause.Mentions.Where(mention => mention.Kind is NamedKind.Customer or NamedKind.Deal).Select(mention => mention.Mark)).Concat(clause.Values.Select(value => value.Mark).Where(value => !IsGiven(clause, value))).ToList();
        var pieces = clause.Breaths.Select(part => FreeText.Rest(draft, part.Start, part.End, cut)).OfType<string>().Select(Bare).Where(piece => !piece.Contains('@') && piece.Any(char.IsLetter)).ToList();
        if ((pieces.Find(IsName) ?? pieces.LastOrDefault()) is not { } name) return;
        draft.Slots["person"] = name;
        if (pieces.Find(piece => piece != name) is { } title) draft.Slots["title"] = title;
    }

    /// <summary>A first name that is a day elsewhere: 国庆, 元旦 right after a surname.</summary>
    private static bool IsGiven(Clause clause, Mark value) =>
        value.Start > clause.From && value.End - value.Start <= 2 && Script.IsChinese(clause.Message.Text[value.Start]) && Script.IsChinese(clause.Message.Text[value.Start - 1]) && PersonForms.IsName(clause.Message.Text.Slice(value.Start - 1, value.End).ToString());

    /// <summary>A surname and little more, or words with capitals.</summary>
    private static bool IsName(string piece) => Script.IsChinese(piece[0])
        ? piece.Length is >= 2 and <= LongestName && PersonForms.IsName(piece)
        : piece.Split(' ').All(word => word.Length > 0 && char.IsUpper(word[0]));

    /// <summary>“contact是 Gordon Yip”: the word that joins the two.</summary>
    private static string Bare(string piece) => piece.Length > 1 && piece[0] is '是' or '叫' ? piece[1..].TrimStart() : piece;
}

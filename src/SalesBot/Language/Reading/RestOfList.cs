using System.Globalization;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“还有呢”, “剩下三个”, "and the rest?" right after a list: its next part, as its button shows it.</summary>
internal static class RestOfList
{
    private static readonly SpokenPatterns Words = new("SalesBot.Language.Reading.page-words.txt");

    public static Frame? Read(Clause clause)
    {
        if (clause.Focus is not { LookIntent: { } look, Looked: true, Choices.Count: 0 } focus || focus is { Pending: not null, Optional: false } || !IsList(look)) return null;
        if (!Words["rest"].IsMatch(clause.Message.Text.Text[clause.From..clause.To])) return null;
        var page = focus.LookSlots?.Number("page") ?? 1;
        return new Frame(look) { SameLook = true, Slots = new Slots { ["page"] = (page + 1).ToString(CultureInfo.InvariantCulture) } };
    }

    /// <summary>A look at one record has no next part.</summary>
    private static bool IsList(string look) => PhraseBook.Standard.Needs[look] is "" or "mentioned";
}

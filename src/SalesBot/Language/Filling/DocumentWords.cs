using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;
using SalesBot.Language.Text;

namespace SalesBot.Language.Filling;

/// <summary>What people call the papers of a deal (<c>Beside/document.txt</c>).</summary>
internal static class DocumentWords
{
    private static readonly int List = PhraseBook.Standard.KeyOf("[document]");

    /// <summary>The kind that the longest word in the text stands for; null where there is none.</summary>
    public static string? In(string text) => PhraseBook.Standard.Find(NormalText.Of(text).Text).OrderByDescending(hit => hit.End - hit.Start)
        .SelectMany(hit => PhraseBook.Standard.LabelsOf(hit.Literal)).Where(label => label.Key == List).Select(label => label.Value).FirstOrDefault();

    public static void Kind(Draft draft)
    {
        if (draft.Clause.Words("document") is not [_, ..] words) return;
        var best = words.MaxBy(word => word.End - word.Start);
        draft.Slots["kind"] = best.Value!;
        draft.Use(best, "kind");
    }
}

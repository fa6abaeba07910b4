using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>“先别丢”, "don't close it yet", “北辰那单先别转”: a breath that says not to do one act.</summary>
internal static class Forbidden
{
    /// <summary>Characters, and words, of which the name of an act has no more.</summary>
    private const int Characters = 4;
    private const int Words = 6;

    /// <summary>Before the word that forbids.</summary>
    private static readonly string[] Leading = ["filler", "opener", "deals_word", "this", "correction", "connector", "but"];

    public static bool Is(Clause breath, string act)
    {
        // "Don't close it yet" ends as a question might, and is none.
        if (breath.Span.TrimEnd().EndsWith("?", StringComparison.Ordinal)) return false;
        List<Mark> leading = [.. Leading.SelectMany(breath.Words), .. breath.Mentions.Select(mention => mention.Mark), .. breath.Marks.Of(Feature.Polite), .. breath.Marks.Of(Feature.Glue), .. breath.Marks.Of(Feature.No), .. breath.Marks.Of(Feature.This)];
        return breath.Marks.Of(Feature.Dont).Any(dont => Names(breath.Message.Text.Slice(dont.End, breath.To), PhraseBook.Standard.KeyOf($"[deed_of:{act}]")) && Answers.Covers(breath, breath.From, dont.Start, leading));
    }

    /// <summary>It begins with what the act is called; a word that is denied is no mark of its own.</summary>
    private static bool Names(ReadOnlySpan<char> said, int act)
    {
        said = said.Trim();
        for (var (end, words) = (1, 0); end <= said.Length && words < Words; end++)
        {
            if (end < said.Length && !Script.IsChinese(said[end - 1]) && char.IsLetter(said[end])) continue;
            words += Script.IsChinese(said[end - 1]) ? 0 : 1;
            if (Script.IsChinese(said[0]) && end > Characters) return false;
            if (PhraseBook.Standard.Is(said[..end].ToString(), act)) return true;
        }

        return false;
    }
}

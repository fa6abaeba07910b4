namespace SalesBot.Language.Phrases;

/// <summary>"havent", "whats", "dont": people leave the apostrophe out, so that each phrase with one is one without it too, where that is no other word ("its", "well").</summary>
internal static class Contractions
{
    private static readonly string[] Joints = ["|", " .. ", " + ", " = "];

    /// <summary>Other words when the apostrophe is gone.</summary>
    private static readonly string[] Others = ["its", "were", "ill", "well", "shell", "hell", "id", "wed", "shed", "hed", "whore", "cant"];

    /// <summary>A line of a phrase file in which the bare form stands beside each alternative that has an apostrophe.</summary>
    public static string WithBare(string line)
    {
        if (!line.Contains('\'', StringComparison.Ordinal)) return line;
        var said = line.Split(Joints, StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
        var (written, at) = (new System.Text.StringBuilder(line.Length * 2), 0);
        while (at < line.Length)
        {
            var (end, joint) = Joints.Select(joint => (At: line.IndexOf(joint, at, StringComparison.Ordinal), joint)).Where(next => next.At >= 0).DefaultIfEmpty((At: line.Length, string.Empty)).MinBy(next => next.At);
            var phrase = line[at..end];
            written.Append(phrase);
            if (Bare(phrase) is { } bare && !said.Contains(bare)) written.Append('|').Append(bare);
            written.Append(joint);
            at = end + joint.Length;
        }

        return written.ToString();
    }

    private static string? Bare(string phrase)
    {
        var words = phrase.TrimStart();
        if (words.Length > 0 && words[0] is '+' or '-') words = words[(words.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        if (words.Length == 0 || words[0] is '!' or '\'' || !words.Contains('\'', StringComparison.Ordinal)) return null;
        var bare = words.Replace("'", string.Empty, StringComparison.Ordinal);
        return bare.Split([' ', '^', '$']).Any(word => Others.Contains(word, StringComparer.Ordinal)) ? null : bare;
    }
}

namespace SalesBot.Language.Names;

/// <summary>Letters wrong, missing, too many or swapped between two words (Damerau, restricted).</summary>
internal static class EditDistance
{
    private const int Longest = 64;
    private const int Far = Longest * 2;

    /// <summary>Only cells whose places differ by no more than what is allowed can count; the others are not looked at.</summary>
    public static bool Within(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int allowed)
    {
        if (Math.Abs(a.Length - b.Length) > allowed || a.Length > Longest || b.Length > Longest) return false;
        Span<int> before = stackalloc int[b.Length + 2], last = stackalloc int[b.Length + 2], row = stackalloc int[b.Length + 2];
        for (var j = 0; j < last.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var (from, to) = (Math.Max(1, i - allowed), Math.Min(b.Length, i + allowed));
            row[from - 1] = from == 1 ? i : Far;
            var best = row[from - 1];
            for (var j = from; j <= to; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
                best = Math.Min(best, row[j]);
            }

            if (best > allowed) return false;
            row[to + 1] = Far;
            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[b.Length] <= allowed;
    }

    /// <summary>How many letters it takes to make one of the other; of very long words, all.</summary>
    public static int Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var most = Math.Max(a.Length, b.Length);
        for (var allowed = Math.Abs(a.Length - b.Length); allowed < most; allowed++)
        {
            if (Within(a, b, allowed)) return allowed;
        }

        return most;
    }
}

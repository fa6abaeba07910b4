namespace SalesBot.Language.Names;

/// <summary>Letters wrong, missing, too many or swapped between two words (Damerau, restricted).</summary>
internal static class EditDistance
{
    public static bool Within(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int allowed)
    {
        if (Math.Abs(a.Length - b.Length) > allowed || a.Length > 64 || b.Length > 64) return false;
        Span<int> before = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var best = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
                best = Math.Min(best, row[j]);
            }

            if (best > allowed) return false;
            last.CopyTo(before);
            row.CopyTo(last);
        }

        return last[b.Length] <= allowed;
    }
}

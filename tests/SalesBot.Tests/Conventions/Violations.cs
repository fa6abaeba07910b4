namespace SalesBot.Tests.Conventions;

internal static class Violations
{
    /// <summary>Prints each on a line of its own, in full.</summary>
    public static void None(IEnumerable<string?> found)
    {
        var list = found.Distinct(StringComparer.Ordinal).ToList();
        Assert.True(list.Count == 0, string.Join('\n', list));
    }
}

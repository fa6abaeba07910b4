namespace SalesBot.Telemetry;

/// <summary>
/// An exception as it may be logged: its types and where it was thrown. Not its messages, for those quote what they choked on, which may be a
/// customer's text.
/// </summary>
internal static class Fault
{
    public static string Describe(Exception fault)
    {
        var lines = new List<string>();
        for (var inner = fault; inner is not null; inner = inner.InnerException)
        {
            lines.Add($"{inner.GetType().FullName}{Environment.NewLine}{inner.StackTrace}");
        }

        return string.Join(Environment.NewLine, lines);
    }
}

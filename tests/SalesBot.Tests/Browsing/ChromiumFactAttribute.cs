namespace SalesBot.Tests.Browsing;

/// <summary>A test that needs a browser; where there is none it is skipped and says how to get one.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Chromium.Missing is { } reason)
        {
            Skip = reason;
        }
    }
}

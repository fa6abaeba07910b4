namespace SalesBot.Server.Channels;

/// <summary>What is wrong with the settings that the options of several messengers have alike.</summary>
internal static class CallSettings
{
    public static IEnumerable<(string Key, string What)> Faults(string apiUrl, int maxRequestBytes, RetryLimits retrying, TimeSpan pace, IHostEnvironment environment)
    {
        if (!IsAddress(apiUrl, environment) || !apiUrl.EndsWith('/'))
        {
            yield return ("ApiUrl", "must be an https address (http only in Development) that ends with a slash");
        }

        if (maxRequestBytes is < 1024 or > 16 * 1024 * 1024)
        {
            yield return ("MaxRequestBytes", "must be between 1 KiB and 16 MiB");
        }

        if (retrying.Retries is < 0 or > 10)
        {
            yield return ("Retries", "must be between 0 and 10");
        }

        if (retrying.Timeout <= TimeSpan.Zero || retrying.Timeout > TimeSpan.FromMinutes(5))
        {
            yield return ("Timeout", "must be between 0 and 5 minutes");
        }

        if (retrying.MaxDelay < TimeSpan.FromSeconds(1) || pace < TimeSpan.Zero || pace > retrying.MaxDelay)
        {
            yield return ("Pace", "must be at most MaxDelay, which is a second or more");
        }
    }

    public static bool IsAddress(string? url, IHostEnvironment environment) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme is "https" || (address.Scheme is "http" && environment.IsDevelopment()));
}

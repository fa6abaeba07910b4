namespace SalesBot.Server.Channels.BotFramework.Connector;

/// <summary>Addresses of Connector calls (PROTOCOLS.md A.2).</summary>
internal static class ConnectorUri
{
    /// <summary>Null when the service URL is no http address, or an id is such that it would climb out of its place in the path.</summary>
    public static Uri? Build(string serviceUrl, ReadOnlySpan<string> path, string query = "")
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var service) || service.Scheme is not ("https" or "http"))
        {
            return null;
        }

        var address = new System.Text.StringBuilder(serviceUrl.TrimEnd('/')).Append("/v3");
        foreach (var part in path)
        {
            // Dots alone stay dots when escaped, and Uri then takes the step up.
            if (part.AsSpan().TrimStart('.').IsEmpty)
            {
                return null;
            }

            address.Append('/').Append(Uri.EscapeDataString(part));
        }

        return new Uri(address.Append(query).ToString());
    }
}

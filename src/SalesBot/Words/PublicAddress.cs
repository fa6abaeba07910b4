namespace SalesBot.Words;

/// <summary>Where people's browsers reach this service. Only the edge knows it, and only once it listens; links in messages begin with it.</summary>
internal sealed class PublicAddress
{
    /// <summary>Ends with a slash.</summary>
    public Uri Root { get; set; } = new("http://127.0.0.1:3978/");
}

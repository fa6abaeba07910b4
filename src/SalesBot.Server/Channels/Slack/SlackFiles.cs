using System.Text.Json;
using SalesBot.Conversation;
using SalesBot.Files;

namespace SalesBot.Server.Channels.Slack;

/// <summary>Fetches what was handed in, up to the limit and from Slack's own store alone, which wants our token; what fails says why.</summary>
internal sealed class SlackFiles(SlackClient slack, FileLimits limits, IHostEnvironment environment, ILogger<SlackFiles> log)
{
    private const string Page = "text/html";

    private static readonly string[] Stores = ["files.slack.com", "files.slack-gov.com"];

    /// <summary>For all files of a message; the acknowledgement does not wait for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>A file of a message.</summary>
    /// <param name="Address">Null where Slack does not say it before it is asked (files of other workspaces).</param>
    internal sealed record Sent(string? Id, string Name, string Type, string? Address)
    {
        public static Sent Of(JsonElement file) => new(file.Text("id"), file.Text("name") ?? "file", file.Text("mimetype") ?? "", AddressIn(file));

        public static string? AddressIn(JsonElement file) => file.Text("url_private_download") ?? file.Text("url_private");
    }

    public Task<IReadOnlyList<ReceivedFile>> FetchAsync(IReadOnlyList<Sent> sent, CancellationToken cancel) => FileBody.AllAsync(sent, file => file.Name, Patience, OneAsync, cancel);

    private async Task<ReceivedFile> OneAsync(Sent file, CancellationToken cancel)
    {
        if (!Uri.TryCreate(file.Address ?? await AskedAsync(file, cancel), UriKind.Absolute, out var address))
        {
            return ReceivedFile.Missing(file.Name, FileFault.Unreachable);
        }

        if (!IsStore(address))
        {
            // One that was only linked to (a drive of somebody else's); our token is for nobody else.
            return ReceivedFile.Missing(file.Name, FileFault.Untrusted);
        }

        using var response = await slack.DownloadAsync(address, cancel);
        // Whom Slack does not let in it sends to its login, or shows that page: it is none that is to be saved, as a file is.
        var login = response.Content.Headers.ContentType?.MediaType is Page && (file.Type is not Page || response.Content.Headers.ContentDisposition?.DispositionType is not "attachment");
        if (response.IsSuccessStatusCode && !login)
        {
            return await FileBody.ReadAsync(file.Name, response.Content, limits, cancel);
        }

        log.CallFailed(SlackRoute.ChannelId, "files", (int)response.StatusCode, login ? "login" : response.StatusCode.ToString());
        return ReceivedFile.Missing(file.Name, FileFault.Unreachable);
    }

    private async Task<string?> AskedAsync(Sent file, CancellationToken cancel) =>
        file.Id is { } id && await slack.AskAsync("files.info", [new("file", id)], cancel) is { Error: null } answer && answer.Body.At("file") is { } known ? Sent.AddressIn(known) : null;

    /// <summary>In Development this machine too, for practice.</summary>
    private bool IsStore(Uri address) => address.UserInfo.Length == 0 && (environment.IsDevelopment() && address.IsLoopback
        ? address.Scheme is "http" or "https"
        : address is { Scheme: "https", IsDefaultPort: true } && Stores.Contains(address.Host, StringComparer.OrdinalIgnoreCase));
}

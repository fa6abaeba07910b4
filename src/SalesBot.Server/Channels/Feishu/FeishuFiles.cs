using SalesBot.Conversation;
using SalesBot.Files;

namespace SalesBot.Server.Channels.Feishu;

/// <summary>Fetches what was handed in, up to the limit; what fails says why.</summary>
internal sealed class FeishuFiles(FeishuClient feishu, FileLimits limits)
{
    /// <summary>For all files of a message; the acknowledgement does not wait for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public Task<IReadOnlyList<ReceivedFile>> FetchAsync(string message, IReadOnlyList<SentResource> sent, CancellationToken cancel) =>
        FileBody.AllAsync(sent, file => file.Name, Patience, (file, stop) => OneAsync(message, file, stop), cancel);

    private async Task<ReceivedFile> OneAsync(string message, SentResource file, CancellationToken cancel)
    {
        var call = FeishuCall.Get("im.messageResource.get", $"im/v1/messages/{message}/resources/{file.Key}?type={file.Kind}");
        return await feishu.DownloadAsync(call, limits.Bytes, cancel) switch
        {
            ({ } content, var type) => new ReceivedFile(file.Name, type, content),
            (_, FeishuClient.TooLarge) => ReceivedFile.Missing(file.Name, FileFault.TooLarge),
            _ => ReceivedFile.Missing(file.Name, FileFault.Unreachable),
        };
    }
}

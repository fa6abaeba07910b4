using SalesBot.Conversation;
using SalesBot.Files;

namespace SalesBot.Server.Channels.Feishu;

/// <summary>Fetches what was handed in, up to the limit; what fails says why.</summary>
internal sealed class FeishuFiles(FeishuClient feishu, FileLimits limits)
{
    /// <summary>For all files of a message; the acknowledgement does not wait for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<IReadOnlyList<ReceivedFile>> FetchAsync(string message, IReadOnlyList<SentResource> sent, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        var files = new List<ReceivedFile>();
        foreach (var file in sent)
        {
            // Those beyond the limit are only counted.
            files.Add(files.Count < FileLimits.Most ? await OneAsync(message, file, limit.Token) : Failed(file, FileFault.Unreachable));
        }

        cancel.ThrowIfCancellationRequested();
        return files;
    }

    private async Task<ReceivedFile> OneAsync(string message, SentResource file, CancellationToken cancel)
    {
        try
        {
            var call = FeishuCall.Get("im.messageResource.get", $"im/v1/messages/{message}/resources/{file.Key}?type={file.Kind}");
            return await feishu.DownloadAsync(call, limits.Bytes, cancel) switch
            {
                ({ } content, var type) => new ReceivedFile(file.Name, type, content),
                (_, FeishuClient.TooLarge) => Failed(file, FileFault.TooLarge),
                _ => Failed(file, FileFault.Unreachable),
            };
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
            return Failed(file, FileFault.Unreachable);
        }
    }

    private static ReceivedFile Failed(SentResource file, FileFault fault) => new(file.Name, "", ReadOnlyMemory<byte>.Empty) { Fault = fault };
}

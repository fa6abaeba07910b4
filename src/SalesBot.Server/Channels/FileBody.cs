using SalesBot.Conversation;
using SalesBot.Files;

namespace SalesBot.Server.Channels;

/// <summary>Files that a platform hands out: no more than is taken is read, whatever length or number is announced.</summary>
internal static class FileBody
{
    /// <summary>Null for what is too large.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContent sent, FileLimits limits, CancellationToken cancel)
    {
        if (sent.Headers.ContentLength > limits.Bytes)
        {
            return null;
        }

        await using var body = await sent.ReadAsStreamAsync(cancel);
        return await body.ReadToEndAsync(limits.Bytes, cancel);
    }

    /// <summary>The file that was answered with.</summary>
    public static async Task<ReceivedFile> ReadAsync(string name, HttpContent sent, FileLimits limits, CancellationToken cancel) =>
        await ReadAsync(sent, limits, cancel) is { } body ? new ReceivedFile(name, sent.Headers.ContentType?.MediaType ?? "", body) : ReceivedFile.Missing(name, FileFault.TooLarge);

    /// <summary>All files of a message, one after the other; what is not there in time is said to be missing.</summary>
    /// <param name="patience">For all together.</param>
    /// <param name="fetch">One of them; may throw what a connection throws.</param>
    public static async Task<IReadOnlyList<ReceivedFile>> AllAsync<T>(IReadOnlyList<T> sent, Func<T, string> name, TimeSpan patience, Func<T, CancellationToken, Task<ReceivedFile>> fetch, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        var files = new List<ReceivedFile>();
        foreach (var file in sent)
        {
            // Those beyond the limit are only counted.
            files.Add(files.Count < FileLimits.Most ? await OneAsync(file) : ReceivedFile.Missing(name(file), FileFault.Unreachable));
        }

        cancel.ThrowIfCancellationRequested();
        return files;

        async Task<ReceivedFile> OneAsync(T file)
        {
            try
            {
                return await fetch(file, limit.Token);
            }
            catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or IOException or TimeoutException)
            {
                return ReceivedFile.Missing(name(file), FileFault.Unreachable);
            }
        }
    }
}

using SalesBot.Files;

namespace SalesBot.Server.Channels;

/// <summary>A file that a platform hands out: no more than is taken is read, whatever length is announced.</summary>
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
}

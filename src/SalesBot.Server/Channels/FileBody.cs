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
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await body.ReadAsync(buffer, cancel)) > 0;)
        {
            content.Write(buffer, 0, read);
            if (content.Length > limits.Bytes)
            {
                return null;
            }
        }

        return content.ToArray();
    }
}

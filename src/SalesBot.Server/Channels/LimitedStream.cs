namespace SalesBot.Server.Channels;

/// <summary>Reads what strangers send: no more than is taken, whatever length is announced.</summary>
internal static class LimitedStream
{
    /// <summary>Null beyond <paramref name="limit"/> bytes.</summary>
    public static async Task<byte[]?> ReadToEndAsync(this Stream stream, long limit, CancellationToken cancel)
    {
        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0;)
        {
            if (content.Length + read > limit)
            {
                return null;
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}

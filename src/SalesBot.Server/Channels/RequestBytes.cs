namespace SalesBot.Server.Channels;

/// <summary>A request's body as it came, which is what platforms sign.</summary>
internal static class RequestBytes
{
    /// <summary>Null with the status to answer: 413 beyond <paramref name="limit"/> bytes, 400 for what breaks off.</summary>
    public static async Task<(byte[]? Body, int Status)> ReadAsync(HttpRequest request, int limit)
    {
        try
        {
            using var body = new MemoryStream();
            var buffer = new byte[4096];
            for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
            {
                if (body.Length + read > limit)
                {
                    return (null, StatusCodes.Status413PayloadTooLarge);
                }

                body.Write(buffer, 0, read);
            }

            return (body.ToArray(), StatusCodes.Status200OK);
        }
        catch (BadHttpRequestException fault)
        {
            return (null, fault.StatusCode);
        }
    }
}

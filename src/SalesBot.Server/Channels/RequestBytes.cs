namespace SalesBot.Server.Channels;

/// <summary>A request's body as it came, which is what platforms sign.</summary>
internal static class RequestBytes
{
    /// <summary>Null with the status to answer: 413 beyond <paramref name="limit"/> bytes, 400 for what breaks off.</summary>
    public static async Task<(byte[]? Body, int Status)> ReadAsync(HttpRequest request, int limit)
    {
        try
        {
            var body = await request.Body.ReadToEndAsync(limit, request.HttpContext.RequestAborted);
            return (body, body is null ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status200OK);
        }
        catch (BadHttpRequestException fault)
        {
            return (null, fault.StatusCode);
        }
    }
}

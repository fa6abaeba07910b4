using System.Text.Json.Nodes;

namespace SalesBot.Server.Channels.DirectLine;

/// <summary>
/// <c>POST /conversations/{id}/upload</c>: a part <c>activity</c> and one part for each file. The files are kept and the activity, with their
/// addresses as attachments, goes the way of any other. What the bot does not take it says itself, in words.
/// </summary>
internal static class UploadFiles
{
    public const long RequestLimit = 32 * 1024 * 1024;
    private const int MostFiles = 20;
    private const string ActivityPart = "activity";

    public static async Task<IResult> HandleAsync(HttpContext http, string? userId, KeptFiles files, Transcript transcript, PracticeClock clock, Personas personas, BotTurns turns)
    {
        var caller = Caller.Of(http);
        if (!http.Request.HasFormContentType)
        {
            return Refusal.NotMultipart;
        }

        if (caller.User is not null && userId is not null && !string.Equals(caller.User, userId, StringComparison.Ordinal))
        {
            return Refusal.WrongUser;
        }

        var (form, refusal) = await ReadFormAsync(http);
        if (refusal is not null)
        {
            return refusal;
        }

        var (activity, bad) = await ReadActivityAsync(form!, http.RequestAborted);
        if (bad is not null)
        {
            return bad;
        }

        var uploads = form!.Files.Where(f => !string.Equals(f.Name, ActivityPart, StringComparison.Ordinal)).ToList();
        if (uploads.Count is 0 or > MostFiles)
        {
            return uploads.Count == 0 ? Refusal.BadBody : Refusal.TooLarge;
        }

        var attachments = new JsonArray();
        foreach (var file in uploads)
        {
            attachments.Add(await files.KeepAsync(file, $"{http.Request.Scheme}://{http.Request.Host}{DirectLineRoutes.Base}", http.RequestAborted));
        }

        activity!["type"] ??= "message";
        activity["attachments"] = attachments;
        if (userId is not null && activity.Text("from", "id") is null)
        {
            activity["from"] = new JsonObject { ["id"] = userId };
        }

        return await PostActivity.TakeAsync(http, activity, transcript, clock, personas, turns);
    }

    private static async Task<(IFormCollection? Form, Refusal? Refusal)> ReadFormAsync(HttpContext http)
    {
        try
        {
            return (await http.Request.ReadFormAsync(http.RequestAborted), null);
        }
        catch (BadHttpRequestException e)
        {
            return (null, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? Refusal.TooLarge : Refusal.BadBody);
        }
        catch (InvalidDataException)
        {
            return (null, Refusal.BadBody);
        }
    }

    /// <summary>Microsoft's client sends the activity as a file part, others as a plain field.</summary>
    private static async Task<(JsonObject? Json, Refusal? Refusal)> ReadActivityAsync(IFormCollection form, CancellationToken stop)
    {
        await using var body = form.Files.GetFile(ActivityPart)?.OpenReadStream()
            ?? new MemoryStream(System.Text.Encoding.UTF8.GetBytes(form[ActivityPart].ToString()));
        return await JsonBody.ReadAsync(body, optional: true, stop);
    }
}

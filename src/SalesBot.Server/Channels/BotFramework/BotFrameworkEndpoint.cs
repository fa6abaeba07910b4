using System.Text.Json;
using Microsoft.Extensions.Options;
using SalesBot.Server.Channels.BotFramework.Files;
using SalesBot.Server.Channels.BotFramework.Schema;

namespace SalesBot.Server.Channels.BotFramework;

/// <summary><c>POST /api/messages</c>: reads the activity, asks the <see cref="Gate"/>, has it answered.</summary>
internal static class BotFrameworkEndpoint
{
    public const string Path = "/api/messages";

    public static async Task HandleAsync(HttpContext http, IOptions<BotFrameworkOptions> options, Gate gate, FileFetch files, TeamsPeople people, BotFrameworkTurns turns, ComposeExtension compose, FileConsent consent)
    {
        var (activity, status) = await ReadAsync(http.Request, options.Value.MaxActivityBytes);
        if (activity is null)
        {
            http.Response.StatusCode = status;
            return;
        }

        var admission = await gate.JudgeAsync(http, activity);
        if (!admission.IsGranted)
        {
            http.Response.StatusCode = admission.Status;
            return;
        }

        var isWellFormed = ActivityToTurn.IsWellFormed(activity);
        if (isWellFormed && admission.Vouched)
        {
            await people.MeetAsync(activity, http.RequestAborted);
        }

        var answer = !isWellFormed ? new InvokeResponse(StatusCodes.Status400BadRequest)
            : activity.Name is ComposeExtension.Query or ComposeExtension.PastedLink ? await compose.AnswerAsync(activity, admission.Vouched, http.RequestAborted)
            : activity is { Type: ActivityTypes.Invoke, Name: FileConsent.InvokeName } ? await consent.AnswerAsync(activity, admission.Vouched)
            : await turns.TakeAsync(activity, admission.Vouched, files.Of(activity));
        http.Response.StatusCode = answer.Status;
        if (answer.Replies is { } replies)
        {
            await http.Response.WriteAsJsonAsync(replies, BotFrameworkJson.Wire.ExpectedReplies, contentType: null, http.RequestAborted);
        }
        else if (answer.Other is { } other)
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            await http.Response.WriteAsync(other.ToJsonString(), http.RequestAborted);
        }
        else if (answer.Body is { } body)
        {
            await http.Response.WriteAsJsonAsync(body, BotFrameworkJson.Wire.AdaptiveCardInvokeResponse, contentType: null, http.RequestAborted);
        }
    }

    private static async Task<(Activity? Activity, int Status)> ReadAsync(HttpRequest request, int limit)
    {
        if (!request.HasJsonContentType())
        {
            return (null, StatusCodes.Status415UnsupportedMediaType);
        }

        var (body, status) = await RequestBytes.ReadAsync(request, limit);
        if (body is null)
        {
            return (null, status);
        }

        if (!WireJson.IsReadable(body))
        {
            return (null, StatusCodes.Status400BadRequest);
        }

        try
        {
            var activity = JsonSerializer.Deserialize(body, BotFrameworkJson.Wire.Activity);
            return activity?.Type is { Length: > 0 } ? (activity, StatusCodes.Status200OK) : (null, StatusCodes.Status400BadRequest);
        }
        catch (JsonException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }
}

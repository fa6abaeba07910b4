using System.Diagnostics;
using System.Text.Json;

namespace SalesBot.Server.Channels.Feishu;

/// <summary><c>POST /api/feishu/events</c>: what was said to the bot, what was pressed, and who opened the chat.</summary>
internal static class FeishuEvents
{
    public const string Path = "/api/feishu/events";

    public static async Task<IResult> HandleAsync(HttpContext http, FeishuGate gate, AcknowledgedTurns turns, FeishuPeople people, FeishuInbox inbox)
    {
        var arrived = Stopwatch.GetTimestamp();
        if (await gate.AdmitAsync(http) is not { } request)
        {
            return Results.Empty;
        }

        if (request.IsVerification)
        {
            return Results.Json(new Dictionary<string, string?>(StringComparer.Ordinal) { ["challenge"] = request.Json.Text("challenge") });
        }

        if (request.Json.Text("header", "event_type") is null || !FeishuRoute.IsId(request.Json.Text("header", "event_id")) || request.Json.At("event") is not { ValueKind: JsonValueKind.Object } said)
        {
            gate.Refuse(http, StatusCodes.Status400BadRequest, "malformed");
            return Results.Empty;
        }

        if (!IsOurs(said, request.Tenant))
        {
            // Somebody of another company, in a group with ours. That it arrived is told, or it would come again.
            gate.Refuse(http, StatusCodes.Status200OK, "otherTenant");
        }
        else if (await AcknowledgedTurns.FaultAsync(async () =>
        {
            // Not the request's own token: what was taken is taken to its end.
            if (await inbox.ReadAsync(request.Json, CancellationToken.None) is { } turn)
            {
                await turns.TakeAsync(turn, people.MeetAsync, http.Response.Sent(), AcknowledgedTurns.Patience - Stopwatch.GetElapsedTime(arrived));
            }
        }) is { } fault)
        {
            // Feishu brings it again, and shows its own sign at a button.
            gate.Forget(request);
            gate.Refuse(http, StatusCodes.Status500InternalServerError, fault);
            return Results.Empty;
        }

        return Results.Json(new Dictionary<string, string>(StringComparer.Ordinal));
    }

    private static bool IsOurs(JsonElement said, string? own) => (said.Text("sender", "tenant_key") ?? said.Text("operator", "tenant_key") ?? said.Text("operator_tenant_key")) is not { } tenant
        || string.Equals(tenant, own, StringComparison.Ordinal);
}

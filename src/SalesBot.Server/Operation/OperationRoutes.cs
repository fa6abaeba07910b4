using System.Data.Common;
using SalesBot.Data;

namespace SalesBot.Server.Operation;

/// <summary><c>/healthz</c> and <c>/metrics</c>: states and numbers only, nothing of a customer's.</summary>
internal static class OperationRoutes
{
    public static void MapOperation(this WebApplication routes)
    {
        // Made now, so that it counts from the first turn and not from the first time that somebody asks.
        _ = routes.Services.GetRequiredService<PrometheusText>();
        _ = routes.Services.GetRequiredService<Uptime>();
        routes.MapGet("/healthz", HealthAsync);
        routes.MapGet("/metrics", MetricsAsync);
    }

    /// <summary>200 when all is well, 503 when the database is out of reach, a job is late or the outbox is stuck; the body says which.</summary>
    private static async Task<IResult> HealthAsync(Func<SalesDb> open, TimeProvider clock, Uptime uptime, CancellationToken stop)
    {
        try
        {
            await using var db = open();
            var outbox = await OutboxStanding.ReadAsync(db, clock.GetUtcNow(), stop);
            var jobs = await JobStanding.ReadAsync(db, stop);
            var late = uptime.IsStarting ? [] : jobs.Where(j => j.IsLate(uptime.Wall)).Select(j => j.Name).ToList();
            var stuck = !uptime.IsStarting && outbox.IsStuck(clock.GetUtcNow());
            var status = stuck || late.Count > 0 ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
            return Results.Json(
                new { status = status == StatusCodes.Status200OK ? "ok" : "trouble", database = "ok", lateJobs = late, outbox = new { outbox.Waiting, outbox.Dead, stuck } }, statusCode: status);
        }
        catch (DbException)
        {
            return Results.Json(new { status = "trouble", database = "unreachable" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> MetricsAsync(Func<SalesDb> open, TimeProvider clock, PrometheusText text, CancellationToken stop)
    {
        var gauges = new Dictionary<string, double>(StringComparer.Ordinal);
        try
        {
            await using var db = open();
            var now = clock.GetUtcNow();
            var outbox = await OutboxStanding.ReadAsync(db, now, stop);
            gauges["salesbot_outbox_waiting"] = outbox.Waiting;
            gauges["salesbot_outbox_dead"] = outbox.Dead;
            gauges["salesbot_outbox_oldest_due_seconds"] = outbox.OldestDue is { } oldest ? (now - oldest).TotalSeconds : 0;
            gauges["salesbot_database_up"] = 1;
        }
        catch (DbException)
        {
            gauges["salesbot_database_up"] = 0;
        }

        return Results.Text(text.Write(gauges), "text/plain; version=0.0.4; charset=utf-8");
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using SalesBot.Calendar;
using SalesBot.People;

namespace SalesBot.Approvals.Flows;

/// <summary>The way that one approval goes, as it was laid down when it was submitted.</summary>
/// <param name="Version">Of the flows, from 1; 0 for those that the service ships with.</param>
internal sealed record Way(IReadOnlyList<FlowStep> Steps, int Version = 0)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    /// <summary>One that came without a flow, by an import, has a single step in which one decides.</summary>
    private static readonly Way Plain = new([new FlowStep([])]);

    public static Way Of(Approval approval) => approval.Flow is { } json ? JsonSerializer.Deserialize<Way>(json, Options) ?? Plain : Plain;

    /// <summary>The step that it has reached.</summary>
    public static FlowStep Present(Approval approval) => Of(approval) is var way && approval.Step < way.Steps.Count ? way.Steps[approval.Step] : way.Steps[^1];

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <summary>
    /// When the time of a step is up that begins now; working time is that of the first who is asked. What would end on a day on which nobody works ends when they are at work next.
    /// </summary>
    public static DateTimeOffset Due(FlowStep step, Person? first, DateTimeOffset now)
    {
        var (zone, from, to) = (Zones.Find(first?.TimeZone ?? ""), first?.WorkFrom ?? new TimeOnly(9, 0), first?.WorkTo ?? new TimeOnly(18, 0));
        if (step.WorkingTime)
        {
            return WorkCalendar.China.AddWorkingHours(now, TimeSpan.FromHours(step.Hours), zone, from, to);
        }

        var end = now + TimeSpan.FromHours(step.Hours);
        return WorkCalendar.China.IsWorkday(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(end, zone).DateTime)) ? end : WorkCalendar.China.NextWorkingMoment(end, zone, from, to);
    }
}

namespace SalesBot.Approvals.Flows;

/// <summary>One way that approvals of a kind may go: taken by the first whose conditions all hold.</summary>
internal sealed record Flow(IReadOnlyList<FlowStep> Steps)
{
    /// <summary>Null: always.</summary>
    public FlowCondition? When { get; init; }
}

internal enum FlowMode
{
    /// <summary>One of them decides.</summary>
    Any,

    /// <summary>Each has to approve; one who refuses or returns decides for all.</summary>
    All,

    /// <summary>More than half have to approve; it is refused when that can no longer be.</summary>
    Majority,
}

/// <summary>One step of a flow: who decides, together or one for all, and until when.</summary>
/// <param name="Who">How they are found, as <see cref="FlowSeats"/> reads it: <c>person:P7</c>, <c>role:legal</c>, <c>head:legal</c>, <c>superior</c> …</param>
internal sealed record FlowStep(IReadOnlyList<string> Who)
{
    public const int UsualHours = 48;

    public FlowMode Mode { get; init; } = FlowMode.Any;

    /// <summary>Time to decide, from when it comes to them and again from each escalation (AP-02).</summary>
    public int Hours { get; init; } = UsualHours;

    /// <summary>True: only working hours count, those of the first who is asked; false: the clock on the wall.</summary>
    public bool WorkingTime { get; init; }
}

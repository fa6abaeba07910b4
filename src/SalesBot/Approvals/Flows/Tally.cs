namespace SalesBot.Approvals.Flows;

/// <summary>
/// What the voices of one step come to. A stand-in speaks for whom they stand in for; whoever was asked in besides has to approve too; who was
/// asked because the others were silent decides for them (AP-03).
/// </summary>
internal static class Tally
{
    /// <summary>Null while it is open.</summary>
    public static ApprovalStatus? Of(Approval approval, FlowStep step)
    {
        var asked = approval.Approvers.Where(a => a.Step == approval.Step && !a.HandedOn).GroupBy(a => a.Principal)
            .Select(seats => (Voice: seats.Where(s => s.Voice is not null).OrderBy(s => s.VoicedAt).LastOrDefault()?.Voice, ByEscalation: seats.All(s => s.ByEscalation), Extra: seats.Any(s => s.IsExtra))).ToList();
        var own = asked.Where(a => !a.ByEscalation && !a.Extra).Select(a => a.Voice).ToList();
        var decisive = step.Mode == FlowMode.Majority ? asked.Where(a => a.ByEscalation || a.Extra).Select(a => a.Voice) : asked.Select(a => a.Voice);
        if (decisive.FirstOrDefault(IsAgainst) is { } against)
        {
            return against;
        }

        if (step.Mode == FlowMode.Majority && own.Where(IsAgainst).ToList() is { Count: > 0 } voices && voices.Count * 2 >= own.Count)
        {
            return voices[^1];
        }

        var passed = asked.Exists(a => a.ByEscalation && a.Voice == ApprovalStatus.Approved) || Passes(step.Mode, own);
        return passed && asked.TrueForAll(a => !a.Extra || a.Voice == ApprovalStatus.Approved) ? ApprovalStatus.Approved : null;
    }

    private static bool Passes(FlowMode mode, List<ApprovalStatus?> own)
    {
        var approved = own.Count(voice => voice == ApprovalStatus.Approved);
        return mode switch
        {
            FlowMode.All => approved > 0 && approved == own.Count,
            FlowMode.Majority => approved * 2 > own.Count,
            _ => approved > 0,
        };
    }

    private static bool IsAgainst(ApprovalStatus? voice) => voice is ApprovalStatus.Refused or ApprovalStatus.Returned;
}

using SalesBot.Approvals.Flows;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>The whole way of an approval, where it is more than one person's yes: the steps that are done with who and when, the present one, those to come.</summary>
internal static class WayLines
{
    public static IReadOnlyList<CardLine> Of(Approval approval, Ball ball, Seating seating)
    {
        var way = Way.Of(approval);
        var several = way.Steps.Count > 1 || approval.Approvers.Exists(a => a.AddedById is not null)
            || (way.Steps[0].Mode != FlowMode.Any && approval.Approvers.Where(a => a.Step == 0).DistinctBy(a => a.Principal).Count() > 1);
        return several ? [.. Enumerable.Range(0, way.Steps.Count).Select(step => new CardLine(new Word("Way.step", step + 1), Step(approval, way.Steps[step], step, ball, seating)))] : [];
    }

    private static Word Step(Approval approval, FlowStep step, int place, Ball ball, Seating seating)
    {
        var voices = approval.Approvers.Where(a => a.Step == place && a.Voice is not null).OrderBy(a => a.VoicedAt).ThenBy(a => a.Id)
            .Select(a => a.HandedOn ? new Word("Way.handed_on", Ball.Name(a, seating.Org), a.VoicedAt) : new Word("Way.voice", Ball.Name(a, seating.Org), a.Voice, a.VoicedAt)).ToList<object>();
        if (place == approval.Step && approval.Status == ApprovalStatus.Pending)
        {
            voices.Add(new Word("Way.now." + step.Mode, ball.Names, ball.DueAt));
        }
        else if (place > approval.Step)
        {
            voices.Add(approval.Status == ApprovalStatus.Pending ? new Word("Way.later." + step.Mode, FlowSeats.Find(seating.Org, step, seating.Org.Find(approval.SubmitterId)!)) : new Word("Way.not_reached"));
        }

        return voices.Count == 0 ? new Word("Way.not_reached") : new Word("Format.Plain", voices);
    }
}

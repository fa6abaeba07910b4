using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Documents;

/// <summary>
/// Lets documents of a kind pass at once again, with spot checks, or has them wait for the review: those of one person, or of everybody. Only over people
/// whose work one sees.
/// </summary>
internal sealed class SetReviewMode : Command
{
    public override CommandSpec Spec { get; } = new("set_review_mode", Permission.ManageTeam) { MayAsk = ["kind"], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var modes = await ReviewModes.LoadAsync(act, cancellationToken);
        if (DocumentKinds.Find(act.Process, act.Slots.Text("kind")) is not { } kind || modes.Of(kind) is not { } mode)
        {
            return Question.For(act, "kind");
        }

        if (modes.IsRequired(kind))
        {
            return ByTheProcess(act, kind);
        }

        var (person, passes) = (act.Org.Find(act.Frame.Ref("person")), act.Slots.Text("mode") != "approve_first");
        var concerned = person is null ? mode.Back.Select(key => act.Org.Find(key)).OfType<Person>() : [person];
        if (concerned.Any(p => !act.Viewer.Sees(p.Id) || p.Id == act.Me.Id) || (person is null && act.Viewer.Owners is not null && (mode.Back.Count == 0 || passes != mode.Passes)))
        {
            Ledger.Refusal(act.Db, act.Me, Spec.Id, act.Now);
            return Act.Say("ReviewMode.not_yours");
        }

        var others = person is null ? [] : mode.Back.Where(key => key != person.Key);
        var changed = person is null ? mode with { Passes = passes, Back = [] } : mode with { Back = [.. passes ? others : others.Append(person.Key)] };
        if (changed.Passes == mode.Passes && changed.Back.SequenceEqual(mode.Back, StringComparer.Ordinal))
        {
            return Act.Say(new Word("ReviewMode.same", DocumentKinds.Say(kind))) with { SaysSame = true };
        }

        modes.Save(act, kind, changed, "set_review_mode");
        Word note = new(passes ? "ReviewMode.passes" : "ReviewMode.waits", DocumentKinds.Say(kind), person ?? (object)new Word("Whose.all"), changed.Said);
        return act.Receipt("Receipt.review_mode", null, note) with { Notices = [.. concerned.Where(p => p.Active).Select(p => new Notice(p, new View(null, null, new Word("ReviewMode.told", act.Me, note))))] };
    }

    /// <summary>That the process has these reviewed beforehand; whoever may change the process gets the button.</summary>
    public static Reply ByTheProcess(Act act, string kind)
    {
        var stage = DocumentKinds.StageOf(act.Process, kind)!;
        Word text = new("ReviewMode.required", DocumentKinds.Say(kind), StageName.Of(stage.Id));
        Button[] buttons = act.Me.May(Permission.Administer) ? [new("ReviewMode.make_spot_check", "stage_review", new Slots { ["stage"] = stage.Id, ["mode"] = "spot_check" })] : [];
        return new Reply(new View("text", new { Title = (Word?)null, Paragraphs = new[] { text }, Buttons = buttons }, text));
    }
}

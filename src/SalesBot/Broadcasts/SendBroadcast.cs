using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Broadcasts;

/// <summary>
/// An emergency for everybody of one's line (AL-10): read back with how many get it, then sent at once, also at night, on leave and while nudges are paused. It is kept, and not taken back.
/// </summary>
internal sealed class SendBroadcast : Command
{
    public override CommandSpec Spec { get; } = new("broadcast", Permission.Broadcast) { AsksItself = true, Requires = ["content"], InHelp = false, Undoable = false };

    public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) => Task.FromResult(Run(act));

    private static Reply Run(Act act)
    {
        var content = act.Slots.Text("content")!.Trim();
        if (content.Length > Broadcast.Most)
        {
            return Act.Say(new Word("Broadcast.too_long", Broadcast.Most)) with { Focus = act.Focus.Settled() };
        }

        var people = act.Org.Everybody.Where(p => p.Active && p.Id != act.Me.Id && act.Viewer.Sees(p.Id)).OrderBy(p => p.Id).ToList();
        if (people.Count == 0)
        {
            return Act.Say("Broadcast.nobody") with { Focus = act.Focus.Settled() };
        }

        return act.Slots.Flag("confirm") is true ? Send(act, content, people) : ReadBack(act, content, people.Count);
    }

    private static Reply ReadBack(Act act, string content, int people)
    {
        var filled = Orders.ToData(act.Frame);
        filled.TryAdd(OneTime.Slot, OneTime.New());
        var yes = new Slots(filled);
        yes.Set("confirm", value: true);
        Word question = new("Broadcast.sure", people);
        var data = new { Question = question, Facts = new[] { new LaidFact("Slot.content", content) }, Yes = new Button("Button.send_broadcast", act.Frame.Intent, yes, "positive"), Others = Array.Empty<Button>(), No = new Button("Button.cancel", "cancel") };
        return new Reply(new View("confirm", data, question)) { Focus = act.Asking("confirm", filled) };
    }

    private static Reply Send(Act act, string content, List<Person> people)
    {
        var broadcast = new Broadcast { Key = Keys.New('Z'), CreatedAt = act.Now, Content = content, ById = act.Me.Id };
        broadcast.Copies.AddRange(people.Select(p => new BroadcastCopy { Key = Keys.New('R'), CreatedAt = act.Now, PersonId = p.Id }));
        act.Db.Add(broadcast);
        Word title = new("Broadcast.done", people.Count);
        var data = new
        {
            Title = title,
            Paragraphs = new[] { new Word("Format.Plain", content), new Word("Broadcast.stays") },
            Buttons = new[] { new Button("Command.broadcast_status", "broadcast_status", new Slots { ["broadcast"] = broadcast.Key }) },
        };
        return new Reply(new View("text", data, title)) { Focus = act.Focus.Settled(), InPlace = act.PressedCard is not null, Notices = [.. people.Select(p => BroadcastCard.For(p, act.Me, broadcast))] };
    }
}

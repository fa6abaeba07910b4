using System.Text.Json;
using SalesBot.Files;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>Nothing that came may be kept: says of each file why. What it was sent for stays open, for another one.</summary>
internal sealed class RefuseFile : Command
{
    public override CommandSpec Spec { get; } = new("refuse_file", Permission.Member) { Changes = false, InHelp = false };

    /// <summary>In place of an order that would take files.</summary>
    public static Frame Instead(Frame order) => new("refuse_file") { Slots = new Slots { ["for"] = order.Intent, ["order"] = JsonSerializer.Serialize<Dictionary<string, string>>(Orders.ToData(order)) } };

    public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (act.Store is not { } store || FileCheck.Refusals(act.Files, store.Limits) is not [_, ..] refusals)
        {
            return Task.FromResult(Act.Say("File.none"));
        }

        var order = Orders.FromData(act.Slots.Text("for")!, new Slots(JsonSerializer.Deserialize<Dictionary<string, string>>(act.Slots.Text("order")!)!));
        var focus = (act with { Frame = order }).Asking("file", Orders.ToData(order));
        return Task.FromResult(Act.Say(refusals.Aggregate((first, next) => new Word("Format.Then", first, next)), "Suggest.cancel") with { Focus = focus });
    }
}

using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Promises;

/// <summary>A promise that is said outright: “记一个承诺：我们周五前给东岭阀门寄样”. What of it is its day is kept as that, and not said twice.</summary>
/// <param name="side">Whose it is; null: whose its words say.</param>
internal abstract class SaidPromise(string id, PromiseSide? side) : Command
{
    public override CommandSpec Spec { get; } = new(id, Permission.FollowUp) { Requires = ["customer", "content"], InHelp = side is null };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is not { } customer)
        {
            return Question.NotFound(act, "customer", act.Slots.Text("customer") ?? "");
        }

        var said = act.Slots.Text("content", 400)!;
        var added = new Promise
        {
            Key = Keys.New('M'), CreatedAt = act.Now, Customer = customer, PersonId = act.Me.Id, Side = side ?? PromiseReader.SideOf(said),
            Content = PromiseReader.WithoutDay(said, act.LocalNow), DueOn = PromiseReader.DayIn(said, act.LocalNow),
        };
        act.Db.Add(added);
        Word note = new("Promise.by", added.Side);
        return act.Receipt("Receipt.promise_noted", customer.Name, note, new Button(new Word("Command.list_promises"), "list_promises", new Slots { ["customer"] = customer.Key })) with { Focus = act.About(customer) };
    }
}

internal sealed class AddPromise() : SaidPromise("add_promise", null);

/// <summary>What a customer promised us: “百川答应下周三给我们图纸”.</summary>
internal sealed class AddTheirPromise() : SaidPromise("add_their_promise", PromiseSide.Theirs);

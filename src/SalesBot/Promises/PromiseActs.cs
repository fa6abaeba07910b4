using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Promises;

/// <summary>An act on one promise, by its key: by who has to see to it, who has the customer, and whoever leads them.</summary>
internal abstract class PromiseAct(string id) : Command
{
    public override CommandSpec Spec { get; } = new(id, Permission.FollowUp) { Requires = ["promise"], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var key = act.Slots.Text("promise");
        if (await act.Db.Promises.Include(p => p.Customer).ThenInclude(c => c.Owner).VisibleTo(act.Viewer).FirstOrDefaultAsync(p => p.Key == key, cancellationToken) is not { } promise)
        {
            return Act.Say("NotFound.gone", "Suggest.my_deals");
        }

        if (!Spec.Changes)
        {
            return Show(act, promise);
        }

        if (promise.PersonId != act.Me.Id && !act.MayChange(promise.Customer))
        {
            return CustomerRights.Refuse(act, promise.Customer)!;
        }

        return promise.State == PromiseState.Open ? Settle(act, promise) : Act.Say(new Word("Promise.settled", promise.Content, promise.State));
    }

    /// <summary>What becomes of an open one.</summary>
    protected virtual Reply Settle(Act act, Promise promise) => Show(act, promise);

    protected static Reply Done(Act act, Promise promise, Word? note = null) => act.Receipt("Receipt.promise", promise.Customer.Name, new Word("Format.Then", new Word("Format.Plain", promise.Content), note)) with { InPlace = act.PressedCard is not null };

    protected static Reply End(Act act, Promise promise, PromiseState state)
    {
        (promise.State, promise.SettledAt) = (state, act.Now);
        return Done(act, promise);
    }

    private static Reply Show(Act act, Promise promise)
    {
        Slots about = new() { ["promise"] = promise.Key };
        Word title = new("Promise.line", promise.Side, promise.Content);
        List<Word> lines = [new("Format.Dot", promise.Customer.Name, act.Org.Find(promise.PersonId)), new("Promise.due", PromiseList.Due(promise, act.Today), promise.State)];
        if (promise.Moved > 0)
        {
            lines.Add(new("Promise.moved", promise.Moved, promise.FirstDueOn));
        }

        Button[] buttons = promise.State != PromiseState.Open || (promise.PersonId != act.Me.Id && !act.MayChange(promise.Customer)) ? [] :
        [
            new("Button.promise_kept", "keep_promise", about, "positive"),
            new("Button.promise_moved", "move_promise", about),
            new(promise.Side == PromiseSide.Theirs ? "Button.promise_not_given" : "Button.promise_broken", "break_promise", about),
            new("Button.promise_dropped", "drop_promise", about),
        ];
        return new Reply(new View("text", new { Title = title, Paragraphs = lines, Buttons = buttons }, title)) { Focus = act.Focus.Settled() with { Customer = promise.Customer.Key } };
    }
}

/// <summary>One promise with the buttons that settle it.</summary>
internal sealed class ShowPromise() : PromiseAct("show_promise")
{
    public override CommandSpec Spec { get; } = new("show_promise", Permission.ReadSales) { Requires = ["promise"], InHelp = false, Changes = false };
}

/// <summary>It was kept.</summary>
internal sealed class KeepPromise() : PromiseAct("keep_promise")
{
    protected override Reply Settle(Act act, Promise promise) => End(act, promise, PromiseState.Kept);
}

/// <summary>It was not kept; of the customer's: they did not give it.</summary>
internal sealed class BreakPromise() : PromiseAct("break_promise")
{
    protected override Reply Settle(Act act, Promise promise) => End(act, promise, PromiseState.Broken);
}

/// <summary>It is not wanted any more.</summary>
internal sealed class DropPromise() : PromiseAct("drop_promise")
{
    protected override Reply Settle(Act act, Promise promise) => End(act, promise, PromiseState.Dropped);
}

/// <summary>It is put off to another day; the first day stays on record.</summary>
internal sealed class MovePromise() : PromiseAct("move_promise")
{
    public override CommandSpec Spec { get; } = new("move_promise", Permission.FollowUp) { Requires = ["promise", "date"], InHelp = false };

    protected override Reply Settle(Act act, Promise promise)
    {
        if (act.Slots.Date("date") is not { } day || day < act.Today)
        {
            return Question.Again(act, "date", new Word("Bad.past_day", act.Slots.Date("date")));
        }

        promise.FirstDueOn ??= promise.DueOn;
        (promise.DueOn, promise.Moved) = (day, promise.Moved + 1);
        return Done(act, promise, new Word("Promise.moved", promise.Moved, promise.FirstDueOn));
    }
}

/// <summary>A promise that is said outright: “记一个承诺：我们周五前给东岭阀门寄样”.</summary>
internal sealed class AddPromise : Command
{
    public override CommandSpec Spec { get; } = new("add_promise", Permission.FollowUp) { Requires = ["customer", "content"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is not { } customer)
        {
            return Question.NotFound(act, "customer", act.Slots.Text("customer") ?? "");
        }

        var said = act.Slots.Text("content", 400)!;
        var added = new Promise { Key = Keys.New('M'), CreatedAt = act.Now, Customer = customer, PersonId = act.Me.Id, Side = PromiseReader.SideOf(said), Content = said, DueOn = PromiseReader.DayIn(said, act.LocalNow) };
        act.Db.Add(added);
        Word note = new("Promise.by", added.Side);
        return act.Receipt("Receipt.promise", customer.Name, note, new Button(new Word("Command.list_promises"), "list_promises", new Slots { ["customer"] = customer.Key })) with { Focus = act.Focus.Settled() with { Customer = customer.Key } };
    }
}

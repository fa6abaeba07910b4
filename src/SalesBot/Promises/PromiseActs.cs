using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Promises;

/// <summary>An act on one promise, by its key, or the one that is meant of those in view: by who has to see to it, who has the customer, and whoever leads them.</summary>
internal abstract class PromiseAct(string id) : Command
{
    /// <summary>What is in view while promises are: <see cref="Focus.Listed"/>.</summary>
    public const string Listed = "promise";

    public override CommandSpec Spec { get; } = new(id, Permission.FollowUp) { MayAsk = ["promise"], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var seen = act.Db.Promises.Include(p => p.Customer).ThenInclude(c => c.Owner).VisibleTo(act.Viewer);
        var keys = act.Slots.Text("promise") is { } one ? [one] : act.Focus.Listed == Listed ? act.Focus.List : [];
        var named = act.Slots.Text("promise") is null && !act.Frame.Leans ? act.Frame.Ref("customer") : null;
        var found = await (named is null ? seen.Where(p => keys.Contains(p.Key)) : seen.Where(p => p.Customer.Key == named && p.State == PromiseState.Open)).ToListAsync(cancellationToken);
        if (found.Count == 0)
        {
            return named is null ? Act.Say("NotFound.gone", "Suggest.my_deals") : Act.Say(new Word("Promise.none_open", act.Slots.Text("customer")!));
        }

        if (Meant(act, found) is not { } promise)
        {
            return Which(act, found);
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

    /// <summary>The one of several whose words are said ("the drawings arrived"); one alone is meant where nothing else is said. Null: it is to be asked.</summary>
    private static Promise? Meant(Act act, IReadOnlyList<Promise> found)
    {
        var open = found.Where(p => p.State == PromiseState.Open).ToList();
        var said = act.Slots.Text("what")?.Trim() is { Length: > 0 } what && !SegmentWords.Is("promise", what) ? what : null;
        if (act.Slots.Text("promise") is not null || (said is null && found.Count == 1))
        {
            return found[0];
        }

        var named = said is null ? [] : open.FindAll(p => p.Content.Contains(said, StringComparison.OrdinalIgnoreCase));
        return named.Count == 1 ? named[0] : null;
    }

    private Reply Which(Act act, IReadOnlyList<Promise> promises)
    {
        var known = Orders.ToData(act.Frame);
        Word text = new($"Ask.{Spec.Id}.promise");
        var buttons = promises.Where(p => p.State == PromiseState.Open).Select(p => new Button(new Word("Promise.line", p.Side, p.Content), Spec.Id, new Slots(known) { ["promise"] = p.Key })).Append(new Button("Button.cancel", "cancel")).ToList();
        return new Reply(new View("text", new { Title = new Word("Command." + Spec.Id), Paragraphs = new[] { text }, Buttons = buttons }, text)) { Focus = act.Listing([.. promises.Select(p => p.Key)], Listed) };
    }

    /// <summary>What becomes of an open one.</summary>
    protected virtual Reply Settle(Act act, Promise promise) => Show(act, promise);

    protected static Reply Done(Act act, Promise promise, Word? note = null) => act.Receipt("Receipt.promise", promise.Customer.Name, new Word("Format.Then", new Word("Format.Plain", promise.Content), note)) with
    {
        InPlace = act.PressedCard is not null, Focus = act.Listing(act.Focus.Listed == Listed ? act.Focus.List : [promise.Key], Listed) with { Customer = promise.Customer.Key },
    };

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
        return new Reply(new View("text", new { Title = title, Paragraphs = lines, Buttons = buttons }, title)) { Focus = act.Listing([promise.Key], Listed) with { Customer = promise.Customer.Key } };
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
    public override CommandSpec Spec { get; } = new("move_promise", Permission.FollowUp) { Requires = ["date"], MayAsk = ["promise"], InHelp = false };

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

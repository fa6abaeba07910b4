using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.FollowUps;

/// <summary>What goes with a follow-up: the next step's to-do, the steps it fulfils, whom it concerns, and the light question what comes next.</summary>
internal static class FollowUpReceipt
{
    /// <summary>Buttons for steps and for deals: with Undo, as many as a card shows beside each other.</summary>
    private const int Buttons = 4;

    /// <summary>Adds all of it to the change and gives the receipt.</summary>
    /// <param name="openDeals">Open deals of the customer, of which none was named: offered as buttons.</param>
    public static async Task<Reply> ForAsync(Act act, FollowUp followUp, IReadOnlyList<Deal> openDeals, CancellationToken cancellationToken)
    {
        var (deal, customer) = (followUp.Deal, followUp.Customer);
        var (notes, buttons) = await SettleAsync(act, followUp, cancellationToken);

        if (followUp.Contact is { } same && followUp.With == same.Name && act.Slots.Text("person") is null && act.Frame.Ref("contact") is null && act.Frame.Ref("person") is null)
        {
            notes.Add(new Word("Receipt.same_contact", same.Name));
        }

        if (followUp.CreatedAt - followUp.HappenedAt > FollowUp.LateAfter)
        {
            notes.Add("Receipt.followup_late");
        }

        var asks = followUp.NextStep is null && followUp.NextStepOn is null;
        if (asks)
        {
            notes.Add("Ask.next_step");
        }
        else
        {
            NextStepTodo.Add(act, followUp);
            if (deal is { Status: DealStatus.Open } && act.Me.May(Permission.WriteSales))
            {
                NextStepTodo.Put(deal, followUp);
            }
        }

        if (openDeals.Count > 0)
        {
            notes.Add("Receipt.followup_deals");
            buttons.AddRange(openDeals.Take(Buttons).Select(d => new Button(new Word("Button.belongs_to", d.Name), "link_followup", new Slots { ["follow_up"] = followUp.Key, ["deal"] = d.Key })));
        }

        return act.Receipt("Receipt.followup", deal?.Name ?? customer?.Name, Sentences(notes), [.. buttons]) with
        {
            Focus = After(act, followUp, asks),
            Notices = Notices(act, followUp),
        };
    }

    /// <summary>A step whose day has come is ticked where the report tells that it was done; any other is only asked about.</summary>
    private static async Task<(List<Word> Notes, List<Button> Buttons)> SettleAsync(Act act, FollowUp followUp, CancellationToken cancellationToken)
    {
        var day = DateOnly.FromDateTime(Zones.Local(followUp.HappenedAt, act.Me.TimeZone));
        var (open, further) = await NextStepTodo.OpenAsync(act.Db, followUp.Deal, followUp.Customer, cancellationToken);
        var steps = open.Where(act.MayChange).ToLookup(step => step.DueOn is { } due && due <= day && StepTaken.Tells(followUp, step));
        var notes = steps[true].Select(step => Tick(act, followUp, step)).ToList();
        var own = await NextStepTodo.OwnAsync(act, followUp, cancellationToken);
        // What the report tells was done is offered before what is only open.
        var told = own.Concat(steps[false]).Where(step => step.Title.Length > 0 && StepTaken.Tells(followUp, step)).ToList();
        var ahead = (told.Count > 0 ? told : [.. steps[false]]).Select(step => new Button(new Word("Button.step_done", step.Called()), "complete_task", new Slots { ["task"] = step.Key })).ToList();
        var more = further + Math.Max(0, ahead.Count - Buttons);
        if (more > 0)
        {
            notes.Add(new Word("Receipt.steps_more", more));
        }

        return (notes, [.. ahead.Take(Buttons)]);
    }

    private static Word Tick(Act act, FollowUp followUp, Todo step)
    {
        step.DoneAt = act.Now;
        step.Outcome = followUp.Content is { Length: > 400 } ? followUp.Content[..400] : followUp.Content;
        NextStepTodo.Take(followUp.Deal, step);
        return new Word("Receipt.step_done", step.Called());
    }

    private static Word? Sentences(List<Word> notes) => notes.Count == 0 ? null : notes.Aggregate((before, next) => new Word("Format.Then", before, next));

    /// <summary>The next words may name the next step; anything else that is said is taken as what it is.</summary>
    private static Focus After(Act act, FollowUp followUp, bool asks)
    {
        var focus = followUp.Deal is { } deal ? act.About(deal) : act.Focus.Settled() with { Deal = null, Customer = followUp.Customer?.Key };
        return (asks, followUp) switch
        {
            (true, { Deal: { } about }) when act.Me.May(Permission.WriteSales) => focus with { Pending = "set_next_step", Asked = "next_step", Filled = new Slots { ["deal"] = about.Key } },
            (true, { Customer: { } about }) => focus with { Pending = "add_task", Asked = "content", Filled = new Slots { ["customer"] = about.Key, ["follow_up"] = followUp.Key } },
            _ => focus,
        };
    }

    private static IReadOnlyList<Notice> Notices(Act act, FollowUp followUp)
    {
        var owners = new[] { followUp.Deal?.OwnerId, followUp.Customer?.OwnerId }.OfType<long>().Where(id => id != act.Me.Id).Distinct();
        var text = new Word("Notice.followup", act.Me, followUp.Deal?.Name ?? followUp.Customer?.Name, followUp.Content, new Word("Notice.next", followUp.NextStep ?? "", new When(followUp.NextStepOn, followUp.NextStepAt)));
        var plain = new Word("Notice.followup", act.Me, followUp.Deal?.Name ?? followUp.Customer?.Name, followUp.Content, "");
        var view = new View(null, null, followUp.NextStep is null && followUp.NextStepOn is null ? plain : text);
        return [.. owners.Select(id => act.Org.Find(id)).OfType<Person>().Where(p => p.Active).Select(p => new Notice(p, view))];
    }
}

using SalesBot.Conversation;
using SalesBot.Customers.Rules;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Pool;

/// <summary>Which customers go back to the pool in the coming weeks, those with the fewest days first; under three days they are marked (complaint 13).</summary>
internal sealed class ListRecycle : Command
{
    private const int Horizon = 30;
    private const int Soon = 3;

    public override CommandSpec Spec { get; } = new("list_recycle", Permission.ReadSales) { Changes = false };

    /// <summary>How many days are left, as card and list say it.</summary>
    public static Word Left(int days) => days <= 0 ? new("Recycle.over") : new(days < Soon ? "Recycle.soon" : "Recycle.left", days);

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act, narrow: act.Viewer.Only is not null);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        var rule = CustomerRule.Of(act.Definitions);
        var customers = act.Db.Customers.VisibleTo(act.Viewer);
        if (whose.Owners is { } owners)
        {
            customers = customers.Where(c => c.OwnerId != null && owners.Contains(c.OwnerId.Value));
        }

        var coming = await RecycleClock.ComingAsync(act.Db, customers, rule, act.Now, Horizon, cancellationToken);
        var paging = Paging.Of(act, coming.Count);
        var shown = coming.Skip(paging.Skip).Take(paging.Size).ToList();
        Word title = new("Recycle.title", coming.Count);
        var data = new
        {
            Title = title,
            Subtitle = paging.Say(new Word("Recycle.subtitle", whose.Label, Horizon)),
            Rows = shown.ConvertAll(c => new
            {
                Main = c.Name,
                Second = new Word("Recycle.row", c.Grade is null ? new Word("Grade.none") : new Word("Grade.of", c.Grade), act.Org.Find(c.OwnerId), c.LastInteractionAt is { } at ? at : new Word("Prep.never")),
                Value = Left(RecycleClock.DaysLeft(c, rule, act.Now) ?? 0),
                Open = new Button("Button.open", "show_customer", new Slots { ["customer"] = c.Key }),
            }),
            Empty = new Word("Recycle.none"),
            paging.Prev,
            paging.Next,
            Buttons = new[] { new Button(new Word("Command.customer_rule"), "customer_rule") },
        };
        return new Reply(new View("list", data, title)) { InPlace = paging.InPlace, Focus = act.Listing([.. shown.Select(c => c.Key)]) };
    }
}

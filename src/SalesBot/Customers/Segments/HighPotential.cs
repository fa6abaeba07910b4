using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Segments;

/// <summary>The customers with the highest <see cref="CustomerScore"/>, each with its parts (CU-05).</summary>
internal sealed class HighPotential : Command
{
    /// <summary>Points from which a customer is worth a place on the list.</summary>
    private const int Least = 40;

    public override CommandSpec Spec { get; } = new("high_potential", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        // Nobody comes to so many points without contact in the days that the score counts.
        var since = act.Now.AddDays(-CustomerScore.Window);
        var customers = act.Db.Customers.VisibleTo(act.Viewer).Where(c => c.OwnerId != null && c.LastInteractionAt >= since);
        if (whose.Owners is { } owners)
        {
            customers = customers.Where(c => owners.Contains(c.OwnerId!.Value));
        }

        var scored = (await CustomerScore.AllAsync(act, customers, cancellationToken)).Where(s => s.Score.Points >= Least).OrderByDescending(s => s.Score.Points).ThenBy(s => s.Customer.Id).ToList();
        var paging = Paging.Of(act, scored.Count);
        var shown = scored.Skip(paging.Skip).Take(paging.Size).ToList();
        Word title = new("HighPotential.title", scored.Count);
        var data = new
        {
            Title = title,
            Subtitle = paging.Say(new Word("HighPotential.formula", Least)),
            Rows = shown.ConvertAll(s => new { Main = s.Customer.Name, Second = s.Score.Parts, Value = s.Score.Points.ToString(System.Globalization.CultureInfo.InvariantCulture), Open = new Button("Button.open", "show_customer", new Slots { ["customer"] = s.Customer.Key }) }),
            Empty = new Word("HighPotential.none"),
            paging.Prev,
            paging.Next,
        };
        return new Reply(new View("list", data, title)) { InPlace = paging.InPlace, Focus = act.Listing([.. shown.Select(s => s.Customer.Key)]) };
    }
}

using SalesBot.Conversation;
using SalesBot.Data;

namespace SalesBot.Tasks;

internal static class Recurrence
{
    /// <summary>One that repeats comes again a day, a week or a month after its day; days that were missed are not made up for.</summary>
    public static void Plan(Act act, Todo over)
    {
        if (over.Repeats is not { } rhythm)
        {
            return;
        }

        var day = over.DueOn ?? act.Today;
        do
        {
            day = rhythm switch { "daily" => day.AddDays(1), "weekly" => day.AddDays(7), _ => day.AddMonths(1) };
        }
        while (day <= act.Today);

        act.Db.Add(new Todo
        {
            Key = Keys.New('T'), CreatedAt = act.Now, OwnerId = over.OwnerId, Kind = over.Kind, Title = over.Title, DueOn = day, DueAt = over.DueAt, Customer = over.Customer, Deal = over.Deal,
            Repeats = rhythm, Urgent = over.Urgent, RemindMinutes = over.RemindMinutes,
        });
    }
}

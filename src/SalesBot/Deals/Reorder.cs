using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Process;
using SalesBot.Tasks;

namespace SalesBot.Deals;

/// <summary>Whoever won a deal is reminded to ask for the next order (ST-13), as many days later as the process says of being won.</summary>
internal static class Reorder
{
    public static void Remind(Act act, Deal deal)
    {
        if (act.Process.Find(SalesProcess.Won)?.ReorderDays is not ({ } days and > 0))
        {
            return;
        }

        act.Db.Add(new Todo
        {
            Key = Keys.New('T'), CreatedAt = act.Now, OwnerId = deal.OwnerId, Kind = TodoKind.Reorder, Title = deal.Customer?.Name ?? deal.Name, DueOn = Working(act.Today.AddDays(days)), Deal = deal, CustomerId = deal.CustomerId,
        });
    }

    private static DateOnly Working(DateOnly day) => WorkCalendar.China.IsWorkday(day) ? day : WorkCalendar.China.NextWorkday(day);
}

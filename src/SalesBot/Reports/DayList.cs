using System.Collections;
using System.Globalization;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>A list card of records that something has been true of for some days, in pages; its buttons carry the question on.</summary>
internal static class DayList
{
    public const int PageSize = 10;

    /// <summary>The page that was asked for, the last one at most; pages count from 1.</summary>
    public static int Page(Act act, int total) => (int)Math.Clamp(act.Slots.Number("page") ?? 1, 1, Math.Max(1, (total + PageSize - 1) / PageSize));

    public static Reply Show(Act act, Word title, Whose whose, IList rows, Word empty, int total, int page) => new(new View("list", new
    {
        Title = title,
        Subtitle = whose.Label,
        Rows = rows,
        Empty = empty,
        Prev = page > 1 ? Turn(act, "Button.previous", page - 1) : null,
        Next = page * PageSize < total ? Turn(act, "Button.more", page + 1) : null,
    }, title))
    {
        InPlace = act.Pressed && act.Slots.ContainsKey("page"),
    };

    private static Button Turn(Act act, string title, int page) =>
        new(title, act.Frame.Intent, new Slots(Orders.ToData(act.Frame)) { ["page"] = page.ToString(CultureInfo.InvariantCulture) });
}

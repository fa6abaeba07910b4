using System.Collections;
using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>A list card of records that something has been true of for some days, in pages.</summary>
internal static class DayList
{
    public static Reply Show(Paging paging, Word title, object label, IList rows, Word empty, IReadOnlyList<Button>? buttons = null) => new(new View("list", new
    {
        Title = title,
        Subtitle = paging.Say(label),
        Rows = rows,
        Empty = empty,
        paging.Prev,
        paging.Next,
        Buttons = buttons ?? [],
    }, title))
    {
        InPlace = paging.InPlace,
    };
}

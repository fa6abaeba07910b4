using System.Globalization;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>Which part of a long list is shown; pages count from 1, and the buttons carry the question and the page on.</summary>
internal sealed record Paging(Act Act, int Page, int Last, int Size)
{
    private const int Usual = 10;

    /// <summary>The page that was asked for, the last one at most.</summary>
    public static Paging Of(Act act, int total, int size = Usual)
    {
        var last = Math.Max(1, (total + size - 1) / size);
        var asked = act.Slots.Number("page") ?? 1;
        return new Paging(act, (int)Math.Clamp(asked, 1, last), last, size) { IsOver = asked > last && !act.Pressed };
    }

    /// <summary>More was asked for in words than there is; a button may be of an older, longer list.</summary>
    public bool IsOver { get; private init; }

    public int Skip => (Page - 1) * Size;

    /// <summary>The next page takes the place of the one before.</summary>
    public bool InPlace => Act.Pressed && Act.Slots.ContainsKey("page");

    public Button? Prev => Page > 1 ? Turn("Button.page_back", Page - 1) : null;

    public Button? Next => Page < Last ? Turn("Button.page_on", Page + 1) : null;

    public IQueryable<T> Of<T>(IQueryable<T> all) => all.Skip(Skip).Take(Size);

    /// <summary>What is listed, and which page of how many this is.</summary>
    public object Say(object listed) => IsOver ? new Word("Format.page_over", listed) : Last == 1 ? listed : new Word("Format.page", listed, Page, Last);

    private Button Turn(string title, int page) =>
        new(title, Act.Frame.Intent, new Slots(Orders.ToData(Act.Frame)) { ["page"] = page.ToString(CultureInfo.InvariantCulture) });
}

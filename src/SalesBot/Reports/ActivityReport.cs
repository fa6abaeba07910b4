using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.FollowUps;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>A day's or week's report as a card: the counts, then what is behind them, then what is due next (RP-01, FU-02).</summary>
internal static class ActivityReport
{
    private const int Most = 5;

    /// <summary>Reads the facts of the period that was asked for, else of <paramref name="slot"/>.</summary>
    /// <param name="below">A last line.</param>
    public static async Task<Reply> ShowAsync(Act act, string title, string slot, string nextSlot, Word? below, CancellationToken cancellationToken)
    {
        slot = act.Slots.Text("period") ?? act.Slots.Text("date") ?? slot;
        if (Period.Read(slot, act.Today) is not { } period)
        {
            return Act.Say(new Word("Bad.period", slot));
        }

        var (whose, bad) = Whose.Of(act);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        if (act.Slots.Text("missing") == IdlePeople.Asked)
        {
            return await IdlePeople.ShowAsync(act, whose, (period, PeriodName.Of(period, slot)), cancellationToken);
        }

        var facts = await ActivityFacts.ReadAsync(act, whose, period, Period.Read(nextSlot, act.Today)!, cancellationToken);
        var data = new { Title = new Word(title), Subtitle = new Word("Format.Dot", whose.Label, PeriodName.Of(period, slot)), Tiles = Tiles(facts), Sections = Sections(facts, act), Note = (Note(facts), below) switch { ({ } first, { } last) => new Word("Format.Paragraphs", first, last), var (note, last) => note ?? last } };
        return new Reply(new View("report", data, new Word("Report.text", new Word(title), new Word("Count.followups", facts.FollowUps.Count), new Word("Count.moves", facts.Moves.Count), facts.Won.Count, facts.Lost.Count)));
    }

    private static object[] Tiles(ActivityFacts facts) =>
    [
        new { Label = new Word("Report.followups"), Value = Count(facts.FollowUps.Count) },
        new { Label = new Word("Report.moves"), Value = Count(facts.Moves.Count) },
        new { Label = new Word("Report.won"), Value = Count(facts.Won.Count) },
        new { Label = new Word("Report.todos_done"), Value = Count(facts.TodosDone) },
    ];

    private static Word Count(int number) => new("Report.count", number);

    private static List<Section> Sections(ActivityFacts facts, Act act) =>
    [
        .. Part("Report.won", facts.Won, d => new Row(d.Name, new Money(d.Amount, d.Currency))),
        .. Part("Report.lost", facts.Lost, d => new Row(d.Name, d.LostReason ?? (object)new Money(d.Amount, d.Currency))),
        .. Part("Report.moves", facts.Moves, c => new Row(c.Deal.Name, new Word("Report.move", StageName.Of(c.From!), StageName.Of(c.To)))),
        .. Part("Report.created", facts.Created, d => new Row(d.Name, new Money(d.Amount, d.Currency))),
        .. Part("Report.followups", facts.FollowUps, f => new Row(f.Deal?.Name ?? f.Customer?.Name ?? "", Beside(act, f.AuthorId, f.Content))),
        .. Part("Report.overdue", facts.Overdue, t => Due(act, t)),
        .. Part("Report.next", facts.Next, t => Due(act, t)),
    ];

    private static Row Due(Act act, Todo todo) => new(todo.Called(), Beside(act, todo.OwnerId, new When(todo.DueOn, todo.DueAt)));

    /// <summary>Whose it is, unless it is the reader's own.</summary>
    private static object Beside(Act act, long person, object what) => person == act.Me.Id ? what : new Word("Format.Dot", what, act.Org.Find(person));

    private static IEnumerable<Section> Part<T>(string title, IReadOnlyList<T> all, Func<T, Row> row) =>
        all.Count == 0 ? [] : [new Section(new Word("Report.section", new Word(title), all.Count), [.. all.Take(Most).Select(row)], all.Count > Most ? new Word("Report.more", all.Count - Most) : null)];

    private static Word? Note(ActivityFacts facts)
    {
        var late = facts.FollowUps.Count(f => f.CreatedAt - f.HappenedAt > FollowUp.LateAfter);
        return facts.FollowUps.Count + facts.Moves.Count + facts.Won.Count + facts.Lost.Count + facts.Created.Count + facts.TodosDone == 0 ? new Word("Report.nothing")
            : late > 0 ? new Word("Report.late", late) : null;
    }

    private sealed record Section(Word Title, IReadOnlyList<Row> Rows, Word? More);

    private sealed record Row(object Main, object? Second);
}

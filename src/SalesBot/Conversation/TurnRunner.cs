using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.People.Linking;
using SalesBot.Telemetry;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>Who works here and what was laid down, each read seldom.</summary>
internal sealed record CompanyCaches(OrgCache Org, DefinitionCache Definitions);

/// <summary>The things a turn passes through; one of each for the whole service.</summary>
internal sealed record TurnParts(CompanyCaches Company, Orders Orders, CommandRunner Commands, Ledger Ledger, ReplyRenderer Renderer);

/// <summary>
/// The one path of everything said or pressed: seen before? → who → understand → may they → the command changes entities and returns a
/// reply → one transaction → render. The caller posts the answer after this returns, so nothing is said that is not in the database.
/// </summary>
internal sealed class TurnRunner(Func<SalesDb> open, TurnParts parts, Outbox outbox, NameFeed names, ILogger<TurnRunner> log)
{
    private const int Tries = 5;

    /// <summary>More turns at once than this only stand in each other's way; they wait here in order, at no cost.</summary>
    private readonly SemaphoreSlim working = new(4 * Environment.ProcessorCount);
    private readonly ConversationGate gate = new();
    private readonly RecentAnswers recent = new();

    /// <summary>Never throws but for cancellation: a fault of ours is logged under an id, and the person is told the id and nothing else.</summary>
    public async Task<TurnAnswer> RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        using var measure = new TurnMeasure(turn);
        using var lane = await gate.EnterAsync(turn.From, cancellationToken);
        turn = await FetchedAsync(turn, cancellationToken);
        await working.WaitAsync(cancellationToken);
        try
        {
            return await TryAsync(turn, measure, cancellationToken);
        }
        finally
        {
            working.Release();
        }
    }

    /// <summary>With what was handed in. A delivery that comes again fetches nothing, nor one that comes while the first is still fetching: it waits in the lane.</summary>
    private async Task<Turn> FetchedAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Fetch is not { } fetch)
        {
            return turn;
        }

        try
        {
            await using var db = open();
            if ((recent.Find(turn) ?? await Repetition.FindAsync(db, turn, cancellationToken)) is not null)
            {
                return turn;
            }
        }
        catch (DbException)
        {
            // The turn itself asks again, and says what is wrong.
        }

        return turn with { Files = await fetch(cancellationToken) };
    }

    private async Task<TurnAnswer> TryAsync(Turn turn, TurnMeasure measure, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AcceptInvitation.AnswerAsync(open, turn, parts.Renderer, cancellationToken) ?? await OnceAsync(turn, measure, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                parts.Company.Definitions.Forget();
                // Somebody else was first (a record's version, the seen-message index): decide anew on the present state.
                measure.Again();
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The last line of defence of a turn: whatever broke, the person gets an id to pass on, never silence or a stack trace.
                var id = Keys.New('E');
                measure.Again();
                measure.Note("none", "failed");
                Log.TurnFailed(log, id, turn.From.Channel, turn.Kind, Fault.Describe(fault));
                var reader = parts.Renderer.For(null, turn.From.Locale, turn.Now);
                return new TurnAnswer([parts.Renderer.Render(new View(null, null, new Word("Error.unexpected", id)), reader)]);
            }
        }
    }

    private async Task<TurnAnswer> OnceAsync(Turn turn, TurnMeasure measure, CancellationToken cancellationToken)
    {
        await using var db = open();
        if ((recent.Find(turn) ?? await Repetition.FindAsync(db, turn, cancellationToken)) is { } toldBefore)
        {
            measure.Note("none", "repeated");
            return toldBefore;
        }

        var org = await parts.Company.Org.GetAsync(db, turn.Now, cancellationToken);
        var definitions = await parts.Company.Definitions.GetAsync(db, turn.Now, cancellationToken);
        var seat = await Seat.TakeAsync(db, org, turn, cancellationToken);
        var reader = parts.Renderer.For(seat.Person, turn.From.Locale ?? seat.Reference.Locale, turn.Now);
        await names.Loaded.WaitAsync(cancellationToken);
        var taken = parts.Orders.Read(turn, seat.Person, org, seat.Focus).Select(OneTime.Take).ToList();
        var orders = taken.ConvertAll(t => t.Order);

        var changing = orders.Any(o => parts.Commands.Find(o).Spec.Changes);
        await using var transaction = orders.Count > 1 || orders.Any(o => parts.Commands.Find(o).Spec.Straight) ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        var replies = new List<RenderedReply>();
        var changed = new List<Change>();
        foreach (var (order, card) in taken)
        {
            var (reply, changes, back) = await CarryOutAsync(turn, db, org, definitions, seat, order, cancellationToken);
            measure.Note(parts.Commands.Find(order).Spec.Id, seat.Person.May(parts.Commands.Find(order).Spec.Needs) ? "done" : "refused");
            if (await AgainAsync(db, turn, seat, card, reply, changes.Count > 0 || reply.Notices.Count > 0 || Entered(db), cancellationToken) is { } twice)
            {
                // What it would have done holds the database otherwise, against the note that is written now.
                await (transaction?.RollbackAsync(cancellationToken) ?? Task.CompletedTask);
                return await TwiceAsync(turn, parts.Renderer.Render(twice, reader), cancellationToken);
            }

            Put(replies, order, reply, reader);
            changed.AddRange(changes);
            if (order == orders[^1] || reply is { Receipt: null, Focus.Pending: not null } || (order.Intent == "undo" && reply.Receipt is null))
            {
                replies.AddRange(Left(orders, order, reader));
                replies.AddRange(back is null ? [] : [Render(back, reader)]);
                if (changing)
                {
                    Repetition.Note(db, turn, replies);
                }

                await db.SaveChangesAsync(cancellationToken);
                break;
            }

            await db.SaveChangesAsync(cancellationToken);
            seat = seat with { Focus = seat.Remembered(turn.Now) };
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        await AfterCommitAsync(changed, cancellationToken);
        var answer = new TurnAnswer(replies);
        return changing ? answer : recent.Keep(turn, answer);
    }

    /// <summary>What a card or a press has done already is not done again, nor asked about again; what finds by itself that it is done has its own answer.</summary>
    private static async Task<View?> AgainAsync(SalesDb db, Turn turn, Seat seat, string? card, Reply reply, bool acted, CancellationToken cancellationToken)
    {
        if (acted && turn.Press is not null && await DoublePress.NoteAsync(db, turn, seat.Person!, cancellationToken) is { } twice)
        {
            return twice;
        }

        return card is not null && (acted || reply.Focus?.Pending is not null) ? await OneTime.NoteAsync(db, card, acted, turn.Now, cancellationToken) : null;
    }

    /// <summary>It wrote its own line of the trail: what it did is no change of a record.</summary>
    private static bool Entered(SalesDb db) => db.Tracked<AuditEntry>().Any(e => e is { State: EntityState.Added, Entity.Refused: false });

    /// <summary>A second press leaves nothing of what it would have done, but is known when it is delivered again. A delivery that the other node was answering meanwhile is no second press.</summary>
    private async Task<TurnAnswer> TwiceAsync(Turn turn, RenderedReply answer, CancellationToken cancellationToken)
    {
        await using var db = open();
        if (await Repetition.FindAsync(db, turn, cancellationToken) is { } toldBefore)
        {
            return toldBefore;
        }

        Repetition.Note(db, turn, [answer]);
        await db.SaveChangesAsync(cancellationToken);
        return new TurnAnswer([answer]);
    }

    /// <summary>What else the message orders, after this one: named where a question comes first, as it is not kept for later.</summary>
    private IEnumerable<RenderedReply> Left(IReadOnlyList<Frame> orders, Frame done, Localizer reader)
    {
        var left = orders.SkipWhile(o => !ReferenceEquals(o, done)).Skip(1).Select(o => new Word("Command." + parts.Commands.Find(o).Spec.Id)).ToList();
        return left.Count == 0 ? [] : [parts.Renderer.Render(new View(null, null, new Word("Turn.left", left)), reader)];
    }

    /// <summary>Of a correction, that the act was taken back first goes without saying; and so does that this was all of it.</summary>
    private void Put(List<RenderedReply> replies, Frame order, Reply reply, Localizer reader)
    {
        if (order.Corrects && reply.Receipt is not null)
        {
            replies.Clear();
        }

        if (!(order.Corrects && reply.SaysSame))
        {
            replies.Add(Render(reply, reader));
        }

        if (order.Unmet.Count > 0 && (reply.Focus?.Pending is null || reply.Receipt is not null))
        {
            replies.Add(parts.Renderer.Render(new View(null, null, new Word(reply.Receipt is null ? "Turn.unmet" : "Turn.unmet_told", order.Unmet)), reader));
        }
    }

    private RenderedReply Render(Reply reply, Localizer reader) =>
        parts.Renderer.Render(reply.View, reply.Language is { } language ? reader.In(language) : reader, reply.InPlace, reply.Suggestions);

    /// <summary>What one order is answered, what it changed, and the question that it interrupted, where that is asked again.</summary>
    private async Task<(Reply Reply, IReadOnlyList<Change> Changes, Reply? Back)> CarryOutAsync(Turn turn, SalesDb db, OrgChart org, Definitions definitions, Seat seat, Frame order, CancellationToken cancellationToken)
    {
        var command = parts.Commands.Find(order);
        var look = turn.Press is { Automatic: true };
        if (turn.Press is null && Refusals.IsHardlyMeant(order, command.Spec, seat.Person)) command = parts.Commands.Find(order = new Frame("unknown"));
        if (!seat.Person.May(command.Spec.Needs) || seat.Person is null || (look && command.Spec.Changes))
        {
            Forget(db, look);
            if (!look)
            {
                Ledger.Refusal(db, seat.Person, command.Spec.Id, turn.Now);
            }

            return (Act.Say(Refusals.Say(org, command.Spec, seat.Person)), [], null);
        }

        // What is only shown needs no watching for changes, which costs as much as the reading.
        db.ChangeTracker.QueryTrackingBehavior = command.Spec.Changes ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        var act = new Act(db, org, seat.Person, order, turn.Now, seat.Focus) { Pressed = turn.Press is not null, Said = turn.Text, PressedCard = turn.Press?.CardActivityId, Files = turn.Files, Definitions = definitions, Place = seat.Reference };
        var reply = await parts.Commands.RunAsync(command, act, cancellationToken);
        if (look)
        {
            Forget(db, look);
            return (reply, [], null);
        }

        foreach (var area in Area.All)
        {
            reply = await area.AfterAsync(act, reply, cancellationToken);
        }

        await Forwarded.NoteAsync(act, command.Spec, reply, cancellationToken);

        var (complete, changes, entry) = await parts.Ledger.RecordAsync(act, command.Spec, reply, cancellationToken);
        var (focus, isBack) = Interruption.Over(seat.Focus, Recall.After(act, command.Spec, complete, entry, changes), order, command.Spec.Changes, seat.Focus.Pending is { } open && parts.Commands.Find(open)?.Spec.Changes == true);
        seat.Remember(focus, turn.Now);
        var back = isBack ? await Interruption.BackAsync(act, focus, parts.Commands.Find(focus.Pending!)!, cancellationToken) : null;
        return (await ForAsync(turn, act, complete, cancellationToken), changes, back is null ? null : await ForAsync(turn, act, back, cancellationToken));
    }

    /// <summary>Of what a messenger asks by itself nothing is kept: not where the person is, nor that they looked, nor that they may not.</summary>
    private static void Forget(SalesDb db, bool look)
    {
        if (look)
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<Reply> ForAsync(Turn turn, Act act, Reply reply, CancellationToken cancellationToken) =>
        turn.From.IsGroup ? await parts.Ledger.InPrivateAsync(act, reply, cancellationToken) : reply;

    private async Task AfterCommitAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
        {
            return;
        }

        if (changes.Any(c => c.Record is nameof(Person) or nameof(Team)))
        {
            parts.Company.Org.Forget();
        }

        if (changes.Any(c => c.Record == nameof(Definition)))
        {
            parts.Company.Definitions.Forget();
        }

        outbox.Wake();
        try
        {
            await names.ApplyAsync(changes, cancellationToken);
        }
        catch (DbException fault)
        {
            // What was done is done and must be answered as such; the reader catches up with the record's next change or the next start.
            Log.NamesBehind(log, Fault.Describe(fault));
        }
    }
}

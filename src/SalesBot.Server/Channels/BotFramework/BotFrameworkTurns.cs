using Microsoft.Extensions.Options;
using SalesBot.Conversation;
using SalesBot.Server.Channels.BotFramework.Dialogs;
using SalesBot.Server.Channels.BotFramework.Files;
using SalesBot.Server.Channels.BotFramework.Schema;

namespace SalesBot.Server.Channels.BotFramework;

/// <summary>Has an admitted activity answered, by the way that it asks for: to the service URL, in the invoke's answer, or all in the HTTP answer.</summary>
internal sealed class BotFrameworkTurns(RunTurn run, Outbox outbox, AnsweredActivities answered, AcknowledgedTurns late, BotFrameworkTurns.Surroundings around)
{
    /// <summary>What the service gives it.</summary>
    internal sealed record Surroundings(IHostApplicationLifetime Life, TimeProvider Time, IOptions<BotFrameworkOptions> Options);

    /// <summary>
    /// Channels give up after 10 to 15 s (PROTOCOLS.md A.7), of which <see cref="TeamsPeople"/> may have taken three; neither a slow Connector nor many turns at once must make them repeat
    /// what is done.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    /// <summary>Returns what the activity is answered with over HTTP; the rest was posted.</summary>
    /// <param name="fetch">Fetches its files, where it has some.</param>
    public async Task<InvokeResponse> TakeAsync(Activity activity, bool vouched, Func<CancellationToken, Task<IReadOnlyList<ReceivedFile>>>? fetch)
    {
        var isInvoke = string.Equals(activity.Type, ActivityTypes.Invoke, StringComparison.Ordinal);
        if (isInvoke && activity.Name is not AdaptiveCardInvokeValue.InvokeName && !TaskDialog.Is(activity.Name))
        {
            return new InvokeResponse(StatusCodes.Status501NotImplemented);
        }

        var (press, refusal) = isInvoke ? CardPress.Read(activity) : default;
        if (refusal is not null)
        {
            return new InvokeResponse(refusal.StatusCode, refusal);
        }

        var expectsReplies = string.Equals(activity.DeliveryMode, DeliveryModes.ExpectReplies, StringComparison.Ordinal);
        if (ActivityToTurn.Read(activity, press, vouched, around.Time.GetUtcNow()) is not { } turn)
        {
            return new InvokeResponse(StatusCodes.Status200OK, Replies: expectsReplies ? new ExpectedReplies { Activities = [] } : null);
        }

        if (!isInvoke && !expectsReplies)
        {
            await InTimeAsync(AnswerAsync(turn with { Fetch = fetch }), turn);
            return new InvokeResponse(StatusCodes.Status200OK);
        }

        var answer = await RunAsync(turn with { Fetch = fetch });
        if (isInvoke && TaskDialog.Is(activity.Name))
        {
            var (window, others) = TaskDialog.Answer(activity.Name!, answer.Replies);
            await InTimeAsync(PostAsync(turn, others, answer.Repeated));
            return new InvokeResponse(StatusCodes.Status200OK) { Other = window };
        }

        var (body, rest) = isInvoke ? CardAnswer(turn, answer.Replies) : (null, answer.Replies);
        if (expectsReplies)
        {
            return new InvokeResponse(StatusCodes.Status200OK, Replies: new ExpectedReplies { Activities = [.. rest.Select(r => Write(turn, r))], Body = body });
        }

        await InTimeAsync(PostAsync(turn, rest, answer.Repeated));
        return new InvokeResponse(StatusCodes.Status200OK, body);
    }

    /// <summary>Posts what is to be said to a turn that is none of the conversation's, done once however often it is delivered. Returns when it is done, or when the channel may wait no longer.</summary>
    public Task OnceAsync(Turn turn, Func<CancellationToken, Task<IReadOnlyList<RenderedReply>>> act) => InTimeAsync(DoneAsync(turn, act));

    private async Task DoneAsync(Turn turn, Func<CancellationToken, Task<IReadOnlyList<RenderedReply>>> act)
    {
        if (!answered.Add(turn.From.Channel, turn.From.ConversationId, turn.ActivityId))
        {
            return;
        }

        IReadOnlyList<RenderedReply> replies;
        try
        {
            replies = await act(around.Life.ApplicationStopped);
        }
        catch
        {
            answered.Forget(turn.From.Channel, turn.From.ConversationId, turn.ActivityId);
            throw;
        }

        await outbox.ReplyAsync(turn, replies, around.Life.ApplicationStopped);
    }

    private async Task AnswerAsync(Turn turn)
    {
        // Not the request's own token: a channel that hangs up must not undo half an answer. Nor the first sign of a stop: turns under way end well.
        var answer = await RunAsync(turn);
        await PostAsync(turn, answer.Replies, answer.Repeated);
    }

    /// <summary>A file is no more than its link where the company wants none offered.</summary>
    private async Task<TurnAnswer> RunAsync(Turn turn)
    {
        var answer = await run(turn, around.Life.ApplicationStopped);
        return around.Options.Value.OfferFiles ? answer : answer with { Replies = [.. answer.Replies.Select(r => r with { File = null })] };
    }

    /// <summary>Returns when it is done, or when the channel may wait no longer: it then goes on by itself.</summary>
    private async Task InTimeAsync(Task answering, Turn? unfinished = null)
    {
        try
        {
            await answering.WaitAsync(Patience, around.Time, CancellationToken.None);
        }
        catch (TimeoutException) when (!answering.IsCompleted)
        {
            late.Keep(answering);
            await (unfinished is null ? Task.CompletedTask : late.WatchAsync(unfinished, answering));
        }
    }

    /// <summary>
    /// The reply that takes the card's place answers the press, else a mere sentence does; the rest is posted. When everything is
    /// posted its first text is shown at the card as well, for an answer with neither is an error to Teams. A card that Teams itself brings up to date gets nothing but its present state.
    /// </summary>
    private static (AdaptiveCardInvokeResponse Body, IReadOnlyList<RenderedReply> Others) CardAnswer(Turn turn, IReadOnlyList<RenderedReply> replies)
    {
        if (turn.Press is { Automatic: true })
        {
            return (replies.FirstOrDefault(r => r.Card is not null) is { } shown ? Shown(shown) : AdaptiveCardInvokeResponse.Message(replies.Count > 0 ? replies[0].Text : ""), []);
        }

        if (replies.FirstOrDefault(r => r is { InPlace: true, Card: not null }) is { } inPlace)
        {
            return (Shown(inPlace), Without(inPlace));
        }

        return replies.FirstOrDefault(r => r is { Card: null, QuickReplies.Count: 0 }) is { } sentence
            ? (AdaptiveCardInvokeResponse.Message(sentence.Text), Without(sentence))
            // The text of a file that is offered is its link, of which there is no need then.
            : (AdaptiveCardInvokeResponse.Message(replies.Count == 0 ? "" : FileCards.CanOffer(turn.From) && replies[0].File is { } file ? file.Name : replies[0].Text), replies);

        AdaptiveCardInvokeResponse Shown(RenderedReply reply) => AdaptiveCardInvokeResponse.Card(CardDialect.For(turn.From.Channel, reply.Card!.Value, ReplyToActivity.Viewer(turn.From)));

        IReadOnlyList<RenderedReply> Without(RenderedReply taken) => [.. replies.Where(r => !ReferenceEquals(r, taken))];
    }

    private static Activity Write(Turn turn, RenderedReply reply) =>
        ReplyToActivity.Write(new Outgoing(turn.From, reply, ReplyToId: turn.ActivityId), ReplyToActivity.Route(turn.From)!);

    private async Task PostAsync(Turn turn, IReadOnlyList<RenderedReply> replies, bool repeated)
    {
        var first = answered.Add(turn.From.Channel, turn.From.ConversationId, turn.ActivityId);
        if (!first || replies.Count == 0 || (repeated && turn.Kind == TurnKind.Joined))
        {
            return;
        }

        // What the platform will not take becomes a row of the outbox.
        await outbox.ReplyAsync(turn, replies, around.Life.ApplicationStopped);
    }
}

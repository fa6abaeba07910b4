namespace SalesBot.Conversation;

internal sealed class TurnRunner
{
    public Task<TurnAnswer> RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new TurnAnswer([new RenderedReply(turn.Text ?? turn.Press?.Verb ?? "")]));
    }
}

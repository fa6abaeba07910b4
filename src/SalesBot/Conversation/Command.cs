namespace SalesBot.Conversation;

/// <summary>One user action. Stateless; found by scan; everything it needs comes with the <see cref="Act"/>.</summary>
internal abstract class Command
{
    public abstract CommandSpec Spec { get; }

    /// <summary>What may be chosen for a required slot that was not said; null: it is asked for in words.</summary>
    public virtual Task<Reply?> OfferAsync(Act act, string slot, CancellationToken cancellationToken) => Task.FromResult<Reply?>(null);

    /// <summary>Changes entities of <see cref="Act.Db"/> (the turn runner saves, once) and returns what to say.</summary>
    public abstract Task<Reply> RunAsync(Act act, CancellationToken cancellationToken);
}

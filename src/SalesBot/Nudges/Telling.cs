namespace SalesBot.Nudges;

/// <summary>One round of telling: what was told and is done by now is shown as done, then what is new is told.</summary>
internal sealed class Telling(DealtWith dealtWith, NudgeDelivery delivery)
{
    /// <summary>Returns the number of new messages.</summary>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await dealtWith.RunAsync(now, cancellationToken);
        return await delivery.RunAsync(now, cancellationToken);
    }
}

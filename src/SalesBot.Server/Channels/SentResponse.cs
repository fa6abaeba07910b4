namespace SalesBot.Server.Channels;

internal static class SentResponse
{
    /// <summary>Ends when the answer to this request has gone out, or its sender has hung up.</summary>
    public static Task Sent(this HttpResponse response)
    {
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        response.OnCompleted(() =>
        {
            sent.TrySetResult();
            return Task.CompletedTask;
        });
        return sent.Task;
    }
}

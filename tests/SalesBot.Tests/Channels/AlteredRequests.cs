using FsCheck;
using FsCheck.Fluent;

namespace SalesBot.Tests.Channels;

/// <summary>Ten thousand altered requests to an edge, many at a time, as a server gets them; each is sent, and its answer looked at.</summary>
internal static class AlteredRequests
{
    public const int Number = 10_000;
    private const int AtOnce = 8;

    /// <summary>Throws what <paramref name="send"/> does, which should say what was sent: there is nothing smaller to look for.</summary>
    public static void Send<T>(Gen<T> requests, Func<T, Task> send) =>
        Parallel.ForEachAsync(requests.Sample(Number), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (request, _) => await send(request)).GetAwaiter().GetResult();

    /// <summary>What may stand in a header.</summary>
    public static bool IsHeader(string text) => text.All(c => c is > ' ' and < (char)127);
}

namespace SalesBot.Server.Channels;

/// <summary>A long message that goes out in several.</summary>
internal static class Pieces
{
    /// <summary>Sends one after the other until one is not taken, without those that an earlier try brought there; returns how many are there now.</summary>
    public static async Task<(PlatformAnswer Answer, int Said)> SendAsync(IReadOnlyList<string> pieces, int said, Func<string, Task<PlatformAnswer>> send)
    {
        var answer = new PlatformAnswer(default);
        foreach (var piece in pieces.Skip(said))
        {
            answer = await send(piece);
            if (answer.Error is not null)
            {
                break;
            }

            said++;
        }

        return (answer, said);
    }
}

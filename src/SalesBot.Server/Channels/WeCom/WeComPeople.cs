using Microsoft.Extensions.Options;
using SalesBot.Conversation;
using SalesBot.Files;
using SalesBot.Server.Channels.Cards;

namespace SalesBot.Server.Channels.WeCom;

/// <summary>What WeCom must be asked about a message: who its sender is, linked by <see cref="PersonLinking"/>, and the file in it.</summary>
internal sealed class WeComPeople(WeComClient wecom, WeComDesk desk, IOptions<WeComOptions> options, FileLimits limits, TimeProvider time)
{
    /// <summary>For the file of a message.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // As the numbers say: active and not yet active are members, disabled and gone are not.
    private static readonly int[] Gone = [2, 5];

    private readonly Acquaintances _met = new(time);

    /// <summary>The turn as it is to be taken; null for one who was greeted before.</summary>
    /// <param name="code">By which the pressed card may be changed.</param>
    public async Task<Turn?> ReadyAsync(Turn turn, string? code, CancellationToken cancel)
    {
        if (turn.Kind == TurnKind.Joined)
        {
            return await desk.Linking.IsSeatedAsync(WeComRoute.ChannelId, turn.From.UserId, cancel) ? null : turn;
        }

        if (turn.Press?.CardActivityId is { } card && code is not null)
        {
            await desk.Notes.KeepAsync(WeComRoute.ChannelId, turn.From.ConversationId, card, code, turn.Now, cancel);
        }

        return await desk.Codes.ResolveAsync(turn, cancel);
    }

    /// <summary>Links who can be linked; WeCom does not tell in which language somebody has it.</summary>
    public async Task<string?> MeetAsync(string userId, CancellationToken cancel)
    {
        if (!_met.Remembers(userId, out _))
        {
            _met.Remember(userId, null, await desk.Linking.IsLinkedAsync(WeComRoute.ChannelId, userId, cancel) || await LinkAsync(userId, cancel));
        }

        return null;
    }

    public Func<CancellationToken, Task<IReadOnlyList<ReceivedFile>>> Fetching(string media, string kind) => async cancel =>
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        return [await wecom.FileAsync(media, kind, limits, limit.Token)];
    };

    private async Task<bool> LinkAsync(string userId, CancellationToken cancel)
    {
        if (options.Value.People.TryGetValue(userId, out var address))
        {
            return await desk.Linking.LinkAsync(WeComRoute.ChannelId, userId, [address], time.GetUtcNow(), cancel);
        }

        var answer = await wecom.GetAsync("user/get", [("userid", userId)], cancel);
        if (answer.Error is not null || (answer.Body.At("status") is { } status && status.ValueKind == System.Text.Json.JsonValueKind.Number && status.TryGetInt32(out var standing) && Gone.Contains(standing)))
        {
            return false;
        }

        return await desk.Linking.LinkAsync(WeComRoute.ChannelId, userId, [answer.Body.Text("email"), answer.Body.Text("biz_mail")], time.GetUtcNow(), cancel);
    }
}

/// <summary>What an edge keeps in the database.</summary>
internal sealed record WeComDesk(PersonLinking Linking, EdgeNotes Notes, ButtonCodes Codes);

using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SalesBot.Conversation;
using SalesBot.Files;

namespace SalesBot.Server.Channels.DingTalk;

/// <summary>What DingTalk must be asked about a message: who its sender is, linked by <see cref="PersonLinking"/>, and the files in it.</summary>
internal sealed class DingTalkPeople(DingTalkClient dingtalk, PersonLinking linking, IOptions<DingTalkOptions> options, FileLimits limits, TimeProvider time)
{
    /// <summary>For all files of a message.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Acquaintances _met = new(time);

    /// <summary>Links who can be linked; DingTalk does not tell in which language somebody has it.</summary>
    public async Task<string?> MeetAsync(string userId, CancellationToken cancel)
    {
        if (!_met.Remembers(userId, out _))
        {
            _met.Remember(userId, null, await linking.IsLinkedAsync(DingTalkRoute.ChannelId, userId, cancel) || await LinkAsync(userId, cancel));
        }

        return null;
    }

    public Func<CancellationToken, Task<IReadOnlyList<ReceivedFile>>> Fetching(IReadOnlyList<DingTalkMessage.Sent> sent) => cancel => FileBody.AllAsync(sent, file => file.Name, Patience, OneAsync, cancel);

    private async Task<bool> LinkAsync(string userId, CancellationToken cancel)
    {
        if (options.Value.People.TryGetValue(userId, out var address))
        {
            return await linking.LinkAsync(DingTalkRoute.ChannelId, userId, [address], time.GetUtcNow(), cancel);
        }

        var answer = await dingtalk.CallOldAsync("topapi/v2/user/get", new JsonObject { ["userid"] = userId }, cancel);
        return answer.Error is null && answer.Body.At("result") is { } user && user.At("active") is not { ValueKind: System.Text.Json.JsonValueKind.False }
            && await linking.LinkAsync(DingTalkRoute.ChannelId, userId, [user.Text("email"), user.Text("org_email")], time.GetUtcNow(), cancel);
    }

    private async Task<ReceivedFile> OneAsync(DingTalkMessage.Sent file, CancellationToken cancel)
    {
        var answer = await dingtalk.CallAsync(HttpMethod.Post, "v1.0/robot/messageFiles/download", new JsonObject { ["downloadCode"] = file.Code, ["robotCode"] = options.Value.Robot }, cancel);
        // DingTalk itself says where, over a connection that is its own.
        if (answer.Error is null && Uri.TryCreate(answer.Body.Text("downloadUrl"), UriKind.Absolute, out var place) && place.Scheme is "https" or "http")
        {
            using var response = await dingtalk.DownloadAsync(place.AbsoluteUri, cancel);
            if (response.IsSuccessStatusCode)
            {
                return await FileBody.ReadAsync(file.Name, response.Content, limits, cancel);
            }
        }

        return ReceivedFile.Missing(file.Name, FileFault.Unreachable);
    }
}

using System.Text.Json;

namespace SalesBot.Server.Channels.Feishu;

/// <summary>Who somebody in Feishu is: an active member of our own tenant, linked by <see cref="PersonLinking"/>. Feishu does not tell what language they read.</summary>
internal sealed class FeishuPeople(FeishuClient feishu, PersonLinking linking, TimeProvider wall)
{
    private readonly Acquaintances _met = new(wall);

    /// <summary>Links who can be linked.</summary>
    public async Task<string?> MeetAsync(string userId, CancellationToken cancel)
    {
        if (_met.Remembers(userId, out var known))
        {
            return known;
        }

        var linked = await linking.IsLinkedAsync(FeishuRoute.ChannelId, userId, cancel);
        if (!linked)
        {
            var answer = await feishu.CallAsync(FeishuCall.Get("contact.user.get", $"contact/v3/users/{userId}?user_id_type=open_id"), cancel);
            if (answer.Error is not null || answer.Body.At("data", "user") is not { } user)
            {
                return null;
            }

            linked = IsActive(user) && await linking.LinkAsync(FeishuRoute.ChannelId, userId, [user.Text("enterprise_email"), user.Text("email")], wall.GetUtcNow(), cancel);
        }

        _met.Remember(userId, locale: null, linked);
        return null;
    }

    private static bool IsActive(JsonElement user) => user.At("status") is { ValueKind: JsonValueKind.Object } status
        && status.Is("is_activated") && !status.Is("is_frozen") && !status.Is("is_resigned") && !status.Is("is_exited") && !status.Is("is_unjoin");
}

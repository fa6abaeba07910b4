using Microsoft.Extensions.Options;
using SalesBot.Words;

namespace SalesBot.Server.Channels.Feishu;

/// <summary>Who the bot itself is and to whose tenant it belongs: asked until it is known, and then not again.</summary>
internal sealed class FeishuSelf(FeishuClient feishu, IOptions<FeishuOptions> options)
{
    private static readonly FeishuCall Bot = FeishuCall.Get("bot.info", "bot/v3/info"), Company = FeishuCall.Get("tenant.tenant.query", "tenant/v2/tenant/query");

    private string? _tenant;
    private string? _openId;

    /// <summary>Null while Feishu does not tell.</summary>
    public async Task<string?> TenantAsync(CancellationToken cancel) =>
        string.IsNullOrEmpty(options.Value.TenantKey) ? _tenant ??= (await feishu.CallAsync(Company, cancel)).Body.Text("data", "tenant", "tenant_key") : options.Value.TenantKey;

    /// <summary>By which others name the bot in groups; null while Feishu does not tell.</summary>
    public async Task<string?> OpenIdAsync(CancellationToken cancel) => _openId ??= (await feishu.CallAsync(Bot, cancel)).Body.Text("bot", "open_id");

    /// <summary>The bot that is let in, or why none is. Sends nothing.</summary>
    public async Task<(bool Good, Word Text)> TryAsync(CancellationToken cancel)
    {
        var bot = await feishu.CallAsync(Bot, cancel);
        if (bot.Error is { } refused)
        {
            return (false, new Word("Check.feishu_fails", refused));
        }

        return await TenantAsync(cancel) is { } tenant ? (true, new Word("Check.feishu_fine", bot.Body.Text("bot", "app_name") ?? "", tenant)) : (false, "Check.feishu_whose");
    }
}

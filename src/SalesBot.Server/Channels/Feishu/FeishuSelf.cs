using Microsoft.Extensions.Options;
using SalesBot.Words;

namespace SalesBot.Server.Channels.Feishu;

/// <summary>Who the bot itself is and to whose tenant it belongs: asked until it is known, and then not again.</summary>
internal sealed class FeishuSelf(FeishuClient feishu, IOptions<FeishuOptions> options, TimeProvider wall)
{
    /// <summary>Of the three seconds that Feishu gives an event.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly FeishuCall Bot = FeishuCall.Get("bot.info", "bot/v3/info"), Company = FeishuCall.Get("tenant.tenant.query", "tenant/v2/tenant/query");

    private readonly Asked _tenant = new(async () => (await feishu.CallAsync(Company, CancellationToken.None)).Body.Text("data", "tenant", "tenant_key"));
    private readonly Asked _openId = new(async () => (await feishu.CallAsync(Bot, CancellationToken.None)).Body.Text("bot", "open_id"));

    /// <summary>Null while Feishu does not tell, or not soon enough for who waits for it now.</summary>
    public Task<string?> TenantAsync(CancellationToken cancel) => string.IsNullOrEmpty(options.Value.TenantKey) ? SoonAsync(_tenant, cancel) : Task.FromResult<string?>(options.Value.TenantKey);

    /// <summary>By which others name the bot in groups; null as above.</summary>
    public Task<string?> OpenIdAsync(CancellationToken cancel) => SoonAsync(_openId, cancel);

    /// <summary>The bot that is let in, or why none is. Sends nothing.</summary>
    public async Task<(bool Good, Word Text)> TryAsync(CancellationToken cancel)
    {
        var bot = await feishu.CallAsync(Bot, cancel);
        if (bot.Error is { } refused)
        {
            return (false, new Word("Check.feishu_fails", refused));
        }

        return (options.Value.TenantKey is { Length: > 0 } set ? set : await _tenant.GetAsync().WaitAsync(cancel)) is { } tenant ? (true, new Word("Check.feishu_fine", bot.Body.Text("bot", "app_name") ?? "", tenant)) : (false, "Check.feishu_whose");
    }

    private async Task<string?> SoonAsync(Asked asked, CancellationToken cancel)
    {
        try
        {
            return await asked.GetAsync().WaitAsync(Patience, wall, cancel);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Asked once for all who want it at a time.</summary>
    private sealed class Asked(Func<Task<string?>> ask)
    {
        private readonly Lock _lock = new();
        private Task<string?>? _answer;

        public Task<string?> GetAsync()
        {
            lock (_lock)
            {
                return _answer = _answer is null or { IsCompleted: true, IsCompletedSuccessfully: false } or { IsCompletedSuccessfully: true, Result: null } ? ask() : _answer;
            }
        }
    }
}

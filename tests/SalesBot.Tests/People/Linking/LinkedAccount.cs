using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.People.Linking;

/// <summary>A rep with an account in Feishu, linked and spoken from, beside where they are else.</summary>
public abstract class LinkedAccount : IAsyncLifetime
{
    private protected TestBot Bot { get; private set; } = null!;
    private protected Talk Rep { get; private set; } = null!;
    private protected Talk Admin { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Bot = await TestBot.StartAsync();
        Bot.Messenger.Elsewhere = "feishu";
        (Rep, Admin) = (Bot.As("赵磊"), Bot.As("管理员"));
        await Rep.Says("我的待办");
        await using var db = Bot.Open();
        var rep = await db.People.FirstAsync(p => p.Name == "赵磊");
        rep.Messenger = "feishu";
        db.PersonLinks.Add(new PersonLink { Channel = "feishu", UserId = "ou_1", PersonId = rep.Id, LinkedAt = TestBot.Start.AddDays(-3) });
        db.References.Add(new ConversationReference { Channel = "feishu", ConversationId = "oc_1", UserId = "ou_1", PersonId = rep.Id, LastSeenAt = TestBot.Start.AddDays(-3), Route = "{}" });
        await db.SaveChangesAsync();
    }

    public async Task DisposeAsync() => await Bot.DisposeAsync();

    private protected async Task<string?> WhoseAsync()
    {
        await using var db = Bot.Open();
        return await Seat.LinkedAsync(db, new Address("feishu", "oc_1", "ou_1", IsGroup: false, null, "{}"), CancellationToken.None) is { } id ? (await db.People.FirstAsync(p => p.Id == id)).Name : null;
    }

    private protected async Task<string> CodeAsync() =>
        System.Text.RegularExpressions.Regex.Match((await Admin.Says("邀请赵磊")).Last, "[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;

    private protected async Task<string> SaysThereAsync(string text, string number = "1")
    {
        var turn = new Turn(TurnKind.Said, new Address("feishu", "oc_" + number, "ou_" + number, IsGroup: false, "zh-CN", "{}"), Guid.NewGuid().ToString("N"), Bot.Clock.Now) { Text = text };
        return string.Join('\n', (await Bot.Get<TurnRunner>().RunAsync(turn, CancellationToken.None)).Replies.Select(r => r.Text));
    }
}

using SalesBot.Conversation;

namespace SalesBot.Tests.Talking;

/// <summary>Straight to the turn runner, as an edge calls it.</summary>
internal sealed class RunnerLine(TestBot bot, string name) : ITalkLine
{
    private static int activities;
    private string? key;

    public async Task<IReadOnlyList<Heard>> TakeAsync(TurnKind kind, string? text, Press? press, string locale, params IReadOnlyList<ReceivedFile> files)
    {
        var personKey = await KeyAsync();
        var from = new Address("test", "c-" + personKey, personKey, IsGroup: false, locale, Route: "");
        var turn = new Turn(kind, from, "t" + Interlocked.Increment(ref activities), bot.Clock.Now) { Text = text, Press = press, Files = files, PersonKey = personKey };
        var answer = await bot.Get<TurnRunner>().RunAsync(turn, CancellationToken.None);
        var before = bot.Messenger.To(personKey).Count;
        await bot.Get<Outbox>().ReplyAsync(turn, answer.Replies, CancellationToken.None);
        return await SinceAsync(before);
    }

    public Task<IReadOnlyList<Heard>> HeardAsync() => SinceAsync(0);

    public Task DeliverAsync() => bot.DeliverAsync();

    private async Task<IReadOnlyList<Heard>> SinceAsync(int before) => [.. bot.Messenger.To(await KeyAsync()).Skip(before).Select(m => new Heard(m.ActivityId, m.Message.Content))];

    private async Task<string> KeyAsync() => key ??= (await bot.PersonAsync(name)).Key;
}

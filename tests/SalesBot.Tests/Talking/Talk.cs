using SalesBot.Conversation;
using SalesBot.Language;

namespace SalesBot.Tests.Talking;

/// <summary>
/// One person's conversation with the bot: <c>await talk.Says("…")</c>, <c>talk.Hears("…")</c>, <c>await talk.Presses("撤销")</c>.
/// What is said and what is heard goes over a line: straight to the turn runner, or over the network as a client would.
/// </summary>
internal sealed class Talk(ITalkLine line, string name)
{
    private IReadOnlyList<Heard> last = [];

    /// <summary>What was heard in answer to the last thing said or pressed.</summary>
    public string Last => string.Join('\n', last.Select(h => h.Text));

    public IReadOnlyList<Heard> LastMessages => last;

    public string Locale { get; init; } = "zh-CN";

    public Talk InEnglish() => new(line, name) { Locale = "en-US" };

    public Task<Talk> Says(string text) => TakeAsync(TurnKind.Said, text, null);

    /// <summary>Sends files, with or without a word.</summary>
    public Task<Talk> Sends(string? text, params ReceivedFile[] files) => TakeAsync(TurnKind.Said, text, null, files);

    public Task<Talk> Joins() => TakeAsync(TurnKind.Joined, null, null);

    /// <summary>Presses a button by its title, on the newest message that has it; fields of a form are given by slot name.</summary>
    public async Task<Talk> Presses(string title, params (string Slot, string Value)[] fields)
    {
        var seen = await SeenAsync();
        var (message, button) = seen.SelectMany(h => h.Buttons.Select(b => (h, b))).LastOrDefault(p => p.b.Title == title);
        Assert.True(message is not null, $"no button “{title}” on screen; there is: {string.Join(" | ", seen.SelectMany(h => h.Buttons).Select(b => b.Title))}");
        var data = new Slots(button.Data);
        foreach (var (slot, value) in fields)
        {
            data[slot] = value;
        }

        return await TakeAsync(TurnKind.Pressed, null, new Press(button.Verb, data, message!.ActivityId));
    }

    /// <summary>Presses with data of one's own making, as a forged card would.</summary>
    public Task<Talk> Forges(string verb, params (string Slot, string Value)[] data) =>
        TakeAsync(TurnKind.Pressed, null, new Press(verb, new Slots(data.Select(d => KeyValuePair.Create(d.Slot, d.Value))), null));

    public Talk Hears(params string[] parts)
    {
        foreach (var part in parts)
        {
            Assert.Contains(part, Last, StringComparison.Ordinal);
        }

        return this;
    }

    public Talk DoesNotHear(params string[] parts)
    {
        foreach (var part in parts)
        {
            Assert.DoesNotContain(part, Last, StringComparison.Ordinal);
        }

        return this;
    }

    /// <summary>Everything this person has on screen: messages in order, updated ones in their present state.</summary>
    public async Task<IReadOnlyList<Heard>> SeenAsync()
    {
        var screen = new List<Heard>();
        foreach (var heard in await line.HeardAsync())
        {
            var place = screen.FindIndex(h => h.ActivityId == heard.ActivityId);
            if (place < 0)
            {
                screen.Add(heard);
            }
            else
            {
                screen[place] = heard;
            }
        }

        return screen;
    }

    /// <summary>What came without being asked: the newest message on screen contains these.</summary>
    public async Task<Talk> IsTold(params string[] parts)
    {
        await line.DeliverAsync();
        var seen = await SeenAsync();
        Assert.True(seen.Any(h => parts.All(p => h.Text.Contains(p, StringComparison.Ordinal))), $"{name} was not told “{string.Join("” “", parts)}”; on screen:\n{string.Join("\n---\n", seen.Select(h => h.Text))}");
        return this;
    }

    private async Task<Talk> TakeAsync(TurnKind kind, string? text, Press? press, params ReceivedFile[] files)
    {
        last = await line.TakeAsync(kind, text, press, Locale, files);
        Assert.All(last, h => Assert.True(h.Buttons.Count <= 20 && !string.IsNullOrWhiteSpace(h.Text), "no card with nothing on it, and none with more buttons than the page shows (maxActions of chat.js)"));
        Assert.DoesNotContain(last, h => h.Reply.Card?.GetRawText().Contains("${", StringComparison.Ordinal) == true);
        return this;
    }
}

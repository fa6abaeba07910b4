using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Documents;
using SalesBot.Language;

namespace SalesBot.Tests.Talking.Buttons;

/// <summary>
/// A customer, a deal and a contract of their own, on which one button is tried, and the people who act on them over HTTP. A person may have several conversations,
/// as somebody has who sits at a desk and holds a telephone.
/// </summary>
internal sealed class Scene(WebService service, string verb)
{
    private readonly Dictionary<string, Talk> seats = new(StringComparer.Ordinal);

    public string Deal { get; } = "D" + verb;

    public string Customer { get; } = "C" + verb;

    public string Contract { get; } = "H" + verb;

    /// <summary>The first conversation of a person, or another one.</summary>
    public async Task<Talk> AsAsync(string name, int seat = 0)
    {
        var place = name + seat.ToString(CultureInfo.InvariantCulture);
        return seats.TryGetValue(place, out var talk) ? talk : seats[place] = await service.AsAsync(name);
    }

    public async Task<Talk> PressAsync(string name, string button, params (string Slot, string Value)[] data) => await (await AsAsync(name)).Forges(button, data);

    /// <summary>One delivery of the button's press; each has the same activity.</summary>
    public async Task<TurnAnswer> DeliverAsync(ButtonCase button, (string Slot, string Value)[] data)
    {
        await using var db = service.Open();
        var key = await db.People.Where(p => p.Name == button.Who).Select(p => p.Key).SingleAsync();
        var from = new Address("test", "c-" + verb, key, IsGroup: false, "zh-CN", Route: "");
        return await service.Get<TurnRunner>().RunAsync(new Turn(TurnKind.Pressed, from, "a-" + verb, TestBot.Start.AddMinutes(5)) { Press = new Press(button.Verb, Of(data), null), PersonKey = key }, CancellationToken.None);
    }

    /// <summary>The yes of an edit of the process, after whatever it asks before.</summary>
    public async Task<Slots> YesAsync(string edit, params (string Slot, string Value)[] data)
    {
        var asked = (await PressAsync("管理员", edit, [.. data, ("reason", "试一下")])).LastMessages;
        for (var question = 0; question < 9; question++)
        {
            var button = asked.SelectMany(h => h.Buttons).Where(b => b.Verb == edit).Select(b => b.Data).FirstOrDefault();
            Assert.True(button is not null, $"no button for {edit}; heard: {string.Join('\n', asked.Select(h => h.Text))}");
            if (button.ContainsKey("confirm"))
            {
                return button;
            }

            asked = (await PressAsync("管理员", edit, [.. button.Select(b => (b.Key, b.Value))])).LastMessages;
        }

        throw new InvalidOperationException($"{edit} asks on and on");
    }

    /// <summary>The newest approval of the deal, as a card names it.</summary>
    public async Task<Slots> ApprovalAsync(params (string Slot, string Value)[] more)
    {
        await using var db = service.Open();
        var found = await db.Approvals.Where(a => a.Deal!.Key == Deal).OrderByDescending(a => a.Id).Select(a => new { a.Key, a.ContentHash }).FirstOrDefaultAsync();
        Assert.True(found is not null, $"there is no approval; last heard: {(await AsAsync("赵磊")).Last}");
        return Of([("approval_id", found.Key), .. more.Select(m => (m.Slot, m.Value.Replace("{approval}", $"{found.Key}:{found.ContentHash?[..12]}", StringComparison.Ordinal)))]);
    }

    /// <summary>The file that came last and has no place yet, as the buttons carry it that ask where it goes.</summary>
    public async Task<Slots> FileAsync(params (string Slot, string Value)[] more)
    {
        await using var db = service.Open();
        return Of([("files", await db.Documents.Where(d => d.Kind == DocumentKinds.Unsorted).OrderByDescending(d => d.Id).Select(d => d.Key).FirstAsync()), .. more]);
    }

    /// <summary>The entry of a person's newest act.</summary>
    public async Task<Slots> EntryAsync(string name)
    {
        await using var db = service.Open();
        return Of(("entry", await db.Audit.Where(a => a.Person!.Name == name && !a.Refused).OrderByDescending(a => a.Id).Select(a => a.Key).FirstAsync()));
    }

    public static Slots Of(params (string Slot, string Value)[] data) => new(data.Select(d => KeyValuePair.Create(d.Slot, d.Value)));
}

/// <summary>A button, who may press it, and how it comes about.</summary>
/// <param name="Ready">Brings the scene to where the button is there, and returns what it carries.</param>
internal sealed record ButtonCase(string Verb, string Who, Func<Scene, Task<Slots>> Ready)
{
    /// <summary>Where the deal stands when it begins.</summary>
    public string Stage { get; init; } = "proposal";

    public ContractStatus Contract { get; init; } = ContractStatus.Draft;

    /// <summary>Somebody else whom the command lets do it too, as they follow the customer's work.</summary>
    public string? MayToo { get; init; }

    /// <summary>It is not meant for anybody in particular.</summary>
    public bool ForAnybody { get; init; }

    /// <summary>What a press leaves is no change of a record but a message to somebody.</summary>
    public bool OnlyTells { get; init; }

    /// <summary>It has to do with no deal that could be closed meanwhile, or is meant for closed ones too.</summary>
    public bool Outlives { get; init; }
}

using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conventions;

/// <summary>Permission stands on the command and is enforced in one place: each command is tried by everybody.</summary>
public sealed class CommandTests
{
    private static readonly IReadOnlyList<Command> All = [.. CommandTable.Scan().All];

    [Fact]
    public async Task A_stranger_and_one_who_left_are_refused_every_command_and_it_is_written_down()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(db => db.People.Where(p => p.Name == "刘晨").ExecuteUpdateAsync(s => s.SetProperty(p => p.Active, false)));
        string?[] nobody = [null, "no-such-person", "P3"];
        foreach (var (command, person) in All.Where(c => c.Spec.Needs != Permission.Anyone).SelectMany(c => nobody.Select(p => (c, p))))
        {
            var before = await bot.Look(db => db.Audit.CountAsync());
            var answer = await PressAsync(bot, command, person, person ?? "stranger");
            Assert.Contains("不认识", answer.Replies.Single().Text, StringComparison.Ordinal);
            var entry = await bot.Look(db => db.Audit.OrderByDescending(a => a.Id).FirstAsync());
            Assert.Equal((before + 1, true, command.Spec.Id), (await bot.Look(db => db.Audit.CountAsync()), entry.Refused, entry.Command));
        }
    }

    [Fact]
    public async Task Every_role_may_exactly_what_the_command_declares()
    {
        await using var bot = await TestBot.StartAsync();
        var people = await bot.Look(db => db.People.AsNoTracking().ToListAsync());
        foreach (var person in Enum.GetValues<Role>().Select(role => people.First(p => p.Role == role)))
        {
            foreach (var command in All)
            {
                await PressAsync(bot, command, person.Key, person.Key);
                var refused = await bot.Look(db => db.Audit.AnyAsync(a => a.Refused && a.PersonId == person.Id && a.Command == command.Spec.Id));
                Assert.True(refused != person.May(command.Spec.Needs), $"{person.Role} × {command.Spec.Id}: {(refused ? "refused" : "let in")}");
            }
        }
    }

    [Fact]
    public void A_command_has_phrases_or_is_a_button_only()
    {
        var phrases = typeof(Command).Assembly.GetManifestResourceNames().Where(n => n.Contains(".Phrases.Intents.", StringComparison.Ordinal) || n.Contains(".Language.Verbs.", StringComparison.Ordinal)).ToList();
        Violations.None(All.Where(c => c.Spec.InHelp && !phrases.Exists(p => p.EndsWith($".{c.Spec.Id}.txt", StringComparison.Ordinal))).Select(c => c.Spec.Id));
    }

    /// <summary>With no data at all: the permission is asked for before anything else.</summary>
    private static Task<TurnAnswer> PressAsync(TestBot bot, Command command, string? person, string seat) =>
        bot.Get<TurnRunner>().RunAsync(
            new Turn(TurnKind.Pressed, new Address("test", "c-" + seat, seat, IsGroup: false, "zh-CN", Route: ""), $"{seat}-{command.Spec.Id}", bot.Clock.Now) { PersonKey = person, Press = new Press(command.Spec.Id, [], null) },
            CancellationToken.None);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>One rule that fails does not silence the others, and is seen by whoever looks after the service.</summary>
public sealed class FailingRuleTests
{
    [Fact]
    public async Task A_rule_that_throws_while_it_scans_leaves_the_others_their_findings_and_is_noted_until_it_works_again()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.PassAsync(TimeSpan.FromDays(6));
        var broken = new Broken { Scans = false };

        Assert.Equal(10, await ScanAsync(bot, broken));

        Assert.Equal(["failing/scan/broken"], await FailingAsync(bot));
        broken.Scans = true;
        await ScanAsync(bot, broken);
        Assert.Empty(await FailingAsync(bot));
    }

    [Fact]
    public async Task A_rule_that_throws_while_it_tells_keeps_its_findings_and_lets_the_others_tell()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.PassAsync(TimeSpan.FromDays(6));
        var broken = new Broken { Scans = true };
        await ScanAsync(bot, broken);
        var delivery = new NudgeDelivery(bot.Get<Func<SalesDb>>(), Rules(broken), bot.Get<CompanyCaches>(), bot.Get<Post>(), bot.Get<Outbox>());

        await delivery.RunAsync(bot.Clock.Now, CancellationToken.None);

        await bot.As("赵磊").IsTold("东岭阀门MES");
        var found = await bot.FoundAsync();
        Assert.All(found, f => Assert.Equal(f.Rule == "broken" ? FindingState.Waiting : FindingState.Told, f.State));
        Assert.Equal(["failing/tell/broken"], await FailingAsync(bot));
    }

    private static Task<List<string>> FailingAsync(TestBot bot) => bot.Look(db => db.Settings.Where(s => s.Name.StartsWith(NudgeRules.Failing)).Select(s => s.Name).ToListAsync());

    private static NudgeRules Rules(NudgeRule broken) => new([broken, new StalledDeals()], NullLogger<NudgeRules>.Instance);

    private static Task<int> ScanAsync(TestBot bot, NudgeRule broken) =>
        new NudgeScan(bot.Get<Func<SalesDb>>(), Rules(broken), bot.Get<CompanyCaches>(), bot.Get<Ledger>(), bot.Get<NameFeed>()).RunAsync(bot.Clock.Now, CancellationToken.None);

    /// <summary>Finds the rep when it can scan at all, and never has anything sound to say.</summary>
    private sealed class Broken : NudgeRule
    {
        public bool Scans { get; set; }

        public override string Id => "broken";

        public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken) => !Scans ? throw new InvalidOperationException("on purpose")
            : await scan.Db.Findings.AnyAsync(f => f.Rule == "broken", cancellationToken) ? []
            : [.. For(scan, scan.Org.Find("P2")!, scan.Now, new Evaluation(scan.Now, 0), scan.Org.Find("P2"))];

        public override Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken) => throw new InvalidOperationException("on purpose");
    }
}

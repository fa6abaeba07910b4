using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Tests.Channels.DingTalk;
using SalesBot.Tests.Channels.Feishu;
using SalesBot.Tests.Channels.Slack;
using SalesBot.Tests.Channels.WeCom;
using SalesBot.Tests.Npm;

namespace SalesBot.Tests.Channels.Crossing;

/// <summary>A contract is submitted in one messenger and decided in another, and the cards in both change by that messenger's own means.</summary>
public sealed class ApprovalCrossingTests(CrossedService service) : IClassFixture<CrossedService>
{
    private static readonly string[] Messengers = ["teams", "webchat", "feishu", "wecom", "dingtalk", "slack"];
    private static readonly string[] Look = ["查看审批", "Show approval"];
    private static readonly string[] Approve = ["批准", "Approve"];
    private static readonly string[] Decided = ["郑文 已于", "Approved by"];

    /// <summary>One for each messenger in which a contract is submitted.</summary>
    internal static IReadOnlyList<string> Deals { get; } = ["恒达机械APS", "瑞丰食品ERP", "星河仪表PLM", "锦程物流TMS", "永泰化工LIMS", "博雅教育CRM"];

    /// <summary>Each messenger with the next one.</summary>
    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        for (var i = 0; i < Messengers.Length; i++)
        {
            pairs.Add(Messengers[i], Messengers[(i + 1) % Messengers.Length]);
        }

        return pairs;
    }

    [NodeTheory]
    [MemberData(nameof(Pairs))]
    public async Task A_contract_is_submitted_in_one_messenger_and_decided_in_another_and_both_cards_change(string submitted, string decided)
    {
        var deal = Deals[Array.IndexOf(Messengers, submitted)];
        var (rep, legal) = (service[submitted, CrossedService.Rep], service[decided, CrossedService.Legal]);
        await legal.SayAsync("你好");
        await SeatedAsync(decided);

        await rep.SayAsync($"提交{deal}的合同审批");
        await rep.PressAsync(await rep.ShownAsync(Look));
        var theirs = await rep.ShownAsync(["撤回", "Withdraw"]);
        var card = await legal.ShownAsync(Approve);
        await legal.PressAsync(card);

        await legal.ChangedAsync(card, Decided);
        await rep.ChangedAsync(theirs, Decided);
        Assert.Equal((ApprovalStatus.Approved, "郑文"), await service.Company.Look(db => db.Approvals.Where(a => a.Deal!.Name == deal).Select(a => ValueTuple.Create(a.Status, a.DecidedBy!.Name)).SingleAsync()));
        Assert.All([SlackServer.Secret, SlackServer.Token, FeishuServer.Key, FeishuServer.Secret, WeComServer.Key, WeComServer.Secret, DingTalkServer.AppSecret, DingTalkServer.PathSecret], secret => Assert.DoesNotContain(secret, service.Output, StringComparison.Ordinal));
    }

    /// <summary>Whoever decides is told where they spoke last.</summary>
    private async Task SeatedAsync(string messenger)
    {
        var channel = messenger switch { "teams" => "msteams", "webchat" => "web", _ => messenger };
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await service.Company.Look(db => db.References.Where(r => r.Person!.Key == CrossedService.Legal).OrderByDescending(r => r.LastSeenAt).Select(r => r.Channel).FirstOrDefaultAsync(limit.Token)) != channel)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
        }
    }
}

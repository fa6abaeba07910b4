using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>DESIGN.md 2, rule 2: ask, don't guess. The frame is given, as what is in doubt changes with every example that the reader learns from.</summary>
public sealed class DoubtTests
{
    private static readonly Frame Report = new("log_followup")
    {
        Slots = new Slots { ["content"] = "样品寄出" },
        Refs = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["customer"] = ["C1"], ["deal"] = ["D1"] },
    };

    private static readonly Frame Task = new("add_task") { Slots = new Slots { ["content"] = "样品寄出" } };

    [Fact]
    public async Task Where_two_orders_are_nearly_as_likely_nothing_is_written_before_a_yes()
    {
        var (reply, card) = await AnswerAsync(Report with { Confidence = 0.4, Instead = Task });

        Assert.Null(reply.Receipt);
        Assert.Equal(("log_followup", "confirm"), (reply.Focus!.Pending, reply.Focus.Asked));
        Assert.Contains("我理解为“记录跟进”，对吗？", card, StringComparison.Ordinal);
        Assert.Contains("不是，是添加待办", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sure_is_done()
    {
        var (reply, _) = await AnswerAsync(Report with { Confidence = Frame.Sure });

        Assert.NotNull(reply.Receipt);
    }

    private static async Task<(Reply Reply, string Card)> AnswerAsync(Frame frame)
    {
        await using var bot = await TestBot.StartAsync();
        await using var db = bot.Open();
        var me = await bot.PersonAsync("赵磊");
        var org = await bot.Get<OrgCache>().GetAsync(db, bot.Clock.Now, CancellationToken.None);
        var runner = bot.Get<CommandRunner>();
        var reply = await runner.RunAsync(runner.Find(frame), new Act(db, org, me, frame, bot.Clock.Now, new Focus()), CancellationToken.None);
        var renderer = bot.Get<ReplyRenderer>();
        var shown = renderer.Render(reply.View, renderer.For(me, "zh-CN", bot.Clock.Now));
        return (reply, shown.Text + shown.Card);
    }
}

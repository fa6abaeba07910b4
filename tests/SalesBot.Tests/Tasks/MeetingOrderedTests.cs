using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Language;

namespace SalesBot.Tests.Tasks;

/// <summary>A meeting that is ordered for a day to come was not held; one's own meeting with several is one's own; and a colleague's to-do is of nobody that is not named.</summary>
public sealed class MeetingOrderedTests
{
    private static readonly (string, string, string, string?, string?)[] Plans =
        [("Kevin Doyle", "meeting with Nora Quill", "2026-03-12", "11:00", "D7"), ("赵磊", "寄样本", "2026-03-12", null, "D1")];

    [Theory]
    [InlineData("keep the nora meeting, she's well again. friday 10am works too", "meeting with Nora Quill 2026-03-13 10:00")]
    [InlineData("hold the meeting with nora, friday at 2pm is fine", "meeting with Nora Quill 2026-03-13 14:00")]
    public async Task What_is_kept_has_the_day_that_is_said(string said, string row)
    {
        await using var bot = await TestPlans.StartAsync(Plans);
        await bot.As("Kevin Doyle").InEnglish().Says(said);
        var list = await bot.OnListAsync();
        Assert.Equal((2, 0), (list.Count, await bot.Look(db => db.FollowUps.CountAsync())));
        Assert.Contains(row, list, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("book a demo with Quarry Stone next tuesday 9am, about the gates", "2026-03-17", "C8", true)]
    [InlineData("arrange a call with nora monday at 3, she wants the price", "2026-03-16", "C8", true)]
    [InlineData("约百川罗主任下周二上午九点碰个头，聊二期", "2026-03-17", "C5", false)]
    [InlineData("安排周总下周一下午三点来公司参观，看样机", "2026-03-16", "C1", false)]
    public async Task What_is_ordered_is_a_to_do_of_its_day(string said, string day, string customer, bool english)
    {
        await using var bot = await TestPlans.StartAsync(Plans);
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        await rep.Says(english ? "show Quarry Stone EMS" : "看百川水务平台");
        await rep.Says(said);
        var todo = await bot.Look(db => db.Todos.Include(t => t.Customer).Where(t => !t.Key.StartsWith("W")).SingleAsync());
        Assert.Equal((day, customer, 0), (todo.DueOn!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), todo.Customer!.Key, await bot.Look(db => db.FollowUps.CountAsync())));
    }

    [Theory]
    [InlineData("约周总周五上午签合同")]
    [InlineData("约周总下周一下午两点签约")]
    public async Task To_sign_with_somebody_on_a_day_is_an_appointment_and_no_close(string said)
    {
        await using var bot = await TestPlans.StartAsync(Plans);
        var rep = bot.As("赵磊");
        await rep.Says("看东岭阀门MES");
        await rep.Says(said);
        Assert.Equal(1, await bot.Look(db => db.Todos.CountAsync(t => !t.Key.StartsWith("W"))));
        Assert.Equal(new DateOnly(2026, 4, 12), await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.CloseDate).SingleAsync()));
    }

    [Theory]
    [InlineData("周五下午两点跟赵磊和刘晨开个例会", false)]
    [InlineData("后天上午约赵磊刘晨碰个头", false)]
    [InlineData("meeting with Ray and Chen Liu on friday at 2pm", true)]
    public async Task A_meeting_with_several_is_one_s_own(string said, bool english)
    {
        await using var bot = await TestPlans.StartAsync(Plans);
        var manager = english ? bot.As("王芳").InEnglish() : bot.As("王芳");
        await manager.Says(said);
        var todo = await bot.Look(db => db.Todos.Include(t => t.Owner).Where(t => !t.Key.StartsWith("W")).SingleAsync());
        Assert.Equal("P1", todo.Owner!.Key);
        Assert.Contains(english ? "Ray" : "刘晨", todo.Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("周五下午三点去百川拜访刘科长", "P2", "C5")]
    [InlineData("周五去百川见赵总", "P2", "C5")]
    public async Task Who_has_a_title_there_is_no_colleague(string said, string owner, string customer)
    {
        await using var bot = await TestPlans.StartAsync(Plans);
        await bot.As("赵磊").Says(said);
        var todo = await bot.Look(db => db.Todos.Include(t => t.Owner).Include(t => t.Customer).Where(t => !t.Key.StartsWith("W")).SingleAsync());
        Assert.Equal((owner, customer), (todo.Owner!.Key, todo.Customer!.Key));
    }

    [Theory]
    [InlineData("让刘晨周五前补一下跟进记录")]
    [InlineData("提醒刘晨今天把周报交了")]
    public async Task A_colleague_s_to_do_that_names_nobody_is_of_nobody(string said)
    {
        await using var bot = await TestPlans.StartAsync(Plans);
        var manager = bot.As("王芳");
        await manager.Says("看东岭泵业WMS");
        await manager.Says(said);
        var todo = await bot.Look(db => db.Todos.Include(t => t.Owner).Include(t => t.Customer).Where(t => !t.Key.StartsWith("W")).SingleAsync());
        Assert.Equal(("P3", null), (todo.Owner!.Key, todo.Customer?.Key));
    }

    [Theory]
    [InlineData("让刘晨给他们发方案，周五前", "C2")]
    [InlineData("让刘晨周五去东岭泵业开会", "C2")]
    public async Task One_that_points_at_somebody_is_of_them(string said, string customer)
    {
        await using var bot = await TestPlans.StartAsync(Plans);
        var manager = bot.As("王芳");
        await manager.Says("看东岭泵业WMS");
        await manager.Says(said);
        var todo = await bot.Look(db => db.Todos.Include(t => t.Owner).Include(t => t.Customer).Where(t => !t.Key.StartsWith("W")).SingleAsync());
        Assert.Equal(("P3", customer), (todo.Owner!.Key, todo.Customer?.Key));
    }
}

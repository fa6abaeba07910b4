using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Language;

namespace SalesBot.Tests.FollowUps;

/// <summary>What stays as it was planned is no new step; and what one question knows of somebody goes to nobody else.</summary>
public sealed class AsPlannedTests
{
    private static readonly (string, string, string, string?, string?)[] Plans =
        [("Kevin Doyle", "Mail Nora the drawings", "2026-03-11", null, "D7"), ("Kevin Doyle", "Send pilot offer", "2026-03-12", null, "D7"), ("赵磊", "给周总寄样本", "2026-03-11", null, "D1"), ("赵磊", "给周总发清单", "2026-03-12", null, "D1")];

    [Theory]
    [InlineData("mailed nora the drawings. pilot offer goes out tomorrow as planned", "Mail Nora the drawings", true)]
    public async Task The_planned_step_stays_and_what_was_done_is_ticked_or_offered(string said, string done, bool english)
    {
        await using var bot = await TestPlans.StartAsync(Plans);
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        await rep.Says(said);
        Assert.Equal(4, await bot.Look(db => db.Todos.CountAsync()));
        Assert.DoesNotContain(await bot.OnListAsync(), row => row.EndsWith('✓') && !row.StartsWith(done, StringComparison.Ordinal));
        rep.Hears(done);
    }

    [Theory]
    [InlineData("永盛化工打过电话了，有兴趣，约了后天下午三点过去看现场", "东岭周总说四月上线，帮我记一下", "C1", false)]
    [InlineData("rang Bluebird Foods, they are keen, going there friday at 3", "Quarry Stone wants the gates by june, log that", "C8", true)]
    public async Task A_report_of_somebody_else_takes_nothing_from_the_open_question(string first, string second, string customer, bool english)
    {
        await using var bot = await TestPlans.StartAsync(Plans);
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        await rep.Says(first);
        await rep.Says(second);
        var told = await bot.Look(db => db.FollowUps.Include(f => f.Customer).ToListAsync());
        Assert.All(told, report => Assert.Equal((customer, null, null, null), (report.Customer!.Key, report.Method, report.NextStep, report.NextStepOn)));
        Assert.Equal(4, await bot.Look(db => db.Todos.CountAsync()));
    }

    [Theory]
    [InlineData("had a good call today, they liked it", "show Quarry Stone EMS", true)]
    [InlineData("今天电话聊得不错，他们挺认可", "查看百川水务平台", false)]
    public async Task A_look_up_while_it_is_asked_of_whom_answers_nothing(string told, string look, bool english)
    {
        await using var bot = await TestPlans.StartAsync(Plans);
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        await rep.Says(told);
        await rep.Says(look);
        Assert.Equal(0, await bot.Look(db => db.FollowUps.CountAsync()));
    }

    [Theory]
    [InlineData("had a good call today, they liked it", "Quarry Stone", true)]
    [InlineData("今天电话聊得不错，他们挺认可", "百川水务", false)]
    public async Task A_name_alone_answers(string told, string name, bool english)
    {
        await using var bot = await TestPlans.StartAsync(Plans);
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        await rep.Says(told);
        await rep.Says(name);
        Assert.Equal(1, await bot.Look(db => db.FollowUps.CountAsync()));
    }
}

using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Data;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Contracts;

/// <summary>Whoever only names a contract wants to see it.</summary>
public sealed class NamedContractTests
{
    [Theory]
    [InlineData("郑文")]
    [InlineData("吴敏")]
    [InlineData("赵磊")]
    public async Task Its_name_shows_it_and_decides_nothing(string name)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await using (var db = bot.Open())
        {
            (await db.Contracts.SingleAsync()).Title = "凌云电缆年度框架合同";
            await db.SaveChangesAsync();
        }

        await bot.Get<NameFeed>().LoadAsync(CancellationToken.None);

        (await bot.As(name).Says("凌云电缆年度框架合同")).Hears("凌云电缆年度框架合同").DoesNotHear("对吗", "权限");

        Assert.Equal(ApprovalStatus.Pending, await bot.Look(db => db.Approvals.Select(a => a.Status).SingleAsync()));
    }
}

using SalesBot.Language;

namespace SalesBot.Tests.Language;

/// <summary>Whoever owns up to a slip, denies what was said first or calls a value wrong corrects the act just done, whatever kind of act it was.</summary>
public class AdmissionTests
{
    [Theory]
    [InlineData("看错合同了，是四十二万", "record_payment", "amount=40000", "amount", "420000")]
    [InlineData("抱歉刚才记岔了 是七月20", "update_close_date", "close_date=2026-06-20", "close_date", "2026-07-20")]
    [InlineData("sorry, I misread the slip, it's 42k", "update_amount", "amount=24000", "amount", "42000")]
    [InlineData("点错了 应该是需求确认", "move_stage", "stage=proposal", "stage", "qualify")]
    [InlineData("wrong button. negotiation it should be", "move_stage", "stage=proposal", "stage", "negotiation")]
    [InlineData("日期不对，下周二才行", "set_next_step", "next_step=demo date=2026-03-12", "date", "2026-03-17")]
    [InlineData("日期不对 改20号", "add_task", "content=demo date=2026-03-12", "date", "2026-03-20")]
    [InlineData("没有没有 是九万三", "win_deal", "amount=90000", "amount", "93000")]
    [InlineData("不对 不是昨天去的 是周一", "log_followup", "method=visit date=2026-03-10", "date", "2026-03-09")]
    [InlineData("that call wasn't today it was monday", "log_followup", "method=call content=they_want_two_lots", "date", "2026-03-09")]
    [InlineData("别三点，四点半", "add_task", "content=demo date=2026-03-13 time=15:00", "time", "16:30")]
    [InlineData("那就先下周四", "set_next_step", "next_step=demo date=2026-03-12", "date", "2026-03-19")]
    public void Corrects_the_act_just_done(string text, string last, string slots, string slot, string value)
    {
        var frame = SmallCompany.Read(text, After(last, slots) with { Fresh = true });
        Assert.Equal((last, true, value), (frame.Intent, frame.Corrects, frame.Slots.Text(slot)));
    }

    [Theory]
    [InlineData("no, the amount stays", "update_amount", "amount=24000")]
    [InlineData("看错了吗", "update_amount", "amount=24000")]
    [InlineData("他们报价打错了 让他们重发", "move_stage", "stage=proposal")]
    public void What_says_nothing_new_corrects_nothing(string text, string last, string slots) =>
        Assert.False(SmallCompany.Read(text, After(last, slots) with { Fresh = true }).Corrects);

    [Fact]
    public void A_change_by_so_much_counts_from_the_state_before_the_act()
    {
        var focus = After("update_close_date", "close_date=2026-05-08") with { Fresh = true, LastBefore = new Slots { ["close_date"] = "2026-05-01" } };
        Assert.Equal("2026-05-15", SmallCompany.Read("不对 延两周", focus).Slots.Text("close_date"));
    }

    private static Focus After(string intent, string slots) => new()
    {
        Deal = "d1",
        LastIntent = intent,
        LastSlots = new Slots(slots.Split(' ').Select(pair => pair.Split('=')).Select(pair => KeyValuePair.Create(pair[0], pair[1].Replace('_', ' '))).Append(KeyValuePair.Create("deal", "d1"))),
    };
}

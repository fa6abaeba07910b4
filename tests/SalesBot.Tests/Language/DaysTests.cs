namespace SalesBot.Tests.Language;

/// <summary>The date rules of LABELS.md, said on Wednesday 2026-03-11 at 10:00.</summary>
public sealed class DaysTests
{
    [Theory]
    [InlineData("周五", "2026-03-13")]
    [InlineData("下周四上午10点带技术再去", "2026-03-19T10:00")]
    [InlineData("下下周三", "2026-03-25")]
    [InlineData("next Fri", "2026-03-20")]
    [InlineData("Friday", "2026-03-13")]
    [InlineData("月底", "2026-03-31")]
    [InlineData("五月底", "2026-05-31")]
    [InlineData("15号", "2026-03-15")]
    [InlineData("3号前", "2026-04-03")]
    [InlineData("大后天", "2026-03-14")]
    [InlineData("國慶後", "2026-10-08")]
    [InlineData("清明", "2026-04-05")]
    [InlineData("中秋", "2026-09-25")]
    [InlineData("元宵", "2027-02-20")]
    [InlineData("后天三点", "2026-03-13T15:00")]
    [InlineData("明天下午4点", "2026-03-12T16:00")]
    [InlineData("延到5月6号", "2026-05-06")]
    [InlineData("remind me Monday 9", "2026-03-16T09:00")]
    [InlineData("close July 1", "2026-07-01")]
    [InlineData("EOD Friday", "2026-03-13T18:00")]
    [InlineData("in two weeks", "2026-03-25")]
    [InlineData("半个月后", "2026-03-26")]
    [InlineData("两周后", "2026-03-25")]
    [InlineData("约一下周五", "2026-03-13")]
    [InlineData("约一下下周五", "2026-03-20")]
    [InlineData("看一下周三的会", "2026-03-11")]
    [InlineData("by Thursday", "2026-03-12")]
    [InlineData("到下周一", "2026-03-16")]
    [InlineData("3月19日 周四", "2026-03-19")]
    [InlineData("明早九点 明晚8点半", "2026-03-12T09:00; 2026-03-12T20:30")]
    [InlineData("saw her y'day", "2026-03-10")]
    [InlineData("thursday morning 10", "2026-03-12T10:00")]
    [InlineData("tomorrow arvo 4", "2026-03-12T16:00")]
    [InlineData("tower inspection, 24th, half ten", "2026-03-24T10:30")]
    [InlineData("site visit on 28.03. at 9:00", "2026-03-28T09:00")]
    [InlineData("back till 02.04. please", "2026-04-02")]
    [InlineData("by May 6", "2026-05-06")]
    [InlineData("before 3 May", "2026-05-03")]
    public void Reads_a_day(string said, string meant) => Assert.Equal(meant, Reading.Of(said));

    [Theory]
    [InlineData("下个月要签的", "2026-04-01..2026-04-30")]
    [InlineData("Q2", "2026-04-01..2026-06-30")]
    [InlineData("二季度", "2026-04-01..2026-06-30")]
    [InlineData("明后天休假", "2026-03-12..2026-03-13")]
    [InlineData("first week of April", "2026-03-30..2026-04-05")]
    [InlineData("明天下午3点到5点", "2026-03-12T15:00..2026-03-12T17:00")]
    [InlineData("next Monday 1-3 pm", "2026-03-16T13:00..2026-03-16T15:00")]
    [InlineData("下周一到周三", "2026-03-16..2026-03-18")]
    [InlineData("上个季度", "2025-10-01..2025-12-31")]
    [InlineData("过去三个月", "2025-12-11..2026-03-10")]
    public void Reads_a_range(string said, string meant) => Assert.Equal(meant, Reading.Of(said));

    [Theory]
    [InlineData("三周没动的单子", "1814400s")]
    [InlineData("半个月", "1296000s")]
    [InlineData("an hour and a half", "5400s")]
    [InlineData("两个工作日", "172800s")]
    public void Reads_a_length(string said, string meant) => Assert.Equal(meant, Reading.Of(said));

    [Theory]
    [InlineData("before May 6", "Before")]
    [InlineData("until 9 May", "Until")]
    [InlineData("3号前", "Before")]
    [InlineData("by Friday", "Before")]
    [InlineData("五月之后", "After")]
    [InlineData("since March", "From")]
    [InlineData("周五开会", "None")]
    public void Tells_which_side_is_meant(string said, string bound) =>
        Assert.Equal(bound, SalesBot.Language.Spans.SpanReader.Read(SalesBot.Language.Text.NormalText.Of(said), Reading.Wednesday)[0].Bound.ToString());

    [Theory]
    [InlineData("this may take longer")]
    [InlineData("192.168.255.255")]
    [InlineData("两点建议")]
    [InlineData("2015-1-32 is wrong")]
    [InlineData("call 133-03-03-2020")]
    [InlineData("早上好")]
    public void Leaves_look_alikes_alone(string said) =>
        Assert.Equal(string.Empty, Reading.Of(said, SalesBot.Language.Spans.FoundType.Date, SalesBot.Language.Spans.FoundType.Time, SalesBot.Language.Spans.FoundType.DateTime, SalesBot.Language.Spans.FoundType.DateRange));
}

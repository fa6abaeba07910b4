using SalesBot.Language.Spans;

namespace SalesBot.Tests.Language;

public sealed class SpansVerbTests
{
    [Theory]
    [InlineData("""{"id":"a","text":"Meet tomorrow at 3pm","reference":"2016-11-07T00:00:00"}""", """{"id":"a","entities":[{"type":"datetime","text":"tomorrow at 3pm","start":5,"end":19,"value":"2016-11-08 15:00:00"}]}""")]
    [InlineData("""{"id":"b","text":"報價３５萬美金"}""", """{"id":"b","entities":[{"type":"currency","text":"３５萬美金","start":2,"end":6,"value":350000,"currency":"USD"}]}""")]
    [InlineData("""{"id":"c","text":"next week","reference":"2018-06-26T00:00:00"}""", """{"id":"c","entities":[{"type":"daterange","text":"next week","start":0,"end":8,"from":"2018-07-02","to":"2018-07-08"}]}""")]
    [InlineData("""{"id":"d"}""", """{"id":"d","entities":[]}""")]
    public async Task Answers_each_line(string asked, string answered)
    {
        var output = new StringWriter();
        await SpansVerb.RunAsync(new StringReader(asked), output, Reading.Wednesday);
        Assert.Equal(answered, output.ToString().TrimEnd());
    }

    [Fact]
    public async Task Goes_on_after_a_line_that_is_no_json()
    {
        var output = new StringWriter();
        await SpansVerb.RunAsync(new StringReader("{oops\n[]\n{\"id\":\"e\",\"text\":\"\"}"), output, Reading.Wednesday);
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("{\"error\":", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"id\":\"e\"", lines[2], StringComparison.Ordinal);
    }
}

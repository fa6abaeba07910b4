using SalesBot.Nudges;

namespace SalesBot.Tests.Nudges;

public sealed class NudgeFileTests
{
    [Fact]
    public void What_is_written_is_read_as_it_was_and_what_is_left_out_is_as_shipped()
    {
        var book = (NudgeBook.Shipped with { Budget = 3 }).With("silent", NudgeBook.Shipped["silent"] with
        {
            Days = 45, Grades = new Dictionary<string, int>(StringComparer.Ordinal) { ["A"] = 21, ["C"] = 0 }, Channel = NudgeChannel.Message, Task = false, From = new TimeOnly(9, 0), To = new TimeOnly(11, 30),
            Ladder = [new(0, ["owner"]), new(3, ["superior", "P7"])],
        });

        var (read, faults) = NudgeFile.Read(NudgeFile.Write(book));

        Assert.Empty(faults);
        Assert.Equal(NudgeFile.Write(book), NudgeFile.Write(read!));
        Assert.Equal(NudgeFile.Write(NudgeBook.Shipped), NudgeFile.Write(NudgeFile.Read("""{"budget":6,"rules":{}}""").Book!));
    }

    [Theory]
    [InlineData("""{"budget":0,"rules":{}}""", "budget")]
    [InlineData("""{"budget":6,"rules":[]}""", "rules")]
    [InlineData("""{"budget":6,"rules":{"nosuch":{}}}""", "rules.nosuch")]
    [InlineData("""{"budget":6,"rules":{"silent":{"days":"x"}}}""", "rules.silent.days")]
    [InlineData("""{"budget":6,"rules":{"silent":{"days":0}}}""", "rules.silent.days")]
    [InlineData("""{"budget":6,"rules":{"silent":{"grades":{"A":-1}}}}""", "rules.silent.grades.A")]
    [InlineData("""{"budget":6,"rules":{"silent":{"channel":"fax"}}}""", "rules.silent.channel")]
    [InlineData("""{"budget":6,"rules":{"silent":{"on":"yes"}}}""", "rules.silent.on")]
    [InlineData("""{"budget":6,"rules":{"silent":{"from":"18:00","to":"9:00"}}}""", "rules.silent.to")]
    [InlineData("""{"budget":6,"rules":{"silent":{"from":"18:00","to":"09:00"}}}""", "rules.silent.from")]
    [InlineData("""{"budget":6,"rules":{"silent":{"ladder":[]}}}""", "rules.silent.ladder")]
    [InlineData("""{"budget":6,"rules":{"silent":{"ladder":[{"after":2,"to":["owner"]}]}}}""", "rules.silent.ladder")]
    [InlineData("""{"budget":6,"rules":{"silent":{"ladder":[{"after":0,"to":[]}]}}}""", "rules.silent.ladder")]
    [InlineData("""{"budget":6,"rules":{"silent":null}}""", "rules.silent")]
    public void What_is_wrong_is_said_with_its_place(string content, string place)
    {
        var (book, faults) = NudgeFile.Read(content);

        Assert.Null(book);
        Assert.Contains(faults, f => f.Place == place);
    }
}

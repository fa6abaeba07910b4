using SalesBot.Language;
using SalesBot.Language.Names;

namespace SalesBot.Tests.Language;

/// <summary>A to-do is ticked off in fewer and other words than it was noted.</summary>
public class TaskMatchTests
{
    [Theory]
    [InlineData("customs broker: tick, spoke with him just now", "t1")]
    [InlineData("I have called already the customs broker, so finish this task", "t1")]
    [InlineData("seminar hall booking is over, close that task", "t2")]
    public void Finds_the_one_that_is_meant(string text, string? task)
    {
        var index = SmallCompany.Index();
        index.Upsert(new NamedRecord(NamedKind.Task, "t1", "Call customs broker for the shipment") { Owner = "p1", Status = "open" });
        index.Upsert(new NamedRecord(NamedKind.Task, "t2", "Book seminar hall in the institute") { Owner = "p1", Status = "open" });
        var frame = new Reader(index).Read(text, "p1", SmallCompany.Now, new Focus(), _ => true);
        Assert.Equal(("complete_task", task), (frame.Intent, frame.Ref("task")));
    }
}

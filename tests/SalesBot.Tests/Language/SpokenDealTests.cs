using SalesBot.Language;
using SalesBot.Language.Names;

namespace SalesBot.Tests.Language;

/// <summary>A deal that is called by all of its own part of the name is meant, whatever deal was spoken of before.</summary>
public class SpokenDealTests
{
    [Theory]
    [InlineData("push the spray booth to proposal", "d2")]
    [InlineData("把喷涂房推到方案", "d3")]
    [InlineData("push it to proposal", "d1")]
    public void Its_own_words_win_over_the_focus(string text, string deal)
    {
        var index = SmallCompany.Index();
        index.Upsert(new NamedRecord(NamedKind.Deal, "d1", "Cobalt Robotics vision") { Customer = "c1", Owner = "p1", Stage = "qualify" });
        index.Upsert(new NamedRecord(NamedKind.Deal, "d2", "Cobalt Robotics spray booth") { Customer = "c1", Owner = "p1", Stage = "qualify" });
        index.Upsert(new NamedRecord(NamedKind.Deal, "d3", "Cobalt Mining 喷涂房") { Customer = "c2", Owner = "p1", Stage = "qualify" });
        Assert.Equal(deal, new Reader(index).Read(text, "p1", SmallCompany.Now, new Focus { Deal = "d1" }, _ => true).Ref("deal"));
    }

    [Fact]
    public void No_no_I_meant_the_other_one_corrects_the_deal()
    {
        var index = SmallCompany.Index();
        index.Upsert(new NamedRecord(NamedKind.Deal, "d2", "Cobalt Robotics spray booth") { Customer = "c1", Owner = "p1", Stage = "qualify" });
        var frame = new Reader(index).Read("no no, I meant the spray booth", "p1", SmallCompany.Now, new Focus { Deal = "d1", LastIntent = "move_stage", LastSlots = new Slots { ["deal"] = "d1", ["stage"] = "proposal" }, Fresh = true }, _ => true);
        Assert.Equal(("move_stage", "d2", true), (frame.Intent, frame.Ref("deal"), frame.Corrects));
    }
}

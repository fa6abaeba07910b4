using SalesBot.Language.Names;
using SalesBot.Language.Text;

namespace SalesBot.Tests.Language.Names;

/// <summary>What is packed comes out as it went in, and every change is seen by whoever reads next.</summary>
public class EntityIndexTests
{
    private readonly EntityIndex index = new();

    [Fact]
    public void Gives_a_record_back_as_it_was()
    {
        var approval = new NamedRecord(NamedKind.Approval, "a1", "合同审批")
        {
            OtherNames = ["Contract approval", "HT-1"], Customer = "c1", Deal = "d1", Owner = "p1", Stage = "proposal", Status = "pending", Amount = 12.5m, Currency = "EUR",
            Date = new DateOnly(2026, 3, 11), Role = "总经理", Team = "t1", About = "contract", Subject = "x1", Approvers = ["p2", "p3"], InPool = true,
        };
        index.Upsert(approval);
        Assert.Equivalent(approval, index.Get("a1"), strict: true);
    }

    [Fact]
    public void Shows_a_changed_stage_and_keeps_the_name_and_the_place_in_the_list()
    {
        index.Upsert(Deal("d1", "东岭MES"));
        index.Upsert(Deal("d2", "东岭WMS"));
        index.Upsert(Deal("d1", "东岭MES") with { Stage = "won" });
        Assert.Equal("won", index.Get("d1")!.Stage);
        Assert.Equal(["d1"], Named("东岭MES签了"));
        Assert.Equal(["d1", "d2"], index.Of("c1", NamedKind.Deal).Select(deal => deal.Key), StringComparer.Ordinal);
    }

    [Fact]
    public void Knows_a_renamed_record_by_its_new_name_only()
    {
        index.Upsert(new NamedRecord(NamedKind.Customer, "c1", "Cobalt Robotics"));
        index.Upsert(new NamedRecord(NamedKind.Customer, "c1", "Pinecrest Dental"));
        Assert.Empty(Named("how is cobalt robotics doing"));
        Assert.Empty(Named("how is cobatl robotics doing"));
        Assert.Equal(["c1"], Named("how is pinecrest dental doing"));
        Assert.Equal(["c1"], Named("how is pinecrset dental doing"));
    }

    [Fact]
    public void Lists_a_deal_below_its_new_customer_only()
    {
        index.Upsert(Deal("d1", "东岭MES"));
        index.Upsert(Deal("d1", "东岭MES") with { Customer = "c2" });
        Assert.Empty(index.Of("c1", NamedKind.Deal));
        Assert.Equal(["d1"], index.Of("c2", NamedKind.Deal).Select(deal => deal.Key), StringComparer.Ordinal);
    }

    [Fact]
    public void Takes_a_removed_record_back()
    {
        index.Upsert(Deal("d1", "东岭MES"));
        index.Remove(NamedKind.Deal, "d1");
        Assert.Null(index.Get("d1"));
        Assert.Empty(Named("东岭MES签了"));
        index.Upsert(Deal("d1", "东岭MES"));
        Assert.Equal(["d1"], Named("东岭MES签了"));
        Assert.Equal(["d1"], index.Of("c1", NamedKind.Deal).Select(deal => deal.Key), StringComparer.Ordinal);
    }

    [Fact]
    public void Says_nothing_of_a_form_that_too_many_share()
    {
        for (var i = 0; i < 60; i++) index.Upsert(new NamedRecord(NamedKind.Product, $"r{i}", "Common Thing"));
        Assert.Equal(60, Named("a common thing").Count);
        index.Upsert(new NamedRecord(NamedKind.Product, "r60", "Common Thing"));
        Assert.Empty(Named("a common thing"));
    }

    [Fact]
    public void Finds_each_of_many_thousand_names_while_others_come_and_go()
    {
        for (var i = 0; i < 5_000; i++)
        {
            index.Upsert(new NamedRecord(NamedKind.Product, $"r{i}", $"Item{i:00000} of series{i % 7}"));
            if (i % 3 == 0) index.Remove(NamedKind.Product, $"r{i / 2}");
        }

        for (var i = 2_500; i < 5_000; i++) Assert.Equal([$"r{i}"], Named($"is item{i:00000} of series{i % 7} there"));
    }

    private static NamedRecord Deal(string key, string name) => new(NamedKind.Deal, key, name) { Customer = "c1", Owner = "p1", Stage = "lead" };

    private List<string> Named(string text) => [.. MentionFinder.Find(index, NormalText.Of(text), _ => true, found => found).Found.SelectMany(mention => mention.Records).Select(record => record.Key).Distinct(StringComparer.Ordinal)];
}

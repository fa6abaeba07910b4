using SalesBot.Language;
using SalesBot.Language.Names;

namespace SalesBot.Tests.Language.Chinese;

/// <summary>A Chinese dairy and a paper mill with their deals, papers and people, as the speaker p1 sees them on Wednesday 2026-03-11, 10:00.</summary>
internal static class DairyCompany
{
    public static Frame Read(string text, Focus? focus = null) => new Reader(Index()).Read(text, "p1", SmallCompany.Now, focus ?? new Focus(), _ => true);

    private static EntityIndex Index()
    {
        var index = new EntityIndex();
        NamedRecord[] records =
        [
            new(NamedKind.Customer, "c1", "青禾乳业") { OtherNames = ["青禾"] },
            new(NamedKind.Customer, "c2", "白鹭纸业") { OtherNames = ["白鹭"] },
            new(NamedKind.Deal, "d1", "青禾乳业冷链改造") { Customer = "c1", Owner = "p1", Stage = "proposal", Status = "open", Amount = 800000, Date = new DateOnly(2026, 5, 20) },
            new(NamedKind.Deal, "d2", "青禾乳业巴氏杀菌线") { Customer = "c1", Owner = "p1", Stage = "qualify", Status = "open", Amount = 300000, Date = new DateOnly(2026, 6, 30) },
            new(NamedKind.Deal, "d3", "白鹭纸业烘缸") { Customer = "c2", Owner = "p1", Stage = "negotiation", Status = "open", Amount = 500000, Date = new DateOnly(2026, 4, 30) },
            new(NamedKind.Contact, "contact:c2/罗启山", "罗启山") { OtherNames = ["罗厂长"], Customer = "c2" },
            new(NamedKind.Person, "p1", "赵磊"), new(NamedKind.Person, "p2", "宋晓雯") { OtherNames = ["晓雯"] },
            new(NamedKind.Contract, "k1", "青禾冷链改造合同") { Deal = "d1", Customer = "c1", Status = "draft", Amount = 800000 },
            new(NamedKind.Approval, "a1", string.Empty) { Deal = "d1", Customer = "c1", Owner = "p2", About = "quote", Approvers = ["p1"], Status = "pending" },
            new(NamedKind.Approval, "a2", string.Empty) { Deal = "d3", Customer = "c2", Owner = "p2", About = "quote", Approvers = ["p1"], Status = "pending" },
        ];
        foreach (var record in records) index.Upsert(record);
        return index;
    }
}

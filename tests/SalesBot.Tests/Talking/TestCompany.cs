using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Tests.Conventions;

namespace SalesBot.Tests.Talking;

/// <summary>
/// Two teams, one of each role, two customers that sound alike, a few deals. Small enough to keep in mind while reading a test;
/// the names are those of the open sample.
/// </summary>
internal static class TestCompany
{
    public static void Fill(SalesDb db, DateTimeOffset now)
    {
        var north = new Team { Key = "T1", Name = "北区组", EnglishName = "North", CreatedAt = now };
        var abroad = new Team { Key = "T2", Name = "国际组", EnglishName = "International", CreatedAt = now };
        var director = Person("P0", "何建国", "Jack He", Role.Director, null, null, now);
        var regional = Person("P9", "孙丽", "Lily Sun", Role.RegionalManager, null, director, now);
        var manager = Person("P1", "王芳", "Fiona Wang", Role.Manager, north, regional, now, "王经理", "芳姐");
        var rep = Person("P2", "赵磊", "Ray Zhao", Role.Rep, north, manager, now, "磊哥", "Ray");
        var other = Person("P3", "刘晨", "Chen Liu", Role.Rep, north, manager, now, "晨晨");
        var emma = Person("P4", "Emma Novak", "Emma Novak", Role.Manager, abroad, regional, now, "Emma");
        var kevin = Person("P5", "Kevin Doyle", "Kevin Doyle", Role.Rep, abroad, emma, now, "Kevin", "Kev");
        var legal = Person("P6", "郑文", "Wen Zheng", Role.Legal, null, director, now);
        var finance = Person("P7", "吴敏", "Min Wu", Role.Finance, null, director, now);
        var success = Person("P8", "林小雨", "Rain Lin", Role.CustomerSuccess, null, director, now);
        var admin = Person("PA", "管理员", "Admin", Role.Admin, null, null, now);
        db.Add(LightProcess(now));
        db.AddRange(director, regional, manager, rep, other, emma, kevin, legal, finance, success, admin);

        var valves = Customer("C1", "东岭阀门", "东岭阀门制造有限公司", rep, now);
        var pumps = Customer("C2", "东岭泵业", "东岭泵业有限公司", other, now);
        var cables = Customer("C3", "凌云电缆", "凌云电缆股份有限公司", rep, now, "凌云");
        var water = Customer("C5", "百川水务", "百川水务集团", rep, now, "百川");
        var quarry = Customer("C8", "Quarry Stone", "Quarry Stone Ltd", kevin, now, "Quarry");
        var pool = Customer("C6", "万象包装", "万象包装有限公司", null, now, "万象");
        valves.Contacts.Add(new Contact { Key = "K1", Name = "周国平", Title = "生产总监", Aliases = ["周总"], CreatedAt = now });
        db.AddRange(valves, pumps, cables, water, quarry, pool);
        db.AddRange(
            Deal("D1", "东岭阀门MES", valves, rep, "proposal", 680_000, "CNY", new DateOnly(2026, 4, 12), now),
            Deal("D2", "东岭泵业WMS", pumps, other, "qualify", 310_000, "CNY", new DateOnly(2026, 5, 20), now),
            Deal("D3", "凌云电缆能耗", cables, rep, "negotiation", 1_450_000, "CNY", new DateOnly(2026, 3, 30), now),
            Deal("D5", "百川水务平台", water, rep, "proposal", 2_600_000, "CNY", new DateOnly(2026, 6, 30), now),
            Deal("D7", "Quarry Stone EMS", quarry, kevin, "qualify", 88_000, "USD", new DateOnly(2026, 5, 15), now));
    }

    /// <summary>A process with hardly a gate, so that a test of something else moves deals freely; those of gates take the one that ships.</summary>
    private static Definition LightProcess(DateTimeOffset now) =>
        new() { Key = "V1", Name = SalesProcess.Name, Number = 1, Content = File.ReadAllText(Path.Combine(SourceTree.Root, "tests/SalesBot.Tests/Process/light-process.json")), CreatedAt = now };

    private static Person Person(string key, string name, string english, Role role, Team? team, Person? manager, DateTimeOffset now, params string[] aliases) =>
        new() { Key = key, Name = name, EnglishName = english, Role = role, Team = team, Manager = manager, Aliases = [.. aliases], CreatedAt = now };

    private static Customer Customer(string key, string name, string legal, Person? owner, DateTimeOffset now, params string[] aliases) =>
        new() { Key = key, Name = name, LegalName = legal, Owner = owner, Aliases = [.. aliases], CreatedAt = now, LastInteractionAt = now.AddDays(-3) };

    private static Deal Deal(string key, string name, Customer customer, Person owner, string stage, decimal amount, string currency, DateOnly close, DateTimeOffset now) => new()
    {
        Key = key, Name = name, Customer = customer, Owner = owner, Stage = stage, Amount = amount, ReviewedAmount = amount, Currency = currency, CloseDate = close,
        StageSince = now.AddDays(-2), LastActivityAt = now.AddDays(-1), CreatedAt = now.AddDays(-30),
    };
}

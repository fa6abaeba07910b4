using System.Globalization;
using SalesBot.Language.Names;

namespace SalesBot.Benchmarks;

/// <summary>Invented names as the reader knows them, and messages that name some of them: in full, shortened, by sound, misspelt, or nobody at all.</summary>
internal static class BenchNames
{
    private static readonly string[] Heads = ["Pine", "Harbor", "Silver", "Cobalt", "North", "Amber", "Clear", "Iron", "River", "Stone", "Maple", "Bright", "Falcon", "Cedar", "Summit", "Granite", "Ocean", "Prairie", "Juniper", "Canyon"];
    private static readonly string[] Tails = ["crest", "field", "gate", "ridge", "brook", "haven", "point", "wood", "vale", "shore", "bridge", "peak", "stead", "light", "mark", "spring", "moor", "cliff", "port", "glen"];
    private static readonly string[] Trades = ["Dental Supply", "Freight Lines", "Robotics", "Mining", "Packaging", "Foods", "Instruments", "Energy"];
    private static readonly string[] Surnames = ["周", "王", "李", "赵", "陈", "杨", "吴", "徐", "孙", "马"];

    private static readonly string[] Said =
    [
        "我的商机", "{0} 今天打了电话 方案认可 下周四上午10点再去", "{0}怎么样了", "把{0}推进到谈判", "{0}改成120万", "今天拜访了{1}，客户说预算还没批", "{1}下周三之前要交方案",
        "how is {0} doing", "{0} amount is now 450k", "called {0} today, they want a discount, follow up next tuesday", "move {1} to proposal", "这个季度的业绩", "my open deals over 500k",
        "提醒我明天下午三点给{2}打电话", "{2}那单先放两周", "what did {2} say last week", "待审批的合同", "刚才那个改到月底", "团队漏斗", "呃{1}那边，周总说可以签了，月底前",
    ];

    public static IEnumerable<NamedRecord> Of(int customers)
    {
        for (var i = 0; i < Company.Sellers; i++)
        {
            yield return new NamedRecord(NamedKind.Person, Company.SellerKey(i), $"Seller {i}") { Owner = Company.SellerKey(i), Role = "rep" };
        }

        for (var i = 0; i < customers; i++)
        {
            var (key, owner) = (Key('C', i), Company.SellerKey(i));
            yield return new NamedRecord(NamedKind.Customer, key, Customer(i)) { Owner = owner };
            if (i % 4 == 0) yield return new NamedRecord(NamedKind.Contact, Key('K', i), Surnames[i / 4 % 10] + (char)('一' + i * 7 % 900) + "平") { Customer = key, Owner = owner, Role = "总经理" };
            if (i % 2 == 0) yield return new NamedRecord(NamedKind.Deal, Key('D', i), Short(i) + (i % 3 == 0 ? " tracking" : "MES")) { Customer = key, Owner = owner, Stage = i % 4 == 0 ? "proposal" : "won", Status = i % 4 == 0 ? "open" : "won", Amount = 1000 + i, Currency = "CNY", Date = new DateOnly(2026, 5, 1) };
        }
    }

    public static IEnumerable<string> Messages(int customers, int count) =>
        Enumerable.Range(0, count).Select(i => string.Format(CultureInfo.InvariantCulture, Said[i % Said.Length], Customer(i * 7919 % customers), Short(i * 104_729L % customers), Misspelt(Short(i * 15_485L % customers))));

    private static string Key(char kind, int n) => string.Create(CultureInfo.InvariantCulture, $"{kind}{n:000000000}");

    private static string Customer(long n) => n % 3 == 0 ? Short(n) + " Inc" : Company.CustomerName((int)n) + "有限公司";

    private static string Short(long n) => n % 3 == 0
        ? $"{Heads[n % 20]}{Tails[n / 20 % 20]} {Heads[n / 400 % 20]}{Tails[n / 8000 % 20]} {Trades[n / 7 % 8]}"
        : Company.CustomerName((int)n);

    /// <summary>Two neighbours swapped.</summary>
    private static string Misspelt(string name) => $"{name[0]}{name[1]}{name[3]}{name[2]}{name[4..]}";
}

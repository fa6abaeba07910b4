namespace SalesBot.Benchmarks.Turns;

/// <summary>What sellers report: a follow-up in many words, each with a next step.</summary>
internal static class Reports
{
    /// <summary>A next step for today is ticked off by the next follow-up, so that a deal has one open step however long this runs.</summary>
    private const string When = "今天下午";

    private static readonly string[] Done = ["刚拜访完{0}", "刚和{0}开完会", "刚跟{0}通了电话", "今天上午去了一趟{0}", "{0}刚聊完"];
    private static readonly string[] Said = ["方案认可", "客户觉得价格偏高", "对方要求缩短交期", "预算批下来了", "技术部提了三个问题", "愿意先在一个车间试点", "担心数据迁移"];
    private static readonly string[] Steps = ["带技术再去", "发新报价", "打电话确认", "发修改后的方案", "约采购见面"];

    /// <summary>How many differ.</summary>
    public static int Count => Done.Length * Said.Length * Steps.Length;

    /// <summary>The n-th way to say it; the same again after <see cref="Count"/>.</summary>
    public static string Of(string deal, int n) =>
        $"{string.Format(System.Globalization.CultureInfo.InvariantCulture, Done[n % Done.Length], deal)} {Said[n % Said.Length]} {When}{2 + (n % 5)}点{Steps[n / Done.Length % Steps.Length]}";
}

namespace SalesBot.Tests.Language.Filling;

/// <summary>Somebody new, told as people type it: where from, which company, who there, what they want.</summary>
public class IntroductionTests
{
    [Theory]
    [InlineData("新来个线索 同学介绍的 鞍山重锻 卢工 想看在线检测 大概五六十万吧", "create_lead 鞍山重锻 卢工 转介绍 | 想看在线检测 大概五六十万吧")]
    [InlineData("来了条线索 展会上碰到的 泰州船锻 冯经理 要20套网关", "create_lead 泰州船锻 冯经理 展会 | 要20套网关")]
    [InlineData("新线索：常州宏锻孟总 问热处理炉", "create_lead 常州宏锻 孟总  | 问热处理炉")]
    [InlineData("广交会认识个新客户 叫湖州精筑机械 崔总监 139 5588 0102 想上排产 预算一百来个", "create_customer 湖州精筑机械 崔总监 展会 | 想上排产 预算一百来个")]
    [InlineData("new lead from the Leipzig expo: Harting Papier, Dorothea Kranz, wants a quote for 12 sensors, maybe 40k eur", "create_lead Harting Papier Dorothea Kranz trade show | Leipzig expo, wants a quote for 12 sensors, maybe 40k eur")]
    [InlineData("new lead, walk-in, Bergen Trawlers, Sigrid Moe, 25k eur for trackers", "create_lead Bergen Trawlers Sigrid Moe walk-in | 25k eur for trackers")]
    [InlineData("a mate of mine tipped me off about Larkfield Mills, put em in as a lead", "create_lead Larkfield Mills  referral | mate of mine tipped me off")]
    [InlineData("lead: Emma Thornton, Ridgeway School, needs 12 tablets", "create_lead Ridgeway School Emma Thornton  | needs 12 tablets")]
    public void Hears_who_and_what(string text, string heard)
    {
        var frame = SmallCompany.Read(text);
        Assert.Equal(heard, $"{frame.Intent} {frame.Slots.Text("customer")} {frame.Slots.Text("person")} {frame.Slots.Text("source")} | {frame.Slots.Text("content")}");
    }

    [Theory]
    [InlineData("广交会认识个新客户 叫湖州精筑机械 崔总监 139 5588 0102", "139 5588 0102")]
    [InlineData("new customer: Tacoma Piers, contact Ida Wren, 253-555-0147", "253-555-0147")]
    public void Hears_a_number_in_groups(string text, string phone) => Assert.Equal(phone, SmallCompany.Read(text).Slots.Text("phone"));

    [Theory]
    [InlineData("Cobalt Mining新来了个设备经理叫褚建国 电话13911110000 记一下", "c2 褚建国 设备经理 13911110000")]
    [InlineData("Cobalt Robotics has a new plant manager, Edgar Lund, +44 7700 900144, note him", "c1 Edgar Lund plant manager +44 7700 900144")]
    [InlineData("new buyer at Cobalt Mining: Jill Ash, 512-555-0188", "c2 Jill Ash buyer 512-555-0188")]
    public void Adds_who_is_new_at_a_known_customer(string text, string heard)
    {
        var frame = SmallCompany.Read(text);
        Assert.Equal("create_customer contact " + heard, $"{frame.Intent} {frame.Slots.Text("field")} {frame.Ref("customer")} {frame.Slots.Text("person")} {frame.Slots.Text("title")} {frame.Slots.Text("phone")}");
    }

    [Fact]
    public void Who_is_new_and_was_met_belongs_to_the_report() =>
        Assert.Equal("log_followup", SmallCompany.Read("visited Cobalt Mining today, they have a new plant manager, Edgar Lund, 512-555-0188, he likes the demo").Intent);

    [Fact]
    public void Keeps_the_product_in_what_they_want()
    {
        var index = SmallCompany.Index();
        index.Upsert(new SalesBot.Language.Names.NamedRecord(SalesBot.Language.Names.NamedKind.Product, "p9", "在线检测"));
        var frame = new SalesBot.Language.Reader(index).Read("新来个线索 同学介绍的 鞍山重锻 卢工 想看在线检测 大概五六十万吧", "p1", SmallCompany.Now, new SalesBot.Language.Focus(), _ => true);
        Assert.Equal(("p9", "想看在线检测 大概五六十万吧"), (frame.Ref("product"), frame.Slots.Text("content")));
    }

    [Theory]
    [InlineData("新客户 铁岭通用 再给它开个货梯的单 120w 十月底", "create_customer 铁岭通用 ; create_deal 铁岭通用 货梯 1200000")]
    [InlineData("new customer Larkfield Mills, and open a deal for them: dryers, 70k, end of October", "create_customer Larkfield Mills ; create_deal Larkfield Mills dryers 70000")]
    public void Makes_the_customer_and_its_deal(string text, string orders)
    {
        var frame = SmallCompany.Read(text);
        Assert.Equal(orders, string.Join(" ; ", new[] { frame }.Concat(frame.Also).Select(order => $"{order.Intent} {order.Slots.Text("customer")} {order.Slots.Text("deal_name")} {order.Slots.Text("amount")}".TrimEnd())));
    }
}

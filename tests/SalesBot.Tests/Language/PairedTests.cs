namespace SalesBot.Tests.Language;

/// <summary>Several named in one order, each with a value of its own: nobody gets another one's.</summary>
public class PairedTests
{
    [Theory]
    [InlineData("Liv Berg五月目标40万 Sam Oduya 70万", "Liv Berg 400000 2026-05; Sam Oduya 700000 2026-05")]
    [InlineData("Liv的二季度指标定120万，Sam的定80万", "Liv Berg 1200000 2026-Q2; Sam Oduya 800000 2026-Q2")]
    [InlineData("Liv和Sam六月指标分别是30万和50万", "Liv Berg 300000 2026-06; Sam Oduya 500000 2026-06")]
    [InlineData("Liv和Sam六月指标各45万", "Liv Berg 450000 2026-06; Sam Oduya 450000 2026-06")]
    [InlineData("liv's target for may 210k, sam 180k", "Liv Berg 210000 2026-05; Sam Oduya 180000 2026-05")]
    [InlineData("june targets: 210k for Liv and 180k for Sam", "Liv Berg 210000 2026-06; Sam Oduya 180000 2026-06")]
    [InlineData("set the Q3 target to 150k each for Liv and Sam", "Liv Berg 150000 2026-Q3; Sam Oduya 150000 2026-Q3")]
    [InlineData("Liv六月目标从18万改成20万", "Liv Berg 200000 2026-06")]
    public void Gives_each_of_them_his_own_target(string text, string targets)
    {
        var frame = SmallCompany.Read(text);
        Assert.Equal(targets, string.Join("; ", new[] { frame }.Concat(frame.Also).Select(order => $"{order.Slots.Text("person")} {order.Slots.Text("amount")} {order.Slots.Text("period")}")));
    }

    [Theory]
    [InlineData("Cobalt Robotics改成70万 Cobalt Mining 40万", "update_amount c1 700000; update_amount c2 400000")]
    [InlineData("Cobalt Robotics and Cobalt Mining both slip to end of May", "update_close_date c1 2026-05-31; update_close_date c2 2026-05-31")]
    [InlineData("Cobalt Robotics vision改成95万", "update_amount c1 950000")]
    public void Gives_each_record_its_own_value(string text, string orders)
    {
        var frame = SmallCompany.Read(text);
        Assert.Equal(orders, string.Join("; ", new[] { frame }.Concat(frame.Also).Select(order => $"{order.Intent} {order.Ref("customer")} {order.Slots.Text("amount") ?? order.Slots.Text("close_date")}")));
    }
}

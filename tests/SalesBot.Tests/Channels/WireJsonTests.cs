using System.Text;
using SalesBot.Server.Channels;

namespace SalesBot.Tests.Channels;

public sealed class WireJsonTests
{
    /// <summary>A name that is half a character made every look into its object throw.</summary>
    [Theory]
    [InlineData("""{"a":{"b":"c","\ud800":1}}""", null)]
    [InlineData("""{"a":{"b":"\ud800"}}""", null)]
    [InlineData("""{"a":{"b":"c"}}""", "c")]
    [InlineData("""{"a":[]}""", null)]
    public void What_is_no_Unicode_is_not_there(string json, string? text) => Assert.Equal(text, WireJson.Parse(Encoding.UTF8.GetBytes(json))!.Value.Text("a", "b"));
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SalesBot.Server.Channels;
using SalesBot.Tests.Npm;

namespace SalesBot.Tests.Channels;

/// <summary>The one way in which WeCom and DingTalk seal what they push.</summary>
public sealed class CallbackCipherTests
{
    private const string Token = "SalesBotToken01";
    private const string Key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private const string Corp = "ww1234567890abcdef";

    private static readonly JsonArray Vectors = JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Channels", "Vectors", "callback-cipher.json")))!.AsArray();

    public static TheoryData<string> Names => [.. Vectors.Select(v => (string)v!["name"]!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_known_vectors_come_out_both_ways(string name)
    {
        var vector = Vectors.First(v => (string)v!["name"]! == name)!;
        string At(string member) => (string)vector[member]!;
        var cipher = new CallbackCipher(At("token"), At("key"), At("receiver"));

        Assert.Equal(At("signature"), cipher.Sign(At("timestamp"), At("nonce"), At("encrypt")));
        Assert.True(cipher.IsSigned(At("signature"), At("timestamp"), At("nonce"), At("encrypt")));
        Assert.Equal((At("plaintext"), null), Said(cipher.Open(At("encrypt"))));
        if (vector["random"] is { } random)
        {
            Assert.Equal(At("encrypt"), cipher.Seal(Encoding.UTF8.GetBytes(At("plaintext")), Convert.FromHexString((string)random!)));
        }
    }

    /// <summary>WeCom's own code opens what we seal, and we open what it seals.</summary>
    [NodeFact]
    public async Task The_vendors_code_and_ours_understand_each_other()
    {
        string[] messages = ["", "x", "<xml><Content><![CDATA[赵磊：东岭阀门 120万 ✓ \U0001F600]]></Content></xml>", .. Enumerable.Range(20, 34).Select(n => new string('界', n))];
        var ours = new CallbackCipher(Token, Key, Corp);
        var question = new JsonObject
        {
            ["token"] = Token, ["key"] = Key, ["id"] = Corp,
            ["open"] = new JsonArray([.. messages.Select(m => ours.Seal(Encoding.UTF8.GetBytes(m))).Select(s => new JsonObject { ["timestamp"] = "1760000000", ["nonce"] = "n", ["encrypt"] = s, ["signature"] = ours.Sign("1760000000", "n", s) })]),
            ["seal"] = new JsonArray([.. messages.Select(m => new JsonObject { ["message"] = m, ["timestamp"] = "1760000001", ["nonce"] = "o" })]),
        };

        var theirs = await NodeScript.RunAsync("judge-wecom.cjs", question.ToJsonString());

        Assert.Equal(messages.Select(m => (true, m, Corp)), theirs.GetProperty("opened").EnumerateArray().Select(o => (o.GetProperty("signed").GetBoolean(), o.GetProperty("message").GetString()!, o.GetProperty("id").GetString()!)));
        Assert.Equal(messages, theirs.GetProperty("sealed").EnumerateArray().Select(s =>
        {
            Assert.True(ours.IsSigned(s.GetProperty("signature").GetString()!, "1760000001", "o", s.GetProperty("encrypt").GetString()!));
            return Said(ours.Open(s.GetProperty("encrypt").GetString()!)).Text!;
        }), StringComparer.Ordinal);
    }

    [Fact]
    public void What_is_sealed_for_another_is_not_for_us()
    {
        foreach (var other in (string[])["ww1234567890abcdeg", "", Corp + "x", "ww1234567890abcde"])
        {
            Assert.Equal("notForUs", new CallbackCipher(Token, Key, Corp).Open(new CallbackCipher(Token, Key, other).Seal("x"u8)).Fault);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("%%%")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==")]
    public void What_is_no_ciphertext_opens_to_nothing(string sealedText) => Assert.Equal("undecipherable", new CallbackCipher(Token, Key, Corp).Open(sealedText).Fault);

    [Theory]
    [InlineData(0, 5)]
    [InlineData(33, 5)]
    [InlineData(255, 5)]
    [InlineData(32, 5)]
    [InlineData(7, int.MaxValue)]
    [InlineData(7, -1)]
    [InlineData(7, 200)]
    public void A_wrong_padding_or_length_opens_to_nothing(int padding, int length)
    {
        var plain = new byte[64];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(16), length);
        plain[^1] = (byte)padding;
        if (padding == 7)
        {
            plain.AsSpan(57).Fill(7);
        }

        Assert.Equal("undecipherable", new CallbackCipher(Token, Key, Corp).Open(Encrypt(plain)).Fault);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("abc")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789ABCDEF=")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789ABCDEF界")]
    public void What_is_no_key_is_known_before(string? key) => Assert.Null(CallbackCipher.Key(key));

    private static string Encrypt(byte[] plain)
    {
        using var aes = Aes.Create();
        aes.Key = CallbackCipher.Key(Key)!;
        return Convert.ToBase64String(aes.EncryptCbc(plain, aes.Key.AsSpan(0, 16), PaddingMode.None));
    }

    private static (string? Text, string? Fault) Said((byte[]? Message, string? Fault) opened) => (opened.Message is null ? null : Encoding.UTF8.GetString(opened.Message), opened.Fault);
}

using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using MailKit.Security;
using Microsoft.Extensions.Options;
using SalesBot.Conversation;
using SalesBot.Server.Channels.Mail;
using SalesBot.Tests.Npm;
using SalesBot.Words;

namespace SalesBot.Tests.Channels.Mail;

/// <summary>AL-11 against nodemailer's own SMTP server and mail parser.</summary>
public sealed class MailMessengerTests
{
    [NodeFact]
    public async Task A_letter_says_what_the_message_says_in_the_readers_language_and_where_to_answer()
    {
        var (port, letters) = await ServerAsync(1);
        var mail = Messenger(port);

        Assert.Null(await mail.TryAsync(CancellationToken.None));
        Assert.Equal(DeliveryOutcome.Accepted, (await mail.SendAsync(To("wen@example.com", "zh-CN", "合同审批 · 凌云电缆 已升级\n金额：¥1,450,000"), CancellationToken.None)).Outcome);

        var letter = Assert.Single((await letters).EnumerateArray());
        Assert.Equal("合同审批 · 凌云电缆 已升级", letter.GetProperty("subject").GetString());
        Assert.Equal("wen@example.com", letter.GetProperty("to").GetString());
        Assert.Equal("SalesBot <bot@example.com>", letter.GetProperty("from").GetString());
        Assert.Equal("auto-generated", letter.GetProperty("auto").GetString());
        var text = letter.GetProperty("text").GetString();
        Assert.Contains("金额：¥1,450,000", text, StringComparison.Ordinal);
        Assert.Contains("请在聊天中处理", text, StringComparison.Ordinal);
        Assert.Contains("https://sales.example.com/", text, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task An_address_that_the_server_refuses_is_given_up_and_a_busy_server_is_tried_again()
    {
        var (port, letters) = await ServerAsync(1);
        var mail = Messenger(port);

        Assert.Equal(DeliveryOutcome.Refused, (await mail.SendAsync(To("nobody@example.com", "en", "Hello"), CancellationToken.None)).Outcome);
        Assert.Equal(DeliveryOutcome.RetryLater, (await mail.SendAsync(To("busy@example.com", "en", "Hello"), CancellationToken.None)).Outcome);
        Assert.Equal(DeliveryOutcome.Accepted, (await mail.SendAsync(To("wen@example.com", "en", "Hello"), CancellationToken.None)).Outcome);
        Assert.Single((await letters).EnumerateArray());
    }

    [NodeFact]
    public async Task A_server_that_cannot_encrypt_gets_no_letter_and_the_way_out_goes_on()
    {
        var (port, letters) = await ServerAsync(1);
        var mail = Messenger(port, SecureSocketOptions.StartTls);
        Assert.Equal(DeliveryOutcome.RetryLater, (await mail.SendAsync(To("wen@example.com", "en", "Hello"), CancellationToken.None)).Outcome);
        Assert.NotNull(await mail.TryAsync(CancellationToken.None));

        await Messenger(port).SendAsync(To("wen@example.com", "en", "The only one"), CancellationToken.None);
        Assert.Equal("The only one", Assert.Single((await letters).EnumerateArray()).GetProperty("subject").GetString());
    }

    [Fact]
    public async Task No_server_is_tried_again_and_no_address_is_not()
    {
        var mail = Messenger(FreePort());
        Assert.Equal(DeliveryOutcome.RetryLater, (await mail.SendAsync(To("wen@example.com", "en", "Hello"), CancellationToken.None)).Outcome);
        Assert.Equal(DeliveryOutcome.Refused, (await mail.SendAsync(To("not an address\r\nBcc: all@example.com", "en", "Hello"), CancellationToken.None)).Outcome);
        Assert.False(new MailMessenger(Options.Create(new MailOptions()), new WordBook(), new PublicAddress()).Serves(Mailbox.Channel));
    }

    [Theory]
    [InlineData("no address", 587, null, null, SecureSocketOptions.StartTls, "From")]
    [InlineData("bot@example.com", 0, null, null, SecureSocketOptions.StartTls, "Port")]
    [InlineData("bot@example.com", 587, "bot", null, SecureSocketOptions.StartTls, "Password")]
    [InlineData("bot@example.com", 587, "bot", "secret", SecureSocketOptions.None, "Security")]
    public void Wrong_settings_are_named_at_the_start(string from, int port, string? user, string? password, SecureSocketOptions security, string key)
    {
        var result = new MailOptionsValidation().Validate(null, new MailOptions { Host = "mail", From = from, Port = port, User = user, Password = password, Security = security });
        Assert.Contains("SalesBot:Channels:Mail:" + key, Assert.Single(result.Failures!), StringComparison.Ordinal);
        Assert.True(new MailOptionsValidation().Validate(null, new MailOptions()).Succeeded);
    }

    private static MailMessenger Messenger(int port, SecureSocketOptions security = SecureSocketOptions.None) => new(
        Options.Create(new MailOptions { Host = "127.0.0.1", Port = port, Security = security, From = "SalesBot <bot@example.com>" }), new WordBook(), new PublicAddress { Root = new Uri("https://sales.example.com/") });

    private static Outgoing To(string address, string locale, string text) => new(new Address(Mailbox.Channel, address, "P1", IsGroup: false, locale, ""), new RenderedReply(text));

    /// <summary>A server that takes so many letters; what it took is known when it has them.</summary>
    private static async Task<(int Port, Task<JsonElement> Letters)> ServerAsync(int letters)
    {
        var port = FreePort();
        var server = NodeScript.RunAsync("smtp-server.cjs", JsonSerializer.Serialize(new { port, letters }));
        for (var tries = 0; tries < 200 && !server.IsCompleted; tries++)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, port);
                break;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        return (port, server);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;
using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.Server.Channels.Mail;

/// <summary>Mail through the company's own server (AL-11): what the message says, as text, with the place where it is to be answered. Nothing is read from a mailbox.</summary>
internal sealed class MailMessenger(IOptions<MailOptions> options, WordBook words, PublicAddress site) : IMessenger
{
    /// <summary>As much of the first line as stands in a list of mails.</summary>
    private const int LongestSubject = 120;

    public bool Serves(string channel) => options.Value.IsOn && string.Equals(channel, Mailbox.Channel, StringComparison.Ordinal);

    public async Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken)
    {
        if (!MailboxAddress.TryParse(message.To.ConversationId, out var to))
        {
            return Delivery.Refused("no mail address");
        }

        using var letter = Write(message, to);
        return await SpeakAsync(client => client.SendAsync(letter, cancellationToken), cancellationToken);
    }

    /// <summary>What keeps the server from letting us in; null when nothing does. Sends nothing.</summary>
    public async Task<string?> TryAsync(CancellationToken cancellationToken) => (await SpeakAsync(client => client.NoOpAsync(cancellationToken), cancellationToken)).Reason;

    private async Task<Delivery> SpeakAsync(Func<SmtpClient, Task> say, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient { Timeout = (int)options.Value.Timeout.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(options.Value.Host!, options.Value.Port, options.Value.Security, cancellationToken);
            if (options.Value.User is { Length: > 0 } user)
            {
                await client.AuthenticateAsync(user, options.Value.Password!, cancellationToken);
            }

            await say(client);
            await client.DisconnectAsync(quit: true, cancellationToken);
            return Delivery.Accepted(null);
        }
        catch (SmtpCommandException fault) when ((int)fault.StatusCode >= 500)
        {
            return Delivery.Refused($"the mail server says {(int)fault.StatusCode}");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Its words may name the server or the account: the kind of fault is enough to look it up.
            return Delivery.RetryLater(fault.GetType().Name);
        }
    }

    private MimeMessage Write(Outgoing message, MailboxAddress to)
    {
        var text = message.Content.Text;
        var first = text.Split('\n', 2)[0].Trim();
        var footer = words.Get(message.To.Locale is { } locale ? WordBook.Serving(locale) : WordBook.Chinese, "Mail.footer");
        var letter = new MimeMessage
        {
            Subject = first.Length <= LongestSubject ? first : first[..LongestSubject] + "…",
            Body = new TextPart(TextFormat.Plain) { Text = $"{text}\n\n{footer}\n{site.Root}\n" },
        };
        letter.From.Add(MailboxAddress.Parse(options.Value.From!));
        letter.To.Add(to);
        // No out-of-office note comes back for it.
        letter.Headers.Add("Auto-Submitted", "auto-generated");
        return letter;
    }
}

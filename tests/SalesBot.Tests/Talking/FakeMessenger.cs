using SalesBot.Conversation;

namespace SalesBot.Tests.Talking;

/// <summary>The very edge: keeps what the bot posts, by conversation. It takes everything unless told to fail.</summary>
internal sealed class FakeMessenger : IMessenger
{
    private readonly Lock gate = new();
    private readonly List<(string Conversation, string ActivityId, Outgoing Message)> posted = [];
    private int sequence;

    /// <summary>What the platform answers instead of accepting, while set.</summary>
    public Func<Outgoing, Delivery?> Fails { get; set; } = _ => null;

    /// <summary>What happens elsewhere while a message is on its way.</summary>
    public Func<Task>? Meanwhile { get; set; }

    /// <summary>The service can send mail.</summary>
    public bool HasMail { get; set; }

    /// <summary>A second messenger that is set up.</summary>
    public string? Elsewhere { get; set; }

    public bool Serves(string channel) => channel == "test" || channel == Elsewhere || (HasMail && channel == Mailbox.Channel);

    public Address Reach(string personKey) => new("test", "c-" + personKey, personKey, IsGroup: false, Locale: null, Route: "");

    public async Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken)
    {
        if (Meanwhile is { } elsewhere)
        {
            Meanwhile = null;
            await elsewhere();
        }

        lock (gate)
        {
            if (Fails(message) is { } failure)
            {
                return failure;
            }

            var id = message.UpdatesActivityId ?? "m" + ++sequence;
            posted.Add((message.To.ConversationId, id, message));
            return Delivery.Accepted(id);
        }
    }

    /// <summary>Messages posted to a person's conversation so far, oldest first.</summary>
    public IReadOnlyList<(string ActivityId, Outgoing Message)> To(string personKey) => In("c-" + personKey);

    /// <summary>The same of any conversation.</summary>
    public IReadOnlyList<(string ActivityId, Outgoing Message)> In(string conversation)
    {
        lock (gate)
        {
            return [.. posted.Where(p => p.Conversation == conversation).Select(p => (p.ActivityId, p.Message))];
        }
    }
}

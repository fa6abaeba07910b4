using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>
/// What is to be shown: a card template of <c>cards/</c> with its data, in no language yet. Property values may be <see cref="Word"/>,
/// <see cref="Money"/>, <see cref="When"/>, instants, numbers or plain text; the renderer says them to the reader.
/// </summary>
/// <param name="Text">The whole in one sentence: notification, fallback and what is read aloud.</param>
/// <param name="Subject">What it shows (<c>approval:P1…</c>), when the card must be kept up to date wherever it was sent.</param>
internal sealed record View(string? Card, object? Data, Word Text, string? Subject = null)
{
    /// <summary>What the link in it leads to.</summary>
    public FileOffer? File { get; init; }
}

/// <summary>A button of a card: a command id and the slots it fills.</summary>
/// <param name="Style"><c>positive</c>, <c>destructive</c> or <c>default</c>.</param>
internal sealed record Button(Word Title, string Verb, Slots? Data = null, string Style = "default")
{
    public Slots Data { get; init; } = Data ?? [];
}

/// <summary>What a command answers: data. It never sends and never speaks.</summary>
internal sealed record Reply(View View)
{
    /// <summary>What "this", "#2" and "it" mean from now on; null leaves it as it was.</summary>
    public Focus? Focus { get; init; }

    /// <summary>Messages to other people, committed with the change.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>Posts to channels that several people read, committed with the change.</summary>
    public IReadOnlyList<Announcement> Announcements { get; init; } = [];

    /// <summary>Cards about a subject that other people (or the presser) have on screen, shown anew.</summary>
    public IReadOnlyList<Refresh> Refreshes { get; init; } = [];

    /// <summary>True: takes the place of the card that was pressed.</summary>
    public bool InPlace { get; init; }

    /// <summary>Suggestions under the message; a key of Words says both the title and what is said.</summary>
    public IReadOnlyList<Word> Suggestions { get; init; } = [];

    /// <summary>Said in this language instead of the reader's: the act has just changed it.</summary>
    public string? Language { get; init; }

    /// <summary>It was done, though the trail holds nothing of it: what the command that takes it back (<see cref="CommandSpec.TakenBackBy"/>) has to know.</summary>
    public Slots? Done { get; init; }

    /// <summary>The act that stands again since an undo was taken back: "undo" means that now.</summary>
    public JustDone? Stands { get; init; }

    /// <summary>True: it stands as was ordered already.</summary>
    public bool SaysSame { get; init; }

    /// <summary>The command that the order turned out to be, where that is another one: a contact was added, no customer made.</summary>
    public string? As { get; init; }

    /// <summary>What an undo left alone; the turn runner says its values.</summary>
    public UndoConflict? Conflict { get; init; }

    /// <summary>Set by <see cref="Act.Receipt"/>: the turn runner completes the receipt from the recorded changes.</summary>
    public Receipt? Receipt { get; init; }
}

/// <summary>A message to somebody else because of this act, or of what a job found.</summary>
internal sealed record Notice(Person To, View View)
{
    /// <summary>On this seat and no other; null: where they are reached.</summary>
    public ConversationReference? Place { get; init; }

    /// <summary>Not sent earlier than this (somebody's next working hour); null: at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Also to the person's mailbox, where they have one and the service can send mail (AL-11).</summary>
    public bool ByMail { get; init; }
}

/// <summary>A post to a channel, in its own language; of one subject it replaces the one before.</summary>
/// <param name="Place">A seat in that channel, through which it is spoken to.</param>
internal sealed record Announcement(ConversationReference Place, string Language, string Zone, View View);

/// <summary>Shows a subject's cards anew; the view may differ by person (buttons only for those who may press them), and is null where the card stays as it is.</summary>
internal sealed record Refresh(string Subject, Func<Person, View?> View)
{
    /// <summary>Worth a message of its own to whoever has a card that cannot change any more, and is not told otherwise: it was decided.</summary>
    public bool IsLast { get; init; }
}

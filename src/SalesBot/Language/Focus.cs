namespace SalesBot.Language;

/// <summary>
/// What the bot remembers of one person's conversation, as record keys (LABELS.md, "context"). It is data: stored with the conversation
/// and handed to the reader with each message, so that “this one”, “#2” or a bare “50万” can be understood.
/// </summary>
internal sealed record Focus
{
    public string? Deal { get; init; }
    public string? Customer { get; init; }
    public string? Lead { get; init; }
    public string? Contract { get; init; }
    public string? Approval { get; init; }

    /// <summary>Whom “he”, “her” mean: the person or contact last named.</summary>
    public string? Person { get; init; }

    /// <summary>A company last named that nobody has recorded: “they” may be it when a record is made.</summary>
    public string? Stranger { get; init; }

    /// <summary>What “that day” means: the day last named.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Keys of the records last listed, in the order shown.</summary>
    public IReadOnlyList<string> List { get; init; } = [];

    /// <summary>Of which kind these are, where no name leads to them: <c>ticket</c> or <c>promise</c>; null for any other.</summary>
    public string? Listed { get; init; }

    /// <summary>Keys or values last offered to choose from, in the order shown.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Kind of the nudge last shown (<c>stalled</c>, <c>silent</c> …); its subject is <see cref="Deal"/> or <see cref="Customer"/>.</summary>
    public string? Alert { get; init; }

    /// <summary>What the bot told last of itself, and nothing was said since, wants: <c>broadcast</c>, that it was read. Looked up for each message anew.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? Unasked { get; init; }

    /// <summary>Intent whose form is open, the slot that was asked for (<c>confirm</c> for a yes/no) and what is filled already.</summary>
    public string? Pending { get; init; }
    public string? Asked { get; init; }
    public Slots? Filled { get; init; }

    /// <summary>The act is done and would only like to know more, or a list offers what it may be chosen for: whatever else is said lets the question go.</summary>
    public bool Optional { get; init; }

    /// <summary>How much came between the question and its answer.</summary>
    public int PutOff { get; init; }

    /// <summary>The question that waits beneath the open one, for which something else came first.</summary>
    public PutOffQuestion? Waiting { get; init; }

    /// <summary>Questions (command and slot) that were asked again after something else, and whose order was not carried out since: they are not asked a third time.</summary>
    public IReadOnlyList<string> Returned { get; init; } = [];

    /// <summary>The act just done, which a correction changes, and its entry in the trail.</summary>
    public string? LastIntent { get; init; }
    public Slots? LastSlots { get; init; }
    public string? LastEntry { get; init; }

    /// <summary>The act just done as the person saw it, where it has no receipt: "undo" means that, and nothing that was done before it is taken for it.</summary>
    public JustDone? Just { get; init; }

    /// <summary>The act that this one only added to (a contact to a new customer), which is taken back with it when the whole is not wanted.</summary>
    public string? AddedTo { get; init; }

    /// <summary>The amount and the close date of its deal before that act: “不对 是两周” counts from there.</summary>
    public Slots? LastBefore { get; init; }

    /// <summary>Acts of the same kind before it, without another between: a correction that names whom one of them was about changes that one.</summary>
    public IReadOnlyList<Deed> LastBeside { get; init; } = [];

    /// <summary>The acts done in this conversation, of whatever kind, oldest first, as far as they can be taken back or put right: "not the pumps, the valves" means one of them.</summary>
    public IReadOnlyList<PastAct> Past { get; init; } = [];

    /// <summary>Nothing was said since.</summary>
    public bool Fresh { get; init; }

    /// <summary>It was taken back.</summary>
    public bool Undone { get; init; }

    /// <summary>What was only supposed in the message before (“要是…就转给…”), to be done by "then do it now".</summary>
    public string? HeldIntent { get; init; }
    public Slots? HeldSlots { get; init; }

    /// <summary>What was last looked at: the same may be asked of another.</summary>
    public string? LookIntent { get; init; }

    /// <summary>Nothing was said since it was looked at.</summary>
    public bool Looked { get; init; }
    public Slots? LookSlots { get; init; }

    /// <summary>How the orders of the last message were read, for who asks why.</summary>
    public IReadOnlyList<Understanding> Understood { get; init; } = [];

    /// <summary>With no question open.</summary>
    public Focus Settled() => this with { Pending = null, Asked = null, Filled = null, Choices = [], Optional = false, PutOff = 0, Listed = null, List = Listed is null ? List : [] };

    /// <summary>What an order names is spoken of from now on, done or not; a customer alone leaves the deal of another one behind, and each leaves the contract of another.</summary>
    public Focus SpeakingOf(Frame order) => (order.Ref("deal"), order.Ref("customer")) switch
    {
        (null, null) when order.Clarify.Count == 0 && order.Slots.Text("customer") is { } stranger => this with { Stranger = stranger },
        ({ } deal, var customer) => this with { Deal = deal, Customer = customer ?? (deal == Deal ? Customer : null), Contract = deal == Deal ? Contract : null, Stranger = null },
        (null, { } customer) when customer != Customer => this with { Deal = null, Customer = customer, Contract = null, Stranger = null },
        _ => this,
    };
}

/// <summary>An act without a receipt: somebody was told something, which cannot be taken back, or something was received and what it is for is still asked.</summary>
/// <param name="Entry">Of what was received, in the trail; null where others were only told.</param>
internal sealed record JustDone(string Command, string? Entry);

/// <summary>What an act was ordered with, and its entry in the trail.</summary>
internal sealed record Deed(Slots Slots, string? Entry);

/// <summary>An act of before with its command: what it was ordered with, and its entry in the trail.</summary>
internal sealed record PastAct(string Intent, Slots Slots, string Entry);

/// <summary>A question that is not forgotten while something else is answered.</summary>
internal sealed record PutOffQuestion(string Intent, string? Asked, Slots? Filled, IReadOnlyList<string> Choices, int Times)
{
    /// <summary>It was asked again once, which is enough.</summary>
    public bool Repeated { get; init; }
}

/// <summary>How one order was read: what it ordered, and which words gave which slot.</summary>
/// <param name="At">The moment of the message that it was part of.</param>
/// <param name="Words">By slot, and under <c>intent</c> those that made it this order; as typed.</param>
/// <param name="Before">Slots filled from what was spoken of before.</param>
/// <param name="Pressed">It was no sentence but a button.</param>
internal sealed record Understanding(DateTimeOffset At, string Intent, Slots Slots, IReadOnlyDictionary<string, string> Words, IReadOnlyList<string> Before, bool Pressed);

using SalesBot.Conversation;
using SalesBot.Language;

namespace SalesBot.Server.Channels.Cards;

/// <summary>A piece of a card as any messenger can lay it out; what a messenger lacks becomes text there.</summary>
internal abstract record CardBlock
{
    /// <summary>What can be done with it, whatever it is.</summary>
    public IReadOnlyList<CardButton> AllButtons => this switch { CardButtons own => own.Buttons, CardRow row => row.Buttons, _ => [] };
}

internal sealed record CardHeading(string Text) : CardBlock;

internal sealed record CardText(string Text, bool Subtle) : CardBlock;

internal sealed record CardFacts(IReadOnlyList<(string Title, string Value)> Facts) : CardBlock;

/// <summary>What stands side by side, each cell of one or more lines, with what can be done with just this row.</summary>
internal sealed record CardRow(IReadOnlyList<string> Cells, IReadOnlyList<CardButton> Buttons) : CardBlock;

internal sealed record CardInput(CardInputKind Kind, string Id, string Label) : CardBlock
{
    public string? Value { get; init; }

    public string? Placeholder { get; init; }

    public bool Multiline { get; init; }

    public int? MaxLength { get; init; }

    public decimal? Min { get; init; }
}

internal enum CardInputKind
{
    Text,
    Number,
    Date,
    Time,
}

internal sealed record CardButtons(IReadOnlyList<CardButton> Buttons) : CardBlock;

internal sealed record CardSeparator : CardBlock;

/// <summary>What can be done with the card or a row of it.</summary>
/// <param name="Verb">The command that it is; null for a link.</param>
internal sealed record CardButton(string Title, string? Verb, Slots Data, string? Url = null, CardButtonStyle Style = CardButtonStyle.Plain)
{
    private const string Spoken = "says";

    public bool IsLink => this is { Verb: null, Url: not null };

    /// <summary>What it carries; null for a link.</summary>
    public ButtonValue? Value => Verb is not null ? new ButtonValue(Verb, Data) : Data.TryGetValue(Spoken, out var says) ? ButtonValue.Saying(says) : null;

    /// <summary>A suggestion under the message.</summary>
    public static CardButton Saying(QuickReply reply) => new(reply.Title, null, new Slots { [Spoken] = reply.Says });
}

internal enum CardButtonStyle
{
    Plain,
    Positive,
    Destructive,
}

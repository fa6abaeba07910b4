namespace SalesBot.Language.Verbs;

/// <summary>A part of a saying, as written.</summary>
internal abstract record SayingNode
{
    /// <summary>One character of a set.</summary>
    public sealed record One(CharacterSet Set) : SayingNode;

    /// <summary>One after the other.</summary>
    public sealed record Row(IReadOnlyList<SayingNode> Parts) : SayingNode;

    /// <summary>One of them; an earlier one before a later.</summary>
    public sealed record Either(IReadOnlyList<SayingNode> Parts) : SayingNode;

    /// <summary>So many times; null: without end.</summary>
    /// <param name="Few">As few as may be before more.</param>
    public sealed record Times(SayingNode Part, int Least, int? Most, bool Few) : SayingNode;

    /// <summary>What stands there is asked for afterwards.</summary>
    public sealed record Place(SayingNode Part) : SayingNode;
}

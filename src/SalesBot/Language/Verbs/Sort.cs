namespace SalesBot.Language.Verbs;

/// <summary>What stands at one place of a masked message: a character for private use each.</summary>
internal enum Sort
{
    Deal = 0xE001,
    Customer,
    Person,
    Contract,
    Approval,
    Day,
    Sum,
    Figure,
    Stage,
    Share,
    Other,
    It,

    /// <summary>The word for a lead, which is a stage too.</summary>
    Lead,
}

namespace SalesBot.People;

/// <summary>What a command needs. Roles are mapped to permissions in <see cref="Permissions"/>, in this one place.</summary>
internal enum Permission
{
    /// <summary>Even an unknown sender: help, and how to get linked.</summary>
    Anyone,

    /// <summary>Anybody of the company: own to-dos, settings, undo of own acts.</summary>
    Member,

    ReadSales,

    /// <summary>To write down what was said with customers, and whom one speaks with there.</summary>
    FollowUp,

    /// <summary>To make and change deals and customers: amount, stage, close, next step, who has them.</summary>
    WriteSales,
    SubmitApproval,
    Decide,
    ReadReports,
    ManageTeam,
    ManageMoney,

    /// <summary>To lay down what contracts are made from.</summary>
    KeepTemplates,
    Serve,
    /// <summary>To keep the bot from waking anybody for a while (AL-10).</summary>
    StopNudges,

    /// <summary>To tell everybody of one's line of an emergency (AL-10).</summary>
    Broadcast,
    Administer,
}

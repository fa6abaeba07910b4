using SalesBot.People;

namespace SalesBot.Approvals;

/// <summary>
/// What may be done with an approval besides deciding it, by its kind. Cards offer just this, and a verb that no card offers does nothing: papers
/// are decided by whoever knows them, a document by who leads its deal, while those who look at an amount, at a split or at a sample are no choice
/// of the people concerned.
/// </summary>
internal static class KindRule
{
    /// <summary>Its submitter may take these back; a sample that was drawn may not be drawn again until it pleases.</summary>
    public static readonly ApprovalKind[] Withdrawn = [ApprovalKind.Contract, ApprovalKind.Quote, ApprovalKind.StageReview];

    /// <summary>These hold somebody up who may ask when they are decided.</summary>
    public static readonly ApprovalKind[] Urged = [ApprovalKind.Contract, ApprovalKind.Quote, ApprovalKind.AmountReview, ApprovalKind.StageReview];

    /// <summary>These may be one of many that are approved in one go.</summary>
    public static readonly ApprovalKind[] Bulk = [ApprovalKind.Contract, ApprovalKind.Quote];

    public static bool MayHandOn(ApprovalKind kind) => kind is ApprovalKind.Contract or ApprovalKind.Quote or ApprovalKind.StageReview or ApprovalKind.SpotCheck;

    public static bool MayAskIn(ApprovalKind kind) => kind is ApprovalKind.Contract or ApprovalKind.Quote or ApprovalKind.AmountReview;

    /// <summary>True for somebody who may be asked to decide it: a document of a deal is looked at by who leads, and sees, the deal.</summary>
    /// <param name="owner">Of the deal; null where there is none.</param>
    public static bool Fits(ApprovalKind kind, Person person, OrgChart org, long? owner) => person.May(Permission.Decide)
        && (kind is not (ApprovalKind.StageReview or ApprovalKind.SpotCheck) || (person.May(Permission.ManageTeam) && (owner is not { } of || org.Viewer(person).Sees(of))));
}

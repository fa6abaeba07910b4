using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>How approvals are spoken of, wherever they are listed, told, offered or asked about. Contract, deal and approvers must be loaded.</summary>
internal static class ApprovalTitle
{
    /// <summary>The contract's title, or the deal's name.</summary>
    public static string Called(this Approval approval) => approval.Contract?.Title ?? approval.Deal?.Name ?? "";

    /// <summary>What became of it, by whom and when; by nobody where its deal was closed outside the bot.</summary>
    public static Word Outcome(this Approval approval, OrgChart org) =>
        approval.DecidedById is null ? new Word(approval.Status == ApprovalStatus.Approved ? "Approval.passed" : "Approval.moot", approval.DecidedAt) : new Word("Approval.decided." + approval.Status, approval.Decider(org), approval.DecidedAt);

    /// <summary>Who decided: a stand-in with both names.</summary>
    public static object? Decider(this Approval approval, OrgChart org) =>
        approval.Approvers.Where(a => a.PersonId == approval.DecidedById && !a.HandedOn).OrderByDescending(a => a.Step).ThenBy(a => a.Voice is null).FirstOrDefault() is { } approver ? Ball.Name(approver, org) : org.Find(approval.DecidedById);
}

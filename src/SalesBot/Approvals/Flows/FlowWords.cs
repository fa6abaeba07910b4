using SalesBot.Language;

namespace SalesBot.Approvals.Flows;

/// <summary>What people call kinds, steps, approvers and ways of deciding.</summary>
internal static class FlowWords
{
    public static SpokenLists Lists { get; } = new("SalesBot.Approvals.Flows.flow-words.txt");
}

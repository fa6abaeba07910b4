using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Words;

namespace SalesBot.People;

/// <summary>How leave, and who decides meanwhile, are called where they are taken back.</summary>
internal sealed class PeopleArea : Area
{
    public override object? NameOf(Record record) => record switch
    {
        Absence leave => new Word("Leave.called", TakeLeave.Said(leave)),
        Delegation given => new Word("Delegation.called", given.StartsAt, given.EndsAt),
        _ => null,
    };
}

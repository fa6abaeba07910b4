using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Words;

namespace SalesBot.People;

/// <summary>How leave is called where it is taken back.</summary>
internal sealed class PeopleArea : Area
{
    public override object? NameOf(Record record) => record is Absence leave ? new Word("Leave.called", TakeLeave.Said(leave)) : null;
}

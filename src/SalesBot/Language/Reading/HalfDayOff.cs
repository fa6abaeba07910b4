
namespace SalesBot.Language.Reading;

/// <summary>“周四下午半天”, “明天上午半天不在”: half a day and nothing else is leave.</summary>
internal static class HalfDayOff
{
    public static Frame? Read(Clause clause) =>
        clause.Focus.Pending is null && LeaveAgain.Words["half a day"].IsMatch(clause.Span) ? Sayings.Order(clause, "take_leave", new Subject()) : null;
}

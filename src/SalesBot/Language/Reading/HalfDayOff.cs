using System.Text.RegularExpressions;

namespace SalesBot.Language.Reading;

/// <summary>“周四下午半天”, “明天上午半天不在”: half a day and nothing else is leave.</summary>
internal static partial class HalfDayOff
{
    public static Frame? Read(Clause clause) =>
        clause.Focus.Pending is null && Said().IsMatch(clause.Span) ? Sayings.Order(clause, "take_leave", new Subject()) : null;

    [GeneratedRegex("^\u6211? ?(?:\u4ECA\u5929|\u660E\u5929|\u540E\u5929|\u5927\u540E\u5929|(?:\u4E0B|\u8FD9|\u672C)?(?:\u5468|\u661F\u671F|\u793C\u62DC)[\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u65E5\u5929]|(?:[0-9]+\u6708)?[0-9]+[\u53F7\u65E5])\u7684?(?:\u4E0A\u5348|\u4E0B\u5348)(?:\u8BF7|\u8BF7\u5047|\u4F11|\u4F11\u606F|\u4E0D\u5728)?\u534A\u5929(?:\u8BF7\u5047|\u4F11\u5047|\u4F11\u606F|\u4E0D\u5728|\u4E0D\u6765|\u5047)?\u4E86?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Said();
}

using SalesBot.Language;

namespace SalesBot.Nudges.Centre;

/// <summary>What people call rules, those who are told, channels, hours and grades.</summary>
internal static class RuleWords
{
    public static SpokenLists Lists { get; } = new("SalesBot.Nudges.Centre.rule-words.txt");
}

using System.Globalization;
using SalesBot.Conversation;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Nudges.Centre;

/// <summary>After how many days a rule wakes somebody, for all or for one grade (AL-07, AL-08); 0 for a grade is never. Those of stalled deals stand with the stages of the process.</summary>
internal sealed class RuleDays : RuleEdit
{
    private static readonly string[] Grades = ["A", "B", "C", RuleTerms.Ungraded];

    public override CommandSpec Spec { get; } = Changing("nudge_days") with { MayAsk = ["rule", "grade", "value", "reason"] };

    /// <summary>It has a number that is laid down here.</summary>
    public static bool Takes(NudgeRule rule) => rule.Usual.Days is not null || rule.ByGrade;

    protected override Act Read(Act act) => MeantRules.Read(act, ("rule", "rule"), ("grade", "grade"));

    protected override async Task<(NudgeBook? After, Reply? Bad)> ChangeAsync(Act act, NudgeBook before, CancellationToken cancellationToken)
    {
        var (rules, ask) = MeantRules.Find(act, r => r is StalledDeals || (Takes(r) && (act.Slots.Text("grade") is null || r.ByGrade)), one: true);
        if (rules is not [var rule])
        {
            return (null, ask);
        }

        if (rule is StalledDeals)
        {
            return (null, await StallDays.InsteadAsync(act, cancellationToken));
        }

        var terms = before[rule.Id];
        var grade = act.Slots.Text("grade");
        if (grade is null && terms.Days is null)
        {
            return (null, MeantRules.Ask(act, "Rule.which_grade", "grade", Grades.Select(one => (RuleSay.Grade(one), one))));
        }

        if (StageFigure.Days(act.Slots.Text("value"), act.LocalNow) is not { } days)
        {
            return (null, act.Slots.Text("value") is { } said ? Question.Again(act, "value", new Word("SplitRule.no_number", Excerpt.Of(said))) : Question.For(act, "value"));
        }

        return (before.With(rule.Id, grade is null ? terms with { Days = days } : terms with { Grades = Put(terms.Grades, grade, days) }), null);
    }

    private static Dictionary<string, int> Put(IReadOnlyDictionary<string, int> grades, string grade, int days) =>
        grades.Where(g => g.Key != grade).Append(KeyValuePair.Create(grade.ToUpper(CultureInfo.InvariantCulture), days)).ToDictionary(StringComparer.Ordinal);
}

using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Nudges.Centre;

/// <summary>A rule in plain words (AL-04): what, from when on, who first and who next, how and at what hours.</summary>
internal static class RuleSay
{
    public static Word Name(string rule) => new("Rule.name." + rule);

    /// <summary>One fact a line; what a rule has no use for is left out.</summary>
    public static IReadOnlyList<Fact> Of(NudgeRule rule, NudgeBook book, SalesProcess process, OrgChart org)
    {
        var terms = book[rule.Id];
        var facts = new List<Fact> { new("on", "Rule.on", new Word(rule.Urgent ? "Rule.always" : terms.On ? "Rule.is_on" : "Rule.is_off")) };
        if (Limit(rule, terms, process) is { } limit)
        {
            facts.Add(new("days", "Rule.days", limit));
        }

        if (terms.Ladder.Count > 0)
        {
            facts.Add(new("ladder", "Rule.ladder", Together(terms.Ladder.Select((step, i) => Step(step, i, org)))));
        }

        if (rule.Usual.Task)
        {
            facts.Add(new("task", "Rule.task", new Word(terms.Task ? "Rule.makes_task" : "Rule.makes_none")));
        }

        if (!rule.Urgent)
        {
            facts.Add(new("channel", "Rule.channel", new Word("Rule.channel." + terms.Channel)));
            facts.Add(new("hours", "Rule.hours", terms is { From: { } from, To: { } to } ? new Word("Rule.between", from, to) : new Word("Rule.at_work")));
        }

        facts.AddRange(terms.Mail ? [new("mail", "Rule.mail", new Word("Rule.mail_too"))] : []);
        return facts;
    }

    /// <summary>From when on it is so: days, and those of grades or stages that have others; null where it is no number that anybody lays down.</summary>
    private static Word? Limit(NudgeRule rule, RuleTerms terms, SalesProcess process)
    {
        if (rule is StalledDeals)
        {
            var others = process.Open.Where(s => s.StallDays != process.UsualStallDays).Select(s => new Word("Rule.stage_days", StageName.Of(s.Id), Days(s.StallDays)));
            return new Word("Rule.limit", [(object)others.Prepend(Days(process.UsualStallDays)).ToList()]);
        }

        var grades = terms.Grades.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Word("Rule.grade_days", Grade(g.Key), Days(g.Value)));
        var days = (terms.Days is { } all ? new[] { new Word(rule is OpenInvoices ? "Count.workdays" : "Count.days", all) } : []).Concat(grades).ToList();
        return days.Count == 0 ? null : new Word(rule is PaymentsComing ? "Rule.limit_ahead" : "Rule.limit", [(object)days]);
    }

    /// <summary>One clause after the other; there is at least one.</summary>
    public static Word Together(IEnumerable<Word> clauses) => clauses.Aggregate((all, next) => new Word("Rule.sentences", all, next));

    public static Word Grade(string grade) => grade == RuleTerms.Ungraded ? new("Rule.ungraded") : new("Rule.grade", grade);

    public static Word Step(LadderStep step, int place, OrgChart org) =>
        place == 0 ? new Word("Rule.first", step.To.Select(to => Recipients.Said(to, org)).ToList()) : new Word("Rule.then", new Word("Count.days", step.After), step.To.Select(to => Recipients.Said(to, org)).ToList());

    private static Word Days(int days) => days == 0 ? new("Rule.never") : new("Count.days", days);

    /// <summary>One of them, as people read it.</summary>
    /// <param name="Id">The same in every version.</param>
    internal sealed record Fact(string Id, Word Label, Word Said);
}

using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>“让她…”, “叫Winsy…”, "tell him to …": who is to do something, at the beginning of a breath, is no part of what is to be done.</summary>
internal static class Errands
{
    public static IEnumerable<Mark> Of(Clause clause)
    {
        var people = clause.Words("he").Concat(clause.Words("third")).Concat(clause.Mentions.Where(mention => mention.Kind == NamedKind.Person).Select(mention => mention.Mark)).ToList();
        foreach (var part in clause.Breaths)
        {
            var start = FreeText.Trim(clause, part.Start, part.End, deed: true).Start;
            foreach (var order in clause.Words("errand").Where(word => word.Start >= part.Start && word.Start <= start && word.End + 1 >= start))
            {
                var person = people.Where(person => clause.IsBlank(order.End, person.Start)).OrderByDescending(person => person.End).FirstOrDefault();
                if (person.End == 0) continue;
                var to = clause.Words("errand_to").FirstOrDefault(word => clause.IsBlank(person.End, word.Start));
                yield return new Mark(order.Start, to.End > 0 ? to.End : person.End);
            }
        }
    }

    /// <summary>“提醒团队…”, "remind the team to …": all whom one leads are to do it.</summary>
    public static Mark? OfTeam(Clause clause)
    {
        var order = clause.Words("errand").Concat(clause.Words("task_for")).FirstOrDefault(word => clause.Marks.IsStart(word.Start) || Assent.Follows(clause, word.Start));
        var team = clause.Words("team_all").FirstOrDefault(word => order.End > 0 && clause.IsBlank(order.End, word.Start));
        if (team.End == 0) return null;
        if (order.Value == "task") return new Mark(order.Start, team.End);
        var to = clause.Words("errand_to").FirstOrDefault(word => clause.IsBlank(team.End, word.Start));
        return to.End > 0 ? new Mark(order.Start, to.End) : Script.IsChinese(clause.Message.Text[team.Start]) ? new Mark(order.Start, team.End) : null;
    }

    /// <summary>“盛京那单 让赵磊写个原因”, "have Kevin write up why by Wednesday": a colleague is made to do something, and nothing but names stands before it.</summary>
    public static bool IsForAnother(Clause clause)
    {
        List<Mark> leading = [.. clause.Mentions.Select(mention => mention.Mark), .. clause.Marks.Of(Feature.Polite), .. clause.Marks.Of(Feature.Glue), .. clause.Marks.Of(Feature.This), .. new[] { "filler", "opener", "deals_word", "connector" }.SelectMany(clause.Words)];
        var makes = clause.Words("makes_do");
        return Of(clause).Any(errand => clause.Marks.Of(Feature.PersonOther).Any(person => person.Overlaps(errand.Start, errand.End))
            && (makes.Any(word => word.Start == errand.Start) || clause.Words("errand_to").Any(to => to.End == errand.End))
            && !IsParticiple(clause.Message.Text.Text.AsSpan(errand.End, clause.To - errand.End)) && Answers.Covers(clause, clause.From, errand.Start, leading) && !Answers.Covers(clause, errand.End, clause.To, [.. leading, .. clause.Values.Select(value => value.Mark)]));
    }

    /// <summary>"Have Kevin and Sofia signed it" asks, "let Kevin know" passes on: neither is done by Kevin.</summary>
    private static bool IsParticiple(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        var word = rest[..(rest.IndexOf(' ') is > 0 and var end ? end : rest.Length)];
        return word is "and" or "or" or "been" or "done" or "met" or "got" or "had" or "won" or "lost" or "know" || word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("tten", StringComparison.Ordinal);
    }

    /// <summary>“给小刘说一声，…”, “跟他讲一下”: whom it is to be told, not what.</summary>
    public static IEnumerable<Mark> Told(Clause clause) =>
        clause.Words("told_them").Where(word => clause.To > word.End).Select(word => (Word: word, Whom: clause.Mentions.Where(mention => mention.Kind == NamedKind.Person).Select(mention => mention.Mark).Concat(clause.Words("third")).FirstOrDefault(whom => clause.IsBlank(whom.End, word.Start))))
            .Where(told => told.Whom.End > 0).Select(told => (told.Word, told.Whom, Lead: clause.Words("to_word").FirstOrDefault(lead => lead.End == told.Whom.Start && clause.Marks.IsStart(lead.Start)))).Where(told => told.Lead.End > 0).Select(told => new Mark(told.Lead.Start, told.Word.End));

    /// <summary>“他让我…”, "told her I'd …", “我…”: that it falls to the speaker, at the beginning of a breath.</summary>
    public static IEnumerable<Mark> Mine(Clause clause)
    {
        var text = clause.Message.Text.Text;
        var names = Others(clause);
        foreach (var part in clause.Breaths)
        {
            var start = FreeText.Trim(clause, part.Start, part.End, deed: true).Start;
            if (AskedOfMe(clause, part) is { } asked) yield return asked;
            foreach (var told in clause.Words("promised").Where(word => word.Start == start || word.End == start))
            {
                var whom = names.Where(name => name.Start >= told.End && name.End < part.End && clause.IsBlank(told.End, name.Start)).OrderByDescending(name => name.End).FirstOrDefault();
                var mine = clause.Words("i_will").FirstOrDefault(word => whom.End > 0 && clause.IsBlank(whom.End, word.Start));
                if (whom.End > 0 && (mine.End > 0 || Script.IsChinese(text[told.Start]))) yield return new Mark(part.Start, Math.Max(whom.End, mine.End));
            }

            foreach (var mine in Mine(clause, start).Where(word => word.End < part.End)) yield return mine;
        }
    }

    /// <summary>“周五前[要]把报价发出去”, "[gotta] send the quote": that it has to be done says nothing of what, at the beginning or behind the day.</summary>
    public static IEnumerable<Mark> Must(Clause clause)
    {
        foreach (var part in clause.Breaths)
        {
            var start = FreeText.Trim(clause, part.Start, part.End, deed: true).Start;
            foreach (var day in clause.Values.Where(value => value.Start >= part.Start && value.End < part.End).OrderBy(value => value.Start))
            {
                if (day.Start == start || clause.IsBlank(start, Math.Max(start, day.Start))) start = FreeText.Trim(clause, FreeText.AfterBound(clause, day.Mark), part.End, deed: true).Start;
            }

            foreach (var must in clause.Words("must_do").Where(word => word.Start == start && word.End < part.End && !clause.Message.Hits.Any(hit => hit.Start == start && hit.End > word.End)).OrderByDescending(word => word.End).Take(1)) yield return must;
        }
    }

    /// <summary>“她让我”, "they want us to" at the beginning of a breath.</summary>
    public static Mark? AskedOfMe(Clause clause, (int Start, int End) part)
    {
        var names = Others(clause);
        var start = FreeText.Trim(clause, part.Start, part.End, deed: true).Start;
        return clause.Words("asks_me").Where(word => word.Start >= part.Start && word.End < part.End && Answers.Covers(clause, start, Math.Max(start, word.Start), names)).Select(word => (Mark?)new Mark(part.Start, word.End)).FirstOrDefault();
    }

    private static List<Mark> Others(Clause clause) =>
        [.. clause.Words("he"), .. clause.Words("third"), .. clause.Words("they"), .. clause.Mentions.Where(mention => mention.Kind is NamedKind.Person or NamedKind.Contact).Select(mention => mention.Mark)];

    /// <summary>“我” right there, not 我方 nor 我的.</summary>
    public static IEnumerable<Mark> Mine(Clause clause, int at) =>
        clause.Words("i_will").Where(word => word.Start == at && word.End < clause.To && clause.Message.Text[word.End] is not ('方' or '司' or '的' or '跟'));

    /// <summary>"Give Kevin [until Friday] on the ROI sheet": the day is all that is given.</summary>
    public static IEnumerable<Mark> Grants(Clause clause)
    {
        foreach (var give in clause.Words("grant"))
        {
            var whom = clause.Words("he").Concat(clause.Mentions.Where(mention => mention.Kind is NamedKind.Person).Select(mention => mention.Mark)).Where(person => clause.IsBlank(give.End, person.Start)).OrderByDescending(person => person.End).FirstOrDefault();
            if (whom.End > 0 && clause.ValuesOf(ValueKind.Date, ValueKind.DateRange).Any(day => day.Start >= whom.End && (clause.IsBlank(whom.End, day.Start) || clause.Words("until").Concat(clause.Words("lead")).Any(word => word.End <= day.Start && clause.IsBlank(whom.End, word.Start))))) yield return new Mark(give.Start, whom.End);
        }
    }
}

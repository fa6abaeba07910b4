using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>Somebody's full name whom nobody has recorded: a surname and one or two characters up to where a word begins, words with capitals, or two small words alone in a breath.</summary>
internal static class SpokenPerson
{
    /// <summary>Characters of a Chinese name, the likeliest first.</summary>
    private static readonly int[] Lengths = [3, 2, 4];

    /// <summary>Behind these a name may begin, besides the beginnings of breaths.</summary>
    private static readonly string[] Leads = ["name_word", "contact_lead", "contact_word", "add_contact", "new_face", "role", "is_word", "in_name", "filler", "opener", "set_name", "over_there", "note_it"];

    /// <summary>The one behind “叫”, else the first one; null where nobody is named so.</summary>
    public static Mark? In(Clause clause) =>
        clause.Words("name_word").Select(word => word.End < clause.To && Script.IsChinese(clause.Message.Text[word.End]) ? Chinese(clause, word.End) : null).FirstOrDefault(name => name is not null)
        ?? Starts(clause).Select(start => Script.IsChinese(clause.Message.Text[start]) ? Chinese(clause, start) : null).FirstOrDefault(name => name is not null)
        ?? Capitals(clause) ?? clause.Breaths.Select(breath => Small(clause, breath)).FirstOrDefault(name => name is not null);

    private static IEnumerable<int> Starts(Clause clause)
    {
        var text = clause.Message.Text;
        var behind = Leads.SelectMany(clause.Words).Concat(clause.Marks.Of(Feature.Polite)).Concat(clause.Marks.Of(Feature.Glue)).Concat(clause.Mentions.Where(name => name.Kind == NamedKind.Customer).Select(name => name.Mark)).Select(word => word.End);
        return clause.Breaths.Select(breath => breath.Start).Concat(behind).Select(at => at < clause.To && text[at] == ' ' ? at + 1 : at).Where(at => at < clause.To).Distinct().Order();
    }

    private static Mark? Chinese(Clause clause, int start)
    {
        var text = clause.Message.Text.Text;
        if (clause.Mentions.Any(name => name.Kind is NamedKind.Customer or NamedKind.Deal && name.Start <= start && start < name.End)) return null;
        if (TitledPeople.At(clause, start, clause.To) is { } titled) return titled;
        if (!LedNames.IsSurname(text[start]) || clause.Message.Hits.Any(hit => hit.Start == start && hit.End - start > 1)) return null;
        return Lengths.Select(length => new Mark(start, start + length)).Where(name => name.End <= clause.To && Script.IsAllChinese(text.AsSpan(start, name.End - start)) && PersonForms.IsName(text[start..name.End]) && Ends(clause, name.End)).Select(name => (Mark?)name).FirstOrDefault();
    }

    /// <summary>No character follows, or a word begins, or a value.</summary>
    private static bool Ends(Clause clause, int end) =>
        end == clause.To || !Script.IsChinese(clause.Message.Text[end]) || clause.Message.Hits.Any(hit => hit.Start == end) || clause.Values.Any(value => value.Start == end);

    private static Mark? Capitals(Clause clause)
    {
        for (var name = CapitalNames.First(clause, clause.From); name is { } run; name = CapitalNames.First(clause, run.End + 1))
        {
            if (CapitalNames.IsPerson(clause, run)) return run;
        }

        return null;
    }

    /// <summary>“kenji tanaka” between two commas; "marcus bell phone 617…" by the first name.</summary>
    private static Mark? Small(Clause clause, (int Start, int End) breath)
    {
        var words = Words(clause, breath).Take(3).ToList();
        if (words.Count < 2 || words.Take(2).Any(word => PhraseBook.Standard.IsLiteral(clause.Message.Text.Text[word.Start..word.End]) || clause.Values.Any(value => value.Mark.Overlaps(word.Start, word.End)))) return null;
        var name = new Mark(words[0].Start, words[1].End);
        return words.Count == 2 || clause.Words("reach_at").Any(word => word.Start == words[2].Start) || LedNames.IsFirstName(clause.Message.Text.Text[words[0].Start..words[0].End]) ? name : null;
    }

    private static IEnumerable<Mark> Words(Clause clause, (int Start, int End) breath)
    {
        var text = clause.Message.Text;
        for (var at = breath.Start; at < breath.End; at++)
        {
            if (!char.IsLetterOrDigit(text[at]) || Script.IsChinese(text[at])) continue;
            var start = at;
            while (at < breath.End && (char.IsLetterOrDigit(text[at]) || text[at] is '\'' or '-' or '@' or '.')) at++;
            yield return new Mark(start, at);
        }
    }
}

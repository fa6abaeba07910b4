using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Filling;

/// <summary>Names of companies and people that nobody has recorded yet, by their capitals: "Kwek from Orchard Cleanroom whatsapped me".</summary>
internal static class CapitalNames
{
    private static readonly string[] Honorifics = ["mr", "mrs", "ms", "miss", "dr", "herr", "frau", "prof", "sir"];

    /// <summary>The company: what stands after a word that leads to one, else the longest; null where nothing is written with capitals.</summary>
    public static Mark? Company(Clause clause)
    {
        var runs = Runs(clause).Where(run => !IsContact(clause, run)).ToList();
        var leads = clause.Words("name_lead");
        var led = runs.FindAll(run => leads.Any(lead => lead.End < run.Start && IsBlank(clause, lead.End, run.Start)));
        if (led.Count > 0) return led.Exists(run => !HasFirstName(clause, run)) ? led.FindLast(run => !HasFirstName(clause, run)) : led[^1];
        var several = runs.Where(run => Words(clause, run) > 1).ToList();
        return several.Where(run => !HasFirstName(clause, run)).Concat(several).Select(run => (Mark?)run).FirstOrDefault();
    }

    /// <summary>Who stands behind "contact" is no company.</summary>
    public static bool IsContact(Clause clause, Mark name) => clause.Words("contact_lead").Concat(clause.Words("contact_word")).Any(word => word.End < name.Start && IsBlank(clause, word.End, name.Start));

    /// <summary>It is nothing but a person's name: a first name or "Mr" and more, or two words or three that are none of ours.</summary>
    public static bool IsPerson(Clause clause, Mark whole)
    {
        if (!Runs(clause).Contains(whole)) return false;
        var words = clause.Message.Text.Slice(whole.Start, whole.End).ToString().Split(' ');
        return HasFirstName(clause, whole) || (words.Length is 2 or 3 && !words.Any(PhraseBook.Standard.IsLiteral));
    }

    /// <summary>The first name at or after a place that is no customer's.</summary>
    public static Mark? First(Clause clause, int from) => Runs(clause).Where(run => run.Start >= from && !clause.Mentions.Any(mention => mention.Kind is NamedKind.Customer or NamedKind.Deal && mention.Mark.Overlaps(run.Start, run.End))).Select(run => (Mark?)run).FirstOrDefault();

    private static bool HasFirstName(Clause clause, Mark run) =>
        clause.Message.Text.Slice(run.Start, run.End).ToString().Split(' ')[0] is var first && (LedNames.IsFirstName(first) || Array.IndexOf(Honorifics, first) >= 0);

    /// <summary>The person who stands right before "from" or "at" the company.</summary>
    public static Mark? Person(Clause clause, Mark company) =>
        Runs(clause).Where(run => run.End < company.Start && clause.Message.Text.Slice(run.End, company.Start).Trim() is "from" or "at" or "of" or "with").Select(run => (Mark?)run).FirstOrDefault();

    /// <summary>Words with a capital one after the other; not a known person or product, nor a common word that only opens the sentence.</summary>
    private static IEnumerable<Mark> Runs(Clause clause)
    {
        var text = clause.Message.Text;
        for (var at = clause.From; at < clause.To;)
        {
            var (start, end, words) = (at, at, 0);
            while (WordEnd(clause, at) is var stop && stop > at && IsName(clause, at, stop))
            {
                (end, words) = (stop, words + 1);
                at = stop + 1 < clause.To && text[stop] is ' ' or '&' or '-' ? stop + 1 : stop;
                if (at == stop) break;
            }

            if (words > 0 && !IsKnown(clause, start, end)) yield return new Mark(start, end);
            at = words > 0 ? Math.Max(at, end) : Math.Max(WordEnd(clause, at), at + 1);
        }
    }

    private static int WordEnd(Clause clause, int at)
    {
        while (at < clause.To && (char.IsAsciiLetterOrDigit(clause.Message.Text[at]) || clause.Message.Text[at] is '\'' or '&' || char.IsLetter(clause.Message.Text[at]) && !Script.IsChinese(clause.Message.Text[at]))) at++;
        return at;
    }

    private static bool IsName(Clause clause, int start, int end)
    {
        var typed = clause.Message.AsTyped(start, end);
        if (typed.Length < 2 || !char.IsUpper(typed[0])) return false;
        var common = PhraseBook.Standard.IsLiteral(clause.Message.Text.Slice(start, end).ToString());
        return !(common && (clause.Marks.IsStart(start) || typed.All(char.IsUpper)));
    }

    private static bool IsKnown(Clause clause, int start, int end) =>
        clause.Mentions.Any(mention => mention.Kind is NamedKind.Product or NamedKind.Person or NamedKind.Contact && mention.Strength >= NameStrength.Short && mention.Start <= start && end <= mention.End)
        || clause.Values.Any(value => value.Mark.Overlaps(start, end)) || clause.Words("source").Any(word => word.Overlaps(start, end) || word.Start == end + 1);

    private static bool IsBlank(Clause clause, int start, int end) => clause.Message.Text.Slice(start, end).Trim(" :-").IsEmpty;

    private static int Words(Clause clause, Mark run) => clause.Message.Text.Slice(run.Start, run.End).Count(' ') + 1;
}
